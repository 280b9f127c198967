"""Gradual semantics: published values, an oracle, and the theorems."""

from __future__ import annotations

import importlib
import math
import pkgutil
import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluation.evaluated import evaluate
from argmap.evaluation.framework import Framework
from argmap.evaluation.graph import Graph
from argmap.model import Claim, Debate, Evidence, Position, Rebuttal, Statement, Step, Support, Weight
from argmap.strength import gradual
from argmap.strength.gradual import BY_NAME, GRADUAL, Gradual, strengths
from argmap.strength.gradual.bipolar import Bipolar
from argmap.strength.gradual.iteration import TOLERANCE, resettle, settle
from tests.conftest import blocks_of_the_day, seed_of_the_day
from tests.semantics.equations import Equations, published
from tests.semantics.frameworks import different, features, frameworks, random_framework
from tests.strategies import debates, picking, random_debate

NAMES = [semantics.NAME for semantics in GRADUAL]
NUMBERS = st.floats(0, 1, allow_subnormal=False)
PILES = st.lists(NUMBERS, max_size=5)


def debate(*statements: Statement) -> Debate:
    """A debate about nothing but these."""
    resolution = Claim(id="act", text="We should act.")
    return Debate(
        id="d", title="D", resolutions=(resolution,), positions=(Position(id="p", arguments=tuple(statements)),)
    )


def claim(id: str, value: float, **more: object) -> Claim:
    return Claim.model_validate({"id": id, "text": id, "weight": Weight(value=value, because="given"), **more})


def test_the_tuple_has_every_semantics_of_the_folder() -> None:
    modules = [importlib.import_module(f"{gradual.__name__}.{m.name}") for m in pkgutil.iter_modules(gradual.__path__)]
    assert {m.__name__ for m in modules if hasattr(m, "NAME")} == {m.__name__ for m in GRADUAL}  # type: ignore[attr-defined]
    assert all(m.NAME.replace("-", "_") == m.__name__.rpartition(".")[2] for m in GRADUAL)  # type: ignore[attr-defined]


E_DEMOCRACY = debate(
    *[claim(id, value) for id, value in (
        ("a1", 0.5), ("a2", 0.5), ("p1", 0.7), ("p2", 0.5), ("p3", 0.9),
        ("c1", 0.2), ("c2", 0.2), ("c3", 0.6), ("c4", 0.5),
    )],
    *[Rebuttal(id=f"{a}-{b}", of=b, premises=(a,)) for a, b in (
        ("c1", "a2"), ("c2", "p2"), ("c3", "p2"), ("c4", "p2")
    )],
    *[Support(id=f"{a}-{b}", of=b, premises=(a,)) for a, b in (("p1", "a1"), ("p2", "a1"), ("p3", "a2"))],
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "a1", "a2", "p2"),
    [
        ("df-quad", 0.862, 0.85, 0.08),
        ("quadratic-energy", 0.719852, 0.66443, 0.185874),
        ("euler-based", 0.68938, 0.626285, 0.339943),
        ("squared-df-quad", 0.719341, 0.705882, 0.271739),
    ],
)
def test_the_published_values_of_the_e_democracy_example(name: str, a1: float, a2: float, p2: float) -> None:
    found = strengths(evaluate(E_DEMOCRACY), name)
    assert [found.of[id] for id in ("a1", "a2", "p2")] == pytest.approx([a1, a2, p2], abs=5e-7)
    assert found.converged and found.rounds == 0


# What the debate's own words add to the published semantics, by hand.


def of(id: str, *statements: Statement, name: str = "df-quad") -> float:
    return strengths(evaluate(debate(*statements)), name).of[id]


def test_linked_premises_carry_the_weakest() -> None:
    x, p, q = claim("x", 0.0), claim("p", 0.8), claim("q", 0.3)
    assert of("x", x, p, q, Support(id="s", of="x", premises=("p", "q"))) == pytest.approx(0.3)
    own = Support(id="s", of="x", text="S.", premises=("p",), weight=Weight(value=0.6, because="given"))
    assert of("x", x, p, own) == pytest.approx(0.6)


