"""Parts that several briefs share: cards, exchanges, the argument in full, terms, sources, the page's foot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from argmap.analysis.open_questions import examine, lead
from argmap.briefs import queries, weighing
from argmap.briefs.evidence_section import cards_of, evidence_of
from argmap.briefs.selected_debate import Setting, source_anchor
from argmap.documents.document import (
    Block,
    Card,
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
)
from argmap.documents.lines import line, listed_lines, phrase, sentence, shown
from argmap.evaluation import reasons
from argmap.evaluation.framework import Label
from argmap.model import Claim, Rebuttal, Source, Statement, Step, Support
from argmap.prose.relation import kind_of_answer
from argmap.wording.calendar_words import long_date
from argmap.wording.counts import counted, in_words
from argmap.wording.sentences import capital, curly

DEPTH = 4
"""How deep the argument in full is indented; what lies deeper stays at this depth and says what it answers."""

RELIABILITY = {
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
    "E": "unreliable", "F": "reliability cannot be judged",
}  # fmt: skip
CREDIBILITY = {
    "1": "confirmed", "2": "probably true", "3": "possibly true", "4": "doubtful", "5": "improbable",
    "6": "truth cannot be judged",
}  # fmt: skip


def heading(level: int, text: str, anchor: str | None = None) -> Heading:
    """A heading of plain words; sections take anchors that no statement can have."""
    return Heading(level, (Run(text),), anchor)


def subtitle(s: Setting, name: str) -> str:
    """What the page is, and as of when."""
    as_of = f"as of {long_date(s.debate.as_of)}" if s.debate.as_of else ""
    chosen = [p.name for p in s.positions] if s.selection.position else []
    if s.selection.core:
        chosen.append(f"the core: {len(s.debate.core)} of {counted(len(s.debate.statements), 'statement')}")
    return " · ".join([name, *chosen, *([as_of] if as_of else [])])


def card(s: Setting, id: str, serves: Iterable[Block] = ()) -> Card:
    """A statement as a debate card: tag, then for each source cite, quote and what it says."""
    statement = s.debate.statements[id]
    words = statement.tag or s.saying(id)
    tag = line(Run(sentence(words), "strong"), " ", s.standing(id), s.weight_of(id), " ", s.tag(id))
    body = _below_tag(s, statement)
    cited: list[Block] = [evidence_of(s, evidence) for evidence in statement.evidence]
    if not cited and statement.text is not None and not s.ev.graph.supports(id):
        cited.append(Paragraph((Run("No source yet: to be argued as an analytic."),), "note"))
    notes = [*serves, *_fallen(s, statement), *bearing(s, statement), *_contrary(s, id), *_premises(s, statement)]
    return Card(tag, (*notes, *body, *cited), id)


def voice(statement: Statement) -> str:
    """Whose words it says: its own, or of a bare step with one premise that premise's."""
    if isinstance(statement, Claim) or statement.text is not None or len(statement.premises) > 1:
        return statement.id
    return statement.premise_ids[0]


def _below_tag(s: Setting, statement: Statement) -> list[Block]:
    """Of a statement that is put first: the question that it answers, and its words where the tag stands for them."""
    asks: list[Block] = [asked_aloud(statement.asks)] if statement.asks else []
    return [*asks, *([Paragraph((Run(s.saying(statement.id)),))] if statement.tag and statement.text else [])]


def asked_aloud(question: str) -> Paragraph:
    """A question as one would put it aloud."""
    return Paragraph((Run(question, "em"),), "note")


def bearing(s: Setting, statement: Statement) -> tuple[Block, ...]:
    """Lines for a statement that is accepted while its step is not: undercut, or short of a premise; and for what is
    put above it, with the reasons."""
    if isinstance(statement, Claim):
        return ()
    lines = [_hindered(s, statement), *weighing.outweighed_by(s, statement.id)]
    return tuple(Paragraph(words, "note") for words in lines if words)


def bearing_words(s: Setting, step: Step) -> Line:
    """Why an accepted statement does not count for what it answers to, in short; empty where it does."""
    if s.ev.labelling.live[step.id] is not Label.IN:
        return _hindered(s, step)
    over = [made.heavier for made in s.weighed_below.get(step.id, ()) if made.live]
    return line("Outweighed by ", s.mentions(over), ".") if over else ()


