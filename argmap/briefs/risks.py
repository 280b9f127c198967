"""What could go wrong, as a debate rates it."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.briefs.selected_debate import SelectedDebate
from argmap.briefs.shared_parts import heading
from argmap.documents.document import Block, Line, Row, Table, tidy
from argmap.documents.lines import line, phrase, shown
from argmap.evaluation.force import Force, force
from argmap.evaluation.framework import Label
from argmap.evaluation.weight import RANK, gravity
from argmap.model import LIKELIHOODS, Claim, Risk, Statement
from argmap.wording.counts import in_words
from argmap.wording.lists import listed
from argmap.wording.sentences import capital

_NBSP = "\u00a0"
_PERCENT = ("1–5", "5–20", "20–45", "45–55", "55–80", "80–95", "95–99")

BANDS = {words: f"{percent.replace('–', f'{_NBSP}to{_NBSP}')}{_NBSP}%"
         for words, percent in zip(LIKELIHOODS, _PERCENT, strict=True)}  # fmt: skip
"""ICD 203's seven bands of likelihood, which no line parts: Word would part them behind a dash."""

WORST = 3
"""How many risks of one kind are named, the worst first."""

ACTING = "Risks of acting"
NOT_ACTING = "Risks of not acting"


def rated(s: SelectedDebate) -> list[Statement]:
    """The statements that are rated: those that stand first, of these the worst, of these the likeliest."""
    found = [(x, x.risk) for x in s.statements(s.scope) if x.risk]
    found.sort(key=lambda pair: (RANK[s.ev.label(pair[0].id)], gravity(pair[1])))
    return [x for x, _ in found]


def likelihood(risk: Risk) -> str:
    """The words of a likelihood with their band; nothing where it is not rated."""
    band = BANDS.get(risk.likelihood or "")
    return f"{capital(risk.likelihood)} ({band})" if risk.likelihood and band else tidy(risk.likelihood or "")


def acting(s: SelectedDebate) -> list[Block]:
    """The worst risks of acting and of not acting, each with its option and who rated it."""
    tables = [_table(s, caption, _spread(found)) for caption, found in by_act(s).items() if found]
    return [heading(2, "Risks", "_risks"), *tables] if tables else []


def by_option(s: SelectedDebate) -> list[Block]:
    """The risks of each option, the worst first: of doing it and of not doing it."""
    rows = []
    found: dict[str, list[tuple[Statement, str]]] = {}
    for statement, id, when in _belonging(s):
        found.setdefault(id, []).append((statement, when))
    for option in s.first_options:
        for place, (statement, when) in enumerate(found.get(option.id, ())[:WORST]):
            name = line(capital(s.name(option.id))) if not place else ()
            rows.append(Row((name, line("Done" if when == "done" else "Not done"), *_cells(s, statement))))
    head = ("Option", "If", "Risk", "Likelihood", "Severity", "How soon", "Reversible", "Mitigation")
    caption = f"The worst first, at most {in_words(WORST)} for each option{_raters(s)}"
    title = heading(2, "Risks by option", "_risks", turns=len(s.options) > 1)
    return [title, Table(caption, head, tuple(rows))] if rows else []


def _raters(s: SelectedDebate) -> str:
    """`, rated by the editors of this debate`: those who rated anything."""
    found = dict.fromkeys(s.decapitated(phrase(x.risk.by)) for x in rated(s) if x.risk and x.risk.by)
    return f", rated by {listed(found)}" if found else ""


def _cells(s: SelectedDebate, statement: Statement) -> list[Line]:
    risk = statement.risk or Risk()
    rated_as = [likelihood(risk) or "not rated", risk.severity or "not rated",
                risk.timeframe and f"within {risk.timeframe}", risk.reversibility,
                risk.mitigation and phrase(risk.mitigation)]  # fmt: skip
    return [line(capital(phrase(s.name(statement.id)))), *(line(capital(x) if x else "–") for x in rated_as)]


