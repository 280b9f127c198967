"""CSL-YAML: the items as they stand there, with their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from argmap.bibliography.csl_json import LISTS, add
from argmap.bibliography.record import Reading, UnreadStretch
from argmap.loader.compose import compose
from argmap.loader.decode import decode
from argmap.loader.faults import Faults
from argmap.loader.nodes import AnyNode, MappingNode, SequenceNode, is_damaged

_MATTER = re.compile(r"\A(---[ \t]*\r?\n)(.*?)^(?:---|\.\.\.)[ \t]*$.*", re.DOTALL | re.MULTILINE)
"""YAML between two lines of hyphens, as pandoc writes it; a text may follow."""
_WORDS = frozenset({"title", "title-short", "container-title", "container-title-short", "collection-title",
                    "volume-title", "original-title", "event-title", "abstract", "note", "annote"})  # fmt: skip
"""Keys whose text may have pandoc's markup in it."""
_MARKUP = (
    (re.compile(r"(?<![\\\w])\[([^\[\]]+)\]\{\.nocase\}"), r'<span class="nocase">\1</span>'),
    (re.compile(r"(?<![\\\w])\[([^\[\]]+)\]\{\.smallcaps\}"), r'<span style="font-variant:small-caps;">\1</span>'),
    (re.compile(r"(?<![\\*])\*\*(?=\S)([^*]+)(?<=\S)\*\*(?!\*)"), r"<b>\1</b>"),
    (re.compile(r"(?<![\\*])\*(?=\S)([^*]+)(?<=\S)\*(?!\*)"), r"<i>\1</i>"),
    (re.compile(r"(?<![\\~])~([^\s~]+)~(?!~)"), r"<sub>\1</sub>"),
    (re.compile(r"(?<![\\^\[])\^([^\s^]+)\^"), r"<sup>\1</sup>"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!~^$@'\"<>|])"), r"\1"),
)
"""Markdown as pandoc writes it into CSL-YAML, and CSL's own."""


def read_csl_yaml(text: str) -> Reading:
    """The items of a CSL-YAML file: a list, or a list below `references`."""
    done, faults = Reading(), Faults()
    document = decode("", _MATTER.sub(r"\1\2", text), faults)
    root = compose(document, faults)[0] if document is not None else None
    for fault in faults.found:
        done.unread.append(UnreadStretch(fault.span.line, fault.message, fault.help or "Mend the file."))
    for node in _nodes(root):
        if not is_damaged(node):
            add(done, _unmarked(node.data), node.span.line)
    return done


def _unmarked(item: Any) -> Any:
    """An item without Markdown in its titles and notes."""
    if not isinstance(item, dict):
        return item
    return {key: _plain(value) if key in _WORDS and isinstance(value, str) else value for key, value in item.items()}


def _plain(text: str) -> str:
    for pattern, markup in _MARKUP:
        text = pattern.sub(markup, text)
    return text


def _nodes(root: AnyNode | None) -> Iterator[AnyNode]:
    if isinstance(root, MappingNode):
        below = next((root.child(key) for key in LISTS if isinstance(root.child(key), SequenceNode)), None)
        yield from (below.items if isinstance(below, SequenceNode) else [root] if root.entries else [])
    elif isinstance(root, SequenceNode):
        yield from root.items
