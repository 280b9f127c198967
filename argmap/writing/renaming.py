"""`argmap rename`: another id for a statement, position, source, value, audience or side, wherever it is named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from pydantic import TypeAdapter, ValidationError

from argmap.evidence import lock
from argmap.loader import Loaded, read
from argmap.loader.nodes import AnyNode, MappingNode, ScalarNode, SequenceNode
from argmap.model import Debate
from argmap.model.diagnostics import Span
from argmap.model.portable_names import trouble_with_map
from argmap.model.values import Id, SourceId, source_id
from argmap.wording.near_misses import did_you_mean
from argmap.writing.scalars import is_plain, on_one_line
from argmap.writing.splice import Splice, as_bytes, spliced

KINDS = ("statement", "position", "source", "criterion", "value", "audience", "side")
_TYPES = ("claim", "support", "rebuttal")

_EACH = "*"
_ROUTES: dict[tuple[str, str], tuple[tuple[str, ...], ...]] = {
    ("statement", "statements"): (
        *((key,) for key in _TYPES), ("of",), ("undercuts",), ("premises", _EACH),
        ("premises", _EACH, "step"), ("contradicts", _EACH), ("excludes", _EACH), ("risk", "option"),
        ("outweighs", _EACH, "over"),
    ),
    ("statement", "debate"): (("recommendation", "option"),),
    ("source", "statements"): (("evidence", _EACH, "source"),),
    ("source", "sources"): (("id",), ("custom", "via")),
    ("position", "positions"): (("position",),),
    ("side", "statements"): (("side",),),
    ("criterion", "statements"): (("criterion",),),
    ("criterion", "debate"): (("criteria", _EACH, "id"),),
    ("value", "statements"): (("values", "promotes", _EACH), ("values", "demotes", _EACH)),
}  # fmt: skip
"""Where ids of each kind stand in a statement, source, position or the header; `*` is every item of a list."""


@dataclass(frozen=True)
class Renamed:
    """The files as a renaming leaves them, and what still has the old name in words."""

    files: Mapping[str, bytes]
    """The files that change, by their old paths in the debate's folder."""
    moves: Mapping[str, str]
    """Files that get another name."""
    places: int
    """How often the id was named."""
    left: tuple[Span, ...] = ()
    """Where the old id still stands, in a comment or a text: places in the new files."""
    note: str | None = None


class RefusedError(Exception):
    """Why an id cannot be renamed, and what to do."""


def kinds_of(debate: Debate, id: str) -> list[str]:
    """What is called so in a debate."""
    return [kind for kind in KINDS if (source_id(id) if kind == "source" else id) in names(debate, kind)]


def names(debate: Debate, kind: str) -> Collection[str]:
    """Every id of a kind."""
    match kind:
        case "statement":
            return debate.statements
        case "position":
            return [position.id for position in debate.positions]
        case "source":
            return debate.sources
        case "criterion":
            return [criterion.id for criterion in debate.criteria]
        case "value":
            return debate.values
        case "audience":
            return debate.audiences
    return debate.sides


def rename(files: Mapping[str, str | bytes], kind: str, old: str, new: str) -> Renamed:
    """Name one thing otherwise, by edits that leave every other byte as it is.

    Raises RefusedError where the debate has errors, has nothing of that name, has the new name already, or where the
    new name is none.
    """
    loaded = read(files)
    if loaded.debate is None or not loaded.ok:
        raise RefusedError("the debate has errors; mend them first ('argmap check' shows them)")
    if kind == "source":
        old, new = source_id(old), source_id(new)
    _refuse(loaded.debate, kind, old, new)
    splices: defaultdict[str, list[Splice]] = defaultdict(list)
    for node in _places(loaded, kind, old):
        splices[node.document.file].append(Splice(node.start, node.end, _written(node, old, new)))
    texts = {file: spliced(loaded.source_map.texts[file], every) for file, every in splices.items()}
    changed = {file: as_bytes(text, files[file]) for file, text in texts.items()}
    changed |= _lock(files, kind, old, new)
    moves, note = _moves(loaded, kind, old, new)
    _sure(loaded.debate, files, changed, moves, kind, old, new)
    left = _left({**loaded.source_map.texts, **texts}, old) if "-" in old else ()
    return Renamed(changed, moves, sum(map(len, splices.values())), left, note)


def _refuse(debate: Debate, kind: str, old: str, new: str) -> None:
    known = names(debate, kind)
    if old not in known:
        raise RefusedError(f"there is no {kind} {old!r}{did_you_mean(old, known)}")
    if new in known:
        raise RefusedError(f"there is a {kind} {new!r} already" if new != old else f"it is called {old!r} already")
    try:
        TypeAdapter(SourceId if kind == "source" else Id).validate_python(new)
    except ValidationError:
        form = "letters, digits and marks such as - _ : . without spaces, commas, quotes, brackets or @"
        form = form if kind == "source" else "small letters, digits and single hyphens, with at least one letter"
        raise RefusedError(f"{new!r} cannot name a {kind}: use {form}") from None
    if kind == "position" and (trouble := trouble_with_map(new)):
        raise RefusedError(f"{new!r} cannot name a position: {trouble}")


