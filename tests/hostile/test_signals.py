"""However a build ends, its workers end with it, no traceback is printed and no file is half written."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from argmap.cli.building import outputs_of_a_build, pool
from tests.cli.run import Program
from tests.conftest import ROOT
from tests.hostile.shapes import debate, each, support, write

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")


def children(parent: int) -> set[int]:
    """The processes that a process has started, and theirs."""
    found: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                found[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
    below, waiting = set[int](), [parent]
    while waiting:
        one = waiting.pop()
        new = {child for child, its in found.items() if its == one} - below
        below |= new
        waiting += new
    return below


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def until(true) -> None:
    for _ in range(1200):
        if true():
            return
        time.sleep(0.05)
    pytest.fail("it did not come to that")


@pytest.fixture
def building(tmp_path: Path):
    shutil.copytree(ROOT / "arguments/nato-ukraine", tmp_path / "arguments/nato-ukraine")
    process = subprocess.Popen(
        [sys.executable, "-m", "argmap", "build", "-j", "2"],
        cwd=tmp_path, env={**os.environ, "ARGMAP_CACHE": str(tmp_path / "cache")}, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    yield process
    process.kill()
    process.wait()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT", "SIGKILL"])
def test_workers_end_with_the_build(building: subprocess.Popen[str], tmp_path: Path, name: str) -> None:
    until(lambda: len(children(building.pid)) >= 2 or building.poll() is not None)
    workers = children(building.pid)
    assert building.poll() is None
    building.send_signal(getattr(signal, name))
    _, said = building.communicate(timeout=60)
    until(lambda: not any(map(alive, workers)))
    assert "Traceback" not in said
    assert not list(tmp_path.rglob("*.tmp"))
    assert building.returncode == {"SIGKILL": -9, "SIGINT": 130}.get(name, 128 + getattr(signal, name))


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_signal_that_an_import_would_swallow_ends_the_program(tmp_path: Path, name: str) -> None:
    """pydantic's core does so while it builds a validator, and the validator then takes no value."""
    module = f"import os, signal\ntry:\n    os.kill(os.getpid(), signal.{name})\nexcept BaseException:\n    pass\n"
    (tmp_path / "swallowing.py").write_text(module)
    program = (
        f"import sys, time\nsys.path.append({str(tmp_path)!r})\n"
        "from argmap.cli.main import _hear_signals\n_hear_signals()\n"
        "try:\n    import swallowing\n    time.sleep(30)\n    print('went on')\n"
        "except KeyboardInterrupt:\n    sys.exit(130)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.returncode == 128 + getattr(signal, name) and done.stdout == ""


@pytest.mark.parametrize("wait", [0.0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5])
def test_ctrl_c_at_any_moment_prints_no_traceback(tmp_path: Path, wait: float) -> None:
    """From the moment at which our code is running; what Python says before that is Python's."""
    program = (
        "import sys, threading, time, os, signal\n"
        "from argmap.__main__ import main\n"
        "sys.argv[1:] = ['build', '--force']\n"
        "ready = signal.signal\n"
        "def hear(*words):\n"
        "    signal.signal = ready\n"
        "    ready(*words)\n"
        f"    threading.Thread(target=lambda: (time.sleep({wait}), os.kill(os.getpid(), signal.SIGINT))).start()\n"
        "signal.signal = hear\n"
        "main()\n"
    )
    shutil.copytree(ROOT / "arguments/tripwire", tmp_path / "arguments/tripwire")
    environment = {**os.environ, "ARGMAP_CACHE": str(tmp_path / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60
    )
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 130)


def many_positions(folder: Path, number: int) -> None:
    """More statements than one map shows, in so many positions."""
    files = debate(each(70, lambda i: support(f"a{i}")))
    more = {
        f"positions/q{i}.yaml": f"position: q{i}\narguments: [{{support: b{i}, of: plan, text: Boats.}}]\n"
        for i in range(number)
    }
    write({**files, **more}, folder)


def test_a_worker_that_is_ended_from_outside_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    many_positions(tmp_path, 12)
    monkeypatch.setattr(pool, "_run", end_at_once)
    result = Program(tmp_path, capsys, monkeypatch)("build", "-j", "2")
    assert result.code == 2 and "argmap build -j 1" in result.err and "itself failed" not in result.err
    assert not list((tmp_path / "output").rglob("*.svg"))


def end_at_once(job: object) -> None:
    os._exit(9)


@pytest.mark.parametrize(("bound", "most", "drawn"), [("MOST_MAPS", 4, 4), ("MOST_CARDS", 72, 4), ("MOST_CARDS", 9, 1)])
def test_a_build_draws_so_many_maps_and_says_how_many_are_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    bound: str, most: int, drawn: int,
) -> None:  # fmt: skip
    many_positions(tmp_path, 12)
    monkeypatch.setattr(outputs_of_a_build, bound, most)
    result = Program(tmp_path, capsys, monkeypatch)("build", "-j", "1")
    assert f"{14 - drawn} maps of this large debate left out" in result.err
    assert len(list((tmp_path / "output").rglob("*.svg"))) == drawn


def test_a_build_writes_so_many_cases_and_says_how_many_are_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    header = "".join(each(4, lambda i: f"  - {{claim: r{i}, text: We should {i}.}}\n"))
    write(debate([support("a", "r0")], header), tmp_path)
    monkeypatch.setattr(outputs_of_a_build, "MOST_CASES", 3)
    result = Program(tmp_path, capsys, monkeypatch)("build", "-j", "1")
    assert "2 cases of this large debate left out" in result.err
    assert len(list((tmp_path / "output").rglob("case-*.html"))) == 3
