"""Which source or statement a debater means: `Smith 2020, p. 4` by author and year, a title, a text, an address."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from argmap.loader.near_words import kebab, short_id
from argmap.model import Source
from argmap.model.values import ID_PATTERN
from argmap.wording.near_misses import nearest
from argmap.wording.patterns import pattern

_LOCATOR = pattern(
    r"[\s,;:(]+((?:pp?|pages?|para(?:graph)?s?|paras?|sec(?:tion)?s?|ch(?:apter)?s?|fig(?:ure)?s?|table|vol|no|art"
    r"|min|at)\b\.?\s*§?\s*[\divxlc][^)]*|§+\s*\d[^)]*|\d+(?:\s*[-–]\s*\d+)?)\)?$",
    re.IGNORECASE,
)
_IS_LOCATOR = pattern(r"(?:pp?|pages?|para|sec(?:tion)?|ch(?:apter)?|fig(?:ure)?)\b\.?\s*\d.*|§.*", re.IGNORECASE)
_YEAR = pattern(r"(?<!\d)\d{4}(?!\d)")
_BETWEEN = pattern(r"(?<!\s)\s*;\s*(?:and\b\s*)?|(?<!\s)\s*\n\s*|,?(?<!\s)\s+(?:and|&|-)\s+")
_AFTER_YEAR = pattern(r"(.*?(?<!\d)\d{4}[a-z]?)[,:;)]*\s+((?:\S+\s+)+\S+)")
_ADDRESS = pattern(r"[a-z]+://\S+|www\.[^\s.]+\.\S+|(?:doi:\s*)?10\.\d{4,9}/\S+", re.IGNORECASE)
_AROUND = "()<>[]{}\"'.,:;!?"
"""Marks before or behind an address that a text has in it."""
_CITE_MARKS = "@[]() \t"
_LONGEST_LOCATOR = 200
_MOST_WORDS = 6
"""A text of more words that names no known source is what a source says, not a citation."""


class Cited(NamedTuple):
    """What a text in the place of evidence may mean."""

    source: str
    at: str | None = None
    says: str | None = None


class Library:
    """The sources and statements of a debate, as far as they were read."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.sources = sources
        self.statements: dict[str, str] = {}
        """The statements that are known so far: their texts by their ids, empty for those that are read later."""
        self.written: Counter[str] = Counter()
        """How often each id of a statement stands after its type, in all files."""
        self.addresses: dict[str, dict[str, str]] = {}
        """The address or DOI of sources that are not there yet, by the ids that are proposed for them."""

    def find(self, text: str) -> str | None:
        """The id of the source that a text means; None where none is meant beyond doubt, or nearly."""
        plain = text.strip(_CITE_MARKS)
        found = list(dict.fromkeys(self._alike(plain)))
        if len(found) == 1:
            return found[0]
        return None if found else nearest(kebab(plain) or plain, self.sources)

    def _alike(self, text: str) -> Iterator[str]:
        name, year, address = kebab(text), _YEAR.search(text), _work_at(text) if is_address(text) else None
        for id, source in self.sources.items():
            is_titled = text.lower().rstrip(".") == (source.title or "").lower().rstrip(".")
            is_called = text == id or (name is not None and name == kebab(id))
            is_called = is_called or (address is not None and address in _works(source))
            is_of_year = year is not None and (source.date or "")[:4] == year[0]
            if is_titled or is_called or (is_of_year and _names(source, text)):
                yield id

    def statement(self, text: str) -> str | None:
        """The id of the statement that a text means: by the id in other letters, by its text, or by the words of it."""
        plain, words = _plain(text), set(_plain(text).split("-"))
        same = [id for id, said in self.statements.items() if plain in (id, _plain(said))]
        within = [id for id in self.statements if words.issuperset(id.split("-"))]
        most = max((id.count("-") for id in within), default=0)
        found = same or [id for id in within if id.count("-") == most]
        return found[0] if len(found) == 1 else None

    def expect(self, ids: Iterable[str]) -> None:
        """Let the ids be known that are in files which are yet to be read."""
        self.written = Counter(ids)
        self.statements = dict.fromkeys(self.written, "")

    def named(self, text: str) -> str | None:
        """The id that a word is, of a statement that is written somewhere, or nearly is."""
        word = text.strip()
        if word in self.statements:
            return word
        return nearest(word, self.statements) if re.fullmatch(ID_PATTERN, word) else None

    def words(self, text: str) -> list[str]:
        """The words of a text, if each is the id of a statement, or nearly; dashes and brackets are left out."""
        words = [word for each in text[:400].split() if (word := each.strip("[],")) not in ("", "-")]
        return words if all(map(self.named, words)) else []

    def free(self, id: str) -> str:
        """An id for a new statement: the one that is proposed, or one like it where that is taken."""
        tries = (id if number == 1 else f"{id}-{number}" for number in count(1))
        return next(each for each in tries if each not in self.statements)

    def form(self, text: str) -> dict[str, Any]:
        """The piece of evidence that a text cites, as it is written."""
        return {key: value for key, value in self.cited(text)._asdict().items() if value}

    def cited(self, text: str) -> Cited:
        """The source and the place in it that a text names; a source that is not there yet gets an id."""
        if is_address(text):
            return self._at_address(text.strip())
        head, place = _parted(text)
        if place and is_address(head):
            return self._at_address(head)._replace(at=place)
        words = (word.strip(_AROUND) for word in text.split() if "://" in word)
        if within := next(filter(is_address, words), None):
            return self._at_address(within)._replace(says=text.strip())
        if found := self.find(head):
            return Cited(found, place, self._words_after(head, found))
        if len(text.split()) > _MOST_WORDS or text.rstrip().endswith((".", "!", "?")):
            return Cited("ID", says=text.strip())
        return Cited(short_id(head) or "ID", place)

    def _words_after(self, head: str, found: str) -> str | None:
        """What is said after the author and year of a source; nothing where all of it is the source's title."""
        parted = _AFTER_YEAR.fullmatch(head)
        title = (self.sources[found].title or "") if found in self.sources else ""
        is_said = parted and head.lower() != title.lower() and self.find(parted[1]) == found
        return parted[2] if parted and is_said else None

    def citations(self, text: str) -> list[str]:
        """The citations of a text that has several, each with a year or by an id; else the text alone."""
        parts = _BETWEEN.split(text.strip())
        is_each = all(_YEAR.search(part) or part.strip() in self.sources for part in parts)
        return parts if is_each else [text]

    def _at_address(self, address: str) -> Cited:
        """The source at an address or with a DOI, under a new id where there is none."""
        if found := self.find(address):
            return Cited(found)
        from argmap.bibliography.same_work import doi_of

        is_doi = "://" not in address and doi_of({"DOI": address})
        host = urlsplit(address if "://" in address else f"//{address}").netloc.removeprefix("www.")
        named = kebab(f"doi-{is_doi}" if is_doi else host) or "ID"
        form = {"DOI": is_doi} if is_doi else {"URL": address}
        ids = (named if number == 1 else f"{named}-{number}" for number in count(1))
        free = next(id for id in ids if id not in self.sources and self.addresses.get(id, form) == form)
        self.addresses[free] = form
        return Cited(free)


