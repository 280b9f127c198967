"""A statement that helps both sides of one resolution.

One way from it leads to the side for the resolution, another to the side against it. Of a chain that does so, the rule
reports only the statement nearest to the resolution.

Why it matters: it may be a fact that both sides build on, and then a reader should know that it settles nothing. Or it
is a double turn: whoever says it answers their own argument.

Instead: look at both ways. Where one is a slip, remove or correct its step, which may change how the resolution stands;
where both are meant, say so in `ignore:`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.graph import Graph
from argmap.model import Claim, Rebuttal, Step
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options
from argmap.rules.structure import heads
from argmap.wording.lists import listed

SEVERITY = Severity.INFO
EXAMPLES = ("""\
  arguments:
    - claim: russia-watches            # <-
      text: Moscow watches closely who is in Ukraine.
      evidence: [{source: report}]
    - support: deters
      of: send-trainers
      premises: [russia-watches]
-   - rebuttal: provokes
+   - support: warns
      of: send-trainers
      premises: [russia-watches]
+   - rebuttal: direct-clash
+     of: send-trainers
+     text: Soldiers of two nuclear powers would be firing at each other.
+     evidence: [{source: study}]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """For each resolution the statements at which the two sides meet."""
    graph, kept = ev.graph, _kept_by_turns(ev.graph)
    meeting: dict[str, list[str]] = {}
    for id, reached in graph.reach.items():
        for resolution_id, sides in reached.items():
            if len(sides) > 1 and id not in kept:
                meeting.setdefault(resolution_id, []).append(id)
    for resolution in ev.debate.resolutions:
        both = meeting.get(resolution.id, [])
        for id, _below in heads(both, lambda id: _above(graph, id), lambda id: _beneath(graph, id)):
            yield Finding(
                ("statements", id),
                f"helps both sides of {resolution.id}{_ways(ev, id, resolution.id)}.",
                f"If one way is a slip, remove or correct that step, which may change how {resolution.id} "
                "stands; if both are meant: ignore: [{rule: double-edged, reason: …}]",
            )


def _kept_by_turns(graph: Graph) -> Collection[str]:
    """What a turn is meant to use for its own side: the parts that it keeps of the argument, and all below them."""
    statements = graph.debate.statements
    kept: list[str] = []
    for step in statements.values():
        if not isinstance(step, Claim) and graph.argues_from_turn(step):
            kept += step.premise_ids
    return graph.descendants(kept)


def _above(graph: Graph, id: str) -> list[str]:
    return [step.target if step.id == id else step.id for step in _ways_up(graph, id)]


def _beneath(graph: Graph, id: str) -> list[str]:
    statement = graph.debate.statements[id]
    premises = () if isinstance(statement, Claim) else statement.premise_ids
    return [*(step.id for step in graph.answers(id)), *premises]


def _ways_up(graph: Graph, id: str) -> list[Step]:
    """The steps by which a statement bears on others: its own, and those that use it as a premise."""
    statement = graph.debate.statements[id]
    return [*(() if isinstance(statement, Claim) else (statement,)), *graph.uses(id)]


def _ways(ev: Evaluation, id: str, resolution: str) -> str:
    ways: dict[str, list[str]] = {side: [] for side in ev.debate.sides}
    for step in _ways_up(ev.graph, id):
        sides = ev.graph.reach.get(step.target, {}).get(resolution, frozenset())
        if len(sides) == 1:
            (side,) = sides
            ways[ev.debate.other(side) if isinstance(step, Rebuttal) else side].append(step.id)
    named = [f"{ev.debate.sides[side]} by {listed(steps)}" for side, steps in ways.items() if steps]
    return f": {', '.join(named)}" if len(named) > 1 else ", because its answers lead back to it"
