"""Each point of the article that the flagship maps has a statement that says it, at its sentence and as carefully.

The points are those of an inventory of the article, sentence by sentence: section 0 is the introduction, 1 to 5 are the
sections in order, a letter is a point. The article's text is not published here.
"""

from __future__ import annotations

import re

import pytest

import argmap
from tests.conftest import ROOT

DEBATE = argmap.load(ROOT / "arguments" / "nato-ukraine")

SECTIONS = (
    "Introduction", "The Big Question", "Understanding NATO's Role and Ukraine's Aspirations",
    "Why the Discussion About Troops Now?", "Potential Implications", "Conclusion",
)  # fmt: skip

POINTS = """
0a 1,2 much-discussed
0b 3 weighty-step
1a 1,2 no-plain-answer
1b 3 not-nato-as-such
1c 4 help-grows-more-direct
1d 5 help-takes-four-forms
1e 6 trainers-are-weighed
1f 6 lesser-step
1g 6 means-deeper-involvement
1h 7 members-may-act-alone
1i 8 pact-deters
1j 8 consensus-is-needed
1k 9 help-without-wider-war
1l 10 needs-brought-it-forward
1m 11 help-became-operational
2a 2 ukraine-wants-in
2b 4,5 attack-on-one
2c 6 membership-would-secure
2d 7 membership-guarantees
2e 8 nato-serves-its-members
2f 9 nato-backed-since-2014
2g 9,11 admission-is-contentious
2h 10 russia-sees-threat membership-brings-tension
2i 12 enlarging-into-war
2j 13 membership-would-provoke
2k 14 membership-paradox
2l 15 large-aid-managed-risk
2m 16 hope-of-joining-motivates
2n 16 support-shows-values
2o 16 membership-is-another-matter
2p 17 parts-of-one-policy
2q 18 strengthen-without-crossing
3a 2,3,4 battlefield-drives-debate
3b 5 security-reckoning-changed
3c 6 enemy-has-more
3d 7 short-war-hopes-gone
3e 8 lasting-help-needed
3f 9 expertise-is-needed need-deepened-engagement
3g 10 systems-need-dedicated-people often-trained-abroad
3h 11 in-country-works-better
3i 12 advice-on-the-spot
3j 12 faster-learning
3k 13 losses-force-the-question
3l 14 presence-signals
3m 14 trainers-deter
3n 15 every-advantage
3o 16 task-is-using-arms-well
3p 17 measured-steps-needed
3q 17 europe-at-stake
3r 18 support-must-adapt
4a 1 massive-consequences
4b 2 trainers-escalate troops-escalate
4c 3 read-as-provocation read-as-war
4d 3 response-hard-to-foresee response-hard-to-bound
4e 4 direct-clash trainers-risk-clash
4f 4 clash-could-go-nuclear trainers-risk-clash
4g 4 clash-must-be-avoided
4h 5 each-rung-leads-on ladder-goes-up
4i 6 troops-signal
4j 6 troops-deter
4k 7 morale-would-rise
4l 7 presence-lifts-capability
4m 8,9 limits-unsettled
4n 10 areas-unsettled
4o 11 rules-unsettled
4p 12 terms-still-open
4q 13 unity-is-tested
4r 14 risk-weighed-differently
4s 15 splits-in-nato
4t 16 politics-reshaped
4u 17 new-cold-war
4v 17 russia-may-step-back
4w 18 more-sanctions economic-cost
4x 18 trade-disruption economic-cost
4y 18 global-instability economic-cost
4z 19 high-stakes
4aa 20 lasting-effects
4ab 21 essential-support
4ac 21 catastrophe-prevented
4ad 22 world-is-watching stakes-are-highest
5a 1,6 plans-keep-moving
5b 2 not-nato-as-such
5c 2 help-grows-more-direct
5d 3 talk-shows-commitment
5e 4 trainers-escalate
5f 4 troops-deter
5g 4 way-to-sovereignty path-runs-through-risk
5h 5 no-easy-answers
"""

ROWS = [(point, places.split(","), ids) for point, places, *ids in map(str.split, POINTS.strip().splitlines())]

CAREFUL = {
    "may": ("new-cold-war", "russia-may-step-back", "splits-in-nato", "unity-is-tested", "morale-would-rise",
            "presence-lifts-capability", "troops-deter", "troops-signal", "presence-signals", "trainers-deter",
            "read-as-provocation", "read-as-war", "response-hard-to-foresee", "response-hard-to-bound",
            "membership-would-provoke", "measured-steps-needed", "in-country-works-better", "clash-could-go-nuclear",
            "more-sanctions", "trade-disruption", "global-instability", "economic-cost", "way-to-sovereignty",
            "path-runs-through-risk", "strengthen-without-crossing", "massive-consequences", "weighty-step"),
    "often": ("often-trained-abroad", "consensus-is-needed"),
    "perhaps": ("much-discussed", "lasting-help-needed"),
}  # fmt: skip
"""The statements whose point the article makes with care, and the kind of its care."""

WORDS = {"may": r"\b(may|might|could)\b(?! not)", "often": r"\boften\b", "perhaps": r"\b(perhaps|may|might)\b"}


def _places(at: str) -> set[tuple[str, str]]:
    """The sentences of a place such as `Conclusion, sentences 2 to 4`."""
    section, _, numbers = at.rpartition(", sentence")
    found = [int(n) for n in re.findall(r"\d+", numbers)]
    every = range(found[0], found[-1] + 1) if " to " in numbers else found
    return {(section, str(n)) for n in every}


def _cited(id: str) -> set[tuple[str, str]]:
    return {p for e in DEBATE.statements[id].evidence if e.source == "article" and e.at for p in _places(e.at)}


@pytest.mark.parametrize(("point", "places", "ids"), ROWS, ids=[row[0] for row in ROWS])
def test_a_point_of_the_article_is_said_with_its_sentence_cited(point: str, places: list[str], ids: list[str]) -> None:
    section = SECTIONS[int(point[0])]
    assert {(section, place) for place in places} <= set().union(*map(_cited, ids))
    assert [id for id in ids if not _cited(id) & {(section, place) for place in places}] == []


def test_no_point_stands_twice_in_the_inventory_and_every_sentence_cited_is_one_of_its_points() -> None:
    assert len({row[0] for row in ROWS}) == len(ROWS) == 88
    said = {(SECTIONS[int(point[0])], place) for point, places, _ in ROWS for place in places}
    assert set().union(*map(_cited, DEBATE.statements)) == said


def test_what_cites_the_article_is_named_at_the_point_that_it_says() -> None:
    named = {id for _, _, ids in ROWS for id in ids}
    assert {id for id in DEBATE.statements if _cited(id)} == named


@pytest.mark.parametrize(("kind", "id"), [(kind, id) for kind, ids in CAREFUL.items() for id in ids])
def test_a_point_that_the_article_makes_with_care_is_made_with_care(kind: str, id: str) -> None:
    assert re.search(WORDS[kind], DEBATE.statements[id].text or "")


def test_a_point_that_the_article_makes_outright_is_made_outright() -> None:
    careful = {id for ids in CAREFUL.values() for id in ids}
    outright = {id for _, _, ids in ROWS for id in ids} - careful
    assert [id for id in outright if re.search("|".join(WORDS.values()), DEBATE.statements[id].text or "")] == []
