"""Citations as Markdown writes them, `@smith-2020` and `[@smith-2020, p. 4]`, in the place of evidence: YAML reads none
of them, since no value begins with `@`.
"""

from __future__ import annotations

import re

from argmap.loader.forms import flow
from argmap.loader.library import is_locator

_LIST = re.compile(r"(?:- +)*evidence:[ ]+(?P<whole>\[*@[^\n]*)$")
_ITEM = re.compile(r"(?:- +)+(?P<whole>\[?@[^\n]*)$")
_SOURCE = re.compile(r"(?:^|[\s{[,])source:[ ]+(?P<whole>@(?P<id>[^\s,;{}\[\]\"']+))")
_CITATION = re.compile(r"@?(?P<source>[^\s,;{}\[\]\"'@]+)(?:\s+(?P<at>[^\s@{}\[\]][^@{}\[\]]*))?")


def cite(line: str, below: bool) -> tuple[int, int, str] | None:
    """Where a citation stands in a line, and what it is as evidence; `below` tells that the line is an item of it."""
    said = line.rstrip()
    indent = len(said) - len(said.lstrip(" "))
    listed = _LIST.match(said, indent)
    if found := listed or (_ITEM.match(said, indent) if below else None):
        items = _items(found["whole"].strip("[] "))
        if not items or (not listed and len(items) > 1):
            return None
        return *found.span("whole"), flow(items if listed else items[0])
    source = _SOURCE.search(said)
    return (*source.span("whole"), source["id"]) if source else None


def _items(text: str) -> list[dict[str, str]]:
    """Evidence of each citation of a text, with the place after it; nothing where it says something else as well."""
    found = list[dict[str, str]]()
    for part in re.split(r"[,;]\s*", text):
        cited = _CITATION.fullmatch(part.strip())
        if found and "at" not in found[-1] and is_locator(part):
            found[-1]["at"] = part.strip()
        elif cited is None or (cited["at"] and not is_locator(cited["at"])):
            return []
        else:
            found.append({key: value.strip() for key, value in cited.groupdict().items() if value})
    return found
