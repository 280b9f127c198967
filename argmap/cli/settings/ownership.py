"""Whose a folder is: settings and debates are taken from folders of the user's own, as git does (CVE-2022-24765).

In a folder that somebody else owns, such as one below /tmp, that person decides what argmap reads, writes and checks.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from argmap.cli.input_fault import InputFault
from argmap.system.paths import real
from argmap.system.programs import find_program

_VARIABLE = "ARGMAP_SAFE_DIRECTORY"


def require_own(folder: Path) -> None:
    """Raise InputFault where a folder belongs to another user and nobody has said that it is safe.

    It is safe where $ARGMAP_SAFE_DIRECTORY (folders, divided as in $PATH) or git's own `safe.directory`, in the
    settings of the user or the system, names it or a folder around it, or `*`. On Windows nothing is asked.
    """
    if is_trusted(folder):
        return
    where = real(folder)
    raise InputFault(
        f"{where} belongs to another user, so argmap reads neither settings nor debates from it.\n"
        f"If you trust what is in it, run: git config --global --add safe.directory {where}\n"
        f"or set {_VARIABLE}={where}"
    )


def is_trusted(folder: Path) -> bool:
    """Whether a folder is the user's own, or said to be safe."""
    where = real(folder)
    return _is_own(where) or any(_covers(each, where) for each in _safe())


def _is_own(folder: Path) -> bool:
    if not hasattr(os, "geteuid"):
        return True
    user = os.geteuid()
    mine = {user}
    if user == 0 and os.environ.get("SUDO_UID", "").isdecimal():  # sudo argmap, in a folder of whoever said sudo
        mine.add(int(os.environ["SUDO_UID"]))
    try:
        return folder.stat().st_uid in mine
    except OSError:
        return True  # whatever reads it next says why it cannot


def _covers(pattern: str, folder: Path) -> bool:
    if pattern == "*":
        return True
    around = os.path.expanduser(pattern.removesuffix("/*"))  # noqa: PTH111 - without a home it stays as it is
    return folder.is_relative_to(real(Path(around)))


@cache
def _safe() -> tuple[str, ...]:
    """What is said to be safe; an empty entry takes back what was said before it, as in git."""
    said: list[str] = []
    for each in (*_of_git(), *filter(None, os.environ.get(_VARIABLE, "").split(os.pathsep))):
        said = [*said, each] if each else []
    return tuple(said)


def _of_git() -> Iterator[str]:
    import subprocess  # costs 5 ms, and few folders belong to others

    program = find_program("git")
    for scope in ("--system", "--global") if program else ():
        command = [str(program), "config", scope, "--null", "--get-all", "safe.directory"]
        done = subprocess.run(command, capture_output=True, check=False, cwd=Path(program or "").parent)
        yield from (os.fsdecode(each) for each in done.stdout.split(b"\0")[:-1])
