"""Open questions as text, Markdown and data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from argmap.evaluation.evaluated import evaluate
from argmap.model import Claim, Debate
from argmap.reports.question_report import inquire, manual, to_json, to_markdown, to_text
from tests.evaluation.test_framework import con, cut, debate, pro
from tests.strategies import debates

EV = evaluate(debate(pro("a", "r", scheme="sign"), con("b", "r", scheme="threat"), pro("c", "b", question="able")))


def test_grouped_by_statement(snapshot: SnapshotAssertion) -> None:
    found = inquire(EV)
    assert to_text(found, 72) == snapshot
    assert to_markdown(found) == snapshot
    assert to_json(found) == snapshot


FALLEN = evaluate(debate(con("a", "r", scheme="threat"), con("b", "a"), pro("c", "r", scheme="sign"), cut("d", "c")))
NONE = "states no scheme, so there is nothing to ask."
ADVICE = "Say how it argues, such as `scheme: expert-opinion`; all schemes: argmap questions --schemes\n"
REST = f", so there is nothing to ask.\n{ADVICE}"


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ("a", "a is answered; 3 questions with --all. 1 of 2 supports and rebuttals states no scheme.\n"),
        ("c", "c is answered; 3 questions with --all. 1 of 2 supports and rebuttals states no scheme.\n"),
        (
            None,
            "No critical question is open about what counts. 6 questions about the rest: --all. "
            "2 of 4 supports and rebuttals state no scheme.\n",
        ),
    ],
)
def test_where_only_what_is_not_live_has_open_questions_it_says_how_to_see_them(about: str | None, said: str) -> None:
    assert to_text(inquire(FALLEN, about), 200) == said
    assert said.split(";")[0].strip() in to_markdown(inquire(FALLEN, about))


MUTE = evaluate(
    debate(pro("a", "r"), con("b", "a"), con("c", "b"), Claim(id="alone", text="X."), Claim(id="p", text="P."),
           con("d", "p"))
)  # fmt: skip


@pytest.mark.parametrize(
    ("about", "side", "said"),
    [
        (None, None, f"None of the 4 supports and rebuttals states a scheme{REST}"),
        (None, "pro", f'None of the 2 supports and rebuttals of "For" states a scheme{REST}'),
        ("c", None, f"c {NONE}\n{ADVICE}"),
        ("b", None, f"b states no scheme, nor does the one below it{REST}"),
        ("a", None, f"a states no scheme, nor do the 2 below it{REST}"),
        ("b", "pro", f"c {NONE}\n{ADVICE}"),
        ("c", "con", 'Nothing of "Against" answers to c.\n'),
        ("p", None, f"p is a claim: only supports and rebuttals have a scheme. d {NONE}\n{ADVICE}"),
        ("alone", None, "alone is a claim: only supports and rebuttals have a scheme. Nothing answers to alone.\n"),
        (
            "r", None,
            "r is a claim: only supports and rebuttals have a scheme. None of the 3 supports and rebuttals states a "
            f"scheme{REST}",
        ),
    ],
)  # fmt: skip
def test_where_nothing_states_a_scheme_it_says_so_and_what_to_do(
    about: str | None, side: str | None, said: str
) -> None:
    assert to_text(inquire(MUTE, about, side), 200) == said
    assert to_json(inquire(MUTE, about, side)) == []


def test_a_debate_without_arguments_has_nothing_to_ask() -> None:
    assert to_text(inquire(evaluate(debate())), 200) == "There is no argument.\n"


SETTLED = evaluate(debate(con("a", "r", scheme="threat"), *(pro(f"q{n}", "a", question=key)
                   for n, key in enumerate(("able", "willing", "yielding")))))  # fmt: skip


def test_nothing_is_called_open_only_where_a_scheme_is_stated_and_all_of_it_answered() -> None:
    said = "No critical question is open about a. 3 of 4 supports and rebuttals state no scheme.\n"
    assert to_text(inquire(SETTLED), 200) == said
    assert to_text(inquire(SETTLED, "q0"), 200) == f"q0 {NONE}\n{ADVICE}"


@given(debates(), st.data())
def test_it_never_says_that_nothing_is_open_where_nothing_could_be(found: Debate, data: st.DataObject) -> None:
    ev = evaluate(found)
    about = data.draw(st.sampled_from([None, *found.statements]))
    side = data.draw(st.sampled_from([None, *found.sides]))
    asked = inquire(ev, about, side)
    text = to_text(asked, 10_000)
    within = ev.graph.descendants([about]) if about else found.statements
    steps = [found.statements[id] for id in within if not isinstance(found.statements[id], Claim)]
    steps = [step for step in steps if side is None or ev.graph.sides[step.id] == side]
    stating = any(step.scheme for step in steps)  # type: ignore[union-attr]
    assert ("No critical question is open" in text) <= stating
    assert ("nothing to ask" in text) >= (bool(steps) and not stating)
    assert ("argmap questions --schemes" in text) >= (bool(steps) and not stating)


def test_the_manual_names_every_scheme() -> None:
    assert manual().count("So: ") >= 25
