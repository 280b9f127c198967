"""The last steps: stops into quotation marks, outer and inner marks, breaks between blocks."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.citations.rich_text import AS_WRITTEN, BREAK, CLOSE, OPEN, UPRIGHT, Piece, Rich
from argmap.citations.terms import Locale

_ENDS = ".,;:!?"
_SENTENCE_ENDS = (".", "!", "?")


def finished(rich: Rich, locale: Locale) -> Rich:
    """The text as it is to be read, with the marks of a language."""
    if not any(sign in piece.text for piece in rich for sign in (OPEN, CLOSE, BREAK)):
        return tuple(_trimmed(list(_merged(iter(rich)))))
    pieces = [cut for piece in rich for cut in _cut(piece)]
    if locale.options.get("punctuation-in-quote") == "true":
        _move_stops(pieces)
    return tuple(_trimmed(list(_merged(_signed(_spaced(pieces), locale)))))


def _cut(piece: Piece) -> Iterator[Piece]:
    """A piece as pieces that are one of our signs each, or have none."""
    if piece.href:
        yield piece
        return
    start = 0
    for place, char in enumerate(piece.text):
        if char in (OPEN, CLOSE, BREAK):
            if place > start:
                yield piece._replace(text=piece.text[start:place])
            yield piece._replace(text=char)
            start = place + 1
    if start < len(piece.text):
        yield piece._replace(text=piece.text[start:])


def _move_stops(pieces: list[Piece]) -> None:
    """Full stops and commas after quotation marks into them, unless what they hold ends with a stop.

    A comma stays where it parts emphasised words that end with `?` or `!` from what follows.
    """
    place = 0
    while place + 1 < len(pieces):
        after, first = pieces[place + 1], place
        while first and pieces[first - 1].text == CLOSE:
            first -= 1
        last = pieces[first - 1].text[-1] if first else "."
        stays = after.text[0] == "," and last in "?!" and after.marks != pieces[place].marks
        if pieces[place].text != CLOSE or after.text[0] not in ".," or after.href or stays:
            place += 1
            continue
        rest = after.text[1:]
        pieces[place + 1 : place + 2] = [after._replace(text=rest)] if rest else []
        if last not in _ENDS:
            pieces.insert(first, pieces[first]._replace(text=after.text[0]))
            place += 1


def _spaced(pieces: list[Piece]) -> Iterator[Piece]:
    """A space where a block begins or ends within the text; a full stop before it is not said again after it."""
    last, broken = "", False
    for piece in pieces:
        if piece.text == BREAK:
            broken = bool(last)
            continue
        if broken and piece.text[0] == "." and last.rstrip()[-1:] in _SENTENCE_ENDS:
            piece = piece._replace(text=piece.text[1:])
        if not piece.text:
            continue
        if broken and not last[-1].isspace() and not (piece.text[0].isspace() or piece.text[0] in _ENDS):
            yield Piece(" ")
        broken, last = False, piece.text
        yield piece


def _signed(pieces: Iterator[Piece], locale: Locale) -> Iterator[Piece]:
    """Outer and inner quotation marks in turn."""
    marks = [
        (locale.term("open-quote"), locale.term("close-quote")),
        (locale.term("open-inner-quote"), locale.term("close-inner-quote")),
    ]
    depth = 0
    for piece in pieces:
        if piece.text == OPEN:
            yield piece._replace(text=marks[depth % 2][0])
            depth += 1
        elif piece.text == CLOSE:
            depth = max(depth - 1, 0)
            yield piece._replace(text=marks[depth % 2][1])
        else:
            yield piece


def _merged(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbours that are set alike as one."""
    held: Piece | None = None
    for piece in pieces:
        if piece.marks & (AS_WRITTEN | UPRIGHT):  # they have done their work
            piece = piece._replace(marks=piece.marks & ~(AS_WRITTEN | UPRIGHT))
        if held and not held.href and held[1:] == piece[1:]:
            held = held._replace(text=held.text + piece.text)
            continue
        if held and held.text:
            yield held
        held = piece
    if held and held.text:
        yield held


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    while pieces and not pieces[-1].href and pieces[-1].text.endswith(" "):
        rest = pieces[-1].text.rstrip(" ")
        pieces[-1:] = [pieces[-1]._replace(text=rest)] if rest else []
    return pieces
