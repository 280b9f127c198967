"""What a sentence calls the statements that it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from argmap.documents.document import Line
from argmap.documents.lines import line
from argmap.wording.lists import listed

Names = Callable[[Sequence[str], str], Line]
"""What a format calls some statements, before the last of which there is a word: `a, b and 3 more`."""


def by_id(ids: Sequence[str], last: str) -> Line:
    """By their ids, as whoever edits the files knows them."""
    return line(listed(ids, last))
