"""What a decision needs: whole ratings, comparisons, cons, the status quo, and a recommendation that holds."""

from __future__ import annotations

import pytest

from tests.rules.examples import found, reported

A, B = "send-trainers", "train-abroad"
TWO = (
    f"resolutions:\n  - {{claim: {A}, text: Send trainers.}}\n"
    f"  - {{claim: {B}, text: Train abroad., status_quo: STATUS}}\n"
)
CITED = "evidence: [{source: s}]"


def step(kind: str, id: str, of: str = A, *more: str) -> str:
    return "  - {" + ", ".join([f"{kind}: {id}", f"of: {of}", f"text: It is {id}.", CITED, *more]) + "}\n"


def said(rule: str, *arguments: str, head: str = "", status_quo: bool = True) -> list[str]:
    two = TWO.replace("STATUS", str(status_quo).lower())
    return [d.message for d in found(f"{head}{two}arguments:\n{''.join(arguments)}", rule)]


def pro(id: str, of: str = A, *more: str) -> str:
    return step("support", id, of, *more)


def con(id: str, of: str = A, *more: str) -> str:
    return step("rebuttal", id, of, *more)


@pytest.mark.parametrize(
    ("risk", "missing"),
    [
        ("likelihood: likely, severity: high, timeframe: days, reversibility: reversible", None),
        ("likelihood: likely", "severity, timeframe and reversibility"),
        ("severity: high, timeframe: days, reversibility: reversible", "likelihood"),
        ("mitigation: Leave.", "likelihood, severity, timeframe and reversibility"),
    ],
)
def test_a_risk_is_rated_whole(risk: str, missing: str | None) -> None:
    messages = said("impact-calculus-incomplete", con("c", A, f"risk: {{{risk}}}"))
    assert messages == ([f"does not rate the {missing} of this risk."] if missing else [])


IMPACT = "role: impact"
BOTH = "has 1 impact for it and 1 against it, and nobody has said which weighs more."


@pytest.mark.parametrize(
    ("arguments", "messages"),
    [
        ([pro("p", A, IMPACT), con("c", A, IMPACT)], [BOTH]),
        ([pro("p", A, IMPACT), con("c", A, "risk: {severity: high}")], [BOTH]),
        ([pro("p"), pro("q", "p", IMPACT), con("c"), pro("d", "c", IMPACT)], [BOTH]),
        (["  - {claim: k, text: It is k., role: impact}\n", "  - {support: p, of: send-trainers, premises: [k]}\n",
          con("c", A, IMPACT)], [BOTH]),
        ([pro("p", A, IMPACT), con("c")], []),
        ([pro("p", A, IMPACT), con("c", B, IMPACT)], []),
        ([pro("p", A, IMPACT, "outweighs: [{over: c, because: So.}]"), con("c", A, IMPACT)], []),
        ([pro("p", A, IMPACT), con("c", A, IMPACT, "outweighs: [{over: p, because: So.}]")], []),
        ([pro("p", A, IMPACT), con("c", A, IMPACT), pro("q", A, "outweighs: [{over: c, because: So.}]")], []),
        ([pro("p", A, IMPACT), con("c", A, IMPACT), con("d", "p")], []),
        ([pro("p", A, IMPACT), con("c"), pro("d", "c", IMPACT), con("e", "d")], []),
        ([pro("p", A, IMPACT), con("c", A, IMPACT), pro("q"), con("d", A, "outweighs: [{over: q, because: So.}]")],
         [BOTH]),
    ],
)  # fmt: skip
def test_impacts_on_both_sides_are_compared(arguments: list[str], messages: list[str]) -> None:
    assert said("impact-uncompared", *arguments) == messages


@pytest.mark.parametrize(
    ("arguments", "messages"),
    [
        ([pro("p"), con("c"), pro("q", B)], ["has 1 pro and no con, while 1 other option has cons."]),
        ([pro("p"), con("c"), pro("q", B), con("d", B, "undeveloped: true")],
         ["has 1 pro and no con, while 1 other option has cons."]),
        ([pro("p"), con("c"), pro("q", B), con("d", B)], []),
        ([pro("p"), pro("q", B)], []),
        ([pro("p"), con("c")], []),
    ],
)  # fmt: skip
def test_each_option_has_its_cons(arguments: list[str], messages: list[str]) -> None:
    assert said("option-no-cons", *arguments) == messages


@pytest.mark.parametrize(
    ("head", "status_quo", "reported"),
    [
        ("decision: {maker: The council}\n", False, True),
        ("decision: {deadline: May}\n", False, True),
        (f"recommendation: {{option: {A}, because: So.}}\n", False, True),
        ("decision: {maker: The council}\n", True, False),
        ("", False, False),
    ],
)
def test_keeping_things_as_they_are_is_an_option(head: str, status_quo: bool, reported: bool) -> None:
    messages = said("no-status-quo-option", pro("p"), head=head, status_quo=status_quo)
    assert messages == (["is between 2 options, and none keeps things as they are."] if reported else [])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([pro("p")], None),
        ([con("d", B)], f"{A} is recommended, but the arguments of the debate defeat it."),
        ([pro("p"), con("c")], f"{A} is recommended, but the arguments leave it undecided."),
        ([pro("q", B)], f"{A} is recommended, but the arguments of the debate defeat it; {B} stands."),
        ([pro("q", B), con("d", B)],
         f"{A} is recommended, but the arguments of the debate defeat it; {B} is undecided."),
        ([pro("p"), con("c"), pro("q", B)],
         f"{A} is recommended, but the arguments leave it undecided; {B} stands."),
        ([pro("p"), con("c"), pro("q", B), con("d", B)], f"{A} is recommended, but the arguments leave it undecided."),
    ],
)  # fmt: skip
def test_what_is_recommended_stands(arguments: list[str], message: str | None) -> None:
    head = f"recommendation: {{option: {A}, because: So.}}\n"
    assert said("recommendation-unsupported", *arguments, head=head) == ([message] if message else [])
    assert said("recommendation-unsupported", *arguments) == []


def test_two_options_do_by_a_criterion_what_one_does() -> None:
    one = reported("criterion-uneven")[0]
    two = one.replace("arguments:", "  - {claim: send-brigades, text: Brigades should be sent.}\narguments:")
    helps = [found(text, "criterion-uneven")[0].help or "" for text in (one, two)]
    assert helps[0].startswith("Say how train-abroad does by it")
    assert helps[1].startswith("Say how train-abroad and send-brigades do by it")
    assert found(two, "criterion-uneven")[0].message == "cost does not judge train-abroad or send-brigades."
