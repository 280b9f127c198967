"""Statements that support each other in a circle.

Each of them is a reason for the next, or a premise of such a reason, and the last is a reason for the first. The whole
circle is named, once, at the member that comes first.

Why it matters: whoever doubts one of them doubts all of them, so that a circle gives no ground; evaluation does
not let it hold anything up. It mostly comes about when two people, or two files, each lean on the other's conclusion.

Instead: cut the step that goes from the conclusion back to its reason, and give what is left evidence of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from argmap.diagnostics import Finding, Related, Severity
from argmap.evaluation import Evaluation
from argmap.rules.rule import Options
from argmap.rules.structure import cycles

SEVERITY = Severity.ERROR
BAD = ("""\
arguments:
  - claim: presence-deters           # <-
    text: A presence of allied soldiers deters attacks.
  - support: attacks-stay-away
    of: presence-deters
    text: Attacks stay away where allied soldiers are.
  - support: deterred
    of: attacks-stay-away
    premises: [presence-deters]
  - support: safer
    of: send-trainers
    premises: [presence-deters]
""",)  # fmt: skip
GOOD = ("""\
arguments:
  - support: presence-deters
    of: send-trainers
    text: A presence of allied soldiers deters attacks.
    supports:
      - support: attacks-stayed-away
        text: No garrison of the alliance has been attacked since 1949.
        evidence: [{source: study}]
""",)  # fmt: skip

SHOWN = 20


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each circle of supports, by the statements that are ground for each other."""
    grounds: defaultdict[str, list[str]] = defaultdict(list)
    for support in ev.debate.supports:
        grounds[support.of] += support.premises if support.is_bare else (support.id, *support.premises)
    for cycle in cycles({id: tuple(grounds.get(id, ())) for id in ev.debate.statements}):
        yield Finding(
            ("statements", cycle[0]),
            _sentence(cycle),
            "Cut the step that leads from the conclusion back to its reason, or give one of them evidence of its own.",
            tuple(Related(("statements", id), "is part of the circle") for id in cycle[1:]),
        )


def _sentence(cycle: tuple[str, ...]) -> str:
    if len(cycle) == 1:
        return "is given as a reason for itself."
    shown = cycle if len(cycle) <= SHOWN else (*cycle[: SHOWN - 1], f"{len(cycle) - SHOWN:,} more", cycle[-1])
    return f"rests on itself: {' because of '.join((*shown, cycle[0]))}."
