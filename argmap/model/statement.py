"""Claims, supports and rebuttals, the evidence that they cite, and what else a statement says of itself."""

import re
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    JsonValue,
    StringConstraints,
    Tag,
    model_validator,
)
from pydantic.fields import FieldInfo

from argmap.model.values import Flag, Frozen, Id, Passage, Sentence, SourceId, Suppression, Text

_NUMBER = r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"

Grade = Annotated[str, StringConstraints(pattern=r"^[A-F][1-6]$")]
"""Admiralty code: reliability of the source A-F, credibility of the information 1-6; A1 is best, F6 unknown."""


Role = Literal[
    "uniqueness", "link", "internal-link", "impact", "harms", "inherency", "solvency", "advantage",
    "net-benefit", "framework", "alternative", "plan", "permutation", "interpretation", "violation", "standards",
    "voters", "precedent", "definition", "value", "question", "background",
]  # fmt: skip
"""What a statement does in its position, in the words of policy debate: `plan` is the text of a plan or counterplan,
`permutation` the answer that both can be done."""

SchemeName = Literal[
    "expert-opinion", "position-to-know", "witness-testimony", "popular-opinion", "popular-practice",
    "ad-hominem-bias", "ad-hominem-character", "commitment", "inconsistent-commitment", "example", "analogy",
    "precedent", "verbal-classification", "rule", "exception", "composition", "division", "cause-to-effect",
    "correlation-to-cause", "sign", "evidence-to-hypothesis", "falsification", "best-explanation", "ignorance",
    "gradualism", "slippery-slope", "practical-reasoning", "consequences-positive", "consequences-negative",
    "danger", "threat", "fear-appeal", "need-for-help", "values", "alternatives", "waste", "sunk-cost",
]  # fmt: skip
"""Ways of arguing, by Walton's names; `argmap.model.schemes` says what each is and which questions it has to face."""

LIKELIHOODS = (
    "almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely", "almost certain",
)  # fmt: skip
"""The seven bands of ICD 203 (Analytic Standards), from 1-5 % up to 95-99 %."""


class Facets(Frozen):
    """What a plan, a statement or a piece of evidence is about: whether one bears on another hangs on it."""

    actor: Text | None = Field(None, description="Who acts, such as NATO members.")
    mission: Text | None = Field(None, description="What is done, such as training.")
    place: Text | None = Field(None, description="Where, such as inside Ukraine.")
    time: Text | None = Field(None, description="When, such as before a ceasefire.")
    bridge: Text | None = Field(None, description="Why it still matters to another actor, mission, place or time.")


class Evidence(Frozen):
    """What a source contributes to one statement."""

    source: SourceId = Field(description="An id of sources.yaml.")
    at: Text | None = Field(None, description="Where in the source: page, section, sentence, time.")
    said_by: Text | None = Field(
        None, description="Who said it, with the post, where the source relays what somebody said: it is testimony."
    )
    quote: Passage | None = Field(None, description="Verbatim words of the source.")
    says: Text | None = Field(None, description="What the source contributes, in our words.")
    card: Passage | None = Field(
        None, description="The passage as cut: whole sentences of the source, nothing left out."
    )
    highlight: tuple[Passage, ...] = Field(
        (), description="The words of the card that are read aloud: stretches of it, verbatim and in its order."
    )
    facets: Facets | None = Field(None, description="Whom, what, where and when the source speaks of.")
    grade: Grade | None = Field(
        None, description="Admiralty grade of this information, where it differs from its source's."
    )
    why: Text | None = Field(None, description="The reason for a grade of its own.")


ALL = "all"
"""In `over:`, every step on the other side: the step is settled before anything is weighed."""


class Comparison(Frozen):
    """This step outweighs another on the other side of the same target, or all that are there, now and later."""

    over: Id = Field(
        description="A support or rebuttal on the other side of the same target; `all` where this comes first."
    )
    because: Text = Field(description="Why it weighs more.")


class Risk(Frozen):
    """Impact calculus: how likely, how bad, how soon, and whether it can be undone."""

    likelihood: Text | None = Field(None, description="One of ICD 203's seven bands.")
    severity: Literal["low", "moderate", "high", "catastrophic"] | None = Field(
        None, description="How bad it would be (its magnitude)."
    )
    timeframe: Literal["days", "weeks", "months", "years"] | None = Field(None, description="How soon it would come.")
    reversibility: Literal["reversible", "hard to reverse", "irreversible"] | None = Field(
        None, description="Whether it could be undone."
    )
    mitigation: Text | None = Field(None, description="What would make it less likely or less bad.")
    option: Id | None = Field(
        None, description="The resolution whose risk it is, where its place among the arguments does not say it."
    )
    when: Literal["done", "not done"] | None = Field(
        None, description="Whether it comes of doing that or of not doing it, where its side does not say it."
    )
    by: Text | None = Field(None, description="Who rated it so.")
    because: Text | None = Field(None, description="Why it is rated so, and not higher or lower.")