def by_act(s: SelectedDebate) -> dict[str, list[tuple[Statement, str]]]:
    """The rated statements that are not answered, the worst first, each with its option: risks of doing something, and
    of not doing it."""
    found: dict[str, list[tuple[Statement, str]]] = {ACTING: [], NOT_ACTING: []}
    options = {each.id for each in s.options}
    for statement, option, when in _belonging(s):
        if option in options:
            found[ACTING if when == "done" else NOT_ACTING].append((statement, option))
    return {caption: _once(pairs) for caption, pairs in found.items()}


def _belonging(s: SelectedDebate) -> Iterator[tuple[Statement, str, str]]:
    """The rated statements that are not answered, the worst first, with each option whose risk they are, and when."""
    for statement in rated(s):
        if _matters(s, statement):
            yield from ((statement, option, when) for option, when in belonging(s, statement).items() if when)


def _spread(pairs: list[tuple[Statement, str]]) -> list[tuple[Statement, str]]:
    """The worst of as many options as there is room for, then the worst of what is left; in the order given."""
    firsts = {option: place for place, (_, option) in reversed(list(enumerate(pairs)))}
    chosen = sorted(range(len(pairs)), key=lambda place: firsts[pairs[place][1]] != place)[:WORST]
    return [pairs[place] for place in sorted(chosen)]


def _once(pairs: list[tuple[Statement, str]]) -> list[tuple[Statement, str]]:
    """Each statement once, with the first option whose risk it is."""
    return list({statement.id: (statement, option) for statement, option in reversed(pairs)}.values())[::-1]


def _matters(s: SelectedDebate, statement: Statement) -> bool:
    if isinstance(statement, Claim):
        return s.ev.label(statement.id) is not Label.OUT
    return force(s.ev, statement.id) is not Force.ANSWERED


def _table(s: SelectedDebate, caption: str, found: list[tuple[Statement, str]]) -> Table:
    """A row for each; who rated them is said in the caption where it is the same for all."""
    raters = {phrase(risk.by) if (risk := x.risk) and risk.by else "nobody named" for x, _ in found}
    one = len(raters) == 1
    rows = []
    for statement, option in found:
        risk = statement.risk or Risk()
        words = (tidy(risk.likelihood or "not rated"), risk.severity or "not rated")
        by = [] if one else [line(phrase(risk.by) if risk.by else "nobody named")]
        name = capital(s.name(option))
        rows.append(Row((line(name), line(capital(s.name(statement.id))), *(line(capital(w)) for w in words), *by)))
    head = ("Option", "Risk", "Likelihood", "Severity", *([] if one else ["Rated by"]))
    return Table(f"{caption}, rated by {s.decapitated(raters.pop())}" if one else caption, head, tuple(rows))


def told(s: SelectedDebate, statement: Statement) -> str:
    """`doing: Send trainers; not doing: Train abroad`: the options whose risk it is; nothing where neither is known."""
    found = belonging(s, statement)
    if len(s.debate.resolutions) == 1:
        return {"done": "doing it", "not done": "not doing it"}.get(next(iter(found.values()), None) or "", "")
    parts = []
    for when, words in (("done", "doing: "), ("not done", "not doing: "), (None, "")):
        if names := [phrase(s.name(option)) for option, how in found.items() if how == when]:
            some = names[: shown(len(names), NAMED)]
            more = [f"{in_words(len(names) - len(some))} more"] if len(names) > len(some) else []
            parts.append(f"{words}{listed([*some, *more])}")
    return "; ".join(parts)


NAMED = 2
"""How many options a risk names of those that it belongs to."""


def belonging(s: SelectedDebate, statement: Statement) -> dict[str, str | None]:
    """The options whose risk it is, each with whether it comes of doing it (`done`) or of not doing it (`not done`):
    what is stated, and else what follows from its place. What speaks against an option is a risk of doing it, what
    speaks for it one of not doing it; None where it does both."""
    risk = statement.risk or Risk()
    found: dict[str, str | None] = {}
    for option, sides in s.ev.graph.reach.get(statement.id, {}).items():
        own = s.ev.graph.sides[option]
        found[option] = risk.when or (None if len(sides) > 1 else "not done" if own in sides else "done")
    if risk.option:
        return {risk.option: found.get(risk.option, risk.when)}
    return {option: when for option, when in found.items() if when}


def rating(said: str | None) -> Line:
    """One rating; that it is not rated where nothing is said."""
    return line(capital(said) if said else "not rated")
