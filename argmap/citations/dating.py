"""Dates: `date` with the parts that a style or a language sets, ranges, seasons, years before Christ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from argmap.citations.citation_state import State
from argmap.citations.cited_items import Date, sortable
from argmap.citations.csl_markup import parse
from argmap.citations.formatting import Formatting
from argmap.citations.rich_text import Rich, joined, unmarked
from argmap.citations.terms import DatePart

_PLACES = ("year", "month", "day")
_SHOWN = {"year": ("year",), "year-month": ("year", "month")}


@dataclass(frozen=True, slots=True)
class DateElement:
    """`date`: with parts of its own, or in the `form` of the language."""

    variable: str
    form: str
    shown: str
    parts: Sequence[DatePart]
    formatting: Formatting

    def render(self, state: State) -> list[Rich]:
        """The date, with the letter that sets sources of one year apart after the year."""
        value = state.get(self.variable)
        if not isinstance(value, Date):
            return []
        parts, own = self._in_language(state)
        if not value.parts:
            return [own.set([parse(value.literal)], state.english)]
        if state.sorting:
            names = {part.name for part in parts}
            known = [tuple(day[i] for i in range(len(day)) if _PLACES[i] in names) for day in value.parts]
            return [unmarked("".join(map(sortable, filter(None, known))))]
        set_parts = _range(parts, value, state) if len(value.parts) > 1 else _all(parts, value.parts[0], state)
        if not set_parts:
            state.found -= 1  # none of the parts that are shown is known
            return []
        set_parts[-1] = joined([set_parts[-1], *state.letter()])
        return [own.set(set_parts, state.english)]

    def _in_language(self, state: State) -> tuple[Sequence[DatePart], Formatting]:
        localised = state.locale.dates.get(self.form)
        if not localised:
            return self.parts, self.formatting
        own = {part.name: part for part in self.parts}
        parts = [_over(own[part.name], part) if part.name in own else part for part in localised.parts]
        shown = _SHOWN.get(self.shown, _PLACES)
        return [part for part in parts if part.name in shown], self.formatting.over(localised.formatting)


def _over(own: DatePart, localised: DatePart) -> DatePart:
    return replace(
        localised, form=own.form or localised.form, formatting=localised.formatting.over(own.formatting),
        dash=own.dash,
    )  # fmt: skip


def _range(parts: Sequence[DatePart], value: Date, state: State) -> list[Rich]:
    """Two days, what they have in common said once: `May 3–5, 2024`."""
    first, last = value.parts
    names = sorted({part.name for part in parts}, key=_PLACES.index)
    differing = next((i for i, name in enumerate(names) if _at(first, name) != _at(last, name)), len(names))
    same = set(names[:differing])
    begin = next((i for i, part in enumerate(parts) if part.name not in same), len(parts))
    end = next((i for i in range(len(parts), begin, -1) if parts[i - 1].name not in same), begin)
    before, middle, after = parts[:begin], parts[begin:end], parts[end:]
    left = _all(_without(_known(middle, first), last=True), first, state)
    right = _all(_without(_known(middle, last), last=False), last, state)
    dash = unmarked(min(middle, key=lambda part: _PLACES.index(part.name)).dash) if middle else ()
    is_open = not any(last)
    if is_open:
        between = [joined([*left, dash])]
    elif left and right:
        between = [*left[:-1], joined([left[-1], dash, right[0]]), *right[1:]]
    else:
        between = left or right
    tail = _without(_known(after, first), last=True) if not is_open else []
    return [*_all(before, first, state), *between, *_all(tail, first, state)]


def _all(parts: Sequence[DatePart], day: tuple[int, ...], state: State) -> list[Rich]:
    return [rich for part in parts if (rich := _set(part, day, state))]


def _known(parts: Sequence[DatePart], day: tuple[int, ...]) -> list[DatePart]:
    return [part for part in parts if _at(day, part.name) is not None]


def _without(parts: Sequence[DatePart], last: bool) -> list[DatePart]:
    """The parts without what stands around the range: the last one's suffix or the first one's prefix."""
    out = list(parts)
    if out and last:
        out[-1] = replace(out[-1], formatting=replace(out[-1].formatting, suffix=""))
    elif out:
        out[0] = replace(out[0], formatting=replace(out[0].formatting, prefix=""))
    return out


def _at(day: tuple[int, ...], name: str) -> int | None:
    place = _PLACES.index(name) if name in _PLACES else 3
    return day[place] if place < len(day) else None


def _set(part: DatePart, day: tuple[int, ...], state: State) -> Rich:
    number = _at(day, part.name)
    if number is None or (number == 0 and part.name == "year"):
        return ()
    text = {"year": _year, "month": _month, "day": _day}[part.name](number, part.form, state)
    return part.formatting.set([unmarked(text)], state.english)


def _year(number: int, form: str, state: State) -> str:
    if form == "short" and number > 999:
        return f"{number % 100:02}"
    era = "bc" if number < 0 else "ad" if number < 1000 else ""
    return f"{abs(number)}{state.locale.term(era) if era else ''}"


def _month(number: int, form: str, state: State) -> str:
    if number > 12:
        return state.locale.term(f"season-{(number - 1) % 4 + 1:02}", "short" if form == "short" else "long")
    if form in ("numeric", "numeric-leading-zeros"):
        return f"{number:02}" if form == "numeric-leading-zeros" else str(number)
    return state.locale.term(f"month-{number:02}", "short" if form == "short" else "long")


def _day(number: int, form: str, state: State) -> str:
    if form == "ordinal" and (number == 1 or state.locale.options.get("limit-day-ordinals-to-day-1") != "true"):
        return state.locale.ordinal(number)
    return f"{number:02}" if form == "numeric-leading-zeros" else str(number)
