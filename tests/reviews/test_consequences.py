"""What follows from a change: answers, coverage and findings mean what they say, whatever is called otherwise."""

from __future__ import annotations

from typing import Any

from argmap.evaluation.evaluated import evaluate
from argmap.model import Claim, Debate, Rebuttal, Support
from argmap.model.diagnostics import Diagnostic, Severity, Span
from argmap.reviews import Review, review
from tests.reviews.mutations import debate

HELP = Support(id="help", of="act", text="It would help.")
DOUBT = Rebuttal(id="doubt", of="help", text="It has not helped before.")


def reviewed(before: Debate, after: Debate, *found: tuple[Diagnostic, ...]) -> Review:
    return review(evaluate(before), evaluate(after), diagnostics=found or ((), ()))  # type: ignore[arg-type]


def test_a_rebuttal_is_newly_answered_only_where_somebody_answers_it() -> None:
    answer = Rebuttal(id="answer", of="doubt", text="It has, twice.")
    assert reviewed(debate(HELP, DOUBT), debate(HELP, DOUBT, answer)).newly_answered == ("doubt",)
    withdrawn = DOUBT.model_copy(update={"undeveloped": True})
    turned = Support(id="doubt", of="help", text=DOUBT.text)
    for after in (withdrawn, turned):
        assert reviewed(debate(HELP, DOUBT), debate(HELP, after)).newly_answered == ()


def test_coverage_is_by_side_whatever_the_sides_are_called() -> None:
    before = debate(HELP, DOUBT)
    after = before.model_copy(update={"sides": {"yes": "Yes", "no": "No"}})
    assert [each.statements for each in reviewed(before, after).coverage] == [(1, 1), (1, 1)]


def finding(message: str, *at: str) -> Diagnostic:
    return Diagnostic(rule="no-source", severity=Severity.WARNING, message=message, span=Span("a.yaml"), at=at)


def test_a_finding_about_what_is_renamed_is_the_same_where_its_words_name_it() -> None:
    aid: Any = HELP.model_copy(update={"id": "aid"})
    old = (finding("`help` has no source", "statements", "help"), finding("help and act: odd", "statements", "act"))
    new = (finding("`aid` has no source", "statements", "aid"), finding("aid and act: odd", "statements", "act"))
    found = reviewed(debate(HELP), debate(aid), old, new).diagnoses
    assert (found.new, found.fixed) == ((), ())
    other = finding("`aid` has no quote", "statements", "aid")
    found = reviewed(debate(HELP), debate(aid), old, (*new, other)).diagnoses
    assert (found.new, found.fixed) == ((other,), ())


def test_a_finding_whose_words_change_is_the_same_at_the_same_place() -> None:
    def found(message: str, number: int, id: str = "help") -> Diagnostic:
        return finding(message)._replace(at=("statements", id, "evidence", number))

    aid: Any = HELP.model_copy(update={"id": "aid"})
    old = (found("Ann says so", 0), found("Sue says so", 1))
    for before, after, new, fixed in (
        (old, (found("Bob says so", 0, "aid"), found("Sue says so", 1, "aid")), (), ()),
        (old, (found("Sue says so", 0, "aid"),), (), old[:1]),
        (old[:1], (found("Bob says so", 1, "aid"),), (found("Bob says so", 1, "aid"),), old[:1]),
    ):
        diagnoses = reviewed(debate(HELP), debate(aid), before, after).diagnoses
        assert (diagnoses.new, diagnoses.fixed) == (new, fixed)


def test_a_recommended_resolution_that_is_renamed_is_still_recommended() -> None:
    def recommending(id: str) -> Debate:
        resolution = Claim(id=id, text="We should act.")
        step = HELP.model_copy(update={"of": id})
        given = {"option": id, "because": "So."}
        return Debate.model_validate({**dict(debate(step, resolutions=[resolution])), "recommendation": given})

    found = reviewed(recommending("act"), recommending("move")).changes
    assert [(change.kind.value, change.id) for change in found] == [("renamed", "move")]
