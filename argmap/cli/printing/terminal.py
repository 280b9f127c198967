"""What a terminal takes: texts on one line, without what would steer it; its colours and its width."""

from __future__ import annotations

import json
import os
import re
import shutil
from typing import Any

from argmap.wording.unseen_characters import SIGN, hidden, seen


def steady(text: str) -> str:
    """A text of as many characters, with a sign for each that is not seen or would steer the terminal; tabs and ends of
    lines stay."""
    return seen(text).replace("\r", SIGN)


def printable(text: str) -> str:
    """A text on one line, without what would steer the terminal."""
    return steady(re.sub(r"[\r\n\t]+", " ", text))


def named(name: str) -> str:
    """A name that may begin a line: on one line, and with `./` where a CI service would take it for a command."""
    return printable(f"./{name}" if name.lstrip().startswith(("::", "##")) else name)


def json_text(data: Any) -> str:
    """JSON for programs and people: letters as they are, and what is not seen or steers a terminal as `\\u…`."""
    text = json.dumps(data, indent=2, ensure_ascii=False)
    unseen = {*hidden(text)}
    if unseen or not text.replace("\n", "").isprintable():
        shown = (at not in unseen and (each == "\n" or each.isprintable()) for at, each in enumerate(text))
        text = "".join(each if is_shown else json.dumps(each)[1:-1] for each, is_shown in zip(text, shown, strict=True))
    return f"{text}\n"


def wants_colour(stream: object) -> bool:
    """Whether to colour what goes to a stream: a terminal, and nobody said NO_COLOR (https://no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or bool(getattr(stream, "isatty", lambda: False)())


def terminal_width() -> int:
    """How many characters fit on a line."""
    return max(60, min(shutil.get_terminal_size((100, 24)).columns, 120))
