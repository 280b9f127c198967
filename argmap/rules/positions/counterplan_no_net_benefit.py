"""A counterplan that gives no reason to prefer it to the plan.

The position has `kind: counterplan` and speaks of its parts (plan, solvency), and there is no statement with
`role: net-benefit` on the side that runs it: neither in the position, nor in what it rests on, nor in what it leads to.
Or there is one, and it has the impact of a disadvantage in its `premises:` and not the step of the disadvantage.

Why it matters: a counterplan that solves as well as the plan is a tie, and both can be done. What makes it a reason
against the plan is what it gains or avoids and the plan, or the two together, cannot. That a crisis would hurt is true
even where the plan brings none on: what rests on the impact alone still counts when the disadvantage is answered.

Instead: add a statement with `role: net-benefit`; where it is a disadvantage that the counterplan avoids, a step with
`premises: [{step: DISADVANTAGE}]` is enough, and is answered where that is.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.graph import Graph
from argmap.model import Claim, Rebuttal
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.positions.position_parts import Shell, beside, shells
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  resolutions:
    - claim: send-trainers
      text: NATO members should send trainers to Ukraine.
    - claim: train-abroad
      side: con
      text: NATO members should double their courses for Ukrainians abroad.
  position: abroad-instead             # <-
  kind: counterplan
  arguments:
    - support: courses-work
      of: train-abroad
      role: solvency
      text: Most of those who took a course abroad feel ready.
      evidence: [{source: survey}]
+   - rebuttal: trainers-are-targets
+     of: send-trainers
+     text: Trainers in Ukraine would be hunted by missiles.
+     evidence: [{source: report}]
+   - support: spares-the-danger
+     of: train-abroad
+     premises: [{step: trainers-are-targets}]
+     role: net-benefit
+   - rebuttal: courses-reach-few
+     of: train-abroad
+     text: Most Ukrainian soldiers never see a course abroad.
+     evidence: [{source: audit}]
""",)  # fmt: skip


def _where(shell: Shell) -> str:
    """What argues for the counterplan: a support of its text, or one more answer to what it contests."""
    head = shell.head()
    if shell.proposes or head is None:
        return f"Add a support of {shell.proposes[0] if shell.proposes else shell.own[0]}"
    return f"Add {beside(head)}"


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each counterplan that has parts and has no net benefit, and each net benefit that is an impact alone."""
    for shell in shells(ev.graph, "counterplan"):
        if not shell.has("net-benefit", "advantage"):
            yield Finding(
                shell.at,
                f"has {shell.named}, and no net benefit: nothing says why it is better than the plan.",
                f"{_where(shell)} with role: net-benefit that says what the plan cannot gain or avoid; for a "
                "disadvantage that the counterplan avoids, premises: [{step: DISADVANTAGE}] in place of text:.",
            )
        for benefit in shell.parts.get("net-benefit", ()):
            yield from _bare_impacts(ev.graph, benefit)


def _bare_impacts(graph: Graph, benefit: str) -> Iterator[Finding]:
    """The impacts that a net benefit uses without the disadvantage to which they belong."""
    step = graph.debate.statements[benefit]
    if isinstance(step, Claim):
        return
    for id in step.needed:
        theirs = [each for each in _disadvantages(graph, id, graph.sides[benefit]) if each != benefit]
        if theirs and not {*theirs} & {*step.needed_steps}:
            yield Finding(
                ("statements", benefit, "premises"),
                f"rests on {id} alone, and so still counts when {theirs[0]} is answered.",
                f"Write {{step: {theirs[0]}}} in place of {id}.",
            )


def _disadvantages(graph: Graph, id: str, side: str | None) -> list[str]:
    """The rebuttals of a side that bring an impact on: those that need it, and itself where it is one."""
    impact = graph.debate.statements[id]
    if impact.role != "impact":
        return []
    found = (impact, *graph.uses(id))
    return [each.id for each in found if isinstance(each, Rebuttal) and graph.sides[each.id] == side]
