"""What a text has instead of a quote: its nearest words, and the difference word by word.

Windows are found by voting: each place at which a word of the quote stands in the text votes for the window that it
would be in, a rare word more than a common one. Linear in the number of places, so that a quote is looked for in a
long text without comparing it with every stretch of it.
"""

from __future__ import annotations

import difflib
import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise
from typing import NamedTuple

from argmap.evidence.quotes.marks import bare
from argmap.evidence.quotes.normal import Normal, normal_text
from argmap.evidence.quotes.quote_parts import NEGATION

_WORD = re.compile(r"[^\W_]+")
_SHOWN = re.compile(r"\w+(?:['’.,:\-–\u00ad]\w+)*|[^\w\s\u2060]")
_UNSEEN = "\u2060"
"""Stands for each character of a mark of a note, which is no difference, so that all places stay as they are."""
_COMMON = 2000
"""A word at more places than this votes only where every word of the quote is as common."""
_WINDOWS = 4
"""Windows that are compared word by word."""
_LONGEST = 300
"""Words of a quote that are looked for; of a longer one the difference is shown for its beginning."""
EFFORT = 20_000_000
"""Pairs of equal words, and places that vote, that are looked at for all quotes of a debate together; after that no
nearest words are."""
_VOTE = 6
"""How many pairs of words are compared in the time in which one place votes."""
_LEAST = 0.5
"""The part of a quote's words that a window must have to be worth showing."""


@dataclass(frozen=True)
class Miss:
    """The nearest words of a text to a quote that is not in it."""

    start: int
    end: int
    difference: str
    """As `git diff --word-diff` writes it: `[-only in the quote-]`, `{+only in the text+}`."""
    left_out: tuple[str, ...] = ()
    """The words of the text that are missing from the quote, where that is the only difference."""

    @property
    def is_different(self) -> bool:
        """Whether the difference shows; it does not where a quote only ends too early."""
        return "[-" in self.difference or "{+" in self.difference

    @property
    def may_be_left_out(self) -> bool:
        """Whether ellipses would make a quote of it: words are missing, and none of them is a negation."""
        return bool(self.left_out) and not any(map(NEGATION.search, self.left_out))


