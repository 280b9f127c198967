"""Templates of pages and pictures, each a file beside the module that fills it. What a debate says is text in all."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from argmap.wording.unseen_characters import seen

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def templates(package: str) -> Environment:
    """The templates of a package, as `templates(package).get_template(file)`. They escape whatever is put in, and show
    what nobody would see."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader(package, "")
    return Environment(
        loader=loader, autoescape=True, finalize=_shown, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _shown(value: Any) -> Any:
    return seen(value) if type(value) is str else value  # markup is no plain str
