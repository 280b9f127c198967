"""From items and a style to citations in the text and a bibliography."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from argmap.citations.citation_state import Distinct, Replacement, State, render_all
from argmap.citations.cited_items import Date, Item, item
from argmap.citations.collation import Order, order
from argmap.citations.csl_markup import parse
from argmap.citations.disambiguation import Disambiguation, Rules
from argmap.citations.finishing import finished
from argmap.citations.formatting import Formatting
from argmap.citations.informative import tells
from argmap.citations.locators import Locator, labels, parted
from argmap.citations.persons import Person, sort_text
from argmap.citations.rich_text import BREAK, Piece, Rich, joined, text_of, unmarked
from argmap.citations.style import Key, Layout, Style
from argmap.citations.terms import Locale

Place = tuple[str, str]
"""The id of an item and where in it something stands, such as `p. 4`."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What a text says of each source, and its bibliography in the order of the style."""

    in_text: Mapping[str, Rich]
    """By id, without what the style sets around a citation, such as parentheses."""
    entries: Sequence[tuple[str, Rich]]
    """Empty where the style has no bibliography."""
    vague: frozenset[str]
    """Whose citation does not tell which work is meant, such as `n.d.`."""
    blank: frozenset[str]
    """Whose entry does not, such as `1.`."""
    located: Callable[[Iterable[Place]], Mapping[Place, Rich]]
    """By id and place (`("doe", "p. 4")`) the citation with the place; words for it that are not a locator stand after
    the citation."""


def process(data: Iterable[Mapping[str, Any]], style: Style, locale: Locale) -> Cited:
    """The citations of items of CSL-JSON, each cited once, in their order, and the bibliography.

    Raises `StyleError` where the style has no end.
    """
    return _Process({str(entry["id"]): item(entry) for entry in data}, style, locale).result()


