"""The standing of a whole debate: a line for each resolution, a table of the sides, and plain data."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from argmap.evaluation import Evaluation
from argmap.framework import Label
from argmap.reasons import Tally, lacks_ground, tally, unanswered
from argmap.semantics.audiences import Heard
from argmap.semantics.chain import Teller


@dataclass(frozen=True)
class Row:
    """How many statements of a side stand, fall and are undecided, and how many of its rebuttals nobody has
    tried to answer. `side` is None for statements that are on neither side."""

    side: str | None
    title: str
    stand: int
    fall: int
    undecided: int
    unanswered: int


def table(ev: Evaluation) -> tuple[Row, ...]:
    """A row for each side, and one for what is on neither, where there is such a thing."""
    names: list[tuple[str | None, str]] = [*ev.debate.sides.items(), (None, "On neither side")]
    contested = Counter(ev.graph.sides[id] for id in unanswered(ev))
    found = Counter((ev.graph.sides[id], label) for id, label in ev.labelling.labels.items())
    rows = (
        Row(
            side,
            title,
            stand=found[side, Label.IN],
            fall=found[side, Label.OUT],
            undecided=found[side, Label.UNDEC],
            unanswered=contested[side],
        )
        for side, title in names
    )
    return tuple(row for row in rows if row.side or row.stand + row.fall + row.undecided)


def summary_line(ev: Evaluation, resolution: str) -> str:
    """Why a resolution stands as it does, in a few words: `3 live for, 2 live against, not weighed`."""
    found = tally(ev, resolution)
    if lacks_ground(ev, resolution):
        return _no_live_support(ev, found)
    waiting = len(found.supports.undecided) + len(found.rebuttals.undecided)
    undecided = f", {waiting} undecided" if waiting else ""
    return f"{len(found.supports.live)} live for{_against(found)}{undecided}{_unheard(ev, resolution)}"


def _unheard(ev: Evaluation, resolution: str) -> str:
    """How much against it fails with the audience that hears it."""
    if not isinstance(ev, Heard) or not any(ev.failing(resolution)):
        return ""
    failing = len(list(ev.failing(resolution)))
    return f"; {failing} against it fail{'s' * (failing == 1)} with {ev.audience}"


def _no_live_support(ev: Evaluation, found: Tally) -> str:
    dead, teller = found.supports.dead, Teller(ev)
    if not dead:
        return "nobody has supported it"
    if len(dead) == 1:
        return f"no live support: {dead[0]} {teller.step_failure(dead[0]).clause}"
    return f"no live support: {len(dead)} fell, {dead[0]} {teller.step_failure(dead[0]).clause}"


def _against(found: Tally) -> str:
    live, dead = len(found.rebuttals.live), len(found.rebuttals.dead)
    if not live:
        fallen = "; the one against fell" if dead == 1 else f"; all {dead} against fell"
        return fallen if dead else ", none against"
    if not found.rebuttals.counting:
        return f", outweighing the {live} live against"
    if found.supports.live and not found.supports.counting:
        return f", outweighed by the {live} live against"
    in_part = found.supports.outweighed or found.rebuttals.outweighed
    return f", {live} live against, {'weighed in part' if in_part else 'not weighed'}"


def evaluation_json(ev: Evaluation) -> dict[str, Any]:
    """`{"statements": {id: {"label", "side", "position"}}, "resolutions": {id: {"label", "live_for", ...}}}`."""
    positions = ev.debate.position_of
    return {
        "statements": {
            id: {
                "label": label.value,
                "side": ev.graph.sides[id],
                "position": positions[id].id if id in positions else None,
            }
            for id, label in ev.labelling.labels.items()
        },
        "resolutions": {claim.id: _resolution_json(ev, claim.id) for claim in ev.debate.resolutions},
    }


def _resolution_json(ev: Evaluation, id: str) -> dict[str, Any]:
    found = tally(ev, id)
    return {
        "label": ev.label(id).value,
        "live_for": list(found.supports.live),
        "live_against": list(found.rebuttals.live),
        "missing_comparisons": [list(pair) for pair in found.missing],
        "summary": summary_line(ev, id),
    }
