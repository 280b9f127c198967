"""Debates with everything in them, and what people do to debates: for properties of comparisons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

from argmap.model import (
    Claim,
    Debate,
    Evidence,
    Position,
    Rebuttal,
    Source,
    SourceNotes,
    Statement,
    Support,
    Suppression,
)
from argmap.review.records import Record, Records, debate_of, records_of, renamed
from tests.strategies import build

Pick = Callable[[Sequence[Any]], Any]

WORDS = tuple("training inside would save time and lives because bases abroad lie far from front".split())  # noqa: SIM905


def text_of(pick: Pick) -> str:
    return " ".join(pick(WORDS) for _ in range(pick((3, 5, 8)))) + "."


def rich_debate(pick: Pick, max_statements: int = 8) -> Debate:
    """A random debate whose statements have texts of their own, evidence, suppressions and roles."""
    records = records_of(build(pick, max_statements))
    for n in range(3):
        notes = SourceNotes(reliability=pick("ABC"), credibility=pick("123"))
        records["source", f"source{n}"] = {
            "title": f"Source {n}",
            "issued": f"202{n}",
            "custom.reliability": notes.reliability,
        }
    for key, record in records.items():
        if key[0] == "statement" and "text" in record:
            record["text"] = text_of(pick)
            record |= _details(pick)
    return debate_of({key: {k: v for k, v in record.items() if v not in (None, ())} for key, record in records.items()})


def _details(pick: Pick) -> Record:
    quotes = (None, "verbatim words", "other words")
    evidence = tuple(
        Evidence(source=pick(("source", "source0", "source1")), quote=pick(quotes), grade=pick((None, "B2")))
        for _ in range(pick((0, 0, 1, 2)))
    )
    return {
        "evidence": tuple(sorted(evidence, key=repr)),
        "ignore": pick(((), (Suppression(rule="claim-no-evidence", reason="told"),))),
        "role": pick((None, "link", "impact")),
    }


def mutated(debate: Debate, pick: Pick, times: int) -> Debate:
    """The debate after some random work on it."""
    records = records_of(debate)
    for n in range(times):
        records = pick(MUTATIONS)(records, pick, n)
    return debate_of(records)


def _statements(records: Records) -> list[str]:
    return [key[1] for key, record in records.items() if key[0] == "statement" and "text" in record]


def rename(records: Records, pick: Pick, n: int) -> Records:
    subject, id = pick([key for key in records if key[0] in ("statement", "source", "position")])
    return renamed(records, {(subject, id): f"new{n}-{id}"})


def reword(records: Records, pick: Pick, n: int) -> Records:
    id = pick(_statements(records))
    words = records["statement", id]["text"].split()
    words[pick(range(len(words)))] = pick(WORDS)
    return {**records, ("statement", id): {**records["statement", id], "text": " ".join(words)}}


def add(records: Records, pick: Pick, n: int) -> Records:
    kind, target = pick(("support", "rebuttal")), pick(_statements(records))
    record = {"type": kind, "position": "p0", "of": target, "text": text_of(pick)}
    return {**records, ("statement", f"added{n}"): record, ("position", "p0"): records.get(("position", "p0"), {})}


def cite(records: Records, pick: Pick, n: int) -> Records:
    id = pick(_statements(records))
    record = records["statement", id]
    new = Evidence(source=pick([key[1] for key in records if key[0] == "source"]), says=text_of(pick))
    evidence = tuple(sorted((*record.get("evidence", ())[1:], new), key=repr))
    return {**records, ("statement", id): {**record, "evidence": evidence}}


def turn(records: Records, pick: Pick, n: int) -> Records:
    steps = [id for id in _statements(records) if records["statement", id].get("of")]
    if not steps:
        return records
    id = pick(steps)
    record = records["statement", id]
    turned = {"support": "rebuttal", "rebuttal": "support"}[record["type"]]
    return {**records, ("statement", id): {k: v for k, v in record.items() if k != "outweighs"} | {"type": turned}}


def move(records: Records, pick: Pick, n: int) -> Records:
    homes = [key[1] for key in records if key[0] == "position"]
    movable = [id for id in _statements(records) if records["statement", id]["position"]]
    if not movable:
        return records
    id = pick(movable)
    return {**records, ("statement", id): {**records["statement", id], "position": pick(homes)}}


MUTATIONS = (rename, reword, reword, add, cite, turn, move)


@st.composite
def versions(draw: st.DrawFn, changes: int = 4) -> tuple[Debate, Debate]:
    """A debate, and what became of it."""
    pick: Pick = lambda options: draw(st.sampled_from(list(options)))  # noqa: E731
    debate = rich_debate(pick)
    return debate, mutated(debate, pick, draw(st.integers(0, changes)))


def debate(*statements: Statement, resolutions: Sequence[Claim] = (), sources: Sequence[str] = ("report",)) -> Debate:
    """A small debate by hand: one position `case`, one resolution `act`."""
    return Debate(
        id="d",
        title="D",
        resolutions=tuple(resolutions) or (Claim(id="act", text="We should act."),),
        positions=(Position(id="case", arguments=statements),),
        sources={id: Source(id=id, title=id) for id in sources},
    )


__all__ = ["Claim", "Rebuttal", "Support", "debate", "mutated", "rich_debate", "versions"]
