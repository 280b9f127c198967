"""Texts that a comma has cut: between braces it begins the next key, and what follows it is read as one.

`{text: Yes, but it costs.}` has a key `but it costs.` without a value. A piece of a text is told from a key by having
no colon after it, or a blank in it: no key of the format does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from argmap.loader.faults import Faults, write
from argmap.loader.forms import as_names, flow, ranked
from argmap.loader.library import is_locator
from argmap.loader.mapping_kinds import (
    Kind,
    Meanings,
    Rankings,
    Sides,
    is_known,
    is_prose,
    is_text,
    is_word,
    is_word_of_text,
    known_keys,
)
from argmap.loader.near_words import code, double_quoted, quoted
from argmap.loader.nodes import AnyNode, FileText, MappingNode, ScalarNode, SequenceNode
from argmap.loader.vocabulary import csl_keys, every_key
from argmap.model import Evidence, Source, Stakes
from argmap.model.csl.names import MORE, Name
from argmap.model.diagnostics import Edit, Fix, Note, Severity
from argmap.wording.near_misses import nearest
from argmap.wording.patterns import pattern

_COLON = pattern(r"(?:[ \t\r\n]|(?<=[ \t\r\n])#[^\r\n]*+)*+:")
_COMMA = pattern(r"[ \t\r\n]*,[ \t\r\n]*")
_FOLD = pattern(r"(?:(?<![ \t])[ \t]+)?(?:\r\n|\n|\r)[ \t\r\n]*")
_COMMENT = pattern(r"[ \t\r\n]#")
SIGNS = "=\uff1a\ufe55\ufe13\ua789\u2236"
"""What people write for a colon."""
_UNSPACED = pattern(rf"([A-Za-z_-]+)(?:(:)(?=[^ \t\r\n])|[ \t]*([{SIGNS}]))\s*")
_PARTED_NAMES = pattern(
    r"[,;][^,;a-z]*[a-z][^,;]*,\s*(?:[A-Z]\.?|(?:[A-Z]\.[ -]?){2,3}|[A-Z]{2})\s*[,;]|;|[,;]\s*(?:and|&)\s"
)
"""Initials after a name, or what stands between two names, so that a comma is none between names."""
_WITH_SMALL = r"[^\W\d_](?:(?![a-zß-öø-ÿ])[\w’'-])*[a-zß-öø-ÿ][\w’'-]*"
_PAIR = pattern(rf"({_WITH_SMALL}), ({_WITH_SMALL})")
"""Two single words, which may be one person or two; those in capitals are organisations."""
_LAST = re.compile(r"(?:^|(?<=\s))(?:and|&)\s+")
"""What stands before the last part of a text that has several."""
_BRACED_NAME = pattern(r"\{([^{}:]*)\}")
_BRACED_IDS = pattern(r"\{[ ]*([a-z0-9-]+(?:,[ ]*[a-z0-9-]+)*+)[ ]*\}")
_ESCAPED = pattern(r"\\|''")


@dataclass(slots=True)
class _Cut:
    """A value that goes on after commas."""

    parent: MappingNode
    key: str
    value: ScalarNode
    start: int
    """Where the first piece begins that was read as a key."""
    kind: Kind
    plain: bool
    """Whether all of it is as its author means it to be read: no quotes that may be YAML's, no comment."""
    like: str | None = None
    """What a piece may be meant as, if it is meant as a key."""
    word: str | None = None
    """A word with a colon in it that another program could have for a key, if there is one."""
    twice: ScalarNode | None = None
    """A piece that has the name of a key which is there already, if there is one."""


def _braced(text: str, start: int, kind: Kind, in_list: bool) -> tuple[int, str, str] | None:
    """Where braces end that have no keys in them, what is wrong, and what is meant: a name, values, or ids."""
    if kind is Name and (name := _BRACED_NAME.match(text, start)):
        return name.end(), "a name between { } needs its keys", flow(as_names(name[1])[0])
    found = _BRACED_IDS.match(text, start)
    ids = re.split(r",[ ]*", found[1]) if found else []
    if found is None or not (kind is Stakes or (in_list and kind is None) or (kind is Evidence and len(ids) == 1)):
        return None
    if kind is Evidence:
        form = {"source": ids[0]}
        return found.end(), "a piece of evidence needs its keys", flow([form] if in_list else form)
    meant = flow({"promotes": ids}) if kind is Stakes else flow(ids)
    return found.end(), "what stands between { } needs keys", meant


