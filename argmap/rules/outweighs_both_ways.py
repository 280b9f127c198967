"""Considerations that outweigh each other.

One is said to outweigh a second, and the second, directly or through others, to outweigh the first.

Why it matters: weighing is there to settle what neither side settles alone. Where each outweighs the other,
neither counts, and what they bear on is left undecided by mistake.

Instead: decide which one weighs more, keep that `outweighs:` and its reason, and remove the other: the lighter one then
no longer counts. Where it depends on whom you ask, say so in the reason and leave both out.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Finding, Related, Severity
from argmap.evaluation import Evaluation
from argmap.model import Claim
from argmap.rules.rule import Options
from argmap.rules.structure import cycles

SEVERITY = Severity.ERROR
HOLDS_OF_PART = True
BAD = ("""\
arguments:
  - support: ready-sooner
    of: send-trainers
    text: Brigades are ready months sooner.
    evidence: [{source: report}]
    outweighs: [{over: direct-clash, because: "The front does not wait."}]   # <-
  - rebuttal: direct-clash
    of: send-trainers
    text: Soldiers of two nuclear powers would be firing at each other.
    evidence: [{source: study}]
    outweighs: [{over: ready-sooner, because: "A clash cannot be undone."}]
""",)  # fmt: skip
GOOD = ("""\
arguments:
  - support: ready-sooner
    of: send-trainers
    text: Brigades are ready months sooner.
    evidence: [{source: report}]
  - rebuttal: direct-clash
    of: send-trainers
    text: Soldiers of two nuclear powers would be firing at each other.
    evidence: [{source: study}]
    outweighs: [{over: ready-sooner, because: "A clash cannot be undone."}]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each circle of `outweighs`, at the comparison that opens it."""
    steps = [statement for statement in ev.debate.statements.values() if not isinstance(statement, Claim)]
    weighed = {step.id: tuple(comparison.over for comparison in step.outweighs) for step in steps}
    for cycle in cycles(weighed):
        places = [_place(id, over, weighed) for id, over in zip(cycle, (*cycle[1:], cycle[0]), strict=True)]
        yield Finding(
            places[0],
            _sentence(cycle),
            "Keep the comparison that you can defend and remove the other: what it names as lighter then no longer "
            "counts.",
            tuple(Related(place, "the other way round") for place in places[1:]),
        )


def _place(id: str, over: str, weighed: dict[str, tuple[str, ...]]) -> tuple[str | int, ...]:
    return ("statements", id, "outweighs", weighed[id].index(over), "over")


def _sentence(cycle: tuple[str, ...]) -> str:
    if len(cycle) == 1:
        return f"{cycle[0]} is said to outweigh itself."
    if len(cycle) == 2:
        return f"{cycle[0]} and {cycle[1]} are each said to outweigh the other."
    return f"the weighing goes round in a circle: {' over '.join((*cycle, cycle[0]))}."
