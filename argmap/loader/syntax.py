"""What libyaml says of broken YAML, put into words that help; and how to read on after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import yaml

from argmap.loader.faults import Advice
from argmap.loader.faulty_pieces import Repair, error_in, faulty, place_of
from argmap.loader.near_words import code
from argmap.loader.nodes import Document
from argmap.loader.repairs import repair
from argmap.model.diagnostics import Edit, Fix

_LONGEST = 500_000
"""Characters of a text in which repairs are looked for."""
_SHOWN = 200
"""Characters of a repair that is shown."""

_LOOK = (
    "Look at this line and the one above: the keys of one statement begin in the same column, every key has a colon, "
    "brackets and quotes are closed, and a text with a colon, quotes or brackets stands in quotes."
)
_PLAIN_WORDS = (
    ("mapping values are not allowed", "a colon followed by a space stands inside plain text"),
    ("found unexpected end of stream", "this quote is never closed"),
    ("found unexpected document indicator", "this quote is not closed before `---`"),
    ("did not find expected ',' or ']'", "a list in brackets is not closed, or lacks a comma"),
    ("did not find expected ',' or '}'", "a mapping in braces is not closed, or lacks a comma"),
    ("did not find expected node content", "a value is missing here"),
    ("did not find expected key", "this is not a key of what stands above"),
    ("did not find expected '-' indicator", "this is not an item of the list above"),
    ("could not find expected ':'", "a key without its colon"),
)
_AT_CONTEXT = ("unexpected end of stream", "unexpected document indicator", "expected ',' or", "find expected ':'")
"""Where the beginning is what is wrong, not the place where the parser gave up."""


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """A fault of syntax: its name, place, words, and what mends it."""

    rule: str
    start: int
    end: int
    message: str
    advice: Advice


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


def explain(error: yaml.YAMLError, document: Document, text: str) -> tuple[list[SyntaxFault], tuple[int, int]]:
    """The faults that a parser's error stands for, and the piece of the text that they are in.

    `text` is that of the document, perhaps with parts of it blanked.
    """
    if len(text) > _LONGEST or not isinstance(error, yaml.MarkedYAMLError):
        return [_in_general(error, text, 0)], (0, len(text))
    start, end = faulty(text, error)
    repairs = repair(text[start:end])
    if not repairs:
        inside = error_in(text[start:end])
        return [_in_general(inside or error, text, start if inside else 0)], (start, end)
    edits = tuple(Edit(document.span(start + each.start, start + each.end), text=each.text) for each in repairs)
    if repairs[0].rule == "tab-indentation":
        return [_repaired(repairs[0], start, edits)], (start, end)
    return [_repaired(each, start, (edit,)) for each, edit in zip(repairs, edits, strict=True)], (start, end)


def _repaired(repair: Repair, start: int, fix: Fix) -> SyntaxFault:
    """The fault that a repair mends; the edits are offered where nothing is for the author to say."""
    first, last = repair.mark or (repair.start, repair.end)
    help = repair.help or f"Write {code(repair.text)}."
    if not repair.help and len(repair.text) > _SHOWN:
        help = 'Put it between double quotes, with `\\\\` for each backslash in it and `\\"` for each double quote.'
    return SyntaxFault(
        repair.rule, start + first, start + last, repair.message, Advice(help, fix if repair.safe else ())
    )


def _in_general(error: yaml.YAMLError, text: str, start: int) -> SyntaxFault:
    """What the parser says, where no repair was found."""
    problem = error.problem or "" if isinstance(error, yaml.MarkedYAMLError) else str(error)
    at = place_of(error)
    if isinstance(error, yaml.MarkedYAMLError) and error.context_mark and any(each in problem for each in _AT_CONTEXT):
        at = error.context_mark.index
    at = min(start + at, len(text))
    return SyntaxFault("yaml-syntax", at, at + 1, _words(problem), Advice(_LOOK))


def _words(problem: str) -> str:
    return next((message for known, message in _PLAIN_WORDS if known in problem), f"this is not YAML: {problem}")


CONFLICT = (
    "a merge conflict was left here",
    "Keep what is to stay of both versions, and delete the lines with <<<<<<<, ======= and >>>>>>>.",
)
"""What is said of it: the message and the help."""

_PARTING = re.compile(
    r"^(?P<sign>\.\.\.|---)[ \t]*(?=\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*+(?P<next>[ \t]*[^\s#][^\n]*))", re.MULTILINE
)
"""A line that ends a document, and the next that says something."""
_SAYS = re.compile(r"^[ \t]*(?!#|---|\.\.\.)[^\s]", re.MULTILINE)


def undivided(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text, of the same length, without the lines that end it too early; and where they stand.

    Behind `...` a document can only begin with `---`, and no document begins in the middle of a list.
    """
    first = _SAYS.search(text)
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