@pytest.mark.parametrize(("cut", "left"), [(0.0, 0.8), (0.25, 0.6), (1.0, 0.0)])
@pytest.mark.parametrize("name", NAMES)
def test_an_undercutter_takes_a_share_of_the_step_and_leaves_the_statement(name: str, cut: float, left: float) -> None:
    s = Support(id="s", of="x", text="S.", weight=Weight(value=0.8, because="given"))
    u = Rebuttal(id="u", undercuts="s", text="U.", weight=Weight(value=cut, because="given"))
    found = strengths(evaluate(debate(claim("x", 0.3), s, u)), name)
    assert found.of["s"] == 0.8 and found.steps["s"] == pytest.approx(left)
    assert found.of["x"] == pytest.approx(BY_NAME[name].strength(0.3, [left], []))


def test_under_df_quad_an_undercutter_does_what_an_attack_on_the_step_would() -> None:
    for weight, cuts in ((0.8, [0.3]), (0.5, [0.2, 0.9]), (1.0, [0.5, 0.5, 0.5])):
        assert BY_NAME["df-quad"].strength(weight, [], cuts) == pytest.approx(weight * math.prod(1 - c for c in cuts))


def test_contradiction_is_an_attack_by_each_on_the_other() -> None:
    found = strengths(evaluate(debate(claim("x", 0.5, contradicts=("y",)), claim("y", 0.5))), "df-quad")
    assert found.of["x"] == found.of["y"] == pytest.approx(1 / 3)  # s = 0.5 (1 - s)
    assert found.converged and found.rounds > 0


def test_two_certain_statements_that_contradict_each_other_come_to_rest() -> None:
    assert of("x", claim("x", 1, contradicts=("y",)), claim("y", 1)) == pytest.approx(0.5)


def test_a_comparison_changes_no_strength() -> None:
    a = Support(id="a", of="x", text="A.", outweighs=({"over": "b", "because": "so"},))  # type: ignore[arg-type]
    b = Rebuttal(id="b", of="x", text="B.")
    plain = Support(id="a", of="x", text="A.")
    assert of("x", claim("x", 0.5), a, b) == of("x", claim("x", 0.5), plain, b)


def restless() -> Debate:
    """Three statements in a circle, each attacked by a hundred steps of the one before: it never comes to rest."""
    ring = [claim(id, 1) for id in "abc"]
    steps = [
        Rebuttal(id=f"{a}{b}-{n}", of=b, premises=(a,)) for a, b in ("ab", "bc", "ca") for n in range(100)
    ]  # fmt: skip
    return debate(*ring, *steps, Rebuttal(id="z", of="a", text="Z."), Support(id="s", of="act", premises=("a",)))


def test_what_does_not_come_to_rest_has_no_number() -> None:
    found = strengths(evaluate(restless()), "df-quad")
    assert not found.converged
    assert {"a", "b", "c", "s", "act"} <= set(found.unsettled)
    assert set(found.of) == {"z"} and set(found.steps) == {"z"}


def test_a_change_may_bring_a_circle_to_rest() -> None:
    ev = evaluate(restless())
    graph, a = Bipolar.of(ev.framework), ev.framework.statements.index("a")
    base = [0.3 if id == "z" else 1.0 for id in ev.framework.statements]
    before = settle(graph, base, BY_NAME["df-quad"].strength)
    base[a] = 0.0
    after = resettle(graph, base, BY_NAME["df-quad"].strength, before, a)
    assert before.unsettled and not after.unsettled
    assert after.values == pytest.approx(settle(graph, base, BY_NAME["df-quad"].strength).values)


def test_depth_is_no_limit() -> None:
    chain = [claim("n0", 0.5)] + [
        Rebuttal(id=f"n{n}", of=f"n{n - 1}", text="No.", weight=Weight(value=0.5, because="given"))
        for n in range(1, 3_000)
    ]
    circle = Rebuttal(id="back", of="n2999", premises=("n0",))
    assert strengths(evaluate(debate(*chain)), "df-quad").rounds == 0
    closed = strengths(evaluate(debate(*chain, circle)), "df-quad")
    assert closed.of["n1500"] == pytest.approx(1 / 3)


# The oracle: the definitions again, over debates, by plain iteration to a fixpoint.


