"""What is wrong with settings, as people read it: file, line, the line itself, and what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from argmap.cli.failure import InputFault
from argmap.cli.words import did_you_mean

Loc = tuple[int | str, ...]

_HEADER = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]")
_KEY = re.compile(r"""\s*["']?([A-Za-z0-9_-]+)["']?\s*(?:\.|=)""")


class WrongSettings(ValueError):  # noqa: N818, pydantic turns it into its own error
    """What is wrong inside a table, by key."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{key}: {message}" for key, message in faults.items()))
        self.faults = faults


def wrong_settings(path: Path, text: str, errors: Sequence[Any], known: Sequence[str]) -> InputFault:
    """The error that ends a command on wrong settings: a paragraph for each that pydantic found."""
    return InputFault("\n".join(_paragraph(path, text, each, known) for each in errors))


def _paragraph(path: Path, text: str, error: Any, known: Sequence[str]) -> str:
    loc: Loc = error["loc"]
    lines = text.splitlines()
    cause = error.get("ctx", {}).get("error")
    faults = cause.faults if isinstance(cause, WrongSettings) else {"": _message(error, known)}
    said = []
    for below, message in faults.items():
        at = (*loc, below) if below else loc
        line = line_of(lines, at, path.name == "pyproject.toml")
        name = ".".join(str(step) for step in at)
        place = f"{path}:{line}" if line else str(path)
        shown = [f"  {line} | {lines[line - 1]}"] if line else []
        said.append("\n".join([f"{place}: {name}: {message}", *shown]))
    return "\n".join(said)


def _message(error: Mapping[str, Any], known: Sequence[str]) -> str:
    key, given = ".".join(map(str, error["loc"])), error.get("input")
    kind, ctx = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        return f"there is no such setting{did_you_mean(key, known)} Settings: {', '.join(known)}."
    if kind == "literal_error":
        return f"{given!r} is none of {ctx['expected']}"
    if kind in ("dict_type", "model_type", "model_attributes_type"):
        return "must be a table, a line `name = value` for each"
    if kind in ("tuple_type", "list_type"):
        return 'must be a list, such as ["one", "two"]'
    if kind == "string_type":
        return "must be a text, in quotes"
    if kind.startswith(("int_", "float_")):
        return "must be a number, without quotes"
    message: str = error["msg"].removeprefix("Value error, ")
    return f"{message[:1].lower()}{message[1:]}"


def line_of(lines: Sequence[str], loc: Loc, in_pyproject: bool) -> int | None:
    """The number of the line, from 1, that sets a key, or else the nearest thing around it; None where none does."""
    steps = [str(step) for step in loc if isinstance(step, str)]
    wanted = ["tool", "argmap", *steps] if in_pyproject else steps
    best, table, found = 0, list[str](), None
    for number, line in enumerate(lines, 1):
        if header := _HEADER.match(line):
            table = [part.strip(" \"'") for part in header[1].split(".")]
            here = table
        elif key := _KEY.match(line):
            here = [*table, key[1]]
        else:
            continue
        if here == wanted[: len(here)] and len(here) > best:
            best, found = len(here), number
    return found if best > (2 if in_pyproject else 0) else None
