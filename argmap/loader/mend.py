"""What is meant beyond doubt where a key or value is wrong: only its spelling differs from what may stand there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from argmap.diagnostics import Edit, Fix
from argmap.loader.nodes import AnyNode, MappingNode, ScalarNode
from argmap.values import DATE_PATTERN

_TRUTH = {**dict.fromkeys(("yes", "on", "true", "y"), "true"), **dict.fromkeys(("no", "off", "false", "n"), "false")}
_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")


def mended_key(around: AnyNode, key: str, known: Sequence[str]) -> Fix:
    """The known key that an unknown one is, but for capitals, hyphens and underscores; unless it is there already."""
    meant = [word for word in known if _plain(word) == _plain(key)]
    if len(meant) != 1 or not isinstance(around, MappingNode) or meant[0] in around.entries:
        return ()
    name = around.entries[key][0] if key in around.entries else None
    return (Edit(name.span, key=meant[0]),) if name is not None else ()


def mended_value(error: Any, at: AnyNode) -> Fix:
    """The word, truth value, number or date that a value is but for its spelling."""
    given = at.data if isinstance(at, ScalarNode) else None
    if given is None or len(given) > 100:
        return ()
    meant = None
    if error["type"] == "literal_error":
        allowed = re.findall(r"'([^']*)'", error.get("ctx", {}).get("expected", ""))
        found = [word for word in allowed if _plain(word) == _plain(given)]
        meant = found[0] if len(found) == 1 else None
    elif "true or false" in error["msg"]:
        meant = _TRUTH.get(given.strip().lower())
    elif "is no number" in error["msg"]:
        meant = given.replace(",", ".") if re.fullmatch(r"\d+,\d+", given) else None
    elif "is not a date" in error["msg"]:
        meant = _date(given.strip())
    return (Edit(at.span, meant),) if meant else ()


def _plain(word: str) -> str:
    return re.sub(r"[\s_-]+", "-", word.strip().lower())


def _date(given: str) -> str | None:
    """A date with the year first, in full: 2026-2-3 is meant for 2026-02-03. What has it last may be read two ways."""
    found = _DATE.fullmatch(given)
    date = "-".join([found[1], *(part.zfill(2) for part in found.groups()[1:] if part)]) if found else ""
    return date if re.fullmatch(DATE_PATTERN, date) else None
