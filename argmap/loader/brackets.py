"""Repairs of what stands between brackets on one line: a comma, a bracket, or quotes around a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from argmap.loader.faulty_pieces import Repair, may_be_text, quoted_text
from argmap.loader.forms import is_list, takes_brackets
from argmap.loader.vocabulary import TYPES, csl_keys, every_key
from argmap.wording.near_misses import nearest

_OPENS = re.compile(r"[ ]*(?:- +)*+(?:(?P<key>[^\s:#'\"\[{][^:\n]*?):[ ]+)?(?P<sign>[\[{])")
_CLOSING = re.compile(r"(?<![\s\]},])[\s\]},]*$")
_PAIRS = {"{": "}", "[": "]"}
_KEY = "(?:" + "|".join(sorted(every_key(), key=len, reverse=True)) + "|[A-Za-z]+(?:-[a-z]+)?)"
_VALUE = re.compile(rf"[{{\[,][ ]*(?P<key>{_KEY}):[ ]+(?=\S)")
_NEXT = re.compile(rf",[ ]*(?P<key>{_KEY}):[ ]")
_COLON = re.compile(r":[ ]")
_LEADING = re.compile(r"(?<=[{\[])[ ]*,[ ]*")
_DOUBLED = re.compile(rf"(?<=[}}\]]),(?:[ ]*,)+|,(?:[ ]*,)+(?:(?=[ ]*(?:{_KEY}:[ ]|[}}\]]))|(?P<text>))")
"""Commas after brackets, or before some or a key; as `text` those that may be meant."""
_OF_WORDS = re.compile(r"\[[^\[\]{}:\"'\n]*\]")
_SEVERAL = re.compile(r",(?:[ ]*,)+")
_ITEM = rf"\{{[ ]*(?:{'|'.join(TYPES)}):"
_TWO_ITEMS = re.compile(rf"(?P<dash>[ ]*- +){_ITEM}[^\n]*?\}}(?P<gap>[,;]?[ ]+)(?P<second>{_ITEM})")
_BETWEEN_ITEMS = re.compile(rf"(?<=\}})\s+(?=\{{[ ]*{_KEY}:[ ])")
_NO_COMMA = re.compile(r"(?<=[{\[,: ])(\"[^\"\n]*\"|[^\s,;:{}\[\]]+)(;?)(\s+)\"?([A-Za-z_-]+)\"?:(?=\s)")


def in_brackets(piece: str, start: int, end: int) -> Iterator[list[Repair]]:
    """Ways to repair a line, or what begins on it, that has a list or mapping between brackets."""
    opens = _OPENS.match(piece, start)
    if opens is None or opens.end() > end:
        return
    key, begin = opens["key"], opens.start("sign")
    yield from _beside(piece, start, end)
    yield from _between_items(piece, begin)
    yield from _commas(piece, begin)
    yield from _doubled(piece, begin, end)
    if key is None or takes_brackets(key):
        yield from _closed(piece, begin, end, key)
    yield from _quotes(piece, begin, end)


def _beside(piece: str, start: int, end: int) -> Iterator[list[Repair]]:
    """A statement behind another on its line, as an item of its own below."""
    if found := _TWO_ITEMS.match(piece, start, end):
        gap, mark = found.span("gap"), (found.start("second"), end)
        help = "Put this on a line of its own below, with `- ` before it."
        message = "two items stand on one line"
        yield [Repair(*gap, f"\n{found['dash']}", message, help, mark=mark)]


def _between_items(piece: str, begin: int) -> Iterator[list[Repair]]:
    """A comma between an item and the next, perhaps on another line."""
    every = [
        Repair(found.start() - 1, found.start(), "},", "a comma is missing after this item")
        for found in _BETWEEN_ITEMS.finditer(piece, begin)
    ]
    yield from ([each] for each in every)
    if len(every) > 1:
        yield every


def _commas(piece: str, begin: int) -> Iterator[list[Repair]]:
    """A comma between an entry and the next key."""
    every = [
        Repair(found.start(1), found.end(2), f"{found[1]},", f"a comma is missing before `{found[4]}`")
        for found in _NO_COMMA.finditer(piece, begin)
        if found[4] in every_key()
    ]
    yield from ([each] for each in every)
    if len(every) > 1:
        yield every


def _doubled(piece: str, begin: int, end: int) -> Iterator[list[Repair]]:
    """One comma where there are several with nothing between, and none where nothing stands before it."""
    for first in _LEADING.finditer(piece, begin, end):
        yield [Repair(*first.span(), "", "there is nothing before this comma", "Delete this comma.")]
    lists = _OF_WORDS.finditer(piece, begin, end)
    in_lists = chain.from_iterable(_SEVERAL.finditer(piece, *found.span()) for found in lists)
    doubled = (found for found in _DOUBLED.finditer(piece, begin, end) if found["text"] is None)
    for found in chain(doubled, in_lists):
        yield [Repair(*found.span(), ",", "there is nothing between these commas")]


def _closed(piece: str, begin: int, end: int, key: str | None) -> Iterator[list[Repair]]:
    """The brackets that close what is open at the end of the line."""
    line = piece[begin:end]
    closing = _CLOSING.search(line)
    body = line[: closing.start()] if closing else line
    needed, given = "".join(_PAIRS[sign] for sign in reversed(_open(body))), line[len(body) :].strip()
    if needed == given.replace(" ", ""):
        return
    if key is not None and is_list(key) and given == f"{needed}]" and line[0] == "{":
        yield [Repair(begin, end, f"[{body}{needed}]", "this closes a bracket that was never opened", safe=False)]
    if not given.strip(","):
        message = f"this `{piece[begin]}` is never closed"
        help = f"Put `{needed}` at the end of the line."
        yield [Repair(end, end, needed, message, help, mark=(begin, begin + 1), safe=False)]
        return
    at = begin + len(body)
    yield [Repair(at, end, needed, "these do not close the brackets that are open", safe=False)]


def closed_below(piece: str, start: int, end: int) -> Iterator[list[Repair]]:
    """The brackets that are open at the end of what begins on a line and goes on below it."""
    opens = _OPENS.match(piece, start)
    if opens is None or (opens["key"] is not None and not takes_brackets(opens["key"])):
        return
    if needed := "".join(_PAIRS[sign] for sign in reversed(_open(piece[opens.start("sign") : end]))):
        message = f"the `{opens['sign']}` above is never closed"
        mark = (piece.rfind("\n", 0, end) + 1, end)
        mark = (mark[0] + len(piece[mark[0] : end]) - len(piece[mark[0] : end].lstrip()), end)
        yield [Repair(end, end, needed, message, f"Put `{needed}` at the end of the line.", mark=mark, safe=False)]


def _open(text: str) -> list[str]:
    """The brackets that are open at the end of a text; those in quotes do not count."""
    found: list[str] = []
    for sign in re.sub(r"(?<=[\s\[{,])(?:\"[^\"]*\"|'[^']*')", "", text):
        if sign in _PAIRS:
            found.append(sign)
        elif sign in "]}" and found and _PAIRS[found[-1]] == sign:
            found.pop()
    return found


def _quotes(piece: str, begin: int, end: int) -> Iterator[list[Repair]]:
    """Quotes around the text of an entry, of the last one first, up to the next key or to the closing brackets; around
    several; and around what has keys in it, or words before a colon, where nothing else mends it.
    """
    keys = {found.end(): found["key"] for found in _VALUE.finditer(piece, begin, end)}
    starts = list(keys)
    near = {start: _stops(piece, start, _next_key(piece, start, end)) for start in starts}
    ways = [(start, stop) for start in reversed(starts) for stop in near[start]]
    yield from ([_as_text(piece, *each)] for each in ways if may_be_text(keys[each[0]], piece[slice(*each)]))
    texts = [(start, stops[0]) for start, stops in near.items() if stops and piece[start] not in "[{"]
    odd = [each for each in texts if _COLON.search(piece, *each)]
    if len(odd) > 1:
        yield [_as_text(piece, *each) for each in odd]
    for start in reversed(starts):
        words = [found.start() for found in _NEXT.finditer(piece, start, end)]
        for stop in [*_stops(piece, start, end), *words]:
            if start < stop and may_be_text(keys[start], piece[start:stop]):
                yield [_as_text(piece, start, stop)]


def _as_text(piece: str, start: int, stop: int) -> Repair:
    """Quotes around a text; in which a word before a colon may be meant as a key."""
    mended = quoted_text(piece, start, stop)
    return mended._replace(safe=mended.safe and not _NEXT.search(piece, start, stop))


def _next_key(piece: str, start: int, end: int) -> int:
    """Where the comma stands before the next key after a place; the end where there is none."""
    found = (each.start() for each in _NEXT.finditer(piece, start, end) if _is_like_a_key(each["key"]))
    return next(found, end)


def _stops(piece: str, start: int, end: int) -> list[int]:
    """Where a text may end that begins at a place: before the closing brackets at the end, or after some of them."""
    closing = _CLOSING.search(piece[:end])
    return [stop for stop in range(closing.start() if closing else end, end + 1) if piece[start:stop].strip()]


def _is_like_a_key(word: str) -> bool:
    """Whether a word before a colon is a key, nearly one, or written as programs write theirs: `shortTitle`."""
    known = every_key() | csl_keys()
    return word in known or not word.islower() or "-" in word or nearest(word, known) is not None
