"""What briefs and maps make of the keys of options: an answer where it is true, names and tags, risks, speakers."""

from __future__ import annotations

import re

import pytest

from argmap.maps.captions import tooltip
from tests.briefs.tram import written
from tests.rules.examples import evaluated

DEBATE = """\
resolutions:
  - claim: send
    short: Send trainers
    text: Trainers should be sent to the west of the country.
    answer: {stands: "yes, in the west", defeated: "no"}
    confidence: {level: low, because: "few studies were made"}
arguments:
  - support: works
    of: send
    tag: It works
    asks: Does it work?
    text: Brigades trained on the spot are ready sooner.
    evidence: [{source: report, said_by: The minister}]
    risk: {likelihood: likely, option: send, when: not done, by: the editors}
"""
DEFEATED = DEBATE.replace("support: works", "rebuttal: works")
UNDECIDED = f"{DEBATE}  - {{rebuttal: dear, of: send, text: It is dear.}}\n"


@pytest.mark.parametrize(("text", "said"), [
    (DEBATE, "**The answer.** Yes, in the west. Confidence: low. Few studies were made."),
    (DEFEATED, "**The answer.** No. Confidence: low. Few studies were made."),
    (UNDECIDED, "**The answer.** “Send trainers” is undecided, because nobody has weighed what speaks for it against"),
])  # fmt: skip
@pytest.mark.parametrize("kind", ["policy", "policy-short"])
def test_the_answer_is_given_where_the_evaluation_agrees(kind: str, text: str, said: str) -> None:
    assert said in written(evaluated(text), kind)


@pytest.mark.parametrize("kind", ["policy", "policy-short"])
def test_how_sure_each_of_several_answers_is_is_said_by_the_editors_alone(kind: str) -> None:
    """Good sources make no answer sure: the editors here rate theirs low, and say nothing of the other."""
    other = "  - {claim: wait, text: Nothing should be done.}\narguments:"
    memo = written(
        evaluated(DEBATE.replace("arguments:", other).replace("source: report", "source: report, grade: A1")), kind
    )
    sure = memo.partition("## How sure this is")[2].partition("\n## ")[0]
    assert "| Send trainers | Low | Few studies were made. |" in sure and sure.count("\n| ") == 3


@pytest.mark.parametrize(("kind", "said"), [
    ("policy", "| Send trainers | Not done |"),
    ("policy-short", "**Send trainers**"),
    ("policy-short", "*Risks of not acting, rated by the editors*"),
    ("policy", "The minister, in "),
    ("case", "**It works.**"),
    ("case", "> The minister, in "),
])  # fmt: skip
def test_what_a_brief_shows(kind: str, said: str) -> None:
    assert said in written(evaluated(DEBATE), kind)


TAGGED = (
    DEBATE
    + """\
  - rebuttal: dear
    of: works
    tag: Too dear
    text: Nobody can pay for trainers on the spot.
"""
)


@pytest.mark.parametrize(("side", "said"), [
    ("con", "## AT: It works"),
    ("con", "**Ask:** Does it work?"),
    ("con", "**They say:** Brigades trained on the spot are ready sooner."),
    ("con", "**Too dear.**"),
])  # fmt: skip
def test_in_blocks_a_tag_stands_first(side: str, said: str) -> None:
    assert said in written(evaluated(TAGGED), "blocks", side=side)


def test_an_open_question_is_put_aloud_in_the_pack() -> None:
    question = "  - {support: when, of: send, role: question, asks: 'When do they go?', text: They go in May.}\n"
    assert "When do they go?" in written(evaluated(DEBATE + question), "pack")


def test_a_tooltip_says_who_is_quoted() -> None:
    ev = evaluated(DEBATE)
    assert "said by The minister" in tooltip(ev, ev.debate.statements["works"])


ALIKE = """\
resolutions:
  - {claim: a, short: Send now, text: Send them now., answer: {stands: Both will help. Now is better.}}
  - {claim: b, short: Send later, text: Send them later., answer: {stands: Both will help. Later is cheaper.}}
  - {claim: c, short: Stay, text: Stay at home.}
  - {claim: d, short: Pay, text: Pay for it.}
arguments:
  - {support: ready, of: a, text: They are ready.}
  - {support: willing, of: b, text: They are willing.}
  - {rebuttal: cold, of: c, text: It is cold.}
  - {rebuttal: dear, of: d, text: It is dear.}
"""


def test_of_options_that_are_answered_alike_the_answer_speaks_once() -> None:
    (lead,) = re.findall(r"\*\*The answer\.\*\* (.*)", written(evaluated(ALIKE), "policy-short"))
    assert lead == "Both will help. “Stay” and “Pay” are defeated, because what speaks against them counts."
    memo = written(evaluated(ALIKE), "policy")
    assert memo.count("Defeated, because what speaks against it counts.") == 2 and "Later is cheaper." in memo


CROSSINGS = """\
resolutions:
  - {claim: bridge, text: Build a bridge., excludes: [ferry]}
  - {claim: ferry, text: Run a ferry.}
arguments:
  - {support: bridge-works, of: bridge, text: It stays open in winter.}
"""
BOTH = f"{CROSSINGS}  - {{support: ferry-works, of: ferry, text: It is cheap.}}\n"


@pytest.mark.parametrize("kind", ["policy", "policy-short"])
@pytest.mark.parametrize(("text", "both"), [(CROSSINGS, False), (BOTH, True)])
def test_the_verdict_says_that_options_exclude_each_other_where_both_stand(kind: str, text: str, both: bool) -> None:
    [lead] = [line for line in written(evaluated(text), kind).splitlines() if line.startswith("> **The answer")]
    assert ("both stand, and only one of them can be carried out." in lead) is both


def test_whose_danger_it_is_is_told_by_its_place_where_nobody_says_so() -> None:
    plain = DEBATE.replace("option: send, when: not done, ", "")
    assert "*Risks of not acting, rated by the editors*" in written(evaluated(plain), "policy-short")
    against = plain.replace("support: works", "rebuttal: works")
    assert "*Risks of acting, rated by the editors*" in written(evaluated(against), "policy-short")
