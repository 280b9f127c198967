"""What could go wrong, as a debate rates it."""

from __future__ import annotations

from argmap.briefs.bottom import RANK
from argmap.briefs.setting import Setting
from argmap.documents.document import Line, Run, tidy
from argmap.documents.lines import line, sentence
from argmap.model import LIKELIHOODS, Risk, Statement
from argmap.wording.sentences import capital

_PERCENT = ("1–5", "5–20", "20–45", "45–55", "55–80", "80–95", "95–99")

BANDS = {words: f"{percent}\u00a0%" for words, percent in zip(LIKELIHOODS, _PERCENT, strict=True)}
"""ICD 203's seven bands of likelihood."""

SEVERITIES = ("catastrophic", "high", "moderate", "low")


def rated(s: Setting) -> list[Statement]:
    """The statements that are rated: those that stand first, of these the worst, of these the likeliest."""
    found = [(x, x.risk) for x in s.statements(s.scope) if x.risk]
    found.sort(key=lambda pair: (RANK[s.ev.label(pair[0].id)], _gravity(pair[1])))
    return [x for x, _ in found]


def _gravity(risk: Risk) -> tuple[int, int]:
    """A sort key: the worst first, and of these the likeliest."""
    severity = SEVERITIES.index(risk.severity) if risk.severity else len(SEVERITIES)
    return severity, -(LIKELIHOODS.index(risk.likelihood) if risk.likelihood in LIKELIHOODS else -1)


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
    """` (of not doing: Send trainers; rated by the editors)`, as far as it is said or its place says it."""
    risk = statement.risk or Risk()
    option = risk.option or _option(s, statement.id)
    when = risk.when or (_when(s, statement.id, option) if option else None)
    doing = {"done": "of doing", "not done": "of not doing"}.get(when or "")
    named = s.name(option) if option and (risk.option or len(s.debate.resolutions) > 1) else ""
    of = f"{doing}: {named}" if doing and named else f"{doing} it" if doing else f"of {named}" if risk.option else ""
    said = [each for each in (of, f"rated by {risk.by}" if risk.by else "") if each]
    return f" ({'; '.join(said)})" if said else ""


def _option(s: Setting, id: str) -> str | None:
    """The one option that a statement is about, by its place among the arguments; None where there are several."""
    reached = list(s.ev.graph.reach.get(id, ()))
    return reached[0] if len(reached) == 1 else None


def _when(s: Setting, id: str, option: str) -> str | None:
    """Whether a danger comes of doing it, since it speaks against that, or of not doing it."""
    sides, claim = s.ev.graph.reach.get(id, {}).get(option, frozenset[str]()), s.debate.statements[option]
    if len(sides) != 1:
        return None
    return "not done" if (claim.side or s.debate.pro) in sides else "done"


def rating(said: str | None) -> Line:
    """One rating; that it is not rated where nothing is said."""
    return line(capital(said) if said else "not rated")
