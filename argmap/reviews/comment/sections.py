"""The sections of a debate's part, in the order in which a reviewer needs them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from argmap.model import Rebuttal
from argmap.model.change import Change, Kind
from argmap.model.diagnostics import Diagnostic
from argmap.reviews.comment.comment_picture import Picture
from argmap.reviews.comment.comment_wording import shortened
from argmap.reviews.comment.consequence_text import Teller, flipped, signed
from argmap.reviews.comment.fit import Section
from argmap.reviews.comment.part import Part
from argmap.reviews.comment.places import Version
from argmap.reviews.result import COLUMNS, Coverage, Flip, Review
from argmap.reviews.standing_told import standing
from argmap.wording.counts import counted
from argmap.wording.markdown_text import code, link, remark

SHOWN = 10
"""Items of a section that stand open; the others are in the full list, or folded."""

CAUSES = 6
"""Changes that are named as the reason for one flip."""

STATEMENTS = (
    Kind.ADDED, Kind.REMOVED, Kind.RENAMED, Kind.REWORDED, Kind.ROLE_CHANGED, Kind.SCHEME_CHANGED, Kind.EDITED,
)  # fmt: skip
RELATIONS = (
    Kind.RETARGETED, Kind.TURNED, Kind.MOVED, Kind.PREMISES, Kind.WEIGHING, Kind.CONTRADICTION,
)  # fmt: skip
EVIDENCE = (
    Kind.QUOTE_ALTERED, Kind.EVIDENCE_REMOVED, Kind.SOURCE_CHANGED, Kind.GRADE_CHANGED, Kind.EVIDENCE_EDITED,
    Kind.EVIDENCE_ADDED, Kind.REMOVED, Kind.RENAMED, Kind.ADDED, Kind.EDITED, Kind.REWORDED,
)  # fmt: skip
"""The order in which they are told: what a reviewer must not miss first."""

SUPPRESSIONS = (Kind.SUPPRESSION_ADDED, Kind.SUPPRESSION_REMOVED)


def sections(part: Part, review: Review, level: int) -> Iterator[Section]:
    """The sections of a debate that has a review; `level` is that of their headings."""
    if review.is_empty and not (review.diagnoses.new or review.diagnoses.fixed):
        return
    teller = Teller(review, part.places)
    mark = "#" * level
    yield from _flips(review, teller, mark)
    yield from _unanswered(review, teller, mark)
    yield from _picture(review)
    changes = review.changes
    yield from _told("Claims", [c for c in changes if c.subject != "source"], STATEMENTS, teller, mark, 2)
    yield from _told("Relations", changes, RELATIONS, teller, mark, 3)
    yield from _told("Evidence", list(filter(_is_evidence, changes)), EVIDENCE, teller, mark, 4)
    yield from _coverage(review, teller, mark)
    yield from _checks(part, review, teller, mark)
    yield from _everything(review, teller)


def faults(part: Part, level: int) -> Iterator[Section]:
    """Of a debate that cannot be evaluated: why."""
    items = tuple(_diagnosed(fault, part.places.after, "") for fault in part.faults)
    yield from _folding(f"{'#' * level} What has to be mended", items, 1, "errors")


def _flips(review: Review, teller: Teller, mark: str) -> Iterator[Section]:
    if not review.flips:
        return
    groups: dict[object, list[Flip]] = {}
    for flip in review.flips:
        reason = tuple((change.kind, change.subject, change.id) for change in flip.causes)
        groups.setdefault(flip.is_resolution or reason, []).append(flip)
    items = [item for flips in groups.values() for item in _flip_items(flips, teller)]
    yield from _folding(f"{mark} Flips", tuple(items), 0, "flips")


def _flip_items(flips: Sequence[Flip], teller: Teller) -> Iterator[str]:
    """Flips with one reason: it is told at the first."""
    for place, flip in enumerate(flips):
        what = "**Resolution** " if flip.is_resolution else ""
        head = f"- {what}{teller.name(flip.id)} {flipped(teller.review, flip)}: {teller.quoted(flip.id, 200)}"
        if place and flip.causes == flips[place - 1].causes:
            yield f"{head} (for the same reason)"
            continue
        yield "\n".join([head, *_reasons(flip, teller)])


def _reasons(flip: Flip, teller: Teller) -> Iterator[str]:
    """The changes that make a flip, as a list inside its item."""
    causes = flip.causes
    if not causes:
        return
    told = [teller.told(change) for change in causes[:CAUSES]]
    if len(causes) == 1:
        yield f"  - because of one change: {told[0]}"
        return
    yield f"  - because of {len(causes):,} changes together, {_how_sure(flip)}:"
    yield from (f"    - {line}" for line in told)
    if len(causes) > CAUSES:
        yield f"    - … and {len(causes) - CAUSES:,} more"


def _how_sure(flip: Flip) -> str:
    if not flip.irreducible:
        return "some of which may not be needed (there are too many to try)"
    return "none of which can be spared" + ("" if flip.smallest else "; other changes that are fewer may do it too")


def _unanswered(review: Review, teller: Teller, mark: str) -> Iterator[Section]:
    new = [_against(id, teller, "**Newly unanswered**") for id in review.newly_unanswered]
    answered = [_answered(id, review, teller) for id in review.newly_answered]
    if new or answered:
        told = [f"{len(found)} {what}" for found, what in ((new, "new"), (answered, "answered")) if found]
        head = f"{mark} Unanswered rebuttals: {', '.join(told)}"
        yield from _folding(head, (*new, *answered), 1, "rebuttals")


def _against(id: str, teller: Teller, verb: str) -> str:
    found = teller.statement(id)
    step = teller.step(id)
    target = found.target if isinstance(found, Rebuttal) else ""
    text = f": {teller.quoted(id)}"
    if not target:
        return f"- {verb}: {teller.name(id)}{text}"
    return f"- {verb}: {teller.name(id)} {step}{text}\n  - against {teller.quoted(target, 200)}"


def _answered(id: str, review: Review, teller: Teller) -> str:
    """A rebuttal that was unanswered, with the answers that it has got."""
    answers = [step.id for step in review.after.graph.answers(id) if isinstance(step, Rebuttal)]
    by = f" by {', '.join(map(teller.name, answers[:3]))}" if answers else ""
    return f"- **Newly answered**{by}: {teller.name(id)} {teller.step(id)}: {teller.quoted(id, 200)}"


def _picture(review: Review) -> Iterator[Section]:
    picture = Picture.of(review)
    if picture is None:
        return
    head = f"<details open>\n<summary>Map of what changed</summary>\n\n{picture.legend}"
    fence = f"```mermaid\n{picture.text}```"
    yield Section(head, (fence,), 7, "</details>", lambda _: "The map is left out: the comment would be too long.")


def _is_evidence(change: Change) -> bool:
    return change.subject == "source" or change.kind not in STATEMENTS


def _told(
    title: str, changes: Sequence[Change], kinds: Sequence[Kind], teller: Teller, mark: str, rank: int
) -> Iterator[Section]:
    """A section of changes of some kinds, with their numbers in its heading."""
    own = [change for kind in kinds for change in changes if change.kind is kind]
    own.sort(key=lambda change: change.subject not in ("statement", "source"))
    if not own:
        return
    numbers = ", ".join(_counted(number, *name) for name, number in Counter(map(_named, own)).items())
    items = tuple(f"- {teller.told(change)}" for change in own)
    section = Section(f"{mark} {title}: {numbers}", items, rank, more=_in_the_full_list)
    yield section.shown(SHOWN)


def _named(change: Change) -> tuple[str, str]:
    """What a change is called in a heading: of what, where that is not the section's own, and what was done."""
    done = str(change.kind).removeprefix("evidence ")
    whole = change.subject == "source" and change.kind in (Kind.ADDED, Kind.REMOVED, Kind.RENAMED)
    return (change.subject if whole or change.subject == "position" else ""), done


