"""Faults of settings, in words: file, line, the line itself, and what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from argmap.cli.input_fault import InputFault
from argmap.wording.counts import counted
from argmap.wording.near_misses import did_you_mean

Loc = tuple[int | str, ...]

_HEADER = re.compile(r"\s*\[\[?([^\]]+)\]")
_KEY = re.compile(r"""\s*["']?([A-Za-z0-9_-]+)["']?\s*(?:\.|=)""")
_QUOTED = re.compile(r"""\"(?:[^\"\\\n]|\\.)*+(?:\"|\\?$)|'[^'\n]*+'?|#.*""")
"""A text in quotes, up to the end of the line where it is not closed; or a comment."""
_PLACE = re.compile(r"\((?:at line (?P<line>\d+), column (?P<column>\d+)|at end of document)\)")
"""Where the fault is, as tomllib says it."""


_MOST_TOLD = 20


class WrongSettings(ValueError):  # noqa: N818, pydantic turns it into its own error
    """What is wrong inside a table, by key."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{key}: {message}" for key, message in faults.items()))
        self.faults = faults


def wrong_settings(path: Path, text: str, errors: Sequence[Any], known: Sequence[str]) -> InputFault:
    """The error that ends a command on wrong settings: a paragraph for each of the first that pydantic found."""
    lines, in_pyproject = text.splitlines(), path.name == "pyproject.toml"
    faults = [fault for error in errors for fault in _faults(error)]
    said = []
    for loc, told in faults[:_MOST_TOLD]:
        message = told if isinstance(told, str) else _message(told, known, in_pyproject)
        line = line_of(lines, loc, in_pyproject)
        place = f"{path}:{line}" if line else str(path)
        said.append(f"{place}: {'.'.join(map(str, loc))}: {message}")
        said += [f"  {line} | {lines[line - 1]}"] if line else []
    more = len(faults) - _MOST_TOLD
    return InputFault("\n".join(said + [f"And {counted(more, 'more wrong setting')}."] * (more > 0)))


def _faults(error: Any) -> list[tuple[Loc, Any]]:
    """Where each fault of an error is, with its message, or with the error of which that is still to be made."""
    cause = error.get("ctx", {}).get("error")
    if not isinstance(cause, WrongSettings):
        return [(error["loc"], error)]
    return [((*error["loc"], below), message) for below, message in cause.faults.items()]


def not_toml(path: Path, text: str, said: str) -> InputFault:
    """The error that ends a command on a file that is not TOML: the line itself, and where in it the fault is."""
    lines = text.splitlines()
    if not (place := _PLACE.search(said)):
        return InputFault(f"{path}: is not valid TOML: {said}")
    # "at end of document" is the last line, after its last character
    number = int(place["line"] or max(len(lines), 1))
    line = lines[number - 1] if number <= len(lines) else ""
    column = int(place["column"] or len(line) + 1)
    what = said[: place.start()].strip()
    if what in ("Invalid value", "Unclosed array") and (open_ := _open_list(lines[:number])) is not None:
        number, column = open_
        line, what = lines[number - 1], "this [ is never closed; put ] after the last item"
    what = _in_words(what, line)
    margin = f"  {number} | "
    caret = " " * len(margin) + re.sub(r"[^\t]", " ", line[: column - 1]) + "^"
    return InputFault(f"{path}:{number}:{column}: is not valid TOML: {what}\n{margin}{line}\n{caret}")


_HINTS = (
    (r"^(?:<{7}|={7}|>{7})", "", "a merge conflict was left here; keep one of the two versions"),
    (r"", r"Illegal character '\\n'", "the text on this line lacks its closing quote"),
    (r"[\u201c\u201d\u201e\u2018\u2019]", "", 'a text stands in straight quotes: "…"'),
    (r"\\", "hex value|Unescaped", "between double quotes a backslash is doubled; put a path in single quotes"),
    (r"^\s*[\w.-]+\s*:", "Expected '='", "write `name = value`, not `name: value`"),
    (r"", "Cannot overwrite", "this is set twice; keep one"),
    (r"^\s*\{", "Invalid statement", "write `name = value` on a line for each, not JSON"),
    (r"", "^Invalid value$", "Invalid value (text needs quotes)"),
)
"""What stands on the line, what tomllib says of it, and what is wrong."""


def _in_words(what: str, line: str) -> str:
    found = (words for sign, said, words in _HINTS if re.search(sign, line) and re.search(said, what))
    return next(found, what)


def _open_list(lines: Sequence[str]) -> tuple[int, int] | None:
    """The line and column, from 1, of a bracket that is not closed before a line that sets another key, or at the end
    of the file; None where there is none."""
    open_ = 0
    for number in range(len(lines), 0, -1):
        line = _QUOTED.sub(lambda found: "x" * len(found[0]), lines[number - 1])
        setting = _KEY.match(line)
        open_ += line.count("[") - line.count("]")
        if setting and open_ > 0 and "[" in line[setting.end() :]:
            return number, line.index("[", setting.end()) + 1
    return None


def _message(error: Mapping[str, Any], known: Sequence[str], in_pyproject: bool) -> str:
    key, given = ".".join(map(str, error["loc"])), error.get("input")
    kind, ctx = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        return _unknown(key, given, known, in_pyproject)
    if kind == "literal_error":
        return f"{given!r} is not {ctx['expected']}"
    if kind in ("dict_type", "model_type", "model_attributes_type"):
        return "must be a table, a line `name = value` for each"
    if kind in ("tuple_type", "list_type"):
        return 'must be a list, such as ["one", "two"]'
    if kind == "string_type":
        return "must be a text, in quotes"
    if kind in _BOUNDS:
        return _BOUNDS[kind].format(**ctx)
    if kind.startswith(("int_", "float_")):
        return f"must be a {'whole ' * kind.startswith('int_')}number, without quotes"
    message: str = error["msg"].removeprefix("Value error, ")
    return f"{message[:1].lower()}{message[1:]}"


def _unknown(key: str, given: Any, known: Sequence[str], in_pyproject: bool) -> str:
    if key in _GONE:
        return _GONE[key]
    if key in ("tool", "argmap") and not in_pyproject:
        return "this file is for argmap alone: leave the header out, and write [review] for [tool.argmap.review]"
    if isinstance(given, dict) and {*given} & {*known}:
        return f"unknown table: delete the line [{key}], and put its settings at the top of the file"
    return f"unknown setting{did_you_mean(key, known) or '.'} Settings: {', '.join(known)}."


_GONE = {
    "themes": "delete this setting: each map is one SVG, light, dark or print as its reader looks at it; "
    "for fixed colours run 'argmap map --theme dark -o FILE.svg'",
}
"""Settings that there were, and what to do about one."""

_BOUNDS = {
    "greater_than": "must be more than {gt:g}",
    "greater_than_equal": "must be {ge:g} or more",
    "less_than_equal": "must be {le:g} or less",
    "finite_number": "must be a finite number",
}  # fmt: skip


def line_of(lines: Sequence[str], loc: Loc, in_pyproject: bool) -> int | None:
    """The number of the line, from 1, that sets a key, or else the nearest thing around it; None where none does."""
    steps = [str(step) for step in loc if isinstance(step, str)]
    wanted = ["tool", "argmap", *steps] if in_pyproject else steps
    best, table, found = 0, list[str](), None
    for number, line in enumerate(lines, 1):
        if header := _HEADER.match(line):
            table = [part.strip(" \"'") for part in header[1].strip().split(".")]
            here = table
        elif key := _KEY.match(line):
            here = [*table, key[1]]
        else:
            continue
        shared = min(len(here), len(wanted))
        if here[:shared] == wanted[:shared] and shared > best:
            best, found = shared, number
    return found if best > (2 if in_pyproject else 0) else None
