"""Running the rules: findings become diagnostics with rule, severity and place; what is suppressed is left out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from argmap.diagnostics import Diagnostic, Finding, Note, SourceMap, in_reading_order
from argmap.evaluation import Evaluation
from argmap.rules import BY_NAME, RULES, SUPPRESSION_RULES, Options
from argmap.rules.rule import Described, name_of
from argmap.rules.suppression import Applied, Ledger

ALL = frozenset(BY_NAME)
IN_PLACE = frozenset(name_of(rule) for rule in RULES)
"""The rules that an `ignore:` in the files can name."""


def run(
    ev: Evaluation,
    source_map: SourceMap,
    *,
    today: datetime.date,
    rules: frozenset[str] = ALL,
    options: Options | None = None,
) -> tuple[Diagnostic, ...]:
    """What the rules of the given names have to say about a debate, in reading order.

    `today` decides which suppressions are over and nothing else. Pure: the same debate gives the same diagnostics.
    """
    ledger, found = Ledger(ev.debate, today), list[Diagnostic]()
    for rule in RULES:
        name = name_of(rule)
        if name in rules:
            findings = (f for f in rule.check(ev, options or Options()) if not ledger.covers(name, f.at))
            found.extend(_placed(rule, findings, source_map))
    applied = Applied(ledger, today, rules - _blind(ev), IN_PLACE)
    for about in SUPPRESSION_RULES:
        if name_of(about) in rules:
            found.extend(_placed(about, about.check(applied), source_map))
    return in_reading_order(found)


def _blind(ev: Evaluation) -> frozenset[str]:
    """The rules that have nothing to look at here, so that their silence says nothing about an `ignore:`."""
    asked = ((rule, getattr(rule, "is_blind", None)) for rule in RULES)
    return frozenset(name_of(rule) for rule, is_blind in asked if is_blind is not None and is_blind(ev))


def _placed(rule: Described, findings: Iterable[Finding], source_map: SourceMap) -> Iterator[Diagnostic]:
    for finding in findings:
        yield Diagnostic(
            rule=name_of(rule),
            severity=rule.SEVERITY,
            span=source_map.span(finding.at),
            message=finding.message,
            help=finding.help,
            notes=tuple(Note(source_map.span(related.at), related.message) for related in finding.related),
            at=finding.at,
            fix=finding.fix,
        )
