"""Why a claim stands or falls, and who has answered what: data for rules, briefs, maps and explanations.

Everything is derived from an evaluated debate; every tuple of ids is in file order unless it says otherwise. What would
change it is for `argmap.analysis.comparisons` and `argmap.analysis.moves`, which make the change and evaluate again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from typing import NamedTuple

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.model import Claim, Comparison, Rebuttal, Statement, Step

MOST_PAIRS = 10_000


class Pile(NamedTuple):
    """The steps on one side of a statement, by what they are worth to it."""

    counting: tuple[str, ...] = ()
    outweighed: tuple[str, ...] = ()
    """Live, but a live step outweighs them."""
    undecided: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()
    """Undecided, but of no account for what is weighed, since a live step outweighs them."""
    dead: tuple[str, ...] = ()

    @property
    def live(self) -> tuple[str, ...]:
        """Those that count and those that are outweighed."""
        return self.counting + self.outweighed


def live_in(ev: Evaluation, pile: Pile) -> tuple[str, ...]:
    """The steps of a pile that are live: those that count, those that are outweighed, and those of which it is
    undecided whether something outweighs them."""
    return (*pile.live, *(step for step in pile.undecided if ev.labelling.live[step] is Label.IN))


class Weighing(NamedTuple):
    """A comparison that somebody has made."""

    heavier: str
    lighter: str
    because: str
    live: bool
    """Whether the heavier step is live, so that the comparison takes effect."""


class Tally(NamedTuple):
    """For and against a statement, and how they compare.

    `comparisons` are those made. `missing` are pairs (for, against) that both count, so that no comparison between
    them takes effect: the first `MOST_PAIRS` of them.
    """

    supports: Pile
    rebuttals: Pile
    comparisons: tuple[Weighing, ...]
    missing: tuple[tuple[str, str], ...]


def tally(ev: Evaluation, id: str) -> Tally:
    """What speaks for and against a statement, and how it is weighed."""
    weighed = ev.graph.is_weighed(id)
    supports, rebuttals = (_pile(ev, steps, weighed) for steps in (ev.graph.supports(id), ev.graph.rebuttals(id)))
    made = tuple(_weighings(ev, [*ev.graph.supports(id), *ev.graph.rebuttals(id)]))
    missing = islice(product(supports.counting, rebuttals.counting), MOST_PAIRS)
    return Tally(supports, rebuttals, made, tuple(missing))


def come_first(ev: Evaluation, *piles: Sequence[str]) -> bool:
    """Whether all that counts on either side comes before all else (`over: all`): then nobody has to weigh, but to say
    which of them is settled first."""
    return all(piles) and ev.graph.first.issuperset(step for pile in piles for step in pile)


def _pile(ev: Evaluation, steps: Sequence[Step], weighed: bool) -> Pile:
    piles: dict[str, list[str]] = {name: [] for name in Pile._fields}
    for step in steps:
        live, counts = ev.labelling.live[step.id], ev.labelling.counts[step.id]
        if live is Label.OUT:
            piles["dead"].append(step.id)
        elif counts is Label.IN:
            piles["counting"].append(step.id)
        elif live is Label.IN and counts is Label.OUT:
            piles["outweighed"].append(step.id)
        elif weighed and counts is Label.OUT:
            piles["idle"].append(step.id)
        else:
            piles["undecided"].append(step.id)
    return Pile(**{name: tuple(ids) for name, ids in piles.items()})


def _weighings(ev: Evaluation, steps: Sequence[Step]) -> Iterator[Weighing]:
    here = {step.id for step in steps}
    for step in steps:
        for comparison in ev.graph.weighings.get(step.id, ()):
            if comparison.over in here:
                yield _weighing(ev, step, comparison)


def _weighing(ev: Evaluation, step: Step, comparison: Comparison) -> Weighing:
    return Weighing(step.id, comparison.over, comparison.because, ev.labelling.live[step.id] is Label.IN)


class Order:
    """What outweighs what as it is written in a debate, directly or through others, and what may still be compared.

    A comparison that turned a written one round would not settle anything: neither step would count, and the debate
    would have a fault (`outweighs-both-ways`). An audience's own ranking is not written.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """With (heavier, lighter) pairs."""
        self._lighter: dict[str, list[str]] = {}
        self._below: dict[str, frozenset[str]] = {}
        self._compared: set[str] = set()
        for heavier, lighter in pairs:
            self._lighter.setdefault(heavier, []).append(lighter)
            self._compared |= {heavier, lighter}

    def below(self, id: str) -> frozenset[str]:
        """All that a step outweighs, directly or through others."""
        if id not in self._below:
            found = dict.fromkeys(self._lighter.get(id, ()))
            queue = list(found)
            for each in queue:
                more = [other for other in self._lighter.get(each, ()) if other not in found]
                found.update(dict.fromkeys(more))
                queue += more
            self._below[id] = frozenset(found)
        return self._below[id]

    def leaves_open(self, heavier: str, lighter: str) -> bool:
        """Whether it may still be said that the one outweighs the other: it is not written yet, nor the reverse."""
        return lighter not in self._lighter.get(heavier, ()) and heavier not in self.below(lighter)

    def open_to(self, heavier: str, lighter: tuple[str, ...]) -> tuple[str, ...]:
        """Those of some steps of which it may still be said that this one outweighs them: the very same, without a look
        at each, where nothing is written of it."""
        if heavier not in self._compared:
            return lighter
        return tuple(each for each in lighter if self.leaves_open(heavier, each))

    def with_pairs(self, pairs: Iterable[tuple[str, str]]) -> Order:
        """This order with more pairs, (heavier, lighter)."""
        return Order([*((h, each) for h, lighter in self._lighter.items() for each in lighter), *pairs])


