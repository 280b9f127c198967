"""Changes are found by meaning; comparing is exact, symmetric, and blind to layout."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

from argmap.loader import read
from argmap.model import Claim, Comparison, Debate, Evidence, Position, Rebuttal, Source, Support, Suppression
from argmap.model.change import Kind
from argmap.model.source import SourceNotes
from argmap.reviews import compare
from argmap.reviews.apply import apply
from argmap.reviews.records import debate_of, records_of
from tests.reviews.mirrored import mirrored
from tests.reviews.mutations import debate, mutated, rich_debate, versions
from tests.strategies import random_debate

SUPPORT = Support(
    id="help", of="act", text="It would help those who need it most.", evidence=(Evidence(source="report"),)
)
DOUBT = Rebuttal(id="doubt", of="help", text="It has not helped before.")


def support(**changes: Any) -> Support:
    return SUPPORT.model_copy(update=changes)


KINDS = [
    ((SUPPORT,), (SUPPORT, DOUBT), Kind.ADDED, "doubt"),
    ((SUPPORT, DOUBT), (SUPPORT,), Kind.REMOVED, "doubt"),
    ((SUPPORT,), (support(text="It would harm those who need it most."),), Kind.REWORDED, "help"),
    ((SUPPORT, DOUBT), (SUPPORT, DOUBT.model_copy(update={"of": "act"})), Kind.RETARGETED, "doubt"),
    ((SUPPORT, DOUBT), (SUPPORT, DOUBT.model_copy(update={"of": None, "undercuts": "help"})), Kind.RETARGETED, "doubt"),
    ((SUPPORT, Support(id="doubt", of="help", text=DOUBT.text)), (SUPPORT, DOUBT), Kind.TURNED, "doubt"),
    ((SUPPORT, Claim(id="doubt", text=str(DOUBT.text))), (SUPPORT, DOUBT), Kind.TURNED, "doubt"),
    ((SUPPORT, DOUBT), (SUPPORT, DOUBT.model_copy(update={"premises": ("act",)})), Kind.PREMISES, "doubt"),
    ((SUPPORT,), (support(weigh=True),), Kind.WEIGHING, "help"),
    ((SUPPORT,), (support(outweighs=(Comparison(over="doubt", because="More."),)),), Kind.WEIGHING, "help"),
    ((SUPPORT, DOUBT), (SUPPORT, DOUBT.model_copy(update={"contradicts": ("help",)})), Kind.CONTRADICTION, "doubt"),
    ((SUPPORT,), (support(evidence=()),), Kind.EVIDENCE_REMOVED, "help"),
    ((support(evidence=()),), (SUPPORT,), Kind.EVIDENCE_ADDED, "help"),
    ((SUPPORT,), (support(evidence=(Evidence(source="report", says="so"),)),), Kind.EVIDENCE_EDITED, "help"),
    ((SUPPORT,), (support(evidence=(Evidence(source="report", quote="so"),)),), Kind.QUOTE_ALTERED, "help"),
    ((SUPPORT,), (support(evidence=(Evidence(source="report", grade="B2"),)),), Kind.GRADE_CHANGED, "help"),
    ((SUPPORT,), (support(evidence=(Evidence(source="study"),)),), Kind.SOURCE_CHANGED, "help"),
    ((SUPPORT,), (support(ignore=(Suppression(rule="one", reason="r"),)),), Kind.SUPPRESSION_ADDED, "help"),
    ((SUPPORT,), (support(role="link"),), Kind.ROLE_CHANGED, "help"),
    ((SUPPORT,), (support(scheme="sign"),), Kind.SCHEME_CHANGED, "help"),
    ((SUPPORT,), (support(question="made"),), Kind.EDITED, "help"),
    ((SUPPORT,), (support(undeveloped=True),), Kind.EDITED, "help"),
]


@pytest.mark.parametrize(
    ("before", "after", "kind", "id"), KINDS, ids=[f"{n}-{case[2].value}" for n, case in enumerate(KINDS)]
)
def test_each_kind_of_change_is_told_by_its_name(before: tuple, after: tuple, kind: Kind, id: str) -> None:
    found = compare(debate(*before), debate(*after))
    assert [(change.kind, change.id) for change in found] == [(kind, id)]


def test_a_statement_that_goes_to_another_position_is_moved() -> None:
    one = debate(SUPPORT)
    other = one.model_copy(update={"positions": (Position(id="case"), Position(id="late", arguments=(SUPPORT,)))})
    assert [(c.kind, c.before, c.after) for c in compare(one, other) if c.subject == "statement"] == [
        (Kind.MOVED, "case", "late")
    ]


def test_a_source_says_what_of_it_changed() -> None:
    one = debate(SUPPORT)
    report = one.sources["report"]
    graded = report.model_copy(
        update={"custom": report.custom.model_copy(update={"reliability": "A", "credibility": "2"})}
    )
    renamed = report.model_copy(update={"title": "Another title"})
    for source, kind in ((graded, Kind.GRADE_CHANGED), (renamed, Kind.SOURCE_CHANGED)):
        other = one.model_copy(update={"sources": {"report": source}})
        assert [(c.kind, c.subject, c.id) for c in compare(one, other)] == [(kind, "source", "report")]


RENAMES: list[tuple[str, Callable[[], tuple[Debate, Debate]], list[tuple[str, str, float]]]] = [
    (
        "the same text under another id is a rename, and what refers to it is not retargeted",
        lambda: (debate(SUPPORT, DOUBT), debate(support(id="aid"), DOUBT.model_copy(update={"of": "aid"}))),
        [("help", "aid", 1.0)],
    ),
    (
        "a near text with the same answers is a rename, with its score",
        lambda: (
            debate(SUPPORT, DOUBT),
            debate(support(id="aid", text="It would help those who need it."), DOUBT.model_copy(update={"of": "aid"})),
        ),
        [("help", "aid", 0.86)],
    ),
    (
        "a near text somewhere else is another statement",
        lambda: (
            debate(SUPPORT, Claim(id="lone", text="A lone claim stands here by itself.")),
            debate(SUPPORT, Support(id="new", of="help", text="A lone claim stands here by itself now.")),
        ),
        [],
    ),
    (
        "another text in the same place is another statement",
        lambda: (debate(SUPPORT), debate(support(id="aid", text="Nobody has a better plan."))),
        [],
    ),
]


@pytest.mark.parametrize(("versions_of", "expected"), [case[1:] for case in RENAMES], ids=[case[0] for case in RENAMES])
def test_renames(versions_of: Callable[[], tuple[Debate, Debate]], expected: list[tuple[str, str, float]]) -> None:
    found = compare(*versions_of())
    renames = [(c.before, c.after, c.score) for c in found if c.kind is Kind.RENAMED]
    assert renames == [(old, new, pytest.approx(score, abs=0.1)) for old, new, score in expected]
    assert not [change for change in found if change.kind is Kind.RETARGETED]


def test_a_renamed_source_is_one_change() -> None:
    cited = Evidence(source="paper")
    one, other = debate(SUPPORT), debate(support(evidence=(cited,)), sources=("paper",))
    other = other.model_copy(update={"sources": {"paper": one.sources["report"].model_copy(update={"id": "paper"})}})
    assert [(c.kind, c.subject, c.before, c.after) for c in compare(one, other)] == [
        (Kind.RENAMED, "source", "report", "paper")
    ]


def test_what_a_source_relays_follows_the_rename_of_that() -> None:
    def relaying(id: str) -> Debate:
        plain = debate(SUPPORT)
        book = plain.sources["report"].model_copy(update={"id": id})
        article = Source(id="article", type="article", title="What it says", custom=SourceNotes(via=id))
        return plain.model_copy(update={"sources": {id: book, "article": article}})

    one, other = relaying("report"), relaying("paper")
    changes = [change for change in compare(one, other) if change.subject == "source"]
    assert [(change.kind, change.before, change.after) for change in changes] == [(Kind.RENAMED, "report", "paper")]
    assert apply(compare(one, other), one).sources == other.sources


def test_an_edit_of_evidence_beside_the_rename_of_its_source_is_mirrored() -> None:
    sources = debate(SUPPORT).sources
    graded = support(evidence=(Evidence(source="paper", grade="B2"),))
    one, other = debate(SUPPORT), debate(graded, sources=("paper",))
    other = other.model_copy(update={"sources": {"paper": sources["report"].model_copy(update={"id": "paper"})}})
    changes = compare(one, other)
    assert [change.kind for change in changes] == [Kind.RENAMED, Kind.GRADE_CHANGED]
    assert mirrored(changes) == compare(other, one)


HEADER = "debate: d\ntitle: D\nresolutions:\n  - claim: act\n    text: We should act.\n"
TIDY = """\
position: case
arguments:
  - support: help
    of: act
    text: It would help.
    evidence: [{source: report}, {source: study}]
    rebuttals:
      - rebuttal: doubt
        text: It has not helped before.
  - support: save
    of: act
    text: It would save money.
