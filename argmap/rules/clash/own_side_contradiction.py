"""A side that says two things that cannot both be so.

Either two of its statements `contradicts` each other, neither of them defeated; or it contests, by a rebuttal that is
not answered, a statement that it builds on elsewhere: as a premise of what it holds for or against a resolution. The
rule leaves alone a reply, which may grant what it then uses ("even so"), and what is held against a counterplan. Both
must lead to the same resolution, on the same side: supporters of different options may well disagree.

Why it matters: the other side will read the two aloud, one after the other. And it need not answer either, since each
answers the other.

Instead: drop one of them, or narrow the two until both can be so; what is left then stands. Where the premise is used
only for the sake of argument, build the step on something of your own.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.evaluation.graph import Graph
from argmap.model import Claim, Support
from argmap.model.diagnostics import Finding, Related, Severity
from argmap.rules.clash.argument_lines import MOST
from argmap.rules.positions.position_parts import reach, stands, upward
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
+ resolutions:
+   - claim: send-trainers
+     text: NATO members should send trainers to Ukraine.
+   - claim: send-after-ceasefire
+     text: NATO members should send trainers once a ceasefire holds.
  arguments:
    - support: war-will-be-long
      of: send-trainers
      text: The war will last for years yet.
      evidence: [{source: report}]
    - support: peace-needs-teachers
-     of: send-trainers
+     of: send-after-ceasefire
      contradicts: [war-will-be-long]  # <-
      text: Peace is near, and an army in peace needs teachers.
      evidence: [{source: speech}]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Contradictions first, where they are stated; then rebuttals of what their own side builds on."""
    yield from _contradictions(ev)
    yield from _contested_premises(ev)


def _contradictions(ev: Evaluation) -> Iterator[Finding]:
    earlier = set[str]()
    for id in ev.debate.statements:
        for other in ev.graph.contradictions.get(id, ()):
            both = other in earlier and Label.OUT not in (ev.label(id), ev.label(other))
            if both and _together(ev.graph, id, other):
                stated = other in ev.debate.statements[id].contradicts
                yield _contradiction(ev, *((id, other) if stated else (other, id)))
        earlier.add(id)


def _contradiction(ev: Evaluation, id: str, other: str) -> Finding:
    return Finding(
        ("statements", id, "contradicts"),
        f'contradicts {other}, and "{ev.debate.sides[ev.graph.sides[id] or ev.debate.pro]}" says both.',
        "Drop one of the two, or narrow them until both can be so and remove contradicts:. What is left then stands, "
        "unless something else takes it down.",
        (Related(("statements", other), "is said here by the same side"),),
    )


def _contested_premises(ev: Evaluation) -> Iterator[Finding]:
    for rebuttal in ev.debate.rebuttals:
        contested = rebuttal.of and rebuttal.of not in ev.debate.resolution_ids
        uses = [step for step in ev.graph.uses(rebuttal.target) if not ev.graph.argues_from_turn(step)]
        mine = (
            step.id
            for step in uses
            if contested and step.id != rebuttal.id and _together(ev.graph, rebuttal.id, step.id)
        )
        own = next((id for id in mine if _is_of_the_case(ev.graph, id)), None)
        if own and stands(ev, rebuttal.id):
            yield Finding(
                ("statements", rebuttal.id),
                f"contests {rebuttal.of}, but {own} of the same side is built on it.",
                f"Drop {rebuttal.id}, and {rebuttal.of} stands again, unless something else takes it down; or drop "
                f"{own}, or build it on something of its own, and it counts if that stands.",
                (Related(("statements", own), f"needs {rebuttal.of} as a premise"),),
            )


def _is_of_the_case(graph: Graph, id: str) -> bool:
    """Whether a step bears on a resolution by itself, and is not a reply: a reply may grant what it then uses."""
    above = (graph.debate.statements[each] for each in reach([id], lambda each: upward(graph, each), MOST))
    direct = [step for step in above if not isinstance(step, Claim) and step.of in graph.debate.resolution_ids]
    return any(isinstance(step, Support) or graph.sides[step.target] == graph.debate.pro for step in direct)


def _together(graph: Graph, one: str, other: str) -> bool:
    """Whether two statements are on one side, and bear on the same resolution there."""
    side = graph.sides[one]
    if side is None or side != graph.sides[other] or {one, other} & graph.debate.resolution_ids:
        return False
    mine, theirs = graph.reach.get(one, {}), graph.reach.get(other, {})
    return any(side in sides and side in theirs.get(resolution, ()) for resolution, sides in mine.items())
