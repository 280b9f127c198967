"""What libyaml says of broken YAML, put into words that help; and how to read on after it.

Imported where a file has such a fault, since it takes a while.
"""

from __future__ import annotations

import re

import yaml

from argmap.loader.faults import Advice
from argmap.loader.faulty_pieces import Repair, error_in, faulty, place_of
from argmap.loader.near_words import code
from argmap.loader.nodes import FileText
from argmap.loader.repairs import SHOWN, repair
from argmap.loader.syntax import SyntaxFault, blanked
from argmap.model.diagnostics import Edit, Fix

_LONGEST = 500_000
"""Characters of a text in which repairs are looked for."""

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


def explain(
    error: yaml.YAMLError, document: FileText, text: str, given: str
) -> tuple[list[SyntaxFault], tuple[int, int]]:
    """The faults that a parser's error stands for, and the piece of the text that they are in.

    `text` is the one that was `given`, perhaps with parts of it blanked: these no repair may take away.
    """
    if len(text) > _LONGEST or not isinstance(error, yaml.MarkedYAMLError):
        return [_in_general(error, text, 0)], (0, len(text))
    start, end = faulty(text, error)
    repairs = [] if text[start:end] != given[start:end] else repair(text[start:end])
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
    if not repair.help and len(repair.text) > SHOWN:
        help = 'Put it between double quotes, with `\\\\` for each backslash in it and `\\"` for each double quote.'
    advice = Advice(help, fix if repair.safe else ())
    return SyntaxFault(repair.rule, start + first, start + last, repair.message, advice, fix)


def _in_general(error: yaml.YAMLError, text: str, start: int) -> SyntaxFault:
    """What the parser says, where no repair was found."""
    problem = error.problem or "" if isinstance(error, yaml.MarkedYAMLError) else str(error)
    at = place_of(error)
    if isinstance(error, yaml.MarkedYAMLError) and error.context_mark and any(each in problem for each in _AT_CONTEXT):
        at = error.context_mark.index
    at = min(start + at, len(text))
    message = next((message for known, message in _PLAIN_WORDS if known in problem), f"this is not YAML: {problem}")
    return SyntaxFault("yaml-syntax", at, at + 1, message, Advice(_LOOK))


_ITEM = re.compile(r"^([ ]*)- ", re.MULTILINE)


def blank_out(text: str, error: yaml.YAMLError, piece: tuple[int, int]) -> str:
    """The text, of the same length, without the list item around a fault; or the piece, where that is not enough."""
    start, end = piece
    inside = error_in(text[start:end])
    if isinstance(inside, yaml.MarkedYAMLError):
        item = _item(text[start:end], inside)
        left = text[: start + item[0]] + blanked(text[start + item[0] : start + item[1]]) + text[start + item[1] :]
        if error_in(left[start : text.find("\n", end) + 1 or len(text)]) is None:  # with the line on which it goes on
            return left
    elif inside is None:  # each half is right by itself: what the parser came upon goes
        start = max(start, text.rfind("\n", 0, place_of(error)) + 1)
    return text[:start] + blanked(text[start:end]) + text[end:]


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
