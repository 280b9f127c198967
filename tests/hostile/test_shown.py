"""Whatever a text comes from, and wherever it is shown: a character that nobody sees is shown as a sign.

The loader already puts signs into a debate. Here it lets everything through, as if it had missed them.
"""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.run import Program
from tests.conftest import ROOT, needs

HIDDEN = (
    "\u3164\u115f\u1160\uffa0\u2800\u200d\u200c\u202e\u2066\ufffa\U000e0041\U000e0101\ufe0f\u034f\u180b\U0001d159\u200f"
)
"""One of each kind; some are printable for Python."""
BOTH = "arguments/e arguments/d"
NAME = f"n{HIDDEN[:9]}{HIDDEN[-3:]}"

COMMANDS = (
    "build -q -j 1 d -o built", "brief policy d -f docx -o b.docx", "brief policy d -f pdf -o b.pdf",
    "brief pack d -f md -o b.md", "flow d -o f.xlsx", "flow d -o f.md", "flow d -o f.html", "map d -o m.dot",
    "evaluate d", "evaluate d -f json", "explain small-forces-deter -d d", "explain small-forces-deter -d d -f json",
    "critical -d d", "todo d", "questions -d d", "sensitivity -d d", "sources d", "sources d -f json", "check d",
    "check d -f github", "check d -f junit", "check d -f sarif", "check d -f gitlab", "check d -f json", "verify d",
    f"diff {BOTH} -f text", f"diff {BOTH} -f json", f"diff {BOTH} -o d.html", f"diff {BOTH} -o d.svg",
    f"review {BOTH}", f"review {BOTH} -f json", "review HEAD", "review HEAD -f json", "diff HEAD", "fmt d --diff",
    "speech s.txt -d d -o s.docx", "speech s.txt -d d", f"fmt arguments/d/{NAME}.yaml",
    f"sources import {NAME}.bib -d d", f"sources import {NAME}.ris -d d",
)  # fmt: skip
WRONG = (
    f"explain {NAME} -d d", f"rename {NAME} x -d d", f"rename small-forces-deter {NAME} -d d", f"brief {NAME} -d d",
    f"new {NAME}", f"check {NAME}", f"diff {NAME}", f"brief policy d --style {NAME}.csl",
    f"import docx {NAME}", "solve -p EE-PR -f a.tgf",
)  # fmt: skip


@pytest.fixture
def argmap(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    """A debate with such characters in every text and beside it, and a loader that does not look."""
    monkeypatch.setattr("argmap.loader.decode._hidden", lambda *_: None)
    monkeypatch.setattr("argmap.loader.compose.hidden", lambda _: ())
    monkeypatch.setattr("argmap.loader.compose._readable", str)
    monkeypatch.setattr("argmap.model.portable_names.hidden", lambda _: ())
    program = Program(tmp_path, capsys, monkeypatch)
    source = ROOT / "arguments/tripwire"
    for path in source.rglob("*.yaml"):
        if ".schema" not in path.parts:
            name, text = path.relative_to(source).as_posix(), path.read_text(encoding="utf-8")
            program.write(f"arguments/e/{name}", text)
            program.write(f"arguments/d/{name}", text.replace(" the ", f" the{HIDDEN} ").replace(" a ", f" {HIDDEN}a "))
    git = ["git", "-c", f"user.name=A{HIDDEN}", "-c", "user.email=a@b"]
    for words in (["init", "-q"], ["add", "arguments/e"], ["commit", "-qm", "x"],
                  ["remote", "add", "origin", f"https://github.com/a/{NAME}"]):  # fmt: skip
        subprocess.run([*git, *words], cwd=tmp_path, check=True)
    program.write(f"arguments/d/snapshots/{NAME}.txt", "x")
    program.write("arguments/d/snapshots/reiter-poast-2021.txt", f"{HIDDEN}small token {HIDDEN}deployments deter.")
    program.write(f"arguments/d/{NAME}.yaml", "x")
    program.write(f"{NAME}.bib", f"@book{{{NAME}, title={{A{HIDDEN}}}, foo={{{HIDDEN}}}, year={{19{HIDDEN}}}}}\n")
    program.write(f"{NAME}.ris", f"TY  - BOOK\nTI  - A{HIDDEN}\nXX  - {HIDDEN}\nPY  - 20{HIDDEN}\nER  -\n")
    program.write(f"{NAME}.csl", f"<style>{HIDDEN}</style>")
    program.write("a.tgf", f"a{HIDDEN}\nb\n#\na{HIDDEN} b\n")
    program.write("s.txt", f"# A{HIDDEN}\nsmall-forces-deter\n")
    return program


def found(content: bytes) -> set[str]:
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return set().union(*(found(packed.read(name)) for name in packed.namelist()))
    return {f"{ord(each):x}" for each in HIDDEN if each in content.decode(errors="replace")}


def files(program: Program) -> Iterator[tuple[str, bytes]]:
    for path in sorted(program.folder.rglob("*")):
        name = path.relative_to(program.folder).as_posix()
        if path.is_file() and not name.startswith(("arguments/", ".git/", "s.txt", "a.tgf", NAME)):
            is_pdf = path.suffix == ".pdf"
            yield name, subprocess.check_output(["pdftotext", path, "-"]) if is_pdf else path.read_bytes()


def test_no_output_has_what_nobody_sees(argmap: Program) -> None:
    needs("pdftotext")
    trouble: dict[str, object] = {}
    for command in (*COMMANDS, *WRONG):
        result = argmap(*command.split())
        assert (result.code == 2) == (command in WRONG), (command, result.err)
        if said := found((result.out + result.err).encode(errors="replace")):
            trouble[command] = said
    trouble |= {name: said for name, content in files(argmap) if (said := found(content))}
    assert trouble == {}, "\n".join(f"{a}: {sorted(b)}" for a, b in trouble.items())
