"""Workflow commands, which GitHub Actions shows as annotations on the lines of a pull request.

A step shows ten errors, ten warnings and ten notices, and drops what is above without a word. Where there are more,
findings of one rule in one file share an annotation, the largest groups first; where there are more groups than
places, the last annotation counts what is left. The log of the step has every finding with its place, and there the
runner is told to obey no command, so that nothing written in a debate is taken for one.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from argmap.cli.ci.formats.fingerprints import advice
from argmap.cli.printing.report import Checked
from argmap.cli.printing.terminal import printable
from argmap.model.diagnostics import Diagnostic, Severity
from argmap.wording.counts import counted
from argmap.wording.lists import listed
from argmap.wording.unseen_characters import seen

LIMIT = 10
"""Annotations of one kind that a step can show."""

_KIND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_LINES_NAMED = 12

Found = tuple[str, Diagnostic]
"""A finding and the path of its file from the root of the repository."""


def as_github(every: Iterable[Checked]) -> str:
    """Annotations within GitHub's limits, and the log of all findings; empty where all is well."""
    found = [(checked.path_in_repository(one.span), one) for checked in every for one in checked.diagnostics]
    annotations = (command for severity in Severity for command in _annotations(found, severity))
    return "".join(f"{line}\n" for line in (*annotations, *_log(found)))


def _annotations(found: Sequence[Found], severity: Severity) -> Iterator[str]:
    groups = _grouped([one for one in found if one[1].severity is severity])
    kind, room = _KIND[severity], LIMIT if len(groups) <= LIMIT else LIMIT - 1
    yield from (_annotation(kind, group) for group in groups[:room])
    if rest := [one for group in groups[room:] for one in group]:
        names = sorted({diagnostic.rule for _, diagnostic in rest})
        files = counted(len({path for path, _ in rest}), "file")
        words = f"{len(rest)} more in {files}, see the log of this step: {', '.join(names)}"
        yield f"::{kind} title={_property(counted(len(rest), 'more finding'))}::{_data(words)}"


def _grouped(found: Sequence[Found]) -> list[Sequence[Found]]:
    """One finding a group where they fit; else those of one rule in one file together, as few of these as will do."""
    together: defaultdict[tuple[str, str], list[Found]] = defaultdict(list)
    for path, one in found:
        together[path, one.rule].append((path, one))
    joined, number = set(), len(found)
    for key in sorted(together, key=lambda key: -len(together[key])):
        if number > LIMIT:
            joined.add(key)
            number -= len(together[key]) - 1
    groups: list[Sequence[Found]] = []
    for path, one in found:
        group = together[path, one.rule] if (path, one.rule) in joined else [(path, one)]
        if group[0][1] is one:
            groups.append(group)
    return groups


def _annotation(kind: str, group: Sequence[Found]) -> str:
    path, first = group[0]
    span, title = first.span, first.rule
    where: dict[str, object] = {"file": path, "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:  # GitHub refuses columns where the lines differ
        where |= {"col": span.column, "endColumn": span.end_column}
    message = "\n".join([first.told, *advice(first)])
    if len(group) > 1:
        title = f"{first.rule} ({len(group)} times in this file)"
        message = f"{message}\nThe same rule: {_lines_of(group[1:])}."
    settings = ",".join(f"{key}={_property(str(value))}" for key, value in (where | {"title": title}).items())
    return f"::{kind} {settings}::{_data(message)}"


def _lines_of(group: Sequence[Found]) -> str:
    lines = list(dict.fromkeys(str(one.span.line) for _, one in group))
    return f"line{'s' if len(lines) > 1 else ''} {listed(lines, most=_LINES_NAMED)}"


def _log(found: Sequence[Found]) -> Iterator[str]:
    """Every finding, folded away, between two lines that stop and resume the runner's commands."""
    if not found:
        return
    lines = [line for path, one in found for line in _entry(path, one)]
    token = hashlib.sha256("\n".join(lines).encode(errors="surrogatepass")).hexdigest()
    yield f"::group::{counted(len(found), 'finding')}"
    yield f"::stop-commands::{token}"  # a text cannot hold its own digest
    yield from lines
    yield f"::{token}::"
    yield "::endgroup::"


def _entry(path: str, one: Diagnostic) -> Iterator[str]:
    place = f"{printable(path)}:{one.span.line}:{one.span.column}"
    yield f"{place} {one.severity} {one.rule}: {printable(one.told)}"
    yield from (f"    {printable(line)}" for line in advice(one))


def _data(text: str) -> str:
    return seen(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
