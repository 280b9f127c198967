"""CSL-JSON: the items as they stand there, with their lines. The loader knows what each key means."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from argmap.bibliography.record import Entry, Loss, Reading, UnreadStretch

_TELLING = ("id", "title", "author", "DOI", "URL", "citation-key")
"""Keys of which an item has at least one."""
LISTS = ("references", "items")
"""Keys below which a file has its items, where it is not a list itself."""

_PROBLEMS = {
    "Unterminated string": "a quotation mark is not closed",
    "Extra data": "something follows after the end",
    "Expecting value": "a value is missing, or there is a comma too many",
    "Expecting ','": "a comma or a closing bracket is missing",
    "Expecting ':'": "a colon is missing",
    "Expecting property name": "a key in quotation marks is missing, or there is a comma too many",
    "trailing comma": "there is a comma too many",
    "control character": "a text goes on in the next line, or has a control character in it",
    "escape": "the backslash stands before a character that needs none",
}
"""What is wrong, by what Python's messages say."""


def read_csl_json(text: str) -> Reading:
    """The items of a CSL-JSON file: a list, one item, or a list below `references` or `items`; all of it may be the
    `message` of an answer of Crossref."""
    done = Reading()
    text = text.strip("\ufeff")
    try:
        whole = json.loads(text, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=_Object)
    except json.JSONDecodeError as error:
        help = "Export the library again, or mend the file there."
        problem = next((told for part, told in _PROBLEMS.items() if part in error.msg), "it ends or goes wrong")
        done.unread.append(UnreadStretch(error.lineno, f"is not JSON from column {error.colno} on: {problem}", help))
        return done
    except RecursionError:
        done.unread.append(UnreadStretch(1, "is nested too deeply to be a bibliography", "Export the library again."))
        return done
    if isinstance(whole, dict) and isinstance(whole.get("message"), dict):
        whole = whole["message"]
    lines = _lines(text, whole)
    for number, item in enumerate(_items(whole)):
        line = lines[number] if number < len(lines) else 1
        add(done, item, line)
        id = str(item.get("id", "")) if isinstance(item, dict) else ""
        done.losses += [
            Loss(line, id, f"`{key}` is given twice; this is the first", value) for key, value in _twice(item)
        ]
    return done


class _Object(dict[str, Any]):
    """An object of JSON, in which the last of two values of a key stays; `twice` are the others."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        last = {key: number for number, (key, _) in enumerate(pairs)}
        self.twice = [pair for number, pair in enumerate(pairs) if last[pair[0]] != number and pair[1] != self[pair[0]]]


def _twice(item: Any) -> Iterator[tuple[str, str]]:
    """The values in an item that another of the same key has replaced."""
    waiting = [item]
    while waiting:
        each = waiting.pop()
        if isinstance(each, _Object):
            yield from ((key, str(_text(value))) for key, value in each.twice)
        waiting += each.values() if isinstance(each, dict) else each if isinstance(each, list) else ()


def _items(whole: Any) -> list[Any]:
    if isinstance(whole, dict):
        key = _list_of(whole)
        return whole[key] if key else [whole] if whole else []
    return whole if isinstance(whole, list) else [whole]


def _list_of(whole: dict[str, Any]) -> str | None:
    """The key of an object below which its items are; None where it is an item itself."""
    return next((key for key in LISTS if isinstance(whole.get(key), list)), None)


def _lines(text: str, whole: Any) -> list[int]:
    """The lines on which the items of a list begin."""
    decoder, found = json.JSONDecoder(parse_int=str, parse_float=str), []
    line = counted = 0
    key = _list_of(whole) if isinstance(whole, dict) else None
    start = text.find("[", text.find(f'"{key}"') if key else 0) if key or isinstance(whole, list) else -1
    at = start + 1
    while start >= 0:
        match = re.compile(r"[\s,]*").match(text, at)
        at = match.end() if match else at
        if at >= len(text) or text[at] == "]":
            break
        line, counted = line + text.count("\n", counted, at), at
        found.append(line + 1)
        try:
            at = decoder.raw_decode(text, at)[1]
        except (json.JSONDecodeError, RecursionError):
            break
    return found


def add(done: Reading, item: Any, line: int) -> None:
    """Take an item, with everything in it as text."""
    if not isinstance(item, dict) or not any(item.get(key) for key in _TELLING):
        done.unread.append(UnreadStretch(line, "this should be an item with `id`, `type` and so on", "Delete it."))
        return
    kept = {key: _text(value) for key, value in item.items() if not _is_empty(value)}
    if isinstance(kept.get("id"), list | dict):
        done.losses.append(Loss(line, "", "`id` is not a text, so argmap gives the entry another", str(kept.pop("id"))))
    done.entries.append(Entry(kept, line))


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str | list | dict) and not value) or str(value).isspace()


def _text(value: Any) -> Any:
    """A value with everything in it as text, as the loader has it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return [_text(each) for each in value if each is not None]
    if isinstance(value, dict):
        return {key: _text(each) for key, each in value.items() if each is not None}
    return value if value is None else str(value)
