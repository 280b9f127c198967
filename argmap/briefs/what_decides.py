"""What decides a debate: the fewest claims on whose refutation an option turns, and comparisons that settle it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.analysis.analysis import Family, Turning
from argmap.briefs.selected_debate import Setting
from argmap.documents.document import Block, Line, Paragraph
from argmap.documents.lines import line, listed_lines, shown
from argmap.documents.outline import Sentence, outlined
from argmap.evaluation.framework import Label
from argmap.model import Claim
from argmap.prose.standing import stands
from argmap.prose.turning import few_change, if_refuted, settled_if
from argmap.wording.counts import in_words

SHOWN = 3
"""How many families of sets the memo names for one outcome."""

_OUTCOMES = (Label.IN, Label.UNDEC, Label.OUT)


def decides(s: Setting, options: Sequence[Claim]) -> list[Block]:
    """For each option the smallest sets of claims that would turn it and the fewest comparisons that would settle it;
    together those that neither would."""
    tried = s.analysis.turnings([option.id for option in options])
    blocks: list[Block] = []
    for found in tried:
        compare = [(settled_if(each, s.names), 1) for each in s.analysis.settlings(found.resolution)]
        if found.sets or compare:
            turns = list(_turns(s, found)) or [(_no_few([found], line("it")), 1)]
            blocks.append(Paragraph(line(s.mention(found.resolution), " ", s.pill(found.resolution))))
            blocks += outlined([*turns, *compare])
    return [*blocks, *_the_rest(s, [t for t in tried if not (t.sets or s.analysis.settlings(t.resolution))])]


def first_sets(s: Setting, option: Claim) -> tuple[Block, ...]:
    """The same in short: of the sets of claims that would turn an option the first for each outcome."""
    found = s.analysis.turning(option.id)
    turns = [said for label in _OUTCOMES for said in _ways(s, label, found.families(label)[:1])]
    return outlined(turns or [(_no_few([found], line("it")), 1)])


def _the_rest(s: Setting, tried: list[Turning]) -> list[Block]:
    return [Paragraph(_no_few(tried, listed_lines([s.mention(t.resolution) for t in tried], "or")))] if tried else []


def _no_few(tried: Sequence[Turning], named: Line) -> Line:
    """That no few claims turn what is named, as far as that has been tried."""
    sure = min(found.searched for found in tried)
    if not sure:
        return line("Too much bears on ", named, " to try out which refutations would change how it stands.")
    return few_change(sure, named)


def _turns(s: Setting, found: Turning) -> Iterator[Sentence]:
    """The first families of sets for each outcome, and how many more there are."""
    for label in _OUTCOMES:
        sets = found.families(label)
        named = shown(len(sets), SHOWN)
        yield from _ways(s, label, sets[:named])
        if rest := len(sets) - named:
            yield f"There are {in_words(rest)} other ways to that.", 1


def _ways(s: Setting, label: Label, sets: Sequence[Family]) -> Iterator[Sentence]:
    for n, family in enumerate(sets):
        would = f"would {'also ' * (n > 0)}{stands(label).infinitive}"
        yield from ((said, depth + 1) for said, depth in if_refuted(would, family, s.readers))
