"""Each condition of the policy: what breaks it, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from argmap.evaluation.evaluated import evaluate
from argmap.model import Debate
from argmap.model.diagnostics import Severity
from argmap.reviews import review
from argmap.reviews.comment.gate import CONDITIONS, NEVER, Breach, breaches
from argmap.reviews.result import StrengthMove
from tests.reviews.comment.cases import ANSWER, CASE, FILES, files, finding, loaded, part
from tests.reviews.mutations import versions

CHEAP = CASE[CASE.index("  - support: cheap") :]
TURNED = files((CHEAP, ""), ("  - support: frees-roads", "  - rebuttal: frees-roads"))
ANSWERED = files((CHEAP, CHEAP + ANSWER))
UNDERCUT = files((CHEAP, CHEAP + ANSWER.replace("rebuttals", "undercutters")))
TWICE = "        rebuttals: [{rebuttal: they-do, text: They do., evidence: [{source: audit}]}]\n"
SETTLED = files((CHEAP, CHEAP + ANSWER + TWICE))
CITED, CITED_OTHERWISE = "    evidence: [{source: herald}]", "    evidence: [{source: audit}]"


def broken(condition: str, after: dict[str, str], before: dict[str, str] = FILES) -> tuple[str, ...]:
    return next((breach.by for breach in part(after, before, policy=(condition,)).breaches), ())


@pytest.mark.parametrize(
    ("condition", "before", "after", "by"),
    [
        ("flip", FILES, TURNED, ("build",)), ("flip", TURNED, FILES, ("build",)), ("flip", FILES, ANSWERED, ()),
        ("fall", FILES, TURNED, ("build",)), ("fall", TURNED, FILES, ()),
        ("statement-flip", FILES, ANSWERED, ("cheap",)), ("statement-flip", FILES, SETTLED, ()),
        ("argument-flip", FILES, ANSWERED, ("cheap",)), ("argument-flip", FILES, SETTLED, ()),
        ("argument-flip", FILES, UNDERCUT, ("cheap",)), ("statement-flip", FILES, UNDERCUT, ()),
        ("unanswered", FILES, ANSWERED, ("drivers-stay",)), ("unanswered", FILES, SETTLED, ("they-do",)),
        ("unanswered", ANSWERED, ANSWERED, ()), ("unanswered", SETTLED, ANSWERED, ("drivers-stay",)),
        ("evidence-lost", FILES, files((", {source: herald, says: Reports it too.}", "")), ("frees-roads",)),
        ("evidence-lost", FILES, files(("says: Reports it too.", "says: Says so.")), ()),
        ("evidence-lost", FILES, files((CHEAP, "")), ()),
        ("evidence-lost", FILES, files((CITED, CITED_OTHERWISE)), ("cheap",)),
        ("quote-altered", FILES, files(("a fifth fewer", "a fourth fewer")), ("frees-roads",)),
        ("quote-altered", FILES, files(("It is cheap", "It is very cheap")), ()),
        ("removed", FILES, files((CHEAP, "")), ("cheap",)), ("removed", FILES, ANSWERED, ()),
        ("suppressed", FILES, files((CHEAP, CHEAP + "    ignore: [{rule: x, reason: y}]\n")), ("cheap",)),
    ],
)  # fmt: skip
def test_conditions(condition: str, before: dict[str, str], after: dict[str, str], by: tuple[str, ...]) -> None:
    assert broken(condition, after, before) == by


def test_a_source_that_is_renamed_everywhere_is_not_lost() -> None:
    after = {name: text.replace("herald", "the-herald") for name, text in FILES.items()}
    assert broken("evidence-lost", after) == ()


def test_a_statement_that_is_renamed_and_loses_its_source_is_found() -> None:
    after = files(("support: cheap", "support: not-dear"), (CITED, CITED_OTHERWISE))
    assert broken("evidence-lost", after) == ("not-dear",)


@pytest.mark.parametrize(("condition", "least"), [("error", 0), ("warning", 1), ("info", 2)])
def test_findings_break_the_policy_by_severity(condition: str, least: int) -> None:
    for severity in Severity:
        made = part(FILES, policy=(condition,), new=(finding("some-rule", severity),))
        assert made.breaches == ((Breach(condition, ("some-rule",)),) if severity.rank <= least else ())


def test_only_new_findings_count() -> None:
    made = part(FILES, policy=("error",), new=(finding(),), fixed=(finding(),))
    assert made.breaches == ()


def test_any_other_name_is_a_rules() -> None:
    made = part(FILES, policy=("suspect", "suspect-link", "missing-thing"), new=(finding("suspect-link"),))
    assert made.breaches == (Breach("suspect", ("cheap",)), Breach("suspect-link", ("cheap",)))


def test_strength_speaks_of_resolutions_only() -> None:
    before, _ = loaded(FILES)
    result = review(evaluate(before), evaluate(before))
    object.__setattr__(result, "moves", (StrengthMove("cheap", 0.1, 0.9), StrengthMove("build", 0.1, 0.9)))
    assert breaches(("strength",), result) == (Breach("strength", ("build",)),)
    assert [move.id for move in result.moves_shown] == ["cheap"]


@given(versions())
@settings(max_examples=50)
def test_never_is_never_broken_and_nothing_changed_breaks_nothing(pair: tuple[Debate, Debate]) -> None:
    before, after = pair
    names = [condition.name for condition in CONDITIONS]
    assert breaches((NEVER,), review(evaluate(before), evaluate(after))) == ()
    assert breaches(names, review(evaluate(before), evaluate(before))) == ()


@given(versions())
@settings(max_examples=50)
def test_a_condition_that_is_narrower_breaks_only_what_the_wider_one_breaks(pair: tuple[Debate, Debate]) -> None:
    found = review(*map(evaluate, pair))
    by = {name: set(next((b.by for b in breaches((name,), found)), ())) for name in ("fall", "flip", "statement-flip")}
    assert by["fall"] <= by["flip"] <= by["statement-flip"]
