"""How long it takes to compare two versions of a debate: `python -m tests.benchmarks.bench_review`.

Prints CPU seconds of `argmap diff` as a whole process, start-up and the checks of both versions included, for the
flagship debate and for synthetic ones in which one statement in a hundred is reworded, one in a hundred loses its
evidence and each position gains a rebuttal. The promises: the flagship under 1 s, 10,000 statements under 5 s.
"""

from __future__ import annotations

import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.synthetic import synthetic

ROOT = Path(__file__).resolve().parents[2]
SIZES = (1_000, 10_000)
RUNS = 3


def changed(text: str, number: int, pick: random.Random) -> str:
    """A position file after some work on it; comments and order stay."""
    blocks = re.split(r"(?m)^(?=  - )", text)
    for place, block in enumerate(blocks):
        if pick.random() < 0.01:
            blocks[place] = re.sub(r"text: (\w+)", "text: Reworded", block, count=1)
        elif pick.random() < 0.01:
            blocks[place] = re.sub(r"(?m)^    evidence:\n(?:      .*\n)+", "", block, count=1)
    found = re.search(r"(?:support|rebuttal|claim): (\S+)", text)
    assert found is not None
    return "".join(blocks) + f"  - rebuttal: new-{number}\n    of: {found[1]}\n    text: Rebuttal {number} says no.\n"


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def cpu(before: Path, after: Path) -> float:
    """The least CPU time of some runs, in seconds: user and system, children included."""
    best = float("inf")
    for _ in range(RUNS):
        start = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-m", "argmap", "diff", str(before), str(after)]
        subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        end = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, end.ru_utime - start.ru_utime + end.ru_stime - start.ru_stime)
    return best


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        old, new = Path(temporary, "old"), Path(temporary, "new")
        flagship = ROOT / "arguments" / "nato-ukraine"
        shutil.copytree(flagship, new)
        for number, path in enumerate(sorted((new / "positions").glob("*.yaml"))):
            path.write_text(changed(path.read_text(encoding="utf-8"), number, random.Random(number)), encoding="utf-8")
        print(f"flagship  {cpu(flagship, new):5.2f} s")
        for size in SIZES:
            files = synthetic(size)
            shutil.rmtree(new)
            write(old, files)
            pick = random.Random(1)
            positions = [name for name in files if name.startswith("positions/")]
            write(new, files | {name: changed(files[name], n, pick) for n, name in enumerate(positions)})
            print(f"{size:8,}  {cpu(old, new):5.2f} s")
            shutil.rmtree(old)


if __name__ == "__main__":
    main()
