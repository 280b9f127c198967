"""A baseline: the findings that were there when checking began, which do not fail; new ones do.

The file has a line for each, `DEBATE RULE PLACE`, sorted, with `xN` after it where there are several of one rule in
one place. The place is an address in the model, or a file and a digest of words where the files could not be read that
far; never a line, so that a baseline stays valid while debates are edited. Lines that two branches add do not depend
on each other: `FILE merge=union` in .gitattributes lets git merge them without a conflict, and of two counts of one
finding the higher is taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from argmap.cli.ci.formats.fingerprints import subject
from argmap.cli.printing.report import Checked
from argmap.model.diagnostics import Diagnostic

_HEAD = """\
# Findings that were there when this file was written; new ones fail. A line is: DEBATE RULE PLACE
# Renew it with: argmap check --baseline THIS-FILE --update-baseline
"""
_ENTRY = re.compile(r"(\S+) +([a-z0-9-]+) +(\S+)(?: +x([1-9][0-9]{0,8}))?")
_ODD = re.compile(r"[\s%\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class Key(NamedTuple):
    """What a finding in a baseline is known by."""

    debate: str
    rule: str
    place: str


class BaselineError(Exception):
    """A baseline that cannot be read; the message says which line, and what one looks like."""


@dataclass(frozen=True)
class BaselineComparison:
    """Findings held against a baseline."""

    new: list[Checked]
    """The debates with those findings only that the baseline does not have."""
    old: int
    gone: Mapping[Key, int]
    """Entries that do not occur any more, by how many too many there are."""


def parse(text: str) -> dict[Key, int]:
    """The entries of a baseline. Raises BaselineError."""
    entries: dict[Key, int] = {}
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _ENTRY.fullmatch(line.strip())
        if found is None:
            raise BaselineError(_malformed(number, line))
        key = Key(found[1], found[2], found[3])
        entries[key] = max(entries.get(key, 0), int(found[4] or 1))
    return entries


def _malformed(number: int, line: str) -> str:
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
        return f"line {number}: git's mark of a conflict. Keep the lines of both sides, and delete the marks."
    return (
        f"line {number} is not of the form 'DEBATE RULE PLACE' or 'DEBATE RULE PLACE xN'.\n"
        "Mend it, or delete the file and write it again with --update-baseline."
    )


def written(entries: Mapping[Key, int]) -> str:
    """The text of a baseline; `parse` reads it back."""
    lines = (" ".join(key) + (f" x{number}" if number > 1 else "") for key, number in sorted(entries.items()))
    return _HEAD + "".join(f"{line}\n" for line in lines)


def counted(every: Iterable[Checked]) -> dict[Key, int]:
    """The entries for the findings of debates."""
    return dict(Counter(_key(checked, number) for checked in every for number in range(len(checked.diagnostics))))


def compare(every: Iterable[Checked], entries: Mapping[Key, int]) -> BaselineComparison:
    """New findings, old ones and those that are gone. Of one rule in one place the first in reading order are old.

    An entry is gone only where its rule has looked at its debate.
    """
    every, left = list(every), Counter(entries)
    new = [checked._replace(diagnostics=_unknown(checked, left)) for checked in every]
    looked = {(_word(checked.folder), rule) for checked in every for rule in _looked(checked)}
    gone = {key: number for key, number in sorted(left.items()) if number > 0 and (key.debate, key.rule) in looked}
    old = sum(len(checked.diagnostics) for checked in every) - sum(len(checked.diagnostics) for checked in new)
    return BaselineComparison(new, old, gone)


def updated(every: Iterable[Checked], entries: Mapping[Key, int]) -> dict[Key, int]:
    """The entries for what is found now, and those of debates and rules that were not looked at."""
    every = list(every)
    looked = {(_word(checked.folder), rule) for checked in every for rule in _looked(checked)}
    kept = {key: number for key, number in entries.items() if (key.debate, key.rule) not in looked}
    return kept | counted(every)


def _unknown(checked: Checked, left: Counter[Key]) -> tuple[Diagnostic, ...]:
    new = []
    for number, one in enumerate(checked.diagnostics):
        key = _key(checked, number)
        if left[key] > 0:
            left[key] -= 1
        else:
            new.append(one)
    return tuple(new)


def _looked(checked: Checked) -> frozenset[str]:
    """The rules that have looked at all of a debate: none where its files could not be read to the end."""
    from argmap.loader import FAULTS

    return checked.ran | {fault.name for fault in FAULTS} - checked.unasked if checked.ran else frozenset()


def _key(checked: Checked, number: int) -> Key:
    one = checked.diagnostics[number]
    return Key(_word(checked.folder), one.rule, _word(subject(checked, one)))


def _word(text: str) -> str:
    """A text without what would end a column or a line."""
    found = _ODD.sub(lambda odd: "".join(f"%{byte:02X}" for byte in odd[0].encode(errors="surrogatepass")), text)
    return f"%23{found[1:]}" if found.startswith("#") else found or "."
