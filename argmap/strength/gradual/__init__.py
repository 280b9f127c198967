"""Gradual semantics: how strong each statement is, from 0 to 1, beside the labels that say whether it stands.

To add one, write a module with `NAME`, `TITLE` and `strength(base, pros, cons)`, the strength in [0, 1] of a statement
with this base score, from the strengths of what speaks for and against it; without either it is the base score. Its
docstring is the definition. Then name it here. How a debate becomes such a graph is told in `bipolar`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from argmap.strength.gradual import df_quad, euler_based, quadratic_energy, squared_df_quad

if TYPE_CHECKING:
    from argmap.evaluation.base_scores import Strengths, Weights
    from argmap.evaluation.evaluated import Evaluation
    from argmap.strength.gradual.bipolar import Bipolar


class Gradual(Protocol):
    """A module as described above."""

    NAME: str
    TITLE: str

    def strength(self, base: float, pros: Sequence[float], cons: Sequence[float]) -> float:
        """The strength of a statement."""


GRADUAL: tuple[Gradual, ...] = (df_quad, quadratic_energy, euler_based, squared_df_quad)

DEFAULT = quadratic_energy.NAME
"""Where none is asked for. The aggregates of DF-QuAD are next to 1 as soon as a handful of good arguments stands on
each side, so that a resolution of a real debate is at its base score whatever happens below; energies go on telling."""

BY_NAME: dict[str, Gradual] = {semantics.NAME: semantics for semantics in GRADUAL}
"""Every gradual semantics by its name on the command line."""


def strengths(ev: Evaluation, semantics: str = DEFAULT, weights: Weights | None = None) -> Strengths:
    """How strong every statement of a debate is. Raises KeyError for a semantics that does not exist."""
    from argmap.evaluation.base_scores import Strengths, base_scores
    from argmap.strength.gradual.bipolar import Bipolar
    from argmap.strength.gradual.iteration import settle

    chosen, graph, base = BY_NAME[semantics], Bipolar.of(ev.framework), base_scores(ev.debate, weights)
    settled = settle(graph, [base[id] for id in ev.framework.statements], chosen.strength)
    numbers = dict(zip(ev.framework.statements, settled.values, strict=False))
    carried = dict(zip(ev.framework.steps, [settled.values[atom] for atom in graph.carriers], strict=True))
    loose = _unsettled(ev, graph, settled.unsettled) if settled.unsettled else {}
    return Strengths(
        semantics=semantics,
        title=chosen.TITLE,
        base=base,
        of={id: number for id, number in numbers.items() if id not in loose} if loose else numbers,
        steps={id: number for id, number in carried.items() if id not in loose} if loose else carried,
        unsettled=tuple(loose),
        rounds=settled.rounds,
    )


def _unsettled(ev: Evaluation, graph: Bipolar, atoms: frozenset[int]) -> dict[str, None]:
    """The ids of statements, and of steps, without a number, in the debate's order."""
    loose = {id for atom, id in enumerate(ev.framework.statements) if atom in atoms}
    loose |= {id for id, atom in zip(ev.framework.steps, graph.carriers, strict=True) if atom in atoms}
    return dict.fromkeys(id for id in ev.debate.statements if id in loose)
