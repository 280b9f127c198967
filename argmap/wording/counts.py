"""Numbers with what they count."""

from __future__ import annotations

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 claim`, `2 claims`, `no claims`: with figures, as terminals and tables have them."""
    return f"{f'{number:,}' if number else 'no'} {one if number == 1 else many or one + 's'}"


def in_words(number: int, one: str = "", many: str | None = None) -> str:
    """`one claim`, `two claims`, `no claims`, `11 claims`, as prose has it; the number alone without a noun."""
    word = _WORDS[number] if 0 <= number < len(_WORDS) else f"{number:,}"
    return f"{word} {one if number == 1 else many or one + 's'}" if one else word