def is_address(text: str) -> bool:
    """Whether a text is the address of a page or a DOI, and nothing else."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def _work_at(address: str) -> str:
    from argmap.bibliography.same_work import doi_of, same_address

    return doi_of({"DOI": address}) or same_address(address)


def _works(source: Source) -> list[str]:
    """The DOI and the address of a source, in the form that `_work_at` gives them."""
    return [_work_at(each) for each in (source.DOI, source.URL) if each]


def _plain(text: str) -> str:
    return kebab(text) or ""


def is_locator(text: str) -> bool:
    """Whether a text is a place in a source, such as `p. 4`."""
    return _IS_LOCATOR.fullmatch(text.strip()) is not None


def _parted(text: str) -> tuple[str, str | None]:
    """A citation and the place in the source; a number is one only after a year."""
    plain = text.strip(_CITE_MARKS)
    found = _LOCATOR.search(plain, max(len(plain) - _LONGEST_LOCATOR, 0))
    if not found or (found[1][0].isdigit() and not _YEAR.search(text[: found.start()])):
        return plain, None
    return plain[: found.start()].strip(), found[1].strip()


def _names(source: Source, text: str) -> bool:
    """Whether a text has the name of the first author, or of the publisher where there is none."""
    names = [source.author[0].short] if source.author else [source.publisher or source.container_title or ""]
    return any(name and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) for name in names)
