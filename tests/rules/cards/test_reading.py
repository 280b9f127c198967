"""What is said of a card, of what is left out of it and of what is read aloud."""

from __future__ import annotations

import json

import pytest

from tests.rules.examples import found


def card(text: str, *highlight: str, quote: str | None = None) -> str:
    keys = {"card": text, "highlight": list(highlight), "quote": quote}
    rest = "".join(f", {key}: {json.dumps(value, ensure_ascii=False)}" for key, value in keys.items() if value)
    return f"arguments:\n  - {{support: s, of: send-trainers, text: It helps., evidence: [{{source: a{rest}}}]}}\n"


def dropped(text: str, *highlight: str) -> list[str]:
    return [d.message.split('"')[1] for d in found(card(text, *highlight), "highlight-drops-negation")]


@pytest.mark.parametrize(
    ("text", "highlight", "word"),
    [
        # Between what is read.
        ("Trainers would not deter an attack.", ["Trainers would", "deter an attack"], "not"),
        ("Trainers wouldn't deter an attack.", ["Trainers", "deter an attack"], "wouldn't"),
        ("Trainers have never been able to deter it.", ["Trainers", "deter it"], "never"),
        ("Trainers deter no army, and may provoke one.", ["Trainers deter", "army"], "no"),
        ("Trainers, unless armed, deter nobody.", ["Trainers", "deter nobody"], "unless"),
        ("Trainers, who had not come, would deter it.", ["Trainers", "would deter it"], None),
        ("Trainers who do not fight would deter it.", ["Trainers", "would deter it"], None),
        ("Trainers who came would not deter it.", ["Trainers", "deter it"], "not"),
        ("Trainers (not that I like them) deter it.", ["Trainers", "deter it"], None),
        ("Trainers not only help but also deter it.", ["Trainers", "help", "deter it"], None),
        ("Trainers, even if unarmed, deter it.", ["Trainers", "deter it"], None),
        ("Trainers in a no-fly zone deter it.", ["Trainers", "deter it"], None),
        ("Trainers and non-combat troops deter it.", ["Trainers", "deter it"], None),
        ("Trainers have not decided, but their chiefs agree that they will go.", ["Trainers", "will go"], None),
        ("Trainers do not fight, and help.", ["Trainers", "help"], None),
        ("Trainers came, but will not stay.", ["Trainers", "stay"], "not"),
        ("Trainers from states that do not border it would help.", ["Trainers", "would help"], None),
        ("Moscow denies that it will attack.", ["Moscow", "will attack"], "denies that it"),
        ("Moscow is unlikely to attack.", ["Moscow", "attack"], "unlikely to"),
        ("Moscow, and no one doubts that it can, will attack.", ["Moscow", "will attack"], None),
        ("Moscow no longer has the men to attack.", ["Moscow", "has the men"], "no"),
        ("Troops of the rejected coalition deter it.", ["Troops", "deter it"], None),
        # Before what is read.
        ("Nobody doubts that trainers deter it.", ["trainers deter it"], None),
        ("Nobody believes they deter it.", ["deter it"], "Nobody believes they"),
        ("It is not true that trainers deter it.", ["trainers deter it"], "not true that"),
        ("No study has found that trainers deter it.", ["trainers deter it"], "No study has found that"),
        ("He rejects the idea that trainers deter it.", ["trainers deter it"], "rejects the idea that"),
        ("If they are armed, trainers deter it.", ["trainers deter it"], "If"),
        ("They had not come home, and trainers deter it.", ["trainers deter it"], None),
        ("When he did not answer the letter, trainers came.", ["trainers came"], None),
        ("They do not deter it.", ["deter it"], "not"),
        # Behind what is read.
        ("Trainers deter it, but only if they are armed.", ["Trainers deter it"], "only if"),
        ("Trainers deter it if they are armed.", ["Trainers deter it"], "if"),
        ("Trainers deter it as long as they stay.", ["Trainers deter it"], "as long as"),
        ("Trainers deter nobody.", ["Trainers deter"], "nobody"),
        ("Trainers deter it, not troops.", ["Trainers deter it"], None),
        ("Trainers deter it, and would leave if attacked.", ["Trainers deter it"], None),
        ("Trainers deter it; they would leave if attacked.", ["Trainers deter it"], None),
        ("Trainers deter it if anything does.", ["Trainers deter it"], None),
        ("They asked if trainers deter it.", ["trainers deter it"], None),
        ("Trainers deter it. Troops do not.", ["Trainers deter it"], None),
        ("Trainers deter it with few exceptions.", ["Trainers deter it"], None),
        # All of it read.
        ("Trainers do not deter it.", ["Trainers do not deter it"], None),
        ("Trainers do not deter it.", [], None),
    ],
)
def test_a_negation_or_condition_that_is_not_read(text: str, highlight: list[str], word: str | None) -> None:
    assert dropped(text, *highlight) == ([word] if word else [])


