"""Where a word of a file went: an oracle that shares nothing with the loader.

In the debates made here every word of every text occurs once (`w17`), so that a word is lost if it is neither in the
model nor where a finding points.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from argmap.loader import Loaded, read
from argmap.model.diagnostics import Severity

Pick = Callable[[Sequence[Any]], Any]
WORD = re.compile(r"w\d+")
BLOCK = {
    "debate.yaml": "debate: d\ntitle: ¤\nquestion: ¤\nbackground: >-\n  ¤\n  ¤\ndecision:\n  maker: ¤\n"
    "sides:\n  pro: ¤\n  con: ¤\nparties:\n  Kyiv:\n    - ¤\n    - ¤\nterms:\n  a: ¤\n  b: ¤\nvalues:\n  peace: ¤\n"
    "resolutions:\n  - claim: plan\n    text: ¤\n",
    "sources.yaml": "references:\n  - id: article\n    title: ¤\n    publisher: ¤\n    abstract: ¤\n    author:\n"
    "      - family: ¤\n        given: ¤\n      - literal: ¤\n    issued: 2024\n    custom:\n      why: ¤\n",
    "positions/p.yaml": "position: p\ntitle: ¤\nsummary: ¤\narguments:\n  - support: a\n    of: plan\n    role: link\n"
    '    text: ¤\n    evidence:\n      - source: article\n        at: ¤\n        says: ¤\n        quote: "¤"\n'
    "        card: ¤\n        highlight:\n          - ¤\n          - ¤\n    rebuttals:\n      - rebuttal: b\n"
    "        text: ¤\n          ¤\n        weight:\n          value: 0.5\n          because: ¤\n"
    "  - claim: c\n    text: |\n      ¤\n      ¤\n    risk:\n      severity: high\n      mitigation: ¤\n",
}
FLOW = {
    "debate.yaml": "debate: d\ntitle: ¤\ndecision: {maker: ¤, deadline: ¤}\nsides: {pro: ¤, con: ¤}\n"
    "parties: {Kyiv: [¤, ¤], Moscow: [¤]}\nterms: {a: ¤, b: '¤'}\nvalues: {peace: ¤}\n"
    "resolutions: [{claim: plan, text: ¤}]\nrecommendation: {option: plan, because: ¤}\n",
    "sources.yaml": "references:\n  - {id: article, title: ¤, author: [{family: ¤, given: ¤}], custom: {why: ¤}}\n"
    '  - {id: other, title: "¤", publisher: ¤, volume: ¤, note: ¤}\n',
    "positions/p.yaml": "position: p\narguments:\n  - {support: a, of: plan, text: ¤, facets: {actor: ¤, place: ¤}}\n"
    "  - {rebuttal: b, of: plan, role: link, text: ¤,\n     evidence: [{source: article, says: ¤, at: ¤}]}\n"
    "  - {claim: c, text: ¤, ignore: [{rule: x, reason: ¤}], risk: {mitigation: ¤}}\n",
}
DAMAGE = (
    ", ", ",", " #", " # ", "\t#", ": ", ":", " [", "] ", "{", "} ", '"', "'", "\n", "\n  ", "\n    ", "\n      ", "  ",
    "\n    evdnc: ", "\n    evdnc:\n", ", but ", ", but: ", ", text", "null", "~", " & ", "*", "!", "|", ">", "---\n",
    "- ",
    "\n  # ", "\\", "\r\n", "\r", "? ", "%", "@", "`", "\n...\n", "- - ", ", , ", "\u2028", "\x85", "\ufeff", "<<: ",
)  # fmt: skip

_NO_TEXT = re.compile(r"(?<=[\]}|>])[-+]?[ \t]+#.*|[ \t]#[ \t]+(?:- |[\w-]+: ).*|(?<=-)[ \t]+#[\w-]+: .*")
"""Comments that nobody takes for a piece of a text: behind brackets or the sign of a block, or an entry put aside."""
UNREAD = frozenset({"yaml-syntax", "tab-indentation", "yaml-documents", "text-cut-by-comment"})
"""Faults behind which a file may not be read on; they may be noticed some lines late."""


def written(pick: Pick) -> dict[str, str]:
    """The files of a debate, each word of its texts another one."""
    number = iter(range(10**6))
    shapes = pick((BLOCK, FLOW))
    some: Callable[[re.Match[str]], str] = lambda _: " ".join(f"w{next(number)}" for _ in range(pick((1, 2, 3, 4))))  # noqa: E731
    return {file: re.sub("¤", some, shape) for file, shape in shapes.items()}


def damaged(pick: Pick) -> tuple[str, dict[str, str]]:
    """A debate one of whose files somebody has spoilt, and which file."""
    files = written(pick)
    file = pick(sorted(files))
    text = files[file]
    for _ in range(pick((1, 1, 1, 2, 3))):
        at = pick(range(len(text) + 1))
        if pick((True, False)):  # most faults are made between words
            at = text.find(" ", at) if text.find(" ", at) >= 0 else at
        text = text[:at] + pick(DAMAGE) + text[at + pick((0, 0, 0, 0, 1, 2, 5)) :]
    return file, {**files, file: text}


def lost(file: str, files: dict[str, str]) -> list[str]:
    """The words of a file that are neither in the model nor pointed at."""
    loaded = read(files)
    kept = set(WORD.findall(repr(loaded.debate.model_dump()) if loaded.debate else ""))
    lines = re.split(r"\r\n|\n|\r", files[file])
    gone = [
        (number, word)
        for number, line in enumerate(lines, 1)
        if not line.lstrip().startswith("#")
        for word in WORD.findall(_NO_TEXT.sub("", line))
        if word not in kept
    ]
    return [word for number, word in gone if not _is_pointed_at(number, lines, file, loaded)]


def _is_pointed_at(number: int, lines: list[str], file: str, loaded: Loaded) -> bool:
    """Whether a finding is about a line; or an error about what it belongs to, which is left out with all its parts."""
    here = [each for each in loaded.diagnostics if each.span.file == file]
    key_above = number > 1 and lines[number - 2].rstrip().endswith(":")
    if any(each.span.line <= number <= each.span.end_line + key_above for each in here):
        return True
    if file.startswith("positions/") and not (loaded.debate and loaded.debate.positions):
        return any(each.severity is Severity.ERROR for each in here)
    if any(each.rule in UNREAD and (each.span.line - 3 <= number or _is_of_header(number, lines)) for each in here):
        return True
    errors = [each.span.line for each in here if each.severity is Severity.ERROR or each.rule == "foreign-key"]
    if any(_is_of_header(line, lines) or abs(line - number) < 3 for line in errors):
        return True
    around = [range(1, len(lines) + 1)] if loaded.debate is None else list(_around(number, lines))
    return any(line in part for part in around for line in errors)


def _is_of_header(number: int, lines: list[str]) -> bool:
    """Whether a line says what a file is: where that is wrong, all of the file is left out."""
    above = (line for line in reversed(lines[:number]) if line.strip() and not line.startswith((" ", "#")))
    return re.match(r"(?:arguments|references|resolutions):", next(above, "")) is None


def _around(number: int, lines: list[str]) -> Iterator[range]:
    """The items of lists that a line is in, and the keys at the margin, as lines of the file."""
    lines = ["" if line.lstrip().startswith("#") else line for line in lines]  # a comment ends nothing
    indent = len(lines[number - 1]) - len(lines[number - 1].lstrip())
    for before in range(number, 0, -1):
        line = lines[before - 1]
        column = len(line) - len(line.lstrip())
        if line.strip() and column <= indent:
            after = (n for n in range(before + 1, len(lines) + 1) if _ends(lines[n - 1], column))
            indent = min(indent, column)
            if line.lstrip().startswith("-") or column == 0:
                yield range(before, next(after, len(lines) + 1))
        if column == 0 and line.strip():
            return


def _ends(line: str, column: int) -> bool:
    return bool(line.strip()) and len(line) - len(line.lstrip()) <= column
