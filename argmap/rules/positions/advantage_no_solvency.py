"""An advantage that does not say that the plan would bring it about.

The position has `kind: advantage` and speaks of its parts (harms, uniqueness, link, impact, advantage). No statement of
that side with `role: solvency` stands in it, or in what it rests on or leads to. Nor does one stand in a position of
kind `case`, or of no kind, that leads to one of the same resolutions. Solvency may be one section for the whole case.

Why it matters: that there is a harm does not mean that this plan cures it. Solvency is a stock issue; a side that has
none has the burden of proof and nothing to meet it with.

Instead: add a claim with `role: solvency` to the `premises:` of its step, which says how, and how far, the plan works.
Its card is on this plan, not on one like it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.graph import Graph
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.positions.position_parts import Shell, shells
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  position: readiness                  # <-
  kind: advantage
  arguments:
    - support: brigades-break
      of: send-trainers
      role: impact
      text: Brigades that are sent out untrained break within weeks.
      evidence: [{source: report}]
      premises:
        - claim: courses-are-short
          role: harms
          text: Recruits are sent out after a month of training.
          evidence: [{source: survey}]
""", """\
  kind: advantage
  arguments:
    - support: brigades-hold
      of: send-trainers
      role: advantage
      text: Brigades that are trained in full hold their lines.
      evidence: [{source: report}]
      premises:
        - claim: courses-are-short
          role: harms
          text: Recruits are sent out after a month of training.
          evidence: [{source: survey}]
        - claim: trainers-lengthen-courses
          role: solvency
          text: Trainers on the spot let Ukraine lengthen its courses.
          evidence: [{source: study}]
""", """\
  kind: advantage
  arguments:
    - support: brigades-hold
      of: send-trainers
      text: Brigades that are trained in full hold their lines.
      evidence: [{source: report}]
""")  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each advantage that speaks of its parts and has no solvency, nor a case that has it."""
    solved: set[tuple[str, str]] | None = None
    for shell in shells(ev.graph, "advantage"):
        if shell.has("solvency"):
            continue
        solved = _solved(ev.graph) if solved is None else solved
        if not any((shell.side, resolution) in solved for resolution in _resolutions(ev.graph, shell)):
            yield Finding(
                shell.at,
                f"has {shell.named}, and no solvency: nothing says that the plan would bring this about.",
                f"{shell.under(ev.graph, 'solvency', 'advantage', 'impact', 'link', 'harms')} that says how, and how "
                "far, the plan works.",
            )


def _solved(graph: Graph) -> set[tuple[str, str]]:
    """The sides with solvency in a section of their case, each with the resolution for which it is."""
    found = set()
    for position in graph.debate.positions:
        if position.kind in ("case", None):
            for statement in position.arguments:
                if statement.role == "solvency":
                    reached = graph.reach.get(statement.id, {})
                    found |= {(side, resolution) for resolution, sides in reached.items() for side in sides}
    return found


def _resolutions(graph: Graph, shell: Shell) -> set[str]:
    """The resolutions on which the position bears for the side that runs it."""
    every = ((r, sides) for id in shell.own for r, sides in graph.reach.get(id, {}).items())
    return set(shell.serves) or {resolution for resolution, sides in every if shell.side in sides}
