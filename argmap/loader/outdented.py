"""Keys and texts in the column of the key that they belong below: `risk:` and, as far left, `severity: high`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel

from argmap.loader.faults import Advice, Faults, write
from argmap.loader.forms import LONGEST, flow, is_list
from argmap.loader.mapping_kinds import OWN_KEYS, Groups, Kind, Rankings, Sides, below, known_keys
from argmap.loader.mixed_brackets import has_own_keys, together
from argmap.loader.nodes import AnyNode, FileText, MappingNode, ScalarNode, SequenceNode, descend, is_damaged
from argmap.loader.odd_keys import Said, meant_key
from argmap.loader.piece_lines import Line
from argmap.loader.synonyms import is_note, place_of
from argmap.loader.syntax import blanked
from argmap.loader.vocabulary import HOLDERS, csl_keys, every_key, model_at
from argmap.model import Rebuttal, Source
from argmap.model.csl.name_slips import slip_of
from argmap.model.diagnostics import Edit, Span
from argmap.model.values import ID_PATTERN

_At = tuple[str | int, ...]


_ITEMS: dict[str, type[BaseModel]] = {"arguments": Rebuttal, "resolutions": Rebuttal, "references": Source}


def adopt(root: MappingNode, kind: Kind, faults: Faults) -> None:
    """Give keys of the first column to the item above them that lacks them, and report where they stand."""
    holder, names = "", list[str]()
    for name in root.entries:
        item = _last_item(root.entries[holder][1]) if holder else None
        known = known_keys(_ITEMS.get(holder)) - known_keys(kind)
        if item is not None and name in known and name not in item.entries and "title" not in item.entries:
            names.append(name)
        elif not names:
            holder = name if name in _ITEMS else ""
    item = _last_item(root.entries[holder][1]) if names else None
    if item is None:
        return
    message = f"`{names[0]}` stands in the first column, and belongs to the item above"
    by = root.document.place(item.start)[1] - root.document.place(root.entries[names[0]][0].start)[1]
    span = root.document.span(root.entries[names[0]][0].start, max(each.end for each in root.entries[names[-1]]))
    faults.add("unknown-key", span, message, _spaces(span, root.document.text, by))
    for name in names:
        item.entries[name], item.data[name] = root.entries.pop(name), root.data.pop(name)


def adopt_inside(node: MappingNode, kind: type[BaseModel], faults: Faults) -> None:
    """Report the keys of a mapping that belong below an empty one before them, and leave them out."""
    for found in [*_found(kind, node, {*node.entries} - known_keys(kind))]:
        if node.data[found.key] is not None:
            continue
        faults.add(*_said(found))
        for name in found.names:
            del node.entries[name], node.data[name]


def _last_item(value: AnyNode) -> MappingNode | None:
    """The last item of a list, if its keys stand on lines of their own."""
    last = value.last if isinstance(value, SequenceNode) else None
    return last if isinstance(last, MappingNode) and not last.is_flow else None


_BLOCK_KEY = re.compile(r"(?P<lead>[ ]*+(?:- ++)*+)[^\s:#][^:\n]*+:[ ]++")
_LIKE_KEY = re.compile(r"[\"']?(?P<word>[\w-]+)[\"']?:(?=\s|$)|[^:\n]+:(?=\s|$)|([<|=>])\2{6}")


def without_texts_in_column(document: FileText, text: str, signs: Iterable[int], faults: Faults) -> str:
    """The text, of the same length, without the lines that belong below one of these `|` or `>`, but begin in the
    column of its key: they are reported, and would be read as keys.
    """
    parts, at = list[str](), 0
    for sign in signs:
        found = _in_column(text, sign) if sign >= at else None
        if found is None:
            continue
        start, end = found
        span, is_sure = document.span(start, end), re.search(r":(?:\s|$)", text[start:end]) is None
        advice = _spaces(span, text, 2)
        message = "this text begins in the column of its key"
        faults.add("yaml-syntax", span, message, advice if is_sure else advice.help)
        faults.mend(advice.fix)
        parts += [text[at:start], blanked(text[start:end])]
        at = end
    return "".join([*parts, text[at:]])


def _in_column(text: str, sign: int) -> tuple[int, int] | None:
    """Where the lines begin and end that belong below a `|` or `>`, and stand in the column of its key."""
    head = _BLOCK_KEY.fullmatch(text, text.rfind("\n", 0, sign) + 1, sign)
    below = text.find("\n", sign) + 1
    if head is None or not below:
        return None
    own, column, start, end = has_own_keys(text, Line(head.start(), head[0])), len(head["lead"]), None, 0
    for line in re.compile(r"^[ ]*(?P<said>[^\s][^\n]*)", re.MULTILINE).finditer(text, below):
        indent = line.start("said") - line.start()
        if indent < column or (indent == column and _is_entry(line["said"], own)):
            break
        if start is None and (indent > column or line["said"][0] == "#"):
            return None
        start, end = start or line.start("said"), line.start() + len(line[0].rstrip())
    return (start, end) if start else None


def _is_entry(line: str, own: bool) -> bool:
    """Whether a line is an entry and no text: by its key, or as any is where the keys are the debater's `own`."""
    found = _LIKE_KEY.match(line)
    word = found["word"] if found else None
    if found is None or word is None:
        return found is not None and (own or found[2] is not None)
    known = every_key() | csl_keys()
    return own or word in known or (word[0].islower() and slip_of(word, known) is not None)


class _Outdented(NamedTuple):
    """A key with its value, and the keys after it that belong below it."""

    around: MappingNode
    key: str
    names: list[str]
    is_sure: bool
    """Whether the format has these keys there; otherwise they may be anything."""


