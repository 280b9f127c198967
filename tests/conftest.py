"""What every test may use."""

from __future__ import annotations

import datetime
import importlib.util
import os
import shutil
import subprocess
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from argmap import evaluate, load
from argmap.cli.options.deadline import deadline
from argmap.evaluation.evaluated import Evaluation

ROOT = Path(__file__).resolve().parent.parent
FLAGSHIP = ROOT / "arguments" / "nato-ukraine"

_DAY = "ARGMAP_TEST_DAY"

TIMES = int(os.environ.get("ARGMAP_TEST_TIMES", "1"))
"""By how much to lengthen the tests of files spoilt at random."""

# No property reads a clock: a busy machine fails no test.
_UNHURRIED = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("unhurried", settings(), deadline=None, suppress_health_check=_UNHURRIED)
settings.load_profile("unhurried")


def pytest_configure() -> None:
    """Settle the day for all processes of a run, whatever midnight does."""
    os.environ.setdefault(_DAY, str(datetime.date.today().toordinal()))


def blocks_of_the_day(blocks: int) -> range:
    """Which blocks of random examples to try: all in CI, otherwise a tenth, and more than one."""
    return range(blocks if os.environ.get("CI") == "true" else max(2, blocks // 10))


def seed_of_the_day(block: int) -> int:
    """Where a block begins: elsewhere each day. Printed, so that a failure says how to repeat it."""
    print(f"To repeat this test on the same examples: {_DAY}={os.environ[_DAY]}")
    return 1000 * (1000 * int(os.environ[_DAY]) + block)


def ends() -> AbstractContextManager[object]:
    """A safety net around what takes seconds at most: ten minutes, so that a busy machine fails no test."""
    return deadline(600)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by its path from there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@cache
def evaluated_flagship() -> Evaluation:
    """The flagship debate, evaluated once for all tests of a process."""
    return evaluate(load(FLAGSHIP))


def needs(program: str) -> None:
    """Skip, saying so, where a real program is missing; in CI a missing one is a failure."""
    if shutil.which(program) is None:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{program} is missing, and CI must have it")
        pytest.skip(f"{program} is not installed")


def needs_package(name: str) -> None:
    """The same for a Python package."""
    if importlib.util.find_spec(name) is None:
        if os.environ.get("CI") == "true":
            pytest.fail(f"the package {name} is missing, and CI must have it")
        pytest.skip(f"the package {name} is not installed")


def needs_arial() -> None:
    """The same for a font as wide as Arial, without which a browser writes wider than maps are measured."""
    needs("fc-match")
    found = subprocess.run(["fc-match", "Arial"], capture_output=True, text=True, check=True, timeout=60).stdout
    if not any(name in found.lower() for name in ("arial", "liberation", "arimo", "helvet")):
        if os.environ.get("CI") == "true":
            pytest.fail("a font as wide as Arial is missing, and CI must have it")
        pytest.skip("no font as wide as Arial is installed")


@pytest.fixture
def flagship() -> Path:
    """The folder of the flagship debate."""
    return FLAGSHIP


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ARGMAP_DOT", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
