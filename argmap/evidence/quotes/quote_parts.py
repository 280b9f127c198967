"""How a quote is read: parts that must stand in the source word for word, and what is declared between them.

An ellipsis (`…`, `...`, `[…]`, `(...)`) leaves words out: the parts stand in this order, at most `REACH` characters
apart and within one paragraph, and no negation is left out that belongs to what is quoted on either side ("did … deter"
from "did not deter"). A bracket is the editor's: `[sic]` and `[the mayor]` are added or stand for at most `REPLACED`
words that are neither numbers nor negations, `[T]he` changes a capital, `deter[s]` an ending. A bracket that is in the
source as well is no change at all, so that reading is tried first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from argmap.evidence.quotes.normal import Normal, normal

REACH = 1000
"""Characters that an ellipsis may leave out: a long paragraph."""
REPLACED = 3
"""Words of the source that a bracket may stand for."""

_DOTS = r"(?:…|\.{3,}|\.(?:\s\.){2,})"
_ELLIPSIS = rf"(?P<ellipsis>\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS})"
_BRACKET = r"\[(?P<bracket>[^\[\]]{1,100})\]"
_WITHOUT_BRACKETS = re.compile(_ELLIPSIS)
_WITH_BRACKETS = re.compile(f"{_ELLIPSIS}|{_BRACKET}")
_OUTER = " \t\r\n\"'`´‘’‚‛“”„‟«»‹›″"

NEGATION = re.compile(
    r"\b(?:not|no|never|nor|neither|none|nobody|nothing|nowhere|cannot|without|hardly|scarcely|barely|rarely|seldom)\b"
    r"|n['’]t\b",
    re.I,
)
"""Words without which a sentence says the opposite."""
_CLAUSE = re.compile(r"[,;:.?!()\[\]—–]|\s-{1,3}\s")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_ENDINGS = frozenset({"", "s", "es", "ed", "d", "ing", "'s"})


@dataclass(frozen=True)
class Joint:
    """What is declared at a place of the quote: words left out, or words of the editor's."""

    is_ellipsis: bool
    words: str = ""
    touches_left: bool = False
    touches_right: bool = False

    def then(self, other: Joint) -> Joint:
        """This and another one right after it, as in `… [he]`."""
        words = " ".join(filter(None, (self.words, other.words)))
        return Joint(self.is_ellipsis or other.is_ellipsis, words, self.touches_left, other.touches_right)


@dataclass(frozen=True)
class Reading:
    """A quote in parts, with the joint before each of them; the first has None unless it begins with a bracket."""

    parts: tuple[Normal, ...]
    joints: tuple[Joint | None, ...]
    last: Joint | None = None
    """A bracket after the last part."""


def readings(quote: str) -> Iterator[Reading]:
    """The ways to read a quote: first with its brackets taken as the source's own, then as the editor's."""
    quote = quote.strip(_OUTER)
    yield _read(quote, _WITHOUT_BRACKETS)
    if re.search(_BRACKET, _WITHOUT_BRACKETS.sub("", quote)):
        yield _read(quote, _WITH_BRACKETS)


def _read(quote: str, pattern: re.Pattern[str]) -> Reading:
    parts: list[Normal] = []
    joints: list[Joint | None] = []
    before, at = None, 0
    for found in pattern.finditer(quote):
        joint = _joint(found, quote)
        taken = _take(quote[at : found.start()], before, joint, parts, joints)
        before, at = joint if taken or before is None else before.then(joint), found.end()
    tail = _take(quote[at:], before, None, parts, joints)
    return Reading(tuple(parts), tuple(joints), None if tail else before)


def _take(
    text: str, before: Joint | None, after: Joint | None, parts: list[Normal], joints: list[Joint | None]
) -> bool:
    """Add a part, without the commas and stops that an ellipsis has left alone. False where nothing is left of it."""
    if before and before.is_ellipsis:
        text = text.lstrip(" \t\r\n,;:.")
    if after and after.is_ellipsis:
        text = text.rstrip(" \t\r\n,;:.")
    part = normal(text)
    if not part.chars:
        return False
    parts.append(part)
    joints.append(before)
    return True


def _joint(found: re.Match[str], quote: str) -> Joint:
    if found["ellipsis"]:
        return Joint(is_ellipsis=True)
    left, right = quote[: found.start()][-1:], quote[found.end() :][:1]
    return Joint(False, found["bracket"].strip(), left.isalnum(), right.isalnum())


def fault_of_gap(joint: Joint, gap: str) -> str | None:
    """Why a joint may not stand for a piece of the source; None where it may."""
    if NEGATION.search(joint.words):
        return f"the bracket [{joint.words}] adds a negation"
    return _fault_of_ellipsis(gap) if joint.is_ellipsis else _fault_of_bracket(joint, gap)


def _fault_of_ellipsis(gap: str) -> str | None:
    if len(gap) > REACH:
        return f"the ellipsis leaves out {len(gap):,} characters; at most {REACH:,} are allowed"
    if _PARAGRAPH.search(gap.strip()):
        return "the ellipsis goes from one paragraph into another"
    clauses = _CLAUSE.split(gap)
    for fringe in (clauses[0], clauses[-1]):
        if found := NEGATION.search(fringe):
            return f"the ellipsis leaves out a negation: `{' '.join(fringe[: found.end()].split()[-4:])}`"
    return None


def _fault_of_bracket(joint: Joint, gap: str) -> str | None:
    own, theirs = joint.words, gap.strip()
    if joint.touches_right or joint.touches_left:
        return _fault_of_letters(joint, own, theirs)
    words = len(theirs.split())
    if words > REPLACED:
        return f"the bracket [{own}] stands for {words} words; at most {REPLACED} are allowed"
    if NEGATION.search(theirs):
        return f"the bracket [{own}] stands for a negation: `{theirs}`"
    return f"the bracket [{own}] stands for a number: `{theirs}`" if re.search(r"\d", theirs) else None


def _fault_of_letters(joint: Joint, own: str, theirs: str) -> str | None:
    """`[T]he` may change a capital, `deter[s]` an ending, and no more."""
    if own.casefold() == theirs.casefold():
        return None
    if joint.touches_left and not joint.touches_right and {own.casefold(), theirs.casefold()} <= _ENDINGS:
        return None
    return f"the bracket [{own}] stands for other letters: `{theirs}`"
