"""What the decision memo says in both of its lengths: the answer, the options, what parts and what decides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from argmap.analysis.parting_values import Parting
from argmap.briefs.notes import Notes
from argmap.briefs.recommended import recommended
from argmap.briefs.risks import by_act
from argmap.briefs.selected_debate import SelectedDebate
from argmap.briefs.shared_parts import heading
from argmap.documents.document import Block, Item, Items, Line, Paragraph, Row, Run, Table
from argmap.documents.lines import line, phrase, sentence
from argmap.evaluation.force import Doubt, Force, doubts, force, open_below
from argmap.evaluation.framework import Label
from argmap.model import Claim, Statement
from argmap.prose.settling import first_of, settles
from argmap.prose.standing import doing, stands
from argmap.wording.counts import counted, in_words
from argmap.wording.lists import listed
from argmap.wording.sentences import SENTENCE_END, capital

ANSWERED = 6
"""Of how many options the answer speaks."""
QUESTIONS = 3
"""How many questions of fact are named."""


_OPEN_QUESTION = ("What", "Which", "Who", "Whom", "How", "Why", "Where", "When")
"""A question that begins so is not answered by yes or no."""
UNBALANCED = 3
"""Of how many times as many ratings on one side a reader is told."""


def decision(s: SelectedDebate) -> list[Block]:
    """The question, who decides it and by when."""
    made = s.debate.decision
    question = capital(sentence(s.debate.question or s.debate.title))
    maker = phrase(made.maker) if made.maker else "nobody has said who"
    deadline = phrase(made.deadline) if made.deadline else "no deadline is set"
    decides = line(Run(" Who decides: ", "strong"), f"{maker}.", Run(" By when: ", "strong"), f"{deadline}.")
    if not made.maker and not made.deadline:
        decides = line(" Nobody has said who decides, or by when.")
    return [Paragraph(line(Run("The question. ", "strong"), question, decides))]


def answer(s: SelectedDebate) -> list[Block]:
    """The recommendation, where there is one; what is said of the first options, those that convince most audiences
    first."""
    ordered = sorted(s.options, key=lambda option: -s.accepting[option.id])[:ANSWERED]
    said = _in_brief(s, ordered) if len(ordered) > 1 else [answered(s, ordered[0]), *_confidence(ordered[0])]
    text = " ".join([*said, *_clashes(s)])
    return [*recommended(s), Paragraph(line(Run("The answer. ", "strong"), text), "lead")]


def _in_brief(s: SelectedDebate, options: Sequence[Claim]) -> list[str]:
    """The first sentence about each option; those of which the same is said share it."""
    alike: dict[str, list[Claim]] = {}
    for option in options:
        alike.setdefault(first_sentence(answered(s, option, named=False)), []).append(option)
    return [said if s.ev.answer(group[0]) else _standing(s, group) for said, group in alike.items()]


def _confidence(option: Claim) -> list[str]:
    sure = option.confidence
    return [f"Confidence: {sure.level}. {capital(sentence(sure.because))}"] if sure else []


def _clashes(s: SelectedDebate) -> list[str]:
    """Pairs of options that both stand although they exclude each other: without them the answer would mislead."""
    order = {option.id: place for place, option in enumerate(s.options)}
    pairs = [
        (one, other) for one, place in order.items() for other in s.ev.clashes(one) if order.get(other, -1) > place
    ]  # fmt: skip
    return [
        f"{s.within(one)} and {s.within(other)} both stand, and only one of them can be carried out."
        for one, other in pairs
    ]


def answered(s: SelectedDebate, option: Claim, named: bool = True) -> str:
    """What the debate's editors answer to an option as it stands; else how it stands, and why."""
    if said := s.ev.answer(option):
        return capital(sentence(said))
    return _standing(s, [option]) if named else capital(f"{stands(s.ev.label(option.id)).badge}, {_because(s, option)}")


def _standing(s: SelectedDebate, options: Sequence[Claim]) -> str:
    """`“Trainers now” and “Trainers later” are undecided, because nobody …`, of options that stand alike."""
    does, names = stands(s.ev.label(options[0].id)), listed(s.within(option.id) for option in options)
    because = _because(s, options[0])
    if len(options) > 1:
        because = re.sub(r"\bit\b", "them", because)
    return f"{names} {does.present(len(options))}, {because}"


