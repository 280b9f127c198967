"""A text as it is compared: its letters and marks in one row, and what stands between each two of them in another.

Words are found by searching the first row, which is one fast search in a string; whether they are parted in the same
way is then a comparison of the second. So a line-end hyphen can be read both ways (`diffi-` and `culties`; `self-` and
`evident`) without searching twice.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from argmap.wording.patterns import pattern

JOINED, SPACE, HYPHEN, LINE_END, DASH, RANGE, SIGN = "jshedrn"
"""What stands between two characters: nothing; white space; a hyphen; a hyphen and white space, which may be a
line-end hyphenation; a dash; an en dash without space, which is a hyphen (1914–18) or a dash; a minus or hyphen at the
beginning of a word (-5)."""

ALIKE = frozenset(
    pair
    for one, others in {
        JOINED: (JOINED, LINE_END),
        SPACE: (SPACE,),
        HYPHEN: (HYPHEN, LINE_END, RANGE),
        LINE_END: (LINE_END, JOINED, HYPHEN),
        DASH: (DASH, RANGE),
        RANGE: (RANGE, HYPHEN, DASH),
        SIGN: (SIGN,),
    }.items()
    for pair in ((one, other) for other in others)
)
"""Which of them make no difference between a quote and its source."""

_WRITTEN = {JOINED: "", SPACE: " ", HYPHEN: "-", LINE_END: "- ", DASH: " - ", RANGE: "-", SIGN: " -"}

_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Soft hyphen, zero-width spaces and joiners, marks of direction, byte order mark."""
_JOINER = "\u2060"
_LONG = "\u2014\u2015\u2e3a\u2e3b\ufe58"
_EN = "\u2012\u2013"
_SHORT = "-\u2010\u2212\ufe63\uff0d"
_FIXED = "\u2011"
"""The hyphen at which no line may break, so that it is never a line-end hyphenation."""
_TOKEN = re.compile(
    rf"([A-Za-z0-9]+(?![\u0300-\u036f]))|([\s{_UNSEEN}{_LONG}{_EN}{_FIXED}\-{_SHORT[1:]}]+)|(.[\u0300-\u036f]*)", re.S
)
_QUOTE_MARKS = dict.fromkeys("\"'`´‘’‚‛“”„‟«»‹›′″＂＇", "'")


@dataclass(frozen=True)
class Normal:
    """A text as it is compared."""

    text: str
    """The text itself (NFC); offsets count its characters."""
    chars: str
    gaps: str
    """What stands before each character."""
    offsets: array[int]
    """Where each character stands in the text."""

    def start(self, place: int) -> int:
        """The offset of a character."""
        return self.offsets[place]

    def end(self, place: int) -> int:
        """The offset after the character before `place`."""
        return self.offsets[place - 1] + 1 if place else 0

    @property
    def has_words(self) -> bool:
        """Whether there is a letter or a digit in it."""
        return any(map(str.isalnum, self.chars))

    @cached_property
    def written(self) -> str:
        """The text with every difference that does not count taken out."""
        return "".join(_WRITTEN[gap] + char for gap, char in zip(self.gaps, self.chars, strict=True)).strip()

    @cached_property
    def bare(self) -> Normal | None:
        """The same, as a source, without marks of notes; None where it has none."""
        return self.bare_but(frozenset())

    def bare_but(self, digits: frozenset[str]) -> Normal | None:
        """The same without marks of notes, but with digits that a quote has too (`marks.written_digits`)."""
        from argmap.evidence.quotes import marks

        text = marks.bare(self.text, put=_JOINER, written=True, but=digits)
        return None if text == self.text else replace(normal(text), text=self.text)

    def parts_word(self, place: int, *, starts: bool) -> bool:
        """Whether a quote that starts (or else ends) at a character would cut a word or a number in two."""
        if not 0 < place < len(self.chars):
            return False
        return _cuts(self.chars, self.gaps, place, starts)


def normal(text: str) -> Normal:
    """The text as it is compared. Linear in its length."""
    text = unicodedata.normalize("NFC", text)
    text = text.replace("¬\n", "\u00ad\n")  # how scanners write a soft hyphen
    chars: list[str] = []
    gaps: list[str] = []
    offsets = array("l")
    between, last = SPACE, ""
    tokens = _TOKEN.finditer(text)
    for token in tokens:
        kind = token.lastindex
        at, end = token.span()
        if kind == 2:
            between = SPACE if token[0] == " " else _gap(token[0], last[-1:], text[end : end + 1])
            continue
        last = token[0] if kind == 1 else _folded(token[0])
        chars.append(last)
        gaps.append(between + JOINED * (len(last) - 1))
        offsets.extend(range(at, end) if kind == 1 else [at] * len(last))
        between = JOINED
    return Normal(text, "".join(chars), "".join(gaps), offsets)


