"""Loaded words, and where they may stand."""

from __future__ import annotations

import json

import pytest

from argmap.rules.decision.loaded_language import NEUTRAL, WORDS
from tests.rules.examples import found


def loaded(text: str, head: str = "") -> list[str]:
    argument = (
        f"{{support: s, of: send-trainers, text: {json.dumps(text)}, evidence: [{{source: a, quote: Obviously}}]}}"
    )
    return [d.message for d in found(f"{head}arguments:\n  - {argument}\n", "loaded-language")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Obviously it helps.", "obviously"),
        ("That is, needless to say, so.", "needless to say"),
        ("The so-called mission failed.", "so-called"),
        ("Moscow's PUPPETS agree.", "puppets"),
        ("Nobody can deny it.", "nobody can deny"),
        ("The strike brought collateral damage.", "collateral damage"),
        ("It was fear‑mongering.", "fear-mongering"),
        ("He said “obviously” twice.", None),
        ('He calls them "thugs".', None),
        ("He calls them 'thugs'.", None),
        ("The allies' plan and the members' wish are alike.", None),
        ("It is the lesser evil.", None),
        ("It is evil.", "evil"),
        ("They woke up late.", None),
        ("It is so called because of its size.", None),
        ("A surgical ward was hit.", None),
        ("The damage was collateral.", None),
        ("Drones came in swarms.", None),
    ],
)
def test_a_loaded_word_is_named_with_its_fault(text: str, word: str | None) -> None:
    assert [message.split('"')[1] for message in loaded(text)] == ([word] if word else [])


def test_a_term_of_the_debate_is_what_the_debate_says_it_is() -> None:
    assert loaded("It is appeasement.") and not loaded("It is appeasement.", "terms: {Appeasement: Giving way.}\n")
    assert loaded("It is evil appeasement.", "terms: {appeasement: Giving way.}\n") == [
        '"evil" insults rather than describes.'
    ]


def test_the_words_of_sources_and_titles_are_theirs() -> None:
    assert loaded("It helps.") == []


@pytest.mark.parametrize("name", [name for names, _, _ in WORDS for name in names.split(", ")])
def test_every_word_of_the_list_is_found_as_it_is_written_and_in_capitals(name: str) -> None:
    assert [message.split('"')[1] for message in loaded(f"They say {name} here.")] == [name]
    assert loaded(f"{name.upper()} it is.")


@pytest.mark.parametrize("phrase", NEUTRAL)
def test_no_neutral_phrase_is_reported(phrase: str) -> None:
    assert loaded(f"It was {phrase} of course.") == []
