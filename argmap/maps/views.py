"""Which statements a map shows: all, the overview, the core, a position, what surrounds a statement, its dispute."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.maps.errors import MapError
from argmap.maps.position_branches import parts, tops
from argmap.model import Claim, Debate, Position
from argmap.prose.naming import NO_CORE
from argmap.wording.lists import every_one
from argmap.wording.near_misses import did_you_mean

LARGEST_WHOLE = 60
"""Above this many statements a single picture serves nobody: an overview and one map for each position instead."""

ViewKind = Literal["whole", "overview", "tree", "core", "position", "focus", "dispute", "changes"]


@dataclass(frozen=True)
class View:
    """A selection of statements.

    `overview` and `tree` show what answers directly to a resolution: as a matrix of positions, and on cards.
    `position` and `focus` name what the kinds of the same name show; of a large position `part` is the statement at the
    top of the part that is meant, "" for what stands above all parts, None for all. `depth` is the distance in steps
    from `focus`.
    `side` and `label` leave out statements of another side or standing; resolutions stay. A dispute shows what is
    `chosen`, around the statement that `focus` names. What is `marked` is drawn with a halo, on any map. `changes`
    shows what is `chosen` of one version of a debate; `flags` has what is changed about each statement, in lines that
    begin with `+` (added), `-` (removed) or `~`, and `subject` the words above the map.
    """

    kind: ViewKind = "whole"
    position: str | None = None
    part: str | None = None
    focus: str | None = None
    depth: int = 2
    side: str | None = None
    label: Label | None = None
    chosen: frozenset[str] = frozenset()
    marked: frozenset[str] = frozenset()
    flags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    subject: str = ""

    @property
    def is_local(self) -> bool:
        """Whether it shows what belongs to one statement, without portals to the rest."""
        return self.kind in ("focus", "dispute", "changes")

    @property
    def name(self) -> str:
        """A file name without its ending: `map`, `overview`, `core`, the position's id, `POSITION.ID` for a part of it,
        `focus-ID` or `dispute-ID`."""
        if self.kind == "position":
            return ".".join(filter(None, (self.position or "position", self.part)))
        if self.kind in ("focus", "dispute"):
            return f"{self.kind}-{self.focus}"
        return "map" if self.kind == "whole" else self.kind

    def checked(self, debate: Debate) -> View:
        """This view, if the debate has what it names. Raises MapError otherwise."""
        if self.kind == "position" and self.position not in {position.id for position in debate.positions}:
            known = [position.id for position in debate.positions]
            raise MapError(f"there is no position {self.position!r}{did_you_mean(self.position or '', known)}")
        if self.kind in ("focus", "dispute") and self.focus not in debate.statements:
            raise MapError(f"there is no statement {self.focus!r}{did_you_mean(self.focus or '', debate.statements)}")
        if self.kind == "core" and not debate.core:
            raise MapError(NO_CORE)
        side = None if self.side is None else debate.side_called(self.side)
        if self.side is not None and side is None:
            raise MapError(f"there is no side {self.side!r}: the sides are {every_one(debate.sides, 'and')}")
        if self.depth < 0:
            raise MapError(f"depth is {self.depth}; it must be 0 or more")
        return replace(self, side=side)


def views(evaluation: Evaluation) -> list[View]:
    """What a build draws: the whole map up to 60 statements, otherwise an overview and one map for each position, or
    for each part of a large one; and the core, where there is one."""
    debate = evaluation.debate
    core = [View("core")] if debate.core else []
    if len(debate.statements) <= LARGEST_WHOLE:
        return [View(), *core]
    filled = (position for position in debate.positions if position.arguments)
    return [View("overview"), *core, *(view for position in filled for view in _of_position(evaluation, position))]


def _of_position(evaluation: Evaluation, position: Position) -> list[View]:
    below = [View("position", position=position.id, part=top) for top in tops(evaluation, position)]
    return [View("position", position=position.id, part="" if below else None), *below]


def position_view(evaluation: Evaluation, name: str) -> View:
    """The map of that name: that of a position, its first one if there are several, or a part's, `POSITION.ID`. Raises
    MapError for a name that there is not."""
    id, _, part = name.partition(".")
    view = View("position", position=id).checked(evaluation.debate)
    known = _of_position(evaluation, next(each for each in evaluation.debate.positions if each.id == view.position))
    for each in known:
        if each.part == part or not part:
            return each
    raise MapError(f"no map of {id!r} begins at {part!r}{did_you_mean(part, [each.part or '' for each in known])}")


def selected(evaluation: Evaluation, view: View) -> tuple[str, ...]:
    """The ids of the statements that a view shows in full, in file order."""
    debate, graph = evaluation.debate, evaluation.graph
    if view.kind in ("overview", "tree"):
        ids: Iterable[str] = (*debate.resolution_ids, *_considerations(evaluation))
    elif view.kind == "core":
        ids = debate.core
    elif view.kind == "position":
        position = next(each for each in debate.positions if each.id == view.position)
        top = parts(evaluation)
        ids = (s.id for s in position.arguments if view.part is None or top.get(s.id, "") == view.part)
    elif view.kind == "focus":
        ids = _neighbourhood(evaluation, view.focus or "", view.depth)
    elif view.kind in ("dispute", "changes"):
        ids = view.chosen | ({view.focus} if view.focus else set())
    else:
        ids = debate.statements
    wanted = {id for id in ids if id in debate.resolution_ids or _passes(evaluation, view, id, graph.sides.get(id))}
    return tuple(in_file_order(evaluation, wanted))


def in_file_order(evaluation: Evaluation, ids: Iterable[str]) -> list[str]:
    """Those ids that are statements, in the order of the files; the other statements are not looked at."""
    place = evaluation.once(_places)
    return sorted((id for id in ids if id in place), key=place.__getitem__)


def _places(evaluation: Evaluation) -> dict[str, int]:
    return {id: place for place, id in enumerate(evaluation.debate.statements)}


def _passes(evaluation: Evaluation, view: View, id: str, side: str | None) -> bool:
    if view.is_local and id == view.focus:
        return True
    return (view.side is None or side == view.side) and (view.label is None or evaluation.label(id) is view.label)


def _considerations(evaluation: Evaluation) -> list[str]:
    """What answers directly to a resolution."""
    graph = evaluation.graph
    return [step.id for id in evaluation.debate.resolution_ids for step in graph.answers(id)]


def roots(evaluation: Evaluation, position: str) -> list[str]:
    """The statements of a position that answer to nothing inside it."""
    debate = evaluation.debate
    found = next(each for each in debate.positions if each.id == position).arguments
    inside = {s.id for s in found}
    return [s.id for s in found if isinstance(s, Claim) or s.target not in inside]


def _neighbourhood(evaluation: Evaluation, focus: str, depth: int) -> list[str]:
    distance = {focus: 0}
    queue = deque([focus])
    while queue:
        id = queue.popleft()
        if distance[id] == depth:
            continue
        for other in evaluation.graph.neighbours(id):
            if other not in distance:
                distance[other] = distance[id] + 1
                queue.append(other)
    return list(distance)
