"""What is meant beyond doubt where a key is wrong: only its spelling differs from what may stand there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from argmap.diagnostics import Edit, Fix
from argmap.loader.nodes import AnyNode, MappingNode


def mended_key(around: AnyNode, key: str, known: Sequence[str]) -> Fix:
    """The known key that an unknown one is, but for capitals, hyphens and underscores; unless it is there already."""
    meant = [word for word in known if _plain(word) == _plain(key)]
    if len(meant) != 1 or not isinstance(around, MappingNode) or meant[0] in around.entries:
        return ()
    name = around.entries[key][0] if key in around.entries else None
    return (Edit(name.span, key=meant[0]),) if name is not None else ()


def _plain(word: str) -> str:
    return re.sub(r"[\s_-]+", "-", word.strip().lower())
