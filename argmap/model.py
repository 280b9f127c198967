"""The argument model: what a debate is, as frozen values.

A `Claim` is a statement. A `Support` is a statement with a step to the one thing it supports, a `Rebuttal` a
statement with a step against the one thing it contests: a statement (`of`) or another step (`undercuts`). Ids are
unique in a debate and name the statement and its step alike.

Nothing here reads files, knows lines and columns, labels or colours. Field names are the keys of the file format;
the key that names a statement's type (`claim`, `support`, `rebuttal`) is the alias of `id`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    JsonValue,
    StringConstraints,
    Tag,
    model_validator,
)
from pydantic.fields import FieldInfo

from argmap.csl.dates import AnyDate
from argmap.csl.names import Name
from argmap.csl.slips import parted
from argmap.csl.variables import CslType, More
from argmap.values import Flag, Frozen, Id, PartialDate, SourceId, Text, source_id

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
"""Ways of arguing, by Walton's names; `argmap.schemes` says what each is and which questions it has to face."""

PositionKind = Literal["case", "advantage", "disadvantage", "counterplan", "kritik", "topicality", "background"]

LIKELIHOODS = (
    "almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely", "almost certain",
)  # fmt: skip
"""The seven bands of ICD 203 (Analytic Standards), from 1-5 % up to 95-99 %."""


class Suppression(Frozen):
    """A finding accepted in place: which rule, why, and until when."""

    rule: Text = Field(description="The rule's name.")
    reason: Text | None = Field(None, description="Why the finding is accepted; without one that is a finding too.")
    until: PartialDate | None = Field(None, description="The last day on which it is accepted.")


class Facets(Frozen):
    """What a plan, a statement or a piece of evidence is about: whether one bears on another hangs on it."""

    actor: Text | None = Field(None, description="Who acts, such as NATO members.")
    mission: Text | None = Field(None, description="What is done, such as training.")
    place: Text | None = Field(None, description="Where, such as inside Ukraine.")
    time: Text | None = Field(None, description="When, such as before a ceasefire.")
    bridge: Text | None = Field(None, description="Why it bears on another actor, mission, place or time all the same.")


