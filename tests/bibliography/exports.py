"""Exports as other programs write them, in `tests/bibliographies/`: invented works at example.org.

`pandoc-*.yaml` are what pandoc 3.9 made of BibTeX that we wrote; the others we wrote after the form of each program.
CSL-JSON is YAML, so that an export of it is a `sources.yaml` as it stands.
"""

from __future__ import annotations

from pathlib import Path

from argmap.loader import Loaded, read
from argmap.model import Source
from tests.loader.debates import DEBATE

EXPORTS = sorted((Path(__file__).parent.parent / "bibliographies").glob("*.yaml"))


def loaded(export: Path) -> Loaded:
    return read({"debate.yaml": DEBATE, "sources.yaml": export.read_bytes()})


def sources_of(export: Path) -> dict[str, Source]:
    debate = loaded(export).debate
    assert debate is not None
    return debate.sources
