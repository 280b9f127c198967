"""A decision memo's options: how each stands and why, for and against, and the comparison between the two."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.briefs import queries
from argmap.briefs.selected_debate import Setting
from argmap.briefs.shared_parts import bearing_words, heading
from argmap.briefs.weighing import comparison, in_effect
from argmap.documents.document import Block, Heading, Item, Items, Line, Paragraph, Row, Run, Table
from argmap.documents.lines import line, phrase, sentence
from argmap.evaluation import reasons
from argmap.evaluation.force import open_below
from argmap.evaluation.framework import Label
from argmap.model import Claim, Step
from argmap.prose.standing import stands
from argmap.wording.counts import in_words
from argmap.wording.sentences import capital

NOTHING = "There is nothing to compare: no considerations count on both sides."


def options(s: Setting) -> tuple[Claim, ...]:
    """The resolutions in the selection."""
    return s.options


def standing(s: Setting, option: Claim) -> Line:
    """How an option stands, and why, in a sentence or two."""
    pros, cons = s.ev.graph.supports(option.id), s.ev.graph.rebuttals(option.id)
    (pro, pro_open), (con, con_open) = queries.tally(s.ev, pros), queries.tally(s.ev, cons)
    if s.ev.label(option.id) is Label.IN:
        return _upheld(s, option, pro, con_open)
    if s.ev.label(option.id) is Label.OUT:
        return line(_defeat(option, pros, pro, con, len(cons)))
    if pro and con:
        return line(f"{capital(speak(pro))} for it and {in_words(con)} against it, {_comparison(s, option, pro, con)}.")
    if pro + pro_open:
        below = [id for id, _ in open_below(s.ev, option.id)]
        named = s.few(below, 2) if below else "what is itself open"
        return line("It hangs on ", named, ", which nobody has settled.")
    return line("What is said for it is itself undecided.")


def _upheld(s: Setting, option: Claim, pro: int, con_open: int) -> Line:
    """What counts for an option that stands; and where it stands by comparisons alone, that it does."""
    beaten = outweighed(s, option)
    made_against = len(s.ev.graph.rebuttals(option.id))
    if not beaten:
        return line(f"{capital(speak(pro))} for it, {_nothing_against(made_against, con_open)}.")
    said = f"{capital(speak(pro))} for it; {_are_outweighed(beaten)}."
    without = s.analysis.uncompared(option.id)
    if without is Label.IN:
        return line(said)
    n = comparisons_made(s, option)
    made = "the comparison" if n == 1 else f"the {in_words(n)} comparisons"
    return line(said, f" Without {made} that the debate’s editors have made it {stands(without).would}.")


def _are_outweighed(n: int) -> str:
    return f"{in_words(n)} against it {'is' if n == 1 else 'are'} outweighed"


def outweighed(s: Setting, option: Claim) -> int:
    """How many considerations against an option hold, and do not count since something outweighs them."""
    return len(reasons.tally(s.ev, option.id).rebuttals.outweighed)


def speak(n: int) -> str:
    """`one consideration counts`, `two considerations count`."""
    return f"{in_words(n, 'consideration')} {'counts' if n == 1 else 'count'}"


def _nothing_against(made: int, still_open: int) -> str:
    if still_open:
        return "and what is said against it is itself undecided"
    if made == 0:
        return "and nothing has been put forward against it"
    return "and the one against it does not" if made == 1 else f"and none of the {in_words(made)} against it does"


def _defeat(option: Claim, pros: Sequence[Step], pro: int, con: int, made_against: int) -> str:
    """Why an option falls; of the one that keeps things as they are, that this settles no more than the case for it."""
    against = f", while {in_words(con)} {'does' if con == 1 else 'do'} against it" if con else ""
    if not pros:
        nor = "" if made_against else " or against it"
        must = "" if option.status_quo is True else ", and whoever proposes a thing must show reason"
        return f"Nothing has been said for it{nor}{must}.{_as_things_are(option)}"
    if pro == 0:
        only = "The one consideration for it does not count" if len(pros) == 1 else (
            f"None of the {in_words(len(pros), 'consideration')} for it counts"
        )  # fmt: skip
        presumed = _as_things_are(option) or " Without one that does, presumption stays with things as they are."
        return f"{only}{against}.{presumed}"
    return f"{capital(speak(con))} against it and outweigh what is said for it."


def _as_things_are(option: Claim) -> str:
    """What becomes of things as they are when the case for keeping them falls."""
    needed = " To stand, even keeping things as they are needs a consideration for it that counts"
    return (
        f"{needed}; if no other option stands, they stay as they are all the same." if option.status_quo is True else ""
    )


def _comparison(s: Setting, option: Claim, pro: int, con: int) -> str:
    found = reasons.tally(s.ev, option.id)
    if reasons.come_first(s.ev, found.supports.counting, found.rebuttals.counting):
        return "and nobody has said which of these, each to be settled before all else, comes first"
    pairs, missing = pro * con, len(queries.unweighed(s.ev, option.id))
    if missing >= pairs:
        return "and nobody has weighed the one against the other" if pairs == 1 else (
            "and nobody has weighed these against each other"
        )  # fmt: skip
    verb = "is" if missing == 1 else "are"
    return f"and {in_words(missing)} of the {in_words(pairs)} comparisons between them {verb} missing"


def brief_standing(s: Setting, option: Claim) -> str:
    """How many considerations count on each side, for a list of options."""
    pro = queries.tally(s.ev, s.ev.graph.supports(option.id))[0]
    con = queries.tally(s.ev, s.ev.graph.rebuttals(option.id))[0]
    if not pro and not con:
        return "Nothing that counts has been said either way."
    beaten = outweighed(s, option)
    if beaten and not con:
        return f"{capital(speak(pro))} for it; {_are_outweighed(beaten)}."
    return f"{capital(speak(pro))} for it, {in_words(con) if con else 'none'} against."


def section(s: Setting, option: Claim) -> list[Block]:
    """One option: how it stands, what is said for it and against it, and what has been weighed."""
    title = line(phrase(s.saying(option.id)), " ", s.standing(option.id), " ", s.tag(option.id))
    why = line(_practice(option), standing(s, option), exclusion(s, option), s.weight_of(option.id))
    blocks: list[Block] = [
        Heading(3, title, option.id),
        *(answer(s, option) if len(options(s)) > 1 else []),
        Paragraph(why),
    ]
    if not (s.ev.graph.supports(option.id) or s.ev.graph.rebuttals(option.id)):
        return blocks
    for word, for_it in (("For", True), ("Against", False)):
        steps = [x for x in queries.considerations(s.ev, option.id, for_it) if x.id in s.scope]
        blocks.append(heading(4, word))
        blocks.append(_considerations(s, steps) if steps else Paragraph((Run("Nothing has been put forward."),)))
    return [*blocks, heading(4, "The comparison"), *(comparison(s, option.id) or [Paragraph((Run(NOTHING),))])]


def _practice(option: Claim) -> str:
    kinds = {True: "This option keeps things as they are. ", "reform": "This option reforms today’s practice. "}
    return kinds.get(option.status_quo, "")


def exclusion(s: Setting, option: Claim) -> Line:
    """What cannot be carried out together with an option, and that it stands as well, where that is so."""
    others = s.ev.excluded(option.id)
    if not others:
        return ()
    said = line(" It cannot be carried out together with ", s.mentions(others), ".")
    clash = s.ev.clashes(option.id)
    return line(said, " Both stand, so they still have to be weighed against each other." if clash else "")


def answer(s: Setting, option: Claim) -> list[Block]:
    """What the debate's editors answer to a resolution as it stands, and how sure they are; nothing where they have no
    answer for that."""
    said = s.ev.answer(option)
    if said is None:
        return []
    sure = option.confidence
    how = f" Confidence: {sure.level}. {capital(sentence(sure.because))}" if sure else ""
    return [Paragraph(line(Run("The answer: ", "strong"), capital(sentence(said)), how))]


def _considerations(s: Setting, steps: Sequence[Step]) -> Block:
    return Items(tuple(_consideration(s, step) for step in steps))


def _consideration(s: Setting, step: Step) -> Item:
    below: list[Block] = []
    if words := bearing_words(s, step):
        below.append(Paragraph(words, "note"))
    if queries.answers(s.ev, step.id) or s.ev.labelling.live[step.id] is Label.IN:
        below.append(Paragraph(best_answer(s, step)))
    return Item(s.full(step.id, strong=True), tuple(below), step.id)


def best_answer(s: Setting, step: Step) -> Line:
    """The answer that holds best, or that there is none."""
    found = queries.answers(s.ev, step.id)
    if not found:
        return line(Run("No answer has been given.", "em"))
    rest = len(found) - 1
    more = f" ({capital(in_words(rest, 'more answer'))} in the argument in full.)" if rest else ""
    return line(Run(f"{_effect(s, step, found[0])}: ", "em"), s.full(found[0].id), more)


def _effect(s: Setting, step: Step, answer: Step) -> str:
    """What the best answer to an argument does, for the words before it."""
    labelling = s.ev.labelling
    live, counts = labelling.live[answer.id], labelling.counts[answer.id]
    if counts is Label.IN:
        return "Answered" if labelling.live[step.id] is Label.OUT else "Best answer, not yet weighed"
    if live is Label.IN:
        return "Best answer, which is outweighed" if counts is Label.OUT else "Best answer, not yet weighed"
    if live is Label.UNDEC:
        return "Best answer, still open"
    return "Best answer, which is itself answered"


def overview(s: Setting) -> Table:
    """All options side by side."""
    rows = []
    for option in options(s):
        pros, cons = s.ev.graph.supports(option.id), s.ev.graph.rebuttals(option.id)
        pro, con = queries.tally(s.ev, pros)[0], queries.tally(s.ev, cons)[0]
        counts = (line(f"{pro} of {len(pros)}"), line(f"{con} of {len(cons)}"))
        rows.append(Row((s.option_name(option), line(s.pill(option.id)), *counts, line(_weighing(s, option)))))
    head = ("Option", "Standing", "For, that count", "Against, that count", "Comparisons")
    return Table("The options side by side", head, tuple(rows))


def _weighing(s: Setting, option: Claim) -> str:
    """How many comparisons would settle what is undecided; of the rest, how many have been made."""
    settlings = s.analysis.settlings(option.id)
    if needed := [f"{len(each.lighter)} to {stands(each.label).infinitive}" for each in settlings]:
        return f"needs {', '.join(needed)}"
    if made := comparisons_made(s, option):
        return f"{made} made"
    return "none found that would settle it" if s.ev.label(option.id) is Label.UNDEC else "none needed"


def comparisons_made(s: Setting, option: Claim) -> int:
    """How many comparisons between what is said for and against an option take effect."""
    return len(in_effect(s, reasons.tally(s.ev, option.id).comparisons))
