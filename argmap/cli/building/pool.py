"""Doing a build's jobs, in this process or in several, with a bar on a terminal."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from multiprocessing.context import BaseContext
from typing import Any

import click

from argmap.cli.building.outputs_of_a_build import Job, Made, Plan
from argmap.cli.cache.layout_cache import Remembering, cache_folder, find_engine
from argmap.cli.input_fault import InputFault

_worker: tuple[Plan, Remembering] | None = None


def remembering(engine: str | None) -> Remembering:
    """The engine, with its memory."""
    return Remembering(find_engine(engine), cache_folder())


def run_all(plan: Plan, engine: str | None, processes: int, quiet: bool) -> list[Made]:
    """Do every job of a plan, and give what was made in the order of the jobs. Raises what a job raises, and InputFault
    where a process is ended from outside."""
    from concurrent.futures.process import BrokenProcessPool

    jobs = plan.jobs()
    made: dict[Job, Made] = {}
    hidden = quiet or not sys.stderr.isatty()
    label = f"{plan.evaluation.debate.id:<20}"
    with click.progressbar(length=len(jobs), label=label, file=sys.stderr, hidden=hidden) as bar:
        try:
            for job, result in _results(plan, jobs, engine, processes):
                made[job] = result
                bar.update(1)
        except BrokenProcessPool:
            raise InputFault(
                "the system ended a process of this build, as it does when memory runs short.\n"
                "Nothing was written. Build in one process: argmap build -j 1"
            ) from None
    return [made[job] for job in jobs]


def _results(plan: Plan, jobs: Sequence[Job], engine: str | None, processes: int) -> Iterator[tuple[Job, Made]]:
    if processes < 2:
        own = remembering(engine)
        yield from ((job, plan.run(job, own)) for job in jobs)
        return
    plan.prepare()
    with ProcessPoolExecutor(processes, _context(), _start, (plan, engine)) as pool:
        try:
            yield from _completed(pool, jobs)
        except BaseException:
            for process in [*(pool._processes or {}).values()]:  # what they are doing is of no use any more
                process.terminate()
            manager: Any = pool._executor_manager_thread
            pool.shutdown(wait=False, cancel_futures=True)
            if manager is not None:  # Python's own end would wake it while it closes its pipe
                manager.join(5)
            raise


def _context() -> BaseContext:
    """Workers are forked where they can be: they have at once what is known and imported here. The threads of wasmtime
    do not survive a fork, and on macOS those of the system do not."""
    can_fork = sys.platform == "linux" and "wasmtime" not in sys.modules
    return multiprocessing.get_context("fork" if can_fork else "spawn")


def _completed(pool: ProcessPoolExecutor, jobs: Sequence[Job]) -> Iterator[tuple[Job, Made]]:
    """Maps first: what they laid out, the briefs find in the engine's memory."""
    for kinds in (("map",), ("brief", "index")):
        with _quiet_workers():
            running: dict[Future[Made], Job] = {pool.submit(_run, job): job for job in jobs if job.kind in kinds}
        while running:
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield running.pop(future), future.result()


@contextmanager
def _quiet_workers() -> Iterator[None]:
    """Workers that are started here write to no terminal: whatever goes wrong in one is raised in the parent, and one
    that is ended while it starts would print a traceback of Python's own. Signals wait: Python loses one in a fork."""
    _hold_signals(True)
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
        _hold_signals(False)


def _hold_signals(held: bool) -> None:
    """Let those wait that end a build, or hear them again; a worker begins as its parent was."""
    if sys.platform != "win32":
        how = signal.SIG_BLOCK if held else signal.SIG_UNBLOCK
        signal.pthread_sigmask(how, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))


def _start(plan: Plan, engine: str | None) -> None:
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl-C is for the parent, which then ends the pool
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _hold_signals(False)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker = plan, remembering(engine)


def _end_with_parent() -> None:
    """A parent that is killed cannot end its workers."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _run(job: Job) -> Made:
    assert _worker is not None  # the pool calls _start first
    plan, engine = _worker
    return plan.run(job, engine)
