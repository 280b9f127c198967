"""A limit on time holds whatever the program is doing, and leaves nothing behind."""

from __future__ import annotations

import math
import random
import signal
import threading
import time
from pathlib import Path

import pytest

from argmap.cli.options.deadline import check, deadline
from argmap.semantics.solver import OutOfTime
from tests.cli.test_solve import solve

timer = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no such timer on this system")


@timer
def test_a_loop_that_never_looks_at_the_clock_is_interrupted() -> None:
    with pytest.raises(OutOfTime), deadline(0.05):
        for _ in range(10_000_000):  # half a minute, so that a deadline that does not work ends too
            sum(range(100))


@timer
def test_afterwards_no_timer_runs_and_the_signal_is_whose_it_was() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with deadline(50) as left:
        assert 0 < left() <= 50
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0 and signal.getsignal(signal.SIGALRM) is before


def test_without_a_limit_there_is_none() -> None:
    with deadline(math.inf) as left:
        check(left)
        assert left() > 1e9


def test_without_a_timer_the_phases_look_at_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "setitimer", raising=False)
    with deadline(0.01) as left:
        time.sleep(0.05)
        with pytest.raises(OutOfTime):
            check(left)


def test_outside_of_the_main_thread_too() -> None:
    found: list[float] = []

    def run() -> None:
        with deadline(5) as left:
            found.append(left())

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert found[0] <= 5


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A framework that takes seconds to read and longer to solve."""
    choose, file = random.Random(0), tmp_path_factory.mktemp("large") / "large.af"
    attacks = (f"{choose.randint(1, 100_000)} {choose.randint(1, 100_000)}\n" for _ in range(600_000))
    file.write_text("p af 100000\n" + "".join(attacks))
    return file


@timer
@pytest.mark.parametrize("problem", [["SE-GR"], ["EE-CO"], ["CE-PR"], ["DS-PR", "-a", "7"]], ids=lambda p: p[0])
@pytest.mark.parametrize("limit", [0.05, 0.5])
def test_solve_gives_up_in_time_while_reading_and_while_compiling(
    large: Path, problem: list[str], limit: float
) -> None:
    result = solve("-p", *problem, "-f", large, "--timeout", limit)
    assert result.exit_code == 3 and result.stdout == ""
    assert f"No full answer to {problem[0]} within {limit:g} s" in result.stderr


@timer
@pytest.mark.parametrize("problem", ["SE-PR", "SE-ST", "SE-STG"])
def test_solve_gives_up_in_time_on_a_dense_framework_too(tmp_path: Path, problem: str) -> None:
    """The solver used to prepare itself, in which nothing could interrupt it, for longer than it was given."""
    choose, file = random.Random(3), tmp_path / "dense.af"
    attacks = {(choose.randint(1, 1000), choose.randint(1, 1000)) for _ in range(220_000)}
    file.write_text("p af 1000\n" + "".join(f"{a} {b}\n" for a, b in sorted(attacks)))
    result = solve("-p", problem, "-f", file, "--timeout", 2)
    assert (result.exit_code == 3) == (result.stdout == "")


@timer
def test_reading_a_debate_counts_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.conftest import ROOT

    monkeypatch.chdir(ROOT)
    assert solve("-p", "SE-PR", "-d", "nato-ukraine", "--timeout", 0.02).exit_code == 3
