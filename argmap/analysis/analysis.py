"""Answers about an evaluation that take more evaluations, or a look at the whole debate.

Each question is asked once of a debate, by whoever tells the answer first: the answers stay with the evaluation
(`Evaluation.once`). Maps, briefs and pages ask here and evaluate nothing themselves; the contract "Rendering does not
evaluate" keeps them from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.analysis import comparisons, critical_sets, moves
from argmap.analysis.comparisons import Settling
from argmap.analysis.criteria import Cell, judged
from argmap.analysis.critical_sets import Family, Turning, effort
from argmap.analysis.moves import Aim, Outlook, Remedy
from argmap.analysis.parting_values import Parting, parting
from argmap.evaluation.audience_verdicts import AudienceVerdict
from argmap.evaluation.audiences import audience_verdicts, standings
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label

__all__ = ["Aim", "Analysis", "Family", "Outlook", "Remedy", "Settling", "Turning"]


@dataclass(frozen=True)
class Analysis:
    """An evaluation, and the answers to what is asked of it. Those of two analyses of one evaluation are the same."""

    ev: Evaluation

    @property
    def audience_verdicts(self) -> tuple[AudienceVerdict, ...]:
        """How the resolutions stand for the debate's audiences, and what each would have to be convinced of."""
        return self.ev.once(audience_verdicts)

    @property
    def standings(self) -> tuple[AudienceVerdict, ...]:
        """How each resolution stands for each audience, without what would change it, which takes longer to find."""
        return self.ev.once(standings)

    @property
    def parting(self) -> Parting | None:
        """The two values on which the audiences part."""
        return self.ev.once(parting)

    @property
    def criteria(self) -> tuple[Cell, ...]:
        """What is said of each option by each criterion."""
        return self.ev.once(judged)

    def settlings(self, id: str) -> tuple[Settling, ...]:
        """The fewest comparisons that would settle an undecided weighed statement each way."""
        return self.ev.once(comparisons.settlings, id)

    def barred(self, id: str) -> tuple[Label, ...]:
        """What only comparisons that turn round written ones would make of it."""
        return self.ev.once(comparisons.barred, id)

    def if_settled(self, id: str, accepted: bool) -> Mapping[str, Label]:
        """What the other statements that change would become if this one stood, or fell."""
        return self.ev.once(comparisons.if_settled, id, accepted)

    def outlook(self, id: str, aim: Aim) -> Outlook:
        """The moves that would bring it about."""
        return self.ev.once(moves.outlook, id, aim)

    def turning(self, id: str) -> Turning:
        """The fewest statements on whose refutation a statement turns, as far as a fixed effort goes."""
        return self.ev.once(_turning, id)

    def turned_by(self, id: str) -> tuple[str, ...]:
        """The single statements on whose refutation a statement that stands would stand no more."""
        return self.ev.once(_turned_by, id)


def _turning(ev: Evaluation, id: str) -> Turning:
    return critical_sets.turning(ev, id, left=effort(ev.once(_searches)))


def _turned_by(ev: Evaluation, id: str) -> tuple[str, ...]:
    found = critical_sets.turning(ev, id, size=1, left=effort(ev.once(_searches)))
    return tuple(dict.fromkeys(each.statements[0] for each in found.sets))


def _searches(ev: Evaluation) -> int:
    """How many sets of statements are tried at most for one option: counted, not timed, so that a document never takes
    long and is the same everywhere."""
    return moves.BUDGET // max(len(ev.debate.statements), moves.links(ev.framework))
