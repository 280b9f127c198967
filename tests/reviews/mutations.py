"""Debates with everything in them, and what people do to debates: for properties of comparisons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

from argmap.model import (
    Claim,
    Comparison,
    Debate,
    Evidence,
    Position,
    Rebuttal,
    Recommendation,
    Source,
    SourceNotes,
    Statement,
    Support,
    Suppression,
)
from argmap.model.csl.dates import read_date
from argmap.reviews.partial import connected
from argmap.reviews.records import HEADER, Key, Record, Records, debate_of, records_of, renamed
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
            "issued": read_date(f"202{n}"),
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
    """The debate after some random work on it; work that would leave a step without its ends is not done."""
    records = records_of(debate)
    for n in range(times):
        changed = pick(MUTATIONS)(records, pick, n)
        records = changed if is_whole(changed) else records
    return debate_of(records)


def is_whole(records: Records) -> bool:
    """Whether every step has what it answers to and its premises, and every reference something to refer to."""
    every = {key[1]: record for key, record in records.items() if key[0] == "statement"}
    left = connected(every)
    return {id: _given(record) for id, record in left.items()} == {id: _given(record) for id, record in every.items()}


def _given(record: Record) -> Record:
    return {name: value for name, value in record.items() if value not in (None, (), False, {})}


def with_fields(records: Records, key: Key, **fields: Any) -> Records:
    """The records with fields of one set, or taken out where they are None, empty or false."""
    return {**records, key: _given({**records[key], **fields})}


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


def _steps(records: Records) -> list[str]:
    return [key[1] for key, record in records.items() if key[0] == "statement" and record["type"] != "claim"]


def retitle(records: Records, pick: Pick, n: int) -> Records:
    """Work on the header."""
    option = pick([key[1] for key, r in records.items() if key[0] == "statement" and r["position"] == ""])
    fields = {
        "title": f"Title {n}", "question": pick((None, "Why?")), "terms": pick(({}, {"a": "b"}, {"a": "c"})),
        "values": pick(({}, {"v": "V"})), "audiences": pick(({}, {"x": ("v",)}, {"x": ("v", "w")})),
        "sides": pick((None, (("con", "Against"), ("pro", "For")))), "as_of": pick((None, "2026")),
        "recommendation": pick((None, Recommendation(option=option, because="Because."))),
    }  # fmt: skip
    name = pick(list(fields))
    return with_fields(records, HEADER, **{name: fields[name]})


def resource(records: Records, pick: Pick, n: int) -> Records:
    key = pick([key for key in records if key[0] == "source"])
    other = pick([key[1] for key in records if key[0] == "source"])
    fields = {"title": f"Source {n}", "custom.reliability": pick((None, "A", "B")), "custom.via": pick((None, other))}
    name = pick(list(fields))
    return with_fields(records, key, **{name: fields[name]})


def contradict(records: Records, pick: Pick, n: int) -> Records:
    one, other = pick(_statements(records)), pick(_statements(records))
    return with_fields(records, ("statement", one), contradicts=() if one == other else (other,))


def reconsider(records: Records, pick: Pick, n: int) -> Records:
    field = pick(("weigh", "undeveloped"))
    return with_fields(records, ("statement", pick(_statements(records))), **{field: pick((True, False))})


def outweigh(records: Records, pick: Pick, n: int) -> Records:
    steps = [id for id in _steps(records) if records["statement", id].get("of")]
    one = pick(steps) if steps else ""
    own = records.get(("statement", one), {})
    rivals = [
        id for id in steps
        if (r := records["statement", id]).get("of") == own.get("of") and r["type"] != own.get("type")
    ]  # fmt: skip
    over = (Comparison(over=pick(rivals), because="It is worse."),) if rivals else ()
    return with_fields(records, ("statement", one), outweighs=over) if steps else records


def premise(records: Records, pick: Pick, n: int) -> Records:
    claims = [id for id in _statements(records) if records["statement", id]["type"] == "claim"]
    steps = _steps(records)
    return with_fields(records, ("statement", pick(steps)), premises=(pick(claims),)) if steps else records


def step_only(records: Records, pick: Pick, n: int) -> Records:
    record = {"type": pick(("support", "rebuttal")), "position": "p0", "of": pick(_statements(records))}
    record["premises"] = (pick(_statements(records)),)
    return {**records, ("statement", f"bare{n}"): record, ("position", "p0"): records.get(("position", "p0"), {})}


def undercut(records: Records, pick: Pick, n: int) -> Records:
    steps = _steps(records)
    record = {"type": "rebuttal", "position": "p0", "undercuts": pick(steps or [""]), "text": text_of(pick)}
    home = {("position", "p0"): records.get(("position", "p0"), {})}
    return {**records, ("statement", f"cut{n}"): record, **home} if steps else records


def retarget(records: Records, pick: Pick, n: int) -> Records:
    steps = _steps(records)
    change = {"of": pick(_statements(records)), "undercuts": None, "outweighs": ()}
    return with_fields(records, ("statement", pick(steps)), **change) if steps else records


def resolve(records: Records, pick: Pick, n: int) -> Records:
    """A new resolution."""
    return {**records, ("statement", f"resolution{n}"): {"type": "claim", "position": "", "text": text_of(pick)}}


def swap(records: Records, pick: Pick, n: int) -> Records:
    one, other = pick(_statements(records)), pick(_statements(records))
    return renamed(records, {("statement", one): other, ("statement", other): one})


def remove(records: Records, pick: Pick, n: int) -> Records:
    """Take a statement out, and all that answered to it."""
    inside = [id for id in _statements(records) if records["statement", id]["position"]]
    gone = pick(inside or [""])
    every = {key[1]: record for key, record in records.items() if key[0] == "statement" and key[1] != gone}
    rest = {key: record for key, record in records.items() if key[0] != "statement"}
    return {**rest, **{("statement", id): _given(record) for id, record in connected(every).items()}}


MUTATIONS = (
    rename, reword, reword, add, cite, turn, move, retitle, resource, contradict, reconsider, outweigh, premise,
    step_only, undercut, retarget, resolve, swap, remove,
)  # fmt: skip


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
