"""Text with marks: what the elements of a style are set in, and what a citation comes out as.

A `Rich` is a tuple of pieces, none of them empty. Quotation marks are kept as `OPEN` and `CLOSE` until the very end,
when it is known which are outer and which inner ones; `BREAK` is where a style begins a new block.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

ITALIC, BOLD, SMALL_CAPS, SUPER, SUB, UNDERLINE, UPRIGHT, AS_WRITTEN = (1 << bit for bit in range(8))
"""Marks of a piece; `UPRIGHT` is not turned by italics around it, `AS_WRITTEN` keeps its capitals."""

OPEN, CLOSE, BREAK = "\ue010", "\ue011", "\ue012"


class Piece(NamedTuple):
    """A stretch of text with its marks; `href` where it is a link."""

    text: str
    marks: int = 0
    href: str = ""


Rich = tuple[Piece, ...]

_SECOND_GOES = frozenset(("!.", "!:", "?.", "?:", ":.", ";:", ";.", "!!", "??", "..", "::", ";;", ",,"))
_FIRST_GOES = frozenset((":!", ":?", ";!", ";?", "  ", " ,", " .", f" {BREAK}"))
"""What becomes of two marks that meet where two parts are joined; all other pairs stay."""


def unmarked(text: str) -> Rich:
    """Text without marks."""
    return (Piece(text),) if text else ()


def text_of(rich: Rich) -> str:
    """The text of its pieces, without marks and links."""
    return rich[0].text if len(rich) == 1 else "".join(piece.text for piece in rich)


def mapped(rich: Rich, change: Callable[[str], str]) -> Rich:
    """Each piece that is not a link with its text changed; pieces that become empty go."""
    changed = (piece if piece.href else piece._replace(text=change(piece.text)) for piece in rich)
    return tuple(piece for piece in changed if piece.text)


def joined(parts: Sequence[Rich], delimiter: str = "") -> Rich:
    """Parts set one after the other, the empty ones left out, with a delimiter between them and no stop doubled."""
    full = [part for part in parts if part]
    if len(full) < 2:
        return full[0] if full else ()
    out = list(full[0])
    between = (Piece(delimiter),) if delimiter else ()
    for part in full[1:]:
        if between and part[0].text[0] not in ",;.":
            _append(out, between)
        _append(out, part)
    return tuple(out)


def _append(out: list[Piece], part: Rich) -> None:
    while out and part:
        last, first = out[-1].text[-1], part[0].text[0]
        if (_before_quotes(out) if last == CLOSE else last) + first in _SECOND_GOES and not part[0].href:
            part = _without_first(part, first)
        elif last + first in _FIRST_GOES and not out[-1].href:
            _drop_last(out, last)
        else:
            break
    out.extend(part)


def _before_quotes(out: list[Piece]) -> str:
    """The last character within the quotation marks that end a text."""
    bare = next((text for piece in reversed(out) if (text := piece.text.rstrip(CLOSE))), " ")
    return bare[-1]


def _without_first(part: Rich, mark: str) -> Rich:
    rest = part[0].text.lstrip(mark)
    return (part[0]._replace(text=rest), *part[1:]) if rest else part[1:]


def _drop_last(out: list[Piece], mark: str) -> None:
    rest = out[-1].text.rstrip(mark)
    if rest:
        out[-1] = out[-1]._replace(text=rest)
    else:
        out.pop()


def marked(rich: Rich, marks: int) -> Rich:
    """With marks put on; italics within italics become upright again."""
    return tuple(_marked(piece, marks) for piece in rich)


def _marked(piece: Piece, marks: int) -> Piece:
    flip = marks & ITALIC and not piece.marks & UPRIGHT
    return piece._replace(marks=(piece.marks | marks & ~ITALIC) ^ (ITALIC if flip else 0))


def quoted(rich: Rich) -> Rich:
    """A text in quotation marks."""
    return (Piece(OPEN), *rich, Piece(CLOSE))
