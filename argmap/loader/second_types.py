"""Two statements in one mapping: an answer whose keys stand among those of what it answers, or lack a dash."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Any, NamedTuple

from argmap.loader.faults import Advice, Faults, write
from argmap.loader.forms import LONGEST, as_list, flow, wanted
from argmap.loader.library import Library
from argmap.loader.near_words import short_id
from argmap.loader.nodes import AnyNode, MappingNode, ScalarNode
from argmap.loader.vocabulary import TYPES, keys
from argmap.model import Support
from argmap.model.diagnostics import Edit, Note, Span
from argmap.model.values import is_id
from argmap.wording.lists import every_one

_LISTS = {"support": "supports", "rebuttal": "rebuttals"}
"""Where the answers to a statement stand, by their type."""
_OWN_TARGET = r"^{indent}(?:of|undercuts):[ ]+(?P<block>[^\s#]+)|[{{,][ ]*(?:of|undercuts):[ ]+(?P<flow>[^\s,}}]+)"


class _Second(NamedTuple):
    """The second type in a mapping, with its value."""

    node: MappingNode
    first: str
    """The id of the statement that it stands in."""
    name: ScalarNode
    value: AnyNode

    @property
    def type(self) -> str:
        """What it is."""
        return self.name.data or ""

    @property
    def rest(self) -> str:
        """All from its key to the end of the mapping, as it is written."""
        text = self.name.document.text[self.name.start : self.node.end]
        return text.removesuffix("}").rstrip() if self.node.is_flow else text.rstrip()

    @property
    def column(self) -> int:
        """Where its key begins, from 0."""
        return self.name.document.place(self.name.start)[1] - 1

    def span(self, length: int) -> Span:
        """So much from its key on."""
        return self.name.document.span(self.name.start, self.name.start + length)


def begins_second(node: MappingNode) -> bool:
    """Whether the keys that follow in a mapping are those of a second statement, of which the id was read."""
    given = [key for key in node.entries if key in TYPES]
    if len(given) != 2 or next(iter(node.entries)) != given[0] or "text" not in islice(node.entries, _at(node, given)):
        return False
    return is_id(node.data[given[1]])


def _at(node: MappingNode, given: Sequence[str]) -> int:
    return list(node.entries).index(given[1])


def second_of_type(node: MappingNode, faults: Faults, library: Library) -> None:
    """Report the second statement in the mapping of one of the same type."""
    assert node.second is not None
    name, value = node.second
    first = next(iter(node.entries.values()))
    second = _Second(node, str(first[1].data), name, value)
    span, advice = _apart(second, library) or (name.span, Advice("Delete one of the two."))
    message = f"a second {name.data} begins in the mapping of the first"
    faults.add("duplicate-key", span, message, advice, (Note(first[0].span, "the first"),))


def two_types(node: MappingNode, given: Sequence[str], faults: Faults, library: Library) -> None:
    """Report the second type key of a statement; what stands after it may be meant as the text, or as an answer."""
    name, value = node.entries[given[1]]
    message = f"a statement cannot be {every_one(given, 'and')} at once"
    notes = (Note(node.entries[given[0]][0].span, "the first"),)
    said = {*islice(node.entries, _at(node, given))} & {"text", "premises"}
    if "text" not in node.entries and isinstance(value.data, str) and " " in value.data:
        faults.add("two-types", name.span, message, write("text"), notes)
        return
    second = _Second(node, str(node.data[given[0]]), name, value)
    span, advice = (_apart(second, library) if said and len(given) == 2 else None) or (
        name.span,
        Advice("Delete it. To answer another statement, write a statement of its own, with `of:`."),
    )
    faults.add("two-types", span, message, advice, notes)


def _apart(second: _Second, library: Library) -> tuple[Span, Advice] | None:
    """To put the second statement where it belongs; None where that is not known."""
    is_alone = second.rest == second.node.document.text[second.name.start : second.value.end].rstrip()
    if not is_id(second.value.data):
        return _as_answer(second, library)
    if is_alone and second.type in _LISTS:
        return _as_answer(second, library)
    own = re.search(_OWN_TARGET.format(indent=" " * second.column), second.rest, re.MULTILINE)
    target = (own["block"] or own["flow"]) if own else None
    if second.type not in _LISTS or target not in (None, second.first):
        return _as_item(second)
    return _below(second)


def _as_answer(second: _Second, library: Library) -> tuple[Span, Advice] | None:
    """What stands in its place, as items of the list of answers."""
    key = _LISTS.get(second.type)
    if key is None or key in second.node.entries:
        return None
    length, data = second.value.end - second.name.start, _answers(key, second, library)
    text = f"{key}: {flow(data)}"
    if len(text) > LONGEST or "#" in second.rest[:length]:
        return second.name.span, Advice(f"Make it `{key}:`, with a list below it in which the {second.type} stands.")
    return second.span(length), write(text)


def _answers(key: str, second: _Second, library: Library) -> Sequence[Any]:
    type, given = second.type, second.value.data
    if isinstance(given, str) and given in library.statements and library.written[given] < 2:  # it is written here
        return [{type: given, "text": "…"}]
    is_known = keys(Support).__contains__
    data = wanted(key, given, library) if isinstance(given, list) else as_list(key, given, is_known, library)
    return [{type: _id_of(each), **each} if isinstance(each, dict) else each for each in data or [{"text": "…"}]]


def _id_of(answer: dict[str, Any]) -> str:
    text = answer.get("text")
    return (short_id(text) if isinstance(text, str) else None) or "NAME"


def _below(second: _Second) -> tuple[Span, Advice]:
    """The keys from the second type on, as an item of the list of answers."""
    key, rest = _LISTS[second.type], second.rest
    lines, indent = rest.splitlines(keepends=True), " " * second.column
    item = f"  - {lines[0]}" + "".join(f"    {line}" if line.strip() else line for line in lines[1:])
    if key in second.node.entries:
        help = f"Move it, with the keys that follow, to an item of `{key}:`."
        is_empty = second.node.data[key] is None
        fix = (Edit(second.span(len(rest)), text=item),) if is_empty and _is_right_above(second, key) else ()
        return second.span(len(rest)), Advice(help, fix)
    if second.node.is_flow:
        return second.span(len(rest)), write(f"{key}: [{{{rest}}}]", at=second.span(len(rest)))
    moved = f"{key}:\n{indent}{item}"
    help = f"Put it below `{key}:`, with the keys that follow: `- {lines[0].strip()}`."
    return second.span(len(rest)), Advice(help, (Edit(second.span(len(rest)), text=moved),))


def _is_right_above(second: _Second, key: str) -> bool:
    """Whether a key without a value is the one before the second type."""
    names = list(second.node.entries)
    return names.index(key) + 1 == names.index(second.type)


def _as_item(second: _Second) -> tuple[Span, Advice]:
    """A dash before its key, which begins a statement of its own."""
    node, rest = second.node, second.rest
    help = f"Begin a new item with it: `- {second.type}: …`."
    before = node.document.text[: second.name.start]
    if node.is_flow or not before.endswith("  ") or not node.document.text[: node.start].endswith("- "):
        return second.span(len(rest)), Advice(help)
    at = node.document.span(second.name.start - 2, second.name.start)
    return second.span(len(rest)), Advice(help, (Edit(at, text="- "),))
