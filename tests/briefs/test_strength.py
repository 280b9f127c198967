"""Strengths in briefs: beside every standing, as a figure and a bar, and explained at the foot."""

from __future__ import annotations

from dataclasses import replace

import html5lib
import pytest

from argmap import briefs
from argmap.evaluation.evaluated import Evaluation
from argmap.strength.gradual import strengths
from tests.briefs.tram import evaluated, written

KINDS = [kind.NAME for kind in briefs.BRIEFS]


def measured() -> Evaluation:
    ev = evaluated()
    return replace(ev, strengths=strengths(ev))


@pytest.mark.parametrize("kind", KINDS)
def test_without_strengths_nothing_says_strength(kind: str) -> None:
    assert "strength" not in written(evaluated(), kind)
    assert "b-meter" not in written(evaluated(), kind, "html").partition("</style>")[2]


def test_each_statement_of_the_memo_has_its_figure() -> None:
    ev = measured()
    assert ev.strengths is not None
    annex = briefs.write(ev, "argument")
    for id, statement in ev.debate.statements.items():
        if id not in ev.debate.resolution_ids:
            (line,) = [line for line in annex.splitlines() if line.endswith(f"<sub>`{id}`</sub>")]
            assert f"(strength {ev.strengths.figure(id)})" in line, statement


def test_an_option_has_no_strength() -> None:
    """It would follow how many arguments were listed."""
    options = briefs.write(measured(), "argument").partition("## The options")[2].partition("\n\n##")[0]
    assert "The city should build the tram" in options and "strength" not in options
    assert "strength" not in briefs.write(measured(), "policy")


def test_the_page_has_a_bar_as_long_as_the_strength_and_a_name_for_who_hears_it() -> None:
    page = html5lib.parse(briefs.write(measured(), "argument", "html"), namespaceHTMLElements=False)
    meters = [span for span in page.iter("span") if span.get("class") == "b-meter"]
    assert meters
    for meter in meters:
        figure = "".join(meter.itertext()).strip()
        assert meter.get("aria-label") == f"strength {figure}" and meter.get("role") == "img"
        fill = next(e for e in meter.iter() if e.get("class") == "b-fill")
        assert float(fill.get("width")) / 52 == pytest.approx(float(figure), abs=0.007)


@pytest.mark.parametrize("format", ["markdown", "html"])
def test_the_foot_says_what_it_is(format: str) -> None:
    assert "Strength is a number from 0 to 1 by Quadratic energy" in briefs.write(measured(), "argument", format)


def test_what_did_not_settle_has_no_figure() -> None:
    ev = measured()
    assert ev.strengths is not None
    loose = replace(ev.strengths, of={}, steps={}, unsettled=tuple(ev.debate.statements))
    ev = replace(ev, strengths=loose)
    text = briefs.write(ev, "argument")
    assert "(no strength)" in text and "does not settle" in text
    page = briefs.write(ev, "argument", "html")
    assert 'aria-label="no strength"' in page and 'class="b-fill"' not in page
