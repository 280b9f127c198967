"""The report says what was changed, not only that something was."""

from __future__ import annotations

from typing import Any

import pytest

from argmap.evaluation import evaluate
from argmap.model import Claim, Debate, Evidence, Facets, Rebuttal, Risk, Source, SourceNotes, Stakes, Support
from argmap.review import compare, review
from argmap.review.report import to_text
from tests.review.mutations import debate

HELP = Support(id="help", of="act", text="It would help.")
CARD = Evidence(source="report", quote="a b", card="a b. c")


def told(before: Debate, after: Debate) -> str:
    return to_text(review(evaluate(before), evaluate(after)))


def cites(**changes: Any) -> Debate:
    return debate(HELP.model_copy(update={"evidence": (CARD.model_copy(update=changes),)}))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"card": "a b. d"}, ["its card", "card: a b. [-c-]{+d+}"]),
        ({"highlight": ("a",)}, ["its highlight", "highlight: a"]),
        ({"facets": Facets(actor="NATO"), "at": "p. 3"}, ["its at and facets", "actor: NATO", "at: p. 3"]),
        ({"grade": "B2", "card": "a b. d"}, ["grades", "[-c-]{+d+}"]),
    ],
)
def test_of_edited_evidence_it_says_which_part(changes: dict[str, Any], words: list[str]) -> None:
    text = told(cites(), cites(**changes))
    assert [word for word in words if word not in text] == []


def test_of_an_edited_header_it_shows_the_words() -> None:
    one, other = (debate(HELP).model_copy(update={"terms": {"aid": words}}) for words in ("all help", "all arms"))
    assert "aid: all [-help-]{+arms+}" in told(one, other)


def test_a_first_grade_is_no_change_from_question_marks() -> None:
    graded = Source(id="report", title="report", custom=SourceNotes(reliability="B", credibility="2"))
    text = told(debate(HELP), debate(HELP).model_copy(update={"sources": {"report": graded}}))
    assert "is graded B2 now" in text and "??" not in text


def test_which_side_comes_first_is_a_change_even_with_the_usual_names() -> None:
    before = debate(HELP)
    after = before.model_copy(update={"sides": {"con": "Against", "pro": "For"}})
    assert [change.field for change in compare(before, after)] == ["sides"]


@pytest.mark.parametrize(("field", "value"), [("risk", Risk()), ("values", Stakes()), ("facets", Facets())])
def test_an_empty_mapping_says_nothing(field: str, value: object) -> None:
    assert compare(debate(HELP), debate(HELP.model_copy(update={field: value}))) == ()


def test_the_verdict_counts_the_other_statements_that_flip() -> None:
    lone = Claim(id="lone", text="A lone claim.")
    doubts = [Rebuttal(id=f"doubt{n}", of=of, text=f"Doubt {n}.") for n, of in enumerate(("lone", "spare"))]
    spare = Claim(id="spare", text="Another claim.")
    before = debate(HELP, lone, spare)
    assert "; 1 other statement does.\n" in told(before, debate(HELP, lone, spare, doubts[0]))
    assert "; 2 of the other statements do.\n" in told(before, debate(HELP, lone, spare, *doubts))
