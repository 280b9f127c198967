"""Settings: `[tool.argmap]` in pyproject.toml, or argmap.toml, which wins where both stand."""

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, ValidationError

from argmap.cli.input_fault import InputFault
from argmap.cli.settings.ownership import require_own
from argmap.model.values import Frozen
from argmap.system.file_kinds import file_kind_of
from argmap.system.paths import is_inside
from argmap.wording.lists import every_one

Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
"""Not a text, and not true or false."""
Whole = Annotated[int, Field(strict=True)]

_MOST_BYTES, _LONGEST_PATH, _LONGEST_ADDRESS = 1_000_000, 255, 500

ENGINES = ("wasi", "pygraphviz", "dot")


def _known_strength(name: str) -> str:
    from argmap.strength.gradual import BY_NAME

    if name not in BY_NAME:
        raise ValueError(f"{name!r} is not a gradual semantics; choose {every_one(BY_NAME)}")
    return name


def _sound_weights(weights: dict[str, float]) -> dict[str, float]:
    from argmap.evaluation.base_scores import faults_in

    if faults := faults_in(weights):
        from argmap.cli.settings.settings_faults import WrongSettings

        raise WrongSettings(faults)
    return weights


def _listed(value: object) -> object:
    """A list may be written as one text with commas."""
    return [part.strip() for part in value.split(",")] if isinstance(value, str) else value


def _known_engine(name: str) -> str:
    """An engine from a fixed list: settings come with a repository, and no program does."""
    if name not in ENGINES:
        raise ValueError(
            f"choose {', '.join(ENGINES[:-1])} or {ENGINES[-1]}; "
            "for a program of yours give its path as --engine PATH or in the variable ARGMAP_DOT"
        )
    return name


def _nameable(path: str) -> str:
    if not path.isprintable():
        raise ValueError("a path holds no line break and no other character that cannot be seen")
    if len(path) > _LONGEST_PATH:
        raise ValueError(f"a path has at most {_LONGEST_PATH} characters")
    return path


Named = Annotated[str, AfterValidator(_nameable)]
"""What becomes a path."""


def _web_address(text: str) -> str:
    """An address for links in pages, which are shown to others: nothing that a browser would run or take for a file."""
    if not re.fullmatch(r"""https?://[^\s"'<>\\`]+""", text) or not text.isprintable():
        raise ValueError("must be an address that begins with https:// or http://")
    if len(text) > _LONGEST_ADDRESS:  # every link of a page repeats it
        raise ValueError(f"an address has at most {_LONGEST_ADDRESS} characters")
    return text


Section = Literal["flips", "map", "claims", "relations", "evidence", "coverage", "strength", "checks"]


class ReviewConfig(Frozen):
    """`[tool.argmap.review]`: what a review does not let in."""

    model_config = ConfigDict(alias_generator=lambda name: name.replace("_", "-"))

    fail_on: Annotated[tuple[str, ...], BeforeValidator(_listed)] = Field(
        ("error",),
        description="What a change must not do, in the words of `argmap review --fail-on`; `never` allows all.",
    )
    threshold: Number = Field(0.05, ge=0, le=1, description="Ignore smaller changes of strength.")
    layout: Annotated[tuple[Section, ...], BeforeValidator(_listed)] = Field(
        get_args(Section), description="The sections folded below the points of the comment, in this order."
    )


