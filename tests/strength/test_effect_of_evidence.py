"""Sensitivity: each move is that of a debate in which the evidence is really gone, or worse."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from argmap.evaluation.base_scores import one_step_down
from argmap.evaluation.evaluated import evaluate
from argmap.files import load_folder
from argmap.model import Claim, Debate, Evidence, Position, Rebuttal, Source, Support, Weight
from argmap.reports.tornado import Undrawable, _span, tornado
from argmap.strength.effect_of_evidence import EvidenceEffect, Sensitivity, sensitivity, to_json, to_text
from argmap.strength.gradual import GRADUAL, strengths
from tests.strategies import random_debate
from tests.strength.test_gradual import restless


def without(debate: Debate, id: str, index: int, instead: tuple[Evidence, ...]) -> Debate:
    positions = tuple(
        p.model_copy(update={"arguments": tuple(
            s.model_copy(update={"evidence": (*s.evidence[:index], *instead, *s.evidence[index + 1 :])})
            if s.id == id else s
            for s in p.arguments
        )})
        for p in debate.positions
    )  # fmt: skip
    return Debate(id="d", title="D", resolutions=debate.resolutions, positions=positions, sources=debate.sources)


@pytest.mark.parametrize("semantics", [each.NAME for each in GRADUAL])
def test_each_move_is_the_difference_that_the_change_makes(semantics: str) -> None:
    moved = 0
    for seed in range(120):
        debate = random_debate(seed, 9)
        ev = evaluate(debate)
        ids = [claim.id for claim in debate.resolutions]
        for found in sensitivity(ev, ids, semantics):
            for move in found.moves:
                if move.statement in ids or move.removed is None or move.lowered is None:
                    continue
                worse = move.evidence.model_copy(update={"grade": one_step_down(move.grade)})
                for instead, change in (((), move.removed), ((worse,), move.lowered)):
                    after = strengths(evaluate(without(debate, move.statement, move.index, instead)), semantics)
                    assert found.strength is not None
                    assert found.strength + change == pytest.approx(after.of[found.resolution], abs=1e-7), seed
                    moved += abs(change) > 1e-6
    assert moved > 30


def test_the_flagship_debate(flagship: Path) -> None:
    debate = load_folder(flagship).debate
    assert debate is not None
    ev = evaluate(debate)
    found = sensitivity(ev, [claim.id for claim in debate.resolutions])
    pieces = sum(len(s.evidence) for s in debate.statements.values())
    for each in found:
        assert len(each.moves) == pieces
        assert [round(m.size, 9) for m in each.moves] == sorted((round(m.size, 9) for m in each.moves), reverse=True)
        json = to_json(each)
        assert json["strength"] == pytest.approx(each.strength, abs=1e-6) and len(json["evidence"]) == pieces


def piece(removed: float | None, lowered: float | None, at: str | None = None) -> EvidenceEffect:
    return EvidenceEffect("x", 0, Evidence(source="s", at=at), "B2", removed, lowered)


def test_the_text() -> None:
    found = Sensitivity("act", "df-quad", 0.6, (piece(-0.1, -0.0002, "p. 3"), piece(0.05, 0.01), piece(0.0, 0.0)))
    assert to_text(found, 1) == (
        "act has a strength of 0.600 (DF-QuAD).\n\n"
        "   removed  one down  grade  evidence\n"
        "    -0.100         0  B2     x [s, p. 3]\n\n"
        "  1 more moves it by less; 1 moves it by less than 0.0005, or not at all.\n"
    )
    assert "No piece of evidence moves it" in to_text(Sensitivity("act", "df-quad", 0.6, (piece(0.0, 0.0),)), 9)
    assert "did not settle" in to_text(Sensitivity("act", "df-quad", None, (piece(None, None),)), 9)
    assert "cites evidence" in to_text(Sensitivity("act", "df-quad", 0.6, ()), 9)
    unsettled = to_text(Sensitivity("act", "df-quad", 0.5, (piece(None, 0.1),)), 9)
    assert "         -    +0.100  B2" in unsettled and "A dash: the strength would then go round" in unsettled
    assert "A dash" not in to_text(found, 1)


@pytest.mark.parametrize(
    ("semantics", "pros", "cons", "full"),
    [
        ("df-quad", 1.0, 1.0, True),
        ("squared-df-quad", 1.0, 0.996, True),
        ("df-quad", 1.0, 0.99, False),
        ("df-quad", 0.9, 1.0, False),
        ("quadratic-energy", 1.0, 1.0, False),
        ("euler-based", 1.0, 1.0, False),
    ],
)
def test_where_both_sides_are_certain_it_says_why_nothing_moves(
    semantics: str, pros: float, cons: float, full: bool
) -> None:
    arguments = (
        Support(id="p", of="act", text="P.", weight=Weight(value=pros, because="given")),
        Rebuttal(id="c", of="act", text="C.", weight=Weight(value=cons, because="given")),
        Support(id="q", of="act", text="Q.", evidence=(Evidence(source="s", grade="C3"),)),
    )
    act, sources = Claim(id="act", text="Act."), {"s": Source(id="s")}
    made = Debate(id="d", title="D", resolutions=(act,), positions=(Position(id="p", arguments=arguments),),
                  sources=sources)  # fmt: skip
    (found,) = sensitivity(evaluate(made), ["act"], semantics)
    assert found.full is full
    said = "both sides come to 1.00, so that"
    assert (said in to_text(found, 9)) is full


def texts(chart: str) -> list[str]:
    return ["".join(element.itertext()) for element in ET.fromstring(chart).iter("{http://www.w3.org/2000/svg}text")]


def test_the_chart_says_how_much_of_it_is_shown_and_what_is_not() -> None:
    found = Sensitivity("act", "df-quad", 0.6, (piece(None, 0.2), piece(-0.1, -0.02), piece(0.05, 0.01)))
    said = texts(tornado(found, 1))
    assert "Shown: 1 of 2 pieces of evidence that move it by 0.0005 or more. Largest move: -0.100" in said
    assert "Not drawn, as without them, or with them at a lower grade, it does not settle: x [s]" in said
    assert not any("Not drawn" in text for text in texts(tornado(replace(found, moves=found.moves[1:]))))


@pytest.mark.parametrize(
    ("strength", "move", "low", "high"),
    [
        (0.5, 0.0007, 0.4754, 0.5254),
        (0.0, 0.0007, 0.0, 0.05),
        (1.0, -0.0007, 0.95, 1.0),
        (0.5, -0.5, 0.0, 0.54),
        (0.5, 0.25, 0.48, 0.77),
    ],
)
def test_the_axis_is_never_so_short_that_a_small_move_looks_large(
    strength: float, move: float, low: float, high: float
) -> None:
    assert _span(strength, [piece(move, 0.0)]) == pytest.approx((low, high), abs=1e-3)


def test_what_does_not_settle_has_no_moves() -> None:
    debate = restless()
    cited = without(debate, "z", 0, (Evidence(source="s"),))
    (found,) = sensitivity(evaluate(cited), ["act"], "df-quad")
    assert found.strength is None and found.moves[0].removed is None


def test_the_chart_is_the_same_every_time_and_says_what_it_shows() -> None:
    found = Sensitivity("act", "df-quad", 0.6, (piece(-0.1, -0.02), piece(0.05, 0.01), piece(0.0, 0.0)))
    chart = tornado(found)
    assert chart == tornado(found)
    said = texts(chart)
    assert sum(text.startswith("x [s]") for text in said) == 2
    assert {"What act hangs on", "weaker without it", "stronger without it"} <= set(said)
    assert "dc:date" not in chart and "Strength of act (DF-QuAD); now 0.600, at the line" in said


def test_a_script_that_its_font_lacks_is_written_without_a_word(recwarn: pytest.WarningsRecorder) -> None:
    moved = replace(piece(-0.1, -0.02), evidence=Evidence(source="\u6bdb2020"))
    assert any("\u6bdb2020" in text for text in texts(tornado(Sensitivity("act", "df-quad", 0.6, (moved,)))))
    assert not recwarn.list


@pytest.mark.parametrize("strength", [None, 0.5])
def test_a_chart_of_nothing_is_refused(strength: float | None) -> None:
    with pytest.raises(Undrawable):
        tornado(Sensitivity("act", "df-quad", strength, (piece(0.0, 0.0),)))
    with pytest.raises(Undrawable):
        tornado(Sensitivity("act", "df-quad", strength, (piece(None, 0.1),)))


@pytest.mark.parametrize(("strength", "move"), [(0.5, 0.0007), (0.5, -0.3), (0.02, 0.97), (1.0, -0.9), (0.0, 0.001)])
def test_the_scale_has_a_few_round_numbers(strength: float, move: float) -> None:
    chart = tornado(Sensitivity("act", "df-quad", strength, (piece(move, move / 2),)))
    ticks = [text for text in texts(chart) if re.fullmatch(r"\d\.\d+", text)]
    low, high = _span(strength, [piece(move, move / 2)])
    assert 2 <= len(ticks) <= 9 and len(set(ticks)) == len(ticks)
    assert all(low - 1e-9 <= float(tick) <= high + 1e-9 for tick in ticks)
