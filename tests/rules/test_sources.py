"""What the rules about sources and evidence say, and what they leave alone."""

from __future__ import annotations

import json
from typing import Any

import pytest

from argmap.rules import Options
from argmap.rules.evidence_stale import months_between
from tests.rules.examples import found

COMPLETE: dict[str, Any] = {
    "type": "webpage", "title": "On training", "publisher": "Institute", "issued": "2026-01-01", "URL": "https://example.org",
}  # fmt: skip


def debate(source: dict[str, Any], *, role: str = "", as_of: str = "2026-07-31", evidence: str = "") -> str:
    """One argument that cites one source."""
    return (
        f"as_of: {as_of}\n" * bool(as_of)
        + f"references:\n  - {json.dumps({'id': 'doe', **source})}\n"
        + "arguments:\n  - support: a\n    of: send-trainers\n    text: It helps.\n"
        + f"    role: {role}\n" * bool(role)
        + f"    evidence: [{{source: doe{evidence}}}]\n"
    )


def without(*keys: str, **more: object) -> dict[str, Any]:
    return {key: value for key, value in COMPLETE.items() if key not in keys} | more


@pytest.mark.parametrize(
    ("source", "missing"),
    [
        (without(), ""),
        (without("title"), "a title"),
        (without("publisher"), "who"),
        (without("publisher", author=[{"family": "Doe"}]), ""),
        (without("publisher", editor=[{"literal": "A house"}]), ""),
        (without("publisher", **{"container-title": "A paper"}), ""),
        (without("URL"), "where"),
        (without("URL", DOI="10.1000/1"), ""),
        (without("URL", ISBN="978-3-16-148410-0"), ""),
        (without("URL", type="book"), ""),
        (without("URL", type="article-journal", volume="3", **{"container-title": "A journal"}), ""),
        (without("URL", type="article-journal", **{"container-title": "A journal"}), "where"),
        (without("URL", "publisher", type="treaty"), ""),
        (without("URL", "publisher", "title", type="interview", author=[{"family": "Doe"}]), ""),
        (without("title", "URL", "publisher"), "a title, who stands behind it (author, publisher or container-title)"),
        (without(custom={"title_from_url": "true"}), ""),
    ],
)
def test_a_source_lacks_what_a_citation_needs(source: dict[str, Any], missing: str) -> None:
    diagnostics = found(debate(source), "source-incomplete")
    assert [d.message.startswith(f"lacks {missing}") for d in diagnostics] == [True] * bool(missing)


@pytest.mark.parametrize(
    ("source", "undated"),
    [
        (without(), False),
        (without("issued"), True),
        (without("issued", issued={"literal": "spring of 1994"}), False),
        (without("issued", issued={"date-parts": [["1994"]]}), False),
        (without("issued", custom={"as_of": "2026-01"}), False),
        (without("issued", accessed="2026-01-01"), True),
    ],
)
def test_a_source_without_any_date_is_undated(source: dict[str, Any], undated: bool) -> None:
    assert bool(found(debate(source), "source-undated")) is undated


def test_a_source_that_another_relays_is_used() -> None:
    text = debate(without(custom={"via": "reuters"})).replace(
        "arguments:", f"  - {json.dumps({'id': 'reuters', **COMPLETE})}\narguments:"
    )
    assert not found(text, "source-unused")
    assert [d.at for d in found(text.replace('"via": "reuters"', '"via": "another"'), "source-unused")] == [
        ("sources", "reuters")
    ]


@pytest.mark.parametrize(
    ("role", "source_role", "issued", "stale"),
    [
        ("uniqueness", None, "2024-07-31", None),
        ("uniqueness", None, "2024-06-30", "2024-06-30, 25 months before 2026-07-31; uniqueness evidence lasts 24."),
        ("uniqueness", None, "2024", None),
        ("uniqueness", None, "2023", "2023, 31 months before 2026-07-31; uniqueness evidence lasts 24."),
        ("impact", None, "1999", None),
        ("impact", "poll", "2024-06", "2024-06, 25 months before 2026-07-31; poll evidence lasts 24."),
        ("impact", "official", "2024-06", None),
        ("impact", "official", "1999", None),
        ("inherency", "official", "2024-06", "2024-06, 25 months before 2026-07-31; inherency evidence lasts 24."),
        ("inherency", "treaty", "1949", None),
        ("precedent", "poll", "1999", None),
        (None, None, "1999", None),
        ("uniqueness", None, "2027", None),
    ],
)
def test_evidence_ages_by_the_roles_of_statement_and_source(
    role: str | None, source_role: str | None, issued: str, stale: str | None
) -> None:
    source = without("issued", issued=issued, custom={"role": source_role} if source_role else {})
    messages = [d.message for d in found(debate(source, role=role or ""), "evidence-stale")]
    assert messages == ([f"this speaks of {stale}"] if stale else [])


