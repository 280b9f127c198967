"""Every command on every shape of `shapes`, measured: `python -m tests.hostile.sweep FOLDER` prints who is slow.

    --shape PATTERN, --command PATTERN   only those in whose name it is found
    --above 5   print what takes more CPU seconds than this, or half of the memory, and what fails
    --most 40   end a command after so many

What is counted are CPU seconds of a command and its workers, without the start of Python, which the commands share:
the table is made once in an evening and read by people. No test reads a clock.
"""

# ruff: noqa: E501 - one command, one line
from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import re
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import argmap
from argmap.cli.main import main as run_command
from tests.hostile.shapes import SHAPES, write

LIMIT = 10.0
"""CPU seconds within which every command ends."""
MEMORY = 500
"""The megabytes that no process of a command exceeds."""
POSITION = "arguments/d/positions/p.yaml"
COMMANDS = {
    "check": "check",
    "check json": "check -f json",
    "check sarif": "check -f sarif -o check.sarif",
    "check gitlab": "check -f gitlab -o check.json",
    "check github": "check -f github",
    "check junit": "check -f junit -o check.xml",
    "check --fix": "check --fix --diff",
    "check baseline": "check --update-baseline --baseline base.txt",
    "build": "build -j 2 -q",
    "build --check": "build --check -j 2 -q",
    "map": "map --view whole -o map.svg",
    "map overview": "map --view overview -o map.svg",
    "map tree": "map --view tree -o map.svg",
    "map focus": "map --focus plan -o map.svg",
    "map dot": "map --view whole -o map.dot",
    "map strength": "map --strength quadratic-energy -o map.svg",
    "map pdf": "map --view whole -o map.pdf",
    "map paper": "map --view whole --paper a4 -o paper.pdf",
    "map paper 16:9": "map --view tree --paper 16:9 -o wide.pdf",
    "map slides": "map --slides -o slides.pdf",
    "map png": "map --view whole -o map.png",
    "map position": "map --position p -o map.svg",
    "map side": "map --side con -o map.svg",
    "map label": "map --label undecided -o map.svg",
    "map deep": "map --focus a0 --depth 9 -o map.svg",
    "map fit": "map --view whole --fit 320 -o fit.svg",
    "map page": "map -o page.html",
    "brief policy": "brief policy -o policy.html",
    "brief policy md": "brief policy -o policy.md",
    "brief short": "brief policy --short -o short.md",
    "brief pack": "brief pack -o pack.md",
    "brief negative": "brief negative -o negative.html",
    "brief blocks": "brief blocks -o blocks.html",
    "brief blocks con": "brief blocks --side con -o blocks.md",
    "brief blocks docx": "brief blocks -o blocks.docx",
    "brief argument docx": "brief argument -o argument.docx",
    "brief policy pdf": "brief policy -o policy.pdf",
    "brief onepager": "brief onepager -o onepager.html",
    "brief class": "brief class -o class.html",
    "brief case": "brief case --resolution plan -o case.md",
    "brief balance": "brief balance -o balance.md",
    "brief argument html": "brief argument --strength df-quad -o argument.html",
    "brief frontline": "brief frontline --of a0 -o frontline.md",
    "brief judgements": "brief judgements -o judgements.html",
    "flow": "flow -o flow.md",
    "flow html": "flow -o flow.html",
    "flow xlsx": "flow -o flow.xlsx",
    "speech": "speech speech.txt -o speech.md",
    "speech pdf": "speech speech.txt -o speech.pdf",
    "todo": "todo --all",
    "todo json": "todo -f json --all",
    "evaluate": "evaluate --all",
    "evaluate json": "evaluate -f json",
    "evaluate html": "evaluate --all -o evaluate.html",
    "evaluate strength": "evaluate --strength quadratic-energy",
    "evaluate df-quad": "evaluate --strength df-quad --all",
    "evaluate audiences": "evaluate --audiences",
    "evaluate standards": "evaluate --standards --all",
    "explain": "explain plan",
    "explain json": "explain plan -f json",
    "explain a0": "explain a0",
    "explain a1 md": "explain a1 -f md",
    "explain svg": "explain plan -o why.svg",
    "explain complete": "explain plan --semantics complete --timeout 5",
    "explain preferred": "explain plan --semantics preferred --timeout 5",
    "explain stable": "explain plan --semantics stable --timeout 5",
    "critical": "critical --timeout 5",
    "critical plan": "critical plan --size 6 --timeout 5",
    "questions": "questions --all",
    "questions md": "questions -f md",
    "sensitivity": "sensitivity",
    "sensitivity json": "sensitivity -f json --strength euler-based",
    "sensitivity svg": "sensitivity plan -o moves.svg",
    **{f"solve {task}": f"solve -d d -p {task} --limit 3 --timeout 5" for task in ("SE-GR", "EE-CO", "EE-PR", "CE-ST", "EE-SST", "EE-STG", "SE-ID")},
    "solve DC-PR": "solve -d d -p DC-PR -a plan --timeout 5",
    "solve DS-CO": "solve -d d -p DS-CO -a plan --timeout 5",
    "diff": "diff base/d arguments/d",
    "diff back": "diff arguments/d base/d",
    "diff json": "diff base/d arguments/d -f json",
    "diff html": "diff base/d arguments/d -o diff.html",
    "diff svg": "diff base/d arguments/d -o diff.svg",
    "review": "review base/d arguments/d",
    "review back": "review arguments/d base/d",
    "review json": "review base/d arguments/d -f json",
    "diff renamed": "diff renamed/d arguments/d",
    "diff changed": "diff changed/d arguments/d -o diff.html",
    "review renamed": "review renamed/d arguments/d",
    "review changed": "review changed/d arguments/d",
    "fmt": "fmt --diff",
    "fmt check": "fmt --check",
    "rename": "rename plan scheme --dry-run",
    "rename a0": "rename a0 zero --diff",
    "rename source": "rename s report --dry-run",
    "rename position": "rename p place --kind position --dry-run",
    "rename value": "rename v0 worth --kind value --dry-run",
    "merge": f"merge {POSITION} {POSITION} {POSITION} -o -",
    "merge apart": "merge base/d/positions/p.yaml ours.yaml base/d/positions/p.yaml",
    "merge both": "merge base/d/positions/p.yaml ours.yaml other.yaml",
    "merge renamed": f"merge {POSITION} renamed/d/positions/p.yaml other.yaml -o -",
    "merge changed": f"merge {POSITION} other.yaml third.yaml -o -",
    "merge sources": "merge base/d/sources.yaml arguments/d/sources.yaml base/d/sources.yaml -o -",
    "merge debate": "merge base/d/debate.yaml arguments/d/debate.yaml base/d/debate.yaml -o -",
    "merge lock": "merge empty arguments/d/argmap.lock arguments/d/argmap.lock -o -",
    "verify": "verify -v",
    "accept": "accept --all",
    "sources": "sources",
    "sources bibtex": "sources export -o out.bib",
    "sources json": "sources export -o out.json",
    "import bibtex": "sources import out.bib --diff",
    "import json": "sources import out.json --diff",
    "import bomb bib": "sources import bomb.bib --diff",
    "import bomb ris": "sources import bomb.ris --diff",
    "import bomb json": "sources import bomb.json --diff",
    "import docx": "import docx blocks.docx --name e",
}  # fmt: skip


