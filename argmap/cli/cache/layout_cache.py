"""The layout engine that the user asked for, with a memory for layouts: the same DOT is laid out once."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.maps.layout import Engine, Layout

_MOST_KEPT = 2_000
"""Layouts kept on disk (a few kilobytes each); the oldest go first."""


def find_engine(name: str | None = None) -> Engine:
    """The engine of that name, else of $ARGMAP_DOT, else the one that comes with argmap. Starts nothing."""
    from argmap.maps.engine import engine

    return engine(name or os.environ.get("ARGMAP_DOT") or None)


def cache_folder() -> Path | None:
    """Where things that can be made again are kept: $ARGMAP_CACHE, else the user's cache folder; None where there is
    none, or it cannot be written."""
    base = _named_cache()
    if base is None:
        return None
    try:
        base.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return base if os.access(base, os.W_OK) else None


def _named_cache() -> Path | None:
    """The folder that the environment names. A relative $XDG_CACHE_HOME is passed over, as its standard says, and so is
    a relative home: they would be folders of the repository."""
    if asked := os.environ.get("ARGMAP_CACHE"):
        return Path(asked)
    base = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if not base.is_absolute():
        try:
            base = Path.home() / ".cache"
        except RuntimeError:  # nobody's home is known
            return None
    return base / "argmap" if base.is_absolute() else None


class Remembering:
    """An engine that looks into its memory before it lays anything out: in this process, then on disk."""

    def __init__(self, engine: Engine, folder: Path | None) -> None:
        self._engine = engine
        self._folder = folder / "layouts" if folder else None
        self._known: dict[str, Layout] = {}
        self._version: str | None = None

    @property
    def name(self) -> str:
        """The engine's own name."""
        return self._engine.name

    def version(self) -> str:
        """The engine's own version."""
        return self._engine.version()

    def layout(self, dot: str, timeout: float = 60.0) -> Layout:
        """As the engine, but at once where this DOT was laid out before by the same engine and version."""
        if self._version is None:
            self._version = self.version()
        key = hashlib.sha256("\0".join((self.name, self._version, dot)).encode()).hexdigest()
        found = self._known.get(key) or self._read(key)
        if found is None:
            found = self._engine.layout(dot, timeout)
            self._write(key, found)
        self._known[key] = found
        return found

    def _read(self, key: str) -> Layout | None:
        from argmap.maps.layout import Box, Layout

        if self._folder is None:
            return None
        try:
            kept = json.loads((self._folder / f"{key}.json").read_text(encoding="utf-8"))
            boxes = {name: Box(**box) for name, box in kept["boxes"].items()}
            return Layout(kept["width"], kept["height"], boxes)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _write(self, key: str, layout: Layout) -> None:
        from argmap.files import write_atomic

        if self._folder is not None:
            with contextlib.suppress(OSError):
                write_atomic(self._folder / f"{key}.json", json.dumps(asdict(layout)))


def forget_oldest(folder: Path | None) -> None:
    """Keep the memory on disk small."""
    if folder is None:
        return
    with contextlib.suppress(OSError):
        kept = sorted((folder / "layouts").glob("*.json"), key=lambda path: path.stat().st_mtime)
        for path in kept[: max(len(kept) - _MOST_KEPT, 0)]:
            path.unlink()
