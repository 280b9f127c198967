"""Where argmap and pandoc may differ: each a way of writing the same thing, with the reason for the difference.

A difference is accepted if the two texts are equal once the patterns are replaced in both. An entry that no
difference needs any more fails the test: it has to go.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Accepted:
    """Both texts, with `pattern` replaced by `replacement`, are equal: a difference with this reason."""

    reason: str
    pattern: str
    replacement: str = ""
    styles: tuple[str, ...] = ()
    """The styles in which it is accepted; all where none is named."""
    parts: tuple[str, ...] = ("in-text", "entry", "links")

    def applied(self, text: str) -> str:
        return re.sub(self.pattern, self.replacement, text)


ACCEPTED: tuple[Accepted, ...] = ()


def reasons(style: str, part: str, ours: str, theirs: str, accepted: tuple[Accepted, ...] = ACCEPTED) -> list[Accepted]:
    """What it takes to make the two texts equal: one entry if one is enough, else all that change one of them."""
    usable = [each for each in accepted if part in each.parts and (not each.styles or style in each.styles)]
    alone = [each for each in usable if each.applied(ours) == each.applied(theirs)]
    if alone:
        return alone[:1]
    needed: list[Accepted] = []
    for each in usable:
        if (each.applied(ours), each.applied(theirs)) != (ours, theirs):
            ours, theirs, needed = each.applied(ours), each.applied(theirs), [*needed, each]
    return needed if ours == theirs else []
