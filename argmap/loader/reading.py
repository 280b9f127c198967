"""The whole way: texts in, a debate with its places and its faults out."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from argmap.diagnostics import Address, Diagnostic, Note, Severity, SourceMap, Span, in_reading_order
from argmap.loader.compose import compose, parser_is_slow
from argmap.loader.decode import decode
from argmap.loader.faults import Faults
from argmap.loader.flatten import Record, flatten
from argmap.loader.folder import BIBLIOGRAPHY, HEAD, HEADER, POSITIONS, Kind, is_read, is_yaml, kinds_of
from argmap.loader.locking import lock_of
from argmap.loader.nodes import AnyNode, MappingNode, ScalarNode, SequenceNode, descend, is_damaged
from argmap.loader.references import Known, References, check_value
from argmap.loader.sources import bibliography
from argmap.loader.strays import instead_of_header, strays
from argmap.loader.validate import validate
from argmap.loader.vocabulary import NESTS
from argmap.loader.words import nearest, one_of, quoted
from argmap.lock import FILE as LOCK_FILE
from argmap.lock import Lock
from argmap.model import Claim, Debate, DebateHeader, Position, PositionHeader, Rebuttal, Source, Statement, Support

_MODELS: dict[str, type[Claim] | type[Support] | type[Rebuttal]] = {
    "claim": Claim,
    "support": Support,
    "rebuttal": Rebuttal,
}


@dataclass(frozen=True)
class Loaded:
    """What was read: the debate as far as it is right, where everything stands, and what is wrong."""

    debate: Debate | None
    source_map: SourceMap
    diagnostics: tuple[Diagnostic, ...]
    lock: Lock = field(default_factory=Lock)

    @property
    def ok(self) -> bool:
        """Whether there is a debate without an error."""
        return self.debate is not None and all(d.severity is not Severity.ERROR for d in self.diagnostics)


def read(files: Mapping[str, str | bytes], others: Mapping[str, bytes] = MappingProxyType({})) -> Loaded:
    """A debate from the texts of its files, keyed by their paths inside its folder (`positions/case.yaml`).

    Never raises for anything that stands in the texts: every fault is a diagnostic. Positions come in the order of
    their paths. `others` are what else the folder holds, each with how it begins: a file that may have been meant to
    be read is named. One that is read by its name and is among them could not be: what it would have is not missed.
    """
    with _collector_at_rest():
        return _Reader(files, others).read()


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Reading makes many values and no cycles; looking for cycles among them takes as long as the reading itself."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


class _Names(Mapping[Address, Span]):
    """Where things are named; a span is made when somebody asks for it."""

    def __init__(self, nodes: Mapping[Address, AnyNode]) -> None:
        self._nodes = nodes

    def __getitem__(self, at: Address) -> Span:
        return self._nodes[at].span

    def __iter__(self) -> Iterator[Address]:
        return iter(self._nodes)

    def __len__(self) -> int:
        return len(self._nodes)


@dataclass(frozen=True, slots=True)
class _Section:
    """A position and what stands in it."""

    header: PositionHeader
    ids: list[str]


class _Reader:
    """One reading: what is found on the way from files to debate."""

    def __init__(self, files: Mapping[str, str | bytes], others: Mapping[str, bytes]) -> None:
        self.files, self.faults = {name: content for name, content in files.items() if is_read(name)}, Faults()
        beside = {name: _head(content) for name, content in files.items() if not is_read(name)}
        self.unread = {name for name in others if is_read(name)}
        self.kinds = kinds_of({**beside, **others})
        self.texts: dict[str, str] = {}
        self.nodes: dict[Address, AnyNode] = {}
        self.names: dict[Address, AnyNode] = {}
        self.complete = Kind.POSITION not in self.kinds.values() and self.unread <= {BIBLIOGRAPHY, LOCK_FILE}
        self.sides: Mapping[str, str] | None = None
        self.values: Mapping[str, str] | None = None
        self.records: dict[str, Record] = {}
        self.statements: dict[str, Statement] = {}

    def read(self) -> Loaded:
        """Compose, validate, connect."""
        header = self._header()
        sections = self._sections()
        sources, ids = self._sources()
        known = Known(self.statements, self.records, ids, self.sides, self.values, self.complete)
        kept = References(known, self.faults).check()
        self.nodes.update((("statements", id), record.node) for id, record in self.records.items())
        self._name_strays(ids)
        if parser_is_slow():
            help = "Install PyYAML from one of its wheels, which bring libyaml."
            self.faults.add("slow-parser", Span("debate.yaml"), "read without libyaml", help, severity=Severity.INFO)
        debate = _debate(header, sections, kept, sources) if header else None
        lock = self._lock()
        source_map = SourceMap(self.texts, self.nodes, _Names(self.names))
        return Loaded(debate, source_map, in_reading_order(self.faults.found), lock)

    def _lock(self) -> Lock:
        """What was verified and reviewed; nothing where there is no lock file."""
        if LOCK_FILE not in self.files:
            return Lock()
        lock, text = lock_of(self.files[LOCK_FILE], self.faults)
        if text is not None:
            self.texts[LOCK_FILE] = text
        return lock

    def _compose(self, file: str) -> tuple[AnyNode | None, bool]:
        """The root of a file, and whether it was read to its end."""
        document = decode(file, self.files[file], self.faults)
        if document is None:
            return None, False
        self.texts[file] = document.text
        root, whole = compose(document, self.faults)
        if whole and (root is None or (isinstance(root, ScalarNode) and root.data is None and not root.broken)):
            self.faults.add("empty-file", document.span(0), "there is nothing in this file", "Fill it, or delete it.")
            return None, True
        return root, whole

    def _mapping(self, file: str, help: str) -> MappingNode | None:
        root, whole = self._compose(file)
        if isinstance(root, MappingNode):
            self.complete = self.complete and whole
            return root
        self.complete = False
        if root is not None and not is_damaged(root) and whole:
            self.faults.add("wrong-type", root.span, "the file must be a mapping (`key: value`)", help)
        return None

    def _header(self) -> DebateHeader | None:
        help = "Begin it with `debate: ID`, `title: …` and `resolutions:`."
        if HEADER not in self.files:
            if HEADER not in self.unread:
                help = instead_of_header(self.kinds) or f"Write one. {help}"
                self.faults.add("missing-file", Span(HEADER), f"this folder has no {HEADER}", help)
            self.complete = False
            return None
        node = self._mapping(HEADER, help)
        if node is None:
            return None
        self.nodes[()], self.names[()] = node, node.child("debate") or node
        data = dict(node.data)
        resolutions = node.child("resolutions")
        self.complete = self.complete and isinstance(resolutions, SequenceNode)
        if isinstance(resolutions, SequenceNode) and resolutions.items:
            # Those that are wrong are reported one by one; that none is left is no fault of its own.
            data["resolutions"] = self._resolutions(resolutions) or [Claim.model_construct(id="", text="")]
        header = validate(DebateHeader, node, data, self.faults)
        if header is not None:
            self._recommendation(header, node)
            self.sides = header.sides if _is_as_stated(header, node, "sides") else None
            self.values = header.values if _is_as_stated(header, node, "values") else None
            self._audiences(header, node)
        return header

    def _recommendation(self, header: DebateHeader, node: MappingNode) -> None:
        """What is recommended is one of the resolutions."""
        options = [id for id, record in self.records.items() if record.type == "claim"]
        if header.recommendation is None or not options or header.recommendation.option in self.records:
            return
        span = (descend(node, ("recommendation", "option")) or node).span
        near = nearest(header.recommendation.option, options)
        help = f"Did you mean {near}?" if near else f"The resolutions are {one_of(options[:5], 'and')}."
        self.faults.add("unknown-target", span, "no resolution has this id", help)

    def _audiences(self, header: DebateHeader, node: MappingNode) -> None:
        """Audiences put the values of the debate in order."""
        if self.values is None:
            return
        for audience, values in header.audiences.items():
            first: dict[str, Span] = {}
            for index, value in enumerate(values):
                span = (descend(node, ("audiences", audience, index)) or node).span
                check_value(value, self.values, span, first, self.faults)

    def _resolutions(self, listed: SequenceNode) -> list[Statement]:
        """The resolutions; what answers to them stands in positions."""
        taken: list[Statement] = []
        for record in flatten(listed, self.faults):
            for key in (key for key in record.node.entries if key in NESTS):
                help = "Put the answers into a position, with `of:` and the resolution's id."
                span = record.node.entries[key][0].span
                self.faults.add("wrong-nesting", span, f"`{key}` cannot stand below a resolution", help)
            if record.type not in ("claim", "") and not record.lost:
                help = f"Write `claim:` here, or move the {record.type} into a position."
                message = f"a resolution is a claim, and this is a {record.type}"
                self.faults.add("wrong-nesting", record.node.entries[record.type][0].span, message, help)
                record.lost = True
            statement = self._take(record)
            if statement is not None:
                taken.append(statement)
        return taken

    def _take(self, record: Record) -> Statement | None:
        """Validate a statement, and keep it under its id."""
        self._register(record)
        if not record.type:
            return None
        statement = validate(_MODELS[record.type], record.node, record.data, self.faults)
        if statement is None or record.lost or record.conflict:
            return None
        self.statements[statement.id] = statement
        return statement

    def _register(self, record: Record) -> None:
        """Let the id be known; one that is taken already loses the statement."""
        id = record.id
        if id is None or id not in self.records:
            if id is not None:
                self.records[id] = record
                self.names["statements", id] = record.name
            return
        note = Note(self.records[id].name.span, "first here")
        help = "Ids are unique in a debate: give one of the two another."
        self.faults.add("duplicate-id", record.name.span, f"two statements are called {quoted(id)}", help, (note,))
        record.lost = True

    def _sections(self) -> list[_Section]:
        found = (self._section(file) for file in sorted(self.files) if file.startswith(f"{POSITIONS}/"))
        return [section for section in found if section is not None]

    def _section(self, file: str) -> _Section | None:
        node = self._mapping(file, "Begin it with `position: ID` and `arguments:`.")
        if node is None:
            return None
        data = {key: value for key, value in node.data.items() if key != "arguments"}
        header = validate(PositionHeader, node, data, self.faults)
        ids = self._arguments(node)
        if header is None or not self._is_first(header, node):
            for id in ids:
                del self.statements[id]
            return None
        return _Section(header, ids)

    def _is_first(self, header: PositionHeader, node: MappingNode) -> bool:
        at, name = ("positions", header.id), node.child("position") or node
        if at in self.nodes:
            note = Note(self.names[at].span, "first here")
            help = "Give one of them another id, or put the two files together."
            self.faults.add("duplicate-position", name.span, f"two positions are called {header.id}", help, (note,))
            return False
        self.nodes[at], self.names[at] = node, name
        return True

    def _arguments(self, node: MappingNode) -> list[str]:
        arguments = node.child("arguments")
        if isinstance(arguments, SequenceNode):
            taken = (self._take(record) for record in flatten(arguments, self.faults))
            return [statement.id for statement in taken if statement is not None]
        self.complete = False
        span = next((value.span for _, value in node.entries.values()), node.span)
        if arguments is None and node.cut:
            return []
        if arguments is None:
            help = "Write `arguments:` and below it the statements, or `arguments: []` where there are none as yet."
            self.faults.add("missing-key", span, "a position needs `arguments`", help)
        elif not is_damaged(arguments) and not (node.cut and arguments.data is None):
            help = "Begin each statement with `- claim: ID`, `- support: ID` or `- rebuttal: ID`."
            self.faults.add("wrong-type", node.entries["arguments"][0].span, "`arguments` must be a list", help)
        return []

    def _sources(self) -> tuple[dict[str, Source], set[str] | None]:
        """The bibliography, and every id in it; None where some may not have been read."""
        here = BIBLIOGRAPHY in self.files
        twins = [file for file, kind in self.kinds.items() if kind is Kind.BIBLIOGRAPHY and (is_yaml(file) or not here)]
        complete = not twins and BIBLIOGRAPHY not in self.unread
        if not here:
            return {}, set() if complete else None
        root, whole = self._compose(BIBLIOGRAPHY)
        found = bibliography(root, self.faults) if root is not None else {}
        for id, (_, node) in found.items():
            self.nodes["sources", id], self.names["sources", id] = node, node.child("id") or node
        sources = {id: source for id, (source, _) in found.items() if source is not None}
        return sources, set(found) if whole and complete else None

    def _name_strays(self, sources: set[str] | None) -> None:
        """Files that look as if they were meant to be read."""
        for stray in strays(self.files, self.kinds, sources):
            self.faults.add("file-not-read", Span(stray.file), stray.message, stray.help, severity=stray.severity)


def _debate(
    header: DebateHeader, sections: list[_Section], kept: Mapping[str, Statement], sources: dict[str, Source]
) -> Debate | None:
    """The debate from parts that are validated already; None where no resolution is left."""
    resolutions = tuple(kept[claim.id] for claim in header.resolutions if claim.id in kept)
    if not resolutions:
        return None
    positions = tuple(
        Position.model_construct(**_fields(head), arguments=tuple(kept[id] for id in ids if id in kept))
        for head, ids in ((section.header, section.ids) for section in sections)
    )
    values = {**_fields(header), "resolutions": resolutions}
    return Debate.model_construct(**values, positions=positions, sources=sources)


def _is_as_stated(header: DebateHeader, node: MappingNode, key: str) -> bool:
    """Whether the header has what the file says; a key with a fault is left out of it."""
    return key in header.model_fields_set or node.data.get(key) is None


def _fields(header: PositionHeader | DebateHeader) -> dict[str, Any]:
    return {name: getattr(header, name) for name in type(header).model_fields}


def _head(content: str | bytes) -> bytes:
    return content[:HEAD].encode(errors="replace") if isinstance(content, str) else content[:HEAD]
