"""Base scores: what a statement weighs before anybody has answered it, from the grades of its evidence.

Each piece of evidence has a *weight* in [0, 1], the share of the remaining doubt that it takes away. The weight of a
grade is that of its letter (the source) times that of its digit (the information); a piece without a grade weighs as
F6, which says the same: it cannot be judged.

    A 0.95   B 0.80   C 0.60   D 0.40   E 0.20   F 0.30
    1 0.95   2 0.80   3 0.60   4 0.40   5 0.10   6 0.30

The base score of a statement is *none* (0.3) without evidence, and with it `1 - (1 - none) × (1 - w1) × (1 - w2) …`
over its independent sources: a second source closes a part of the doubt that the first has left, as a second support
does in DF-QuAD. Of one source the best piece counts, and a source that relays another (`via:`) is that other. That
somebody said so (`said_by:`) is testimony: the speaker is the source, and it weighs *testimony* (0.5) at most. A
statement that is `undeveloped: true` starts from 0 instead. A resolution starts at 0.5 whatever it cites, so that its
strength tells how what was said for it compares with what was said against. `weight:` on a statement overrides all;
a bare step is no statement and has no base score.

The numbers are a convention, ordered as the Admiralty code is and short of certainty, so that no evidence is beyond
an answer; `[tool.argmap.weights]` sets any of them: a letter, a digit, a whole grade such as `B2`, `none`,
`testimony`, `undeveloped` or `resolution`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, pairwise, product
from operator import mul
from types import MappingProxyType

from argmap.model import Debate, Evidence, Statement

DEFAULTS: Mapping[str, float] = MappingProxyType(
    {"A": 0.95, "B": 0.8, "C": 0.6, "D": 0.4, "E": 0.2, "F": 0.3}
    | {"1": 0.95, "2": 0.8, "3": 0.6, "4": 0.4, "5": 0.1, "6": 0.3}
    | {"none": 0.3, "testimony": 0.5, "undeveloped": 0.0, "resolution": 0.5}
)
"""The table above."""

_GRADES = frozenset(letter + digit for letter in "ABCDEF" for digit in "123456")
_UNJUDGED = "F6"
_SCALES = ("ABCDE", "12345")
_WORSE = {"A": "B", "B": "C", "C": "D", "D": "E", "E": "E", "F": "E"} | {
    "1": "2", "2": "3", "3": "4", "4": "5", "5": "5", "6": "5",
}  # fmt: skip


@dataclass(frozen=True)
class Weights:
    """A table of weights: the defaults, with some of them set otherwise."""

    overrides: Mapping[str, float] = field(default_factory=dict)

    def __getitem__(self, key: str) -> float:
        """What a letter, a digit, `none`, `testimony`, `undeveloped` or `resolution` weighs."""
        return self.overrides.get(key, DEFAULTS[key])

    def grade(self, grade: str | None) -> float:
        """What a piece of evidence of this Admiralty grade weighs; None is one without a grade."""
        grade = grade or _UNJUDGED
        return self.overrides[grade] if grade in self.overrides else self[grade[0]] * self[grade[1]]


@dataclass(frozen=True)
class Strengths:
    """How strong each statement is under one gradual semantics, in [0, 1].

    `base` has the base score of every statement, `of` the strength of every one whose strength is settled and `steps`
    what the step of every support and rebuttal carries to its target. In a circle of answers numbers are found by
    iteration; where that does not come to rest there is no number: the ids are in `unsettled`, together with all that
    depends on them. `rounds` is the longest iteration, 0 where nothing is circular. `title` is the semantics' name as
    people write it. `told` says that documents give the numbers, since somebody asked for them; else they only shade.
    """

    semantics: str
    title: str
    base: Mapping[str, float]
    of: Mapping[str, float]
    steps: Mapping[str, float]
    unsettled: tuple[str, ...] = ()
    rounds: int = 0
    told: bool = True

    @property
    def converged(self) -> bool:
        """Whether every statement and every step has a number."""
        return not self.unsettled

    def worth(self, id: str) -> float | None:
        """The strength of a statement, or what a bare step carries; None where it did not settle."""
        return self.of.get(id, self.steps.get(id))

    def figure(self, id: str) -> str:
        """The strength as people read it: `0.42`, or a dash where it did not settle."""
        number = self.worth(id)
        return "–" if number is None else f"{number + 0.0:.2f}"  # no -0.00


def faults_in(overrides: Mapping[str, float]) -> dict[str, str]:
    """What is wrong with settings, by name: unknown ones, numbers outside [0, 1], a better grade that weighs less.

    Of two grades that are the wrong way round the one is named that is set, of two that are set the better one.
    """
    known = [*DEFAULTS, "a grade such as B2"]
    unknown = [key for key in overrides if key not in DEFAULTS and key not in _GRADES]
    found = {key: "must be from 0 to 1" for key, value in overrides.items() if not 0 <= value <= 1}
    found |= {key: f"there is no such weight; there are {', '.join(known)}" for key in unknown}
    weights = Weights(overrides)
    upside_down = [pair for scale in _SCALES for pair in pairwise(scale) if weights[pair[0]] < weights[pair[1]]]
    upside_down = upside_down or [pair for pair in _neighbours() if weights.grade(pair[0]) < weights.grade(pair[1])]
    for better, worse in upside_down:
        if better in overrides:
            found.setdefault(better, f"weighs less than {worse}, which is the worse grade")
        else:
            found.setdefault(worse, f"weighs more than {better}, which is the better grade")
    return found


def _neighbours() -> Iterator[tuple[str, str]]:
    """Grades that differ in one place by one step, the better one first. F and 6 are on no scale."""
    letters, digits = _SCALES
    for letter, (better, worse) in product(letters, pairwise(digits)):
        yield letter + better, letter + worse
    for (better, worse), digit in product(pairwise(letters), digits):
        yield better + digit, worse + digit


def base_scores(debate: Debate, weights: Weights | None = None) -> dict[str, float]:
    """The base score of every statement, bare steps excepted, in the debate's order."""
    weights = weights or Weights()
    statements = [s for s in debate.statements.values() if s.text is not None]
    return {s.id: base_score(debate, s, weights) for s in statements}


