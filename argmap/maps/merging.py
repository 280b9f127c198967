"""A step without words of its own and its one premise, as one card: otherwise the same sentence stands twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from argmap.maps.chips import name_of
from argmap.maps.scene import Card, Chip, Scene, Wire
from argmap.prose.relation import VERBS


def merged(scene: Scene, premise_of: Mapping[str, str], prefix: str) -> Scene:
    """The scene with one card for each step of `premise_of` and its premise.

    A premise that does nothing else on the map takes the place of its step, sign and answers included; an argument
    whose own target is not on the map leaves its place to the step. One that has a place of its own keeps it: the
    step's card says the same and names it, without a line across the map.
    """
    for wire in [wire for wire in reversed(scene.wires) if wire.relation == "premise"]:  # it stands with the first
        step, premise = wire.head, wire.tail
        if premise_of.get(step) == premise and scene.cards[step].kind == "step":
            scene = _one_card(scene, step, premise, prefix)
    return scene


def _one_card(scene: Scene, step: str, premise: str, prefix: str) -> Scene:
    one, other = scene.cards[step], scene.cards[premise]
    targets = {wire.head for wire in scene.wires if wire.tail == step}
    says_more = sum(wire.tail == premise for wire in scene.wires) > 1
    if other.kind == "claim" and other.panel == one.panel and premise not in targets and not says_more:
        return _in_place(scene, one, other)
    if other.kind in ("support", "rebuttal") and not (other.focused or says_more or _is_undercut(scene, premise)):
        return _as_step(scene, one, other)
    wires = tuple(w for w in scene.wires if (w.tail, w.head, w.relation) != (premise, step, "premise"))
    own = next((wire for wire in wires if wire.tail == step), None)
    named = {step: replace(one, chips=(*one.chips, Chip("more on its own card", f"#{prefix}{premise}")))}
    if own is not None:
        words = f"also {VERBS[own.relation]} {name_of(scene.cards[own.head])}"
        named[premise] = replace(other, chips=(*other.chips, Chip(words, f"#{prefix}{step}")))
    return replace(scene, cards=scene.cards | named, wires=wires)


def _in_place(scene: Scene, step: Card, claim: Card) -> Scene:
    """The claim where its step stood, with the step's force, and with its own standing where that is asked about; an
    argument that fails as its claim does needs no words of its own."""
    told = claim if claim.label is step.label else step
    both = replace(
        claim,
        side=step.side, side_word=step.side_word, panel=step.panel, step=step.step,
        label=claim.label if claim.word else step.label, word=step.word or claim.word,
        state=told.state, brief=told.brief, because=told.because,
        chips=(*claim.chips, *step.chips),
        remarks=tuple(dict.fromkeys((*claim.remarks, *step.remarks))),
        tooltip=f"{claim.tooltip}\n{step.tooltip}",
        classes=tuple(dict.fromkeys((*claim.classes, *step.classes))),
        core=claim.core or step.core, focused=claim.focused or step.focused, marked=claim.marked or step.marked,
        flags=(*claim.flags, *step.flags), also=(*claim.also, step.id),
    )  # fmt: skip
    return _with(scene, both, step.id)


def _is_undercut(scene: Scene, id: str) -> bool:
    return any(wire.head == id and wire.relation == "undercut" for wire in scene.wires)


def _as_step(scene: Scene, step: Card, argument: Card) -> Scene:
    """The step where it stands, with what its premise has to show."""
    both = replace(
        step,
        kind=argument.kind, text=argument.text, evidence=argument.evidence, href=argument.href, source=argument.source,
        remarks=tuple(dict.fromkeys((*step.remarks, *argument.remarks))), chips=(*argument.chips, *step.chips),
        tooltip=f"{step.tooltip}\n{argument.tooltip}", core=argument.core or step.core,
        marked=argument.marked or step.marked, flags=(*argument.flags, *step.flags), also=(*step.also, argument.id),
    )  # fmt: skip
    return _with(scene, both, argument.id)


def _with(scene: Scene, both: Card, other: str) -> Scene:
    """The scene with one card for two, the other's wires moved to it."""
    cards = {each: both if each == both.id else card for each, card in scene.cards.items() if each != other}
    wires = (_moved(wire, other, both.id) for wire in scene.wires)
    return replace(scene, cards=cards, wires=tuple(wire for wire in wires if wire.tail != wire.head))


def _moved(wire: Wire, old: str, new: str) -> Wire:
    tail, head = (new if end == old else end for end in (wire.tail, wire.head))
    return replace(wire, tail=tail, head=head)
