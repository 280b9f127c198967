"""What would change a conclusion: the smallest single steps, each tried on the debate itself
(`argmap.analysis.analysis`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.analysis.analysis import Footing, Outlook
from argmap.briefs.selected_debate import Setting
from argmap.documents.document import Block, Line, Paragraph
from argmap.documents.lines import line, shown
from argmap.documents.outline import Sentence, outlined
from argmap.evaluation import reasons
from argmap.evaluation.framework import Label
from argmap.evaluation.graph import comes_first
from argmap.model import Claim
from argmap.prose.move import ways
from argmap.prose.standing import stands
from argmap.prose.turning import if_refuted
from argmap.wording.counts import in_words
from argmap.wording.sentences import capital

SHOWN = 5
"""How many statements of one kind the memo names."""

LEFT_OUT = (
    "What would change the other options, {} in number, is left out here: too much bears on them. “argmap explain” "
    "with the name of an option says it of that one."
)


def all_changes(s: Setting, options: Sequence[Claim]) -> Iterator[Block]:
    """What would change each option, as far as the effort for all of them goes."""
    found = s.analysis.changes(option.id for option in options)
    for option, each in zip(options, found, strict=False):
        yield Paragraph(line(s.mention(option.id), " ", s.pill(option.id)))
        yield from _props(s, option, each.footing) if each.footing else _ways(s, each.outlooks)
    if left := len(options) - len(found):
        yield Paragraph(line(LEFT_OUT.format(in_words(left))), "note")


def _ways(s: Setting, outlooks: Sequence[Outlook]) -> tuple[Block, ...]:
    """The moves that would settle an option that does not stand: those for it, then those against it."""
    told = (said for ahead in outlooks for said in ways(s.ev, ahead, ahead.aim.value, s.readers))
    return outlined((said, depth + 1) for said, depth in told)


def _props(s: Setting, option: Claim, found: Footing) -> tuple[Block, ...]:
    """What holds up an option that stands, what it would lose by the loss of each, and what is held off."""
    lines: list[Line] = []
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
    told = [(_rests_on(s, found), 0), *_losses(s, option, found), *((each, 0) for each in lines)]
    return outlined((said, depth + 1) for said, depth in told)


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


def _losses(s: Setting, option: Claim, found: Footing) -> Iterator[Sentence]:
    """What it would come to if one of what counts for it were refuted: by itself, or by what that outweighs."""
    made = reasons.tally(s.ev, option.id).comparisons
    for label, ids in found.losses.items():
        over = [w.lighter for w in made if w.heavier == ids[0]] if len(ids) == 1 else ()
        why = line(", which outweighs ", s.names(over, "and")) if over else ()
        yield from if_refuted(stands(label).would, (ids,), s.readers, SHOWN, why=why) if ids else ()
