"""What is weighed against what: the comparisons that have been made, why, what each does, and those still missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from argmap.briefs import queries
from argmap.briefs.selected_debate import Setting
from argmap.documents.document import Block, Heading, Item, Items, Line, Paragraph, Run
from argmap.documents.lines import line, sentence, shown
from argmap.evaluation.framework import Label
from argmap.evaluation.graph import comes_first
from argmap.evaluation.reasons import Weighing, come_first
from argmap.model import Claim, Step, Support
from argmap.prose.standing import stands
from argmap.wording.counts import in_words
from argmap.wording.sentences import capital

FEW = 4
"""Up to how many considerations a missing comparison names one by one."""
MOST_COMPARED = 1_000
"""How many comparisons of the two sides of one statement are listed; the rest are counted."""


def takes_effect(s: Setting, made: Weighing) -> bool:
    """Whether a comparison keeps something from counting that would count without it."""
    return made.live and s.ev.labelling.live[made.lighter] is not Label.OUT


def in_effect(s: Setting, made: Iterable[Weighing]) -> list[Weighing]:
    """Those of some comparisons that take effect, as they are written."""
    return as_written(s, [each for each in made if takes_effect(s, each)])


def outweighed_by(s: Setting, id: str) -> list[Line]:
    """A sentence for each comparison that puts something above a step: `Outweighed by “…”: So.`"""
    named, rest = _few(s.weighed_below.get(id, ()), s.most_named)
    more = [line(f"Outweighed by {in_words(rest)} more.")] if rest else []
    return [*(line(*_over(s, made), ": ", _why(made)) for made in named), *more]


def _few(made: Sequence[Weighing], most: int) -> tuple[Sequence[Weighing], int]:
    """The first of some comparisons, and how many more there are."""
    number = shown(len(made), most)
    return made[:number], len(made) - number


def _over(s: Setting, made: Weighing) -> Iterator[Line]:
    live = s.ev.labelling.live
    heavier = s.mention(made.heavier)
    if live[made.heavier] is Label.OUT:
        yield line("Would be outweighed by ", heavier, ", if that were not answered")
    elif live[made.heavier] is Label.UNDEC:
        yield line("Outweighed by ", heavier, ", if that is not answered, which is open")
    elif live[made.lighter] is Label.IN:
        yield line("Outweighed by ", heavier)
    else:
        yield line("Even if it held, it would be outweighed by ", heavier)


def as_written(s: Setting, made: Iterable[Weighing]) -> list[Weighing]:
    """Of the comparisons that one `over: all` makes only the first."""
    return list({(each.heavier, _over_all(s, each) or each.lighter): each for each in reversed([*made])}.values())[::-1]


def _over_all(s: Setting, made: Weighing) -> str:
    """What of its target a step comes before, `for` or `against`, where it does not name the lighter one."""
    step = s.debate.statements[made.heavier]
    if isinstance(step, Claim) or not comes_first(step) or made.lighter in {each.over for each in step.outweighs}:
        return ""
    return "against" if isinstance(step, Support) else "for"


def outweighs(s: Setting, id: str) -> list[Line]:
    """A sentence for each comparison that puts a step above something: `It outweighs “…”: So.`"""
    named, rest = _few(as_written(s, s.weighed_above.get(id, ())), s.most_named)
    more = [line(f"It outweighs {in_words(rest)} more.")] if rest else []
    return [*(line(*_under(s, made), ": ", _why(made)) for made in named), *more]


def _under(s: Setting, made: Weighing) -> Iterator[Line]:
    live, lighter = s.ev.labelling.live, s.mention(made.lighter)
    if side := _over_all(s, made):
        would = " would come" if live[made.heavier] is Label.OUT else " comes"
        yield line(f"It{would} before all that is said {side} ", s.mention(queries.target_of(s.ev, made.heavier)))
        return
    if live[made.heavier] is Label.OUT:
        yield line("It would outweigh ", lighter, ", if it were not answered")
    elif live[made.lighter] is Label.OUT:
        yield line("It would outweigh ", lighter, ", if that were not answered")
    elif live[made.heavier] is Label.UNDEC:
        yield line("It outweighs ", lighter, ", if it is not answered, which is open")
    else:
        yield line("It outweighs ", lighter)


def comparisons(s: Setting) -> list[Block]:
    """The section of a case or a negative file: what is weighed for each resolution and each other statement of which
    the two sides are compared; nothing where nothing is."""
    chosen = [claim.id for claim in s.debate.resolutions if s.selection.resolution in (None, claim.id)]
    there = dict.fromkeys([*chosen, *s.weighed_on])
    blocks: list[Block] = []
    for id in there:
        if id in s.scope and (found := comparison(s, id)):
            blocks += [Paragraph(line(s.mention(id), " ", s.pill(id), _without(s, id))), *found]
    return [Heading(2, line("Comparisons"), "_comparisons"), *blocks] if blocks else []


def comparison(s: Setting, id: str) -> list[Block]:
    """What is compared of a statement's two sides: the comparisons that take effect with their reasons, those that do
    not, and what is still missing; as far as it is in scope."""
    made = [w for w in s.weighed_on.get(id, ()) if {w.heavier, w.lighter} & s.scope]
    made = as_written(s, sorted(made, key=lambda w: not takes_effect(s, w)))
    missing = [pair for pair in queries.unweighed(s.ev, id) if {step.id for step in pair} & s.scope]
    named, rest = _few(made, MOST_COMPARED)
    more = [Item(line(f"and {in_words(rest)} more."))] if rest else []
    blocks: list[Block] = [Items((*(Item(_compared(s, w)) for w in named), *more))] if made else []
    return [*blocks, Paragraph(_missing(s, missing))] if missing else blocks


def _compared(s: Setting, made: Weighing) -> Line:
    side = _over_all(s, made)
    what = line(f" comes before all that is said {side} it") if side else line(" outweighs ", s.mention(made.lighter))
    return line(s.mention(made.heavier), what, ". ", _why(made), _effect_of(s, made))


def _why(made: Weighing) -> str:
    return capital(sentence(made.because))


def _effect_of(s: Setting, made: Weighing) -> Line:
    """That a comparison changes nothing, or that it is open whether it does; nothing where it takes effect."""
    live, is_all = s.ev.labelling.live, bool(_over_all(s, made))
    first, second = ("It is", "All of that is") if is_all else ("The first is", "The second is")
    if live[made.heavier] is Label.OUT:
        return line(Run(f" {first} answered, so this changes nothing.", "em"))
    if live[made.lighter] is Label.OUT:
        return line(Run(f" {second} answered anyway, so this changes nothing.", "em"))
    if live[made.heavier] is Label.UNDEC:
        return line(Run(f" {first} open, and with it whether this changes anything.", "em"))
    return ()


def _without(s: Setting, id: str) -> str:
    """What a statement would be without the comparisons; nothing where they do not decide it."""
    n = len(in_effect(s, s.weighed_on.get(id, ())))
    label = s.analysis.uncompared(id) if n else s.ev.label(id)
    if label is s.ev.label(id):
        return ""
    compared = "the comparison" if n == 1 else f"the {in_words(n)} comparisons"
    return f". Without {compared} made it {stands(label).would}."


def _missing(s: Setting, pairs: Sequence[tuple[Step, Step]]) -> Line:
    pros, cons = list({p.id: p for p, _ in pairs}), list({c.id: c for _, c in pairs})
    if come_first(s.ev, pros, cons):
        return line("Not settled yet: which comes first, ", s.few([*pros, *cons], FEW, "or"), ".")
    if len(pros) + len(cons) <= FEW:
        verb = "outweighs" if len(pros) == 1 else "outweigh"
        return line("Not weighed yet: whether ", s.mentions(pros), f" {verb} ", s.mentions(cons), ", or the reverse.")
    pro, con = best_pair(s, pairs)
    for_it = in_words(len(pros), "consideration")
    return line(
        f"Not weighed yet: {for_it} for it against {in_words(len(cons))} on the other side. "
        "The first comparison to make: does ", s.mention(pro.id), " outweigh ", s.mention(con.id), "?",
    )  # fmt: skip


def best_pair(s: Setting, pairs: Sequence[tuple[Step, Step]]) -> tuple[Step, Step]:
    """Of some comparisons not made the one between the weightiest of both sides."""
    return min(pairs, key=lambda pair: (queries.weight(s.ev, pair[0].id), queries.weight(s.ev, pair[1].id)))
