"""Evidence that is too old for what it is cited for.

How long evidence speaks depends on the role of the statement and of the source: what describes the present
(`uniqueness`, `inherency`) and polls 24 months, official statements 36 months. Treaties, history, precedents and
definitions do not age, nor does anything whose role is not in the table; where both roles have a limit the shorter one
holds. Age is measured from the debate's `as_of` back to the source's `custom.as_of`, or else to `issued:`. Without
`as_of`, or without a date, the rule is silent; a date known to the year or month only is taken at its latest.

Why it matters: "nobody is training there now" was true of another year; the other side will say so.

Instead: cite something newer. Where the source still holds, give the day on which that was last confirmed as
`custom: {as_of: …}`; where it is cited for what happened then, give the statement the role `precedent`. The months are
set by `[tool.argmap.stale]`, such as `poll = 12` (0: never stale).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.diagnostics import Finding, Severity
from argmap.evaluation import Evaluation
from argmap.model import Source, Statement
from argmap.rules.rule import Options

SEVERITY = Severity.WARNING
BAD = ("""\
as_of: 2026-07-31
references:
  - id: poll-2022
    type: report
    title: What people think
    publisher: Institute for Examples
    issued: 2022-03
    URL: https://example.org/poll
    custom: {role: poll}
arguments:
  - support: most-agree
    of: send-trainers
    text: Most people agree.
    evidence:
      - source: poll-2022            # <-
""",)  # fmt: skip
GOOD = ("""\
as_of: 2026-07-31
references:
  - id: charter
    type: treaty
    title: A charter
    issued: 1945
    custom: {role: treaty}
arguments:
  - support: lawful
    of: send-trainers
    role: inherency
    text: A state may invite trainers.
    evidence:
      - source: charter
""",)  # fmt: skip

STALE: Mapping[str, int] = {
    "uniqueness": 24, "inherency": 24, "poll": 24, "official": 36,
    "treaty": 0, "history": 0, "precedent": 0, "definition": 0,
}  # fmt: skip
"""Months for which evidence speaks, by the role of the statement or of the source; 0: it does not age."""


def check(ev: Evaluation, options: Options) -> Iterator[Finding]:
    """Each piece of evidence that is older than its roles allow."""
    as_of = ev.debate.as_of
    if as_of is None:
        return
    limits = {**STALE, **options.stale}
    for id, statement in ev.debate.statements.items():
        for number, evidence in enumerate(statement.evidence):
            source = ev.debate.sources.get(evidence.source)
            date = (source.custom.as_of or source.date) if source else None
            if source is None or date is None:
                continue
            limit = _limit(statement, source, limits)
            months = months_between(date, as_of)
            if limit and months > limit[1]:
                yield Finding(
                    ("statements", id, "evidence", number, "source"),
                    f"speaks of {date}, {months} months before {as_of}; {limit[0]} evidence lasts {limit[1]}.",
                    "Cite something newer, or give the day that last confirmed it as the source's custom.as_of.",
                )


def _limit(statement: Statement, source: Source, limits: Mapping[str, int]) -> tuple[str, int] | None:
    """The role that limits the age, and its months; None where nothing does or where one of the roles never ages."""
    roles = [str(role) for role in (statement.role, source.custom.role) if role in limits]
    if not roles or any(limits[role] == 0 for role in roles):
        return None
    role = min(roles, key=limits.__getitem__)
    return role, limits[role]


def months_between(earlier: str, later: str) -> int:
    """Whole months from a date to another, each of the form 2026, 2026-02 or 2026-02-28: the fewest that they allow."""
    year, month, day = (*map(int, earlier.split("-")), *(12, 31)[earlier.count("-") :])
    to_year, to_month, to_day = (*map(int, later.split("-")), *(1, 1)[later.count("-") :])
    return (to_year - year) * 12 + to_month - month - (to_day < day)
