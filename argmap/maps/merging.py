"""A step without words of its own and its one premise, as one card: otherwise the same sentence stands twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from argmap.evaluation.framework import Label
from argmap.maps.scene import Card, Scene, Wire


def merged(scene: Scene, premise_of: Mapping[str, str]) -> Scene:
    """The scene with one card for each step of `premise_of` and its premise.

    A premise that does nothing else on the map takes the place of its step, sign and answers included. One that has a
    place of its own keeps it: the step's card says the same and names it, without a line across the map.
    """
    ends = Counter(end for wire in scene.wires for end in {wire.tail, wire.head})
    for wire in [wire for wire in reversed(scene.wires) if wire.relation == "premise"]:  # it stands with the first
        step, premise = wire.head, wire.tail
        if premise_of.get(step) == premise and scene.cards[step].kind == "step":
            scene = _one_card(scene, step, premise, alone=ends[premise] == 1)
    return scene


def _one_card(scene: Scene, step: str, premise: str, *, alone: bool) -> Scene:
    one, other = scene.cards[step], scene.cards[premise]
    targets = {wire.head for wire in scene.wires if wire.tail == step}
    says_more = sum(wire.tail == premise for wire in scene.wires) > 1
    if other.kind == "claim" and other.panel == one.panel and premise not in targets and not says_more:
        return _in_place(scene, one, other)
    wires = tuple(w for w in scene.wires if (w.tail, w.head, w.relation) != (premise, step, "premise"))
    if other.kind == "portal" and alone:
        named = {step: replace(one, remarks=(*one.remarks, *other.remarks))}
        return replace(scene, cards=_without(scene.cards, premise) | named, wires=wires)
    named = {step: replace(one, remarks=(*one.remarks, f"→ {premise}"))}
    return replace(scene, cards=scene.cards | named, wires=wires)


def _without(cards: Mapping[str, Card], id: str) -> dict[str, Card]:
    return {each: card for each, card in cards.items() if each != id}


def _in_place(scene: Scene, step: Card, claim: Card) -> Scene:
    """The claim where its step stood."""
    both = replace(
        claim,
        side=step.side, side_word=step.side_word, panel=step.panel, step=step.step,
        label=step.label if claim.label is Label.IN else claim.label,
        word=step.word or claim.word,
        state=step.state if claim.label is Label.IN else claim.state,
        remarks=tuple(dict.fromkeys((*claim.remarks, *step.remarks))),
        tooltip=f"{claim.tooltip}\n{step.tooltip}",
        classes=tuple(dict.fromkeys((*claim.classes, *step.classes))),
        focused=claim.focused or step.focused, marked=claim.marked or step.marked,
        flags=(*claim.flags, *step.flags), also=(*claim.also, step.id),
    )  # fmt: skip
    cards = {each: both if each == claim.id else card for each, card in scene.cards.items() if each != step.id}
    wires = (_moved(wire, step.id, claim.id) for wire in scene.wires)
    return replace(scene, cards=cards, wires=tuple(wire for wire in wires if wire.tail != wire.head))


def _moved(wire: Wire, old: str, new: str) -> Wire:
    tail, head = (new if end == old else end for end in (wire.tail, wire.head))
    return replace(wire, tail=tail, head=head)
