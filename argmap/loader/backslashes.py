"""Backslashes between double quotes that YAML reads as the sign of another character: `"C:\\new"`, `"\\textit{so}"`."""

from __future__ import annotations

import re
from functools import partial

import yaml

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_IN_PATH = re.compile(r"(?:(?<![A-Za-z])[A-Za-z]:|\\{2,4}[\w.-]{1,80})(?:\\{1,2}[\w.-][\w .-]{0,80}){0,20}$")
"""What stands before a backslash in the path of a file."""
_LONGEST_PATH = 300
_COMMAND = re.compile(r"[a-z]+[{^_]")
"""What follows the first letter of a command of LaTeX."""
_FORMULA = re.compile(r"\$(?!\d)[^$]*$")
"""The beginning of a formula; sums of money begin with a digit."""


def as_written(source: str) -> str | None:
    """The text of a scalar between double quotes with those of its backslashes kept that are most likely meant as such;
    None where none is.

    A line break, a tab and the like are meant where they part sentences or columns, not in the middle of a path or
    before the letters of a command.
    """
    doubled = _ESCAPE.sub(partial(_doubled, source), source)
    return str(yaml.load(doubled, Loader=yaml.BaseLoader)) if doubled != source else None


def _doubled(source: str, escape: re.Match[str]) -> str:
    return f"\\{escape[0]}" if _is_meant(source, escape) else escape[0]


def _is_meant(source: str, escape: re.Match[str]) -> bool:
    letter, start, end = escape[1], escape.start(), escape.end()
    before, following = source[max(start - _LONGEST_PATH, 1) : start], source[end : end + 1]
    if letter in "abefv":  # nobody means the bell before a letter
        return following.isalpha()
    if letter not in "ntrNLP_" or not re.match("[a-z0-9]", following):
        return False
    if _IN_PATH.search(before) is not None or (_FORMULA.search(before) is not None and "$" in source[end:]):
        return True
    if letter in "NLP_":  # programs that write YAML spell a space or a line of another kind so
        return False
    return _COMMAND.match(source, end) is not None or (letter != "n" and _begins_word(before, source[end:]))


def _begins_word(before: str, behind: str) -> bool:
    """Whether a word of a command begins at a place, not one that a tab parts from the one before."""
    return re.search(r"(?:^|[\s$({=+*/^-])$", before) is not None and re.match("[a-z]{2}", behind) is not None