class Config(Frozen):
    """What a repository may settle for all who work on it; keys are written with hyphens."""

    model_config = ConfigDict(alias_generator=lambda name: name.replace("_", "-"))

    arguments: Named = Field("arguments", description="The folder that holds the debates.")
    output: Named = Field("output", description="The folder that `build` writes into.")
    select: tuple[str, ...] = Field((), description="The rules and faults of files to report, all by default.")
    ignore: tuple[str, ...] = Field((), description="Rules and faults of files not to report.")
    fail_on: Literal["error", "warning", "info"] = Field(
        "error", description="The lowest severity that sets exit code 1."
    )
    baseline: Named | None = Field(None, description="The baseline of `check`: findings that were there before.")
    style: Named = Field("author-date", description="A citation style: its name, or a `.csl` file.")
    engine: Annotated[str, AfterValidator(_known_engine)] | None = Field(
        None, description="The layout engine: wasi, pygraphviz, or dot, the program on the search path."
    )
    timeout: Number = Field(60.0, gt=0, description="The time limit for one layout, in seconds.")
    link_base: Annotated[str, AfterValidator(_web_address)] | None = Field(
        None, description="Maps and briefs link to this address (at most 500 characters), file and line."
    )
    quote_words: Whole = Field(12, ge=1, description="The longest quote, in words.")
    stale: dict[str, Annotated[Whole, Field(ge=0)]] = Field(
        default_factory=dict, description="Months after which evidence is stale, by role; 0 is never."
    )
    strength: Annotated[str, AfterValidator(_known_strength)] | None = Field(
        None, description="Maps show how strong each statement is, by this gradual semantics."
    )
    weights: Annotated[dict[str, Number], AfterValidator(_sound_weights)] = Field(
        default_factory=dict,
        description="What evidence weighs, by letter, digit or grade; `none`, `testimony`, `undeveloped` and "
        "`resolution`.",
    )
    wpm: Whole = Field(250, ge=50, le=600, description="Words read aloud in a minute.")
    event: Literal["policy", "college", "ld", "pf", "bp"] = Field(
        "policy", description="The format of debate, which says how long speeches are."
    )
    review: ReviewConfig = Field(ReviewConfig(), description="The table of `argmap review`.")


def read_config(root: Path) -> Config:
    """The settings of the repository at `root`. Raises a click exception that names file, line and key for a wrong
    one."""
    for name in SETTINGS_FILES:
        table = _table(root / name)
        if table is not None:
            return _validated(table, root / name, _text(root / name))
    return Config()


SETTINGS_FILES = ("argmap.toml", "pyproject.toml")


def config_of(texts: Mapping[str, bytes], root: Path) -> Config:
    """The settings in the texts of a repository's files, by path; errors as for `read_config`."""
    for name in SETTINGS_FILES:
        if name in texts:
            text = texts[name].decode(errors="replace")
            table = _parsed(text, root / name)
            if table is not None:
                return _validated(table, root / name, text)
    return Config()


def has_config(root: Path) -> bool:
    """Whether a folder holds argmap's settings."""
    return any(_table(root / name) is not None for name in SETTINGS_FILES)


def _table(path: Path) -> dict[str, Any] | None:
    """The settings in a file, None where it has none.

    Raises InputFault where they cannot be read, and where they are somebody else's: another user's folder, or a link
    out of this one.
    """
    if not os.path.lexists(path):
        return None
    if not path.is_file():
        raise InputFault(f"{path} is not an ordinary file: settings are text. Move it away.")
    if not is_inside(path, path.parent):
        raise InputFault(f"{path} is a link that leads out of its folder: put the file itself there.")
    table = _parsed(_text(path), path)
    if table is not None:
        require_own(path.parent)
    return table


def _parsed(text: str, path: Path) -> dict[str, Any] | None:
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        if path.name == "pyproject.toml" and "argmap" not in text:
            return None  # nobody's settings of ours; whoever uses the file will say so
        from argmap.cli.settings.settings_faults import not_toml

        raise not_toml(path, text, str(error)) from error
    table = content if path.name == "argmap.toml" else content.get("tool", {}).get("argmap")
    if table is not None and not isinstance(table, dict):
        raise InputFault(f"{path}: [tool.argmap] must be a table of settings")
    return table


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise InputFault(f"{path}: is larger than {_MOST_BYTES // 1_000_000} MB, too large for settings.")
        content = path.read_bytes()
        if kind := file_kind_of(content):
            raise InputFault(f"{path}: is {kind.title}, not TOML. Move it, and give it the ending that belongs to it.")
        return content.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise InputFault(f"{path}: is not UTF-8: save it in that encoding.") from error
    except OSError as error:
        raise InputFault(f"{path}: cannot be read: {error.strerror}") from error


def _validated(table: dict[str, Any], path: Path, text: str) -> Config:
    try:
        return Config.model_validate(table, by_alias=True, by_name=False)
    except ValidationError as error:
        from argmap.cli.settings.settings_faults import wrong_settings

        known = [field.alias or name for name, field in Config.model_fields.items()]
        known += [f"review.{field.alias or name}" for name, field in ReviewConfig.model_fields.items()]
        raise wrong_settings(path, text, error.errors(), known) from error
