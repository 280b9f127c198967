"""Base scores from grades, by hand."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluation.base_scores import (
    DEFAULTS,
    Weights,
    base_score,
    base_scores,
    faults_in,
    one_step_down,
    varied_scores,
)
from argmap.model import Claim, Debate, Evidence, Position, Source, SourceNotes, Statement, Support, Weight

SOURCES = {
    id: Source(id=id, custom=SourceNotes(reliability=letter, credibility=digit, via=via))  # type: ignore[arg-type]
    for id, letter, digit, via in (
        ("report", "B", "2", None), ("study", "C", "3", None), ("echo", "A", "2", "report"), ("blog", None, None, None),
    )
}  # fmt: skip


def scores(*statements: Statement, weights: Weights | None = None, **more: object) -> dict[str, float]:
    debate = Debate(
        id="d",
        title="D",
        resolutions=(Claim.model_validate({"id": "act", "text": "Act.", **more}),),
        positions=(Position(id="p", arguments=statements),),
        sources=SOURCES,
    )
    return base_scores(debate, weights)


def cites(*sources: str) -> Claim:
    return Claim(id="x", text="X.", evidence=tuple(Evidence(source=source) for source in sources))


def test_what_somebody_said_weighs_at_most_a_middle_and_once_a_speaker() -> None:
    def said(*pieces: tuple[str, str, str | None]) -> Claim:
        made = (Evidence(source=source, said_by=by, grade=grade) for source, by, grade in pieces)
        return Claim(id="x", text="X.", evidence=tuple(made))

    assert scores(said(("report", "The minister", None)))["x"] == pytest.approx(0.3 + 0.7 * 0.5)
    assert scores(said(("report", "The minister", "D4")))["x"] == pytest.approx(0.3 + 0.7 * 0.16)
    twice = said(("report", "The minister", None), ("study", "the minister", None))
    assert scores(twice)["x"] == pytest.approx(0.3 + 0.7 * 0.5)
    weights = Weights({"testimony": 0.2})
    assert scores(said(("report", "The minister", None)), weights=weights)["x"] == pytest.approx(0.3 + 0.7 * 0.2)


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ([], 0.3),
        (["report"], 0.3 + 0.7 * 0.64),
        (["study"], 0.3 + 0.7 * 0.36),
        (["blog"], 0.3 + 0.7 * 0.09),
        (["report", "study"], 1 - 0.7 * 0.36 * 0.64),
        (["report", "report"], 0.3 + 0.7 * 0.64),
        (["report", "echo"], 0.3 + 0.7 * 0.76),
    ],
)
def test_scores_of_evidence(sources: list[str], expected: float) -> None:
    assert scores(cites(*sources))["x"] == pytest.approx(expected)


def test_resolutions_the_undeveloped_and_given_weights() -> None:
    found = scores(
        Claim(id="x", text="X.", undeveloped=True),
        Claim(id="y", text="Y.", evidence=(Evidence(source="report"),), weight=Weight(value=0.1, because="It is old.")),
        Support(id="bare", of="x", premises=("y",)),
        evidence=(Evidence(source="report"),),
    )
    assert found == {"act": 0.5, "x": 0.0, "y": 0.1}


def test_overrides() -> None:
    settings = Weights({"B": 0.5, "none": 0.2, "C3": 0.9})
    assert scores(cites("report"), weights=settings)["x"] == pytest.approx(0.2 + 0.8 * 0.4)
    assert scores(cites("study"), weights=settings)["x"] == pytest.approx(0.2 + 0.8 * 0.9)


def test_a_better_grade_never_weighs_less() -> None:
    for scale in ("ABCDE", "12345"):
        assert [DEFAULTS[each] for each in scale] == sorted((DEFAULTS[each] for each in scale), reverse=True)
    for grade in (letter + digit for letter in "ABCDEF" for digit in "123456"):
        assert Weights().grade(one_step_down(grade)) <= Weights().grade(grade)
    assert one_step_down("B2") == "C3" and one_step_down("E5") == "E5" and one_step_down(None) == "E5"


def test_faulty_settings_are_named() -> None:
    assert faults_in({}) == {} and faults_in({"B": 0.7, "C3": 0.3, "none": 0.4}) == {}
    assert "there is no such weight" in faults_in({"G7": 0.5})["G7"]
    assert faults_in({"A": 1.5}) == {"A": "must be from 0 to 1"}
    assert faults_in({"B": 0.5}) == {"B": "weighs less than C, which is the worse grade"}
    assert faults_in({"C3": 0.2})["C3"] == "weighs less than C4, which is the worse grade"
    assert faults_in({"B3": 0.7}) == {"B3": "weighs more than B2, which is the better grade"}
    assert faults_in({"C": 0.9}) == {"C": "weighs more than B, which is the better grade"}


@given(
    st.dictionaries(
        st.sampled_from([*DEFAULTS, *(letter + digit for letter in "ABCDE" for digit in "12345")]),
        st.floats(0, 1),
        max_size=4,
    )
)
def test_settings_without_faults_never_weigh_a_better_grade_less(overrides: dict[str, float]) -> None:
    if faults := faults_in(overrides):
        assert faults.keys() <= overrides.keys()  # what is set can be mended, what is not has no line
        return
    weights = Weights(overrides)
    for letters, digits in product(combinations("ABCDE", 2), combinations("12345", 2)):
        for letter, digit in product(letters, digits):
            assert weights.grade(letters[0] + digit) >= weights.grade(letters[1] + digit)
            assert weights.grade(letter + digits[0]) >= weights.grade(letter + digits[1])


def test_a_source_is_the_one_that_it_relays_by_way_of_another() -> None:
    relayed = {"a": "b", "b": "c", "c": None, "round": "about", "about": "round"}
    chain = {
        id: Source(id=id, custom=SourceNotes(reliability="B", credibility="2", via=via)) for id, via in relayed.items()
    }
    arguments = (cites("a", "c"), cites("round", "about").model_copy(update={"id": "y"}))
    resolutions, positions = (Claim(id="act", text="Act."),), (Position(id="p", arguments=arguments),)
    debate = Debate(id="d", title="D", resolutions=resolutions, positions=positions, sources=chain)
    one = 0.3 + 0.7 * 0.64
    assert base_scores(debate)["x"] == pytest.approx(one) and base_scores(debate)["y"] == pytest.approx(one)


PIECES = st.builds(
    Evidence,
    source=st.sampled_from(sorted(SOURCES)),
    grade=st.sampled_from([None, "A1", "B2", "E5"]),
    said_by=st.sampled_from([None, None, "The minister"]),
)


@given(st.lists(PIECES, max_size=6), st.booleans(), st.sampled_from([None, Weight(value=0.4, because="So.")]))
def test_scores_without_a_piece_and_with_a_lower_grade_are_those_of_such_statements(
    pieces: list[Evidence], undeveloped: bool, weight: Weight | None
) -> None:
    claim = Claim(id="x", text="X.", evidence=tuple(pieces), undeveloped=undeveloped, weight=weight)
    act, position = Claim(id="act", text="Act."), Position(id="p", arguments=(claim,))
    debate = Debate(id="d", title="D", resolutions=(act,), positions=(position,), sources=SOURCES)
    expected = []
    for index, piece in enumerate(pieces):
        lower = piece.model_copy(update={"grade": one_step_down(debate.grade(piece))})
        for put in ((), (lower,)):
            evidence = (*pieces[:index], *put, *pieces[index + 1 :])
            expected.append(base_score(debate, claim.model_copy(update={"evidence": evidence}), Weights()))
    found = [score for pair in varied_scores(debate, claim, Weights()) for score in pair]
    assert found == pytest.approx(expected)
