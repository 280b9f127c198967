"""A review as lines of text for a terminal: the verdict, what flips and why, what is open, what changed."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from argmap.model import Evidence, Rebuttal, Suppression
from argmap.model.change import Change, Kind
from argmap.prose.change_sentences import edited_fields, headline, plain
from argmap.reviews.result import COLUMNS, Flip, Review
from argmap.reviews.standing_told import review_standings
from argmap.reviews.together import audiences_told, told
from argmap.reviews.unread_told import unread_lines
from argmap.reviews.verdict_told import verdict as verdict
from argmap.reviews.word_diff import word_diff


@dataclass(frozen=True)
class Paper:
    """What the report is written on: its width, colours by what a text is (`added`, `removed`, `heading`), and what
    keeps a debate's own characters from steering a terminal."""

    width: int = 100
    style: Callable[[str, str], str] = lambda text, kind: text
    clean: Callable[[str], str] = lambda text: text

    def filled(self, text: str, indent: int) -> list[str]:
        """A text wrapped; what follows a sign hangs behind it."""
        space = " " * indent
        more = space + "  " if text[:2] in ("+ ", "- ", "~ ", "> ", "! ") else space
        return textwrap.wrap(
            self.clean(text), max(self.width, 40), initial_indent=space, subsequent_indent=more,
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip


_SIGNS = {"added": "+", "removed": "-", "renamed": ">"}


PLAIN = Paper()


def to_text(review: Review, paper: Paper = PLAIN) -> str:
    """The whole report; a review of two versions that say the same is one line."""
    if review.says_nothing:
        return "Nothing that is said changes.\n"
    return "\n".join(_lines(review, paper)) + "\n"


def _was(review: Review, flip: Flip) -> str:
    return review_standings(review, flip)[0].said.past


def _now(review: Review, flip: Flip) -> str:
    return review_standings(review, flip)[1].said.now


def _lines(review: Review, paper: Paper) -> Iterator[str]:
    yield paper.style(verdict(review), "heading")
    yield from _section("Unread", (row for line in unread(review) for row in paper.filled(line, 2)), paper)
    yield from _section("Flips", _flips(review, paper), paper)
    yield from _section("Answers", (f"  {sign} {line}" for sign, line in answers(review)), paper)
    yield from _section("Changes", _changes(review, paper), paper)
    yield from _section("Audiences", (f"  {line}" for line in heard(review)), paper)
    yield from _section("Strengths", _moves(review), paper)
    yield from _section("Coverage", (f"  {line}" for line in coverage(review)), paper)
    yield from _section("Findings", _findings(review, paper), paper)


def _section(title: str, lines: Iterator[str], paper: Paper) -> Iterator[str]:
    found = list(lines)
    if found:
        yield ""
        yield paper.style(title, "heading")
        yield from found


def flips(review: Review) -> Iterator[str]:
    """Each flip in a line, without its reason."""
    yield from (f"{flip.id}: {_was(review, flip)}, {_now(review, flip)}" for flip in review.flips)


def _flips(review: Review, paper: Paper) -> Iterator[str]:
    for flip, line in zip(review.flips, flips(review), strict=True):
        yield f"  {line}"
        yield from paper.filled(f"because {because(flip)}", 6)


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


def answers(review: Review) -> Iterator[tuple[str, str]]:
    """Rebuttals newly unanswered (`!`) and newly answered (`+`), each in a line."""
    for id in review.newly_unanswered:
        rebuttal = review.after.debate.statements[id]
        assert isinstance(rebuttal, Rebuttal)
        what = f"the step of {rebuttal.undercuts}" if rebuttal.undercuts else rebuttal.target
        yield "!", f"{id} takes down {what}, and nothing answers it"
    yield from (("+", f"{id} is answered now") for id in review.newly_answered)
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


def _changes(review: Review, paper: Paper) -> Iterator[str]:
    for change, moved in told(review):
        if moved:
            yield from paper.filled(f"~ {moved}", 2)
            continue
        sign = _SIGNS.get(change.kind.value.split()[-1], "~")
        kind = {"+": "added", "-": "removed"}.get(sign, "")
        yield from (paper.style(line, kind) for line in paper.filled(f"{sign} {headline(change)}", 2))
        yield from _detail(change, paper)


def _detail(change: Change, paper: Paper) -> Iterator[str]:
    """The words themselves: a text added or removed, or what changed in it."""
    before, after = words(change, change.before), words(change, change.after)
    if before and after:
        marked = "".join(_marked(piece.kind, piece.text) for piece in word_diff(before, after))
        for line in paper.filled(marked, 6):
            yield line.replace("[-", paper.style("[-", "removed")).replace("{+", paper.style("{+", "added"))
    elif before or after:
        yield from paper.filled(before or after, 6)


def _marked(kind: str, text: str) -> str:
    if kind == "same":
        return text
    return f"[-{text}-]" if kind == "removed" else f"{{+{text}+}}"


def words(change: Change, value: Any) -> str:
    """What of a value is worth reading in full; empty where the headline has said it."""
    if isinstance(value, Evidence):
        return _of_evidence(change, value)
    if isinstance(value, Suppression):
        return plain(value.model_dump(exclude={"rule"}, exclude_none=True))
    if value is None or change.kind in _SAID:
        return ""
    if isinstance(value, dict) and change.edits[0].field is None:
        return value.get("text") or value.get("title") or ""
    return plain(value)


def _of_evidence(change: Change, value: Evidence) -> str:
    """Its words, and whatever else was edited in it but what the headline has said."""
    both = isinstance(change.before, Evidence) and isinstance(change.after, Evidence)
    edited = edited_fields(change.before, change.after) if both else []
    if change.kind is Kind.GRADE_CHANGED and set(edited) <= {"grade", "why"}:
        return ""
    rest = [name for name in edited if name not in ("source", "grade", "quote", "says")]
    parts = [f"“{value.quote}”" if value.quote else "", value.says or ""]
    parts += [f"{name}: {plain(getattr(value, name))}" for name in rest if getattr(value, name)]
    return "; ".join(filter(None, parts))


_SAID = frozenset(
    {
        Kind.RENAMED, Kind.RETARGETED, Kind.TURNED, Kind.MOVED, Kind.PREMISES, Kind.CONTRADICTION, Kind.WEIGHING,
        Kind.GRADE_CHANGED, Kind.REPLACED,
    }
)  # fmt: skip


def _moves(review: Review) -> Iterator[str]:
    for move in review.moves_shown:
        yield f"  {move.id}: {move.before:.2f} -> {move.after:.2f}"


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
            yield sign, f"{state}: {place} {diagnostic.severity} {diagnostic.rule}: {diagnostic.message}"


def _findings(review: Review, paper: Paper) -> Iterator[str]:
    for sign, line in findings(review):
        kind = "removed" if sign == "!" else "added"
        yield from (paper.style(row, kind) for row in paper.filled(f"{sign} {line}", 2))
