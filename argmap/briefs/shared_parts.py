"""Parts that several briefs share: cards, exchanges, the argument in full, terms, sources, the page's foot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from argmap.briefs.evidence_section import cards_of
from argmap.briefs.selected_debate import SelectedDebate, source_anchor
from argmap.documents.document import (
    Block,
    Heading,
    Inline,
    Item,
    Items,
    Line,
    Paragraph,
    Ref,
    Run,
    Terms,
    links,
    tidy,
    words_of,
)
from argmap.documents.lines import line, listed_lines, phrase, sentence, shown
from argmap.model import Claim, Rebuttal, Source, Statement, Support
from argmap.wording.calendar_words import long_date
from argmap.wording.counts import counted, in_words
from argmap.wording.sentences import capital

DEPTH = 4
"""How deep the argument in full is indented; what lies deeper stays at this depth and says what it answers."""

LONG = 8
"""A name of more words than this is cut where it leads to what it names."""

RELIABILITY = {
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
    "E": "unreliable", "F": "reliability cannot be judged",
}  # fmt: skip
CREDIBILITY = {
    "1": "confirmed", "2": "probably true", "3": "possibly true", "4": "doubtful", "5": "improbable",
    "6": "truth cannot be judged",
}  # fmt: skip


def heading(level: int, text: str, anchor: str | None = None, turns: bool = False) -> Heading:
    """A heading of plain words; sections take anchors that no statement can have."""
    return Heading(level, (Run(text),), anchor, turns)


def subtitle(s: SelectedDebate, name: str) -> str:
    """What the page is, and as of when."""
    as_of = f"as of {long_date(s.debate.as_of)}" if s.debate.as_of else ""
    chosen = [p.name for p in s.positions] if s.selection.position else []
    if s.selection.core:
        chosen.append(f"the core: {len(s.debate.core)} of {counted(len(s.debate.statements), 'statement')}")
    return " · ".join([name, *chosen, *([as_of] if as_of else [])])


def of_side(s: SelectedDebate, side: str, name: str) -> str:
    """`For sending: blocks`; `Negative file` alone where the side is called negative."""
    called = s.debate.sides[side]
    return capital(name) if called.casefold() == name.split()[0] else f"{called}: {name}"


def in_full(s: SelectedDebate, statements: Sequence[Statement]) -> Items:
    """Statements as an outline: each under what it answers to, as far as that is among them."""
    return _outline([(depth, _entry(s, x, depth)) for depth, x in _preorder(statements)])


def reading_order(statements: Sequence[Statement]) -> list[Statement]:
    """Each statement after what it answers to, as far as that is among them; otherwise as in the file."""
    return [statement for _, statement in _preorder(statements)]


def _preorder(statements: Sequence[Statement]) -> Iterator[tuple[int, Statement]]:
    there = {statement.id for statement in statements}
    below: dict[str | None, list[Statement]] = {}
    for statement in statements:
        target = None if isinstance(statement, Claim) else statement.target
        below.setdefault(target if target in there else None, []).append(statement)
    stack = [(0, statement) for statement in reversed(below.get(None, []))]
    seen: set[str] = set()
    while stack:
        depth, statement = stack.pop()
        seen.add(statement.id)
        yield depth, statement
        stack += [(depth + 1, x) for x in reversed(below.get(statement.id, []))]
    yield from ((0, x) for x in statements if x.id not in seen)  # what supports itself in a circle


def _entry(s: SelectedDebate, statement: Statement, depth: int) -> Item:
    words = {Support: "Support", Rebuttal: "Rebuttal", Claim: "Claim"}[type(statement)]
    if isinstance(statement, Rebuttal):
        turn, cut = statement.turn, statement.undercuts
        words = f"{capital(turn.replace('-', ' '))} turn" if turn else "Undercut" if cut else words
    used = s.ev.graph.uses(statement.id)
    if isinstance(statement, Claim):
        words = "Premise" if used else words
        of = [step.id for step in used]
    else:
        of = [statement.target] if depth == 0 or depth > DEPTH else []
    tied = tuple(_tied(s, statement))
    if of:
        where = line(Run(f"{words} of", "em"), " ", _ids(s, of), *tied, ": ")
    else:
        where = line(Run(words, "em"), *tied, ": ") if tied else line(Run(f"{words}: ", "em"))
    if not isinstance(statement, Claim) and statement.is_bare:
        named = listed_lines([line(Ref(_begun(phrase(s.name(id))), id)) for id in statement.premise_ids])
        return Item(line(where, named, " ", s.standing(statement.id), " ", s.tag(statement.id)), (), statement.id)
    return Item(line(where, s.full(statement.id)), tuple(cards_of(s, statement.id)), statement.id)


def _begun(name: str) -> str:
    """The first words of a name, where it is long: it leads to the whole."""
    words = name.split()
    return name if len(words) <= LONG else f"{' '.join(words[: LONG - 2])} …"


def _tied(s: SelectedDebate, statement: Statement) -> Iterator[Line]:
    """Beside what a statement answers to: the premises that it needs, the steps that need it, what contradicts it."""
    if not isinstance(statement, Claim):
        if statement.premises and statement.text is not None:
            yield line(", ", Run("which needs", "em"), " ", _ids(s, statement.premise_ids))
        if used := s.ev.graph.uses(statement.id):
            yield line(", ", Run("premise of", "em"), " ", _ids(s, (step.id for step in used)))
    if others := s.ev.graph.contradictions.get(statement.id):
        yield line(", ", Run("which contradicts", "em"), " ", _ids(s, others))


def _ids(s: SelectedDebate, ids: Iterable[str]) -> Line:
    every = list(ids)
    named = [line(Ref(id, id)) for id in every[: shown(len(every), s.most_named)]]
    rest = len(every) - len(named)
    return listed_lines([*named, line(f"{in_words(rest)} more")] if rest else named)


def _outline(rows: list[tuple[int, Item]]) -> Items:
    """Nested lists from depths; at most DEPTH + 1 levels, so that no debate is too deep for it."""
    levels: list[list[Item]] = [[] for _ in range(DEPTH + 2)]
    for depth, item in reversed(rows):
        depth = min(depth, DEPTH)
        below = levels[depth + 1]
        levels[depth + 1] = []
        nested = (Items(tuple(reversed(below))),) if below else ()
        levels[depth].append(Item(item.line, (*item.below, *nested), item.anchor))
    return Items(tuple(reversed(levels[0])))


def terms(s: SelectedDebate, blocks: Iterable[Block] | None = None) -> list[Block]:
    """The defined terms; only those that some blocks use, where these are given."""
    used = None if blocks is None else words_of(blocks).casefold()
    entries = tuple(
        (line(phrase(term)), line(capital(sentence(text))))
        for term, text in s.debate.terms.items() if used is None or tidy(term).casefold() in used
    )  # fmt: skip
    return [heading(2, "Terms", "_terms"), Terms(entries)] if entries else []


def sources(s: SelectedDebate, blocks: Iterable[Block]) -> list[Block]:
    """The bibliography of what some blocks cite, each source with its grade and the reason for it."""
    cited = links(blocks)
    told: set[str] = set()
    items = [_source(s, id, entry, told) for id, entry in s.citations.entries if source_anchor(id) in cited]
    if not items:
        return []
    note = Paragraph((Run(
        "Grades are on the Admiralty scale: a letter from A to F for how far the source can be relied on, a figure "
        "from 1 to 6 for how far this information is borne out. A1 is best."
    ),), "note")  # fmt: skip
    return [heading(2, "Sources", "_sources"), note, Items(tuple(items))]


def _source(s: SelectedDebate, id: str, entry: Line, told: set[str]) -> Item:
    source = s.debate.sources[id]
    if source.grade:
        first, second = RELIABILITY[source.grade[0]], CREDIBILITY[source.grade[1]]
        grade = line(Run(source.grade, "strong"), f" ({first}; {second}).")
    else:
        grade = line(Run("Not graded.", "strong"))
    why = f" {sentence(source.custom.why)}" if source.custom.why else ""
    return Item(line(entry, " ", grade, why, _who_speaks(s, source, told)), (), source_anchor(id))


def _who_speaks(s: SelectedDebate, source: Source, told: set[str]) -> Line:
    """Why a source's author is to be heard, and what they have to win or lose, said once where several have the same;
    `told` keeps what has been said."""
    notes, party = source.custom, s.party_of.get(source.id)
    said: list[Inline] = []
    if notes.qualifications:
        said += [Run(" Qualifications: ", "em"), Run(capital(sentence(notes.qualifications)))]
    if notes.interest or party:
        whose = f" ({tidy(party)})" if party else ""
        interest = capital(sentence(notes.interest or "not declared"))
        said += [Run(f" Interest{whose}: ", "em"), Run("The same." if interest in told else interest)]
        told.add(interest)
    return tuple(said)


def legend(s: SelectedDebate, ids: bool = True) -> Line:
    """What the signs mean, and the ids where there are any: the page's foot."""
    name = line(" An id such as ", Run(next(iter(s.debate.statements)), "code"),
                " is the statement’s name in the debate’s files.") if ids else ()  # fmt: skip
    return line(
        "An argument counts, is outweighed, is answered (it or a premise does not hold, or it is undercut), "
        "or is open; an option or a premise stands, is defeated, or is undecided.", name, _strengths(s) if ids else "",
    )  # fmt: skip


def _strengths(s: SelectedDebate) -> str:
    if (found := s.strengths) is None:
        return ""
    dash = "" if found.converged else " A dash means that answers form a circle and the strength does not settle."
    by_hand = any(statement.weight for statement in s.debate.statements.values())
    own = ", or at the weight that is set for it, with the reason;" if by_hand else ";"
    return (
        f" Strength is a number from 0 to 1 by {found.title}: it begins at the grades of a statement’s evidence{own} "
        f"what is said for the statement raises it, and what is said against lowers it.{dash}"
    )
