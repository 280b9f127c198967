"""A premise that hangs elsewhere on the map is named on both cards: a line to it would run across everything."""

from __future__ import annotations

from dataclasses import replace

from argmap.maps.scene import Scene, Wire

NAMED = 2
"""How many of the steps that need it a card names, where it would not name all but one."""


def named(scene: Scene) -> Scene:
    """The scene, its tree chosen, without the premise lines that the tree does not carry."""
    far = [wire for wire in scene.across if wire.relation == "premise"]
    cards = dict(scene.cards)
    for wire in far:
        remarks = (*cards[wire.head].remarks, f"needs → {wire.tail}")
        cards[wire.head] = replace(cards[wire.head], remarks=remarks, needs=True)
    for id in dict.fromkeys(wire.tail for wire in far):
        cards[id] = replace(cards[id], remarks=(*cards[id].remarks, _needed_by([w for w in far if w.tail == id])))
    gone = set(far)
    return replace(scene, cards=cards, wires=tuple(wire for wire in scene.wires if wire not in gone))


def _needed_by(wires: list[Wire]) -> str:
    first = [wire.head for wire in wires[: len(wires) if len(wires) <= NAMED + 1 else NAMED]]
    rest = [f"{len(wires) - len(first)} more"] if len(wires) > len(first) else []
    return f"needed by {', '.join([*first, *rest])}"
