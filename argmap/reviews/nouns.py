"""What a reader calls the fields of the format, where their names are no words for it."""

from __future__ import annotations

_NOUNS = {
    "short": "short name", "asks": "question put aloud", "excludes": "options excluded", "said_by": "speaker",
    "status_quo": "mark as today's practice", "criteria": "criteria", "as_of": "as-of date",
}  # fmt: skip
_IN_A_RISK = {"when": "if", "by": "rated by"}
PLURAL = frozenset({"sides", "terms", "values", "audiences", "facets", "resolutions", "criteria", "parties"})
"""Fields of which there are several things in one."""


def noun(field: str) -> str:
    """The field in words: `said_by` is the speaker."""
    return _NOUNS.get(field, field.replace("_", " "))


def part(field: str) -> str:
    """A field inside of another, as it stands before its value: `if: not done`, `rated by: the editors`."""
    return _IN_A_RISK.get(field, noun(field))
