"""A source: an item of the bibliography in CSL's words, with argmap's notes."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints, model_validator

from argmap.model.csl.dates import AnyDate
from argmap.model.csl.name_slips import parted
from argmap.model.csl.names import Name
from argmap.model.csl.variables import CslType, More
from argmap.model.values import Flag, Frozen, PartialDate, Passage, SourceId, Suppression, Text, source_id


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
    excerpt: Flag = Field(False, description="It was read in excerpt, not whole.")
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
    note: Passage | None = Field(None, description="Anything else, in words.")
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