def _needs_itself(debate: Debate, step: Step) -> bool:
    reached, waiting = set[str](), list(step.needed_steps)
    while waiting:
        id = waiting.pop()
        if id not in reached:
            reached.add(id)
            found = debate.statements[id]
            waiting += () if isinstance(found, Claim) else found.needed_steps
    return step.id in reached


def naive(debate: Debate, name: str, base: dict[str, float]) -> dict[str, float] | None:
    """Strengths by s ← s + (f(s) − s) / 4, from the definitions and the statements; None where that does not rest."""
    graph, every = Graph(debate), debate.statements.values()
    now = dict(base)
    for s in every:
        if not isinstance(s, Claim):
            now["step " + s.id] = min([now[p] for p in s.needed] + ([] if s.is_bare else [now[s.id]]), default=1.0)
    for _ in range(4_000):
        new = {}
        for s in every:
            if not isinstance(s, Claim):
                rests = [now[p if isinstance(p, str) else "step " + p.step] for p in s.premises]
                weakest = 0.0 if _needs_itself(debate, s) else min(rests if s.is_bare else [*rests, now[s.id]])
                new["step " + s.id] = weakest * math.prod(1 - now["step " + u.id] for u in graph.undercutters(s.id))
            if s.text is not None:
                pros = [now["step " + t.id] for t in graph.supports(s.id)]
                cons = [now["step " + t.id] for t in graph.rebuttals(s.id)]
                cons += [now[other] for other in graph.contradictions.get(s.id, ())]
                new[s.id] = published(name, base[s.id], pros, cons)
        if all(abs(new[key] - now[key]) < TOLERANCE / 100 for key in new):
            return new
        now = {key: now[key] + (new[key] - now[key]) / 4 for key in new}
    return None


@pytest.mark.parametrize("name", NAMES)
def test_strengths_are_those_of_the_definitions(name: str) -> None:
    circular = compared = 0
    for seed in range(250):
        made = random_debate(seed, max_statements=12)
        ev = evaluate(made)
        choose = random.Random(seed)
        base = {id: choose.choice((0.0, 0.2, 0.5, 0.7, 0.9)) for id in ev.framework.statements}
        weighted = with_weights(made, base)
        found, expected = strengths(evaluate(weighted), name), naive(weighted, name, base)
        circular += found.rounds > 0
        if expected is None or not found.converged:
            continue
        compared += 1
        assert found.of == pytest.approx({id: expected[id] for id in base}, abs=1e-6), seed
        assert found.steps == pytest.approx({id: expected["step " + id] for id in found.steps}, abs=1e-6), seed
    assert compared > 235 and circular > 30


def with_weights(made: Debate, base: dict[str, float]) -> Debate:
    def weigh(s: Statement) -> Statement:
        return s.model_copy(update={"weight": Weight(value=base[s.id], because="given")}) if s.id in base else s

    positions = tuple(p.model_copy(update={"arguments": tuple(map(weigh, p.arguments))}) for p in made.positions)
    resolutions = tuple(weigh(r) for r in made.resolutions)
    return Debate(id="d", title="D", resolutions=resolutions, positions=positions, sources=made.sources)  # type: ignore[arg-type]


BLOCKS, BLOCK = 20, 520
"""10,400 frameworks with base scores in CI, all different within a block."""

SCORES = (0.0, 0.2, 0.35, 0.5, 0.7, 0.9, 1.0)


@st.composite
def weighted_frameworks(draw: st.DrawFn) -> tuple[Framework, list[float]]:
    """Whatever the circles: self-attacks, undercutters of themselves, steps with two conditions."""
    framework, pick = draw(frameworks(6, 9)), picking(draw)
    return framework, [pick(SCORES) for _ in framework.statements]


