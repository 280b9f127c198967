"""Entries of the lock that say a quote was found, although the text that the repository has of its source lacks it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.evidence.lock import Lock, Quote
from argmap.evidence.quotes import Found, find, normal
from argmap.evidence.snapshots import Unreadable, snapshot
from argmap.evidence.verification import quotes
from argmap.model.values import file_stem

if TYPE_CHECKING:
    from argmap.cli.comparing.versions import Version
    from argmap.evidence.quotes.normal import Normal
    from argmap.reviews import Review

PLAIN = (".txt", ".text")
"""Texts that are read without a library: to review a stranger's change, nothing is taken out of his other files."""


def without_forged(review: Review, head: Version, folder: Path) -> Review:
    """The review with these entries out of the lock, and with their statements among those that a hand has edited; of
    new entries for other texts the sources are `unchecked`."""
    judged = list(_judged(review, head, folder))
    forged = frozenset(entry for entry, text in judged if text is not None)
    unchecked = tuple(sorted(entry.source for entry, text in judged if text is None))
    lock, review = review.after.lock, replace(review, lock=replace(review.lock, unchecked=unchecked))
    if not forged:
        return review
    edited = tuple(sorted({*review.lock.edited, *(entry.statement for entry in forged)}))
    after = replace(review.after, lock=Lock(lock.links, lock.quotes - forged, lock.others))
    return replace(review, after=after, lock=replace(review.lock, edited=edited))


def _judged(review: Review, head: Version, folder: Path) -> Iterator[tuple[Quote, Normal | None]]:
    """The new entries whose quote the text of its source lacks, with it; and those whose text is none that is plain."""
    known = {(each.source, each.quote, each.snapshot) for each in review.before.lock.quotes}
    new = [each for each in review.after.lock.quotes if (each.source, each.quote, each.snapshot) not in known]
    words = {(*quoted.key, quoted.digest): quoted.text for quoted in quotes(review.after.debate)} if new else {}
    text_of = cache(lambda source: _text(head, folder, source))
    for each in new:
        quote = words.get((each.statement, each.source, each.quote))
        text = text_of(each.source) if quote else None
        if quote and (text is None or not isinstance(find(quote, text), Found)):
            yield each, text


def _text(head: Version, folder: Path, source: str) -> Normal | None:
    """The text of a source; None where the repository has none that is plain."""
    for name, content in head.snapshots(folder, file_stem(source)).items():
        if name.lower().endswith(PLAIN):
            try:
                return normal(snapshot(name, content).text)
            except Unreadable:
                return None
    return None
