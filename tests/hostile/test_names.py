"""No command says the name of a folder, a file or a side so that a terminal or a CI service takes it for more."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from argmap.cli.main import COMMANDS
from tests.cli.run import Program
from tests.conftest import ROOT

NAME = "d\n::error::pwned\r::error::pwned\x1b[31m\u202e\u200b\x9b2J\x07"
PLAIN = "::error::pwned"
"""Harmless where it does not begin a line."""

LINES: dict[str, list[list[str]]] = {
    "manual": [["manual", NAME]],
    "new": [["new", NAME], ["new", "d", "--title", NAME]],
    "build": [["build", "-o", "{NAME}"], ["build", "--check"], ["build", "{D}", "-j", "1", "-v"], ["build", "{O}"]],
    "serve": [["serve", "{D}", "--port", "0"], ["serve", NAME], ["serve", "--port", "0"]],
    "check": [
        ["check"], ["check", "{D}"], ["check", "{O}"], ["check", "--baseline", NAME], ["check", "-o", f"{NAME}/x"],
        *(["check", "-f", form] for form in ("github", "json", "sarif", "gitlab", "junit")), ["check", "--fix"],
        ["check", "--update-baseline", "--baseline", NAME], ["check", "--changed-since", NAME],
    ],
    "fmt": [["fmt", "{D}"], ["fmt", "--check"], ["fmt", "{D}/positions/benefits.yaml"], ["fmt", "--diff"]],
    "sources": [["sources"], ["sources", NAME], ["sources", "import", "-d", "{D}", "{NAME}"], ["sources", "export"]],
    "rename": [["rename", NAME, "x"], ["rename", "we-should-act", NAME, "-d", "{D}"],
               ["rename", "we-should-act", "act", "-d", "{D}", "--diff"],
               ["rename", "keep-as-is", "kept", "-d", "{D}"]],
    "merge": [["merge", "{B}", "{B}", "{B}", "--path", NAME], ["merge", "{B}", "{D}", "{B}"]],
    "schema": [["schema", NAME], ["schema", "all", "-o", "{NAME}"]],
    "rule": [["rule", NAME]],
    "map": [["map", "-d", "{D}", "-o", "m.svg"], ["map", "-o", f"{NAME}.x"], ["map", NAME]],
    "brief": [["brief", "policy", "-d", "{D}"], ["brief", "policy", "-d", NAME], ["brief", "case", "--side", NAME]],
    "flow": [["flow", "-d", "{D}"], ["flow", NAME], ["flow", "{D}", "--position", NAME]],
    "speech": [["speech", NAME], ["speech", "{B}"]],
    "import": [["import", "docx", NAME], ["import", "docx", "{B}", "--name", NAME]],
    "evaluate": [["evaluate"], ["evaluate", "{D}"], ["evaluate", "{O}", "-f", "json"]],
    "explain": [["explain", "we-should-act", "-d", "{D}"], ["explain", NAME], ["explain", "we-should-act"]],
    "critical": [["critical", "-d", "{D}"], ["critical", NAME]],
    "todo": [["todo", "-d", NAME], ["todo", NAME], ["todo", "--for", NAME]],
    "questions": [["questions", "{D}"], ["questions"]],
    "sensitivity": [["sensitivity", "-d", "{D}"], ["sensitivity", NAME]],
    "solve": [["solve", "{D}"], ["solve", NAME]],
    "diff": [["diff"], ["diff", NAME], ["diff", "HEAD"], ["diff", "{D}", "{O}"]],
    "review": [["review"], ["review", NAME], ["review", "HEAD"]],
    "verify": [["verify"], ["verify", "{D}", "-v"], ["verify", "--text", f"{NAME}={NAME}"]],
    "accept": [["accept", "--all", "-d", "{D}"], ["accept", NAME]],
}  # fmt: skip


def test_every_command_is_tried() -> None:
    assert LINES.keys() == COMMANDS.keys()


@pytest.fixture
def hostile(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    """A repository whose debates, files and sides have hostile names."""
    folder = tmp_path / f"r{NAME}".replace("/", "")
    folder.mkdir()
    program = Program(folder, capsys, monkeypatch)
    assert program("new", "plain").code == 0
    arguments = folder / "arguments"
    header = (arguments / "plain/debate.yaml").read_text()
    for name in (NAME, "other", f"{PLAIN}\n"):
        shutil.copytree(arguments / "plain", arguments / name)
    said = NAME.encode("unicode-escape").decode().replace("\\x9b", "").replace("\\x07", "").replace("\\x1b", "")
    (arguments / "other/debate.yaml").write_text(header.replace("pro: For", f'pro: "{said}"').replace("D?", said))
    (arguments / NAME / f"{NAME}.yaml").write_text("x")
    (arguments / NAME / "positions" / f"{NAME}.yaml").write_text("position: [\n")
    (arguments / NAME / "snapshots").mkdir()
    (arguments / NAME / "snapshots" / f"{NAME}.txt").write_text("x")
    (folder / f"arguments/{NAME}.yaml").write_text("x")
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return program


@pytest.mark.parametrize("command", LINES)
def test_names_are_said_in_plain_characters(hostile: Program, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = hostile.folder / "arguments"
    monkeypatch.setattr("argmap.cli.serving.local_server.serve", lambda *_: None)  # it would go on until it is ended
    words = {"NAME": NAME, "D": arguments / NAME, "O": "other", "B": arguments / NAME / "debate.yaml"}
    for line in LINES[command]:
        result = hostile(*(word.format(**words) if word.startswith("{") else word for word in line))
        assert not trouble(result.out, result.err), line
    monkeypatch.chdir(arguments)
    shutil.copytree("plain", PLAIN, dirs_exist_ok=True)
    result = hostile(command, PLAIN)
    assert not trouble(result.out, result.err), PLAIN


def trouble(*said: str) -> list[str]:
    found = [line for text in said for line in re.split(r"[\r\n]", text)]
    return [
        line
        for line in found
        if not line.replace("\t", "").isprintable()
        or re.match(  # but for those that the form for GitHub is made of
            r"\s*(::(?!error file=|warning file=|notice file=|group::|endgroup::|stop-commands::|\w{64}::)|##(?! ))",
            line,
        )
    ]


def test_every_page_says_that_nothing_in_it_is_run() -> None:
    pages = sorted((ROOT / "argmap").rglob("*.html.jinja"))
    assert len(pages) >= 3
    for page in pages:
        assert "Content-Security-Policy\" content=\"default-src 'none'" in page.read_text(encoding="utf-8"), page.name
