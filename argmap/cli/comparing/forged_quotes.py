"""Entries of the lock that say a quote was found, although the text that the repository has of its source lacks it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.evidence.lock import Lock, Quote
from argmap.evidence.quotes.finding import Found, find
from argmap.evidence.quotes.normal import normal
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
    forged = frozenset(entry for entry, is_read in judged if is_read)
    unchecked = tuple(sorted(entry.source for entry, is_read in judged if not is_read))
    lock, review = review.after.lock, replace(review, lock=replace(review.lock, unchecked=unchecked))
    if not forged:
        return review
    edited = tuple(sorted({*review.lock.edited, *(entry.statement for entry in forged)}))
    after = replace(review.after, lock=Lock(lock.links, lock.quotes - forged, lock.others))
    return replace(review, after=after, lock=replace(review.lock, edited=edited))


def _judged(review: Review, head: Version, folder: Path) -> Iterator[tuple[Quote, bool]]:
    """The new entries whose quote the text of its source lacks, or has elsewhere, with True; with False those whose
    text is none that is plain."""
    known = {each._replace(statement="") for each in review.before.lock.quotes}
    new = [each for each in review.after.lock.quotes if each._replace(statement="") not in known]
    words = {(*quoted.key, quoted.digest): quoted.text for quoted in quotes(review.after.debate)} if new else {}
    text_of = cache(lambda source: _text(head, folder, source))
    for each in new:
        quote = words.get((each.statement, each.source, each.quote))
        text = text_of(each.source) if quote else None
        if quote and (text is None or not _is_where_it_says(each, quote, *text)):
            yield each, text is not None


def _is_where_it_says(entry: Quote, quote: str, digest: str, text: Normal) -> bool:
    """Whether a text has a quote, and has it where the entry says, if the entry is of the same text."""
    found = find(quote, text)
    return isinstance(found, Found) and (
        entry.snapshot != digest or (entry.start, entry.end) == (found.start, found.end)
    )


def _text(head: Version, folder: Path, source: str) -> tuple[str, Normal] | None:
    """The text of a source, and its digest; None where the repository has none that is plain."""
    for name, content in head.snapshots(folder, [file_stem(source)]).items():
        if name.lower().endswith(PLAIN):
            try:
                found = snapshot(name, content)
            except Unreadable:
                return None
            return found.digest, normal(found.text)
    return None
