"""Frontlines and blocks: answers in the order of debaters, what they will go for, and what turns an option first."""

from __future__ import annotations

import re
from typing import Any

import pytest

from argmap import briefs
from argmap.briefs import Selection, SelectionError, frontlines
from argmap.briefs.citations import Citations
from argmap.briefs.frontlines import by_what_turns, our_answers
from argmap.briefs.selected_debate import SelectedDebate
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.model import Claim, Debate, Step

THEIRS = {"rebuttal": "theirs", "of": "send", "text": "It brings war.", "tag": "War", "asks": "Why should it?"}


def debate(*arguments: dict[str, Any], **header: Any) -> Evaluation:
    return evaluate(Debate.model_validate({
        "debate": "d", "title": "T", "resolutions": [{"claim": "send", "text": "Send them."}],
        "positions": [{"position": "p", "arguments": list(arguments)}], **header,
    }))  # fmt: skip


def step(ev: Evaluation, id: str) -> Step:
    found = ev.debate.statements[id]
    assert not isinstance(found, Claim)
    return found


def page(ev: Evaluation, of: str = "theirs") -> str:
    text = briefs.write(ev, "frontline", selection=Selection(of=of))
    assert isinstance(text, str)
    return text


PARTS = [
    {"support": "was-calm", "of": "theirs", "role": "uniqueness", "text": "It was calm."},
    {"support": "they-read", "of": "theirs", "role": "link", "text": "They read it so."},
    {"rebuttal": "was-not-calm", "of": "was-calm", "text": "It was not calm."},
    {"rebuttal": "read-otherwise", "undercuts": "they-read", "text": "They read it otherwise."},
    {"rebuttal": "no-war", "of": "theirs", "text": "No war comes of it."},
    {"rebuttal": "keeps-peace", "undercuts": "theirs", "turn": "link", "text": "It keeps the peace."},
    {"rebuttal": "war-is-good", "undercuts": "theirs", "turn": "impact", "text": "War would be good."},
    {"rebuttal": "both", "of": "theirs", "role": "permutation", "text": "Both can be done."},
]


def test_what_two_answers_say_in_the_same_words_is_said_once() -> None:
    ev = debate(THEIRS, *PARTS, {"rebuttal": "no-war-either", "undercuts": "theirs", "premises": ["no-war"]})
    assert page(ev).count("No war comes of it.") == 1


def test_their_sources_stand_behind_their_words() -> None:
    ev = debate({**THEIRS, "evidence": [{"source": "doe"}, {"source": "roe"}]}, *PARTS)
    assert "**They say:** It brings war. (doe; roe)" in page(ev)


@pytest.mark.parametrize(("called", "title"), [("Negative", "Negative file"), ("Con", "Con: negative file")])
def test_a_side_and_its_file_are_named_once(called: str, title: str) -> None:
    ev = debate(THEIRS, sides={"pro": "Pro", "con": called})
    assert str(briefs.write(ev, "negative")).startswith(f"# {title}\n")


def test_answers_come_in_the_order_of_debaters_and_never_both_turns() -> None:
    ev = debate(THEIRS, *PARTS)
    found = our_answers(SelectedDebate(ev, Citations({}, ())), step(ev, "theirs"))
    assert [(label, each.id) for label, each in found] == [
        ("Permutation", "both"), ("Non-unique", "was-not-calm"), ("No link", "read-otherwise"),
        ("Link turn", "keeps-peace"), ("Not so", "no-war"),
    ]  # fmt: skip


def test_without_a_link_turn_an_impact_turn_is_given() -> None:
    ev = debate(THEIRS, *(each for each in PARTS if each.get("turn") != "link"))
    assert "*Impact turn.* **War would be good.**" in page(ev)


