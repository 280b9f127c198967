"""The decision memo: the answer first, then options, risks, the evidence and what would change the answer."""

from __future__ import annotations

from collections import Counter

from argmap.briefs import queries, shared_parts
from argmap.briefs.audience_section import audiences
from argmap.briefs.bottom_line import RANK, as_of, carrying, sourcing, turns_on, verdict
from argmap.briefs.changes import all_changes
from argmap.briefs.criteria_table import by_criterion
from argmap.briefs.evidence_limits import at_second_hand, elsewhere, partial, parties
from argmap.briefs.option_section import answer, brief_standing, options, overview, section, standing
from argmap.briefs.recommended import recommended
from argmap.briefs.risks import rated, row
from argmap.briefs.selected_debate import Setting
from argmap.briefs.what_decides import decides
from argmap.documents.document import (
    Block,
    Document,
    Item,
    Items,
    Paragraph,
    Row,
    Run,
    Table,
    Terms,
    document,
    tidy,
)
from argmap.documents.lines import joined, line, phrase, sentence, shown
from argmap.evaluation.framework import Label
from argmap.model import Statement
from argmap.wording.counts import in_words
from argmap.wording.sentences import capital

NAME = "policy"
TITLE = "Decision memo"
SUMMARY = "The answer first, then the options, the risks, the evidence, and every argument."
BY_SIDE = False

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
        *_changes(s), *_decides(s), *_dissent(s), *shared_parts.terms(s),
    ]  # fmt: skip
    annex = _annex(s)
    blocks = [*memo, *shared_parts.sources(s, [*memo, *annex]), *annex]
    return document(s.debate.title, shared_parts.subtitle(s, "Decision memo"), blocks, shared_parts.legend(s))


def _bottom_line(s: Setting) -> list[Block]:
    chosen = options(s)
    opening = line(as_of(s), verdict(s))
    items = [
        Item(line(Run(sentence(s.saying(o.id)), "strong"), " ", s.standing(o.id), ". ",
                  standing(s, o) if len(chosen) == 1 else brief_standing(s, o)))
        for o in sorted(chosen, key=lambda o: RANK[s.ev.label(o.id)])
    ]  # fmt: skip
    turning = turns_on(s)
    return [
        shared_parts.heading(2, "Bottom line", "_bottom-line"), *recommended(s), Paragraph(opening, "lead"),
        Items(tuple(items)), *(answer(s, chosen[0]) if len(chosen) == 1 else []),
        *([Paragraph(turning)] if turning else []), Paragraph(sourcing(s)),
    ]  # fmt: skip


def _decision(s: Setting) -> list[Block]:
    decision = s.debate.decision
    entries = [
        ("Question", s.debate.question or s.debate.title), ("Who decides", decision.maker or "Not named"),
        ("By when", decision.deadline or "No deadline is set"),
    ]  # fmt: skip
    texts = [capital(sentence(text)) if term == "Question" else phrase(text) for term, text in entries]
    found = tuple((line(term), line(text)) for (term, _), text in zip(entries, texts, strict=True))
    return [shared_parts.heading(2, "The decision", "_decision"), Terms(found)]


def _background(s: Setting) -> list[Block]:
    texts = [text for text in (s.debate.background or "").split("\n\n") if text.strip()]
    facts_ = [
        x for p in s.positions if p.kind == "background" for x in p.arguments
        if x.id in s.scope and x.text and x.role == "background" and s.ev.label(x.id) is Label.IN
    ]  # fmt: skip
    if not facts_ and not texts:
        return []
    blocks: list[Block] = [
        shared_parts.heading(2, "Background", "_background"),
        *(Paragraph((Run(text),)) for text in texts),
    ]
    return [*blocks, Items(tuple(Item(s.full(x.id)) for x in facts_[:SHOWN]))] if facts_ else blocks


def _options(s: Setting) -> list[Block]:
    blocks: list[Block] = [shared_parts.heading(2, "The options", "_options"), overview(s), *by_criterion(s)]
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
    found = rated(s)
    title = shared_parts.heading(2, "Risks", "_risks")
    if not found:
        return [title, Paragraph((Run("No statement has been rated for likelihood and severity yet."),))]
    head = ("Risk", "Likelihood", "Severity", "How soon", "Reversibility", "Mitigation", "Standing")
    return [title, Table("What could go wrong, as the debate rates it", head, tuple(Row(row(s, x)) for x in found))]


def _evidence(s: Setting) -> list[Block]:
    ids = carrying(s)
    title = shared_parts.heading(2, "How good the evidence is, and what is missing", "_evidence")
    return [title, *_grades(s), *at_second_hand(s), *parties(s), *_gaps(s, ids), *elsewhere(s), *_questions(s)]