class _Process:
    """A style at work on some items."""

    def __init__(self, items: Mapping[str, Item], style: Style, locale: Locale) -> None:
        self.items, self.style, self.locale = items, style, locale
        self.distinct = {id: Distinct() for id in items}
        self.numbers = {id: place for place, id in enumerate(items, 1)}
        self.cited: Mapping[str, Rich] = {}

    def result(self) -> Cited:
        ranked = self._sorted(self.style.bibliography) if self.style.bibliography else list(self.items)
        self.numbers = {id: place for place, id in enumerate(ranked, 1)}
        rules = Rules.of(self.style.citation.attributes)
        Disambiguation(list(self.items), self.distinct, rules, self._citation).settle(self.numbers)
        self.cited = {id: self._cite(id)[0] for id in self.items}
        in_text = {id: self._finish(rich) for id, rich in self.cited.items()}
        entries = [(id, self._finish(rich)) for id, rich in self._entries(ranked)]
        return Cited(
            in_text, entries,
            frozenset(id for id, rich in in_text.items() if not self._tells(id, rich, *self._marks(id))),
            frozenset(id for id, rich in entries if not self._tells(id, rich)),
            self._located,
        )  # fmt: skip

    def _marks(self, id: str) -> tuple[str, str]:
        return str(self.numbers[id]), str(self.items[id].values["citation-label"])

    def _tells(self, id: str, rich: Rich, *marks: str) -> bool:
        return tells(rich, self.items[id], self.locale, *marks)

    def _located(self, places: Iterable[Place]) -> Mapping[Place, Rich]:
        known = labels(self.locale)
        return {(id, words): self._at(id, *parted(words, known)) for id, words in places if id in self.items and words}

    def _at(self, id: str, place: Locator | None, words: str) -> Rich:
        cited = self._cite(id, place)[0] if place else self.cited[id]
        return self._finish(joined((cited, unmarked(f", {words}"))) if words else cited)

    def _finish(self, rich: Rich) -> Rich:
        return finished(rich, self.locale)

    def _state(self, id: str, **more: Any) -> State:
        entry = self.items[id]
        english = self.locale.is_english if entry.is_english is None else entry.is_english
        return State(entry, self.locale, self.style.options, self.distinct[id], english, self.numbers[id], **more)

    def _cite(self, id: str, place: Locator | None = None) -> tuple[Rich, tuple[Person, ...]]:
        """The citation without the affixes of its layout, and the names in it."""
        state = self._state(id, in_text=True, place=place)
        parts = render_all(self.style.citation.elements, state)
        return self.style.citation.formatting.inner.set([joined(parts)], state.english), tuple(state.names)

    def _citation(self, id: str) -> tuple[str, tuple[Person, ...]]:
        rich, names = self._cite(id)
        return text_of(rich), names

    def _entries(self, ids: Sequence[str]) -> Iterable[tuple[str, Rich]]:
        layout = self.style.bibliography
        if layout is None:
            return
        before: tuple[tuple[Person, ...], Rich] = ((), ())
        for id in ids:
            rich, state = self._entry(layout, id)
            leading = state.leading or ((), ())
            replacement = _replacement(layout.attributes, before, leading)
            before = leading
            if replacement and text_of(rich).lstrip(BREAK).startswith(text_of(leading[1])):
                rich, _ = self._entry(layout, id, replacement)
            yield id, rich

    def _entry(self, layout: Layout, id: str, replacement: Replacement | None = None) -> tuple[Rich, State]:
        state = self._state(id, replacement=replacement)
        parts = render_all(layout.elements, state)
        if layout.attributes.get("second-field-align") and len(parts) > 1:
            parts = [parts[0], (Piece(BREAK),), *parts[1:]]
        return _laid_out(joined(parts), layout.formatting, state.english), state

    def _sorted(self, layout: Layout) -> list[str]:
        ids = list(self.items)
        for key in reversed(layout.keys):
            values = {id: self._value(key, id) for id in ids}
            known = {id: value for id in ids if (value := values[id]) is not None}
            ids = [
                *sorted(known, key=known.__getitem__, reverse=key.descending),
                *(id for id in ids if id not in known),
            ]
        return ids

    def _value(self, key: Key, id: str) -> Order | None:
        """What an item is sorted by; None, and so last, where it lacks the variable."""
        state = self._state(id, sorting=True)
        if not key.variable:
            return order(text_of(joined(render_all(key.elements, state))))
        value = self.items[id].values.get(key.variable)
        if key.variable == "citation-number":
            return order(f"{self.numbers[id]:09}")
        if isinstance(value, Date):
            return order(value.sort_text)
        if isinstance(value, tuple):
            return order(", ".join(sort_text(name, self.style.options.demote == "never") for name in value))
        return order(text_of(parse(value))) if value else None


def _replacement(
    attributes: Mapping[str, str], before: tuple[tuple[Person, ...], Rich], leading: tuple[tuple[Person, ...], Rich]
) -> Replacement | None:
    """What stands for the names of an entry that are those of the entry before."""
    sign, rule = attributes.get("subsequent-author-substitute"), attributes.get("subsequent-author-substitute-rule")
    names, others = leading[0], before[0]
    if sign is None or not leading[1]:
        return None
    same = next((i for i, pair in enumerate(zip(names, others, strict=False)) if pair[0] != pair[1]),
                min(len(names), len(others)))  # fmt: skip
    if rule in ("partial-each", "partial-first") and names:
        return Replacement(sign, 1 if rule == "partial-first" else same) if same else None
    if names != others or not (names or leading[1] == before[1]):
        return None
    return Replacement(sign, len(names) if rule == "complete-each" and names else None)


def _laid_out(rich: Rich, formatting: Formatting, english: bool) -> Rich:
    """In the formatting of a layout; a stop at the end of a block stands within it."""
    if not rich:
        return ()
    rich = joined((unmarked(formatting.prefix), rich))
    ends_block = rich[-1].text == BREAK
    rich = joined((rich[:-1] if ends_block else rich, unmarked(formatting.suffix)))
    return formatting.inner.set([rich], english)
