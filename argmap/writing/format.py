"""`argmap fmt`: one way of writing a debate's files, which says the same as before.

Written anew are the order of keys (`order`), indentation, quotes and folded texts (`scalars`), the white space. Kept
are comments with what they stand at, single empty lines, the nesting of answers, and the choice between brackets and
lines: what stands in brackets stays there as long as it fits on a line. Lists of ids stand in brackets where they fit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from argmap.loader import Loaded
from argmap.loader.commas import last_part
from argmap.loader.mapping_kinds import (
    Kind,
    below,
    has_fixed_words,
    is_carried,
    is_known,
    is_word_of_text,
    kind_of,
    known_keys,
)
from argmap.loader.nodes import MappingNode, ScalarNode, SequenceNode
from argmap.model import Source
from argmap.model.diagnostics import Diagnostic
from argmap.writing.key_order import IDS, is_verbatim, rank, rest_place
from argmap.writing.scalars import has_letter, on_one_line, room, trimmed, written
from argmap.writing.tree import Collection, Comment, Slot, Tree, UnreadableError, grow

_BREAK = re.compile("[\r\n\x85\u2028\u2029]")
_LINE_END = re.compile(r"(?:(?<![ \t])[ \t]+)?(?:\r\n|\r|\n)[ \t\r\n]*")
_QUOTED = re.compile(r"[\[{,:\s][\"']")
_LONGEST_KEPT = 5_000
"""Characters of brackets that may stay as they are; each is looked at once for each of the levels around it."""
_MODELINES = ("# yaml-language-server:", "# vim:", "# vi:", "# -*-", "#!")


@dataclass(frozen=True, slots=True)
class Formatted:
    """What came of a file: the text in its new form; or the faults of YAML that keep it as it is."""

    text: str | None
    faults: tuple[Diagnostic, ...] = ()
    own_fault: str | None = None
    """What went wrong in argmap itself, where the new text would not have said the same."""


def formatted(file: str, content: str | bytes) -> Formatted:
    """A file in its canonical form. The line breaks stay those of the file; a byte order mark goes.

    The new text is read again: where it does not say the same, with the same comments, there is none.
    """
    try:
        tree = grow(file, content)
        if not isinstance(tree, Tree):
            return Formatted(None, tree)
        if cut := tuple(each for each in tree.warnings if each.fix):
            return Formatted(None, cut)  # a comment that is meant as text would be moved away from it
        text = "\n".join(_Writer(tree).lines()) + "\n"
        if text == tree.text:
            return Formatted(text)
        again = grow(file, text)
    except UnreadableError as error:
        return Formatted(None, own_fault=str(error))
    if not isinstance(again, Tree) or said(tree) != said(again):
        return Formatted(None, own_fault=f"the new text of {file} would not say the same")
    return Formatted(text.replace("\n", "\r\n") if has_crlf(tree.text) else text)


def has_crlf(text: str) -> bool:
    """Whether the first line ends as on Windows."""
    end = text.find("\n")
    return end > 0 and text[end - 1] == "\r"


def said(tree: Tree) -> tuple[object, list[str]]:
    """What a file says, whatever the order of its known keys; and its comments."""
    flat: list[object] = []
    waiting: list[tuple[Collection, Kind]] = [(tree.root, _kind_of(tree))]
    while waiting:
        body, kind = waiting.pop()
        flat.append((type(body.node).__name__, len(body.children)))
        for slot in _in_order(body, kind):
            value = slot.value
            text = _text(value, is_carried(kind, slot.name)) if isinstance(value, ScalarNode) else None
            flat.append((slot.name, text))
            if slot.body is not None:
                waiting.append((slot.body, kind if slot.key is None else below(kind, slot.name or "")))
    return flat, sorted(comment.text for comment in tree.comments)


def _kind_of(tree: Tree) -> Kind:
    if isinstance(tree.root.node, SequenceNode):
        return Source
    return kind_of(tree.document.file, [slot.name or "" for slot in tree.root.children])


def _in_order(body: Collection, kind: Kind) -> list[Slot]:
    places = rank(kind)
    if not places or isinstance(body.node, SequenceNode):
        return body.children
    rest = rest_place(kind) - 0.5
    return sorted(body.children, key=lambda slot: places.get(_ranked_as(slot), rest))


def _ranked_as(slot: Slot) -> str:
    """The key of an entry; premises that are written out stand where answers do."""
    listed = slot.body.children if slot.name == "premises" and slot.body is not None else ()
    if any(isinstance(each.value, MappingNode) and "step" not in each.value.entries for each in listed):
        return "supports"
    return slot.name or ""


def _text(node: ScalarNode, carried: bool = False) -> str | None:
    """A scalar as it is written; what the model carries along unread stays to the last space."""
    return node.data if node.data is None or carried else trimmed(node.data)


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry that waits to be written."""

    slot: Slot
    kind: Kind
    indent: int
    begun: str = ""
    """What stands on its line already: the dash of the item whose first entry it is."""
    first: bool = False
    """Whether it is the first of its list or mapping, which has no empty line before it."""


