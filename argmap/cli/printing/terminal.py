"""What a terminal takes: texts on one line, without what would steer it; its colours and its width."""

from __future__ import annotations

import json
import os
import re
import shutil
import unicodedata
from typing import Any

_UNSEEN = frozenset("\u200e\u200f\u2028\u2029\ufeff")


def seen(character: str) -> str:
    """A character, or a sign in the place of one that would steer the terminal."""
    if character.isprintable() or character == "\u200d":
        return character
    steers = character in _UNSEEN or unicodedata.category(character) in ("Cc", "Cs", "Cf")
    return "\ufffd" if steers else character


def printable(text: str) -> str:
    """A text on one line, without what would steer the terminal."""
    if text.isprintable():
        return text
    return "".join(seen(character) for character in re.sub(r"[\r\n\t]+", " ", text))


def named(name: str) -> str:
    """A name that may begin a line: on one line, and with `./` where a CI service would take it for a command."""
    return printable(f"./{name}" if name.lstrip().startswith(("::", "##")) else name)


def json_text(data: Any) -> str:
    """JSON for programs and people: letters as they are, and what is not seen or steers a terminal as `\\u…`."""
    text = json.dumps(data, indent=2, ensure_ascii=False)
    if not text.replace("\n", "").isprintable():
        text = "".join(each if each == "\n" or each.isprintable() else json.dumps(each)[1:-1] for each in text)
    return f"{text}\n"


def wants_colour(stream: object) -> bool:
    """Whether to colour what goes to a stream: a terminal, and nobody said NO_COLOR (https://no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or bool(getattr(stream, "isatty", lambda: False)())


def terminal_width() -> int:
    """How many characters fit on a line."""
    return max(60, min(shutil.get_terminal_size((100, 24)).columns, 120))