_FENCE = re.compile(r"^`{3}[ \t]*\w*(?=[ \t\r]*$)", re.MULTILINE)


def unfenced(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text, of the same length, without the lines by which Markdown parts code from text; and where they stand."""
    return _FENCE.sub(lambda fence: " " * len(fence[0]), text), [fence.span() for fence in _FENCE.finditer(text)]


_MARK = re.compile(r"^(?:([<|>])\1{6,}(?: [^\r\n]*)?|(=){7,})\r?$", re.MULTILINE)


class Conflict(NamedTuple):
    """A conflict that git left: where its first line stands, and the two versions."""

    line: tuple[int, int]
    versions: tuple[tuple[int, int], tuple[int, int]]


def conflicts_in(text: str) -> Iterator[Conflict]:
    """The conflicts of a text. Nothing else in YAML is written so: marks stand at the very beginning of a line, where
    only keys of a file stand.
    """
    open_ = list[re.Match[str]]()
    for mark in _MARK.finditer(text):
        sign = mark[1] or mark[2]
        if sign == "<":
            open_ = [mark]
        elif open_ and sign != ">":
            open_.append(mark)
        elif len(open_) > 1:
            first, second, last = open_[0], open_[1], open_[-1]
            line = first.start(), first.start() + len(first[0].rstrip("\r"))
            yield Conflict(line, ((first.end(), second.start()), (last.end(), mark.start())))
            open_ = []


def settled(text: str, version: int) -> tuple[str, list[Conflict]]:
    """The text, of the same length, with one version of each conflict, 0 or 1; and the conflicts."""
    found, parts, done = list(conflicts_in(text)), list[str](), 0
    for conflict in found:
        start, end = conflict.versions[version]
        behind = re.compile(r"[^\n]*").match(text, conflict.versions[1][1])
        after = behind.end() if behind else end
        parts += [text[done : conflict.line[0]], _blank(text[conflict.line[0] : start]), text[start:end]]
        parts.append(_blank(text[end:after]))
        done = after
    return "".join([*parts, text[done:]]), found


def _blank(text: str) -> str:
    return re.sub(r"[^\r\n]", " ", text)


_ITEM = re.compile(r"^([ ]*)- ", re.MULTILINE)


def blank_out(text: str, error: yaml.YAMLError, piece: tuple[int, int]) -> str:
    """The text, of the same length, without the list item around a fault; or the piece, where that is not enough."""
    start, end = piece
    inside = error_in(text[start:end])
    if isinstance(inside, yaml.MarkedYAMLError):
        item = _item(text[start:end], inside)
        left = text[: start + item[0]] + _blank(text[start + item[0] : start + item[1]]) + text[start + item[1] :]
        if error_in(left[start : text.find("\n", end) + 1 or len(text)]) is None:  # with the line on which it goes on
            return left
    elif inside is None:  # each half is right by itself: what the parser came upon goes
        start = max(start, text.rfind("\n", 0, place_of(error)) + 1)
    return text[:start] + _blank(text[start:end]) + text[end:]


def _item(piece: str, error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """The innermost list item around an error; where there is none, the piece but for a key on a line of its own."""
    marks = [mark.index for mark in (error.context_mark, error.problem_mark) if mark]
    start = _item_around(piece, min(marks[-1], len(piece)))
    if start is None:
        alone = re.match(r"\S[^\n]*:[ \t\r]*\n", piece)
        return alone.end() if alone else 0, len(piece)
    if "'-' indicator" not in (error.problem or ""):  # There the context is the list, not the item.
        first = _item_around(piece, min(marks[0], len(piece)))
        start = min(start, first) if first is not None else start
    return start, _item_end(piece, start, max(marks))


def _item_around(text: str, at: int) -> int | None:
    """Where the line begins that opens the innermost list item around a place: what follows is indented further."""
    line_end = text.find("\n", at)
    start = line_end if line_end >= 0 else len(text)
    least: int | None = None
    while start >= 0:
        end, start = start, text.rfind("\n", 0, start)
        line = text[start + 1 : end]
        said = line.lstrip(" ")
        if said.strip() and said[0] != "#":
            indent = len(line) - len(said)
            if said.startswith("- ") and (least is None or indent < least):
                return start + 1
            least = indent if least is None else min(least, indent)
    return None


def _item_end(text: str, start: int, behind: int) -> int:
    """Where the next line begins, after a place, that is indented no deeper than the item."""
    match = _ITEM.match(text, start)
    indent = len(match[1]) if match else 0
    for line in re.compile(rf"^[ ]{{0,{indent}}}[^\s#]", re.MULTILINE).finditer(text, max(behind, start + indent + 1)):
        return line.start()
    return len(text)
