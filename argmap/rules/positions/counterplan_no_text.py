"""A counterplan that does not say what should be done instead.

The position has `kind: counterplan` and speaks of its parts (solvency, net benefit), and there is no text: no statement
with `role: plan` on the side that runs it, and no resolution of that side (`resolutions:` of debate.yaml, with `side:`)
that the position argues for.

Why it matters: a counterplan is a plan. Without its exact words nobody can say whether it competes, what it solves, or
whether both could be done; and whoever may still choose the words has not committed to anything.

Instead: put its text into debate.yaml as a resolution with its `side:`, and let the position support that; or state it
in the position as a claim with `role: plan` and name it in the `premises:` of what argues from it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.positions.position_parts import argued_by, shells
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  position: abroad-instead             # <-
  kind: counterplan
  arguments:
+   - claim: train-abroad
+     role: plan
+     text: NATO members should double their courses for Ukrainians abroad.
+     evidence: [{source: proposal}]
    - rebuttal: spares-the-danger
      of: send-trainers
      role: net-benefit
      text: Courses abroad put no teacher within reach of missiles.
      evidence: [{source: report}]
      premises:
+       - train-abroad
        - claim: courses-work
          role: solvency
          text: Most of those who took a course abroad feel ready.
          evidence: [{source: survey}]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each counterplan that speaks of its parts and has no text."""
    for shell in shells(ev.graph, "counterplan"):
        if not shell.has("plan") and not shell.proposes:
            yield Finding(
                shell.at,
                f"has {shell.named}, and no text: nothing says what should be done instead.",
                f"State it {_where(argued_by(ev.graph, shell, 'net-benefit', 'solvency'), shell.side)}",
            )


def _where(step: str | None, side: str) -> str:
    claim = f"as a claim with role: plan, and name it in the premises: of {step}; or " if step else ""
    return f"{claim}as a resolution with side: {side}, and let a step of this position support it."