def test_the_page_has_their_words_a_question_and_what_to_hold() -> None:
    weak = {"rebuttal": "it-does", "of": "no-war", "text": "It does come."}
    text = page(debate(THEIRS, *PARTS, weak, {"rebuttal": "never-has", "of": "it-does", "text": "It never has."}))
    assert "## AT: War\n" in text and "**They say:** It brings war." in text and "**Ask:** Why should it?" in text
    assert "*They will say:* It does come. *Then say:* It never has." in text
    lost = page(debate(THEIRS, *PARTS, weak))
    assert "*They will go for:* 5. Hold 1, 2, 3 and 4." in lost


@pytest.mark.parametrize("of", [None, "send"])
def test_a_frontline_wants_an_argument(of: str | None) -> None:
    with pytest.raises(SelectionError, match="argument"):
        briefs.write(debate(THEIRS), "frontline", selection=Selection(of=of))


def test_a_misspelled_argument_is_answered_with_the_one_that_is_meant() -> None:
    with pytest.raises(SelectionError, match="did you mean 'theirs'"):
        briefs.write(debate(THEIRS), "frontline", selection=Selection(of="thiers"))


def test_what_turns_an_option_comes_first() -> None:
    """Of two arguments against the plan the one alone keeps a second plan from standing."""
    ev = debate(
        {"support": "pro", "of": "send", "text": "It helps."},
        {"rebuttal": "a", "of": "send", "text": "A is against it."},
        {"rebuttal": "b", "of": "send", "text": "B is against it."},
        {"support": "for-wait", "of": "wait", "text": "Waiting helps."},
        {"rebuttal": "alone", "of": "wait", "text": "Waiting costs lives."},
        resolutions=[{"claim": "send", "text": "Send them."}, {"claim": "wait", "text": "Wait."}],
    )
    found = by_what_turns(SelectedDebate(ev, Citations({}, ())), [step(ev, id) for id in ("a", "b", "alone")], 3)
    assert [each.id for each in found] == ["alone", "a", "b"]


def test_of_a_very_large_debate_no_argument_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    ev = debate(*({"rebuttal": id, "of": "send", "text": f"{id} is against it."} for id in ("a", "b", "c")))
    monkeypatch.setattr(frontlines, "_TRIED", 2)
    monkeypatch.setattr(frontlines, "_turned", None)
    found = by_what_turns(SelectedDebate(ev, Citations({}, ())), [step(ev, id) for id in ("a", "b", "c")], 2)
    assert [each.id for each in found] == ["a", "b"]


def test_a_card_told_once_is_named_the_second_time() -> None:
    shared = {
        "rebuttal": "ours",
        "of": "theirs",
        "text": "It is calm.",
        "evidence": [{"source": "s", "says": "Looked."}],
    }
    again = [{"rebuttal": "other", "of": "send", "text": "It is dear."},
             {"rebuttal": "ours-again", "of": "other", "premises": ["ours"]}]  # fmt: skip
    sources = {"s": {"id": "s", "title": "A look", "publisher": "Lookers"}}
    text = briefs.write(debate(THEIRS, shared, *again, sources=sources), "blocks", selection=Selection(side="pro"))
    assert isinstance(text, str)
    assert text.count("**It is calm.**") == 2 and text.count("Looked.") == 1 and text.count("A look") == 1


def test_what_is_left_out_of_the_blocks_is_counted() -> None:
    text = briefs.write(debate(THEIRS), "blocks", selection=Selection(side="pro"))
    assert isinstance(text, str)
    assert "The other side has no argument here that we have answered." in text
    assert re.search(r"One more argument of theirs: .*argmap todo", text)


def test_what_to_say_then_is_never_the_answer_itself() -> None:
    claim = {"claim": "gaps", "text": "The gaps remain.", "evidence": []}
    ev = debate(
        THEIRS, claim, {"rebuttal": "ours", "of": "theirs", "premises": ["gaps"]},
        {"rebuttal": "refit", "of": "gaps", "text": "They can be closed."},
        {"rebuttal": "again", "of": "refit", "premises": ["gaps"]},
    )  # fmt: skip
    assert "*They will say:* They can be closed." in page(ev) and "Then say" not in page(ev)
