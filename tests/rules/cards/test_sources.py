"""Who speaks in a card: what its cite needs, what makes an author worth hearing, and what they have at stake."""

from __future__ import annotations

import pytest

from tests.rules.examples import found

CARD = "card: They were ready sooner."
FULL = (
    "type: webpage, author: [{family: Doe}], title: T, publisher: P, issued: 2025, URL: 'https://example.org', "
    "accessed: 2025-01-01, custom: {qualifications: A general.}"
)


def citing(source: str, evidence: str = CARD, more: str = "", head: str = "") -> str:
    return (
        f"{head}references:\n  - {{id: s, {source}}}\narguments:\n  - support: a\n    of: send-trainers\n{more}"
        f"    text: It helps.\n    evidence: [{{source: s, {evidence}}}]\n"
    )


def without(*keys: str, **instead: str) -> str:
    parts = dict(part.split(": ", 1) for part in FULL.replace("custom: {", "custom: <").split(", "))
    kept = {key: value for key, value in parts.items() if key not in keys} | instead
    return ", ".join(f"{key}: {value}" for key, value in kept.items()).replace("<", "{")


@pytest.mark.parametrize(
    ("source", "evidence", "missing"),
    [
        (FULL, CARD, None),
        (without("author"), CARD, "an author (a body that speaks for itself is {literal: …})"),
        (without("author", editor="[{family: Roe}]"), CARD, None),
        (without("author", type="treaty"), CARD, None),
        (without("publisher"), CARD, "where it was published (publisher or container-title)"),
        (without("publisher", **{"container-title": "The Herald"}), CARD, None),
        (without("publisher", author="[{literal: Institute}]"), CARD, None),
        (without("publisher", type="interview"), CARD, None),
        (without("accessed"), CARD, "the day on which the page was read (accessed)"),
        (without("accessed", DOI="10.1000/1"), CARD, None),
        (without("accessed", type="book"), CARD, "the page (at)"),
        (without("accessed", type="book"), f"{CARD}, at: p. 3", None),
        (without("author", "accessed"), CARD,
         "an author (a body that speaks for itself is {literal: …}) and the day on which the page was read (accessed)"),
        (without("author", "publisher", "accessed"), "quote: ready sooner", None),
    ],
)  # fmt: skip
def test_what_the_cite_of_a_card_lacks(source: str, evidence: str, missing: str | None) -> None:
    messages = [d.message for d in found(citing(source, evidence), "card-cite-incomplete")]
    assert messages == ([f"the cite of this card lacks {missing}."] if missing else [])


@pytest.mark.parametrize(
    ("source", "evidence", "more", "reported"),
    [
        (without("custom"), CARD, "", True),
        (FULL, CARD, "", False),
        (without("custom", author="[{literal: Institute}]"), CARD, "", False),
        (without("custom", "author"), CARD, "", False),
        (without("custom"), "quote: ready sooner", "", False),
        (without("custom"), "quote: ready sooner", "    scheme: expert-opinion\n", True),
        (without("custom"), "quote: ready sooner", "    scheme: example\n", False),
    ],
)
def test_an_author_who_counts_as_an_authority_is_introduced(
    source: str, evidence: str, more: str, reported: bool
) -> None:
    messages = [d.message for d in found(citing(source, evidence, more), "card-no-qualifications")]
    assert messages == (["does not say what qualifies Doe, on whose word a rests."] if reported else [])


PARTIES = "parties: {Russia: [TASS, Ministry of Defence], NATO: [], Arms makers: [Jane Roe]}\n"


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("publisher: TASS", "TASS (Russia)"),
        ("publisher: 'tass, via The Herald'", "tass (Russia)"),
        ("custom: {via: TASS}", "TASS (Russia)"),
        ("container-title: The Ministry of Defence Gazette", "Ministry of Defence (Russia)"),
        ("author: [{family: Roe, given: Jane}]", "Jane Roe (Arms makers)"),
        ("editor: [{family: Roe, given: Jane}]", "Jane Roe (Arms makers)"),
        ("author: [{literal: NATO}]", "NATO"),
        ("publisher: Friends of NATO", None),
        ("publisher: Johnson's Russia List", None),
        ("publisher: TASS-Ukraine", None),
        ("publisher: Tassel and Sons", None),
        ("author: [{family: Roe, given: John}]", None),
        ("publisher: TASS, custom: {interest: Speaks for its state.}", None),
        ("publisher: NATO, custom: {role: treaty}", None),
        ("title: What TASS says", None),
    ],
)
def test_a_party_to_the_matter_says_what_it_has_at_stake(source: str, who: str | None) -> None:
    messages = [d.message for d in found(citing(source, head=PARTIES), "interest-undeclared")]
    said = f"comes from {who}, a party to the matter, and does not state its interest."
    assert messages == ([said] if who else [])
    assert not found(citing(source), "interest-undeclared")


def test_a_source_that_nobody_cites_declares_nothing() -> None:
    other = citing("publisher: P", head=PARTIES).replace("arguments:", "  - {id: other, publisher: TASS}\narguments:")
    assert not found(other, "interest-undeclared")
