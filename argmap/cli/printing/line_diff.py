"""What changes in a text, as `diff -u` has it, in bounded time."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import Match, SequenceMatcher

from argmap.wording.unseen_characters import seen

MOST_COMPARED = 8_000_000
"""Pairs of lines that are looked at, about a second's worth: what is left after that is shown as replaced."""


class _Bounded(SequenceMatcher[str]):
    """difflib's own comparison goes over the rest of a text again for each line that differs."""

    def __init__(self, old: list[str], new: list[str]) -> None:
        super().__init__(None, old, new)
        places: dict[str, list[int]] = self.b2j  # type: ignore[attr-defined]  # part of its documented pattern
        self._lines = len(old)
        self._each = 1 + sum(len(places.get(line, ())) for line in old) / max(len(old), 1)
        self._left = float(MOST_COMPARED)

    def find_longest_match(self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None) -> Match:
        end = self._lines if ahi is None else ahi
        self._left -= (end - alo) * self._each
        return super().find_longest_match(alo, ahi, blo, bhi) if self._left > 0 else Match(alo, blo, 0)


def unified(old: str, new: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified diff of two texts, which are called `before` and `after`; nothing where they are one."""
    a, b = old.splitlines(keepends=True), new.splitlines(keepends=True)
    for number, group in enumerate(_Bounded(a, b).get_grouped_opcodes()):
        if number == 0:
            yield f"--- {before}\n+++ {after}\n"
        (_, start, _, begin, _), (_, _, stop, _, end) = group[0], group[-1]
        yield f"@@ -{_range(start, stop)} +{_range(begin, end)} @@\n"
        for kind, i, j, k, m in group:
            yield from map(_line, [f" {line}" for line in a[i:j]] if kind == "equal" else [])
            yield from map(_line, [f"-{line}" for line in a[i:j]] if kind != "equal" else [])
            yield from map(_line, [f"+{line}" for line in b[k:m]] if kind != "equal" else [])


def _range(start: int, stop: int) -> str:
    length = stop - start
    return f"{start + 1}" if length == 1 else f"{start + (length > 0)},{length}"


def _line(text: str) -> str:
    text = seen(text)
    return text if text.endswith("\n") else f"{text}\n\\ No newline at end of file\n"
