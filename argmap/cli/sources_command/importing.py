"""`argmap sources import`: bibliographies read, put beside the sources of a debate, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmap.bibliography.value_meanings import said_plainly
from argmap.cli.debates.workspace import shown
from argmap.cli.input_fault import InputFault, standard_input
from argmap.cli.printing.terminal import printable
from argmap.system.paths import read_given
from argmap.wording.counts import counted
from argmap.wording.lists import every_one, listed

if TYPE_CHECKING:
    from argmap.bibliography.merged_entries import Outcome
    from argmap.bibliography.record import Reading
    from argmap.writing.imports.sources_file import SourcesChange, SourcesFile

NAME_PARTS = ("literal", "given", "dropping-particle", "non-dropping-particle", "family", "suffix")
SHOWN = 44
"""Characters of a value that are shown."""


@dataclass
class Import:
    """One run: what was read, what becomes of it, and the file before and after."""

    file: Path
    before: bytes | None
    after: bytes
    readings: list[tuple[str, str, Reading]] = field(default_factory=list)
    """Each file by its name, with its format in words."""
    outcomes: list[tuple[str, Outcome]] = field(default_factory=list)
    """What became of each entry, with the name of its file."""
    updated: bool = False

    @property
    def changes(self) -> bool:
        """Whether the file would be another."""
        return self.after != (self.before or b"")

    def diff(self) -> Iterator[str]:
        """What changes in it, as lines of a unified diff."""
        from argmap.cli.debates.fixing import diff

        name = self.file.name
        return diff(shown(self.file.parent), {name: self.before or b""}, {name: self.after} if self.changes else {})


def run_import(folder: Path, names: Sequence[str], form: str | None, update: bool) -> Import:
    """Read the files and put them beside the sources of a debate; nothing is written yet.

    Raises an input fault where a file cannot be read or `sources.yaml` cannot be written to.
    """
    from argmap.bibliography.merged_entries import Merging
    from argmap.writing.imports.sources_file import NAME, SourcesChange

    before = _before(folder)
    target = _sources_file(folder, before)
    may_replace = (lambda place, key: not target.is_commented(place, key)) if update else None
    merging = Merging(target.items, may_replace=may_replace)
    done = Import(folder / NAME, before, before or b"", updated=update)
    for name in names:
        title, reading = _read(name, form)
        done.readings.append((name, title, reading))
        first = len(merging.outcomes)
        for entry in reading.entries:
            merging.take(entry)
        done.outcomes += [(name, outcome) for outcome in merging.outcomes[first:]]
    change = SourcesChange(merging.added, merging.filled, merging.replaced)
    if change:
        done.after = target.changed(change)
        _make_sure(done, change)
    return done


def _before(folder: Path) -> bytes | None:
    """The bibliography as it stands on the disk; None where there is none."""
    from argmap.files import read_folder
    from argmap.writing.imports.sources_file import NAME

    files, faults = read_folder(folder)
    for fault in faults:
        if fault.span.file == NAME:
            raise InputFault(f"{shown(folder / NAME)} {fault.message}.\nNothing was changed.")
    return files.get(NAME)


def _sources_file(folder: Path, content: bytes | None) -> SourcesFile:
    from argmap.writing.imports.sources_file import NAME, SourcesFile, Unwritable

    try:
        return SourcesFile(content)
    except Unwritable as error:
        hint = f"Repair it first: argmap check {shown(folder)}"
        raise InputFault(f"{shown(folder / NAME)}: {error}. Nothing was changed.\n{hint}") from None


def _read(name: str, form: str | None) -> tuple[str, Reading]:
    """What stands in a file, and what its format is called. Raises an input fault where it has none of ours."""
    from argmap.bibliography.record import Reading
    from argmap.writing.imports.fitting import fit
    from argmap.writing.imports.formats import FORMATS, decoded, format_of, other_format_of

    text, encoding = decoded(_content(name))
    if not text.strip("\ufeff \t\r\n"):
        return "nothing", Reading()
    if other := other_format_of(text):
        message = f"{name} is {other.title}, which argmap does not read. Nothing was changed."
        raise InputFault(f"{message}\n{other.help}")
    form = form or format_of(text)
    if form is None:
        known = [each.title for each in FORMATS.values()]
        raise InputFault(
            f"{name} is not {every_one(known)}. Nothing was changed.\n"
            "Export the library in one of these, or say with -f which of them it is."
        )
    reading = FORMATS[form].read(text)
    fit(reading)
    title = FORMATS[form].title
    return f"{title} in {encoding}" if encoding else title, reading


def _content(name: str) -> bytes:
    if name == "-":
        return standard_input()
    path = Path(name)
    if path.is_dir():
        raise InputFault(f"{name} is a folder; name the files in it.")
    try:
        return read_given(path)
    except FileNotFoundError:
        raise InputFault(f"there is no file {name!r}.") from None


def _make_sure(done: Import, change: SourcesChange) -> None:
    """Read the new file again: every source that was there is there, and no error is new."""
    from argmap.writing.imports.sources_file import NAME, ids_and_errors

    old_ids, old_errors = ids_and_errors(done.before or b"")
    new_ids, new_errors = ids_and_errors(done.after)
    wanted = [*old_ids, *(item["id"] for item in change.added)]
    if new_ids != wanted or new_errors - old_errors:
        why = next(iter(new_errors - old_errors), "the sources would not be the same")
        raise InputFault(f"{NAME}: {why}; nothing was written. This is a fault of argmap: report it.")


def write(done: Import) -> None:
    """Write the new bibliography, unless somebody changed the file meanwhile."""
    from argmap.cli.debates.file_changes import change
    from argmap.system.transactions import FileChange

    change(done.file.parent, {done.file.name: FileChange(done.before, done.after)})


def report(done: Import, dry: bool) -> Iterator[str]:
    """What was read and what became of it, line by line."""
    for name, title, reading in done.readings:
        read = counted(len(reading.entries), "entry", "entries")
        yield f"{name}: {read} in {title}." if reading.entries or title != "nothing" else f"{name} is empty."
    yield from _added(done, "Would add" if dry else "Added")
    yield from _filled(done, "Would fill in" if dry else "Filled in")
    yield from _renamed(done)
    yield from _differing(done, dry)
    same = [outcome for _, outcome in done.outcomes if not (outcome.added or outcome.filled or outcome.updated)]
    if same:
        yield f"Nothing new in {counted(len(same), 'entry', 'entries')}."
    yield from _lost(done)
    yield from unread(done)


def _added(done: Import, verb: str) -> Iterator[str]:
    new = [(name, outcome) for name, outcome in done.outcomes if outcome.added]
    if new:
        yield f"{verb} {counted(len(new), 'source')}: {listed([outcome.id for _, outcome in new])}."
    for name, outcome in new:
        if outcome.because:
            yield f"  {name}:{outcome.entry.line} {outcome.id}: {printable(outcome.because)}"


def _filled(done: Import, verb: str) -> Iterator[str]:
    """Sources that were there, or came with the import before, and have more keys now; and those in doubt."""
    filled = [(name, outcome) for name, outcome in done.outcomes if outcome.filled]
    if filled:
        yield f"{verb} {counted(len({outcome.id for _, outcome in filled}), 'source')}:"
    for name, outcome in filled:
        yield f"  {name}:{outcome.entry.line} {outcome.id} ({outcome.because}): {', '.join(outcome.filled)}"
    doubtful = [(name, outcome) for name, outcome in done.outcomes if outcome.others]
    if doubtful:
        yield "Several sources may be the same work, and the first was taken; merge them:"
    for name, outcome in doubtful:
        yield f"  {name}:{outcome.entry.line} ({outcome.because}): {', '.join([outcome.id, *outcome.others])}"


def _renamed(done: Import) -> Iterator[str]:
    """Entries that are there under other ids: those to cite them by."""
    from argmap.bibliography.entry_ids import has_own_id, id_for

    every = [(name, each) for name, each in done.outcomes if not each.added and has_own_id(each.entry.item)]
    other = [(name, each, id_for(each.entry.item)) for name, each in every if id_for(each.entry.item) != each.id]
    if other:
        yield "Already there under another id:"
    for name, each, id in other:
        yield f"  {name}:{each.entry.line} {printable(id)} is {each.id} ({each.because})"


def _differing(done: Import, dry: bool) -> Iterator[str]:
    kept, taken = [], []
    for name, outcome in done.outcomes:
        for each in outcome.differences:
            place = f"  {name}:{outcome.entry.line} {outcome.id}"
            if each.key in outcome.updated:
                taken.append(f"{place}: {each.key} was {_said(each.ours)}, is {_said(each.theirs)}")
            else:
                kept.append(f"{place}: kept {each.key} {_said(each.ours)}, the file has {_said(each.theirs)}")
    if taken:
        yield f"{'Would update' if dry else 'Updated'} {counted(len(taken), 'value')}:"
        yield from taken
    if kept:
        hint = "a comment stands there, or an entry before says so" if done.updated else "--update takes the file's"
        yield f"Kept {counted(len(kept), 'value')} that differ{'s' * (len(kept) == 1)} ({hint}):"
        yield from kept


def _said(value: Any) -> str:
    """A value as it is shown on a line: texts in quotes, names and dates in words."""
    text = _words(value)
    return printable(f"“{text[:SHOWN]}{'…' * (len(text) > SHOWN)}”")


def _words(value: Any) -> str:
    if isinstance(value, dict):
        named = [str(value[key]) for key in NAME_PARTS if key in value]
        return " ".join(named) or ", ".join(f"{key}: {each}" for key, each in value.items())
    return "; ".join(map(_words, value)) if isinstance(value, list | tuple) else said_plainly(str(value))


def _lost(done: Import) -> Iterator[str]:
    """What has no place in a source, each with its value: nobody else says so."""
    every = [(name, loss) for name, _, reading in done.readings for loss in reading.losses]
    if every:
        yield "Not carried over:"
    for name, loss in every:
        said = f": {_said(loss.value)}" if loss.value else ""
        whose = f" {printable(loss.entry)}" if loss.entry else ""
        yield f"  {name}:{loss.line}{whose}: {printable(loss.what)}{said}"


def unread(done: Import) -> Iterator[str]:
    """What could not be read, with what to do."""
    every = [(name, each) for name, _, reading in done.readings for each in reading.unread]
    if every:
        yield "Not read:"
    for name, each in every:
        yield f"  {name}:{each.line}: {printable(each.message)}"
        yield f"    {printable(each.help)}"
