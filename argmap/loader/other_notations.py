"""Repairs of what people bring along from other notations: comments with other signs, the commas and quotes of JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.loader.faulty_pieces import Repair
from argmap.loader.forms import in_quotes
from argmap.loader.piece_lines import Line, lines_of

_COMMENT = re.compile(
    r"(?:[ ]*(?P<sign>//|--(?=\s)|/\*|<!--)|[^\n]*?[\[{\"'\]}],?[ ]+(?P<behind>//|/\*))[ ]*(?P<said>[^\s][^\n]*)$"
)
"""A comment alone on its line, or behind a quote or a bracket."""
_ENTRY = re.compile(
    r"[ ]*(?:- +)*(?:\"[\w-]+\"|[\w-]+):[ ]+(?:\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\n]|'')*')(?P<sign>[ ]*[,;])$"
)
"""A key and a text in quotes, with a comma after it."""
_JSON = re.compile(r"(?:^|[\[{,-])[ ]*(?P<sign>[\"'])[\w-]+(?P=sign)[ ]*:")
"""A key between quotes."""
_ENDS = r"(?![ ]*+(?:[:\]}\n]|$|,[ ]*+(?:[\"'\[{\n]|$)))"
_IN_QUOTES = re.compile(rf"(?<=[\[{{,: ])(?P<sign>[\"'])(?P<said>(?:(?!(?P=sign))[^\\\n]|(?P=sign){_ENDS})++)(?P=sign)")
"""A text between quotes, which goes on behind a quote that nothing follows but words."""


def comments(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """The sign of a comment, for that of another language."""
    found = list[Repair]()
    for line in lines_of(piece):
        note = _COMMENT.match(line.text.rstrip())
        if note:
            sign, said = note["sign"] or note["behind"], re.sub(r"\*/$|-->$", "", note["said"]).rstrip()
            message, start = f"a comment begins with `#`, not with `{sign}`", line.start + line.text.index(sign)
            found.append(Repair(start, line.end, f"# {said}", message, safe=False))
    yield from ([each] for each in found)
    yield found


def commas(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """Nothing for the commas between entries that stand on lines of their own."""
    entries = ((line, _ENTRY.match(line.text.rstrip())) for line in lines_of(piece))
    message = "keys on lines of their own have no comma between them"
    found = [
        Repair(line.start + entry.start("sign"), line.start + entry.end("sign"), "", message, "Delete this comma.")
        for line, entry in entries
        if entry
    ]
    yield from ([each] for each in found)
    yield found


def quotes(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """Quotes around the texts of JSON that have the sign of their own quotes in them: `{'text': 'it's so'}`."""
    found = [
        Repair(*text.span(), in_quotes(text["said"].replace("''", "'")), f"`{text['sign']}` ends this text too early")
        for line in lines_of(piece)
        if _JSON.search(line.text)
        for text in _IN_QUOTES.finditer(piece, line.start, line.end)
        if text["sign"] in text["said"]
    ]
    yield from ([each] for each in found)
    yield found
