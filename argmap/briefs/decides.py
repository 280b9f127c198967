"""What decides a debate: the fewest claims on whose refutation an option turns, and comparisons that settle it."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.analysis.analysis import Family, Settling, Turning
from argmap.briefs.setting import Setting
from argmap.documents.document import Block, Item, Items, Line, Paragraph
from argmap.documents.lines import line, listed_lines, shown
from argmap.evaluation.framework import Label
from argmap.model import Claim
from argmap.prose.standing import stands
from argmap.prose.turning import few_change
from argmap.wording.counts import in_words

SHOWN = 3
"""How many families of sets the memo names for one outcome."""

_OUTCOMES = tuple((label, stands(label).infinitive) for label in (Label.IN, Label.UNDEC, Label.OUT))


def decides(s: Setting, options: Sequence[Claim]) -> list[Block]:
    """For each option the smallest sets of claims that would turn it and the fewest comparisons that would settle it;
    together those that neither would."""
    tried = s.analysis.turnings([option.id for option in options])
    blocks: list[Block] = []
    for found in tried:
        compare = [Item(settled_if(s, each)) for each in s.analysis.settlings(found.resolution)]
        if found.sets or compare:
            turns = [item for label, words in _OUTCOMES for item in _turns(s, found, label, words)]
            items = (*(turns or [Item(_no_few([found], line("it")))]), *compare)
            blocks += [Paragraph(line(s.mention(found.resolution), " ", s.pill(found.resolution))), Items(items)]
    return [*blocks, *_the_rest(s, [t for t in tried if not (t.sets or s.analysis.settlings(t.resolution))])]


def first_sets(s: Setting, option: Claim) -> list[Item]:
    """The same in short: of the sets of claims that would turn an option the first for each outcome."""
    found = s.analysis.turning(option.id)
    sets = ((words, found.families(label)) for label, words in _OUTCOMES)
    return [Item(_such_as(s, words, each[0])) for words, each in sets if each] or [Item(_no_few([found], line("it")))]


def _such_as(s: Setting, words: str, family: Family) -> Line:
    """`It would be defeated if two claims together were refuted, such as A and B.`"""
    if len(family) > 1:
        named = s.mentions(ids[0] for ids in family)
        return line(f"It would {words} if {in_words(len(family))} claims together were refuted, such as ", named, ".")
    if len(family[0]) > 1:
        one_of = "either" if len(family[0]) == 2 else "any one"
        one = f"{one_of} of {in_words(len(family[0]))} claims were refuted"
        return line(f"It would {words} if {one}, such as ", s.mention(family[0][0]), ".")
    return line(f"It would {words} if ", s.mention(family[0][0]), " were refuted.")


def settled_if(s: Setting, found: Settling) -> Line:
    """`It would stand if each of these two considerations against it were outweighed by one for it: “…” and “…”.`"""
    verb = stands(found.label).infinitive
    other, own = ("against", "for") if found.label is Label.IN else ("for", "against")
    if len(found.lighter) == 1:
        return line(f"It would {verb} if a consideration {own} it outweighed ", s.mentions(found.lighter), ".")
    these = f"each of these {in_words(len(found.lighter), 'consideration')} {other} it"
    return line(f"It would {verb} if {these} were outweighed by one {own} it: ", s.few(found.lighter, SHOWN), ".")


def _the_rest(s: Setting, tried: list[Turning]) -> list[Block]:
    return [Paragraph(_no_few(tried, listed_lines([s.mention(t.resolution) for t in tried], "or")))] if tried else []


def _no_few(tried: Sequence[Turning], named: Line) -> Line:
    """That no few claims turn what is named, as far as that has been tried."""
    sure = min(found.searched for found in tried)
    if not sure:
        return line("Too much bears on ", named, " to try out which refutations would change how it stands.")
    return line(f"{few_change(sure)} how ", named, " stands.")


def _turns(s: Setting, found: Turning, label: Label, words: str) -> list[Item]:
    sets = found.families(label)
    named = sets[: shown(len(sets), SHOWN)]
    items = [_item(s, family, f"It would {'also ' * (n > 0)}{words}") for n, family in enumerate(named)]
    if rest := len(sets) - len(named):
        items.append(Item(line(f"There are {in_words(rest)} other ways to that.")))
    return items


def _item(s: Setting, family: Family, would: str) -> Item:
    if len(family) > 1:
        below = tuple(Item(_one_of(s, ids)) for ids in family)
        which = "both" if len(family) == 2 else f"all {in_words(len(family))}"
        return Item(line(f"{would} if {which} of these were refuted:"), (Items(below),))
    if len(family[0]) > 1:
        below = tuple(Item(s.mention(id)) for id in family[0])
        return Item(line(f"{would} if any one of these were refuted:"), (Items(below),))
    return Item(line(f"{would} if ", s.mention(family[0][0]), " were refuted."))


def _one_of(s: Setting, ids: tuple[str, ...]) -> Line:
    return listed_lines([s.mention(id) for id in ids], "or")
