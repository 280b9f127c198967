"""Settings: `[tool.argmap]` in pyproject.toml, or argmap.toml, which wins where both stand."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Literal

import click
from pydantic import ConfigDict, Field, ValidationError

from argmap.cli.words import did_you_mean
from argmap.model import Frozen

Theme = Literal["light", "dark", "print"]


class Config(Frozen):
    """What a repository may settle for all who work on it; keys are written with hyphens."""

    model_config = ConfigDict(alias_generator=lambda name: name.replace("_", "-"))

    arguments: str = "arguments"
    output: str = "output"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Literal["error", "warning", "info"] = "error"
    themes: tuple[Theme, ...] = ("light",)
    style: str = "chicago-author-date"
    engine: str | None = None
    timeout: float = 60.0
    link_base: str | None = None
    quote_words: int = 12
    stale: dict[str, int] = Field(default_factory=dict)


def read_config(root: Path) -> Config:
    """The settings of the repository at `root`. Raises a usage error that names file and key for a wrong one."""
    for name in ("argmap.toml", "pyproject.toml"):
        table = _table(root / name)
        if table is not None:
            return _validated(table, root / name)
    return Config()


def has_config(root: Path) -> bool:
    """Whether a folder holds argmap's settings."""
    return any(_table(root / name) is not None for name in ("argmap.toml", "pyproject.toml"))


def _table(path: Path) -> dict[str, Any] | None:
    if not path.is_file():
        return None
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{path}: is not valid TOML: {error}") from error
    table = content if path.name == "argmap.toml" else content.get("tool", {}).get("argmap")
    if table is not None and not isinstance(table, dict):
        raise click.UsageError(f"{path}: [tool.argmap] must be a table of settings")
    return table


def _validated(table: dict[str, Any], path: Path) -> Config:
    try:
        return Config.model_validate(table, by_alias=True, by_name=False)
    except ValidationError as error:
        known = [field.alias or name for name, field in Config.model_fields.items()]
        lines = [_fault(fault["loc"], fault["type"], fault["msg"], known) for fault in error.errors()]
        raise click.UsageError("\n".join(f"{path}: [tool.argmap] {line}" for line in lines)) from error


def _fault(loc: tuple[int | str, ...], kind: str, message: str, known: list[str]) -> str:
    key = ".".join(map(str, loc))
    if kind == "extra_forbidden":
        return f"{key}: there is no such setting{did_you_mean(key, known)} Settings: {', '.join(known)}."
    return f"{key}: {message[:1].lower()}{message[1:]}"