def ground(ev: Evaluation, id: str) -> Label:
    """Whether a statement has ground: evidence, or nothing that it would need, or a support that holds."""
    statement = ev.debate.statements[id]
    resolution, supports = id in ev.debate.resolution_ids, ev.graph.supports(id)
    if not resolution and (statement.evidence or not (supports or statement.undeveloped)):
        return Label.IN
    worth = ev.labelling.counts if ev.graph.is_weighed(id) else ev.labelling.live
    found = {worth[support.id] for support in supports}
    return next((label for label in (Label.IN, Label.UNDEC) if label in found), Label.OUT)


def lacks_ground(ev: Evaluation, id: str) -> bool:
    """Whether a statement falls for want of evidence and of any live support; never true of a bare step."""
    if id not in ev.labelling.labels or ground(ev, id) is not Label.OUT:
        return False
    return not any(ev.labelling.live[support.id] is Label.IN for support in ev.graph.supports(id))


def brought_down_by(ev: Evaluation, id: str) -> tuple[str, ...]:
    """What keeps a statement, or a bare step, from standing.

    Of one that is out the live rebuttals and accepted statements that contradict it (weighed: the rebuttals that
    outweigh its live supports), of one that is undecided the undecided or counting ones. Empty where it stands,
    or where all that is amiss is its ground (or a bare step's premises).
    """
    label = ev.label(id)
    if label is Label.IN:
        return ()
    wanted = Label.IN if label is Label.OUT else Label.UNDEC
    if id not in ev.labelling.labels:
        return tuple(cutter for cutter in undercut_by(ev, id) if ev.labelling.live[cutter] is wanted)
    if ev.graph.is_weighed(id):
        return _weighed_down_by(ev, id)
    return tuple(dict.fromkeys(other for other, bite in _against(ev, id) if bite is wanted))


def _weighed_down_by(ev: Evaluation, id: str) -> tuple[str, ...]:
    if ev.label(id) is Label.OUT:
        found = tally(ev, id)
        heavier = {w.heavier for w in found.comparisons if w.live and w.lighter in found.supports.live}
        return tuple(rebuttal.id for rebuttal in ev.graph.rebuttals(id) if rebuttal.id in heavier)
    return tuple(dict.fromkeys(other for other, bite in _against(ev, id) if bite is not Label.OUT))


