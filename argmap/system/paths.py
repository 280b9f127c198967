"""Where a path leads and what it holds, whatever a repository has put in its way."""

from __future__ import annotations

import errno
import os
from pathlib import Path, PurePath
from typing import BinaryIO

IS_LINK = "is a link, and argmap follows none: put a file or folder there."
"""Said of a path in the way of what is written."""

MOST_GIVEN = 250_000_000
"""The bytes that are read of a file that a user has named; /dev/zero has no end."""


def real(path: Path) -> Path:
    """The path without links, as far as it can be followed.

    `Path.resolve` raises RuntimeError for links in a circle, which anyone may commit.
    """
    return Path(os.path.realpath(path))


def link_below(path: Path, root: Path) -> Path | None:
    """The first link that a path leads through below a folder; None where there is none. The system's own names for
    streams are no links of the folder's."""
    around, full = real(root), Path.cwd() / path
    links = (part for part in (*reversed(full.parents), full) if part.is_symlink() and not is_stream(part))
    return next((link for link in links if real(link.parent).is_relative_to(around)), None)


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path, its links followed, is below a folder and not in its `.git`, which may hold credentials."""
    where, root = real(path), real(folder)
    return where.is_relative_to(root) and not is_of_git(where.relative_to(root))


def is_of_git(path: PurePath) -> bool:
    """Whether a path leads through a `.git`, in whatever capitals."""
    return ".git" in str(path).lower().replace("\\", "/").split("/")


def read_given(path: Path) -> bytes:
    """What a file holds that the user has named. Raises OSError at once for a pipe or a device that stands in its
    place, and for more than `MOST_GIVEN`; the system's own names for streams, such as /dev/stdin and those that a shell
    makes of `<(…)`, are read."""
    if path.exists() and not path.is_file() and not path.is_dir() and not is_stream(path):
        raise OSError(errno.EINVAL, "is not an ordinary file", str(path))
    with path.open("rb") as file:
        return read_up_to_limit(file, str(path))


def read_up_to_limit(stream: BinaryIO, name: str) -> bytes:
    """What a stream holds, which may have no end. Raises OSError for more than `MOST_GIVEN`."""
    content = stream.read(MOST_GIVEN + 1)
    if len(content) > MOST_GIVEN:
        raise OSError(errno.EFBIG, f"has more than {MOST_GIVEN // 1_000_000} MB, too much to read", name)
    return content


def is_stream(path: Path) -> bool:
    """Whether a link is the system's own name for a stream, such as /dev/stdout. In /dev/shm anybody puts files."""
    return path.is_absolute() and path.parts[1:2] in (("dev",), ("proc",)) and path.parts[2:3] != ("shm",)
