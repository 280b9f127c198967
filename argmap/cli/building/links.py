"""Where the statements of a map lead: a line of a file in a repository, or their place in the decision memo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.maps import Links
    from argmap.model.diagnostics import SourceMap


@dataclass(frozen=True)
class Places:
    """The address of each statement in the files of a repository; empty where no base is known."""

    addresses: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def under(cls, base: str | None, folder: str, source_map: SourceMap) -> Places:
        """`BASE/arguments/nato-ukraine/positions/escalation.yaml#L31`, for each statement that stands in a file."""
        if not base:
            return cls()
        root = "/".join(part.strip("/") for part in (base, folder) if part.strip("/"))
        spans = {at[1]: source_map.span(at) for at in source_map.names if len(at) == 2 and at[0] == "statements"}
        return cls({str(id): f"{root}/{span.file}#L{span.line}" for id, span in spans.items()})

    def source_href(self, id: str) -> str | None:
        """The line of the file where the statement stands; None without a base."""
        return self.addresses.get(id)

    def links(
        self, page: str, map_href: Callable[[str], str | None], around: tuple[tuple[str, str], ...] = ()
    ) -> Links:
        """For a map: statements lead to their place on a page, and their heads to their lines in the files."""
        from argmap.maps import Links

        return Links(lambda id: f"{page}#{id}", map_href, self.source_href, around)
