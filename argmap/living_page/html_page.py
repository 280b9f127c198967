"""The living page as one file: data, styles, script and an outline for readers without script.

Nothing but the script and the styles that are written here may run: the page's policy names them by their hashes. Data
stands in an element of its own as JSON, which cannot end that element.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from argmap.documents.templates import templates
from argmap.evaluation.evaluated import Evaluation
from argmap.living_page.page_data import Surroundings, page_data
from argmap.living_page.readable_outline import outline
from argmap.wording.unseen_characters import seen

SCRIPTS = (
    "data", "network", "evaluation", "debate", "search", "address", "elements", "focus", "cards", "columns", "reasons",
    "detail", "found", "positions", "first_screen", "whole", "slides", "keys", "main", "live",
)  # fmt: skip
"""The parts of the script, in the order in which they stand in the page: what is used stands before who uses it."""

_FOLDER = files("argmap.living_page")
_TYPE = re.compile(r"/\*\*[^*\n]*\*/")
"""A type within a line: no string of the script looks like one."""


def to_page(ev: Evaluation, around: Surroundings | None = None, start: str | None = None) -> str:
    """The page of a debate; it opens at the statement `start`, or with all resolutions."""
    around = around or Surroundings()
    styles, code = _FOLDER.joinpath("page.css").read_text(encoding="utf-8"), script()
    template = templates("argmap.living_page").get_template("page.html.jinja")
    return template.render(
        debate=ev.debate, data=_embedded(page_data(ev, around, start)), styles=styles, script=code,
        style_hash=policy_digest(styles), script_hash=policy_digest(code), outline=outline(ev), around=around,
    )  # fmt: skip


@cache
def script(parts: tuple[str, ...] = SCRIPTS) -> str:
    """The script, or some parts of it, without comments and indents."""
    texts = (_FOLDER.joinpath("script", f"{name}.js").read_text(encoding="utf-8") for name in parts)
    return "\n".join(['"use strict";', *(line for text in texts for line in _code(text))])


def _code(text: str) -> Iterator[str]:
    """The lines of a script without its comments."""
    inside = False
    for line in (_TYPE.sub("", line).strip() for line in text.splitlines()):
        inside = inside or line.startswith("/**")
        if line and not inside and not line.startswith("//"):
            yield line
        inside = inside and not line.endswith("*/")


def _embedded(data: dict[str, Any]) -> str:
    """JSON that can stand in an element of a page: no `<` can end the element."""
    return seen(json.dumps(data, ensure_ascii=False, separators=(",", ":"))).replace("<", "\\u003c")


def policy_digest(text: str) -> str:
    """By what a page's policy knows a script or styles: the SHA-256 in base 64."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
