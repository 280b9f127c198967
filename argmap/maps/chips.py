"""Chips: what a card has to do with statements that do not stand beside it, in words on both cards.

A line to another column would run across everything; a chip says the same and leads there.
"""

from __future__ import annotations

import re
import textwrap
from collections import defaultdict
from dataclasses import replace

from argmap.documents.lines import phrase
from argmap.maps.scene import Card, Chip, Scene, Wire
from argmap.prose.relation import VERBS

MOST = 3
"""Chips of one kind on a card, where one more would say `and n more`."""
LONGEST, FAR = 44, 34
"""How much of a statement a chip quotes; less where its position is named as well."""


def quoted(text: str, most: int = LONGEST) -> str:
    """The words by which a map names a statement that stands elsewhere."""
    return f"“{phrase(textwrap.shorten(text, most, placeholder='…'))}”"


def name_of(card: Card) -> str:
    """The words by which another card names this one."""
    return card.called or quoted(card.text)


def with_chips(scene: Scene, prefix: str = "") -> Scene:
    """The scene, its tree chosen, with chips for the wires that the tree does not carry, and without these."""
    found: defaultdict[str, list[Chip]] = defaultdict(list)
    uses: defaultdict[str, list[Wire]] = defaultdict(list)
    for wire in scene.across:
        if wire.tail == wire.head:
            continue
        tail, head = (_chip(scene.cards[id], prefix) for id in (wire.tail, wire.head))
        if wire.relation == "premise":
            uses[wire.tail].append(wire)
            found[wire.head].append(replace(tail, words=f"needs {tail.words}"))
        elif wire.relation == "contradicts":
            found[wire.tail].append(replace(head, words=f"≠ {head.words}"))
            found[wire.head].append(replace(tail, words=f"≠ {tail.words}"))
        else:
            found[wire.tail].append(replace(head, words=f"{VERBS[wire.relation]} {head.words}"))
            found[wire.head].append(replace(tail, words=f"goes on: {tail.words}"))
    for id, wires in uses.items():
        found[id] += [replace(chip, words=f"needed by {chip.words}") for chip in
                      (_chip(scene.cards[wire.head], prefix) for wire in wires)]  # fmt: skip
    cards = _briefly(scene)
    for id, card in cards.items():
        cards[id] = replace(card, chips=_few((*card.chips, *found[id])))
    kept = tuple(wire for wire in scene.wires if scene.parents.get(wire.tail) is wire)
    return replace(scene, cards=cards, wires=kept)


def _briefly(scene: Scene) -> dict[str, Card]:
    """The cards; where what answers one hangs from it, its line says by what."""
    below: defaultdict[str, set[str]] = defaultdict(set)
    for id, wire in scene.parents.items():
        below[wire.head] |= {id, *scene.cards[id].also}
    return {
        id: replace(card, state=card.brief) if card.because and card.because <= below[id] else card
        for id, card in scene.cards.items()
    }


def _few(chips: tuple[Chip, ...]) -> tuple[Chip, ...]:
    """The chips of a card, of each kind no more than a reader looks at."""
    kinds: defaultdict[str, list[Chip]] = defaultdict(list)
    for chip in dict.fromkeys(chips):
        kinds[re.split(" “| what ", chip.words)[0]].append(chip)
    kept: list[Chip] = []
    for kind, ones in kinds.items():
        shown = ones if len(ones) <= MOST + 1 else ones[:MOST]
        kept += shown
        if len(shown) < len(ones):
            kept.append(Chip(f"{kind} {len(ones) - len(shown)} more"))
    return tuple(kept)


def _chip(card: Card, prefix: str) -> Chip:
    return Chip(name_of(card), f"#{prefix}{card.id}")
