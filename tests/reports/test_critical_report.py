"""Critical sets in words."""

from __future__ import annotations

import random
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from argmap.analysis.comparisons import barred, settlings
from argmap.analysis.critical_sets import Turning, answered, effort, families, turning
from argmap.analysis.moves import Remedy
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.framework import Label
from argmap.evaluation.grounded import grounded
from argmap.evaluation.reasons import unanswered
from argmap.model import Evidence
from argmap.reports.critical_report import to_json, to_text, unsearched
from tests.evaluation.test_framework import BARE, CITED, con, debate, over, pro
from tests.moves import all_written, is_clean, written
from tests.semantics.small_debate import ferries
from tests.strategies import random_debate

SETS = st.sets(st.frozensets(st.sampled_from("abcdefg"), min_size=1, max_size=3), max_size=25)


@given(SETS)
def test_families_are_the_same_sets_each_once(sets: set[frozenset[str]]) -> None:
    given_sets = [tuple(sorted(each)) for each in sorted(sets, key=sorted)]
    found = [frozenset(choice) for family in families(given_sets) for choice in product(*family)]
    assert len(found) == len(set(found)) and set(found) == sets


def test_alternatives_are_told_as_alternatives() -> None:
    assert families([("a", "b"), ("a", "c"), ("d", "b"), ("d", "c")]) == [(("a", "d"), ("b", "c"))]


def test_what_is_said_of_resolutions(snapshot: SnapshotAssertion) -> None:
    ev = ferries()
    assert (
        "\n".join(to_text(ev, answered(ev, turning(ev, claim.id)), width=88) for claim in ev.debate.resolutions)
        == snapshot
    )


def test_an_unanswered_rebuttal_whose_answer_wins_it_back_is_named() -> None:
    ev = evaluate(debate(pro("a", "r"), con("b", "a")))
    found = answered(ev, turning(ev, "r"))
    assert [answer.rebuttal for answer in found.answers] == ["b"]
    assert "Nobody has answered b; an answer would make it stand." in to_text(ev, found)
    assert to_json(ev, found)["answers"] == [{"rebuttal": "b", "label": "in", "how": "either"}]


def test_the_fewest_comparisons_that_would_settle_it_are_named_and_do_so() -> None:
    ev = evaluate(debate(pro("a", "r"), pro("b", "r"), con("x", "r"), con("y", "r")))
    found = turning(ev, "r")
    for line in ("stand if an argument for it, such as a, outweighed x and y.",
                 "be defeated if an argument against it, such as x, outweighed a and b."):  # fmt: skip
        assert f"It would {line}" in to_text(ev, found, width=200)
    tried = 0
    for seed in range(1000):
        ev = evaluate(random_debate(seed))
        for id in ev.labelling.labels:
            for each in to_json(ev, turning(ev, id, size=1))["comparisons"]:
                (made,) = written(ev.debate, Remedy("compare", each["heavier"], tuple(each["lighter"])))
                assert is_clean(ev.debate, [made])
                assert evaluate(made).label(id).value == each["label"]
                tried += 1
    assert tried > 20


def test_comparisons_that_go_against_written_ones_are_not_named() -> None:
    """One of the other side could still be heavier than a, and none than both a and b."""
    weighed = (pro("a", "r", **over("x")), con("x", "r"), con("y", "r"))
    said = to_text(ev := evaluate(debate(*weighed)), turning(ev, "r"), width=200)
    assert "It would stand if a outweighed y.\n  It would be defeated if y outweighed a." in said
    said = to_text(ev := evaluate(debate(*weighed, pro("b", "r", **over("y")), *OPEN)), turning(ev, "r"), width=200)
    assert "It would stand if an argument for it, such as a, outweighed z.\n  Only a comparison that goes" in said
    assert to_json(ev, turning(ev, "r"))["barred"] == ["out"]


OPEN = (con("z", "r", weigh=True), pro("z1", "z", **CITED), con("z2", "z", **CITED))
"""A con of which it is undecided whether it is live."""


def half_weighed(pick: random.Random) -> Evaluation:
    """A resolution with a few pros and cons, some of them undecided, and comparisons without a circle."""
    makers = {f"{side}{n}": make for side, make in (("p", pro), ("c", con)) for n in range(pick.choice((1, 2, 3)))}
    rank = {id: pick.random() for id in makers}
    pairs = [(a, b) for a in rank for b in rank if a[0] != b[0] and rank[a] < rank[b] and pick.random() < 0.5]
    unclear = [id for id in rank if pick.random() < 0.2]
    made = []
    for id, make in makers.items():
        outweighs = tuple({"over": lighter, "because": "So."} for heavier, lighter in pairs if heavier == id)
        made.append(make(id, "r", weigh=id in unclear, outweighs=outweighs))
    return evaluate(debate(*made, *[make(f"{id}-{make.__name__}", id) for id in unclear for make in (pro, con)]))


def test_where_no_comparison_is_named_none_would_do() -> None:
    """By trying all sets of comparisons that leave the written ones as they are."""
    named = dict.fromkeys((Label.IN, Label.OUT, None), 0)
    for seed in range(150):
        ev = half_weighed(random.Random(seed))
        if ev.label("r") is Label.UNDEC:
            found, ruled_out = {each.label for each in settlings(ev, "r")}, barred(ev, "r")
            assert not found & {*ruled_out}
            assert found == {label for label in by_comparing(ev) if label is not Label.UNDEC}
            for label in (*found, *[None for _ in ruled_out]):
                named[label] += 1
    assert min(named.values()) > 5, named


