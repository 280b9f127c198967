"""One citation or entry while it is set: its item, the language, and what has been said so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from argmap.citations.cited_items import Date, Item, Value
from argmap.citations.locators import Locator
from argmap.citations.persons import Person
from argmap.citations.rich_text import Rich, unmarked
from argmap.citations.style_xml import StyleError
from argmap.citations.terms import Locale

BUDGET = 100_000
"""Elements that one entry may set. The longest styles need a few thousand; one whose macros multiply, any number."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a style says for all of its elements."""

    page_range_format: str = ""
    demote: str = "display-and-sort"
    initialize_with_hyphen: bool = True
    sets_letter: bool = False
    """Whether the style itself says where the letter after a year stands."""


@dataclass(slots=True)
class Distinct:
    """What sets an item apart from others that would be cited alike."""

    letter: str = ""
    hints: dict[Person, bool] = field(default_factory=dict)
    """Names to be said with initials, or (True) with the given name in full."""
    first_only: bool = False
    """Whether the hints are for the name that stands first alone."""
    names: int = 0
    """How many names are said before "et al." at the least."""
    condition: bool = False


@dataclass(frozen=True, slots=True)
class Replacement:
    """A sign for the names that begin an entry, where the entry before has the same: for all of them together (None),
    or for each of the first `count`."""

    sign: str
    count: int | None = None


@dataclass(slots=True)
class State:
    """What an element needs to know, and what it leaves for those after it."""

    item: Item
    locale: Locale
    options: Options
    distinct: Distinct
    english: bool = True
    """Whether its titles may be put in title case."""
    number: int = 0
    """The item's place in the bibliography, from 1."""
    place: Locator | None = None
    """The place in it that is cited."""
    in_text: bool = False
    sorting: bool = False
    replacement: Replacement | None = None
    substituting: object | None = None
    """The `naming.NamesForm` of the names that these elements stand in for."""
    asked: int = 0
    """Variables asked for so far; with `found`, a group learns from it whether it has anything to say."""
    found: int = 0
    spent: int = 0
    lettered: bool = False
    used: set[str] = field(default_factory=set)
    """Variables said by what stands in for missing names, dates aside."""
    gone: set[str] = field(default_factory=set)
    """Those of them that are not said again."""
    names: list[Person] = field(default_factory=list)
    """All names of the names elements that came to something."""
    leading: tuple[tuple[Person, ...], Rich] | None = None
    """The first names, and what they or what stands for them came to."""

    def get(self, variable: str) -> Value | None:
        """A variable's value, counted for the group around."""
        value = self.peek(variable)
        self.asked += 1
        self.found += value is not None
        if self.substituting is not None and not isinstance(value, Date):
            self.used.add(variable)
        return value

    def peek(self, variable: str) -> Value | None:
        """A variable's value, which does not count as used."""
        if variable == "locator":
            return self.place.value if self.place else None
        return None if variable in self.gone else self.item.values.get(variable)

    def has(self, variable: str) -> bool:
        """Whether a variable has a value, whatever has been said so far."""
        return self.place is not None if variable == "locator" else variable in self.item.values

    def spend(self, elements: int) -> None:
        """Count the elements set. Raises `StyleError` where there is no end to them."""
        self.spent += elements
        if self.spent > BUDGET:
            raise StyleError(f"it sets more than {BUDGET:,} elements for one source")

    def letter(self) -> list[Rich]:
        """The letter after the year, where it has not been said."""
        if not self.distinct.letter or self.lettered or self.options.sets_letter:
            return []
        self.lettered = True
        return [unmarked(self.distinct.letter)]


class Element(Protocol):
    """An element of a style."""

    def render(self, state: State) -> list[Rich]:
        """What it comes to: nothing, one part, or the parts of the branch of a choice."""


def render_all(elements: Sequence[Element], state: State) -> list[Rich]:
    """What each element comes to."""
    state.spend(len(elements))
    return [rich for element in elements for rich in element.render(state)]
