"""A review as lines of text for a terminal: the verdict, what flips and why, what is open, what changed."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from argmap.model import Evidence, Rebuttal
from argmap.review.change import Change, Kind
from argmap.review.phrases import headline, plain
from argmap.review.result import Coverage, Flip, Review
from argmap.review.words import word_diff

Style = Callable[[str, str], str]
"""A text and what it is (`added`, `removed`, `heading`) as the terminal shows it."""

_SIGNS = {"added": "+", "removed": "-", "renamed": ">"}


def as_written(text: str, kind: str) -> str:
    """Without colours."""
    return text


def to_text(review: Review, *, style: Style = as_written, width: int = 100) -> str:
    """The whole report; a review of two versions that say the same is one line."""
    if review.is_empty and not (review.diagnoses.new or review.diagnoses.fixed):
        return "Nothing that is said changes.\n"
    return "\n".join(_lines(review, style, width)) + "\n"


def verdict(review: Review) -> str:
    """The first sentence: whether a resolution flips."""
    flips = [flip for flip in review.flips if flip.is_resolution]
    if not flips:
        more = f"; {len(review.flips)} of the other statements do" if review.flips else ""
        return f"No resolution changes its standing{more}."
    said = "; ".join(f"{flip.id} was {flip.before.word} and {_now(flip)}" for flip in flips)
    return f"{'A resolution flips' if len(flips) == 1 else f'{len(flips)} resolutions flip'}: {said}."


def _now(flip: Flip) -> str:
    return "now stands" if flip.after.value == "in" else f"is now {flip.after.word}"


def _lines(review: Review, style: Style, width: int) -> Iterator[str]:
    yield style(verdict(review), "heading")
    yield from _section("Flips", _flips(review, width), style)
    yield from _section("Answers", _answers(review), style)
    yield from _section("Changes", _changes(review, style, width), style)
    yield from _section("Strengths", _moves(review), style)
    yield from _section("Coverage", _coverage(review.coverage), style)
    yield from _section("Findings", _findings(review, style, width), style)


def _section(title: str, lines: Iterator[str], style: Style) -> Iterator[str]:
    found = list(lines)
    if found:
        yield ""
        yield style(title, "heading")
        yield from found


def _flips(review: Review, width: int) -> Iterator[str]:
    for flip in review.flips:
        yield f"  {flip.id}: was {flip.before.word}, {_now(flip)}"
        yield from _filled(f"because {because(flip)}", 6, width)


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


def _answers(review: Review) -> Iterator[str]:
    for id in review.newly_unanswered:
        rebuttal = review.after.debate.statements[id]
        assert isinstance(rebuttal, Rebuttal)
        what = f"the step of {rebuttal.undercuts}" if rebuttal.undercuts else rebuttal.target
        yield f"  ! {id} takes down {what}, and nothing answers it"
    yield from (f"  + {id} is answered now" for id in review.newly_answered)


def _changes(review: Review, style: Style, width: int) -> Iterator[str]:
    for change in review.changes:
        sign = _SIGNS.get(change.kind.value.split()[-1], "~")
        kind = {"+": "added", "-": "removed"}.get(sign, "")
        yield from (style(line, kind) for line in _filled(f"{sign} {headline(change)}", 2, width))
        yield from _detail(change, style, width)


def _detail(change: Change, style: Style, width: int) -> Iterator[str]:
    """The words themselves: a text added or removed, or what changed in it."""
    before, after = _words(change, change.before), _words(change, change.after)
    if before and after:
        marked = "".join(_marked(piece.kind, piece.text) for piece in word_diff(before, after))
        for line in _filled(marked, 6, width):
            yield line.replace("[-", style("[-", "removed")).replace("{+", style("{+", "added"))
    elif before or after:
        yield from _filled(before or after, 6, width)


def _marked(kind: str, text: str) -> str:
    if kind == "same":
        return text
    return f"[-{text}-]" if kind == "removed" else f"{{+{text}+}}"


def _words(change: Change, value: Any) -> str:
    """What of a value is worth reading in full; empty where the headline has said it."""
    if value is None or change.kind in _SAID:
        return ""
    if isinstance(value, Evidence):
        return "; ".join(filter(None, (f"“{value.quote}”" if value.quote else "", value.says or "")))
    if isinstance(value, dict):
        return value.get("text") or value.get("title") or ""
    return plain(value)


_SAID = frozenset(
    {
        Kind.RENAMED, Kind.RETARGETED, Kind.TURNED, Kind.MOVED, Kind.PREMISES, Kind.CONTRADICTION, Kind.WEIGHING,
        Kind.SUPPRESSION_ADDED, Kind.SUPPRESSION_REMOVED, Kind.GRADE_CHANGED,
    }
)  # fmt: skip


def _moves(review: Review) -> Iterator[str]:
    for move in review.moves:
        yield f"  {move.id}: {move.before:.2f} -> {move.after:.2f}"


def _coverage(coverage: Sequence[Coverage]) -> Iterator[str]:
    for side in coverage:
        numbers = (("statements", side.statements), ("stand", side.standing), ("with evidence", side.evidenced))
        if any(before != after for _, (before, after) in numbers):
            said = ", ".join(f"{after} {what} ({after - before:+d})" for what, (before, after) in numbers)
            yield f"  {side.name}: {said}"


def _findings(review: Review, style: Style, width: int) -> Iterator[str]:
    for sign, kind, found in (("!", "removed", review.diagnoses.new), ("+", "added", review.diagnoses.fixed)):
        for diagnostic in found:
            state = "new" if sign == "!" else "gone"
            place = f"{diagnostic.span.file}:{diagnostic.span.line}"
            said = f"{sign} {state}: {place} {diagnostic.severity} {diagnostic.rule}: {diagnostic.message}"
            yield from (style(line, kind) for line in _filled(said, 2, width))


def _filled(text: str, indent: int, width: int) -> list[str]:
    space = " " * indent
    more = space + "  " if text[:2] in ("+ ", "- ", "~ ", "> ", "! ") else space
    return textwrap.wrap(
        text, max(width, 40), initial_indent=space, subsequent_indent=more, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
