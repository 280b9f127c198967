"""What `side`, `resolution` and `position` leave in and out."""

import pytest

from argmap import briefs
from argmap.briefs import Selection, SelectionError
from argmap.evaluation.evaluated import evaluate
from argmap.model import Debate, Position
from tests.briefs.tram import evaluated, written


def test_a_case_is_for_one_resolution_and_by_its_side() -> None:
    tram, buses = (written(evaluated(), "case", resolution=id) for id in ("build-tram", "keep-buses"))
    assert "# For the tram: the case" in tram and "A tram line frees road space." in tram
    assert "# Against the tram: the case" in buses and "Buses run already." in buses


def test_of_several_resolutions_a_case_wants_to_know_which() -> None:
    with pytest.raises(SelectionError, match="--resolution; this debate has build-tram, keep-buses"):
        briefs.write(evaluated(), "case")


def test_the_negative_mirrors_the_case() -> None:
    file = briefs.write(evaluated(), "negative")
    assert "What it costs" in file and "The line costs more than the city has." in file


def test_both_sides_have_blocks() -> None:
    ours = briefs.write(evaluated(), "blocks", selection=Selection(side="pro"))
    theirs = briefs.write(evaluated(), "blocks", selection=Selection(side="con"))
    assert "## AT: Building takes years" in ours and "AT: Building takes years" not in theirs
    assert "## AT: A tram line frees road space" in theirs or "## AT: Drivers switch to trams" in theirs


def test_a_resolution_leaves_in_what_bears_on_it() -> None:
    memo = briefs.write(evaluated(), "policy", selection=Selection(resolution="keep-buses"))
    assert "Buses are full" in memo and "frees road space" not in memo
    assert "“The city should keep its buses” is undecided, because nobody has weighed" in memo


def test_a_position_leaves_in_what_stands_in_it() -> None:
    full = briefs.write(evaluated(), "argument", selection=Selection(position="cost"))
    assert "Building takes years" in full and 'id="cars-foul-air"' not in full
    blocks = briefs.write(evaluated(), "blocks", selection=Selection(position="buses"))
    assert "Building takes years" not in blocks


@pytest.mark.parametrize(
    "selection", [Selection(side="left"), Selection(resolution="dear"), Selection(position="nowhere")]
)
@pytest.mark.parametrize("kind", [kind.NAME for kind in briefs.BRIEFS])
def test_what_is_not_there_is_refused_with_what_there_is(kind: str, selection: Selection) -> None:
    with pytest.raises(SelectionError, match="it has"):
        briefs.write(evaluated(), kind, selection=selection)


@pytest.mark.parametrize("kind", [kind.NAME for kind in briefs.BRIEFS if kind.BY != "of"])
def test_a_debate_with_nothing_in_it_has_its_briefs_too(kind: str) -> None:
    page = written(evaluated(positions=[], terms={}, background=None, decision={}, sources={}), kind, "html")
    assert "<h1" in page


def test_a_position_called_by_its_kind_alone_is_not_named_twice() -> None:
    plain = evaluated().debate
    step = {"rebuttal": "not-topical", "of": plain.resolutions[0].id, "text": "It is outside the resolution."}
    shell = {"position": "t", "kind": "topicality", "title": "Topicality", "arguments": [step]}
    fields = {name: getattr(plain, name) for name in Debate.model_fields}
    debate = Debate(**{**fields, "positions": (*plain.positions, Position.model_validate(shell))})
    file = briefs.write(evaluate(debate), "negative")
    assert "## Topicality" in file and ": Topicality" not in file
