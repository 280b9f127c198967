"""Where a quote stands in a text: its parts found in order, and the joints between them allowed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from argmap.evidence.quotes.marks import bare, written_digits
from argmap.evidence.quotes.normal import ALIKE, DASH, HYPHEN, JOINED, SIGN, SPACE, Normal
from argmap.evidence.quotes.quote_parts import REACH, REPLACED, Reading, fault_of_gap, readings

MOST_PARTS = 20
"""argmap refuses a quote in more pieces."""
_FAR = {True: REACH, False: 40 * REPLACED}
"""Characters after a part within which the next is looked for, so that a joint that goes too far is named: for an
ellipsis, for a bracket."""


@dataclass(frozen=True)
class Found:
    """Where a quote stands: character offsets into the text, the end after its last character."""

    start: int
    end: int


@dataclass(frozen=True)
class Refused:
    """The words are there, but this is not a quote of them: why, and where."""

    reason: str
    start: int
    end: int


def find(quote: str, source: Normal) -> Found | Refused | None:
    """Where a quote stands in a text; why not, where its words are there; None where they are not.

    The first place in the text that fits; where there is none, the same without marks of notes in either of them. The
    text is read once for each part of the quote.
    """
    found, own = _find(quote, source), bare(quote)
    if isinstance(found, Found) or (source.bare is None and own == quote):
        return found
    digits = written_digits(own)
    again = _find(own, (source.bare_but(digits) if digits else source.bare) or source)
    return again if found is None or isinstance(again, Found) else found


def _find(quote: str, source: Normal) -> Found | Refused | None:
    refused: Refused | None = None
    for reading in readings(quote):
        if not any(part.has_words for part in reading.parts):
            continue
        if len(reading.parts) > MOST_PARTS:
            return Refused(f"it has {len(reading.parts)} pieces; at most {MOST_PARTS} are allowed", 0, 0)
        found = _Search(reading, source).run()
        if isinstance(found, Found):
            return found
        refused = refused or found
    return refused


class _Search:
    """One reading, looked for in one text."""

    def __init__(self, reading: Reading, source: Normal) -> None:
        self.reading, self.source = reading, source
        self.refused: Refused | None = None
        self.deepest = -1
        self.left = MOST_COMPARED
        self.failed: set[tuple[int, int]] = set()
        """Ends from which the rest is known not to follow, with the number of the part that ends there."""

    def run(self) -> Found | Refused | None:
        anchors, before = self._anchors()
        has_sign = self.reading.parts[0].gaps[0] == SIGN
        for place in self._places(0, 0, len(self.source.chars)) if anchors else ():
            near = bisect_left(anchors, place)
            if len(self.reading.parts) > 1 and (near == len(anchors) or anchors[near] - place > before):
                continue
            if (fault := self._fault_before(place)) is not None:
                self._refuse(0, fault, place, place + len(self.reading.parts[0].chars))
            elif (end := self._rest(0, place)) is not None:
                return Found(self.source.start(place) - has_sign, self.source.end(end))
        return self.refused if self.left > 0 else Refused(TOO_OFTEN, 0, 0)

    def _anchors(self) -> tuple[list[int], int]:
        """Where the rarest part may stand, and how far before it the first can: elsewhere there is no need to look."""
        parts, chars = self.reading.parts, self.source.chars
        if len(parts) == 1:
            return [0], 0
        rarest = min(range(len(parts)), key=lambda number: chars.count(parts[number].chars))
        before = sum(len(part.chars) + REACH for part in parts[:rarest])
        return list(self._occurrences(parts[rarest].chars, 0, len(chars))), before

    def _rest(self, number: int, place: int) -> int | None:
        """The end of the whole, where part `number` stands at a place and all others after it; else None.

        Goes from part to part as deep as there are parts (`MOST_PARTS`).
        """
        part, source = self.reading.parts[number], self.source
        end = place + len(part.chars)
        if (number, end) in self.failed:
            return None
        if number + 1 == len(self.reading.parts):
            return self._close(number, place, end)
        joint = self.reading.joints[number + 1]
        assert joint is not None  # only the first part may have none before it
        limit = source.end(end) + _FAR[joint.is_ellipsis]
        for following in self._places(number + 1, end, bisect_left(self.source.offsets, limit)):
            fault = fault_of_gap(joint, source.text[source.end(end) : source.start(following)])
            if fault is not None:
                self._refuse(number + 1, fault, place, following + len(self.reading.parts[number + 1].chars))
            elif (last := self._rest(number + 1, following)) is not None:
                return last
        self.failed.add((number, end))
        return None

    def _close(self, number: int, place: int, end: int) -> int | None:
        """The end, with a bracket after the last part, as in `deter[s]`."""
        joint, source = self.reading.last, self.source
        if joint is None or joint.is_ellipsis:
            return end
        close = end
        while joint.touches_left and self._goes_on(close):
            close += 1
        gap = source.text[source.end(end) : source.end(close)] if close > end else ""
        fault = fault_of_gap(joint, gap)
        if fault is not None:
            self._refuse(number, fault, place, close)
            return None
        return close

    def _goes_on(self, place: int) -> bool:
        """Whether a word goes on at a character."""
        source = self.source
        return place < len(source.chars) and source.gaps[place] == JOINED and source.chars[place].isalnum()

    def _fault_before(self, place: int) -> str | None:
        """What is wrong with a bracket that begins the quote, perhaps in the middle of a word, as `[T]he` does."""
        joint, source, begin = self.reading.joints[0], self.source, place
        if joint is None or joint.is_ellipsis:
            return None
        while joint.touches_right and begin and self._goes_on(begin) and source.chars[begin - 1].isalnum():
            begin -= 1
        return fault_of_gap(joint, source.text[source.start(begin) : source.start(place)] if begin < place else "")

    def _places(self, number: int, begin: int, end: int) -> Iterator[int]:
        """Where a part stands between two places, as whole words; where its words are cut, that is noted."""
        part = self.reading.parts[number]
        bounded = self._bounded(number)
        for place in self._occurrences(part.chars, begin, end + len(part.chars)):
            if not _has_gaps(part, self.source, place):
                continue
            end = place + len(part.chars)
            cut = _cut(self.source, place, end, bounded)
            if cut is None:
                yield place
            elif number > self.deepest:
                side = "begins" if cut == place else "ends"
                self._refuse(number, f"it {side} in the middle of `{_word(self.source, cut)}`", place, end)

    def _occurrences(self, part: str, begin: int, end: int) -> Iterator[int]:
        """Where the characters of a part stand, as long as enough is left to compare."""
        at = self.source.chars.find(part, begin, end)
        while at >= 0 and self.left > 0:
            yield at
            self.left -= len(part)
            at = self.source.chars.find(part, at + 1, end)

    def _bounded(self, number: int) -> tuple[bool, bool]:
        """Whether a part begins, and ends, with a whole word: not where a bracket touches it, nor after its minus."""
        reading = self.reading
        before = reading.joints[number]
        after = reading.joints[number + 1] if number + 1 < len(reading.joints) else reading.last
        has_sign = reading.parts[number].gaps[0] == SIGN
        return not (has_sign or (before and before.touches_right)), not (after and after.touches_left)

    def _refuse(self, number: int, reason: str, place: int, end: int) -> None:
        """Remember why, of the attempt that came farthest."""
        if number > self.deepest:
            self.deepest = number
            self.refused = Refused(reason, self.source.start(place), self.source.end(end))


MOST_COMPARED = 200_000_000
"""Characters of the places of a quote's parts that are compared: only a text of one thing again and again has more."""
TOO_OFTEN = "its words occur too often to compare every place"