def test_the_message_says_where_the_word_stands() -> None:
    (one,) = found(card("They do not deter it.", "They", "deter it"), "highlight-drops-negation")
    assert one.message == 'leaves out "not", which the card has after "They".'
    assert one.at == ("statements", "s", "evidence", 0, "highlight", 0)
    (one,) = found(card("It is false that they deter it.", "they deter it"), "highlight-drops-negation")
    assert one.message == 'leaves out "false that", which the card has before "they deter it".'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("They came. They left.", None),
        ("They came … they left.", 'leaves words out after "They came".'),
        ("They came. . . . They left.", 'leaves words out after "They came".'),
        ("They came [...] and left.", 'leaves words out after "They came".'),
        ("They came [ ] and left.", 'leaves words out after "They came".'),
        ("They came, *** and left.", 'leaves words out after "They came,".'),
        ("... they left.", "leaves words out at its beginning."),
        ("they left.", "begins in the middle of a sentence."),
        ("“they left.", "begins in the middle of a sentence."),
        ("eBay left.", None),
        ("They left", "ends in the middle of a sentence."),
        ('He said: "They left."', None),
        ("They left (in May).", None),
        ("2,000 came!", None),
        ("They left.12", None),
        ("They left. [3][4]", None),
        ("They left in 2024", "ends in the middle of a sentence."),
        ("他们走了。", None),
    ],
)
def test_a_card_is_whole(text: str, message: str | None) -> None:
    assert [d.message for d in found(card(text), "card-ellipsis")] == ([message] if message else [])


@pytest.mark.parametrize(
    ("quote", "reported"),
    [
        ("they came ... and left", True), ("they came [...] and left", True), ("... they came", False),
        ("they came …", False), ("they came", False), ("1...", False), ("… they … left …", True),
    ],
)  # fmt: skip
def test_a_quote_has_no_gap_in_its_middle(quote: str, reported: bool) -> None:
    assert bool(found(card("", quote=quote), "card-ellipsis")) == reported


@pytest.mark.parametrize(
    ("highlight", "messages"),
    [
        (["they CAME", "left"], []),
        (["left", "They came"], ["stands in the card before what is read first."]),
        (["They went"], ["is not in the card."]),
        (["came. They"], []),
    ],
)
def test_what_is_read_stands_in_the_card(highlight: list[str], messages: list[str]) -> None:
    every = found(card("They came. They left.", *highlight), "highlight-not-in-card")
    assert [d.message for d in every] == messages


@pytest.mark.parametrize(("quote", "reported"), [("They left", False), ("They … left", False), ("They go", True)])
def test_a_quote_beside_a_card_stands_in_it(quote: str, reported: bool) -> None:
    assert bool(found(card("They came. They left.", quote=quote), "highlight-not-in-card")) == reported


@pytest.mark.parametrize("unit", ["… ", "not ", "doubt that ", "(", "A. B "])
def test_a_very_long_card_is_read_in_one_go(unit: str) -> None:
    text = unit * (60_000 // len(unit)) + "They left."
    for rule in ("card-ellipsis", "highlight-not-in-card", "highlight-drops-negation"):
        assert isinstance(found(card(text, "They left", quote=text), rule), list)
