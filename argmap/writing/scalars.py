"""How one text is written in YAML: plain where that is safe, else between double quotes, folded where it is long."""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.loader.near_words import double_quoted

WIDTH = 120
"""Columns of a line; what is indented deeply has `LEAST` columns however deep it stands."""
LEAST = 60

_OUTER = " \t\r\n"
"""White space around a text, which the model leaves away."""
_SPECIAL = re.compile("[\\t\\r\\x85\\u2028\\u2029\\ufeff]")
"""What some reader of YAML takes for a line break, or an editor changes in passing."""
_NOT_PLAIN = re.compile(
    r"""^[\s\-?:,\[\]{}#&*!|>'"%@`]|\s$|:(?:\s|$)|\s\#|[\t\n\r\x85\u2028\u2029\ufeff]|^(?:---|\.\.\.|<<$|=$)""",
    re.VERBOSE,
)
_NOT_PLAIN_INSIDE = re.compile(r"[,\[\]{}:?]")
"""What must not stand in a plain text between brackets; some of it for the sake of older readers."""
_NO_TEXT = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\.inf|\.[0-9]|[0-9])[0-9a-fx_.:eo+-]*|\.nan"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*",
    re.IGNORECASE,
)
"""What another reader of YAML may take for a number, a date or a truth value: it stays as it is written."""
_BREAK = re.compile(r"\r\n|\n|\r")
_FOLD = re.compile(r"\n+")
_JOINT = re.compile(r"(?<=[^ \t]) (?=[^ \t])")
"""A single space between words: the only place at which folding is safe."""


class Written(NamedTuple):
    """A text in YAML: what stands on the line of its key, and the lines below, not yet indented."""

    line: str
    below: tuple[str, ...] = ()


def room(indent: int) -> int:
    """The column at which a line ends."""
    return max(WIDTH, indent + LEAST)


def is_plain(text: str, inside: bool = False) -> bool:
    """Whether a text can stand without quotes; `inside`: between brackets."""
    if not text or _NOT_PLAIN.search(text):
        return False
    return not (inside and _NOT_PLAIN_INSIDE.search(text))


def on_one_line(text: str, was: str, *, inside: bool = False, quoted: bool = False) -> str:
    """Plain or quoted. `was` is the text as it is written now; `quoted`: in quotes in any case."""
    if not quoted and is_plain(text, inside) and not (was[:1] in ("'", '"', "|", ">") and _NO_TEXT.fullmatch(text)):
        return text
    return double_quoted(text)


def has_letter(text: str) -> bool:
    """Whether there is a word in a text, or the beginning of one."""
    return any(map(str.isalpha, text))


def trimmed(text: str) -> str:
    """Without the white space around it that the model leaves away as well."""
    return text.strip(_OUTER)


def written(text: str, was: str, column: int, indent: int, *, quoted: bool = False) -> Written:
    """A text after its key or dash. `was` is the text as it is written now.

    `column` is where it would begin on that line, `indent` where its own lines would begin. A text that is folded
    already and keeps within the width stays as it is folded.
    """
    if was.startswith(">") and _JOINT.search(text) and (kept := _kept(text, was, room(indent - 2) - indent)):
        return Written(">-", kept)
    if "\n" in text:
        return _on_lines(text, was, indent)
    line = on_one_line(text, was, quoted=quoted)
    if column + len(line) <= room(indent - 2) or _SPECIAL.search(text) or not _JOINT.search(text):
        return Written(line)
    if text != trimmed(text):
        return Written(line)
    return Written(">-", tuple(_filled(text, room(indent - 2) - indent)))


def _kept(text: str, was: str, width: int) -> tuple[str, ...] | None:
    """The lines of a folded text where they may stay; None where they do not fit, or fold to something else."""
    if _SPECIAL.search(text):
        return None
    lines = tuple(line.strip(_OUTER) for line in _BREAK.split(was.rstrip(_OUTER))[1:])
    if not any(lines) or max(map(len, lines)) > width or not lines[0]:
        return None
    return lines if _FOLD.sub(lambda found: "\n" * (len(found[0]) - 1) or " ", "\n".join(lines)) == text else None


def _on_lines(text: str, was: str, indent: int) -> Written:
    """A text of several lines or paragraphs: literally as it stood so, else folded; in quotes where neither can be."""
    lines = text.split("\n")
    if _SPECIAL.search(text) or not lines[0] or not lines[-1] or any(line.endswith(" ") for line in lines):
        return Written(double_quoted(text))
    if lines[0].startswith(" "):
        return Written(double_quoted(text))
    if was.startswith("|") or any(line.startswith(" ") for line in lines):
        return Written("|-", tuple(lines))
    folded = [""]
    for number, line in enumerate(lines):
        folded += [""] * (number > 0) + (_filled(line, room(indent - 2) - indent) if line else [])
    return Written(">-", tuple(folded[1:]))


def _filled(text: str, width: int) -> list[str]:
    """Words on lines of at most so many columns, broken at single spaces only."""
    lines: list[str] = []
    for word in _JOINT.split(text):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines
