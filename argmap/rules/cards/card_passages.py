"""A card and the words of it that are read aloud: where they stand, and what is left out around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.evaluation.evaluated import Evaluation
from argmap.evidence.passages import Stretch
from argmap.evidence.passages import is_in as is_in
from argmap.evidence.passages import locate as locate
from argmap.evidence.passages import straightened as straightened
from argmap.model import Evidence
from argmap.wording.sentences import SENTENCE_END

ELLIPSIS = re.compile(r"\[\s*\]|\[?(?:…|\.{3,}|(?:\. ){2,}\.|\*{3,})\]?")
"""Marks for words that were left out."""


class Gap(NamedTuple):
    """Words of one sentence that are not read aloud, beside words that are."""

    words: str
    before: str
    """What is read before them in the same sentence; empty where the sentence begins with them."""
    after: str
    """What is read after them; empty where the sentence ends with them."""
    stretch: int
    """The number of the stretch that they stand after, or before which the sentence begins."""


def read_aloud(evidence: Evidence) -> tuple[str, list[Stretch]] | None:
    """The card, straightened, with the places of its highlighted words; None where it has none or lacks one."""
    if not evidence.card or not evidence.highlight:
        return None
    card = straightened(evidence.card)
    places = [place for place in locate(card, evidence.highlight) if place]
    return (card, places) if len(places) == len(evidence.highlight) else None


def sentences_read(evidence: Evidence) -> str:
    """The sentences of the card that are read in part or whole; all where nothing is highlighted."""
    found = read_aloud(evidence)
    if found is None:
        return straightened(evidence.card or "")
    card, places = found
    spans = _sentences(card, places)
    read = [(start, end) for start, end in spans if any(start <= first < end for first, _ in places)]
    return " ".join(card[start:end].strip() for start, end in read)


def _sentences(card: str, places: Sequence[Stretch]) -> list[Stretch]:
    """The sentences of a card; those over whose end something is read on are one."""
    ends = [match.end() for match in SENTENCE_END.finditer(card)]
    ends = [end for end in ends if not any(first < end < last for first, last in places)] + [len(card)]
    return list(zip([0, *ends], ends, strict=False))


def gaps(card: str, places: Sequence[Stretch]) -> Iterator[Gap]:
    """What is left out of each sentence that is read aloud in part."""
    for start, end in _sentences(card, places):
        inside = [number for number, (first, _) in enumerate(places) if start <= first < end]
        if inside:
            yield from _gaps_of(card, (start, end), places, inside)


def _gaps_of(card: str, sentence: Stretch, places: Sequence[Stretch], inside: list[int]) -> Iterator[Gap]:
    before, last = "", sentence[0]
    for number in inside:
        start, end = places[number]
        read = card[start:end]
        if card[last:start].strip():
            yield Gap(card[last:start], before, read, max(number - 1, inside[0]) if before else number)
        before, last = read, end
    if card[last : sentence[1]].strip(" .!?"):
        yield Gap(card[last : sentence[1]], before, "", inside[-1])


def cards(ev: Evaluation) -> Iterator[tuple[str, int, Evidence]]:
    """Every piece of evidence with a card: its statement, its number and itself."""
    for id, statement in ev.debate.statements.items():
        for number, evidence in enumerate(statement.evidence):
            if evidence.card:
                yield id, number, evidence
