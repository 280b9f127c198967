"""A debate as records: what is compared, and what edits are made to.

A record is a statement, a position, a source or the header with its fields by name; a field that has its default is
left out. What has no order in the argument (a statement's evidence, premises, comparisons, contradictions,
suppressions) is kept in a canonical one, and where records stand in their files is not kept at all, so that two
debates say the same exactly if their records are equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from argmap.model import (
    Claim,
    Comparison,
    Debate,
    DebateHeader,
    Evidence,
    Position,
    PositionHeader,
    Rebuttal,
    Source,
    SourceNotes,
    Statement,
    StepPremise,
    Support,
)
from argmap.model.change import Subject

Record = dict[str, Any]
"""Fields by name. A statement also has its `type` and its `position` ("" for a resolution); a source has argmap's
notes as `custom.…`."""

Key = tuple[Subject, str]
Records = dict[Key, Record]

HEADER: Key = ("debate", "")
UNORDERED = frozenset({"contradicts", "premises", "outweighs", "excludes", "evidence", "ignore", "custom.ignore"})
"""Fields that hold a set of elements, each of which comes and goes by itself."""

GRADES = ("custom.reliability", "custom.credibility")
"""The two halves of a source's grade, which a reader is told as one."""

TYPES: dict[str, type[Claim] | type[Support] | type[Rebuttal]] = {
    "claim": Claim,
    "support": Support,
    "rebuttal": Rebuttal,
}
_LEFT_OUT = frozenset({"id", "resolutions", "positions", "sources", "arguments", "custom"})


def records_of(debate: Debate) -> Records:
    """Every record of a debate; two debates that say the same have equal records."""
    every: Records = {HEADER: header_record(debate)}
    every |= {("position", position.id): position_record(position) for position in debate.positions}
    position_of = debate.position_of
    for id, statement in debate.statements.items():
        every["statement", id] = statement_record(statement, position_of.get(id))
    every |= {("source", id): source_record(source) for id, source in debate.sources.items()}
    return every


def header_record(debate: Debate) -> Record:
    """What `debate.yaml` says beside the resolutions. The order of the sides matters, that of terms does not."""
    record = {"id": debate.id, **_fields(debate, DebateHeader)}
    if "sides" in record:
        record["sides"] = tuple(record["sides"].items())
    return record


def position_record(position: Position) -> Record:
    """What a position says of itself."""
    return _fields(position, PositionHeader)


def statement_record(statement: Statement, position: Position | None) -> Record:
    """A statement with its step, its type and the id of its position."""
    where = position.id if position else ""
    return {"type": type_of(statement), "position": where, **_fields(statement, type(statement))}


def source_record(source: Source) -> Record:
    """A source, its notes beside its other fields."""
    notes = {f"custom.{name}": value for name, value in _fields(source.custom, SourceNotes).items()}
    return {**_fields(source, Source), **notes}


def type_of(statement: Statement) -> str:
    """`claim`, `support` or `rebuttal`."""
    return type(statement).__name__.lower()


def _fields(value: BaseModel, model: type[BaseModel]) -> Record:
    found = {}
    for name, field in model.model_fields.items():
        if name not in _LEFT_OUT:
            held = getattr(value, name)
            if not _says_nothing(name, held, field.default):
                found[name] = in_order(held) if name in UNORDERED else held
    return found


def _says_nothing(name: str, held: Any, default: Any) -> bool:
    """Whether a field says what its absence says: its default in the same order, or an empty `risk: {}`."""
    if name == "sides":
        return bool(list(held.items()) == list(default.items()))  # which side comes first is a statement
    return bool(
        held == default
        or (
            default is None
            and isinstance(held, BaseModel)
            and not held.model_dump(exclude_none=True, exclude_defaults=True)
        )
    )


def in_order(elements: Iterable[Any]) -> tuple[Any, ...]:
    """The elements of a field that has no order, in a canonical one."""
    every = tuple(elements)
    return tuple(sorted(every, key=repr)) if len(every) > 1 else every


def debate_of(records: Mapping[Key, Record]) -> Debate:
    """The debate that records say. Values are taken as they are; the order in it is that of the mapping."""
    groups: dict[str, list[Statement]] = {}
    for (subject, id), record in records.items():
        if subject == "statement":
            groups.setdefault(record["position"], []).append(statement_of(id, record))
    positions = tuple(
        Position.model_construct(id=id, **record, arguments=tuple(groups.get(id, ())))
        for (subject, id), record in records.items()
        if subject == "position"
    )
    sources = {id: _source_of(id, record) for (subject, id), record in records.items() if subject == "source"}
    header = dict(records[HEADER])
    if "sides" in header:
        header["sides"] = dict(header["sides"])
    values: dict[str, Any] = {**header, "resolutions": tuple(groups.get("", ()))}
    return Debate.model_construct(**values, positions=positions, sources=sources)


def statement_of(id: str, record: Record) -> Statement:
    """The statement that a record says; fields that its type has not are left out."""
    model = TYPES[record["type"]]
    return model.model_construct(id=id, **{name: v for name, v in record.items() if name in model.model_fields})


def _source_of(id: str, record: Record) -> Source:
    notes = {name.removeprefix("custom."): v for name, v in record.items() if name.startswith("custom.")}
    own = {name: v for name, v in record.items() if not name.startswith("custom.")}
    return Source.model_construct(id=id, **own, custom=SourceNotes.model_construct(**notes))


Names = Mapping[Key, str]
"""New ids by what is renamed."""


def renamed(records: Mapping[Key, Record], names: Names) -> Records:
    """The records with ids, and everything that refers to them, under their new names."""
    return {(key[0], names.get(key, key[1])): with_renamed_references(record, names) for key, record in records.items()}


def with_renamed_references(record: Record, names: Names) -> Record:
    """A record whose references to what is renamed follow."""
    return {name: follow(name, value, names) for name, value in record.items()} if names else record


def renamed_element(field: str, element: Any, names: Names) -> Any:
    """One element of a field that has no order, with its reference renamed."""
    if isinstance(element, StepPremise):
        return StepPremise(step=names.get(("statement", element.step), element.step))
    if field in ("premises", "contradicts", "excludes"):
        return names.get(("statement", element), element)
    if isinstance(element, Comparison):
        return element.model_copy(update={"over": names.get(("statement", element.over), element.over)})
    if isinstance(element, Evidence):
        return element.model_copy(update={"source": names.get(("source", element.source), element.source)})
    return element


def follow(field: str, value: Any, names: Names) -> Any:
    """The value of a field, its references renamed."""
    if field in UNORDERED:
        return in_order(renamed_element(field, element, names) for element in value)
    subject: Subject | None = {
        "of": "statement",
        "undercuts": "statement",
        "position": "position",
        "criterion": "criterion",
        "custom.via": "source",
    }.get(field)  # type: ignore[assignment]
    if field in ("recommendation", "risk") and value is not None and value.option:
        option = names.get(("statement", value.option), value.option)
        return value if option == value.option else value.model_copy(update={"option": option})
    if field == "criteria":
        return tuple(each.model_copy(update={"id": names.get(("criterion", each.id), each.id)}) for each in value)
    return names.get((subject, value), value) if subject else value
