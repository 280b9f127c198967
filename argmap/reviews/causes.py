"""Which changes make a statement stand or fall, or an argument count or not: the smallest set that does it, found by
making the changes.

What a change can touch lies in the direction of the steps: the target of a step, the steps that use a premise, the
step that is outweighed. Everything else keeps its label whatever part of the changes is made; so only the region that
can be touched is evaluated, with what it rests on settled as it stands. Sets of one change are tried first, then of
two and three; where none of these is enough, all changes that bear on the statement are, and those that can be spared
are taken away one by one (which leaves a set no part of which is enough).
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.force import Force, force
from argmap.evaluation.framework import Label
from argmap.model import Claim, Debate, Evidence, Position, Statement
from argmap.model.change import Change, Kind
from argmap.reviews.apply import edited
from argmap.reviews.partial import connected
from argmap.reviews.records import Names, Record, Records, renamed, statement_of, statement_record

LARGEST = 3
"""Sets up to this size are all tried, within the budget."""

BUDGET = 100_000
"""How many statements are evaluated in all, over all trials, before the search for smaller sets is given up; as many
again may go into taking away what can be spared."""

_EDITS = 8
"""How many changes are made in the time in which one statement is evaluated."""

TIES = 4
"""How many premises, contradictions and comparisons are looked at in the time in which one statement is evaluated."""

Goal = Label | Force
"""What a flip comes to."""

identity = id
"""Python's own `id`; in here ids are those of statements."""

_BEARING = frozenset(
    {"type", "of", "undercuts", "premises", "contradicts", "outweighs", "weigh", "undeveloped", "evidence"}
)


@dataclass(frozen=True)
class Cause:
    """Changes that together give a statement its new label. `smallest`: no smaller set does. `irreducible`: none of
    them can be spared."""

    changes: tuple[Change, ...]
    smallest: bool
    irreducible: bool = True


def causes(
    before: Evaluation, after: Evaluation, changes: Sequence[Change], flips: Mapping[str, Goal], names: Names
) -> dict[str, Cause]:
    """For each statement whose label, or as an argument whose force, became another one (new id -> the new one) the
    changes that make it so."""
    return _Search(before, after, changes, names, flips).run()


