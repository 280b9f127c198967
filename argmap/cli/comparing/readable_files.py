"""Two versions of a debate's files of which some cannot be read, made comparable.

What a file with a fault does not give up is neither removed nor changed: it is unread. So the statements that have the
faults are taken as the other version has them, where all else of the file can be read with that; else the whole file is
(as the earlier version has it where neither can be read). All else is compared with that.
Faults that both versions have, and that keep no statement from being read, are no obstacle.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from argmap.cli.comparing.exchanged_items import exchanged, item_around
from argmap.cli.printing.excerpt import excerpt
from argmap.loader import Loaded, read
from argmap.loader.folder import HEADER, is_read
from argmap.model.diagnostics import Diagnostic, Severity, in_reading_order
from argmap.reviews.result import UnreadFile


@dataclass(frozen=True)
class Files:
    """The files of a debate in one version: those that are read, how others begin, what is wrong with the latter."""

    texts: Mapping[str, bytes]
    others: Mapping[str, bytes]
    faults: tuple[Diagnostic, ...] = ()

    @cached_property
    def loaded(self) -> Loaded:
        """The debate that they give, as far as they can be read."""
        found = read(self.texts, self.others)
        return replace(found, diagnostics=in_reading_order([*found.diagnostics, *self.faults]))

    @cached_property
    def errors(self) -> dict[str, list[Diagnostic]]:
        """The errors of each file that has any, by its path. A bad name of a file that nobody reads loses nothing."""
        found = defaultdict[str, list[Diagnostic]](list)
        for each in self.loaded.diagnostics:
            if each.severity is Severity.ERROR and (is_read(each.span.file) or each.rule in LOSES):
                found[each.span.file].append(each)
        return found

    def borrowing(self, names: Iterable[str], other: Files) -> Files:
        """These files with some as another version has them."""
        texts = {**self.texts, **{name: other.texts[name] for name in names if name in other.texts}}
        if texts == self.texts or texts == other.texts:
            return self if texts == self.texts else other
        others = {name: head for name, head in self.others.items() if name not in texts}
        faults = tuple(each for each in self.faults if each.span.file not in texts)
        return Files(dict(sorted(texts.items())), others, faults)


@dataclass(frozen=True)
class Readable:
    """Two versions as they are compared, and what of them could not be."""

    before: Loaded
    after: Loaded
    unread: tuple[UnreadFile, ...] = ()


def readable(before: Files, after: Files) -> Readable:
    """The two versions, with every file that cannot be read in one of them as the other has it."""
    lacking = {name for name in _lost(after, before) if not _is_old_and_small(name, before, after)}
    others = {name for name in _lost(before, after) if not _is_old_and_small(name, before, after)}
    if not lacking | others:
        return Readable(before.loaded, after.loaded)
    (new, parts), (old, old_parts) = _mended(after, before, lacking), _mended(before, after, others)
    parts |= old_parts
    new, lacking = _borrowed(new, before, lacking - parts.keys())
    old, others = _borrowed(old, after, {name for name in others - lacking - parts.keys() if name in after.texts})
    parts = {name: part for name, part in parts.items() if name not in lacking | others}
    every = lacking | others | parts.keys()
    told = {name for name in every if is_read(name)} or every
    order = sorted(told, key=lambda name: (name not in after.errors, name != HEADER, name))
    in_head = lacking | {name for name in parts if name in after.errors}
    unread = (_unread(name, before, after, old, new, name in in_head) for name in order)
    named = (replace(each, parts=parts[each.file][0], statements=parts[each.file][1]) if each.file in parts else each
             for each in unread)  # fmt: skip
    return Readable(old.loaded, new.loaded, tuple(named))


Parts = dict[str, tuple[tuple[str, ...], int]]
"""By file, the ids of what is taken from the other version, and how many statements that are."""


def _mended(own: Files, other: Files, names: set[str]) -> tuple[Files, Parts]:
    """One version with the items that have faults as the other has them, in the files that are sound in the other one
    and are so with this; and these items."""
    made = {
        name: exchanged(own.texts[name], other.texts[name], [each.span.line for each in own.errors[name]])
        for name in names & own.texts.keys() & own.errors.keys() & other.texts.keys() - other.errors.keys()
    }
    found = {name: each for name, each in made.items() if each}
    while found:
        texts = {**own.texts, **{name: text for name, (text, *_) in found.items()}}
        mended = Files(texts, own.others, own.faults)
        wrong = {name for name in found if name in mended.errors or _loses(mended, other, name)}
        if not wrong and mended.errors.keys() <= own.errors.keys():
            return mended, {name: (ids, number) for name, (_, ids, number) in found.items()}
        found = {name: each for name, each in found.items() if name not in wrong} if wrong else {}
    return own, {}


def _loses(own: Files, other: Files, name: str) -> bool:
    """Whether a file lacks what the other version has in it: it may have stood in the lines that were exchanged."""
    theirs = {at for at, span in other.loaded.source_map.names.items() if span.file == name}
    return not theirs <= own.loaded.source_map.names.keys()


def _borrowed(own: Files, other: Files, names: set[str]) -> tuple[Files, set[str]]:
    """One version with files as the other has them, and which these are: a file that is sound in the other version and
    refers to what this one no longer has takes along the files that had it."""
    while True:
        found = own.borrowing(names, other)
        left = [name for name in names if name in found.errors and name not in other.errors]
        more = _had(found, other) - names if left else set()
        if not more:
            return found, names
        names = names | more


def _had(own: Files, other: Files) -> set[str]:
    """The files that differ and in which the other version has statements or sources that are not here; where there is
    none, all that differ."""
    differing = {name for name, text in other.texts.items() if own.texts.get(name) != text}
    here, there = own.loaded.source_map.names, other.loaded.source_map.names
    return {there[at].file for at in there if at not in here} & differing or differing


def _lost(files: Files, other: Files) -> Iterator[str]:
    """The files with errors; and those that the other version has and this one has under a name that is not read."""
    yield from files.errors
    if any(_strays(files)):
        yield from (name for name in other.texts if name not in files.texts)


def _is_old_and_small(name: str, *versions: Files) -> bool:
    """Whether both versions have the same errors in a file, and lose no statement by them."""
    before, after = (files.errors.get(name) for files in versions)
    if not before or not after:
        return False
    marks = [Counter((each.rule, each.message) for each in found) for found in (before, after)]
    return marks[0] == marks[1] and not any(each.rule in LOSES for each in after)


LOSES = frozenset(
    {
        "yaml-syntax", "tab-indentation", "yaml-documents", "too-deep", "duplicate-id", "not-utf8", "missing-file",
        "duplicate-key", "duplicate-position", "file-not-read", "file-too-large", "unreadable-file", "not-a-file",
        "outside-folder",
    }
)  # fmt: skip
"""Errors by which whole statements are lost, whatever they stand in."""


def _unread(name: str, before: Files, after: Files, old: Files, new: Files, in_head: bool) -> UnreadFile:
    own, others = after.errors.get(name, ()), before.errors.get(name, ())
    elsewhere = () if own or others else (*_strays(after), *_strays(before)) or _all_errors(after, before)
    source_map = (new if name in new.texts else old).loaded.source_map
    number = sum(at[:1] == ("statements",) and node.span.file == name for at, node in source_map.nodes.items())
    found = UnreadFile(name, (*own, *others, *elsewhere), bool(others) or name not in before.texts, in_head, number)
    return in_context(found, after if own else before)


COLUMNS = 100
"""Of an excerpt."""


def in_context(found: UnreadFile, files: Files) -> UnreadFile:
    """With the lines around its first fault, and the statement that has it, where the fault stands in the file."""
    span = found.faults[0].span if found.faults else None
    text = files.loaded.source_map.texts.get(found.file)
    if span is None or text is None or span.file != found.file:
        return found
    lines = tuple(line.rstrip() for line in excerpt(text, span, "", COLUMNS))
    item = item_around(text.split("\n"), span.line - 1)
    return replace(found, within=item.id if item else "", excerpt=lines if any("^" in line for line in lines) else ())


def _all_errors(*versions: Files) -> tuple[Diagnostic, ...]:
    return tuple(each for files in versions for found in files.errors.values() for each in found)


def _strays(files: Files) -> Iterator[Diagnostic]:
    """Errors of files that are not read."""
    return (each for name, found in files.errors.items() if not is_read(name) for each in found)
