"""From nesting to a flat list: each statement on its own, with the `of` or `undercuts` that its place gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from argmap.loader.commas import SIGNS
from argmap.loader.faults import Advice, Faults, as_comment, beside, write
from argmap.loader.folder import HEADER
from argmap.loader.forms import LONGEST, as_mapping, flow, step_from
from argmap.loader.library import Library
from argmap.loader.near_words import quoted, short_id
from argmap.loader.nodes import AnyNode, MappingNode, ScalarNode, SequenceNode, goes_on, is_damaged, with_nothing
from argmap.loader.vocabulary import HELD, MERGES, NESTS, TYPES, keys
from argmap.model import Claim, Rebuttal, Support
from argmap.model.diagnostics import Edit, Note
from argmap.model.values import is_id
from argmap.wording.lists import every_one
from argmap.wording.near_misses import nearest
from argmap.wording.patterns import pattern

_TYPES = frozenset(TYPES)
STATEMENT_KEYS = frozenset(key for model in (Claim, Support, Rebuttal) for key in keys(model))
_NO_COLON = pattern(rf"([ ]*(?:{'|'.join(sorted(STATEMENT_KEYS))}))(?::[^\S \t\r\n]*+|[ ]*+[{SIGNS}][ ]*+)(?=\S)")
"""A key without the space after its colon, or with another sign for it: the whole is read as one text."""
SOMEWHERE = "x"
"""Stands in for the target of what hangs below a statement that has no id."""


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
    is_option: bool = False
    """Whether it is a resolution, below which nothing stands."""

    @property
    def id(self) -> str | None:
        """What the type key names, where it names something."""
        id = self.name.data
        return id if isinstance(id, str) else None

    @property
    def is_named(self) -> bool:
        """Whether that is an id; what hangs below a statement without one is lost, and no fault of its own."""
        return is_id(self.name.data)


class _Waiting(NamedTuple):
    node: AnyNode
    parent: Record | None
    nest: str


def flatten(statements: SequenceNode, faults: Faults, library: Library) -> Iterator[Record | None]:
    """Every statement of a list in file order, one before what answers to it; None for an item that is not a mapping.

    Whoever takes a record marks it `lost` where its id is taken already; what hangs below it is lost as well. Advice
    can name what `library` has.
    """
    waiting = [_Waiting(node, None, "") for node in reversed(_whole_items(statements, faults))]
    while waiting:
        next_ = waiting.pop()
        if not isinstance(next_.node, MappingNode):
            _no_statement(next_, faults, library)
            yield None
            continue
        record = _record(next_.node, next_.parent, next_.nest, faults, library)
        yield record
        if not HELD.keys().isdisjoint(record.node.entries):
            waiting.extend(reversed(list(_below(record, faults, library))))


def _whole_items(statements: SequenceNode, faults: Faults) -> list[AnyNode]:
    """The items of a list; one that a stray dash has torn is reported, and read as one."""
    found: list[AnyNode] = []
    for item in statements.items:
        above = found[-1] if found else None
        if not isinstance(item, MappingNode) or not isinstance(above, MappingNode) or not _is_torn(item, above):
            found.append(item)
            continue
        key = next(iter(item.entries.values()))[0]
        help = "Put two spaces in place of the dash before it: it belongs to the statement above."
        faults.add("missing-type", key.span, "a dash begins another statement, and this one has no type", help)
        above.entries |= item.entries
        above.data |= item.data
    return found


def _is_torn(item: MappingNode, above: MappingNode) -> bool:
    """Whether an item is the rest of the statement above: it has no type, and that one has."""
    keys = item.entries.keys()
    is_named = not keys.isdisjoint(TYPES) or above.entries.keys().isdisjoint(TYPES)
    return goes_on(item, above) and not is_named and keys <= STATEMENT_KEYS


def _no_statement(waiting: _Waiting, faults: Faults, library: Library) -> None:
    """Report an item that is a text, a list or nothing."""
    node, nest = waiting.node, waiting.nest or "arguments"
    if is_damaged(node):
        return
    message = "a statement must be a mapping"
    if node.data is None:
        faults.lack("wrong-type", node.span, message, "Delete this item, or write a statement here.")
        return
    advice = Advice("Delete this item, or write a statement here.")
    if isinstance(node, ScalarNode) and _NO_COLON.match(node.data or ""):
        message, advice = "a key ends with a colon and a space", _with_colons(node)
    elif isinstance(node, ScalarNode) and node.data is not None:
        between = node.document.text[max(node.start - 200, 0) : node.start].rstrip()[-1:] in ("[", ",")
        advice = (as_comment(node.data) if between else None) or _as_statement(node.data, nest, library)
    elif node.data:
        advice = _of_pair(node) or _between_braces(node) or Advice("Delete the first of the two `- `.")
    faults.add("wrong-type", node.span, message, advice)


def _of_pair(node: AnyNode) -> Advice | None:
    """A claim for `[its-id, What it says.]`."""
    source, data = node.document.text[node.start : node.end], node.data
    if (
        not isinstance(data, list)
        or not source.startswith("[")
        or len(data) != 2
        or not is_id(data[0])
        or not isinstance(data[1], str)
    ):
        return None
    return write(flow({"claim": data[0], "text": data[1]}))


def _between_braces(node: AnyNode) -> Advice | None:
    """Braces for the square brackets around the keys of a statement, `[claim: a, text: A.]`."""
    source = node.document.text[node.start : node.end]
    if not source.startswith("[") or not all(isinstance(item, MappingNode) for item in _items(node)):
        return None
    return write(f"{{{source[1:-1]}}}", at=node.span) if "{" not in source else None


def _as_statement(text: str, nest: str, library: Library) -> Advice:
    """What to write for a text, which may be the id of a statement, or a type that was not written to its end."""
    word = text.strip()
    if nest not in NESTS and word in library.statements:
        return Advice(f"Delete it: {word} is written elsewhere, and a statement stands in one place.")
    if nest not in NESTS and (type := _begun(word)) is not None:
        target = {} if type == "claim" else {"of": "ID"}
        return write(flow({type: "NAME", **target, "text": "…"}))
    return write(flow(as_mapping("arguments" if nest == "premises" else nest, text, library)))


def _begun(word: str) -> str | None:
    """The type of which a word is the beginning, or nearly is."""
    begun = [type for type in TYPES if len(word) > 1 and type.startswith(word.lower())]
    return begun[0] if begun else nearest(word.lower(), TYPES)


def _with_colons(node: ScalarNode) -> Advice:
    """A colon and a space after each key that begins a line of a text."""
    lines = node.document.text[node.start : node.end].splitlines(keepends=True)
    found = [_NO_COLON.match(line) for line in lines]
    mended = "".join(f"{key[1]}: {line[key.end() :]}" if key else line for key, line in zip(found, lines, strict=True))
    if len(lines) == 1:
        return write(mended, at=node.span)
    fix = (Edit(node.span, text=mended),) if all(found) else ()
    return Advice("End each key with a colon and a space: `claim: ID`.", fix)


def _below(record: Record, faults: Faults, library: Library) -> Iterator[_Waiting]:
    for key, (_, node) in record.node.entries.items():
        if key == "premises" and record.type in ("support", "rebuttal"):
            yield from (_Waiting(item, record, key) for item in _items(node) if _is_nested(item))
        if key not in NESTS:
            continue
        nest = _nest(record, key, faults)
        if isinstance(node, SequenceNode):
            yield from (_Waiting(item, record, nest) for item in _whole_items(node, faults))
        elif node.data is not None and not is_damaged(node):
            from argmap.loader.reshape import to_list

            found = to_list(nest, node, STATEMENT_KEYS.__contains__, library)
            faults.add("wrong-type", found.span, found.message, found.advice)


def _nest(record: Record, key: str, faults: Faults) -> str:
    """What a list of answers is: below a claim, which has no step, undercutters are rebuttals."""
    key_node, given = record.node.entries[key]
    if key != "undercutters" or record.type != "claim" or record.is_option or not given.data:
        return key
    message = f"{record.id} is a claim, and only the step of a support or rebuttal can be undercut"
    move = Advice("Move what stands here to `rebuttals:`.")
    faults.add(
        "undercuts-claim", key_node.span, message, move if "rebuttals" in record.node.entries else write("rebuttals")
    )
    return "rebuttals"


def _record(node: MappingNode, parent: Record | None, nest: str, faults: Faults, library: Library) -> Record:
    first = next(iter(node.entries), "")
    is_only_named = node.entries.keys() == {first} and library.written[str(node.data[first])] > 1
    if nest == "premises" and first in _LISTS and is_only_named:
        advice = write(flow({"step": node.data[first]}))
        faults.add("wrong-nesting", node.span, f"a premise names a {first} by its step", advice)
        return Record("", node, node, node.data, lost=True)
    if (
        nest == "premises"
        and first not in STATEMENT_KEYS
        and len(node.entries) == 1
        and library.written[str(node.data[first])]
    ):
        advice = write(str(node.data[first]))
        faults.add("wrong-type", node.span, "a statement that is written elsewhere is named by its id alone", advice)
        return Record("", node, node, node.data, lost=True)
    type, key = _type(node, nest, faults, library)
    if key is not None and node.entries.keys() == {key} and library.written[str(node.data[key])] > 1:
        _mention(node, key, nest, faults, library)
        return Record("", node, node, node.data, lost=True)
    data = {key: value for key, value in node.data.items() if key not in NESTS or (not value and _is_alien(type, key))}
    name = node.entries[key][1] if key else node
    if type in _LISTS and nest not in NESTS:
        _target_in_id(node, data, type, faults, library)
        _target_in_list(node, data, type, faults, library)
    record = Record(type, node, name, data, not type)
    if type != "claim" and "premises" in data:
        _name_premises(record)
    if parent is not None and type:
        record.lost = parent.lost or not parent.is_named
        if nest in NESTS:
            _place(record, parent, nest, faults)
    return record


_LISTS = {"support": "supports", "rebuttal": "rebuttals"}
"""Where the answers of a type stand."""


_TARGETED = pattern(
    r"([a-z0-9]++(?:-[a-z0-9]++)*+) *(?:-+>|=+>|\u2192|\(?(?<![\w-])(?:of|against|for|to)(?![\w-])|/) *([a-z0-9-]+)\)?"
)
"""An id, and after a sign or a small word what the statement answers."""


def _target_in_id(node: MappingNode, data: dict[str, Any], type: str, faults: Faults, library: Library) -> None:
    """Report a target behind the id, `rebuttal: too-dear -> plan`; and read it as it is meant."""
    value = node.entries[type][1]
    found = _TARGETED.fullmatch(value.data) if isinstance(value, ScalarNode) and value.data else None
    if found is None or not is_id(found[1]) or found[1] in library.statements or found[2] not in library.statements:
        return
    if not {"of", "undercuts"}.isdisjoint(data):
        return
    advice = beside(node, type, found[1], f"of: {found[2]}")._replace(fix=())
    faults.add("bad-id", value.span, f"an id is one word; what this {type} answers is its `of`", advice)
    value.data = node.data[type] = data[type] = found[1]
    data["of"] = found[2]


def _target_in_list(node: MappingNode, data: dict[str, Any], type: str, faults: Faults, library: Library) -> None:
    """Report a target that stands where the answers of its type do, `supports: plan`; and read it as it is meant."""
    key = _LISTS[type]
    if key not in node.entries or not {"of", "undercuts"}.isdisjoint(data):
        return
    name, value = node.entries[key]
    if not isinstance(value, ScalarNode) or value.data not in library.statements:
        return
    message = f"`{key}` are what answers to this {type}; what it answers itself is its `of`"
    faults.add("no-target", name.span, message, write("of"))
    data["of"] = value.data
    del node.entries[key], node.data[key]


def _mention(node: MappingNode, type: str, nest: str, faults: Faults, library: Library) -> None:
    """Report a statement of which nothing but the id stands here, since it is written elsewhere."""
    id = str(node.data[type])
    advice = Advice("Delete this item, or write another statement here.")
    if nest in NESTS:
        advice = write(flow(step_from(id, type, library)), "Write {}, a step from that statement.")
    elif nest:
        advice = write(id)
    faults.add("says-nothing", node.span, f"{id} is written elsewhere, and this only names it", advice)


def _items(node: AnyNode) -> Sequence[AnyNode]:
    return node.items if isinstance(node, SequenceNode) else ()


def _is_nested(premise: AnyNode) -> bool:
    """Whether a premise is a statement written in its place: a mapping, and not one that names a step."""
    return isinstance(premise, MappingNode) and (
        "step" not in premise.entries or not _TYPES.isdisjoint(premise.entries)
    )


def _name_premises(record: Record) -> None:
    """Put the id of each nested premise into its place. One without an id is reported where it stands."""
    listed, items = record.data["premises"], _items(record.node.entries["premises"][1])
    if not any(map(_is_nested, items)):
        return
    named = []
    for value, item in zip(listed, items, strict=True):
        if isinstance(item, MappingNode) and _is_nested(item):
            value = next((item.data[key] for key in TYPES if isinstance(item.data.get(key), str)), None)
        named.append(value)
        if value is None or (isinstance(value, str) and not is_id(value) and _is_nested(item)):
            named[-1], record.conflict = SOMEWHERE, True
    record.data["premises"] = named


def _is_alien(type: str, key: str) -> bool:
    """Whether a list of answers has no place in this type of statement, so that the key itself is the fault."""
    return type == "claim" and key not in keys(Claim)


def _type(node: MappingNode, nest: str, faults: Faults, library: Library) -> tuple[str, str | None]:
    """The type, empty where there is none that may stand here; and the key that names the statement."""
    _in_small_letters(node, faults)
    given = [key for key in node.entries if key in TYPES]
    if not given:
        return "", _no_type(node, nest, faults, library)
    if len(given) > 1:
        from argmap.loader.second_types import two_types

        two_types(node, given, faults, library)
        return "", given[0]
    key = given[0]
    if (advice := _inside_type(node, key)) is not None:
        message = f"the keys of a {key} stand beside `{key}`, not below it"
        faults.add("wrong-type", node.span, message, advice)
        return "", None
    if node.second is not None:
        from argmap.loader.second_types import second_of_type

        second_of_type(node, faults, library)
        return "", key
    if next(iter(node.entries)) not in (key, MERGES):
        help = f"Move `{key}: …` to the top of the statement, or let 'argmap fmt' do it."
        faults.add("type-not-first", node.entries[key][0].span, f"`{key}` must be the first key", help)
    if nest and HELD[nest] != key:
        want = HELD[nest]
        message = f"only a {want} can stand below `{nest}`; this is a {key}"
        advice = write(want, f"Write {{}}, or move it out of `{nest}`.")
        faults.add("wrong-nesting", node.entries[key][0].span, message, advice)
        return "", key
    return key, key


def _inside_type(node: MappingNode, key: str) -> Advice | None:
    """To take the keys of a statement out of a mapping below its type; None where there is none."""
    value = node.entries[key][1]
    if not isinstance(value, MappingNode) or not value.entries or node.cut or value.cut:
        return None
    inside = dict(value.data)
    id = inside.pop(next((name for name in ("id", "name", "key") if name in inside), ""), None)
    whole = {key: id or short_id(str(inside.get("text") or "")) or "NAME", **inside}
    whole |= {name: given for name, given in node.data.items() if name != key}
    return (
        write(flow(whole))
        if len(flow(whole)) <= LONGEST
        else Advice(f"Give `{key}` a short name, and put the keys below it in its column.")
    )


def _in_small_letters(node: MappingNode, faults: Faults) -> None:
    """Report a type in other letters, and read it as it is meant."""
    first = next(iter(node.entries), "")
    meant = first.lower()
    if meant not in _TYPES or first == meant or meant in node.entries:
        return
    name = node.entries[first][0]
    message = "a statement's first key must say what it is: claim, support or rebuttal"
    faults.add("missing-type", name.span, message, Advice(f"Did you mean `{meant}`?", (Edit(name.span, key=meant),)))
    node.entries = {meant if key == first else key: entry for key, entry in node.entries.items()}
    node.data = {meant if key == first else key: value for key, value in node.data.items()}


def _no_type(node: MappingNode, nest: str, faults: Faults, library: Library) -> str | None:
    """Report it; the first key may be meant as the type."""
    first = next(iter(node.entries), None)
    if node.cut:
        return None
    if first is None:
        faults.add("missing-type", node.span, "a statement is empty", "Delete this item, or write a statement here.")
        return None
    message = "a statement's first key must say what it is: claim, support or rebuttal"
    if isinstance(node.entries[first][1], SequenceNode) and len(node.entries) == 1 and first not in STATEMENT_KEYS:
        help = "Put `# ` before each heading, to keep it as a comment, and begin the dashes in one column."
        faults.add("missing-type", node.entries[first][0].span, "statements stand in one list, without headings", help)
        return None
    if _is_sentence(node, first):
        text, type = node.document.text[node.start : node.end], HELD.get(nest, "claim")
        message, advice = "a statement must be a mapping, and a text with a colon is read as a key", None
        if is_id(first):
            message = f"a statement begins with its type: {quoted(first)} stands where that should"
            advice = write(flow({type: library.free(first), "text": node.data[first]}))
        advice = advice or _as_statement(text, nest or "arguments", library)
        faults.add("missing-type", node.span, message, advice)
        return None
    if (meant := _meant_type(node, first, nest)) is not None:
        faults.add("missing-type", node.entries[first][0].span, message, write(meant, "Did you mean {}?"))
        return first
    wanted = [HELD[nest]] if nest else [*TYPES[: 1 if node.document.file == HEADER else None]]
    if node.entries[first][1].data is None and is_id(first) and first not in STATEMENT_KEYS and len(node.entries) > 1:
        wanted = ["rebuttal"] if "undercuts" in node.entries else wanted[1:] if "of" in node.entries else wanted
        help = f"Write {every_one(f'`{type}: {first}`' for type in wanted)}."
        faults.add("missing-type", with_nothing(node, first), message, help)
        return None
    help = f"Begin the statement with {every_one(f'`{type}: ID`' for type in wanted)}."
    faults.add("missing-type", node.entries[first][0].span, message, help)
    return None


def _is_sentence(node: MappingNode, first: str) -> bool:
    """Whether an item is a text with a colon in it, such as `- It is simple: they help.`"""
    value = node.entries[first][1]
    is_one = len(node.entries) == 1 and not node.is_flow and isinstance(value, ScalarNode) and value.data is not None
    return (
        is_one
        and first not in STATEMENT_KEYS
        and (" " in first or bool(re.search(r"\S\s|[.!?]$", str(value.data).strip())))
    )


_TYPE_WORDS = {
    "claim": "id name key statement assertion thesis premise plan motion proposal resolution",
    "support": "argument pro reason for arg point because",
    "rebuttal": "con objection counter counterargument answer attack undercutter undercut reply against response",
}
"""What people write for the type of a statement."""


def _meant_type(node: MappingNode, first: str, nest: str) -> str | None:
    """The type that the first key is written for; None where it is another key of a statement, or anything else."""
    if first in STATEMENT_KEYS or len(first) >= 20:
        return None
    said = [type for type, words in _TYPE_WORDS.items() if first.lower() in words.split()]
    near = nearest(first.lower(), TYPES)
    if near is None and not said:
        return None
    if nest:
        return HELD[nest]
    if near is None and said == ["claim"] and not {"of", "undercuts"}.isdisjoint(node.entries):
        return "rebuttal" if "undercuts" in node.entries else "support"
    return near or said[0]


def _place(record: Record, parent: Record, nest: str, faults: Faults) -> None:
    """Give a nested statement the target that its place means, and refuse one that says otherwise."""
    key = NESTS[nest][1]
    for stated in ("of", "undercuts"):
        if record.data.get(stated) is None or (stated == key and record.data[stated] == parent.id):
            continue
        if stated == "undercuts" and record.type == "support":
            continue  # Refused in its own words, wherever the support stands.
        note = (Note(parent.name.span, f"it stands below the `{nest}` of this statement"),)
        help = f"Delete it, or move the statement out of `{nest}`."
        message = f"its place gives this statement a target, and `{stated}` names another"
        faults.add("two-targets", record.node.entries[stated][0].span, message, help, note)
        del record.data[stated]
        record.conflict = True
    record.data[key] = parent.id if parent.is_named else SOMEWHERE
