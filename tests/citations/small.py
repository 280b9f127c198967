"""Small cases, each a rule of CSL 1.0.2: a style of a few lines and a few works.

They stand in `rules/*.yaml`, by the headings of the specification, and what is right does not: pandoc says it
(test_small.py), so that a case costs two lines. A file has named lists of `works`, in CSL with a shorthand (`by`, `in`,
names as `Ada Ames; [A Board]`; `titles`, `pages`, `dates` for works that have nothing else), and `cases`: the works
that a case is `of`, the `layout` of citation and bibliography, and where needed attributes of `citation`,
`bibliography` and `style`, keys to `sort` by, `macros`, and what the style's `locale` brings. `each` makes a case of
every combination of values for the names in braces.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import yaml

Item = dict[str, Any]

_PEOPLE = ("author", "editor", "translator", "director")
_STYLE = (
    '<?xml version="1.0" encoding="utf-8"?>'
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" {style}><info><title>Small</title>'
    "<id>https://example.org/small</id><updated>2024-01-01T00:00:00+00:00</updated></info>"
    "<locale>{locale}</locale>{macros}"
    "<citation {citation}>{sort}<layout>{layout}</layout></citation>"
    "<bibliography {bibliography}>{sort}<layout>{layout}</layout></bibliography></style>"
)
_PARTS = ("style", "locale", "macros", "citation", "bibliography", "sort", "layout")


@dataclass(frozen=True)
class Case:
    """A style and what it is tried on."""

    name: str
    style_text: str
    items: Sequence[Item]


def cases() -> Iterator[Case]:
    """All cases of all files."""
    for file in sorted(Path(__file__).with_name("rules").glob("*.yaml")):
        rules = yaml.safe_load(file.read_text(encoding="utf-8"))
        works = {name: _items(rows) for name, rows in rules["works"].items()}
        for name, case in rules["cases"].items():
            for of in [case["of"]] if isinstance(case["of"], str) else case["of"]:
                for values in _combinations({"of": [of], **case.get("each", {})}):
                    yield Case(_filled(name, values), _style(case, values), works[of])


def _combinations(each: Mapping[str, Sequence[str]]) -> Iterator[dict[str, str]]:
    return (dict(zip(each, values, strict=True)) for values in product(*each.values()))


def _style(case: Mapping[str, str], values: Mapping[str, str]) -> str:
    parts = {part: _filled(case.get(part, ""), values) for part in _PARTS}
    parts["sort"] = parts["sort"] and f"<sort>{parts['sort']}</sort>"
    return _STYLE.format(**parts)


def _filled(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _items(rows: Any) -> list[Item]:
    if isinstance(rows, dict):
        ((kind, values),) = rows.items()
        rows = [_bare(kind, value) for value in values]
    return [{"id": f"item-{number}", "type": "book", **_item(row)} for number, row in enumerate(rows, 1)]


def _bare(kind: str, value: Any) -> Item:
    if kind == "dates":
        return {"issued": value if isinstance(value, dict) else {"date-parts": value}}
    return {kind.removesuffix("s"): value}


def _item(row: Item) -> Item:
    item = {"author" if key == "by" else key: value for key, value in row.items() if key != "in"}
    item |= {key: _people(item[key]) for key in _PEOPLE if isinstance(item.get(key), str)}
    return item | ({"issued": {"date-parts": [[row["in"]]]}} if "in" in row else {})


def _people(text: str) -> list[Item]:
    return [_person(each.strip()) for each in text.split(";")]


def _person(text: str) -> Item:
    if text.startswith("["):
        return {"literal": text.strip("[]")}
    given, _, family = text.rpartition(" ")
    return {"family": family, "given": given} if given else {"family": family}
