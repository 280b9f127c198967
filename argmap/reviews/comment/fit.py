"""Sections that are cut to a length, the least important first, and that always say by how much."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace


def _more(hidden: int) -> str:
    return f"- … and {hidden:,} more"


@dataclass(frozen=True)
class Section:
    """A part of a comment: a head that stays, and items that may be cut from the end."""

    head: str
    items: tuple[str, ...] = ()
    """Each is whole lines of Markdown."""
    rank: int = 0
    """What is cut first: the section with the highest rank."""
    foot: str = ""
    """What closes the section, such as `</details>`."""
    more: Callable[[int], str] = _more
    """What stands for so many items that are not shown."""
    hidden: int = 0
    """Items left out before any cutting for length; they are part of the count."""

    @property
    def text(self) -> str:
        """The section with what is left of its items, and the count of the others."""
        left_out = [self.more(self.hidden)] if self.hidden else []
        body = "\n".join([*self.items, *left_out])
        return "\n\n".join(filter(None, (self.head, body, self.foot)))

    def shown(self, number: int) -> Section:
        """The section with so many items at most."""
        kept = self.items[:number]
        return replace(self, items=kept, hidden=self.hidden + len(self.items) - len(kept))


def joined(sections: Sequence[Section]) -> str:
    """Sections as one text."""
    return "\n\n".join(text for section in sections if (text := section.text)) + "\n"


def fitted(sections: Sequence[Section], limit: int) -> list[Section]:
    """Sections whose joined text has at most `limit` characters.

    Items are cut from the section of the highest rank first (among equals from the last), as few as will do. What has
    rank 0 is cut last. Where even the heads are too long, the last sections are left out, which the caller prevents.
    """
    found = list(sections)
    over = len(joined(found)) - limit
    for place in sorted(range(len(found)), key=lambda n: (-found[n].rank, -n)):
        if over <= 0:
            break
        before = len(found[place].text)
        found[place] = _reduced(found[place], before - over)
        over -= before - len(found[place].text)
    return found


def _reduced(section: Section, room: int) -> Section:
    """The section with as many items as fit into `room` characters, by halving: its length grows with their number."""
    fits, fails = 0, len(section.items)
    if not fails:
        return section
    while fails - fits > 1:
        half = (fits + fails) // 2
        fits, fails = (half, fails) if len(section.shown(half).text) <= room else (fits, half)
    return section.shown(fits)
