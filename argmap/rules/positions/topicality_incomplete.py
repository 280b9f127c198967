"""A topicality shell that lacks one of its four parts.

The position has `kind: topicality` and speaks of its parts, and one of these is missing on the side that runs it:
`interpretation` (or a `definition`), `violation`, `standards`, `voters`.

Why it matters: topicality is argued in four steps: what the words mean, why the plan is not that, why this reading is
the better one, why it decides the round. A shell without one of them is answered by pointing to the gap.

Instead: add what is missing, each as a claim with its role below the `premises:` of the violation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Role
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.positions.position_parts import Shell, added_at, shells
from argmap.rules.rule_protocol import Options
from argmap.wording.lists import listed

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  position: sending-means-soldiers     # <-
  kind: topicality
  arguments:
    - rebuttal: advisers-are-not-sent
      of: send-trainers
-     role: violation
      text: The plan pays firms to teach, which is not to send trainers.
      evidence: [{source: contract}]
-     premises:
-       - claim: to-send-is-to-order
-         role: interpretation
-         text: To send trainers is to order soldiers of one's own to go.
-         evidence: [{source: dictionary}]
""",)  # fmt: skip

SAYS: Mapping[Role, str] = {
    "interpretation": "what the words of the resolution mean",
    "violation": "why the plan is not that",
    "standards": "why this reading is the better one",
    "voters": "why it decides the round",
}

PLACES: tuple[Role, ...] = ("violation", "interpretation", "definition", "standards")


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each topicality shell with a part missing, all of them in one finding."""
    for shell in shells(ev.graph, "topicality"):
        missing = [role for role in SAYS if not _has(shell, role)]
        if missing:
            yield Finding(
                shell.at,
                f"has {shell.named}, and no {listed(missing, 'or')}.",
                f"{added_at(ev.graph, shell, shell.first(*PLACES), len(missing) > 1)} with "
                f"{listed([f'role: {role} ({SAYS[role]})' for role in missing])}.",
            )


def _has(shell: Shell, role: Role) -> bool:
    return shell.has(role) or (role == "interpretation" and shell.has("definition"))
