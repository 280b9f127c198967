"""Audiences: Bench-Capon's example, tables by hand, and what holds of every debate."""

from __future__ import annotations

from hypothesis import given

from argmap.evaluation import Evaluation, evaluate
from argmap.framework import Label
from argmap.model import Claim, Debate, Position, Rebuttal, Stakes, Statement, Support
from argmap.semantics.audiences import Reception, Shift, for_audience, receptions, values_of
from argmap.semantics.measures import audience_table
from tests.strategies import debates


def made(*statements: Statement, audiences: dict[str, tuple[str, ...]], promotes: tuple[str, ...] = ()) -> Evaluation:
    resolution = Claim(id="act", text="Act.", values=Stakes(promotes=promotes))
    names = dict.fromkeys(("life", "property", "peace"), "A value.")
    return evaluate(
        Debate(
            id="d", title="D", resolutions=(resolution,), positions=(Position(id="p", arguments=statements),),
            values=names, audiences=audiences,
        )
    )  # fmt: skip


def says(id: str, *values: str) -> dict[str, object]:
    return {"id": id, "text": id, "values": Stakes(promotes=values)}


def label(ev: Evaluation, audience: str, id: str) -> Label:
    return for_audience(ev, audience).label(id)


def test_hal_and_carla() -> None:
    """Bench-Capon 2003: diabetic Hal takes Carla's insulin; he was wronging her property, but saved his life."""
    ev = made(
        Claim.model_validate(says("hal-was-wrong", "property")),
        Rebuttal.model_validate({**says("life-in-danger", "life"), "of": "hal-was-wrong"}),
        Rebuttal.model_validate({**says("he-can-compensate"), "of": "life-in-danger"}),
        Rebuttal.model_validate({**says("he-has-no-money"), "of": "he-can-compensate"}),
        audiences={"lives-first": ("life", "property"), "law-first": ("property", "life")},
    )
    assert label(ev, "lives-first", "hal-was-wrong") is Label.OUT
    assert label(ev, "law-first", "hal-was-wrong") is Label.IN
    assert label(ev, "law-first", "life-in-danger") is Label.IN, "facts bind every audience"


def test_unnamed_values_rank_last_and_equal() -> None:
    ev = made(
        Claim.model_validate(says("x", "life")),
        Rebuttal.model_validate({**says("r", "property"), "of": "x"}),
        audiences={"life": ("life",), "property": ("property",), "neither": ("peace",)},
    )
    assert [label(ev, name, "x") for name in ("life", "property", "neither")] == [Label.IN, Label.OUT, Label.OUT]


def test_the_highest_of_several_values_is_meant_and_demoting_is_speaking_for() -> None:
    ev = made(
        Claim.model_validate(says("x", "property", "life")),
        Rebuttal(id="r", of="x", text="R.", values=Stakes(demotes=("peace",))),
        audiences={"a": ("life", "peace", "property"), "b": ("peace", "life", "property")},
    )
    assert [label(ev, name, "x") for name in ("a", "b")] == [Label.IN, Label.OUT]


def test_a_claim_speaks_for_what_it_promotes_alone_and_a_bare_step_for_its_premises() -> None:
    claim = Claim(id="x", text="X.", values=Stakes(promotes=("life",), demotes=("peace",)))
    bare = Support(id="s", of="act", premises=("x",))
    ev = made(claim, bare, audiences={})
    assert values_of(ev.debate, claim) == {"life"}
    assert values_of(ev.debate, bare) == {"life"}


def test_undercutters_succeed_whatever_is_valued() -> None:
    ev = made(
        Support.model_validate({**says("s", "life"), "of": "act"}),
        Rebuttal.model_validate({**says("u", "property"), "undercuts": "s"}),
        audiences={"lives-first": ("life", "property")},
    )
    assert label(ev, "lives-first", "act") is Label.OUT


