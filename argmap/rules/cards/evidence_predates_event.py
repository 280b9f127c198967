"""Evidence that is older than the event that it is cited for.

A statement in the past tense dates something ("in 2025", "since March 2024", "the 2022 invasion"), but all of its dated
evidence is older. Older evidence beside later evidence, or beside some without a date, does no harm. The rule leaves
alone statements about plans, forecasts and promises, and about anything later than the debate's `as_of`. It also leaves
alone what is argued by reason (questions, values, definitions; see `claim-no-evidence`), and "by", "until" and "before"
a year. A source speaks of the day of its `custom.as_of`, or else of `issued:`.

Why it matters: a source of 2023 can foresee what happens in 2025, but it cannot report it. Usually a year is mistyped
in one of the two; else a forecast is passed off as a fact.

Instead: cite somebody who has seen it, correct the year, or say in the text that it was foreseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Source, Statement
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.analytics import BY_REASON
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  arguments:
    - support: ready-sooner
      of: send-trainers
-     text: In 2026 brigades trained on the spot were ready months sooner.
+     text: In 2025 brigades trained on the spot were ready months sooner.
      evidence:
-       - source: report               # <-
+       - source: before
+       - source: after
  references:
-   - {id: report, type: report, title: A, author: [{literal: Institute}], issued: 2024, URL: "https://example.org/a"}
+   - {id: before, type: report, title: A, author: [{literal: Institute}], issued: 2024, URL: "https://example.org/a"}
+   - {id: after, type: report, title: B, author: [{literal: Institute}], issued: 2025, URL: "https://example.org/b"}
""",)  # fmt: skip

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DATED = re.compile(
    rf"(?:\b(?P<before>before|until|till|by|to)\s+(?:the\s+)?)?(?:\b(?:\d{{1,2}}\s+)?(?P<month>{'|'.join(MONTHS)})"
    r"(?:\s+(?:to|and)\s+[a-z]+)?(?:\s+\d{1,2},)?\s+(?:of\s+)?|"
    r"\b(?P<word>in|of|since|from|during|after|early|late|mid|summer|spring|autumn|winter|the|its|'s|’s)[\s-]+)?"
    r"\b(?P<year>(?:1[5-9]|20)\d\d)\b(?!\s*(?:%|per cent)|,\d)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|took|came|led|sent|gave|brought|began|fell|rose|lost|won|made|left|held|met|saw|went|"
    r"fought|broke|chose|kept|grew|ran|stood|became|drew|found|spoke|told|paid|bought|built|"
    r"(?!(?:allied|united|combined|armed|limited|so-called|indeed|need|exceed|proceed|succeed)\b)\w{2,}ed)\b",
    re.IGNORECASE,
)
_FORESEEN = re.compile(
    r"\b(?:will|would|shall|should|(?-i:may)|might|could|can|plan\w*|forecast\w*|foresee\w*|foresaw|project(?:ed|ion)\w*|expect\w*|"
    r"predict\w*|promis\w+|pledg\w+|intend\w*|intention|due|target\w*|deadline|agreed|agreement|goal|aim\w*|propos\w+|"
    r"schedul\w+|budget\w*|estimat\w+|warn\w*|going to|set to|threaten\w*|announc\w+|ahead|next|upcoming)\b",
    re.IGNORECASE,
)


class DatedEvent(NamedTuple):
    """A time at which something is said to have happened: its first day, and its name."""

    day: str
    name: str


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each statement all of whose evidence is older than what it speaks of, at its newest evidence."""
    sources = ev.debate.sources
    for id, statement in ev.debate.statements.items():
        event = _event(statement) if statement.evidence and statement.role not in BY_REASON else None
        if event is None or (ev.debate.as_of and event.day > ev.debate.as_of):
            continue
        dated = [(_latest(sources[e.source]), -n) for n, e in enumerate(statement.evidence) if e.source in sources]
        if not dated or not all(day and day < event.day for day, _ in dated):
            continue
        number = -max(dated)[1]
        which = "even this, its newest source, was" if len(dated) > 1 else "this source was"
        yield Finding(
            ("statements", id, "evidence", number, "source"),
            f"{id} speaks of {event.name}, and {which} published before that.",
            "Cite somebody who has seen it, correct the year, or say in the text that it was foreseen.",
        )


def _event(statement: Statement) -> DatedEvent | None:
    """The earliest thing that a statement dates and reports; None where it reports nothing dated."""
    text = statement.text or ""
    if not _YEAR.search(text) or not _PAST.search(text) or _FORESEEN.search(text):
        return None
    return min((event for found in _DATED.finditer(text) if (event := _dated(found))), default=None)


def _dated(found: re.Match[str]) -> DatedEvent | None:
    """A time that is named; None for a number that is not said to be one, and for `by`, `until`, `before`."""
    month = found["month"]
    if found["before"] or not (month or found["word"]):
        return None
    number = MONTHS.index(month.lower()) + 1 if month else 1
    return DatedEvent(f"{found['year']}-{number:02d}-01", f"{month} {found['year']}" if month else found["year"])


def _latest(source: Source) -> str:
    """The last day that a source can speak of, empty where it shows no date; to be compared with others only."""
    day = source.latest
    return day + "-99" * (2 - day[1:].count("-")) if day else ""
