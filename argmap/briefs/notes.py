"""Notes: whose word a sentence goes by, numbered as they come."""

from __future__ import annotations

import re

from argmap.briefs import queries
from argmap.briefs.selected_debate import SelectedDebate
from argmap.documents.document import Block, Item, Items, Line, Link, Ref, Run
from argmap.documents.lines import joined, line, phrase, when
from argmap.evaluation.reasons import voice
from argmap.model import Evidence, Source

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

NAMED = 2
"""How many sources a note names, the best first."""


class Notes:
    """The notes of one document. What two sentences go by is one note."""

    def __init__(self, s: SelectedDebate, most: int = NAMED) -> None:
        self._s, self._most = s, most
        self._found: dict[Line, int] = {}

    def mark(self, id: str) -> Line:
        """The figure of the note on a statement; nothing where no source is cited for it."""
        cited = grounds(self._s, id)[: self._most]
        if not cited:
            return ()
        note = line(joined(dict.fromkeys(by(self._s, each) for each in cited), "; "), ".")
        number = self._found.setdefault(note, len(self._found) + 1)
        return (Ref(str(number).translate(_RAISED), f"_note-{number}"),)

    def section(self, heading: Block) -> list[Block]:
        """All notes under a heading; nothing where there are none."""
        items = tuple(Item(note, (), f"_note-{number}") for note, number in self._found.items())
        return [heading, Items(items, numbered=True)] if items else []


def grounds(s: SelectedDebate, id: str) -> list[Evidence]:
    """What is cited for a statement, the best first; where nothing is, for what supports it."""
    said = s.debate.statements[voice(s.debate.statements[id])]
    found = queries.ranked(s.debate, said)
    if found:
        return found
    below = [queries.ranked(s.debate, each)[:1] for each in queries.considerations(s.ev, said.id, True)]
    return [evidence for each in below for evidence in each]


def by(s: SelectedDebate, evidence: Evidence) -> Line:
    """Whose word it is: `RAND, September 2023`; `Ann Roe, in The Herald, 2025`; and whether a party's."""
    source = s.debate.sources.get(evidence.source)
    who = f"{phrase(evidence.said_by)}, in " if evidence.said_by else ""
    if source is None:
        return line(who, evidence.source)
    party = s.party_of.get(source.id)
    words = named_with_day(s, source)
    cite = Link(words, source.URL) if source.URL else Run(words)
    return line(who, cite, f" (a party: {phrase(party)})" if party else "")


def named_with_day(s: SelectedDebate, source: Source) -> str:
    """`Doe, 3 March 2024`; `Doe, undated`."""
    return f"{named(s, source)}, {when(source.issued) if source.issued else 'undated'}"


def named(s: SelectedDebate, source: Source) -> str:
    """What a text calls a source, without the year."""
    return re.sub(r",?(?<!\s)\s+(\d{4}|n\.d\.)-?[a-z]*$", "", s.ev.called[source.id])
