"""Which paragraphs are tags in a document whose styles do not say it: those that somebody made bold by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from argmap.writing.imports.word.cite_parts import begins_as_cite, is_cite
from argmap.writing.imports.word.document_reading import Kind, Passage

_HEADINGS: Sequence[Kind] = ("block", "hat", "pocket")
_ABOVE: Mapping[int, Sequence[Kind]] = {1: ("hat",), 2: ("block", "hat")}
"""What paragraphs in one or two sizes above that of tags are, the smaller first."""
_INSTEAD: Mapping[Kind, Mapping[Kind, Kind]] = {
    "block": {"block": "tag"}, "hat": {"hat": "tag", "pocket": "hat"}, "pocket": {"pocket": "tag"},
}  # fmt: skip
"""What headings are where those of a level stand above cites."""


def with_tags(passages: Sequence[Passage]) -> Sequence[Passage]:
    """The paragraphs as they are, where some have the style of tags. Else bold ones are tags, and larger ones the
    headings above them; without these, the headings right above cites are tags."""
    if any(each.kind == "tag" for each in passages):
        return passages
    bold = [n for n, each in enumerate(passages) if _is_bold(each) and not _is_cite_in_bold(passages, n)]
    kinds = _by_size(passages, bold) if bold else {}
    if kinds:
        return [replace(each, kind=kinds.get(n, each.kind)) for n, each in enumerate(passages)]
    above = Counter(before.kind for before, each in pairwise(passages)
                    if before.kind in _HEADINGS and is_cite(each, is_first=True))  # fmt: skip
    instead = _INSTEAD[above.most_common(1)[0][0]] if above else {}
    return [replace(each, kind=instead.get(each.kind, each.kind)) for each in passages]


def _is_bold(passage: Passage) -> bool:
    return passage.kind == "text" and all(piece.is_bold for piece in passage.pieces if piece.text.strip())


def _is_cite_in_bold(passages: Sequence[Passage], n: int) -> bool:
    """Whether all of a cite is bold: a year in it, no stop at its end, a tag above it, the words of a card below."""
    if (
        not is_cite(passages[n], is_first=True)
        or not 0 < n < len(passages) - 1
        or passages[n].text.endswith((".", "!", "?"))
    ):
        return False
    above, below = passages[n - 1], passages[n + 1]
    is_card = below.kind == "text" and not (_is_bold(below) or is_cite(below) or begins_as_cite(below.text))
    return (_is_bold(above) or above.kind in _HEADINGS) and is_card


def _by_size(passages: Sequence[Passage], bold: Collection[int]) -> dict[int, Kind]:
    """What each bold paragraph is: a tag in the size of most that stand above a cite, a heading if it is larger and no
    style says what headings are."""
    above = Counter(passages[n].size for n in bold if n + 1 < len(passages) and n + 1 not in bold)
    usual = above.most_common(1)[0][0] if above else 0
    larger = sorted({passages[n].size for n in bold} - set(range(usual + 1)))
    if any(each.kind in _HEADINGS for each in passages):
        larger = []
    levels = dict(zip(larger, _ABOVE.get(len(larger), _HEADINGS), strict=False))
    return {n: levels.get(passages[n].size, "pocket" if passages[n].size in larger else "tag") for n in bold}
