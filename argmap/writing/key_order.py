"""The order of keys: what names a thing first, then what it answers to and what it is, what it says, what backs it,
and last what answers to it. Keys that are not named here come in the model's order at the `...`.

debate.yaml, positions, evidence, risks and the rest keep the order of the model's fields (the README's tables).
`supports`, `rebuttals` and `undercutters` keep the order in which they are written, since it is that of the statements
in them. In mappings whose keys are the debater's own (`sides`, `terms`, `values`, `audiences`, `parties`) the order
stands as it is written: it may mean something. So it does at the top of sources.yaml: all keys but one are others'.
"""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel

from argmap.loader.mapping_kinds import OWN_KEYS, Bibliography, Kind
from argmap.loader.vocabulary import NESTS, keys
from argmap.model import Claim, Evidence, Rebuttal, Source, SourceNotes, Support
from argmap.model.csl.variables import CARRIED

STATEMENT = (
    "claim", "support", "rebuttal", "of", "undercuts", "turn", "premises", "outweighs", "contradicts", "excludes",
    "side", "status_quo", "role", "criterion", "scheme", "question", "weigh", "standard", "values", "...", "short",
    "text", "tag", "asks", "core", "answer", "confidence", "undeveloped", "risk", "weight", "evidence", "ignore",
    *NESTS,
)  # fmt: skip
SOURCE = (
    "id", "type", "title", "author", "editor", "translator", "issued", "accessed", "publisher", "container-title",
    "issue", "...", "DOI", "URL", "note", "custom",
)  # fmt: skip
NOTES = ("reliability", "credibility", "why", "role", "as_of", "title_from_url", "excerpt", "...", "via", "ignore")
IDS = frozenset({"premises", "contradicts", "excludes", "promotes", "demotes"})
"""Lists of ids, written in brackets where they fit on a line."""
VERBATIM = frozenset({"quote", "at"})
"""The words of a source and its places stand between quotes."""


_STATEMENTS = (Claim, Support, Rebuttal)
_STATED: dict[type[BaseModel], tuple[str, ...]] = {Rebuttal: STATEMENT, Source: SOURCE, SourceNotes: NOTES}


@cache
def rank(kind: Kind) -> dict[str, int]:
    """Each key of a mapping with its place; empty where the order stands as it is written."""
    if kind is None or kind is Bibliography or kind in OWN_KEYS:
        return {}
    known = [key for model in (_STATEMENTS if kind is Rebuttal else (kind,)) for key in keys(model)]
    known = [key for key in dict.fromkeys(known) if kind is not Source or key not in CARRIED]
    stated = _STATED.get(kind, ("...",))
    rest = [key for key in known if key not in stated]
    at = stated.index("...")
    places = {key: place for place, key in enumerate((*stated[:at], *rest, *stated[at + 1 :]))}
    return places | {key: len(places) for key in NESTS if key in places}


def rest_place(kind: Kind) -> int:
    """The place of a key that the model does not have: where `...` stands, after those that it has."""
    stated = _STATED.get(kind, ("...",)) if kind else ()
    return len(rank(kind)) - len(stated[stated.index("...") + 1 :]) if stated else 0


def is_verbatim(kind: Kind, key: str | None) -> bool:
    """Whether a text stands between quotes in any case."""
    return kind is Evidence and key in VERBATIM
