"""A map drawn in the form asked for; notes on standard error say what is missing from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from argmap.cli.input_fault import InputFault
from argmap.system.paths import read_given
from argmap.wording.lists import characters

if TYPE_CHECKING:
    from argmap.maps.forms import Picture


def map_forms() -> dict[str, tuple[str, ...]]:
    """The forms of a map, by the endings of their files."""
    from argmap.maps.forms import FORMS

    return {ending: (form.NAME,) for form in FORMS for ending in form.SUFFIXES}


def rendered(picture: Picture, name: str, fonts: Sequence[str] = ()) -> str | bytes:
    """A map in the form of that name; where text is set here, with the fonts that argmap brings and those in the files
    `fonts`. Raises an input fault for a file that holds no font."""
    from argmap.maps import missing_characters
    from argmap.maps.forms import form_named

    form = form_named(name)
    with _folders(fonts) as folders:
        picture = replace(picture, font_paths=folders)
        for note in picture.drawing.notes if form.IS_DRAWN else ():
            click.echo(f"note: {note}", err=True)
        svg = "".join(each.svg for each in picture.drawings) if form.SETS_TEXT else ""
        if missing := missing_characters(svg, font_paths=folders):
            click.echo(f"note: {_boxes(missing, name)}", err=True)
        return form.write(picture)


def _boxes(missing: Sequence[str], form: str) -> str:
    return (
        f"no font here has {characters(missing)}: the {form.upper()} shows a box for each. "
        "Give a font that has them, as TTF or OTF: --font FILE"
    )


@contextmanager
def _folders(fonts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Folders with nothing but the given fonts in them, as typst looks for fonts in folders."""
    with TemporaryDirectory() as made:
        found = []
        for number, font in enumerate(fonts):
            folder = Path(made) / str(number)
            folder.mkdir()
            (folder / Path(font).name).write_bytes(read_given(Path(font)))
            _require_font(font, folder)
            found.append(str(folder))
        yield tuple(found)


def _require_font(font: str, folder: Path) -> None:
    from argmap.maps import has_font

    if not has_font(str(folder)):
        raise InputFault(f"{font} cannot be read as a font. --font takes TTF, OTF and TTC.")
