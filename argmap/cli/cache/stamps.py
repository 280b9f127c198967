"""What a build wrote last time, so that the next one does only what has changed: by content, never by time.

A stamp lies in the user's cache, not in `output/`: a fresh clone builds everything for itself.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from argmap.files import write_atomic
from argmap.system.paths import real


def digest(parts: Iterable[str | bytes]) -> str:
    """One fingerprint for a sequence of texts; where one ends and the next begins is part of it."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode(errors="surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big"))
        found.update(data)
    return found.hexdigest()


_SOURCES = (".py", ".jinja", ".css", ".js", ".yaml", ".csl")


def program() -> str:
    """The fingerprint of argmap itself: who changes the program, by an upgrade or by hand, builds anew."""
    package = Path(__file__).parent.parent.parent
    files = (path for path in sorted(package.rglob("*")) if path.suffix in _SOURCES)
    return digest(part for path in files for part in (path.relative_to(package).as_posix(), path.read_bytes()))


def _content(path: Path) -> bytes:
    if not path.is_file():  # a pipe would never end
        raise OSError
    return path.read_bytes()


class Stamp(NamedTuple):
    """What is remembered of one output folder."""

    path: Path | None

    @classmethod
    def of(cls, cache: Path | None, output: Path) -> Stamp:
        """The stamp of an output folder, in the user's cache."""
        return cls(cache / "builds" / f"{digest([str(real(output))])}.json" if cache else None)

    def is_current(self, inputs: str, output: Path) -> bool:
        """Whether the same inputs were built into this folder, and it is as it was left."""
        if self.path is None:
            return False
        try:
            kept = json.loads(self.path.read_text(encoding="utf-8"))
            files = {name: digest([_content(output / name)]) for name in kept["files"]}
        except (OSError, ValueError, KeyError, TypeError):
            return False
        return bool(kept["inputs"] == inputs and kept["files"] == files)

    def write(self, inputs: str, files: Mapping[str, bytes]) -> None:
        """Remember what was built; where the cache cannot be written, nothing is remembered."""
        if self.path is None:
            return
        kept = {"inputs": inputs, "files": {name: digest([content]) for name, content in sorted(files.items())}}
        with contextlib.suppress(OSError):
            write_atomic(self.path, json.dumps(kept))
