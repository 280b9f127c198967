"""Programs of the system that argmap starts: found on the search path, never in the folder that it works in.

A debate is somebody else's text, and so is whatever stands beside it. git had to learn this (CVE-2022-24765 and the
like): a program comes from the user's machine alone.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def find_program(name: str) -> str | None:
    """The path of a program on the search path, None where there is none.

    Parts of the search path that are not absolute, such as `.` or an empty one, are passed over: they mean whatever
    folder argmap is run in.
    """
    for folder in os.get_exec_path():
        if not Path(folder).is_absolute():
            continue
        found = shutil.which(name, path=folder)
        if found and Path(found).is_absolute():  # on Windows the current folder is tried as well
            return found
    return None