"""
UNTIDY = """\
# a comment
position:   'case'
arguments:
- {support: save, text: "It would save\\x20money.", of: act}
- rebuttal: doubt   # moved out
  text: >-
    It has not
    helped before.
  of: help
- support: help
  evidence:
    - source: study
    - {source: report}
  text: It would help.
  of: act
"""
SOURCES = "references:\n  - {id: report, title: R}\n  - {id: study, title: S}\n"


def test_reordering_indenting_commenting_and_nesting_are_no_change() -> None:
    texts = [{"debate.yaml": HEADER, "sources.yaml": SOURCES, "positions/a.yaml": text} for text in (TIDY, UNTIDY)]
    one, other = (read(files).debate for files in texts)
    assert one is not None and other is not None
    assert compare(one, other) == ()


@given(versions())
@settings(max_examples=300)
def test_a_debate_does_not_differ_from_itself(pair: tuple[Debate, Debate]) -> None:
    for each in pair:
        assert compare(each, each) == ()
        assert compare(each, debate_of(records_of(each))) == ()


@given(versions(changes=6))
@settings(max_examples=500)
def test_the_changes_applied_to_the_one_give_the_other(pair: tuple[Debate, Debate]) -> None:
    before, after = pair
    assert records_of(apply(compare(before, after), before)) == records_of(after)


@given(versions(changes=6))
@settings(max_examples=500)
def test_a_comparison_turned_round_mirrors_it(pair: tuple[Debate, Debate]) -> None:
    before, after = pair
    assert sorted(map(repr, mirrored(compare(before, after)))) == sorted(map(repr, compare(after, before)))


def test_the_same_holds_between_debates_that_have_little_in_common() -> None:
    for seed in range(400):
        for make in (random_debate, lambda s: rich_debate(random.Random(s).choice)):
            before, after = make(seed), make(seed + 1)
            assert records_of(apply(compare(before, after), before)) == records_of(after)
            assert sorted(map(repr, mirrored(compare(before, after)))) == sorted(map(repr, compare(after, before)))


def test_random_work_on_random_debates() -> None:
    for seed in range(600):
        pick = random.Random(seed).choice
        before = rich_debate(pick)
        after = mutated(before, pick, seed % 9)
        changes = compare(before, after)
        assert records_of(apply(changes, before)) == records_of(after), seed
        assert sorted(map(repr, mirrored(changes))) == sorted(map(repr, compare(after, before))), seed
