"""Audiences: Bench-Capon's example, tables by hand, and what holds of every debate."""

from __future__ import annotations

import random
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.briefs import write
from argmap.documents.document import document
from argmap.documents.formats import text
from argmap.evaluation import audiences, value_rankings
from argmap.evaluation.audiences import AudienceVerdict, Shift, audience_verdicts, for_audience
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.framework import Label, Labelling
from argmap.evaluation.grounded import grounded
from argmap.evaluation.reasons import unanswered
from argmap.evaluation.value_rankings import values_of
from argmap.model import Claim, Debate, Position, Rebuttal, Stakes, Statement, Support
from argmap.reports.explanation import explain, to_json, to_text
from argmap.reports.strength_report import audience_blocks
from argmap.strength.gradual import strengths
from tests.strategies import VALUES, debates, valued


@st.composite
def valued_debates(draw: st.DrawFn) -> Debate:
    """Debates whose statements speak for values at random, before audiences with orders at random."""
    return valued(draw(debates(8)), random.Random(draw(st.integers(0, 10_000))))


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


def test_what_fails_with_an_audience_is_not_left_unanswered_to_it() -> None:
    ev = made(
        Claim.model_validate(says("x", "life")), Rebuttal.model_validate({**says("r", "property"), "of": "x"}),
        audiences={"lives-first": ("life", "property"), "law-first": ("property", "life")},
    )  # fmt: skip
    assert unanswered(ev) == ("r",)
    assert [unanswered(for_audience(ev, name)) for name in ev.debate.audiences] == [(), ("r",)]


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
    found = {each.audience: each for each in audience_verdicts(ev)}
    assert found["owners"].shifts == (Shift("life", "property", Label.IN, ranking=("life", "property", "peace")),)
    assert found["pacifists"] == AudienceVerdict(
        "pacifists", "act", Label.OUT, (Shift("life", "peace", Label.IN, ranking=("life", "peace")),)
    )
    assert found["doctors"].shifts == (
        Shift("property", "life", Label.OUT, ranking=("property", "life", "peace")),
        Shift("peace", "life", Label.OUT, ranking=("peace", "life", "property")),
    )


def audience_lines(ev: Evaluation) -> list[str]:
    return text.write(document("", "", audience_blocks(ev, audience_verdicts(ev)))).splitlines()


def test_the_table() -> None:
    lines = audience_lines(made(*WEIGHED, audiences=THREE))
    assert lines[0].split() == ["unranked", "doctors", "owners", "pacifists"]
    assert lines[1].split() == ["act", "?", "undecided", "✓", "stands*", "✗", "defeated*", "✗", "defeated*"]
    assert "For owners: property, then peace, then life." in lines
    assert "  act would stand if they raised life to just above property." in lines


def test_a_value_that_is_not_ranked_can_be_raised_over_the_other_unranked() -> None:
    ev = made(WEIGHED[0], WEIGHED[1], audiences={"new": ()})
    assert audience_verdicts(ev)[0].shifts == (
        Shift("life", None, Label.IN, ranking=("life",)), Shift("property", None, Label.OUT, ranking=("property",)),
    )  # fmt: skip


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
    assert all(each.label is ev.label(each.resolution) and not each.shifts for each in audience_verdicts(ev))


def test_a_rebuttal_that_fails_outweighs_nothing_either() -> None:
    """The resolution speaks for life, which doctors put first: the rebuttal fails, so it cannot cost the support its
    weight, by the audience's own ranking or by a comparison of the debate."""
    support = Support.model_validate({**says("calms", "peace"), "of": "act"})
    orders = {"doctors": ("life", "property", "peace")}
    for outweighs in ((), ({"over": "calms", "because": "So."},)):
        against = Rebuttal.model_validate({**says("costs", "property"), "of": "act", "outweighs": outweighs})
        ev = made(support, against, audiences=orders, promotes=("life",))
        assert label(ev, "doctors", "act") is Label.IN


def sentences(ev: Evaluation, id: str) -> list[str]:
    return to_text(explain(ev, id), 200).splitlines()