def _plain_number(value: object) -> object:
    """A number as YAML writes it: what else Python takes for one (`0_1`, `nan`) is a slip."""
    if isinstance(value, str) and not re.fullmatch(_NUMBER, value):
        raise ValueError("is not a number")
    return value


class Weight(Frozen):
    """A base score of its own for gradual semantics, with the reason for it."""

    value: Annotated[float, Field(ge=0, le=1), BeforeValidator(_plain_number)] = Field(
        description="From 0 (nothing) to 1 (beyond doubt)."
    )
    because: Text = Field(description="Why it is not what the evidence gives.")


class Stakes(Frozen):
    """The values that accepting a statement promotes or demotes (Bench-Capon 2003)."""

    promotes: tuple[Id, ...] = Field((), description="Values that it serves.")
    demotes: tuple[Id, ...] = Field((), description="Values that it harms.")


Standard = Literal["scintilla", "preponderance", "clear-and-convincing", "beyond-reasonable-doubt"]
"""Proof standards, as Carneades defines them (Gordon, Prakken & Walton 2007; Gordon & Walton 2009)."""


class StepPremise(Frozen):
    """A premise that another argument has force, not only that its statement is true."""

    step: Id = Field(description="The support or rebuttal that must hold.")

    def __str__(self) -> str:
        return f"the step of {self.step}"


def _kind_of_premise(value: object) -> str:
    return STATEMENT if isinstance(value, str) else STEP


STATEMENT, STEP = "statement", "step"
"""What a premise is; in a fault's route these two stand after its index."""

Premise = Annotated[Annotated[Id, Tag(STATEMENT)] | Annotated[StepPremise, Tag(STEP)], Discriminator(_kind_of_premise)]


def _at_most(most: int) -> AfterValidator:
    def check(value: str) -> str:
        if len(value.split()) > most:
            raise ValueError(f"has {len(value.split())} words, and at most {most} fit")
        return value

    return AfterValidator(check)


def _words(most: int) -> FieldInfo:
    extra: dict[str, JsonValue] = {"pattern": rf"^\s*\S+(\s+\S+){{0,{most - 1}}}\s*$"}
    found: FieldInfo = Field(json_schema_extra=extra)
    return found


Words4 = Annotated[Text, _at_most(4), _words(4)]
Words10 = Annotated[Text, _at_most(10), _words(10)]


