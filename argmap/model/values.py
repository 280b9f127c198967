"""The kinds of values that the model is made of: texts, ids, flags, dates in our own notation."""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from argmap.wording.counts import counted

ID_PATTERN = r"^(?:[0-9]+-)*[0-9]*[a-z][a-z0-9]*(?:-[a-z0-9]+)*$"
"""Small letters, digits and single hyphens, at least one letter: `1ac` is an id, and `2026` is a year or a number."""

_LEAP = r"(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
_MONTHS = (
    r"(?:(?:0[13578]|1[02])(?:-(?:0[1-9]|[12][0-9]|3[01]))?"
    r"|(?:0[469]|11)(?:-(?:0[1-9]|[12][0-9]|30))?"
    r"|02(?:-(?:0[1-9]|1[0-9]|2[0-8]))?)"
)
DATE_PATTERN = rf"^(?:[0-9]{{4}}(?:-{_MONTHS})?|{_LEAP}-02-29)$"

SOURCE_ID_PATTERN = (
    r"^[^\s\u0000-/:-@\[-^`{-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u0300-\u036f\u2000-\u206f"
    r"\u20a0-\u2bff\u3000-\u3004\u3008-\u3020\ufe00-\ufe0f\uff00-\uff0f][^\s,;{}\[\]\u0022@\\]*$"
)
"""A letter of any script, a digit or `_`, and then no space, comma, semicolon, bracket, quotation mark, @ or backslash.
The first is said by what it may not be, since Python's and JavaScript's expressions agree on no word for a letter."""

_IS_ID = re.compile(ID_PATTERN).fullmatch
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
"""A statement's, position's or debate's name, in kebab-case (`ID_PATTERN`)."""


def is_id(given: object) -> bool:
    """Whether a value is written as the id of a statement."""
    return isinstance(given, str) and _IS_ID(given) is not None


def spaced(sign: str) -> str:
    """The pattern of a sign and the blanks around it. A row of blanks without the sign is gone over once: from its
    beginning, not from each of them."""
    return rf"(?:(?<!\s)\s+)?{sign}\s*"


def source_id(text: str) -> str:
    """An id with its accents composed (NFC), as most type it, and without the backslashes of Pandoc's Markdown."""
    composed = unicodedata.normalize("NFC", text.strip())
    return re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", composed) if "\\" in composed else composed


def file_stem(source: str) -> str:
    """The name, without its ending, of the file that has the text of a source: its id, with an underscore for each
    character that a folder, or Windows, does not let into a name (`DBLP:conf/x` is in `DBLP_conf_x.txt`)."""
    return re.sub(r'[/\\:*?"<>|]', "_", source)


def _source_id(value: object) -> object:
    return source_id(value) if isinstance(value, str) else value


SourceId = Annotated[str, StringConstraints(pattern=SOURCE_ID_PATTERN, max_length=120), BeforeValidator(_source_id)]
"""A bibliography key as Zotero, BibTeX and Pandoc write it."""

LONGEST_SENTENCE, LONGEST_TEXT = 1_000, 5_000
"""Characters. A text may be shown wherever something refers to it, so that long ones would multiply."""
Passage = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Words of a source, and notes: shown in their own place only, and as long as they are."""
Text = Annotated[Passage, StringConstraints(max_length=LONGEST_TEXT)]
"""A name or a few sentences."""
Sentence = Annotated[Passage, StringConstraints(max_length=LONGEST_SENTENCE)]
"""What a statement says."""


def _is_real_date(value: str) -> str:
    if not re.fullmatch(DATE_PATTERN, value):
        raise ValueError("is not a date of the form 2026, 2026-02 or 2026-02-28")
    return value


PartialDate = Annotated[str, AfterValidator(_is_real_date), Field(json_schema_extra={"pattern": DATE_PATTERN})]
"""A date as precise as it is known: `2026`, `2026-02` or `2026-02-28`."""


def _plain_bool(value: object) -> object:
    """`true` and `false` only: YAML 1.2 has no `yes`, `no`, `on` and `off`."""
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, bool):
        return value
    raise ValueError("must be true or false")


Flag = Annotated[bool, BeforeValidator(_plain_bool)]


class Frozen(BaseModel):
    """A value: never changed after it was made, unknown keys refused.

    What is never read by itself, but only made of what was, has `defer_build`: that spares each start its validator.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)


class Suppression(Frozen):
    """A finding accepted in place: which rule, why, and until when."""

    rule: Text = Field(description="The rule's name.")
    reason: Text | None = Field(None, description="Why the finding is accepted; without one that is a finding too.")
    until: PartialDate | None = Field(None, description="The last day on which it is accepted.")


def size_told(statements: int, bare: int, positions: int) -> str:
    """How large debates are, in the same words wherever it is said; `bare` of the statements are steps alone."""
    steps = "a step without words of its own" if bare == 1 else "steps without words of their own"
    of_them = f" ({bare} of them {steps})" if bare else ""
    placed = f" in {counted(positions, 'position')}" if positions else ", no positions"
    return f"{counted(statements, 'statement')}{of_them}{placed}"