def test_an_explanation_says_which_attacks_fail_and_why() -> None:
    ev = made(
        Claim.model_validate(says("x", "life")),
        Rebuttal.model_validate({**says("r", "property"), "of": "x"}),
        audiences={"doctors": ("life", "property"), "owners": ("property", "life")},
    )
    heard = for_audience(ev, "doctors")
    assert sentences(heard, "x")[:5] == [
        "To doctors, x stands.",
        "  It says: x",
        "  They rank life, then property.",
        "  It is taken as given: it has no source and no support.",
        "  r contests it, which does not convince doctors: to them life comes before property.",
    ]
    assert "  It contests x, which does not convince doctors: to them life comes before property." in sentences(
        heard, "r"
    )
    assert "To defeat it, convince them to raise property to just above life." in sentences(heard, "x")
    assert "  r defeats it, and nothing answers it." in sentences(for_audience(ev, "owners"), "x")
    assert to_json(explain(heard, "x"))["shifts"] == [
        {"value": "property", "over": "life", "label": "out", "move": "up", "ranks": ["property", "life"]}
    ]


def test_an_explanation_says_what_an_audience_finds_heavier() -> None:
    ev = made(*WEIGHED, audiences=THREE)
    (line,) = [line for line in sentences(for_audience(ev, "doctors"), "act") if " outweighs " in line]
    assert line == "  To doctors, saves outweighs costs and provokes: life comes before property and peace."
    assert [line for line in sentences(for_audience(ev, "owners"), "act") if "To owners" in line][1:] == [
        "  To owners, costs and provokes outweigh saves: property and peace come before life."
    ]


def test_a_contradiction_that_fails_one_way_is_told_from_both_ends() -> None:
    ev = made(
        Claim.model_validate({**says("x", "life"), "contradicts": ("y",)}),
        Claim.model_validate(says("y", "property")),
        audiences={"doctors": ("life", "property")},
    )
    heard = for_audience(ev, "doctors")
    assert "  Nobody contests it." not in sentences(heard, "x")
    assert "  y contradicts it, which does not convince doctors: to them life comes before property." in sentences(
        heard, "x"
    )
    assert "  x contradicts it and stands." in sentences(heard, "y")


def test_what_would_help_is_tried_as_the_audience_hears_it() -> None:
    """To owners the rebuttal takes the claim down; an answer to it would bring the claim back."""
    ev = made(
        Claim.model_validate(says("x", "life")),
        Rebuttal.model_validate({**says("r", "property"), "of": "x"}),
        audiences={"owners": ("property", "life")},
    )
    lines = sentences(for_audience(ev, "owners"), "x")
    assert "To bring it back, do this:" in lines and "  answer r" in lines
    assert "To make it stand, convince them to raise life to just above property." in lines


@given(debate=valued_debates())
@settings(max_examples=150)
def test_the_graph_and_the_framework_that_an_audience_hears_are_the_same(debate: Debate) -> None:
    """What explains a standing reads the graph, what works it out the framework."""
    ev = evaluate(debate)
    for audience in debate.audiences:
        heard = for_audience(ev, audience)
        network, by_name = heard.framework, {id: n for n, id in enumerate(heard.framework.steps)}
        for x, id in enumerate(network.statements):
            assert sorted(network.rebuttals[x]) == sorted(by_name[r.id] for r in heard.graph.rebuttals(id))
            others = [network.statements[y] for y in network.contradicts[x]]
            assert sorted(others) == sorted(heard.graph.contradictions.get(id, ()))
        heavier = {*heard.graph.comparisons}
        failing = {attacker for attacker, _ in heard.failed}  # the graph has them no more, and nothing outweighs them
        made_of = {
            (network.steps[h], id) for id, n in by_name.items() if id not in failing for h in network.outweighers[n]
        }
        assert made_of <= heavier
        assert heard.graph.sides == ev.graph.sides
        for id in debate.statements:
            assert explain(heard, id).because


