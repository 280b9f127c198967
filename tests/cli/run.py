"""Running the program as a user would, in this process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from argmap.cli.main import main


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


class Program:
    """`argmap` in a folder of its own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self._capsys = folder, capsys
        monkeypatch.chdir(folder)
        monkeypatch.setenv("ARGMAP_CACHE", str(folder.parent / "cache"))

    def __call__(self, *arguments: str) -> Result:
        self._capsys.readouterr()
        with pytest.raises(SystemExit) as exit:
            main(list(arguments))
        captured = self._capsys.readouterr()
        assert "Traceback" not in captured.err
        code = exit.value.code
        return Result(code if isinstance(code, int) else 0, captured.out, captured.err)

    def lock(self, folder: str) -> str:
        """The lock of a debate; nothing where there is none."""
        path = self.folder / folder / "argmap.lock"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def write(self, path: str, text: str) -> Path:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        return target
