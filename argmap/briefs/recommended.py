"""The recommendation of a debate's editors, and whether the argument bears it out."""

from __future__ import annotations

from argmap.briefs.selected_debate import SelectedDebate
from argmap.documents.document import Block, Line, Paragraph, Run
from argmap.documents.lines import line, sentence
from argmap.evaluation.framework import Label
from argmap.model import Claim
from argmap.prose.standing import stands
from argmap.wording.sentences import capital


def recommended(s: SelectedDebate) -> list[Block]:
    """The option recommended, how it stands, the reason given; and plainly, where the argument says otherwise."""
    chosen = s.debate.recommendation
    option = s.debate.statements.get(chosen.option) if chosen else None
    if chosen is None or option is None or option.text is None:
        return []
    opening = line(Run("Recommended: ", "strong"), s.mention(option.id), " ", s.standing(option.id), ". ")
    return [
        Paragraph(line(opening, capital(sentence(chosen.because))), "lead"), Paragraph(_borne_out(s, option.id)),
    ]  # fmt: skip


def _borne_out(s: SelectedDebate, id: str) -> Line:
    option, label = s.debate.statements[id], s.ev.label(id)
    if not isinstance(option, Claim) or id not in s.debate.resolution_ids:
        return line(Run("The recommended option is not one of this debate's options.", "strong"))
    if label is Label.IN:
        if clash := s.ev.clashes(id):
            return line(
                "The argument bears this out, and it bears out ",
                s.mentions(clash),
                " as well: only one of them can be carried out.",
            )
        return line("The argument bears this out.")
    fault = f"The argument does not bear this out: on the arguments given here, the option {stands(label)}."
    return line(Run(fault, "strong"), _better(s, label))


def _better(s: SelectedDebate, label: Label) -> Line:
    """The options that stand better than one that does not stand; those that stand, if there are any."""
    labels = {claim.id: s.ev.label(claim.id) for claim in s.debate.resolutions}
    if standing_ones := [id for id, found in labels.items() if found is Label.IN]:
        return line(" What does stand: ", s.mentions(standing_ones), ".")
    undecided = [id for id, found in labels.items() if found is Label.UNDEC and label is Label.OUT]
    return line(" Undecided, and so better placed: ", s.mentions(undecided), ".") if undecided else ()
