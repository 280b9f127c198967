"""The decision memo: the answer first, then options, risks, the evidence and what would change the answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from argmap.briefs import facts, parts
from argmap.briefs.audiences import audiences
from argmap.briefs.changes import changes
from argmap.briefs.decides import decides
from argmap.briefs.document import (
    Block,
    Document,
    Item,
    Items,
    Line,
    Paragraph,
    Ref,
    Row,
    Run,
    Table,
    Terms,
    document,
    tidy,
)
from argmap.briefs.limits import elsewhere, partial, parties
from argmap.briefs.options import VERB, best_pair, brief_standing, options, overview, section, standing
from argmap.briefs.prose import capital, count, date, joined, line, listed, number, phrase, sentence
from argmap.briefs.recommended import recommended
from argmap.briefs.setting import Setting, source_anchor
from argmap.briefs.trials import Settling
from argmap.framework import Label
from argmap.model import LIKELIHOODS, Risk, Statement

NAME = "policy"
SUMMARY = "A decision memo: bottom line, options, risks, evidence, what would change the conclusion."

_PERCENT = ("1–5", "5–20", "20–45", "45–55", "55–80", "80–95", "95–99")

BANDS = {words: f"{percent}\u00a0%" for words, percent in zip(LIKELIHOODS, _PERCENT, strict=True)}
"""ICD 203's seven bands of likelihood."""

SEVERITIES = ("catastrophic", "high", "moderate", "low")

_RANK = {Label.IN: 0, Label.UNDEC: 1, Label.OUT: 2}

SHOWN = 10
"""How many claims a list of gaps names."""

PARTIAL = 5
"""How many claims that only parties vouch for it names."""

DISSENT = 5
"""How many claims of the other side the memo's dissent names."""


def compose(s: Setting) -> Document:
    """The memo for whoever decides."""
    memo = [
        *_bottom_line(s), *_decision(s), *_background(s), *_options(s), *audiences(s), *_risks(s), *_evidence(s),
        *_changes(s), *_decides(s), *_dissent(s), *parts.terms(s),
    ]  # fmt: skip
    annex = _annex(s)
    blocks = [*memo, *parts.sources(s, [*memo, *annex]), *annex]
    return document(s.debate.title, parts.subtitle(s, "Decision memo"), blocks, parts.legend(s))


def _carrying(s: Setting) -> list[str]:
    return [id for id in facts.carriers(s.ev, [o.id for o in options(s)]) if id in s.scope]


def _bottom_line(s: Setting) -> list[Block]:
    chosen = options(s)
    opening = line(_as_of(s), _verdict(s))
    items = [
        Item(line(Run(sentence(s.saying(o.id)), "strong"), " ", s.standing(o.id), " ",
                  standing(s, o) if len(chosen) == 1 else brief_standing(s, o)))
        for o in sorted(chosen, key=lambda o: _RANK[s.ev.label(o.id)])
    ]  # fmt: skip
    turning = _turns_on(s)
    return [
        parts.heading(2, "Bottom line", "_bottom-line"), *recommended(s), Paragraph(opening, "lead"),
        Items(tuple(items)), *([Paragraph(turning)] if turning else []), Paragraph(_confidence(s)),
    ]  # fmt: skip


def _as_of(s: Setting) -> str:
    return f"As the argument stands on {date(s.debate.as_of)}, " if s.debate.as_of else "As the argument stands, "


def _verdict(s: Setting) -> Line:
    chosen = options(s)
    if len(chosen) == 1:
        word = {Label.IN: " stands", Label.OUT: " is defeated", Label.UNDEC: " is undecided"}[s.ev.label(chosen[0].id)]
        return line(s.mention(chosen[0].id), word, ".")
    counted = Counter(s.ev.label(o.id) for o in chosen)
    words = [(Label.IN, "stands", "stand"), (Label.OUT, "is defeated", "are defeated"),
             (Label.UNDEC, "is undecided", "are undecided")]  # fmt: skip
    if len(counted) == 1:
        [(label, n)] = counted.items()
        many = next(w[2] for w in words if w[0] is label)
        return line(f"{'both' if n == 2 else f'all {number(n)}'} options {many}.")
    said = [(n, one if n == 1 else many) for label, one, many in words if (n := counted[label])]
    first, *rest = said
    opening = line(f"{number(first[0])} of the {number(len(chosen))} options {first[1]}")
    return line(listed([opening, *(line(f"{number(n)} {verb}") for n, verb in rest)]), ".")


