"""What libyaml says of broken YAML, put into words that help; and how to read on behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from argmap.loader.nodes import Document
from argmap.loader.vocabulary import every_key

_QUOTE = "Put the whole text in double quotes."
_INDENT = (
    "Look at this line and the one above: the keys of one statement begin in the same column, every key has a colon, "
    "and quotes are closed."
)
_PLAIN_WORDS = (
    ("mapping values are not allowed", "a colon followed by a space stands inside plain text", _QUOTE),
    ("found unexpected end of stream", "a quote is opened here and never closed", "Close it with the same quote."),
    ("found unexpected document indicator", "a quote is opened here and not closed before `---`", "Close it."),
    ("did not find expected ',' or ']'", "a list in brackets is not closed, or lacks a comma", "Close it with `]`."),
    ("did not find expected ',' or '}'", "a mapping in braces is not closed, or lacks a comma", "Close it with `}`."),
    ("did not find expected node content", "a value is missing here", "Write the value, or put the text in quotes."),
    ("did not find expected key", "neither a key of what stands above nor its end", _INDENT),
    ("did not find expected '-' indicator", "neither an item of the list above nor its end", _INDENT),
    ("block sequence entries are not allowed", "a list cannot begin here", "Begin it on a line of its own."),
    ("block mapping entries are not allowed", "a mapping cannot begin here", "Begin it on a line of its own."),
    ("mapping keys are not allowed", "a key cannot stand here", "Begin it on a line of its own."),
    ("could not find expected ':'", "a key without its colon", "Write `key: value`, or indent it as part of a text."),
    ("found unknown escape", "a backslash before a character that it does not belong to", "Write it twice: `\\\\`."),
    ("did not find expected hexdecimal", "a backslash code without its digits", "Write the backslash twice: `\\\\`."),
    ("invalid Unicode character escape", "a backslash code that is no character", "Write the character itself."),
    ("did not find expected alphabetic", "text that begins with `*` or `&` must be quoted", _QUOTE),
    ("did not find expected comment or line break", "`|` and `>` must end their line", "Begin the text below it."),
    ("found undefined tag handle", "text that begins with `!` must be quoted", _QUOTE),
    ("did not find expected <document start>", "this does not belong to what stands above", _INDENT),
)
_AT_CONTEXT = ("found unexpected end of stream", "found unexpected document indicator", "expected ',' or")
"""Where the beginning is what is wrong, not the place where the parser gave up."""


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """A fault of syntax: its name, place, words, and the lines that must go so that the rest can be read."""

    rule: str
    start: int
    end: int
    message: str
    help: str


def explain(error: yaml.YAMLError, document: Document) -> SyntaxFault:
    """The fault that a parser's error stands for."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return SyntaxFault("yaml-syntax", 0, 1, f"this is not YAML: {error}", _INDENT)
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if error.context_mark and any(words in problem for words in _AT_CONTEXT):
        mark = error.context_mark
    at = min(mark.index if mark else 0, len(document.text))
    if tab := _tab_before(document.text, at):
        help = "Indent with spaces."
        return SyntaxFault("tab-indentation", tab - 1, tab, "a tab stands where YAML wants spaces", help)
    if "mapping values are not allowed" in problem and (deeper := _too_deep(document.text, at)):
        return deeper
    if "expected key" in problem and document.text[max(at - 2, 0) : at].rstrip(" ")[-1:] in ('"', "'"):
        help = "Inside a quoted text write \\\" (or '' in single quotes); or an earlier quote was not closed."
        return SyntaxFault("yaml-syntax", at, at + 1, "text goes on behind a closing quote", help)
    message, help = _words(problem, document.text[at : at + 1])
    return SyntaxFault("yaml-syntax", at, at + 1, message, help)


_KEY_BEFORE = re.compile(r"[ ]*([a-z_]+)\Z", re.IGNORECASE)
_ENTRY = re.compile(r"[ ]*(?:- +)*([a-z_]+):[ ]+\S", re.IGNORECASE)


