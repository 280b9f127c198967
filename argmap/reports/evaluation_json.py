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
    side: str | None = Field(description="The side that it speaks for; null where it is on neither.")
    position: str | None = Field(description="Null for a resolution.")


class ArgumentForm(_Form):
    """A support or rebuttal, and its force on what it answers."""

    target: str = Field(description="What it supports, contests, or whose step it undercuts.")
    side: str | None
    force: Force
    because: Cause | None = Field(description="Why it does not count; null where it does.")
    by: list[str] = Field(description="The ids by which it is so.")
    bare: bool = Field(description="Whether it is a step without words of its own.")


class UndecidedForm(_Form):
    """One thing that an undecided statement waits for."""

    because: Doubt
    ids: list[str] = Field(
        description="What is not weighed, first what is for it; the facts; the audiences, first those for whom it "
        "stands; or the circle."
    )
    hangs_on: str | None = Field(
        None,
        description="Of nobody has weighed and stands against itself: the statement of which this is so, where that is "
        "another.",
    )
    comparison: tuple[str, str] | None = Field(
        None, description="Of nobody has weighed: the comparison with the best evidence, what is for it first."
    )
    better_evidence: Literal["for", "against"] | None = Field(
        None, description="On which side of that comparison it is; null where neither has it."
    )
    open_arguments: dict[str, int] = Field({}, description="Of hangs on facts: how many open arguments hang on each.")
    order: tuple[str, str] | None = Field(
        None, description="Of hangs on values: the two whose order parts the audiences, first that for which it stands."
    )


class ResolutionForm(_Form):
    """A resolution with its arguments by force."""

    label: LabelWord
    for_: dict[Force, list[str]] = Field(alias="for")
    against: dict[Force, list[str]]
    undecided: list[UndecidedForm] = Field(description="What it waits for; empty where it is decided.")
    missing_comparisons: list[tuple[str, str]] = Field(description="Pairs of what counts for and against it.")
    clashes: list[str] = Field(description="Resolutions that stand as well and cannot be carried out together with it.")
    summary: str


class JudgementForm(_Form):
    """What is said of an option by a criterion."""

    id: str
    step: str = Field(description="The support or rebuttal of the option by which it bears on it.")
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
    steps: dict[str, float | None] = Field(description="What each step carries.")


class ShiftForm(_Form):
    """What an audience would have to be convinced of, for another label."""

    value: str
    over: str | None = Field(description="The value that it is to pass; null for those that are not ranked.")
    label: LabelWord
    move: Literal["up", "down"]
    ranks: list[str] = Field(description="The ranking that follows.")


class AudienceVerdictForm(_Form):
    """How a resolution stands for an audience."""

    label: LabelWord
    unranked: LabelWord = Field(description="How it stands where nobody ranks the values.")
    shifts: list[ShiftForm]


class AudienceForm(_Form):
    """An audience: its values, the most important first, and how it receives the resolutions."""

    ranks: list[str]
    resolutions: dict[str, AudienceVerdictForm]


class VerdictForm(_Form):
    """Whether a statement is proved as well as it needs to be."""

    standard: Standard
    met: bool | None = Field(description="Null where that turns on what is undecided.")
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
    audience: str | None = Field(None, description="The audience that hears the debate.")
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
    revives: list[str] = Field([], description="What else comes to stand by it.")
    how: Literal["rebut", "undercut", "either"] | None = Field(description="Of an answer.")


class OutlookForm(_Form):
    """What would bring about what is wanted."""

    aim: Literal["stand", "fall", "live", "count"]
    remedies: list[RemedyForm] = Field(description="Single moves, smallest first.")
    together: list[RemedyForm] = Field(description="Where none does alone, moves that do it together.")
    least: bool = Field(description="Whether it is certain that no fewer do.")
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
    undecided: list[UndecidedForm] = Field(description="What it waits for; empty where it is decided.")
    remedies: list[RemedyForm]
    joint_answer: list[str] = Field(description="What has to be answered together, where that is all that it takes.")
    outlooks: list[OutlookForm]
    turned_by: list[str] = Field(description="On whose refutation alone it would no longer stand.")
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
    positions: list[AccountForm] = Field(description="The accepting one first.")
    remedies: list[RemedyForm]
    reaches: AcceptedInWord | None
    ways: int
    tried: int
    if_it_fell: dict[str, AcceptedInWord] | None = Field(description="Null where it would take too long to find out.")
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