class _Search:
    """One search: the region that changes can touch, and the trials in it."""

    def __init__(
        self, before: Evaluation, after: Evaluation, changes: Sequence[Change], names: Names, flips: Mapping[str, Goal]
    ) -> None:
        self.before, self.after = _Version(before, names), _Version(after, {})
        self.ungrounded = Counter(c.id for c in changes if c.kind is Kind.EVIDENCE_REMOVED)
        self.changes = [change for change in changes if _bears(change) and self._grounds(change)]
        self.at: dict[str, list[tuple[int, Change]]] = defaultdict(list)
        for place, change in enumerate(self.changes):
            self.at[change.id].append((place, change))
        ids = {change.id for change in self.changes}
        links = [self.before.dependents, self.after.dependents]
        self.below = [self.before.dependencies, self.after.dependencies]
        # nothing else can matter to what flips; the force of an argument is that on a target, weighed or not
        targets = {end for id, goal in flips.items() if isinstance(goal, Force) for end in self._targets(id)}
        asked = _reached({*flips, *targets}, self.below)
        self.region = {id: None for id in _reached(ids, links) if id in asked}
        self.ends = self._needed(self.region)
        self._widen({change.id for change in self.changes if _connects(change)})
        self.frame = {id: d for id in self._frame() if (d := self._settled(id))}
        self.records: Records = {("statement", id): r for id in self.region if (r := self.before.record(id))}
        self.made: dict[int, tuple[Record, Statement]] = {}
        self.tried: dict[tuple[int, ...], Mapping[str, Goal]] = {}
        self.flips = flips
        self.left = BUDGET

    def _widen(self, changed: Iterable[str]) -> None:
        """Take into the region what may not be there at all while some of the changes are not made: of what it rests on
        and hangs from, all that hangs from a statement which a change adds, removes or turns into something else."""
        hanging = _reached(changed, [self.before.hanging, self.after.hanging])
        while more := [id for id in self._frame() if id in hanging]:
            self.region |= dict.fromkeys(more)
            self.ends |= self._needed(more)

    def _grounds(self, change: Change) -> bool:
        """Evidence bears on a label only where a statement comes to have some or none, be it on the way."""
        if change.edits[0].field != "evidence":
            return True
        return self.before.pieces_of_evidence(change.id) == self.ungrounded[change.id]

    def _settled(self, id: str) -> list[tuple[str, Record]] | None:
        return self.before.settled(id, self.region) or self.after.settled(id, self.region)

    def _frame(self) -> Iterator[str]:
        """What the region rests on or hangs from and does not hold, in a fixed order."""
        seen = set(self.region)
        yield from sorted(self.ends - seen)
        seen |= self.ends
        for links in self.below:
            for id in sorted(self.region):
                for below in links.get(id, ()):
                    if below not in seen:
                        seen.add(below)
                        yield below

    def run(self) -> dict[str, Cause]:
        """Singles for all flips at once, then each flip by itself."""
        flips = self.flips
        found: dict[str, Cause] = {}
        bearing = {id: self._bearing_on(id) for id in flips}
        concerns = defaultdict(list)
        for id in flips:
            for change in bearing[id]:
                concerns[identity(change)].append(id)
        for change in self.changes:
            if self.left <= 0:
                break
            concerned = [id for id in concerns[identity(change)] if id not in found]
            labels = self._try([change]) if concerned else {}
            found |= {id: Cause((change,), True) for id in concerned if labels.get(id) is flips[id]}
        for id, label in flips.items():
            if id not in found:
                found[id] = self._for(id, label, bearing[id])
        return found

    def _for(self, id: str, label: Goal, bearing: list[Change]) -> Cause:
        for size in range(2, min(LARGEST, len(bearing) - 1) + 1):
            for some in combinations(bearing, size):
                if self.left <= 0:
                    return self._pruned(id, label, bearing)
                if self._try(some).get(id) is label:
                    return Cause(some, True)
        if len(bearing) <= LARGEST and self.left > 0:
            return Cause(tuple(bearing), True)
        return self._pruned(id, label, bearing)

    def _pruned(self, id: str, label: Goal, bearing: list[Change]) -> Cause:
        """All that bear on it but those that can be spared, by halves, then one by one."""
        tried_all = self.left > 0
        kept, part = list(bearing), max(1, len(bearing) // 2)
        while True:
            fewer = self._spared(id, label, kept, part)
            if self.left <= -BUDGET or (part == 1 and len(fewer) == len(kept)):
                return Cause(tuple(fewer), tried_all and len(fewer) == LARGEST + 1, self.left > -BUDGET)
            kept, part = fewer, max(1, part // 2)

    def _spared(self, id: str, label: Goal, kept: list[Change], part: int) -> list[Change]:
        """What is left when each run of `part` changes that can be spared is."""
        at = 0
        while at < len(kept) and len(kept) > 1 and self.left > -BUDGET:
            rest = kept[:at] + kept[at + part :]
            if rest and self._try(rest).get(id) is label:
                kept = rest
            else:
                at += part
        return kept

    def _bearing_on(self, id: str) -> list[Change]:
        """The changes on which a statement can depend, the nearest first."""
        distance = _distances(id, self.below)
        needed = self._needed(distance)
        near = [(place, c) for below in distance for place, c in self.at.get(below, ())]
        beyond = (each for end in needed if end not in distance for each in self.at.get(end, ()))
        by_force = isinstance(self.flips[id], Force)
        near += [(place, c) for place, c in beyond if _connects(c) or (by_force and _weighs(c))]
        near.sort(key=lambda each: (distance.get(each[1].id, len(distance)), each[0]))
        return [change for _, change in near]

    def _targets(self, id: str) -> set[str]:
        return {*self.before.ends(id)[:1], *self.after.ends(id)[:1]}

    def _needed(self, ids: Iterable[str]) -> set[str]:
        """What has to be there for steps to be made at all: premises, and what they answer to up to the resolutions."""
        found, queue = set[str](), deque(ids)
        while queue:
            id = queue.popleft()
            for end in (*self.before.ends(id), *self.after.ends(id)):
                if end not in found:
                    found.add(end)
                    queue.append(end)
        return found

    def _try(self, some: Iterable[Change]) -> Mapping[str, Goal]:
        """The labels, or forces, in the region with some of the changes made."""
        some = list(some)
        mark = tuple(sorted(identity(change) for change in some))
        if mark not in self.tried:
            self.tried[mark] = self._labels(some)
        return self.tried[mark]

    def _labels(self, some: Iterable[Change]) -> Mapping[str, Goal]:
        edits = [edit for change in some for edit in change.edits]
        records = edited(self.records, edits)
        ties = sum(len(each.get(field, ())) for each in records.values() for field in _TYING)
        self.left -= len(records) + len(self.frame) + len(edits) // _EDITS + ties // TIES
        ev = evaluate(self._debate(records))
        labels, live = ev.labelling.labels, ev.labelling.live
        forces = {id: force(ev, id) for id, goal in self.flips.items() if isinstance(goal, Force) and id in live}
        return {id: forces.get(id) or labels[id] for id in self.flips if id in forces or id in labels}

    def _debate(self, records: Records) -> Debate:
        """A debate to evaluate: the region with its frame, without what leads to nothing in it."""
        every = {key[1]: record for key, record in records.items()}
        for id, settled in self.frame.items():
            if id not in every:
                every.update(settled)
        statements = [self._statement(id, record) for id, record in connected(every).items()]
        resolutions = tuple(s for s in statements if every[s.id]["position"] == "")
        rest = tuple(s for s in statements if every[s.id]["position"] != "")
        position = Position.model_construct(id="_", arguments=rest)
        values: dict[str, Any] = {"id": "_", "title": "_", "resolutions": resolutions, "positions": (position,)}
        return Debate.model_construct(**values)

    def _statement(self, id: str, record: Record) -> Statement:
        """The statement of a record, made once; from trial to trial most records are the same."""
        mark = identity(record)
        if mark not in self.made:
            self.made[mark] = record, statement_of(id, record)
        return self.made[mark][1]


_TYING = ("premises", "contradicts", "outweighs")


def _bears(change: Change) -> bool:
    """Whether a change can touch any label."""
    if change.subject != "statement" or change.kind is Kind.RENAMED:
        return False
    return any(
        edit.field is None
        or edit.field in _BEARING
        or (edit.field == "text" and None in (edit.before, edit.after))
        or (edit.field == "position" and "" in (edit.before, edit.after))  # a claim becomes a resolution
        for edit in change.edits
    )


def _connects(change: Change) -> bool:
    """Whether a change adds or removes a statement, or may make it one that nothing can answer to."""
    return any(edit.field in (None, "type", "text", "of", "undercuts", "premises") for edit in change.edits)


def _weighs(change: Change) -> bool:
    """Whether a change makes a statement one that is weighed, or no longer."""
    return any(edit.field in ("weigh", "position") for edit in change.edits)


class _Version:
    """One version of the debate, under the new names."""

    def __init__(self, ev: Evaluation, names: Names) -> None:
        self.ev = ev
        self.new = {key[1]: name for key, name in names.items() if key[0] == "statement"}
        self.old = {name: id for id, name in self.new.items()}
        self.names = names
        self.dependencies: dict[str, list[str]] = defaultdict(list)
        self.dependents: dict[str, list[str]] = defaultdict(list)
        for one, other in _dependencies(ev):
            one, other = self.new.get(one, one), self.new.get(other, other)
            self.dependencies[one].append(other)
            self.dependents[other].append(one)
        self.hanging: dict[str, list[str]] = defaultdict(list)
        for id in ev.debate.statements:
            for end in self.ends(self.new.get(id, id)):
                self.hanging[end].append(self.new.get(id, id))

    def record(self, id: str) -> Record | None:
        """The record of a statement by its new name."""
        debate, old = self.ev.debate, self.old.get(id, id)
        if old not in debate.statements:
            return None
        record = statement_record(debate.statements[old], debate.position_of.get(old))
        return renamed({("statement", old): record}, self.names)["statement", id] if self.names else record

    def pieces_of_evidence(self, id: str) -> int:
        """How many there are with a statement, by its new name; none where it is not there."""
        statement = self.ev.debate.statements.get(self.old.get(id, id))
        return len(statement.evidence) if statement else 0

    def ends(self, id: str) -> list[str]:
        """What a step answers to and its premises, by their new names."""
        statement = self.ev.debate.statements.get(self.old.get(id, id))
        if statement is None or isinstance(statement, Claim):
            return []
        return [self.new.get(end, end) for end in (statement.target, *statement.premise_ids)]

    def settled(self, id: str, region: Container[str]) -> list[tuple[str, Record]] | None:
        """A statement as it stands, without what it rests on: records that give it its label come what may.

        A step that answers to nothing inside the region hangs from a claim of its own, so that it can be undercut and
        used as a premise, and touches nothing else that is settled.
        """
        record, old = self.record(id), self.old.get(id, id)
        if record is None:
            return None
        label, live = self.ev.labelling.labels.get(old), self.ev.labelling.live.get(old)
        kept: Record = {
            name: record[name] for name in ("type", "of", "undercuts", "outweighs", "text") if name in record
        }
        kept |= {"position": "_", **(_as(id, label) if label else {})}
        beside = []
        if kept["type"] != "claim" and (kept.get("undercuts") or kept.get("of")) not in region:
            hook = f"{id} hangs here"  # no id of a debate has a space
            kept.pop("undercuts", None)
            kept["of"] = hook
            beside.append((hook, _claim(hook, Label.IN)))
        if live is not None and live is not label:
            condition = f"{id} is live"
            kept["premises"] = (condition,)
            beside.append((condition, _claim(condition, live)))
        return [(id, kept), *beside]


def _as(id: str, label: Label) -> Record:
    """Fields that give a statement a label by themselves."""
    if label is Label.OUT:
        return {"undeveloped": True}
    ground = {"evidence": (Evidence(source="_"),)}  # whatever becomes of its supports
    return ground if label is Label.IN else {**ground, "contradicts": (id,)}


def _claim(id: str, label: Label) -> Record:
    return {"type": "claim", "text": id, "position": "_", **_as(id, label)}


def _dependencies(ev: Evaluation) -> Iterator[tuple[str, str]]:
    """Which label rests on which: a target on its steps, a step on its premises and on what outweighs it."""
    for statement in ev.debate.statements.values():
        if not isinstance(statement, Claim):
            yield statement.target, statement.id
            yield from ((statement.id, premise) for premise in statement.premise_ids)
        for other in statement.contradicts:
            yield statement.id, other
            yield other, statement.id
    yield from ((lighter, heavier) for heavier, lighter in ev.graph.comparisons)


def _reached(ids: Iterable[str], links: Sequence[Mapping[str, list[str]]]) -> dict[str, None]:
    found = dict.fromkeys(sorted(ids))
    queue = deque(found)
    while queue:
        id = queue.popleft()
        for each in links:
            for other in each.get(id, ()):
                if other not in found:
                    found[other] = None
                    queue.append(other)
    return found


def _distances(id: str, links: Sequence[Mapping[str, list[str]]]) -> dict[str, int]:
    distance, queue = {id: 0}, deque([id])
    while queue:
        here = queue.popleft()
        for each in links:
            for other in each.get(here, ()):
                if other not in distance:
                    distance[other] = distance[here] + 1
                    queue.append(other)
    return distance
