"""What every test may use."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


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
    return ROOT / "arguments" / "nato-ukraine"


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ARGMAP_DOT", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
