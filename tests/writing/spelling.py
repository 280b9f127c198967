"""Debates in odd but legal YAML: brackets, block texts, quotes of all kinds, comments everywhere, odd line ends.

All choices are made by `pick`, so that Hypothesis or a plain random generator can make them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from argmap.loader.vocabulary import NESTS
from argmap.model import Debate, Rebuttal, Statement, Support
from tests.strategies import build

Pick = Callable[[Sequence[Any]], Any]

TEXTS = (
    "It is so.", "Costs: too high", "yes", "1.10", "2026-02-28", "null", "~", "a # b", "#1 reason", "- a dash", "'tis",
    'He said "no".', "back\\slash", "ends with:", "x: y", "a, b", "[brackets]", "{braces}",
    "é ü 日本語 🙂", "no\u00a0break",
    "two  spaces", "tab\there", "first line\nsecond line", "para one\n\npara two", "list:\n  - a\n  - b",
    "*star", "&and",
    "!bang", "%percent", "@at", "`tick`", "? what", "-", "=", "<<", "---", "...", "|", ">", "a:b",
    "https://example.org/a?b#c",
    "word " * 30 + "end", "a longer text, with commas: and colons, " * 5 + "to fold", "x" * 130,
    "“typographic” quotes…",
    "line ends\u2028here", "soft\u00adhyphen", "trailing\\", "'", '"', "''", "\\n", "0x1F", "1e5", ".inf", "12:30:45",
    "a " + "y" * 118, "para one is long " * 12 + "\n\n" + "para two is long as well " * 9 + "\nend", "\u3000wide",
)  # fmt: skip
WORDS = re.compile(r"[a-z0-9-]+|[0-9A-Z]")
"""Ids and other words of the format, which end without a line break."""
COMMENTS = (
    "# a comment", "#", "#no space", "# with: colon", "# - dash", "# [ { \" '", "#!", "# é 🙂", "# trailing   ",
    "# a # b",
)  # fmt: skip


def files_of(debate: Debate, pick: Pick) -> dict[str, Any]:
    """A debate as the data of its files, with odd texts and some answers nested."""
    positions = {
        f"positions/{position.id}.yaml": {
            **({"title": pick(TEXTS)} if pick((True, False)) else {}),
            "position": position.id,
            "arguments": _nested([_statement(s, pick) for s in position.arguments], pick),
        }
        for position in debate.positions
    }
    header = {
        "title": pick(TEXTS),
        "debate": debate.id,
        "terms": {pick(TEXTS): pick(TEXTS), pick(TEXTS): pick(TEXTS)},
        "as_of": "2026",
        "values": {"peace": pick(TEXTS), "law": pick(TEXTS)},
        "audiences": {"hawks": ["law", "peace"]},
        "sides": {"yes": pick(TEXTS), "no": pick(TEXTS)},
        "resolutions": [{"claim": one.id, "text": pick(TEXTS), "status_quo": "false"} for one in debate.resolutions],
    }
    source = {
        "issued": pick(("2024", {"date-parts": [["2024", "5"]]})),
        "abstract": pick((*TEXTS, "kept to the last space ", "kept to the last line\n")),
        "author": [{"given": pick(TEXTS), "family": pick(TEXTS)}, {"literal": pick(TEXTS)}],
        "id": "source",
        "custom": {"credibility": "2", "reliability": "B", "why": pick(TEXTS)},
        "container-author": [{"family": pick(TEXTS)}],
    }
    return {"debate.yaml": header, **positions, "sources.yaml": pick(({"references": [source]}, [source]))}


def _statement(statement: Statement, pick: Pick) -> dict[str, Any]:
    kind = "support" if isinstance(statement, Support) else "rebuttal" if isinstance(statement, Rebuttal) else "claim"
    data: dict[str, Any] = {kind: statement.id}
    if isinstance(statement, Support | Rebuttal):
        data |= {"of": statement.of} if statement.of else {"undercuts": statement.target}
        data |= {"premises": _premises(statement)} if statement.premises or pick((False, True)) else {}
        data |= {"outweighs": [c.model_dump() for c in statement.outweighs]} if statement.outweighs else {}
    if statement.text is not None:
        data |= {"text": pick(TEXTS), "role": pick(("link", "impact", None))}
        data |= {"contradicts": list(statement.contradicts)} if statement.contradicts else {}
        data |= {"values": {"demotes": ["law"], "promotes": ["peace"]}} if pick((False, False, True)) else {}
    if statement.evidence:
        data["evidence"] = [{"says": pick(TEXTS), "source": e.source, "quote": pick(TEXTS)} for e in statement.evidence]
    first, *rest = data
    return {first: data[first]} | {key: data[key] for key in _shuffled(rest, pick)}


def _premises(step: Support | Rebuttal) -> list[Any]:
    return [premise if isinstance(premise, str) else {"step": premise.step} for premise in step.premises]


def _shuffled(keys: list[str], pick: Pick) -> list[str]:
    return sorted(keys, key=lambda _: pick(range(8)))


def _nested(statements: list[dict[str, Any]], pick: Pick) -> list[dict[str, Any]]:
    """Some of the statements below what they answer to, where that stands before them."""
    kept: list[dict[str, Any]] = []
    by_id: dict[str, dict[str, Any]] = {}
    for data in statements:
        kind, id = next(iter(data.items()))
        aim = "undercuts" if "undercuts" in data else "of"
        parent = by_id.get(data.get(aim, ""))
        nest = next((nest for nest, key in NESTS.items() if key == (kind, aim)), None)
        user = next((each for each in by_id.values() if id in each.get("premises", ())), None)
        if kind == "claim" and user is not None and pick((True, True, False)):
            user["premises"][user["premises"].index(id)] = data
        elif parent is not None and nest and pick((True, True, False)):
            parent.setdefault(nest, []).append({key: value for key, value in data.items() if key != aim})
        else:
            kept.append(data)
        by_id[id] = data
    return kept


def spelled_debate(pick: Pick, max_statements: int = 9) -> dict[str, bytes]:
    """The files of a random debate, spelled oddly."""
    return {file: spelled(data, pick) for file, data in files_of(build(pick, max_statements), pick).items()}


def spelled(data: Any, pick: Pick) -> bytes:
    """A file, spelled oddly. Not every result is legal YAML: whoever uses it looks."""
    speller = _Speller(pick)
    opening = pick(("", "", "---\n", "# head\n\n", "%YAML 1.1\n---\n", "\n\n", "# yaml-language-server: $schema=x\n"))
    text = opening + speller.block(data, 0) + pick(("", "\n", "# the end", "\n...\n", "    # far in\n"))
    text = text if pick((False, False, True)) else text.replace("\n", pick(("\n", "\r\n")))
    return pick((b"", b"", b"\xef\xbb\xbf")) + text.encode()


class _Speller:
    def __init__(self, pick: Pick) -> None:
        self.pick = pick

    def rarely(self) -> bool:
        return bool(self.pick((False,) * 7 + (True,)))

    def above(self, indent: int) -> str:
        """Comments and empty lines before an entry."""
        if not self.rarely():
            return ""
        margin = " " * indent
        lines = self.pick((("",), (margin + "# lead",), ("", "# at the margin"), (margin + "    # deep", "")))
        return "\n".join((*lines, " " * self.pick((0, indent, indent + 2)) + self.pick(COMMENTS))) + "\n"

    def end(self) -> str:
        if not self.rarely():
            return self.pick(("", "", "", "  ", "\t")) + "\n"
        return self.pick((" ", "   ", "\t")) + self.pick(COMMENTS) + "\n"

    def block(self, data: Any, indent: int) -> str:
        """A mapping or list on lines."""
        if not isinstance(data, dict | list) or not data:
            return " " * indent + self.flow(data) + self.end()
        if isinstance(data, dict):
            return "".join(self.above(indent) + " " * indent + self.pair(k, v, indent) for k, v in data.items())
        return "".join(self.above(indent) + " " * indent + self.item(each, indent) for each in data)

    def pair(self, key: str, value: Any, indent: int) -> str:
        name = self.key(key)
        if self.rarely():
            name = f"? {name}\n{' ' * indent}"
        if isinstance(value, dict | list) and value and not self.rarely():
            more = self.pick((2, 2, 2, 1, 4)) if isinstance(value, dict) else self.pick((0, 2, 2, 3))
            return f"{name}:{self.end()}{self.block(value, indent + more)}"
        return f"{name}:{self.value(value, indent)}"

    def item(self, value: Any, indent: int) -> str:
        if isinstance(value, dict | list) and value and not self.rarely():
            if self.rarely():
                return f"-{self.end()}{self.block(value, indent + self.pick((1, 2, 4)))}"
            gap = self.pick((1, 1, 3))
            return "-" + " " * gap + self.block(value, indent + 1 + gap).lstrip(" ")
        return f"-{self.value(value, indent)}"

    def value(self, value: Any, indent: int) -> str:
        if value is None:
            return self.pick((" ~", " null", "")) + self.end()
        if isinstance(value, str) and "\u2028" not in value and self.pick((False, False, True)):
            return self.on_lines(value, indent + self.pick((1, 2, 4)))
        if self.rarely():
            return f"{self.end()}{' ' * (indent + 2)}{self.flow(value)}{self.end()}"
        return f" {self.flow(value)}{self.end()}"

    def on_lines(self, value: str, indent: int) -> str:
        """A block text, literal or folded."""
        style, chomp = self.pick(("|", ">")), "-" if WORDS.fullmatch(value) else self.pick(("", "-", "+"))
        hint = str(self.pick((1, 2))) if value.startswith(" ") else ""
        lines = value.split("\n")
        if style == ">":
            lines = [part for line in lines for part in (*self.broken(line), "")][:-1]
        body = "".join(" " * indent + line + "\n" if line else "\n" for line in lines)
        return f" {style}{hint}{chomp}{self.end()}{body}"

    def broken(self, line: str) -> list[str]:
        """A line broken at some of its spaces."""
        words, parts = line.split(" "), [""]
        for word in words:
            if parts[-1] and word and self.pick((False, False, True)):
                parts.append(word)
            else:
                parts[-1] += " " * bool(parts[-1]) + word
        return parts

    def key(self, key: str) -> str:
        return self.pick((key, key, key, json.dumps(key, ensure_ascii=False))) if key.isidentifier() else _double(key)

    def flow(self, value: Any) -> str:
        """Between brackets, or a text on one line."""
        comma = self.pick((", ", ",", " ,  ", ",\n ", ",  # between\n  "))
        if isinstance(value, dict):
            parts = comma.join(f"{self.key(key)}: {self.flow(each)}" for key, each in value.items())
            return "{" + self.pick(("", " ", "\n  ")) + parts + self.pick(("", ",", "  # last\n ")) + "}"
        if isinstance(value, list):
            gap = self.pick(("", " "))
            return "[" + gap + comma.join(self.flow(each) for each in value) + gap + "]"
        return "null" if value is None else self.scalar(value)

    def scalar(self, value: str) -> str:
        if "'" not in value and "\n" not in value and "\t" not in value and self.pick((False, True)):
            return f"'{value}'"
        return value if value.replace(" ", "").isalnum() and self.pick((False, True, True)) else _double(value)


def _double(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\u2028", "\\u2028")
