"""Commands ended at every call that changes a file; `python -m tests.hostile.kills` tries them all and counts.

`python -m tests.hostile.kills build` tries those of one case.

A command runs in a process of its own, which ends by SIGKILL, by an error of the disk or by ctrl-C just before its so
manieth call. Then another command runs. After it each transaction of the first is there wholly or not at all, and no
temporary file is left.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import pkgutil
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

import argmap
from argmap.cli.main import main
from tests.conftest import contents

MUTATORS = ("open", "replace", "rename", "unlink", "remove", "mkdir", "rmdir", "fsync", "chmod", "link", "symlink")
NEAT = "position: {0}\ntitle: B\narguments:\n  - support: {0}-a\n    of: we-should-act\n    text: A is so.\n"
SLIP = "    weigh: yes\n"
UGLY = "title:   'B'\nposition: {0}\narguments:\n- text: A is so.\n  support: {0}-a\n  of: we-should-act\n"
Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Case:
    """A command, what it works on, and which files it changes together."""

    command: str
    files: Mapping[str, str] = field(default_factory=dict)
    prepare: tuple[str, ...] = ()
    samples: tuple[int, ...] = (0, 5, 8, 11, 17, 24, 31, 38)
    """The calls that the short form tries."""
    most: int = 1_000
    """How many calls the long form tries; of more, so many evenly spread."""
    after: str = "check"
    """The command that comes next."""
    together: Callable[[str], str] = lambda name: "all"


CASES = {
    "rename": Case("rename we-should-act act", {"arguments/d/positions/more.yaml": NEAT.format("more")}),
    "position": Case("rename benefits gains"),
    "verify": Case(
        "verify",
        {
            "arguments/d/sources.yaml": "- {id: s, type: report, title: A report}\n",
            "arguments/d/snapshots/s.txt": "Boats are slow.",
            "arguments/d/positions/more.yaml": NEAT.format("more") + "    evidence: [{source: s, quote: Boats are}]\n",
        },
    ),
    "fmt": Case(
        "fmt", {f"arguments/d/positions/{name}.yaml": UGLY.format(name) for name in ("more", "other")},
        together=lambda name: name,
    ),
    "fix": Case(
        "check --fix", {f"arguments/d/positions/{name}.yaml": NEAT.format(name) + SLIP for name in ("more", "other")}
    ),
    "accept": Case("accept --all"),
    "import": Case("sources import refs.bib", {"refs.bib": "@book{a, title={A}, author={B, C}, year=2001}\n"}),
    "new": Case("new e"),
    "speeches": Case("import docx n.docx --name e", prepare=("brief", "negative", "-o", "n.docx")),
    "baseline": Case("check --update-baseline --baseline base"),
    "out": Case("check -o found.json"),
    "merge": Case(
        "merge base.yaml ours.yaml theirs.yaml",
        {"base.yaml": "title: A\n", "ours.yaml": "title: B\n", "theirs.yaml": "title: A\nside: x\n"},
    ),
    "build": Case(
        "build -j 1 -q", {"arguments/d/debate.yaml": "debate: d\ntitle: Another?\n"}, ("build", "-q"),
        (12, 110, 140), 40, "build --check",
        lambda name: PurePosixPath(name).parts[1] if name.count("/") > 1 else "top",
    ),
}  # fmt: skip


def run(folder: Path, command: str, fault: Callable[[], None] | None = None, number: int = -1) -> bool:
    """Run a command in a process of its own, in which a fault strikes at its so manieth call; whether it did."""
    process = os.fork()
    if process:
        return os.waitpid(process, 0)[1] != 0 and number >= 0 and (folder.parent / "struck").exists()
    try:
        with Path(os.devnull).open("w") as nowhere:
            sys.stdout = sys.stderr = nowhere
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
            os.chdir(folder)
            os.environ["ARGMAP_CACHE"] = str(folder.parent / "cache")
            if fault:
                _break(number, fault, folder.parent / "struck")
            main(command.split())
    except SystemExit:
        os._exit(1)
    finally:
        os._exit(2)


def _break(number: int, fault: Callable[[], None], struck: Path) -> None:
    left, real_open = [number], os.open

    def breaking(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*words: Any, **named: Any) -> Any:
            if name == "open" and not words[1] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                return call(*words, **named)
            left[0] -= 1
            if left[0] == -1:
                os.close(real_open(struck, os.O_CREAT | os.O_WRONLY))
                fault()
            return call(*words, **named)

        return wrapped

    for name in MUTATORS:
        setattr(os, name, breaking(name, getattr(os, name)))


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _fail() -> None:
    raise OSError(28, "No space left on device")


def _interrupt() -> None:
    raise KeyboardInterrupt


FAULTS = (_kill, _fail, _interrupt)


def prepared(folder: Path, case: Case) -> tuple[Files, Files]:
    """Make a repository, and give what is in it before and after the command."""
    for module in pkgutil.walk_packages(argmap.__path__, "argmap."):  # here, so that each child process has them
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    folder.mkdir(parents=True)
    run(folder, "new d")
    if case.prepare:
        run(folder, " ".join(case.prepare))
    for name, text in case.files.items():
        path = folder / name
        if name.endswith("debate.yaml"):
            text = path.read_text(encoding="utf-8").replace("title: D?", "title: Another?")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    before = contents(folder)
    run(folder, case.command)
    after = contents(folder)
    assert before != after, case.command
    return before, after


def restore(folder: Path, before: Files) -> None:
    for name in contents(folder).keys() - before.keys():
        (folder / name).unlink()
    for name, content in before.items():
        (folder / name).write_bytes(content)
    shutil.rmtree(folder.parent / "cache/transactions", ignore_errors=True)
    shutil.rmtree(folder.parent / "cache/builds", ignore_errors=True)
    with contextlib.suppress(FileNotFoundError):
        (folder.parent / "struck").unlink()
    for path in sorted(folder.rglob("*"), reverse=True):
        with contextlib.suppress(OSError):
            path.rmdir()


def trouble(case: Case, before: Files, after: Files, now: Files) -> Iterator[str]:
    """What is neither old nor new."""
    seen: dict[str, set[bool]] = {}
    for name in sorted({*before, *after, *now}):
        old, new, is_now = before.get(name), after.get(name), now.get(name)
        if is_now not in (old, new):
            yield f"{name} is neither old nor new"
        elif old != new:
            seen.setdefault(case.together(name), set()).add(is_now == new)
    yield from (f"{group}: some old, some new" for group, found in seen.items() if len(found) > 1)


def strike(folder: Path, case: Case, both: tuple[Files, Files], fault: Callable[[], None], number: int) -> bool:
    """End the command at one call and look at what the next command makes of it; whether there was such a call."""
    restore(folder, both[0])
    struck = run(folder, case.command, fault, number)
    run(folder, case.after)
    left = [name for name in contents(folder.parent) if ".argmap-" in name and name.endswith(".tmp")]
    left = [name for name in left if not name.startswith(("cache/layouts", "cache/builds"))]  # made again, and swept
    found = [*trouble(case, *both, contents(folder)), *left]
    assert not found, f"{case.command}, {fault.__name__} at call {number}: {found}"
    assert not list((folder.parent / "cache/transactions").glob("*.json")), f"{case.command}: a journal at {number}"
    return struck


def calls(folder: Path, case: Case, both: tuple[Files, Files]) -> int:
    """How many calls that change a file a command makes: found by doubling and halving."""
    low, high = 0, 1
    while strike(folder, case, both, _kill, high):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if strike(folder, case, both, _kill, middle) else (low, middle)
    return low + 1


def spread(number: int, most: int) -> list[int]:
    """All of so many calls, or the first, the last and others evenly between them: a build takes a second or two."""
    return [*range(number)] if number <= most else sorted({round(i * (number - 1) / (most - 1)) for i in range(most)})


def everything(names: Iterable[str] = CASES) -> None:
    """The long form, of all cases or of those named."""
    total = 0
    for name, case in ((name, CASES[name]) for name in names):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "repository"
            both = prepared(folder, case)
            number = calls(folder, case, both)
            tried = spread(number, case.most)
            for fault in FAULTS:
                for each in tried:
                    strike(folder, case, both, fault, each)
            total += len(tried) * len(FAULTS)
            print(f"{name}: {len(tried)} of {number} calls, each ended in {len(FAULTS)} ways", flush=True)
    print(f"{total} ends, and after each all was old or new.")


if __name__ == "__main__":
    everything(sys.argv[1:] or CASES)
