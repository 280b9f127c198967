"""Items as `sources.yaml` takes them: dates as one text, today's names of variables, and nothing that is a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from argmap.bibliography.entities import unescaped
from argmap.bibliography.items import ALIASES, Item
from argmap.bibliography.record import Entry, Loss, Reading
from argmap.bibliography.value_meanings import NAMES, date_text
from argmap.loader.bibliography_file import bibliography, is_sound
from argmap.loader.compose import compose
from argmap.loader.decode import decode
from argmap.loader.faults import Faults
from argmap.loader.nodes import MappingNode, SequenceNode
from argmap.model.csl.variables import DATES, TEXT_VARIABLES, type_meant_by
from argmap.model.diagnostics import Diagnostic, Severity
from argmap.wording.unseen_characters import UNPRINTABLE, without_hidden
from argmap.writing.imports.sources_file import raw

_TODAY = {**ALIASES, **{name.lower(): name for name in ("DOI", "URL", "ISBN", "ISSN", "PMID", "PMCID")}}  # fmt: skip
"""Variables that had other names before CSL 1.0.2, and that pandoc writes in small letters."""
_TEXTS = frozenset({*TEXT_VARIABLES, "title", "publisher", "container-title", "issue", "URL", "DOI", "note"})
"""Variables that are one text; Crossref writes lists."""
_PRINTED = frozenset({"title", "title-short", "container-title", "abstract", "note", "annote", "publisher"})
"""Texts that Crossref and others write as HTML or JATS."""


def fit(reading: Reading) -> None:
    """Make every entry one that a debate can hold; what cannot be held is a loss."""
    reading.entries = [Entry(_fit(entry, reading.losses), entry.line) for entry in reading.entries]


def _fit(entry: Entry, losses: list[Loss]) -> Item:
    item: Item = {}
    for key, value in entry.item.items():
        name = _tidy(_TODAY.get(key, key))
        tidy = _text(name, _tidy(value))
        if name == "URL" and len(addresses := str(tidy).split()) > 1 and all("://" in each for each in addresses):
            tidy, *others = addresses  # Mendeley writes all that it has into one field
            losses.append(Loss(entry.line, str(entry.item.get("id", "")), "another address", " ".join(others)))
        if name in DATES:
            tidy = None if tidy == {"date-parts": [[]]} else date_text(tidy) or tidy
        if name in NAMES and not isinstance(tidy, list):
            tidy = [tidy if isinstance(tidy, dict) else {"literal": tidy}]
        if name in NAMES:
            named = [_as_named(each) for each in tidy if each not in ("", [], {})]
            if len(named) < len(tidy):
                losses.append(
                    Loss(entry.line, str(entry.item.get("id", "")), f"`{key}`: a name without a word in it", "")
                )
            what = f"`{key}` may name several people; it is kept as one"
            several = filter(None, map(_several, named))
            losses += [Loss(entry.line, str(entry.item.get("id", "")), what, told) for told in several]
            tidy = named
        if tidy in (None, "", [], {}) or not name or (name != key and name in {**entry.item, **item}):
            continue
        item[name] = tidy
    return _without_faults(item, entry, losses)


def _text(name: str, value: Any) -> Any:
    """The value of a variable that is a text or a type, as CSL has it."""
    if name == "type":
        return type_meant_by(str(value)) or value
    if name in _TEXTS and isinstance(value, list) and all(isinstance(each, str) for each in value):
        value = ", ".join(value)
    return unescaped(value) if name in _PRINTED and isinstance(value, str) else value


def _as_named(name: Any) -> Any:
    """A name without entities; that of an institution, which Crossref has as `name`, under CSL's own key."""
    if not isinstance(name, dict):
        return name
    is_whole = "name" in name and not {"family", "given", "literal"} & name.keys()
    keys = {"name": "literal"} if is_whole else {}
    return {keys.get(key, key): unescaped(each) if isinstance(each, str) else each for key, each in name.items()}


def _several(name: Any) -> str:
    """A name that looks like several; nothing where it does not. Firms have an ampersand too, but no given names."""
    parts = (
        [str(name[key]) for key in ("given", "family", "literal") if name.get(key)] if isinstance(name, dict) else []
    )
    told = " ".join(parts)
    return told if ";" in told or (len(parts) > 1 and re.search(r"&|\b(?:and|und|et)\b", told)) else ""


def _tidy(value: Any) -> Any:
    """A value without white space around it and characters that no file may hold, or nobody sees."""
    if isinstance(value, Mapping):
        return {_tidy(key): _tidy(each) for key, each in value.items() if each not in ("", None, [], {})}
    if isinstance(value, list):
        return [_tidy(each) for each in value]
    return re.sub(r"(?<![ \t])[ \t]+\n", "\n", UNPRINTABLE.sub(" ", without_hidden(str(value)))).strip()


def _without_faults(item: Item, entry: Entry, losses: list[Loss]) -> Item:
    """The item without the keys that the loader refuses, each with what it says of them."""
    for _ in range(len(item)):
        if is_sound({**item, "id": "id"}):
            break
        faulty = dict(_faulty({**item, "id": "id"}))
        for key, fault in faulty.items():
            words = _date_in_words(item[key]) if key in DATES else ""
            named = fault.message if f"`{key}`" in fault.message else f"`{key}`: {fault.message}"
            what = named + ", so it is kept as words" * bool(words)
            losses.append(Loss(entry.line, str(entry.item.get("id", "")), what, words or str(item[key])))
            if words:
                item[key] = {"literal": words}
            else:
                del item[key]
        if not faulty:
            break
    return item


def _date_in_words(value: Any) -> str:
    """A date that is not understood, as somebody wrote it; nothing where that has been tried."""
    if isinstance(value, str):
        return value
    if not isinstance(value, dict) or set(value) == {"literal"}:
        return ""
    parts = value.get("date-parts") or [[value.get(key, "") for key in ("year", "month", "day")]]
    ends = ["-".join(str(part) for part in end if part) for end in parts if isinstance(end, list)]
    return str(value.get("literal") or value.get("raw") or "/".join(filter(None, ends)))


def _faulty(item: Mapping[str, Any]) -> Iterator[tuple[str, Diagnostic]]:
    """The keys of an item that are errors in a debate."""
    faults = Faults()
    document = decode("sources.yaml", raw(item), faults)
    root = compose(document, faults)[0] if document is not None else None
    if root is None:
        return
    bibliography(root, faults)
    listed = root.child("references")
    node = listed.items[0] if isinstance(listed, SequenceNode) else None
    if not isinstance(node, MappingNode):
        return
    for fault in faults.found:
        if fault.severity is Severity.ERROR:
            yield from ((key, fault) for key, (name, value) in node.entries.items() if _holds(name, value, fault))


def _holds(name: Any, value: Any, fault: Diagnostic) -> bool:
    return bool(name.start <= fault.span.start <= max(value.end, name.end))
