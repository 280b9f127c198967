"""Running: what is suppressed, what is said about suppressions, what is chosen; and promises for every debate."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given

from argmap.evaluation.evaluated import evaluate
from argmap.loader import read
from argmap.model import Claim, Debate, Evidence, Position, Source, Support
from argmap.model.diagnostics import Diagnostic, SourceMap
from argmap.rules import BY_NAME, RULES
from argmap.rules.rule_protocol import Options
from argmap.rules.runner import ALL, run
from argmap.rules.selection import Choice, UnknownRule, choose
from tests.rules.examples import TODAY, expand, findings, reported
from tests.strategies import debates

ARGUMENTS = """\
arguments:
  - support: a
    of: send-trainers
    text: It helps.
    evidence:
      - source: doe
        quote: one two three four five six seven eight nine ten eleven twelve thirteen
{statement}
"""
REFERENCES = """\
references:
  - id: doe
    type: webpage
    title: On training
    publisher: Institute
    issued: 2026
    URL: https://example.org
{source}
"""


def ignoring(place: str, rule: str, rest: str = "reason: It is so.") -> str:
    """A debate with a long quote, and an `ignore:` at a place of it."""
    item = f"ignore: [{{rule: {rule}, {rest}}}]"
    return (
        (f"{item}\n" if place == "debate" else "")
        + (f"position: example\n{item}\n" if place == "position" else "")
        + ARGUMENTS.format(statement=f"    {item}" if place == "statement" else "")
        + REFERENCES.format(source=f"    custom: {{{item}}}" if place == "source" else "")
    )


def said(text: str, *rules: str) -> list[str]:
    return [d.rule for d in findings(text) if d.rule in rules or d.rule.startswith("suppression")]


@pytest.mark.parametrize("place", ["statement", "position", "source", "debate"])
def test_a_suppression_covers_what_it_stands_on_and_what_is_in_that(place: str) -> None:
    assert said(ignoring("", ""), "quote-too-long") == ["quote-too-long"]
    assert said(ignoring(place, "quote-too-long"), "quote-too-long") == []


def test_a_suppression_elsewhere_covers_nothing() -> None:
    other = "  - {support: b, of: send-trainers, text: B, ignore: [{rule: quote-too-long, reason: So.}]}"
    text = ARGUMENTS.format(statement=other) + REFERENCES.format(source="")
    assert said(text, "quote-too-long") == ["quote-too-long", "suppression-unused"]


@pytest.mark.parametrize("place", ["statement", "position", "source", "debate"])
def test_a_suppression_of_another_rule_covers_nothing_and_is_unused(place: str) -> None:
    assert sorted(said(ignoring(place, "evidence-stale"), "quote-too-long")) == ["quote-too-long", "suppression-unused"]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("reason: So.", []),
        ("reason: So., until: 2026-07-31", []),
        ("reason: So., until: 2026-07", []),
        ("reason: So., until: 2026", []),
        ("reason: So., until: 2026-07-30", ["quote-too-long", "suppression-expired"]),
        ("reason: So., until: 2026-06", ["quote-too-long", "suppression-expired"]),
        ("reason: So., until: 2025", ["quote-too-long", "suppression-expired"]),
        ("until: 2027", ["suppression-without-reason"]),
        ("until: 2025", ["quote-too-long", "suppression-expired", "suppression-without-reason"]),
    ],
)
def test_a_suppression_needs_a_reason_and_ends_with_its_last_day(rest: str, expected: list[str]) -> None:
    assert sorted(said(ignoring("statement", "quote-too-long", rest), "quote-too-long")) == expected


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("qoute-too-long", "no rule that can be ignored here is called qoute-too-long; did you mean quote-too-long?"),
        ("xyz", "no rule that can be ignored here is called xyz."),
    ],
)
def test_a_suppression_of_an_unknown_rule_is_named_with_the_nearest(rule: str, message: str) -> None:
    messages = [d.message for d in findings(ignoring("source", rule)) if d.rule == "suppression-unknown-rule"]
    assert messages == [message]


def test_rules_about_suppressions_cannot_be_suppressed() -> None:
    assert "suppression-unknown-rule" in said(ignoring("debate", "suppression-unused"))


def test_a_suppression_is_not_unused_where_its_rule_did_not_run() -> None:
    text = ignoring("statement", "evidence-stale")
    rules = ALL - {"evidence-stale"}
    assert "suppression-unused" not in {d.rule for d in findings(text, rules=rules)}


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ([], [], set(BY_NAME)),
        (["source"], [], {"source-unused", "source-incomplete", "source-undated"}),
        (["source-"], ["source-unused"], {"source-incomplete", "source-undated"}),
        (["source-unused"], ["source"], {"source-unused"}),
        (["source-unused"], ["source-unused"], set()),
        ([], ["suppression"], {name for name in BY_NAME if not name.startswith("suppression")}),
    ],
)
def test_rules_are_chosen_by_name_or_first_words(select: list[str], ignore: list[str], expected: set[str]) -> None:
    chosen = choose(select, ignore)
    assert isinstance(chosen, Choice) and chosen.rules == expected


FAULTS = {"yaml-syntax", "yaml-tag", "unknown-key", "claim-with-target"}


@pytest.mark.parametrize(
    ("select", "ignore", "faults", "rules"),
    [
        ([], [], FAULTS, set(BY_NAME)),
        (["yaml-syntax"], [], {"yaml-syntax"}, set()),
        (["yaml"], ["yaml-tag"], {"yaml-syntax"}, set()),
        ([], ["yaml", "unknown-key"], {"claim-with-target"}, set(BY_NAME)),
        (["source-unused"], [], FAULTS, {"source-unused"}),
        (["source-unused", "unknown-key"], [], {"unknown-key"}, {"source-unused"}),
        (["claim"], [], FAULTS, {"claim-no-evidence"}),
        (["claim", "yaml-tag"], [], {"claim-with-target", "yaml-tag"}, {"claim-no-evidence"}),
    ],
)
def test_a_selection_leaves_out_faults_only_where_it_names_others(
    select: list[str], ignore: list[str], faults: set[str], rules: set[str]
) -> None:
    assert choose(select, ignore, FAULTS) == Choice(frozenset(rules), frozenset(faults))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("orphan-clam", "there is no rule orphan-clam; did you mean orphan-claim?"),
        ("sourc", "there is no rule sourc; did you mean source?"),
        ("", "there is no rule ; 'argmap rule' lists them."),
    ],
)
def test_an_unknown_rule_is_answered_with_the_nearest(name: str, words: str) -> None:
    unknown = choose([], [name])
    assert isinstance(unknown, UnknownRule) and str(unknown) == words


def test_findings_get_the_rule_severity_and_place() -> None:
    (diagnostic,) = [d for d in findings(ignoring("", "")) if d.rule == "quote-too-long"]
    assert (diagnostic.severity, diagnostic.span.file, diagnostic.span.line) == ("warning", "positions/example.yaml", 8)
    assert diagnostic.at == ("statements", "a", "evidence", 0, "quote") and diagnostic.help


def test_the_order_of_the_files_does_not_matter() -> None:
    example = expand(reported("duplicate-claim")[0])
    results = []
    for names in (sorted(example.files), sorted(example.files, reverse=True)):
        loaded = read({name: example.files[name] for name in names})
        assert loaded.debate is not None
        results.append(run(evaluate(loaded.debate), loaded.source_map, today=TODAY))
    assert results[0] == results[1] != ()


@given(debates())
def test_no_rule_fails_on_a_valid_debate_and_twice_is_the_same(debate: Debate) -> None:
    ev = evaluate(debate)
    assert _all(debate) == run(ev, SourceMap(), today=TODAY)
    for rule in RULES:
        for finding in rule.check(ev, Options()):
            assert finding.at and finding.at[0] in ("statements", "positions", "sources")


def _all(debate: Debate) -> tuple[Diagnostic, ...]:
    return run(evaluate(debate), SourceMap(), today=datetime.date(2026, 7, 31))


def test_a_chain_far_deeper_than_the_recursion_limit_is_checked() -> None:
    source = Source(id="q", type="book", title="A book", publisher="P", issued="2026")
    chain = [
        Support(id=f"s{n}", of=f"s{n - 1}" if n else "r", text=f"Word {n}.", evidence=(Evidence(source="q"),))
        for n in range(3_000)
    ]
    circle = [Support(id=f"c{n}", of=f"c{(n + 1) % 3_000}", text=f"Circle {n}.") for n in range(3_000)]
    debate = Debate(
        id="deep",
        title="Deep",
        resolutions=(Claim(id="r", text="It should be done."),),
        positions=(Position(id="p", arguments=(*chain, *circle)),),
        sources={"q": source},
    )
    rules = {d.rule for d in _all(debate)}
    assert rules == {"one-sided-coverage", "single-source-chain", "circular-support", "orphan-claim"}
