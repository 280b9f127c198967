"""A statement with neither evidence nor supports.

Resolutions are exempt (their arguments are their ground), and so are questions and values, which no source can prove,
and statements that are marked `undeveloped: true`.

Why it matters: it is accepted on nothing but its author's word, and still holds up, or takes down, what it answers to.

Instead: cite a source under `evidence:`, or give its reasons under `supports:`. While you have neither, mark it
`undeveloped: true`: it stays on the map, and counts for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Finding, Severity
from argmap.evaluation import Evaluation
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
""")  # fmt: skip

UNPROVABLE = frozenset({"question", "value"})


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Every statement that is only asserted."""
    for id, statement in ev.debate.statements.items():
        asserted = statement.text and not statement.evidence and not statement.undeveloped
        exempt = id in ev.debate.resolution_ids or statement.role in UNPROVABLE
        if asserted and not exempt and not ev.graph.supports(id):
            yield Finding(
                ("statements", id),
                "has neither evidence nor supports.",
                "Cite a source under evidence:, give its reasons under supports:, or mark it undeveloped: true.",
            )