def _because(s: SelectedDebate, option: Claim) -> str:
    """`because nobody has weighed …`."""
    label = s.ev.label(option.id)
    why = {found.doubt for found in doubts(s.ev, option.id) if found.about == option.id}
    if Doubt.WEIGHING in why:
        return "because nobody has weighed what speaks for it against what speaks against it."
    if label is Label.UNDEC:
        return "because what speaks for it is itself open."
    if label is Label.IN:
        return "because nothing that counts speaks against it."
    beaten = any(force(s.ev, step.id) is Force.COUNTS for step in s.ev.graph.rebuttals(option.id))
    return f"because {'what speaks against it counts' if beaten else 'nothing that counts speaks for it'}."


def first_sentence(text: str) -> str:
    """The first sentence of some."""
    end = SENTENCE_END.search(text)
    return text[: end.end()].rstrip() if end else text


def other_options(s: SelectedDebate, where: str = "the argument in full") -> list[Block]:
    """How many more options there are than those of which a memo tells, and what has them."""
    rest = len(s.options) - len(s.first_options)
    said = f"And {counted(rest, 'more option')}: {where} has {'it' if rest == 1 else 'them'}."
    return [Paragraph(line(said))] if rest > 0 else []


def option_table(s: SelectedDebate, notes: Notes) -> list[Block]:
    """The options side by side."""
    heard = bool(s.debate.audiences)
    head = ["Option", "Today’s practice?", "Excludes", *(["Accepted by"] if heard else ["Standing"]),
            "Weightiest for", "Weightiest against", "What would settle it"]  # fmt: skip
    rows = tuple(Row(_option(s, option, notes), option.id) for option in s.first_options)
    title = heading(2, "The options", "_options")
    return [title, Table("The options side by side", tuple(head), rows), *other_options(s)]


def _option(s: SelectedDebate, option: Claim, notes: Notes) -> tuple[Line, ...]:
    practice = {True: "Yes", "reform": "A reform of it"}.get(option.status_quo, "No")
    others = [s.name(each) for each in s.ev.excluded(option.id)]
    if s.debate.audiences:
        accepted = f"{s.accepting[option.id]} of {len(s.debate.audiences)}"
    else:
        accepted = capital(s.ev.label(option.id).word)
    reasons = (_weightiest(s, option, for_it, notes) for for_it in (True, False))
    name = line(Run(capital(s.name(option.id)), "strong"))
    return name, line(practice), line(listed(others) or "Nothing"), line(accepted), *reasons, line(settles(s, option))


def _weightiest(s: SelectedDebate, option: Claim, for_it: bool, notes: Notes) -> Line:
    found = first_of(s, option, for_it, 1)
    if not found:
        return line("Nothing is said")
    how = force(s.ev, found[0].id)
    left = "" if how is Force.COUNTS else f" ({doing(how).badge})"
    return line(capital(phrase(s.name(found[0].id))), notes.mark(found[0].id), left)


def parting(s: SelectedDebate) -> list[Block]:
    """The two values on which the audiences part, and who accepts what."""
    found = s.analysis.parting
    if found is None:
        return []
    higher, lower = s.named(found.higher), s.named(found.lower)
    common = found.common(found.with_higher)
    does = f"accept{'s' * (len(found.with_higher) == 1)}"
    first = f"{_those(s, found.with_higher, higher)} {does} {listed(map(s.within, common)) or 'nothing together'}."
    told = [f"{capital(higher)} against {lower}.", first, _others(s, found)]
    return [heading(2, "The value on which audiences part", "_values"), Paragraph(line(" ".join(told)))]


def _those(s: SelectedDebate, names: Sequence[str], value: str) -> str:
    """`The two audiences that rank sovereignty higher (the voter and the treasury)`."""
    named = listed(f"the {s.named(name)}" for name in names)
    if len(names) == 1:
        return f"The audience that ranks {value} higher ({named})"
    return f"The {in_words(len(names))} audiences that rank {value} higher ({named})"


