"""The page of the editors' judgements: each is there with its reason, and nothing else."""

from __future__ import annotations

import re

from hypothesis import given

from argmap import briefs
from argmap.briefs.kinds.judgements import EDITORS, NOTHING
from argmap.documents.lines import sentence
from argmap.evaluation.evaluated import evaluate
from argmap.model import Claim, Debate
from argmap.wording.sentences import capital
from tests.briefs.tram import evaluated
from tests.strategies import policy_debates


def page(**changes: object) -> str:
    return briefs.write(evaluated(**changes), "judgements")


@given(policy_debates())
def test_each_comparison_that_the_debate_makes_is_listed_with_its_reason(debate: Debate) -> None:
    text = briefs.write(evaluate(debate), "judgements")
    reasons = [c.because for s in debate.statements.values() if not isinstance(s, Claim) for c in s.outweighs]
    assert all(capital(sentence(because)) in text for because in reasons)
    assert (NOTHING in text) is not ("\n## " in text)


def test_a_risk_is_rated_by_who_says_so_or_else_by_the_editors() -> None:
    assert re.search(r"\| Likely \(55 to 80 %\) \| High \| No reason is given. \|", page())
    assert f"*Risks, rated by {EDITORS}*" in page()
    risk = {
        "likelihood": "likely",
        "severity": "high",
        "by": "The city auditor",
        "because": "two of three lines cost more",
        "when": "done",
        "option": "build-tram",
    }
    costs = [{"rebuttal": "dear", "of": "build-tram", "text": "It is dear.", "risk": risk}]
    text = page(positions=[{"position": "cost", "arguments": costs}], recommendation=None)
    assert (
        "| Doing: The city should build the tram | Likely" in text
        and "*Risks, rated by the city auditor*" in text
        and "| Two of three lines cost more. |" in text
    )


def test_a_source_known_in_part_says_so_and_the_memo_counts_it() -> None:
    source = {"id": "doe", "type": "report", "title": "T", "custom": {
        "reliability": "B", "credibility": "2", "why": "It is careful.", "excerpt": "true", "via": "A paper",
        "title_from_url": "true",
    }}  # fmt: skip
    case = [{"support": "a", "of": "build-tram", "text": "A.", "evidence": [{"source": "doe"}]}]
    changes = {"sources": {"doe": source}, "positions": [{"position": "p", "arguments": case}]}
    limits = "Read in excerpt; relayed by another source; given a title from the address; left undated"
    assert f"| B2 | It is careful. | {limits} |" in page(**changes)
    assert (
        "Of the one source cited, one was read in excerpt, one relayed by another source, one given a title from the "
        "address and one left undated." in briefs.write(evaluated(**changes), "policy")
    )
