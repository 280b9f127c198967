"""Keys of other programs in the bibliography: carried along, and named in one warning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from argmap.csl import dates, names
from argmap.csl.slips import slip_of
from argmap.csl.variables import CAPITALS, DATE_VARIABLES
from argmap.diagnostics import Severity
from argmap.loader.faults import Faults
from argmap.loader.nodes import AnyNode, MappingNode, ScalarNode, SequenceNode
from argmap.loader.synonyms import meant_by
from argmap.loader.vocabulary import NAME_KEYS, keys, model_at
from argmap.loader.words import one_of, quoted
from argmap.model import Source, SourceNotes

_MOST_NAMED = 8
BELOW: dict[str, Collection[str]] = {
    **dict.fromkeys(NAME_KEYS, names.READ),
    **dict.fromkeys(("issued", "accessed", *DATE_VARIABLES), dates.KEYS),
    "custom": keys(SourceNotes),
}
"""The keys that may stand below a key of a source, or in each item of the list there."""

_NAMING = frozenset({"family", "given", "literal", "name"})
"""Keys of which a name has one; without them it is an error, which says what the others are meant for."""

Named = tuple[str, ScalarNode]
"""A key as it is called in a warning, and where it stands."""


def others(node: MappingNode, faults: Faults) -> Iterator[Named]:
    """The keys of a source that are neither CSL's nor argmap's, those below `custom`, names and dates as well.

    One without a value carries nothing along: it is reported, since most often a comma has torn it from a text.
    """
    yield from _unknown(node, keys(Source), "", faults)
    for key, (_, value) in node.entries.items():
        if key in BELOW:
            for part in value.items if isinstance(value, SequenceNode) else [value]:
                if isinstance(part, MappingNode) and not (key in NAME_KEYS and part.entries.keys().isdisjoint(_NAMING)):
                    yield from _unknown(part, BELOW[key], f"{key}.", faults)


def _unknown(node: MappingNode, known: Collection[str], prefix: str, faults: Faults) -> Iterator[Named]:
    every = frozenset(known)
    for key, (name, value) in node.entries.items():
        if key in every or CAPITALS.get(key) in every or slip_of(key, every):
            continue
        if _is_nothing(value):
            what = f"a source's `{prefix[:-1]}`" if prefix else "a source"
            help = "Delete it; or, where it belongs to the text before it, put the whole text in quotes."
            faults.add("unknown-key", name.span, f"{what} has no key {quoted(key)}", help)
        else:
            yield prefix + key, name


def _is_nothing(value: AnyNode) -> bool:
    return isinstance(value, ScalarNode) and value.data is None and value.start == value.end and not value.broken


def warn(found: list[Named], faults: Faults) -> None:
    """One warning for a whole file."""
    if not found:
        return
    counts = sorted(Counter(name for name, _ in found).items())
    listed = [f"{quoted(name)}{f' ({number} times)' if number > 1 else ''}" for name, number in counts]
    shown, hidden = listed[:_MOST_NAMED], len(listed) - _MOST_NAMED
    more = f" and {hidden} more" if hidden > 0 else ""
    message = f"keys that are neither CSL's nor argmap's, carried along as they are: {', '.join(shown)}{more}"
    place, help = _advice(found, [name for name, _ in counts])
    faults.add("foreign-key", place.span, message, help, severity=Severity.WARNING)


def _advice(found: list[Named], names: list[str]) -> tuple[ScalarNode, str]:
    """What to do about keys, and at which of them: those that are meant for argmap have other names or places."""
    meant = {name: word for name in names if (word := _meant(name))}
    notes = [f"`{name}`" for name in names if name in keys(SourceNotes) and name not in meant]
    place = next((node for name, node in found if name in meant), found[0][1])
    halves = [name for name in names if name.removeprefix("custom.") == "grade"]
    graded = "A grade has two halves: write `custom: {reliability: B, credibility: 2}`." if halves else ""
    renamed = f"Write {', '.join(f'`{word}` for {quoted(name)}' for name, word in meant.items())}." if meant else ""
    moved = f"Move {one_of(notes, 'and')} below `custom:`." if notes else ""
    return place, " ".join(filter(None, [renamed, moved, graded])) or _LEAVE


_LEAVE = "Leave what another program wrote. Where a key is meant for argmap, look up how it is called."


def _meant(name: str) -> str | None:
    """What argmap calls what somebody wrote: a key, or `author.last` for one below another."""
    around, _, key = name.rpartition(".")
    return meant_by(model_at(Source, (around,)), key)