def _others(s: SelectedDebate, found: Parting) -> str:
    """What the audiences on the other side accept: `The other two (…) both accept x.`, `Of the other four (…), three
    accept x and y, and one accepts z.`"""
    who, n = found.with_lower, len(found.with_lower)
    named = listed(f"the {s.named(name)}" for name in who)
    times = Counter(id for name in who for id in found.accepted[name])
    accepted = {k: [o.id for o in s.options if times[o.id] == k] for k in range(n, 0, -1)}
    told = [f"{in_words(k)} accept{'s' * (k == 1)} {listed(map(s.within, ids))}" for k, ids in accepted.items() if ids]
    if n == 1:
        return f"{capital(named)} accepts {listed(map(s.within, accepted[1])) or 'none of these'}."
    if not told:
        return f"The other {in_words(n)} ({named}) accept none."
    if accepted[n]:
        told[0] = f"all accept {listed(map(s.within, accepted[n]))}"
    return f"Of the other {in_words(n)} ({named}), {listed(told)}."


def facts(s: SelectedDebate) -> list[tuple[Statement, int]]:
    """What is undecided and what most open arguments about the options hang on, with how many; first what is put as a
    question."""
    found: Counter[str] = Counter()
    for option in s.options:
        found.update(dict(open_below(s.ev, option.id)))
    known = [(s.debate.statements[id], n) for id, n in found.most_common() if id in s.scope]
    return sorted((each for each in known if each[0].role != "question"), key=lambda each: not each[0].asks)


def questions(s: SelectedDebate, most: int = QUESTIONS, hanging: bool = True) -> list[Block]:
    """The questions of fact that decide, each with what is said both ways."""
    found = facts(s)[:most]
    if not found:
        return []
    n = len(found)
    title = "The question of fact that decides" if n == 1 else f"{capital(in_words(n))} questions of fact that decide"
    items = tuple(Item(_fact(s, each, number if hanging else 0)) for each, number in found)
    return [heading(2, title, "_facts"), Items(items, numbered=n > 1)]


def _fact(s: SelectedDebate, statement: Statement, hanging: int) -> Line:
    asked = statement.asks or f"Is it so that {phrase(statement.text or '')}?"
    pro, con = (first_of(s, statement, way, 1) for way in (True, False))
    ways = ("One side", "The other") if pro and con and asked.startswith(_OPEN_QUESTION) else ("For", "Against")
    said = [f"{word}: {phrase(s.name(first[0].id))}." for word, first in zip(ways, (pro, con), strict=True) if first]
    if hanging:
        said.append(f"{capital(in_words(hanging, 'argument'))} {'hangs' if hanging == 1 else 'hang'} on it.")
    return line(Run(asked, "strong"), f" {' '.join(said)}")


def sure(s: SelectedDebate) -> list[Block]:
    """How sure the editors are of each answer."""
    rows = tuple(
        Row((line(capital(s.name(option.id))), line(capital(sure.level)),
             line(capital(sentence(first_sentence(sentence(sure.because)))))))
        for option in s.options if len(s.options) > 1 and (sure := option.confidence) and s.ev.answer(option)
    )  # fmt: skip
    found = Table("Confidence in each answer, as the editors of this debate rate it",
                  ("Answer on", "Confidence", "Why"), rows)  # fmt: skip
    return [heading(2, "How sure this is", "_sure"), found] if rows else []


def missing(s: SelectedDebate, most: int) -> list[Block]:
    """What nobody has settled, what is only asserted, and where ratings are wanting."""
    open_ = [x for x in s.statements(s.scope) if x.role == "question" and x.text and not x.asks]
    bare = [x.id for x in s.statements(s.scope) if x.undeveloped]
    said = [sentence(x.text or "") for x in open_[:most]]
    said += [f"Not argued yet: {'; '.join(s.within(id) for id in bare[:most])}."] if bare else []
    said += _unbalanced(s)
    items = tuple(Item(line(each)) for each in said)
    return [heading(2, "What is missing", "_missing"), Items(items)] if items else []


def _unbalanced(s: SelectedDebate) -> list[str]:
    """Says that the risks of one course are rated and those of the other hardly."""
    acting, waiting = (len(found) for found in by_act(s).values())
    if UNBALANCED * min(acting, waiting) > max(acting, waiting) or acting == waiting:
        return []
    return [f"{capital(in_words(acting, 'risk'))} of acting {'is' if acting == 1 else 'are'} rated, and "
            f"{in_words(waiting) if waiting else 'none'} of not acting."]  # fmt: skip
