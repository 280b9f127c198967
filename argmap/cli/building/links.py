"""Where the statements of a map lead: a line of a file in a repository, or their place in the decision memo."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.system.paths import real

if TYPE_CHECKING:
    from argmap.cli.debates.workspace import Workspace
    from argmap.maps import Links
    from argmap.model.diagnostics import SourceMap


@dataclass(frozen=True)
class Places:
    """The file and line of each statement, and the address below which these files stand in a repository; that is
    empty where no base is known."""

    lines: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    base: str = ""

    @classmethod
    def of(cls, folder: Path, workspace: Workspace, base: str | None, source_map: SourceMap) -> Places:
        """`BASE/arguments/nato-ukraine/positions/escalation.yaml#L31`, for each statement that stands in a file."""
        inside = os.path.relpath(real(folder), real(workspace.root)).replace(os.sep, "/")
        below = "" if inside.startswith("..") else inside
        root = "/".join(part.strip("/") for part in (base, below) if part.strip("/")) if base else ""
        spans = {at[1]: source_map.span(at) for at in source_map.names if len(at) == 2 and at[0] == "statements"}
        return cls({str(id): (span.file, span.line) for id, span in spans.items()}, root)

    def source_href(self, id: str) -> str | None:
        """The line of the file where the statement stands; None without a base."""
        file, line = self.lines.get(id, ("", 0))
        return f"{self.base}/{file}#L{line}" if self.base and file else None

    def links(
        self, page: str, map_href: Callable[[str], str | None], around: tuple[tuple[str, str], ...] = ()
    ) -> Links:
        """For a map: statements lead to their place on a page, and their heads to their lines in the files."""
        from argmap.maps import Links

        return Links(lambda id: f"{page}#{id}", map_href, self.source_href, around)