def _hindered(s: Setting, step: Step) -> Line:
    ev, live = s.ev, s.ev.labelling.live[step.id]
    if live is Label.IN or (step.text is not None and ev.label(step.id) is not Label.IN):
        return ()
    cutters = [r.id for r in ev.graph.undercutters(step.id) if ev.labelling.live[r.id] is not Label.OUT]
    if cutters:
        true = "" if step.text is None else "True as far as it goes, but "
        return line(capital(f"{true}the step from it is undercut by "), s.mentions(cutters), ".")
    return _short_of(s, step)


def _short_of(s: Setting, step: Step) -> Line:
    """The premises that a step needs and lacks; empty where it lacks none."""
    live = s.ev.labelling.live[step.id]
    missing = reasons.failing_premises(s.ev, step.id, live)
    if not missing:
        return ()
    if voice(step) != step.id and any(queries.answers(s.ev, step.id)):
        return _ungrounded(s, s.debate.statements[voice(step)])  # what answers it is told beside its words
    one, many = ("does not stand", "do not stand") if live is Label.OUT else ("is undecided", "are undecided")
    what = f"a premise that {one}" if len(missing) == 1 else f"premises that {many}"
    return line(f"It needs {what}: ", s.mentions(missing), ".")


MOST_QUESTIONS = 3
"""How many open questions a block names."""


def exchanges(s: Setting, steps: Iterable[Step], anchors: bool = True) -> list[Card]:
    """They say / we say, a card for each thing that they say."""
    return [exchange(s, together, anchors) for together in voiced(s, steps)]


def voiced(s: Setting, steps: Iterable[Step]) -> list[tuple[Step, ...]]:
    """Arguments by what is said with them: a statement together with the bare steps that say it once more of something
    else, as far as the same is still to do about them. A statement with a text of its own comes first."""
    found: dict[tuple[str, bool], list[Step]] = {}
    for step in steps:
        found.setdefault((voice(step), queries.is_unanswered(s.ev, step)), []).append(step)
    return [tuple(sorted(together, key=lambda step: step.text is None)) for together in found.values()]


def exchange(s: Setting, steps: Sequence[Step], anchors: bool = True) -> Card:
    """They say / we say: one thing that they say, what it is against, its ground, every answer of ours, and what is
    left to do."""
    first = steps[0]
    says = line(Run("They say: ", "strong"), s.full(first.id, by_tag=True))
    body = _below_tag(s, first) + [_against(s, step, anchors and step is not first) for step in steps]
    body += [block for step in steps for block in (*_groundless(s, step), *bearing(s, step), *_put_above(s, step))]
    body += [*cards_of(s, first.id), *_ground(s, first), *_premises(s, first), *_questions(s, steps)]
    ours = {answer.id: (step, answer) for step in reversed(steps) for answer in queries.answers(s.ev, step.id)}
    ordered = sorted(ours.values(), key=lambda pair: queries.standing_order(s.ev, pair[1]))
    contrary = [id for id in queries.opponents(s.ev, first.id) if id not in ours]
    answered = len(ours) + len(contrary)
    told = [pair for pair in ordered if s.tells(pair[1].id)]
    opposed = [id for id in contrary if s.tells(id)]
    untold = answered - len(told) - len(opposed)
    told, opposed = _few_of_premises(s, told), opposed[: shown(len(opposed), s.most_named)]
    items = [_our_answer(s, answer, step, len(steps) > 1, anchors) for step, answer in told]
    items += [_our_contrary(s, id, first) for id in opposed]
    if items:
        body += [Paragraph((Run("We say:", "strong"),)), Items(tuple(items), numbered=len(items) > 1)]
    if untold:
        body.append(Paragraph((Run(f"{capital(in_words(untold, 'more answer'))} in the whole debate."),), "note"))
    if rest := answered - untold - len(items):
        whose = "to its premises, or by what contradicts it" if contrary else "to its premises"
        body.append(Paragraph((Run(f"{capital(in_words(rest, 'more answer'))} {whose}."),), "note"))
    return Card(says, (*body, *_todo(s, steps, answered)), first.id if anchors else None, "theirs")


def _few_of_premises(s: Setting, told: Sequence[tuple[Step, Rebuttal]]) -> list[tuple[Step, Rebuttal]]:
    """Every answer to an argument itself, and the first of those to its premises, which other arguments share."""
    of_premises = [answer.id for step, answer in told if answer.target not in (step.id, voice(step))]
    left_out = set(of_premises[shown(len(of_premises), s.most_named) :])
    return [pair for pair in told if pair[1].id not in left_out]


