"""Parties with a stake in the matter, and the sources in which they speak."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.model import Debate, Source


class Voice(NamedTuple):
    """Who of a party speaks in a source."""

    name: str
    """As the source calls them, or as `parties:` does."""
    party: str


def voices(debate: Debate) -> dict[str, Voice]:
    """The sources in which a party speaks, by id, each with the first that is found in it.

    A party speaks where the author, editor, publisher or container has one of the names that it has in `parties:`, or
    where the source relays such a one (`custom.via`). The party's own name counts where it is all that stands there.
    Treaties are nobody's own word.
    """
    if not debate.parties:
        return {}
    names = _names(debate)
    own = {party.casefold(): party for party in debate.parties}
    any_name = "|".join(map(re.escape, names)) or "(?!)"
    pattern = re.compile(rf"(?<![\w-])(?:{any_name})(?![\w-])", re.IGNORECASE)
    found: dict[str, Voice] = {}
    folded: dict[str, str] = {}
    for name, party in names.items():
        folded.setdefault(name.casefold(), party)
    for id, source in debate.sources.items():
        each = (_named(who, pattern, names, folded, own) for who in _speaking(source))
        voice = None if source.custom.role == "treaty" else next(filter(None, each), None)
        if voice:
            found[id] = voice
    return found


def _named(
    who: str, pattern: re.Pattern[str], names: Mapping[str, str], folded: Mapping[str, str], own: Mapping[str, str]
) -> Voice | None:
    if party := own.get(who.casefold()):
        return Voice(who, party)
    found = pattern.search(who)
    return Voice(found[0], folded.get(found[0].casefold()) or _party(found[0], names)) if found else None


def _party(found: str, names: Mapping[str, str]) -> str:
    """Whose name it is, by the same measure by which it was found."""
    return next(party for name, party in names.items() if re.fullmatch(re.escape(name), found, re.IGNORECASE))


def _names(debate: Debate) -> Mapping[str, str]:
    """Each name of each party, the longest first so that it is the one that is found."""
    named = {name: party for party, names in debate.parties.items() for name in names}
    return {name: named[name] for name in sorted(named, key=lambda name: (-len(name), name))}


def _speaking(source: Source) -> Iterator[str]:
    """Those who speak in a source, by name."""
    yield from (str(name) for name in (*source.author, *source.editor))
    yield from (who for who in (source.publisher, source.container_title, source.custom.via) if who)
