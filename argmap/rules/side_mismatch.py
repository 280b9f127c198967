"""A `side` that is not the one the statement argues for.

The side of a statement follows from what it answers to: a support keeps the side of its target, a rebuttal turns
it. Here the side that is stated is the other one.

Why it matters: either the side is wrong and misleads a reader, or the statement answers to the wrong thing and counts
against those who made it.

Instead: remove `side:` (it is worked out anyway), or correct what the statement answers to, or whether it is a
support or a rebuttal. The last two change what stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Claim, Statement
from argmap.model.diagnostics import Finding, Severity
from argmap.prose.relation import VERBS, relation_of
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.ERROR
HOLDS_OF_PART = True
EXAMPLES = ("""\
  arguments:
    - rebuttal: direct-clash
      of: send-trainers
-     side: pro                        # <-
+     side: con
      text: Soldiers of two nuclear powers would be firing at each other.
      evidence: [{source: report}]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each stated side that differs from the derived one."""
    debate, sides = ev.debate, ev.graph.sides
    for statement in debate.statements.values():
        derived = sides[statement.id]
        if statement.side and derived and statement.side != derived:
            yield Finding(
                ("statements", statement.id, "side"),
                f"{statement.id} argues for {derived} ({debate.sides[derived]}): {_reason(ev, statement)}.",
                f"Remove side:, or write side: {derived}. If {statement.side} is right, correct what {statement.id} "
                "answers to, or whether it is a support or a rebuttal; that changes what stands.",
            )


def _reason(ev: Evaluation, statement: Statement) -> str:
    if isinstance(statement, Claim):
        return "that is the side of the steps that use it"
    return f"it {VERBS[relation_of(statement)]} {statement.target}, which is {ev.graph.sides[statement.target]}"
