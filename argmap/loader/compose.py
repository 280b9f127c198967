"""From text to nodes: a composer for YAML 1.2 on the events of libyaml.

YAML's own schema is left out on purpose: `no`, `on`, `1.10` and `2026-02-28` stay as written. So are anchors,
aliases, tags and further documents, which are reported where they stand. Nothing recurses over the depth of the data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from argmap.loader.commas import Commas
from argmap.loader.comments import CommentPlace, Comments
from argmap.loader.faults import Advice, Faults, write
from argmap.loader.folder import BIBLIOGRAPHY
from argmap.loader.forms import FIRST_KEYS, in_quotes, is_list
from argmap.loader.mapping_kinds import (
    OWN_KEYS,
    Groups,
    Kind,
    Rankings,
    below,
    is_address,
    is_from_programs,
    is_prose,
    is_text,
    kind_at,
    kind_of,
    known_keys,
    takes_word,
)
from argmap.loader.nodes import AnyNode, FileText, MappingNode, ScalarNode, SequenceNode, is_damaged
from argmap.loader.syntax import CONFLICT, FENCE, PROSE, of_a_program, settled, undivided, unmarked, without_lines
from argmap.loader.vocabulary import MERGES, NAME_KEYS, NO_MERGE, TYPES, csl_keys, every_key
from argmap.model import Source
from argmap.model.csl.names import Name
from argmap.model.diagnostics import Edit, Note, Severity
from argmap.wording.patterns import pattern
from argmap.wording.unseen_characters import SIGN, UNPRINTABLE, hidden, without_hidden

DEEPEST = 10_000
"""Levels of YAML (lists and mappings) above which a file is refused; an argument below another takes two."""

HAS_LIBYAML = bool(getattr(yaml, "__with_libyaml__", False))

_SPACE = pattern(r"\s*")
_BLANK = pattern(r"(?:\s|#[^\r\n]*+)*+")

_ON_LINE = pattern(r"(?:[^\s]|[^\S\r\n](?!#))+")
_IN_BRACKETS = pattern(r"(?:[^\s,\[\]{}]|[^\S\r\n](?!#))+")

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


_MOST_REPAIRS = 20
_REPAIRABLE = 500_000
"""After a fault of syntax the item that holds it is left out and the rest read again: so often, in texts so long."""


def parser_is_slow() -> bool:
    """Whether PyYAML came without libyaml, so that its parser written in Python is used."""
    return not HAS_LIBYAML


_SAYS = pattern(r"(?:^|(?<=^---)(?=[ \t]))(?![ \t\r]*(?:#|\.\.\.[ \t\r]*$|$))", re.MULTILINE)
"""A line, or what is left of one, that is neither empty, nor a comment, nor the end of a document."""


class _EndError(Exception):
    """The rest of the file says nothing."""


class _TooMuchError(Exception):
    """Reading this file ends here; the fault is reported already."""


def compose(document: FileText, faults: Faults, version: int = 0) -> tuple[AnyNode | None, bool]:
    """The root of a file, None where it is empty; and whether the file was read to its end without a gap.

    A statement or key with a fault of syntax is left out, so that faults after it are found as well. Where that does
    not help, the nodes before the fault are kept. Of a merge conflict that git left, one version is read, 0 or 1.
    """
    if document.file == BIBLIOGRAPHY and (other := of_a_program(document.text)):
        faults.add(other.rule, document.span(other.start, other.end), other.message, other.advice)
        return None, False
    chosen, text = _one_document(document, faults, version)
    whole, given = chosen == document.text, text
    for repairs in range(_MOST_REPAIRS + 1):
        attempt = Faults()
        composer = _Composer(document, attempt, given)
        error = composer.read(text)
        repaired = _repaired(composer, error, text, chosen, faults, repairs)
        whole = whole and error is None and repaired == text
        if repaired == text:
            break
        text = repaired
    faults.take(attempt)
    if not whole and composer.root is not None:
        _mark(composer.root, error)
    return composer.root, whole and not composer.stopped and not composer.left_out


def _repaired(
    composer: _Composer, error: yaml.YAMLError | None, text: str, chosen: str, faults: Faults, repairs: int
) -> str:
    """The text, of the same length, without what cannot be read, which is reported; after so many `repairs` of one that
    was `chosen`.
    """
    if composer.empty_blocks:
        from argmap.loader.outdented import without_texts_in_column

        if (left := without_texts_in_column(composer.document, text, composer.empty_blocks, faults)) != text:
            return left
    if error is None:
        return text
    from argmap.loader.broken_yaml import blank_out, explain

    document = composer.document
    said, piece = explain(error, document, text, chosen)
    if said and not said[0].mend and _is_beside_gap(text, chosen, piece):
        said = []  # it may follow from what was left out there
    elif not composer.comments.blame(error, faults):
        for each in said:
            faults.add(each.rule, document.span(each.start, each.end), each.message, each.advice)
            if not repairs:
                faults.mend(each.mend)
    return blank_out(text, error, piece) if len(text) <= _REPAIRABLE and repairs < _MOST_REPAIRS else text


def _one_document(document: FileText, faults: Faults, version: int) -> tuple[str, str]:
    """The text with one version of each merge conflict; and the same, of the same length, without lines that are not of
    YAML or end it too early.
    """
    chosen, conflicts = settled(document.text, version)
    text, marks = unmarked(chosen)
    text, fences = without_lines(FENCE, text, "```")
    text, prose = without_lines(PROSE, text, "...", "---")
    text, ends = undivided(text)
    for conflict in conflicts:
        faults.add("yaml-syntax", document.span(*conflict.line), *CONFLICT)
    for start, end in marks:
        help = "Delete it. If both versions stand here, keep one."
        faults.add("yaml-syntax", document.span(start, end), "a line of a merge conflict was left here", help)
        faults.mend((Edit(document.span(start, end), text=""),))
    for start, end in fences:
        line = document.span(start, document.text.find("\n", end) + 1 or end)
        fix = (Edit(line, text=""),)
        advice = Advice("Delete it.", fix)
        faults.add("yaml-syntax", document.span(start, end), "this line belongs to Markdown, not to YAML", advice)
        faults.mend(fix)
    for start, end in prose:
        span, words = document.span(start, end), document.text[start:end]
        advice = Advice("Put `# ` before it, to keep it as a comment.", (Edit(span, text=f"# {words}"),))
        faults.add(
            "yaml-documents", span, f"`{words[:3]}` ends a document of YAML, and no text stands behind it", advice
        )
        faults.mend(advice.fix)
    for start, end in ends:
        span, sign = document.span(start, end), document.text[start:end]
        fix = (Edit(span, text=""),)
        message = f"`{sign}` ends a document of YAML, and more follows"
        faults.add("yaml-documents", span, message, Advice(f"Delete `{sign}`.", fix))
        faults.mend(fix)
    return chosen, text


def _is_beside_gap(text: str, given: str, piece: tuple[int, int]) -> bool:
    """Whether a piece of a text, or the last line before it, is one of which a part was left out."""
    start, end = piece
    above = given.rfind("\n", 0, len(given[:start].rstrip()))
    return text[above + 1 : end] != given[above + 1 : end]


def _mark(root: AnyNode, error: yaml.YAMLError | None) -> None:
    """Let it be known that something is missing; and that the text in which the parser stopped is not what is meant."""
    node: AnyNode | None = root
    while isinstance(node, SequenceNode | MappingNode):
        if node is root:
            node.cut = True
        elif not node.cut:
            return
        node = node.last
    if node is not None and error is not None:
        node.broken = True


def _events(text: str, loader: Any) -> Callable[[], Any]:
    get: Callable[[], Any] = loader(text).get_event
    return get


@contextmanager
def _no_limit_but_ours() -> Iterator[None]:
    """From 0.2.6 on, libyaml stops at 1,000 levels unless it is told another number, which holds for the process."""
    libyaml = getattr(yaml, "_yaml", None)
    get, put = (getattr(libyaml, f"_{verb}_max_nest_level", None) for verb in ("get", "set"))
    if get is None or put is None:
        yield
        return
    limit = get()
    put(2 * DEEPEST)  # the parser looks ahead, and the fault is ours to report
    try:
        yield
    finally:
        put(limit)


def _is_key(tag: str) -> bool:
    """Whether a tag is a key with another sign for its colon: `!claim a`."""
    return tag[0] == "!" and tag.lstrip("!") in every_key()


def _names_item(key: str) -> bool:
    """Whether a key below that of a list is none of an item, but the item's own name: the list was written so."""
    return key not in every_key() and key not in csl_keys()


