"""A kritik that does not say what to do or think instead.

The position has `kind: kritik` and speaks of its parts (framework, link, impact), and there is no statement with
`role: alternative` on the side that runs it: neither in the position, nor in what it rests on, nor in what it bears
on; and the position argues for no resolution of that side.

Why it matters: without an alternative a kritik is a disadvantage to everything, the status quo included, and the other
side's way remains the best on offer.

Instead: add a statement with `role: alternative`, and say how it deals with the link and with the case. Where the
kritik is meant as a disadvantage to the plan, give the position that kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.positions.position_parts import argued_by, shells
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  position: security                   # <-
  kind: kritik
  arguments:
    - rebuttal: fear-breeds-war
      of: send-trainers
      role: impact
      text: Policies drawn up in the language of threats bring about the wars that they fear.
      evidence: [{source: essay}]
      premises:
        - claim: plan-speaks-of-threats
          role: link
          text: The plan presents Ukraine as a problem of security alone.
          evidence: [{source: speech}]
+   - rebuttal: ask-those-concerned
+     of: send-trainers
+     role: alternative
+     text: The choice should begin with what those who live there ask for.
+     evidence: [{source: survey}]
""", """\
  kind: kritik
  arguments:
    - rebuttal: fear-breeds-war
      of: send-trainers
      text: Policies drawn up in the language of threats bring about the wars that they fear.
      evidence: [{source: essay}]
""")  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each kritik that speaks of its parts and has no alternative."""
    for shell in shells(ev.graph, "kritik"):
        if not shell.has("alternative", "plan") and not shell.proposes:
            step = argued_by(ev.graph, shell)
            where = f", and name it in the premises: of {step}" if step else ""
            yield Finding(
                shell.at,
                f"has {shell.named}, and no alternative: nothing says what to do or think instead.",
                f"State it as a claim with role: alternative{where}.",
            )