def normal_text(text: str) -> str:
    """A text with every difference that does not count taken out: what a digest is made of. Idempotent."""
    return normal(text).written


@lru_cache(maxsize=4096)
def _gap(run: str, before: str, after: str) -> str:
    """What a run of white space, hyphens and dashes is, between two characters (or an end of the text)."""
    if "\u00ad" in run:  # a soft hyphen shows where a line ends, and nowhere else
        run = re.sub("\u00ad(?=\\s)", "-", run)
    run = run.translate(dict.fromkeys(map(ord, _UNSEEN)))
    core = run.strip()
    if not core:
        return SPACE if run and not (_is_unspaced(before) and _is_unspaced(after)) else JOINED
    left, right = not before or run[0].isspace(), not after or run[-1].isspace()
    if len(core) > 1 or core in _LONG or (left and right):
        return DASH
    if left:
        return SIGN if core not in _EN or after.isdigit() else DASH
    if core in _EN:
        return DASH if right and not (before.isdigit() and after.isdigit()) else RANGE
    return LINE_END if right and core != _FIXED and before.isalpha() and after.isalpha() else HYPHEN


_UNSPACED = pattern(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


def _is_unspaced(char: str) -> bool:
    """Whether a letter is of a script that puts no space between words (Thai, Khmer, kana, Han and others)."""
    return not char.isascii() and _UNSPACED.match(char) is not None


@lru_cache(maxsize=4096)
def _folded(cluster: str) -> str:
    """A mark, or a letter beyond ASCII, as it is compared."""
    if cluster in _QUOTE_MARKS:
        return "'"
    if len(cluster) == 1 and cluster.isascii():
        return cluster
    base = _compatible(cluster[0])
    return unicodedata.normalize("NFC", base + cluster[1:])


def _compatible(char: str) -> str:
    """The letters that a ligature or another form of a letter stands for.

    Not of superscripts, subscripts and fractions: without their form they are other numbers.
    """
    form = unicodedata.decomposition(char).partition(" ")[0]
    if not form.startswith("<") or form in ("<super>", "<sub>", "<fraction>", "<circle>", "<square>"):
        return char
    found = unicodedata.normalize("NFKC", char)
    is_whole = all(c.isalnum() or c in ".,:;!?()[]%&/" for c in found)
    return found if is_whole else char


_MORE = pattern(r"(?:hundred|thousand|million|billion|trillion|percent|per\W?cent|%|‰|°)", re.I)
_BEFORE_NUMBERS = frozenset("$€£¥<>~±≤≥≈+#№")
_BEHIND_NUMBERS = frozenset("%‰°€£$¥")


def _cuts(chars: str, gaps: str, place: int, starts: bool) -> bool:
    one, other, gap = chars[place - 1], chars[place], gaps[place]
    if gap in (HYPHEN, LINE_END, RANGE):  # a hyphenated word is one word: `non-effective` is not `effective`
        return one.isalnum() and other.isalnum()
    if gap == SIGN:
        return starts and other.isdigit()
    if gap == JOINED and (_inside(chars, gaps, place) or _affixed(one, other, starts)):
        return True
    return not starts and one.isdigit() and gap != DASH and _number_goes_on(chars, gaps, place)


def _inside(chars: str, gaps: str, place: int) -> bool:
    """Whether a place is between two letters, at the apostrophe of can't, or at the point of 1.5."""
    one, other = chars[place - 1], chars[place]
    if one.isalnum() and other.isalnum():
        return not (_is_unspaced(one) or _is_unspaced(other))
    if other in "'.,:" and place + 1 < len(chars) and gaps[place + 1] == JOINED:
        return _links(one, other, chars[place + 1])
    if one in "'.,:" and place > 1 and gaps[place - 1] == JOINED:
        return _links(chars[place - 2], one, other)
    return False


def _links(left: str, mark: str, right: str) -> bool:
    if mark == "'":
        return left.isalnum() and right.isalnum()
    return left.isdigit() and right.isdigit()


def _affixed(one: str, other: str, starts: bool) -> bool:
    """Between a number and the sign that says what it is a number of."""
    if starts:
        return one in _BEFORE_NUMBERS and other.isdigit()
    return one.isdigit() and other in _BEHIND_NUMBERS


def _number_goes_on(chars: str, gaps: str, place: int) -> bool:
    """Whether `million` or `per cent` follows, at the end of a word."""
    found = _MORE.match(chars, place)
    if not found or gaps[place] not in (SPACE, JOINED, HYPHEN):
        return False
    end = found.end()
    return end == len(chars) or gaps[end] != JOINED or not chars[end].isalpha()