def _too_deep(text: str, at: int) -> SyntaxFault | None:
    """A key of the format that is indented further than the key above it, so that YAML reads it as part of its text.

    `at` is the colon. Any other word before a colon is likelier to belong to the text.
    """
    begin = _line_start(text, at)
    key = _KEY_BEFORE.match(text[begin:at])
    above = text[:begin].rstrip()
    entry = _ENTRY.match(above, _line_start(above, len(above)))
    if key is None or entry is None or key[1] not in every_key():
        return None
    column, start = entry.start(1) - entry.start() + 1, begin + key.start(1)
    if start - begin < column:
        return None
    message = f"`{key[1]}` is indented further than `{entry[1]}` above it"
    help = f"Begin it in column {column}, as `{entry[1]}` does; or put the text above in quotes, if it goes on here."
    return SyntaxFault("yaml-syntax", start, start + len(key[1]), message, help)


def _words(problem: str, character: str) -> tuple[str, str]:
    if "cannot start any token" in problem:
        return f"text that begins with `{character}` must be quoted", _QUOTE
    for known, message, help in _PLAIN_WORDS:
        if known in problem:
            return message, help
    return f"this is not YAML: {problem}", _INDENT


def _line_start(text: str, at: int) -> int:
    """Where the line begins that a place is on."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _tab_before(text: str, at: int) -> int:
    """The offset behind a tab in the indentation around a place, 0 where there is none."""
    begin = _line_start(text, at)
    found = re.compile(r"[ ]*(?:- )?[ ]*\t").match(text, begin)
    return found.end() if found else 0


CONFLICT = (
    "a merge conflict was left here",
    "Keep what is to stay of both versions, and delete the lines with <<<<<<<, ======= and >>>>>>>.",
)
"""What is said of it: the message and the help."""

_MARK = re.compile(r"^(?:([<|>])\1{6,}(?: [^\r\n]*)?|(=){7,})\r?$", re.MULTILINE)


def settled(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with the first version of each of git's conflicts, of the same length; and where their first lines are.

    Nothing is written so in YAML: marks stand at the very beginning of a line, where only keys of a file stand.
    """
    found, open_, parts, done = [], list[re.Match[str]](), list[str](), 0
    for mark in _MARK.finditer(text):
        sign = mark[1] or mark[2]
        if sign == "<":
            open_ = [mark]
        elif open_ and sign != ">":
            open_.append(mark)
        elif len(open_) > 1:
            first, second = open_[:2]
            found.append((first.start(), first.start() + len(first[0].rstrip("\r"))))
            parts += [text[done : first.start()], _blank(first[0]), text[first.end() : second.start()]]
            parts.append(_blank(text[second.start() : mark.end()]))
            open_, done = [], mark.end()
    return "".join([*parts, text[done:]]), found


def _blank(text: str) -> str:
    return re.sub(r"[^\r\n]", " ", text)


_ITEM = re.compile(r"^([ ]*)- ", re.MULTILINE)


def blank_out(text: str, error: yaml.YAMLError) -> str | None:
    """The text with the list item around a fault blanked, of the same length; None where it stands in no item."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return None
    marks = [mark.index for mark in (error.context_mark, error.problem_mark) if mark]
    if not marks:
        return None
    start = _item_around(text, min(marks[-1], len(text)))
    if start is None:
        return None
    if "'-' indicator" not in (error.problem or ""):  # There the context is the list, not the item.
        first = _item_around(text, min(marks[0], len(text)))
        start = min(start, first) if first is not None else start
    end = _item_end(text, start, max(marks))
    return text[:start] + re.sub(r"[^\r\n]", " ", text[start:end]) + text[end:]


def _item_around(text: str, at: int) -> int | None:
    """Where the line begins that opens the innermost list item around a place."""
    line_end = text.find("\n", at)
    found = None
    for match in _ITEM.finditer(text, 0, line_end if line_end >= 0 else len(text)):
        found = match
    return found.start() if found else None


def _item_end(text: str, start: int, behind: int) -> int:
    """Where the next line begins, behind a place, that is indented no deeper than the item."""
    match = _ITEM.match(text, start)
    indent = len(match[1]) if match else 0
    for line in re.compile(rf"^[ ]{{0,{indent}}}[^\s#]", re.MULTILINE).finditer(text, max(behind, start + indent + 1)):
        return line.start()
    return len(text)
