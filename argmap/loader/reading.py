"""The whole way: texts in, a debate with its places and its faults out."""

from __future__ import annotations

import gc
import re
from collections import Counter
from collections.abc import Collection, Container, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import count
from types import MappingProxyType
from typing import Any, NamedTuple

from pydantic import BaseModel

from argmap.evidence.lock import FILE as LOCK_FILE
from argmap.evidence.lock import Lock
from argmap.loader.bibliography_file import bibliography
from argmap.loader.compose import compose, parser_is_slow
from argmap.loader.decode import LARGEST_FILE, decode
from argmap.loader.faults import Advice, Faults, beside, write
from argmap.loader.flatten import SOMEWHERE, STATEMENT_KEYS, Record, flatten
from argmap.loader.folder import BIBLIOGRAPHY, HEAD, HEADER, POSITIONS, Kind, is_read, is_yaml, kinds_of
from argmap.loader.library import Library
from argmap.loader.linking import Known, References, check_side, check_value, unknown_option
from argmap.loader.lock_entries import lock_of
from argmap.loader.missing_statements import gaps_of
from argmap.loader.near_words import kebab, quoted, short_id
from argmap.loader.nodes import AnyNode, MappingNode, ScalarNode, SequenceNode, descend, is_damaged, with_nothing
from argmap.loader.syntax import CONFLICT, conflicts_in
from argmap.loader.validate import validate
from argmap.loader.vocabulary import NESTS, keys
from argmap.model import Claim, Debate, DebateHeader, Position, PositionHeader, Rebuttal, Source, Statement, Support
from argmap.model.diagnostics import Address, Diagnostic, Edit, Gaps, Note, Severity, SourceMap, Span, in_reading_order
from argmap.model.portable_names import clashes, trouble_with
from argmap.wording.natural_order import natural

_MODELS: dict[str, type[Claim] | type[Support] | type[Rebuttal]] = {
    "claim": Claim,
    "support": Support,
    "rebuttal": Rebuttal,
}


_UNNAMED = frozenset({"wrong-type", "missing-key", "bad-id"})
"""Faults of a bibliography by which a source may be there under no name."""


@dataclass(frozen=True)
class Loaded:
    """What was read: the debate as far as it is right, where everything stands, and what is wrong."""

    debate: Debate | None
    source_map: SourceMap
    diagnostics: tuple[Diagnostic, ...]
    lock: Lock = field(default_factory=Lock)

    @cached_property
    def gaps(self) -> Gaps:
        """What the errors have left out of the debate."""
        return gaps_of(self.debate, self.source_map, self.diagnostics)

    @property
    def ok(self) -> bool:
        """Whether there is a debate without an error."""
        return self.debate is not None and all(d.severity is not Severity.ERROR for d in self.diagnostics)


Composed = dict[str, tuple[str | bytes, AnyNode]]
"""Files by their paths, each as it was written and as it was composed."""


def read(
    files: Mapping[str, str | bytes], others: Mapping[str, bytes] = MappingProxyType({}), known: Composed | None = None
) -> Loaded:
    """A debate from the texts of its files, keyed by their paths inside its folder (`positions/case.yaml`).

    Never raises for anything that stands in the texts: every fault is a diagnostic. Positions come in the order of
    their paths. `others` are what else the folder holds, each with how it begins: a file that may have been meant to
    be read is named. One that is read by its name and is among them could not be: what it would have is not missed.
    A file that `known` has of an earlier reading, and that is unchanged, is not composed again; it then has the files
    of this reading, for the next.
    """
    with _collector_at_rest():
        loaded = _without_follow_ups(_Reader(files, others, known=known))
        if any(each.message == CONFLICT[0] for each in loaded.diagnostics):
            every = [*loaded.diagnostics, *_in_second_versions(loaded, files, others)]
            loaded = replace(loaded, diagnostics=in_reading_order(every))
        return loaded


def _without_follow_ups(reader: _Reader) -> Loaded:
    """What is read, without the errors that are gone once the first faults of their file are mended.

    So that all faults are seen at once, reading goes on after each; what it then finds may follow from the fault alone.
    """
    loaded, mends = _without_ids_to_come(reader.read()), reader.faults.mends
    errors = Counter(each.span.file for each in loaded.diagnostics if each.severity is Severity.ERROR)
    files = {file for file in mends if errors[file] > len(mends[file])}
    if not files:
        return loaded
    texts = {file: reader.faults.mended(file, reader.texts[file]) for file in files}
    again = _Reader({**reader.files, **texts}, reader.others, reader.version).read()
    there = {(each.span.file, each.rule, each.message) for each in again.diagnostics}
    first = {id(each) for file in files for each, _ in mends[file]}
    kept = (
        each
        for each in loaded.diagnostics
        if each.span.file not in files
        or id(each) in first
        or each.severity is not Severity.ERROR
        or (each.span.file, each.rule, each.message) in there
    )
    return replace(loaded, diagnostics=tuple(kept))


