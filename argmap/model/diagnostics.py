"""How a fault is named and where it is: addresses into the model, spans in the text, findings and diagnostics.

A rule speaks of the model: `Finding(at, message)`, where `at` is an `Address` such as
`("statements", "direct-clash", "evidence", 0, "quote")`. Only the runner turns an address into file, line and
column, by the `SourceMap` that the loader made. Lines and columns are never part of the model, so that a moved
line is no change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, Protocol

Address = tuple[str | int, ...]
"""A route into the model, as in pydantic's `loc`. It begins with what is meant: `()` the debate itself,
`("statements", id, ...)`, `("positions", id, ...)`, `("sources", id, ...)` or a key of debate.yaml."""


class Severity(StrEnum):
    """How bad a finding is: an error is never right, a warning may be meant, info is for a reader to weigh."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for info."""
        return list(Severity).index(self)


class Span(NamedTuple):
    """A stretch of a file: lines and columns from 1, `end_column` after the last character; `start` and `end`
    are character offsets into the text, from 0."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    start: int = 0
    end: int = 0


class Node(Protocol):
    """A composed YAML node, as far as places are concerned."""

    @property
    def span(self) -> Span:
        """Where the value stands."""

    def child(self, key: str | int) -> Node | None:
        """The value below a key or index, None where there is none."""

    def key_span(self, key: str | int) -> Span | None:
        """Where the key itself stands, None where there is none."""


@dataclass(frozen=True)
class SourceMap:
    """Where each part of the model stands in the files it was read from."""

    texts: Mapping[str, str] = field(default_factory=dict)
    """The text of each file, by its path inside the debate folder."""
    nodes: Mapping[Address, Node] = field(default_factory=dict)
    """The node of each debate (`()`), statement, position and source by the beginning of its address."""
    names: Mapping[Address, Span] = field(default_factory=dict)
    """Where each of these is named: the value that gives its id."""

    def span(self, at: Address) -> Span:
        """The place of an address, or of the nearest thing around it that stands in a file."""
        root = next((at[:length] for length in (2, 0) if at[:length] in self.nodes), None)
        if root is None:
            return Span(file=min((name for name in self.texts if name.endswith(".yaml")), default="debate.yaml"))
        node, found = self.nodes[root], self.names.get(root, self.nodes[root].span)
        for step in at[len(root) :]:
            child = node.child(step)
            if child is None:
                return node.key_span(step) or found
            node, found = child, child.span
        return found


class Related(NamedTuple):
    """A second place that a finding speaks of, and what it has to do with it."""

    at: Address
    message: str


class Edit(NamedTuple):
    """One change of a file: another `value` at a place, another `key`, or other `text` as it is to stand in the file;
    or, with none of them, what stands there goes.

    With `key` and `text` the mapping at the place gets a new entry, after its first; with `item`, the list there a new
    item at its end: both as they are to stand in brackets, which they may do anywhere. With `wrap`, the list there gets
    one item, which begins so and has what stood there as its `premises`. With `when`, it is made only where something
    stands at that address; with `spares`, the comments at what goes stay.
    """

    at: Address | Span
    """An address in the model, or for faults of the files the place of the value or key itself."""
    value: str | None = None
    key: str | None = None
    text: str | None = None
    item: str | None = None
    wrap: str | None = None
    when: Address | None = None
    spares: bool = False


Fix = tuple[Edit, ...]
"""Changes that mend a finding and are safe: they say what was meant beyond doubt, and nothing else is changed."""


class Finding(NamedTuple):
    """What a rule has to say, before anyone knows the line: where in the model, what is wrong, what to do."""

    at: Address
    message: str
    help: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix = ()
    other_fix: Fix = ()
    """The same for another way in which the file may be written: made where the first cannot be."""


class Note(NamedTuple):
    """A second place in the text."""

    span: Span
    message: str


class Diagnostic(NamedTuple):
    """A finding with its rule, severity and place: what a person reads."""

    rule: str
    severity: Severity
    span: Span
    message: str
    help: str | None = None
    notes: tuple[Note, ...] = ()
    at: Address = ()
    fix: Fix = ()
    other_fix: Fix = ()

    @property
    def subject(self) -> str:
        """What it is about: an id, or a key of debate.yaml; nothing where it is about a file."""
        is_named = len(self.at) > 1 and self.at[0] in ("statements", "positions", "sources")
        return str(self.at[1 if is_named else 0]) if self.at else ""

    @property
    def told(self) -> str:
        """The message with its subject before it, for reports that do not show the line."""
        return f"{self.subject}: {self.message}" if self.subject else self.message


def in_reading_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """By file, line, column, then rule and message: never by chance."""
    return tuple(sorted(diagnostics, key=lambda d: (d.span.file, d.span.start, d.span.end, d.rule, d.message)))


class Gaps(NamedTuple):
    """What faults of the files have left out of a debate, so that nothing follows from its not being there."""

    everywhere: bool = False
    """Whether what is left out may be about anything."""
    statements: frozenset[str] = frozenset()
    """Else the statements of which a part, or an answer, is left out."""
    in_conflict: frozenset[str] = frozenset()
    """The statements of files in which git left a conflict: two of them may be one."""

    def __bool__(self) -> bool:
        return self.everywhere or bool(self.statements)

    def __or__(self, other: Gaps) -> Gaps:
        """What the one or the other leaves out."""
        return Gaps(self.everywhere or other.everywhere, self.statements | other.statements)


WHOLE = Gaps()
"""Everything was read."""
