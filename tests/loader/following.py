"""A reader who does what an advice says, to the letter and without a thought of their own.

*Write* is to put what stands between backticks in place of what is marked, *Add* is to put it on a line of its own
(between braces: behind a comma) beside what is marked, *Delete* is to take away the entry or item that is marked. Of
two things that may be written the first is; where a name of the author's own has to go in, any will do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import takewhile

import yaml

from argmap.model.diagnostics import Diagnostic, Span

OWN = {"IDS": "plan", "ID": "plan", "NUMBER": "0.7", "NAME": "name"}
"""What this reader writes where it is theirs to say."""


def follow(files: Mapping[str, str], found: Diagnostic) -> dict[str, str] | None:
    """The files after an advice was followed; None where it takes thought."""
    text, help = files.get(found.span.file, ""), _LONG_TICKS.sub(_one_tick, found.help or "")
    wanted, act = next(((match, act) for form, act in _ACTS if (match := form.match(help))), (None, None))
    new = act(text, found, wanted) if act and wanted else None
    if new is None:
        return None
    after = {**files, found.span.file: new.replace(_TICK, "`")}
    if also := _ALSO.search(help):
        after["sources.yaml"] += f"  - {also[1]}\n"
    return after


_LONG_TICKS, _TICK = re.compile(r"(`{2,}) (.+?) \1(?!`)", re.DOTALL), "\ue000"
"""A text with backticks in it stands between more of them; here they are another sign meanwhile."""


def _one_tick(found: re.Match[str]) -> str:
    return f"`{found[2].replace('`', _TICK)}`"


def _write(text: str, found: Diagnostic, wanted: re.Match[str]) -> str:
    new = text[: found.span.start] + _filled(wanted[1], found) + text[found.span.end :]
    below = _BELOW.search(found.help or "")
    return _added(new, found.span, below[1]) if below else new


def _at_end(text: str, found: Diagnostic, wanted: re.Match[str]) -> str:
    end = _line(text, found.span.start)[1] - 1
    return text[:end].rstrip() + wanted[1] + text[end:]


def _tabs(text: str, found: Diagnostic, wanted: re.Match[str]) -> str:
    return re.sub(r"(?m)^[ \t]+", lambda indent: indent[0].replace("\t", " " * int(wanted[1])), text)


def _marked(text: str, found: Diagnostic, wanted: re.Match[str]) -> str | None:
    span = found.span
    return text[: span.start] + text[span.end :].lstrip(" ") if text[span.start : span.end] == wanted[1] else None


def _dashes(text: str, found: Diagnostic, wanted: re.Match[str]) -> str:
    start, end, column = _line(text, found.span.start)[0], found.span.end, found.span.column - 1
    first = " " * column + wanted[1]
    lines = text[start:end].splitlines(keepends=True)
    done = (" " * column + "- " + line[column:] if line.startswith(first) else f"  {line}" for line in lines)
    return text[:start] + "".join(done) + text[end:]


def _spaced(text: str, found: Diagnostic, wanted: re.Match[str]) -> str:
    start, end = _line(text, found.span.start)
    while end < len(text) and re.match(rf"\n| {{{found.span.column}}}", text[end:]):
        end = _line(text, end)[1]
    done = _with_dash(text[start:end])
    while wanted[2] and (below_it := re.search(r"(?m)^( *)-(?=[a-z]).*\n(?:(?:\1 .*)?\n)*", done)):
        done = done[: below_it.start()] + _with_dash(below_it[0]) + done[below_it.end() :]
    return text[:start] + done + text[end:]


def _with_dash(statement: str) -> str:
    """A space after its dash, and the lines below moved so that the first of them stands in line."""
    first, *below = statement.splitlines(keepends=True)
    column = len(first) - len(first.lstrip(" ")) + 2
    by = column - (len(below[0]) - len(below[0].lstrip(" "))) if below else 0
    return first.replace("-", "- ", 1) + "".join(" " * by + line if by > 0 else line[-by:] for line in below)


def _no_dash(text: str, found: Diagnostic, wanted: re.Match[str]) -> str | None:
    at = text.rfind("-", 0, found.span.start)
    return f"{text[:at]} {text[at + 1 :]}" if at >= 0 else None


_ACTS: tuple[tuple[re.Pattern[str], Callable[[str, Diagnostic, re.Match[str]], str | None]], ...] = (
    (
        re.compile(r"^(?!.*there already)(?:Write|Did you mean|Keep one:)[^`]{0,60}?`(.+?)`(?=[ ,.;:?]|$)", re.DOTALL),
        _write,
    ),
    (re.compile(r"^Put `(.+?)` at the end of the line"), _at_end),
    (re.compile(r"^Put (\d+) spaces for each tab that begins a line"), _tabs),
    (re.compile(r"^Put `- ` before each `(.+?)`, and two spaces before each line that belongs to it"), _dashes),
    (re.compile(r"^Put a space after its dash, and (one more before each line that belongs to it"
                r"|begin the keys below it in column \d+)(; so with each dash below)?"), _spaced),
    (re.compile(r"^Put two spaces in place of the dash before it"), _no_dash),
    (re.compile(r"^Put `# ` before each of its lines"), lambda text, found, wanted: _as_comment(text, found.span)),
    (re.compile(r"^Put `- ` before each `(.+?)` in column (\d+)"),
     lambda text, found, wanted: _with_dashes(text, found.span, wanted)),
    (re.compile(r"^Put (\d+) spaces before (?:each of these lines|this line)"),
     lambda text, found, wanted: _indented(text, found.span, int(wanted[1]))),
    (re.compile(r"^Put `(.+?)` before it"), lambda text, found, wanted: _before(text, found.span, wanted[1])),
    (re.compile(r"^Begin this line alone in column (\d+)"),
     lambda text, found, wanted: _before(text, found.span, " " * (int(wanted[1]) - found.span.column))),
    (re.compile(r"^Begin it in column (\d+), with what belongs to it"),
     lambda text, found, wanted: _moved(text, found.span, int(wanted[1]))),
    (re.compile(r"^Begin it and the keys below it in column (\d+), with what belongs to them"),
     lambda text, found, wanted: _moved(text, found.span, int(wanted[1]), beside=True)),
    (re.compile(r"^Add `(.+?)`(?=[ ,.;:]|$)"),
     lambda text, found, wanted: _added(text, found.span, _filled(wanted[1], found))),
    (re.compile(r"^(?:Write a space instead|Put a space in place of the tab after the dash)"),
     lambda text, found, wanted: f"{text[: found.span.start]} {text[found.span.end :]}"),
    (re.compile(r"^Delete this comma"), lambda text, found, wanted: _cut(text, found.span)),
    (re.compile(r"^Delete this character"), lambda text, found, wanted: _cut(text, found.span)),
    (re.compile(r"^Delete `(.+?)`\."), _marked),
    (re.compile(r"^Delete (?:it|this|the line|one)\b"), lambda text, found, wanted: _deleted(text, found.span)),
)  # fmt: skip
"""How an advice begins, and what its reader does."""
_BELOW = re.compile(r", and below it `(.+?)`\.$", re.DOTALL)
_ALSO = re.compile(r"add `- (.+?)` to sources\.yaml")


def _before(text: str, span: Span, new: str) -> str:
    return text[: span.start] + new + text[span.start :]


def _with_dashes(text: str, span: Span, wanted: re.Match[str]) -> str:
    start, indent = _line(text, span.start)[0], " " * (int(wanted[2]) - 1)
    done = re.sub(rf"(?m)^{indent}(?={wanted[1]})", f"{indent}- ", text[start : span.end])
    return text[:start] + done + text[span.end :]


def _indented(text: str, span: Span, by: int) -> str:
    start = _line(text, span.start)[0]
    lines = text[start : span.end].splitlines(keepends=True)
    return text[:start] + "".join(" " * by + line if line.strip() else line for line in lines) + text[span.end :]


def _as_comment(text: str, span: Span) -> str:
    """With a sign of a comment before each line of an entry: those below it that are indented further."""
    end, column = _line(text, span.start)[1], span.column - 1
    while end < len(text) and re.match(rf"\s*\n| {{{column + 1}}}| {{{column}}}- ", text[end:]):
        end = _line(text, end)[1]
    lines = text[span.start : end].splitlines(keepends=True)
    below = (f"{line[:column]}# {line[column:]}" if line.strip() else line for line in lines[1:])
    return f"{text[: span.start]}# {lines[0]}{''.join(below)}{text[end:]}"


def _cut(text: str, span: Span) -> str:
    return text[: span.start] + text[span.end :]


def _filled(wanted: str, found: Diagnostic) -> str:
    """The text with the reader's own words in it."""
    known = {**OWN, "ID": "article"} if "sources.yaml" in (found.help or "") or "source" in wanted else OWN
    for name, own in known.items():
        wanted = re.sub(rf"(?<![A-Za-z]){name}(?![A-Za-z])", own, wanted)
    return wanted


