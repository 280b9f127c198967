"""The bottom line of a decision memo: the verdict, what it turns on, and how well it is documented."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from argmap.analysis.analysis import Settling
from argmap.briefs import queries
from argmap.briefs.option_section import options
from argmap.briefs.selected_debate import Setting
from argmap.briefs.weighing import FEW, best_pair
from argmap.documents.document import Line, Run
from argmap.documents.lines import line
from argmap.evaluation.framework import Label
from argmap.evaluation.reasons import come_first
from argmap.prose.standing import make_it, stands
from argmap.wording.calendar_words import long_date
from argmap.wording.counts import in_words
from argmap.wording.lists import every_one
from argmap.wording.sentences import capital

RANK = {Label.IN: 0, Label.UNDEC: 1, Label.OUT: 2}

"""What stands before what is undecided, and that before what is defeated."""


def carrying(s: Setting) -> list[str]:
    """The claims that carry the standing of the options, those in scope."""
    return [id for id in queries.carriers(s.ev, [o.id for o in options(s)]) if id in s.scope]


def as_of(s: Setting) -> str:
    """The day as of which this holds."""
    return f"As the argument stands on {long_date(s.debate.as_of)}, " if s.debate.as_of else "As the argument stands, "


def verdict(s: Setting) -> Line:
    """How many of the options stand, are defeated and are undecided."""
    chosen = options(s)
    if len(chosen) == 1:
        return line(s.mention(chosen[0].id), f" {stands(s.ev.label(chosen[0].id))}.")
    numbers = Counter(s.ev.label(o.id) for o in chosen)
    if len(numbers) == 1:
        [(label, n)] = numbers.items()
        return line(f"{'both' if n == 2 else f'all {in_words(n)}'} options {stands(label).present(n)}.", *_clashes(s))
    first, *rest = [
        (n, stands(label).present(n)) for label in (Label.IN, Label.OUT, Label.UNDEC) if (n := numbers[label])
    ]
    opening = f"{in_words(first[0])} of the {in_words(len(chosen))} options {first[1]}"
    return line(every_one([opening, *(f"{in_words(n)} {verb}" for n, verb in rest)], "and"), ".", *_clashes(s))


def _clashes(s: Setting) -> Iterator[Line]:
    """Pairs of options that both stand although they exclude each other: without them the verdict would mislead."""
    order = {option.id: place for place, option in enumerate(options(s))}
    for one, place in order.items():
        others = [other for other in s.ev.clashes(one) if order.get(other, -1) > place]
        for other in sorted(others, key=order.__getitem__):
            yield line(" ", s.mentions([one, other]), " both stand, and only one of them can be carried out.")


def turns_on(s: Setting) -> Line:
    """What would settle what is undecided; empty where nothing is left to be compared."""
    undecided = [o for o in options(s) if s.ev.label(o.id) is Label.UNDEC]
    pairs = [pair for o in undecided for pair in queries.unweighed(s.ev, o.id)]
    if not pairs:
        return ()
    needed = {o.id: found for o in undecided if (found := s.analysis.settlings(o.id))}
    both = [*dict.fromkeys(pro.id for pro, _ in pairs), *dict.fromkeys(con.id for _, con in pairs)]
    if len(undecided) == 1 and needed and come_first(s.ev, both):
        return line("It turns on what nobody has settled: which comes first, ", s.few(both, FEW, "or"), ".")
    if len(undecided) == 1 and [len(each.lighter) for found in needed.values() for each in found] == [1, 1]:
        pro, con = (s.mention(step.id) for step in pairs[0])
        return line("It turns on one comparison that nobody has made: whether ", pro, " outweighs ", con, ".")
    where = "On what is undecided" if len(options(s)) > 1 else "Here"
    opening = f"{where}, both sides have considerations that count, and too few of these have been weighed. "
    return line(opening, *_nearest(s, needed))


def _nearest(s: Setting, needed: Mapping[str, Sequence[Settling]]) -> Iterator[Line]:
    """Of the undecided options the one that the fewest comparisons would settle; and with which one to begin."""
    if not needed:
        return
    id = min(needed, key=lambda id: min(len(each.lighter) for each in needed[id]))
    if len(options(s)) > 1:
        yield line("Nearest to an answer is ", s.mention(id), ". ")
    way = {Label.IN: "in its favour", Label.OUT: "against it"}
    several = [f"{in_words(len(e.lighter), 'comparison')} {way[e.label]} would {make_it(e.label)}" for e in needed[id]]
    yield line(capital(" and ".join(several)), ". ")
    if pairs := queries.unweighed(s.ev, id):
        pro, con = (s.mention(step.id) for step in best_pair(s, pairs))
        yield line("The first comparison to make: does ", pro, " outweigh ", con, "?")


def sourcing(s: Setting) -> Line:
    """How well the argument is documented. How sure an answer is, only the editors of a debate can say."""
    found = queries.grounds(s.ev, carrying(s))
    opening = Run("The sources: ", "strong")
    if not found.all:
        return line(opening, "nothing carries this conclusion yet.")
    return line(
        opening, _documented(found), " This says how well the argument is documented, not how sure the answer is."
    )


def _documented(found: queries.Grounds) -> str:
    """How many of the claims cite a source that can be relied on, and how many only what somebody said."""
    graded, every, said = len(found.graded), len(found.all), len(found.testimony)
    source = "a source graded A or B for reliability"
    if every == 1:
        instead = ", only what somebody said" if said else ""
        cites = "cites" if graded else "does not cite"
        return f"the one claim at the bottom of this argument {cites} {source}{instead}."
    which = "none" if not graded else "all" if graded == every else in_words(graded)
    rests = f"; {in_words(said)} rest{'s' * (said == 1)} on what somebody said alone" if said else ""
    of = f"of the {in_words(every)} claims at the bottom of this argument, {which}"
    return f"{of} {'cites' if graded == 1 else 'cite'} {source}{rests}."
