"""Note marks in a text: they send the reader to a note or a source, and nobody quotes them.

A mark is set high (`open.³`, `open.<sup>3</sup>`, `open.^3^`), between brackets (`open[12, 13]`, `open.[^1]`, in
Markdown also `open.\\[1\\]` and `open.^[See below.]`), or a sign (`open.†`). Digits that are only written to a word are
none. High digits after a number or a unit are an exponent (`10⁶`, `km²`), unless the number is a year. A number in
brackets with a space before it is a mark at the end of what is said: a stop follows, or stands before it and a new
sentence after.

A source may have lost the height of its digits: there, one or two that are written between two sentences
(`open.3 Ships`) are a mark. In a quote they are none, so that a number in a quote is always compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_NUMBERS = r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,9}"
_MARK = re.compile(
    rf"(?P<high>[{_HIGH}]{{1,3}}(?:[,;–⁻⁾-]\s?[{_HIGH}]{{1,3}}){{0,9}}"
    rf"|<sup\b[^<>]*>(?:<[^<>]*>)?\s?\[?(?:{_NUMBERS}|[*†‡]{{1,3}}|[a-z])\]?\s?(?:<[^<>]*>)?</sup>|\^{_NUMBERS}\^)"
    rf"|(?P<note>\s?\\?\[(?:\^[\w.:-]{{1,40}}|(?i:(?:foot|end)?note|fn|nb|n)\.?\s?\d{{1,3}}|citation needed)\\?\])"
    r"|(?P<inline>\^\[[^\[\]\n]{1,500}\])"
    rf"|(?P<bracket>\s?\\?\[\s?{_NUMBERS}\s?\\?\])"
    r"|(?P<letter>\[(?:[a-z]|[ivx]{2,5})\]|[ᵃᵇᶜᵈᵉⁱ]{1,3})"
    r"|(?P<sign>[*†‡]{1,3}(?![\w*†‡]))"
    r"|(?P<written>(?:(?<=[.!?])|(?<=[.!?][”\"’')]))\d{1,2}(?=\s))"
)
_STOP = re.compile(r"[.,;:!?)'’\"”»…%]\Z")
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,}\Z")
_WORDS_INSIDE = re.compile(r"[^\W\d_]{2}")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d\Z")
_UNITS = frozenset({
    "centimeter", "centimeters", "centimetre", "centimetres", "feet", "foot", "inch", "inches", "kilometer",
    "kilometers", "kilometre", "kilometres", "meter", "meters", "metre", "metres", "mile", "miles", "sec", "second",
    "seconds", "yard", "yards",
})  # fmt: skip
_ENDED = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,})(?:[.!?]|[.!?][”\"’')])\Z")
_SHORT = frozenset({
    "app", "approx", "apr", "art", "arts", "aug", "cap", "cat", "chap", "chaps", "col", "cols", "dec", "div", "eds",
    "eqs", "est", "exh", "feb", "fig", "figs", "fol", "ill", "inc", "jan", "jul", "jun", "mar", "max", "min", "nos",
    "nov", "num", "oct", "par", "para", "paras", "pars", "pct", "pos", "prop", "pts", "rec", "ref", "refs", "reg",
    "res", "rev", "sched", "sec", "secs", "sect", "sep", "sept", "ser", "stat", "supp", "suppl", "tab", "tbl", "tel",
    "ver", "vers", "vol", "vols",
})  # fmt: skip
"""Words that are cut short with a stop before a number that belongs to them."""
_AFTER = re.compile(r"[.,;:!?)]|\s*\Z|[^\S\n]*\n")


def bare(text: str, put: str = "", *, written: bool = False) -> str:
    """The text without its marks; each of their characters may have another put in its place.

    `written`: without digits that are no more than written between two sentences, too.
    """
    parts, at = [], 0
    for start, end in marks(text, written=written):
        parts += [text[at:start], put * (end - start)]
        at = end
    return "".join([*parts, text[at:]]) if at else text


def marks(text: str, *, written: bool = False) -> Iterator[tuple[int, int]]:
    """Where the marks of a text stand, the space before a mark in brackets with it. Linear in its length."""
    last = -1
    for found in _MARK.finditer(text):
        start, end = found.span()
        if found.lastgroup == "written" and not written:
            continue
        if start == last or _is_mark(found.lastgroup or "", text[max(start - 30, 0) : start], found):
            last = end
            yield start, end


def _is_mark(kind: str, before: str, found: re.Match[str]) -> bool:
    is_spaced = found[0][0].isspace()
    if kind == "written":
        word = _ENDED.search(before)
        return word is not None and word[1].lower() not in _SHORT and _begins_sentence(found)
    if kind in ("note", "bracket") and is_spaced:
        return bool(before) and bool(_AFTER.match(found.string, found.end()) or _is_between(before, found))
    if kind == "note":
        return True
    if kind == "inline":
        return bool(_STOP.search(before) or _WORD.search(before)) and _WORDS_INSIDE.search(found[0]) is not None
    if kind == "letter":
        return _STOP.search(before) is not None
    if kind == "high":
        word = _WORD.search(before)
        return bool(_STOP.search(before) or _YEAR.search(before) or (word and word[0].lower() not in _UNITS))
    return bool(before) and (before[-1].isalnum() or _STOP.search(before) is not None)


def _is_between(before: str, found: re.Match[str]) -> bool:
    """Whether a mark stands between two sentences."""
    return before[-1] in '.!?”"' and _begins_sentence(found)


def _begins_sentence(found: re.Match[str]) -> bool:
    """Whether a word with a capital follows a mark."""
    return re.match(r"\s+[“\"'‘]?[^\W\d_a-z]", found.string[found.end() : found.end() + 9]) is not None