_UNKNOWN = frozenset({"unknown-target", "unknown-source", "unknown-criterion"})
_NAMES = re.compile(r"(?<!\w)(?:claim|support|rebuttal|id):\s+[\"']?([^\s,}\]\"'`]+)", re.I)
"""What is called so, in a file or in an advice."""
_BELOW = re.compile(r"([ ]*+)[^\n]*+(?:\n(?:[ ]*+(?=\n)|\1(?:[ ]|- ))[^\n]*+)*+")
"""A line, and all that is further in, or an item of its list."""


def _without_ids_to_come(loaded: Loaded) -> Loaded:
    """What is read, without the unknown ids that are there once another fault is mended: what it marks, or what is to
    be written instead, has them.
    """
    if _UNKNOWN.isdisjoint(each.rule for each in loaded.diagnostics):
        return loaded
    texts, to_come = loaded.source_map.texts, set[str]()
    for each in loaded.diagnostics:
        if each.severity is Severity.ERROR and each.rule not in _UNKNOWN:
            text = texts.get(each.span.file, "")
            start = text.rfind("\n", 0, each.span.start) + 1
            below = _BELOW.match(text, start)
            to_come.update(
                _NAMES.findall(f"{text[start : max(each.span.end, below.end() if below else 0)]}\n{each.help}")
            )
    kept = (
        each
        for each in loaded.diagnostics
        if each.rule not in _UNKNOWN
        or texts[each.span.file][each.span.start : each.span.end].strip("\"'") not in to_come
    )
    return replace(loaded, diagnostics=tuple(kept))


def _in_second_versions(
    loaded: Loaded, files: Mapping[str, str | bytes], others: Mapping[str, bytes]
) -> Iterator[Diagnostic]:
    """The faults in what a merge conflict has as its second version: of the first they are reported already."""
    second = _Reader(files, others, version=1).read()
    texts = {each.span.file: loaded.source_map.texts.get(each.span.file, "") for each in loaded.diagnostics}
    there = {file: [each.versions[1] for each in conflicts_in(text)] for file, text in texts.items()}
    for each in second.diagnostics:
        if any(start <= each.span.start < end for start, end in there.get(each.span.file, ())):
            yield each


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


class _Section(NamedTuple):
    """A position and what stands in it."""

    header: PositionHeader
    ids: list[str]


