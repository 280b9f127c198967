"""A disadvantage that does not say that its harm is not coming anyway.

The position has `kind: disadvantage` and speaks of its parts (link, internal link or impact). There is no statement
with `role: uniqueness` on the side that runs it: neither in the position, nor in what it rests on, nor in what it leads
to. The rule leaves alone positions without roles.

Why it matters: a disadvantage is a difference that the plan makes. A harm that comes without the plan as well is not a
reason to refuse it. "Not unique" is the first answer in every block.

Instead: add a claim with `role: uniqueness` to the `premises:` of its step, which says, with fresh evidence, why the
harm will not come as things stand. If it is under way and the plan would make it worse, say that there, with its
measure.
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
+       - claim: kept-apart-so-far
+         role: uniqueness
+         text: The two alliances have kept their soldiers apart so far.
+         evidence: [{source: survey}]
        - claim: read-as-provocation
          role: link
          text: Moscow would take allied trainers for a provocation.
          evidence: [{source: study}]
""", """\
  kind: disadvantage
  arguments:
    - rebuttal: direct-clash
      of: send-trainers
      text: Soldiers of two nuclear powers would be firing at each other.
      evidence: [{source: report}]
""")  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each disadvantage that speaks of its parts and has no uniqueness."""
    for shell in shells(ev.graph, "disadvantage"):
        if not shell.has("uniqueness"):
            yield Finding(
                shell.at,
                f"has {shell.named}, and no uniqueness: nothing says that this is not coming anyway.",
                f"{shell.under(ev.graph, 'uniqueness', 'impact', 'link', 'internal-link')} that says why it will not "
                "come as things stand.",
            )
