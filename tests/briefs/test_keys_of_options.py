"""What briefs and maps make of the keys of options: an answer where it is true, names and tags, risks, speakers."""

from __future__ import annotations

import pytest

from argmap import briefs
from argmap.maps.captions import tooltip
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
    (DEBATE, "**The answer:** Yes, in the west. Confidence: low. Few studies were made."),
    (DEFEATED, "**The answer:** No. Confidence: low. Few studies were made."),
    (UNDECIDED, None),
])  # fmt: skip
@pytest.mark.parametrize("kind", ["policy", "policy-short"])
def test_the_answer_is_given_where_the_evaluation_agrees(kind: str, text: str, said: str | None) -> None:
    memo = briefs.write(evaluated(text), kind)
    assert memo.count("The answer:") == (1 if said else 0)
    assert said is None or said in memo


def test_what_was_only_said_is_no_graded_evidence() -> None:
    relayed = DEBATE.replace("source: report", "source: report, grade: A2")
    plain = briefs.write(evaluated(relayed.replace(", said_by: The minister", "")), "policy")
    assert "**The sources:** the one claim at the bottom of this argument cites a source" in plain
    assert "| Testimony" not in plain
    memo = briefs.write(evaluated(relayed), "policy")
    assert "sources:** the one claim at the bottom of this argument does not cite a source graded A or B" in memo
    assert "for reliability, only what somebody said." in memo
    assert "| Testimony: the source relays what somebody said | – | 1 |" in memo


@pytest.mark.parametrize("kind", ["policy", "policy-short"])
def test_how_sure_an_answer_is_is_said_by_the_editors_alone(kind: str) -> None:
    """Good sources make no answer sure: the editors here rate theirs low."""
    memo = briefs.write(evaluated(DEBATE.replace("source: report", "source: report, grade: A1")), kind)
    assert "Confidence: low" in memo
    assert "confidence" not in memo.replace("Confidence: low", "").lower()


def test_among_several_what_was_only_said_is_counted_by_itself() -> None:
    other = "  - {support: quick, of: send, text: It is quick., evidence: [{source: report, grade: B1}]}\n"
    memo = briefs.write(evaluated(DEBATE + other), "policy")
    assert "one cites a source graded A or B for reliability; one rests on what somebody said alone." in memo


@pytest.mark.parametrize(("kind", "said"), [
    ("policy", "| [Send trainers](#send) |"),
    ("policy-short", "**Send trainers**"),
    ("policy", "(of not doing it; rated by the editors)"),
    ("policy", "(The minister in "),
    ("case", "**It works.**"),
    ("case", "*Does it work?*"),
    ("case", "Brigades trained on the spot are ready sooner."),
    ("case", "said by The minister"),
])  # fmt: skip
def test_what_a_brief_shows(kind: str, said: str) -> None:
    assert said in briefs.write(evaluated(DEBATE), kind)


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
    ("con", "**They say:** It works."),
    ("con", "*Does it work?*"),
    ("con", "Brigades trained on the spot are ready sooner."),
    ("con", "Too dear. "),
    ("con", "Nobody can pay for trainers on the spot."),
    ("pro", "**They say:** Too dear."),
])  # fmt: skip
def test_in_blocks_a_tag_stands_first_and_the_words_below(side: str, said: str) -> None:
    assert said in briefs.write(evaluated(TAGGED), "blocks", selection=briefs.Selection(side=side))


def test_an_open_question_is_put_aloud_in_the_memo() -> None:
    question = "  - {support: when, of: send, role: question, asks: 'When do they go?', text: They go in May.}\n"
    assert "*When do they go?*" in briefs.write(evaluated(DEBATE + question), "policy")


def test_a_tooltip_says_who_is_quoted() -> None:
    ev = evaluated(DEBATE)
    assert "said by The minister" in tooltip(ev, ev.debate.statements["works"])


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
    [lead] = [line for line in briefs.write(evaluated(text), kind).splitlines() if line.startswith("> As the argument")]
    assert ("both stand, and only one of them can be carried out." in lead) is both


def test_whose_danger_it_is_is_told_by_its_place_where_nobody_says_so() -> None:
    plain = DEBATE.replace("option: send, when: not done, ", "")
    assert "(of not doing it; rated by the editors)" in briefs.write(evaluated(plain), "policy-short")
    assert "(of doing it; rated by the editors)" in briefs.write(
        evaluated(plain.replace("support: works", "rebuttal: works")), "policy"
    )
    other = plain.replace("arguments:", "  - {claim: wait, text: Nothing should be done.}\narguments:")
    assert "(of not doing: Send trainers; rated by the editors)" in briefs.write(evaluated(other), "policy")
