"""The report says what was changed, not only that something was."""

from __future__ import annotations

import re
from typing import Any

import pytest

from argmap.documents.formats import html
from argmap.evaluation.evaluated import evaluate
from argmap.model import (
    Claim,
    Debate,
    Evidence,
    Facets,
    Rebuttal,
    Risk,
    Source,
    SourceNotes,
    Stakes,
    Support,
    Suppression,
)
from argmap.prose.change_sentences import headline
from argmap.reviews import compare, review
from argmap.reviews.review_document import coverage, to_document, to_text
from tests.reviews.mutations import debate

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


@pytest.mark.parametrize(
    ("field", "one", "other", "words"),
    [
        ("audiences", {"a": ("x",)}, {"a": ("y",)}, "the debate has other audiences"),
        ("terms", {"aid": "help"}, {"aid": "arms"}, "the debate has other terms"),
        ("parties", {"Us": ("nato",)}, {"Us": ("eu",)}, "the debate has other parties"),
        ("as_of", "2026-01-01", "2026-02-01", "the debate has another as-of date"),
    ],
)
def test_of_a_field_it_says_that_it_is_another(field: str, one: object, other: object, words: str) -> None:
    before, after = (debate(HELP).model_copy(update={field: value}) for value in (one, other))
    assert [headline(change) for change in compare(before, after)] == [words]


def test_of_a_finding_accepted_otherwise_it_shows_the_old_and_the_new_reason() -> None:
    one, other = (
        debate(HELP).model_copy(update={"ignore": (Suppression(rule="claim-no-evidence", reason=reason),)})
        for reason in ("No cards yet.", "No need.")
    )
    assert "[-cards yet-]{+need+}" in told(one, other)
    assert "reason: No need." in told(debate(HELP), other)


def test_text_and_page_have_the_same_sections() -> None:
    contest = Rebuttal(id="contest", of="act", text="It would not help.", evidence=(CARD,))
    change = review(evaluate(debate(HELP)), evaluate(debate(HELP, contest)))
    text, page = to_text(change), html.write(to_document(change))
    titles = [line for line in text.splitlines()[1:] if line[:1].isalpha()]
    assert "Coverage" in titles and re.findall(r"<h2 [^>]+><bdi>(\w+)<", page) == titles
    (line,) = coverage(change)
    assert f"  {line}\n" in text and line in page
    assert "(+1)" in line and "(+0)" not in line


def test_a_first_grade_is_no_change_from_question_marks() -> None:
    graded = Source(id="report", title="report", custom=SourceNotes(reliability="B", credibility="2"))
    text = told(debate(HELP), debate(HELP).model_copy(update={"sources": {"report": graded}}))
    assert "is now graded B2" in text and "??" not in text


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
    assert "; 2 other statements do.\n" in told(before, debate(HELP, lone, spare, *doubts))
