"""Random valid debates: cycles, undercutters of undercutters, bare steps, weighing, contradictions and all.

`debates()` is the Hypothesis strategy; `random_debate(seed)` makes the same kind of debate faster, for tests that
need thousands.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st

from argmap.model import (
    ALL,
    Claim,
    Comparison,
    Debate,
    Decision,
    Evidence,
    Facets,
    Position,
    Rebuttal,
    Recommendation,
    Risk,
    Source,
    Stakes,
    Statement,
    StepPremise,
    Support,
)

S = TypeVar("S", bound=Statement)

Pick = Callable[[Sequence[Any]], Any]


def picking(draw: Callable[[st.SearchStrategy[int]], int]) -> Pick:
    """A `pick` that Hypothesis makes, the first option the simplest. To make a strategy takes longer than to draw from
    it, and these are drawn from some sixty times an example."""
    return lambda options: options[draw(_index(len(options)))]


@cache
def _index(size: int) -> st.SearchStrategy[int]:
    return st.integers(0, size - 1)


@st.composite
def debates(draw: st.DrawFn, max_statements: int = 9) -> Debate:
    """Valid debates of up to `max_statements` statements beside the resolutions, simplest first."""
    return build(picking(draw), max_statements)


@st.composite
def policy_debates(draw: st.DrawFn, max_statements: int = 9) -> Debate:
    """The same with the words of policy debate: cards, facets, risks, options, parties, a recommendation."""
    pick = picking(draw)
    return dressed(build(pick, max_statements), pick)


def random_debate(seed: int, max_statements: int = 9) -> Debate:
    """The debate of a seed."""
    return build(random.Random(seed).choice, max_statements)


@dataclass
class _Plan:
    """The types, ids and targets, before the details are drawn."""

    resolutions: list[str]
    kinds: dict[str, str] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)

    @property
    def statements(self) -> list[str]:
        """All that can be contested, supported and used as a premise: not the bare steps."""
        return [*self.resolutions, *[id for id, kind in self.kinds.items() if not kind.startswith("bare")]]

    @property
    def steps(self) -> list[str]:
        """All that can be undercut."""
        return [id for id, kind in self.kinds.items() if kind != "claim"]


KINDS = ("support", "rebuttal", "undercutter", "claim", "bare-support", "bare-rebuttal", "bare-undercutter")
LIKELY_KINDS = ("support", "rebuttal", "rebuttal", "support", "undercutter", *KINDS)


def build(pick: Pick, max_statements: int) -> Debate:
    """A debate all of whose choices are made by `pick`."""
    plan = _Plan([f"r{n}" for n in range(pick((1, 1, 2)))])
    for n in range(pick(range(max_statements + 1))):
        plan.kinds[f"s{n}"] = pick(LIKELY_KINDS)
    _aim(plan, pick)
    made = [_statement(plan, id, pick) for id in plan.kinds]
    cuts = sorted(pick(range(len(made) + 1)) for _ in range(2))
    parts = [made[: cuts[0]], made[cuts[0] : cuts[1]], made[cuts[1] :]]
    return Debate(
        id="random",
        title="Random",
        resolutions=tuple(Claim(id=id, text=f"{id} should be done.") for id in plan.resolutions),
        positions=tuple(Position(id=f"p{n}", arguments=tuple(part)) for n, part in enumerate(parts)),
        sources={"source": Source(id="source", title="A source")},
    )


def _aim(plan: _Plan, pick: Pick) -> None:
    """Give each step a target other than itself; what finds none becomes a claim."""
    for id, kind in plan.kinds.items():
        if kind == "claim":
            continue
        aims = plan.steps if kind.endswith("undercutter") else plan.statements
        others = [aim for aim in aims if aim != id]
        if others:
            plan.targets[id] = pick(others)
    for id in plan.kinds:
        if id not in plan.targets:
            plan.kinds[id] = "claim"
    _drop_dangling_undercutters(plan)


def _drop_dangling_undercutters(plan: _Plan) -> None:
    """What undercuts a step that has become a claim contests the claim instead."""
    for id, kind in plan.kinds.items():
        if kind.endswith("undercutter") and plan.targets[id] not in plan.steps:
            plan.kinds[id] = kind.replace("undercutter", "rebuttal")


def _statement(plan: _Plan, id: str, pick: Pick) -> Statement:
    kind, bare = plan.kinds[id], plan.kinds[id].startswith("bare")
    details: dict[str, Any] = {} if bare else _details(plan, id, pick)
    if kind == "claim":
        return Claim(id=id, **details)
    others = [other for other in plan.statements if other != id]
    count = pick((1, 1, 2)) if bare else pick((0, 0, 0, 1))
    steps = [StepPremise(step=other) for other in plan.steps if other != id]
    details["premises"] = tuple({
        str(premise): premise for _ in range(count) if (of := pick((others, others, steps)) or others)
        for premise in [pick(of)]
    }.values())  # fmt: skip
    details["outweighs"] = _comparisons(plan, id, pick)
    target = plan.targets[id]
    if kind.endswith("support"):
        return Support(id=id, of=target, **details)
    if kind.endswith("undercutter"):
        return Rebuttal(id=id, undercuts=target, **details)
    return Rebuttal(id=id, of=target, **details)


def _details(plan: _Plan, id: str, pick: Pick) -> dict[str, Any]:
    others = [other for other in plan.statements if other != id]
    contradicts = (pick(others),) if others and pick((False,) * 7 + (True,)) else ()
    return {
        "text": f"{id} is so.",
        "evidence": (Evidence(source="source"),) * pick((0, 0, 0, 1)),
        "undeveloped": pick((False, False, False, True)),
        "weigh": pick((False, False, False, True)),
        "contradicts": contradicts,
    }


def _comparisons(plan: _Plan, id: str, pick: Pick) -> tuple[Comparison, ...]:
    """Over something on the other side of the same target, as the format asks."""
    support = plan.kinds[id].endswith("support")
    rivals = [
        other
        for other, target in plan.targets.items()
        if target == plan.targets[id] and plan.kinds[other].endswith("support") != support
    ]
    if plan.kinds[id].endswith("undercutter") or not rivals or not pick((False, False, True)):
        return ()
    return (Comparison(over=pick((*rivals, ALL)), because="It is worse."),)


VALUES = ("life", "peace", "property")


def valued(debate: Debate, choose: random.Random) -> Debate:
    """A debate whose statements speak for values, before audiences that rank them."""

    def spoken(statement: S) -> S:
        promotes = choose.sample(VALUES, choose.choice((0, 1, 1, 2)))
        return statement.model_copy(update={"values": Stakes(promotes=tuple(promotes))})

    positions = (Position(id=p.id, arguments=tuple(map(spoken, p.arguments))) for p in debate.positions)
    return Debate(
        id="d", title="D", resolutions=tuple(map(spoken, debate.resolutions)), positions=tuple(positions),
        sources=debate.sources, values=dict.fromkeys(VALUES, "A value."),
        audiences={f"a{n}": tuple(choose.sample(VALUES, n)) for n in range(4)},
    )  # fmt: skip


TEXTS = (
    "Trainers will deter all attacks.", "It was obviously struck in March 2025.", "They could be hit.",
    "In 2024 nobody came.", "Wird es? — „Ja“.",
)  # fmt: skip
CARDS: tuple[dict[str, Any], ...] = (
    {}, {}, {"says": "Some may come."}, {"quote": "some … may"}, {"highlight": ("words",)},
    {"card": "It is not true that they will come, unless asked. They left.", "highlight": ("they will come", "left")},
    {"card": "and … so on", "highlight": ("so", "and")}, {"card": ".", "quote": "?"},
)  # fmt: skip
FACETS = (
    None, Facets(), Facets(time="2024"), Facets(time="before a truce", place="Ukraine"),
    Facets(time="2022", bridge="So."), Facets(actor="NATO", time="never"),
)  # fmt: skip
RISKS = (None, Risk(), Risk(severity="high"), Risk(likelihood="likely", severity="low", timeframe="days"))
NOTES: tuple[dict[str, Any], ...] = ({}, {"interest": "None."}, {"qualifications": "A general."}, {"as_of": "2025"})
WHO: tuple[dict[str, Any], ...] = (
    {}, {"publisher": "TASS"}, {"author": [{"family": "Doe"}], "URL": "https://example.org"}, {"issued": "2023-02"},
)  # fmt: skip


def dressed(debate: Debate, pick: Pick) -> Debate:
    """A debate with cards, facets, risks and roles on its statements, parties and a recommendation in its header."""
    source = {"id": "source", "title": "A source", **pick(WHO), "custom": pick(NOTES)}
    option = pick((None, *(resolution.id for resolution in debate.resolutions), "nobody"))
    return debate.model_copy(
        update={
            "resolutions": tuple(_dressed(statement, pick) for statement in debate.resolutions),
            "positions": tuple(
                position.model_copy(update={"arguments": tuple(_dressed(each, pick) for each in position.arguments)})
                for position in debate.positions
            ),
            "sources": {"source": Source.model_validate(source)},
            "recommendation": Recommendation(option=option, because="So.") if option else None,
            "parties": pick(({}, {"Russia": ("TASS",)}, {"TASS": ()})),
            "decision": pick((Decision(), Decision(maker="The council"))),
            "as_of": pick((None, "2025-06")),
        }
    )


def _dressed(statement: Statement, pick: Pick) -> Statement:
    if statement.text is None:
        return statement
    changes: dict[str, Any] = {"risk": pick(RISKS), "facets": pick(FACETS), "role": pick((None, "impact", "precedent"))}
    changes["text"] = pick((statement.text, *TEXTS))
    cards = (Evidence(source="source", facets=pick(FACETS), **pick(CARDS)) for _ in statement.evidence)
    changes["evidence"] = tuple(cards)
    if not isinstance(statement, Claim):
        changes["scheme"] = pick((None, "expert-opinion", "analogy"))
    return statement.model_copy(update=changes)
