"""Note marks in a text: they send the reader to a note or a source, and nobody quotes them.

A mark is set high (`open.³`, `open.<sup>3</sup>`, `open.^3^`), between brackets (`open[12, 13]`, `open{12}`,
`open.[^1]`, in Markdown also `open.\\[1\\]`, `open.[[1]](#ref)` and `open.^[See below.]`), or a sign (`open.†`,
`open.①`). Digits that are only written to a word are none. High digits after a number or a unit are an exponent
(`10⁶`, `km²`), unless the number is a year. A number in brackets with a space before it is a mark at the end of what is
said: a stop follows, or stands before it and a new sentence after.

A source may have lost the height of its digits. There, up to three that are written to a stop or to closing quotation
marks are a mark (`open.3 Ships`, `open,12 and`, `“Open”3 he`), unless the quote has the same digits in the same place.
In a quote they are none, so that a number in a quote is always compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.evidence.quotes.normal import normal_text

_HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_NUMBERS = r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,9}"
_CITED = rf"(?:{_NUMBERS}(?:[a-z]|,\s(?:pp?\.|at|paras?\.?)\s?\d[\d–-]{{0,9}})?)"
_SIGNS = r"(?:[*†‡‖]{1,3}|[§¶]{1,3}(?!\s?\d))"
KEY = rf"(?:{_NUMBERS}|[*†‡‖§¶]{{1,3}}|[a-z](?:,\s?[a-z]){{0,5}}|[ivx]{{2,5}})"
"""What a mark says, as a pattern: numbers, signs, letters."""
_LINKED = rf"\[(?:\\?\[)?\^?{KEY}\^?(?:\\?\])?\]\([^\s()#]{{0,300}}\#[^\s()]{{1,300}}\)(?:\{{[^{{}}\n]{{1,80}}\}})?"
"""A link to a place on a page, in Markdown."""
NOTE = r"(?:(?i:(?:foot|end)?note|fn|nb|n)[.:]?\s?\d{1,3})"
"""The same in words."""
_CIRCLED = "①-⑳㉑-㉟❶-❿⓫-⓴➀-➓ⓐ-ⓩ"
_STOPS = "[.,;:!?…)'’\"”»]"
_MARK = re.compile(
    rf"(?P<high>⁽?[{_HIGH}]{{1,3}}(?:[,;–⁻⁾-]\s?[{_HIGH}]{{1,3}}){{0,9}}⁾?"
    rf"|<sup\b[^<>]*>(?:<[^<>]*>)?\s?\[?{KEY}\]?\s?(?:<[^<>]*>)?</sup>"
    rf"|\^{KEY}\^|\^{_NUMBERS}(?![\w^])|\$\^\{{?{KEY}\}}?\$|\\textsuperscript\{{{KEY}\}})"
    rf"|(?P<note>\s?(?:(?:<sup>|\^)?{_LINKED}(?:</sup>|\^)?|\{{{NOTE}\}}|\[(?:\d{{1,3}}|[*]|\#\w{{0,40}})\]_(?!\w)"
    rf"|\\?\[\\?\[?(?:\^[\w.:-]{{1,40}}|{NOTE}|citation needed|[*†‡‖§¶]{{1,3}})\\?\]?\\?\]))"
    r"|(?P<told>\\footnote(?:mark)?(?:\[\d{1,3}\])?(?:\{[^{}\n]{1,500}\})?"
    r"|<ref\b[^<>]{0,200}(?:/>|>[^<>]{0,500}</ref>))"
    r"|(?P<inline>\^\[[^\[\]\n]{1,500}\])"
    rf"|(?P<bracket>\s?(?:\\?\[\s?{_CITED}\s?\\?\]|\{{\s?{_CITED}\s?\}}))"
    r"|(?P<roman>\[[ivx]{2,5}\])|(?P<letter>\[[a-z]\]|[ᵃᵇᶜᵈᵉⁱ]{1,3})"
    rf"|(?P<sign>{_SIGNS}(?![\w*†‡‖§¶])|[{_CIRCLED}]{{1,2}})"
    rf"|(?P<written>(?<={_STOPS})\d{{1,3}}(?:[,–-]\d{{1,3}}){{0,3}}(?=\s))"
)
_STOP = re.compile(rf"(?:{_STOPS}|%)\Z")
_LETTERS = r"(?:(?<![^\W\d_])[^\W\d_]{3,}|(?<![^\s“‘(\"'])(?=[a-z]?[aeiouy])[a-z]{2})"
"""A word, as no formula has one: of three letters, or of two small ones with a vowel."""
_WORD = re.compile(rf"{_LETTERS}\Z")
_WORDS_INSIDE = re.compile(r"[^\W\d_]{2}")
_YEAR = re.compile(r"(?<![\w$€£¥.,:/])(?:1[5-9]|20)\d\d\Z")
_UNITS = frozenset({
    "centimeter", "centimeters", "centimetre", "centimetres", "feet", "foot", "ha", "in", "inch", "inches",
    "kilometer", "kilometers", "kilometre", "kilometres", "meter", "meters", "metre", "metres", "mi", "mile",
    "miles", "sec", "second", "seconds", "yard", "yards", "yd",
})  # fmt: skip
_WRITTEN_TO = re.compile(rf"((?<![^\W_])[^\W_]++|[%\])])({_STOPS}{{1,3}})\Z")
_TAILED = re.compile(rf"(?<!\w)\w++{_STOPS}{{1,3}}\d{{1,3}}(?:[,–-]\d{{1,3}}){{0,3}}(?!\w)")
_COUNTED = re.compile(r"\s+(?:\d|[$€£¥]|(?:hundred|thousand|million|billion|trillion|per\W?cent)(?![^\W\d_]))", re.I)
"""What shows that the digits before it are a number of something."""
_SHORT = frozenset({
    "al", "app", "approx", "apr", "art", "arts", "aug", "ca", "cap", "cat", "chap", "chaps", "col", "cols", "dec",
    "div", "ed", "eds", "eq", "eqs", "est", "ex", "exh", "feb", "fig", "figs", "fol", "ill", "inc", "jan", "jul",
    "jun", "mar", "max", "min", "no", "nos", "nov", "num", "oct", "op", "par", "para", "paras", "pars", "pct",
    "pos", "prop", "pts", "rec", "ref", "refs", "reg", "res", "rev", "sched", "sec", "secs", "sect", "sep", "sept",
    "ser", "stat", "supp", "suppl", "tab", "tbl", "tel", "ver", "vers", "vol", "vols",
})  # fmt: skip
"""Words that are cut short with a stop before a number that belongs to them."""
_AFTER = re.compile(r"[.,;:!?)]|\s*\Z|[^\S\n]*\n")


def bare(text: str, put: str = "", *, written: bool = False, but: frozenset[str] = frozenset()) -> str:
    """The text without its marks; each of their characters may have another put in its place.

    `written`: without digits that are no more than written to a stop, too, but for those that stand as in `but`.
    """
    parts, at = [], 0
    for start, end in marks(text, written=written, but=but):
        parts += [text[at:start], put * (end - start)]
        at = end
    return "".join([*parts, text[at:]]) if at else text


def written_digits(quote: str) -> frozenset[str]:
    """Digits written to a stop, with the stop and the word before it (`2020.1`), as they are compared."""
    return frozenset(normal_text(found[0]) for found in _TAILED.finditer(quote))


def marks(text: str, *, written: bool = False, but: frozenset[str] = frozenset()) -> Iterator[tuple[int, int]]:
    """Where the marks of a text stand, the space before a mark in brackets with it. Linear in its length."""
    last = -1
    for found in _MARK.finditer(text):
        start, end = found.span()
        before = text[max(start - 30, 0) : start]
        if found.lastgroup == "written" and not (written and _is_written(before, found, but)):
            continue
        if start == last or _is_mark(found.lastgroup or "", before, found):
            last = end
            yield start, end


def _is_mark(kind: str, before: str, found: re.Match[str]) -> bool:
    is_spaced = found[0][0].isspace()
    if kind in ("note", "bracket") and is_spaced:
        return bool(before) and bool(_AFTER.match(found.string, found.end()) or _is_between(before, found))
    if kind in ("note", "told", "written"):
        return True
    if kind in ("inline", "roman"):
        return bool(_STOP.search(before) or _WORD.search(before)) and _WORDS_INSIDE.search(found[0]) is not None
    if kind == "letter":
        return _STOP.search(before) is not None
    if kind == "high":
        word = _WORD.search(before)
        return bool(_STOP.search(before) or _YEAR.search(before) or (word and word[0].lower() not in _UNITS))
    return bool(before) and (before[-1].isalnum() or _STOP.search(before) is not None)


def _is_written(before: str, found: re.Match[str], but: frozenset[str]) -> bool:
    """Whether digits behind a stop are a mark: no figure with a point or a comma, no number of what follows."""
    told = _WRITTEN_TO.search(before)
    if told is None or _COUNTED.match(found.string, found.end()) or (but and normal_text(told[0] + found[0]) in but):
        return False
    word, stops = told[1], told[2]
    is_year = _YEAR.search(before[: told.end(1)]) is not None
    if is_year and (len(found[0]) > 2 or ":" in stops):
        return False
    if not (is_year or word in "%])" or _WORD.search(before[: told.end(1)])):
        return False
    if stops[-1] in ".!?…":
        return word.lower() not in _SHORT and _begins_sentence(found, is_year)
    return True


def _is_between(before: str, found: re.Match[str]) -> bool:
    """Whether a mark stands between two sentences."""
    return before[-1] in '.!?”"' and _begins_sentence(found)


def _begins_sentence(found: re.Match[str], is_plain: bool = False) -> bool:
    """Whether a word with a capital follows a mark; `is_plain`: a word, not a unit such as MW or Hz."""
    word = r"[^\W\d_a-z](?=[^\W\d_A-Z]{2}|[^\S\n])" if is_plain else r"[^\W\d_a-z]"
    return re.match(rf"\s+[“\"'‘]?{word}", found.string[found.end() : found.end() + 9]) is not None
