"""Where a path leads, whatever a repository has put in its way."""

from __future__ import annotations

import os
from pathlib import Path


def real(path: Path) -> Path:
    """The path without links, as far as it can be followed.

    `Path.resolve` raises RuntimeError for links in a circle, which anyone may commit.
    """
    return Path(os.path.realpath(path))
