"""A counterplan that does not say that it works.

The position has `kind: counterplan` and speaks of its parts (plan, net benefit), and there is no statement with
`role: solvency` on the side that runs it: neither in the position, nor in what it rests on, nor in what it leads to.

Why it matters: a counterplan competes with the plan only as far as it deals with the same harm. "It does not solve the
case" leaves the advantages of the plan standing as reasons against it.

Instead: add a claim with `role: solvency` to the `premises:` of its step: how much of the case the counterplan solves,
and by what card.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.positions.position_parts import shells
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
    - support: spares-the-danger
      of: train-abroad
      role: net-benefit
      text: Courses abroad put no teacher within reach of missiles.
      evidence: [{source: report}]
+     premises:
+       - claim: courses-work
+         role: solvency
+         text: Most of those who took a course abroad feel ready.
+         evidence: [{source: survey}]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each counterplan that speaks of its parts and has no solvency."""
    for shell in shells(ev.graph, "counterplan"):
        if not shell.has("solvency"):
            yield Finding(
                shell.at,
                f"has {shell.named}, and no solvency: nothing says that the counterplan deals with the harm.",
                f"{shell.under(ev.graph, 'solvency', 'net-benefit', 'plan')} that says how much of the case the "
                "counterplan solves.",
            )
