"""A disadvantage that does not say what the plan has to do with it.

The position has `kind: disadvantage` and speaks of its parts (uniqueness, internal link or impact). There is no
statement with `role: link` on the side that runs it: neither in the position, nor in what it rests on, nor in what it
leads to. The rule leaves alone positions without roles.

Why it matters: a terrible impact is not a reason against the plan unless the plan causes it. "No link" then ends the
disadvantage in one sentence.

Instead: add a claim with `role: link` to the `premises:` of its step: what about the plan (who acts, what they do,
where and when) sets it off. Its card speaks about the plan, not about the topic in general.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.positions.position_parts import shells
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  position: escalation                 # <-
  kind: disadvantage
  arguments:
    - rebuttal: direct-clash
      of: send-trainers
      role: impact
      text: Soldiers of two nuclear powers would be firing at each other.
      evidence: [{source: report}]
      premises:
        - claim: kept-apart-so-far
          role: uniqueness
          text: The two alliances have kept their soldiers apart so far.
          evidence: [{source: survey}]
+       - claim: read-as-provocation
+         role: link
+         text: Moscow would take allied trainers for a provocation.
+         evidence: [{source: study}]
""", """\
  kind: disadvantage
  arguments:
    - rebuttal: direct-clash
      of: send-trainers
      text: Soldiers of two nuclear powers would be firing at each other.
      evidence: [{source: report}]
""")  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each disadvantage that speaks of its parts and has no link."""
    for shell in shells(ev.graph, "disadvantage"):
        if not shell.has("link"):
            yield Finding(
                shell.at,
                f"has {shell.named}, and no link: nothing says what about the plan would bring this about.",
                f"{shell.under(ev.graph, 'link', 'internal-link', 'impact', 'uniqueness')} that says what about the "
                "plan sets it off.",
            )
