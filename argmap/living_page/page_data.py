"""What the living page knows of a debate, as plain data: `script/data.js` describes the same for the script.

Statements and bare steps are numbered in the order of the debate, and refer to one another by number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from argmap.citations.csl_markup import without_tags
from argmap.documents.lines import sentence
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.value_rankings import Hearing
from argmap.model import Claim, Evidence, Rebuttal, Source, Statement
from argmap.model.values import size_told
from argmap.prose.naming import ToldDebate
from argmap.prose.settling import settles
from argmap.wording.calendar_words import long_date
from argmap.wording.markdown_text import address
from argmap.wording.sentences import capital

MOST_PAIRS = 20_000
"""What an audience weighs, pair by pair: an audience with more pairs than this would fill the page, and is left out."""


@dataclass(frozen=True)
class Linked:
    """A document beside the page: its name, where it is, what it is for, and its other formats with their places."""

    name: str
    href: str
    about: str = ""
    formats: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Surroundings:
    """What stands around a page: where statements are written, and what was built beside it."""

    lines: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """The file and line of each statement: `positions/escalation.yaml`, 31."""
    base: str = ""
    """The address below which these files stand, where the repository's is known."""
    memo: str = ""
    """The brief that has an anchor for each statement."""
    briefs: tuple[Linked, ...] = ()
    maps: tuple[Linked, ...] = ()
    live: str = ""
    """Where a server tells of a later version; the page then loads anew."""


def page_data(ev: Evaluation, around: Surroundings, start: str | None = None) -> dict[str, Any]:
    """Everything that the page shows or works out; it opens at the statement `start`."""
    debate = ev.debate
    number = {id: n for n, id in enumerate(debate.statements)}
    source_number = {id: n for n, id in enumerate(debate.sources)}
    kept = {file: n for n, file in enumerate(dict.fromkeys(file for file, _ in around.lines.values()))}
    lines = {id: [kept[file], line] for id, (file, line) in around.lines.items()}
    told = ToldDebate(ev)
    settled = {claim.id: sentence(settles(told, claim, named=True)) for claim in debate.resolutions}
    nodes = [
        _plain({**_wiring(ev, statement, number), **_words(ev, statement),
                "line": lines.get(id), "settledBy": settled.get(id),
                "evidence": [_evidence(each, source_number) for each in statement.evidence]})
        for id, statement in debate.statements.items()
    ]  # fmt: skip
    return _plain({
        "size": size_told(len(debate.statements), debate.bare_steps, len(debate.positions)),
        "id": debate.id, "title": debate.title, "question": debate.question, "start": start,
        "asOf": long_date(debate.as_of) if debate.as_of else None, "memo": around.memo,
        "sides": list(debate.sides.values()), "sideWords": [id.capitalize() for id in debate.sides],
        "positions": [_plain({"id": each.id, "name": each.name, "kind": each.kind, "size": len(each.arguments)})
                      for each in debate.positions],
        "sources": [_plain(_source(ev, source)) for source in debate.sources.values()],
        "audiences": list(_audiences(told, number)), "nodes": nodes, "files": [*kept], "base": around.base,
        "briefs": [_linked(each) for each in around.briefs], "maps": [_linked(each) for each in around.maps],
    })  # fmt: skip


def _plain(found: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty: the script takes what is not there for that."""
    return {key: value for key, value in found.items() if value not in (None, "", []) and value is not False}


def _wiring(ev: Evaluation, statement: Statement, number: Mapping[str, int]) -> dict[str, Any]:
    """What the evaluation needs of a statement."""
    id, debate = statement.id, ev.debate
    place = ev.framework.statement_numbers.get(id)
    found: dict[str, Any] = {
        "isResolution": id in debate.resolution_ids,
        "leans": place is not None and not ev.framework.given[place] and id not in debate.resolution_ids,
        "isUndeveloped": statement.undeveloped and not statement.evidence,
        "isWeighed": place is not None and ev.framework.weighed[place],
        "contradicts": [number[other] for other in ev.graph.contradictions.get(id, ())],
    }
    if isinstance(statement, Claim):
        return {"kind": "claim", **found}
    kind = "support" if not isinstance(statement, Rebuttal) else "undercutter" if statement.undercuts else "rebuttal"
    return {
        "kind": kind, **found, "target": number[statement.target],
        "premises": [number[each] for each in statement.needed],
        "stepPremises": [number[each] for each in statement.needed_steps],
        "outweighs": [[number[each.over], each.because] for each in ev.graph.weighings.get(id, ())],
        "isFirst": id in ev.graph.first,
    }  # fmt: skip


def _words(ev: Evaluation, statement: Statement) -> dict[str, Any]:
    """What a reader sees of it."""
    id, sides = statement.id, [*ev.debate.sides]
    side = ev.graph.sides.get(id)
    turn = isinstance(statement, Rebuttal) and statement.turn
    measured = None if id in ev.debate.resolution_ids else ev.strengths  # its own would follow how many were listed
    strength = measured.worth(id) if measured else None
    return {
        "id": id, "text": statement.text, "short": statement.short if isinstance(statement, Claim) else None,
        "side": None if side is None else 1 if side == sides[0] else -1,
        "role": f"{turn} turn".replace("-", " ") if turn else (statement.role or "").replace("-", " "),
        "strength": None if strength is None else round(strength, 2),
    }  # fmt: skip


def _evidence(evidence: Evidence, source_number: Mapping[str, int]) -> dict[str, Any]:
    return _plain({
        "source": source_number.get(evidence.source, -1), "grade": evidence.grade, "why": evidence.why,
        "at": evidence.at, "saidBy": evidence.said_by, "quote": evidence.quote or evidence.card, "says": evidence.says,
    })  # fmt: skip


def _source(ev: Evaluation, source: Source) -> dict[str, Any]:
    doi = f"https://doi.org/{source.DOI}" if source.DOI else None
    return {
        "called": ev.called.get(source.id, source.id), "title": source.title and without_tags(source.title),
        "date": source.date,
        "url": address(source.URL or doi or ""), "grade": source.grade, "why": source.custom.why,
    }  # fmt: skip


def _audiences(told: ToldDebate, number: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """What each audience does to the debate: the attacks that fail with it, and what it weighs."""
    hearing = Hearing(told.ev)
    for audience, order in told.debate.audiences.items():
        heard = hearing.ruling(order)
        pairs = heard.heavier_pairs(MOST_PAIRS)
        if pairs is not None:
            weighed: dict[str, list[str]] = {}
            for one, other in pairs:
                weighed.setdefault(one, []).append(other)
            yield {
                "id": audience, "name": capital(told.named(audience)), "ranking": [*map(told.named, order)],
                "failed": [[number[one], number[other]] for one, other in heard.failed],
                "heavier": [[number[one], *map(number.__getitem__, others)] for one, others in weighed.items()],
            }  # fmt: skip


def _linked(each: Linked) -> dict[str, Any]:
    return _plain({"name": each.name, "href": each.href, "about": each.about, "formats": [*map(list, each.formats)]})
