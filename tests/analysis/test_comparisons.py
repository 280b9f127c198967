"""What would settle what is undecided, against every comparison that could be made."""

from __future__ import annotations

from argmap.analysis.comparisons import settlings
from argmap.analysis.moves import Remedy
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.framework import Label
from tests.moves import every_move, is_clean, written
from tests.strategies import random_debate


def compared(ev: Evaluation, id: str) -> dict[Label, list[Remedy]]:
    """By what it comes to, every clean comparison between what is for and against a statement that settles it."""
    found: dict[Label, list[Remedy]] = {}
    beside = {step.id for step in (*ev.graph.supports(id), *ev.graph.rebuttals(id))}
    for move in every_move(ev.debate, id):
        if move.kind == "compare" and move.target in beside and ev.labelling.live[move.target] is Label.IN:
            (made,) = written(ev.debate, move)
            label = evaluate(made).label(id)
            if label is not Label.UNDEC and is_clean(ev.debate, [made]):
                found.setdefault(label, []).append(move)
    return found


def test_where_a_comparison_would_settle_it_the_fewest_are_named() -> None:
    settled = 0
    for seed in range(3000):
        ev = evaluate(random_debate(seed))
        for id in ev.debate.resolution_ids:
            if ev.label(id) is Label.UNDEC:
                expected, named = compared(ev, id), {each.label: each for each in settlings(ev, id)}
                for label, moves in expected.items():
                    assert label in named, (seed, id, label)
                    assert len(named[label].lighter) == min(len(move.over) for move in moves)
                    settled += 1
    assert settled > 50