def _against(ev: Evaluation, id: str) -> Iterator[tuple[str, Label]]:
    """The rebuttals of a statement, and what contradicts it, each with how much it has against it."""
    worth = ev.labelling.counts if ev.graph.is_weighed(id) else ev.labelling.live
    yield from ((rebuttal.id, worth[rebuttal.id]) for rebuttal in ev.graph.rebuttals(id))
    yield from ((other, ev.label(other)) for other in ev.graph.contradictions.get(id, ()))


def undercut_by(ev: Evaluation, step: str) -> tuple[str, ...]:
    """The live undercutters of a step; where none is, the undecided ones."""
    labels = {undercutter.id: ev.labelling.live[undercutter.id] for undercutter in ev.graph.undercutters(step)}
    best = Label.IN if Label.IN in labels.values() else Label.UNDEC
    return tuple(id for id, label in labels.items() if label is best)


def failing_premises(ev: Evaluation, step: str, as_much: Label | None = None) -> tuple[str, ...]:
    """The premises of a step that are not accepted, and the steps that it needs and that are not live;
    with `as_much`, only those of that label."""
    statement = ev.debate.statements[step]
    if isinstance(statement, Claim):
        return ()
    live, steps = ev.labelling.live, set(statement.needed_steps)
    found = {id: live[id] if id in steps else ev.label(id) for id in statement.premise_ids}
    return tuple(id for id, label in found.items() if label is not Label.IN and as_much in (None, label))


def unanswered(ev: Evaluation, side: str | None = None) -> tuple[str, ...]:
    """Live rebuttals and undercutters that take down a contested statement or a step, and that nobody has even
    tried to answer; with `side`, those that this side has made (and the other has still to answer). What fails with the
    audience that hears the debate takes nothing down; an answer that is marked `undeveloped: true` is no try."""
    heard = {each.id for id in ev.debate.statements for each in (*ev.graph.rebuttals(id), *ev.graph.undercutters(id))}
    return tuple(
        rebuttal.id
        for rebuttal in ev.debate.rebuttals
        if (side is None or ev.graph.sides[rebuttal.id] == side)
        and ev.labelling.live[rebuttal.id] is Label.IN
        and rebuttal.id in heard
        and (rebuttal.undercuts or not ev.graph.is_weighed(rebuttal.target))
        and all(ev.debate.statements[id].undeveloped for id, _ in answers_tried(ev, rebuttal.id))
    )


def voice(statement: Statement) -> str:
    """Whose words it says: its own, or of a bare step with one premise that premise's."""
    if isinstance(statement, Claim) or statement.text is not None or len(statement.premises) > 1:
        return statement.id
    return statement.premise_ids[0]


def asserted(ev: Evaluation, id: str) -> list[str]:
    """What somebody says who makes an argument: the statement itself, unless it is a bare step, and its premises."""
    statement = ev.debate.statements[id]
    own = [id] if statement.text is not None else []
    return own if isinstance(statement, Claim) else [*own, *statement.premise_ids]


def answers(ev: Evaluation, id: str) -> list[Rebuttal]:
    """What contests a statement, its step, a premise of that, or a step that it needs."""
    statement = ev.debate.statements[id]
    steps = [id] if isinstance(statement, Claim) else [id, *statement.needed_steps]
    found = [rebuttal for each in asserted(ev, id) for rebuttal in ev.graph.rebuttals(each)]
    found += [cutter for each in steps for cutter in ev.graph.undercutters(each)]
    return list({each.id: each for each in found if each.id != id}.values())


def answers_tried(ev: Evaluation, rebuttal: str) -> tuple[tuple[str, Label], ...]:
    """The rebuttals and undercutters of a rebuttal (of a bare one also the rebuttals of its premises), each with
    whether it is live."""
    statement = ev.debate.statements[rebuttal]
    asserted = [rebuttal] if isinstance(statement, Claim) or not statement.is_bare else list(statement.needed)
    tried = [answer.id for id in asserted for answer in ev.graph.rebuttals(id)]
    tried += [answer.id for answer in ev.graph.undercutters(rebuttal)]
    return tuple((id, ev.labelling.live[id]) for id in dict.fromkeys(tried))
