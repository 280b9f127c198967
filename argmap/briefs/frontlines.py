"""Frontlines: what they say, and our numbered answers with cards, in the order in which debaters give them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.briefs import queries
from argmap.briefs.room import Room
from argmap.briefs.selected_debate import SelectedDebate
from argmap.documents.document import Block, Heading, Item, Items, Line, Paragraph, Run
from argmap.documents.lines import line, phrase, sentence
from argmap.evaluation.force import Force, force
from argmap.evaluation.reasons import voice
from argmap.evaluation.weight import standing_order
from argmap.model import Claim, Rebuttal, Step
from argmap.wording.lists import listed
from argmap.wording.sentences import capital

_TRIED = 60_000
"""Statements that are evaluated again to see what arguments turn: of a very large debate fewer arguments are tried."""
ANSWERS = 6
"""How many answers a frontline has, those that hold first."""

LABELS = (
    "Permutation", "Non-unique", "No link", "Link turn", "No internal link", "Internal-link turn", "No impact",
    "Impact turn", "Outweighs", "Not so", "That does not follow",
)  # fmt: skip
"""What answers are called, in the order in which they are given."""

_OF_PARTS = {
    "uniqueness": "Non-unique", "inherency": "Non-unique", "link": "No link", "internal-link": "No internal link",
    "impact": "No impact", "harms": "No impact",
}  # fmt: skip


def frontline(room: Room, theirs: Step, level: int = 2, turns: bool = False) -> list[Block]:
    """One argument of theirs with our answers to it and to its parts; what to ask, what they will go for. It begins a
    page if it `turns`."""
    s = room.s
    ours = our_answers(s, theirs)
    said = s.debate.statements[voice(theirs)]
    blocks: list[Block] = [
        Heading(level, line(f"AT: {capital(phrase(s.name(theirs.id)))}"), theirs.id, turns),
        *_they_say(room, theirs.id),
    ]
    if said.asks:
        blocks.append(Paragraph(line(Run("Ask: ", "strong"), said.asks)))
    if not ours:
        return [*blocks, Paragraph(line("We have no answer to this yet."))]
    items = tuple(_answer(room, label, each) for label, each in ours)
    time = line(Run(f"{capital(room.told(each.id for _, each in ours))}.", "em"), _plan(s, [each for _, each in ours]))
    return [*blocks, Items(items, numbered=len(items) > 1, are_cards=True), Paragraph(time)]


def _they_say(room: Room, id: str) -> list[Block]:
    """Their words, where the heading has a tag in their place; their best sources."""
    s = room.s
    said = s.words_of(id)
    whose = "; ".join(dict.fromkeys(s.ev.called.get(e.source, e.source) for e in room.evidence(id, 2)))
    cited = f"({whose})" if whose else ""
    if not room.once(id) or phrase(said) == phrase(s.name(id)):
        return [Paragraph(line(cited))] if cited else []
    return [Paragraph(line(Run("They say: ", "strong"), f"{capital(sentence(said))} {cited}".rstrip()))]


def our_answers(s: SelectedDebate, theirs: Step) -> list[tuple[str, Rebuttal]]:
    """Our answers with what each is called: those to the argument itself, and those to what supports it or it needs.

    Never an impact turn beside a link turn: together they would say that their plan prevents something good.
    """
    parts = [x.id for x in s.ev.graph.supports(voice(theirs)) if x.role in _OF_PARTS]
    found = {voice(r): r for id in (*parts, voice(theirs), theirs.id) for r in reversed(queries.best_answers(s.ev, id))}
    named = [(_label(s, each), each) for each in found.values() if s.tells(each.id)]
    if any(label == "Link turn" for label, _ in named):
        named = [pair for pair in named if pair[0] != "Impact turn"]
    holding = sorted(named, key=lambda pair: standing_order(s.ev, pair[1]))[:ANSWERS]
    return sorted(holding, key=lambda pair: LABELS.index(pair[0]))


def _label(s: SelectedDebate, answer: Rebuttal) -> str:
    """What debaters call an answer: by its turn, by its own role, by that of the part that it is against."""
    if answer.turn:
        return f"{capital(answer.turn)} turn"
    if answer.role == "permutation":
        return "Permutation"
    part = s.debate.statements.get(answer.target)
    of = _OF_PARTS.get(answer.role or "") or (_OF_PARTS.get(part.role or "") if part else None)
    return "That does not follow" if answer.undercuts and of in (None, "No impact") else of or "Not so"


def _answer(room: Room, label: str, answer: Rebuttal) -> Item:
    """An answer with its card; what they will say to it, and what then. What was told before is its tag alone."""
    said = line(Run(f"{label}. ", "em"), Run(room.tag(answer.id), "strong"))
    if not room.reads(answer.id):
        return Item(said, (), answer.id)
    then = _then(room.s, answer)
    return Item(said, (*room.cites(answer.id), *([Paragraph(then)] if then else [])), answer.id)


def _then(s: SelectedDebate, answer: Rebuttal) -> Line:
    """What they will say to an answer, and what to say then."""
    found = queries.best_answers(s.ev, answer.id)
    if not found:
        return ()
    back = [x for x in queries.best_answers(s.ev, found[0].id) if voice(x) != voice(answer)]
    then = line(" ", Run("Then say: ", "em"), capital(sentence(s.name(back[0].id)))) if back else ()
    return line(Run("They will say: ", "em"), capital(sentence(s.name(found[0].id))), then)


def _plan(s: SelectedDebate, ours: Sequence[Rebuttal]) -> Line:
    """Which of our answers they will go for, since something counts against them, and which to hold."""
    weak = [n for n, each in enumerate(ours, 1) if force(s.ev, each.id) is not Force.COUNTS]
    held = [n for n in range(1, len(ours) + 1) if n not in weak]
    if not weak or not held:
        return ()
    told = f"{listed(map(str, weak))}. Hold {listed(map(str, held))}."
    return line(Run(" They will go for: ", "em"), told)


def by_what_turns(s: SelectedDebate, steps: Iterable[Step], most: int) -> list[Step]:
    """Of some arguments the first, those without which an option would stand otherwise before the rest; each thing that
    is said once. How many are tried is bounded, nearest to an option first."""
    near, far = queries.distances(s.ev), len(s.debate.statements)
    once = {voice(x): x for x in sorted(steps, key=lambda x: -near.get(x.id, far))}
    weak = {id for id, x in once.items() if force(s.ev, x.id) in (Force.ANSWERED, Force.OUTWEIGHED)}
    order = sorted(once, key=lambda id: (id in weak, near.get(id, far), standing_order(s.ev, once[id])))
    number = min(3 * most, _TRIED // far)
    turning = sorted((once[id] for id in order[:number]), key=lambda x: -_turned(s, x))
    return [*turning, *(once[id] for id in order[number:most])][:most]


def _turned(s: SelectedDebate, step: Step) -> int:
    """How many options would stand otherwise if an argument were answered."""
    id = voice(step)
    if isinstance(s.debate.statements[id], Claim) and id in s.debate.resolution_ids:
        return 0
    return len(s.analysis.if_settled(id, False).keys() & s.debate.resolution_ids)
