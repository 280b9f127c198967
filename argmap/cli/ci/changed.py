"""Only the findings that touch a change: what a pull request is to answer for.

A finding touches a change where a line that differs from the base is one that it points at, one that it refers to, or
one of the record that it is about: the whole statement with all that is nested in it, the source, the position.
The base is the commit at which HEAD and the revision parted (their merge base), as in a pull request on GitHub, so
that what others have done since on the other branch counts for nothing. What a change causes in records that it leaves
alone, such as a source that nothing cites any more, is for `argmap diff`, which evaluates both versions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from argmap.cli.printing.report import Checked
from argmap.model.diagnostics import Diagnostic, Span
from argmap.repository import Repository

Lines = Mapping[str, Sequence[range]]
"""The lines that differ, by the path of their file."""


def only_changed(checked: Checked, folder: Path, revision: str) -> Checked:
    """What touches the change since a revision. Raises GitError where git cannot say what changed."""
    repository = Repository.around(folder)
    home = repository.path_of(folder)
    base = repository.merge_base(revision)
    prefix = "" if home == "." else f"{home}/"
    lines = repository.changed_lines(base, [] if home == "." else [home])
    inside = {path.removeprefix(prefix): changed for path, changed in lines.items() if path.startswith(prefix)}
    return replace(checked, diagnostics=touching(checked, inside))


def touching(checked: Checked, lines: Lines) -> tuple[Diagnostic, ...]:
    """The findings that touch lines, which are given by the path of their file inside the debate."""
    return tuple(one for one in checked.diagnostics if any(_meets(span, lines) for span in _about(checked, one)))


def _about(checked: Checked, one: Diagnostic) -> Iterator[Span]:
    yield one.span
    yield from (note.span for note in one.notes)
    record = checked.source_map.nodes.get(one.at[:2]) if one.at else None
    if record is not None:
        yield record.span


def _meets(span: Span, lines: Lines) -> bool:
    last = span.end_line - (span.end_line > span.line and span.end_column == 1)  # it ends before that line
    return any(changed.start <= last and span.line < changed.stop for changed in lines.get(span.file, ()))
