"""The tests of `if` and `else-if`, each a function of the citation that is being set."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from argmap.citations.items import Date
from argmap.citations.numbers import is_numeric
from argmap.citations.state import State

Test = Callable[[State], bool]


def test(attributes: Mapping[str, str]) -> Test:
    """The test that the attributes of a branch are, joined by its `match`."""
    tests = [made for key, value in attributes.items() if key in _TESTS for made in _TESTS[key](value)]
    match = attributes.get("match", "all")
    if len(tests) == 1:
        only = tests[0]
        return only if match != "none" else lambda state: not only(state)
    if match == "any":
        return lambda state: any(test(state) for test in tests)
    if match == "none":
        return lambda state: not any(test(state) for test in tests)
    return lambda state: all(test(state) for test in tests)


def _types(value: str) -> list[Test]:
    return [_is_type(name) for name in value.lower().split()]


def _is_type(name: str) -> Test:
    return lambda state: state.item.type == name


def _variables(value: str) -> list[Test]:
    return [_has(name) for name in value.lower().split()]


def _has(name: str) -> Test:
    return lambda state: name in state.item.values


def _numerics(value: str) -> list[Test]:
    return [_numeric(name) for name in value.lower().split()]


def _numeric(name: str) -> Test:
    def holds(state: State) -> bool:
        value = state.item.values.get(name)
        return isinstance(value, str) and is_numeric(value)

    return holds


def _uncertain(value: str) -> list[Test]:
    return [_circa(name) for name in value.lower().split()]


def _circa(name: str) -> Test:
    def holds(state: State) -> bool:
        value = state.item.values.get(name)
        return isinstance(value, Date) and value.circa

    return holds


def _positions(value: str) -> list[Test]:
    return [_first if name == "first" else _never for name in value.split()]


def _first(state: State) -> bool:
    return state.in_text


def _never(state: State) -> bool:
    return False


def _locators(value: str) -> list[Test]:
    return [_never for _ in value.split()]


def _disambiguate(value: str) -> list[Test]:
    return [lambda state: state.distinct.condition] if value == "true" else []


_TESTS: dict[str, Callable[[str], list[Test]]] = {
    "type": _types, "variable": _variables, "is-numeric": _numerics, "is-uncertain-date": _uncertain,
    "position": _positions, "locator": _locators, "disambiguate": _disambiguate,
}  # fmt: skip
"""A source is cited once and whole: its position is the first, and it has no locator."""