class _Reader:
    """One reading: what is found on the way from files to debate."""

    def __init__(
        self, files: Mapping[str, str | bytes], others: Mapping[str, bytes], version: int = 0,
        known: Composed | None = None,
    ) -> None:  # fmt: skip
        self.version, self.others = version, others
        self.known, self.composed = {} if known is None else known, Composed()
        self.files, self.faults = {name: content for name, content in files.items() if is_read(name)}, Faults()
        beside = {name: _head(content) for name, content in files.items() if not is_read(name)}
        self.unread = {name for name in others if is_read(name)}
        self.kinds = kinds_of({**beside, **others})
        self.texts: dict[str, str] = {}
        self.nodes: dict[Address, AnyNode] = {}
        self.names: dict[Address, AnyNode] = {}
        self.library = Library({})
        self.complete = Kind.POSITION not in self.kinds.values() and self.unread <= {BIBLIOGRAPHY, LOCK_FILE}
        self.sides: Mapping[str, str] | None = None
        self.values: Mapping[str, str] | None = None
        self.criteria: Collection[str] | None = None
        self.options: Collection[str] | None = None
        self.records: dict[str, Record] = {}
        self.conflicts: dict[str, bool] = {}
        self.statements: dict[str, Statement] = {}

    def read(self) -> Loaded:
        """Compose, validate, connect."""
        sources, ids = self._sources()
        self.library = Library(sources)
        self.library.expect(id for text in self.files.values() for id in _ids_in(text))
        header = self._header()
        sections = self._sections()
        known = Known(self.statements, self.records, ids, self.values, self.criteria, self.options, self.complete)
        kept = References(known, self.library, self.faults).check()
        self.nodes.update((("statements", id), record.node) for id, record in self.records.items())
        self._name_strays(ids)
        self._name_unportable()
        if parser_is_slow():
            help = "Install PyYAML from one of its wheels, which bring libyaml."
            self.faults.add("slow-parser", Span("debate.yaml"), "read without libyaml", help, severity=Severity.INFO)
        debate = _debate(header, sections, kept, sources) if header else None
        lock = self._lock()
        self._remember()
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

    def _remember(self) -> None:
        """Leave what was composed for the next reading; but no file with a fault, which may have changed its nodes."""
        faulty = {each.span.file for each in self.faults.found}
        self.known.clear()
        self.known.update((file, found) for file, found in self.composed.items() if file not in faulty)

    def _compose(self, file: str) -> tuple[AnyNode | None, bool]:
        """The root of a file, and whether it was read to its end."""
        if file in self.known and self.known[file][0] == self.files[file]:
            _, node = self.composed[file] = self.known[file]
            self.texts[file] = node.document.text
            return node, True
        document = decode(file, self.files[file], self.faults)
        if document is None:
            return None, False
        self.texts[file] = document.text
        root, whole = compose(document, self.faults, self.version)
        if whole and (root is None or (isinstance(root, ScalarNode) and root.data is None and not root.broken)):
            self.faults.add(
                "empty-file",
                document.span(0),
                "there is nothing in this file",
                "Write something into it, or delete the file.",
            )
            return None, True
        if whole and root is not None:
            self.composed[file] = self.files[file], root
        return root, whole

    def _mapping(self, file: str, help: str) -> MappingNode | None:
        root, whole = self._compose(file)
        if isinstance(root, MappingNode):
            self.complete = self.complete and whole
            return root
        self.complete = False
        if root is not None and not is_damaged(root) and whole:
            only = root.items[0] if isinstance(root, SequenceNode) and len(root.items) == 1 else None
            if isinstance(only, MappingNode) and {"debate", "position"} & {*only.entries}:
                help = "Delete the dash at the beginning, and begin each key in column 1."
            self.faults.add("wrong-type", root.span, "the file must be a mapping (`key: value`)", help)
        return None

    def _header(self) -> DebateHeader | None:
        help = "Begin the file with `debate: ID`, `title: …` and `resolutions:`."
        if HEADER not in self.files:
            if HEADER not in self.unread:
                make = "Make the file, with `debate: ID`, `title: …` and `resolutions:`."
                from argmap.loader.strays import instead_of_header

                help = instead_of_header(self.kinds) or make
                self.faults.add("missing-file", Span(HEADER), f"this folder has no {HEADER}", help)
            self.complete = False
            return None
        node = self._mapping(HEADER, help)
        if node is None:
            return None
        self.nodes[()], self.names[()] = node, node.child("debate") or node
        data = dict(node.data)
        resolutions, self.sides = node.child("resolutions"), _sides(node)
        self.complete = self.complete and isinstance(resolutions, SequenceNode) and bool(resolutions.items)
        if isinstance(resolutions, SequenceNode) and resolutions.items:
            # Those that are wrong are reported one by one; that none is left is no fault of its own.
            data["resolutions"] = self._resolutions(resolutions) or [Claim.model_construct(id="", text="")]
        header = validate(DebateHeader, node, data, self.faults, self.library)
        if header is not None:
            self._recommendation(header, node)
            self.values = header.values if _is_as_stated(header, node, "values") else None
            self._audiences(header, node)
            self._criteria(header, node)
        return header

    def _recommendation(self, header: DebateHeader, node: MappingNode) -> None:
        """What is recommended is one of the resolutions."""
        options = [id for id, record in self.records.items() if record.type == "claim"]
        if not options or not self.complete:
            return
        self.options = options
        if header.recommendation is not None and header.recommendation.option not in self.records:
            span = (descend(node, ("recommendation", "option")) or node).span
            unknown_option(header.recommendation.option, options, span, self.faults)

    def _criteria(self, header: DebateHeader, node: MappingNode) -> None:
        """A criterion has an id of its own."""
        if not _is_as_stated(header, node, "criteria"):
            return
        self.criteria = [criterion.id for criterion in header.criteria]
        first: dict[str, Span] = {}
        for index, id in enumerate(self.criteria):
            span = (descend(node, ("criteria", index, "id")) or node).span
            if id in first:
                message, note = f"two criteria are called {id}", (Note(first[id], "first here"),)
                advice = write(_free(id, self.criteria), "Write another id, such as {}, or delete one of the two.")
                self.faults.add("duplicate-criterion", span, message, advice, note)
            first.setdefault(id, span)

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
        own = {id(node) for node in listed.items}
        for record in flatten(listed, self.faults, self.library):
            if record is None:
                self.complete = False
                continue
            record.is_option = True
            for key in (key for key in record.node.entries if key in NESTS):
                help = "Move the answers to a file of positions/, each with `of:` and the resolution's id."
                span = record.node.entries[key][0].span
                self.faults.add("wrong-nesting", span, f"`{key}` cannot stand below a resolution", help)
            if id(record.node) not in own:  # below one of them, which is reported
                record.lost = True
            elif record.type not in ("claim", "") and not record.lost:
                advice = write("claim", f"Write {{}}, or move the {record.type} to a file of positions/.")
                message = f"a resolution is a claim; this is a {record.type}"
                self.faults.add("wrong-nesting", record.node.entries[record.type][0].span, message, advice)
                record.lost, record.data["of"] = True, record.data.get("of") or SOMEWHERE
            statement = self._take(record)
            if statement is not None:
                taken.append(statement)
        return taken

    def _take(self, record: Record | None) -> Statement | None:
        """Validate a statement, and keep it under its id; None is one that cannot be read, whatever its id will be."""
        if record is None:
            self.complete = False
            return None
        self._register(record)
        self.complete = self.complete and record.is_named  # what names it by the right id names nothing yet
        if not record.type:
            return None
        if self.sides is not None and "side" in record.data:
            check_side(record, self.sides, self.faults)
        statement = validate(_MODELS[record.type], record.node, record.data, self.faults, self.library)
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
                self.library.statements[kebab(id) or id] = str(record.data.get("text") or "")
                self.names["statements", id] = record.name
            return
        record.lost = True
        if self._is_in_conflict(record.name.span.file):  # both versions may be there: settling it settles this
            return
        note = Note(self.records[id].name.span, "first here")
        advice = write(_free(id, self.records), "Write another id, such as {}: ids are unique in a debate.")
        if record.type in ("support", "rebuttal") and {"of", "undercuts"}.isdisjoint(record.data):
            own = short_id(str(record.data.get("text") or ""))
            advice = beside(record.node, record.type, self.library.free(own) if own else "NAME", f"of: {id}")
            advice, record.data["of"] = advice._replace(fix=()), id
        self.faults.add("duplicate-id", record.name.span, f"two statements are called {quoted(id)}", advice, (note,))

    def _is_in_conflict(self, file: str) -> bool:
        """Whether git left a conflict in a file."""
        if file not in self.conflicts:
            self.conflicts[file] = any(
                (each.message, each.span.file) == (CONFLICT[0], file) for each in self.faults.found
            )
        return self.conflicts[file]

    def _sections(self) -> list[_Section]:
        found = (self._section(file) for file in sorted(self.files, key=natural) if file.startswith(f"{POSITIONS}/"))
        return [section for section in found if section is not None]

    def _section(self, file: str) -> _Section | None:
        node = self._mapping(file, "Begin the file with `position: ID` and `arguments:`.")
        if node is None:
            return None
        data = {key: value for key, value in node.data.items() if key != "arguments"}
        header = validate(PositionHeader, node, data, self.faults, self.library)
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
            taken = {str(at[1]) for at in self.names if at[:1] == ("positions",)}
            advice = write(_free(header.id, taken), "Write another id, such as {}, or put the two files together.")
            self.faults.add("duplicate-position", name.span, f"two positions are called {header.id}", advice, (note,))
            return False
        self.nodes[at], self.names[at] = node, name
        return True

    def _arguments(self, node: MappingNode) -> list[str]:
        arguments = node.child("arguments")
        if isinstance(arguments, SequenceNode):
            taken = (self._take(record) for record in flatten(arguments, self.faults, self.library))
            return [statement.id for statement in taken if statement is not None]
        self.complete = False
        span = next((value.span for _, value in node.entries.values()), node.span)
        if arguments is None and (node.cut or "arguments" in _meant_keys(PositionHeader, node)):
            return []
        if arguments is None:
            help = "Add `arguments: []`, or `arguments:` and below it the statements."
            self.faults.add("missing-key", span, "a position needs `arguments`", help)
        elif arguments.data is None and not is_damaged(arguments) and not node.cut:
            span = with_nothing(node, "arguments")
            self.faults.lack("wrong-type", span, "`arguments` is empty", write("arguments: []"))
        elif not is_damaged(arguments) and not node.cut:
            from argmap.loader.left_out_spaces import spaced
            from argmap.loader.reshape import to_list

            source = arguments.document.text[arguments.start : arguments.end]
            if (text := spaced(source)) not in (None, source):
                help = "Put a space after each dash and each colon: `- claim: ID`."
                advice = Advice(help, (Edit(arguments.span, text=text),))
                self.faults.add("wrong-type", arguments.span, "`arguments` must be a list", advice)
                return []
            found = to_list("arguments", arguments, STATEMENT_KEYS.__contains__, self.library)
            self.faults.add("wrong-type", found.span, found.message, found.advice)
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
        unnamed = any(each.span.file == BIBLIOGRAPHY and each.rule in _UNNAMED for each in self.faults.found)
        return sources, set(found) if whole and complete and not unnamed else None

    def _name_unportable(self) -> None:
        """Files whose names break the checkout of somebody else."""
        paths = sorted({*self.files, *self.kinds})
        for path in paths:
            if trouble := next(filter(None, map(trouble_with, path.split("/"))), None):
                self.faults.add("unportable-file-name", Span(path), trouble, "Give it another name, with git mv.")
        unread = (each for each in self.faults.found if each.rule == "file-not-read")
        named = {each.span.file for each in unread if each.severity is Severity.ERROR}
        for path, first in clashes(paths):
            if not named.isdisjoint((path, first)):
                continue  # what is said of the one that is not read takes it away
            help = "Give one of the two another name, with git mv."
            message = f"Windows and macOS take this name and {first} for the same"
            self.faults.add("unportable-file-name", Span(path), message, help)

    def _name_strays(self, sources: set[str] | None) -> None:
        """Files that look as if they were meant to be read."""
        if not self.kinds:
            return
        from argmap.loader.strays import strays

        for stray in strays(self.files, self.kinds, sources):
            help = " ".join(stray.help.splitlines())  # the name of a file may have several lines
            self.faults.add("file-not-read", Span(stray.file), stray.message, help, severity=stray.severity)


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