def _has_gaps(part: Normal, source: Normal, at: int) -> bool:
    """Whether there is the same between the characters of a part where these stand in a text."""
    if part.gaps[0] == SIGN and source.gaps[at] not in (SIGN, HYPHEN, DASH):
        return False
    own, theirs = part.gaps[1:], source.gaps[at + 1 : at + len(part.chars)]
    return own == theirs or all(a == b or (a, b) in ALIKE for a, b in zip(own, theirs, strict=True))


def _cut(source: Normal, place: int, end: int, bounded: tuple[bool, bool]) -> int | None:
    """The end of a part at which a word or number is cut in two; None where both are whole."""
    starts, ends = bounded
    if starts and source.parts_word(place, starts=True):
        return place
    return end if ends and source.parts_word(end, starts=False) else None


def _word(source: Normal, place: int) -> str:
    """What is cut in two at a place."""
    begin, end = place - 1, place
    while begin and source.gaps[begin] not in (SPACE, DASH) and place - begin < 30:
        begin -= 1
    while end + 1 < len(source.chars) and source.gaps[end + 1] not in (SPACE, DASH) and end - place < 30:
        end += 1
    start = source.start(place) - 1 if source.gaps[place] == SIGN else source.start(begin)
    return " ".join(source.text[start : source.end(end + 1)].split()).rstrip(".,;:")