def _turns_on(s: Setting) -> Line:
    undecided = [o for o in options(s) if s.ev.label(o.id) is Label.UNDEC]
    pairs = [pair for o in undecided for pair in facts.unweighed(s.ev, o.id)]
    if not pairs:
        return ()
    needed = {o.id: s.settlings[o.id] for o in undecided if s.settlings[o.id]}
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
    several = [f"{count(len(e.lighter), 'comparison')} would make it {VERB[e.label]}" for e in needed[id]]
    yield line(capital(" and ".join(several)), ". ")
    if pairs := facts.unweighed(s.ev, id):
        pro, con = (s.mention(step.id) for step in best_pair(s, pairs))
        yield line("The comparison with the best evidence on both sides: does ", pro, " outweigh ", con, "?")


def _confidence(s: Setting) -> Line:
    found = facts.grounds(s.ev, _carrying(s))
    if not found.all:
        return line(Run("Confidence in the evidence: low. ", "strong"), "Nothing carries this conclusion yet.")
    graded, every = len(found.graded), len(found.all)
    if every == 1:
        said = f"The one claim at the bottom of this argument {'cites' if graded else 'does not cite'} "
    else:
        which = "none" if not graded else "all" if graded == every else number(graded)
        verb = "cites" if graded == 1 else "cite"
        said = f"Of the {number(every)} claims at the bottom of this argument, {which} {verb} "
    return line(
        Run(f"Confidence in the evidence: {found.confidence}. ", "strong"), said,
        "a source graded A or B for reliability. Confidence is high from three quarters of them, moderate from a "
        "half, and low below that. It measures how well the argument is documented, "
        "not who is right or how clear the answer is.",
    )  # fmt: skip


def _decision(s: Setting) -> list[Block]:
    decision = s.debate.decision
    entries = [
        ("Question", s.debate.question or s.debate.title), ("Who decides", decision.maker or "Not named"),
        ("By when", decision.deadline or "No deadline is set"),
    ]  # fmt: skip
    texts = [capital(sentence(text)) if term == "Question" else phrase(text) for term, text in entries]
    found = tuple((line(term), line(text)) for (term, _), text in zip(entries, texts, strict=True))
    return [parts.heading(2, "The decision", "_decision"), Terms(found)]


def _background(s: Setting) -> list[Block]:
    texts = [text for text in (s.debate.background or "").split("\n\n") if text.strip()]
    facts_ = [
        x for p in s.positions if p.kind == "background" for x in p.arguments
        if x.id in s.scope and x.text and x.role == "background" and s.ev.label(x.id) is Label.IN
    ]  # fmt: skip
    if not facts_ and not texts:
        return []
    blocks: list[Block] = [parts.heading(2, "Background", "_background"), *(Paragraph((Run(text),)) for text in texts)]
    return [*blocks, Items(tuple(Item(s.full(x.id)) for x in facts_[:SHOWN]))] if facts_ else blocks


def _options(s: Setting) -> list[Block]:
    blocks: list[Block] = [parts.heading(2, "The options", "_options"), overview(s)]
    if not any(claim.status_quo for claim in s.debate.resolutions):
        blocks.append(Paragraph((Run(
            "Leaving things as they are is not set out as an option of its own here; what is said against each option "
            "is its case, and presumption is on its side."
        ),), "note"))  # fmt: skip
    blocks += s.figure("overview", "The argument at a glance") or s.figure("map", "The argument at a glance")
    for option in options(s):
        blocks += section(s, option)
    return blocks


