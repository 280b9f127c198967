"""What `side`, `resolution` and `position` leave in and out."""

import pytest

from argmap import briefs
from argmap.briefs import Selection, SelectionError
from argmap.evaluation.evaluated import evaluate
from argmap.model import Debate, Position
from tests.briefs.tram import evaluated


def test_the_case_is_the_first_sides_and_the_other_side_may_have_it() -> None:
    ours, theirs = (briefs.write(evaluated(), "case", selection=Selection(side=side)) for side in (None, "con"))
    assert "# For the tram: the case" in ours and "# Against the tram: the case" in theirs


def test_the_negative_mirrors_the_case() -> None:
    file = briefs.write(evaluated(), "negative")
    assert 'id="dear"' in file and "They say:** A tram line frees" in file


def test_both_sides_have_blocks() -> None:
    ours = briefs.write(evaluated(), "blocks", selection=Selection(side="pro"))
    theirs = briefs.write(evaluated(), "blocks", selection=Selection(side="con"))
    assert "They say:** Building takes years." in ours and "They say:** Building takes years." not in theirs
    assert "They say:** Buses are full." in theirs


def test_a_resolution_leaves_in_what_bears_on_it() -> None:
    memo = briefs.write(evaluated(), "policy", selection=Selection(resolution="keep-buses"))
    assert "Buses are full" in memo and "frees road space" not in memo
    assert "“[The city should keep its buses](#keep-buses)” is undecided." in memo


def test_a_position_leaves_in_what_stands_in_it() -> None:
    memo = briefs.write(evaluated(), "policy", selection=Selection(position="cost"))
    assert "Building takes years" in memo and 'id="cars-foul-air"' not in memo
    blocks = briefs.write(evaluated(), "blocks", selection=Selection(position="buses"))
    assert "Buses run already" in blocks and "Building takes years" not in blocks


@pytest.mark.parametrize(
    "selection", [Selection(side="left"), Selection(resolution="dear"), Selection(position="nowhere")]
)
@pytest.mark.parametrize("kind", [kind.NAME for kind in briefs.BRIEFS])
def test_what_is_not_there_is_refused_with_what_there_is(kind: str, selection: Selection) -> None:
    with pytest.raises(SelectionError, match="it has"):
        briefs.write(evaluated(), kind, selection=selection)


@pytest.mark.parametrize("kind", [kind.NAME for kind in briefs.BRIEFS])
def test_a_debate_with_nothing_in_it_has_its_briefs_too(kind: str) -> None:
    page = briefs.write(evaluated(positions=[], terms={}, background=None, decision={}, sources={}), kind, "html")
    assert "<h1" in page


def test_a_position_called_by_its_kind_alone_is_not_named_twice() -> None:
    plain = evaluated().debate
    step = {"rebuttal": "not-topical", "of": plain.resolutions[0].id, "text": "It is outside the resolution."}
    shell = {"position": "t", "kind": "topicality", "title": "Topicality", "arguments": [step]}
    fields = {name: getattr(plain, name) for name in Debate.model_fields}
    debate = Debate(**{**fields, "positions": (*plain.positions, Position.model_validate(shell))})
    file = briefs.write(evaluate(debate), "negative")
    assert "## Topicality" in file and ": Topicality" not in file