def _status_quo(value: object) -> object:
    found = {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value
    if not (isinstance(found, bool) or found == "reform"):
        raise ValueError("is true, false or reform")
    return found


StatusQuo = Annotated[bool | Literal["reform"], BeforeValidator(_status_quo)]
"""Whether an option keeps today's practice, or mends it without leaving it."""


class Answer(Frozen):
    """What a debate says to a resolution: the sentence that belongs to how it stands is printed."""

    stands: Text | None = Field(None, description="Printed where the resolution stands.")
    undecided: Text | None = Field(None, description="Printed where it is undecided.")
    defeated: Text | None = Field(None, description="Printed where it is defeated.")


class Confidence(Frozen):
    """How sure an answer is, by ICD 203: what it rests on, not how likely it is."""

    level: Literal["low", "moderate", "high"] = Field(description="low, moderate or high.")
    because: Text = Field(description="What makes it so: the quality of the evidence, what is assumed.")


class _Statement(Frozen, defer_build=True):
    """What claims, supports and rebuttals share."""

    text: Sentence | None = Field(None, description="What it says: one claim, in one sentence.")
    tag: Words10 | None = Field(None, description="The same in at most ten words, for tables, cards and the flow.")
    asks: Text | None = Field(None, description="The question that it answers, as one would put it aloud.")
    core: Flag = Field(
        False, description="Among the few that a reader meets first; what it answers and what it needs come with it."
    )
    side: Id | None = Field(None, description="Derived from the resolutions; may be stated, and is then checked.")
    role: Role | None = Field(None, description="What it does in its position, in the words of policy debate.")
    contradicts: tuple[Id, ...] = Field((), description="Statements that cannot be accepted together with this one.")
    criterion: Id | None = Field(None, description="The criterion, of debate.yaml, by which it judges an option.")
    weigh: Flag = Field(False, description="Pros and cons are weighed: a single rebuttal does not settle it.")
    undeveloped: Flag = Field(False, description="Asserted, but without ground so far; it does not stand by itself.")
    risk: Risk | None = Field(None, description="The danger that it speaks of, for the risk table of the memo.")
    weight: Weight | None = Field(None, description="A base score of its own, in place of that from its evidence.")
    values: Stakes | None = Field(None, description="The values, of debate.yaml, that it promotes or demotes.")
    facets: Facets | None = Field(None, description="The actor, mission, place and time that it is about.")
    standard: Standard | None = Field(None, description="The proof that it needs, where proof standards are asked for.")
    evidence: tuple[Evidence, ...] = Field((), description="What sources contribute to it.")

    @property
    def is_testimony(self) -> bool:
        """Whether all that is cited for it is what somebody said."""
        return bool(self.evidence) and all(piece.said_by for piece in self.evidence)

    ignore: tuple[Suppression, ...] = Field((), description="Findings about it that are accepted, with reasons.")


class Claim(_Statement, defer_build=False):
    """A statement without a step of its own: a resolution, or a premise that steps share."""

    id: Id = Field(alias="claim", description="The claim's id, unique in the debate.")
    text: Sentence = Field(description="What it says: one claim, in one sentence.")
    short: Words4 | None = Field(None, description="A resolution's name for tables, in at most four words.")
    excludes: tuple[Id, ...] = Field((), description="Resolutions that cannot be carried out together with this one.")
    status_quo: StatusQuo = Field(
        False, description="A resolution that keeps today's practice (true), or mends it without leaving it (reform)."
    )
    answer: Answer | None = Field(None, description="What the debate says to a resolution, by how it stands.")
    confidence: Confidence | None = Field(None, description="How sure its editors are of that answer.")


OF_RESOLUTIONS = ("short", "excludes", "status_quo", "answer", "confidence")
"""Keys of a claim that mean something on a resolution only."""


class _Step(_Statement, defer_build=True):
    """A statement that answers to another, or a bare step between existing statements (premises and no text)."""

    scheme: SchemeName | None = Field(
        None, description="The way of arguing, by Walton's name: it brings the critical questions to face."
    )
    question: Id | None = Field(None, description="The critical question of its target that this one puts or answers.")
    premises: tuple[Premise, ...] = Field(
        (), description="Linked premises; the step needs them all: statements by id, or steps, as `{step: ID}`."
    )
    outweighs: tuple[Comparison, ...] = Field(
        (), description="What it weighs more than, among the other side's steps at the same target."
    )

    @property
    def needed(self) -> tuple[str, ...]:
        """The statements among its premises: they must be accepted."""
        return tuple(each for each in self.premises if isinstance(each, str)) if self.premises else ()

    @property
    def premise_ids(self) -> tuple[str, ...]:
        """The ids of all premises, statements and steps, as they are written."""
        return tuple([each if isinstance(each, str) else each.step for each in self.premises]) if self.premises else ()

    @property
    def needed_steps(self) -> tuple[str, ...]:
        """The steps among its premises: they must have force."""
        return tuple(each.step for each in self.premises if not isinstance(each, str)) if self.premises else ()

    @property
    def is_bare(self) -> bool:
        """Whether this is only a step: it can be undercut, not contested or supported."""
        return self.text is None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.text is None and not self.premises:
            raise ValueError("needs a text, or premises that make it a bare step")
        return self


class Support(_Step, defer_build=False):
    """A reason to accept the statement that it is a support `of`. Separate supports are convergent."""

    id: Id = Field(alias="support", description="The support's id, unique in the debate.")
    of: Id = Field(description="The statement that it supports; a nested support supports what it is nested in.")

    @property
    def target(self) -> str:
        """The id of the statement that it supports."""
        return self.of


class Rebuttal(_Step, defer_build=False):
    """A reason against: it contests a statement (`of`) or the step of a support or rebuttal (`undercuts`)."""

    id: Id = Field(alias="rebuttal", description="The rebuttal's id, unique in the debate.")
    of: Id | None = Field(None, description="The statement that it contests: that is not so.")
    undercuts: Id | None = Field(None, description="The support or rebuttal whose step it contests: it does not count.")
    turn: Literal["link", "internal-link", "impact"] | None = Field(
        None, description="Where the rebuttal turns the argument round."
    )

    @property
    def target(self) -> str:
        """The id of the statement, or of the step, that it contests."""
        return self.of or self.undercuts or ""

    @model_validator(mode="after")
    def _one_target(self) -> Self:
        if (self.of is None) == (self.undercuts is None):
            raise ValueError("contests either a statement (of) or a step (undercuts), and exactly one of them")
        return self


Step = Support | Rebuttal
Statement = Claim | Support | Rebuttal