def _against(s: Setting, step: Step, placed: bool) -> Paragraph:
    """What an argument is for or against; of one that is no card of its own, with its id and place."""
    turn = step.turn if isinstance(step, Rebuttal) else None
    if isinstance(step, Support):
        said = line("For ", s.mention(step.of), ".")
    elif step.undercuts:
        said = line("Undercuts the step from ", s.mention(step.undercuts), ".")
    else:
        said = line(f"A {turn.replace('-', ' ')} turn against " if turn else "Against ", s.mention(step.target), ".")
    return Paragraph(line(said, " ", s.tag(step.id)), "note", step.id) if placed else Paragraph(said, "note")


def _ground(s: Setting, step: Step) -> list[Block]:
    supports = s.ev.graph.supports(step.id)
    if not supports:
        return []
    return [Paragraph((Run("Their ground:", "strong"),)), _named(s, [x.id for x in supports])]


def _premises(s: Setting, statement: Statement) -> list[Block]:
    """What a step needs beside what it says itself: linked premises, which are all needed."""
    if isinstance(statement, Claim) or not statement.premises or voice(statement) != statement.id:
        return []
    n = len(statement.premises)
    which = "this premise" if n == 1 else f"{'both' if n == 2 else f'all {in_words(n)}'} of these premises"
    said_above = statement.text is None and not statement.tag
    if said_above:
        which = "each of these"
    named = _named(s, statement.premise_ids, statement.needed, said_above)
    return [Paragraph((Run(f"It needs {which}:", "strong"),)), named]


def _named(s: Setting, ids: Sequence[str], premises: Sequence[str] = (), said_above: bool = False) -> Items:
    """Statements with what becomes of them and their sources; those whose words were just said, by their numbers."""
    named = ids[: shown(len(ids), s.most_named)]
    lines = [
        line(Ref(f"({n})", id) if said_above else s.mention(id), " ", s.standing(id, id in premises), s.sources_of(id))
        for n, id in enumerate(named, 1)
    ]
    rest = len(ids) - len(named)
    return Items(tuple(map(Item, [*lines, line(f"{capital(in_words(rest))} more.")] if rest else lines)))


def _put_above(s: Setting, step: Step) -> list[Block]:
    """What an argument is said to outweigh, and why."""
    return [Paragraph(words, "note") for words in weighing.outweighs(s, step.id)]


def _contrary(s: Setting, id: str) -> list[Block]:
    """What cannot be held together with a statement."""
    others = s.ev.graph.contradictions.get(id, ())
    named = others[: shown(len(others), s.most_named)]
    lines = [line("Cannot be held together with ", s.mention(other), " ", s.pill(other), ".") for other in named]
    rest = len(others) - len(named)
    lines += [line(f"Cannot be held together with {in_words(rest)} more.")] if rest else []
    return [Paragraph(words, "note") for words in lines]


def _our_contrary(s: Setting, id: str, theirs: Step) -> Item:
    """What contradicts something that they say: ours, or a thing that they say themselves."""
    mixed = s.ev.graph.sides[id] is not None and s.ev.graph.sides[id] == s.ev.graph.sides[theirs.id]
    said = " They say this too, and cannot hold both." if mixed else " It cannot be held together with theirs."
    return Item(line(s.full(id), said), tuple(cards_of(s, id)))


def _questions(s: Setting, steps: Iterable[Step]) -> list[Block]:
    """What to ask in cross-examination: critical questions that nobody has put, of arguments that are not dead; before
    them once what is said, which they call "this"."""
    blocks: list[Block] = []
    put: set[tuple[str, str]] = set()
    cut: list[str] = []
    left = MOST_QUESTIONS
    for step in steps:
        found = examine(s.ev, step) if s.ev.labelling.live[step.id] is not Label.OUT else None
        open_ = {(found.scheme.name, each.key): each.ask for each in found.open} if found else {}
        asks = [Item(line(ask)) for name, ask in open_.items() if name not in put]
        put |= open_.keys()
        if asks and left > 0:
            opening = Run("And: " if blocks else "Ask them: ", "strong")
            blocks += [Paragraph(line(opening, curly(lead(s.ev, step.id)))), Items(tuple(asks[:left]))]
        cut += [step.id] if len(asks) > max(left, 0) else []
        left -= len(asks)
    return [*blocks, *([Paragraph(_more_questions(-left, cut), "note")] if left < 0 else [])]


