"""What documents say of arguments: their force, in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from argmap.analysis.critical_sets import turning
from argmap.evaluation.evaluated import Evaluation
from argmap.model import Claim
from argmap.reports import critical_report, explanation, question_report
from tests.briefs.tram import evaluated as tram
from tests.briefs.tram import written
from tests.semantics.small_debate import ferries

DEBATES: dict[str, Callable[[], Evaluation]] = {"ferries": ferries, "tram": tram}


def documents(ev: Evaluation) -> Iterator[str]:
    """All that is printed of a debate by which arguments are named."""
    for kind in ("policy", "policy-short", "argument", "case", "negative", "blocks"):
        yield written(ev, kind)
    for id in ev.debate.statements:
        yield explanation.to_text(explanation.explain(ev, id), 10_000)
    for id in ev.debate.resolution_ids:
        yield critical_report.to_text(ev, turning(ev, id), width=10_000)
    yield question_report.to_text(question_report.inquire(ev, fallen=True), 10_000)


@pytest.mark.parametrize("name", DEBATES)
def test_no_document_says_of_an_argument_that_it_is_live_falls_or_is_defeated(name: str) -> None:
    ev = DEBATES[name]()
    ids = [id for id, statement in ev.debate.statements.items() if not isinstance(statement, Claim)]
    argument = rf"(?:{'|'.join(map(re.escape, ids))})"
    of_one = re.compile(
        rf"\b{argument},? (?:which )?(?:is|would be) defeated|\b{argument},? (?:which )?(?:falls|fell)\b"
        r"|\blive\b|\bdead\b|\bwhich falls\b|\bFalls to\b|\bfell\.|\beach falls\b"
    )
    found = [(match[0], text) for text in documents(ev) for match in of_one.finditer(text)]
    assert not found
