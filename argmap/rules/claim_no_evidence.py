"""A statement with neither evidence nor supports.

Resolutions are exempt, and so are the texts of plans and alternatives, since their arguments are their ground. Exempt
too is what is argued by reason and not by sources. By `role:` these are permutations, questions, values, definitions,
the frame of the debate and the parts of topicality; by `question:`, rebuttals that put a critical question. A step from
premises says what follows from them, so it is exempt where one of them has a ground. What is marked `undeveloped: true`
is known to lack a ground, and `analytic-only-answer` looks at answers to statements that cite evidence.

Why it matters: it stands on its author's word alone, and still holds up, or takes down, what it answers to.

Instead: cite a source under `evidence:`, or give its reasons under `supports:`. While you have neither, mark it
`undeveloped: true`: it stays on the map, no longer stands, and counts for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.model import Claim, Statement
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.analytics import analytic, needs_no_source
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  arguments:
    - support: ready-sooner            # <-
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
+     undeveloped: true
""", """\
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      evidence: [{source: report}]
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


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Every statement that is only asserted, and that another finding does not speak of already."""
    reported = analytic(ev)
    for id, statement in ev.debate.statements.items():
        asserted = statement.text and not statement.evidence and not statement.undeveloped
        exempt = id in ev.debate.resolution_ids or id in reported or needs_no_source(statement)
        if asserted and not exempt and not ev.graph.supports(id) and not _draws_on_ground(ev, statement):
            falls = "" if ev.label(id) is Label.OUT else " (it then no longer stands)"
            yield Finding(
                ("statements", id),
                "has neither evidence nor supports.",
                "Cite a source under evidence:, give its reasons under supports:, or mark it undeveloped: true"
                f"{falls}.",
            )


def _draws_on_ground(ev: Evaluation, statement: Statement) -> bool:
    """Whether a premise of the step is more than asserted: it has evidence, supports or premises of its own."""
    premises = () if isinstance(statement, Claim) else statement.needed
    given = (ev.debate.statements[id] for id in premises)
    return any(s.evidence or ev.graph.supports(s.id) or (not isinstance(s, Claim) and s.premises) for s in given)
