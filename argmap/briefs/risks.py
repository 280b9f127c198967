"""What could go wrong, as a debate rates it."""

from __future__ import annotations

from argmap.briefs.bottom_line import RANK
from argmap.briefs.queries import gravity
from argmap.briefs.selected_debate import Setting
from argmap.documents.document import Line, Run, tidy
from argmap.documents.lines import line, phrase, sentence, shown
from argmap.model import LIKELIHOODS, Risk, Statement
from argmap.wording.counts import in_words
from argmap.wording.lists import listed
from argmap.wording.sentences import capital

_PERCENT = ("1–5", "5–20", "20–45", "45–55", "55–80", "80–95", "95–99")

BANDS = {words: f"{percent}\u00a0%" for words, percent in zip(LIKELIHOODS, _PERCENT, strict=True)}
"""ICD 203's seven bands of likelihood."""


def rated(s: Setting) -> list[Statement]:
    """The statements that are rated: those that stand first, of these the worst, of these the likeliest."""
    found = [(x, x.risk) for x in s.statements(s.scope) if x.risk]
    found.sort(key=lambda pair: (RANK[s.ev.label(pair[0].id)], gravity(pair[1])))
    return [x for x, _ in found]


def likelihood(risk: Risk) -> str:
    """The words of a likelihood with their band; nothing where it is not rated."""
    band = BANDS.get(risk.likelihood or "")
    return f"{capital(risk.likelihood)} ({band})" if risk.likelihood and band else tidy(risk.likelihood or "")


def row(s: Setting, statement: Statement) -> tuple[Line, ...]:
    """The cells of a rated statement: what, how likely, how bad, how soon, whether it can be undone, what helps."""
    risk = statement.risk or Risk()
    cells = [likelihood(risk), risk.severity, risk.timeframe and f"within {risk.timeframe}", risk.reversibility]
    words = sentence(s.saying(statement.id))
    said = line(Run(words), whose(s, statement), s.sources_of(statement.id), " ", s.tag(statement.id))
    mitigation = line(sentence(risk.mitigation) if risk.mitigation else "none named")
    return (said, *map(rating, cells), mitigation, line(s.pill(statement.id)))


def whose(s: Setting, statement: Statement) -> str:
    """` (of not doing: Send trainers; rated by the editors)`, as far as it is said or follows from its place."""
    of, risk = told(s, statement), statement.risk or Risk()
    said = [*([f"of {of}"] if of else []), *([f"rated by {risk.by}"] if risk.by else [])]
    return f" ({'; '.join(said)})" if said else ""


def told(s: Setting, statement: Statement) -> str:
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


def belonging(s: Setting, statement: Statement) -> dict[str, str | None]:
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
