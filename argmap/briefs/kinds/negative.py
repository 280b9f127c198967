"""The negative file: an index; for each position a shell, extensions, and pages for what they will say."""

from __future__ import annotations

from string import ascii_uppercase

from argmap.briefs import queries
from argmap.briefs.frontlines import frontline
from argmap.briefs.room import Room
from argmap.briefs.selected_debate import SelectedDebate
from argmap.briefs.shared_parts import heading, of_side
from argmap.briefs.shells import THESIS, own, parts_of, sections, titled
from argmap.documents.document import Block, Card, Document, Heading, Index, Paragraph, Ref, Run, document
from argmap.documents.lines import line, phrase, sentence
from argmap.evaluation.weight import standing_order
from argmap.model import Claim, Position, Statement, Step
from argmap.wording.counts import in_words
from argmap.wording.sentences import capital

NAME = "negative"
TITLE = "Negative file"
SUMMARY = "Each position as a shell of at most 90 seconds, with extensions and pages for what they will say."
BY = None

SHELL = 90
"""How many seconds a shell may take."""
EXTENSIONS = 2
"""How many more cards extend a part of a shell."""
PAGES = 4
"""How many of their answers to one position have a page."""

Parts = list[tuple[str, list[Statement]]]


def compose(s: SelectedDebate) -> Document:
    """The positions of the side against the resolutions, or of the side selected."""
    side = s.selection.side or s.debate.con
    there = [(position, ours) for position, ours in own(s, s.positions, side) if position.kind != "background"]
    room = Room(s)
    blocks: list[Block] = []
    for position, ours in there:
        blocks += _position(room, position, ours)
    if not there:
        blocks.append(Paragraph(line("This side has not put a position of its own yet.")))
    index = tuple(Ref(_called(position), f"position_{position.id}") for position, _ in there)
    head: list[Block] = [Index(index)] if index else []
    return document(of_side(s, side, "negative file"), room.subtitle(s.debate.title), [*head, *blocks])


def _called(position: Position) -> str:
    """What a position is called here: what the other side's case is, ours answers on the case."""
    return f"On the case: {position.name}" if position.kind in ("case", "advantage") else titled(position)


def _position(room: Room, position: Position, ours: list[Statement]) -> list[Block]:
    parts = [(name, room.first(found)) for name, found in sections(position.kind, ours)]
    kinds = parts_of(position.kind)
    main = [part for part in parts if part[0] in kinds] or parts
    title: list[Block] = [heading(2, _called(position), f"position_{position.id}")]
    thesis = [Card(line(Run(room.tag(found[0].id), "strong")))
              for name, found in parts if name == THESIS and main != parts]  # fmt: skip
    return [*title, *thesis, *_shell(room, main), *_extensions(room, main, parts), *_pages(room, parts)]


def _shell(room: Room, parts: Parts) -> list[Block]:
    """One card a part, in the order of the kind of position; a card for which the time does not do is its tag alone."""
    cards = list[Block]()
    read: list[int] = []
    for letter, (name, found) in zip(ascii_uppercase, parts, strict=False):
        words = room.words(found[0].id)
        fits = room.delivery.seconds(sum(read) + words) <= SHELL
        lead = f"{letter}. {name}. " if len(parts) > 1 else ""
        said = Card(line(Run(f"{lead}{room.tag(found[0].id)}", "strong")))
        cards.append(room.card(found[0].id, lead, timed=False, again=True) if fits else said)
        read.append(words if fits else len(room.tag(found[0].id).split()))
    told = f"{in_words(len(cards), 'part')}, {room.delivery.told(sum(read))}"
    return [heading(3, f"1NC shell: {told}"), *cards]


def _extensions(room: Room, main: Parts, parts: Parts) -> list[Block]:
    """The next cards of each part, the first of those that the shell does not have, and how grave the impact is."""
    blocks: list[Block] = []
    for name, found in parts:
        cards = found[1 : EXTENSIONS + 1] if (name, found) in main else found[:EXTENSIONS]
        more: list[Block] = [room.card(x.id, timed=False) for x in cards if room.evidence(x.id)]
        weighed = [Paragraph(told) for x in found[:1] if (told := _calculus(room.s, x))]
        if more or weighed:
            first = capital(phrase(room.s.name(found[0].id)))
            alone = name if more else "Impact calculus"
            what = f"Extend the {name.lower()}: {first}" if (name, found) in main else alone
            blocks += [Heading(4, line(what)), *more, *weighed]
    return [heading(3, "Extensions"), *blocks] if blocks else []


def _calculus(s: SelectedDebate, statement: Statement) -> tuple[Run, ...]:
    """Impact calculus: how bad, how likely, how soon, whether it can be undone; what it outweighs and why."""
    risk = statement.risk
    rated = {"Magnitude": risk.severity, "Probability": risk.likelihood, "Time": risk.timeframe,
             "Reversible": risk.reversibility} if risk else {}  # fmt: skip
    runs = [run for name, word in rated.items() if word for run in (Run(f"{name}: ", "em"), Run(f"{phrase(word)}. "))]
    made = [] if isinstance(statement, Claim) else statement.outweighs
    runs += [Run(capital(sentence(each.because)) + " ", "strong") for each in made]
    return tuple(runs)


def _pages(room: Room, parts: Parts) -> list[Block]:
    """A page for each of their weightiest answers to what is read."""
    s = room.s
    read = [x for _, found in parts for x in found[: EXTENSIONS + 1]]
    theirs: dict[str, Step] = {
        each.id: each for x in read for each in queries.best_answers(s.ev, x.id) if s.tells(each.id)
    }
    answered = [x for x in theirs.values() if queries.best_answers(s.ev, x.id)]
    new = [x for x in sorted(answered, key=lambda x: standing_order(s.ev, x)) if room.once(x.id, "page")]
    return [block for x in new[:PAGES] for block in frontline(room, x, 3)]