def _more_questions(n: int, ids: Iterable[str]) -> Line:
    """How many questions are open that are not named, and the command that names them."""
    opening = f"{capital(in_words(n, 'more question'))} {'is' if n == 1 else 'are'} open: "
    return line(opening, listed_lines([line(Run(f"argmap questions {id}", "code")) for id in ids]), ".")


def _our_answer(s: Setting, rebuttal: Rebuttal, step: Step, one_of_many: bool, anchors: bool) -> Item:
    below = [*_below_tag(s, rebuttal), *_why_not_live(s, rebuttal), *cards_of(s, rebuttal.id)]
    said = line(_how(s, rebuttal, step, one_of_many), s.full(rebuttal.id, by_tag=True))
    return Item(said, tuple(below), rebuttal.id if anchors else None)


def _how(s: Setting, rebuttal: Rebuttal, step: Step, one_of_many: bool) -> Line:
    """What kind of answer it is; and what it answers, where they say several things."""
    kind = capital(kind_of_answer(rebuttal))
    if rebuttal.undercuts and one_of_many:
        return line(Run(f"{kind} to ", "em"), s.mention(step.target), ": ")
    if rebuttal.of and len(reasons.asserted(s.ev, step.id)) > 1 and rebuttal.of != step.id:
        return line(Run("Against the premise ", "em"), s.mention(rebuttal.of), ": ")
    return line(Run(f"{kind}: ", "em"))


def _why_not_live(s: Setting, rebuttal: Rebuttal) -> list[Block]:
    """What keeps an answer of ours from holding; nothing where it holds."""
    ev, fallen = s.ev, s.ev.labelling.live[rebuttal.id] is Label.OUT
    if ev.labelling.live[rebuttal.id] is Label.IN:
        return []
    held = [r for r in queries.answers(ev, rebuttal.id) if ev.labelling.live[r.id] is not Label.OUT]
    contrary = [id for id in queries.opponents(ev, rebuttal.id) if ev.label(id) is not Label.OUT]
    if held:
        verb = "Hangs on " if not fallen else "Undercut by " if all(r.undercuts for r in held) else "Answered by "
        said = line(verb, s.mentions(r.id for r in held), ".")
    elif lacking := _ungrounded(s, rebuttal) or _short_of(s, rebuttal):
        said = lacking
    elif contrary:
        said = line("It cannot be held together with ", s.mentions(contrary), ".")
    else:
        return []
    return [Paragraph(said, "note")]


def _groundless(s: Setting, statement: Statement) -> list[Block]:
    """Why a statement has no standing of its own, whatever is said against it; nothing where it stands. What a step
    without a text lacks is for `bearing` to say."""
    if statement.text is None or s.ev.label(statement.id) is Label.IN:
        return []
    lacking = _ungrounded(s, statement) or (() if isinstance(statement, Claim) else _short_of(s, statement))
    return [Paragraph(lacking, "note")] if lacking else []


def _ungrounded(s: Setting, statement: Statement) -> Line:
    if not reasons.lacks_ground(s.ev, statement.id):
        return ()
    supported = s.ev.graph.supports(statement.id)
    return line("Nothing that supports it counts." if supported else "It is only asserted so far.")


def _fallen(s: Setting, statement: Statement) -> list[Block]:
    """Why a statement does not stand; nothing where it does."""
    said = voice(statement)
    if found := reasons.brought_down_by(s.ev, said):
        down = "Defeated by " if isinstance(statement, Claim) else "Answered by "
        verb = down if s.ev.label(said) is Label.OUT else "Undecided because of "
        return [Paragraph(line(verb, s.mentions(found), "."), "note")]
    return _groundless(s, statement)


def _todo(s: Setting, steps: Sequence[Step], tried: int) -> list[Block]:
    if not all(queries.is_unanswered(s.ev, step) for step in steps):
        return []
    compared = any(s.weighed_below.get(step.id) for step in steps)
    none = "What is meant to outweigh it is answered" if compared else "Nothing is said against it yet"
    said = none if not tried else (
        "Our answer does not hold" if tried == 1 else (
            "Neither of our answers holds" if tried == 2 else f"None of our {in_words(tried, 'answer')} holds"
        )
    )  # fmt: skip
    weighed = any(
        not (isinstance(step, Rebuttal) and step.undercuts) and s.ev.graph.is_weighed(step.target) for step in steps
    )
    tail = ", or show what outweighs it" if weighed else ""
    premises = {premise for step in steps for premise in step.premise_ids if step.text is not None}
    one = "" if not premises else " or its premise" if len(premises) == 1 else " or one of its premises"
    what = f"answer it{one}" if not tried else "find a better answer"
    return [Paragraph(line(Run("To do: ", "strong"), f"{what}{tail}. {said}."), "todo")]