def _counted(number: int, what: str, done: str) -> str:
    return f"{counted(number, what)} {done}" if what else f"{number:,} {done}"


def _in_the_full_list(hidden: int) -> str:
    return f"- … and {hidden:,} more, in the full list below"


def _coverage(review: Review, teller: Teller, mark: str) -> Iterator[Section]:
    if any(_has_moved(side) for side in review.coverage):
        lines = [f"| side | {' | '.join(COLUMNS)} |", "|---|" + "---:|" * len(COLUMNS)]
        lines += [_row(side) for side in review.coverage]
        yield Section(f"{mark} Coverage by side", ("\n".join(lines),), 5, more=lambda _: "(left out for length)")
    if review.moves:
        resolutions = review.after.debate.resolution_ids
        moves = sorted(review.moves, key=lambda m: (m.id not in resolutions, -abs(m.after - m.before)))
        items = tuple(
            f"- {teller.name(move.id)} {move.before:.2f} → **{move.after:.2f}** "
            f"({move.after - move.before:+.2f}), {signed(standing(review.after, move.id))}"
            for move in moves
        )
        moved = counted(len(items), "statement")
        yield from _folding(f"{mark} Strength, from 0 to 1: {moved} moved", items, 6, "moves")


def _has_moved(side: Coverage) -> bool:
    return any(was != now for was, now in side.numbers)


