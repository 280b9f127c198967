"""A debate: its header, its positions and everything in them."""

from collections.abc import Collection, Iterable
from functools import cached_property
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, Field

from argmap.model.source import Source
from argmap.model.statement import ALL, Claim, Evidence, Rebuttal, Statement, Support
from argmap.model.values import Frozen, Id, PartialDate, SourceId, Suppression, Text

S = TypeVar("S", bound=Statement)

PositionKind = Literal["case", "advantage", "disadvantage", "counterplan", "kritik", "topicality", "background"]


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


class Position(PositionHeader, defer_build=True):
    """One position: a cluster of the map, a section of a brief, a sheet of the flow."""

    arguments: tuple[Statement, ...] = Field((), description="In file order, a statement before what answers to it.")


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
    audiences: dict[Id, tuple[Id, ...]] = Field(
        {}, max_length=50, description="Audiences, at most 50: each ranks values, the highest first."
    )
    ignore: tuple[Suppression, ...] = Field((), description="Findings accepted in all of the debate, with reasons.")

    @property
    def pro(self) -> str:
        """The side for the resolutions."""
        return next(iter(self.sides))

    @property
    def con(self) -> str:
        """The side against the resolutions."""
        return list(self.sides)[1]

    def other(self, side: str) -> str:
        """The side that is not `side`."""
        return self.con if side == self.pro else self.pro

    def side_called(self, given: str) -> str | None:
        """The side that somebody means: by its id, or by its name in any case. None where there is no such side."""
        named = {name.casefold(): side for side, name in self.sides.items()}
        return given if given in self.sides else named.get(given.casefold())


class Debate(DebateHeader, defer_build=True):
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

    @cached_property
    def core(self) -> frozenset[str]:
        """The ids of what a reader meets first: the statements marked `core: true`, what they answer and what they
        need, and the resolutions. Empty where none is marked."""
        marked = [s.id for position in self.positions for s in position.arguments if s.core]
        return self.rooted(marked) if marked else frozenset()

    def rooted(self, ids: Iterable[str]) -> frozenset[str]:
        """Some statements with what they answer and what they need, and the resolutions."""
        found, waiting = set(self.resolution_ids), [*ids]
        while waiting:
            id = waiting.pop()
            statement = self.statements.get(id)
            if statement is not None and id not in found:
                found.add(id)
                if not isinstance(statement, Claim):
                    waiting += [statement.target, *statement.premise_ids]
        return frozenset(found)

    def narrowed(self, ids: Collection[str]) -> "Debate":
        """The debate with these statements and all resolutions, and without references to any other."""
        kept = self.resolution_ids | set(ids)
        positions = tuple(
            position.model_copy(update={"arguments": tuple(_cut(s, kept) for s in position.arguments if s.id in kept)})
            for position in self.positions
        )
        resolutions = tuple(_cut(claim, kept) for claim in self.resolutions)
        values = {name: getattr(self, name) for name in Debate.model_fields}  # not model_copy: it keeps what is cached
        return Debate.model_construct(**{**values, "resolutions": resolutions, "positions": positions})

    def grade(self, evidence: Evidence) -> str | None:
        """The Admiralty grade of a piece of evidence: its own, or else its source's."""
        source = self.sources.get(evidence.source)
        return evidence.grade or (source.grade if source else None)

    def best_grade(self, statement: Statement) -> str | None:
        """The best grade among a statement's evidence (A1 is best); None where nothing is graded. A paper that relays
        what somebody said vouches for that, not for the fact: its grade does not count here."""
        return min((grade for e in statement.evidence if not e.said_by and (grade := self.grade(e))), default=None)


def _cut(statement: S, kept: Collection[str]) -> S:
    """A statement without what it says of statements that are not kept."""
    change: dict[str, object] = {"contradicts": tuple(id for id in statement.contradicts if id in kept)}
    if not isinstance(statement, Claim):
        change["outweighs"] = tuple(c for c in statement.outweighs if c.over == ALL or c.over in kept)
    copy: S = statement.model_copy(update=change)  # type: ignore[assignment]  # mypy loses S in the union
    return copy
