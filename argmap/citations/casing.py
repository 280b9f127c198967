"""Capitals: the `text-case` of CSL. What a title keeps as written, small capitals, raised and lowered text stay."""

from __future__ import annotations

import re
from collections.abc import Callable

from argmap.citations.rich_text import AS_WRITTEN, CLOSE, OPEN, SMALL_CAPS, SUB, SUPER, Rich, text_of
from argmap.wording.sentences import capital

STOP_WORDS = frozenset(
    [
        "a",
        "about",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "d",
        "de",
        "down",
        "for",
        "from",
        "in",
        "into",
        "l",
        "nor",
        "of",
        "on",
        "onto",
        "or",
        "over",
        "so",
        "the",
        "till",
        "to",
        "up",
        "van",
        "via",
        "von",
        "with",
        "yet",
    ]
)
"""Words that title case leaves small, unless they come first or last."""

_CHUNK = re.compile(r"[^\W_]+|\s+|.", re.DOTALL)
_LAST = re.compile(r"\s(\S+)\s*$")
_KEPT = AS_WRITTEN | SMALL_CAPS | SUPER | SUB
_START, _SENTENCE, _WORD_END, _IN_WORD, _STOP, _OTHER, _LAST_WORD = range(7)

Case = Callable[[int, str], str]


def cased(rich: Rich, case: str) -> Rich:
    """In a text case of CSL, such as `title` or `capitalize-first`."""
    change = _CASES[case]
    last = _last_word(rich) if case in ("title", "capitalize-all") else -1
    state, place, out = _START, 0, []
    for piece in rich:
        kept, words = bool(piece.marks & _KEPT or piece.href), []
        for chunk in _CHUNK.findall(piece.text):
            if place == last and state in (_WORD_END, _SENTENCE, _START):
                state = _LAST_WORD
            words.append(change(state, chunk) if not kept and chunk[0].isalnum() else chunk)
            state, place = _next(state, chunk[-1]), place + len(chunk)
        out.append(piece._replace(text="".join(words)))
    return tuple(out)


def _last_word(rich: Rich) -> int:
    """Where the last of several words begins; -1 where it is marked, quoted or a compound."""
    text = text_of(rich)
    found = _LAST.search(text)
    if not found or len(rich[-1].text) < len(text) - found.start() or rich[-1].marks:
        return -1
    return -1 if re.search(f"[-/–—{OPEN}{CLOSE}]", found[1]) else found.start(1)


def _next(state: int, last: str) -> int:
    if last in ".?!:":
        return _STOP
    if last.isalnum():
        return _IN_WORD
    if last.isspace():
        return _SENTENCE if state == _STOP else _WORD_END
    if last in "-/–—":
        return _WORD_END
    begins = state in (_START, _SENTENCE, _WORD_END, _LAST_WORD)  # a mark before a word, such as ( or ¿
    return state if begins or last in (OPEN, CLOSE) else _OTHER


def _is_mixed(word: str) -> bool:
    return word != word.lower() and word != word.upper()


def _capitalize_all(state: int, word: str) -> str:
    begins = state in (_START, _SENTENCE, _WORD_END, _LAST_WORD)
    return capital(word) if begins and word.islower() and word.isalpha() else word


def _capitalize_first(state: int, word: str) -> str:
    return capital(word) if state == _START and word.islower() and word.isalpha() else word


def _sentence(state: int, word: str) -> str:
    if (word[:1].isupper() and (word[1:].islower() or len(word) == 1)) or word.islower():
        return capital(word.lower()) if state in (_START, _SENTENCE) else word.lower()
    return word


def _title(state: int, word: str) -> str:
    if _is_mixed(word) or word.isupper():
        return word
    begins = state in (_START, _SENTENCE) or (len(word) > 1 and (
        state == _LAST_WORD or (state == _WORD_END and word not in STOP_WORDS)
    ))  # fmt: skip
    return capital(word) if begins else word


_CASES: dict[str, Case] = {
    "lowercase": lambda _, word: word.lower(),
    "uppercase": lambda _, word: word.upper(),
    "capitalize-first": _capitalize_first,
    "capitalize-all": _capitalize_all,
    "sentence": _sentence,
    "title": _title,
}
CASES = frozenset(_CASES)
"""The text cases that there are."""