def _grades(s: Setting) -> list[Block]:
    statements = s.statements(s.scope)
    cites = [e for x in statements for e in x.evidence]
    pieces = Counter(queries.reliability(s.ev, e) for e in cites if not e.said_by)
    cited = s.cited(s.scope)
    sources = Counter(source.custom.reliability for source in cited.values())
    if not cites:
        return [Paragraph((Run("No statement cites a source yet."),))]
    rows = [
        Row((line(f"{letter}: {words}"), line(str(sources[letter])), line(str(pieces[letter]))))
        for letter, words in shared_parts.RELIABILITY.items() if sources[letter] or pieces[letter]
    ]  # fmt: skip
    if sources[None] or pieces[None]:
        rows.append(Row((line("Not graded"), line(str(sources[None])), line(str(pieces[None])))))
    if relayed := len(cites) - pieces.total():
        rows.append(Row((line("Testimony: the source relays what somebody said"), line("–"), line(str(relayed)))))
    caption = f"{capital(in_words(len(cited), 'source'))}, cited {in_words(len(cites), 'time')}"
    return [Table(caption, ("Reliability of the source", "Sources", "Times cited"), tuple(rows))]


def _gaps(s: Setting, carrying: list[str]) -> list[Block]:
    if not carrying:
        return []
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
        named = joined([s.source(id) for id in undated], "; ")
        items.append(Item(line(f"{capital(in_words(len(undated), 'source'))} behind them {verb} no date: ", named)))
    return [Paragraph((Run("Among the claims that carry the conclusion:"),)), Items(tuple(items))]


def _gap(s: Setting, ids: list[str], how: str, none: str, most: int = SHOWN) -> Item:
    if not ids:
        return Item(line(none))
    opening = f"{capital(in_words(len(ids), 'claim'))} {'rests' if len(ids) == 1 else 'rest'} {how}:"
    named = [Item(s.mention(id)) for id in ids[: shown(len(ids), most)]]
    rest = len(ids) - len(named)
    more = [Item(line(f"and {in_words(rest)} more."))] if rest else []
    return Item(line(opening), (Items((*named, *more)),))


def _questions(s: Setting) -> list[Block]:
    open_ = [x for x in s.statements(s.scope) if x.role == "question" and x.text]
    if not open_:
        return []
    items = tuple(Item(s.full(x.id), (shared_parts.asked_aloud(x.asks),) if x.asks else (), x.id) for x in open_)
    return [shared_parts.heading(3, "What nobody has settled"), Items(items)]


def _changes(s: Setting) -> list[Block]:
    return [shared_parts.heading(2, "What would change the conclusion", "_changes"), *all_changes(s, options(s))]


def _decides(s: Setting) -> list[Block]:
    lead = Paragraph((Run("The fewest claims and the fewest comparisons on which each option turns:"),))
    return [shared_parts.heading(2, "What decides this debate", "_decides"), lead, *decides(s, options(s))]


def _dissent(s: Setting) -> list[Block]:
    sides = _losing_sides(s)
    blocks: list[Block] = [shared_parts.heading(2, "Dissent", "_dissent")]
    if len(sides) > 1:
        blocks.append(Paragraph((Run("Neither side has more to show among the options, so both are heard here."),)))
    for side in sides:
        best = _strongest(s, side)
        who = phrase(s.debate.sides[side])
        opening = (
            f"The weightiest claims on the other side ({who}) that stand and are in play:"
            if len(sides) == 1
            else f"{who}:"
        )
        items = Items(tuple(Item(s.full(x.id), shared_parts.bearing(s, x)) for x in best), numbered=True)
        nothing = (
            f"No documented claim that is in play stands for the other side ({who})."
            if len(sides) == 1
            else f"{who}: no documented claim that is in play stands."
        )
        blocks += [Paragraph((Run(opening),)), items] if best else [Paragraph((Run(nothing),))]
    return blocks


def _strongest(s: Setting, side: str) -> list[Statement]:
    """A side's documented claims that stand and are in play: the core first, then those nearest to an option."""
    near, far = queries.distances(s.ev), len(s.debate.statements)
    own = [
        x for x in s.statements(s.scope - s.debate.resolution_ids)
        if s.ev.graph.sides[x.id] == side and s.ev.label(x.id) is Label.IN and x.evidence
        and queries.is_in_play(s.ev, x)
    ]  # fmt: skip
    return sorted(own, key=lambda x: (
        not x.core, near.get(x.id, far), queries.weight(s.ev, x.id)
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
    blocks: list[Block] = [shared_parts.heading(2, "The argument in full", "_in-full")]
    for position in s.positions:
        there = [x for x in position.arguments if x.id in s.scope]
        summary = [Paragraph((Run(tidy(position.summary)),))] if position.summary else []
        title = shared_parts.heading(3, position.name, f"position_{position.id}")
        blocks += [title, *summary, shared_parts.in_full(s, there)]
    return blocks
