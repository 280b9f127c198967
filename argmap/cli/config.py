"""Settings: `[tool.argmap]` in pyproject.toml, or argmap.toml, which wins where both stand."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, ValidationError

from argmap.cli.failure import InputFault
from argmap.cli.settings_faults import WrongSettings, not_toml, wrong_settings
from argmap.values import Frozen
from argmap.weights import faults_in

Theme = Literal["light", "dark", "print"]
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
"""Not a text, and not true or false."""
Whole = Annotated[int, Field(strict=True)]

Strength = Literal["df-quad", "quadratic-energy", "euler-based", "squared-df-quad"]


def _sound_weights(weights: dict[str, float]) -> dict[str, float]:
    if faults := faults_in(weights):
        raise WrongSettings(faults)
    return weights


def _listed(value: object) -> object:
    """A list may be written as one text with commas."""
    return [part.strip() for part in value.split(",")] if isinstance(value, str) else value


class ReviewConfig(Frozen):
    """`[tool.argmap.review]`: what a review does not let in."""

    model_config = ConfigDict(alias_generator=lambda name: name.replace("_", "-"))

    fail_on: Annotated[tuple[str, ...], BeforeValidator(_listed)] = Field(
        ("error",), description="What must not happen, as `argmap review --fail-on` names it; `never` is nothing."
    )
    threshold: Number = Field(
        0.05, ge=0, le=1, description="Strengths that move by no more than this are not spoken of."
    )


class Config(Frozen):
    """What a repository may settle for all who work on it; keys are written with hyphens."""

    model_config = ConfigDict(alias_generator=lambda name: name.replace("_", "-"))

    arguments: str = Field("arguments", description="The folder that holds the debates.")
    output: str = Field("output", description="The folder that `build` writes into.")
    select: tuple[str, ...] = Field((), description="The rules and faults of files to report, all by default.")
    ignore: tuple[str, ...] = Field((), description="Rules and faults of files not to report.")
    fail_on: Literal["error", "warning", "info"] = Field("error", description="The least that makes exit code 1.")
    baseline: str | None = Field(None, description="The baseline of `check`: findings that were there before.")
    themes: tuple[Theme, ...] = Field(("light",), description="What `build` draws maps in: light, dark, print.")
    style: str = Field("author-date", description="The citation style: the name of one, or a `.csl` file.")
    engine: str | None = Field(None, description="What lays maps out: wasi, pygraphviz, or a dot program.")
    timeout: Number = Field(60.0, gt=0, description="Seconds that one layout may take.")
    link_base: str | None = Field(None, description="Maps and briefs link to this address, file and line.")
    quote_words: Whole = Field(12, ge=1, description="The longest quote, in words.")
    stale: dict[str, Annotated[Whole, Field(ge=0)]] = Field(
        default_factory=dict, description="Months after which evidence is stale, by role; 0 is never."
    )
    strength: Strength | None = Field(
        None, description="Maps and briefs show how strong each statement is, by this gradual semantics."
    )
    weights: Annotated[dict[str, Number], AfterValidator(_sound_weights)] = Field(
        default_factory=dict,
        description="What evidence weighs, by letter, digit or grade; `none`, `undeveloped` and `resolution`.",
    )
    review: ReviewConfig = Field(ReviewConfig(), description="The table of `argmap review`.")


def read_config(root: Path) -> Config:
    """The settings of the repository at `root`. Raises a click exception that names file, line and key for a wrong
    one."""
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
    except tomllib.TOMLDecodeError as error:
        raise not_toml(path, path.read_text(encoding="utf-8"), str(error)) from error
    except UnicodeDecodeError as error:
        raise InputFault(f"{path}: is not valid TOML: {error}") from error
    table = content if path.name == "argmap.toml" else content.get("tool", {}).get("argmap")
    if table is not None and not isinstance(table, dict):
        raise InputFault(f"{path}: [tool.argmap] must be a table of settings")
    return table


def _validated(table: dict[str, Any], path: Path) -> Config:
    try:
        return Config.model_validate(table, by_alias=True, by_name=False)
    except ValidationError as error:
        known = [field.alias or name for name, field in Config.model_fields.items()]
        known += [f"review.{field.alias or name}" for name, field in ReviewConfig.model_fields.items()]
        raise wrong_settings(path, path.read_text(encoding="utf-8"), error.errors(), known) from error
