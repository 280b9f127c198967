"""Options and arguments that take one of several words, or a number in a range."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click


class Number(click.FloatRange):
    """A number in a range; nan, which is neither below nor above one, is in none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number; what is none ends the command."""
        number: float = super().convert(value, param, ctx)
        if math.isnan(number):
            self.fail(f"{value!r} is not a number.", param, ctx)
        return number


class OneOf(click.Choice[str]):
    """A choice among words. A wrong one is told with the nearest; the usage line calls an argument by its name."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word that was chosen; what is none of them ends the command."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            from argmap.wording.near_misses import did_you_mean

            near = did_you_mean(str(value), self.choices) or "."
            self.fail(f"there is no {str(value)!r}{near} {self._choose()}", param, ctx)

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """What to choose from."""
        return self._choose()

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str | None:
        """Of an option the words, of an argument its name: the usage line holds no list of words."""
        if isinstance(param, click.Option):
            return f"[{'|'.join(self.choices)}]"
        name = (param.name or "").upper()
        return name if param.required else f"[{name}]"

    def _choose(self) -> str:
        from argmap.wording.lists import every_one

        return f"Choose {every_one(self.choices)}."


class Registered(OneOf):
    """A choice among the names in a registry, which is imported when somebody chooses or asks what there is: that takes
    as long as all the rest of a command that needs none of it."""

    def __init__(
        self, names: Callable[[], Iterable[str]], aliases: Callable[[], Mapping[str, str]] = dict, *,
        case_sensitive: bool = True,
    ) -> None:  # fmt: skip
        self._names, self._aliases, self.case_sensitive = names, aliases, case_sensitive

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name that is meant, where an alias may have been given."""
        return super().convert(self._aliases().get(value, value), param, ctx)

    @property
    def choices(self) -> tuple[str, ...]:  # type: ignore[override]  # click only reads it
        """The names in the registry, asked for when somebody needs them."""
        return tuple(self._names())
