"""What would change a conclusion: the smallest single steps, each tried on the debate itself
(`argmap.analysis.analysis`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.analysis.analysis import Footing, Outlook, Remedy
from argmap.briefs.setting import Setting
from argmap.documents.document import Block, Item, Items, Line, Paragraph
from argmap.documents.lines import line, shown
from argmap.evaluation import reasons
from argmap.evaluation.framework import Label
from argmap.evaluation.graph import comes_first
from argmap.model import Claim
from argmap.prose.standing import make_it, stands
from argmap.wording.counts import in_words
from argmap.wording.sentences import capital

SHOWN = 5
"""How many steps of one kind the memo names."""

NAMED = 3
"""Up to how many considerations to be outweighed are named one by one."""

LEFT_OUT = (
    "What would change the other options, {} in number, is left out here: too much bears on them. “argmap explain” "
    "with the name of an option says it of that one."
)


def all_changes(s: Setting, options: Sequence[Claim]) -> Iterator[Block]:
    """What would change each option, as far as the effort for all of them goes."""
    found = s.analysis.changes(option.id for option in options)
    for option, each in zip(options, found, strict=False):
        yield Paragraph(line(s.mention(option.id), " ", s.pill(option.id)))
        yield _props(s, option, each.footing) if each.footing else _ways(s, option, each.outlooks)
    if left := len(options) - len(found):
        yield Paragraph(line(LEFT_OUT.format(in_words(left))), "note")


def _ways(s: Setting, option: Claim, outlooks: Sequence[Outlook]) -> Items:
    """The steps that would settle an option that does not stand: those for it, then those against it."""
    return Items(tuple(item for outlook in outlooks for item in _steps(s, option, outlook)))


def _steps(s: Setting, option: Claim, outlook: Outlook) -> list[Item]:
    found, label = outlook.remedies, outlook.aim.label
    items = [*_comparisons(s, option, found, label), *_answers(s, found, label), *_supports(s, option, found, label)]
    return items or [Item(line(_no_step(outlook)))]


def _no_step(outlook: Outlook) -> str:
    would = f"would {make_it(outlook.aim.label)}"
    if outlook.tried == outlook.ways:
        return f"No answer to a single statement, no single support and no single comparison {would}."
    return f"None of the steps nearest to it {would} by itself."


def _props(s: Setting, option: Claim, found: Footing) -> Items:
    """What holds up an option that stands, what it would lose by the loss of each, and what is held off."""
    lines = [_rests_on(s, found), *_losses(s, option, found)]
    named = shown(len(found.held_off), SHOWN)
    for id, live, label in found.held_off[:named]:
        were = "the answer to that were" if len(live) == 1 else f"the {in_words(len(live))} answers to that were all"
        would = "defeat it" if label is Label.OUT else "have to be weighed against it"
        lines.append(line(s.mention(id), f" would {would} if {were} answered."))
    if rest := found.held_off[named:]:
        others = capital(in_words(len(rest), "other"))
        lines.append(line(f"{others}, too, would change how it stands if what answers them were answered."))
    settled_first = any(comes_first(step) for step in s.ev.graph.supports(option.id) if step.id in found.pros)
    if not reasons.tally(s.ev, option.id).rebuttals.counting and not found.held_off and not settled_first:
        lines.append(line("Any consideration against it that is not answered would have to be weighed."))
    return Items(tuple(map(Item, lines)))


def _rests_on(s: Setting, found: Footing) -> Line:
    """What counts for it; that each is enough is said only where it stands on each alone."""
    pros = found.pros
    if len(pros) == 1:
        alone = any(found.losses.values())
        opening = "It rests on one consideration alone: " if alone else "One consideration counts for it: "
        return line(opening, s.mentions(pros), ".")
    which = ("either" if len(pros) == 2 else "any") + " of which is enough"
    opening = f"It rests on {in_words(len(pros), 'consideration')}"
    return line(opening, f", {which}: " if found.is_each_enough else ": ", s.few(pros, SHOWN), ".")


def _losses(s: Setting, option: Claim, found: Footing) -> Iterator[Line]:
    """What it would come to if one of what counts for it were refuted: by itself, or by what that outweighs."""
    made = reasons.tally(s.ev, option.id).comparisons
    for label, ids in found.losses.items():
        if len(ids) == 1:
            over = [w.lighter for w in made if w.heavier == ids[0]]
            why = line(", which outweighs ", s.few(over, NAMED)) if over else ()
            yield line(f"It {stands(label).would} if ", s.mention(ids[0]), " were refuted", why, ".")
        elif ids:
            yield line(f"It {stands(label).would} if any one of these were refuted: ", s.few(ids, SHOWN), ".")


def _comparisons(s: Setting, option: Claim, found: Sequence[Remedy], label: Label) -> list[Item]:
    compared = [r for r in found if r.kind == "compare"]
    direct = [r for r in compared if _target(s, r) == option.id]
    direct = [r for r in direct if r.over == direct[0].over]  # what is written may leave less to some of them
    items, weight, would = [], _weight(s, option, direct, label), stands(label).would
    if len(direct) == 1:
        only = s.mention(direct[0].target)
        items.append(Item(line(f"It {would} if ", only, " outweighed ", weight, ".")))
    elif direct:
        opening = line(f"It {would} if any one of these outweighed ", weight, ":")
        items.append(Item(opening, (Items(tuple(_some([Item(s.mention(r.target)) for r in direct]))),)))
    also = f"It would {'also ' * bool(items)}{stands(label).infinitive} if "
    others = [
        Item(line(also, s.mention(r.target), " outweighed ", s.mentions(r.over), "."))
        for r in compared if r not in direct
    ]  # fmt: skip
    return items + _some(others, "There are {} of that kind.")


def _some(items: Sequence[Item], rest: str = "and {}.") -> list[Item]:
    """The first few, and how many more there are."""
    named = items[: shown(len(items), SHOWN)]
    left = len(items) - len(named)
    return [*named, *([Item(line(rest.format(f"{in_words(left)} more")))] if left else [])]


def _target(s: Setting, remedy: Remedy) -> str:
    statement = s.debate.statements[remedy.target]
    return "" if isinstance(statement, Claim) else statement.target


def _weight(s: Setting, option: Claim, remedies: Sequence[Remedy], label: Label) -> Line:
    """What would have to be outweighed: named where it is little, counted where it is much."""
    over = {id for remedy in remedies for id in remedy.over}
    if len(over) <= NAMED:
        return s.mentions(id for id in s.debate.statements if id in over)
    tally = reasons.tally(s.ev, option.id)
    other, side = (tally.rebuttals, "against") if label is Label.IN else (tally.supports, "for")
    if over >= {*other.counting, *other.undecided}:
        return line(f"all {in_words(len(over))} arguments {side} it that count or are open")
    return line(f"{in_words(len(over))} of the arguments {side} it")


def _answers(s: Setting, found: Sequence[Remedy], label: Label) -> list[Item]:
    answers = [r for r in found if r.kind == "answer"]
    if not answers:
        return []
    which = "this" if len(answers) == 1 else "any one of these"
    lead = f"A good answer to {which} would {make_it(label)}:"
    below = [Item(line(s.mention(r.target), s.sources_of(r.target), _HOW[r.how], _revived(r))) for r in answers]
    return [Item(line(lead), (Items(tuple(_some(below))),))]


_HOW = {None: "", "either": "", "rebut": "; it has to say that this is not so",
        "undercut": "; it has to say that this does not count here"}  # fmt: skip


def _revived(remedy: Remedy) -> str:
    others = in_words(n := len(remedy.revives), "other statement")
    return f"; {others} that bear{'s' * (n == 1)} on it would come to stand as well" if n else ""


def _supports(s: Setting, option: Claim, found: Sequence[Remedy], label: Label) -> list[Item]:
    needed = [r.target for r in found if r.kind == "support"]
    items = []
    if option.id in needed:
        items.append(Item(line(f"A new argument for it that holds would {make_it(label)}.")))
    rest = [id for id in needed if id != option.id]
    if rest:
        opening = f"{'So would evidence' if items else 'Evidence'}, or a reason that holds, for "
        items.append(Item(line(opening, s.few(rest, SHOWN, "or"), "." if items else f" would {make_it(label)}.")))
    return items
