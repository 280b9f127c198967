"""Evidence about another actor, mission, place or time than the plan.

`facets:` say of a resolution, a statement or a piece of evidence who acts, on what mission, where and when. Evidence is
measured against its own statement, and a statement against the nearest one above it that states the same facet, up to
the resolution. Facets agree where they have the same words, where one is the narrower ("Ukraine" and "western
Ukraine"), and where years overlap. Facets that only one of the two states, a mismatch with a reason (`bridge:`), and
arguments from another case (role precedent; schemes precedent, analogy and example) are left alone.

Why it matters: a study of trainers in peacetime does not show what trainers do in a war. Plans are won and lost on this
step, and it is easily taken in silence.

Instead: find evidence about the plan itself, say what the evidence does show, or give the reason why the difference
does not matter: `facets: {time: 2015 to 2022, bridge: …}`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.diagnostics import Address, Finding, Related, Severity
from argmap.evaluation import Evaluation
from argmap.model import Claim, Facets, Statement
from argmap.rules.rule import Options
from argmap.rules.wording import content_words

SEVERITY = Severity.WARNING
BAD = ("""\
resolutions:
  - claim: send-trainers
    text: NATO members should send trainers to Ukraine.
    facets: {actor: NATO members, place: in Ukraine, time: during the war}
arguments:
  - support: ready-sooner
    of: send-trainers
    text: Brigades trained on the spot are ready months sooner.
    evidence:
      - source: report
        facets:
          actor: members of NATO
          place: Poland              # <-
  - support: taught-before
    of: send-trainers
    text: Trainers taught in the west of the country without harm.
    facets: {place: western Ukraine, time: 2015 to 2021}   # <-
    evidence: [{source: study, facets: {time: 2016}}]
""", """\
resolutions:
  - claim: send-trainers
    text: NATO members should send trainers to Ukraine.
    facets: {mission: training}
arguments:
  - rebuttal: direct-clash
    of: send-trainers
    text: Soldiers of two nuclear powers would be firing at each other.
    evidence: [{source: study}]
    supports:
      - support: seen-before
        text: They have fired at each other before.
        evidence: [{source: report, facets: {mission: combat}}]   # <-
""")  # fmt: skip
GOOD = ("""\
resolutions:
  - claim: send-trainers
    text: NATO members should send trainers to Ukraine.
    facets: {actor: NATO members, mission: training, place: in Ukraine, time: during the war}
arguments:
  - support: ready-sooner
    of: send-trainers
    text: Brigades trained on the spot are ready months sooner.
    evidence:
      - source: report
        facets: {actor: Britain, place: western Ukraine, bridge: Britain is a member.}
  - support: taught-before
    of: send-trainers
    role: precedent
    text: Trainers taught in the west of the country without harm.
    facets: {time: 2015 to 2021}
    evidence: [{source: study, facets: {time: 2016 to 2021}}]
""",)  # fmt: skip

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


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each facet that differs from that of the statement, or from that of the plan, without a reason."""
    statements = ev.debate.statements
    if not any(statement.facets for statement in statements.values()):
        return
    above = _above(ev)
    for id, statement in statements.items():
        plan = {} if _is_other_case(statement) else above.get(id, {})
        yield from _differing(("statements", id), statement.facets, plan)
        own = {**plan, **_stated(id, statement.facets)} if statement.facets else plan
        for number, evidence in enumerate(statement.evidence):
            yield from _differing(("statements", id, "evidence", number), evidence.facets, own)


def _above(ev: Evaluation) -> dict[str, Plan]:
    """What is stated above each statement, nearest first: on the shortest way to a resolution."""
    plans: dict[str, Plan] = {resolution.id: {} for resolution in ev.debate.resolutions}
    waiting = deque(plans)
    while waiting:
        id = waiting.popleft()
        statement = ev.debate.statements[id]
        below = {**plans[id], **_stated(id, statement.facets)} if statement.facets else plans[id]
        premises = () if isinstance(statement, Claim) else statement.premises
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


def _differing(at: Address, facets: Facets | None, plan: Plan) -> Iterator[Finding]:
    if facets is None or facets.bridge:
        return
    for name, (value, _) in _stated("", facets).items():
        if name in plan and not agree(value, plan[name].value):
            wanted = plan[name]
            yield Finding(
                (*at, "facets", name),
                f'is about another {name} than {wanted.id}: "{value}", not "{wanted.value}".',
                "Find evidence about the plan itself, or give under bridge: the reason why it holds there too.",
                (Related(("statements", wanted.id, "facets", name), "what it is measured against"),),
            )


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
