"""A BibTeX file as entries: strings put in, parts joined by `#`, cross-references followed, every field with its line.

bibtexparser finds the entries and goes on after a broken one; it keeps values as they are written.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bibtexparser import model
from bibtexparser.entrypoint import parse_string

from argmap.bibliography.bibtex.latex import is_braced, printed
from argmap.bibliography.record import Loss, UnreadStretch
from argmap.wording.calendar_words import MONTHS

_PREDEFINED = {name.lower(): month for month in MONTHS for name in (month, month[:3], month[:4])}
"""What stands for a month without quotes: `jul` in BibTeX, and what others write."""
_KEYLESS = re.compile(
    r"^([^\S\n]*@(?!string|preamble|comment)\w+\s*[{(])(?=\s*[\w-]+\s*=)", re.IGNORECASE | re.MULTILINE
)
"""The beginning of an entry without a key, as EndNote writes it."""

_ACCENTED = re.compile(r"^([^\S\n]*@\w+\s*\{)([^\s,={}]{0,99}\{[^\n,=]{0,99}\}[^\n,=]{0,99})(?=,)", re.MULTILINE)
"""The beginning of an entry with LaTeX in its key, as Google Scholar writes `m{\\"u}ller2004krieg`."""
_BRACES = re.compile(
    r'\\.|^[^\S\n]*@\w+\s*\{|[{}"]|(?P<line>^[^\S\n]*%)|(?P<behind>(?<=[,{}"\w])[^\S\n]+%|(?<=,)%)', re.MULTILINE
)
"""What opens and closes, and what may be a comment: on a line of its own, or behind a field."""
_COMMENTED = re.compile(r"\s*%.*|\s*")
_NEVER = frozenset({"crossref", "xdata", "ids", "label", "shorthand", "options", "entryset", "relatedtype", "related",
                    "shorttitle", "sortkey", "sorttitle", "sortname", "keywords", "abstract", "presort",
                    "sortyear", "execute", "entrysubtype"})  # fmt: skip
"""Fields that an entry does not take over from the one that it refers to."""
_INSIDE = frozenset({"inbook", "bookinbook", "suppbook", "incollection", "suppcollection", "inproceedings",
                     "conference", "inreference"})  # fmt: skip
_OF_ONE_HAND = frozenset({"inbook", "bookinbook", "suppbook"})
"""Parts of a book by the author of the book."""
_TITLES = frozenset({"title", "subtitle", "titleaddon"})


@dataclass
class Value:
    """What a field says, in LaTeX, without the quotes or braces around it."""

    text: str
    line: int


@dataclass
class RawEntry:
    """An entry before anybody knows what its fields mean; their names are in small letters."""

    kind: str
    key: str
    line: int
    fields: dict[str, Value]
    twice: list[tuple[str, Value]] = field(default_factory=list)
    """Fields that stand in it once more: the first holds."""
    inherited: frozenset[str] = frozenset()
    """Fields that are taken over from another entry."""
    missing: list[tuple[str, int]] = field(default_factory=list)
    """Entries that it refers to and that are not in the file."""
    undefined: list[tuple[str, int]] = field(default_factory=list)
    """Names of strings that the file does not define; they stand for themselves."""


@dataclass
class Blocks:
    """The entries of a BibTeX file, what of it cannot be read, and what is lost."""

    entries: list[RawEntry] = field(default_factory=list)
    unread: list[UnreadStretch] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)


_LONGEST_STRING = 1_000
"""Characters of an `@string`, which stands for a name."""
MOST_PUT_IN = 2_000_000
"""Characters that all strings of a file are put in for: a few bytes name one, and may name it again and again."""


class _Strings(dict[str, str]):
    """What the strings of a file stand for, and how much more of it may be put in."""

    left = MOST_PUT_IN

    def put_in(self, name: str) -> str:
        """What a string stands for; nothing once too much was put in."""
        self.left -= len(self[name])
        return self[name] if self.left >= 0 else ""


def blocks(text: str) -> Blocks:
    """Every entry of a file, what in it could not be read, and what was passed over; comments are not mentioned."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it would say there is said by us, with advice
    lines = _KEYLESS.sub(r"\1,", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = _ACCENTED.sub(lambda found: found[1] + re.sub(r"[^\w:.+/-]+", "", printed(found[2]).text), lines)
    library = parse_string(_uncommented(lines), parse_stack=[])
    strings = _Strings(_PREDEFINED)
    done = Blocks()
    broken = False
    for block in map(_kept, library.blocks):
        line = (block.start_line or 0) + 1
        if isinstance(block, model.String):
            _define(block, strings, line, done)
        elif isinstance(block, model.Entry):
            _take(_entry(block, strings, line), done)
        elif isinstance(block, model.Preamble):
            done.losses.append(Loss(line, "", "the `@preamble`", block.value))
        elif isinstance(block, model.ImplicitComment):
            _outside(block.comment, line, done, rest=broken)
        elif not isinstance(block, model.ExplicitComment):
            done.unread.append(_failed(block, line))
        broken = isinstance(block, model.ParsingFailedBlock)
    if strings.left < 0:
        what = f"puts strings in for more than {MOST_PUT_IN:,} characters, so later ones are left out"
        done.unread.append(UnreadStretch(1, what, "Write the texts in the entries, or import the file in parts."))
    done.entries = _with_parents(done.entries)
    return done


def _uncommented(text: str) -> str:
    """The text without comments between entries and between fields, as biber and pandoc read it; all lines stay."""
    parts, at, depth, is_quoted = [], 0, 0, False
    for found in _BRACES.finditer(text):
        mark = found[0].lstrip()
        if found.start() < at or mark[0] == "\\":
            continue
        if mark[0] == "@":
            depth, is_quoted = 1, False
        elif mark[0] != "%":
            depth = max(0, depth + (mark == "{") - (mark == "}"))
            is_quoted ^= mark == '"' and depth == 1
        elif depth <= 1 and not is_quoted and (depth or found["line"]):
            end = text.find("\n", found.end())
            parts.append(text[at : found.start()])
            at = end if end >= 0 else len(text)
    return "".join([*parts, text[at:]])


def _define(block: model.String, strings: _Strings, line: int, done: Blocks) -> None:
    """Take a string up. Strings made of strings can double in length with every line, so there is a limit."""
    said = _joined(block.value, strings)[0]
    if len(said) <= _LONGEST_STRING:
        strings[block.key.lower()] = said
    else:
        what = f"the string `{block.key[:40]}` is longer than {_LONGEST_STRING:,} characters"
        done.unread.append(UnreadStretch(line, what, "Write its text in the entries."))


def _take(entry: RawEntry | UnreadStretch, done: Blocks) -> None:
    if isinstance(entry, UnreadStretch):
        done.unread.append(entry)
    else:
        done.entries.append(entry)


def _kept(block: model.Block) -> model.Block:
    """What stands in a block that bibtexparser sets aside because its key, or a field of it, was there before."""
    while isinstance(block, model.DuplicateBlockKeyBlock | model.DuplicateFieldKeyBlock) and block.ignore_error_block:
        block = block.ignore_error_block
    return block


def _entry(block: model.Entry, strings: _Strings, line: int) -> RawEntry | UnreadStretch:
    entry = RawEntry(block.entry_type.strip().lower(), block.key.strip(), line, {})
    for each in block.fields:
        name, at = each.key.strip().lower(), (each.start_line or 0) + 1
        said, unknown = _joined(str(each.value), strings)
        if any(re.search(r"[{}\"=]", word) for word in unknown):
            return UnreadStretch(at, f"a comma is missing after `{name}` of `{entry.key}`", f"Write `{name} = {{…}},`")
        entry.undefined += [(word, at) for word in unknown]
        if name in entry.fields:
            entry.twice.append((name, Value(said, at)))
        else:
            entry.fields[name] = Value(said, at)
    return entry


def _joined(value: str, strings: _Strings) -> tuple[str, list[str]]:
    """A value from its parts, and the strings among them that nobody defined."""
    said, unknown = [], []
    for part in _parts(value):
        if is_braced(part) or (len(part) > 1 and part[0] == part[-1] == '"'):
            said.append(part[1:-1])
        elif part.lower() in strings:
            said.append(strings.put_in(part.lower()))
        else:
            said.append(part)
            unknown += [part] * (not part.isdigit() and part != "")
    return "".join(said), unknown


def _parts(value: str) -> Iterator[str]:
    """What stands between the `#` of a value, outside of braces and quotes."""
    if "#" not in value:
        yield value.strip()
        return
    start = depth = 0
    quoted = False
    for found in re.finditer(r'\\.|[{}"#]', value, re.DOTALL):
        mark = found[0]
        depth += (mark == "{") - (mark == "}")
        if mark == '"' and depth == 0:
            quoted = not quoted
        elif mark == "#" and depth == 0 and not quoted:
            yield value[start : found.start()].strip()
            start = found.end()
    yield value[start:].strip()


def _failed(block: model.Block, line: int) -> UnreadStretch:
    head = (block.raw or "").strip().split("\n", 1)[0][:60]
    reason = getattr(getattr(block, "error", None), "abort_reason", "") or "it cannot be taken apart"
    if "end of file" in reason or "block start" in reason:
        help = "Close it: count its { and }, and the quotation marks; then import the file again."
        return UnreadStretch(line, f"the entry that begins with `{head}` is not closed", help)
    help = "Write each field as `name = {value},` and import the file again."
    return UnreadStretch(line, f"the entry that begins with `{head}` cannot be read", help)


def _outside(text: str, line: int, done: Blocks, *, rest: bool) -> None:
    """Text between the entries, but for comments: BibTeX passes over it, and so may an entry that lost its brace.

    Its first line may be the `rest` of an entry that could not be read.
    """
    for number, each in list(enumerate(text.split("\n"), line))[rest:]:
        if found := re.match(r"\s*(@\w+)", each):
            message = f"the entry that begins with `{each.strip()[:60]}` cannot be read"
            done.unread.append(
                UnreadStretch(number, message, f"Write `{found[1]}{{key,` and its fields, up to a `}}`.")
            )
        elif not _COMMENTED.fullmatch(each):
            done.losses.append(Loss(number, "", "text outside any entry", each.strip()))


def _with_parents(found: list[RawEntry]) -> list[RawEntry]:
    """The entries with what they take over by `crossref` and `xdata`; the latter are no entries of their own."""
    known = {entry.key.lower(): entry for entry in reversed(found)}
    for entry in found:
        _inherit(entry, known)
    return [entry for entry in found if entry.kind not in ("xdata", "set")]


def _inherit(entry: RawEntry, known: Mapping[str, RawEntry]) -> None:
    seen = {entry.key.lower()}
    waiting = [entry]
    while waiting:
        here = waiting.pop()
        for kind, name in _named(here):
            parent = known.get(name.lower())
            if parent is None:
                entry.missing.append((name, here.fields[kind].line))
            if parent is None or name.lower() in seen:
                continue
            seen.add(name.lower())
            waiting.append(parent)
            _take_over(entry, parent, nested=kind == "crossref")


def _named(entry: RawEntry) -> Iterator[tuple[str, str]]:
    for kind in ("xdata", "crossref"):
        if kind in entry.fields:
            yield from ((kind, name.strip()) for name in entry.fields[kind].text.split(",") if name.strip())


def _take_over(entry: RawEntry, parent: RawEntry, nested: bool) -> None:
    """Give an entry what it lacks. The title of a book is the book title of a chapter in it, and
    that of a work in several volumes the main title of each."""
    inside = nested and entry.kind in _INSIDE
    whole = "main" if nested and parent.kind.startswith("mv") else "book" if inside else ""
    for name, value in parent.fields.items():
        if (name in _NEVER and nested) or name == "xdata":
            continue
        names = [f"{whole}{name}" if name in _TITLES else name]
        if inside and name == "author" and entry.kind in _OF_ONE_HAND:
            names = ["author", "bookauthor"]
        if nested and entry.kind in ("article", "suppperiodical") and name in ("title", "subtitle"):
            names = [f"journal{name}"]
        for new in names:
            if new not in entry.fields:
                entry.fields[new] = value
                entry.inherited |= {new}
