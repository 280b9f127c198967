"""Keys that no one knows: a slip of the pen, or somebody else's key that is carried along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

OTHERS = frozenset({
    "ISAN", "ISCI", "ISMN", "ISRC", "ISWC", "archiveID", "categories", "citekey", "citation-key", "collections",
    "created", "creators", "dateAdded", "dateModified", "event-location", "indexed", "isInstitution", "itemID",
    "journalAbbreviation", "key", "libraryID", "member", "notes", "part", "printing", "relations", "score", "seeAlso",
    "shortTitle", "subject", "supplement", "system_id", "tags", "type", "uri",
})  # fmt: skip
"""Keys that other programs write, and that are none of CSL's misspelt, however like one they look."""


def parted(given: Mapping[str, Any], known: Iterable[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The keys that are known or look like a slip, and those of others."""
    known = frozenset(known)
    foreign = {key: value for key, value in given.items() if key not in known and not slip_of(key, known)}
    return {key: value for key, value in given.items() if key not in foreign}, foreign


@cache
def slip_of(key: str, known: frozenset[str]) -> str | None:
    """The known key that this one is meant for; None where it is none of ours.

    Meant is what differs in capitals, hyphens and underscores, or by a letter left out, put in, changed, or exchanged
    with the next (two in words of seven letters and more, none in those of two).
    """
    if key in OTHERS or len(key) > 40:
        return None
    plain = _plain(key)
    near = [(distance(plain, _plain(word)), word) for word in known if abs(len(key) - len(word)) <= 2]
    return next((word for letters, word in sorted(near)[:1] if letters <= _most(min(len(key), len(word)))), None)


def _most(length: int) -> int:
    """How many letters may be wrong in words so long."""
    return 2 if length >= 7 else 1 if length >= 3 else 0


def _plain(key: str) -> str:
    return key.lower().replace("_", "-").replace(" ", "-")


def distance(one: str, other: str) -> int:
    """The fewest letters to leave out, put in, change or exchange with the next (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b)))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[j] = min(row[j], older[j - 2] + 1)
    return row[-1]
