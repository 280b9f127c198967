"""Whose word the evidence is, and which of it is about something other than the plan."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from argmap.analysis.facets import Bearing, bearings
from argmap.briefs.selected_debate import SelectedDebate
from argmap.briefs.shared_parts import heading
from argmap.documents.document import Block, Item, Items, Line, Paragraph, Ref, Row, Run, Table, tidy
from argmap.documents.lines import joined, line, listed_lines, sentence, shown
from argmap.model import Source
from argmap.wording.counts import in_words
from argmap.wording.lists import listed
from argmap.wording.sentences import capital

NAMED = 5
"""How many sources of a party are named; the source list says of each whose it is."""

Facet = tuple[str, str]
"""The name of a facet and what is stated."""


def parties(s: SelectedDebate) -> list[Block]:
    """How much of the evidence is the word of those who have a stake in the matter; nothing where none are named."""
    if not s.debate.parties:
        return []
    times = Counter(e.source for x in s.statements(s.scope) for e in x.evidence if e.source in s.debate.sources)
    by_party: defaultdict[str, list[str]] = defaultdict(list)
    for id, _ in times.most_common():
        if id in s.party_of:
            by_party[s.party_of[id]].append(id)
    if not by_party:
        named = listed_lines([line(tidy(party)) for party in s.debate.parties])
        return [Paragraph(line("No cited source is a party to the matter (", named, ")."))]
    rows = [_row(s, party, by_party[party], times) for party in s.debate.parties if party in by_party]
    others = [id for id, _ in times.most_common() if id not in s.party_of and s.debate.sources[id].custom.interest]
    rows += [_row(s, "Others with a declared interest", others, times)] if others else []
    theirs = sum(map(len, by_party.values()))
    come = f"{in_words(len(times), 'source')} cited {'comes' if theirs == 1 else 'come'} from parties to the matter"
    caption = f"Whose word it is: {in_words(theirs)} of {come}"
    return [Table(caption, ("Party", "Sources", "Times cited", "Cited most"), tuple(rows))]


def at_second_hand(s: SelectedDebate) -> list[Block]:
    """How many of the sources cited are known in part or through others; nothing where all were read whole."""
    cited = s.cited(s.scope).values()
    found = Counter(limit for source in cited for limit in LIMITS if LIMITS[limit](source))
    if not found:
        return []
    first, *rest = [f"{in_words(found[limit])} {{}}{limit}" for limit in LIMITS if found[limit]]
    told = listed([first.format("was " if first.startswith("one ") else "were "), *(each.format("") for each in rest)])
    return [Paragraph(line(f"Of the {in_words(len(cited), 'source')} cited, {told}."))]


LIMITS: Mapping[str, Callable[[Source], bool]] = {
    "read in excerpt": lambda source: source.custom.excerpt,
    "relayed by another source": lambda source: source.custom.via is not None,
    "given a title from the address": lambda source: source.custom.title_from_url,
    "left undated": lambda source: source.issued is None,
}
"""What keeps a source from being known whole and at first hand."""


def _row(s: SelectedDebate, party: str, sources: Sequence[str], times: Counter[str]) -> Row:
    first = sources[: shown(len(sources), NAMED)]
    named = joined([s.source(id) for id in first], "; ")
    more = f"; and {in_words(len(sources) - len(first))} more" if len(sources) > len(first) else ""
    cited = sum(times[id] for id in sources)
    return Row((line(tidy(party)), line(str(len(sources))), line(str(cited)), line(named, more)))


def elsewhere(s: SelectedDebate) -> list[Block]:
    """What is about another actor, mission, place or time than the plan, grouped by that, each with the reason given
    why it bears on the plan all the same. Where no reason is given comes first."""
    groups: dict[tuple[Facet, ...], list[Bearing]] = {}
    for bearing in bearings(s.ev):
        apart = bearing.differing or bearing.facets.bridge
        if apart and bearing.id in s.scope - s.debate.resolution_ids:
            groups.setdefault(_facets(bearing), []).append(bearing)
    if not groups:
        return []
    lead = Paragraph((Run("Each with the reason why it still says something about the plan:"),))
    ordered = sorted(groups.items(), key=lambda group: all(bearing.facets.bridge for bearing in group[1]))
    items = tuple(_group(s, facets, found) for facets, found in ordered)
    return [heading(3, "Evidence about something other than the plan"), lead, Items(items)]


def _facets(bearing: Bearing) -> tuple[Facet, ...]:
    """What differs; where only a reason is given, all that is stated."""
    stated = bearing.facets.model_dump(exclude={"bridge"}, exclude_none=True)
    return tuple((name, value) for name, value in stated.items() if name in bearing.differing or not bearing.differing)


def _group(s: SelectedDebate, facets: tuple[Facet, ...], found: Sequence[Bearing]) -> Item:
    opening = capital("; ".join(f"{name}: {tidy(value)}" for name, value in facets) or "Nothing says what it is about")
    by_reason: dict[str | None, list[Bearing]] = {}
    for bearing in sorted(found, key=lambda b: b.facets.bridge is not None):
        by_reason.setdefault(bearing.facets.bridge, []).append(bearing)
    lines = [_reason(s, bridge, those) for bridge, those in by_reason.items()]
    if len(lines) == 1:
        return Item(line(Run(f"{opening}. ", "strong"), lines[0]))
    return Item(line(Run(f"{opening}.", "strong")), (Items(tuple(map(Item, lines))),))


def _reason(s: SelectedDebate, bridge: str | None, those: Sequence[Bearing]) -> Line:
    """`Doe 2024 and Roe 2023 for frees-roads: Cities are alike.`"""
    by_source: defaultdict[str | None, dict[str, None]] = defaultdict(dict)
    for bearing in those:
        by_source[bearing.evidence.source if bearing.evidence else None][bearing.id] = None
    by_ids: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for source, ids in by_source.items():
        by_ids[tuple(ids)] += [source] if source else []
    what = joined([_what(s, sources, ids) for ids, sources in by_ids.items()], "; ")
    return line(what, ": ", capital(sentence(bridge)) if bridge else Run("no reason is given.", "em"))


def _what(s: SelectedDebate, sources: Sequence[str], ids: Sequence[str]) -> Line:
    of = listed_lines([line(Ref(id, id)) for id in ids])
    named = listed_lines([s.source(id) for id in sources])
    return line(named, " for ", of) if sources else of
