"""A review as a document: the verdict, what flips and why, what is open, what changed; and its lines one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from argmap.documents.document import Block, Document, Figure, Heading, Item, Items, Line, Paragraph, Run, document
from argmap.documents.formats import text
from argmap.documents.lines import line
from argmap.model import Evidence, Rebuttal, Suppression
from argmap.model.change import Change, Kind
from argmap.prose.change_sentences import edited_fields, headline, value_in_words
from argmap.reviews.change_map import halves
from argmap.reviews.result import COLUMNS, Flip, Review
from argmap.reviews.standing_told import review_standings
from argmap.reviews.together import audiences_told, told
from argmap.reviews.unread_told import unread_lines
from argmap.reviews.verdict_told import verdict as verdict
from argmap.reviews.word_diff import word_diff

_SIGNS = {"added": "+", "removed": "-", "renamed": ">"}


def to_document(
    review: Review, title: str = "", subtitle: str = "", maps: tuple[tuple[str, str], ...] = ()
) -> Document:
    """The whole report; a review of two versions that say the same is one line. `maps` are SVGs with their captions."""
    if review.says_nothing:
        return document(title, subtitle, [Paragraph(line("Nothing that is said changes."), "lead")])
    shown = maps if any(half.chosen for half in halves(review)) else ()
    figures = [Figure(*each) for each in shown]
    heading = [Heading(2, line("Maps"), "maps")] if figures else []
    lead = Paragraph(line(verdict(review)), "lead")
    return document(title, subtitle, [lead, *_sections(review), *heading, *figures])


def to_text(review: Review, width: int = 100) -> str:
    """The report for a terminal."""
    return text.write(to_document(review), width)


_SIGNED = ("Answers", "Changes", "Findings")
"""The sections whose items begin with a sign."""


def _sections(review: Review) -> Iterator[Block]:
    every: dict[str, Iterable[Item]] = {
        "Unread": map(_item, unread(review)),
        "Flips": (
            _item(said, f"because {because(flip)}") for flip, said in zip(review.flips, flips(review), strict=True)
        ),
        "Answers": (_item(f"{sign} {said}") for sign, said in answer_lines(review)),
        "Changes": _changes(review),
        "Audiences": map(_item, heard(review)),
        "Strengths": (_item(f"{move.id}: {move.before:.2f} → {move.after:.2f}") for move in review.moves_shown),
        "Coverage": map(_item, coverage(review)),
        "Findings": (_item(f"{sign} {said}") for sign, said in findings(review)),
    }
    for title, items in every.items():
        if found := tuple(items):
            yield Heading(2, line(title), title.lower())
            yield Items(found, signed=title in _SIGNED)


def _item(said: str, *below: str | Line) -> Item:
    return Item(line(said), (Items(tuple(Item(line(each)) for each in below)),) if below else ())


def _changes(review: Review) -> Iterator[Item]:
    for change, moved in told(review):
        sign = _SIGNS.get(change.kind.value.split()[-1], "~")
        words = () if moved else _difference(change)
        yield _item(f"~ {moved}" if moved else f"{sign} {headline(change)}", *([words] if words else []))


def _difference(change: Change) -> Line:
    """The words themselves: a text added or removed, or what changed in it."""
    before, after = in_full(change, change.before), in_full(change, change.after)
    if not (before and after):
        return line(before or after)
    pieces = word_diff(before, after)
    return tuple(Run(piece.text, "plain" if piece.kind == "same" else piece.kind) for piece in pieces)


def flips(review: Review) -> Iterator[str]:
    """Each flip in a line, without its reason."""
    for flip in review.flips:
        before, after = review_standings(review, flip)
        yield f"{flip.id}: {before.said.past}, {after.said.now}"


def because(flip: Flip) -> str:
    """The changes that cause a flip, as the end of a sentence that begins with `because`."""
    reasons = list(dict.fromkeys(headline(change) for change in flip.causes))
    if len(reasons) > 4:
        kinds = Counter(change.kind.value for change in flip.causes)
        numbers = ", ".join(f"{number} {kind}" for kind, number in kinds.items())
        fewest = "no part of them is enough" if flip.irreducible else "fewer may be enough"
        return f"{len(flip.causes)} changes come together ({numbers}); {fewest}"
    joined = "; and ".join(reasons)
    return joined if flip.smallest or len(reasons) == 1 else f"{joined} (none of these can be spared)"


def answer_lines(review: Review) -> Iterator[tuple[str, str]]:
    """Rebuttals newly unanswered (`!`) and newly answered (`+`), each in a line."""
    for id in review.newly_unanswered:
        rebuttal = review.after.debate.statements[id]
        assert isinstance(rebuttal, Rebuttal)
        what = f"the step of {rebuttal.undercuts}" if rebuttal.undercuts else rebuttal.target
        yield "!", f"{id} takes down {what}, and nothing answers it"
    yield from (("+", f"{id} is now answered") for id in review.newly_answered)
    yield from (("~", f"{id} is conceded: {concession(review, id)}") for id in review.conceded)


CONCEDES = "unanswered-rebuttal"
"""The rule of which an accepted finding is a concession."""


def concession(review: Review, id: str) -> str:
    """Why nobody answers a rebuttal."""
    ignored = review.after.debate.statements[id].ignore
    return next((each.reason for each in ignored if each.rule == CONCEDES and each.reason), "")


def unread(review: Review) -> Iterator[str]:
    """What could not be read, each file in a line."""
    return (f"! {line}." if each.after else f"~ {line}." for each, line in unread_lines(review))


def heard(review: Review) -> Iterator[str]:
    """What audiences conclude otherwise, each in a line."""
    return (f"{audience}: {said}" for audience, said in audiences_told(review).items())


def in_full(change: Change, value: Any) -> str:
    """What of a value is worth reading in full; empty where the headline has said it."""
    if isinstance(value, Evidence):
        return _of_evidence(change, value)
    if isinstance(value, Suppression):
        return value_in_words(value.model_dump(exclude={"rule"}, exclude_none=True))
    if value is None or change.kind in _SAID:
        return ""
    if isinstance(value, dict) and change.edits[0].field is None:
        return value.get("text") or value.get("title") or ""
    return value_in_words(value)


def _of_evidence(change: Change, value: Evidence) -> str:
    """Its words, and whatever else was edited in it but what the headline has said."""
    both = isinstance(change.before, Evidence) and isinstance(change.after, Evidence)
    edited = edited_fields(change.before, change.after) if both else []
    if change.kind is Kind.GRADE_CHANGED and set(edited) <= {"grade", "why"}:
        return ""
    rest = [name for name in edited if name not in ("source", "grade", "quote", "says")]
    parts = [f"“{value.quote}”" if value.quote else "", value.says or ""]
    parts += [f"{name}: {value_in_words(getattr(value, name))}" for name in rest if getattr(value, name)]
    return "; ".join(filter(None, parts))


_SAID = frozenset(
    {
        Kind.RENAMED, Kind.RETARGETED, Kind.TURNED, Kind.MOVED, Kind.PREMISES, Kind.CONTRADICTION, Kind.WEIGHING,
        Kind.GRADE_CHANGED, Kind.REPLACED,
    }
)  # fmt: skip


def coverage(review: Review) -> Iterator[str]:
    """The numbers of each side where one has changed, in a line, and by how much."""
    for side in review.coverage:
        if any(before != after for before, after in side.numbers):
            numbers = [(what, *pair) for what, pair in zip(COLUMNS, side.numbers, strict=True) if any(pair)]
            yield f"{side.name}: {', '.join(_moved(*each) for each in numbers)}"


def _moved(what: str, before: int, after: int) -> str:
    return f"{what} {after}" + (f" ({after - before:+d})" if after != before else "")


def findings(review: Review) -> Iterator[tuple[str, str]]:
    """What the checks newly report (`!`) and no longer report (`+`), each in a line."""
    for sign, state, found in (("!", "new", review.diagnoses.new), ("+", "gone", review.diagnoses.fixed)):
        for diagnostic in found:
            place = f"{diagnostic.span.file}:{diagnostic.span.line}"
            yield sign, f"{state}: {place} {diagnostic.severity} {diagnostic.rule}: {diagnostic.told}"