def prepare(root: Path, make: str) -> None:
    shutil.rmtree(root, ignore_errors=True)
    write(SHAPES[make](), root)
    text = (root / POSITION).read_text(encoding="utf-8")
    (root / "ours.yaml").write_text(text, encoding="utf-8")  # merged into; the debate stays what it is
    for name, word in (("other", "Ships"), ("third", "Rafts")):
        (root / f"{name}.yaml").write_text(text.replace("Boats", word), encoding="utf-8")
    _rewrite(root, "renamed", lambda text: re.sub(r"\b[a-z]\d+\b", r"x\g<0>", text))
    _rewrite(root, "changed", lambda text: text.replace("Boats", "Ships").replace("boats", "ships"))
    ids = re.findall(r"(?:claim|support|rebuttal): (\S+)$", text, re.MULTILINE)
    (root / "speech.txt").write_text("\n".join(ids), encoding="utf-8")


def _rewrite(root: Path, folder: str, change: Callable[[str], str]) -> None:
    """The debate again in another folder, with its files changed."""
    for path in (root / "arguments/d").rglob("*.yaml"):
        to = root / folder / path.relative_to(root / "arguments")
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def measured(root: Path, words: list[str], most: int) -> tuple[float, int, str]:
    """The CPU seconds and the most megabytes that a command takes there, and how it failed where it did."""
    process = os.fork()
    if not process:
        _run(root, words, most)
    _, status, used = os.wait4(process, 0)
    told = (root / "stderr").read_text(encoding="utf-8", errors="replace")
    failed = "Traceback" in told or "itself failed" in told or os.waitstatus_to_exitcode(status) not in (0, 1, 2, 3)
    seconds = used.ru_utime + used.ru_stime
    return (
        seconds,
        used.ru_maxrss // 1_024,
        f"status {os.waitstatus_to_exitcode(status)} {told.strip()[-200:]!r}" if failed else "",
    )


def _run(root: Path, words: list[str], most: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    signal.alarm(60 * most)  # by the clock, which others use, too
    os.chdir(root)
    os.environ["ARGMAP_CACHE"] = str(root / "cache")
    for number, name in ((1, "stdout"), (2, "stderr")):
        os.dup2(os.open(name, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), number)
    code = 70
    try:
        run_command(words)
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 0 if ended.code is None else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--shape", default="")
    parser.add_argument("--command", default="")
    parser.add_argument("--above", type=float, default=LIMIT / 2)
    parser.add_argument("--most", type=int, default=40)
    given = parser.parse_args()
    for module in pkgutil.walk_packages(argmap.__path__, "argmap."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for number, shape in enumerate(SHAPES):
        if re.search(given.shape, shape):
            root = given.folder.absolute() / str(number)
            prepare(root, shape)
            for command, words in COMMANDS.items():
                if re.search(given.command, command):
                    seconds, memory, told = measured(root, words.split(), given.most)
                    if seconds >= given.above or memory >= MEMORY / 2 or told:
                        over = " OVER" if seconds > LIMIT or memory > MEMORY else ""
                        print(
                            f"{shape:38} {command:20} {seconds:6.2f} s {memory:4} MB{over} {told}".rstrip(), flush=True
                        )


if __name__ == "__main__":
    main()
