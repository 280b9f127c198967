"""No command says that argmap itself failed: what went wrong is said in a sentence, with a proper exit code."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.cli.input_fault import InputFault
from argmap.cli.settings.config import config_of
from tests.cli.run import Program
from tests.hostile.shapes import debate, evidence, support, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(debate([support("a", more=evidence("boats"))]), tmp_path)
    return tmp_path


@pytest.fixture
def argmap(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    return Program(folder, capsys, monkeypatch)


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


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX closes the streams")
@pytest.mark.parametrize(
    ("streams", "command", "code"),
    [("2>&-", "build -j 1", 0), ("<&- >&- 2>&-", "build -j 1", 0), (">&-", "brief policy -d d -f docx", 0),
     (">/dev/full", "evaluate d", 2), (">/dev/full", "brief policy -d d -f docx", 2),
     ("2>/dev/full", "build -j 1", 0), (">/dev/full 2>/dev/full", "check d", 2)],
)  # fmt: skip
def test_streams_that_are_closed_or_full(folder: Path, streams: str, command: str, code: int) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'exec "$0" -m argmap {command} {streams}', sys.executable],
        cwd=folder, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert "itself failed" not in done.stderr and "Exception ignored" not in done.stderr
    assert done.returncode == code
    assert (folder / "output/d/index.html").is_file() == command.startswith("build")


@pytest.mark.skipif(os.name == "nt", reason="Windows removes no folder that somebody is in")
def test_a_folder_that_is_gone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    argmap = Program(tmp_path / "gone", capsys, monkeypatch)
    (tmp_path / "gone").rmdir()
    for command in (["check"], ["build"], ["new", "x"], ["diff"], ["fmt"]):
        result = argmap(*command)
        assert (result.code, "the folder that you are in is gone" in result.err) == (2, True), command


def test_too_little_memory(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("argmap.cli.debates.workspace.read_config", exhausted)
    result = Program(tmp_path, capsys, monkeypatch)("check")
    assert (result.code, result.err) == (2, "Error: there is not enough memory.\n")


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX sets the limit")
@pytest.mark.parametrize("command", ["brief policy -f html -d d -o b.html", "build -q", "map d -o m.svg"])
def test_files_that_may_have_no_more_than_a_block(folder: Path, command: str) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'ulimit -f 1; exec "$0" -m argmap {command}', sys.executable],
        cwd=folder, capture_output=True, text=True, timeout=120, env={**os.environ, "ARGMAP_CACHE": str(folder / "c")},
    )  # fmt: skip
    assert "itself failed" not in done.stderr and "Traceback" not in done.stderr
    assert done.returncode in (0, 1, 2)
    assert not list(folder.rglob("*.tmp"))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is UTF-8")
def test_names_and_pages_that_are_not_utf_8(folder: Path) -> None:
    other = folder / "arguments" / os.fsdecode(b"e\xff")
    shutil.copytree(folder / "arguments/d", other)
    page = folder / "output" / os.fsdecode(b"n\xfe") / "index.html"
    page.parent.mkdir(parents=True)
    page.write_bytes(b"<title>\xff</title>")
    for command in (["check"], ["check", "-f", "json"], ["build"], ["build", "--check"], ["fmt"], ["evaluate"]):
        assert run(folder, *command)[0] in (0, 1), command
    assert 'href="n%FE/index.html"' in (folder / "output/index.html").read_text()


@pytest.mark.parametrize("name", ["argmap.toml", "pyproject.toml"])
@pytest.mark.parametrize("value", ["[" * 5000, "9" * 5000, "{a=" * 5000, "-" * 5000], ids=lambda value: value[:3])
def test_settings_of_absurd_values(folder: Path, name: str, value: str) -> None:
    (folder / name).write_text(f"[tool.argmap]\nstale = {value}\n" if name == "pyproject.toml" else f"stale = {value}")
    code, said = run(folder, "check")
    assert code == 2
    assert f"{name}:" in said and "is not valid TOML" in said


@pytest.mark.parametrize("setting", ["arguments", "output", "baseline", "style"])
@pytest.mark.parametrize("value", ["\\u0000", "a\\nb", "x" * 5000, "x/" * 2000], ids=["nul", "line", "long", "deep"])
def test_settings_that_are_no_name_of_a_file(folder: Path, setting: str, value: str) -> None:
    (folder / "argmap.toml").write_text(f'{setting} = "{value}"\n')
    codes = [run(folder, *command)[0] for command in (["check"], ["build", "-q"], ["check", "--update-baseline"])]
    assert 2 in codes


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "file:///etc/passwd", "//host/x", "/x", "\\\\\\\\host",
     "https://a.example/\\u202e", "https://a.example/ x", "https://a.example/'x", "https://a.example/<b>", ""],
)  # fmt: skip
def test_links_lead_to_the_web_only(address: str) -> None:
    with pytest.raises(InputFault, match="begins with https://"):
        config_of({"argmap.toml": f'link-base = "{address}"\n'.encode()}, Path())


def test_an_address_that_every_link_repeats_has_a_limit() -> None:
    with pytest.raises(InputFault, match="at most 500 characters"):
        config_of({"argmap.toml": f'link-base = "https://a.example/{"x" * 500}"\n'.encode()}, Path())


STREAMING = ("check -o", "check -f sarif -o", "map d -o", "map d -f html -o", "map d -f pdf -o", "brief policy -d d -o",
             "brief policy -d d -f docx -o", "flow d -o", "flow d -f xlsx -o", "evaluate d -o", "explain plan -d d -o",
             "critical -d d -o", "todo d -o", "questions -d d -o", "sensitivity -d d -o", "diff base/d arguments/d -o",
             "diff base/d arguments/d -f html -o", "review base/d arguments/d -o", "schema debate -o",
             "sources export d -o", "build d -o", "speech s.txt -d d -o", "merge s.txt s.txt s.txt -o")  # fmt: skip


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("command", STREAMING)
def test_a_full_disk_is_said_by_the_name_of_the_file(argmap: Program, command: str) -> None:
    argmap.write("s.txt", "a\n")
    result = argmap(*command.split(), "/dev/full")
    assert result.code == 2 and "/dev/full" in result.err
    assert "No space left on device" in result.err or "is a file" in result.err


@pytest.mark.parametrize("level", ["1", "2"])
def test_without_assertions_and_docstrings(folder: Path, monkeypatch: pytest.MonkeyPatch, level: str) -> None:
    monkeypatch.setenv("PYTHONOPTIMIZE", level)
    for command in (["check"], ["fmt", "--check"], ["build", "-q"], ["rule", "long-text"], ["--help"], ["build", "-h"]):
        code, said = run(folder, *command)
        assert code in (0, 1) or "there is no rule" in said, (command, said)


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix closes the streams")
def test_no_stream_that_is_closed_has_its_number_taken(tmp_path: Path) -> None:
    """A pipe to a worker that had the number of standard error kept a parallel build waiting for ever."""
    code = (
        "import os; from argmap.cli.main import _fill_closed_streams as fill; fill(); "
        "os.write(os.open('said', os.O_WRONLY | os.O_CREAT), str(os.open(os.devnull, os.O_RDONLY)).encode())"
    )
    command = f'"{sys.executable}" -c "{code}" <&- >&- 2>&-'
    subprocess.run(["sh", "-c", command], cwd=tmp_path, check=True, timeout=60)
    assert int((tmp_path / "said").read_text()) > 3