def test_a_contradiction_is_decided_by_the_values() -> None:
    ev = made(
        Claim.model_validate({**says("x", "life"), "contradicts": ("y",)}),
        Claim.model_validate(says("y", "property")),
        audiences={"lives-first": ("life", "property"), "law-first": ("property", "life")},
    )
    assert ev.label("x") is Label.UNDEC
    assert [label(ev, "lives-first", id) for id in "xy"] == [Label.IN, Label.OUT]
    assert [label(ev, "law-first", id) for id in "xy"] == [Label.OUT, Label.IN]


WEIGHED = (
    Support.model_validate({**says("saves", "life"), "of": "act"}),
    Rebuttal.model_validate({**says("costs", "property"), "of": "act"}),
    Rebuttal.model_validate({**says("provokes", "peace"), "of": "act"}),
)
THREE = {
    "doctors": ("life", "peace", "property"), "owners": ("property", "peace", "life"), "pacifists": ("peace", "life"),
}  # fmt: skip


def test_the_sides_of_what_is_weighed_are_compared_by_their_values() -> None:
    ev = made(*WEIGHED, audiences=THREE)
    assert ev.label("act") is Label.UNDEC
    assert [label(ev, name, "act") for name in THREE] == [Label.IN, Label.OUT, Label.OUT]


def test_the_debates_own_comparison_goes_first() -> None:
    saves = Support.model_validate(
        {**says("saves", "life"), "of": "act", "outweighs": ({"over": "costs", "because": "So."},)}
    )
    ev = made(saves, WEIGHED[1], audiences=THREE)
    assert label(ev, "owners", "act") is Label.IN


def test_who_has_to_be_convinced_and_of_what() -> None:
    """By hand: owners see life last. Over peace it changes nothing, as property still outweighs it; over property it
    wins. Pacifists do not rank property, so peace alone stands in the way."""
    ev = made(*WEIGHED, audiences=THREE)
    found = {each.audience: each for each in receptions(ev)}
    assert found["owners"].shifts == (Shift("life", "property", Label.IN),)
    assert found["pacifists"] == Reception("pacifists", "act", Label.OUT, (Shift("life", "peace", Label.IN),))
    assert found["doctors"].shifts == (Shift("property", "life", Label.OUT), Shift("peace", "life", Label.OUT))


def test_the_table() -> None:
    lines = list(audience_table(made(*WEIGHED, audiences=THREE), receptions(made(*WEIGHED, audiences=THREE))))
    assert lines[0].split() == ["unranked", "doctors", "owners", "pacifists"]
    assert lines[1].split() == ["act", "undecided", "stands*", "defeated*", "defeated*"]
    assert "owners ranks property, then peace, then life." in lines
    assert "  act would stand if life mattered more to them than property." in lines


def test_a_value_that_is_not_ranked_can_be_raised_over_the_other_unranked() -> None:
    ev = made(WEIGHED[0], WEIGHED[1], audiences={"new": ()})
    assert receptions(ev)[0].shifts == (Shift("life", None, Label.IN), Shift("property", None, Label.OUT))


def test_a_rebuttal_that_fails_is_live_and_does_not_count() -> None:
    ev = made(
        WEIGHED[0], WEIGHED[1], audiences={"doctors": ("life", "property")}, promotes=("life",)
    )  # fmt: skip
    heard = for_audience(ev, "doctors")
    assert heard.labelling.live["costs"] is Label.IN and heard.labelling.counts["costs"] is Label.OUT
    assert heard.label("act") is Label.IN


@given(debate=debates())
def test_without_values_every_audience_sees_what_everybody_sees(debate: Debate) -> None:
    ev = evaluate(debate.model_copy(update={"values": {"life": "L."}, "audiences": {"all": ("life",)}}))
    assert for_audience(ev, "all").labelling == ev.labelling
    assert all(each.label is ev.label(each.resolution) and not each.shifts for each in receptions(ev))
