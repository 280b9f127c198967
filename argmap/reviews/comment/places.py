"""Where the two versions can be looked at: the folder's address at a commit, and what stands on which line."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote

from argmap.model.diagnostics import Address, SourceMap, Span


@dataclass(frozen=True)
class Version:
    """One version of a debate's files."""

    root: str | None = None
    """The address of the debate's folder in this version, for links; None where it is not known."""
    source_map: SourceMap = field(default_factory=SourceMap)

    def href(self, *at: str | int) -> str | None:
        """The address of the line where something is named; None where that is not known."""
        known = self.root and self.source_map.names.get(at)
        return self.line(known) if known else None

    def line(self, span: Span) -> str | None:
        """The address of a place in a file."""
        return f"{self.root.rstrip('/')}/{quote(span.file)}#L{span.line}" if self.root else None

    def of(self, at: Address, span: Span) -> str | None:
        """The address of a finding: the place that was found where it has one, else that of what it is about."""
        return self.line(span) or self.href(*at[:2])


@dataclass(frozen=True)
class Places:
    """Where the files of both versions can be looked at."""

    before: Version = field(default_factory=Version)
    after: Version = field(default_factory=Version)