def _row(side: Coverage) -> str:
    cells = (f"{was} → **{now}**" if was != now else str(now) for was, now in side.numbers)
    return f"| {remark(shortened(side.name, 80))} | {' | '.join(cells)} |"


def _checks(part: Part, review: Review, teller: Teller, mark: str) -> Iterator[Section]:
    new, fixed = review.diagnoses.new, review.diagnoses.fixed
    accepted = [f"- {teller.told(change)}" for change in review.changes if change.kind in SUPPRESSIONS]
    items = [_diagnosed(found, part.places.after, "") for found in sorted(new, key=lambda d: d.severity.rank)]
    items += [*accepted, *(_diagnosed(found, part.places.before, "fixed: ") for found in fixed)]
    if items:
        told = ((new, "new"), (accepted, "accepted or no longer"), (fixed, "fixed"))
        numbers = ", ".join(f"{len(found)} {word}" for found, word in told if found)
        yield from _folding(f"{mark} Checks: {numbers}", tuple(items), 6, "findings")


def _diagnosed(found: Diagnostic, version: Version, verb: str) -> str:
    place = f"{found.span.file}:{found.span.line}"
    where = link(code(place) if place.isascii() else remark(place), version.of(found.at, found.span))
    message = _prose(shortened(found.message, 400))
    return f"- {verb}{'' if verb else f'**{found.severity}** '}{code(found.rule)} at {where}: {message}"


def _prose(message: str) -> str:
    """What a check says; names that it puts between back-ticks are code."""
    parts = re.split(r"( ?`[\w.-]+` ?)", message, flags=re.ASCII)
    return "".join(part if place % 2 else _between(part) for place, part in enumerate(parts))


def _between(text: str) -> str:
    opening, closing = (" " if text[:1] == " " else ""), (" " if text[1:] and text[-1] == " " else "")
    return opening + remark(text) + closing


def _everything(review: Review, teller: Teller) -> Iterator[Section]:
    """Every change, one line each, folded."""
    if not review.changes:
        return
    summary = f"<summary>All {counted(len(review.changes), 'change')}</summary>"
    items = tuple(f"- {teller.told(change)}" for change in review.changes)
    more: Callable[[int], str] = lambda hidden: f"- … and {hidden:,} more: `argmap diff` lists them all"  # noqa: E731
    yield Section(f"<details>\n{summary}", items, 8, "</details>", more)


def _folding(head: str, items: Iterable[str], rank: int, what: str) -> Iterator[Section]:
    """A section whose first items stand open and whose others are folded behind them."""
    items = tuple(items)
    yield Section(head, items[:SHOWN], rank)
    rest = items[SHOWN:]
    if rest:
        summary = f"<details>\n<summary>{len(rest):,} more {what}</summary>"
        yield Section(summary, rest, rank if rank == 0 else 7, "</details>")
