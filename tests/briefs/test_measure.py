"""How long the briefs of the flagship are, and how much of each is said twice."""

from __future__ import annotations

import re

import pytest

from argmap.briefs.memo_parts import first_sentence
from argmap.evaluation.evaluated import Evaluation
from tests.briefs.measure import Measure, measure
from tests.briefs.tram import written
from tests.conftest import evaluated_flagship

REPEATED = 0.08
"""The share of sequences of eight words that may stand twice."""


@pytest.fixture
def flagship() -> Evaluation:
    return evaluated_flagship()


@pytest.mark.parametrize(("kind", "pages", "selection"), [
    ("policy-short", 2, {}), ("policy", 12, {}), ("onepager", 1.2, {}), ("pack", 8, {}), ("class", 2, {}),
    ("argument", 60, {}), ("balance", 6, {}), ("judgements", 16.5, {}),
    ("case", 8, {"resolution": "send-trainers"}), ("case", 8, {"resolution": "send-troops"}),
    ("negative", 20, {}), ("blocks", 40, {"side": "pro"}), ("blocks", 40, {"side": "con"}),
    ("frontline", 2, {"of": "direct-clash"}),
])  # fmt: skip
def test_a_brief_is_as_short_as_promised_and_says_things_once(
    flagship: Evaluation, kind: str, pages: int, selection: dict[str, str]
) -> None:
    found = measure(written(flagship, kind, **selection))
    assert found.pages <= pages, found
    assert found.repeated <= REPEATED, found


def test_the_short_memo_has_at_most_900_words(flagship: Evaluation) -> None:
    assert measure(written(flagship, "policy-short")).words <= 900


def test_the_short_memo_answers_for_the_six_options_in_four_sentences(flagship: Evaluation) -> None:
    (said,) = re.findall(r"\*\*The answer\.\*\* (.*)", written(flagship, "policy-short"))
    answers = [flagship.answer(each) for each in flagship.debate.resolutions]
    assert len(answers) == 6 and all(each and first_sentence(each) in said for each in answers)
    assert len(re.findall(r"\w\.(?: |$)", said)) == 4 and all(len(each.split()) <= 25 for each in said.split(". "))


def test_a_note_says_of_a_source_once_that_it_is_a_party(flagship: Evaluation) -> None:
    named = re.findall(r"\[([^\]]*),[^\],]*\]\(<[^>]*>\) \((?:party: |a party\))", written(flagship, "policy"))
    assert "LIGA.net" in named and len(named) == len(set(named))


@pytest.mark.parametrize(("text", "found"), [
    ("one two three four five six seven eight nine", Measure(9, 0.0, 0)),
    ("a b c d e f g h a b c d e f g h", Measure(16, 1 / 9, 0)),
    ('<a id="x"></a>**[Bold](#x)** “two words” | --- |', Measure(3, 0.0, 2)),
])  # fmt: skip
def test_what_a_reader_sees_is_counted(text: str, found: Measure) -> None:
    assert measure(text) == found


@pytest.mark.parametrize("kind", ["policy-short", "policy", "case", "negative", "blocks", "pack", "class"])
def test_no_words_of_the_method_and_no_ids_where_words_are_wanted(flagship: Evaluation, kind: str) -> None:
    chosen = {"resolution": "send-trainers"} if kind == "case" else {}
    text = written(flagship, kind, **chosen)
    for words in ("would have to be weighed", "<sub>", "(strength", "To do:", "consideration"):
        assert words not in text
