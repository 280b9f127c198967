"""How an element of a style is set: affixes, delimiter, font, capitals, quotation marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace

from argmap.citations.casing import CASES, cased
from argmap.citations.rich_text import (
    BOLD,
    BREAK,
    ITALIC,
    SMALL_CAPS,
    SUB,
    SUPER,
    UNDERLINE,
    UPRIGHT,
    Piece,
    Rich,
    joined,
    mapped,
    marked,
    quoted,
    unmarked,
)  # fmt: skip
from argmap.citations.style_xml import StyleError

_MARKS = {
    ("font-style", "italic"): ITALIC, ("font-style", "oblique"): ITALIC, ("font-style", "normal"): UPRIGHT,
    ("font-variant", "small-caps"): SMALL_CAPS, ("font-weight", "bold"): BOLD,
    ("text-decoration", "underline"): UNDERLINE, ("vertical-align", "sup"): SUPER, ("vertical-align", "sub"): SUB,
}  # fmt: skip
LONGEST = 1000
"""Characters that a style may set at one place."""


@dataclass(frozen=True, slots=True)
class Formatting:
    """What an element's attributes say of how it is set."""

    prefix: str = ""
    suffix: str = ""
    delimiter: str = ""
    marks: int = 0
    case: str = ""
    quotes: bool = False
    strip_periods: bool = False
    is_block: bool = False

    @property
    def affixes(self) -> Formatting:
        """What stands around it alone."""
        if not (self.prefix or self.suffix or self.delimiter):
            return PLAIN
        return Formatting(prefix=self.prefix, suffix=self.suffix, delimiter=self.delimiter)

    @property
    def inner(self) -> Formatting:
        """All but what stands around it."""
        if not (self.marks or self.case or self.quotes or self.strip_periods or self.is_block):
            return PLAIN
        return replace(self, prefix="", suffix="", delimiter="")

    def over(self, other: Formatting) -> Formatting:
        """This one, with what it leaves open as in another."""
        if other is PLAIN or self is PLAIN:
            return self if other is PLAIN else other
        own = {field.name: getattr(self, field.name) or getattr(other, field.name) for field in fields(self)}
        return Formatting(**own)

    def set(self, parts: Sequence[Rich], english: bool = True) -> Rich:
        """The parts set; title case is for English alone."""
        rich = joined(parts, self.delimiter)
        if not rich or self is PLAIN:
            return rich
        if self.strip_periods:
            rich = mapped(rich, lambda text: text.replace(".", ""))
        if self.case and (english or self.case != "title"):
            rich = cased(rich, self.case)
        rich = marked(rich, self.marks) if self.marks else rich
        rich = quoted(rich) if self.quotes and rich else rich
        rich = self._affixed(rich) if rich and (self.prefix or self.suffix) else rich
        return (Piece(BREAK), *rich, Piece(BREAK)) if self.is_block and rich else rich

    def _affixed(self, rich: Rich) -> Rich:
        """With its affixes; one that completes the address of a link is part of the link."""
        if len(rich) == 1 and rich[0].href and self.prefix and self.prefix + rich[0].text == rich[0].href:
            return joined(((rich[0]._replace(text=rich[0].href),), unmarked(self.suffix)))
        return joined((unmarked(self.prefix), rich, unmarked(self.suffix)))


PLAIN = Formatting()


def formatting(attributes: Mapping[str, str]) -> Formatting:
    """The formatting of an element's attributes; `PLAIN` itself where there is none."""
    affixes = {key: attributes.get(key, "") for key in ("prefix", "suffix", "delimiter")}
    if any(len(text) > LONGEST for text in affixes.values()):
        raise StyleError(f"it sets more than {LONGEST:,} characters before or after an element")
    case = attributes.get("text-case", "")
    own = Formatting(
        **affixes,
        marks=sum({_MARKS.get((key, value), 0) for key, value in attributes.items()}),
        case=case if case in CASES else "",
        quotes=attributes.get("quotes") == "true",
        strip_periods=attributes.get("strip-periods") == "true",
        is_block=attributes.get("display") in ("block", "left-margin", "right-inline", "indent"),
    )
    return PLAIN if own == PLAIN else own