def _written(node: ScalarNode, old: str, new: str) -> str:
    """The new name in the quotes of the old one."""
    raw = node.document.text[node.start : node.end]
    if raw.count(old) == 1 and (is_plain(new) if raw == old else raw[0] not in new):
        return raw.replace(old, new)
    return on_one_line(new, raw)


def _places(loaded: Loaded, kind: str, id: str) -> Iterator[ScalarNode]:
    """Every scalar that names it."""
    for at, node in loaded.source_map.nodes.items():
        if isinstance(node, MappingNode):
            for found in _named(kind, at[0] if at else "debate", node):
                if isinstance(found, ScalarNode) and found.data is not None and _is(kind, found.data, id):
                    yield found


def _is(kind: str, text: str, id: str) -> bool:
    return (source_id(text) if kind == "source" else text.strip()) == id


def _named(kind: str, where: str | int, node: MappingNode) -> Iterator[AnyNode | None]:
    """Every place in a header, a position, a statement or a source that names a thing of one kind."""
    for route in _ROUTES.get((kind, str(where)), ()):
        found: list[AnyNode | None] = [node]
        for step in route:
            if step == _EACH:
                found = [item for each in found for item in _items(each)]
            else:
                found = [each.child(step) for each in found if each is not None]
        yield from found
    if where == "debate":
        yield from _in_header(kind, node)


def _in_header(kind: str, node: MappingNode) -> Iterator[AnyNode]:
    """The keys of `sides`, `values` and `audiences`, and the values that audiences rank."""
    below = node.child(f"{kind}s")
    if isinstance(below, MappingNode):
        yield from (key for key, _ in below.entries.values())
    ranked = node.child("audiences")
    if kind == "value" and isinstance(ranked, MappingNode):
        for _, values in ranked.entries.values():
            yield from _items(values)


def _items(node: AnyNode | None) -> Sequence[AnyNode]:
    return node.items if isinstance(node, SequenceNode) else []


def _lock(files: Mapping[str, str | bytes], kind: str, old: str, new: str) -> dict[str, bytes]:
    """The lock file under the new name, where it speaks of the old one."""
    content = files.get(lock.FILE)
    if content is None or kind not in ("statement", "source"):
        return {}
    text = content.decode("utf-8") if isinstance(content, bytes) else content
    found, faults = lock.parse(text)
    if any(fault.fault != "lock-unknown" for fault in faults):
        raise RefusedError(f"{lock.FILE} has faults; mend it first")
    moved = found.renamed(old, new) if kind == "statement" else found.source_renamed(old, new)
    return {} if moved == found else {lock.FILE: moved.text().encode()}


def _moves(loaded: Loaded, kind: str, old: str, new: str) -> tuple[dict[str, str], str | None]:
    """The position's file under its new name, where its name was the id and the order of positions stays."""
    if kind != "position":
        return {}, None
    file = loaded.source_map.names["positions", old].file
    path = PurePosixPath(file)
    match = re.fullmatch(rf"([0-9]*[-_.]?){re.escape(old)}", path.stem)
    if match is None:
        return {}, None
    target = str(path.with_name(f"{match[1]}{new}{path.suffix}"))
    positions = [name for name in sorted(loaded.source_map.texts) if name.startswith("positions/")]
    moved = [target if name == file else name for name in positions]
    if moved != sorted(moved) or target in positions:
        return {}, f"{file} keeps its name: positions come in the order of their files, and {target} would change it."
    return {file: target}, None


def _sure(
    debate: Debate, files: Mapping[str, str | bytes], changed: Mapping[str, bytes], moves: Mapping[str, str],
    kind: str, old: str, new: str,
) -> None:  # fmt: skip
    """Read the result again: it must be sound, with the one name in place of the other, at the same place."""
    after = read({moves.get(file, file): changed.get(file, content) for file, content in files.items()})
    if after.debate is None or not after.ok:
        raise RefusedError("the debate would have errors afterwards; this is a fault of argmap: report it")
    for each in KINDS:
        wanted = [new if each == kind and id == old else id for id in names(debate, each)]
        if list(names(after.debate, each)) != wanted:
            raise RefusedError(f"the {each}s would not be the same; this is a fault of argmap: report it")


def _left(texts: Mapping[str, str], old: str) -> tuple[Span, ...]:
    """Where a name stands as a word of its own."""
    word = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
    return tuple(
        Span(file, line, found.start() + 1)
        for file, text in sorted(texts.items())
        if file.endswith(".yaml") and word.search(text)
        for line, content in enumerate(re.split(r"\r\n|\n|\r", text), 1)
        for found in word.finditer(content)
    )
