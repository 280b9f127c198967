"""The JSON of `argmap evaluate` and `argmap explain`, as models, and the JSON Schemas of them.

The models below are the documentation of the two formats. Keys stay; new ones may come.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from argmap.evaluation.force import Cause, Doubt, Force
from argmap.model import Standard

LabelWord = Literal["in", "out", "undec"]
AcceptedInWord = Literal["everywhere", "somewhere", "nowhere"]


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class StatementForm(_Form):
    """A statement with words, and how it stands."""

    label: LabelWord
    side: str | None = Field(description="The side that it speaks for; null if neither.")
    position: str | None = Field(description="Null for a resolution.")


class ArgumentForm(_Form):
    """A support or rebuttal, and its force on what it answers."""

    target: str = Field(description="What it supports, contests, or whose step it undercuts.")
    side: str | None
    force: Force
    because: Cause | None = Field(description="Why it does not count; null where it does.")
    by: list[str] = Field(description="The ids of what makes it so.")
    bare: bool = Field(description="Whether it is a bare step, without words of its own.")


class UndecidedForm(_Form):
    """One reason why a statement is undecided."""

    because: Doubt
    ids: list[str] = Field(
        description="By `because`: what nobody has weighed, pros first; the facts; the audiences, first those for "
        "whom it stands; or the circle."
    )
    hangs_on: str | None = Field(
        None,
        description="For `nobody has weighed` and `stands against itself`: the statement it is about, if not this.",
    )
    comparison: tuple[str, str] | None = Field(
        None, description="For `nobody has weighed`: the comparison with the best evidence, the pro first."
    )
    better_evidence: Literal["for", "against"] | None = Field(
        None, description="The side of that comparison with the better evidence; null if neither."
    )
    open_arguments: dict[str, int] = Field(
        {}, description="For `hangs on facts`: how many open arguments hang on each."
    )
    order: tuple[str, str] | None = Field(
        None,
        description="For `hangs on values`: the two values whose order divides the audiences; it stands for those "
        "who rank the first higher.",
    )


class ResolutionForm(_Form):
    """A resolution with its arguments by force."""

    label: LabelWord
    for_: dict[Force, list[str]] = Field(alias="for")
    against: dict[Force, list[str]]
    undecided: list[UndecidedForm] = Field(description="Why it is undecided; empty otherwise.")
    missing_comparisons: list[tuple[str, str]] = Field(
        description="Pairs of a pro and a con that both count and that nobody has compared."
    )
    clashes: list[str] = Field(description="Resolutions that stand as well and cannot be carried out together with it.")
    summary: str


class JudgementForm(_Form):
    """An argument that judges an option by a criterion."""

    id: str
    step: str = Field(description="The support or rebuttal by which it speaks for or against the option.")
    force: Force


class CellForm(_Form):
    """How an option does by a criterion."""

    for_: list[JudgementForm] = Field(alias="for")
    against: list[JudgementForm]


class StrengthForm(_Form):
    """A number from 0 to 1 before any answer, and after all of them; null where it does not settle."""

    base: float | None
    strength: float | None


class StrengthsForm(_Form):
    """Strengths by a gradual semantics."""

    semantics: str
    converged: bool
    rounds: int
    unsettled: list[str]
    statements: dict[str, StrengthForm]
    steps: dict[str, float | None] = Field(description="The strength that each step passes on.")


class ShiftForm(_Form):
    """What an audience would have to be convinced of, for another label."""

    value: str
    over: str | None = Field(description="The value that it would pass; null for the unranked ones.")
    label: LabelWord
    move: Literal["up", "down"]
    ranks: list[str] = Field(description="The new ranking.")


class AudienceVerdictForm(_Form):
    """How a resolution stands for an audience."""

    label: LabelWord
    unranked: LabelWord = Field(description="How it stands if nobody ranks the values.")
    shifts: list[ShiftForm]


class AudienceForm(_Form):
    """An audience: its values, the most important first, and how it receives the resolutions."""

    ranks: list[str]
    resolutions: dict[str, AudienceVerdictForm]


class VerdictForm(_Form):
    """Whether a statement is proved as well as it needs to be."""

    standard: Standard
    met: bool | None = Field(description="Null if that depends on something undecided.")
    for_: float | None = Field(alias="for")
    against: float | None
    strongest_for: str | None
    strongest_against: str | None
    lacks: str | None
    open_for: dict[str, float | None]
    open_against: dict[str, float | None]


class EvaluationForm(_Form):
    """A debate evaluated. The keys after `resolutions` are there where the debate or the options ask for them."""

    statements: dict[str, StatementForm]
    arguments: dict[str, ArgumentForm]
    resolutions: dict[str, ResolutionForm]
    criteria: dict[str, dict[str, CellForm]] = Field({}, description="By criterion, then by option.")
    strengths: StrengthsForm | None = None
    audience: str | None = Field(None, description="The audience whose view this is.")
    audiences: dict[str, AudienceForm] = Field({})
    standards: dict[str, VerdictForm] = Field({})


class ReasonForm(_Form):
    """A sentence without its full stop, whom it is about, and the reasons for it in turn."""

    sentence: str
    about: list[str]
    because: list[ReasonForm]


class RemedyForm(_Form):
    """A move that a debater can make: to answer or support the target, or show that it outweighs something."""

    kind: Literal["answer", "support", "compare"]
    target: str
    over: list[str]
    revives: list[str] = Field([], description="What else would stand again.")
    how: Literal["rebut", "undercut", "either"] | None = Field(description="For an answer: how it is made.")


class OutlookForm(_Form):
    """What would reach an aim."""

    aim: Literal["stand", "fall", "live", "count"]
    remedies: list[RemedyForm] = Field(description="Single moves, smallest first.")
    together: list[RemedyForm] = Field(description="Several moves that do it together, where none does alone.")
    least: bool = Field(description="Whether it is certain that no fewer moves do it.")
    ways: int = Field(description="How many single moves might help.")
    tried: int = Field(description="How many of these were tried.")


class ExplanationForm(_Form):
    """Why a statement stands, is defeated or is undecided. Of an argument `force`, `why` and `by` say what it does."""

    id: str
    label: LabelWord
    force: Force | None = None
    why: Cause | None = None
    by: list[str] = []
    text: str | None
    verdict: str
    because: list[ReasonForm]
    undecided: list[UndecidedForm] = Field(description="Why it is undecided; empty otherwise.")
    remedies: list[RemedyForm]
    joint_answer: list[str] = Field(description="What must be answered together, where that is enough.")
    outlooks: list[OutlookForm]
    turned_by: list[str] = Field(description="Statements whose refutation alone would keep it from standing.")
    if_it_fell: dict[str, LabelWord]
    if_it_stood: dict[str, LabelWord]
    audience: str | None = None
    ranks: list[str] = Field([], description="The values of the audience, the most important first.")
    shifts: list[ShiftForm] = []


class AccountForm(_Form):
    """One position, and why the statement is labelled so in it."""

    label: LabelWord
    because: list[ReasonForm]


class AcceptanceForm(_Form):
    """How a statement fares under another semantics than the grounded one (`argmap explain --semantics`)."""

    id: str
    text: str | None
    semantics: str
    credulous: bool = Field(description="Whether it stands in some position.")
    sceptical: bool = Field(description="Whether it stands in every position.")
    verdict: str
    positions: list[AccountForm] = Field(description="The one in which it stands first.")
    remedies: list[RemedyForm]
    reaches: AcceptedInWord | None
    ways: int
    tried: int
    if_it_fell: dict[str, AcceptedInWord] | None = Field(description="Null if it would take too long to find out.")
    if_it_stood: dict[str, AcceptedInWord] | None
    audience: str | None = None


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schemas (draft 2020-12) of what the two commands write, by the command's name."""
    evaluation = TypeAdapter[Any](EvaluationForm | dict[str, EvaluationForm])
    explanation = TypeAdapter[Any](ExplanationForm | AcceptanceForm)
    return {
        "evaluate": _schema(evaluation, "evaluation", "A debate evaluated; of several debates an object by debate."),
        "explain": _schema(explanation, "explanation", "Why a statement stands, is defeated or is undecided."),
    }


def _schema(form: TypeAdapter[Any], title: str, description: str) -> dict[str, Any]:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"argmap {title}"}
    return {**head, "description": description, **form.json_schema(by_alias=True)}
