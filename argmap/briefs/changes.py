"""What would change a conclusion: the smallest single steps, each tried on the debate itself, by `remedies` for what
does not stand and by `trials` for what does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap import reasons, remedies, trials
from argmap.briefs import facts
from argmap.briefs.setting import Setting
from argmap.documents.document import Block, Item, Items, Line, Paragraph, Run
from argmap.documents.lines import line, shown
from argmap.framework import Label, Labelling
from argmap.graph import comes_first
from argmap.model import Claim
from argmap.prose.standing import stands
from argmap.remedies import Remedy
from argmap.wording.counts import in_words

SHOWN = 5
"""How many steps of one kind the memo names."""

NAMED = 3
"""Up to how many considerations to be outweighed are named one by one."""

TRIED = 30
"""Of how many of the considerations for or against an option it is tried what would be without them, or with them."""

MOST = 4 * remedies.BUDGET
"""How many statements and steps are looked at for all options together, before the memo says no more of the rest."""

LEFT_OUT = (
    "What would change the other options, {} in number, is left out here: too much bears on them. “argmap explain” "
    "with the name of an option says it of that one."
)


def all_changes(s: Setting, options: Sequence[Claim]) -> Iterator[Block]:
    """What would change each option, as far as the effort for all of them goes."""
    spent = 0
    for n, option in enumerate(options):
        if spent > MOST:
            yield Paragraph(line(LEFT_OUT.format(in_words(len(options) - n))), "note")
            return
        blocks, more = changes(s, option)
        spent += more
        yield Paragraph(line(s.mention(option.id), " ", s.pill(option.id)))
        yield from blocks


def changes(s: Setting, option: Claim) -> tuple[list[Block], int]:
    """For an option that stands what holds it up; for another the steps that would make it stand. And how many
    statements and steps were looked at for it."""
    if s.ev.label(option.id) is Label.IN:
        cut = _Cut(s, option.id)
        return [Items(tuple(Item(text) for text in _props(s, cut)))], cut.spent
    outlook = remedies.outlook(s.ev, option.id, remedies.Aim.STAND)
    return _steps(s, option, outlook), outlook.spent


def _steps(s: Setting, option: Claim, outlook: remedies.Outlook) -> list[Block]:
    found = outlook.remedies
    items = [*_comparisons(s, option, found), *_answers(s, found), *_supports(s, option, found)]
    if not items:
        every = outlook.tried == outlook.ways
        none = "No answer to a single statement, no single support and no single comparison would make it stand."
        near = "None of the steps nearest to it would make it stand by itself."
        return [Paragraph((Run(none if every else near),))]
    return [Items(tuple(items))]


class _Cut:
    """An option and what bears on it, cut out of the debate: what it would lose is tried on that."""

    def __init__(self, s: Setting, id: str) -> None:
        self.id, self.framework = id, reasons.bearing_on(s.ev, id)
        self.size = len(self.framework.statements) + len(self.framework.steps)
        self.spent = 4 * self.size

    def refuted(self, ids: Sequence[str]) -> Labelling:
        """How it would stand if all of these were refuted."""
        self.spent += self.size
        return trials.if_refuted(self.framework, ids)


def _props(s: Setting, cut: _Cut) -> list[Line]:
    """What holds up an option that stands, what it would lose by the loss of each, and what is held off."""
    counted = reasons.tally(s.ev, cut.id)
    pros = counted.supports.counting
    found = [_rests_on(s, cut, pros), *_losses(s, cut, pros)]
    held = [(id, live) for id in counted.rebuttals.dead[:TRIED] if (live := _held_off_by(s, cut, id))]
    named = shown(len(held), SHOWN)
    for id, live in held[:named]:
        were = "the answer to that were" if len(live) == 1 else f"the {in_words(len(live))} answers to that were all"
        found.append(line(s.mention(id), f" would have to be weighed against it if {were} answered."))
    if rest := held[named:]:
        found.append(line(f"So would {in_words(len(rest))} others if what answers them were answered."))
    settled_first = any(comes_first(step) for step in s.ev.graph.supports(cut.id) if step.id in pros)
    if not counted.rebuttals.counting and not held and not settled_first:
        found.append(line("Any consideration against it that is not answered would have to be weighed."))
    return found


def _rests_on(s: Setting, cut: _Cut, pros: Sequence[str]) -> Line:
    """What counts for it; that each is enough is said only where it stands on each alone."""
    if len(pros) == 1:
        alone = _without(s, cut, pros) is not Label.IN
        opening = "It rests on one consideration alone: " if alone else "One consideration counts for it: "
        return line(opening, s.mentions(pros), ".")
    which = ("either" if len(pros) == 2 else "any") + " of which is enough"
    opening = f"It rests on {in_words(len(pros), 'consideration')}"
    tried = pros if len(pros) <= TRIED else ()
    enough = tried and all(_without(s, cut, [x for x in pros if x != id]) is Label.IN for id in tried)
    return line(opening, f", {which}: " if enough else ": ", s.few(pros, SHOWN), ".")


def _without(s: Setting, cut: _Cut, ids: Sequence[str]) -> Label:
    return cut.refuted(ids).labels[cut.id]


def _losses(s: Setting, cut: _Cut, pros: Sequence[str]) -> list[Line]:
    """What it would come to if one of what counts for it were refuted: by itself, or by what that outweighs."""
    after: dict[Label, list[str]] = {Label.UNDEC: [], Label.OUT: []}
    for id in pros[:TRIED]:
        if (label := _without(s, cut, [id])) is not Label.IN:
            after[label].append(id)
    made = reasons.tally(s.ev, cut.id).comparisons
    lines = []
    for label, ids in after.items():
        if len(ids) == 1:
            over = [w.lighter for w in made if w.heavier == ids[0]]
            why = line(", which outweighs ", s.few(over, NAMED)) if over else ()
            lines.append(line(f"It {stands(label).would} if ", s.mention(ids[0]), " were refuted", why, "."))
        elif ids:
            lines.append(line(f"It {stands(label).would} if any one of these were refuted: ", s.few(ids, SHOWN), "."))
    return lines


def _held_off_by(s: Setting, cut: _Cut, id: str) -> list[str]:
    """The answers that keep a consideration against it from being weighed; none where something else does so too."""
    live = [answer.id for answer in facts.answers(s.ev, id) if s.ev.labelling.live[answer.id] is not Label.OUT]
    after = cut.refuted(live)
    return live if after.live[id] is Label.IN and after.labels[cut.id] is not Label.IN else []


def _comparisons(s: Setting, option: Claim, found: Sequence[Remedy]) -> list[Item]:
    compared = [r for r in found if r.kind == "compare"]
    direct = [r for r in compared if _target(s, r) == option.id]
    direct = [r for r in direct if r.over == direct[0].over]  # what is written may leave less to some of them
    items = []
    if len(direct) == 1:
        only = s.mention(direct[0].target)
        items.append(Item(line("It would stand if ", only, " outweighed ", _weight(s, direct), ".")))
    elif direct:
        opening = line("It would stand if any one of these outweighed ", _weight(s, direct), ":")
        items.append(Item(opening, (Items(tuple(_some([Item(s.mention(r.target)) for r in direct]))),)))
    would = f"It would {'also ' * bool(items)}stand if "
    others = [
        Item(line(would, s.mention(r.target), " outweighed ", s.mentions(r.over), "."))
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


def _weight(s: Setting, remedies: Sequence[Remedy]) -> Line:
    """What would have to be outweighed: named where it is little, counted where it is much."""
    over = {id for remedy in remedies for id in remedy.over}
    if len(over) > NAMED:
        return line(f"all that is still in play against it ({in_words(len(over))} considerations)")
    return s.mentions(id for id in s.debate.statements if id in over)


def _answers(s: Setting, found: Sequence[Remedy]) -> list[Item]:
    answers = [r for r in found if r.kind == "answer"]
    if not answers:
        return []
    lead = "A good answer to this would make it stand:" if len(answers) == 1 else (
        "A good answer to any one of these would make it stand:"
    )  # fmt: skip
    below = [Item(line(s.mention(r.target), s.sources_of(r.target), _HOW[r.how], _revived(r))) for r in answers]
    return [Item(line(lead), (Items(tuple(_some(below))),))]


_HOW = {None: "", "either": "", "rebut": "; it has to say that this is not so",
        "undercut": "; it has to say that this does not count here"}  # fmt: skip


def _revived(remedy: Remedy) -> str:
    others = in_words(n := len(remedy.revives), "other statement")
    return f"; {others} that bear{'s' * (n == 1)} on it would come to stand as well" if n else ""


def _supports(s: Setting, option: Claim, found: Sequence[Remedy]) -> list[Item]:
    needed = [r.target for r in found if r.kind == "support"]
    items = []
    if option.id in needed:
        items.append(Item(line("A new consideration for it that holds would make it stand.")))
    rest = [id for id in needed if id != option.id]
    if rest:
        opening = f"{'So would evidence' if items else 'Evidence'}, or a reason that holds, for "
        items.append(Item(line(opening, s.few(rest, SHOWN, "or"), "." if items else " would make it stand.")))
    return items
