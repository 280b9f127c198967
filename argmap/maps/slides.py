"""Slides: one argument about a resolution, what it needs, its best answer and the best reply to that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.weight import standing_order
from argmap.maps.heading import Heading
from argmap.maps.scene import READING, Card, Scene
from argmap.model import Claim

_MOST_NEEDED = 3
"""Premises of an argument that its slide shows."""


def slides_of(scene: Scene, words: Heading, evaluation: Evaluation) -> list[tuple[Scene, Heading]]:
    """For each argument about a resolution what it needs, its best answer and the best reply to that, in the order in
    which briefs tell them. A map without a resolution has a slide for each argument about what hangs from nothing."""
    below: defaultdict[str, list[str]] = defaultdict(list)
    for id in sorted(scene.parents, key=lambda id: _order(evaluation, scene, id)):
        below[scene.parents[id].head].append(id)
    found = []
    options = [card for card in scene.cards.values() if card.large]
    for option in options or [card for id, card in scene.cards.items() if id not in scene.parents]:
        ids = sorted(below[option.id], key=lambda id: READING.index(scene.parents[id].relation))
        for number, id in enumerate(ids, start=1):
            subject = f"{number} of {len(ids)} arguments about it"
            title = scene.panels[scene.cards[id].panel or ""].title if scene.cards[id].panel else words.title
            found.append((_slide(scene, id, below, evaluation), Heading(title, subject, "", option.text, "")))
    return found


def _slide(scene: Scene, id: str, below: Mapping[str, list[str]], evaluation: Evaluation) -> Scene:
    needed = [each for each in below[id] if scene.parents[each].relation == "premise"]
    kept = {each: _plain(scene.cards[each]) for each in (id, *needed[:_MOST_NEEDED])}
    head = id
    for _ in ("answer", "reply"):
        premises = [each for each in below[head] if scene.parents[each].relation == "premise"]
        around = [each for parent in (head, *premises) for each in below[parent]]
        answers = [each for each in around if scene.parents[each].relation in ("rebuttal", "undercut")]
        if len(answers) > 1:
            kept[head] = replace(kept[head], remarks=(f"the best of {len(answers)} answers:",))
        if not answers:
            break
        head = min(answers, key=lambda each: _order(evaluation, scene, each))
        against = scene.parents[head].head
        kept.setdefault(against, _plain(scene.cards[against]))
        kept[head] = _plain(scene.cards[head])
    return part_of(replace(scene, cards=kept), set(kept), {id})


def _plain(card: Card) -> Card:
    """A card without what leads away from it, except for what it needs."""
    needs = tuple(chip for chip in card.chips if chip.words.startswith("needs "))
    return replace(card, panel=None, chips=needs, remarks=(), state=card.brief or card.state)


def _order(evaluation: Evaluation, scene: Scene, id: str) -> tuple[Any, ...]:
    """A sort key for a card below another, weightiest first; what does nothing by itself comes last, in file order."""
    statements = (evaluation.debate.statements[each] for each in (*scene.cards[id].also, id))
    step = next((each for each in statements if not isinstance(each, Claim)), None)
    return (0, *standing_order(evaluation, step)) if step else (1,)


def part_of(scene: Scene, ids: set[str], tops: set[str]) -> Scene:
    """Some of the cards, without the wires of the topmost, whose targets stand elsewhere."""
    cards = {id: card for id, card in scene.cards.items() if id in ids}
    parents = {id: scene.parents[id] for id in cards if id in scene.parents and id not in tops}
    return replace(scene, cards=cards, parents=parents, wires=tuple(parents.values()))
