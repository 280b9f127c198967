"""The parts of the README that are generated from the code. `python -m tests.readme` writes them anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from argmap.cli.config import Config, ReviewConfig
from argmap.csl.variables import TEXT_VARIABLES
from argmap.loader import FAULTS, schemas
from argmap.rules.manual import table
from tests.conftest import ROOT

README = ROOT / "README.md"
FIRST = ("claim", "support", "rebuttal", "of", "undercuts", "text", "premises", "outweighs", "contradicts")
"""The keys that a reader of the reference looks for first."""


def generated() -> dict[str, str]:
    """Each generated part by its name."""
    faults = [(fault.name, str(fault.severity), fault.summary) for fault in FAULTS]
    return {"format": format_reference(), "rules": table(faults), "settings": settings()}


def format_reference() -> str:
    """The keys of every kind of file, from the JSON Schemas."""
    every = schemas()
    position = every["position"]["$defs"]
    parts = [
        ("`debate.yaml`", every["debate"]),
        ("`recommendation`", every["debate"]["$defs"]["Recommendation"]),
        ("A position: `positions/*.yaml`", every["position"]),
        ("A statement: `claim`, `support` or `rebuttal`, always its first key", _statement(position)),
        ("`evidence`", position["Evidence"]),
        ("`risk`", position["Risk"]),
        ("`facets`, of a statement or a piece of evidence", position["Facets"]),
        ("An item of `outweighs`", position["Comparison"]),
        ("An item of `ignore`", position["Suppression"]),
        ("A source: an item of `references` in `sources.yaml`", _source(every["sources"]["$defs"]["Source"])),
        ("`custom` of a source", every["sources"]["$defs"]["SourceNotes"]),
    ]
    return "\n".join(f"**{title}**\n\n" + "\n".join(_table(schema)) + "\n" for title, schema in parts)


def _statement(definitions: dict[str, Any]) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for name in ("Claim", "Support", "Rebuttal"):
        for key, value in definitions[name]["properties"].items():
            merged.setdefault(key, value)
    first = {key: merged.pop(key) for key in FIRST}
    last = {key: merged.pop(key) for key in ("ignore", "supports", "rebuttals", "undercutters")}
    return {"properties": {**first, **merged, **last}, "required": []}


def _source(schema: dict[str, Any]) -> dict[str, Any]:
    known = {key: value for key, value in schema["properties"].items() if "description" in value}
    others = (
        f"Every other variable of CSL 1.0.2, such as `{TEXT_VARIABLES[0]}`, is passed on to citations; "
        "keys of other programs are kept, and named in one warning."
    )
    return {"properties": {**known, "…": {"description": others}}, "required": schema["required"]}


def _table(schema: dict[str, Any]) -> Iterator[str]:
    yield "| key | values | meaning |"
    yield "|---|---|---|"
    for key, value in schema["properties"].items():
        needed = " (required)" if key in schema.get("required", ()) else ""
        yield f"| `{key}`{needed} | {_values(value)} | {value.get('description', '')} |".replace("`…`", "…")


def _values(schema: dict[str, Any]) -> str:
    options = [option for option in schema.get("anyOf", [schema]) if option.get("type") != "null"]
    return " or ".join(dict.fromkeys(filter(None, map(_one, options))))


def _one(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return {"#/$defs/Date": "date", "#/$defs/Name": "name"}.get(schema["$ref"], "mapping")
    if "enum" in schema:
        typed = (str(word).lower() if isinstance(word, bool) else str(word) for word in schema["enum"])
        words = list(dict.fromkeys(typed))
        return ", ".join(words) if len(words) < 25 else f"{', '.join(words[:8])}, …"
    if schema.get("type") == "array":
        items = schema["items"].get("anyOf", [schema["items"]])
        return f"list of {_one(items[0]) or 'statement'}s"
    if schema.get("type") == "object":
        return "mapping"
    pattern = schema.get("pattern", "")
    if pattern.startswith("^[a-z][a-z0-9]*"):
        return "id"
    if "[0-9]{4}" in pattern:
        return "date"
    if pattern in ("^[A-F]$", "^[1-6]$", "^[A-F][1-6]$"):
        return {"^[A-F]$": "A to F", "^[1-6]$": "1 to 6", "^[A-F][1-6]$": "A1 to F6"}[pattern]
    return "text" if schema.get("type") else ""


def settings() -> str:
    """The settings with their defaults."""
    lines = ["| setting | default | meaning |", "|---|---|---|"]
    for name, field in [*Config.model_fields.items(), *_of_review()]:
        if name == "review":
            continue
        default = field.get_default(call_default_factory=True)
        shown = {None: "none", (): "none"}.get(default, default) if not isinstance(default, dict) else "none"
        words = ", ".join(map(str, shown)) if isinstance(shown, tuple) else shown
        lines.append(f"| `{name if '.' in name else field.alias or name}` | {words} | {field.description} |")
    return "\n".join(lines) + "\n"


def _of_review() -> Iterator[tuple[str, Any]]:
    """The settings of `[tool.argmap.review]`."""
    for name, field in ReviewConfig.model_fields.items():
        yield f"review.{field.alias or name}", field


def renewed(text: str) -> str:
    """The README with its generated parts made anew."""
    for name, content in generated().items():
        pattern = re.compile(rf"(<!-- generated: {name} -->\n).*?(<!-- end -->)", re.S)
        assert pattern.search(text), f"the README has no part {name!r}"
        text = pattern.sub(lambda found, content=content: f"{found[1]}{content}{found[2]}", text)  # type: ignore[misc]
    return text


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
