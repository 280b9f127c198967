"""Numbers of volumes, editions and pages: what is numeric, roman numerals, ranges of pages."""

from __future__ import annotations

import re

from argmap.model.values import spaced

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LAST_DIGITS = re.compile(r"(?<!\d)\d*\Z")


def is_numeric(text: str) -> bool:
    """Whether it is made of numbers, which may have letters and be in a list or range: `2nd`, `3–5`, `4 & 6`."""
    parts = re.split(spaced("[,&–-]"), text)
    return all(re.fullmatch(r"[^\W\d_]*\d[^\W_]*", part) for part in parts)


def is_several(text: str) -> bool:
    """Whether it is more than one number, so that its label is in the plural."""
    return "\\-" not in text and bool(re.search(r"[\s,;–-]", text.strip()))


def split(text: str) -> list[str]:
    """The numbers of a text and what stands between them; hyphens between numbers are dashes."""
    return ["–" if part == "-" else part for part in re.findall(r"[\s,;–-]+|[^\s,;–-]+", text)]


def roman(number: int) -> str:
    """A number below 4000 in small roman numerals; others in figures."""
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, sign in _ROMAN:
        out += sign * (number // value)
        number %= value
    return out


def pages(text: str, format: str, dash: str) -> str:
    """Page ranges in a `page-range-format` of CSL; empty for ranges as they are written, with a dash."""
    parts = re.split(spaced("([,&])"), text)
    out = [_range(part, format, dash) if index % 2 == 0 else part for index, part in enumerate(parts)]
    return "".join(
        f"{part} " if part == "," else f" {part} " if part == "&" else part for part in out
    ).strip()  # fmt: skip


def _parted(side: str) -> tuple[str, str]:
    """What stands before the last digits, and these."""
    before = _LAST_DIGITS.sub("", side)
    return before, side[len(before) :]


def _range(text: str, format: str, dash: str) -> str:
    if "\\-" in text:
        return text.replace("\\-", "-")
    sides = re.split(spaced("[-–]"), text)
    if len(sides) != 2:
        return text
    (before, first), (other, last) = map(_parted, sides)
    if not format or before != other or not first or not last:
        return f"{before}{first}{dash}{other}{last}"
    last = first[: max(len(first) - len(last), 0)] + last
    return before + first + dash + (before if format == "expanded" else "") + _shortened(first, last, format)


def _shortened(first: str, last: str, format: str) -> str:
    if len(first) != len(last) or format == "expanded":
        return last
    changed = next((i for i, pair in enumerate(zip(first, last, strict=True)) if pair[0] != pair[1]), len(last))
    if format in ("minimal", "minimal-two"):
        return last[min(changed, len(last) - min(2 if format == "minimal-two" else 1, len(last))) :]
    if len(first) < 3 or first.endswith("00"):
        return last
    if first[-2] == "0":
        return last[min(changed, len(last) - 1) :]
    if format != "chicago-16" and len(first) == 4 and sum(a != b for a, b in zip(first, last, strict=True)) >= 3:
        return last
    return last[min(changed, len(last) - 2) :]