class Commas:
    """Puts the pieces of cut texts together while a file is composed, and reports them at the end."""

    def __init__(self, document: FileText, faults: Faults) -> None:
        self.document, self.text, self.faults = document, document.text, faults
        self._cuts: dict[int, _Cut] = {}
        self._unspaced: dict[int, tuple[ScalarNode, ScalarNode, tuple[ScalarNode, AnyNode] | None]] = {}
        """Keys with no space after their colon, their values, and the entry before each if that is a text."""

    def may_be_piece(self, parent: MappingNode, key: ScalarNode, value: AnyNode) -> bool:
        """Whether an entry is worth a closer look; quick, since every entry of a file is asked about."""
        if not isinstance(value, ScalarNode) or not parent.is_flow:
            return False
        return (key.data or "") not in _every_known() or self._is_odd(parent, key, value)

    def _is_odd(self, parent: MappingNode, key: ScalarNode, value: ScalarNode) -> bool:
        """Whether an entry does not look like a key and its value, or follows on a text that is cut already."""
        return value.data is None or " " in (key.data or "") or id(parent.last) in self._cuts

    def take(
        self, parent: MappingNode, key: ScalarNode, value: AnyNode, kind: Kind, in_text: bool, in_list: bool
    ) -> bool:
        """Whether an entry is none: a piece of the text before it, or a word without a colon, which is reported.

        Where the mapping stands in the place of a text, that is the one fault; it may stand in that of a list.
        """
        if not isinstance(value, ScalarNode):
            return False
        loose = value.start == value.end and not _COLON.match(self.text, key.end)
        is_piece = self._is_odd(parent, key, value) and _is_no_key(kind, key.data or "")
        if not loose and not (is_piece and self._is_plain(key, value)):
            return self._take_word(parent, key, value, kind)
        if loose and in_text:
            return True  # the mapping is the fault
        if loose and self._is_second(parent, key, value):
            return False
        if loose and self._take_unspaced(parent, key, kind):
            return True
        like = self._like(kind, key) if loose else None
        stem = self._stem(parent, key, kind)
        if stem is not None and _can_go_on(kind, stem, loose and not like):
            self._join(parent, stem, key, key.end if loose else value.end, kind, like)
            return True
        if loose:
            self._no_colon(parent, key, kind, in_list)
        return loose

    def _is_second(self, parent: MappingNode, key: ScalarNode, value: ScalarNode) -> bool:
        """Whether a word is a key that is there already and its value, `claim:b`; the two are then told apart."""
        found = _UNSPACED.match(self.text, key.start, key.end)
        if found is None or found[1] not in parent.entries:
            return False
        value.start, value.end, value.data = found.end(), key.end, self.text[found.end() : key.end]
        key.end, key.data = found.end(1), found[1]
        return True

    def _take_unspaced(self, parent: MappingNode, key: ScalarNode, kind: Kind) -> bool:
        """Whether a word is a key and its value without the space between them: `text:No`; it is reported at the end,
        when all of the value is known.
        """
        found = _UNSPACED.match(self.text, key.start, key.end)
        if found is None or found[1] not in known_keys(kind):
            return False
        name = ScalarNode(self.document, key.start, found.end(1), found[1])
        said = re.sub(r"^([\"'])(.*)\1$", r"\2", self.text[found.end() : key.end], flags=re.DOTALL)
        value = ScalarNode(self.document, found.end(), key.end, said)
        stem = self._stem(parent, key, kind)
        before = parent.entries[stem] if stem is not None and is_text(kind, stem) else None
        parent.entries[found[1]], parent.data[found[1]] = (name, value), value.data
        self._unspaced[id(value)] = (name, value, before)
        return True

    def _take_word(self, parent: MappingNode, key: ScalarNode, value: ScalarNode, kind: Kind) -> bool:
        """Whether a key that could be another program's goes on the text before it: `{title: Guns, butter: a life}`."""
        name = next(reversed(parent.entries), None)
        if kind is not Source or name is None or name not in known_keys(kind):
            return False
        if not (is_text(kind, name) and is_prose(kind, name)):
            return False
        before = parent.entries[name][1]
        if not (isinstance(before, ScalarNode) and self._is_plain(key, value, before)):
            return False
        told = re.search(r"[^\W\d_]", self.text[before.start : before.end]) is not None or "title" in name
        told = told and (len(key.data or "") > 1 or id(before) in self._cuts)  # one letter is no word
        if not (told and is_word_of_text(kind, key.data or "") and self._touches(parent, name, key)):
            return False
        self._join(parent, name, key, value.end, kind, None)
        cut = self._cuts[id(before)]
        cut.plain, cut.word = False, cut.word or key.data
        return True

    def take_second(self, parent: MappingNode, key: ScalarNode, value: AnyNode, kind: Kind) -> bool:
        """Whether a key that is there already may be a piece of the text before it; if so it is reported as both."""
        stem = next(reversed(parent.entries))
        if not isinstance(value, ScalarNode) or not parent.is_flow:
            return False
        if not is_text(kind, stem) or not self._touches(parent, stem, key):
            return False
        self._join(parent, stem, key, max(key.end, value.end), kind, None)
        cut = self._cuts[id(parent.entries[stem][1])]
        cut.twice = cut.twice or key
        return True

    def look_at_texts(self, listed: SequenceNode, names: bool) -> None:
        """Report texts between brackets of which a comma may have made two; names of persons are told by their form."""
        plain = all(isinstance(item, ScalarNode) and self._is_plain(item) for item in listed.items)
        if len(listed.items) > 1 and plain and not (names and self._are_names_parted(listed)):
            self._look_for_last(listed.items)

    def _look_for_last(self, items: Sequence[AnyNode]) -> None:
        """Report what may be one text, since `and` stands in its last part: `[Food, Farms and Fisheries]`."""
        last = last_part([str(item.data) for item in items])
        if last is None or MORE.fullmatch(str(items[last].data)):
            return
        each = [text for item in items[: last + 1] for text in _LAST.split(str(item.data)) if text]
        several = ", ".join(flow(text.strip()) for text in each)
        message = "inside [ ] a comma begins the next item, but these may be one"
        whole = double_quoted(self._joined(items[: last + 1]))
        help = f"Write {code(whole)} for one name, or {code(several)} for {len(each)}; "
        help += f"or put {quoted(str(items[last].data))} in quotes, if that is one."
        span = self.document.span(items[0].start, items[last].end)
        self.faults.add("text-cut-by-comma", span, message, help, severity=Severity.WARNING)

    def _joined(self, items: Sequence[AnyNode]) -> str:
        """The text that some items are with the commas between them."""
        return _FOLD.sub(" ", self.text[items[0].start : items[-1].end])

    def _are_names_parted(self, listed: SequenceNode) -> bool:
        """Whether names are reported that a comma has parted: `[Smith, A, Jones, B]`, `[Smith, John]`."""
        given = ", ".join(str(item.data) for item in listed.items)
        names = as_names(given)
        pair = _PAIR.fullmatch(given)
        if not pair and (
            not (_PARTED_NAMES.search(f", {given},") or (len(names) > 1 and all("given" in name for name in names)))
            or names == as_names(f"[{given}]")
            or len(names) == len(listed.items)
        ):
            return False
        message = "inside [ ] a comma begins the next item, so a name is read as two"
        help = f"Write {code(flow(names))}; or put each name in quotes, if it is a whole one."
        if pair:
            help = f"Write `{flow(names)}` for one person; or `[{{family: {pair[1]}}}, {{family: {pair[2]}}}]` for two."
        self.faults.add("text-cut-by-comma", listed.span, message, help, severity=Severity.WARNING)
        return True

    def look_at_highlight(self, evidence: MappingNode) -> None:
        """Report passages between brackets that stand in the card as one, with the comma that parts them here."""
        listed = evidence.entries["highlight"][1]
        card = evidence.data.get("card", evidence.data.get("quote"))
        if not isinstance(listed, SequenceNode) or not isinstance(card, str) or self.text[listed.start] != "[":
            return
        items, first = listed.items, 0
        while first < len(items) - 1:
            last = self._last_of_passage(items, first, " ".join(card.split()))
            if last > first:
                self._parted(items[first : last + 1])
            first = last + 1

    def _last_of_passage(self, items: Sequence[AnyNode], first: int, card: str) -> int:
        last = first
        while last + 1 < len(items) and all(
            isinstance(each, ScalarNode) and self._is_plain(each) for each in items[first : last + 2]
        ):
            if self._joined(items[first : last + 2]) not in card:
                break
            last += 1
        return last

    def _parted(self, items: Sequence[AnyNode]) -> None:
        whole = self._joined(items)
        each = ", ".join(double_quoted(str(item.data)) for item in items)
        message = "inside [ ] a comma begins the next item, but the card has these as one passage"
        help = f"Write {code(double_quoted(whole))} for one passage, or {code(each)} for {len(items)}."
        span = self.document.span(items[0].start, items[-1].end)
        self.faults.add("text-cut-by-comma", span, message, help, severity=Severity.WARNING)

    def finish(self) -> None:
        """Give each value all of its text; report each text that was cut, once, with the whole of it in quotes."""
        for cut in self._cuts.values():
            value = cut.value
            value.data = cut.parent.data[cut.key] = _FOLD.sub(" ", self.text[value.start : value.end])
            if value.broken and id(value) not in self._unspaced:  # where no text can stand, validation says what can
                self._report(cut, value.data)
        for name, value, before in self._unspaced.values():
            self._report_unspaced(name, value, before)

    def _report_unspaced(self, name: ScalarNode, value: ScalarNode, before: tuple[ScalarNode, AnyNode] | None) -> None:
        value.broken = False
        shown = self.text[value.start : value.end]
        if quotes := re.fullmatch(r"([\"'])(.*)\1", shown, re.DOTALL):
            value.data = quotes[2]
        elif id(value) in self._cuts:
            shown = double_quoted(str(value.data))
        written, span = f"{name.data}: {shown}", self.document.span(name.start, value.end)
        sign = self.text[name.end : value.start].strip()
        message = f"{quoted(self.text[name.start : value.end])} has "
        message += "no space after its colon" if sign == ":" else f"{quoted(sign)} for its colon"
        help = f"Write {code(written)}."
        fix: Fix = (Edit(span, text=written),)
        if before is not None and id(before[1]) not in self._unspaced:
            text = _FOLD.sub(" ", self.text[before[1].start : value.end])
            all_of_it = code(f"{before[0].data}: {double_quoted(text)}")
            help, fix = f"{help[:-1]}; or {all_of_it}, if all of it is one text.", ()
        self.faults.add("yaml-key", span, message, help, fix=fix)

    def _report(self, cut: _Cut, whole: str) -> None:
        like = None if cut.kind is Sides and len(cut.parent.entries) == 2 else cut.like
        cut.parent.cut = cut.parent.cut or like is not None
        if cut.twice is not None:
            self._report_twice(cut, cut.twice, whole)
            return
        lost = quoted(self.text[cut.start : cut.value.end])
        message = f"inside {{ }} a comma begins the next key, so {quoted(cut.key)} ends before {lost}"
        written = code(f"{cut.key}: {double_quoted(whole)}")
        help = f"Write {written}"
        help += f"; or `{like}: …`, if that is meant as a key." if like else "."
        if cut.word and not like:
            first = double_quoted(self.text[cut.value.start : cut.start].rstrip(" ,\t\r\n"))
            help = f"{help[:-1]}; or {code(f'{cut.key}: {first}')}, if {quoted(cut.word)} is another program's key."
        fix: Fix = (Edit(cut.value.span, whole),) if cut.plain and not like else ()
        if cut.kind is Name and cut.key == "family" and whole.count(",") == 1:
            person = {key: part.strip() for key, part in zip(("family", "given"), whole.split(","), strict=True)}
            help, fix = f"Write {code(flow(person)[1:-1])}; or {written}, if all of it is that.", ()
        span = self.document.span(cut.parent.entries[cut.key][0].start, cut.value.end)
        self.faults.add("text-cut-by-comma", span, message, help, fix=fix)

    def _report_twice(self, cut: _Cut, twice: ScalarNode, whole: str) -> None:
        message = f"{quoted(twice.data or '')} is given twice in one mapping"
        help = f"Write {code(f'{cut.key}: {double_quoted(whole)}')}, if all of this is one text: inside {{ }} a comma "
        help += "begins the next key. Otherwise delete one of the two."
        names = [name for name, _ in cut.parent.entries.values() if name.data == twice.data]
        notes = tuple(Note(name.span, "first here") for name in names)
        span = self.document.span(cut.parent.entries[cut.key][0].start, cut.value.end)
        self.faults.add("duplicate-key", span, message, help, notes)

    def _is_plain(self, *nodes: ScalarNode) -> bool:
        return all(node.start < node.end and self.text[node.start] not in "\"'" for node in nodes)

    def _like(self, kind: Kind, key: ScalarNode) -> str | None:
        """The key that a single word without a colon may be meant as."""
        word = self.text[key.start : key.end]
        if len(word) > 80 or re.search(r"\s", word):
            return None
        unspaced = _UNSPACED.match(word)
        return word if kind in (Meanings, Sides) else nearest(unspaced[1] if unspaced else word, known_keys(kind))

    def _stem(self, parent: MappingNode, key: ScalarNode, kind: Kind) -> str | None:
        """The key whose value a piece goes on: that of the entry before it, with nothing but a comma between them.

        Where that is a piece itself (`{text: Yes, but: no, and more}`), the one before takes both.
        """
        names = list(islice(reversed(parent.entries), 2))
        if not names or not self._touches(parent, names[0], key):
            return None
        name, (own, value) = names[0], parent.entries[names[0]]
        if len(names) < 2 or not _is_no_key(kind, name) or not is_text(kind, names[1]):
            return name
        if not self._touches(parent, names[1], own):
            return name
        del parent.entries[name], parent.data[name]
        self._cuts.pop(id(value), None)
        self._join(parent, names[1], own, value.end, kind, None)
        return names[1]

    def _touches(self, parent: MappingNode, name: str, key: ScalarNode) -> bool:
        """Whether the value of an entry is a text that ends at the comma before a key."""
        value = parent.entries[name][1]
        if not isinstance(value, ScalarNode) or value.start == value.end:
            return False
        return _COMMA.fullmatch(self.text, value.end, key.start) is not None

    def _join(self, parent: MappingNode, name: str, key: ScalarNode, end: int, kind: Kind, like: str | None) -> None:
        """Let the value of an entry go on to the end of a piece."""
        value = parent.entries[name][1]
        assert isinstance(value, ScalarNode)
        cut = self._cuts.get(id(value))
        if cut is None:
            plain = self._is_plain(value) and is_known(kind, name)
            cut = self._cuts[id(value)] = _Cut(parent, name, value, key.start, kind, plain)
            value.broken = is_text(kind, name) or not is_known(kind, name)
        piece = self.text[key.start : end]
        odd = piece.endswith(":") or _COMMENT.search(piece) or (piece[0] in "\"'" and _ESCAPED.search(piece))
        cut.plain, cut.like = cut.plain and not odd, cut.like or like
        value.end = parent.end = end

    def _no_colon(self, parent: MappingNode, key: ScalarNode, kind: Kind, in_list: bool) -> None:
        """A word that goes on no text."""
        told, parent.cut, word = parent.cut, True, self.text[key.start : key.end]
        if not parent.entries and (written := _braced(self.text, parent.start, kind, in_list)) is not None:
            if not told:
                end, message, text = written
                self.faults.add("yaml-key", self.document.span(parent.start, end), message, write(text))
            return
        if told and in_list:
            return
        message, help = f"{quoted(word)} has no colon", "Inside { } a comma begins the next key: write `key: value`."
        first, _, rest = word.partition(" ")
        if in_list and not parent.entries:
            help = "Put [ ] in place of the { } around it: the items of a list stand between those."
        elif rest and first in known_keys(kind) and first not in parent.entries:
            help = f"Write {code(f'{first}: {rest.strip()}')}."
        elif unspaced := _UNSPACED.match(word):
            message = f"{quoted(word)} has no space after its colon"
            help = f"Write {code(f'{unspaced[1]}: {word[unspaced.end() :]}')}."
        elif is_locator(word):
            help = f"Write `at: {word}`, if it is the place in the source."
        elif kind is Rankings and len(values := ranked(word)) > 1:
            help = f"Write `NAME: {flow(values)}`: whose ranking it is, and the values in a list, the highest first."
        self.faults.add("yaml-key", key.span, message, help)