def test_each_shift_is_the_smallest_of_its_value_that_turns_it_and_none_that_does_is_left_out() -> None:
    """By moving every value of every order, one place at a time: up, down, and out of the ranking."""
    turned = {True: 0, False: 0}
    for seed in range(300):
        ev = random_weighing(seed)
        (found,) = audience_verdicts(ev)
        order = ev.debate.audiences["a"]
        named = {(shift.value, shift.less): shift for shift in found.shifts}
        for value, less in [(value, less) for value in VALUES for less in (False, True)]:
            ways = orders_of(order, value, less)
            turning = [way for way in ways if after(ev, way, "act") is not found.label]
            if shift := named.get((value, less)):
                assert orders_of(order, value, less, shift.over)[-1] == turning[0] == list(shift.ranking)
                assert after(ev, turning[0], "act") is shift.label
                turned[less] += 1
            else:
                assert not turning or any(  # what is said of the same two values by moving the other
                    (up.over, up.less, up.label) == (value, False, after(ev, turning[0], "act"))
                    and turning[0] == orders_of(order, value, less, up.value)[-1]
                    for up in found.shifts
                )
    assert turned[False] > 100 and turned[True] > 20


def random_weighing(seed: int) -> Evaluation:
    choose = random.Random(seed)
    steps: list[Statement] = []
    for n, kind in enumerate(choose.choices((Support, Rebuttal), k=choose.randint(2, 5))):
        steps.append(kind.model_validate({**says(f"s{n}", choose.choice(VALUES)), "of": "act"}))
    if choose.random() < 0.5:  # linked premises speak for several values
        steps += [Claim.model_validate(says("p", VALUES[0])), Claim.model_validate(says("q", VALUES[1]))]
        steps += [Rebuttal.model_validate({**says("n", VALUES[2]), "of": "p"})]
        steps += [Rebuttal(id="pq", of="act", premises=("p", "q"))]
    return made(*steps, audiences={"a": tuple(choose.sample(VALUES, choose.randint(0, 3)))})


def orders_of(order: Sequence[str], value: str, less: bool, over: str | None = "to the end") -> list[list[str]]:
    """The orders on the way of a value up or down, one place at a time, as far as to `over`."""
    rest = [each for each in order if each != value]
    at = order.index(value) if value in order else len(rest) + 1
    if not less:
        ways = [(rest[n] if n < len(rest) else None, [*rest[:n], value, *rest[n:]]) for n in range(at - 1, -1, -1)]
    else:
        ways = [(rest[n - 1], [*rest[:n], value, *rest[n:]]) for n in range(at + 1, len(rest) + 1)]
        ways += [(None, rest)] if value in order else []
    end = next((n for n, (passed, _) in enumerate(ways) if passed == over), len(ways))
    return [way for _, way in ways[: end + 1]]


def test_a_value_may_have_to_matter_less() -> None:
    """A bare step speaks for freedom and money, each of its premises contested for life: no value moved up helps."""
    ev = evaluate(
        Debate(
            id="d", title="D", resolutions=(Claim(id="act", text="Act."),),
            positions=(Position(id="p", arguments=(
                Claim(id="good", text="Good."),
                Claim.model_validate(says("free", "freedom")), Claim.model_validate(says("rich", "money")),
                Rebuttal(id="free-and-rich", of="good", premises=("free", "rich")),
                Rebuttal.model_validate({**says("kills", "life"), "of": "free"}),
                Rebuttal.model_validate({**says("starves", "life"), "of": "rich"}),
            )),),
            values=dict.fromkeys(("life", "freedom", "money"), "V."), audiences={"a": ("life", "freedom", "money")},
        )
    )  # fmt: skip
    heard = for_audience(ev, "a")
    assert "To defeat it, convince them to rank freedom, then money, then life." in sentences(heard, "good")
    assert to_json(explain(heard, "good"))["shifts"] == [
        {"value": "life", "over": "money", "label": "out", "move": "down", "ranks": ["freedom", "money", "life"]}
    ]


def test_a_value_may_have_to_be_given_up() -> None:
    """Life, the only value that they rank, would have to matter no more than the others."""
    ev = made(WEIGHED[0], WEIGHED[1], audiences={"doctors": ("life",)})
    lines = audience_lines(ev)
    assert "  act would be undecided if they no longer ranked life." in lines