@pytest.mark.parametrize("block", blocks_of_the_day(BLOCKS))
def test_every_gradual_semantics_is_its_definition_on_10_000_frameworks(block: int) -> None:
    """The same numbers, and none in the same places."""
    seen, circular = Counter[str](), 0

    def check(example: tuple[Framework, list[float]]) -> bool:
        nonlocal circular
        framework, base = example
        graph, equations = Bipolar.of(framework), Equations(framework)
        for semantics in GRADUAL:
            found, expected = settle(graph, base, semantics.strength), equations.solved(base, semantics.NAME)
            values = [None if atom in found.unsettled else value for atom, value in enumerate(found.values)]
            assert values[: graph.size] == pytest.approx(expected.statements, abs=1e-8), semantics.NAME
            assert [values[atom] for atom in graph.carriers] == pytest.approx(expected.steps, abs=1e-8), semantics.NAME
            assert all(0 <= value <= 1 for value in values if value is not None)
        circular += expected.circular
        seen.update(features(framework))
        return True

    different(BLOCK, weighted_frameworks(), check, seed_of_the_day(block))
    assert len(seen) == 8 and min(seen.values()) > 25, seen
    assert circular > 200


# Theorems about one statement, each proved in the papers for these semantics.

every_semantics = pytest.mark.parametrize("semantics", GRADUAL, ids=NAMES)


@every_semantics
@given(base=NUMBERS, pros=PILES, cons=PILES)
def test_strengths_are_between_0_and_1(semantics: Gradual, base: float, pros: list[float], cons: list[float]) -> None:
    assert -1e-12 <= semantics.strength(base, pros, cons) <= 1 + 1e-12


@every_semantics
@given(base=NUMBERS, pile=PILES)
def test_stability_and_balance(semantics: Gradual, base: float, pile: list[float]) -> None:
    assert semantics.strength(base, [], []) == pytest.approx(base)
    assert semantics.strength(base, pile, pile) == pytest.approx(base)


@every_semantics
@given(base=NUMBERS, pros=PILES, cons=PILES)
def test_neutrality_what_is_worth_nothing_changes_nothing(semantics, base, pros, cons) -> None:
    assert semantics.strength(base, [*pros, 0.0], [*cons, 0.0]) == pytest.approx(semantics.strength(base, pros, cons))


@every_semantics
@given(base=NUMBERS, pros=PILES, cons=PILES, weaker=NUMBERS, stronger=NUMBERS)
def test_monotony_and_reinforcement(semantics, base, pros, cons, weaker, stronger) -> None:
    """Whatever is stronger, of the base score, a pro or a con, moves the statement its own way or not at all."""
    weaker, stronger = sorted((weaker, stronger))

    def rises(low: float, high: float) -> bool:
        return low <= high + 1e-12

    f = semantics.strength
    assert rises(f(weaker, pros, cons), f(stronger, pros, cons))
    assert rises(f(base, [*pros, weaker], cons), f(base, [*pros, stronger], cons))
    assert rises(f(base, pros, [*cons, stronger]), f(base, pros, [*cons, weaker]))


@pytest.mark.parametrize("name", ["df-quad", "quadratic-energy", "squared-df-quad"])
@given(base=NUMBERS, pros=PILES, cons=PILES)
def test_duality_pros_lift_as_cons_lower(name: str, base: float, pros: list[float], cons: list[float]) -> None:
    f = BY_NAME[name].strength
    assert f(1 - base, cons, pros) == pytest.approx(1 - f(base, pros, cons), abs=1e-9)


def test_euler_based_is_not_dual() -> None:
    f = BY_NAME["euler-based"].strength
    assert f(0.5, [], [0.5]) != pytest.approx(1 - f(0.5, [0.5], []), abs=1e-3)


# Theorems about whole debates.


@given(made=debates(), name=st.sampled_from(NAMES))
def test_results_ignore_file_order(made: Debate, name: str) -> None:
    turned = tuple(
        p.model_copy(update={"arguments": tuple(reversed(p.arguments))}) for p in reversed(made.positions)
    )  # fmt: skip
    other = Debate(id="d", title="D", resolutions=made.resolutions, positions=turned, sources=made.sources)
    one, two = strengths(evaluate(made), name), strengths(evaluate(other), name)
    assert two.of == pytest.approx(one.of, abs=1e-8) and set(two.unsettled) == set(one.unsettled)


@given(made=debates(), name=st.sampled_from(NAMES))
def test_an_unrelated_statement_changes_nothing(made: Debate, name: str) -> None:
    more = (*made.positions, Position(id="elsewhere", arguments=(claim("lonely", 0.9),)))
    other = Debate(id="d", title="D", resolutions=made.resolutions, positions=more, sources=made.sources)
    found = dict(strengths(evaluate(other), name).of)
    assert found.pop("lonely") == 0.9
    assert found == strengths(evaluate(made), name).of


