"""One sentence on a resolution: its numbers are those of the evaluation, its reason is so."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from argmap.evaluation.evaluated import evaluate
from argmap.evaluation.force import Force, force
from argmap.evaluation.framework import Label
from argmap.model import Claim, Comparison, Debate, Position, Rebuttal, Statement, Support
from argmap.prose.verdict import verdict
from tests.strategies import debates

PRO = Support(id="a", of="plan", text="A.")
CON = Rebuttal(id="b", of="plan", text="B.")
CON_2 = Rebuttal(id="c", of="plan", text="C.")
NO_B, NO_C = Rebuttal(id="no-b", of="b", text="Not B."), Rebuttal(id="no-c", of="c", text="Not C.")
WINS = Support(id="a", of="plan", text="A.", outweighs=(Comparison(over="b", because="It is more."),))
RIVAL = Claim(id="rival", text="Rival.", contradicts=("plan",))


def _verdict(*statements: Statement) -> str:
    plan = (Claim(id="plan", text="Plan."),)
    debate = Debate(id="d", title="D", resolutions=plan, positions=(Position(id="p", arguments=statements),))
    return verdict(evaluate(debate), "plan")


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        ((), "Defeated: no argument for or against it."),
        ((PRO,), "Stands: 1 for it counts; nothing is against."),
        ((PRO, CON), "Undecided: 1 for and 1 against count, not weighed."),
        ((PRO, CON, NO_B), "Stands: 1 for it counts; the 1 against is answered."),
        ((WINS, CON), "Stands: 1 for it counts; the 1 against is outweighed."),
        ((WINS, CON, CON_2, NO_C), "Stands: 1 for it counts; the 2 against are answered or outweighed."),
        ((CON,), "Defeated: 1 against counts; nothing is for it."),
        ((CON, NO_B), "Defeated: nothing is for it."),
        ((PRO, RIVAL), "Undecided: what contradicts it is not defeated."),
    ],
)
def test_it_says_what_decides(statements: tuple[Statement, ...], said: str) -> None:
    assert _verdict(*statements) == said


def test_thousands_are_grouped() -> None:
    many = tuple(PRO.model_copy(update={"id": f"p{n}"}) for n in range(1_000))
    assert _verdict(*many) == "Stands: 1,000 for it count; nothing is against."
    assert _verdict(*many, CON, CON_2) == "Undecided: 1,000 for and 2 against count, not weighed."


@given(debates())
def test_its_numbers_are_those_of_the_evaluation(debate: Debate) -> None:
    evaluation = evaluate(debate)
    for claim in debate.resolutions:
        said, label = verdict(evaluation, claim.id), evaluation.label(claim.id)
        assert said.lower().startswith(label.word)
        pros = [force(evaluation, step.id) for step in evaluation.graph.supports(claim.id)]
        cons = [force(evaluation, step.id) for step in evaluation.graph.rebuttals(claim.id)]
        if found := re.search(r"(\d+) for and (\d+) against count", said):
            assert [int(n) for n in found.groups()] == [pros.count(Force.COUNTS), cons.count(Force.COUNTS)]
        if label is Label.IN:
            assert pros.count(Force.COUNTS) and not {Force.COUNTS, Force.OPEN} & set(cons)
            assert f"{pros.count(Force.COUNTS)} for it" in said
        if label is Label.OUT:
            assert not {Force.COUNTS, Force.OPEN} & set(pros)
        if "open" in said:
            assert pros.count(Force.OPEN) + cons.count(Force.OPEN)
