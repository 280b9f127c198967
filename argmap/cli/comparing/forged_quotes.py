"""What a new entry of the lock is worth, which says that a quote was found: whether the repository has a text of the
source that is opened here, whether the quote stands in it, and whether that text was there before the change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
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


class _Worth(Enum):
    FORGED, UNCHECKED, ARRIVED = range(3)


def without_forged(review: Review, base: Version, head: Version, folder: Path, was: str | None) -> Review:
    """The review with those entries out of the lock whose quote is not where they say, and with their statements among
    those that a hand has edited; of new entries for texts that are not opened the sources are `unchecked`, of those for
    texts that come with the change `arrived`."""
    judged = list(_judged(review, (base, folder.parent / was if was else folder), (head, folder)))
    forged = frozenset(entry for entry, worth in judged if worth is _Worth.FORGED)
    unchecked, arrived = (
        tuple(sorted(entry.source for entry, worth in judged if worth is wanted))
        for wanted in (_Worth.UNCHECKED, _Worth.ARRIVED)
    )
    review = replace(review, lock=replace(review.lock, unchecked=unchecked, arrived=arrived))
    lock = review.after.lock
    if not forged:
        return review
    edited = tuple(sorted({*review.lock.edited, *(entry.statement for entry in forged)}))
    after = replace(review.after, lock=Lock(lock.links, lock.quotes - forged, lock.others))
    return replace(review, after=after, lock=replace(review.lock, edited=edited))


def _judged(
    review: Review, before: tuple[Version, Path], after: tuple[Version, Path]
) -> Iterator[tuple[Quote, _Worth]]:
    """The new entries that prove nothing: the text of the source lacks the quote or has it elsewhere, is none that is
    plain, or was not there before."""
    known = {each._replace(statement="") for each in review.before.lock.quotes}
    new = [each for each in review.after.lock.quotes if each._replace(statement="") not in known]
    words = {(*quoted.key, quoted.digest): quoted.text for quoted in quotes(review.after.debate)} if new else {}
    text_of = cache(lambda source: _text(*after, source))
    text_before = cache(lambda source: None if review.born else _text(*before, review.renamed.get(source, source)))
    for each in new:
        quote = words.get((each.statement, each.source, each.quote))
        text = text_of(each.source) if quote else None
        if quote and text is None:
            yield each, _Worth.UNCHECKED
        elif quote and text and not _is_where_it_says(each, quote, *text):
            yield each, _Worth.FORGED
        elif text and text[0] != (text_before(each.source) or [None])[0]:
            yield each, _Worth.ARRIVED


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
