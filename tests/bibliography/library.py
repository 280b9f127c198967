"""Libraries as programs export them, written by us; the works are invented."""

from __future__ import annotations

from pathlib import Path

from argmap.bibliography.record import Reading
from argmap.writing.imports.fitting import fit
from argmap.writing.imports.formats import FORMATS, decoded, format_of

HERE = Path(__file__).parent
LIBRARIES = sorted([*(HERE / "libraries").iterdir(), *(HERE.parent / "bibliographies").glob("*.yaml")])


def read(path: Path) -> Reading:
    """What an import makes of a file."""
    text, _ = decoded(path.read_bytes())
    form = format_of(text)
    assert form is not None
    reading = FORMATS[form].read(text)
    fit(reading)
    return reading
