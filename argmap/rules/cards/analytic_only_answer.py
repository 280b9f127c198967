"""An answer without a card to an argument with one.

A rebuttal or undercutter that cites nothing, has no evidence anywhere in its supports and premises, and answers a
statement that does cite. Only debates in which most statements cite evidence are looked at. Left alone are answers that
put a critical question (`question:`), that argue about meanings, values or the frame of the debate (roles definition,
value, framework, question and the parts of topicality), and those marked `undeveloped: true`.

Why it matters: an analytic may well be right, and is often enough against a bad card. But a judge who has heard a
source on one side and none on the other has a reason to prefer the first.

Instead: cite a source for the answer or for one of its supports. Where the point is one of logic, name the critical
question that it puts, or leave it as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Finding, Severity
from argmap.evaluation import Evaluation
from argmap.model import Rebuttal
from argmap.rules.rule import Options
from argmap.rules.structure import borne_up

SEVERITY = Severity.INFO
BAD = ("""\
arguments:
  - support: ready-sooner
    of: send-trainers
    text: Brigades trained on the spot are ready months sooner.
    evidence: [{source: report}]
    supports:
      - support: seen-before
        text: Brigades taught at home before were ready sooner.
        evidence: [{source: study}]
    rebuttals:
      - rebuttal: no-sooner          # <-
        text: Brigades take as long at home as abroad.
""",)  # fmt: skip
GOOD = ("""\
arguments:
  - support: ready-sooner
    of: send-trainers
    text: Brigades trained on the spot are ready months sooner.
    evidence: [{source: report}]
    rebuttals:
      - rebuttal: no-sooner
        text: Brigades take as long at home as abroad.
        supports:
          - support: counted
            text: An audit counted the same number of weeks.
            evidence: [{source: audit}]
""", """\
arguments:
  - support: ready-sooner
    of: send-trainers
    scheme: expert-opinion
    text: Brigades trained on the spot are ready months sooner.
    evidence: [{source: institute}]
    supports:
      - support: seen-before
        text: Brigades taught at home before were ready sooner.
        evidence: [{source: study}]
    undercutters:
      - rebuttal: no-expert
        question: expertise
        text: Its author has never seen a brigade.
references:
  - {id: institute, type: report, title: A, author: [{literal: Institute}], issued: 2026, URL: "https://example.org/a"}
  - {id: study, type: report, title: B, author: [{literal: Institute}], issued: 2026, URL: "https://example.org/b"}
""")  # fmt: skip

BY_REASON = frozenset({
    "question", "value", "definition", "framework", "interpretation", "violation", "standards", "voters",
})  # fmt: skip
"""Roles of statements that are argued by reason and not by sources."""


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each answer by reasoning alone to what rests on a source."""
    if not _cites_mostly(ev):
        return
    backed = borne_up(ev.graph, (id for id, statement in ev.debate.statements.items() if statement.evidence))
    for id, statement in ev.debate.statements.items():
        if not isinstance(statement, Rebuttal) or id in backed or not ev.debate.statements[statement.target].evidence:
            continue
        if statement.text and not (statement.undeveloped or statement.question or statement.role in BY_REASON):
            yield Finding(
                ("statements", id),
                f"answers {statement.target}, which cites evidence, by reasoning alone.",
                "Cite a source for it or for one of its supports; where it puts a critical question, name that.",
            )


def _cites_mostly(ev: Evaluation) -> bool:
    """Whether more than half of what is said beside the resolutions cites evidence."""
    said = [bool(s.evidence) for id, s in ev.debate.statements.items() if s.text and id not in ev.debate.resolution_ids]
    return 2 * sum(said) > len(said)
