"""A CSL name, in any of the ways in which programs write one."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from argmap.model.csl.name_slips import parted
from argmap.model.values import Frozen, Text
from argmap.wording.patterns import pattern

OTHERS = "others"
"""The `literal` of a last name that stands for those left out, as BibTeX has it: set as "et al."."""
_SMALL = pattern(r"['’]?[^\W\d_]+['’.]?")
_ELISION = re.compile(r"(?:[^\W\d_A-Z]{1,3}['’]|(?:al|el|ad|an|ar|as|at|az)-)(?=[^\W\d_])")
_SPACED = pattern(r"\bde['’]$")
SUFFIX = pattern(r"(?:Jr|Sr|jr|sr)\.?|[IVX]{1,5}\.?|\d+(?:st|nd|rd|th)|Esq\.?|(?:Ph|M|J)\.?\s?D\.?")
MORE = re.compile(r"(?:(?:and|&) )?others|et\.? al\.?|\+", re.IGNORECASE)
_BRACED = re.compile(r"\{+([^{}]+)\}+")
_YES = ("true", "1", "yes")


def _loose_flag(value: object) -> object:
    """CSL-JSON has texts, numbers and truth values for a flag."""
    word = str(value).strip().lower()
    if word in (*_YES, "false", "0", "no", ""):
        return word in _YES
    raise ValueError("must be true or false")


LooseFlag = Annotated[bool, BeforeValidator(_loose_flag)]


class Name(Frozen):
    """A CSL name: a person (`family`, `given`) or an organisation (`literal`).

    Particles and suffixes that stand inside `family` and `given` are taken out of them, as citeproc does: `van der
    Berg`, `Jan van`, `Martin, Jr.`. What stands between quotation marks, or beside `parse-names: false`, stays whole.
    """

    model_config = ConfigDict(alias_generator=lambda name: name.replace("_", "-"))

    family: Text | None = None
    given: Text | None = None
    literal: Text | None = None
    suffix: Text | None = None
    dropping_particle: Text | None = None
    non_dropping_particle: Text | None = None
    comma_suffix: LooseFlag = False
    static_ordering: LooseFlag = False
    parse_names: LooseFlag = Field(True, description="Whether particles and suffix may be looked for in the name.")
    more: dict[str, Any] = Field({}, description="What other programs note beside a name, as written.")

    @model_validator(mode="before")
    @classmethod
    def _read(cls, given: object) -> object:
        return read_name(given)

    @model_validator(mode="after")
    def _named(self) -> Self:
        if not (self.family or self.literal or self.given):
            raise ValueError("needs family, given or literal")
        return self

    @property
    def short(self) -> str:
        """The name by which a citation calls it."""
        if not self.family:
            return self.literal or self.given or ""
        return _joined(self.non_dropping_particle, self.family)

    def __str__(self) -> str:
        """The whole name, as it is spoken: `Jan van der Berg`, `Martin Doe, Jr.`."""
        if not self.family:
            return self.literal or self.given or ""
        name = _joined(self.dropping_particle, self.short)
        whole = f"{self.given} {name}" if self.given else name
        return whole + (f"{',' if self.comma_suffix else ''} {self.suffix}" if self.suffix else "")


def _joined(*parts: str | None) -> str:
    """The parts with spaces between them, but none after `d'` and `al-` (there is one after `de'`)."""
    found = ""
    for part in filter(None, parts):
        gap = "" if not found or (found[-1] in "'’-" and not _SPACED.search(found)) else " "
        found += gap + part
    return found


KEYS = tuple(field.alias or name for name, field in Name.model_fields.items() if name != "more")
READ = {"isInstitution", *KEYS, *Name.model_fields}


def read_name(given: object) -> object:
    """The keys of a `Name` from a mapping or a text; anything else is for pydantic to refuse."""
    if isinstance(given, str):
        given = {"literal": given}
    if not isinstance(given, Mapping):
        return given
    some = {key: value for key, value in given.items() if not (_is_blank(value) or (value is None and key in READ))}
    known, others = parted(_whole(some), READ)
    foreign = {key: value for key, value in others.items() if value is not None} | known.pop("more", {})
    if len(known) == 1 and (alone := _alone(*known.values())):
        known = {"literal": alone}
    parse = known.get("parse-names", known.get("parse_names", True))
    institution = known.pop("isInstitution", False)
    if str(institution).lower() in _YES and "literal" not in known and "family" in known:
        known["literal"] = known.pop("family")
    elif str(parse).lower() not in ("false", "0", "no"):
        known = _taken_apart(known)
    return {**known, "more": foreign} if foreign else known


def _whole(name: Mapping[str, Any]) -> dict[str, Any]:
    """What stood as a list of texts as one text, and what Crossref calls `name` as the `literal` that it is."""
    whole = {key: " ".join(value) if _is_list_of_texts(value) else value for key, value in name.items()}
    if "name" in whole and not {"family", "given", "literal"} & whole.keys():
        whole["literal"] = whole.pop("name")
    return whole


def _alone(text: object) -> str | None:
    """What BibTeX, or a habit of its users, means by a name without others: a body in braces, or `others`."""
    if not isinstance(text, str):
        return None
    braced = _BRACED.fullmatch(text.strip())
    return OTHERS if MORE.fullmatch(text.strip()) else braced[1] if braced else None


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, str) for each in value)


def _is_blank(value: object) -> bool:
    return isinstance(value, str) and not value.strip()


def _taken_apart(name: dict[str, Any]) -> dict[str, Any]:
    """The name with its particles and its suffix under keys of their own."""
    family, given = name.get("family"), name.get("given")
    if isinstance(family, str):
        name |= _family(family.strip(), name)
    if isinstance(given, str) and isinstance(family, str):
        name |= _given(given.strip(), name)
    return name


def _family(family: str, name: Mapping[str, Any]) -> dict[str, Any]:
    if len(family) > 2 and family[0] == family[-1] == '"':
        return {"family": family[1:-1], "parse-names": False}
    found: dict[str, Any] = {}
    before, comma, behind = family.rpartition(",")
    if comma and "suffix" not in name and SUFFIX.fullmatch(behind.strip()):
        family, found["suffix"] = before.strip(), behind.strip()
        found["comma-suffix"] = True
    for key in ("non-dropping-particle", "dropping-particle"):
        if key in name:  # some write it in both places
            family = family.removeprefix(f"{name[key]} ")
    if "non-dropping-particle" not in name:
        particle, family = _leading(family)
        found |= {"non-dropping-particle": particle} if particle else {}
    return {**found, "family": family}


def _leading(family: str) -> tuple[str, str]:
    """The small words before a family name, and the name; nothing where no name with a capital letter follows."""
    words = family.split()
    count = next((place for place, word in enumerate(words) if not _is_small(word)), len(words))
    particle, rest = " ".join(words[:count]), " ".join(words[count:])
    if elision := _ELISION.match(rest):
        particle, rest = f"{particle} {elision[0]}".strip(), rest[elision.end() :]
    return (particle, rest) if rest[:1].isalpha() and not rest[:1].islower() else ("", family)


def _is_small(word: str) -> bool:
    return word.islower() and bool(_SMALL.fullmatch(word))


def _given(given: str, name: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    before, comma, behind = (part.strip() for part in given.partition(","))
    if comma and "suffix" not in name:
        forced, behind = behind.startswith("!"), behind.lstrip("! ")
        if SUFFIX.fullmatch(before):
            before, behind = behind, before
        if before and behind:
            given, found["suffix"] = before, behind
            found |= {"comma-suffix": True} if forced else {}
    if "dropping-particle" not in name:
        words = given.split()
        count = next((n for n, word in enumerate(reversed(words)) if "." in word or not _is_small(word)), 0)
        if count and not words[0].islower():
            found["dropping-particle"] = " ".join(words[-count:])
            given = " ".join(words[:-count])
    return {**found, "given": given} if given else found
