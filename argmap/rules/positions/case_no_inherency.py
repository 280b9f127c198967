"""A case that does not say why things as they are will not do.

A position of `kind: case` argues for a resolution. The case for it (this position and that side's advantages) speaks of
stock issues (plan, harms or solvency), but nothing with `role: inherency` on that side leads to the resolution.
Resolutions that keep things as they are (`status_quo: true`) need none.

Why it matters: presumption is with the status quo. If what is proposed is being done already, or would come by
itself, there is nothing to decide; inherency names the law, the habit or the interest that stands in the way.

Instead: add a claim with `role: inherency` to the `premises:` of a step of the case: who must act, and what keeps
them from it today.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.graph import Graph
from argmap.model import Role
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.positions.position_parts import Shell, added_at, shells
from argmap.rules.rule_protocol import Options
from argmap.wording.lists import listed

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  position: trainers-now               # <-
  kind: case
  arguments:
    - support: trainers-lengthen-courses
      of: send-trainers
      role: solvency
      text: Trainers on the spot let Ukraine lengthen its courses.
      evidence: [{source: study}]
      premises:
        - claim: courses-are-short
          role: harms
          text: Recruits are sent out after a month of training.
          evidence: [{source: survey}]
+       - claim: missions-end-at-the-border
+         role: inherency
+         text: The mandates of the training missions end at the border.
+         evidence: [{source: mandate}]
""",)  # fmt: skip

STOCK: tuple[Role, ...] = ("solvency", "harms", "plan")


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each case with stock issues and without inherency, once for each resolution it argues for."""
    graph, done = ev.graph, set[str]()
    status_quo = {claim.id for claim in ev.debate.resolutions if claim.status_quo}
    barred = _barred(graph)
    sections = list(shells(graph, "case", "advantage"))
    for shell in sections:
        if shell.kind == "case":
            asked = [r for r in shell.proposes if r not in done | status_quo]
            open = [r for r in asked if (shell.side, r) not in barred and _has_stock_issues(sections, shell.side, r)]
            done.update(open)
            if open:
                yield _finding(graph, shell, open)


def _barred(graph: Graph) -> set[tuple[str, str]]:
    """The sides that have inherency, each with the resolution on which it bears."""
    inherent = (s.id for s in graph.debate.statements.values() if s.role == "inherency")
    reached = (graph.reach.get(id, {}).items() for id in inherent)
    return {(side, resolution) for each in reached for resolution, sides in each for side in sides}


def _has_stock_issues(sections: list[Shell], side: str, resolution: str) -> bool:
    mine = (shell for shell in sections if shell.side == side and resolution in shell.serves)
    return any(role in shell.parts for shell in mine for role in STOCK)


def _where(graph: Graph, shell: Shell, resolutions: list[str]) -> str:
    """Where inherency leads to all of these: at a stock issue that does, else at the resolutions themselves."""
    issues = (id for role in STOCK for id in shell.parts.get(role, ()))
    reached = ((id, graph.reach.get(id, {})) for id in issues)
    bearing = (id for id, reach in reached if all(shell.side in reach.get(each, ()) for each in resolutions))
    place = next(bearing, None)
    return added_at(graph, shell, place) if place else f"Add a support of {' and one of '.join(resolutions)}"


def _finding(graph: Graph, shell: Shell, resolutions: list[str]) -> Finding:
    return Finding(
        shell.at,
        f"argues for {listed(resolutions)} without inherency: nothing says what keeps the status quo from doing it.",
        f"{_where(graph, shell, resolutions)} with role: inherency that says who must act, and what keeps "
        "them from it today.",
    )
