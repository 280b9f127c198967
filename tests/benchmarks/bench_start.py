"""How long `argmap check` takes beside what it cannot do without: the import of pydantic, click and PyYAML.

    python -m tests.benchmarks.bench_start [DEBATE]

Prints CPU seconds of whole processes, the least of nine runs each, taken in turn so that all meet the same machine, and
the ratio, which is to be 2.0 at most. `import pydantic` alone loads next to nothing, so a second ratio is to the import
with one empty model. Bytecode goes into a folder of its own, as an installed package has it.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from tempfile import TemporaryDirectory

from tests.conftest import ROOT

_RUNS = 9
_IMPORTS = {
    "import": "import pydantic, click, yaml",
    "with a model": "import click, yaml; from pydantic import BaseModel; type('Model', (BaseModel,), {})",
}


def cpu_seconds(arguments: tuple[str, ...], bytecode: str) -> float:
    """CPU seconds of one run of Python."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = bytecode
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, check=False)
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    return end.ru_utime - start.ru_utime + end.ru_stime - start.ru_stime


def main() -> None:
    """Measure and print."""
    check = ("-m", "argmap", "check", sys.argv[1] if len(sys.argv) > 1 else "nato-ukraine")
    commands = [*(("-c", code) for code in _IMPORTS.values()), check]
    with TemporaryDirectory() as bytecode:
        for arguments in commands:
            cpu_seconds(arguments, bytecode)  # compiles
        runs = [[cpu_seconds(arguments, bytecode) for arguments in commands] for _ in range(_RUNS)]
    *imported, checked = (min(each) for each in zip(*runs, strict=True))
    print(f"argmap {' '.join(check[2:])}: {checked:.3f} s")
    for name, seconds in zip(_IMPORTS, imported, strict=True):
        print(f"{name}: {seconds:.3f} s, ratio {checked / seconds:.2f}")


if __name__ == "__main__":
    main()
