"""A debate together with its standing: what rules, maps, briefs and reviews look at."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from argmap.evaluation.framework import Framework, Label, Labelling
from argmap.evaluation.graph import Graph
from argmap.evaluation.grounded import grounded
from argmap.evidence.lock import Lock
from argmap.evidence.verification import Verification
from argmap.model import Claim, Debate

if TYPE_CHECKING:
    from argmap.evaluation.base_scores import Strengths
    from argmap.evaluation.force import Argument

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Evaluation:
    """A debate, its graph and one labelling of it; with the strengths of its statements, where these were asked for.

    Beside it, for who asks whether it was reviewed: its lock, and what the texts of its sources say of its quotes.
    """

    debate: Debate
    graph: Graph
    labelling: Labelling
    strengths: Strengths | None = None
    lock: Lock = field(default_factory=Lock)
    verification: Verification | None = None
    """None where nobody has looked into the sources."""

    def once(self, question: Callable[Concatenate[Evaluation, P], T], *about: P.args, **more: P.kwargs) -> T:
        """The answer to a question about this evaluation, worked out when it is first asked and kept with it.

        For what takes evaluations of its own, such as what would change a statement: many documents ask the same.
        """
        key = (question, about, *sorted(more.items()))
        if key not in self._answers:
            self._answers[key] = question(self, *about, **more)
        answer: T = self._answers[key]
        return answer

    @cached_property
    def _answers(self) -> dict[Any, Any]:
        return {}

    @cached_property
    def framework(self) -> Framework:
        """The debate compiled, for those who ask what would follow from a change."""
        return Framework.of(self.debate, self.graph)

    @cached_property
    def outweighed_by(self) -> Mapping[str, tuple[str, ...]]:
        """What outweighs each step that something does, an audience's own comparisons included."""
        steps = self.framework.steps
        links = zip(steps, self.framework.outweighers, strict=True)
        return {step: tuple([steps[each] for each in heavier]) for step, heavier in links if heavier}

    @cached_property
    def called(self) -> Mapping[str, str]:
        """What each source is called, by id: `Doe 2024`."""
        from argmap.bibliography.citable import called  # brings in the citation processor

        return called(self.debate)

    @property
    def presumed(self) -> Collection[tuple[str, str]]:
        """Which comparisons, (heavier step, lighter one), are an audience's own: one that the debate makes between the
        two takes their place. There are none where nobody in particular is asked."""
        return ()

    def with_labelling(self, labelling: Labelling) -> Evaluation:
        """The same debate seen through another labelling, such as one of its preferred ones."""
        other = replace(self, labelling=labelling)
        vars(other).update({name: found for name in _UNLABELLED if (found := vars(self).get(name))})
        return other

    def label(self, id: str) -> Label:
        """Whether a statement is accepted; for a bare step, whether it is live."""
        return self.labelling.labels.get(id) or self.labelling.live[id]

    def argument(self, step: str) -> Argument:
        """The force of a support or rebuttal, and what takes it. Raises KeyError for what is neither."""
        from argmap.evaluation.force import argument  # which asks an evaluation

        return argument(self, step)

    def excluded(self, resolution: str) -> tuple[str, ...]:
        """The other resolutions that cannot be carried out together with one, whichever of the two says so."""
        return self._exclusions.get(resolution, ())

    @cached_property
    def _exclusions(self) -> Mapping[str, tuple[str, ...]]:
        """What each resolution excludes or is excluded by, in the order of the debate."""
        order = {claim.id: place for place, claim in enumerate(self.debate.resolutions)}
        found: dict[str, set[str]] = {}
        for claim in self.debate.resolutions:
            for other in order.keys() & set(claim.excludes) - {claim.id}:
                found.setdefault(claim.id, set()).add(other)
                found.setdefault(other, set()).add(claim.id)
        return {id: tuple(sorted(others, key=order.__getitem__)) for id, others in found.items()}

    def clashes(self, resolution: str) -> tuple[str, ...]:
        """Those of them that stand as well, where it stands: only one of them can be carried out."""
        if self.label(resolution) is not Label.IN:
            return ()
        return tuple(other for other in self.excluded(resolution) if self.label(other) is Label.IN)

    def answer(self, resolution: Claim) -> str | None:
        """What its editors answer to a resolution as it stands; None where they have no answer for that."""
        return getattr(resolution.answer, self.label(resolution.id).word, None)


_UNLABELLED = ("framework", "outweighed_by", "called", "_exclusions")
"""What is worked out for an evaluation and depends on no label."""


def evaluate(debate: Debate) -> Evaluation:
    """Evaluate under grounded semantics (the well-founded model of the program in `argmap.evaluation.framework`)."""
    graph = Graph(debate)
    return Evaluation(debate, graph, grounded(Framework.of(debate, graph)))
