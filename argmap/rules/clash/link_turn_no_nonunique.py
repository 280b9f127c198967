"""A link turn without an answer that the disadvantage is not unique.

The turn (`turn: link` or `turn: internal-link`) stands against a disadvantage of the other side that speaks of its
parts. Nothing on the turn's side contests or undercuts the uniqueness of that disadvantage: no answer to a statement
with `role: uniqueness`, and none that has this role itself.

Why it matters: "the plan prevents it" is a gain only if it is coming. As long as the uniqueness of the disadvantage
stands, there is nothing to prevent, and the turn says only "no link".

Instead: add a rebuttal or undercutter with `role: uniqueness`: it is coming, or is there, without the plan. Or remove
`turn:`, if you mean only "no link".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Claim, Rebuttal
from argmap.model.diagnostics import Finding, Related, Severity
from argmap.rules.clash.argument_lines import line, step_from, turns, unprepared
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  kind: disadvantage
  arguments:
    - rebuttal: alliance-splits
      of: send-trainers
      role: impact
      text: An alliance at odds over Ukraine would lose its hold on Europe.
      evidence: [{source: report}]
      premises:
        - claim: united-today
          role: uniqueness
          text: The allies have kept together so far.
          evidence: [{source: survey}]
+         rebuttals:
+           - rebuttal: at-odds-already
+             text: The allies have been at odds over money since the spring.
+             evidence: [{source: speech}]
        - claim: trainers-divide
          role: link
          text: Trainers would divide the allies.
          evidence: [{source: study}]
          rebuttals:
            - rebuttal: trainers-unite
              turn: link               # <-
              text: A shared mission would bring the allies together.
              evidence: [{source: history}]
    - support: trainers-unite-counts
      of: send-trainers
-     premises: [trainers-unite]
+     premises: [trainers-unite, at-odds-already]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each live link turn on a disadvantage of the other side whose uniqueness its side leaves alone."""
    for turn in turns(ev):
        if position := unprepared(ev, turn):
            yield _finding(ev, turn, line(ev.graph, turn.target), position)


def _finding(ev: Evaluation, turn: Rebuttal, argument: Iterable[str], position: str) -> Finding:
    unique = next((id for id in argument if ev.debate.statements[id].role == "uniqueness"), None)
    where = f"Undercut the step of {step_from(ev.graph, turn.target)}"
    if unique:
        is_claim = isinstance(ev.debate.statements[unique], Claim)
        where = f"Contest {unique}" if is_claim else f"Contest {unique} or undercut its step"
    return Finding(
        ("statements", turn.id, "turn"),
        f"turns the {(turn.turn or '').replace('-', ' ')} of {position}, and nothing says that {position} is not "
        "unique: what is not coming cannot be prevented.",
        f"{where}, with role: uniqueness, after which it no longer counts; or remove turn:, if you mean only "
        "'no link'.",
        (Related(("statements", unique), "says that it is not coming"),) if unique else (),
    )
