"""The oracle: pandoc's citeproc, from PyPI's `pypandoc_binary`, on items in CSL-JSON and the text of a style.

Pandoc is started once for many items: one document cites each item alone, and the list of references follows. What
comes back is pandoc's own document, so that text and styles are seen as pandoc means them. Pandoc's time grows faster
than the square of the items (150 take half a second, 1,100 twenty): what it wrote is kept beside pytest's cache.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from tests.citations.runs import Run, Text
from tests.conftest import ROOT

Item = dict[str, Any]


class Rendered(NamedTuple):
    """What a processor makes of a library: each item cited alone, and the references in their order."""

    in_text: Mapping[str, Text]
    entries: Sequence[tuple[str, Text]]


Processor = Callable[[list[Item], str], Rendered]


def cite(items: list[Item], style_text: str, *, keep: bool = True) -> Rendered:
    """What pandoc writes, in the locale of the style, from an earlier run if it was kept.

    Raises `RuntimeError` with pandoc's own words if it stops.
    """
    written = _written(json.dumps(items), style_text, json.dumps(_document(items)), keep)
    *citations, references = written["blocks"]
    in_text = {item["id"]: _runs(block["c"][1]) for item, block in zip(items, citations, strict=True)}
    entries = [(block["c"][0][0].removeprefix("ref-"), _runs(block["c"][1])) for block in references["c"][1]]
    return Rendered(in_text, entries)


def _written(items: str, style_text: str, document: str, keep: bool) -> dict[str, Any]:
    """Pandoc's document, from an earlier run with the same pandoc, items, style and document where there was one."""
    key = sha256("\0".join((version("pypandoc_binary"), items, style_text, document)).encode()).hexdigest()
    file = ROOT / ".pytest_cache" / "pandoc" / f"{key}.json"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=file.parent) as folder:
            made = _run(items, style_text, document, Path(folder))
            if not keep:
                return _read(made)
            made.replace(file)
    return _read(file)


def _read(file: Path) -> dict[str, Any]:
    written: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return written


def _run(items: str, style_text: str, document: str, folder: Path) -> Path:
    """The file in this folder that pandoc wrote."""
    import pypandoc  # type: ignore[import-untyped]

    texts = {"library.json": items, "style.csl": style_text, "document.json": document}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    command = [pypandoc.get_pandoc_path(), "--from=json", "--to=json", "--citeproc", "--output=written.json"]
    command += ["--bibliography=library.json", "--csl=style.csl", "document.json"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=300)
    if run.returncode:
        raise RuntimeError(run.stderr)
    return folder / "written.json"


def _document(items: list[Item]) -> dict[str, Any]:
    refs = {"t": "Div", "c": [["refs", [], []], []]}
    return {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": [*(_cited(item["id"]) for item in items), refs]}


def _cited(id: str) -> dict[str, Any]:
    citation = {"citationId": id, "citationMode": {"t": "NormalCitation"}, "citationNoteNum": 0, "citationHash": 0}
    citation |= {"citationPrefix": [], "citationSuffix": []}
    return {"t": "Div", "c": [["", [], []], [{"t": "Para", "c": [{"t": "Cite", "c": [[citation], []]}]}]]}


_STYLES = {"Emph": "i", "Strong": "b", "SmallCaps": "sc", "Superscript": "sup", "Subscript": "sub", "Underline": "u"}
_BLANKS = ("Space", "SoftBreak", "LineBreak")
_CONTENT = {"Span": 1, "Link": 1, "Cite": 1, "Div": 1, "Quoted": 1}


_PLAIN = Run("")


def _runs(nodes: list[dict[str, Any]], around: Run = _PLAIN) -> list[Run]:
    return [run for node in nodes for run in _run_of(node, around)]


def _run_of(node: dict[str, Any], around: Run) -> Iterator[Run]:
    kind, content = node["t"], node.get("c", [])
    if kind in _BLANKS:
        yield around._replace(text=" ")
    elif kind == "Str":
        yield around._replace(text=content)
    elif kind in _STYLES:
        style = frozenset({_STYLES[kind]})
        # emphasis within emphasis is upright, as print has it; all else adds up
        styles = around.styles ^ style if kind == "Emph" else around.styles | style
        yield from _runs(content, around._replace(styles=styles))
    elif kind == "Link":
        yield from _runs(content[1], around._replace(link=content[2][0]))
    elif kind in _CONTENT:
        yield from _blocks_apart(content[_CONTENT[kind]], around)
    elif kind in ("Para", "Plain", "Note"):
        yield from _blocks_apart(content, around)
    else:
        raise ValueError(f"pandoc wrote a {kind}, which is not known here")


def _blocks_apart(nodes: list[dict[str, Any]], around: Run) -> Iterator[Run]:
    """The margin and the rest of a numbered entry, and an entry and its note, are apart by a blank."""
    for node in nodes:
        apart = node["t"] in ("Div", "Para") or (node["t"] == "Span" and any("csl-" in c for c in node["c"][0][1]))
        if apart:
            yield around._replace(text=" ")
        yield from _run_of(node, around)
