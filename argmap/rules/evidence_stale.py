"""Evidence that is too old for what it is cited for.

How long evidence speaks depends on the role of the statement and of the source: what describes the present
(`uniqueness`, `inherency`) and polls 24 months. Treaties, history, precedents and definitions do not age. Nor does
anything whose role is not in the table: what somebody said or did stays said or done. Where both roles have a limit the
shorter one holds. The rule reports a statement once, at its newest evidence, and only where all of it is too old: older
evidence beside fresh evidence does no harm. Age is measured from the debate's `as_of` back to the source's
`custom.as_of`, or else to `issued:`, of a range to its end. Without `as_of`, without a date, or where a range has no
end, the rule is silent; a date known to the year, season or month only is taken at its latest.

Why it matters: "nobody is training there now" was true of another year; the other side will say so.

Instead: cite something newer. Where the source still holds, give the day on which that was last confirmed as
`custom: {as_of: …}`; where it is cited for what happened then, give the statement the role `precedent`. The months are
set by `[tool.argmap.stale]`, such as `poll = 12` or `official = 36` (0: never stale).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Debate
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
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
""", """\
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
""")  # fmt: skip

STALE: Mapping[str, int] = {
    "uniqueness": 24, "inherency": 24, "poll": 24,
    "treaty": 0, "history": 0, "precedent": 0, "definition": 0,
}  # fmt: skip
"""Months for which evidence speaks, by the role of the statement or of the source; 0: it does not age."""


class Age(NamedTuple):
    """How old a source is, and what it is."""

    months: int
    date: str
    role: str | None


def check(ev: Evaluation, options: Options) -> Iterator[Finding]:
    """Each statement whose newest evidence is older than its roles allow, at that evidence."""
    if ev.debate.as_of is None:
        return
    limits, ages = {**STALE, **options.stale}, _ages(ev.debate, ev.debate.as_of)
    for id, statement in ev.debate.statements.items():
        dated = [(ages[e.source], number) for number, e in enumerate(statement.evidence) if e.source in ages]
        if not dated or not all(_is_stale(age, statement.role, limits) for age, _ in dated):
            continue
        age, number = min(dated)
        role, limit = _limit(statement.role, age.role, limits) or ("", 0)
        newest = f"the newest evidence for {id}" if len(dated) > 1 else "this"
        yield Finding(
            ("statements", id, "evidence", number, "source"),
            f"{newest} speaks of {age.date}, {age.months} months before {ev.debate.as_of}; "
            f"{role} evidence lasts {limit}.",
            "Cite something newer, or give the day that last confirmed it: custom: {as_of: …} at the source.",
        )


def _ages(debate: Debate, as_of: str) -> Mapping[str, Age]:
    """The age of each dated source."""
    dates = {id: source.latest for id, source in debate.sources.items()}
    return {
        id: Age(months_between(date, as_of), date, debate.sources[id].custom.role) for id, date in dates.items() if date
    }


def _is_stale(age: Age, role: str | None, limits: Mapping[str, int]) -> bool:
    limit = _limit(role, age.role, limits)
    return limit is not None and age.months > limit[1]


def _limit(role: str | None, source_role: str | None, limits: Mapping[str, int]) -> tuple[str, int] | None:
    """The role that limits the age, and its months; None where nothing does or where one of the roles never ages."""
    known = [role for role in (role, source_role) if role is not None and role in limits]
    if not known or any(limits[role] == 0 for role in known):
        return None
    shortest = min(known, key=limits.__getitem__)
    return shortest, limits[shortest]


def _parts(date: str, rest: tuple[int, int]) -> tuple[int, int, int]:
    year, *known = map(int, re.findall(r"^-?\d+|\d+", date))
    month, day = (*known, *rest[len(known) :])
    return year, month, day


def months_between(earlier: str, later: str) -> int:
    """Whole months from a date to another, each of the form 2026, 2026-02 or 2026-02-28: the fewest that they allow.

    A year before our era has a minus, as in ISO 8601.
    """
    (year, month, day), (to_year, to_month, to_day) = _parts(earlier, (12, 31)), _parts(later, (1, 1))
    return (to_year - year) * 12 + to_month - month - (to_day < day)
