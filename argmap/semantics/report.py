"""The standing of a whole debate: a line for each resolution, a table of the sides, and plain data."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from argmap.evaluation import Evaluation
from argmap.framework import Label
from argmap.reasons import Tally, lacks_ground, live_in, tally, unanswered
from argmap.semantics.audiences import Heard
from argmap.semantics.chain import Teller, listed


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
    """Why a resolution stands as it does, in a few words: `3 live for, 2 live against, not weighed`.

    What is live, then what is undecided: steps that may be live, and whether something outweighs one that is live.
    """
    found = tally(ev, resolution)
    if lacks_ground(ev, resolution):
        return f"{_no_live_support(ev, found)}{_contradicted(ev, resolution)}"
    scales = _Scales(found, live_in(ev, found.supports), live_in(ev, found.rebuttals))
    return f"{_standing(scales)}{_contradicted(ev, resolution)}{_unheard(ev, resolution)}"


@dataclass(frozen=True)
class _Scales:
    """The two piles of a weighed statement, and what of each is live."""

    tally: Tally
    pros: tuple[str, ...]
    cons: tuple[str, ...]

    @property
    def open(self) -> tuple[str, ...]:
        """What is live, and may be outweighed."""
        settled = {*self.tally.supports.live, *self.tally.rebuttals.live}
        return tuple(step for step in (*self.pros, *self.cons) if step not in settled)

    @property
    def waiting(self) -> list[tuple[int, str]]:
        """How many may be live for and against, of each pile that has such."""
        piles = ((self.tally.supports, "for"), (self.tally.rebuttals, "against"))
        counted = ((len(set(pile.undecided) - set(self.open)), side) for pile, side in piles)
        return [(number, side) for number, side in counted if number]


def _standing(scales: _Scales) -> str:
    if scales.pros or scales.cons or not scales.waiting:
        return f"{len(scales.pros) or 'none'} live for{_against(scales)}{_undecided(scales)}"
    waiting = [f"{number} {'undecided ' * (n == 0)}{side}" for n, (number, side) in enumerate(scales.waiting)]
    if scales.tally.rebuttals.undecided:
        return f"none live: {', '.join(waiting)}"
    return f"none live: {', '.join(waiting)}{_fallen(scales.tally)}"


def _undecided(scales: _Scales) -> str:
    """What may be live, and of what is live what may be outweighed."""
    said = [f"{number} {side}" for number, side in scales.waiting]
    if scales.open:
        one = len(scales.open) == 1
        which = f"{scales.open[0]} is" if one else f"{len(scales.open)} of the live are"
        said.append(f"{'and ' * bool(said)}whether {which} outweighed")
    return f"; undecided: {', '.join(said)}" if said else ""


def _contradicted(ev: Evaluation, resolution: str) -> str:
    """The statements that contradict it and have not fallen."""
    rivals = [id for id in ev.graph.contradictions.get(resolution, ()) if ev.label(id) is not Label.OUT]
    return f"; contradicts {listed(rivals)}" if rivals else ""


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


def _against(scales: _Scales) -> str:
    found, cons = scales.tally, len(scales.cons)
    if not cons:
        return ", none live against" if found.rebuttals.undecided else _fallen(found)
    if scales.pros and len(scales.pros) == len(found.supports.outweighed):
        return f", outweighed by {_outweighing(found, cons)} live against"
    if cons == len(found.rebuttals.outweighed):
        return f", outweighing the {cons} live against"
    if not found.missing:
        return f", {cons} live against"
    in_part = found.supports.outweighed or found.rebuttals.outweighed
    return f", {cons} live against, {'weighed in part' if in_part else 'not weighed'}"


def _outweighing(found: Tally, cons: int) -> str:
    """Of so many live rebuttals those that outweigh a live support: `2 of the 9`."""
    heavier = {w.heavier for w in found.comparisons if w.live and w.lighter in found.supports.live}
    return f"the {cons}" if len(heavier) == cons else f"{len(heavier)} of the {cons}"


def _fallen(found: Tally) -> str:
    """Of rebuttals none of which is live or may be."""
    dead = len(found.rebuttals.dead)
    return f"; {'the one' if dead == 1 else f'all {dead}'} against fell" if dead else ", none against"


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
        "live_for": list(live_in(ev, found.supports)),
        "live_against": list(live_in(ev, found.rebuttals)),
        "missing_comparisons": [list(pair) for pair in found.missing],
        "summary": summary_line(ev, id),
    }