def _risks(s: Setting) -> list[Block]:
    found = [(x, x.risk) for x in s.statements(s.scope) if x.risk]
    found.sort(key=lambda pair: (_RANK[s.ev.label(pair[0].id)], _gravity(pair[1])))
    title = parts.heading(2, "Risks", "_risks")
    if not found:
        return [title, Paragraph((Run("No statement has been rated for likelihood and severity yet."),))]
    head = ("Risk", "Likelihood", "Severity", "How soon", "Reversibility", "Mitigation", "Standing")
    rows = tuple(Row(_risk(s, x, risk)) for x, risk in found)
    return [title, Table("What could go wrong, as the debate rates it", head, rows)]


def _gravity(risk: Risk) -> tuple[int, int]:
    """A sort key: the worst first, and of these the likeliest."""
    severity = SEVERITIES.index(risk.severity) if risk.severity else len(SEVERITIES)
    return severity, -(LIKELIHOODS.index(risk.likelihood) if risk.likelihood in LIKELIHOODS else -1)


def _risk(s: Setting, statement: Statement, risk: Risk) -> tuple[Line, ...]:
    band = BANDS.get(risk.likelihood or "")
    likelihood = f"{capital(risk.likelihood)} ({band})" if risk.likelihood and band else tidy(risk.likelihood or "")
    cells = [likelihood, risk.severity, risk.timeframe and f"within {risk.timeframe}", risk.reversibility]
    said = line(Run(sentence(s.saying(statement.id))), s.sources_of(statement.id), " ", s.tag(statement.id))
    rated = (line(capital(cell) if cell else "not rated") for cell in cells)
    mitigation = line(sentence(risk.mitigation) if risk.mitigation else "none named")
    return (said, *rated, mitigation, line(s.pill(statement.id)))


def _evidence(s: Setting) -> list[Block]:
    carrying = _carrying(s)
    title = parts.heading(2, "How good the evidence is, and what is missing", "_evidence")
    return [title, *_grades(s), *parties(s), *_gaps(s, carrying), *elsewhere(s), *_questions(s)]


def _grades(s: Setting) -> list[Block]:
    statements = s.statements(s.scope)
    pieces = Counter(facts.reliability(s.ev, e) for x in statements for e in x.evidence)
    cited = s.cited(s.scope)
    sources = Counter(source.custom.reliability for source in cited.values())
    if not pieces:
        return [Paragraph((Run("No statement cites a source yet."),))]
    rows = [
        Row((line(f"{letter}: {words}"), line(str(sources[letter])), line(str(pieces[letter]))))
        for letter, words in parts.RELIABILITY.items() if sources[letter] or pieces[letter]
    ]  # fmt: skip
    if sources[None] or pieces[None]:
        rows.append(Row((line("Not graded"), line(str(sources[None])), line(str(pieces[None])))))
    caption = f"{capital(count(len(cited), 'source'))}, cited {count(sum(pieces.values()), 'time')}"
    return [Table(caption, ("Reliability of the source", "Sources", "Times cited"), tuple(rows))]


def _gaps(s: Setting, carrying: list[str]) -> list[Block]:
    statements, cited = s.debate.statements, s.cited(carrying)
    bare = [id for id in carrying if not statements[id].evidence and not s.ev.graph.supports(id)]
    single = [id for id in carrying if len({e.source for e in statements[id].evidence}) == 1]
    undated = [id for id, source in cited.items() if not source.date]
    items = [
        _gap(s, bare, "on no evidence at all", "Every claim that carries the conclusion rests on evidence."),
        _gap(s, single, "on a single source", "No claim that carries the conclusion rests on a single source."),
    ]  # fmt: skip
    if s.debate.parties:
        none = "No claim that carries the conclusion rests on the word of parties alone."
        items.append(_gap(s, partial(s, carrying), "on the word of parties to the matter alone", none, PARTIAL))
    if undated:
        verb = "gives" if len(undated) == 1 else "give"
        named = joined([line(Ref(s.short(id), source_anchor(id))) for id in undated], "; ")
        items.append(Item(line(f"{capital(count(len(undated), 'source'))} behind them {verb} no date: ", named)))
    return [Paragraph((Run("Among the claims that carry the conclusion:"),)), Items(tuple(items))]


