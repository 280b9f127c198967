"""Advice, followed to the letter, mends its finding, brings no other, and says what it changes."""

from __future__ import annotations

import inspect
import re
import sys

import pytest
from hypothesis import given, settings

from argmap.evaluation.evaluated import evaluate
from argmap.evaluation.framework import Label
from argmap.evaluation.grounded import grounded
from argmap.evaluation.reasons import lacks_ground
from argmap.model import Debate, Rebuttal, Source, Statement, Suppression
from argmap.model.diagnostics import Address, SourceMap
from argmap.rules import BY_NAME, Options, claim_no_evidence, key_without_effect, unanswered_rebuttal
from argmap.rules.runner import run
from tests.rules.advice.following import Followed, State, changed, edited
from tests.rules.advice.table import FOLLOWED
from tests.rules.dressed import with_positions
from tests.rules.examples import TODAY, reported
from tests.strategies import policy_debates

CASES = [
    pytest.param(rule, way, id=f"{rule}-{number}") for rule, ways in FOLLOWED.items() for number, way in enumerate(ways)
]


@pytest.mark.parametrize(("rule", "way"), CASES)
def test_advice_mends_its_finding_and_brings_no_other(rule: str, way: Followed) -> None:
    before = State.of(reported(rule)[way.example])
    finding, after = before.finding(rule, way.says), State.of(edited(before.text, way.edits))
    assert (rule, finding.at) not in after.at()
    new = {(name, at) for name, at in after.at() - before.at() if name not in way.added}
    assert not new, new


@pytest.mark.parametrize(("rule", "way"), CASES)
def test_advice_that_changes_what_stands_says_so(rule: str, way: Followed) -> None:
    before = State.of(reported(rule)[way.example])
    finding, after = before.finding(rule, way.says), State.of(edited(before.text, way.edits))
    assert way.changes in (finding.help or "")
    assert bool(changed(before, after)) == bool(way.changes), changed(before, after)


GLUE = {"or", "and", "if", "it", "then", "so", "first", "all"}


@pytest.mark.parametrize("rule", BY_NAME)
def test_every_piece_of_advice_is_followed(rule: str) -> None:
    assert rule in FOLLOWED
    for text in reported(rule):
        for help in {d.help or "" for d in State.of(text).found if d.rule == rule}:
            left = re.sub(r"(custom: \{)?ignore: \[\{rule: .*?\}\]\}?", " ", help)
            parts = [part for way in FOLLOWED[rule] for part in (way.says, way.changes) if part]
            for part in sorted(parts, key=len, reverse=True):
                left = left.replace(part, " ")
            words = set(re.findall(r"\w[\w'-]*", left.lower())) - GLUE
            assert not words, f"{rule}: nobody follows {sorted(words)} of {help!r}"


def accepting(debate: Debate, at: Address, rule: str) -> Debate:
    """The debate with an `ignore:` at the statement, position or source of an address, as the help of a rule says."""
    accepted = (Suppression(rule=rule, reason="So it is."),)

    def there(thing: Statement | Source) -> dict[str, object]:
        return {"ignore": accepted} if at[1] == thing.id else {}

    positions = tuple(
        position.model_copy(
            update={
                "arguments": tuple(s.model_copy(update=there(s)) for s in position.arguments),
                **({"ignore": accepted} if at[:2] == ("positions", position.id) else {}),
            }
        )
        for position in debate.positions
    )
    sources = {
        id: source.model_copy(update={"custom": source.custom.model_copy(update=there(source))})
        for id, source in debate.sources.items()
    }
    return with_positions(debate, positions, sources=sources)


ACCEPTED = [
    pytest.param(rule, text, id=f"{rule}-{number}")
    for rule, described in BY_NAME.items()
    if f"ignore: [{{rule: {rule}, reason: …}}]" in inspect.getsource(sys.modules[described.__name__])
    for number, text in enumerate(reported(rule))
]


def test_there_are_findings_to_accept_in_place() -> None:
    assert len({case.values[0] for case in ACCEPTED}) >= 8


@pytest.mark.parametrize(("rule", "text"), ACCEPTED)
def test_what_is_accepted_in_place_as_the_help_writes_it_is_reported_no_more(rule: str, text: str) -> None:
    before = State.of(text)
    finding = before.finding(rule, "ignore: [")
    (named,) = re.findall(r"(custom: \{)?ignore: \[\{rule: ([\w-]+), reason: …\}\](\})?", finding.help or "")
    assert named[1] == rule and bool(named[0]) == bool(named[2]) == (finding.at[0] == "sources")
    debate = accepting(before.ev.debate, finding.at, rule)
    after = {(d.rule, d.at) for d in run(evaluate(debate), SourceMap(), today=TODAY)}
    assert (rule, finding.at) not in after
    assert after <= before.at()


def rewritten(debate: Debate, id: str, **keys: object) -> Debate:
    """The debate with other keys at one statement of its positions."""
    return with_positions(
        debate,
        tuple(
            position.model_copy(
                update={"arguments": tuple(s.model_copy(update=keys) if s.id == id else s for s in position.arguments)}
            )
            for position in debate.positions
        ),
    )


@given(policy_debates())
@settings(max_examples=100)
def test_what_is_marked_undeveloped_no_longer_stands_and_the_advice_says_so_where_it_did(debate: Debate) -> None:
    ev = evaluate(debate)
    for finding in claim_no_evidence.check(ev, Options()):
        id = str(finding.at[1])
        assert ("(it then no longer stands)" in (finding.help or "")) == (ev.label(id) is not Label.OUT)
        after = evaluate(rewritten(debate, id, undeveloped=True))
        assert after.label(id) is Label.OUT
        assert id not in {each.at[1] for each in claim_no_evidence.check(after, Options())}


@given(policy_debates())
@settings(max_examples=100)
def test_marking_the_target_weighed_gives_the_comparison_its_effect(debate: Debate) -> None:
    ev = evaluate(debate)
    for finding in key_without_effect.check(ev, Options()):
        target = re.match(r"Mark (\S+) weigh: true", finding.help or "")
        if target:
            after = evaluate(rewritten(debate, target[1], weigh=True))
            assert finding.at not in {each.at for each in key_without_effect.check(after, Options())}


@given(policy_debates())
@settings(max_examples=100)
def test_what_an_unanswered_rebuttal_alone_takes_down_counts_again_when_its_step_is_undercut(debate: Debate) -> None:
    ev = evaluate(debate)
    for finding in unanswered_rebuttal.check(ev, Options()):
        rebuttal = debate.statements[str(finding.at[1])]
        assert isinstance(rebuttal, Rebuttal)
        framework = ev.framework.with_undercutter(ev.framework.steps.index(rebuttal.id))
        after = grounded(framework)
        part = "live" if rebuttal.undercuts else "labels"
        before = getattr(ev.labelling, part).get(rebuttal.target)
        against = ev.graph.undercutters(rebuttal.target) if rebuttal.undercuts else ev.graph.rebuttals(rebuttal.target)
        others = [
            each for each in against if each.id != rebuttal.id
            and {ev.labelling.live[each.id], after.live[each.id]} != {Label.OUT}
        ]  # fmt: skip  # what held another off may itself need this one
        assert before is Label.OUT
        if not others and not rebuttal.undercuts and not ev.graph.contradictions.get(rebuttal.target):
            # what supports the target may itself need the rebuttal
            groundless = any(lacks_ground(each, rebuttal.target) for each in (ev, ev.with_labelling(after)))
            assert getattr(after, part)[rebuttal.target] is not Label.OUT or groundless