class Evidence(Frozen):
    """What a source contributes to one statement."""

    source: SourceId = Field(description="An id of sources.yaml.")
    at: Text | None = Field(None, description="Where in the source: page, section, sentence, time.")
    said_by: Text | None = Field(
        None, description="Who said it, with the post, where the source relays what somebody said: it is testimony."
    )
    quote: Text | None = Field(None, description="Verbatim words of the source.")
    says: Text | None = Field(None, description="What the source contributes, in our words.")
    card: Text | None = Field(None, description="The passage as cut: whole sentences of the source, nothing left out.")
    highlight: tuple[Text, ...] = Field(
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
"""What a premise is; in a fault's route these two stand behind its index."""

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


class _Statement(Frozen):
    """What claims, supports and rebuttals share."""

    text: Text | None = Field(None, description="What it says: one claim, in one sentence.")
    tag: Words10 | None = Field(None, description="The same in at most ten words, for tables, cards and the flow.")
    asks: Text | None = Field(None, description="The question that it answers, as one would put it aloud.")
    side: Id | None = Field(None, description="Derived from the resolutions; may be stated, and is then checked.")
    role: Role | None = Field(None, description="What it does in its position, in the words of policy debate.")
    contradicts: tuple[Id, ...] = Field((), description="Statements that cannot be accepted together with this one.")
    criterion: Id | None = Field(None, description="The criterion, of debate.yaml, by which it judges an option.")
    weigh: Flag = Field(False, description="Pros and cons are weighed: a single rebuttal does not settle it.")
    undeveloped: Flag = Field(False, description="Asserted without ground as yet; does not stand by itself.")
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


class Claim(_Statement):
    """A statement without a step of its own: a resolution, or a premise that steps share."""

    id: Id = Field(alias="claim", description="The claim's id, unique in the debate.")
    text: Text = Field(description="What it says: one claim, in one sentence.")
    short: Words4 | None = Field(None, description="A resolution's name for tables, in at most four words.")
    excludes: tuple[Id, ...] = Field((), description="Resolutions that cannot be carried out together with this one.")
    status_quo: StatusQuo = Field(
        False, description="A resolution that keeps today's practice (true), or mends it without leaving it (reform)."
    )
    answer: Answer | None = Field(None, description="What the debate says to a resolution, by how it stands.")
    confidence: Confidence | None = Field(None, description="How sure its editors are of that answer.")


OF_RESOLUTIONS = ("short", "excludes", "status_quo", "answer", "confidence")
"""Keys of a claim that mean something on a resolution only."""


class _Step(_Statement):
    """A statement that answers to another, or a bare step between existing statements (premises and no text)."""

    scheme: SchemeName | None = Field(
        None, description="The way of arguing, by Walton's name: it brings the critical questions to face."
    )
    question: Id | None = Field(None, description="The critical question of its target that this one puts or answers.")
    premises: tuple[Premise, ...] = Field(
        (), description="Linked premises, all of which the step needs: statements by id, or steps, as `{step: ID}`."
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
        return tuple(each if isinstance(each, str) else each.step for each in self.premises)

    @property
    def needed_steps(self) -> tuple[str, ...]:
        """The steps among its premises: they must have force."""
        return tuple(each.step for each in self.premises if not isinstance(each, str)) if self.premises else ()

    @property
    def is_bare(self) -> bool:
        """Whether this is only a step: it can be undercut, not contested or supported."""
        return self.text is None

    @model_validator(mode="after")
    def _says_something(self) -> _Step:
        if self.text is None and not self.premises:
            raise ValueError("needs a text, or premises that make it a bare step")
        return self


class Support(_Step):
    """A reason to accept the statement that it is a support `of`. Separate supports are convergent."""

    id: Id = Field(alias="support", description="The support's id, unique in the debate.")
    of: Id = Field(description="The statement that it supports; a nested support supports what it is nested in.")

    @property
    def target(self) -> str:
        """The id of the statement that it supports."""
        return self.of


class Rebuttal(_Step):
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
    def _one_target(self) -> Rebuttal:
        if (self.of is None) == (self.undercuts is None):
            raise ValueError("contests either a statement (of) or a step (undercuts), and exactly one of them")
        return self


Step = Support | Rebuttal
Statement = Claim | Support | Rebuttal


class PositionHeader(Frozen):
    """What a position file says about itself."""

    id: Id = Field(alias="position", description="The position's id, unique in the debate.")
    kind: PositionKind | None = Field(None, description="What it is in a policy debate.")
    title: Text | None = Field(None, description="The heading of its cluster and section.")
    summary: Text | None = Field(None, description="One or two sentences for the brief.")
    ignore: tuple[Suppression, ...] = Field((), description="Findings accepted in all of it, with reasons.")

    @property
    def name(self) -> str:
        """The title, or what the id says where there is none."""
        return self.title or self.id.replace("-", " ").capitalize()


class Position(PositionHeader):
    """One position: a cluster of the map, a section of a brief, a sheet of the flow."""

    arguments: tuple[Statement, ...] = Field((), description="In file order, a statement before what answers to it.")


class SourceNotes(Frozen):
    """argmap's own notes on a source, under CSL's `custom`; what others put there is kept."""

    reliability: Annotated[str, StringConstraints(pattern="^[A-F]$")] | None = Field(
        None, description="Admiralty code: how reliable the source is, A (completely) to E (not), F unknown."
    )
    credibility: Annotated[str, StringConstraints(pattern="^[1-6]$")] | None = Field(
        None, description="Admiralty code: how credible the information is, 1 (confirmed) to 5 (improbable), 6 unknown."
    )
    why: Text | None = Field(None, description="The reason for the grade.")
    role: Literal["study", "poll", "official", "news", "treaty", "opinion", "history"] | None = Field(
        None, description="What kind of source it is."
    )
    as_of: PartialDate | None = Field(None, description="The day that it speaks of, where later than issued.")
    via: Annotated[Text, AfterValidator(source_id)] | None = Field(
        None, description="The source that this one relays: its id, or its name."
    )
    qualifications: Text | None = Field(None, description="Why its author is to be heard: post, field, experience.")
    interest: Text | None = Field(
        None, description="What its author or publisher stands to win or lose by the matter; or that it is nothing."
    )
    title_from_url: Flag = Field(False, description="The title was read from the address, not from the page.")
    ignore: tuple[Suppression, ...] = Field((), description="Findings about it that are accepted, with reasons.")
    foreign: dict[str, Any] = Field({}, description="What other programs keep there, as written.")

    @model_validator(mode="before")
    @classmethod
    def _of_others(cls, given: Any) -> Any:
        if not isinstance(given, Mapping):
            return given
        known, foreign = parted(given, (name for name in cls.model_fields if name != "foreign"))
        return {**known, "foreign": {**foreign.pop("foreign", {}), **foreign}} if foreign else known


class Source(Frozen):
    """An item of the bibliography, in CSL's words (CSL-YAML, as Zotero and Pandoc write it)."""

    model_config = ConfigDict(alias_generator=lambda name: name.replace("_", "-"))

    id: SourceId = Field(description="The key by which statements cite it.")
    type: CslType = Field("document", description="CSL's type of item.")
    title: Text | None = Field(None, description="The title as printed.")
    author: tuple[Name, ...] = Field((), description="Who wrote it.")
    editor: tuple[Name, ...] = Field((), description="Who edited it.")
    translator: tuple[Name, ...] = Field((), description="Who translated it.")
    issued: AnyDate = Field(
        None,
        description="When it was published: 2026-02-28, 2026-02 or 2026; a range 2024/2026, about 1730~, a "
        "season 2015-21; or as CSL-JSON and CSL-YAML have it. Absent where unknown.",
    )
    accessed: AnyDate = Field(None, description="When it was read.")
    publisher: Text | None = Field(None, description="Who published it.")
    container_title: Text | None = Field(None, description="The journal, newspaper, book or site that it stands in.")
    issue: Text | None = Field(None, description="The number of the issue.")
    URL: Text | None = Field(None, description="Its address on the web.")
    DOI: Text | None = Field(None, description="Its digital object identifier.")
    note: Text | None = Field(None, description="Anything else, in words.")
    custom: SourceNotes = Field(
        SourceNotes(), description="argmap's notes: its grade and the reason, its kind; other programs' are kept."
    )
    more: More = Field({}, description="Every other CSL variable: names and dates in one form, the rest as written.")
    foreign: dict[str, Any] = Field({}, description="What other programs note beside CSL, as written.")

    @property
    def date(self) -> str | None:
        """The (first) date of publication as `2026`, `2026-02` or `2026-02-28`; None where unknown."""
        return self.issued.iso if self.issued else None

    @property
    def latest(self) -> str | None:
        """The last date that it can speak of: `as_of`, or else the end of its publication; None where unknown."""
        return self.custom.as_of or (self.issued.latest if self.issued else None)

    @property
    def grade(self) -> str | None:
        """The Admiralty grade, such as `B2`; None unless both halves are known."""
        notes = self.custom
        return notes.reliability + notes.credibility if notes.reliability and notes.credibility else None


class Decision(Frozen):
    """Who decides, by when."""

    maker: Text | None = Field(None, description="Who decides.")
    deadline: Text | None = Field(None, description="By when.")


class Criterion(Frozen):
    """One thing by which all options are judged alike."""

    id: Id = Field(description="The id by which statements name it.")
    name: Text = Field(description="The heading of its row, in a few words.")
    question: Text | None = Field(None, description="What it asks of each option.")


class Recommendation(Frozen):
    """What the debate comes to: the option that its editors recommend, and why."""

    option: Id = Field(description="The resolution that is recommended.")
    because: Text = Field(description="Why this one.")


def _two_sides(sides: dict[str, str]) -> dict[str, str]:
    if len(sides) != 2:
        raise ValueError("names exactly two sides, first the one for the resolutions")
    return sides


class DebateHeader(Frozen):
    """What `debate.yaml` holds."""

    id: Id = Field(alias="debate", description="The debate's id.")
    title: Text = Field(description="The question as a heading.")
    question: Text | None = Field(None, description="The question, put neutrally.")
    as_of: PartialDate | None = Field(None, description="The date of the newest source; 'stale' is measured from it.")
    background: Text | None = Field(None, description="Where things stand, in a paragraph for the memo.")
    decision: Decision = Field(Decision(), description="The decision that the debate is for.")
    recommendation: Recommendation | None = Field(None, description="The option that is recommended, and why.")
    parties: dict[Text, tuple[Text, ...]] = Field(
        {}, description="Those who have a stake in the matter, each with the names of its people, offices and media."
    )
    sides: Annotated[
        dict[Id, Text], AfterValidator(_two_sides), Field(json_schema_extra={"minProperties": 2, "maxProperties": 2})
    ] = Field({"pro": "For", "con": "Against"}, description="The two sides, the one for the resolutions first.")
    resolutions: tuple[Claim, ...] = Field(min_length=1, description="What is debated; the roots of everything.")
    terms: dict[Text, Text] = Field({}, description="Terms and what they mean here.")
    criteria: tuple[Criterion, ...] = Field((), description="By what the options are judged, in order of the table.")
    values: dict[Id, Text] = Field({}, description="Values that statements promote or demote.")
    audiences: dict[Id, tuple[Id, ...]] = Field({}, description="Audiences: each ranks values, the highest first.")
    ignore: tuple[Suppression, ...] = Field((), description="Findings accepted in all of the debate, with reasons.")

    @property
    def pro(self) -> str:
        """The side for the resolutions."""
        return next(iter(self.sides))

    @property
    def con(self) -> str:
        """The side against them."""
        return list(self.sides)[1]

    def other(self, side: str) -> str:
        """The side that is not `side`."""
        return self.con if side == self.pro else self.pro


class Debate(DebateHeader):
    """A whole debate: the header, its positions in file order, its bibliography by id."""

    positions: tuple[Position, ...] = ()
    sources: dict[SourceId, Source] = Field({})

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Every statement and bare step by id: the resolutions, then each position in order."""
        every: list[Statement] = [*self.resolutions]
        for position in self.positions:
            every.extend(position.arguments)
        return {statement.id: statement for statement in every}

    @cached_property
    def bare_steps(self) -> int:
        """How many of the statements are steps without words of their own."""
        return sum(statement.text is None for statement in self.statements.values())

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims, resolutions first."""
        return tuple(s for s in self.statements.values() if isinstance(s, Claim))

    @cached_property
    def supports(self) -> tuple[Support, ...]:
        """The supports, in file order."""
        return tuple(s for s in self.statements.values() if isinstance(s, Support))

    @cached_property
    def rebuttals(self) -> tuple[Rebuttal, ...]:
        """The rebuttals, in file order."""
        return tuple(s for s in self.statements.values() if isinstance(s, Rebuttal))

    @cached_property
    def position_of(self) -> dict[str, Position]:
        """The position that holds each statement; resolutions are in none."""
        return {statement.id: position for position in self.positions for statement in position.arguments}

    @cached_property
    def resolution_ids(self) -> frozenset[str]:
        """The ids of the resolutions."""
        return frozenset(claim.id for claim in self.resolutions)

    def grade(self, evidence: Evidence) -> str | None:
        """The Admiralty grade of a piece of evidence: its own, or else its source's."""
        source = self.sources.get(evidence.source)
        return evidence.grade or (source.grade if source else None)

    def best_grade(self, statement: Statement) -> str | None:
        """The best grade among a statement's evidence (A1 is best); None where nothing is graded. A paper that relays
        what somebody said vouches for that, not for the fact: its grade does not count here."""
        return min((grade for e in statement.evidence if not e.said_by and (grade := self.grade(e))), default=None)
