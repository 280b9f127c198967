"""The space after a dash and after the colon of a key, where it was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.loader.commas import SIGNS
from argmap.loader.faulty_pieces import Repair
from argmap.loader.forms import in_quotes
from argmap.loader.near_words import code
from argmap.loader.piece_lines import Line, block_of, lines_of
from argmap.loader.vocabulary import TYPES, every_key

_CLOSE = re.compile(r"[ ]*(?:-[ ]+)*(?P<mark>(?P<dash>-?)(?P<key>[A-Za-z_]+):(?P<word>[^\s/:]\S*)?)")
STUCK = re.compile(rf"^[ ]*-(?:{'|'.join(TYPES)}):", re.MULTILINE)
SIGN = re.compile(
    r"[ ]*(?:- +)*(?P<mark>!+(?P<tag>[A-Za-z_]+)[ ]+"
    rf"|(?P<key>[A-Za-z_]+)[ ]*(?P<sign>[{SIGNS}]|(?<! );(?= |[\w-]+\s*$))[ ]*)(?=\S)"
)
"""A key with another sign for its colon: `claim = a`, a wide colon, `!claim a`."""


def spaces(piece: str, lines: list[Line]) -> Iterator[list[Repair]]:
    """A space after the dash of an item or the colon of a key."""
    found = []
    for line in lines:
        close = _CLOSE.match(line.text)
        if close is None or close["key"] not in every_key() or not (close["dash"] or close["word"]):
            continue
        found.append(_alone(piece, line, close))
    yield from ([each] for each in found)
    yield found
    yield list(_along(piece))


def _alone(piece: str, line: Line, close: re.Match[str]) -> Repair:
    """The space on this line alone."""
    what = "dash before an item" if close["dash"] else "colon that ends a key"
    start, end = line.start + close.start("mark"), line.start + close.end("mark")
    shown = _spaced(close) + piece[end : line.end]  # all of it, so that following the advice loses no word
    message = f"a {what} needs a space after it"
    return Repair(start, end, _spaced(close), message, f"Write {code(shown)}.", mark=(start, line.end))


def _along(piece: str) -> Iterator[Repair]:
    """A space after each dash of a statement, with the keys below it in the column of the first."""
    done = 0
    for line in lines_of(piece):
        close = _CLOSE.match(line.text)
        if line.start < done or not close or not close["dash"] or close["key"] not in TYPES:
            continue
        message, mark = "a dash before an item needs a space after it", line.start + close.start("mark")
        block = block_of(piece, line, line.indent + 1)
        done = line.start + sum(map(len, block))
        if not (by := _too_near(block)):
            done = line.start + len(line.text)
            yield _alone(piece, line, close)
            continue
        help = "Put a space after its dash, and one more before each line that belongs to it"
        if by != 1:
            help = f"Put a space after its dash, and begin the keys below it in column {line.indent + 3}"
        help += "; so with each dash below." if STUCK.search("".join(block[1:])) else "."
        moved = "".join(_moved_along(block))
        yield Repair(line.start, done, moved, message, help, mark=(mark, line.start + close.end("mark")))


def _too_near(block: list[str]) -> int:
    """By how many columns the keys below a dash have to move once it has a space: by one where they are in line now."""
    below = next((text for text in block[1:] if text.strip()), None)
    return _indent(block[0]) + 2 - _indent(below) if below is not None else 0


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _moved_along(block: list[str]) -> Iterator[str]:
    """The lines with a space after each dash that lacks it, and the keys below each in the column of the first."""
    open_ = list[tuple[int, int]]()
    for number, text in enumerate(block):
        indent = _indent(text)
        while open_ and text.strip() and indent <= open_[-1][0]:
            open_.pop()
        by = sum(move for _, move in open_) if text.strip() else 0
        if STUCK.match(text):
            open_.append((indent, _too_near(block[number:])))
            text = text.replace("-", "- ", 1)
        yield " " * by + text if by > 0 else text[min(-by, indent) :]


def spaced(text: str) -> str | None:
    """Lines of items and keys with a space after each dash and colon, and a colon for other signs; None where some
    line is neither."""
    found, lines = [], [Line(0, line) for line in text.splitlines(keepends=True)]
    for line in lines:
        close, sign = _CLOSE.match(line.text), SIGN.match(line.text)
        if close is not None and close["key"] in every_key():
            found.append(line.text[: close.start("mark")] + _spaced(close) + line.text[close.end("mark") :])
        elif sign is not None and sign["key"] in every_key():
            found.append(f"{line.text[: sign.start('mark')]}{sign['key']}: {line.text[sign.end('mark') :]}")
        else:
            return None
    return "".join(found)


def _spaced(close: re.Match[str]) -> str:
    word = close["word"] or ""
    if close["key"] in TYPES:
        word = word.lstrip("%@`&*!") or word
    word = in_quotes(word) if word[:1] in ("%", "@", "`") else word
    return f"{close['dash'] and '- '}{close['key']}:{' ' * bool(word)}{word}"
