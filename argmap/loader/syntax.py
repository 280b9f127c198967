"""What makes a file something else than one document of YAML: conflicts, lines that end it early, another program's
form. What libyaml says of the rest is in `broken_yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from argmap.loader.faults import Advice
from argmap.model.diagnostics import Fix
from argmap.wording.patterns import pattern


class SyntaxFault(NamedTuple):
    """A fault of syntax: its name, place, words, and what mends it."""

    rule: str
    start: int
    end: int
    message: str
    advice: Advice
    mend: Fix = ()
    """What the advice comes to, be it sure or not."""


_PROGRAMS = (
    ("BibTeX", "bib", re.compile(r"(?:[ \t]*%[^\n]*\n|\s)*+@[A-Za-z]+\s*[{(]")),
    ("RIS", "ris", re.compile(r"\s*TY[ \t]{1,4}-[ \t]?\w")),
)
"""Bibliographies as programs export them that are no YAML: what each is called, its ending, how it begins."""


def of_a_program(text: str) -> SyntaxFault | None:
    """The fault of a bibliography that is another program's export under our name; None where it is none."""
    for name, ending, begin in _PROGRAMS:
        if begin.match(text):
            help = f"Move it to a file of its own, and run 'argmap sources import FILE.{ending}'."
            message = f"this is {name}, and sources.yaml is YAML"
            return SyntaxFault("yaml-syntax", 0, len(text), message, Advice(help))
    return None


CONFLICT = (
    "a merge conflict was left here",
    "Keep what is to stay of both versions, and delete the lines with <<<<<<<, ======= and >>>>>>>.",
)
"""What is said of it: the message and the help."""

_PARTING = pattern(
    r"^(?P<sign>\.\.\.|---)[ \t]*(?=\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*+(?P<next>[ \t]*[^\s#][^\n]*))", re.MULTILINE
)
"""A line that ends a document, and the next that says something."""
_SAYS = pattern(r"^[ \t]*(?!#|---|\.\.\.)[^\s]", re.MULTILINE)


def undivided(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text, of the same length, without the lines that end it too early; and where they stand.

    Behind `...` a document can only begin with `---`, and no document begins in the middle of a list.
    """
    first = _SAYS.search(text) if "\n---" in text or "\n..." in text else None
    lines = _PARTING.finditer(text, first.start()) if first else ()
    found = [line.span("sign") for line in lines if _parts_nothing(line)]
    parts, at = list[str](), 0
    for start, end in found:
        parts += [text[at:start], "   "]
        at = end
    return "".join([*parts, text[at:]]), found


def _parts_nothing(line: re.Match[str]) -> bool:
    if line["sign"] == "...":
        return not line["next"].startswith(("---", "..."))
    return line["next"].startswith((" ", "- "))


FENCE = pattern(r"^`{3}[ \t]*\w*(?=[ \t\r]*$)", re.MULTILINE)
"""A line by which Markdown parts code from text."""
PROSE = pattern(r"^(?:\.\.\.[ \t]*+|---[ \t]++(?![|>\[{&!%*\"']))[^\s#.-][^\r\n]*", re.MULTILINE)
"""A line that ends a document, with words on it."""


def without_lines(lines: re.Pattern[str], text: str, *signs: str) -> tuple[str, list[tuple[int, int]]]:
    """The text, of the same length, without some lines; and where they stand. Each of them holds one of the signs."""
    if not any(sign in text for sign in signs):  # twenty times as fast as to look for the lines
        return text, []
    return lines.sub(lambda line: " " * len(line[0]), text), [line.span() for line in lines.finditer(text)]


_SIGN = r"(?:([<|>])\1{6,}(?: [^\r\n]*)?|(=){7,})\r?$"
_MARK = pattern(f"^{_SIGN}", re.MULTILINE)
_MOVED = pattern(r"^[ ]+<{7}", re.MULTILINE)
_INDENTED = pattern(f"^[ ]*{_SIGN}", re.MULTILINE)


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text, of the same length, without the lines of conflicts of which others are gone; and where they stand."""
    return without_lines(_MARK, text, *(sign * 7 for sign in "<=>|"))


class Conflict(NamedTuple):
    """A conflict that git left: where its first line stands, and the two versions."""

    line: tuple[int, int]
    versions: tuple[tuple[int, int], tuple[int, int]]


def conflicts_in(text: str) -> Iterator[Conflict]:
    """The conflicts of a text. Nothing else in YAML is written so; an editor may have indented all three marks."""
    if "<" * 7 not in text:
        return
    open_, form = list[tuple[int, int]](), _MARK
    if _MOVED.search(text):
        from argmap.loader.faulty_pieces import error_in

        form = _INDENTED if error_in(text) else _MARK  # in a text that can be read it is a part of that
    for mark in form.finditer(text):
        sign, start = mark[1] or mark[2], mark.end() - len(mark[0].lstrip(" "))
        if sign == "<":
            open_, indent = [(start, mark.end())], start - mark.start()
        elif not open_ or indent != start - mark.start():
            continue
        elif sign != ">":
            open_.append((start, mark.end()))
        elif len(open_) > 1:
            first, second, last = open_[0], open_[1], open_[-1]
            line = first[0], first[0] + len(text[slice(*first)].rstrip("\r"))
            yield Conflict(line, ((first[1], second[0]), (last[1], start)))
            open_ = []


def settled(text: str, version: int) -> tuple[str, list[Conflict]]:
    """The text, of the same length, with one version of each conflict, 0 or 1; and the conflicts."""
    found, parts, done = list(conflicts_in(text)), list[str](), 0
    for conflict in found:
        start, end = conflict.versions[version]
        behind = re.compile(r"[^\n]*").match(text, conflict.versions[1][1])
        after = behind.end() if behind else end
        parts += [text[done : conflict.line[0]], blanked(text[conflict.line[0] : start]), text[start:end]]
        parts.append(blanked(text[end:after]))
        done = after
    return "".join([*parts, text[done:]]), found


def blanked(text: str) -> str:
    """A text of blanks as long, on as many lines."""
    return re.sub(r"[^\r\n]", " ", text)
