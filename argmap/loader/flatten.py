"""From nesting to a flat list: each statement on its own, with the `of` or `undercuts` that its place gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from argmap.diagnostics import Note
from argmap.loader.faults import Faults
from argmap.loader.nodes import AnyNode, MappingNode, SequenceNode, is_damaged
from argmap.loader.vocabulary import NESTS, keys
from argmap.loader.words import nearest, one_of
from argmap.model import Claim

TYPES = ("claim", "support", "rebuttal")


@dataclass(slots=True, eq=False)
class Record:
    """One statement as it stands in a file, before it is validated."""

    type: str
    """claim, support or rebuttal; empty where the statement does not say it, or says what cannot be here."""
    node: MappingNode
    name: AnyNode
    """The node that names it: the value of its first key."""
    data: dict[str, Any]
    lost: bool
    """Whether it cannot be part of the debate: it has no type, its id is taken, or what it hangs below is lost."""
    conflict: bool = False
    """Whether it names a target that its place contradicts."""

    @property
    def id(self) -> str | None:
        """What the type key names, where it names something."""
        id = self.name.data
        return id if isinstance(id, str) else None


@dataclass(frozen=True, slots=True)
class _Waiting:
    node: AnyNode
    parent: Record | None
    nest: str


def flatten(statements: SequenceNode, faults: Faults) -> Iterator[Record]:
    """Every statement of a list in file order, one before what answers to it.

    Whoever takes a record marks it `lost` where its id is taken already; what hangs below it is lost as well.
    """
    waiting = [_Waiting(node, None, "") for node in reversed(statements.items)]
    while waiting:
        next_ = waiting.pop()
        if not isinstance(next_.node, MappingNode):
            _no_statement(next_.node, faults)
            continue
        record = _record(next_.node, next_.parent, next_.nest, faults)
        yield record
        if not NESTS.keys().isdisjoint(record.node.entries):
            waiting.extend(reversed(list(_below(record, faults))))


def _no_statement(node: AnyNode, faults: Faults) -> None:
    if not is_damaged(node):
        help = "Write `- claim: ID`, `- support: ID` or `- rebuttal: ID`, and its keys below."
        faults.add("wrong-type", node.span, "a statement must be a mapping", help)


def _below(record: Record, faults: Faults) -> Iterator[_Waiting]:
    for key, (name, node) in record.node.entries.items():
        if key not in NESTS:
            continue
        if isinstance(node, SequenceNode):
            yield from (_Waiting(item, record, key) for item in node.items)
        elif node.data is not None:
            faults.add("wrong-type", name.span, f"`{key}` must be a list", "Begin each of them with `- `.")


def _record(node: MappingNode, parent: Record | None, nest: str, faults: Faults) -> Record:
    type, key = _type(node, nest, faults)
    data = {key: value for key, value in node.data.items() if key not in NESTS or (not value and _is_alien(type, key))}
    name = node.entries[key][1] if key else node
    record = Record(type, node, name, data, not type)
    if parent is not None and type:
        record.lost = parent.lost or parent.id is None
        _place(record, parent, nest, faults)
    return record


def _is_alien(type: str, key: str) -> bool:
    """Whether a list of answers has no place in this type of statement, so that the key itself is the fault."""
    return type == "claim" and key not in keys(Claim)


def _type(node: MappingNode, nest: str, faults: Faults) -> tuple[str, str | None]:
    """The type, empty where there is none that may stand here; and the key that names the statement."""
    given = [key for key in node.entries if key in TYPES]
    if not given:
        return "", _no_type(node, nest, faults)
    if len(given) > 1:
        span, note = node.entries[given[1]][0].span, Note(node.entries[given[0]][0].span, "it has one already")
        help = "Keep one. To answer another statement, write a statement of its own with `of:`."
        faults.add("two-types", span, f"a statement is not {one_of(given, 'and')} at once", help, (note,))
        return "", given[0]
    key = given[0]
    if next(iter(node.entries)) != key:
        help = f"Move `{key}: …` to the top of the statement, or let `argmap fmt` do it."
        faults.add("type-not-first", node.entries[key][0].span, f"`{key}` must be the first key", help)
    if nest and NESTS[nest][0] != key:
        want = NESTS[nest][0]
        message = f"only a {want} can stand below `{nest}`, and this is a {key}"
        help = f"Make it a {want}, or move it out of `{nest}`."
        faults.add("wrong-nesting", node.entries[key][0].span, message, help)
        return "", key
    return key, key


def _no_type(node: MappingNode, nest: str, faults: Faults) -> str | None:
    """Report it; the first key may be meant as the type."""
    first = next(iter(node.entries), None)
    if node.cut:
        return None
    span = node.entries[first][0].span if first else node.span
    near = nearest(first, TYPES) if first and len(first) < 20 else None
    want = f"`{NESTS[nest][0]}: ID`" if nest else "`claim: ID`, `support: ID` or `rebuttal: ID`"
    help = f"Did you mean `{near}`?" if near else f"Begin it with {want}."
    faults.add("missing-type", span, "a statement's first key must say what it is: claim, support or rebuttal", help)
    return first if near else None


def _place(record: Record, parent: Record, nest: str, faults: Faults) -> None:
    """Give a nested statement the target that its place means, and refuse one that says otherwise."""
    key = NESTS[nest][1]
    for stated in ("of", "undercuts"):
        if record.data.get(stated) is None or (stated == key and record.data[stated] == parent.id):
            continue
        if stated == "undercuts" and record.type == "support":
            continue  # Refused in its own words, wherever the support stands.
        note = (Note(parent.name.span, f"it stands below the {nest} of this"),)
        help = f"Delete this line, or move the statement out of `{nest}`."
        message = f"its place says already what it answers to, and this `{stated}` says otherwise"
        faults.add("two-targets", record.node.entries[stated][0].span, message, help, note)
        del record.data[stated]
        record.conflict = True
    if parent.id is not None:
        record.data[key] = parent.id
