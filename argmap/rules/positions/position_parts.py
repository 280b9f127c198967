"""The parts of a position: who runs it, and what each of its statements does there.

A position of a kind (a disadvantage, a counterplan) is judged part by part where it speaks of parts at all: where a
statement of the side that runs it has a `role:` of that kind. A part is there if such a statement stands in the
position, or if what the position says rests on one elsewhere (by supports and premises), leads to one, or is used
together with one as the premises of a step. Whether the part still stands is not asked: that is what the evaluation
says.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.evaluation.graph import Graph
from argmap.model import Claim, Position, PositionKind, Rebuttal, Role, Statement, Step, Support
from argmap.model.diagnostics import Address
from argmap.wording.lists import listed

FAMILIES: Mapping[PositionKind, tuple[Role, ...]] = {
    "case": ("plan", "inherency", "harms", "uniqueness", "link", "internal-link", "impact", "advantage", "solvency"),
    "advantage": ("uniqueness", "harms", "link", "internal-link", "impact", "advantage", "solvency"),
    "disadvantage": ("uniqueness", "link", "internal-link", "impact"),
    "counterplan": ("plan", "solvency", "net-benefit"),
    "kritik": ("framework", "link", "impact", "alternative"),
    "topicality": ("definition", "interpretation", "violation", "standards", "voters"),
}
"""The roles that make up each kind of position; where none of them is used, the kind is not judged by parts."""

CHAIN: tuple[Role, ...] = ("uniqueness", "link", "internal-link", "impact")
"""The parts of a disadvantage."""

AGAINST: frozenset[PositionKind] = frozenset({"disadvantage", "kritik", "topicality"})
"""The kinds that contest a resolution; the others argue for something."""

NEED_EACH_OTHER: tuple[frozenset[Role], ...] = (
    frozenset({"uniqueness", "link", "internal-link", "impact"}),
    frozenset({"harms", "inherency", "solvency"}),
    frozenset({"solvency", "net-benefit"}),
    frozenset({"link", "impact", "alternative"}),
    frozenset({"interpretation", "violation"}),
)
"""Roles of which an argument needs each that it speaks of."""

_NOTHING_ALONE: tuple[frozenset[Role], ...] = (
    frozenset({"uniqueness", "link"}),
    frozenset({"link", "alternative"}),
    frozenset({"interpretation", "violation"}),
)
"""Roles that say nothing against a plan without each other. A rebuttal may be called an impact and say it all."""


class Shell(NamedTuple):
    """A position as the side that runs it reads it out.

    `own` are the statements there of that side, and claims that both sides use; `parts` are those with a role, by
    role; `reached` are the roles of what the position rests on or bears on, wherever that stands; `serves` are the
    resolutions to which its statements lead by supports and premises alone, `proposes` those among them that are on
    its own side: for a counterplan, its text.
    """

    position: Position
    side: str
    own: tuple[str, ...]
    parts: Mapping[Role, tuple[str, ...]]
    reached: frozenset[str]
    serves: tuple[str, ...]
    proposes: tuple[str, ...]

    @property
    def at(self) -> Address:
        """Where a finding about the whole position points."""
        return ("positions", self.position.id)

    @property
    def kind(self) -> PositionKind | None:
        """What it is in a policy debate."""
        return self.position.kind

    @property
    def family(self) -> tuple[Role, ...]:
        """The roles that make up a position of its kind."""
        return FAMILIES.get(self.position.kind, ()) if self.position.kind else ()

    @property
    def speaks(self) -> bool:
        """Whether it speaks of its parts at all."""
        return any(role in self.parts for role in self.family)

    def has(self, *roles: Role) -> bool:
        """Whether a part with one of these roles is there, or is reached from there."""
        return any(role in self.parts or role in self.reached for role in roles)

    def first(self, *roles: Role) -> str:
        """The first statement of the first of these roles that is there; the first statement where none is."""
        return next((self.parts[role][0] for role in roles if role in self.parts), self.own[0])

    def under(self, graph: Graph, role: Role, *places: Role) -> str:
        """How to add a part at the first of some others: `To the premises: of a, add a claim with role: link`."""
        return f"{added_at(graph, self, self.first(*places))} with role: {role}"

    def head(self) -> Step | None:
        """The first of its steps that answers to something outside of the position."""
        here = {statement.id for statement in self.position.arguments}
        steps = (s for s in self.position.arguments if not isinstance(s, Claim) and s.id in self.own)
        return next((step for step in steps if step.target not in here), None)

    @property
    def named(self) -> str:
        """The parts that it has, in words: `link and impact`."""
        return listed([role_words(role) for role in self.family if self.has(role)])


def added_at(graph: Graph, shell: Shell, place: str, many: bool = False) -> str:
    """How to add a part that a statement of a position needs: to the premises of its step, or of the step that needs
    it; beside a claim that no step needs to those of the step by which the position argues, with the claim."""
    steps = [each for each in shell.position.arguments if not isinstance(each, Claim) and each.id in shell.own]
    step = next((each for each in steps if each.id == place or place in each.premise_ids), None)
    claims = "claims" if many else "a claim"
    if step is not None:
        return f"To the premises: of {step.id}, add {claims}"
    head = shell.head()
    if head is not None and place not in graph.debate.resolution_ids and not graph.uses(place):
        return f"To the premises: of {head.id}, add {place}, which no step uses yet, and {claims}"
    return f"Under {place}, add {'supports' if many else 'a support'}"


def argued_by(graph: Graph, shell: Shell, *roles: Role) -> str | None:
    """The step by which a position argues, which may draw on one more premise: the first with one of these roles, or
    that opens it, or that uses what it says; None where it has none."""
    parts = [id for role in roles for id in shell.parts.get(role, ())]
    head, own = shell.head(), [graph.debate.statements[id] for id in (*parts, *shell.own)]
    first = next((s for s in own[: len(parts)] if not isinstance(s, Claim)), head)
    first = first or next((step for s in own for step in graph.uses(s.id)), None)
    return first.id if first else None


def beside(step: Step) -> str:
    """What answers to the same as a step, and in the same way: `a rebuttal of plan`, `an undercutter of link`."""
    if isinstance(step, Rebuttal) and step.undercuts:
        return f"an undercutter of {step.undercuts}"
    return f"a {'support' if isinstance(step, Support) else 'rebuttal'} of {step.target}"


def made_premise(graph: Graph, part: Statement, premises: str) -> str:
    """How a part comes to be among the `premises` of a step: as a claim, with all that it needs in turn beside it;
    where others speak of its step, with that."""
    if isinstance(part, Claim):
        return f"name {part.id} in {premises}"
    compared = any(part.id in pair for pair in graph.comparisons)
    if compared or graph.undercutters(part.id) or any(part.id in s.needed_steps for s in graph.uses(part.id)):
        return f"write {{step: {part.id}}} into {premises}"
    needed = ", with its own premises beside it" if part.premises else ""
    return f"make {part.id} a claim below {premises}{needed}"


def alternatives(graph: Graph, id: str) -> Iterator[tuple[Position, list[Step]]]:
    """The supports of a statement, and its rebuttals, that stand in one position and need each other, being its parts:
    as they are written, each counts alone."""
    for steps, kinds in ((graph.supports(id), FAMILIES), (graph.rebuttals(id), AGAINST)):
        by_position: dict[str, list[Step]] = {}
        for step in steps:
            if step.role and step.text is not None:
                by_position.setdefault(graph.debate.position_of[step.id].id, []).append(step)
        for together in by_position.values():
            position = graph.debate.position_of[together[0].id]
            roles = {step.role for step in together if step.role}
            parts = max((roles & family for family in NEED_EACH_OTHER), key=len)
            alone = kinds is AGAINST and not any(pair <= parts for pair in _NOTHING_ALONE)
            if len(parts) > 1 and position.kind in kinds and not alone:
                yield position, [step for step in together if step.role in parts]


def role_words(role: Role) -> str:
    """A role as a debater says it."""
    return "internal link" if role == "internal-link" else role.replace("-", " ")


def shells(graph: Graph, *kinds: PositionKind) -> Iterator[Shell]:
    """The positions of these kinds that speak of their parts, in file order, but those that `is_misnamed`: what they
    lack for being what they are called says nothing."""
    found = (shell for shell in _all(graph) if shell.kind in kinds and shell.speaks)
    return (shell for shell in found if not is_misnamed(graph, shell.position))


def shell_of(graph: Graph, id: str) -> Shell | None:
    """The position that a statement stands in, seen from the side that runs it; None where nobody does."""
    position = graph.debate.position_of.get(id)
    return _by_position(graph).get(position.id) if position else None


def runner(graph: Graph, position: Position) -> str | None:
    """The side that runs a position: the one that most of its opening statements are on.

    These answer to nothing in the position itself; in a disadvantage, kritik or topicality those that contest
    something count first, elsewhere those that support something. Where the two sides open it alike, it is run by the
    side to which its kind belongs: the negative for counterplans and for what contests a resolution.
    """
    debate, here = graph.debate, {statement.id for statement in position.arguments}
    steps = [s for s in position.arguments if not isinstance(s, Claim) and s.target not in here]
    wanted = Rebuttal if position.kind in AGAINST else Support
    groups = ([s for s in steps if type(s) is wanted], steps, position.arguments)
    counts = (Counter(side for s in group if (side := graph.sides[s.id])) for group in groups)
    votes = next((count for count in counts if count), None)
    if votes is None:
        return None
    usual = debate.pro if position.kind in ("case", "advantage") else debate.con
    return max(votes, key=lambda side: (votes[side], side == usual))


def is_misnamed(graph: Graph, position: Position) -> bool:
    """Whether a position is called an advantage and only contests resolutions, or a disadvantage that only supports
    them."""
    if position.kind not in ("advantage", "disadvantage"):
        return False
    steps = [s for s in position.arguments if not isinstance(s, Claim) and s.of in graph.debate.resolution_ids]
    wrong = Rebuttal if position.kind == "advantage" else Support
    return bool(steps) and all(type(step) is wrong for step in steps)


def opens(graph: Graph, statement: Statement) -> bool:
    """Whether a statement answers a resolution directly: then it says all at once that the plan leads to the impact."""
    return not isinstance(statement, Claim) and statement.target in graph.debate.resolution_ids


def whole_disadvantage(graph: Graph, id: str) -> list[str]:
    """The parts of the position to which a part belongs; none where the position has several impacts and so may be
    several disadvantages."""
    shell, statement = shell_of(graph, id), graph.debate.statements[id]
    if shell is None or id not in shell.own or not (statement.role in CHAIN or opens(graph, statement)):
        return []
    one = shell.kind in ("disadvantage", "advantage", "kritik") and len(shell.parts.get("impact", ())) <= 1
    return [each for role in CHAIN for each in shell.parts.get(role, ()) if one]


def grounds(graph: Graph, id: str) -> Iterator[str]:
    """What a statement or step rests on directly: its supports and its premises."""
    yield from (support.id for support in graph.supports(id))
    statement = graph.debate.statements[id]
    if type(statement) is Support or type(statement) is Rebuttal:  # isinstance is slow on models
        yield from statement.premise_ids


def served(graph: Graph, id: str) -> Iterator[str]:
    """What a statement bears on directly: what it supports, and the steps that use it as a premise."""
    statement = graph.debate.statements[id]
    if type(statement) is Support:
        yield statement.of
    yield from (step.id for step in graph.uses(id))


def reach(starts: Iterable[str], after: Callable[[str], Iterable[str]], most: int | None = None) -> dict[str, int]:
    """What is reached from some statements, themselves included, the nearest `most` of them: id to distance."""
    distance = dict.fromkeys(starts, 0)
    queue = deque(distance)
    while queue:
        id = queue.popleft()
        for other in after(id):
            if other not in distance:
                if most is not None and len(distance) >= most:
                    return distance
                distance[other] = distance[id] + 1
                queue.append(other)
    return distance


def upward(graph: Graph, id: str) -> Iterator[str]:
    """As `served`, but a resolution ends the way: what else it serves is no part of this argument."""
    return iter(()) if id in graph.debate.resolution_ids else served(graph, id)


def stands(ev: Evaluation, id: str) -> bool:
    """Whether a statement has not been defeated; where it answers to another, whether its step has not, which needs
    the statement."""
    return ev.labelling.live.get(id, ev.labelling.labels.get(id)) is not Label.OUT


@lru_cache(maxsize=1)
def _by_position(graph: Graph) -> Mapping[str, Shell]:
    return {shell.position.id: shell for shell in _all(graph)}


@lru_cache(maxsize=1)  # a debate is checked by many rules, one after the other
def _all(graph: Graph) -> tuple[Shell, ...]:
    judged = [position for position in graph.debate.positions if position.kind in FAMILIES]
    marks = _marks(graph) if judged else {}
    made = (_shell(graph, position, marks) for position in judged)
    return tuple(shell for shell in made if shell)


def _marks(graph: Graph) -> dict[str, set[str]]:
    """For each statement the roles of what it rests on and bears on, its own, and the resolutions that it serves."""
    statements, resolutions = graph.debate.statements, graph.debate.resolution_ids
    numbers: dict[str, int] = {}
    start = {s.id: 1 << numbers.setdefault(s.role, len(numbers)) for s in statements.values() if s.role}
    goals = {id: 1 << numbers.setdefault(f"@{id}", len(numbers)) for id in resolutions}
    up, down = _ways(graph)
    below, above = _spread(start, up), _spread(start | goals, down)
    found = {id: below.get(id, 0) | above.get(id, 0) for id in statements}
    names = {bits: {name for name, number in numbers.items() if bits >> number & 1} for bits in {*found.values()}}
    return {id: names[bits] for id, bits in found.items()}


def _ways(graph: Graph) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """For each statement what it bears on and what it rests on; no way leads through a resolution."""
    resolutions = graph.debate.resolution_ids
    up: dict[str, list[str]] = {}
    down: dict[str, list[str]] = {}
    for id in graph.debate.statements:
        for ground in grounds(graph, id):
            down.setdefault(id, []).append(ground)
            up.setdefault(ground, []).append(id)
    for resolution in resolutions:
        up.pop(resolution, None)
        for using in graph.uses(resolution):
            down[using.id].remove(resolution)
    return up, down


def _spread(start: Mapping[str, int], ways: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The marks, as bits, of each statement and of all from which there is a way to it."""
    found, todo = dict(start), list(start)
    while todo:
        id = todo.pop()
        bits = found[id]
        for other in ways.get(id, ()):
            before = found.get(other, 0)
            if bits | before != before:
                found[other] = bits | before
                todo.append(other)
    return found


def _shell(graph: Graph, position: Position, marks: Mapping[str, set[str]]) -> Shell | None:
    side = runner(graph, position)
    own = [s for s in position.arguments if side and graph.sides[s.id] in (side, None)]
    if side is None or not own:
        return None
    steps = (step.id for s in own for step in graph.uses(s.id) if graph.sides[step.id] == side)
    reached = set().union(*(marks[id] for id in (*(s.id for s in own), *steps)))
    serves = tuple(claim.id for claim in graph.debate.resolutions if f"@{claim.id}" in reached)
    return Shell(
        position,
        side,
        own=tuple(s.id for s in own),
        parts=_by_role(own),
        reached=frozenset(reached),
        serves=serves,
        proposes=tuple(id for id in serves if graph.sides[id] == side),
    )


def _by_role(statements: Iterable[Statement]) -> dict[Role, tuple[str, ...]]:
    found: dict[Role, list[str]] = {}
    for statement in statements:
        if statement.role:
            found.setdefault(statement.role, []).append(statement.id)
    return {role: tuple(ids) for role, ids in found.items()}
