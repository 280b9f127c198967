"""Cards, shells and speeches: the order of a cite, the time to read, and the limits of each format of debate."""

from __future__ import annotations

from typing import Any

import pytest

from argmap import briefs
from argmap.briefs import Selection
from argmap.briefs.delivery import EVENTS, Delivery
from argmap.briefs.evidence_section import read_aloud
from argmap.evaluation.evaluated import evaluate
from argmap.model import Debate, Evidence

PASSAGE = "Since then much was said. Nobody has fought anybody. That may yet change."


@pytest.mark.parametrize(("wpm", "words", "told"), [
    (250, 183, "183 words read, 44 seconds"), (250, 500, "500 words read, 2 minutes"),
    (200, 201, "201 words read, 1 minute 1 second"), (250, 0, "0 words read, 0 seconds"),
    (600, 1, "1 word read, 1 second"),
])  # fmt: skip
def test_how_long_words_take_to_read(wpm: int, words: int, told: str) -> None:
    assert Delivery(wpm).told(words) == told


def test_the_formats_have_their_minutes() -> None:
    minutes = {name: (event.constructive, event.rebuttal) for name, event in EVENTS.items()}
    assert minutes == {"policy": (8, 5), "college": (9, 6), "ld": (6, 4), "pf": (4, 4), "bp": (7, 7)}


@pytest.mark.parametrize(("keys", "read"), [
    ({"card": PASSAGE, "highlight": ["Nobody", "fought anybody"]}, "Nobody fought anybody"),
    ({"card": PASSAGE}, PASSAGE), ({"quote": "Nobody"}, "Nobody"), ({"says": "Finds it."}, "Finds it."), ({}, ""),
])  # fmt: skip
def test_what_is_read_aloud(keys: dict[str, Any], read: str) -> None:
    assert read_aloud(Evidence.model_validate({"source": "doe"} | keys)) == read


SOURCE = {
    "id": "doe", "type": "article-journal", "title": "Three Years", "author": [{"family": "Doe", "given": "Jane"}],
    "issued": "2025-03-12", "container-title": "Sample Review", "URL": "https://example.org/doe",
    "accessed": "2026-07-01",
    "custom": {"qualifications": "professor of security studies, Sample University"},
}  # fmt: skip


def card(words: int) -> dict[str, Any]:
    """Evidence of so many words that are read."""
    return {"source": "doe", "card": " ".join(["word"] * words)}


def page(kind: str, *arguments: dict[str, Any], position: str = "disadvantage", **chosen: Any) -> str:
    debate = Debate.model_validate({
        "debate": "d", "title": "T", "resolutions": [{"claim": "send", "text": "Send them."}],
        "sources": {"doe": SOURCE},
        "positions": [{"position": "war", "kind": position, "title": "War", "arguments": arguments}],
    })  # fmt: skip
    text = briefs.write(evaluate(debate), kind, selection=Selection(**chosen))
    assert isinstance(text, str)
    return text


def part(role: str, words: int, **keys: Any) -> dict[str, Any]:
    target = {"rebuttal": role, "of": "send"} if role == "impact" else {"support": role, "of": "impact"}
    return {**target, "role": role, "text": f"The {role}.", "evidence": [card(words)], **keys}


def test_a_card_has_tag_cite_and_passage_in_that_order() -> None:
    text = page("negative", part("impact", 4, evidence=[{"source": "doe", "card": PASSAGE, "highlight": ["Nobody"]}]))
    assert (
        "**The impact.**\n\n> **Doe 2025** (Jane Doe, professor of security studies, Sample University, “Three Years”, "
        "Sample Review, 12 March 2025, <https://example.org/doe>, read 1 July 2026)\\\n> Since then much was said. "
        "**Nobody** has fought anybody. That may yet change.\n"
    ) in text


def test_a_shell_has_a_card_a_part_and_ninety_seconds() -> None:
    text = page("negative", part("impact", 100), part("link", 100), part("uniqueness", 200))
    assert "### 1NC shell: three parts, 310 words read, 1 minute 15 seconds" in text
    assert text.index("A. Uniqueness.") < text.index("B. Link.") < text.index("C. Impact.")
    assert text.count("> **Doe 2025**") == 2  # the impact, for which there is no time, is its tag alone


def test_a_first_speech_keeps_to_the_minutes_of_its_format() -> None:
    arguments = [{"support": f"s{n}", "of": "send", "text": f"Reason {n}.", "evidence": [card(300)]} for n in range(9)]
    policy = page("case", *arguments, position="advantage")
    assert "## First speech: 1,824 words read, 7 minutes 18 seconds of 8 minutes" in policy
    public = page("case", *arguments, position="advantage", delivery=Delivery(200, "pf"))
    assert "## First speech: 608 words read, 3 minutes 3 seconds of 4 minutes" in public
    assert public.index("**Reason 1.**") < public.index("## Cards for later speeches") < public.index("**Reason 2.**")


@pytest.mark.parametrize(("title", "heading"), [
    ("War", "## Disadvantage: War"), ("Disadvantage: War", "## Disadvantage: War"),
    ("The disadvantage of war", "## The disadvantage of war"),
])  # fmt: skip
def test_a_title_is_not_prefixed_twice(title: str, heading: str) -> None:
    debate = Debate.model_validate({
        "debate": "d", "title": "T", "resolutions": [{"claim": "send", "text": "Send them."}],
        "positions": [{"position": "war", "kind": "disadvantage", "title": title, "arguments": [
            {"rebuttal": "impact", "of": "send", "text": "War comes."},
        ]}],
    })  # fmt: skip
    assert f"\n{heading}\n" in str(briefs.write(evaluate(debate), "negative"))


def test_what_a_source_says_is_said_once_of_two_cards_that_follow_each_other() -> None:
    said = [{"source": "doe", "says": "Nobody fought."}]
    text = page("negative", *(part(role, 0, evidence=said) for role in ("link", "impact")))
    assert text.count("Nobody fought.") == 1 and text.count("> **Doe 2025**") == 2


def test_the_thesis_of_a_position_is_a_tag_which_word_and_an_import_find() -> None:
    thesis = {"rebuttal": "thesis", "of": "send", "text": "War comes."}
    link = {"support": "link", "of": "thesis", "role": "link", "text": "They are shot at."}
    text = page("negative", thesis, link)
    assert "## Disadvantage: War\n\n**War comes.**\n\n### 1NC shell: one part" in text
