"""What would change a conclusion: the smallest single steps, each tried on the debate itself by `argmap.remedies`."""

from __future__ import annotations

from collections.abc import Sequence

from argmap import reasons, remedies
from argmap.briefs import facts
from argmap.briefs.document import Block, Item, Items, Line, Paragraph, Run
from argmap.briefs.prose import count, line, number
from argmap.briefs.setting import Setting
from argmap.framework import Label
from argmap.model import Claim
from argmap.remedies import Remedy

SHOWN = 5
"""How many steps of one kind the memo names."""

NAMED = 3
"""Up to how many considerations to be outweighed are named one by one."""


def changes(s: Setting, option: Claim) -> list[Block]:
    """For an option that stands what holds it up; for another the steps that would make it stand."""
    if s.ev.label(option.id) is Label.IN:
        return [Items(tuple(Item(text) for text in _props(s, option)))]
    outlook = remedies.outlook(s.ev, option.id, remedies.Aim.STAND)
    found = outlook.remedies
    items = [*_comparisons(s, option, found), *_answers(s, found), *_supports(s, option, found)]
    if not items:
        every = outlook.tried == outlook.ways
        few = "No single step would make it stand; it needs several."
        return [Paragraph((Run(few if every else "None of the steps nearest to it would make it stand by itself."),))]
    return [Items(tuple(items))]


def _props(s: Setting, option: Claim) -> list[Line]:
    counted = reasons.tally(s.ev, option.id)
    pros = counted.supports.counting
    which = "either" if len(pros) == 2 else "any"
    enough = f"It rests on {count(len(pros), 'consideration')}, {which} of which is enough: "
    opening = "It rests on one consideration alone: " if len(pros) == 1 else enough
    found = [line(opening, s.mentions(pros), ".")]
    held_off = [id for id in counted.rebuttals.dead if facts.answers(s.ev, id)]
    for id in held_off[:SHOWN]:
        found.append(line(s.mention(id), " would have to be weighed against it if the answer to that fell."))
    if not counted.rebuttals.counting and not held_off:
        found.append(line("Any live consideration against it would have to be weighed."))
    return found


def _comparisons(s: Setting, option: Claim, found: Sequence[Remedy]) -> list[Item]:
    compared = [r for r in found if r.kind == "compare"]
    direct = [r for r in compared if _target(s, r) == option.id]
    items = []
    if len(direct) == 1:
        only = s.mention(direct[0].target)
        items.append(Item(line("It would stand if ", only, " outweighed ", _weight(s, direct), ".")))
    elif direct:
        opening = line("It would stand if any one of these outweighed ", _weight(s, direct), ":")
        items.append(Item(opening, (Items(tuple(Item(s.mention(r.target)) for r in direct[:SHOWN])),)))
    others = [r for r in compared if r not in direct][:SHOWN]
    return items + [Item(line("If ", s.mention(r.target), " outweighed ", s.mentions(r.over), ".")) for r in others]


def _target(s: Setting, remedy: Remedy) -> str:
    statement = s.debate.statements[remedy.target]
    return "" if isinstance(statement, Claim) else statement.target


def _weight(s: Setting, remedies: Sequence[Remedy]) -> Line:
    """What would have to be outweighed: named where it is little, counted where it is much."""
    over = {id for remedy in remedies for id in remedy.over}
    if len(over) > NAMED:
        return line(f"all that is still in play against it ({number(len(over))} considerations)")
    return s.mentions(id for id in s.debate.statements if id in over)


def _answers(s: Setting, found: Sequence[Remedy]) -> list[Item]:
    answers = [r for r in found if r.kind == "answer"]
    if not answers:
        return []
    lead = "A good answer to this would make it stand:" if len(answers) == 1 else (
        "A good answer to any one of these would make it stand:"
    )  # fmt: skip
    below = [Item(line(s.mention(r.target), s.sources_of(r.target), _HOW[r.how], _revived(r))) for r in answers[:SHOWN]]
    if rest := len(answers) - SHOWN:
        below += [Item(line(f"and {count(rest, 'other')}."))] if rest > 0 else []
    return [Item(line(lead), (Items(tuple(below)),))]


_HOW = {None: "", "either": "", "rebut": "; it has to say that this is not so",
        "undercut": "; it has to say that this does not count here"}  # fmt: skip


def _revived(remedy: Remedy) -> str:
    n = len(remedy.revives)
    return f"; {count(n, 'other statement')} would come to stand with it" if n else ""


def _supports(s: Setting, option: Claim, found: Sequence[Remedy]) -> list[Item]:
    needed = [r.target for r in found if r.kind == "support"]
    items = []
    if option.id in needed:
        items.append(Item(line("A new consideration for it that holds would make it stand.")))
    rest = [id for id in needed if id != option.id]
    if rest:
        shown = line(s.mentions(rest[:SHOWN]), f" or {number(len(rest) - SHOWN)} more" if len(rest) > SHOWN else "")
        opening = f"{'So would evidence' if items else 'Evidence'}, or a reason that holds, for "
        items.append(Item(line(opening, shown, "." if items else " would make it stand.")))
    return items
