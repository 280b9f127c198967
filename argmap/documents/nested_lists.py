"""Sentences with their depth as blocks: a paragraph for depth 0, a list below it for what lies deeper."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.documents.document import Block, Item, Items, Line, Paragraph
from argmap.documents.lines import line

Sentence = tuple[str | Line, int]
"""What is said, and how deep it lies below what leads it."""


def outlined(sentences: Iterable[Sentence]) -> tuple[Block, ...]:
    """Each sentence below the last one that lies less deep."""
    blocks: list[Block] = []
    deeper: list[Sentence] = []
    for sentence in sentences:
        if sentence[1]:
            deeper.append(sentence)
        else:
            blocks += [*_list(deeper), Paragraph(line(sentence[0]))]
            deeper = []
    return (*blocks, *_list(deeper))


def _list(sentences: list[Sentence]) -> tuple[Items, ...]:
    """One list of all that lies deep, nested by depth; made from the end, so that no depth needs recursion."""
    levels: list[list[Item]] = [[]]
    for text, depth in reversed(_without_gaps(sentences)):
        below = levels.pop() if len(levels) > depth else []
        levels += [[] for _ in range(depth - len(levels))]
        items = (Items(tuple(reversed(below))),) if below else ()
        levels[depth - 1].append(Item(line(text), items))
    return (Items(tuple(reversed(levels[0]))),) if levels[0] else ()


def _without_gaps(sentences: list[Sentence]) -> list[Sentence]:
    """Each at most one level below the one before it."""
    found: list[Sentence] = []
    for text, depth in sentences:
        found.append((text, min(depth, found[-1][1] + 1 if found else 1)))
    return found
