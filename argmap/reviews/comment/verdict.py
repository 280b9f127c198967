"""The sentences that come first: whether a resolution flips, what the policy says, what there is in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from argmap.evaluation.framework import Label
from argmap.model.change import Change, Kind
from argmap.prose.standing import stands
from argmap.reviews.comment.consequence_text import labelled
from argmap.reviews.comment.gate import NEVER, Breach
from argmap.reviews.comment.part import Part
from argmap.reviews.result import Flip, Review
from argmap.wording.counts import counted
from argmap.wording.lists import listed
from argmap.wording.markdown_text import code, remark

NAMED = 4
"""Resolutions, and what breaks a condition, that a sentence names; it counts the others."""

BROKEN = 12
"""Breaches of the policy that are named."""

NOTHING = "Nothing changed in meaning: at most layout, order and comments."


def verdict(part: Part) -> str:
    """The first sentence on a debate, in bold, and what else a reader has to know at once."""
    if part.review is None:
        number = len(part.faults)
        return f"**It cannot be evaluated after this change: {counted(number, 'error')} to mend first.**"
    review = part.review
    if review.is_empty:
        return f"**{NOTHING}**"
    flips = [flip for flip in review.flips if flip.is_resolution]
    sentences = [f"**{_flipping(flips)}**", _staying(review), _coming(review), _others(review)]
    return " ".join(filter(None, sentences))


def overall(parts: Sequence[Part]) -> str:
    """The first sentence of a comment on several debates."""
    changed = [part for part in parts if not part.is_unchanged]
    if not changed:
        return f"**{NOTHING}**"
    flips = [flip for part in changed if part.review for flip in part.review.flips if flip.is_resolution]
    faulty = sum(part.review is None for part in parts)
    also = f" {counted(faulty, 'debate')} cannot be evaluated." if faulty else ""
    return f"**{_flipping(flips)}{also}** {counted(len(changed), 'debate')} changed of {len(parts)}."


def _flipping(flips: Sequence[Flip]) -> str:
    if not flips:
        return "No resolution flips."
    if len(flips) == 1:
        flip = flips[0]
        return f"A resolution flips: {code(flip.id)} {stands(flip.before).past} and {stands(flip.after).now}."
    told = [f"{code(flip.id)} ({labelled(flip.before)} → {labelled(flip.after)})" for flip in flips]
    return f"{len(flips)} resolutions flip: {listed(told, most=NAMED)}."


def _staying(review: Review) -> str:
    """How the resolutions stand that do not flip: `a` is still undecided, by label."""
    flipped = {flip.id for flip in review.flips}
    before, labels = review.before.debate.statements, review.after.labelling.labels
    kept: dict[Label, list[str]] = {}
    for claim in review.after.debate.resolutions:
        if claim.id not in flipped and review.renamed.get(claim.id, claim.id) in before:
            kept.setdefault(labels[claim.id], []).append(code(claim.id))
    return " ".join(f"Still {stands(label).badge}: {listed(ids, most=NAMED)}." for label, ids in kept.items())


def _coming(review: Review) -> str:
    """Resolutions that are new, and that are gone."""
    old, labels = review.before.debate.resolution_ids, review.after.labelling.labels
    kept = {review.renamed.get(claim.id, claim.id) for claim in review.after.debate.resolutions}
    new = [
        f"{code(claim.id)} ({labelled(labels[claim.id])})"
        for claim in review.after.debate.resolutions
        if review.renamed.get(claim.id, claim.id) not in old
    ]
    gone = [code(claim.id) for claim in review.before.debate.resolutions if claim.id not in kept]
    told = (("New resolution", new), ("No longer a resolution", gone))
    return " ".join(f"{what}: {listed(ids, most=NAMED)}." for what, ids in told if ids)


def _others(review: Review) -> str:
    number = sum(not flip.is_resolution for flip in review.flips)
    return f"{counted(number, 'other statement')} {'flips' if number == 1 else 'flip'}." if number else ""


def policy(names: Sequence[str], breaches: Iterable[tuple[str, Breach]]) -> str:
    """What the policy says: whether it is kept, or which of its conditions are broken, by what, in which debate."""
    found = [_broken(debate, breach) for debate, breach in breaches]
    if found:
        more = f"; and {len(found) - BROKEN:,} more" if len(found) > BROKEN else ""
        return f"**Policy broken**: {'; '.join(found[:BROKEN])}{more}."
    asked = [name for name in names if name != NEVER]
    return f"Policy kept: {', '.join(map(code, asked))}." if asked else ""


def _broken(debate: str, breach: Breach) -> str:
    where = f" in {code(debate)}" if debate else ""
    return f"{code(breach.condition)} by {listed(map(code, breach.by), most=NAMED)}{where}"


def numbers(review: Review) -> str:
    """The changes in one line, by what they are."""
    kinds = Counter(map(_group, review.changes))
    told = [f"{counted(number, one, many)} {done}".strip() for (one, many, done), number in kinds.items()]
    if review.newly_unanswered:
        told.append(f"{counted(len(review.newly_unanswered), 'rebuttal')} newly unanswered")
    if review.newly_answered:
        told.append(f"{counted(len(review.newly_answered), 'rebuttal')} newly answered")
    return ", ".join(told)


def _group(change: Change) -> tuple[str, str, str]:
    """What a change is counted as: one of it, several of it, what was done."""
    if change.kind in (Kind.ADDED, Kind.REMOVED, Kind.RENAMED, Kind.REWORDED, Kind.EDITED):
        one = "field" if change.subject == "debate" else change.subject
        return one, f"{one}s", f"{'of the debate ' if one == 'field' else ''}{change.kind}"
    if change.kind in (Kind.RETARGETED, Kind.TURNED, Kind.MOVED):
        return "statement", "statements", str(change.kind)
    if change.kind in (Kind.EVIDENCE_ADDED, Kind.EVIDENCE_REMOVED, Kind.EVIDENCE_EDITED):
        return "piece of evidence", "pieces of evidence", str(change.kind).removeprefix("evidence ")
    thing, _, done = str(change.kind).partition(" ")
    return thing, thing if thing.endswith("s") or thing == "weighing" else f"{thing}s", done


def notes(part: Part) -> Iterator[str]:
    """What a reader should know about the comparison, a line each."""
    yield from (f"> {remark(note)}" for note in part.notes)