@dataclass(frozen=True, slots=True)
class _Foot:
    """Comments that wait to be written below the last entry."""

    comments: list[Comment]
    indent: int


class _Writer:
    """Entries in their order, by a stack of what is still to be written."""

    def __init__(self, tree: Tree) -> None:
        self.tree, self.text = tree, tree.text
        self.out: list[str] = []
        self.waiting: list[_Entry | _Foot] = []

    def lines(self) -> list[str]:
        """The lines of the file."""
        root = self.tree.root
        if not root.children:
            self._comments([*root.foot, *self.tree.comments[len(root.foot) :]], 0)
            return [*self.out, "[]" if isinstance(root.node, SequenceNode) else "{}"]
        self._head(root)
        self._open(root, _kind_of(self.tree), 0)
        while self.waiting:
            part = self.waiting.pop()
            if isinstance(part, _Foot):
                self._comments(part.comments, part.indent)
            else:
                self._entry(part)
        return self.out

    def _head(self, root: Collection) -> None:
        """Comments that speak of the file: up to the last empty line before the first entry, and modelines."""
        first = root.children[0]
        blanks = [n for n, comment in enumerate(first.lead) if comment.blank and n]
        end = len(first.lead) if first.blank else blanks[-1] if blanks else 0
        while end < len(first.lead) and first.lead[end].text.startswith(_MODELINES):
            end += 1
        self._comments(first.lead[:end], 0)
        if end and (first.lead[end].blank if end < len(first.lead) else first.blank):
            self.out.append("")
        first.lead, first.blank = first.lead[end:], False
        if first.lead:
            first.lead[0].blank = False

    def _comments(self, comments: list[Comment], indent: int) -> None:
        for comment in comments:
            if comment.blank and self.out:
                self.out.append("")
            self.out.append(" " * indent + comment.text)

    def _open(self, body: Collection, kind: Kind, indent: int, begun: str = "") -> None:
        """Let the entries of a list or mapping wait, the first of them after what has begun on the line."""
        children = _in_order(body, kind)
        self.waiting.append(_Foot(body.foot, indent))
        self.waiting += [_Entry(slot, kind, indent) for slot in reversed(children[1:])]
        self.waiting.append(_Entry(children[0], kind, indent, begun, True))

    def _entry(self, entry: _Entry) -> None:
        slot, kind = entry.slot, entry.kind
        start = entry.begun or " " * entry.indent
        opening = start + (f"{self._key(slot)}: " if slot.key else "- ")
        if slot.body is None:
            beside = self._before(entry, slot.beside[-1:])
            self.out += self._scalar(entry, opening, beside)
            return
        kind = kind if slot.key is None else below(kind, slot.name or "")
        flow = self._in_brackets(slot, kind, room(entry.indent) - len(opening))
        if flow is not None:
            self.out.append(opening + flow + self._before(entry, slot.beside[-1:]))
        elif slot.key is None:
            self._before(entry, [])
            self._open(slot.body, kind, entry.indent + 2, opening)
        else:
            self.out.append(opening[:-1] + self._before(entry, slot.beside[-1:]))
            self._open(slot.body, kind, entry.indent + 2)

    def _before(self, entry: _Entry, beside: list[Comment]) -> str:
        """Write what stands before an entry; give the comment that stays beside it."""
        slot, indent = entry.slot, entry.indent
        if entry.begun:
            indent = len(entry.begun) - len(entry.begun.lstrip(" "))
        foot = slot.body.foot if slot.body is not None and not slot.body.children else []
        above = [*slot.lead, *slot.beside[: len(slot.beside) - len(beside)], *foot]
        for number, comment in enumerate(above):
            blank = comment.blank and not (entry.first and number == 0)
            self.out += [""] * blank + [" " * indent + comment.text]
        if slot.blank and not entry.begun and (above or not entry.first):
            self.out.append("")
        return "".join(self._spaced(comment) for comment in beside)

    def _spaced(self, comment: Comment) -> str:
        """A comment with the space before it: two columns, or as many as somebody moved it to the right by."""
        at = comment.start
        while at > 0 and self.text[at - 1] == " ":
            at -= 1
        return " " * max(2, comment.start - at) + comment.text

    def _key(self, slot: Slot) -> str:
        key = slot.key
        assert key is not None
        return on_one_line(key.data or "", self.text[key.start : key.start + 1])

    def _scalar(self, entry: _Entry, opening: str, beside: str) -> list[str]:
        slot = entry.slot
        assert isinstance(slot.value, ScalarNode)
        node, name = slot.value, slot.name
        text = _text(node, is_carried(entry.kind, name))
        if text is None:
            return [(opening + "null" * (node.end > node.start)).rstrip() + beside]
        was, indent = self.text[node.start : node.end], entry.indent + 2
        if beside and not _is_marked(was) and self.text[node.end : slot.beside[-1].start].isspace():
            return [opening + on_one_line(text, was, quoted=is_verbatim(entry.kind, name)) + beside]
        quoted = is_verbatim(entry.kind, name) or bool(beside)
        done = written(text, was, len(opening), indent, quoted=quoted)
        margin = " " * indent
        return [opening + done.line + beside, *(margin + line if line else "" for line in done.below)]

    def _in_brackets(self, slot: Slot, kind: Kind, columns: int) -> str | None:
        """A list or mapping on one line; None where it goes on lines of its own."""
        body = slot.body
        assert body is not None
        if not body.children:
            return "[]" if isinstance(body.node, SequenceNode) else "{}"
        if body.commented or not (body.flow or _is_list_of_ids(slot)):
            return None
        raw = self.text[body.node.start : body.node.end]
        if body.flow and not _QUOTED.search(raw):
            raw = _LINE_END.sub(" ", raw)
        if body.flow and len(raw) < _LONGEST_KEPT and not _BREAK.search(raw) and _is_in_doubt(body, kind):
            return raw
        return self._flow(body, kind, columns)

    def _flow(self, body: Collection, kind: Kind, columns: int) -> str | None:
        """Between brackets, in at most so many columns; each level takes two, so that this does not go deep."""
        parts: list[str] = []
        left = columns - 2
        words = any(is_word_of_text(kind, slot.name) for slot in body.children if slot.name)
        for slot in _in_order(body, kind):
            part = self._inside(slot, kind, left, words)
            if part is None or left - len(part) < 0:
                return None
            parts.append(part)
            left -= len(part) + 2
        opening, closing = "[]" if isinstance(body.node, SequenceNode) else "{}"
        return opening + ", ".join(parts) + closing

    def _inside(self, slot: Slot, kind: Kind, columns: int, words: bool) -> str | None:
        """An entry or item on one line; `words`: a key beside it would be read as a word of a text without quotes."""
        opening = f"{on_one_line(slot.name or '', self._was(slot.key), inside=True)}: " if slot.key else ""
        if isinstance(slot.value, ScalarNode):
            text = _text(slot.value, is_carried(kind, slot.name))
            if text is None:
                return opening + "null" * (slot.value.end > slot.value.start)
            if "\n" in text or len(text) > columns:
                return None
            quoted = is_verbatim(kind, slot.name) or _is_of_words(kind, slot.name, text)
            quoted = quoted or (words and has_letter(text))
            return opening + on_one_line(text, self._was(slot.value), inside=True, quoted=quoted)
        if slot.body is None or columns < 2:
            return None
        if not slot.body.children:
            return opening + ("[]" if isinstance(slot.body.node, SequenceNode) else "{}")
        inner = self._flow(slot.body, below(kind, slot.name) if slot.name else kind, columns - len(opening))
        return None if inner is None else opening + inner

    def _was(self, node: ScalarNode | None) -> str:
        return self.text[node.start : node.start + 1] if node is not None else ""


