"""A review as one HTML page by itself: the verdict, the changes word by word, both maps beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from argmap.prose.change_sentences import headline
from argmap.reviews.change_map import halves
from argmap.reviews.result import Review
from argmap.reviews.review_text import answers, because, coverage, findings, flips, heard, words
from argmap.reviews.together import told
from argmap.reviews.unread_told import unread_lines
from argmap.reviews.verdict_told import verdict
from argmap.reviews.word_diff import Piece, word_diff


@dataclass(frozen=True)
class Item:
    """One entry of a list: a line, the reason for it, and the words that changed."""

    line: str
    because: str = ""
    pieces: tuple[Piece, ...] = ()


def to_html(review: Review, maps: tuple[str, str], name: str, base: str, head: str) -> str:
    """The page. `maps` are the SVGs before and after, drawn with different prefixes; they go in as they are."""
    import jinja2
    from markupsafe import Markup

    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    text = resources.files("argmap.reviews").joinpath("page.html.jinja").read_text(encoding="utf-8")
    before, after = (Markup(svg) for svg in maps)  # our own drawing, which escapes what it shows
    sections = [(title, items) for title, items in _sections(review) if items]
    return environment.from_string(text).render(
        name=name, base=base, head=head, verdict=verdict(review) if sections else "Nothing that is said changes.",
        sections=sections, has_maps=any(half.chosen for half in halves(review)), before=before, after=after,
    )  # fmt: skip


def _sections(review: Review) -> Iterator[tuple[str, list[Item]]]:
    yield "Unread", [Item(f"{line}.") for _, line in unread_lines(review)]
    yield "Flips", [Item(line, because(flip)) for flip, line in zip(review.flips, flips(review), strict=True)]
    yield "Answers", [Item(line) for _, line in answers(review)]
    yield "Changes", list(_changes(review))
    yield "Audiences", [Item(line) for line in heard(review)]
    yield "Strengths", [Item(f"{move.id}: {move.before:.2f} → {move.after:.2f}") for move in review.moves_shown]
    yield "Coverage", [Item(line) for line in coverage(review)]
    yield "Findings", [Item(line) for _, line in findings(review)]


def _changes(review: Review) -> Iterator[Item]:
    for change, moved in told(review):
        before, after = words(change, change.before), words(change, change.after)
        if before and after:
            pieces = word_diff(before, after)
        else:
            pieces = (Piece("same", before or after),) if before or after else ()
        yield Item(moved or headline(change), pieces=pieces)
