"""A disadvantage that does not say what harm it does.

The position has `kind: disadvantage` and speaks of its parts (uniqueness, link or internal link). There is no statement
with `role: impact` on the side that runs it: neither in the position, nor in what it rests on, nor in what it leads to.
The rule leaves alone positions without roles.

Why it matters: a link is an effect, and an effect is not yet a harm. Without an impact there is nothing to weigh
against the advantages, and whoever decides has to guess why the effect should matter.

Instead: add a statement with `role: impact` that says who is harmed, how badly and how soon, with the link and the
uniqueness below its `premises:`. A `risk:` on it puts it into the risk table.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.graph import Graph
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.positions.position_parts import Shell, beside, made_premise, shells
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  position: escalation                 # <-
  kind: disadvantage
  arguments:
    - rebuttal: read-as-provocation
      of: send-trainers
-     role: link
      text: Moscow would take allied trainers for a provocation.
      evidence: [{source: study}]
-     premises:
-       - claim: kept-apart-so-far
-         role: uniqueness
-         text: The two alliances have kept their soldiers apart so far.
-         evidence: [{source: survey}]
""",)  # fmt: skip


def _help(graph: Graph, shell: Shell) -> str:
    """The impact takes the place of what argues for it, which becomes a premise of it."""
    head = shell.head()
    if head is None or head.is_bare:
        part = shell.first("internal-link", "link", "uniqueness")
        step = head.id if head else "the step that uses it"
        return f"To the premises: of {step}, add a claim with role: impact that says what harm comes of {part}."
    says = f"with role: impact that says what harm comes of {head.id}"
    return f"Add {beside(head)} {says}, and {made_premise(graph, head, 'its premises:')}."


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each disadvantage that speaks of its parts and has no impact."""
    for shell in shells(ev.graph, "disadvantage"):
        if not shell.has("impact"):
            yield Finding(
                shell.at,
                f"has {shell.named}, and no impact: nothing says what harm comes of it.",
                _help(ev.graph, shell),
            )
