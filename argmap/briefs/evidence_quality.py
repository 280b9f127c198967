"""How good the evidence is: how many independent sources speak, whose word they are, and how far each was read."""

from __future__ import annotations

from collections import Counter

from argmap.briefs import queries
from argmap.briefs.evidence_limits import at_second_hand
from argmap.briefs.selected_debate import SelectedDebate
from argmap.briefs.shared_parts import heading
from argmap.documents.document import Block, Line, Paragraph, Row, Table
from argmap.documents.lines import line, phrase
from argmap.model import Claim, Source
from argmap.wording.lists import listed
from argmap.wording.sentences import capital


def quality(s: SelectedDebate) -> list[Block]:
    """The section of the memo: a row for each option; nothing where no source is cited."""
    if not s.cited(s.scope):
        return []
    head = ("Option", "Sources", "Independent", "Of a party", "Said, not found", "Confidence")
    rows = tuple(Row(_row(s, option)) for option in s.first_options)
    note = (
        "Sources that relay one report are one independent source. “Said, not found” counts what a source relays of "
        "somebody’s words."
    )
    title = heading(2, "How good the evidence is", "_evidence")
    return [title, Table("What speaks for and against each option", head, rows), Paragraph(line(note), "note"),
            *at_second_hand(s), *_parties(s)]  # fmt: skip


def _row(s: SelectedDebate, option: Claim) -> tuple[Line, ...]:
    ids = [id for id in queries.carriers(s.ev, [option.id]) if id in s.scope]
    cited = s.cited(ids)
    cites = [e for id in ids for e in s.debate.statements[id].evidence]
    numbers = (len(cited), len({_origin(x) for x in cited.values()}), sum(id in s.party_of for id in cited),
               sum(e.said_by is not None for e in cites))  # fmt: skip
    level = option.confidence.level if option.confidence else "not rated"
    return line(capital(s.name(option.id))), *(line(str(n)) for n in numbers), line(capital(level))


def _origin(source: Source) -> str:
    """What a source goes back to: what it relays, or itself."""
    return source.custom.via or source.id


def _parties(s: SelectedDebate) -> list[Block]:
    """The parties whose word is cited, with how many sources each."""
    found = Counter(s.party_of[id] for id in s.cited(s.scope) if id in s.party_of)
    named = [f"{phrase(party)} ({n})" for party, n in found.most_common()]
    return [Paragraph(line(f"Sources of parties to the matter: {listed(named)}."))] if named else []
