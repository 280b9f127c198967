from __future__ import annotations

import os
from pathlib import Path

import pytest

from argmap.cli.main import cli
from tests.scratch import Scratch

COSTS = "arguments/school-start/positions/costs.yaml"
NEW = "  - rebuttal: too-early\n    of: we-should-act\n    text: It would come too early.\n"


@pytest.fixture(autouse=True)
def _plain_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not as inside a hook of the git that somebody commits with."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "GITHUB_", "CI_", "PRE_COMMIT"))]:
        monkeypatch.delenv(name)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    """A repository with one debate and, on the branch `change`, one statement more."""
    scratch = Scratch(tmp_path / "repository")
    monkeypatch.chdir(scratch.root)
    cli.main(["new", "school-start", "--title", "Should school start later?"], standalone_mode=False)
    scratch.commit("start")
    scratch.git("checkout", "-q", "-b", "change")
    scratch.write(COSTS, (scratch.root / COSTS).read_text() + NEW)
    scratch.commit("one statement more")
    return scratch