def _readable(value: str) -> str:
    """A value with a sign in the place of what a file may not hold; ends of lines of other scripts stay."""
    return without_hidden(UNPRINTABLE.sub(SIGN, value), SIGN)


class _Composer:
    """A stack of open collections, and in each open mapping the key that waits for its value."""

    def __init__(self, document: FileText, faults: Faults, given: str) -> None:
        self.document, self.faults, self.given = document, faults, given
        self.stopped, self.left_out, self.text = False, False, document.text
        self._clear()

    def _clear(self) -> None:
        self.root: AnyNode | None = None
        self.documents = 0
        self.open: SequenceNode | MappingNode | None = None
        self.key: ScalarNode | None = None
        self.stack: list[tuple[SequenceNode | MappingNode | None, ScalarNode | None]] = []
        self.words: dict[str, str] = {}
        self.dashless: set[int] = set()
        """Mappings that are lists whose dashes were forgotten."""
        self.empty_blocks: list[int] = []
        """Where texts begin that are empty, below `|` or `>`."""
        self.commas = Commas(self.document, self.faults)
        self.comments = Comments(self.document, self.faults)

    def read(self, text: str) -> yaml.YAMLError | None:
        """Compose a text, that of the document or one with parts blanked; the error of syntax that ended it early."""
        self.text = text
        error = self._attempt(text, yaml.CSafeLoader if HAS_LIBYAML else yaml.SafeLoader)
        if HAS_LIBYAML and error is not None and "nesting" in str(error):
            # A libyaml that stops at 1,000 levels and cannot be told otherwise; the parser in Python does not stop.
            self._clear()
            self.faults.found.clear()
            error = self._attempt(text, yaml.SafeLoader)
        return error

    def _is_left_out(self, start: int, end: int) -> bool:
        """Whether what stands at a place is nothing only since a text with a fault was left out there."""
        gap = _BLANK.match(self.text, end)
        return gap is not None and self.text[start : gap.end()] != self.given[start : gap.end()]

    def _attempt(self, text: str, loader: Any) -> yaml.YAMLError | None:
        try:
            with _no_limit_but_ours():
                self._run(_events(text, loader))
        except yaml.YAMLError as error:
            self._close_all()
            return error
        except _TooMuchError:
            self.stopped = True
        except _EndError:
            pass
        self._close_all()
        return None

    def _run(self, get_event: Callable[[], Any]) -> None:
        scalar, actions = self.scalar, self._actions()
        while True:
            event = get_event()
            kind = type(event)
            if kind is ScalarEvent:
                scalar(event)
            elif kind is StreamEndEvent:
                return
            elif action := actions.get(kind):
                action(event)

    def _actions(self) -> dict[type, Callable[[Any], None]]:
        """What to do at each event but the most frequent."""
        return {
            MappingStartEvent: self.start,
            SequenceStartEvent: self.start,
            MappingEndEvent: self.end,
            SequenceEndEvent: self.end,
            AliasEvent: self.alias,
            DocumentStartEvent: self.begin,
        }

    def scalar(self, event: Any) -> None:
        """A key or a value."""
        value: str | None = event.value
        start, end = event.start_mark.index, event.end_mark.index
        style, look = event.style, False
        if style is None or style == "":
            if value in _NOTHING:
                value = None
            look = value is None or end in self.comments.cuts
        elif style == '"':
            value = self._escapes(value or "", start, end)
        elif style != "'":
            end = start + len(self.document.text[start:end].rstrip())
            if not value:
                self.empty_blocks.append(start)
        broken = False
        if event.anchor is not None or event.tag is not None:
            start = self._properties(event, start)
            broken = (value is None and start > event.start_mark.index) or (
                event.tag is not None and _is_key(event.tag)
            )
        if not value and (start == end or style in ("|", ">")):
            broken = broken or self._is_left_out(start, end)
        node = ScalarNode(self.document, start, end, value, broken)
        comments = self.comments
        if look or start in comments.led or (self.key is not None and self.key.end in comments.after_keys):
            self._look(node)
        if type(self.open) is MappingNode and self.key is None:
            self._take_key(node)
        else:
            self._put(node)

    def start(self, event: Any) -> None:
        """A list or a mapping opens."""
        if len(self.stack) >= DEEPEST:
            span = self.document.span(event.start_mark.index)
            message = f"is nested more than {DEEPEST:,} levels deep"
            help = "Move it to the list of `arguments:`, with an `of:` or `undercuts:` that names what it answers."
            self.faults.add("too-deep", span, message, help)
            raise _TooMuchError
        start = event.start_mark.index
        if event.anchor is not None or event.tag is not None:
            start = self._properties(event, start)
        kind = MappingNode if type(event) is MappingStartEvent else SequenceNode
        self.stack.append((self.open, self.key))
        self.open, self.key = kind(self.document, start), None
        self.open.end = event.end_mark.index

    def end(self, event: Any) -> None:
        """A list or a mapping closes: a flow collection at its bracket, a block with its last part."""
        node = self.open
        assert node is not None
        if event.end_mark.index > event.start_mark.index:
            node.end = event.end_mark.index
        self.open, self.key = self.stack.pop()
        self._look_for_commas(node)
        if self.open is None and type(node) is MappingNode:
            self._look_for_outdented(node)
        if id(node) in self.dashless:
            self._no_dashes(node)
        if type(node) is MappingNode and node.second is not None and node.second[0].data not in TYPES:
            self._no_dash(node, node.second[0])
        if type(self.open) is MappingNode and self.key is None:
            self._no_key(node)
            self.key = ScalarNode(self.document, node.start, node.end, None, broken=True)
        else:
            self._put(node)

    def _look_for_outdented(self, root: MappingNode) -> None:
        """Look for keys of a statement or source in the first column."""
        kind = kind_of(self.document.file, root.entries)
        if not root.is_flow and root.entries.keys() - known_keys(kind):
            from argmap.loader.outdented import adopt

            adopt(root, kind, self.faults)

    def _lacks_dashes(self, parent: MappingNode, word: str) -> bool:
        """Whether a mapping is a list without dashes: it stands below the key of a list, and begins a second time."""
        above = self.stack[-1][1] if self.stack else None
        if above is None or not is_list(above.data or "") or parent.is_flow:
            return False
        return id(parent) in self.dashless or word == next(iter(parent.entries))

    def _is_of_second(self, parent: MappingNode, key: ScalarNode, node: AnyNode) -> bool:
        """Whether a key that is there already belongs to a second statement in one mapping, or begins it."""
        from argmap.loader.second_types import begins_second

        if parent.second is not None or begins_second(parent):
            return True
        path = self._path()
        is_item = path and type(self.stack[-1][0]) is SequenceNode and not parent.is_flow
        if is_item and key.data == next(iter(parent.entries)) and key.data in FIRST_KEYS.get(path[-1], ()):
            parent.second = (key, node) if len(parent.entries) > 1 else None
        return parent.second is not None

    def _no_dash(self, node: MappingNode, name: ScalarNode) -> None:
        """An item of a list, no statement, that lacks its dash."""
        at = self.document.span(name.start - 2, name.start)
        fix = (Edit(at, text="- "),) if self.document.text[at.start : at.end] == "  " else ()
        message, help = (
            "a second item begins in the mapping of the first",
            f"Begin a new item with it: `- {name.data}: …`.",
        )
        note = (Note(next(iter(node.entries.values()))[0].span, "the first"),)
        self._report("duplicate-key", name.start, node.end, message, Advice(help, fix), note)

    def _no_dashes(self, node: AnyNode) -> None:
        assert isinstance(node, MappingNode) and self.key is not None
        node.cut, first = True, next(iter(node.entries))
        help = f"Put `- ` before each `{first}:`, and two spaces before each line that belongs to it."
        self._report("wrong-type", node.start, node.end, f"`{self.key.data}` must be a list", help)

    def _look_for_commas(self, node: SequenceNode | MappingNode) -> None:
        """Look at lists between brackets in which a comma may have cut a text."""
        if type(node) is MappingNode and "highlight" in node.entries:
            self.commas.look_at_highlight(node)
        elif type(node) is SequenceNode and self.document.text[node.start] == "[" and self.key is not None:
            name, kind = self.key.data or "", self._kind(self._path())
            names = name in NAME_KEYS and below(kind, name) is Name
            if names or (is_prose(kind, name) and name != "highlight"):
                self.commas.look_at_texts(node, names)

    def alias(self, event: Any) -> None:
        """`*name`: reported, and read as nothing."""
        start, end = event.start_mark.index, event.end_mark.index
        message = f"`*{event.anchor}` is an alias, and a debate cannot have aliases"
        whole = self._value_end(start)
        words = "Write {} if this is text; if not, write out what it stands for."
        advice = write(in_quotes(self.document.text[start:whole]), words)
        if type(self.open) is MappingNode and self.key is not None and self.key.data == MERGES:
            advice = Advice(NO_MERGE)
        elif self.key is not None and takes_word(self.key.data or "") and whole == end:
            advice = write(event.anchor)
        self._report("yaml-alias", start, whole, message, advice)
        node = ScalarNode(self.document, start, end, None, broken=True)
        if type(self.open) is MappingNode and self.key is None:
            self.key = node
        else:
            self._put(node)

    def begin(self, event: Any) -> None:
        """A document begins; there is one to a file, which the line `---` may end as well (Pandoc writes it so)."""
        self.documents += 1
        if self.documents > 1 and not _SAYS.search(self.document.text, event.end_mark.index):
            raise _EndError
        if self.documents > 1:
            start, end = event.start_mark.index, event.end_mark.index
            help = "Move what follows to a file of its own."
            self._report("yaml-documents", start, end, "a second document begins here", help)
            raise _TooMuchError

    def _close_all(self) -> None:
        """Keep what was read before the fault."""
        while self.open is not None:
            node = self.open
            node.cut = True
            self.open, self.key = self.stack.pop()
            if type(self.open) is not MappingNode or self.key is not None:
                self._put(node)
        self.commas.finish()

    def _put(self, node: AnyNode) -> None:
        parent = self.open
        if parent is None:
            self.root = node
            return
        parent.end = node.end
        if type(parent) is SequenceNode:
            parent.items.append(node)
            parent.data.append(node.data)
        elif type(parent) is MappingNode:
            key, self.key = self.key, None
            if key is not None and not key.broken:
                self._enter(parent, key, node)
            elif key is not None:
                parent.cut = True

    def _enter(self, parent: MappingNode, key: ScalarNode, node: AnyNode) -> None:
        """Put a value below its key, unless the two are a piece of the text before them."""
        if self.commas.may_be_piece(parent, key, node):
            path = self._path()
            kind = self._kind(path[:-1])
            in_text = bool(path) and (is_text(kind, path[-1]) or kind in (Groups, Rankings))
            in_list = bool(path) and is_list(path[-1]) and type(self.stack[-1][0]) is not SequenceNode
            if self.commas.take(parent, key, node, self._kind(path), in_text, in_list):
                return
        word = key.data
        if word is None:
            self._no_key(key)
        elif word in parent.entries and self._lacks_dashes(parent, word):
            self.dashless.add(id(parent))
        elif word in parent.entries and self._is_of_second(parent, key, node):
            pass  # reported with the second statement
        elif word in parent.entries and self._is_only_sign(*parent.entries[word]) and node.data:
            parent.entries[word], (key, node) = (key, node), parent.entries[word]
            parent.data[word] = parent.entries[word][1].data
            self._given_twice(parent, key, node)
        elif word in parent.entries and not self.commas.take_second(parent, key, node, self._kind(self._path())):
            self._given_twice(parent, key, node)
        elif word not in parent.entries:
            parent.entries[word] = (key, node)
            parent.data[word] = node.data

    def _is_only_sign(self, key: ScalarNode, node: AnyNode) -> bool:
        """Whether nothing is said by an entry, not even in a comment or in what was left unread."""
        return node.data in (None, "") and not is_damaged(node) and key.end not in self.comments.after_keys

    def _given_twice(self, parent: MappingNode, key: ScalarNode, node: AnyNode) -> None:
        """Report an entry whose key has another one as well, which is the one that is read."""
        word = key.data or ""
        other, read = parent.entries[word]
        note = (Note(other.span, "first here" if other.start < key.start else "and here"),)
        message = f"`{word}` is given twice in one mapping"
        help = "Make one of the two, or delete the one that is wrong."
        is_same = node.data is not None and node.data == read.data and not is_damaged(node)
        if is_same or self._is_only_sign(key, node):
            help = "Delete one of the two."
        if self.document.text[key.end : node.start] == ":" and node.start < node.end:
            message += ", here without a space after its colon"
        self._report("duplicate-key", key.start, key.end, message, help, note)
        self.left_out = self.left_out or not isinstance(node, ScalarNode)

    def _take_key(self, node: ScalarNode) -> None:
        self.key = node
        if node.data is not None:
            word = node.data.strip()  # as the model does, so that two keys are one here where they are one there
            node.data = self.words.setdefault(word, word)

    def _look(self, node: ScalarNode) -> None:
        """Look at a value that a comment may have cut, if it is in somebody's own words."""
        path, key = self._path(), self.key
        name = key.data if key is not None else path.pop() if type(self.open) is SequenceNode and path else ""
        kind = self._kind(path)
        if name is None or self.open is None:
            return
        brackets = sum(self.document.text[each.start] in "[{" for each, _ in [*self.stack, (self.open, key)] if each)
        column = self.document.place(self.open.start)[1]
        start, behind = (key.start, key.end) if key is not None else (None, self.open.end)
        place = CommentPlace(
            name if key else None, start, behind, column, brackets, is_from_programs(kind), kind in OWN_KEYS
        )
        if is_prose(kind, name) or (is_address(kind, name) and self.comments.is_meant(node)):
            self.comments.look(node, place)
        else:
            self.comments.look_for_nothing(node, place)
            if key is not None and below(kind, name) in OWN_KEYS and node.data is not None:
                self.comments.look_for_entry(node)

    def _path(self) -> list[str]:
        """The keys that lead to the mapping or list that is open."""
        keys = [None if key is None else key.data or "" for _, key in self.stack]
        pairs = zip([None, *keys], keys, strict=False)
        return [key for above, key in pairs if key is not None and not (is_list(above or "") and _names_item(key))]

    def _kind(self, path: list[str]) -> Kind:
        """The kind of what stands at the end of a path."""
        root = self.stack[1][0] if len(self.stack) > 1 else self.open
        if type(root) is SequenceNode:
            return kind_at(Source, path)
        top = [*root.entries, *path[:1]] if type(root) is MappingNode else path[:1]
        return kind_at(kind_of(self.document.file, top), path)

    def _no_key(self, node: AnyNode) -> None:
        """A list, a mapping or nothing in the place of a key."""
        help = "Put a word and a colon before it; or write a word in its place, if it has a colon."
        self._report("yaml-key", node.start, node.end, "stands where a key should be", help)

    def _properties(self, event: Any, start: int) -> int:
        """Report an anchor or a tag; the value itself begins after them."""
        end = start
        if event.anchor is not None:
            message = f"`&{event.anchor}` is an anchor, and a debate cannot have anchors"
            found = self.document.text.find(f"&{event.anchor}", start)
            end = found + 1 + len(event.anchor)
            self._property("yaml-anchor", found, end, message, event)
        if event.tag is not None:
            found = max(self.document.text.find("!", start), start)
            behind = found + len(self.document.text[found : found + 200].split(maxsplit=1)[0])
            message = "is a tag, and a debate cannot have tags: every value is text"
            self._property("yaml-tag", found, behind, message, event)
            end = max(end, behind)
        gap = _SPACE.match(self.document.text, end)
        return gap.end() if gap else end

    def _property(self, rule: str, start: int, end: int, message: str, event: Any) -> None:
        """Report an anchor or a tag: it goes, unless it is the beginning of a text."""
        text = self.document.text
        if type(event) is not ScalarEvent:
            self._report(rule, start, end, message, f"Delete `{text[start:end]}`.")
            return
        stop = self._value_end(start)
        whole, rest = in_quotes(text[start:stop]), text[end:stop].strip()
        is_key = _is_key(text[start:end]) and (self.key is None or type(self.open) is not MappingNode)
        own = rule == "yaml-tag" and text[start : start + 2] != "!!"
        rest = f"{text[start:end].lstrip('!')}: {rest}" if rest and is_key else rest
        first, second = (whole, rest) if own and not is_key else (rest, whole)
        advice = write(first, f"Write {{}}, or `{second}` if that is the text.") if rest else write(whole)
        self._report(rule, start, max(stop, end), message, advice)

    def _value_end(self, start: int) -> int:
        """Where the plain text that begins at a place ends on its line."""
        above = [node for node, _ in self.stack] + [self.open]
        inside = any(node is not None and self.document.text[node.start] in "[{" for node in above)
        found = (_IN_BRACKETS if inside else _ON_LINE).match(self.document.text, start)
        return start + len(found[0].rstrip()) if found else start

    def _escapes(self, value: str, start: int, end: int) -> str:
        """Between double quotes a backslash may be read as the sign of another character, or smuggle in what a file may
        not hold: from here on that is seen.
        """
        source = self.document.text[start:end]
        if "\\" not in source:
            return value
        from argmap.loader.backslashes import as_written

        meant, span = as_written(source), self.document.span(start, end)
        places = {"control-character": [found.start() for found in islice(UNPRINTABLE.finditer(value), 1)]}
        places["hidden-character"] = [*islice(hidden(value), 1)]
        if meant is not None:
            message = "between double quotes a backslash and the letter after it are read as another character"
            severity = Severity.ERROR if any(places.values()) else Severity.WARNING
            self.faults.add("backslash-in-quotes", span, message, write(in_quotes(meant), at=span), severity=severity)
            return _readable(value)
        for rule, found in places.items():
            for at in found:
                message = f"holds the character U+{ord(value[at]):04X}, written as an escape"
                self._report(rule, start, end, message, "Write the text without this escape.")
        return _readable(value)

    def _report(
        self, rule: str, start: int, end: int, message: str, help: str | Advice, notes: tuple[Note, ...] = ()
    ) -> None:
        self.faults.add(rule, self.document.span(start, end), message, help, notes)
        if self.faults.full(self.document.file):
            raise _TooMuchError
