"""The oracle: pandoc's citeproc, from PyPI's `pypandoc_binary`, on items in CSL-JSON and the text of a style.

One document cites each item alone, and the list of references follows; pandoc's own interpreter of Lua makes many such
documents in one run. What comes back is pandoc's document, so that text and styles are seen as pandoc means them. Its
time grows faster than the square of the items (150 take half a second, 1,100 twenty), and some of that on every
start: what it wrote is kept beside pytest's cache.
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
    """What pandoc writes, in the locale of the style. Raises `RuntimeError` with pandoc's own words if it stops."""
    return cite_all([(items, style_text)], keep=keep)[0]


def cite_at(items: list[Item], style_text: str, places: Sequence[tuple[str, str]]) -> dict[tuple[str, str], Text]:
    """What pandoc writes for places in the items: by id and the words for the place."""
    document = {**_document([]), "blocks": [_cited(id, words) for id, words in places]}
    with TemporaryDirectory() as folder:
        (written,) = _run(Path(folder), [(json.dumps(items), style_text, json.dumps(document))])
        blocks = json.loads(written.read_text(encoding="utf-8"))["blocks"]
    return {place: _runs(block["c"][1]) for place, block in zip(places, blocks, strict=False)}


def cite_all(jobs: Sequence[tuple[list[Item], str]], *, keep: bool = True) -> list[Rendered]:
    """The same for many libraries, each with its style; from an earlier run where that was kept."""
    texts = [
        (json.dumps([_both_names(item) for item in items]), style_text, json.dumps(_document(items)))
        for items, style_text in jobs
    ]
    keys = [_JOINT.join((version("pypandoc_binary"), *each)) for each in texts]
    files = [_KEPT / f"{sha256(key.encode()).hexdigest()}.json" for key in keys]
    todo = {file: each for file, each in zip(files, texts, strict=True) if not file.exists()}
    _KEPT.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=_KEPT) as folder:
        made = dict(zip(todo, _run(Path(folder), list(todo.values())), strict=True)) if todo else {}
        if keep:
            made = {file: new.replace(file) for file, new in made.items()}
        written = [json.loads(made.get(file, file).read_text(encoding="utf-8")) for file in files]
    return [_rendered(items, document) for (items, _), document in zip(jobs, written, strict=True)]


def _both_names(item: Item) -> Item:
    """With the event's name under the older variable as well, which older styles ask for; pandoc keeps them apart."""
    return {"event": item["event-title"], **item} if "event-title" in item else item


_KEPT = ROOT / ".pytest_cache" / "pandoc"
_JOINT = "\0"
_SCRIPT = """
for number = 1, tonumber(arg[1]) do
  local file = assert(io.open(number .. ".document.json", "rb"))
  local document = pandoc.read(file:read("a"), "json")
  file:close()
  document.meta.csl, document.meta.bibliography = number .. ".csl", number .. ".library.json"
  file = assert(io.open(number .. ".written.json", "wb"))
  file:write(pandoc.write(pandoc.utils.citeproc(document), "json"))
  file:close()
end
"""


def _run(folder: Path, jobs: Sequence[tuple[str, str, str]]) -> list[Path]:
    """The files in this folder that pandoc wrote, of items, style and document each."""
    import pypandoc  # type: ignore[import-untyped]

    (folder / "cite.lua").write_text(_SCRIPT, encoding="utf-8")
    for number, texts in enumerate(jobs, 1):
        for ending, text in zip(("library.json", "csl", "document.json"), texts, strict=True):
            (folder / f"{number}.{ending}").write_text(text, encoding="utf-8")
    command = [pypandoc.get_pandoc_path(), "lua", "cite.lua", str(len(jobs))]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=600)
    if run.returncode:
        raise RuntimeError(run.stderr)
    return [folder / f"{number}.written.json" for number in range(1, len(jobs) + 1)]


def _rendered(items: list[Item], document: dict[str, Any]) -> Rendered:
    *citations, references = document["blocks"]
    in_text = {item["id"]: _runs(block["c"][1]) for item, block in zip(items, citations, strict=True)}
    entries = [(block["c"][0][0].removeprefix("ref-"), _runs(block["c"][1])) for block in references["c"][1]]
    return Rendered(in_text, entries)


def _document(items: list[Item]) -> dict[str, Any]:
    refs = {"t": "Div", "c": [["refs", [], []], []]}
    return {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": [*(_cited(item["id"]) for item in items), refs]}


def _cited(id: str, place: str = "") -> dict[str, Any]:
    citation = {"citationId": id, "citationMode": {"t": "NormalCitation"}, "citationNoteNum": 0, "citationHash": 0}
    words = [node for word in place.split() for node in ({"t": "Space"}, {"t": "Str", "c": word})]
    citation |= {"citationPrefix": [], "citationSuffix": [{"t": "Str", "c": ","}, *words] if words else []}
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
