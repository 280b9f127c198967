"""What a quote may differ in from its source, and what it may not."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.evidence.quotes.finding import Found, Refused, find
from argmap.evidence.quotes.normal import normal
from argmap.evidence.quotes.quote_parts import NEGATION, REACH
from tests.conftest import ends

SOURCE = """\
The harbour lights were not in any way ready before winter. “Nobody knows why,” she said — and the self-
evident diffi-
culties of 2022 cost 5 million crowns, a rise of 1.5%. The mayor can't leave. Ineffective
repairs, which were not studied, delayed many boats ... in the end. At -5 degrees the pre- and
post-war lamps (all 1914–18) failed, as the anglers’ guild had said it would.

Another paragraph: small ﬁres were unlikely to spread, and [sic] the keepers did neither.
"""
TEXT = normal(SOURCE)

GOOD = [
    "harbour lights were not in any way ready",
    "were  not\nin any way",
    '"Nobody knows why," she said',
    "'Nobody knows why,' she said - and",
    "why,” she said -- and",
    "self-evident difficulties",
    "selfevident difficulties",
    "self-evident diffi- culties",
    "rise of 1.5%",
    "5 million crowns",
    "-5 degrees",
    "pre- and post-war lamps",
    "1914-18",
    "anglers' guild",
    "the anglers' guild",
    "small fires",
    "“small fires were unlikely”",
    "and [sic] the keepers",
    # declared: an ellipsis
    "Ineffective repairs … delayed many boats",
    "Ineffective repairs, ... delayed many boats",
    "small fires [...] spread",
    "small fires (…) spread",
    "small fires . . . spread",
    "… small fires were unlikely …",
    "many boats … in the end",
    "ready before winter … she said … difficulties",
    # declared: a bracket
    "The mayor [of the town] can't leave",
    "[N]obody knows why",
    "[i]neffective repairs",
    "the [guild] had said",
    "[They] were unlikely to spread",
    "delay[s] many boats",
    "keepers [as always] did neither",
    "small [fire]s",
]
BAD = [
    "harbour lights were in any way ready",
    "harbour lights were ready",
    "harbor lights",
    "Harbour lights",
    "harbour light",
    "lights were not in anyway ready",
    "self evident",
    "difficul ties",
    "5 million crown",
    "cost 5",
    "all 1914",
    "a rise of 1",
    "a rise of 1.5",
    "cost 6 million",
    "The mayor can",
    "The mayor cant leave",
    "effective repairs",
    "5 degrees",
    "14–18",
    "post",
    "Ineffective repairs delayed many boats",
    "Nobody knows why she said",
    "repairs which were not studied",
    "boats in the end",
    "neither. Another",
    "fires were likely",
    "fires were unlikely to spread, and the keepers",
    # an ellipsis that may not be
    "harbour lights were … ready",
    "lights … before winter",
    "delayed many boats … small fires",
    "ready … harbour lights",
    "repairs, which were … studied",
    "were not … small fires",
    "mayor … leave",
    # a bracket that may not be
    "harbour lights were [quite] ready",
    "The mayor can't [not] leave",
    "[Not] small fires",
    "cost [some] million crowns",
    "harbour [lamps] ready before winter",
    "[e]ffective repairs",
    "[Un]ineffective repairs",
    "delay[ing] boats",
    "harbour[less] lights",
    "",
    "…",
    "?!",
    "[he]",
]


@pytest.mark.parametrize("quote", GOOD)
def test_what_is_tolerated(quote: str) -> None:
    assert isinstance(find(quote, TEXT), Found)


@pytest.mark.parametrize("quote", BAD)
def test_what_is_not(quote: str) -> None:
    assert not isinstance(find(quote, TEXT), Found)


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ("effective repairs", "begins in the middle of `Ineffective`"),
        ("The mayor can", "ends in the middle of `can't`"),
        ("cost 5", "ends in the middle of `5 million`"),
        ("5 degrees", "begins in the middle of `-5`"),
        ("harbour lights were … ready", "leaves out a negation: `not`"),
        ("delayed many boats … small fires", "goes from one paragraph into another"),
        ("The mayor can't [not] leave", "the bracket [not] adds a negation"),
        ("cost [some] million crowns", "the bracket [some] stands for a number: `5`"),
        ("delay[ing] boats", "the bracket [ing] stands for other letters: `ed many`"),
    ],
)
def test_a_refusal_says_why(quote: str, reason: str) -> None:
    refused = find(quote, TEXT)
    assert isinstance(refused, Refused) and reason in refused.reason


def test_the_place_is_where_the_words_stand() -> None:
    found = find("self-evident difficulties", TEXT)
    assert isinstance(found, Found)
    assert SOURCE[found.start : found.end] == "self-\nevident diffi-\nculties"
    found = find("-5 degrees", TEXT)
    assert isinstance(found, Found) and SOURCE[found.start : found.end] == "-5 degrees"


def test_an_ellipsis_reaches_so_far_and_no_farther() -> None:
    near, far = "a " * (REACH // 2 - 2), "a " * (REACH // 2 + 2)
    assert isinstance(find("begins … ends", normal(f"It begins {near} ends.")), Found)
    refused = find("begins … ends", normal(f"It begins {far} ends."))
    assert not isinstance(refused, Found)


def test_a_later_place_may_fit_where_the_first_does_not() -> None:
    text = "It was ineffective, and not effective; in short, of no effective use. Plainly effective."
    found = find("effective", normal(text))
    assert isinstance(found, Found) and text[found.start :].startswith("effective; in")
    found = find("Plainly … effective", normal("Plainly not effective. Plainly most effective."))
    assert isinstance(found, Found) and found.start == len("Plainly not effective. ")


def test_a_negation_in_a_whole_aside_may_be_left_out() -> None:
    assert isinstance(find("Ineffective repairs, … delayed", TEXT), Found)


@pytest.mark.parametrize(
    ("quote", "text", "found"),
    [
        ("灯没有准备好", "港口的灯没有\n准备好，市长说。", True),
        ("灯准备好", "港口的灯没有准备好", False),
        ("ไม่พร้อม", "ไฟท่าเรือไม่พร้อมก่อนฤดูหนาว", True),
        ("не были\nготовы", "Огни гавани не были готовы до зимы.", True),
        ("были готовы до зим", "Огни гавани не были готовы до зимы.", False),
        ("등불은 준비되지", "항구의 등불은 준비되지 않았다", True),
        ('waren "nicht" bereit', "Die Hafenlichter waren „nicht“ bereit", True),
        ("n'étaient pas prêts", "les feux n’étaient pas prêts", True),
        ("The force … deterred attacks", "The force, which was not large, deterred attacks.", True),
        ("The force … deterred attacks", "The force has not deterred attacks.", False),
        ("is … effective", "is, they say, not effective", False),
        ("troops … deter", "troops won't deter", False),
        ("troops [would] deter", "troops would not deter", False),
        ("did [not] ask", "did ask", False),
        ("did [not] ask", "did [not] ask", True),
        ("he was [sic] there", "he was there", True),
        ("the 2022-23 winter", "the 2022–\n23 winter", True),
        ("a wellknown fact", "a well-known fact", False),
        ("a well-known fact", "a well-\nknown fact", True),
        ("co-operate", "coop-\nerate", False),
        ("cooperate", "co-\noperate", True),
        ("state-of-the-art", "state-of-\nthe-\nart", True),
        ("cost $5", "cost $5 billion", False),
        ("5 billion", "cost $5 billion", False),
        ("$5 billion", "cost $5 billion", True),
        ("in 2022", "in 2022 thousands fled", True),
        ("Article", "Article 5 applies", True),
        ("NATO’s Article 5", "NATO's Article 5 applies", True),
        ("50%", "50 %", False),
        ("don't", "don´t", True),
        ("rock 'n' roll", "rock ’n’ roll", True),
    ],
)
def test_pairs_that_come_up(quote: str, text: str, found: bool) -> None:
    assert isinstance(find(quote, normal(text)), Found) == found


# --- promises ---------------------------------------------------------------------------------------------------

WORDS = st.sampled_from([
    "the", "harbour", "lights", "of", "a", "town", "were", "ready", "winter", "keepers", "mayor's", "self-evident",
    "office", "difficult", "efficient", "1914", "5", "million", "spread", "small", "not", "never", "without", "reflect",
])  # fmt: skip


@dataclass(frozen=True)
class Window:
    """A text and a stretch of it, both by words."""

    words: list[str]
    start: int
    end: int

    @property
    def quote(self) -> list[str]:
        return self.words[self.start : self.end]


@st.composite
def windows(draw: st.DrawFn, least: int = 1) -> Window:
    words = draw(st.lists(WORDS, min_size=least + 2, max_size=40))
    start = draw(st.integers(0, len(words) - least))
    end = draw(st.integers(start + least, len(words)))
    assume(not _ends_in_number(words, end))
    return Window(words, start, end)


def _ends_in_number(words: list[str], end: int) -> bool:
    return end < len(words) and words[end - 1].isdigit() and words[end] == "million"


@st.composite
def printed(draw: st.DrawFn, words: list[str]) -> str:
    """The words as some printer sets them: wrapped, hyphenated, with ligatures and typographic marks."""
    parts = []
    for word in words:
        if len(word) > 5 and word.isalpha() and draw(st.booleans()):
            cut = draw(st.integers(2, len(word) - 2))
            word = word[:cut] + draw(st.sampled_from(["-\n", "\u00ad", "\u00ad\n", "-  \n  "])) + word[cut:]
        if draw(st.booleans()):
            word = word.replace("'", "’").replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ")
        parts.append(word)
        parts.append(draw(st.sampled_from([" ", "\n", "  ", "\u00a0", "\n   ", "\u2009"])))
    return "".join(parts)


@given(st.data(), windows())
def test_a_verbatim_stretch_of_any_text_is_found_however_it_is_printed(data: st.DataObject, window: Window) -> None:
    source = normal(data.draw(printed(window.words)))
    quote = data.draw(printed(window.quote))
    assert isinstance(find(quote, source), Found)


@given(windows(3), st.data())
def test_a_stretch_without_one_of_its_inner_words_is_not_found(window: Window, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(window.quote) - 2))
    shorter = window.quote[:place] + window.quote[place + 1 :]
    assume(" ".join(shorter) not in " ".join(window.words))
    assert not isinstance(find(" ".join(shorter), normal(" ".join(window.words))), Found)


@given(windows(3), st.data())
def test_a_stretch_with_a_changed_word_is_not_found(window: Window, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(window.quote) - 1))
    word = window.quote[place]
    other = data.draw(st.sampled_from([f"{word}s", f"un{word}", "changed", word.swapcase(), word + "-like", "6"]))
    assume(other != word)
    changed = [*window.quote[:place], other, *window.quote[place + 1 :]]
    assert not isinstance(find(" ".join(changed), normal(" ".join(window.words))), Found)


PLAIN = st.lists(
    st.sampled_from(["harbour", "lights", "boats", "keepers", "winter", "town", "ready", "small"]), max_size=6
)
NEGATIONS = st.sampled_from(["not", "never", "no", "hardly", "without", "cannot", "neither"])


@given(PLAIN, NEGATIONS, PLAIN, st.sampled_from([" ", " … ", " ... ", " [...] ", " [quite] ", " [sic] ", "… [so] "]))
def test_dropping_a_negation_never_passes(before: list[str], no: str, after: list[str], joint: str) -> None:
    """With no mark, with an ellipsis, with a bracket: from "it BEFORE not AFTER it" comes no "BEFORE … AFTER"."""
    first, last = ["they", *before, "were"], ["lit", *after, "then"]
    source = normal(" ".join([*first, no, *last]))
    assert isinstance(find(" ".join([*first, no, *last]), source), Found)
    assert not isinstance(find(" ".join(first) + joint + " ".join(last), source), Found)


@given(PLAIN, NEGATIONS, PLAIN, PLAIN)
def test_an_ellipsis_with_a_negation_at_its_edge_never_passes(
    before: list[str], no: str, left_out: list[str], after: list[str]
) -> None:
    first, last = ["they", *before, "were"], ["lit", *after, "then"]
    for gap in ([no, *left_out], [*left_out, no]):
        source = normal(" ".join([*first, *gap, *last]))
        assert not isinstance(find(f"{' '.join(first)} … {' '.join(last)}", source), Found)


@given(windows(2), st.data())
def test_a_declared_ellipsis_may_leave_out_what_has_no_negation(window: Window, data: st.DataObject) -> None:
    assume(len(window.quote) >= 3)
    one = data.draw(st.integers(1, len(window.quote) - 1))
    two = data.draw(st.integers(one, len(window.quote) - 1))
    gap = " ".join(window.quote[one:two])
    assume(not NEGATION.search(gap) and not _ends_in_number(window.quote, one))
    quote = f"{' '.join(window.quote[:one])} … {' '.join(window.quote[two:])}"
    assert isinstance(find(quote, normal(" ".join(window.words))), Found)


@given(st.text(max_size=40), st.text(max_size=80))
def test_any_text_may_be_looked_for_in_any_other(quote: str, source: str) -> None:
    found = find(quote, normal(source))
    if isinstance(found, Found):
        assert 0 <= found.start < found.end <= len(normal(source).text)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("a" * 300_000, "a" * 300),
        ("no-\n" * 80_000, "no " * 200),
        ("ab " * 100_000, "ab " * 300 + "c"),
        ("a and a not a then " * 15_000, "a … a … a … a … then then"),
        ("[x] ... " * 40_000, "[x] ... [y] ... " * 5),
    ],
)
def test_no_text_makes_it_slow(text: str, quote: str) -> None:
    """Quadratic in 300,000 characters would take hours."""
    source = normal(text)
    with ends():
        find(quote, source)


def test_the_words_that_turn_a_sentence_round_are_known() -> None:
    for text in ("did not", "didn't", "didn’t", "No one", "never", "cannot", "can't", "nobody", "without"):
        assert NEGATION.search(text), text
    for text in ("nothingness", "note", "knot", "another", "north"):
        assert not NEGATION.search(text), text
    assert re.compile(NEGATION.pattern)
