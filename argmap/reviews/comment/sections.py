"""The sections of a debate's part, in the order in which a reviewer needs them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from argmap.model.change import Change, Kind
from argmap.model.diagnostics import Diagnostic
from argmap.reviews.comment.comment_picture import Picture
from argmap.reviews.comment.comment_verdict import counted_as
from argmap.reviews.comment.comment_wording import message_told, shortened
from argmap.reviews.comment.consequence_text import Teller, flipped
from argmap.reviews.comment.fit import Section
from argmap.reviews.comment.part import Part
from argmap.reviews.comment.places import Version
from argmap.reviews.comment.points import Point, goes_without_saying
from argmap.reviews.result import COLUMNS, Coverage, Flip, Review
from argmap.reviews.suppressed import accepting
from argmap.reviews.together import as_counted, replacements
from argmap.reviews.unread_told import newly_found
from argmap.wording.counts import counted
from argmap.wording.lists import listed
from argmap.wording.markdown_text import code, link, remark

FEW = 3
"""Flips that sentences tell as well as a map."""

MANY = 4
"""Findings of one rule that are told one by one."""

NAMED = 20
"""Things that a group of findings names."""

CAUSES = 6
"""Changes that are named as the reason for one flip."""

STATEMENTS = (
    Kind.ADDED, Kind.REMOVED, Kind.REPLACED, Kind.RENAMED, Kind.REWORDED, Kind.ROLE_CHANGED, Kind.SCHEME_CHANGED,
    Kind.EDITED,
)  # fmt: skip
RELATIONS = (
    Kind.RETARGETED, Kind.TURNED, Kind.MOVED, Kind.PREMISES, Kind.WEIGHING, Kind.CONTRADICTION,
)  # fmt: skip
EVIDENCE = (
    Kind.QUOTE_ALTERED, Kind.EVIDENCE_REMOVED, Kind.SOURCE_CHANGED, Kind.GRADE_CHANGED, Kind.EVIDENCE_EDITED,
    Kind.EVIDENCE_ADDED, Kind.REMOVED, Kind.REPLACED, Kind.RENAMED, Kind.ADDED, Kind.EDITED, Kind.REWORDED,
)  # fmt: skip
"""The order in which they are told: what a reviewer must not miss first."""


def sections(
    part: Part, review: Review, teller: Teller, told: Sequence[Point], layout: Sequence[str]
) -> Iterator[Section]:
    """What is folded of a debate that has a review; of flips and changes those that points have not `told` already."""
    if part.is_unchanged:
        return
    flips, known = {id for point in told for id in point.flips}, {each for point in told for each in point.changes}
    changes = [
        change for change in review.changes if id(change) not in known and not goes_without_saying(review, change)
    ]
    claims = [c for c in changes if c.subject != "source" and c.kind not in RELATIONS]
    made: dict[str, Iterator[Section]] = {
        "flips": _flips(review, teller, flips),
        "map": _picture(review),
        "claims": _told("Claims", claims, STATEMENTS, teller, 2),
        "relations": _told("Relations", changes, RELATIONS, teller, 3),
        "evidence": _told("Evidence", list(filter(_is_evidence, changes)), EVIDENCE, teller, 4),
        "coverage": _coverage(review),
        "strength": _strength(review, teller),
        "checks": _checks(part, review, teller, known),
    }
    for name in layout:
        yield from made[name]


def further(more: Sequence[Point]) -> Iterator[Section]:
    """The points for which there is no room above the folds."""
    yield from _fold(f"{counted(len(more), 'more point')}", [f"- {point.line}" for point in more], 0)


def faults(part: Part) -> Iterator[Section]:
    """Of a debate that cannot be evaluated: why."""
    items = tuple(_diagnosed(fault, part.places.after, "") for fault in part.faults)
    yield from _fold(f"What has to be mended: {counted(len(items), 'error')}", items, 1)


def _fold(summary: str, items: Iterable[str], rank: int, more: Callable[[int], str] | None = None) -> Iterator[Section]:
    """A folded section, where there is anything in it."""
    items = tuple(items)
    if items:
        head = f"<details>\n<summary>{summary}</summary>"
        yield Section(head, items, rank, "</details>", more or _in_the_full_list)


def _in_the_full_list(hidden: int) -> str:
    return f"- … and {hidden:,} more: `argmap diff` lists them all"


def _flips(review: Review, teller: Teller, told: Container[str]) -> Iterator[Section]:
    groups: dict[object, list[Flip]] = {}
    for flip in review.flips:
        reason = tuple((change.kind, change.subject, change.id) for change in flip.causes)
        if flip.id not in told:
            groups.setdefault(flip.is_resolution or reason, []).append(flip)
    items = [item for flips in groups.values() for item in _flip_items(flips, teller)]
    yield from _fold(f"Flips: {len(items)}", items, 0)


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


def _picture(review: Review) -> Iterator[Section]:
    """The map, where it says more than sentences do: where several changes come together, or one has far effects."""
    if not any(len(flip.causes) > 1 for flip in review.flips) and len(review.flips) < FEW:
        return
    picture = Picture.of(review)
    if picture is None:
        return
    head = f"<details>\n<summary>Map of what changed</summary>\n\n{picture.legend}"
    fence = f"```mermaid\n{picture.text}```"
    yield Section(head, (fence,), 7, "</details>", lambda _: "The map is left out: the comment would be too long.")


def _is_evidence(change: Change) -> bool:
    return change.subject == "source" or change.kind not in STATEMENTS


def _told(title: str, changes: Sequence[Change], kinds: Sequence[Kind], teller: Teller, rank: int) -> Iterator[Section]:
    """A section of changes of some kinds, with their numbers in its heading; what moved together is one line."""
    own = [change for kind in kinds for change in changes if change.kind is kind]
    own.sort(key=lambda change: change.subject not in ("statement", "source"))
    if not own:
        return
    counts = Counter(map(counted_as, as_counted(own, replacements(teller.review))))
    numbers = ", ".join(_named(number, *name) for name, number in counts.items())
    yield from _fold(f"{title}: {numbers}", [f"- {line}" for line in map(teller.once, own) if line], rank)


def _named(number: int, one: str, many: str, how: str) -> str:
    """`3 added`, `2 positions added`, `1 role changed`: of statements and evidence the heading has said it."""
    return f"{number:,} {how}" if one in ("statement", "piece of evidence") else f"{counted(number, one, many)} {how}"


def _coverage(review: Review) -> Iterator[Section]:
    if any(_has_moved(side) for side in review.coverage):
        lines = [f"| side | {' | '.join(COLUMNS)} |", "|---|" + "---:|" * len(COLUMNS)]
        lines += [_row(side) for side in review.coverage]
        yield from _fold("Coverage by side", ("\n".join(lines),), 5, lambda _: "(left out for length)")


def _strength(review: Review, teller: Teller) -> Iterator[Section]:
    moves = review.moves_shown
    items = (
        f"- {teller.name(move.id)} {move.before:.2f} → **{move.after:.2f}** ({move.after - move.before:+.2f})"
        for move in moves
    )
    yield from _fold(f"Strength, from 0 to 1: {counted(len(moves), 'statement')} moved", items, 6)


def _has_moved(side: Coverage) -> bool:
    return any(was != now for was, now in side.numbers)


def _row(side: Coverage) -> str:
    cells = (f"{was} → **{now}**" if was != now else str(now) for was, now in side.numbers)
    return f"| {remark(shortened(side.name, 80))} | {' | '.join(cells)} |"


def _checks(part: Part, review: Review, teller: Teller, known: Container[int]) -> Iterator[Section]:
    new, fixed = newly_found(review), review.diagnoses.fixed
    accepted = [change for change in accepting(review) if id(change.after) not in known]
    grouped = _grouped(new, part.places.after, "", part.name) + [f"- {teller.told(change)}" for change in accepted]
    grouped += _grouped(fixed, part.places.before, "fixed: ", part.name)
    gone = [change for change in accepted if change.kind is Kind.SUPPRESSION_REMOVED]
    come = len(accepted) - len(gone)
    told = ((len(new), "new"), (come, "accepted"), (len(gone), "no longer accepted"), (len(fixed), "fixed"))
    numbers = ", ".join(f"{number} {word}" for number, word in told if number)
    yield from _fold(f"Checks: {numbers}", grouped, 6)


def _grouped(found: Sequence[Diagnostic], version: Version, verb: str, debate: str) -> list[str]:
    """What a check says of one thing in full; what it says of many as a number with their names."""
    rules: dict[str, list[Diagnostic]] = {}
    for each in sorted(found, key=lambda d: d.severity.rank):
        rules.setdefault(each.rule, []).append(each)
    return [line for every in rules.values() for line in _of_rule(every, version, verb, debate)]


def _of_rule(every: Sequence[Diagnostic], version: Version, verb: str, debate: str) -> Iterator[str]:
    if len(every) <= MANY:
        yield from (_diagnosed(each, version, verb) for each in every)
        return
    first, names = every[0], listed(dict.fromkeys(_about(each, version) for each in every), most=NAMED)
    if first.rule == "suspect-link" and not verb:
        steps = f"{len(every):,} steps to accept again, once they have been read"
        yield f"- {steps}: {code(f'argmap accept --all -d {debate}')} ({names})"
    else:
        severity = "" if verb else f"**{first.severity}** "
        yield f"- {verb}{severity}{code(first.rule)}, {len(every):,} times: {names}"


def _about(found: Diagnostic, version: Version) -> str:
    """What a finding is about, with its place."""
    place = f"{found.span.file}:{found.span.line}"
    where = link(code(place) if place.isascii() else remark(place), version.of(found.at, found.span))
    return f"{code(found.subject)} ({where})" if found.subject else where


def _diagnosed(found: Diagnostic, version: Version, verb: str) -> str:
    message = message_told(found.message)
    return f"- {verb}{'' if verb else f'**{found.severity}** '}{code(found.rule)}: {_about(found, version)}: {message}"
