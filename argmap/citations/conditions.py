"""The tests of `if` and `else-if`, each a function of the citation that is being set.

Every citation stands for itself: its position is the first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from argmap.citations.citation_state import State
from argmap.citations.cited_items import Date
from argmap.citations.numbers import is_numeric

Test = Callable[[State], bool]


def test(attributes: Mapping[str, str]) -> Test:
    """The test that the attributes of a branch are, joined by its `match`."""
    match = attributes.get("match", "all")
    any_of = [
        test for key, value in attributes.items() if key in _TESTS
        for test in _TESTS[key](frozenset(value.lower().split()), match == "all")
    ]  # fmt: skip
    if len(any_of) == 1:
        only = any_of[0]
        return only if match != "none" else lambda state: not only(state)
    if match == "all":
        return lambda state: all(test(state) for test in any_of)
    wanted = match == "any"
    return lambda state: any(test(state) for test in any_of) is wanted


def _types(names: frozenset[str], for_all: bool) -> list[Test]:
    return [lambda state: state.item.type in names]


def _variables(names: frozenset[str], for_all: bool) -> list[Test]:
    if for_all:
        return [lambda state: all(map(state.has, names))]
    return [lambda state: any(map(state.has, names))]


def _numerics(names: frozenset[str], for_all: bool) -> list[Test]:
    return [partial(_is_numeric, name) for name in names]


def _is_numeric(name: str, state: State) -> bool:
    value = state.peek(name)
    return isinstance(value, str) and is_numeric(value)


def _uncertain(names: frozenset[str], for_all: bool) -> list[Test]:
    return [partial(_is_circa, name) for name in names]


def _is_circa(name: str, state: State) -> bool:
    value = state.item.values.get(name)
    return isinstance(value, Date) and value.circa


def _positions(names: frozenset[str], for_all: bool) -> list[Test]:
    return [_first if name == "first" else _never for name in names]


def _first(state: State) -> bool:
    return state.in_text


def _never(state: State) -> bool:
    return False


def _locators(names: frozenset[str], for_all: bool) -> list[Test]:
    return [lambda state: state.place is not None and state.place.label in names]


def _disambiguate(names: frozenset[str], for_all: bool) -> list[Test]:
    return [lambda state: state.distinct.condition] if "true" in names else []


_TESTS: Mapping[str, Callable[[frozenset[str], bool], list[Test]]] = {
    "type": _types, "variable": _variables, "is-numeric": _numerics, "is-uncertain-date": _uncertain,
    "position": _positions, "locator": _locators, "disambiguate": _disambiguate,
}  # fmt: skip
"""By attribute: its tests for some names, of which all have to hold or (with `any` and `none`) one."""
