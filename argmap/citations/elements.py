"""The elements of a style that set themselves: text, groups, choices, labels and numbers.

A group that asks for variables and finds none of them says nothing at all; a macro that comes to something counts as a
variable found. Names and dates have modules of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from argmap.citations import numbers
from argmap.citations.citation_state import Element, State, render_all
from argmap.citations.cited_items import Date
from argmap.citations.csl_markup import parse
from argmap.citations.formatting import Formatting
from argmap.citations.persons import Person
from argmap.citations.rich_text import Piece, Rich, joined, unmarked
from argmap.citations.terms import Locale

_LINKS = {
    "doi": "https://doi.org/", "pmid": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "pmcid": "https://www.ncbi.nlm.nih.gov/pmc/articles/", "url": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """`group`, and `text` with a `macro`."""

    elements: Sequence[Element]
    formatting: Formatting
    is_macro: bool = False

    def render(self, state: State) -> list[Rich]:
        """Its elements, unless all variables that they ask for are empty."""
        asked, found = state.asked, state.found
        parts = render_all(self.elements, state)
        if not parts:
            return []
        if state.asked != asked and state.found <= found:
            return []
        if self.is_macro:
            state.asked += 1
            state.found += 1
        rich = self.formatting.set(parts, state.english)
        return [rich] if rich else []


@dataclass(frozen=True, slots=True)
class Choose:
    """`choose`: the elements of the first branch whose test holds, as if they stood there themselves."""

    branches: Sequence[tuple[Callable[[State], bool], Sequence[Element]]]

    def render(self, state: State) -> list[Rich]:
        """What each element of the branch comes to."""
        return render_all(self.chosen(state), state)

    def chosen(self, state: State) -> Sequence[Element]:
        """The elements of the branch."""
        for test, elements in self.branches:
            if test(state):
                return elements
        return ()


@dataclass(frozen=True, slots=True)
class Value:
    """`text` with a `value`."""

    text: str
    formatting: Formatting

    def render(self, state: State) -> list[Rich]:
        """The text as the style has it."""
        return [self.formatting.set([unmarked(self.text)], state.english)] if self.text else []


@dataclass(frozen=True, slots=True)
class Term:
    """`text` with a `term`."""

    name: str
    form: str
    plural: bool
    formatting: Formatting

    def render(self, state: State) -> list[Rich]:
        """The term; "no date" has the letter that sets sources of one author apart."""
        text = state.locale.term(self.name, self.form, self.plural)
        parts = [unmarked(text)] if text else []
        if self.name == "no date" and (letter := state.letter()):
            parts += [unmarked(" "), *letter] if self.form == "long" else letter
        return [self.formatting.set(parts, state.english)] if parts else []


@dataclass(frozen=True, slots=True)
class Variable:
    """`text` with a `variable`."""

    name: str
    is_short: bool
    formatting: Formatting

    def render(self, state: State) -> list[Rich]:
        """The variable's text, with its markup; addresses are links and stay as they are."""
        rich = self._own(state)
        return [self.formatting.set([rich], state.english)] if rich else []

    def _own(self, state: State) -> Rich:
        if self.name == "year-suffix":
            return unmarked(state.distinct.letter)
        if self.name == "citation-number":
            state.asked += 1
            state.found += 1
            return unmarked(str(state.number).rjust(9, "0") if state.sorting else str(state.number))
        value = self._value(state)
        if self.name in _LINKS:
            return (Piece(value, 0, value if "://" in value else _LINKS[self.name] + value),) if value else ()
        if self.name in ("page", "locator"):
            dash = state.locale.term("page-range-delimiter") or "–"
            of_pages = state.place is None or self.name == "page" or state.place.label == "page"
            return unmarked(numbers.pages(value, state.options.page_range_format if of_pages else "", dash))
        letter = state.letter() if self.name == "citation-label" else []
        return joined([parse(value), *letter])

    def _value(self, state: State) -> str:
        if self.name in ("id", "type"):
            state.asked += 1
            state.found += 1
            return state.item.id if self.name == "id" else state.item.type
        whole = state.get(self.name)
        if state.substituting is not None:
            state.gone.add(self.name)  # a title that stands in is said once, there as well
        value = (state.get(f"{self.name}-short") if self.is_short else None) or whole
        return value if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class Number:
    """`number`: a variable as a number in a form."""

    name: str
    form: str
    formatting: Formatting

    def render(self, state: State) -> list[Rich]:
        """Each whole number of the text in the form; numbers with letters on them stay as they are."""
        value = str(state.number) if self.name == "citation-number" else state.get(self.name)
        if not isinstance(value, str):
            return []
        if not re.search(r"\d", value):
            return [self.formatting.set([parse(value)], state.english)]
        gender = state.locale.genders.get(self.name, "")
        parts = [self._formed(part, state, gender) for part in numbers.split(value)]
        return [self.formatting.set([unmarked("".join(parts))], state.english)]

    def _formed(self, part: str, state: State, gender: str) -> str:
        if not re.fullmatch(r"\d{1,9}", part) or self.form == "numeric":
            return part
        number = int(part)
        if self.form == "roman":
            return numbers.roman(number)
        locale = state.locale
        return locale.long_ordinal(number, gender) if self.form == "long-ordinal" else locale.ordinal(number, gender)


@dataclass(frozen=True, slots=True)
class Label:
    """`label`: the term that goes with a variable."""

    name: str
    form: str
    plural: str
    formatting: Formatting

    def render(self, state: State) -> list[Rich]:
        """The term, in the plural where the variable has several numbers or names."""
        value = state.peek("editor" if self.name == "editortranslator" else self.name)
        if value is None or isinstance(value, Date):
            return []
        term = state.place.label if state.place and self.name == "locator" else None
        return self.of(value, state.locale, term)

    def of(self, value: str | tuple[Person, ...], locale: Locale, term: str | None = None) -> list[Rich]:
        """The term for a value: that of the variable, if no other is given."""
        several = numbers.is_several(value) if isinstance(value, str) else len(value) > 1
        if self.name == "number-of-volumes" and isinstance(value, str):
            several = value not in ("0", "1")
        plural = self.plural == "always" or (self.plural != "never" and several)
        text = locale.term(term or self.name, self.form, plural)
        if not text:
            return []
        own = self.formatting
        if text.endswith(".") and own.suffix.startswith(".") and not own.strip_periods:
            own = replace(own, suffix=own.suffix[1:])
        return [own.set([unmarked(text)])]
