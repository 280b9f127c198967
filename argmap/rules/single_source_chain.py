"""An argument whose evidence all comes from one source.

A step to a resolution rests on two or more pieces of evidence (its own or those of the supports and premises below it),
all from one source. A source that relays another (`via:` with that source's id) counts as the same. The rule does not
report one piece of evidence alone: it does not look like more than it is.

Why it matters: many citations look like many witnesses. If that one source is wrong, the whole argument no longer
counts.

Instead: find a second source that does not draw on the first, or say in `ignore:` why one is enough.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeVar

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Debate, Rebuttal, Statement, Support
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.INFO
EXAMPLES = ("""\
  arguments:
    - support: ready-sooner            # <-
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      evidence: [{source: report, at: "p. 3"}]
      supports:
        - support: no-travel
          text: Nobody loses weeks on the road.
-         evidence: [{source: report, at: "p. 9"}]
+         evidence: [{source: study}]
""",)  # fmt: skip

T = TypeVar("T")
Piece = tuple[str, int]
"""A statement and the number of one of its pieces of evidence."""


class Basis(NamedTuple):
    """The evidence below a statement: at most two origins and two pieces of it, which is all that is asked."""

    origins: set[str]
    pieces: set[Piece]

    def take(self, other: Basis) -> bool:
        """Add what another rests on; whether that is news."""
        before = len(self.origins), len(self.pieces)
        _take_two(self.origins, other.origins)
        _take_two(self.pieces, other.pieces)
        return before != (len(self.origins), len(self.pieces))


NOTHING = Basis(set(), set())


def _take_two(mine: set[T], others: set[T]) -> None:
    for other in others:
        if len(mine) > 1:
            return
        mine.add(other)


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each consideration on a resolution that one source carries alone."""
    basis = _spread(ev.debate)
    for resolution in ev.debate.resolutions:
        for step in ev.graph.answers(resolution.id):
            rests_on = Basis(set(), set())
            for id in _grounds(step):
                rests_on.take(basis.get(id, NOTHING))
            if len(rests_on.origins) == 1 < len(rests_on.pieces):
                (origin,) = rests_on.origins
                yield Finding(
                    ("statements", step.id),
                    f"all the evidence for this comes from {origin}.",
                    "Find a second source that does not draw on the first, or say why one is enough: "
                    "ignore: [{rule: single-source-chain, reason: …}]",
                )


def _grounds(step: Support | Rebuttal) -> tuple[str, ...]:
    return step.premise_ids if step.is_bare else (step.id, *step.premise_ids)


def _spread(debate: Debate) -> Mapping[str, Basis]:
    """The basis of each statement: its own evidence, and that of its supports. Each changes a few times at most."""
    basis = {id: _own(debate, statement) for id, statement in debate.statements.items() if statement.evidence}
    above: defaultdict[str, list[str]] = defaultdict(list)
    for support in debate.supports:
        for id in _grounds(support):
            above[id].append(support.of)
    queue = deque(basis)
    while queue:
        id = queue.popleft()
        for target in above.get(id, ()):
            if basis.setdefault(target, Basis(set(), set())).take(basis[id]):
                queue.append(target)
    return basis


def _own(debate: Debate, statement: Statement) -> Basis:
    origins = {_origin(debate, piece.source) for piece in statement.evidence}
    return Basis(origins, {(statement.id, number) for number in range(len(statement.evidence[:2]))})


def _origin(debate: Debate, source: str) -> str:
    """The source itself, or the one that it relays."""
    via = debate.sources[source].custom.via if source in debate.sources else None
    return via if via in debate.sources and via else source
