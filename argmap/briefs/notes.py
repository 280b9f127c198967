"""Notes: whose word a sentence goes by, numbered as they come."""

from __future__ import annotations

import re

from argmap.briefs import queries
from argmap.briefs.selected_debate import SelectedDebate
from argmap.documents.document import Line, Link, NoteMark, Run
from argmap.documents.lines import joined, line, phrase, when
from argmap.evaluation.reasons import voice
from argmap.evaluation.weight import considerations
from argmap.model import Evidence, Source
from argmap.wording.sentences import capital

NAMED = 2
"""How many sources a note names, the best first."""


class Notes:
    """The notes of one document. What two sentences go by is one note."""

    def __init__(self, s: SelectedDebate, most: int = NAMED) -> None:
        self._s, self._most = s, most
        self.lines: list[Line] = []
        """All notes, in the order of their figures."""
        self._numbers: dict[Line, int] = {}
        self._parties: set[str] = set()

    def mark(self, id: str) -> Line:
        """The figure of the note on a statement; nothing where no source is cited for it."""
        cited = {_word_of(self._s, each): each for each in grounds(self._s, id)[: self._most]}
        if not cited:
            return ()
        words = joined(cited, "; ")
        if words not in self._numbers:
            self.lines.append(line(joined(map(self.by, cited.values()), "; "), "."))
            self._numbers[words] = len(self.lines)
        return (NoteMark(self._numbers[words]),)

    def by(self, evidence: Evidence) -> Line:
        """Whose word it is; where a source is first named, whether that of a party."""
        source = self._s.debate.sources.get(evidence.source)
        party = self._s.party_of.get(evidence.source)
        name = named(self._s, source) if source else ""
        is_told = name in self._parties
        self._parties |= {name} if party else set()
        whose = " (a party)" if name == party else f" (party: {phrase(party)})" if party else ""
        return line(_word_of(self._s, evidence), "" if is_told else whose)


def grounds(s: SelectedDebate, id: str) -> list[Evidence]:
    """What is cited for a statement, the best first; where nothing is, for what supports it."""
    said = s.debate.statements[voice(s.debate.statements[id])]
    found = queries.ranked(s.debate, said)
    if found:
        return found
    below = [queries.ranked(s.debate, each)[:1] for each in considerations(s.ev, said.id, True)]
    return [evidence for each in below for evidence in each]


def _word_of(s: SelectedDebate, evidence: Evidence) -> Line:
    """Whose word it is: `RAND, September 2023`; `Ann Roe, in The Herald, 2025`."""
    source = s.debate.sources.get(evidence.source)
    who = f"{capital(phrase(evidence.said_by))}, in " if evidence.said_by else ""
    if source is None:
        return line(who, evidence.source)
    words = named_with_day(s, source)
    cite = Link(words, source.URL) if source.URL else Run(words)
    return line(who, cite)


def named_with_day(s: SelectedDebate, source: Source) -> str:
    """`Doe, 3 March 2024`; `Doe, 2024a`, as it is cited where no more than years are known; `Doe, undated`."""
    name, years = _parted(s, source)
    if source.issued is None:
        return f"{name}, undated"
    is_exact = any(moment and (moment.month or moment.season) for moment in source.issued.span)
    return f"{name}, {when(source.issued) if is_exact or not years else years}"


def named(s: SelectedDebate, source: Source) -> str:
    """What a text calls a source, without the year."""
    return _parted(s, source)[0]


def _parted(s: SelectedDebate, source: Source) -> tuple[str, str]:
    """What a text calls a source, parted before its years: `Smyth`, `(1776) 1999`; `Doe`, `2020–2022b`."""
    called, date = s.ev.called[source.id], source.issued
    begin = re.escape(date.literal or (date.year or "").partition(" ")[0]) if date else r"n\.d\."
    years = rf"(?:\((?:ca\. )?\d[^()]*\) )?(?:ca\. )?{begin}(?:[–-]\d*)?(?: [A-Z. ]+)?-?[a-z]{{0,3}}"
    found = re.search(rf",?(?<!\s)\s+({years})$", called)
    return (called[: found.start()], found[1]) if found else (called, "")