class Effort:
    """How much may still be done: comparing words takes as many steps as there are pairs of equal ones."""

    def __init__(self, left: int = EFFORT) -> None:
        self.left = left

    def allows(self, there: Sequence[str], words: Sequence[str]) -> bool:
        """Whether two sequences may be compared; then that is done."""
        pairs, number = _pairs(there, words), len(there) + len(words)
        again = max(1, pairs // number)  # the same words again and again are compared for each piece anew
        self.left -= pairs * again + number
        return self.left > 0

    def blocks(self, there: Sequence[str], words: Sequence[str]) -> list[difflib.Match]:
        """The runs of words that two sequences share; none where there is no effort left. On both sides of each run the
        rest is compared anew, which shows only afterwards."""
        if self.left <= 0:
            return []
        found = difflib.SequenceMatcher(None, there, words, autojunk=False).get_matching_blocks()[:-1]
        self.left -= len(found) * _pairs(there, words) // 2
        return found


def _pairs(there: Sequence[str], words: Sequence[str]) -> int:
    counts = Counter(words)
    return sum(counts[word] for word in there)


class Index:
    """The words of a text by their places: made once, for every quote that is looked for."""

    def __init__(self, source: Normal, effort: Effort | None = None) -> None:
        self.text, self.effort = bare(source.text, put=_UNSEEN), effort or Effort()
        self.spans = [found.span() for found in _WORD.finditer(self.text)]
        self.words = [self.text[start:end].casefold() for start, end in self.spans]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """At which places each word stands."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self.words):
            places[word].append(place)
        return dict(places)

    @cached_property
    def pairs(self) -> dict[tuple[str, str], list[int]]:
        """At which places each two neighbours stand, by the first of them."""
        places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for place, pair in enumerate(pairwise(self.words)):
            places[pair].append(place)
        return dict(places)


def nearest(quote: str, index: Index) -> Miss | None:
    """The stretch of a text that is most like a quote, where half of its words are in it; the first of equals."""
    quote = _beginning(bare(quote))
    words = _spelt([found[0].casefold() for found in _WORD.finditer(quote)], index)
    if not words or index.effort.left <= 0:
        return None
    best = max(_windows(words, index), key=_rank, default=None)
    if best is None or best.agreeing < _LEAST * len(words):
        return None
    return _miss(quote, index, best.first, best.end)


def _beginning(quote: str) -> str:
    """As much of a quote as is looked for."""
    words = list(islice(_WORD.finditer(quote), _LONGEST))
    return quote[: words[-1].end()] if len(words) == _LONGEST else quote


class _Window(NamedTuple):
    """Words of the text by their places, and how many of them agree with the quote."""

    agreeing: int
    first: int
    end: int


def _rank(window: _Window) -> tuple[int, int, int]:
    """The more agree the better, then the shorter, then the earlier."""
    return window.agreeing, window.first - window.end, -window.first


def _windows(words: Sequence[str], index: Index) -> Iterator[_Window]:
    """The windows with the most votes: as wide as they need be for all that agrees, and just as wide as the quote."""
    width = max(len(words), 4)
    for slot in _elected(words, index, width):
        begin = max((slot - 1) * width, 0)
        there = index.words[begin : (slot + 2) * width + len(words)]
        blocks = index.effort.blocks(there, words) if index.effort.allows(there, words) else []
        if not blocks:
            continue
        first = max(begin + blocks[0].a - blocks[0].b, 0)
        end = min(begin + blocks[-1].a + len(words) - blocks[-1].b, len(index.words))
        yield _Window(sum(block.size for block in blocks), first, end)
        longest = max(blocks, key=lambda block: block.size)
        first = max(begin + longest.a - longest.b, 0)
        end = min(first + len(words), len(index.words))
        yield _Window(sum(block.size for block in index.effort.blocks(index.words[first:end], words)), first, end)


def _elected(words: Sequence[str], index: Index, width: int) -> list[int]:
    votes: defaultdict[int, int] = defaultdict(int)
    voters = _voters(words, index)
    index.effort.left -= _VOTE * sum(len(places) for _, places in voters)
    for number, places in voters:
        weight = 1 + 100 // len(places)
        for slot in [(place - number) // width for place in places]:
            votes[slot] += weight
    votes[0] += votes.pop(-1, 0)  # a window that would begin before the text
    both = [(-number - votes.get(slot + 1, 0), slot) for slot, number in votes.items()]
    return [slot for _, slot in heapq.nsmallest(_WINDOWS, both)]


def _voters(words: Sequence[str], index: Index) -> list[tuple[int, list[int]]]:
    """Where the words of a quote and its pairs of neighbours stand in the text, each with its number in the quote."""
    known = [(number, index.places[word]) for number, word in enumerate(words) if word in index.places]
    known += [(number, index.pairs.get(pair, [])) for number, pair in enumerate(pairwise(words))]
    rare = [(number, places) for number, places in known if 0 < len(places) <= _COMMON]
    return rare or sorted((each for each in known if each[1]), key=lambda each: len(each[1]))[:2]


def _spelt(words: list[str], index: Index) -> list[str]:
    """The words; for a short quote none of which is in the text, the nearest ones that are."""
    if len(words) > 3 or any(word in index.places for word in words):
        return words
    nearest = []
    for word in words:
        alike = [each for each in index.places if each[:1] == word[:1] or each[-3:] == word[-3:]]
        nearest += difflib.get_close_matches(word, alike, n=1, cutoff=0.7) or [word]
    return nearest


_Tokens = list[re.Match[str]]


def _miss(quote: str, index: Index, first: int, last: int) -> Miss:
    """The difference between a quote and the words from the first to the last, without what stands around these."""
    own = list(_SHOWN.finditer(quote))
    theirs = _without_edges(list(_SHOWN.finditer(index.text, *_whole(index, first, last))), own)
    steps = difflib.SequenceMatcher(
        None, [normal_text(w[0]) for w in own], [normal_text(w[0]) for w in theirs], autojunk=False
    )
    codes = steps.get_opcodes()
    codes = codes[int(codes[0][0] == "insert") : len(codes) - int(codes[-1][0] == "insert" and len(codes) > 1)]
    shown, left_out = "", list[str]()
    for kind, i, j, k, m in codes:
        mine, its = _between(own[i:j]), _between(theirs[k:m])
        shown += " " if shown and any(map(_is_spaced, (*own[i : i + 1], *theirs[k : k + 1]))) else ""
        shown += its if kind == "equal" else (f"[-{mine}-]" if mine else "") + (f"{{+{its}+}}" if its else "")
        left_out += [its] if kind == "insert" else []
    only = tuple(left_out) if all(code[0] in ("equal", "insert") for code in codes) else ()
    return Miss(theirs[codes[0][3]].start(), theirs[codes[-1][4] - 1].end(), shown, only)


def _without_edges(tokens: _Tokens, own: _Tokens) -> _Tokens:
    """The words of a window without the marks around them, where the quote begins or ends with a word."""
    while len(tokens) > 1 and _is_mark(tokens[0]) and not _is_mark(own[0]):
        del tokens[0]
    while len(tokens) > 1 and _is_mark(tokens[-1]) and not _is_mark(own[-1]):
        del tokens[-1]
    return tokens


def _is_mark(token: re.Match[str]) -> bool:
    return not any(map(str.isalnum, token[0]))


def _is_spaced(token: re.Match[str]) -> bool:
    """Whether there is white space before a token."""
    return token.start() > 0 and token.string[token.start() - 1].isspace()


def _between(tokens: _Tokens) -> str:
    """The text from the first of some tokens to the last, on one line."""
    text = tokens[0].string[tokens[0].start() : tokens[-1].end()] if tokens else ""
    return " ".join(text.replace(_UNSEEN, "").split())


def _whole(index: Index, first: int, last: int) -> tuple[int, int]:
    """The stretch from the first to the last word, with what is written to them without a space."""
    start, end = index.spans[first][0], index.spans[last - 1][1]
    while start and not index.text[start - 1].isspace():
        start -= 1
    while end < len(index.text) and not index.text[end].isspace():
        end += 1
    return start, end
