"""What sets sources apart that would be cited alike: more names, given names, a letter after the year.

The steps of CSL 1.0.2, in its order. Only what a step changes is set again; each step is linear in the number of
sources that are cited alike.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from argmap.citations.citation_state import Distinct
from argmap.citations.persons import Person, initials
from argmap.citations.rich_text import CLOSE, OPEN

_BESIDE = re.compile(f"[{OPEN}{CLOSE},.;:!?()\\[\\]\\s]+")
"""What does not tell two citations apart: quotation marks, brackets, stops, spaces; nor do capitals other than those of
names."""

_FULL = ("all-names", "primary-name", "by-cite")
Render = Callable[[str], tuple[str, tuple[Person, ...]]]
"""The text of an item's citation as it now is, and the names in it."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Which steps a style takes."""

    add_names: bool
    add_given: bool
    given_rule: str
    add_letter: bool

    @classmethod
    def of(cls, attributes: Mapping[str, str]) -> Rules:
        """The rules that the attributes of `citation` are."""
        on = {key for key, value in attributes.items() if value == "true"}
        return cls(
            "disambiguate-add-names" in on, "disambiguate-add-givenname" in on,
            attributes.get("givenname-disambiguation-rule", "by-cite"), "disambiguate-add-year-suffix" in on,
        )  # fmt: skip


class Disambiguation:
    """The citations of all items as they stand, and what each item has been given to be told apart."""

    def __init__(self, ids: Sequence[str], distinct: Mapping[str, Distinct], rules: Rules, render: Render) -> None:
        self.ids, self.distinct, self.rules, self.render = ids, distinct, rules, render
        self.cited = {id: render(id) for id in ids}

    def settle(self, ranks: Mapping[str, int]) -> None:
        """Take the steps; letters go in the order of `ranks`, the places in the bibliography."""
        by_cite = self.rules.add_given and self.rules.given_rule == "by-cite"
        if self.rules.add_given and not by_cite:
            self._name_globally()
        steps: list[tuple[bool, Callable[[Sequence[str]], None]]] = [
            (self.rules.add_names and by_cite, self._name_by_cite),
            (self.rules.add_names, self._add_names),
            (by_cite, self._name_by_cite),
            (self.rules.add_letter, lambda group: self._add_letters(sorted(group, key=ranks.__getitem__))),
            (True, self._mark),
        ]
        for is_taken, step in steps:
            for group in self._alike() if is_taken else ():
                step(group)

    def _alike(self) -> list[list[str]]:
        """The groups of items whose citations are the same text."""
        groups: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for id in self.ids:
            text, people = self.cited[id]
            groups[_BESIDE.sub("", text).casefold(), people[0].family if people else ""].append(id)
        return [group for (text, _), group in groups.items() if text and len(group) > 1]

    def _again(self, ids: Iterable[str]) -> None:
        self.cited |= {id: self.render(id) for id in ids}

    def _name_globally(self) -> None:
        """Initials or given names for all who share a family name, in every citation."""
        primary = self.rules.given_rule.startswith("primary-name")
        names = {name for _, people in self.cited.values() for name in (people[:1] if primary else people)}
        families = names_by_family(names)
        hints = {name: hint for name in names if (hint := _hint(name, families, self.rules)) is not None}
        changed = [id for id, (_, people) in self.cited.items() if not hints.keys().isdisjoint(people)]
        for distinct in self.distinct.values():
            distinct.hints, distinct.first_only = hints, primary
        self._again(changed)

    def _name_by_cite(self, group: Sequence[str]) -> None:
        """Initials or given names where names at the same place of citations alike share a family name."""
        left = group
        for place in range(max(len(self.cited[id][1]) for id in group)):
            at = {id: people[place] for id in left if place < len(people := self.cited[id][1])}
            families = names_by_family(set(at.values()))
            for id, name in at.items():
                hint = _hint(name, families, self.rules)
                if hint is not None:
                    self.distinct[id].hints = {name: hint} | self.distinct[id].hints
            left = [id for id in left if id not in at or _hint(at[id], families, self.rules) is None]
        self._again(group)

    def _add_names(self, group: Sequence[str]) -> None:
        """More names before "et al.", as many as tell the most of them apart."""
        left = list(group)
        for count in range(1, max(len(self.cited[id][1]) for id in group) + 1):
            seen = Counter(self._names_said(id, count) for id in left)
            apart = [id for id in left if seen[self._names_said(id, count)] == 1]
            if apart:
                for id in left:
                    self.distinct[id].names = count
                left = [id for id in left if id not in set(apart)]
        self._again(group)

    def _names_said(self, id: str, count: int) -> Hashable:
        """The first names of a citation as far as the style tells them apart."""
        people, rule = self.cited[id][1][:count], self.rules.given_rule
        if not self.rules.add_given or rule.startswith("primary-name"):
            said = [replace(person, given="") for person in people]
            if self.rules.add_given and people:
                said[0] = people[0]
        else:
            said = list(people)
        if rule.endswith("with-initials"):
            said = [replace(person, given=initials(person.given, "")) for person in said]
        return tuple(said)

    def _mark(self, group: Sequence[str]) -> None:
        """Nothing helped: the style may say what it says where `disambiguate` is true."""
        for id in group:
            self.distinct[id].condition = True

    def _add_letters(self, group: Sequence[str]) -> None:
        for place, id in enumerate(group):
            self.distinct[id].letter = letters(place)
        self._again(group)


def names_by_family(names: Iterable[Person]) -> Mapping[str, Counter[str]]:
    """How many different names there are by family name and initials."""
    families: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        if name.family:
            families[name.family][initials(name.given, "")] += 1
    return families


def _hint(name: Person, families: Mapping[str, Counter[str]], rules: Rules) -> bool | None:
    """Whether a name needs its given name (True), initials (False) or nothing (None) to be told apart."""
    namesakes = families[name.family] if name.family else Counter()
    if namesakes.total() < 2:
        return None
    if name.given and namesakes[initials(name.given, "")] > 1:
        return True if rules.given_rule in _FULL else None
    return False


def letters(place: int) -> str:
    """`a` to `z`, then `aa`, `ab` and so on."""
    out = ""
    place += 1
    while place:
        place, digit = divmod(place - 1, 26)
        out = chr(ord("a") + digit) + out
    return out
