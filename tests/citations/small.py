"""Small cases, each a rule of CSL 1.0.2: a style of a few lines and a few items.

What is right is not written here: pandoc says it (test_small.py), so that a case costs two lines. The cases go by the
headings of the specification.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Item = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A rule: the elements of a citation's layout, or a whole `citation` and `bibliography`, and the items."""

    layout: str
    items: Sequence[Item]
    citation: str = ""
    """Attributes of `citation`."""
    bibliography: str = ""
    """Attributes of `bibliography`; its layout is the same."""
    sort: str = ""
    """Keys of both."""
    macros: str = ""
    style: str = ""
    """Attributes of `style`."""
    locale: str = ""
    """Terms and options that the style brings along."""

    def text(self) -> str:
        """The style, valid CSL."""
        sort = f"<sort>{self.sort}</sort>" if self.sort else ""
        return (
            '<?xml version="1.0" encoding="utf-8"?>'
            f'<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" {self.style}>'
            '<info><title>Small</title><id>https://example.org/small</id><updated>2024-01-01T00:00:00+00:00</updated></info>'
            f"{self.locale and f'<locale>{self.locale}</locale>'}{self.macros}"
            f"<citation {self.citation}>{sort}<layout>{self.layout}</layout></citation>"
            f"<bibliography {self.bibliography}>{sort}<layout>{self.layout}</layout></bibliography></style>"
        )


def works(*rows: Mapping[str, Any]) -> list[Item]:
    """Items, numbered; a book where nothing else is said."""
    return [{"id": f"item-{number}", "type": "book", **row} for number, row in enumerate(rows, 1)]


def people(text: str) -> list[dict[str, Any]]:
    """`Ode Marne; Sam Marne`: given and family names; a literal in brackets."""
    return [_person(each.strip()) for each in text.split(";")]


def _person(text: str) -> dict[str, Any]:
    if text.startswith("["):
        return {"literal": text[1:-1]}
    given, _, family = text.rpartition(" ")
    return {"family": family, "given": given} if given else {"family": family}


def by(names: str, year: int = 2001, title: str = "Work", **more: Any) -> Item:
    """A work by these people in this year."""
    return {"author": people(names), "issued": {"date-parts": [[year]]}, "title": title, **more}


def on(*parts: Sequence[int], **more: Any) -> Item:
    """A date."""
    return {"issued": {"date-parts": [list(part) for part in parts], **more}}
