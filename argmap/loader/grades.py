"""A grade of the Admiralty code, or half of one, written in another way: which is meant, or what to choose from."""

from __future__ import annotations

import re

from argmap.loader.faults import Advice, beside, write
from argmap.loader.nodes import MappingNode, ScalarNode
from argmap.wording.lists import every_one

_WORDS = {
    "reliability": {
        "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
        "E": "unreliable", "F": "unknown",
    },
    "credibility": {
        "1": "confirmed", "2": "probably true", "3": "possibly true", "4": "doubtful", "5": "improbable",
        "6": "unknown",
    },
}  # fmt: skip
"""The marks of each half, and what they mean."""
_FORMS = {"^[A-F]$": "reliability", "^[1-6]$": "credibility", "^[A-F][1-6]$": "grade"}
_NUMBERS = {word: str(number) for number, word in enumerate(("one", "two", "three", "four", "five", "six"), 1)}
_UNKNOWN = "cannot be judged"
_BOTH = re.compile(r"(?:([a-f])[\s/,.-]*([1-6])|([1-6])[\s/,.-]*([a-f]))", re.IGNORECASE)


def half_of(pattern: str) -> str | None:
    """What a pattern is of: a reliability, a credibility or a grade of both; None for other patterns."""
    return _FORMS.get(pattern)


def regraded(half: str, given: str, at: ScalarNode, around: MappingNode | None) -> tuple[str | None, Advice]:
    """What is wrong where it is more than the wrong mark, and what to write."""
    both = _BOTH.fullmatch(given.strip())
    letter, number = ((both[1] or both[4]).upper(), both[2] or both[3]) if both else ("", "")
    if half == "grade":
        form = "Write its source's reliability A to F and its own credibility 1 to 6: `B2`."
        return None, write(letter + number, at=at.span) if both else Advice(form)
    if both:
        marks = {"reliability": letter, "credibility": number}
        return "is two marks", _split(half, marks, at, around)
    if meant := _meant(half, given):
        return None, write(meant, at=at.span)
    return None, Advice(f"Write {every_one(f'`{mark}` ({words})' for mark, words in _WORDS[half].items())}.")


def _split(half: str, marks: dict[str, str], at: ScalarNode, around: MappingNode | None) -> Advice:
    """The mark of this half, and that of the other beside it unless it is there."""
    other = next(each for each in marks if each != half)
    said = around.data.get(other) if around else None
    if around is None or half not in around.entries or said == marks[other]:
        return write(marks[half], at=at.span)
    if said is not None:
        return write(
            marks[half], f"Write {{}}; `{other}` says {said}, so choose there between {said} and {marks[other]}."
        )
    return beside(around, half, marks[half], f"{other}: {marks[other]}")


def _meant(half: str, given: str) -> str | None:
    plain = " ".join(given.lower().split())
    plain = "unknown" if plain == _UNKNOWN else plain
    marks = {words: mark for mark, words in _WORDS[half].items()}
    if plain.upper() in _WORDS[half]:
        return plain.upper()
    return marks.get(plain) or (_NUMBERS.get(plain) if half == "credibility" else None)
