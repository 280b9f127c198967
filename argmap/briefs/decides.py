"""What decides a debate: the fewest claims on whose refutation an option turns."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.briefs.document import Block, Item, Items, Line, Paragraph
from argmap.briefs.prose import count, line, listed, number
from argmap.briefs.setting import Setting
from argmap.critical import Family, Turning, effort, families, turning
from argmap.framework import Label
from argmap.model import Claim
from argmap.remedies import BUDGET

SHOWN = 3
"""How many families of sets the memo names for one outcome."""

_OUTCOMES = ((Label.IN, "stand"), (Label.UNDEC, "be undecided"), (Label.OUT, "fall"))


def decides(s: Setting, options: Sequence[Claim]) -> list[Block]:
    """For each option the smallest sets of claims that would turn it; together those that no few claims would turn."""
    amount = effort_of(s)
    tried = [turning(s.ev, option.id, left=effort(amount)) for option in options]
    blocks: list[Block] = []
    for found in tried:
        if found.sets:
            items = tuple(item for label, words in _OUTCOMES for item in _turns(s, found, label, words))
            blocks += [Paragraph(line(s.mention(found.resolution), " ", s.pill(found.resolution))), Items(items)]
    return [*blocks, *_the_rest(s, [found for found in tried if not found.sets])]


def effort_of(s: Setting) -> int:
    """How many sets are tried at most, so that a memo never takes long and is the same everywhere."""
    return BUDGET // len(s.debate.statements)


def _the_rest(s: Setting, tried: list[Turning]) -> list[Block]:
    if not tried:
        return []
    sure = min(found.searched for found in tried)
    if not sure:
        return [Paragraph(line("Too much bears on ", s.mentions(t.resolution for t in tried), " to try it all out."))]
    few = "No single claim turns " if sure == 1 else f"No {number(sure)} claims together turn "
    return [Paragraph(line(few, listed([s.mention(found.resolution) for found in tried], "or"), "."))]


def _turns(s: Setting, found: Turning, label: Label, words: str) -> list[Item]:
    sets = families([each.statements for each in found.leading_to(label)])
    items = [_item(s, family, f"It would {'also ' * (n > 0)}{words}") for n, family in enumerate(sets[:SHOWN])]
    if rest := len(sets[SHOWN:]):
        items.append(
            Item(line(f"There {'is' if rest == 1 else 'are'} {count(rest, 'other way', 'other ways')} to that."))
        )
    return items


def _item(s: Setting, family: Family, would: str) -> Item:
    if len(family) > 1:
        below = tuple(Item(_one_of(s, ids)) for ids in family)
        which = "both" if len(family) == 2 else f"all {number(len(family))}"
        return Item(line(f"{would} if {which} of these were refuted:"), (Items(below),))
    if len(family[0]) > 1:
        below = tuple(Item(s.mention(id)) for id in family[0])
        return Item(line(f"{would} if any one of these were refuted:"), (Items(below),))
    return Item(line(f"{would} if ", s.mention(family[0][0]), " were refuted."))


def _one_of(s: Setting, ids: tuple[str, ...]) -> Line:
    return listed([s.mention(id) for id in ids], "or")