def base_score(debate: Debate, statement: Statement, weights: Weights) -> float:
    """The base score of one statement, by the rules above."""
    fixed, floor = _fixed(debate, statement, weights), _floor(statement, weights)
    if fixed is not None or not statement.evidence:
        return floor if fixed is None else fixed
    best: dict[str, float] = {}
    for piece in statement.evidence:
        origin = _origin(debate, piece)
        best[origin] = max(best.get(origin, 0.0), _worth(piece, debate.grade(piece), weights))
    return 1 - (1 - floor) * math.prod(1 - best[origin] for origin in sorted(best))


def varied_scores(debate: Debate, statement: Statement, weights: Weights) -> Iterator[tuple[float, float]]:
    """For each piece of evidence the base score of its statement without it, and with its grade one step down.

    The others are gathered once, not anew for each piece: a statement may have thousands.
    """
    base, pieces = base_score(debate, statement, weights), statement.evidence
    if _fixed(debate, statement, weights) is not None:
        yield from [(base, base)] * len(pieces)
        return
    floor = _floor(statement, weights)
    origins = [_origin(debate, piece) for piece in pieces]
    worths = [_worth(piece, debate.grade(piece), weights) for piece in pieces]
    held: dict[str, list[float]] = defaultdict(list)
    for origin, worth in zip(origins, worths, strict=True):
        held[origin] = sorted([*held[origin], worth], reverse=True)[:2]  # the best, and what is left without it
    around = _products_without({origin: 1 - held[origin][0] for origin in sorted(held)})
    for piece, origin, worth in zip(pieces, origins, worths, strict=True):
        best, *second = held[origin]
        rest = best if worth < best else max(second, default=0.0)
        lower = max(rest, _worth(piece, one_step_down(debate.grade(piece)), weights))
        without = floor if len(pieces) == 1 else base if rest == best else 1 - (1 - floor) * around[origin] * (1 - rest)
        yield without, base if lower == best else 1 - (1 - floor) * around[origin] * (1 - lower)


def _products_without(factors: Mapping[str, float]) -> dict[str, float]:
    """For each factor the product of all others."""
    before = list(accumulate(factors.values(), mul, initial=1.0))
    after = list(accumulate(reversed(list(factors.values())), mul, initial=1.0))[-2::-1]
    return {name: one * other for name, one, other in zip(factors, before, after, strict=False)}


def _fixed(debate: Debate, statement: Statement, weights: Weights) -> float | None:
    """The base score that does not come from evidence."""
    if statement.weight is not None:
        return statement.weight.value
    return weights["resolution"] if statement.id in debate.resolution_ids else None


def _floor(statement: Statement, weights: Weights) -> float:
    return weights["undeveloped" if statement.undeveloped else "none"]


def _worth(piece: Evidence, grade: str | None, weights: Weights) -> float:
    """What a piece of evidence with this grade is worth."""
    worth = weights.grade(grade)
    return min(worth, weights["testimony"]) if piece.said_by else worth


def one_step_down(grade: str | None) -> str:
    """The grade with letter and digit each one worse: B2 becomes C3. E and 5 are the worst; what could not be judged
    (F, 6) is judged bad."""
    grade = grade or _UNJUDGED
    return _WORSE[grade[0]] + _WORSE[grade[1]]


def _origin(debate: Debate, piece: Evidence) -> str:
    """The source itself, or the one that it relays, be it by way of others; of a circle of such, one of them. Of what
    somebody said, the speaker."""
    if piece.said_by:
        return f"said by {piece.said_by.casefold()}"
    way = [piece.source]
    while (source := debate.sources.get(way[-1])) and (via := source.custom.via):
        if via in way:
            return min(way[way.index(via) :])
        way.append(via)
    return way[-1]