@pytest.mark.parametrize("name", NAMES)
def test_a_better_weight_moves_everything_above_it_the_way_of_its_side(name: str) -> None:
    """In a tree there is one path to each statement above: an even number of turns on it lifts, an odd one lowers."""
    for seed in range(60):
        choose = random.Random(seed)
        answers: list[Statement] = []
        parent = {"n0": "act"}
        signs: dict[str, int] = {}
        for n in range(choose.randint(2, 15)):
            of = choose.choice(["act", *signs])
            weight = Weight(value=round(choose.random(), 2), because="given")
            kind = choose.choice((Support, Rebuttal))
            answers.append(kind(id=f"n{n}", of=of, text="N.", weight=weight))
            parent[f"n{n}"], signs[f"n{n}"] = of, 1 if kind is Support else -1
        at = choose.choice(list(signs))
        made = debate(*answers)
        base = strengths(evaluate(made), name).base
        before = strengths(evaluate(with_weights(made, dict(base))), name).of
        after = strengths(evaluate(with_weights(made, {**base, at: min(1, base[at] + 0.2)})), name).of
        above, sign = at, 1
        while above != "act":
            sign *= signs[above]
            above = parent[above]
            assert (after[above] - before[above]) * sign >= -1e-12
        unmoved = set(before) - set(_up(at, parent))
        assert all(after[id] == before[id] for id in unmoved)


@pytest.mark.parametrize("name", NAMES)
def test_grade_up_never_lowers_what_it_supports(name: str) -> None:
    """In a tree, from the grade of a piece of evidence over the base score: what the statement supports, and what that
    supports in turn, never falls."""
    rose = 0
    for seed in range(150):
        choose = random.Random(seed)
        answers: list[Statement] = []
        for n in range(choose.randint(3, 12)):
            of = choose.choice(["act", *(s.id for s in answers)])
            kind = choose.choice((Support, Support, Rebuttal))
            pieces = tuple(Evidence(source=f"s{n}-{m}", grade=_grade(choose)) for m in range(choose.randint(0, 2)))
            answers.append(kind(id=f"n{n}", of=of, text="N.", evidence=pieces))
        cited = [s for s in answers if s.evidence]
        if not cited:
            continue
        at = choose.choice(cited)
        piece = at.evidence[0]
        better = piece.model_copy(update={"grade": _better(piece.grade or "F6")})
        raised = at.model_copy(update={"evidence": (better, *at.evidence[1:])})
        before = strengths(evaluate(debate(*answers)), name).of
        after = strengths(evaluate(debate(*[raised if s is at else s for s in answers])), name).of
        statements = {s.id: s for s in answers}
        above = at.id
        while above != "act" and isinstance(statements[above], Support):
            assert after[above] >= before[above] - 1e-12, (seed, above)
            above = statements[above].target  # type: ignore[union-attr]
            assert after[above] >= before[above] - 1e-12, (seed, above)
            rose += after[above] > before[above] + 1e-6
    assert rose > 20


def _grade(choose: random.Random) -> str:
    return choose.choice("ABCDE") + choose.choice("12345")


def _better(grade: str) -> str:
    """Letter and digit each one better."""
    return "ABCDE"[max(0, "ABCDE".index(grade[0]) - 1)] + "12345"[max(0, "12345".index(grade[1]) - 1)]


def _up(id: str, parent: dict[str, str]) -> list[str]:
    found = [id]
    while found[-1] != "act":
        found.append(parent[found[-1]])
    return found


def test_components_come_after_what_they_need() -> None:
    for seed in range(200):
        framework: Framework = random_framework(seed, 8, 14)
        graph = Bipolar.of(framework)
        seen: set[int] = set()
        needs: dict[int, set[int]] = {atom: set() for atom in range(len(graph.users))}
        for atom, users in enumerate(graph.users):
            for user in users:
                needs[user].add(atom)
        for part in [[atom] for atom in graph.order] + graph.circles:
            assert all(needs[atom] <= seen | set(part) for atom in part)
            seen |= set(part)
        assert seen == set(needs)
        for atom in graph.order:
            assert atom not in graph.depending_on(graph.users[atom])