def test_a_comparison_of_the_debate_goes_before_what_an_audience_finds_heavier() -> None:
    """Owners put property first; whoever shows that the lives outweigh it does not leave their own comparison."""
    ev = made(WEIGHED[0], WEIGHED[1], audiences=THREE)
    lines = sentences(for_audience(ev, "owners"), "act")
    assert "  show that saves outweighs costs" in lines and not any("No single" in line for line in lines)


def test_a_step_counts_though_its_statement_contradicts_in_vain() -> None:
    """That costs contradicts what speaks for life fails with doctors; that it undercuts something does not."""
    ev = made(
        Claim.model_validate({**says("x", "life"), "contradicts": ("costs",)}), Support(id="s", text="S.", of="act"),
        Rebuttal.model_validate({**says("costs", "property"), "undercuts": "s"}),
        audiences={"doctors": ("life", "property"), "owners": ("property", "life")},
    )  # fmt: skip
    heard = for_audience(ev, "owners")
    assert heard.labelling.live["costs"] is Label.IN is heard.labelling.counts["costs"]
    assert heard.label("act") is Label.OUT


def after(ev: Evaluation, order: list[str], id: str) -> Label:
    changed = ev.debate.model_copy(update={"audiences": {"moved": tuple(order)}})
    return for_audience(evaluate(changed), "moved").label(id)


def test_an_attack_that_fails_weighs_nothing_in_the_strengths() -> None:
    ev = made(
        Claim.model_validate(says("x", "life")),
        Rebuttal.model_validate({**says("r", "property"), "of": "x"}),
        audiences={"doctors": ("life", "property"), "owners": ("property", "life")},
    )
    base = strengths(ev).base["x"]
    assert strengths(for_audience(ev, "doctors")).of["x"] == base
    assert strengths(for_audience(ev, "owners")).of["x"] == strengths(ev).of["x"] < base


@given(valued_debates())
def test_ladders_say_what_all_comparisons_say(debate: Debate) -> None:
    """The labelling of an audience is worked out without naming its comparisons; the framework names them all."""
    ev = evaluate(debate)
    for audience in debate.audiences:
        heard = for_audience(ev, audience)
        plain = grounded(heard.framework)
        idle = {step: Label.OUT for step in heard.labelling.counts if heard.unheard(step)}
        assert heard.labelling == Labelling(plain.labels, plain.live, {**plain.counts, **idle})


def many_values(number: int, audiences: int) -> Evaluation:
    names = [f"v{n}" for n in range(number)]
    said = [Support.model_validate({**says(f"a{n}", f"v{n}"), "of": "act"}) for n in range(number)]
    against = [Rebuttal.model_validate({**says(f"b{n}", f"v{n * 7 % number}"), "of": "act"}) for n in range(number)]
    return evaluate(
        Debate(
            id="d", title="D", resolutions=(Claim(id="act", text="Act."),), values=dict.fromkeys(names, "A value."),
            positions=(Position(id="p", arguments=(*said, *against)),),
            audiences={f"x{n}": tuple(names[n:] + names[: n // 2]) for n in range(audiences)},
        )
    )  # fmt: skip


def test_moves_of_values_end_with_the_effort_and_that_is_said() -> None:
    """What is worked out are statements, not pairs of them, and every audience has its share."""
    ev = many_values(60, 30)
    found = audience_verdicts(ev)
    assert len(found) == 30 and {each.audience for each in found if each.every} < {*ev.debate.audiences}
    hearing = value_rankings.Hearing(ev)
    _, every = audiences._shifts(hearing, ev.debate.audiences["x1"], ["act"], 10_000)
    assert not every and hearing.spent <= 11_000
    told = "only the first were tried"
    assert told in text.write(document("", "", audience_blocks(ev, found)))
    assert "“argmap explain” with “--audience”" in write(ev, "argument", "markdown")


def test_the_rungs_of_a_ladder_are_no_more_than_the_steps() -> None:
    ev = many_values(300, 1)
    hearing = value_rankings.Hearing(ev)
    ruling = hearing.ruling(ev.debate.audiences["x0"])
    links = value_rankings._laddered(ruling.heard, ruling.carried).outweighers
    assert sum(map(len, links)) <= 600
