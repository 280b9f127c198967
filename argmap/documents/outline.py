"""Sentences with their depth as blocks: a paragraph where there is none, a list below it where there is some."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.documents.document import Block, Item, Items, Paragraph, Run

Sentence = tuple[str, int]
"""What is said, and how deep it lies below what leads it."""


def outlined(sentences: Iterable[Sentence]) -> tuple[Block, ...]:
    """Each sentence below the last one that lies less deep."""
    blocks: list[Block] = []
    deeper: list[Sentence] = []
    for sentence in sentences:
        if sentence[1]:
            deeper.append(sentence)
        else:
            blocks += [*_list(deeper), Paragraph((Run(sentence[0]),))]
            deeper = []
    return (*blocks, *_list(deeper))


def _list(sentences: list[Sentence]) -> tuple[Items, ...]:
    """One list of all that lies deep, nested by depth; made from the end, so that no depth needs recursion."""
    open_: list[list[Item]] = [[]]
    for text, depth in reversed(sentences):
        while len(open_) <= depth:
            open_.append([])
        below = [Items(tuple(reversed(each))) for each in open_[depth + 1 :] if each]
        del open_[depth + 1 :]
        open_[depth].append(Item((Run(text),), tuple(below)))
    items = [item for each in open_ for item in reversed(each)]
    return (Items(tuple(items)),) if items else ()
