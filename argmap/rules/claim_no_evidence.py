"""A statement with neither evidence nor supports.

Resolutions are exempt (their arguments are their ground), and so are questions and values, which no source can prove,
statements that are marked `undeveloped: true`, and steps that draw on premises of which one is given a ground: what
such a step says is what follows from them.

Why it matters: it is accepted on nothing but its author's word, and still holds up, or takes down, what it answers to.

Instead: cite a source under `evidence:`, or give its reasons under `supports:`. While you have neither, mark it
`undeveloped: true`: it stays on the map, and counts for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Finding, Severity
from argmap.evaluation import Evaluation
from argmap.model import Claim, Statement
from argmap.rules.rule import Options

SEVERITY = Severity.WARNING
BAD = ("""\
arguments:
  - support: ready-sooner            # <-
    of: send-trainers
    text: Brigades trained on the spot are ready months sooner.
""",)  # fmt: skip
GOOD = ("""\
arguments:
  - support: ready-sooner
    of: send-trainers
    text: Brigades trained on the spot are ready months sooner.
    evidence: [{source: report}]
""", """\
arguments:
  - support: ready-sooner
    of: send-trainers
    text: Brigades trained on the spot are ready months sooner.
    undeveloped: true
""", """\
arguments:
  - claim: no-travel
    text: Brigades trained on the spot do not travel.
    evidence: [{source: report}]
  - support: ready-sooner
    of: send-trainers
    text: So they are ready months sooner.
    premises: [no-travel]
""")  # fmt: skip

UNPROVABLE = frozenset({"question", "value"})


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Every statement that is only asserted."""
    for id, statement in ev.debate.statements.items():
        asserted = statement.text and not statement.evidence and not statement.undeveloped
        exempt = id in ev.debate.resolution_ids or statement.role in UNPROVABLE
        if asserted and not exempt and not ev.graph.supports(id) and not _draws_on_ground(ev, statement):
            yield Finding(
                ("statements", id),
                "has neither evidence nor supports.",
                "Cite a source under evidence:, give its reasons under supports:, or mark it undeveloped: true.",
            )


def _draws_on_ground(ev: Evaluation, statement: Statement) -> bool:
    """Whether a premise of the step is more than asserted: it has evidence, supports or premises of its own."""
    premises = () if isinstance(statement, Claim) else statement.premises
    given = (ev.debate.statements[id] for id in premises)
    return any(s.evidence or ev.graph.supports(s.id) or (not isinstance(s, Claim) and s.premises) for s in given)
