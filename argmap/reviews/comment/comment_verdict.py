"""What comes first: the verdict in bold, what the policy says, where to look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from argmap.model.change import Change, Kind
from argmap.prose.change_sentences import done
from argmap.reviews.comment.gate import NEVER, Breach
from argmap.reviews.comment.part import Part
from argmap.reviews.result import Review
from argmap.reviews.together import as_counted, replacements
from argmap.reviews.verdict_told import NOTHING, UNARGUED, verdict
from argmap.wording.counts import counted
from argmap.wording.lists import listed
from argmap.wording.markdown_text import code

NAMED = 2
"""What breaks a condition, that is named; the others are counted."""

BROKEN = 6
"""Breaches of the policy that are named."""

TOLD = frozenset(
    {
        "flip", "fall", "motion", "unanswered", "conceded", "suppressed", "lock-edited", "accepted", "quote-altered",
        "snapshot-changed", "unreadable",
    }
)  # fmt: skip
"""Conditions that the verdict or a point tells of, with the names of what breaks them."""

COUNTED = 4
"""Kinds of change that the first line counts."""


def opening(part: Part, settings: Sequence[str] = ()) -> str:
    """The first sentence on a debate, beside changed settings."""
    if part.review is None:
        fault = part.faults[0] if part.faults else None
        where = f": {code(fault.span.file)}, line {fault.span.line}, column {fault.span.column}" if fault else ""
        return f"**Cannot be compared{where}.**"
    if part.is_unchanged:
        return f"**{UNARGUED if settings else NOTHING}.**"
    counts = "" if part.review.born or part.review.gone else numbers(part.review)
    return f"**{verdict(part.review, code)}**" + (f" {counts}." if counts else "")


def overall(parts: Sequence[Part], settings: Sequence[str] = ()) -> str:
    """The first sentence of a comment on several debates, or on none."""
    changed = [part for part in parts if not part.is_unchanged]
    if not changed:
        return f"**{UNARGUED if settings else NOTHING}.**"
    unread = sum(not part.is_readable for part in changed)
    flips = sum(any(flip.is_resolution for flip in part.review.flips) for part in changed if part.review)
    said = [f"{counted(unread, 'debate')} cannot be compared" if unread else ""]
    said.append(f"resolutions flip in {counted(flips, 'debate')}" if flips else "no resolution flips")
    first = "; ".join(filter(None, said))
    return f"**{first[:1].upper()}{first[1:]}.** {counted(len(changed), 'debate')} changed."


def policy(names: Sequence[str], breaches: Iterable[tuple[str, Breach]]) -> str:
    """What the policy says: that it is kept, or what blocks the change, by what, in which debate."""
    found = [_broken(debate, breach) for debate, breach in breaches]
    if found:
        more = f"; and {len(found) - BROKEN:,} more" if len(found) > BROKEN else ""
        return f"Blocked by {'; '.join(found[:BROKEN])}{more}"
    return "Policy kept" if any(name != NEVER for name in names) else ""


def _broken(debate: str, breach: Breach) -> str:
    where = f" in {code(debate)}" if debate else ""
    by = f" ({listed(map(code, breach.by), most=NAMED)})" if breach.by and breach.condition not in TOLD else ""
    return f"{code(breach.condition)}{by}{where}"


def numbers(review: Review) -> str:
    """The changes in one line, by what they are."""
    kinds = Counter(map(counted_as, as_counted(review.changes, replacements(review))))
    told = [f"{counted(number, one, many)} {how}".strip() for (one, many, how), number in kinds.most_common()]
    more = sum(number for _, number in kinds.most_common()[COUNTED:])
    return ", ".join([*told[:COUNTED], *([f"{counted(more, 'other change')}"] if more else [])])


def counted_as(change: Change) -> tuple[str, str, str]:
    """What a change is counted as: one of it, several of it, what was done."""
    if change.kind in (Kind.ADDED, Kind.REMOVED, Kind.REPLACED, Kind.RENAMED, Kind.REWORDED, Kind.EDITED):
        if change.subject == "debate":
            return "field", "fields", f"of the debate {change.kind}"
        return change.subject, "criteria" if change.subject == "criterion" else f"{change.subject}s", str(change.kind)
    if change.kind in (Kind.RETARGETED, Kind.TURNED, Kind.MOVED):
        return "statement", "statements", str(change.kind)
    if change.kind in (Kind.EVIDENCE_ADDED, Kind.EVIDENCE_REMOVED, Kind.EVIDENCE_EDITED):
        return "piece of evidence", "pieces of evidence", str(change.kind).removeprefix("evidence ")
    thing, _, how = done(change).partition(" ")
    return thing.removesuffix("s"), f"{thing.removesuffix('s')}s", how
