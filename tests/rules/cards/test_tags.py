"""Tags that claim more than their evidence, and evidence older than what it is to show."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.rules.cards import tag_overclaims
from argmap.rules.cards.tag_overclaims import GUARDED, NARROW, SURE, WIDE
from tests.rules.examples import found

SOURCES = "".join(
    f"  - {{id: s{date}, type: report, title: A, issued: {date}, publisher: P, URL: 'https://example.org/{date}'}}\n"
    for date in ("2020", "2024", "2024-06", "2025-01-31", "2026-03")
)


def tag(text: str, *says: str | None, key: str = "says", role: str = "link") -> str:
    pieces = ", ".join(f"{{source: a{', ' + key + ': ' + json.dumps(each) if each else ''}}}" for each in says)
    keys = f"support: s, of: send-trainers, role: {role}, text: {json.dumps(text)}, evidence: [{pieces}]"
    return f"arguments:\n  - {{{keys}}}\n"


@pytest.mark.parametrize(
    ("text", "says", "word"),
    [
        ("Trainers will deter it.", ["They may deter it."], "will"),
        ("Trainers won't deter it.", ["They might not."], "won't"),
        ("War is inevitable.", ["Sees a risk of war."], "inevitable"),
        ("Trainers are bound to be hit.", ["Thinks it likely."], "bound to"),
        ("The study proves that they deter.", ["Suggests it."], "proves"),
        ("If it loses, Russia will attack.", ["Russia could attack."], "will"),
        ("Trainers never help.", ["Courses often fail."], "never"),
        ("Every member agrees.", ["Most agree."], "Every"),
        ("All members agree.", ["Some agree.", "Many agree."], "All"),
        # Something bears the claim out, or nobody knows.
        ("All members agree.", ["Some agree.", "They agreed."], None),
        ("All members agree.", ["Some agree.", "All did agree."], None),
        ("All members agree.", ["Some agree.", None], None),
        ("All members agree.", ["Some 30 members agreed."], None),
        ("Trainers will come.", ["They came on 3 May 2024."], None),
        ("Trainers will come.", ["They could not be reached."], None),
        # Hedges of another kind.
        ("Trainers will come.", ["Most came."], None),
        ("All members agree.", ["They may agree."], None),
        # The tag claims less than it seems to.
        ("Not all members agree.", ["Some agree."], None),
        ("The study does not prove it.", ["It suggests it."], None),
        ("Trainers will probably come.", ["They may come."], None),
        ("Nobody knows whether they will come.", ["They may come."], None),
        ("Moscow says it will answer.", ["It may answer."], None),
        ("They lack the will to fight.", ["They may not fight."], None),
        ("Their political will is weak.", ["It may be weak."], None),
        ("States that will not fight may leave.", ["They might leave."], None),
        ("Trainers help after all.", ["Some help."], None),
        ("An all-out war would follow.", ["Some expect war."], None),
        ("All but two members agree.", ["Most agree."], None),
        ("All 27 members agree.", ["Most agree."], None),
    ],
)
def test_a_tag_is_no_surer_and_no_wider_than_its_evidence(text: str, says: list[str], word: str | None) -> None:
    for key in ("says", "quote"):
        messages = [d.message for d in found(tag(text, *says, key=key), "tag-overclaims")]
        assert [message.split('"')[1] for message in messages] == ([word] if word else [])


LISTS = {"Sure": SURE, "Guarded": GUARDED, "Wide": WIDE, "Narrow": NARROW}


@pytest.mark.parametrize("name", LISTS)
def test_the_page_lists_the_words_that_are_looked_for_and_no_others(name: str) -> None:
    page = tag_overclaims.__doc__ or ""
    (listed,) = re.findall(rf"^    {name}: ((?:.+\n)(?:      .+\n)*)", page, re.M)
    assert tuple(" ".join(listed.split()).rstrip(".").split(", ")) == LISTS[name]


@pytest.mark.parametrize(("strong", "weak"), [("Sure", "Guarded"), ("Wide", "Narrow")])
def test_each_word_of_the_lists_is_found(strong: str, weak: str) -> None:
    for word in LISTS[strong]:
        (one,) = found(tag(f"They {word} come.", f"They {LISTS[weak][0]} come."), "tag-overclaims")
        assert one.message.startswith(f'says "{word}"')
    for word in LISTS[weak]:
        (one,) = found(tag(f"They {LISTS[strong][0]} come.", f"They {word} come."), "tag-overclaims")
        assert one.notes[0].message == f'says "{word}"'


OTHERS = (
    "must", "clearly", "obviously", "guarantees", "ensures", "nobody", "none", "only", "cannot", "any", "each",
    "entire", "shall", "would", "certain", "proof", "provable", "improve", "approves", "wills", "unable", "completely",
    "totally", "overall", "smaller", "everyday", "whenever", "nevertheless", "ensured", "bound", "sure", "assured",
    "beyond", "without", "doubtless", "undoubted", "truly", "indeed", "fully", "no one", "wholly",
)  # fmt: skip


@given(st.lists(st.sampled_from([*OTHERS, *SURE, *WIDE]), min_size=1, max_size=4), st.sampled_from([*GUARDED, *NARROW]))
def test_only_words_of_the_lists_are_reported(drawn: list[str], hedge: str) -> None:
    text = f"They {' '.join(drawn)} come."
    for one in found(tag(text, f"They {hedge} come."), "tag-overclaims"):
        word = one.message.split('"')[1]
        assert word in drawn and ((word in SURE and hedge in GUARDED) or (word in WIDE and hedge in NARROW))
    if not {*drawn} & {*SURE, *WIDE}:
        assert not found(tag(text, f"They {hedge} come."), "tag-overclaims")


def test_only_the_sentences_of_a_card_that_are_read_are_asked() -> None:
    evidence = "{source: a, card: They came. They may leave., highlight: [%s]}"
    text = "arguments:\n  - {support: s, of: send-trainers, text: They will leave., evidence: [" + evidence + "]}\n"
    assert found(text % "They came", "tag-overclaims") == []
    (one,) = found(text % "leave", "tag-overclaims")
    assert one.message == 'says "will" where its evidence says less.' and one.notes[0].message == 'says "may"'


def test_a_question_or_a_value_is_no_claim_of_fact() -> None:
    for role in ("question", "value"):
        assert not found(tag("All will come.", "Some may come.", role=role), "tag-overclaims")


def dated(text: str, *dates: str, as_of: str = "2026-07-31", role: str = "link") -> list[str]:
    cited = ", ".join(f"{{source: s{date}}}" for date in dates)
    argument = f"{{support: s, of: send-trainers, role: {role}, text: {json.dumps(text)}, evidence: [{cited}]}}"
    undated = "  - {id: sundated, type: report, title: A, publisher: P, URL: 'https://example.org/u'}\n"
    head = f"as_of: {as_of}\n" if as_of else ""
    text = f"{head}references:\n{SOURCES}{undated}arguments:\n  - {argument}\n"
    return [d.message.split(",")[0].removeprefix("s speaks of ") for d in found(text, "evidence-predates-event")]


@pytest.mark.parametrize(
    ("text", "dates", "event"),
    [
        ("Sites were hit in 2025.", ["2024-06"], "2025"),
        ("Sites were hit in 2025.", ["2025-01-31"], None),
        ("Sites were hit in March 2025.", ["2025-01-31", "2020"], "March 2025"),
        ("Sites were hit on 3 March 2025.", ["2025-01-31"], "March 2025"),
        ("Sites were hit from March to May 2025.", ["2025-01-31"], "March 2025"),
        ("Sites were hit in January 2025.", ["2025-01-31"], None),
        ("The invasion of 2022 changed it.", ["2020"], "2022"),
        ("The 2022 invasion changed it.", ["2020"], "2022"),
        ("Members have helped since 2022.", ["2020"], "2022"),
        ("Trainers taught there from 2015 to 2022.", ["2020"], None),
        ("In early 2026 they left.", ["2025-01-31"], "2026"),
        # One source that can have seen it, or of which nobody knows, is enough.
        ("Sites were hit in 2025.", ["2024", "2026-03"], None),
        ("Sites were hit in 2025.", ["2024", "undated"], None),
        ("Sites were hit in 2024.", ["2024"], None),
        # What was foreseen, or is of before that time.
        ("Sites were expected to be hit in 2025.", ["2024"], None),
        ("The plan of 2025 failed.", ["2024"], None),
        ("Trainers left before 2025.", ["2024"], None),
        ("By 2025 trainers had left.", ["2024"], None),
        ("Trainers had been there until March 2025.", ["2024"], None),
        ("Elections come in 2025.", ["2024"], None),
        ("Elections were held in 2028.", ["2024"], None),
        # No dates.
        ("They sent 2025 soldiers.", ["2024"], None),
        ("Some 2,025 soldiers came.", ["2024"], None),
        ("A force of 30,000 was needed.", ["2024"], None),
    ],
)
def test_a_source_cannot_report_what_came_after_it(text: str, dates: list[str], event: str | None) -> None:
    assert dated(text, *dates) == ([event] if event else [])


def test_without_a_date_of_the_debate_the_past_tense_says_that_it_is_over() -> None:
    assert dated("Elections were held in 2028.", "2024", as_of="") == ["2028"]
    assert dated("What was done in 2025?", "2024", role="question") == []
