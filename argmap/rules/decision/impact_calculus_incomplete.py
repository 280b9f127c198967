"""A risk that is rated in part.

A `risk:` lacks at least one of likelihood, severity, timeframe and reversibility. The rule passes over statements
without a `risk:`.

Why it matters: impacts are compared by all four. A catastrophe without a likelihood cannot be set against a small harm
that is certain. And a harm that takes years and can be undone differs from one that comes in days and cannot.

Instead: state what is missing, as a judgement if you have nothing better; where nobody can judge it, say so in
`ignore:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options
from argmap.wording.lists import listed

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  arguments:
    - rebuttal: direct-clash
      of: send-trainers
      text: Soldiers of two nuclear powers would be firing at each other.
      evidence: [{source: study}]
-     risk: {severity: catastrophic, likelihood: unlikely}   # <-
+     risk: {likelihood: unlikely, severity: catastrophic, timeframe: weeks, reversibility: irreversible}
""", """\
  arguments:
    - rebuttal: direct-clash
      of: send-trainers
      text: Soldiers of two nuclear powers would be firing at each other.
      evidence: [{source: study}]
      risk: {mitigation: "A direct line between the staffs"}   # <-
""")  # fmt: skip

CALCULUS = ("likelihood", "severity", "timeframe", "reversibility")


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each risk with what its rating lacks."""
    for id, statement in ev.debate.statements.items():
        missing = [key for key in CALCULUS if statement.risk and getattr(statement.risk, key) is None]
        if missing:
            yield Finding(
                ("statements", id, "risk"),
                f"does not rate the {listed(missing)} of this risk.",
                f"Add {listed([f'{key}:' for key in missing])} under risk:, as a judgement if you have nothing better.",
            )
