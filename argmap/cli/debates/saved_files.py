"""Which debates have a file that was just saved, for commands that keep running."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

from argmap.cli.input_fault import InputFault
from argmap.loader.folder import is_read
from argmap.system.paths import real
from argmap.wording.extras import MissingExtra

QUIET_MS = 30
"""How long nothing must be saved before a change is told: an editor that saves a file may write several."""
_PAUSE_MS = 200
"""How long it is waited at a time."""


def saved(folders: Sequence[Path], above: Path, what: str, stop: Event | None = None) -> Iterator[list[Path]]:
    """The debates of which files were saved, each time that some were; `above` is the folder that may hold them.

    The first answer comes at once: of what is saved from then on nothing is missed. Ends when `stop` is set, or by a
    KeyboardInterrupt. Raises MissingExtra, for `what`, where nothing can watch files, and InputFault for a file whose
    name is not UTF-8.
    """
    try:
        from watchfiles import watch
    except ImportError:
        raise MissingExtra(what, "serve") from None
    gc.enable()  # the program leaves it off, since its other commands end soon
    places = {real(folder): folder for folder in folders}
    # a folder that git takes away and brings back is seen from above only
    roots = {real(above) if folder.parent == real(above) else folder for folder in places}

    def debate_of(path: str) -> Path | None:
        return next((place for place in places if _is_of(place, Path(path))), None)

    changes = watch(
        *roots, watch_filter=lambda _, path: debate_of(path) is not None, step=QUIET_MS, debounce=500,
        rust_timeout=_PAUSE_MS, yield_on_timeout=True, stop_event=stop,
    )  # fmt: skip
    try:
        next(changes)
        yield []
        for found in filter(None, changes):
            touched = {debate_of(path) for _, path in found}
            yield [folder for place, folder in places.items() if place in touched]
    except RuntimeError as error:  # of watchfiles, for a name that is not UTF-8
        raise InputFault(f"{what} cannot watch your files: {error}. Give it another name, or move it away.") from None


def _is_of(place: Path, path: Path) -> bool:
    """Whether a file is one that argmap reads of the debate at a place; or the place itself, which was moved."""
    return path == place or (path.is_relative_to(place) and is_read(path.relative_to(place).as_posix()))