def without_outdented(
    model: type[BaseModel], errors: Sequence[Any], node: MappingNode
) -> tuple[list[Said], Sequence[Any]]:
    """Keys that belong below the one before them, as faults; and the errors that do not follow from them."""
    said, told, odd = list[Said](), set[_At](), dict[_At, set[str]]()
    for error in errors:
        if error["type"] == "extra_forbidden":
            odd.setdefault(tuple(error["loc"][:-1]), set()).add(str(error["loc"][-1]))
    for at, names in odd.items():
        around = descend(node, at)
        if isinstance(around, MappingNode) and not around.is_flow:
            for found in _found(model_at(model, at), around, names):
                said.append(_said(found))
                told |= {(*at, name) for name in (found.key, *found.names)}
    return said, [error for error in errors if tuple(error["loc"]) not in told]


def _found(kind: type[BaseModel], around: MappingNode, odd: set[str]) -> Iterator[_Outdented]:
    key, names, sure = "", list[str](), False
    for name in (*around.entries, ""):
        inside = _inside(kind, around, key, name) if name in odd and key else None
        if inside is not None and name not in _names(around.entries[key][1]):
            names, sure = [*names, name], inside
            continue
        if names and _is_next(around, key, names[0]):
            yield _Outdented(around, key, names, sure)
        key, names = name if name not in odd else "", []


_BETWEEN = re.compile(r":?(?:\s|#[^\n]*+)*+")


def _is_next(around: MappingNode, key: str, name: str) -> bool:
    """Whether nothing that could not be read stands between a key, with what is below it, and another."""
    end, start = max(each.end for each in around.entries[key]), around.entries[name][0].start
    return _BETWEEN.fullmatch(around.document.text, end, start) is not None


def _names(value: AnyNode) -> Sequence[str]:
    """The keys of a mapping, or of the last item of a list."""
    held = value.last if isinstance(value, SequenceNode) else value
    return [*held.entries] if isinstance(held, MappingNode) else []


def _inside(kind: type[BaseModel], around: MappingNode, key: str, name: str) -> bool | None:
    """Whether a key belongs below another for sure; None where it does not."""
    held, value = below(kind, key), around.entries[key][1]
    if key in HOLDERS or held is None or is_damaged(value) or not _can_hold(value, is_list(key)):
        return None
    if held is Sides and len(_names(value)) > 1:
        return None
    if held not in OWN_KEYS:
        return True if name in known_keys(held) else None
    is_name = re.fullmatch(ID_PATTERN, name) and not (
        meant_key(kind, name) or is_note(kind, name) or place_of(kind, name)
    )
    form = SequenceNode if held in (Groups, Rankings) else ScalarNode
    return False if is_name and isinstance(around.entries[name][1], form) else None


def _can_hold(value: AnyNode, of_list: bool) -> bool:
    """Whether there is nothing below a key, or something of the form that more keys go on."""
    if isinstance(value, ScalarNode):
        return value.data is None and value.start == value.end
    return isinstance(value, SequenceNode) == of_list and bool(_names(value))


def _said(found: _Outdented) -> Said:
    around, document = found.around, found.around.document
    first, last = around.entries[found.names[0]][0], around.entries[found.names[-1]]
    end = max(each.end for each in last)
    message = f"`{first.data}` stands in the column of `{found.key}`, and belongs below it"
    if not found.is_sure:
        message = f"`{first.data}` stands in the column of `{found.key}`, and may belong below it"
    if (written := _between_brackets(found, end)) is not None:
        return "unknown-key", written[0], message, written[1], ()
    span = document.span(first.start, end)
    return "unknown-key", span, message, _moved(found, span), ()


def _between_brackets(found: _Outdented, end: int) -> tuple[Span, Advice] | None:
    """To write all of it between brackets, where it begins so, or is a list of nothing yet; None where it is not."""
    document, (key, value) = found.around.document, found.around.entries[found.key]
    is_nothing = isinstance(value, ScalarNode)
    if document.text[value.start] not in "[{" and not (is_nothing and is_list(found.key)):
        return None
    more = {name: found.around.data[name] for name in found.names}
    whole = [more] if is_nothing else together(found.key, value.data, more)
    text, span = f"{found.key}: {flow(whole)}", document.span(key.start, end)
    if whole is None or len(text) > LONGEST or "#" in document.text[key.start : end]:
        return span, Advice(f"Put what stands below between the brackets of `{found.key}`.")
    note = f"Write {{}}; or put `# ` before `{found.names[0]}`, if it is a note."
    return span, write(text, "Write {}." if found.is_sure else note)


def _moved(found: _Outdented, span: Span) -> Advice:
    """To put spaces before the lines."""
    key, value = found.around.entries[found.key]
    held = value.last if isinstance(value, SequenceNode) else value
    document = found.around.document
    column = document.place(held.start if isinstance(held, MappingNode) else key.start + 2)[1]
    advice = _spaces(span, document.text, column - span.column)
    if found.is_sure:
        return advice
    they = "they belong" if span.line < span.end_line else "it belongs"
    return Advice(f"{advice.help[:-1]}, if {they} to `{found.key}`; otherwise put `# ` there, to keep a note.")


def _spaces(span: Span, text: str, by: int) -> Advice:
    """To move lines to the right."""
    lines = text[span.start : span.end].splitlines(keepends=True)
    help = f"Put {by} spaces before {'each of these lines' if len(lines) > 1 else 'this line'}."
    return Advice(help, (Edit(span, text="".join(" " * by + line if line.strip() else line for line in lines)),))
