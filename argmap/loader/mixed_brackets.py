"""Repairs of lists and mappings that are begun in one form and go on in the other: `[one]`, and below it `- two`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import dedent
from typing import Any

import yaml

from argmap.loader.faulty_pieces import Repair
from argmap.loader.forms import flow, is_list
from argmap.loader.mapping_kinds import OWN_KEYS, Bibliography, below, known_keys
from argmap.loader.near_words import code
from argmap.loader.piece_lines import Line, lines_of
from argmap.loader.vocabulary import TYPES, csl_keys, every_key
from argmap.model import DebateHeader, PositionHeader, Rebuttal, Source
from argmap.model.values import ID_PATTERN
from argmap.wording.lists import every_one

_LONGEST = 120
"""Characters of what is put between brackets; what is longer stays on lines of its own."""
_BRACKETS = re.compile(
    r"(?P<lead>[ ]*(?:- +)*)(?:(?P<key>[A-Za-z][^\s:#\[{]*):\s+)?(?P<value>[\[{].*[\]}])\s*", re.DOTALL
)
_LONGEST_GIVEN, _DEEPEST = 20_000, 100
"""Characters and brackets of what is looked at."""
_MOST_LINES = 4
"""Lines over which brackets are looked for."""


def mixed(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """Ways to write all of a list or mapping in one form."""
    for line in lines[:2]:
        yield from _below_brackets(piece, line)
        yield from _without_dash(piece, line)


def _below_brackets(piece: str, line: Line) -> Iterator[list[Repair]]:
    """What stands below closed brackets, between them; or on lines of its own, with what is between them."""
    above = [each for each in lines_of(piece) if each.start < line.start][-_MOST_LINES:]
    for first in reversed(above):
        found = _BRACKETS.fullmatch(piece, first.start, line.start)
        given = _parsed(found["value"]) if found else None
        if found is None or not isinstance(given, list | dict):
            continue
        start, column, key = found.start("value"), len(found["lead"]), found["key"]
        end = _end_of_block(piece, line, column, is_list(key or ""))
        more = _parsed(dedent(piece[line.start : end]))
        whole = together(key, given, more) if isinstance(more, list | dict) else None
        if whole is None:
            continue
        mark = (found.start("key") if key else start, end)
        yield from _in_one_form(piece, found, line, (mark[0], end), (given, more, whole))


_Data = tuple[Any, Any, Any]


def _in_one_form(
    piece: str, found: re.Match[str], line: Line, mark: tuple[int, int], data: _Data
) -> Iterator[list[Repair]]:
    given, more, whole = data
    signs = "brackets" if found["value"][0] == "[" else "braces"
    message = f"what stands below these {signs} belongs between them"
    if not given:
        start = found.start("value")
        end = start + len(found["value"])
        help = f"Delete `{found['value']}`."
        yield [Repair(start, end, "", f"these {signs} are empty, and more follows below", help)]
        return
    text = f"{found['key']}: {flow(whole)}" if found["key"] else flow(whole)
    if len(text) <= _LONGEST and " #" not in piece[mark[0] : mark[1]]:
        yield [Repair(*mark, text, message, f"Write {code(text)}.")]
    if type(given) is type(more) and found["key"]:
        yield [_on_lines(found, line, message)]


def _on_lines(found: re.Match[str], line: Line, message: str) -> Repair:
    """Each item or entry between the brackets on a line of its own, in the column of those below."""
    start, value = found.start("value"), found["value"]
    parts = [f"- {part}" if value[0] == "[" else part for part in _parts(value)]
    text = "".join(f"\n{' ' * line.indent}{part}" for part in parts)
    end = start + len(value)
    return Repair(found.end("key") + 1, end, text, message, _each_alone(parts), mark=(start, end))


def _each_alone(parts: list[str]) -> str:
    return f"Put on a line of its own, without the brackets: {every_one(map(code, parts), 'and')}."


def _parts(value: str) -> list[str]:
    """The items or entries between brackets, as they are written."""
    node: Any = yaml.compose(value, Loader=yaml.BaseLoader)
    pairs = [(each, each) for each in node.value] if value[0] == "[" else node.value
    return [value[first.start_mark.index : last.end_mark.index] for first, last in pairs]


def _end_of_block(piece: str, line: Line, column: int, of_list: bool) -> int:
    """Where the lines end that are indented further than a column, or stand in it with a dash."""
    end = line.start
    for each in lines_of(piece):
        if each.start < line.start:
            continue
        if each.indent < column or (each.indent == column and not (of_list and each.text.lstrip().startswith("- "))):
            break
        end = each.end
    return end


def _parsed(text: str) -> Any:
    """What YAML makes of a text by itself, with every value as a text; None where it makes nothing of it."""
    if len(text) > _LONGEST_GIVEN or text.count("[") + text.count("{") > _DEEPEST:
        return None
    try:
        return yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return None


def together(key: str | None, given: Any, more: Any) -> Any:
    """The list or mapping that two parts are meant for; None where they cannot be parts of one."""
    if isinstance(given, dict) and key is not None and is_list(key):
        given = [given] if given else []
    if isinstance(given, list):
        return _as_list(key, given, more)
    parts = more if isinstance(more, list) else [more]
    names = [name for part in parts if isinstance(part, dict) for name in part]
    if not all(isinstance(part, dict) for part in parts) or len({*names, *given}) < len(names) + len(given):
        return None
    return {**given, **{name: value for part in parts for name, value in part.items()}} if _fit(key, names) else None


def _as_list(key: str | None, given: list[Any], more: Any) -> list[Any] | None:
    if isinstance(more, list):
        return [*given, *more]
    if not given or not isinstance(given[-1], dict) or not _fit(key, [*more]) or not more.keys().isdisjoint(TYPES):
        return None
    if more.keys().isdisjoint(given[-1]):
        return [*given[:-1], {**given[-1], **more}]
    return [*given, more]


def _fit(key: str | None, names: list[str]) -> bool:
    """Whether what stands below a key can have these."""
    if key is None:
        return {*names} <= every_key() | csl_keys()
    kinds = [below(kind, key) for kind in (Rebuttal, DebateHeader, PositionHeader, Source, Bibliography)]
    if any(kind in OWN_KEYS for kind in kinds if kind):
        return {*names}.isdisjoint(known_keys(DebateHeader))
    return any({*names} <= known_keys(kind) for kind in kinds)


def has_own_keys(piece: str, line: Line) -> bool:
    """Whether a line stands below a key of a debate whose own keys are the debater's, such as `values`."""
    above = next((each for each in reversed(lines_of(piece[: line.start])) if each.indent < line.indent), None)
    return above is not None and below(DebateHeader, above.text.strip().removesuffix(":")) in OWN_KEYS


def _without_dash(piece: str, line: Line) -> Iterator[list[Repair]]:
    """A dash before what stands in the column of the items above: a word, or brackets."""
    above = next((each for each in reversed(lines_of(piece[: line.start])) if each.indent <= line.indent), None)
    raw, start = line.text.strip(), line.start + line.indent
    if above is None or above.indent < line.indent or not above.text.lstrip().startswith("- "):
        return
    is_word, given = re.fullmatch(ID_PATTERN, raw), _parsed(raw) if raw[0] in "[{" else None
    if not (is_word and re.fullmatch(ID_PATTERN, above.text.strip()[2:])) and not isinstance(given, list | dict):
        return
    message = "this line lacks the dash that begins an item"
    if not isinstance(given, list):
        yield [Repair(start, start, "- ", message, "Put `- ` before it.", mark=(start, line.end))]
        return
    parts = [f"- {part}" for part in _parts(raw)]
    help = f"Write {code(parts[0])}." if len(parts) == 1 else _each_alone(parts)
    yield [Repair(start, line.end, f"\n{' ' * line.indent}".join(parts), message, help)]