def _is_in_doubt(body: Collection, kind: Kind) -> bool:
    """Whether a comma between brackets may have cut a text: a key there is not the format's, or the texts of a list
    may be one. What stands there stays, so that the loader goes on to warn of it.
    """
    waiting = [(body, kind)]
    while waiting:
        body, kind = waiting.pop()
        items = [slot.value for slot in body.children if slot.key is None and isinstance(slot.value, ScalarNode)]
        plain = [str(item.data) for item in items if item.document.text[item.start] not in "\"'"]
        if len(plain) == len(body.children) and last_part(plain) is not None:
            return True
        for slot in body.children:
            if slot.name and known_keys(kind) and not is_known(kind, slot.name):
                return True
            if slot.body is not None:
                waiting.append((slot.body, below(kind, slot.name) if slot.name else kind))
    return False


def _is_of_words(kind: Kind, name: str | None, text: str) -> bool:
    """Whether a text is of two words or more: in brackets the next comma that somebody types would cut it."""
    return any(map(str.isspace, text)) and not (name and has_fixed_words(kind, name))


def _is_marked(was: str) -> bool:
    """Whether it is clear where a text ends, whatever stands after it: in quotes, or as a block."""
    return was[:1] in ("'", '"', "|", ">")


def _is_list_of_ids(slot: Slot) -> bool:
    """Premises and the like, on lines without a comment."""
    body, holder = slot.body, slot.parent.holder
    named = slot.name in IDS or (holder is not None and holder.name == "audiences" and holder.parent.holder is None)
    if body is None or not named or not isinstance(body.node, SequenceNode) or body.foot:
        return False
    return all(each.body is None and not each.lead and not each.beside for each in body.children)


def same_model(before: Loaded, after: Loaded) -> bool:
    """Whether two readings give one debate: equal, with everything in the same order, and no fault that is new."""
    faults = [{(d.rule, d.span.file, d.message) for d in loaded.diagnostics} for loaded in (before, after)]
    if not faults[1] <= faults[0]:
        return False
    if not before.ok or before.debate is None or after.debate is None:
        return before.debate is None or not before.ok
    orders = [
        [list(debate.sides), list(debate.terms), list(debate.values), list(debate.audiences), list(debate.sources)]
        for debate in (before.debate, after.debate)
    ]
    return before.debate == after.debate and orders[0] == orders[1]
