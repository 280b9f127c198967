"""Names: `names` with `name`, `et-al`, `label` and `substitute`; how many are named, in which order and form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from argmap.citations.citation_state import Element, State
from argmap.citations.elements import Choose, Label
from argmap.citations.formatting import PLAIN, Formatting
from argmap.citations.persons import Person, initials
from argmap.citations.rich_text import Rich, joined, text_of, unmarked


@dataclass(frozen=True, slots=True)
class NameForm:
    """`name`: its options, those of the style, the citation or the bibliography among them."""

    conjunction: str = ""
    delimiter: str = ", "
    before_et_al: str = "contextual"
    before_last: str = "contextual"
    et_al_min: int | None = None
    et_al_first: int | None = None
    shows_last: bool = False
    form: str = "long"
    initialize: bool = True
    initial_sign: str | None = None
    inverted: str = ""
    """Which names stand family name first: `first`, `all` or none."""
    separator: str = ", "
    family: Formatting = PLAIN
    given: Formatting = PLAIN
    formatting: Formatting = PLAIN


@dataclass(frozen=True, slots=True)
class NamesForm:
    """What `names` says of how its names are set, and hands on to names in its `substitute`."""

    name: NameForm | None = None
    et_al: tuple[str, Formatting] | None = None
    label: tuple[str, str, Formatting] | None = None
    label_first: bool = False

    def within(self, outer: object, sorting: bool) -> NamesForm:
        """With what the names around it say where it is silent; names in sort keys have no label from there."""
        if not isinstance(outer, NamesForm):
            return self
        own_order = self.name is not None and self.label is not None
        return NamesForm(
            self.name or outer.name, self.et_al or outer.et_al,
            None if sorting else self.label or outer.label, self.label_first if own_order else outer.label_first,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Names:
    """`names`: one or more variables, or the first of its substitutes that there is."""

    variables: Sequence[str]
    form: NamesForm
    fallback: NameForm
    """The name options around it, where neither it nor names around it have a `name`."""
    substitutes: Sequence[Element]
    formatting: Formatting

    def render(self, state: State) -> list[Rich]:
        """The names of each variable with its label."""
        form = self.form.within(state.substituting, state.sorting)
        lists = self._lists(state, form)
        if not lists:
            return self._substitute(state, form)
        name = form.name or self.fallback
        if name.form == "count":
            count = sum(_shown(name, people, state) for _, _, people in lists)
            return [unmarked(f"{count:09}" if state.sorting else str(count))]
        people = tuple(person for _, _, people in lists for person in people)
        inner = self.formatting.inner
        own = name if inner is PLAIN else replace(name, formatting=name.formatting.over(inner))
        is_leading = state.leading is None
        parts = [self._one(label, one, own, form, state) for _, label, one in lists]
        state.names += people
        rich = self.formatting.affixes.set(parts, state.english)
        state.leading = (people, rich) if is_leading else state.leading
        return [rich] if rich else []

    def _lists(self, state: State, form: NamesForm) -> list[tuple[str, str, tuple[Person, ...]]]:
        """The variables that have names, each with the term of its label; editors who translated stand once."""
        found = []
        for variable in self.variables:
            value = state.get(variable)
            if isinstance(value, tuple) and value:
                found.append((variable, variable, value))
        by_name = {variable: value for variable, _, value in found}
        same = by_name.get("editor") is not None and by_name.get("editor") == by_name.get("translator")
        if not same or not state.locale.term("editortranslator", form.label[0] if form.label else "long"):
            return found
        merged = [entry for entry in found if entry[0] != "translator"]
        return [(name, "editortranslator" if name == "editor" else label, value) for name, label, value in merged]

    def _substitute(self, state: State, form: NamesForm) -> list[Rich]:
        if state.substituting is not None:
            return []
        state.substituting = form if form.name else replace(form, name=self.fallback)
        is_leading = state.leading is None
        try:
            parts = _first(self.substitutes, state)
        finally:
            state.substituting = None
            state.gone |= state.used
        rich = self.formatting.set(parts, state.english)
        if rich and is_leading and state.leading is None:
            state.leading = ((), rich)
            rich = unmarked(state.replacement.sign) if state.replacement else rich
        return [rich] if rich else []

    def _one(self, label: str, people: tuple[Person, ...], name: NameForm, form: NamesForm, state: State) -> Rich:
        replaced = state.replacement if state.leading is None else None
        said = (
            [unmarked(replaced.sign)] if replaced and replaced.count is None else _said(people, name, form.et_al, state)
        )
        labels: list[Rich] = []
        if form.label and not state.sorting:
            labels = Label(label, *form.label).of(people, state.locale)
        return joined([*labels, *said] if form.label_first else [*said, *labels])


def _first(elements: Sequence[Element], state: State) -> list[Rich]:
    """The first of some elements, or of the branches among them, that comes to something."""
    for element in elements:
        parts = _first(element.chosen(state), state) if isinstance(element, Choose) else element.render(state)
        if parts:
            return parts
    return []


def _shown(name: NameForm, people: Sequence[Person], state: State) -> int:
    limit = _limit(name, people, state)
    return len(people) if limit is None else min(limit, len(people))


def _limit(name: NameForm, people: Sequence[Person], state: State) -> int | None:
    """How many names stand before "et al."; None for all."""
    if name.et_al_min is None or name.et_al_first is None:
        return None
    if len(people) < name.et_al_min:
        return len(people) - 1 if people[-1].literal == "others" and len(people) > 1 else None
    return max(name.et_al_first, state.distinct.names)


def _said(people: Sequence[Person], name: NameForm, et_al: tuple[str, Formatting] | None, state: State) -> list[Rich]:
    """The names with what stands between them."""
    count, limit = len(people), _limit(name, people, state)
    if limit is None or limit >= count:
        names = [_name(person, name, index, state) for index, person in enumerate(people)]
        if state.sorting:
            return [joined(names)]
        last = [unmarked(_before_last(name, count, state)), names[-1]] if count > 1 else []
        return [joined(names[: max(count - 1, 1)], name.delimiter), *last]
    if limit == 0:
        return []
    names = [_name(person, name, index, state) for index, person in enumerate(people[:limit])]
    if state.sorting:
        return [joined(names)]
    before = _before_et_al(name, count, limit)
    if name.shows_last and limit < count - 1:
        final = _name(people[-1], name, count - 1, state)
        return [joined(names, name.delimiter), unmarked(f"{before}… "), final]
    term, own = et_al or ("et-al", PLAIN)
    others = own.set([unmarked(state.locale.term(term))], state.english)
    return [joined(names, name.delimiter), joined([unmarked(before), others])]


def _before_last(name: NameForm, count: int, state: State) -> str:
    """What stands between the last two of all names."""
    conjunction = {"text": state.locale.term("and"), "symbol": state.locale.term("and", "symbol") or "&"}
    word = conjunction.get(name.conjunction, "")
    if not word:
        return name.delimiter
    inverted = name.inverted == "all" or (name.inverted == "first" and count < 3)
    rule = {"contextual": count > 2, "after-inverted-name": inverted, "always": True, "never": False}
    before = name.delimiter if rule.get(name.before_last, count > 2) else ""
    return f"{before if before.endswith(' ') else before + ' '}{word} "


def _before_et_al(name: NameForm, count: int, limit: int) -> str:
    inverted = name.inverted == "all" or (name.inverted == "first" and limit < 2)
    several = count > 2 and limit > 1
    rule = {"contextual": several, "after-inverted-name": inverted, "always": True, "never": False}
    return name.delimiter if rule.get(name.before_et_al, several) else " "


def _name(person: Person, name: NameForm, place: int, state: State) -> Rich:
    """One name in its form and order."""
    replaced = state.replacement if state.leading is None else None
    if replaced and replaced.count and place < replaced.count:
        return unmarked(replaced.sign)
    is_first = place == 0
    if person.literal:
        return name.formatting.set([name.family.set([unmarked(person.literal)])], state.english)
    hint = state.distinct.hints.get(person)
    if hint is not None and (is_first or not state.distinct.first_only):
        name = replace(name, form="long", initialize=name.initialize and not hint)
    given = person.given
    if name.initial_sign is not None and person.family and not person.static:
        given = initials(given, name.initial_sign, state.options.initialize_with_hyphen, name.initialize)
    inverted = state.sorting or name.inverted == "all" or (name.inverted == "first" and is_first)
    parts = _Parts(person, given, name)
    demote = state.options.demote != "never" if state.sorting else state.options.demote == "display-and-sort"
    return name.formatting.set([parts.ordered(inverted, demote)], state.english)


class _Parts:
    """The parts of a person's name, each set."""

    def __init__(self, person: Person, given: str, name: NameForm) -> None:
        self.person, self.name = person, name
        family, first = name.family.inner, name.given.inner
        self.family = family.set([unmarked(person.family)])
        self.non_dropping = family.set([unmarked(person.non_dropping)])
        self.dropping = first.set([unmarked(person.dropping)])
        self.given = first.set([unmarked(given)])
        self.suffix = unmarked(person.suffix)

    def ordered(self, inverted: bool, demote: bool) -> Rich:
        """The parts in order, as the form and the script have it."""
        person = self.person
        if not person.is_western:
            between = " " if person.is_spaced and self.name.form == "long" else ""
            given = self._first(self.given) if self.name.form == "long" else ()
            return joined([self._last(self.family), given], between)
        if self.name.form == "short" and not person.family:
            return self._first(self.given)  # the whole name: without it, a citation would name nobody
        if self.name.form == "short":
            return self._last(_spaced(self.non_dropping, self.family))
        if inverted and demote:
            given = self._first(_spaced(self.given, self.dropping, self.non_dropping))
            return joined([self._last(self.family), given, self.suffix], self.name.separator)
        if inverted:
            given = self._first(_spaced(self.given, self.dropping))
            family = self._last(_spaced(self.non_dropping, self.family))
            return joined([family, given, self.suffix], self.name.separator)
        family = _spaced(self.dropping, self.non_dropping, self.family)
        family = joined([family, self.suffix], ", ") if person.comma_suffix else _spaced(family, self.suffix)
        return _spaced(self._first(self.given), self._last(family))

    def _first(self, rich: Rich) -> Rich:
        return self.name.given.affixes.set([rich])

    def _last(self, rich: Rich) -> Rich:
        return self.name.family.affixes.set([rich])


def _spaced(*parts: Rich) -> Rich:
    """Parts of a name with spaces between them, save after an apostrophe or hyphen: d'Alembert."""
    out: Rich = ()
    for part in parts:
        between = " " if out and text_of(out)[-1] not in "’'-–\u00a0 " else ""
        out = joined([out, part], between)
    return out
