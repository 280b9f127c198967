"""What formats for paper make of a document: footnotes of its notes, contents where it is long."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from argmap.documents.document import Block, Document, Heading, Item, Items, words_of

_FEWEST_HEADINGS, _FEWEST_WORDS = 3, 2000
"""A document with fewer sections or words has no contents."""


def noted(document: Document) -> tuple[list[Block], dict[str, Item]]:
    """The blocks of a document without its notes, and the notes by anchor: the list below the heading `_notes`."""
    blocks = list(document.blocks)
    for index, (heading, below) in enumerate(pairwise(blocks)):
        if isinstance(heading, Heading) and heading.anchor == "_notes" and isinstance(below, Items):
            return blocks[:index] + blocks[index + 2 :], {item.anchor: item for item in below.items if item.anchor}
    return blocks, {}


def needs_contents(blocks: Sequence[Block]) -> bool:
    """Whether a document needs contents: a long one that has no index of its own."""
    if any(isinstance(block, Heading) and block.anchor == "_index" for block in blocks):
        return False
    sections = sum(isinstance(block, Heading) and block.level == 2 for block in blocks)
    return sections >= _FEWEST_HEADINGS and len(words_of(blocks).split()) >= _FEWEST_WORDS