def _line(text: str, at: int) -> tuple[int, int]:
    """Where the line of a place begins, and where the next does."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end + 1


def _inside(text: str, span: Span) -> bool:
    """Whether a place stands between brackets."""
    depth = 0
    with suppress(yaml.YAMLError):
        for token in takewhile(lambda token: token.start_mark.index < span.start, yaml.scan(text, yaml.SafeLoader)):
            depth += isinstance(token, yaml.FlowMappingStartToken | yaml.FlowSequenceStartToken)
            depth -= isinstance(token, yaml.FlowMappingEndToken | yaml.FlowSequenceEndToken)
    return depth > 0


def _moved(text: str, span: Span, column: int, *, beside: bool = False) -> str:
    """With the line, and those below that are indented further (or as far), so that what is marked begins in a
    column.
    """
    start, end = _line(text, span.start)
    indent, move = len(text[start:end]) - len(text[start:end].lstrip(" ")), column - span.column
    least = indent + (2 if text[span.start] == "-" else 1)
    belongs = re.compile(rf" {{{least},}}\S" + (rf"| {{{indent}}}[^\s-]" if beside else ""))
    while end < len(text) and belongs.match(text, end):
        end = _line(text, end)[1]
    lines = text[start:end].splitlines(keepends=True)
    return text[:start] + "".join(" " * move + line if move > 0 else line[-move:] for line in lines) + text[end:]


def _added(text: str, span: Span, new: str) -> str:
    start, end = _line(text, span.start)
    if _inside(text, span):
        behind = re.compile(r"[^,{}\[\]]*").match(text, span.end)
        at = behind.end() if behind else span.end
        return f"{text[:at]}, {new}{text[at:]}"
    before = re.match(r"[ -]*", text[start:end])
    indent = " " * len(before[0] if before else "")
    return f"{text[:end]}{indent}{new}\n{text[end:]}"


def _deleted(text: str, span: Span) -> str:
    start, end = _line(text, span.start)
    if _inside(text, span):
        return _cut_out(text, span)
    indent = len(text[start:end]) - len(text[start:end].lstrip(" "))
    while end < len(text) and re.match(rf" {{{indent + 1},}}\S", text[end:]):  # what belongs to it goes with it
        end = _line(text, end)[1]
    return text[:start] + text[end:]


def _cut_out(text: str, span: Span) -> str:
    """Without the entry between brackets that a place is in, and without a comma too many."""
    start = max(text.rfind(mark, 0, span.start) for mark in "{[,")
    depth, end = 0, start + 1
    while text[end] not in ",}]" or depth:
        depth += (text[end] in "{[") - (text[end] in "}]")
        end += 1
    if text[start] == ",":
        return text[:start] + text[end:]
    return text[: start + 1] + text[end + (text[end] == ",") :].lstrip(" ")
