"""A position or a resolution on which only one side speaks.

All statements of a position, with what answers to them from other positions, are on one side; or all that answers to a
resolution directly is for it, or all against it. Positions of kind `background` are exempt, and `option-no-cons` looks
at an option without cons beside others that have some.

Why it matters: an argument that nobody has tried to answer is not yet tested. And a map that shows one side persuades
nobody who starts from the other.

Instead: write the best answer that the other side would give, fairly enough that they would sign it. What it answers
then no longer stands, until you reply, or for a resolution until you weigh the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Claim, Rebuttal
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.decision.option_sides import untested
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  position: readiness                  # <-
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      evidence: [{source: report}]
- resolutions:
-   - claim: send-trainers             # <-
-     text: NATO members should send trainers to Ukraine.
+   - rebuttal: direct-clash
+     of: send-trainers
+     text: Soldiers of two nuclear powers would be firing at each other.
+     evidence: [{source: study}]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Resolutions first, then positions."""
    reported = untested(ev)
    for resolution in ev.debate.resolutions:
        answers = ev.graph.answers(resolution.id)
        against = sum(isinstance(answer, Rebuttal) for answer in answers)
        if against in (0, len(answers)) and resolution.id not in reported:
            help = HELP if answers else BOTH
            yield Finding(("statements", resolution.id), _about_resolution(bool(answers), bool(against)), help)
    sides = _sides(ev)
    for position in ev.debate.positions:
        if len(sides[position.id]) == 1 and position.kind != "background":
            (only,) = sides[position.id]
            absent = ev.debate.sides[ev.debate.other(only)]
            yield Finding(("positions", position.id), f'nothing is said for "{absent}" here.', HELP)


HELP = (
    "Write the best answer of the other side, fairly enough that they would sign it. What it answers then no longer "
    "stands, until you reply or weigh."
)
BOTH = (
    "Write the best argument of each side, fairly enough that they would sign it. The resolution is then undecided, "
    "until you weigh them."
)


def _about_resolution(answered: bool, against: bool) -> str:
    if not answered:
        return "nobody has argued for or against it."
    return f"every direct argument is {'against' if against else 'for'} it."


def _sides(ev: Evaluation) -> dict[str, set[str]]:
    """For each position the sides that speak in it, or answer it from another position."""
    position_of, found = ev.debate.position_of, defaultdict[str, set[str]](set)
    for id, side in ev.graph.sides.items():
        statement = ev.debate.statements[id]
        places = [id] if isinstance(statement, Claim) else [id, statement.target]
        for place in places:
            if side and place in position_of:
                found[position_of[place].id].add(side)
    return found
