"""Names of the bibliography that are not the name of one person or body: `[{family: Smith}, {given: Jo}]` is two."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import Any

from argmap.loader.faults import Faults, write
from argmap.loader.forms import AND_MORE, as_names, flow
from argmap.loader.near_words import code
from argmap.loader.nodes import AnyNode, MappingNode, ScalarNode, SequenceNode
from argmap.loader.vocabulary import NAME_KEYS
from argmap.model.csl.names import SUFFIX
from argmap.model.diagnostics import Severity
from argmap.wording.patterns import pattern

_INITIALED = pattern(r"([\w’'-]{1,40}(?: [\w’'-]{1,40})?), ((?:[A-Z]\.[ -]?){1,3})(?:, ([^,;]{1,80}))?")
_NAMED = re.compile(r"([\w’'-]{1,40}(?: [\w’'-]{1,40})?), ([^,;]{1,80})(?:, ([^,;]{1,80}))?")
_WITH_SUFFIX = re.compile(r"([^,]{1,80}) ([JS]r\.?|I{2,3}|IV)")


def look_at_names(source: MappingNode, faults: Faults) -> None:
    """Warn of each name in the lists of names of a source that is half a name, or a name and something else."""
    for key, (_, value) in source.entries.items():
        whole: Any
        items = value.items if isinstance(value, SequenceNode) and key in NAME_KEYS else []
        for item, following in zip_longest(items, items[1:]):
            family, given = _half(item, "family"), _half(following, "given")
            if family and given:
                whole, end = family | given, following.end
                message, words = "each item is one person, so this name is read as two", "Write {} for one person."
            elif (found := _mended(item)) is not None:
                whole, end = found, item.end
                message, words = "this is not one name", "Write {}, if that is what is meant."
            elif (people := _people(item)) is not None:
                whole, end = people, item.end
                body = code(flow({"literal": item.data}))
                message, words = "a name with a comma is taken for that of a body", f"Write {{}}, or for a body {body}."
            else:
                continue
            text = ", ".join(map(flow, whole)) if isinstance(whole, list) else flow(whole)
            span = item.document.span(item.start, end)
            if any(each.span.file == span.file and span.start <= each.span.start < end for each in faults.found):
                continue  # a comma that tears it is told already
            faults.add("odd-name", span, message, write(text, words).help, severity=Severity.WARNING)


def _people(item: AnyNode) -> list[dict[str, str]] | None:
    """The persons that a text is meant for; None where it may be a body."""
    people = as_names(item.data) if isinstance(item, ScalarNode) and item.data else []
    return people if people and all("family" in each for each in people) else None


def _half(item: AnyNode | None, key: str) -> dict[str, Any]:
    """The name, where it says this and nothing else."""
    return dict(item.data) if isinstance(item, MappingNode) and [*item.entries] == [key] else {}


def _mended(item: AnyNode) -> Any:
    """The name as it should be, or the names; None where nothing is odd about it."""
    name = (
        item.data if isinstance(item, MappingNode) else {"literal": item.data} if isinstance(item, ScalarNode) else {}
    )
    family, literal = name.get("family"), name.get("literal")
    text = family or literal
    if not isinstance(text, str):
        return None
    if found := AND_MORE.fullmatch(text):
        return [{**name, "family" if family else "literal": found[1]}, {"literal": "et al."}]
    named = _NAMED if family else _INITIALED
    if len(name) == 1 and (found := named.fullmatch(text.strip())) and not SUFFIX.fullmatch(found[2]):
        suffix = {"suffix": found[3]} if found[3] else {}
        return {"family": found[1], "given": found[2].strip(), **suffix}
    if family and "suffix" not in name and (found := _WITH_SUFFIX.fullmatch(text)):
        return {**name, "family": found[1], "suffix": found[2]}
    return None
