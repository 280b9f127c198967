"""They say, we say: answers to what an argument rests on, one card for one text, questions, and what is left to do."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from argmap import briefs
from argmap.analysis.open_questions import examine
from argmap.briefs import Selection
from argmap.briefs.queries import answers, is_in_play
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.model import Debate
from argmap.model.schemes import SCHEMES
from argmap.strength.gradual import strengths
from argmap.wording.counts import in_words
from tests.strategies import random_debate

THREATS: list[dict[str, Any]] = [
    {"support": "calms", "of": "send", "text": "It calms things."},
    {"rebuttal": "targets", "of": "send", "text": "They are targets."},
    {"rebuttal": "meets-war", "undercuts": "calms", "premises": ["targets"]},
    {"rebuttal": "empty", "of": "targets", "text": "The threats are empty."},
]  # fmt: skip


def debate(*arguments: dict[str, Any], **header: Any) -> Evaluation:
    return evaluate(Debate.model_validate({
        "debate": "d", "title": "T", "resolutions": [{"claim": "send", "text": "Send them."}],
        "positions": [{"position": "p", "arguments": list(arguments)}], **header,
    }))  # fmt: skip


def blocks(ev: Evaluation, side: str = "pro") -> str:
    return briefs.write(ev, "blocks", selection=Selection(side=side))


REVIVED = {"rebuttal": "not-empty", "of": "empty", "text": "They were carried out."}


def card(said: str, text: str) -> str:
    """What is under `They say:` of a text, at its first place."""
    return said.partition(f"They say:** {text}")[2].partition("They say:**")[0].partition("\n## ")[0]


def test_who_answers_a_premise_answers_the_bare_step_that_rests_on_it() -> None:
    ev = debate(*THREATS, REVIVED)
    assert [x.id for x in answers(ev, "meets-war")] == ["empty"]
    theirs = card(blocks(ev), "They are targets.")
    assert "Our answer does not hold" in theirs and "Nothing is said against it" not in theirs
    assert theirs.count("*Rebuts the claim:* The threats are empty.") == 1


def test_what_one_text_says_of_two_things_is_one_card() -> None:
    said = blocks(debate(*THREATS, REVIVED))
    theirs = card(said, "They are targets.")
    assert "Against “Send them”." in theirs
    assert '<a id="meets-war"></a>Undercuts the step from “It calms things”. <sub>`meets-war`</sub>' in theirs
    assert said.count("They say:** They are targets.") == 1 and theirs.count("**To do:**") == 1


def test_what_is_answered_and_what_is_not_are_not_one() -> None:
    cut = {"rebuttal": "not-there", "undercuts": "meets-war", "text": "Not there."}
    said = blocks(debate(*THREATS[:3], cut))
    assert "Nothing is said against one of them yet" in said and said.count("They say:** They are targets.") == 2


def test_an_answer_to_the_step_alone_says_which_step() -> None:
    cut, uncut = ({"rebuttal": id, "undercuts": of, "text": f"{id} is so."} for id, of in
                  (("cut", "meets-war"), ("uncut", "cut")))  # fmt: skip
    assert "*Undercuts the step to* “It calms things”: cut is so." in blocks(debate(*THREATS[:3], cut, uncut))


def test_an_answer_to_one_of_several_premises_says_which() -> None:
    both = {"claim": "cold", "text": "It is cold."}
    step = {"rebuttal": "worse", "of": "send", "text": "It gets worse.", "premises": ["cold"]}
    answer = {"rebuttal": "warm", "of": "cold", "text": "It is warm."}
    assert "*Against the premise* “It is cold”: It is warm." in blocks(debate(both, step, answer))


def test_the_memo_names_the_answer_to_a_premise_that_does_not_stand() -> None:
    step = {"support": "brave", "of": "send", "text": "It is brave.", "premises": ["cold"]}
    memo = briefs.write(debate({"claim": "cold", "text": "It is cold."}, step,
                               {"rebuttal": "warm", "of": "cold", "text": "It is warm."}), "policy")  # fmt: skip
    consideration = memo.partition("#### For")[2].partition("#### Against")[0]
    assert "It needs a premise that does not stand: “[It is cold](#cold)”" in consideration
    assert "No answer has been given" not in consideration and "*Answered:* It is warm." in consideration


def test_of_a_bare_step_the_premise_that_fails_is_named_and_not_that_nobody_answered() -> None:
    fallen = {"claim": "cold", "text": "It is cold.", "undeveloped": "true"}
    memo = briefs.write(debate(fallen, {"support": "so", "of": "send", "premises": ["cold"]}), "policy")
    consideration = memo.partition("#### For")[2].partition("#### Against")[0]
    assert "It needs a premise that does not stand: “[It is cold](#cold)”." in consideration
    assert "No answer has been given" not in consideration


WHY_NOT = [
    ([{"rebuttal": "ours", "of": "theirs", "text": "Ours.", "premises": ["cold"]},
      {"claim": "cold", "text": "Cold.", "undeveloped": "true"}], "It needs a premise that does not stand: “Cold”."),
    ([{"rebuttal": "ours", "of": "theirs", "text": "Ours.", "undeveloped": "true"}], "It is only asserted so far."),
    ([{"rebuttal": "ours", "of": "theirs", "text": "Ours."}, {"claim": "other", "text": "Other.",
      "contradicts": ["ours"]}, {"claim": "x", "text": "X."}], "It cannot be held together with “Other”."),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "why"), WHY_NOT)
def test_why_an_answer_of_ours_does_not_hold(arguments: list[dict[str, Any]], why: str) -> None:
    assert why in blocks(debate({"rebuttal": "theirs", "of": "send", "text": "Theirs."}, *arguments))


@pytest.mark.parametrize("put", [0, 3, 4, 5])
def test_questions_that_are_not_named_are_counted(put: int) -> None:
    keys = [question.key for question in SCHEMES["expert-opinion"].questions if question.invites != "evidence"]
    theirs = {"rebuttal": "theirs", "of": "send", "text": "Theirs.", "scheme": "expert-opinion",
              "evidence": [{"source": "doe"}]}  # fmt: skip
    ours = [{"rebuttal": f"a{n}", "undercuts": "theirs", "text": f"A{n}.", "question": key, "undeveloped": "true"}
            for n, key in enumerate(keys[:put])]  # fmt: skip
    said = blocks(debate(theirs, *ours, sources={"doe": {"id": "doe", "title": "Doe"}}))
    left = len(keys) - put
    more = f"{in_words(left - 3).capitalize()} more question{'s are' if left > 4 else ' is'} open: "
    assert (f"{more}<code>argmap questions theirs</code>." in said) is (left > 3)
    assert len(re.findall("^- ", said.partition("**Ask them:**")[2].partition("> ")[0], re.M)) == min(left, 3)


def test_what_is_asked_of_two_steps_with_one_text_is_asked_once() -> None:
    theirs, again = ({"scheme": "danger"} | each for each in THREATS[1:3])
    ev = debate(THREATS[0], theirs, again)
    found = [examine(ev, step) for step in (*ev.debate.rebuttals,)]
    open_ = {question.key for each in found if each for question in each.open}
    said = card(blocks(ev), "They are targets.").partition("**Ask them:**")[2].partition("> ")[0]
    assert said.count("\n- ") == min(len(open_), 3) and len(open_) < sum(len(each.open) for each in found if each)


PREMISES: list[dict[str, Any]] = [
    {"claim": "cold", "text": "It is cold.", "evidence": [{"source": "doe"}]},
    {"claim": "dark", "text": "It is dark."},
]  # fmt: skip

NEEDS = "**It needs both of these premises:**\n\n- “{cold}” **✓ stands** ({doe})\n- “{dark}” **✓ stands**\n"


def linked(*arguments: dict[str, Any]) -> Evaluation:
    step = {"rebuttal": "worse", "of": "send", "text": "It gets worse.", "premises": ["cold", "dark"]}
    return debate(*PREMISES, step, *arguments, sources={"doe": {"id": "doe", "title": "Doe"}})


def test_what_an_argument_needs_is_shown_and_can_be_answered() -> None:
    theirs = card(blocks(linked()), "It gets worse.")
    assert NEEDS.format(cold="It is cold", dark="It is dark", doe="[“Doe,” n.d.](#source_doe)") in theirs
    assert "**To do:** answer it or one of its premises, or show what outweighs it." in theirs


def test_the_case_shows_which_premises_belong_together() -> None:
    case = briefs.write(linked(), "negative")
    named = {id: f"[It is {id}](#{id})" for id in ("cold", "dark")}
    assert NEEDS.format(**named, doe="[“Doe,” n.d.](#source_doe)") in case
    assert f"A premise of “[It gets worse](#worse)”, together with “{named['dark']}”." in case


def test_the_argument_in_full_ties_premises_and_contradictions_to_what_they_belong_to() -> None:
    memo = briefs.write(linked({"claim": "warm", "text": "It is warm.", "contradicts": ["cold"]}), "policy")
    for said in (
        "*Rebuttal of* [send](#send), *which needs* [cold](#cold) and [dark](#dark): It gets worse.",
        "*Premise of* [worse](#worse), *which contradicts* [warm](#warm): It is cold.",
        "*Premise of* [worse](#worse): It is dark.",
        "*Claim*, *which contradicts* [cold](#cold): It is warm.",
    ):
        assert said in memo


def test_a_card_says_what_cannot_be_held_together_with_it() -> None:
    case = briefs.write(linked({"claim": "warm", "text": "It is warm.", "contradicts": ["cold"]}), "negative")
    assert "Cannot be held together with “It is warm” **? undecided**." in case
    assert "Undecided because of “It is warm”." in case


def test_who_says_two_things_that_contradict_each_other_is_told_so() -> None:
    twice = [{"rebuttal": id, "of": "send", "text": f"It is {id}."} for id in ("warm", "cold")]
    twice[0] |= {"contradicts": ["cold"]}
    assert "They say this too, and cannot hold both." in card(blocks(debate(*twice)), "It is warm.")


FALLEN = [
    ({"undeveloped": "true"}, "It is only asserted so far."),
    ({"premises": ["cold"], "undeveloped": "true"}, "It is only asserted so far."),
]  # fmt: skip


@pytest.mark.parametrize("side", ["pro", "con"])
@pytest.mark.parametrize(("keys", "why"), FALLEN)
def test_what_falls_by_itself_has_its_reason_on_either_side(side: str, keys: dict[str, Any], why: str) -> None:
    step = {"rebuttal" if side == "pro" else "support": "theirs", "of": "send", "text": "Theirs."} | keys
    ev = debate({"claim": "cold", "text": "Cold."}, step)
    assert why in card(blocks(ev, side), "Theirs.")
    assert why in briefs.write(ev, "negative" if side == "pro" else "case")


OURS: dict[str, Any] = {"support": "ours", "of": "send", "text": "Ours.",
                        "outweighs": [{"over": "theirs", "because": "So it is"}]}  # fmt: skip
THEIRS = {"rebuttal": "theirs", "of": "send", "text": "Theirs."}


def no(id: str, of: str) -> dict[str, Any]:
    return {"rebuttal": id, "of": of, "text": f"{id} is so."}


OPEN = [no("one", "ours"), no("two", "one"), {"rebuttal": "round", "of": "two", "premises": ["one"]}]


@pytest.mark.parametrize(("arguments", "over", "above"), [
    ([], "Outweighed by “Ours”: So it is.", "It outweighs “Theirs”: So it is."),
    ([no("no", "theirs")], "Even if it held, it would be outweighed by “Ours”: So it is.",
     "It would outweigh “Theirs”, if that were not answered: So it is."),
    ([no("no", "ours")], "Would be outweighed by “Ours”, if that were not answered: So it is.",
     "It would outweigh “Theirs”, if it were not answered: So it is."),
    ([no("no", "ours"), no("no-no", "no"), {"rebuttal": "round", "of": "no-no", "premises": ["no"]}],
     "Outweighed by “Ours”, if that is not answered, which is open: So it is.",
     "It outweighs “Theirs”, if it is not answered, which is open: So it is."),
])  # fmt: skip
def test_blocks_give_the_reason_of_each_comparison_and_what_it_does(
    arguments: list[dict[str, Any]], over: str, above: str
) -> None:
    ev = debate(OURS, THEIRS, *arguments)
    assert over in plain(card(blocks(ev), "Theirs.")) and above in plain(card(blocks(ev, "con"), "Ours."))


def plain(text: str) -> str:
    """Without links."""
    return re.sub(r"\[(.*?)\]\(#.*?\)", r"\1", text)


def test_a_comparison_that_has_no_effect_is_not_nothing() -> None:
    said = blocks(debate(OURS, THEIRS, no("no", "ours")))
    assert "what is said against one of them does not hold" in said.partition("## ")[0]
    assert "What is meant to outweigh it is answered." in card(said, "Theirs.")


@pytest.mark.parametrize("kind", ["case", "negative"])
def test_a_case_ends_with_the_comparisons_those_that_take_effect_first(kind: str) -> None:
    idle = {"rebuttal": "idle", "of": "send", "text": "Idle.", "outweighs": [{"over": "ours", "because": "No."}]}
    said = briefs.write(debate(idle, OURS, THEIRS, no("no", "idle")), kind)
    section = plain(said.partition("## Comparisons")[2].partition("\n## ")[0])
    assert "“Send them” **✓ stands**. Without the comparison made it would be undecided." in section
    first, second = re.findall("^- (.*)$", section, re.M)
    assert first == "“Ours” outweighs “Theirs”. So it is."
    assert second.startswith("“Idle” outweighs “Ours”. No. *The ")


@pytest.mark.parametrize("kind", ["case", "negative"])
def test_a_case_without_anything_to_compare_has_no_such_section(kind: str) -> None:
    assert "Comparisons" not in briefs.write(debate(THEIRS), kind)


def test_a_weight_set_by_hand_is_shown_with_its_reason_where_strengths_are() -> None:
    ev = debate({"rebuttal": "theirs", "of": "send", "text": "Theirs.",
                 "weight": {"value": "0.4", "because": "One city alone was asked."}})  # fmt: skip
    measured = replace(ev, strengths=strengths(ev))
    for kind in ("policy", "negative", "blocks"):
        told, plain = briefs.write(measured, kind), briefs.write(ev, kind)
        assert "(weight set at 0.40: One city alone was asked)" in told.replace("<em>", "").replace("*", "")
        assert "or at the weight that is set for it, with the reason;" in told and "weight set" not in plain
    assert "or at the weight" not in briefs.write(replace(debate(), strengths=strengths(debate())), "blocks")


def test_dissent_is_of_claims_that_still_bear_on_something() -> None:
    """On more than a thousand debates: none whose step is dead; where it is outweighed, that is said."""
    heard = 0
    for seed in range(1200):
        ev = evaluate(random_debate(seed))
        said = briefs.write(ev, "policy").partition("## Dissent")[2].partition("\n## ")[0]
        for id, statement in ev.debate.statements.items():
            if f"<sub>`{id}`</sub>" in said:
                heard += 1
                assert is_in_play(ev, statement)
    assert heard > 50


def test_nothing_that_has_an_answer_is_said_to_have_none() -> None:
    for seed in range(400):
        ev = evaluate(random_debate(seed))
        for side in ev.debate.sides:
            for text in blocks(ev, side).split("**They say:**")[1:]:
                if "Nothing is said against it yet" in text:
                    assert "utweighed by" not in text.partition("**To do")[0]
                    ids = re.findall("<sub>`(.+?)`</sub>", text.partition("**To do")[0])
                    assert ids and not any(answers(ev, id) for id in ids[:1])


TAX: list[dict[str, Any]] = [
    {"claim": "tax", "text": "A tax should be raised in its place."},
    {"support": "tax-pays", "of": "tax", "text": "It pays."},
    {"rebuttal": "no-tax", "of": "tax", "text": "Nobody votes for it."},
    {"rebuttal": "tax-instead", "of": "send", "premises": ["tax"]},
]


@pytest.mark.parametrize("kind", ["blocks", "negative"])
def test_the_one_premise_of_a_bare_step_is_said_once(kind: str) -> None:
    """Not that it needs this premise, and that this does not stand, beside its words and what answers them."""
    said = briefs.write(debate(*TAX), kind)
    assert "It needs" not in said and "Nobody votes for it." in said
    assert said.count("**A tax should be raised in its place.**") + said.count("say:** A tax should be raised") == 1


def test_a_case_has_one_card_for_a_premise_and_the_bare_step_that_uses_it() -> None:
    uses = {"support": "pays-for-it", "of": "send", "premises": ["tax"]}
    said = briefs.write(debate(*TAX[:3], uses), "case")
    assert said.count("A tax should be raised in its place.**") == 1
    assert '<a id="pays-for-it"></a>For “[Send them](#send)”.' in said
    undercut = {"rebuttal": "too-late", "undercuts": "pays-for-it", "text": "It comes too late."}
    assert briefs.write(debate(*TAX[:3], uses, undercut), "case").count("A tax should be raised in its place.**") == 2


def test_premises_that_fail_an_answer_of_ours_are_all_named() -> None:
    parts = [{"claim": id, "text": f"{id.capitalize()} is so.", "undeveloped": "true"} for id in ("far", "small")]
    answer = {"rebuttal": "harmless", "of": "targets", "text": "Nothing reaches them.", "premises": ["far", "small"]}
    said = briefs.write(debate(*THREATS[:2], *parts, answer), "blocks")
    assert "It needs premises that do not stand: “Far is so” and “Small is so”." in said


@pytest.mark.parametrize(("answer", "summary"), [
    ([], "Nothing is said against it yet."),
    ([{"rebuttal": "safe", "of": "targets", "text": "They are safe.", "undeveloped": "true"}],
     "What is said against it does not hold."),
    ([{"rebuttal": "safe", "of": "targets", "text": "They are safe."}],
     "It does not count as things stand: it is answered, outweighed or still open."),
])  # fmt: skip
def test_one_argument_alone_is_summed_up_in_the_singular(answer: list[dict[str, Any]], summary: str) -> None:
    assert f"The other side makes one argument. {summary}\n" in blocks(debate(THREATS[1], *answer))


def test_a_premise_stands_though_its_own_step_is_undercut() -> None:
    cut = {"rebuttal": "beside", "undercuts": "calms", "text": "That is beside the point."}
    needs = {"support": "helps", "of": "send", "text": "It helps."}
    said = briefs.write(debate(THREATS[0], cut, needs | {"premises": ["calms"]}), "case")
    assert "“[It calms things](#calms)” **✓ stands**" in said
    said = briefs.write(debate(THREATS[0], cut, needs | {"premises": [{"step": "calms"}]}), "case")
    assert "“[It calms things](#calms)” **✗ answered**" in said


def test_what_answers_our_argument_is_no_case_answer_as_well() -> None:
    cost = {"rebuttal": "costs", "of": "send", "text": "It costs too much."}
    turn = {"rebuttal": "saves", "of": "costs", "turn": "link", "text": "It saves money."}
    scarce = {"claim": "scarce", "text": "Money is scarce."}
    offence = {"support": "saving", "of": "send", "premises": ["saves", "scarce"]}
    said = briefs.write(debate(cost, turn, scarce, offence), "negative")
    assert said.count("They say:** It saves money.") == 1
    assert said.count("They say:** Taken together: (1) It saves money; (2) Money is scarce.") == 1
    assert "**It needs each of these:**\n\n- [(1)](#saves) **✓ stands**\n- (2) **✓ stands**\n" in said
