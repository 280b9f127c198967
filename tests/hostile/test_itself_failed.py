"""No command says that argmap itself failed: what went wrong is said in a sentence, with a proper exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.shapes import debate, evidence, support, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(debate([support("a", more=evidence("boats"))]), tmp_path)
    return tmp_path


def run(folder: Path, *command: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "argmap", *command], cwd=folder, capture_output=True, text=True, timeout=120
    )
    assert "itself failed" not in done.stderr and "Traceback" not in done.stderr
    return done.returncode, done.stderr


@pytest.mark.parametrize("command", ["diff", "review"])
@pytest.mark.parametrize("sides", [("base", "arguments"), ("arguments", "base")])
def test_a_source_without_a_type_on_one_side(folder: Path, command: str, sides: tuple[str, str]) -> None:
    path = folder / "base/d/sources.yaml"
    path.write_text(path.read_text().replace("  type: report\n", ""))
    assert run(folder, command, *sides)[0] in (0, 1)


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX closes the input")
@pytest.mark.parametrize("command", ["fmt -", "sources import - -d d"])
def test_a_closed_standard_input(folder: Path, command: str) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'exec "$0" -m argmap {command} <&-', sys.executable],
        cwd=folder, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 2 and "itself failed" not in done.stderr
    assert "standard input" in done.stderr