def by_comparing(ev: Evaluation) -> set[Label]:
    """How the resolution might stand by any few comparisons in its favour, or any against it, without a circle."""
    steps = {True: [s.id for s in ev.graph.supports("r")], False: [s.id for s in ev.graph.rebuttals("r")]}
    found: set[Label] = set()
    for side in steps:
        pairs = [Remedy("compare", heavier, (lighter,)) for heavier in steps[side] for lighter in steps[not side]]
        for size in range(1, 4):
            for moves in combinations(pairs, size):
                (made,) = all_written(ev.debate, moves)
                if is_clean(ev.debate, [made]):
                    found.add(evaluate(made).label("r"))
    return found


def test_of_sets_of_one_size_the_weakly_supported_come_first() -> None:
    cited = {"evidence": (Evidence(source="source", grade="B2"),)}
    ev = evaluate(debate(pro("t", "s", **cited), pro("s", "a"), pro("a", "r")))
    assert [each.statements for each in turning(ev, "r", 1).sets] == [("s",), ("a",), ("t",)]


def test_what_was_not_searched_is_said() -> None:
    ev = evaluate(debate(pro("a", "r"), pro("b", "r"), pro("c", "r")))
    assert unsearched(turning(ev, "r", 3)) is None
    said = unsearched(turning(ev, "r", 3, left=effort(2)))
    assert said == "r: not every single statement was tried, let alone every set of 2 or 3"


@pytest.mark.parametrize(("searched", "size", "words"), [
    (0, 1, "not every single statement was tried"),
    (0, 2, "not every single statement was tried, let alone every set of 2"),
    (1, 2, "every single statement was tried, but not every set of 2"),
    (1, 5, "every single statement was tried, but not every set of 2 to 5"),
    (2, 4, "every set of up to 2 statements was tried, but not every set of 3 or 4"),
])  # fmt: skip
def test_how_far_it_got(searched: int, size: int, words: str) -> None:
    assert unsearched(Turning("r", Label.UNDEC, (), searched, size)) == f"r: {words}"


def test_every_answer_that_would_help_is_found() -> None:
    """By brute force: no unanswered rebuttal of the debate is passed over for want of a place in the proof."""
    compared = 0
    for seed in range(1000):
        ev = evaluate(random_debate(seed))
        framework = ev.framework
        for id, now in ev.labelling.labels.items():
            expected = set()
            for rebuttal in unanswered(ev) if now is not Label.IN else ():
                ways = {"undercut": framework.with_undercutter(framework.steps.index(rebuttal))}
                if rebuttal in framework.statements:
                    ways["rebut"] = framework.with_rebuttal(framework.statements.index(rebuttal))
                reached = {how: grounded(each).labels[id] for how, each in ways.items() if rebuttal != id}
                if len(reached) == 2 and len({*reached.values()}) == 1:
                    reached = {"either": reached["rebut"]}
                expected |= {(rebuttal, how, label) for how, label in reached.items() if BETTER[label] > BETTER[now]}
            found = answered(ev, turning(ev, id, size=1)).answers
            assert {(each.rebuttal, each.how, each.label) for each in found} == expected, (seed, id)
            compared += len(expected)
    assert compared > 120


BETTER = {Label.OUT: 0, Label.UNDEC: 1, Label.IN: 2}


def test_looking_for_answers_ends_when_nothing_is_left_and_says_so() -> None:
    ev = evaluate(debate(pro("a", "r"), con("b", "a"), con("c", "a")))
    ended = answered(ev, turning(ev, "r"), effort(0))
    assert not ended.finished and ended.answers == ()
    assert unsearched(ended) == "r: not every unanswered rebuttal was tried"


def test_what_kind_of_an_answer_would_help_is_said() -> None:
    """A rebuttal that is weighed is not brought down by rebutting it; one that is a premise elsewhere not by an
    undercutter."""
    weighed = evaluate(debate(pro("pays", "r"), con("dear", "pays", weigh=True, **CITED)))
    assert said(weighed) == [
        "Nobody has answered dear; an undercutter of its step would make it stand.",
        "Nobody has answered dear; a rebuttal of it would leave it undecided.",
    ]
    twice = evaluate(debate(pro("pays", "r"), con("hurts", "pays"), con("so", "pays", premises=("hurts",), **BARE)))
    assert said(twice) == ["Nobody has answered hurts; a rebuttal of it would make it stand."]


def said(ev: Evaluation) -> list[str]:
    return [
        line
        for line in to_text(ev, answered(ev, turning(ev, "r")), width=200).splitlines()
        if line.startswith("Nobody")
    ]


def test_each_answer_really_given_does_what_is_said() -> None:
    given = 0
    for seed in range(300):
        ev = evaluate(random_debate(seed))
        for id in ev.labelling.labels:
            for answer in answered(ev, turning(ev, id, size=1)).answers:
                for made in written(ev.debate, Remedy("answer", answer.rebuttal, how=answer.how)):
                    assert evaluate(made).label(id) is answer.label
                    given += 1
    assert given > 100
