"""CSL-YAML: the items as they stand there, with their lines."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.bibliography.csl_json import LISTS, add
from argmap.bibliography.record import Reading, Unread
from argmap.loader.compose import compose
from argmap.loader.decode import decode
from argmap.loader.faults import Faults
from argmap.loader.nodes import AnyNode, MappingNode, SequenceNode


def read_csl_yaml(text: str) -> Reading:
    """The items of a CSL-YAML file: a list, or a list below `references`."""
    done, faults = Reading(), Faults()
    document = decode("", text, faults)
    root = compose(document, faults)[0] if document is not None else None
    for fault in faults.found:
        done.unread.append(Unread(fault.span.line, fault.message, fault.help or "Mend the file."))
    for node in _nodes(root):
        add(done, node.data, node.span.line)
    return done


def _nodes(root: AnyNode | None) -> Iterator[AnyNode]:
    if isinstance(root, MappingNode):
        below = next((root.child(key) for key in LISTS if isinstance(root.child(key), SequenceNode)), None)
        yield from (below.items if isinstance(below, SequenceNode) else [root] if root.entries else [])
    elif isinstance(root, SequenceNode):
        yield from root.items