def _meant_keys(model: type[BaseModel], node: MappingNode) -> set[str | None]:
    """The keys that those of a mapping which it cannot have are meant for."""
    odd = [key for key in node.entries if key not in keys(model)]
    if not odd:
        return set()
    from argmap.loader.odd_keys import meant_by_gap, meant_key

    none = Library({})
    return {meant_key(model, key, node.entries) or meant_by_gap(model, key, node, none) for key in odd}


_NAMED = re.compile(
    r":(?:(?<=claim:)(?<![\w-]claim:)|(?<=support:)(?<![\w-]support:)|(?<=rebuttal:)(?<![\w-]rebuttal:))"
    r"[ ]+([a-z0-9-]+)[ \t]*(?=[,}#\r\n]|$)"
)
"""The id of a statement behind its type: the colon first, since a search for one letter skips the others at once."""


def _ids_in(content: str | bytes) -> list[str]:
    """What statements are called in a file, as far as can be seen before it is read."""
    if len(content) > LARGEST_FILE:
        return []
    return _NAMED.findall(content if isinstance(content, str) else content.decode(errors="replace"))


def _free(id: str, taken: Container[str]) -> str:
    """An id like one that is taken."""
    return next(each for number in count(2) if (each := f"{id}-{number}") not in taken)


def _sides(node: MappingNode) -> Mapping[str, str] | None:
    """The two sides and their names; None where the file does not say them rightly, or under another key."""
    stated = node.data.get("sides")
    if stated is None:
        return None if "sides" in _meant_keys(DebateHeader, node) else {"pro": "For", "con": "Against"}
    is_right = isinstance(stated, dict) and len(stated) == 2 and all(isinstance(name, str) for name in stated.values())
    return stated if is_right else None


def _is_as_stated(header: DebateHeader, node: MappingNode, key: str) -> bool:
    """Whether the header has what the file says; a key with a fault is left out of it, and so is one misspelt."""
    if node.data.get(key) is None:
        return key not in _meant_keys(DebateHeader, node)
    return key in header.model_fields_set


def _fields(header: PositionHeader | DebateHeader) -> dict[str, Any]:
    return {name: getattr(header, name) for name in type(header).model_fields}


def _head(content: str | bytes) -> bytes:
    return content[:HEAD].encode(errors="replace") if isinstance(content, str) else content[:HEAD]
