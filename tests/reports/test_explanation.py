"""Explanations: the sentences of each case, and what they promise."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from syrupy.assertion import SnapshotAssertion

from argmap.analysis import moves
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.framework import Label
from argmap.evaluation.grounded import grounded
from argmap.model import Claim, Debate, Rebuttal, Statement, Support
from argmap.reports.chain_of_reasons import Reason
from argmap.reports.explanation import explain, to_json, to_markdown, to_text
from tests.evaluation.test_framework import BARE, CITED, claim, con, cut, debate, over, pro
from tests.semantics.small_debate import ferries
from tests.strategies import debates, random_debate


@pytest.mark.parametrize("id", list(ferries().debate.statements))
def test_what_is_said_of(id: str, snapshot: SnapshotAssertion) -> None:
    assert to_text(explain(ferries(), id), 88) == snapshot


def test_as_data(snapshot: SnapshotAssertion) -> None:
    assert to_json(explain(ferries(), "dig-tunnel")) == snapshot


def test_an_unknown_id_is_the_callers_fault() -> None:
    with pytest.raises(KeyError):
        explain(ferries(), "nobody-said-this")


@given(debates())
@settings(max_examples=60)
def test_every_statement_of_every_debate_has_an_explanation(debate: Debate) -> None:
    ev = evaluate(debate)
    for id, statement in debate.statements.items():
        explanation = explain(ev, id)
        assert explanation.because and explanation.label is ev.label(id)
        assert json.loads(json.dumps(to_json(explanation)))["label"] == ev.label(id)
        lines = to_text(explanation, 60).splitlines()
        assert lines[0].startswith(statement.id) and all(len(line) <= 60 for line in lines)


def chain(length: int) -> Debate:
    answers = [Rebuttal(id=f"a{n}", text="x", of=f"a{n - 1}") for n in range(1, length)]
    return debate(claim("a0"), *answers)


def test_a_long_chain_is_told_some_levels_deep_and_so_on() -> None:
    said = to_text(explain(evaluate(chain(40)), "a0"))
    assert "and so on." in said and "a39" not in said
    assert said.count("\n") < 40


def test_a_debate_of_thousands_is_explained_within_its_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    evaluations: list[int] = []
    solve = moves.grounded
    monkeypatch.setattr(moves, "grounded", lambda framework: evaluations.append(1) or solve(framework))  # type: ignore[func-returns-value]
    monkeypatch.setattr(moves, "BUDGET", 10_000)
    explanation = explain(evaluate(chain(2000)), "a0")
    assert explanation.label is Label.OUT and len(evaluations) <= 10
    assert "Of 2000 ways that might help, the nearest 3 were tried." in to_text(explanation)


def test_where_none_of_the_nearest_ways_helps_it_does_not_say_that_none_would(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moves, "BUDGET", 0)
    ev = evaluate(debate(claim("x", undeveloped=True), con("a", "x"), con("b", "x"), con("c", "x"), con("d", "x")))
    said = to_text(explain(ev, "x"), 200)
    assert "Of 9 ways that might help, only the nearest was tried; it would not bring it back." in said
    assert "No single" not in said


def test_a_debate_that_branches_everywhere_is_not_told_in_full() -> None:
    answers = [Rebuttal(id=f"a{n}", text="x", of=f"a{n // 3}") for n in range(1, 3000)]
    said = to_text(explain(evaluate(debate(claim("a0"), *answers)), "a0"))
    assert "and so on." in said and said.count("\n") < 300


def test_no_statement_is_explained_twice() -> None:
    said = to_text(explain(ferries(), "build-bridge"))
    assert said.count("tried to answer jobs-elsewhere") == 1


def test_what_may_be_outweighed_is_open_and_not_counted() -> None:
    weighed = (pro("f", "r", weigh=True, **over("b")), pro("g", "f"), con("h", "f"))
    said = to_text(explain(evaluate(debate(*weighed, pro("a", "r"), con("b", "r"))), "r"))
    assert "It is weighed: 1 counts for it (a); none count against it." in said
    assert "Open against it:" in said


SAID: dict[str, tuple[list[Statement], str, str]] = {
    "a circle that goes through a bare step": (
        [claim("a"), pro("b", "a"), pro("c", "b", premises=("a",), **BARE)],
        "a",
        "It rests on nothing but itself: b rests on a (by c), b supports a.",
    ),
    "two that do the same": (
        [claim("good", weigh=True), con("x", "good"), con("y", "good"), cut("u", "x", premises=("good",)),
         cut("v", "y", premises=("good",)), claim("end"), con("z", "end", premises=("good",), **BARE)],
        "end",
        "z, which contests it, needs good, which is undecided, like x and y, which contest it",
    ),
    "two that do not": (
        [pro("good", "r", contradicts=("rival",)), claim("rival"), con("x", "good"), con("y", "x"), con("x2", "y"),
         con("z", "y", premises=("x",), **BARE), claim("w", contradicts=("x",))],
        "r",
        "good is undecided, like x, which contests it, and rival, which contradicts it",
    ),
    "what may be outweighed": (
        [pro("a", "r", weigh=True, **over("b")), con("n", "a"), con("b", "r", **CITED)],
        "b",
        "It contests r, and whether it is outweighed there by a is undecided.",
    ),
    "what a step needs beside its statement": (
        [claim("p"), claim("q"), pro("a", "r", premises=("p", "q"))],
        "a",
        "It has no source and no support of its own; its step rests on its premises. Nobody contests it. "
        "It needs both of these: p stands. q stands.",
    ),
    "what it needs though it is outweighed": (
        [claim("p"), pro("a", "r", premises=("p",)), con("b", "r", **over("a"))],
        "a",
        "It supports r, but is outweighed there by b. It needs this: p stands.",
    ),
    "how an undecided statement would fall that is no resolution": (
        [claim("a"), con("x", "a", contradicts=("d",)), claim("d")],
        "a",
        "To defeat it, do this: rebut d (revives x)",
    ),
    "several on which it turns": (
        [claim("x", undeveloped=True), pro("a", "x"), pro("b", "a"), pro("c", "b"), pro("d", "c")],
        "x",
        "It would no longer stand if any one of these were refuted: d a b and 1 more: argmap critical x",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SAID)
def test_it_says(name: str) -> None:
    arguments, id, expected = SAID[name]
    assert expected in " ".join(to_text(explain(evaluate(debate(*arguments)), id), 200).split())


SEVERAL = r"\b((?:[rs]\d+, )*[rs]\d+(?: and [rs]\d+)?)"


def told(seeds: range) -> Iterator[tuple[Evaluation, str]]:
    for seed in seeds:
        ev = evaluate(random_debate(seed))
        for id in ev.debate.statements:
            yield ev, " ".join(to_text(explain(ev, id), 1000).split())


def test_what_is_said_to_be_done_by_one_statement_to_another_is_done() -> None:
    """Of hundreds of debates, by reading the sentences."""
    told_of = dict.fromkeys(("supports", "contests", "undercuts", "contradicts", "is a premise of"), 0)
    for ev, said in told(range(1200)):
        for id, does, other in re.findall(rf"\b([rs]\d+) ({'|'.join(told_of)}) ([rs]\d+)", said):
            assert is_done(ev, id, does, other), (id, does, other)
            told_of[does] += 1
        for other, id, by in re.findall(r"([rs]\d+) rests on ([rs]\d+) \(by ([rs]\d+)\)", said):
            step = ev.debate.statements[by]
            assert isinstance(step, Support) and step.of == other and id in step.premise_ids
        for several, ending in re.findall(rf"(?<!and )(?<!, ){SEVERAL}, which (?:contest|contradict)(s?) it", said):
            assert bool(ending) is (" and " not in several), said
    assert min(told_of.values()) > 10, told_of


def is_done(ev: Evaluation, id: str, does: str, other: str) -> bool:
    one, two = ev.debate.statements[id], ev.debate.statements[other]
    if does == "is a premise of":
        return not isinstance(two, Claim) and id in two.premise_ids
    if does == "contradicts":
        return other in ev.graph.contradictions.get(id, ())
    if does == "supports":
        return isinstance(one, Support) and one.of == other
    return isinstance(one, Rebuttal) and (one.undercuts if does == "undercuts" else one.of) == other


def test_a_statement_turns_on_those_that_are_named_and_on_no_others() -> None:
    named = 0
    for seed in range(250):
        ev = evaluate(random_debate(seed))
        for id, label in ev.labelling.labels.items():
            turned = {
                other
                for n, other in enumerate(ev.framework.statements)
                if other != id and grounded(ev.framework.with_settled(n, accepted=False)).labels[id] is not Label.IN
            }
            assert {*explain(ev, id).turned_by} == (turned if label is Label.IN else set())
            named += len(explain(ev, id).turned_by)
    assert named > 40


def sentences(because: tuple[Reason, ...]) -> Iterator[Reason]:
    for reason in because:
        yield reason
        yield from sentences(reason.because)


def causes(ev: Evaluation, support: Support) -> set[str]:
    """All that can have brought a support down: what is live against it or its own statement, what it needed."""
    against = [*ev.graph.undercutters(support.id), *ev.graph.rebuttals(support.id)]
    found = {each.id for each in against if ev.labelling.live[each.id] is Label.IN}
    found |= {other for other in ev.graph.contradictions.get(support.id, ()) if ev.label(other) is Label.IN}
    found |= {id for id in support.needed if ev.label(id) is not Label.IN}
    found |= {id for id in support.needed_steps if ev.labelling.live[id] is not Label.IN}
    return found | {below.id for below in ev.graph.supports(support.id) if ev.labelling.live[below.id] is not Label.IN}


@given(debates())
@settings(max_examples=150)
def test_every_support_that_fell_is_named_with_what_it_fell_by(debate: Debate) -> None:
    ev = evaluate(debate)
    for id in debate.statements:
        fallen = [s for s in ev.graph.supports(id) if ev.labelling.live[s.id] is Label.OUT]
        told = list(sentences(explain(ev, id).because)) if fallen else []
        for support in fallen:
            circles = [reason.sentence for reason in told if "rests on nothing but itself" in reason.sentence]
            if any(re.search(rf"\b{support.id}\b", sentence) for sentence in circles):
                continue
            about = [reason for reason in told if support.id in reason.about]
            assert about, f"{id} does not name {support.id}"
            own = [reason for reason in about if reason.sentence.startswith(f"{support.id} ")]
            words = " ".join(reason.sentence for each in own for reason in sentences((each,)))
            named = {word.strip(",.():") for word in words.split()} - {support.id}
            assert named & causes(ev, support) or "undeveloped" in words or "rests on itself" in words, (id, words)


FELL = [pro("b", "a"), con("c", "b"), pro("d", "a"), cut("e", "d"), pro("f", "a", undeveloped=True)]


@pytest.mark.parametrize(
    ("arguments", "id", "said"),
    [
        ([claim("a"), *FELL], "a", "None of its 3 supports counts: b is answered by c (unanswered). d is undercut by "
         "e (unanswered). f has no ground of its own (undeveloped)."),
        ([claim("a", **CITED), *FELL], "a",
         "It cites 1 source. All 3 of its supports are answered: b is answered by c"),
        ([claim("a"), *FELL, pro("g", "a")], "a",
         "It rests on g. 3 of its 4 supports are answered: b is answered by c (unanswered)."),
        ([claim("a"), *FELL, con("g", "a")], "a", "g defeats it, and nothing answers it. None of its 3 supports"),
        ([claim("a", **CITED), *FELL, con("g", "a")], "a",
         "nothing answers it. All 3 of its supports are answered: b"),
        ([claim("a", weigh=True), *FELL, con("g", "a")], "a", "None of its 3 supports counts: b is answered by c"),
        ([claim("a"), pro("b", "a"), con("c", "b"), pro("step", "r", premises=("a",), **BARE)], "step",
         "It needs a, which has lost its ground: b is answered by c (unanswered)."),
        ([claim("a"), claim("b"), con("c", "a"), con("d", "b"), pro("step", "r", premises=("a", "b"), **BARE)], "step",
         "It needs a, which is defeated by c (unanswered), and b, which is defeated by d (unanswered)."),
        ([claim("a"), pro("b", "a"), pro("x", "b", premises=("a",), **BARE), pro("c", "a"), con("d", "c")], "a",
         "Its other support does not count: c is answered by d (unanswered)."),
        ([pro("b", "r"), con("c", "b")], "r", "Its only support does not count: b is answered by c (unanswered)."),
    ],
)  # fmt: skip
def test_it_names_the_supports_that_fell_wherever_they_did(arguments: list[Statement], id: str, said: str) -> None:
    explanation = explain(evaluate(debate(*arguments)), id)
    assert said in " ".join(to_text(explanation, 1_000).split())
    for words in said.rstrip(".").split(": ")[-1].split(". "):
        assert words in to_markdown(explanation).replace("\\", "")


@pytest.mark.parametrize("id", ["bridge", "ferry"])
def test_of_an_option_that_stands_it_names_another_that_cannot_be_carried_out_with_it(id: str) -> None:
    arguments = [{"support": f"{each}-works", "of": each, "text": "It works."} for each in ("bridge", "ferry")]
    resolutions = [
        {"claim": "bridge", "text": "Build a bridge.", "excludes": ["ferry"]},
        {"claim": "ferry", "text": "Run a ferry."},
    ]
    positions = [{"position": "p", "arguments": arguments}]
    document = {"debate": "d", "title": "T", "resolutions": resolutions, "positions": positions}
    told = to_text(explain(evaluate(Debate.model_validate(document)), id), 100)
    other = "ferry" if id == "bridge" else "bridge"
    assert f"{other} stands as well, and cannot be carried out together with it." in told


def test_a_statement_that_is_weighed_and_no_option_has_an_explanation_too() -> None:
    ev = evaluate(debate(pro("a", "r", weigh=True), con("b", "a"), pro("c", "a", **over("b"))))
    assert "a counts for r." in to_text(explain(ev, "a"))


def test_of_an_argument_that_is_answered_it_does_not_say_what_an_answer_would_do() -> None:
    answered = [claim("p"), con("x", "p"), pro("a", "r", premises=("p",))]
    said = to_text(explain(evaluate(debate(*answered)), "a"))
    assert said.startswith("a is answered") and "If it were answered" not in said
