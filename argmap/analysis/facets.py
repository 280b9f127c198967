"""Whether what is said and shown is about the plan itself: its actor, mission, place and time.

Evidence is measured against its own statement, and a statement against the nearest one above it that states the same
facet, up to the resolution. Facets that only one of the two states are no difference; arguments from another case are
measured against nothing above them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.analysis.content_words import content_words
from argmap.evaluation.evaluated import Evaluation
from argmap.model import Claim, Evidence, Facets, Statement
from argmap.model.diagnostics import Address

FACETS = ("actor", "mission", "place", "time")
OTHER_CASE = frozenset({"precedent", "analogy", "example"})
"""Schemes that argue from one case to another: whether the two are alike is for their critical questions."""
_TURNS = frozenset({"before", "after", "until", "outside", "beyond", "without", "except", "not", "no", "non", "never"})
_SMALL = frozenset({"in", "on", "at", "by", "for", "to", "from", "into", "inside", "within", "during", "between", "or"})


class Stated(NamedTuple):
    """A facet, and where it is stated."""

    value: str
    id: str


Plan = Mapping[str, Stated]
"""The facets that hold at some place of the debate, by name."""


class Bearing(NamedTuple):
    """A statement, or a piece of its evidence, that states facets; `differing` is what each that differs is measured
    against."""

    id: str
    evidence: Evidence | None
    at: Address
    facets: Facets
    differing: Mapping[str, Stated]


def bearings(ev: Evaluation) -> Iterator[Bearing]:
    """Each statement and each piece of evidence that states facets, with how they differ from those above it."""
    statements = ev.debate.statements
    if not any(x.facets or any(e.facets for e in x.evidence) for x in statements.values()):
        return
    above = _above(ev)
    for id, statement in statements.items():
        plan = {} if _is_other_case(statement) else above.get(id, {})
        if statement.facets:
            yield Bearing(id, None, ("statements", id), statement.facets, _differing(statement.facets, plan))
        own = {**plan, **_stated(id, statement.facets)}
        for number, evidence in enumerate(statement.evidence):
            if evidence.facets:
                at = ("statements", id, "evidence", number)
                yield Bearing(id, evidence, at, evidence.facets, _differing(evidence.facets, own))


def _differing(facets: Facets, plan: Plan) -> dict[str, Stated]:
    stated = _stated("", facets).items()
    return {name: plan[name] for name, (value, _) in stated if name in plan and not agree(value, plan[name].value)}


def _above(ev: Evaluation) -> dict[str, Plan]:
    """What is stated above each statement, nearest first: on the shortest way to a resolution."""
    plans: dict[str, Plan] = {resolution.id: {} for resolution in ev.debate.resolutions}
    waiting = deque(plans)
    while waiting:
        id = waiting.popleft()
        statement = ev.debate.statements[id]
        below = {**plans[id], **_stated(id, statement.facets)} if statement.facets else plans[id]
        premises = () if isinstance(statement, Claim) else statement.premise_ids
        for other in (*(step.id for step in ev.graph.answers(id)), *premises):
            if other not in plans:
                plans[other] = below
                waiting.append(other)
    return plans


def _stated(id: str, facets: Facets | None) -> dict[str, Stated]:
    return {name: Stated(value, id) for name in FACETS if facets and (value := getattr(facets, name))}


def _is_other_case(statement: Statement) -> bool:
    scheme = None if isinstance(statement, Claim) else statement.scheme
    return statement.role == "precedent" or scheme in OTHER_CASE


def agree(one: str, other: str) -> bool:
    """Whether two facets have the same words, or one the words of the other and more; `before` is not `after`."""
    first, second = _words(one), _words(other)
    if first and second and all(map(_is_year, first | second)):
        return min(first) <= max(second) and min(second) <= max(first)
    return first & _TURNS == second & _TURNS and (first <= second or second <= first)


def _words(facet: str) -> frozenset[str]:
    every = content_words(facet)
    kept = frozenset(_singular(word) for word in every if word not in _SMALL)
    return kept or frozenset(every)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal()


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