def _gap(s: Setting, ids: list[str], how: str, none: str, most: int = SHOWN) -> Item:
    if not ids:
        return Item(line(none))
    opening = f"{capital(count(len(ids), 'claim'))} {'rests' if len(ids) == 1 else 'rest'} {how}:"
    shown = [Item(s.mention(id)) for id in ids[:most]]
    if len(ids) > most:
        shown.append(Item(line(f"and {number(len(ids) - most)} more.")))
    return Item(line(opening), (Items(tuple(shown)),))


def _questions(s: Setting) -> list[Block]:
    open_ = [x for x in s.statements(s.scope) if x.role == "question" and x.text]
    if not open_:
        return []
    items = tuple(Item(s.full(x.id), (), x.id) for x in open_)
    return [parts.heading(3, "What nobody has settled"), Items(items)]


def _changes(s: Setting) -> list[Block]:
    blocks: list[Block] = [parts.heading(2, "What would change the conclusion", "_changes")]
    for option in options(s):
        blocks += [Paragraph(line(s.mention(option.id), " ", s.pill(option.id))), *changes(s, option)]
    return blocks


def _decides(s: Setting) -> list[Block]:
    lead = Paragraph((Run("The fewest claims and the fewest comparisons on which each option turns:"),))
    return [parts.heading(2, "What decides this debate", "_decides"), lead, *decides(s, options(s))]


def _dissent(s: Setting) -> list[Block]:
    sides = _losing_sides(s)
    blocks: list[Block] = [parts.heading(2, "Dissent", "_dissent")]
    if len(sides) > 1:
        blocks.append(Paragraph((Run("Neither side has more to show among the options, so both are heard here."),)))
    for side in sides:
        best = _strongest(s, side)
        who = phrase(s.debate.sides[side])
        opening = (
            f"The best-documented claims on the other side ({who}) that stand and are in play:"
            if len(sides) == 1
            else f"{who}:"
        )
        items = Items(tuple(Item(s.full(x.id), parts.bearing(s, x)) for x in best), numbered=True)
        nothing = Paragraph((Run(f"No documented claim that is in play stands for the other side ({who})."),))
        blocks += [Paragraph((Run(opening),)), items] if best else [nothing]
    return blocks


def _strongest(s: Setting, side: str) -> list[Statement]:
    """A side's claims that stand and are in play: those with A or B evidence first, then those nearest to an option."""
    near, far = facts.distances(s.ev), len(s.debate.statements)
    own = [
        x for x in s.statements(s.scope - s.debate.resolution_ids)
        if s.ev.graph.sides[x.id] == side and s.ev.label(x.id) is Label.IN and x.evidence and facts.is_in_play(s.ev, x)
    ]  # fmt: skip
    return sorted(own, key=lambda x: (
        facts.strength(s.ev, x.id)[0][0] not in "AB", near.get(x.id, far), facts.strength(s.ev, x.id)
    ))[:DISSENT]  # fmt: skip


def _losing_sides(s: Setting) -> list[str]:
    """The side with less to show for it among the options, both where nothing parts them, or the one not selected."""
    if s.selection.side:
        return [s.debate.other(s.selection.side)]
    won: Counter[str] = Counter()
    for option in options(s):
        side = s.ev.graph.sides[option.id] or s.debate.pro
        if s.ev.label(option.id) is not Label.UNDEC:
            won[side if s.ev.label(option.id) is Label.IN else s.debate.other(side)] += 1
    pro, con = won[s.debate.pro], won[s.debate.con]
    return [s.debate.pro, s.debate.con] if pro == con else [s.debate.con if pro > con else s.debate.pro]


def _annex(s: Setting) -> list[Block]:
    blocks: list[Block] = [parts.heading(2, "The argument in full", "_in-full")]
    for position in s.positions:
        there = [x for x in position.arguments if x.id in s.scope]
        summary = [Paragraph((Run(tidy(position.summary)),))] if position.summary else []
        title = parts.heading(3, position.name, f"position_{position.id}")
        blocks += [title, *summary, parts.in_full(s, there)]
    return blocks
