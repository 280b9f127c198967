"""Running the rules: findings become diagnostics with rule, severity and place; what is suppressed is left out."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Claim, Debate
from argmap.model.diagnostics import WHOLE, Address, Diagnostic, Finding, Gaps, Note, SourceMap, in_reading_order
from argmap.rules import BY_NAME, RULES, SUPPRESSION_RULES, Options
from argmap.rules.rule_protocol import Described, name_of
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
    gaps: Gaps = WHOLE,
) -> tuple[Diagnostic, ...]:
    """What the rules of the given names have to say about a debate, in reading order.

    `today` decides which suppressions are over and nothing else. `gaps` is what faults of the files have left out: what
    may come of that alone is not reported. Pure: the same debate gives the same diagnostics.
    """
    ledger, found = Ledger(ev.debate, today), list[Diagnostic]()
    waiting, near = in_part(gaps), _near(ev.debate, gaps)
    for rule in RULES:
        name = name_of(rule)
        if name in rules and not (gaps.everywhere and name in waiting):
            every = rule.check(ev, options or Options())
            findings = (f for f in every if name not in waiting or not _rests_on(f, near))
            findings = (f for f in findings if not ledger.covers(name, f.at) and not _is_of_one(f, gaps.in_conflict))
            found.extend(_placed(rule, findings, source_map))
    applied = Applied(ledger, today, rules - _blind(ev) - waiting, IN_PLACE)
    for about in SUPPRESSION_RULES:
        if name_of(about) in rules:
            found.extend(_placed(about, about.check(applied), source_map))
    return in_reading_order(found)


def in_part(gaps: Gaps) -> frozenset[str]:
    """The rules that have not seen the whole of a debate that lacks something."""
    return (
        frozenset(name_of(rule) for rule in RULES if not getattr(rule, "HOLDS_OF_PART", False)) if gaps else frozenset()
    )


def _near(debate: Debate, gaps: Gaps) -> frozenset[str]:
    """The statements that lack something, and all whose standing may depend on them."""
    hangs: defaultdict[str, set[str]] = defaultdict(set)
    for statement in debate.statements.values() if gaps.statements else ():
        for other in statement.contradicts:
            hangs[statement.id].add(other)
            hangs[other].add(statement.id)
        if not isinstance(statement, Claim):
            hangs[statement.id].add(statement.target)
            for premise in statement.premise_ids:
                hangs[premise].add(statement.id)
    found, waiting = set(gaps.statements), list(gaps.statements)
    while waiting:
        new = hangs[waiting.pop()] - found
        found |= new
        waiting.extend(new)
    return frozenset(found)


def _rests_on(finding: Finding, near: frozenset[str]) -> bool:
    """Whether what is left out may be the reason for a finding: it is about statements near it, or about the whole."""
    places: list[Address] = [finding.at, *(related.at for related in finding.related)]
    return bool(near) and any(at[:1] != ("statements",) or at[1] in near for at in places)


def _is_of_one(finding: Finding, in_conflict: frozenset[str]) -> bool:
    """Whether a finding is about two statements that may be the two versions of one."""
    places: list[Address] = [finding.at, *(related.at for related in finding.related)]
    return len(places) > 1 and all(at[:1] == ("statements",) and at[1] in in_conflict for at in places)


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
            other_fix=finding.other_fix,
        )
