"""The quotes of a debate against the texts of its sources, and against what the lock says was found before.

Whether a quote stands in a text is `argmap.evidence.quotes`; here it is decided what that means for the debate: which
quotes are verified now, which were and have been edited since, and what the lock is to remember.
"""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from argmap.evidence.lock import Lock, Quote, digest
from argmap.evidence.quotes.normal import normal, normal_text
from argmap.model import Debate
from argmap.model.values import file_stem

if TYPE_CHECKING:
    from argmap.evidence.quotes.finding import Found, Refused
    from argmap.evidence.quotes.nearest import Effort, Miss

ENDINGS = (".txt", ".text", ".html", ".htm", ".xhtml", ".md", ".pdf")
"""The kinds of file that are read as the text of a source, the one that is taken first where it has several."""


class Place(NamedTuple):
    """Where a debate quotes: a statement, the number of one of its pieces of evidence from 0, and the key that holds
    the words, `quote` or `card`."""

    statement: str
    evidence: int
    key: str = "quote"

    @property
    def address(self) -> tuple[str | int, ...]:
        """Its route into the model."""
        return "statements", self.statement, "evidence", self.evidence, self.key


class Snapshot(NamedTuple):
    """The text of a source, as it was taken out of a file."""

    name: str
    """What the reader calls the file."""
    digest: str
    """Of the file's bytes."""
    text: str

    def where(self, offset: int) -> str:
        """A place of the text for a reader: its page where the text has pages (parted by form feeds), else its line."""
        pages = self.text.count("\f", 0, offset)
        if "\f" in self.text:
            return f"{self.name}, page {pages + 1}"
        line = self.text.count("\n", 0, offset) + 1
        return f"{self.name}:{line}" if self.name.endswith((".txt", ".text")) else f"{self.name}, text line {line}"


def file_of(source: str) -> str:
    """Where the text of a source is looked for, as advice names it."""
    return f"snapshots/{file_stem(source)}.txt"


def in_shell(source: str) -> str:
    """The option that gives a source its text, as it is typed."""
    return f"--text {shlex.quote(source)}=PATH"


class Quoted(NamedTuple):
    """A quote, or a card, with its place in the debate and its source."""

    place: Place
    source: str
    text: str

    @property
    def digest(self) -> str:
        """Of its words: not of how they are wrapped, nor of the shape of quotation marks and dashes."""
        return quote_digest(self.text)

    @property
    def key(self) -> tuple[str, str]:
        """What an entry of the lock goes by."""
        return self.place.statement, self.source


@lru_cache(maxsize=65_536)
def quote_digest(quote: str) -> str:
    """The digest of a quote's words."""
    return digest(normal_text(quote))


def quotes(debate: Debate) -> Iterator[Quoted]:
    """Every quote of a debate, and every card, in its order."""
    for id, statement in debate.statements.items():
        for number, evidence in enumerate(statement.evidence):
            if evidence.quote:
                yield Quoted(Place(id, number), evidence.source, evidence.quote)
            if evidence.card:
                yield Quoted(Place(id, number, "card"), evidence.source, evidence.card)


class Missing(NamedTuple):
    """A quote that is not in the text of its source: why not, where its words are there, and what is nearest."""

    snapshot: Snapshot
    refused: Refused | None = None
    miss: Miss | None = None
    is_cut_short: bool = False
    """Whether too much had been compared already to look for what is nearest."""

    @property
    def where(self) -> str:
        """The place of the text to look at."""
        at = self.miss or self.refused
        return self.snapshot.where(at.start) if at else self.snapshot.name


@dataclass(frozen=True)
class Verification:
    """What the texts that are there say of the quotes."""

    found: Mapping[Place, tuple[Snapshot, Found]] = field(default_factory=dict)
    missing: Mapping[Place, Missing] = field(default_factory=dict)
    is_cut_short: bool = False
    """Whether there were too many long quotes to look for what is nearest to each that is missing."""

    @cached_property
    def settled(self) -> Set[Place]:
        """The quotes that were looked for in a text."""
        return self.found.keys() | self.missing.keys()


