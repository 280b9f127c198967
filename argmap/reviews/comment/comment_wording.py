"""Texts in a comment: shortened with a count, or two wordings as one with what went and what came."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.reviews.word_diff import Piece, changed, word_diff
from argmap.wording.markdown_text import code, remark, tidy

CONTEXT = 12
"""Words that are shown on either side of a difference; longer stretches that stayed are cut."""

LONGEST = 600
"""Characters of a stretch that went or came that are shown."""

_COMPARED = 20_000
"""Texts of more characters are shown one after the other: comparing them word by word would take seconds."""

_ELEMENTS = {"removed": "del", "added": "ins"}


def marked(before: str, after: str) -> str:
    """Both wordings in one line of Markdown: what went is struck through, what came underlined, and so in HTML."""
    before, after = tidy(before), tidy(after)
    if before == after:
        return f"{remark(shortened(after))} (white space only)"
    pieces = _pieces(before, after)
    shown = "".join(_shown(piece, n == 0, n == len(pieces) - 1) for n, piece in enumerate(pieces))
    return " ".join(shown.replace("</del><ins>", "</del> <ins>").split())


def _pieces(before: str, after: str) -> tuple[Piece, ...]:
    if len(before) + len(after) > _COMPARED:
        return (Piece("removed", before), Piece("added", after))
    return tuple(_bridged(word_diff(before, after)))


def _bridged(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """What stayed between two differences and holds no word is read with them: a reader sees phrases, not commas."""
    removed = added = ""
    for n, piece in enumerate(pieces):
        between = 0 < n < len(pieces) - 1
        if piece.kind == "same" and (not between or any(map(str.isalnum, piece.text))):
            yield from changed(removed, added)
            removed = added = ""
            yield piece
            continue
        removed += piece.text if piece.kind != "added" else ""
        added += piece.text if piece.kind != "removed" else ""
    yield from changed(removed, added)


def _shown(piece: Piece, first: bool, last: bool) -> str:
    """A piece with its element; the blanks at its ends stand outside."""
    text = piece.text
    inner = _abridged(text, first, last) if piece.kind == "same" else remark(shortened(text, LONGEST))
    if piece.kind != "same" and inner:
        inner = f"<{_ELEMENTS[piece.kind]}>{inner}</{_ELEMENTS[piece.kind]}>"
    opening, closing = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    return opening + inner + closing


def _abridged(text: str, first: bool, last: bool) -> str:
    """What stayed, cut to the words beside the differences."""
    words = text.split()
    if len(words) <= 2 * CONTEXT:
        return remark(text)
    opening = "" if first else remark(" ".join(words[:CONTEXT])) + " "
    closing = "" if last else " " + remark(" ".join(words[-CONTEXT:]))
    return f"{opening}[…]{closing}"


def said(text: str, longest: int = 300) -> str:
    """A text in quotation marks."""
    return f"“{remark(shortened(text, longest))}”"


def shortened(text: str, longest: int = 300) -> str:
    """A text of at most about so many characters, cut at a word, with the number of those left out."""
    text = tidy(text)
    if len(text) <= longest:
        return text
    head = text[:longest].rsplit(" ", 1)[0] or text[:longest]
    return f"{head} … ({len(text) - len(head):,} more characters)"


def message_told(message: str) -> str:
    """What a check says, in which data is only text; names and signs that it puts between back-ticks are code."""
    parts = re.split(r"( ?`(?:[\w.-]+|[^\w\s`]{1,3})` ?)", shortened(message, 400), flags=re.ASCII)
    return "".join(_as_code(part) if place % 2 else _between(part) for place, part in enumerate(parts))


def _as_code(part: str) -> str:
    return part.replace(part.strip(), code(part.strip()[1:-1]))


def _between(text: str) -> str:
    opening, closing = (" " if text[:1] == " " else ""), (" " if text[1:] and text[-1] == " " else "")
    return opening + remark(text) + closing
