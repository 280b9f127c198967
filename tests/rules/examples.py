"""From the short form of a rule's examples to the files of a debate, and back to the lines that are marked."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml

from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evidence.verification import Snapshot, verify
from argmap.loader import Loaded, read
from argmap.model import Debate
from argmap.model.diagnostics import Diagnostic, SourceMap
from argmap.rules import BY_NAME, rule_protocol
from argmap.rules.rule_protocol import MARK
from argmap.rules.runner import run

TODAY = datetime.date(2026, 7, 31)
DEFAULTS = {
    "debate": "debate: example",
    "title": "title: An example",
    "resolutions": (
        "resolutions:\n  - claim: send-trainers\n    text: NATO members should send trainers to Ukraine.\n"
    ),
}
POSITION = "positions/example.yaml"
FILES = {
    "references": "sources.yaml", "position": POSITION, "kind": POSITION, "arguments": POSITION,
    "lock": "argmap.lock", "snapshots": "snapshots",
}  # fmt: skip
SOURCE = (
    "  - {{id: {id}, title: On {id}, author: [{{family: Doe}}], issued: 2026-01-01, publisher: Example Press,\n"
    "     URL: 'https://example.org/{id}', accessed: 2026-01-02, custom: {{qualifications: Taught brigades}}}}\n"
)

VARIANTS = yaml.safe_load((Path(__file__).parent / "variants.yaml").read_text(encoding="utf-8"))


def reported(rule: str) -> tuple[str, ...]:
    """The debates in which a rule reports the marked lines: those of its page, then the variants."""
    return (*rule_protocol.reported(BY_NAME[rule]), *VARIANTS.get(rule, {}).get("reported", ()))


def silent(rule: str) -> tuple[str, ...]:
    """The debates in which a rule is silent: those of its page, then the variants."""
    return (*rule_protocol.silent(BY_NAME[rule]), *VARIANTS.get(rule, {}).get("silent", ()))


@dataclass
class Example:
    """The files of an example, and which of its lines stands where."""

    files: dict[str, str] = field(default_factory=dict)
    lines: dict[tuple[str, int], int] = field(default_factory=dict)

    def add(self, file: str, line: str, number: int | None = None) -> None:
        self.files[file] = self.files.get(file, "") + line + "\n"
        if number:
            self.lines[file, self.files[file].count("\n")] = number


def expand(text: str) -> Example:
    """The files of a debate in short form: top-level keys go where they belong (`ignore` to what is before it), what
    is missing is made up. `lock:` is followed by lines of argmap.lock, `snapshots:` by a source and its text each."""
    example, file, keys = Example(), "debate.yaml", set[str]()
    if not re.search(r"^position:", text, re.M):
        example.add(POSITION, "position: example")
    for number, marked_line in enumerate(text.splitlines(), 1):
        line = marked_line.partition(MARK)[0].rstrip()
        key = re.match(r"([a-z_]+):", line)
        if key:
            keys.add(key[1])
            file = FILES.get(key[1], file if key[1] == "ignore" else "debate.yaml")
        if file == "argmap.lock":
            example.add(file, "" if key else line.strip(), number)
        elif file == "snapshots":
            id, _, content = line.strip().partition(": ")
            example.files |= {} if key else {f"snapshots/{id}.txt": content}
        else:
            example.add(file, line, number)
    for missing in DEFAULTS.keys() - keys:
        example.add("debate.yaml", DEFAULTS[missing])
    if "references" not in keys:
        cited = dict.fromkeys(re.findall(r"source: ([\w-]+)", text))
        example.files["sources.yaml"] = (
            "references:\n" + "".join(SOURCE.format(id=id) for id in cited) + ("" if cited else "  []\n")
        )
    return example


def marked(text: str) -> list[int]:
    """The lines of an example that a rule reports."""
    return [number for number, line in enumerate(text.splitlines(), 1) if MARK in line]


def loaded(text: str) -> tuple[Debate, SourceMap]:
    """The debate of an example; fails where it is not valid."""
    result = _read(text)
    assert result.debate is not None
    return result.debate, result.source_map


def _read(text: str) -> Loaded:
    result = read(expand(text).files)
    assert result.debate is not None and not result.diagnostics, [f"{d.span} {d.message}" for d in result.diagnostics]
    return result


def evaluated(text: str) -> Evaluation:
    """The evaluated debate of an example, with its lock, and its quotes verified where it has snapshots."""
    result = _read(text)
    assert result.debate is not None
    names = (name for name in expand(text).files if name.startswith("snapshots/"))
    texts = {name[10:-4]: Snapshot(name, "0" * 16, expand(text).files[name]) for name in names}
    verification = verify(result.debate, texts) if texts else None
    return replace(evaluate(result.debate), lock=result.lock, verification=verification)


def findings(text: str, **options: object) -> list[Diagnostic]:
    """What all rules say about an example."""
    return list(run(evaluated(text), loaded(text)[1], today=TODAY, **options))  # type: ignore[arg-type]


def found(text: str, rule: str, **options: object) -> list[Diagnostic]:
    """What one rule says about an example."""
    return findings(text, rules=frozenset({rule}), **options)


def reported_lines(text: str, diagnostics: list[Diagnostic]) -> list[int]:
    """The lines of the example at which diagnostics begin."""
    lines = expand(text).lines
    return sorted(lines.get((d.span.file, d.span.line), 0) for d in diagnostics)