def verify(debate: Debate, snapshots: Mapping[str, Snapshot]) -> Verification:
    """Look for each quote in the text of its source, where there is one (`snapshots`, by the source's id).

    A text is prepared once for all of its quotes, and let go before the next.
    """
    from argmap.evidence.quotes.nearest import Effort

    found: dict[Place, tuple[Snapshot, Found]] = {}
    missing: dict[Place, Missing] = {}
    by_source: dict[str, list[Quoted]] = {}
    effort = Effort()
    for quote in quotes(debate):
        by_source.setdefault(quote.source, []).append(quote)
    for source, cited in by_source.items():
        if source in snapshots:
            _verify(cited, snapshots[source], found, missing, effort)
    return Verification(found, missing, effort.left <= 0)


def _verify(
    cited: list[Quoted],
    snapshot: Snapshot,
    found: dict[Place, tuple[Snapshot, Found]],
    missing: dict[Place, Missing],
    effort: Effort,
) -> None:
    from argmap.evidence.quotes.finding import Found, find
    from argmap.evidence.quotes.nearest import Index, nearest

    source, index = normal(snapshot.text), None
    for quote in cited:
        result = find(quote.text, source)
        if isinstance(result, Found):
            found[quote.place] = snapshot, result
            continue
        index = index or Index(source, effort)
        miss = nearest(quote.text, index)
        missing[quote.place] = Missing(snapshot, result, miss, miss is None and effort.left <= 0)


class QuoteStanding(StrEnum):
    """What the lock says of a quote."""

    VERIFIED = "verified"
    CHANGED = "changed since verified"
    UNVERIFIED = "unverified"


def standings(debate: Debate, lock: Lock) -> dict[Place, QuoteStanding]:
    """Of each quote, whether these words were found in its source, others were in their place, or neither.

    It was found where any entry has the same source and words: the statement may have been renamed or split since. It
    has changed where the statement has an entry for this source whose words it no longer quotes.
    """
    every = list(quotes(debate))
    left = _left_over(every, lock)
    result: dict[Place, QuoteStanding] = {}
    for quote in every:
        if (quote.source, quote.digest) in lock.seen:
            result[quote.place] = QuoteStanding.VERIFIED
        else:
            result[quote.place] = QuoteStanding.CHANGED if left[quote.key] else QuoteStanding.UNVERIFIED
    return result


def _left_over(every: list[Quoted], lock: Lock) -> Counter[tuple[str, str]]:
    """How many entries of a statement and source have words that it no longer quotes from there."""
    now = {(*quote.key, quote.digest) for quote in every}
    return Counter(
        (entry.statement, entry.source)
        for entry in lock.quotes
        if (entry.statement, entry.source, entry.quote) not in now
    )


def recorded(lock: Lock, debate: Debate, verification: Verification) -> Lock:
    """What the lock is to remember after a verification.

    What was found now, with its place. What was found before stays while there is no text to look into, and while
    other words stand in its place (so that the edit keeps being reported); it goes where the text that is there now
    has not got it, and where the statement quotes nothing more from the source.
    """
    every = list(quotes(debate))
    found = {_entry(quote, *verification.found[quote.place]) for quote in every if quote.place in verification.found}
    settled = {(*quote.key, quote.digest) for quote in every if quote.place in verification.settled}
    open_keys = {
        quote.key
        for quote in every
        if quote.place not in verification.found and (quote.source, quote.digest) not in lock.seen
    }
    now = {(*quote.key, quote.digest) for quote in every}
    kept = {
        entry
        for entry in lock.quotes
        if (key := (entry.statement, entry.source, entry.quote)) not in settled and (key in now or key[:2] in open_keys)
    }
    return Lock(lock.links, frozenset(found | kept | _moved(every, lock, verification)), lock.others)


def _entry(quote: Quoted, snapshot: Snapshot, found: Found) -> Quote:
    return Quote(*quote.key, quote.digest, snapshot.digest, found.start, found.end)


def _moved(every: list[Quoted], lock: Lock, verification: Verification) -> set[Quote]:
    """For quotes without a text now that another statement was verified with: the same entry under their statement."""
    seen = {(entry.source, entry.quote): entry for entry in sorted(lock.quotes)}
    moved = set[Quote]()
    for quote in every:
        entry = seen.get((quote.source, quote.digest))
        if entry and quote.place not in verification.settled:
            own = (e for e in lock.quotes_of.get(quote.key, ()) if e.quote == quote.digest)
            entry = next(own, entry)
            moved.add(Quote(*quote.key, entry.quote, entry.snapshot, entry.start, entry.end))
    return moved