def test_old_evidence_beside_fresh_evidence_is_not_stale() -> None:
    new = f"  - {json.dumps({'id': 'new', **without('issued', issued='2023-01')})}\n"
    both = debate(without("issued", issued="2022-01"), role="uniqueness", evidence="}, {source: new")
    (diagnostic,) = found(both.replace("arguments:", f"{new}arguments:"), "evidence-stale")
    assert diagnostic.message.startswith("the newest evidence for a speaks of 2023-01, 42 months")
    assert diagnostic.at == ("statements", "a", "evidence", 1, "source")
    assert not found(both.replace("arguments:", f"{new}arguments:".replace("2023-01", "2026-01")), "evidence-stale")


def test_without_a_date_to_measure_from_nothing_is_stale() -> None:
    assert not found(debate(without("issued", issued="1999"), role="uniqueness", as_of=""), "evidence-stale")
    assert not found(debate(without("issued"), role="uniqueness"), "evidence-stale")


def test_the_day_a_source_was_confirmed_counts_instead_of_its_date() -> None:
    source = without("issued", issued="1999", custom={"as_of": "2026-01"})
    assert not found(debate(source, role="uniqueness"), "evidence-stale")


@pytest.mark.parametrize(
    ("issued", "stale"),
    [
        ("2018/2019", True), ("2018/2026", False), ("2018/..", False), ("../2019", True), ("2019-22", True),
        ("2019~", True), ("-0430", True), ("199X", True), ({"literal": "in the spring"}, False),
        ([{"year": "2018"}, {"year": "2026"}], False), ({"date-parts": [["2019", "0", "0"]]}, True),
    ],
)  # fmt: skip
def test_a_range_ages_from_its_end_and_one_without_an_end_does_not(issued: Any, stale: bool) -> None:
    text = debate(without("issued", issued=issued), role="uniqueness")
    assert bool(found(text, "evidence-stale")) == stale


def test_the_months_of_a_role_can_be_set() -> None:
    text = debate(without("issued", issued="2025-12"), role="uniqueness")
    assert not found(text, "evidence-stale")
    assert found(text, "evidence-stale", options=Options(stale={"uniqueness": 6}))
    assert found(text, "evidence-stale", options=Options(stale={"uniqueness": 6, "poll": 0}))
    assert not found(text, "evidence-stale", options=Options(stale={"uniqueness": 0}))


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        ("2024-01-31", "2024-02-01", 0), ("2024-01-01", "2024-02-01", 1), ("2024", "2025", 0), ("2023", "2025", 12),
        ("2024-01", "2024-02", 0), ("2024-01", "2024-03", 1), ("2025-01", "2024-01", -13),
        ("-0430", "0001", 5160), ("-0044-03-15", "-0043-03-15", 12),
    ],
)  # fmt: skip
def test_months_between_partial_dates_are_the_fewest_possible(earlier: str, later: str, months: int) -> None:
    assert months_between(earlier, later) == months


@pytest.mark.parametrize(
    ("quote", "words"),
    [("one two three four five six seven eight nine ten eleven twelve", 0), ("a b c d e f g h i j k l m", 13),
     ("a - b — c … d e f g h i j k l", 0), ("« a b c d e f g h i j k l »", 0)],
)  # fmt: skip
def test_a_quote_is_counted_in_words(quote: str, words: int) -> None:
    messages = [d.message for d in found(debate(COMPLETE, evidence=f', quote: "{quote}"'), "quote-too-long")]
    assert messages == ([f"quotes {words} words, more than the 12 allowed."] if words else [])


def test_the_length_of_a_quote_can_be_set() -> None:
    text = debate(COMPLETE, evidence=', quote: "a b c d"')
    assert found(text, "quote-too-long", options=Options(quote_words=3))


CHAIN = """\
references:
  - {id: one, type: webpage, title: One, publisher: P, issued: 2026, URL: u, custom: {via: VIA}}
  - {id: two, type: webpage, title: Two, publisher: P, issued: 2026, URL: u, custom: {via: VIA}}
  - {id: three, type: webpage, title: Three, publisher: P, issued: 2026, URL: u}
arguments:
  - {claim: p, text: A premise., evidence: [{source: S1}]}
  - support: a
    of: send-trainers
    premises: [p]
    text: It helps.
    supports:
      - {support: b, text: A reason., evidence: [{source: S2}]}
    rebuttals:
      - {rebuttal: c, text: Against., evidence: [{source: three}]}
"""


@pytest.mark.parametrize(
    ("first", "second", "via", "alone"),
    [
        ("one", "one", "Reuters", "one"),
        ("one", "two", "Reuters", None),
        ("one", "two", "three", "three"),
        ("one", "three", "three", "three"),
    ],
)
def test_a_consideration_on_one_source_is_named_with_it(first: str, second: str, via: str, alone: str | None) -> None:
    text = CHAIN.replace("S1", first).replace("S2", second).replace("VIA", via)
    messages = [d.message for d in found(text, "single-source-chain")]
    assert messages == ([f"all the evidence for this comes from {alone}."] if alone else [])


def test_one_piece_of_evidence_is_no_chain() -> None:
    assert not found(debate(COMPLETE), "single-source-chain")
