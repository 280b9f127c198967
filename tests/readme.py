"""What is generated in the README and the manual: tables, and what commands print. `python -m tests.readme` renews
it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from argmap.cli.commands.manual import FOLDER, pages
from argmap.cli.printing import rulebook
from argmap.cli.settings.config import Config, ReviewConfig
from argmap.loader.file_schemas import schemas
from argmap.model.csl.variables import TEXT_VARIABLES
from argmap.model.values import ID_PATTERN
from tests.conftest import ROOT
from tests.scratch import Scratch

README = ROOT / "README.md"
EVERY = (README, *sorted(FOLDER.glob("*.md")))
"""The README and the pages of the manual."""
FIRST = ("claim", "support", "rebuttal", "of", "undercuts", "text", "premises", "outweighs", "contradicts")
"""The keys that a reader of the reference looks for first."""


def generated() -> dict[str, str]:
    """Each generated part by its name."""
    tables = {"format": format_reference(), "rules": rules(), "settings": settings()}
    return {**tables, "pages": "".join(_page(name, about) for name, about in pages().items())}


def rules() -> str:
    """All rules and faults as a table."""
    lines = ["| rule | severity | reports |", "|---|---|---|"]
    lines += [f"| `{page.name}` | {page.severity} | {page.summary} |" for page in rulebook.pages().values()]
    return "\n".join(lines) + "\n"


def _page(name: str, about: str) -> str:
    path = (FOLDER / f"{name}.md").relative_to(ROOT).as_posix()
    return f"- [{name}]({path}): {about}\n"


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
    if pattern == ID_PATTERN:
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
    """A page with its tables made anew, and with what its commands print now."""
    parts = generated()

    def part(found: re.Match[str]) -> str:
        return f"{found[1]}{parts[found[2]]}{found[3]}"

    text = re.sub(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", part, text, flags=re.S)
    return re.sub(
        r"(^```console\n)((?:\$ [^\n]*\n)+).*?(?=^```$)", lambda f: f[1] + _run(f[2]), text, flags=re.S | re.M
    )


def _run(commands: str) -> str:
    """The commands of a block, and what the last of them prints in a copy of this repository's debates."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "clone"
        shutil.copytree(ROOT / "arguments", folder / "arguments")
        Scratch(folder).commit("as it is")
        argmap = f'argmap() {{ "{sys.executable}" -m argmap "$@"; }}\n'
        script = argmap + re.sub(r"^\$ ", "", commands, flags=re.M)
        environment = {**os.environ, "ARGMAP_CACHE": f"{scratch}/cache", "COLUMNS": "100", "NO_COLOR": "1"}
        run = subprocess.run(
            ["sh", "-ec", script], cwd=folder, env=environment, capture_output=True, text=True, timeout=120
        )
    assert run.returncode < 2, run.stderr
    return commands + re.sub(r"\([0-9a-f]{7}\)", "(1a2b3c4)", run.stdout)


if __name__ == "__main__":
    for page in EVERY:
        page.write_text(renewed(page.read_text(encoding="utf-8")), encoding="utf-8")
