"""A drawn map in the form that was asked for: what could not be done as usual is said on standard error."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from argmap.cli.failure import InputFault
from argmap.wording.lists import listed

if TYPE_CHECKING:
    from argmap.maps.drawing import Drawing

_MOST_NAMED = 8


def rendered(drawing: Drawing, form: str, fonts: Sequence[str] = (), scale: float | None = None) -> str | bytes:
    """A map as `svg`, or as `png` or `pdf` with the fonts that argmap brings and those in the files `fonts`.

    Raises an input fault for a file that holds no font.
    """
    from argmap.maps import missing_characters, to_pdf, to_png

    for note in drawing.notes:
        click.echo(f"note: {note}", err=True)
    if form == "svg":
        return drawing.svg
    with _folders(fonts) as folders:
        if missing := missing_characters(drawing.svg, font_paths=folders):
            click.echo(f"note: {_boxes(missing, form)}", err=True)
        if form == "png":
            return to_png(drawing.svg, scale=scale or 1.0, font_paths=folders)
        return to_pdf(drawing.svg, font_paths=folders)


def _boxes(missing: Sequence[str], form: str) -> str:
    named = listed(map(_named, missing), most=_MOST_NAMED)
    return (
        f"no font here has {named}: the {form.upper()} shows a box for each. "
        "Give a font that has them, as TTF or OTF: --font FILE"
    )


def _named(character: str) -> str:
    """`U+4E2D 中`; the number alone where the character would not show by itself."""
    number = f"U+{ord(character):04X}"
    shows = character.isprintable() and not unicodedata.combining(character)
    return f"{number} {character}" if shows else number


@contextmanager
def _folders(fonts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Folders with nothing but the given fonts in them, as typst looks for fonts in folders."""
    with TemporaryDirectory() as made:
        found = []
        for number, font in enumerate(fonts):
            folder = Path(made) / str(number)
            folder.mkdir()
            shutil.copy(font, folder / Path(font).name)
            _require_font(font, folder)
            found.append(str(folder))
        yield tuple(found)


def _require_font(font: str, folder: Path) -> None:
    from argmap.maps import has_font

    if not has_font(str(folder)):
        raise InputFault(f"{font} cannot be read as a font. --font takes TTF, OTF and TTC.")
