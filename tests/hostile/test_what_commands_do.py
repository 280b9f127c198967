"""What SECURITY.md says that each command writes, runs and sends: the interpreter itself reports what it does."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.cli.main import COMMANDS
from tests.conftest import ROOT
from tests.hostile.shapes import debate, evidence, support, write

WATCHING = r"""
import json, os, sys
lines, out, seen = json.loads(sys.argv[1]), sys.argv[2], []
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
def heard(event, given):
    if event == "open" and (given[2] or 0) & WRITING:
        seen.append(("writes", os.fsdecode(given[0]) if not isinstance(given[0], int) else ""))
    elif event in ("os.rename", "os.link", "os.symlink"):
        seen.append(("writes", os.fsdecode(given[1])))
    elif event in ("os.remove", "os.rmdir", "os.mkdir", "os.truncate"):
        seen.append(("writes", os.fsdecode(given[0])))
    elif event in ("subprocess.Popen", "os.posix_spawn", "os.exec", "os.system"):
        seen.append(("runs", os.fsdecode(given[0])))
    elif event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"):
        seen.append(("sends", repr(given[-1])))
sys.addaudithook(heard)
from argmap.cli.main import main
told = {}
for line in lines:
    seen.clear()
    try:
        main(line.split())
    except SystemExit as ended:
        names = {(what, os.path.realpath(name) if what == "writes" else name) for what, name in seen if name}
        told[line] = [ended.code, sorted(names)]
with open(out, "w") as file:
    json.dump(told, file)
"""

LINES = {
    "check --fix d": "arguments", "new e": "arguments", "build -q -j 1 d": "output", "map d -o m.svg": "m.svg",
    "brief policy d -o b.md": "b.md", "explain a -d d -o x.md": "x.md", "flow d -o f.md": "f.md",
    "evaluate d -o v.json": "v.json", "speech s.txt -d d -o s.md": "s.md", "check d": "", "check d -f github": "",
    "check --update-baseline --baseline known": "known", "fmt": "arguments", "fmt --check": "",
    "rename a z -d d": "arguments", "sources d": "", "sources export d": "", "sources import r.bib -d d": "arguments",
    "merge o.yaml p.yaml q.yaml": "p.yaml", "verify d": "arguments", "accept --all -d d": "arguments",
    "brief negative e -o n.docx": "n.docx", "import docx n.docx --name i": "arguments", "diff HEAD": "",
    "review HEAD": "", "critical -d d": "", "todo d": "", "questions -d d": "", "sensitivity -d d": "",
    "solve -p EE-PR -f a.tgf": "", "schema debate": "", "rule": "", "manual": "",
}  # fmt: skip
"""A command and what it writes, besides the user's cache and temporary files."""
RUN = {"check": {"git"}, "diff": {"git"}, "review": {"git"}, "merge": {"git"}, "import": {Path(sys.executable).name},
       "verify": {Path(sys.executable).name}}  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="there the loop of events itself opens sockets")
def test_no_command_writes_runs_or_sends_anything_else(tmp_path: Path) -> None:
    tmp_path = tmp_path.resolve()
    repository, temporary = tmp_path / "repository", tmp_path / "temporary"
    temporary.mkdir()
    write(debate([support("a", more=evidence("boats"))]), repository)
    for name, text in {
        "s.txt": "a\n", "a.tgf": "a\nb\n#\na b\n", "r.bib": "@book{b, title={B}, author={C, D}, year=2001}\n",
        "o.yaml": "title: A\n", "p.yaml": "title: B\n", "q.yaml": "title: A\nside: x\n",
        "arguments/d/positions/x.yaml": (
            "title:   'X'\nposition: x\narguments: [{support: x, of: plan, text: X., weigh: yes}]\n"
        ),
        "arguments/d/snapshots/s.txt": "All boats sail.\n",
    }.items():  # fmt: skip
        (repository / name).parent.mkdir(exist_ok=True)
        (repository / name).write_text(text)
    for words in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"]):
        subprocess.run(["git", *words], cwd=repository, check=True)
    environment = {**os.environ, "ARGMAP_CACHE": str(tmp_path / "cache"), "TMPDIR": str(temporary)}
    subprocess.run(
        [sys.executable, "-B", "-P", "-c", WATCHING, json.dumps([*LINES]), tmp_path / "told"],
        cwd=repository, env=environment, check=True, timeout=120, capture_output=True,
    )  # fmt: skip
    told = json.loads((tmp_path / "told").read_text())
    for line, wanted in LINES.items():
        code, found = told[line]
        assert code in (0, 1), line
        places = {Path(name) for what, name in found if what == "writes" and not name.startswith("/dev/")}
        inside = {path.relative_to(repository).parts[0] for path in places if repository in path.parents}
        inside = {name for name in inside if not re.fullmatch(r"\.argmap-.*\.tmp", name)}
        assert inside - {".gitattributes"} == {wanted} - {""}, line
        assert all(path.is_relative_to(tmp_path) for path in places), line
        assert {Path(name).name for what, name in found if what == "runs"} <= RUN.get(line.split()[0], set()), line
        assert not [name for what, name in found if what == "sends"], line


def test_each_command_has_its_row_or_is_one_of_the_others() -> None:
    text = (ROOT / ".github/SECURITY.md").read_text(encoding="utf-8").partition("sends |\n")[2]
    rows = [row.split("|")[1] for row in text.splitlines() if row.startswith("|")]
    named = {name.split()[0] for row in rows for name in re.findall(r"`([a-z -]+)`", row)}
    assert {"build", "merge", "serve"} <= named <= COMMANDS.keys()
    assert {line.split()[0] for line in LINES} | {"serve"} == COMMANDS.keys()
