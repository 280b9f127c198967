"""An answer without a card to an argument with one.

A rebuttal or undercutter that cites nothing, has no evidence anywhere in its supports and premises, and answers a
statement that does cite. The rule reports it once, and `claim-no-evidence` leaves out what is said for it alone. The
rule looks only at debates in which most statements cite evidence. It leaves alone answers that put a critical question
(`question:`), permutations, and what is marked `undeveloped: true`. It also leaves alone arguments about meanings,
values or the frame of the debate (roles definition, value, framework, question and the parts of topicality).

Why it matters: an analytic may well be right, and often suffices against a bad card. But a judge who has heard a source
on one side and none on the other has a reason to prefer the first.

Instead: cite a source for the answer or for one of its supports. Where the point is one of logic, name the critical
question that it puts, or accept it by a reasoned `ignore:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Claim, Statement
from argmap.model.diagnostics import Finding, Severity
from argmap.model.schemes import SCHEMES
from argmap.rules.analytics import analytic_answers
from argmap.rules.rule_protocol import Options
from argmap.wording.lists import listed

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      evidence: [{source: report}]
-     supports:
-       - support: seen-before
-         text: Brigades taught at home before were ready sooner.
-         evidence: [{source: study}]
      rebuttals:
        - rebuttal: no-sooner          # <-
          text: Brigades take as long at home as abroad.
+         supports:
+           - support: counted
+             text: An audit counted the same number of weeks.
+             evidence: [{source: audit}]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each answer by reasoning alone to what rests on a source."""
    for answer in analytic_answers(ev):
        questions = _questions(ev.debate.statements[answer.target])
        put = f"; or name the critical question that it puts: question: {listed(questions, 'or')}" if questions else ""
        yield Finding(
            ("statements", answer.id),
            f"answers {answer.target}, which cites evidence, by reasoning alone.",
            f"Cite a source for it, or give it a support that cites one{put}.",
        )


def _questions(target: Statement) -> list[str]:
    """The keys of the critical questions that its scheme puts to a step."""
    scheme = None if isinstance(target, Claim) else target.scheme
    return [question.key for question in SCHEMES[scheme].questions] if scheme else []
