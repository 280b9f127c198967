"""`argmap sources export`: the sources of debates in the formats of other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from argmap.cli.input_fault import InputFault
from argmap.cli.printing.terminal import json_text
from argmap.model import Source
from argmap.model.csl.dates import CslDate
from argmap.model.csl.names import Name

Losses = list[tuple[str, str]]
"""What a format has no place for, each with the id of its source."""


class Writer(NamedTuple):
    """A format: what people call it, how a file of it ends, and how it is written."""

    title: str
    suffix: str
    write: Callable[[Sequence[Source]], tuple[str | bytes, Losses]]


def exported(folders: Sequence[Path], form: str) -> tuple[str | bytes, list[str]]:
    """The sources of debates in a format, and what it has no place for. Stops as `load_or_stop`."""
    from argmap.bibliography.items import left_out

    sources, writer = list(_sources(folders)), WRITERS[form]
    beside = [(key, source.id) for source in sources for key in (*left_out(source), *_beside(source)) if key != "edtf"]
    content, more = writer.write(sources)
    return content, list(_said([*((f"`{key}`", id) for key, id in beside), *more], writer.title))


def _csl_json(sources: Sequence[Source]) -> tuple[str, Losses]:
    from argmap.bibliography.items import item_of

    unsure = [(source.id, key) for source in sources for key in _beside(source) if key == "edtf"]
    text = json_text([item_of(source, notes=True) for source in sources])
    return text, [("how sure a date is (`?`, `%` or `~`)", id) for id, _ in unsure]


def _bibtex(sources: Sequence[Source]) -> tuple[str, Losses]:
    from argmap.bibliography.bibtex.bibtex_output import to_bibtex
    from argmap.bibliography.items import item_of

    items = [item_of(source, notes=True) for source in sources]
    for item, source in zip(items, sources, strict=True):
        for name, value in {**source.more, "issued": source.issued, "accessed": source.accessed}.items():
            if isinstance(value, CslDate) and "edtf" in value.more:
                item[name]["edtf"] = value.more["edtf"]
    text, losses = to_bibtex(items)
    return text, [(loss.what.replace("`custom`", "argmap's notes (`custom`)"), loss.entry) for loss in losses]


WRITERS: dict[str, Writer] = {
    "csl-json": Writer("CSL-JSON", ".json", _csl_json),
    "bibtex": Writer("BibTeX", ".bib", _bibtex),
}
"""The formats, the default first."""


def _sources(folders: Sequence[Path]) -> Iterator[Source]:
    """Every source once. Raises an input fault where two debates have different ones of an id."""
    from argmap.cli.debates.checked_debates import load_or_stop

    found: dict[str, tuple[Source, str]] = {}
    for folder in folders:
        debate = load_or_stop(folder).debate
        assert debate is not None  # load_or_stop has stopped otherwise
        for id, source in debate.sources.items():
            first, name = found.setdefault(id, (source, debate.id))
            if first != source:
                raise InputFault(f"{name} and {debate.id} have different sources {id!r}: export one of them.")
    yield from (source for source, _ in found.values())


def _beside(source: Source) -> Iterator[str]:
    """What other programs noted beside names and dates, key by key."""
    held = [source.author, source.editor, source.translator, source.issued, source.accessed, *source.more.values()]
    for value in held:
        for part in value if isinstance(value, tuple) else (value,):
            yield from part.more if isinstance(part, Name | CslDate) else ()


def _said(losses: Losses, title: str) -> Iterator[str]:
    """What is left behind, alike losses as one."""
    groups: dict[str, list[str]] = {}
    for what, id in losses:
        groups.setdefault(what, []).append(id)
    if groups:
        yield f"Not in the {title}:"
    for what, ids in groups.items():
        more = f" and {len(ids) - 1} more" if len(ids) > 1 else ""
        yield f"  {what} of {ids[0]}{more}"
