"""Where some changes are made and others are not: what still hangs together.

An added answer may lack what it answers to, a removed statement may leave answers behind. These say nothing as long as
the other changes are not made, so they are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from argmap.model import ALL, Premise
from argmap.reviews.records import Record


def connected(every: Mapping[str, Record]) -> dict[str, Record]:
    """The statements without steps that lack an end or a premise, and without references to what is not there."""
    kept, resting = dict(every), defaultdict[str, list[str]](list)
    for id, record in every.items():
        for end in _ends(record):
            resting[end].append(id)
    left = list(every)
    while left:
        id = left.pop()
        if id in kept and not _has_its_ends(kept[id], kept):
            del kept[id]
            left += resting[id]
    return {id: _with_known_references(record, kept) for id, record in kept.items()}


def _ends(record: Record) -> Iterator[str]:
    """The ids on which it depends whether a record has its ends."""
    yield from (id for field in ("undercuts", "of") if (id := record.get(field)))
    yield from (each if isinstance(each, str) else each.step for each in record.get("premises", ()))


def _has_its_ends(record: Record, kept: Mapping[str, Record]) -> bool:
    if record["type"] == "claim":
        return "text" in record
    undercuts = record.get("undercuts") if record["type"] == "rebuttal" else None
    target = kept.get(undercuts or record.get("of") or "")
    if target is None or (target["type"] == "claim" if undercuts else "text" not in target):
        return False
    premises = record.get("premises", ())
    return bool(premises or "text" in record) and all(_is_there(premise, kept) for premise in premises)


def _is_there(premise: Premise, kept: Mapping[str, Record]) -> bool:
    if isinstance(premise, str):
        return "text" in kept.get(premise, {})
    return _is_step(premise.step, kept)


def _is_step(id: str, kept: Mapping[str, Record]) -> bool:
    return id in kept and kept[id]["type"] != "claim"


def _with_known_references(record: Record, kept: Mapping[str, Record]) -> Record:
    if "contradicts" not in record and "outweighs" not in record:
        return record
    known = (id for id in record.get("contradicts", ()) if "text" in record and "text" in kept.get(id, {}))
    steps = (each for each in record.get("outweighs", ()) if each.over == ALL or _is_step(each.over, kept))
    return {**record, "contradicts": tuple(known), "outweighs": tuple(steps)}
