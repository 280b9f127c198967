"""Grounded semantics against the definition, and the promises that follow from it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.framework import Label, Labelling
from argmap.evaluation.grounded import grounded
from argmap.model import Claim, Debate, Position, Rebuttal, Statement, Support
from tests.oracle import Facts, consequences, partial_stable_models, well_founded
from tests.rules.dressed import with_positions
from tests.semantics.frameworks import dung
from tests.strategies import debates, random_debate


def the_labels(name: str, true: Facts, possible: Facts, ids: object) -> dict[str, Label]:
    def label(id: str) -> Label:
        return Label.IN if (name, id) in true else Label.UNDEC if (name, id) in possible else Label.OUT

    return {id: label(id) for id in ids}  # type: ignore[attr-defined]


def expected(debate: Debate) -> Labelling:
    true, possible = well_founded(debate)
    steps = [s.id for s in debate.statements.values() if not isinstance(s, Claim)]
    statements = [s.id for s in debate.statements.values() if s.text is not None]
    return Labelling(
        the_labels("accepted", true, possible, statements),
        the_labels("live", true, possible, steps),
        the_labels("counts", true, possible, steps),
    )


@pytest.mark.parametrize("block", range(8))
def test_grounded_is_the_well_founded_model(block: int) -> None:
    for seed in range(block * 500, block * 500 + 500):
        debate = random_debate(seed, 10)
        assert evaluate(debate).labelling == expected(debate), f"seed {seed}: {debate}"


@given(debates())
@settings(max_examples=100)
def test_grounded_is_the_well_founded_model_of_what_hypothesis_finds(debate: Debate) -> None:
    assert evaluate(debate).labelling == expected(debate)


def test_grounded_is_the_least_partial_stable_model() -> None:
    tried = 0
    for seed in range(250):
        debate = random_debate(seed, 4)
        if len(consequences(debate, frozenset())) > 7:
            continue
        true, possible = well_founded(debate)
        models = partial_stable_models(debate)
        assert (true, possible) in models
        assert all(true <= more and less <= possible for more, less in models)
        tried += 1
    assert tried > 50


@given(debates(), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_order_of_files_and_statements_does_not_matter(debate: Debate, order: random.Random) -> None:
    arguments = [s for position in debate.positions for s in position.arguments]
    order.shuffle(arguments)
    cut = order.randint(0, len(arguments))
    first, second = (Position(id="a", arguments=arguments[:cut]), Position(id="b", arguments=arguments[cut:]))
    assert evaluate(with_positions(debate, [first, second])).labelling == evaluate(debate).labelling


@given(debates())
@settings(max_examples=60)
def test_adding_an_unrelated_statement_changes_nothing(debate: Debate) -> None:
    before, after = evaluate(debate), evaluate(widened(debate, Claim(id="unrelated", text="It rains.")))
    assert after.label("unrelated") is Label.IN
    for name in ("labels", "live", "counts"):
        kept = {id: label for id, label in getattr(after.labelling, name).items() if id != "unrelated"}
        assert kept == getattr(before.labelling, name)


def widened(debate: Debate, *more: Statement) -> Debate:
    return with_positions(debate, [*debate.positions, Position(id="more", arguments=more)])


def of(*arguments: Statement) -> Evaluation:
    resolution = Claim(id="r", text="It should be done.")
    position = Position(id="p", arguments=arguments)
    return evaluate(Debate(id="d", title="D", resolutions=(resolution,), positions=(position,)))


def supports(*pairs: tuple[str, str]) -> list[Statement]:
    return [Support(id=id, text=id, of=target) for id, target in pairs]


@pytest.mark.parametrize("length", [2, 3, 50])
def test_circular_support_supports_nothing(length: int) -> None:
    ring = [Support(id=f"a{n}", text="x", of=f"a{(n + 1) % length}") for n in range(length)]
    first = of(*ring, Support(id="bridge", premises=("a0",), of="r"))
    assert {first.label(f"a{n}") for n in range(length)} == {Label.OUT}
    assert first.label("r") is Label.OUT
    fed = of(*ring, Support(id="fact", text="x", of="a0"), Support(id="bridge", premises=("a0",), of="r"))
    assert {fed.label(f"a{n}") for n in range(length)} == {Label.IN}
    assert fed.label("r") is Label.IN


def test_a_loop_that_loses_its_outside_ground_falls_and_frees_what_it_attacked() -> None:
    """Rung after rung: each loop falls only when the one before it has freed its attacker."""
    rungs: list[Statement] = [Claim(id="top0", text="x", undeveloped=True)]
    for n in range(1, 200):
        rungs += [
            Rebuttal(id=f"free{n}", text="x", of=f"ground{n}"),
            Rebuttal(id=f"hold{n}", premises=(f"top{n - 1}",), of=f"free{n}"),
            *supports((f"ground{n}", f"top{n}"), (f"twin{n}", f"top{n}")),
            Claim(id=f"top{n}", text="x"),
            Support(id=f"back{n}", premises=(f"top{n}",), of=f"twin{n}"),
            Support(id=f"other{n}", text="x", of=f"twin{n}"),
            Support(id=f"again{n}", premises=(f"top{n}",), of=f"other{n}"),
        ]
    labels = of(*rungs)
    assert {labels.label(f"top{n}") for n in range(200)} == {Label.OUT}
    assert {labels.label(f"free{n}") for n in range(1, 200)} == {Label.IN}


@given(st.integers(0, 8).flatmap(lambda n: st.lists(st.tuples(st.integers(0, n), st.integers(0, n)), max_size=20)))
@settings(max_examples=200)
def test_on_a_dung_framework_it_is_the_least_fixpoint_of_the_characteristic_function(
    attacks: list[tuple[int, int]],
) -> None:
    arguments = {n for pair in attacks for n in pair} | {0}
    accepted: set[int] = set()
    while True:
        beaten = {b for a, b in attacks if a in accepted}
        defended = {x for x in arguments if all(a in beaten for a, b in attacks if b == x)}
        if defended == accepted:
            break
        accepted = defended
    labels = grounded(dung(map(str, arguments), [(str(a), str(b)) for a, b in attacks])).labels
    assert {x for x in arguments if labels[str(x)] is Label.IN} == accepted
    assert {x for x in arguments if labels[str(x)] is Label.OUT} == {b for a, b in attacks if a in accepted}


def test_a_chain_of_100_000_answers_is_nothing_special() -> None:
    names = [str(n) for n in range(100_001)]
    labels = grounded(dung(names, list(zip(names[1:], names, strict=False)))).labels
    assert labels["0"] is Label.IN and labels["1"] is Label.OUT
