"""Which keys stand where, and what a debater calls the thing they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from pydantic import BaseModel

from argmap.model import (
    Answer,
    Claim,
    Comparison,
    Confidence,
    Criterion,
    DebateHeader,
    Decision,
    Evidence,
    Facets,
    PositionHeader,
    Rebuttal,
    Recommendation,
    Risk,
    Source,
    SourceNotes,
    Stakes,
    StepPremise,
    Support,
    Suppression,
    Weight,
)
from argmap.model.csl.dates import KEYS as DATE_KEYS
from argmap.model.csl.dates import CslDate
from argmap.model.csl.names import Name
from argmap.model.csl.variables import CARRIED, DATES, NAME_VARIABLES

NESTS = {"supports": ("support", "of"), "rebuttals": ("rebuttal", "of"), "undercutters": ("rebuttal", "undercuts")}
"""The keys below which answers are nested: what stands there, and how it names what it answers."""

MERGES, NO_MERGE = "<<", "Write out the keys that it merges: the format has no merge keys."
"""The key by which YAML 1.1 merges mappings, and what to do about it."""

HELD = {**{key: type for key, (type, _) in NESTS.items()}, "premises": "claim"}
"""The keys below which statements stand, and of which type these are: answers, and what a step needs."""

TYPES = ("claim", "support", "rebuttal")
HOLDERS = frozenset({*HELD, "arguments", "resolutions"})
"""Keys of lists of statements."""

_NOUNS: dict[type[BaseModel], str] = {
    Claim: "claim",
    Support: "support",
    Rebuttal: "rebuttal",
    Evidence: "piece of evidence",
    Comparison: "comparison",
    StepPremise: "premise",
    Answer: "resolution's `answer`",
    Confidence: "resolution's `confidence`",
    Criterion: "criterion",
    Risk: "risk",
    Weight: "weight",
    Stakes: "statement's `values`",
    Suppression: "suppression",
    PositionHeader: "position",
    DebateHeader: "debate",
    Decision: "decision",
    Recommendation: "recommendation",
    Facets: "mapping of facets",
    Source: "source",
    SourceNotes: "source's `custom`",
    Name: "name",
    CslDate: "date",
}
NAME_KEYS = frozenset({"author", "editor", "translator", *NAME_VARIABLES})
"""The keys of a source below which names stand."""
_BELOW: dict[str, type[BaseModel]] = {
    "resolutions": Claim,
    "evidence": Evidence,
    "outweighs": Comparison,
    "premises": StepPremise,
    "answer": Answer,
    "confidence": Confidence,
    "criteria": Criterion,
    "risk": Risk,
    "weight": Weight,
    "values": Stakes,
    "ignore": Suppression,
    "decision": Decision,
    "recommendation": Recommendation,
    "facets": Facets,
    "custom": SourceNotes,
    **dict.fromkeys(DATES, CslDate),
    **dict.fromkeys(NAME_KEYS, Name),
}
_EXTRA: dict[type[BaseModel], tuple[str, ...]] = {
    Claim: ("supports", "rebuttals"),
    Support: tuple(NESTS),
    Rebuttal: tuple(NESTS),
    PositionHeader: ("arguments",),
    Source: tuple(sorted(CARRIED)),
}
_HELP = {
    "text": "`text: …`, the statement in one sentence",
    "source": "`source: ID`, an id of sources.yaml",
    "over": "`over: ID`, the step that it outweighs",
    "step": "`step: ID`, the support or rebuttal that must have force",
    "level": "`level: low`, `moderate` or `high`",
    "name": "`name: …`, the heading of its row",
    "option": "`option: ID`, the resolution that is recommended",
    "because": "`because: …`, the reason",
    "rule": "`rule: NAME`, the rule whose finding you accept",
    "debate": "`debate: ID`, a short name",
    "position": "`position: ID`, a short name",
    "resolutions": "`resolutions: [{claim: ID, text: …}]`, what is debated",
    "arguments": "`arguments: []`, or below `arguments:` the statements",
    "id": "`id: ID`, by which it is cited",
    "value": "`value: NUMBER`, from 0 to 1",
}


def keys(model: type[BaseModel]) -> list[str]:
    """The keys of a model as they are written, nested answers included."""
    own = [field.alias or name for name, field in model.model_fields.items() if name not in ("more", "foreign")]
    return [*(own if model is not CslDate else DATE_KEYS), *_EXTRA.get(model, ())]


@cache
def every_key() -> frozenset[str]:
    """Every key that stands anywhere in a debate's files, CSL's own excepted."""
    return frozenset(key for model in _NOUNS if model not in (Source, Name, CslDate) for key in keys(model))


def stand_together(words: Iterable[str]) -> bool:
    """Whether some mapping of a debate's files may have all of these keys."""
    given = {*words}
    return any(given <= {*keys(model)} for model in _NOUNS)


@cache
def csl_keys() -> frozenset[str]:
    """The keys of sources, names and dates."""
    return frozenset(key for model in (Source, Name, CslDate) for key in keys(model))


def model_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> type[BaseModel]:
    """What a route from a statement, source or header leads to."""
    if model is DebateHeader and loc[:1] == ("values",):
        return model  # There it is a plain list of names, with what they mean.
    return next((_BELOW[step] for step in reversed(loc) if isinstance(step, str) and step in _BELOW), model)


def item_keys(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """The keys of what a key holds: of its mapping, or of each item of its list; none where it holds neither."""
    found = model_at(model, loc)
    return keys(found) if found is not model else []


def noun(model: type[BaseModel], loc: tuple[str | int, ...]) -> str:
    """What stands at the end of a route, as a debater calls it."""
    return _NOUNS.get(model_at(model, loc), "mapping")


def key_help(key: str) -> str:
    """What to write for a key that is missing or empty."""
    return _HELP.get(key, f"`{key}: …`")