def in_full(s: Setting, statements: Sequence[Statement]) -> Items:
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


def _entry(s: Setting, statement: Statement, depth: int) -> Item:
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
    return Item(line(where, s.full(statement.id)), tuple(cards_of(s, statement.id)), statement.id)


def _tied(s: Setting, statement: Statement) -> Iterator[Line]:
    """Beside what a statement answers to: the premises that it needs, the steps that need it, what contradicts it."""
    if not isinstance(statement, Claim):
        if statement.premises:
            yield line(
                ", ",
                Run("which needs" if statement.text is not None else "by", "em"),
                " ",
                _ids(s, statement.premise_ids),
            )
        if used := s.ev.graph.uses(statement.id):
            yield line(", ", Run("premise of", "em"), " ", _ids(s, (step.id for step in used)))
    if others := s.ev.graph.contradictions.get(statement.id):
        yield line(", ", Run("which contradicts", "em"), " ", _ids(s, others))


def _ids(s: Setting, ids: Iterable[str]) -> Line:
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


def terms(s: Setting) -> list[Block]:
    """The defined terms."""
    if not s.debate.terms:
        return []
    entries = tuple((line(phrase(term)), line(capital(sentence(text)))) for term, text in s.debate.terms.items())
    return [heading(2, "Terms", "_terms"), Terms(entries)]


def sources(s: Setting, blocks: Iterable[Block]) -> list[Block]:
    """The bibliography of what some blocks cite, each source with its grade and the reason for it."""
    cited = links(blocks)
    items = [_source(s, id, entry) for id, entry in s.citations.entries if source_anchor(id) in cited]
    if not items:
        return []
    note = Paragraph((Run(
        "Grades are on the Admiralty scale: a letter from A to F for how far the source can be relied on, a figure "
        "from 1 to 6 for how far this information is borne out. A1 is best."
    ),), "note")  # fmt: skip
    return [heading(2, "Sources", "_sources"), note, Items(tuple(items))]


def _source(s: Setting, id: str, entry: Line) -> Item:
    source = s.debate.sources[id]
    if source.grade:
        first, second = RELIABILITY[source.grade[0]], CREDIBILITY[source.grade[1]]
        grade = line(Run(source.grade, "strong"), f" ({first}; {second}).")
    else:
        grade = line(Run("Not graded.", "strong"))
    why = f" {sentence(source.custom.why)}" if source.custom.why else ""
    return Item(line(entry, " ", grade, why, _who_speaks(s, source)), (), source_anchor(id))


def _who_speaks(s: Setting, source: Source) -> Line:
    """Why a source's author is to be heard, and what they have to win or lose."""
    notes, party = source.custom, s.party_of.get(source.id)
    said: list[Inline] = []
    if notes.qualifications:
        said += [Run(" Qualifications: ", "em"), Run(capital(sentence(notes.qualifications)))]
    if notes.interest or party:
        whose = f" ({tidy(party)})" if party else ""
        said += [Run(f" Interest{whose}: ", "em"), Run(capital(sentence(notes.interest or "not declared")))]
    return tuple(said)


def legend(s: Setting, ids: bool = True) -> Line:
    """What the signs mean, and the ids where there are any: the page's foot."""
    name = line(" An id such as ", Run(next(iter(s.debate.statements)), "code"),
                " is the statement’s name in the debate’s files.") if ids else ()  # fmt: skip
    return line(
        "An argument counts, is outweighed, is answered (it or a premise does not hold, or it is undercut), "
        "or is open; an option or a premise stands, is defeated, or is undecided.", name, _strengths(s) if ids else "",
    )  # fmt: skip


def _strengths(s: Setting) -> str:
    if (found := s.strengths) is None:
        return ""
    dash = "" if found.converged else " A dash stands where answers go round in a circle that does not settle."
    by_hand = any(statement.weight for statement in s.debate.statements.values())
    own = ", or at the weight that is set for it, with the reason;" if by_hand else ";"
    return (
        f" Strength is a number from 0 to 1 by {found.title}: it begins at the grades of a statement’s evidence{own} "
        f"what is said for the statement raises it, and what is said against lowers it.{dash}"
    )
