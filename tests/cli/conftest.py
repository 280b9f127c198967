from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.run import Program


@pytest.fixture
def argmap(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program in an empty folder."""
    folder = tmp_path / "repository"
    folder.mkdir()
    return Program(folder, capsys, monkeypatch)


@pytest.fixture
def small(argmap: Program) -> Program:
    """The program in a repository with one new debate."""
    assert argmap("new", "school-start", "--title", "Should school start later?").code == 0
    return argmap
