"""The speeches of the formats of debate, in the order in which they are given, the sides in turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Format:
    """A format of debate: its speeches, the first by the side for the motion, and after which of them questions are
    asked, as (what that is called, index of the speech)."""

    title: str
    speeches: tuple[str, ...]
    questions: tuple[tuple[str, int], ...]


_POLICY = Format(
    "Policy debate", ("1AC", "1NC", "2AC", "Block", "1AR", "2NR", "2AR"),
    (("1AC CX", 0), ("1NC CX", 1), ("2AC CX", 2), ("2NC CX", 3)),
)  # fmt: skip

FORMATS: Mapping[str, Format] = {
    "policy": _POLICY,
    "college": _POLICY,
    "ld": Format("Lincoln-Douglas", ("AC", "NC", "1AR", "NR", "2AR"), (("AC CX", 0), ("NC CX", 1))),
    "pf": Format("Public Forum", ("AC", "NC", "AR", "NR", "AS", "NS", "AF", "NF"),
                 (("Crossfire to AC", 0), ("Crossfire to NC", 1), ("Crossfire to AR", 2), ("Crossfire to NR", 3))),
    "bp": Format("British Parliamentary", ("PM", "LO", "DPM", "DLO", "MG", "MO", "GW", "OW"),
                 tuple((f"Points to {name}", n) for n, name in enumerate(("PM", "LO", "DPM", "DLO", "MG", "MO")))),
}  # fmt: skip
"""The formats by name; columns as Verbatim Flow has them."""