def last_part(texts: Sequence[str]) -> int | None:
    """The place of the text in a list that has an `and`, so that it may be the last part of one text with commas."""
    return next((at for at in range(len(texts) - 1, 0, -1) if _LAST.search(texts[at])), None)


@cache
def _every_known() -> frozenset[str]:
    return every_key() | csl_keys()


def _is_no_key(kind: Kind, word: str) -> bool:
    """Whether a mapping has no key like this word, so that it is a piece of a text where it follows on one."""
    return kind is not None and not is_known(kind, word) and (" " in word or not nearest(word, known_keys(kind)))


def _can_go_on(kind: Kind, key: str, by_words: bool) -> bool:
    """Whether the value of a key can be meant to go on: a text; or, by words that are no key, a list or a number."""
    if is_text(kind, key) or not is_known(kind, key):
        return True
    return by_words and not is_word(kind, key)


def whole_text(around: MappingNode, key: str, kind: Kind) -> str | None:
    """How a text would be written that goes on with a key and its value, if they belong to it; None where none can."""
    names = list(around.entries)
    at = names.index(key) if key in names else 0
    (own, value), text = around.entries.get(key, (None, None)), around.document.text
    if not at or own is None or not isinstance(value, ScalarNode):
        return None
    before = around.entries[names[at - 1]][1]
    if not isinstance(before, ScalarNode) or not is_text(kind, names[at - 1]) or before.start == before.end:
        return None
    gap = _COMMA if around.is_flow else _FOLD if " " in key else None
    if gap is None or text[before.start] in "|>" or not gap.fullmatch(text, before.end, own.start):
        return None
    return f"{names[at - 1]}: {double_quoted(_FOLD.sub(' ', text[before.start : max(value.end, own.end)]))}"
