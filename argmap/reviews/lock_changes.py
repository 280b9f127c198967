"""What a change does to the lock: what it accepts, and which entries can only have been written or removed by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.evidence.lock import Lock, Quote, ReviewedStep, link_of
from argmap.evidence.verification import quotes
from argmap.model import Claim, Debate
from argmap.model.change import Kind
from argmap.reviews.result import LockChanges, Review

Version = tuple[Debate, Lock]


def following(lock: Lock, debate: Debate, renamed: Mapping[str, str]) -> Lock:
    """The lock with the reviews of steps that were renamed by hand under their new names (`renamed`: new -> old)."""
    for new, old in renamed.items():
        if old in lock.links_of and new not in lock.links_of and old not in debate.statements:
            lock = lock.renamed(old, new)
    return lock


def lock_changes(before: Version, after: Version, renamed: Mapping[str, str]) -> LockChanges:
    """The steps accepted, and the statements whose entries were edited by hand, as they are called afterwards."""
    (was, old), (now, new) = before, after
    for name, called in renamed.items():
        old = old.renamed(called, name)
    added = sorted(new.links - old.links)
    accepted = {link.step for link in added if _fits(link, now)}
    known = {link.step: link for link in old.links}
    forged = {link.step for link in added if link.step not in accepted and not _fits(link, was, renamed)}
    dropped = {step for step in known if step not in new.links_of and _is_step(step, now)}
    of_quotes = {*_forged_quotes(old, new, was, now), *_dropped_quotes(old, new, now)}
    return LockChanges(
        accepted=tuple(sorted(accepted)),
        edited=tuple(sorted(forged | dropped | of_quotes)),
        is_removed=bool(old) and not new,
    )


def unreviewed(review: Review, lock: Lock) -> tuple[str, ...]:
    """The steps that are new, or of another kind or target, and that the lock does not have in these words."""
    kinds = (Kind.ADDED, Kind.REPLACED, Kind.TURNED, Kind.RETARGETED)
    ids = dict.fromkeys(c.id for c in review.changes if c.subject == "statement" and c.kind in kinds)
    debate = review.after.debate
    return tuple(id for id in ids if _is_step(id, debate) and link_of(debate, id) not in lock.links)


def _is_step(id: str, debate: Debate) -> bool:
    found = debate.statements.get(id)
    return found is not None and not isinstance(found, Claim)


def _fits(link: ReviewedStep, debate: Debate, names: Mapping[str, str] | None = None) -> bool:
    """Whether an entry is of the words that a debate has."""
    id = (names or {}).get(link.step, link.step)
    if not _is_step(id, debate):
        return False
    found = link_of(debate, id)
    return (found.own, found.target) == (link.own, link.target)


def _cited(debate: Debate) -> frozenset[tuple[str, str, str]]:
    return frozenset((quoted.place.statement, quoted.source, quoted.digest) for quoted in quotes(debate))


def _forged_quotes(old: Lock, new: Lock, was: Debate, now: Debate) -> Iterator[str]:
    """Statements with a new entry for a quote that they do not have, and did not have."""
    known = _cited(now) | _cited(was) if new.quotes - old.quotes else frozenset()
    return (quote.statement for quote in new.quotes - old.quotes if _key(quote) not in known)


def _dropped_quotes(old: Lock, new: Lock, now: Debate) -> Iterator[str]:
    """Statements that have lost the entry of a quote which they still have."""
    left = {_key(quote) for quote in new.quotes}
    gone = [quote for quote in old.quotes if _key(quote) not in left]
    cited = _cited(now) if gone else frozenset()
    return (quote.statement for quote in gone if _key(quote) in cited)


def _key(quote: Quote) -> tuple[str, str, str]:
    return quote.statement, quote.source, quote.quote
