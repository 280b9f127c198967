"""Marks of notes: what is one, and what is a number, a unit or a word."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.evidence.quotes.finding import Found, find
from argmap.evidence.quotes.marks import bare, marks
from argmap.evidence.quotes.normal import normal
from tests.evidence.quotes.test_finding import WORDS, Window, windows

MARKS = (
    "³", "¹²", "¹,²", "¹⁻³", "[1]", "[12, 13]", "[1–3]", "[1][2]", "[^1]", "[^note-2]", "[note 3]", "[n 4]", "†", "‡",
    "*", "**", "^3^", "^1,2^", "<sup>3</sup>", '<sup class="fn"><a href="#fn3">3</a></sup>', "<sup>[3]</sup>",
    "<sup>†</sup>", "[citation needed]", "[FN3]", "[footnote 12]", r"\[7\]", r"\[12, 13\]", r"\[^1\]", "§", "¶", "‖",
    "①", "⓬", "ⓐ", "{12}", "{3, 4}", "{note 3}", "[[note 3]]", "[†]", "[*]", "[1a]", "[12, p. 4]", "[1, at 30–31]",
    "<sup>a</sup>", "<sup>a, b</sup>", "^a^", "$^{3}$", r"\textsuperscript{3}", "⁽³⁾", "[[1]](#ref)", "[1](#ref)",
    r"[\[1\]](page.html#cite-1)", "[^1^](#fn1){.footnote-ref}", "^[1](#fn1)^", "<sup>[1](#fn1)</sup>", "[^1](#fn1)",
    "[1]_", "[#note]_", "[fn:1]", r"\footnote{See p. 4.}", r"\footnotemark[3]", "<ref>See p. 4.</ref>",
    '<ref name="a" />',
)  # fmt: skip


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("text", ["The lights were open{}.", "The lights were open.{} Then", "in 2019{}, they said",
                                  "“open”{} they said", "(as was said){}"])  # fmt: skip
def test_a_mark_is_found_at_a_word_and_at_a_stop(text: str, mark: str) -> None:
    assert bare(text.format(mark)) == text.format("")


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("so.[iv] The", "so. The"), ("so.ⁱ The", "so. The"), ("so. [footnote 3] The", "so. The"),
        ("was shown [3].", "was shown."), ("was shown [3], and", "was shown, and"), ("so. [3] The", "so. The"),
        ("so.[a] The", "so. The"), ("so.[1]\nThe", "so.\nThe"),
        (r"was shown \[3\].", "was shown."), ("so.^[See the report, p. 4.] The", "so. The"),
        ("the lights^[Those of 2020.] were", "the lights were"),
    ],
)  # fmt: skip
def test_a_mark_takes_the_space_before_it_along(text: str, without: str) -> None:
    assert bare(text) == without


@pytest.mark.parametrize(
    "text",
    [
        "10⁶ people", "19¹", "191", "open3", "open.3 The", "5 km²", "30 miles² of", "x² + y²", "CO²", "m³", "E=mc²",
        "10^6^", "2 * 3", "2*3", "*open", "the [5] articles", "Article [5] applies", "deter[s] them",
        "[1] The list", "x<sup>2</sup>", "10<sup>6</sup>", "1<sup>st</sup>", "H₂O", "¹ First", "a [b] c", "§ 5",
        "[the mayor]", "[sic]", "the [iv] and", "1ᵉ", "so.[mix] The", "3†4", r"the \[5\] articles",
        "x^[2 cm]", "Article 5§ 3", "5§3", "C#", "x^{3}", "f(x)", "{12} ships", "at a[n]", "the [[1]] of", "cm^3",
        "Art. 5(3)", "mc²", "3 in²", "is <ref", "open^[2]", "in [0, 1] and", "those aged [2–4] were",
        "in 2020, 4 ships", r"a \[b\] c",
    ],
)  # fmt: skip
def test_what_says_something_is_no_mark(text: str) -> None:
    assert bare(text) == text


def test_marks_are_told_by_their_places() -> None:
    text = "One.[1][2] Two.³"
    assert [text[start:end] for start, end in marks(text)] == ["[1]", "[2]", "³"]
    assert bare(text, put="_") == "One.______ Two._"


@pytest.mark.parametrize(
    ("quote", "source", "found"),
    [
        ("were open. The harbour", "The lights were open.³ The harbour slept.", True),
        ("were open. The harbour", "The lights were open.[12, 13] The harbour slept.", True),
        ("were open.[1] The harbour", "The lights were open. The harbour slept.", True),
        ("were open.[1] The harbour", "The lights were open.¹ The harbour slept.", True),
        ("were open … slept", "The lights were open.³ The harbour slept.", True),
        ("rose by 19", "It rose by 19¹.", False), ("rose by 191", "It rose by 19[1].", False),
        ("rose by 19", "It rose by 191.", False), ("rose by 19", "It rose by 19[1].", True),
        ("5 km", "It is 5 km² large.", False), ("10 people", "It killed 10⁶ people.", False),
        ("were shut. The harbour", "The lights were open.³ The harbour slept.", False),
        ("in 2020, ships", "It was in 2020, 4 ships sank.", False),
        ("in 2020, ships", r"in 2020,\[4\] ships sank", True),
        ("are open. Ships", "They are open.^[Since 2020.] Ships pass.", True),
        ("Since 2020.", "They are open.^[Since 2020.] Ships pass.", True),
        ("are open. Ships", "They are open.3 Ships pass.", True),
        ("are open.” Ships", "They “are open.”12 Ships pass.", True),
        ("are open! “Ships", "They are open!3\n\n“Ships pass.”", True),
        ("are open.3 Ships", "They are open.3 Ships pass.", True),
        ("are open.4 Ships", "They are open.3 Ships pass.", False),
        ("are open. 3 Ships", "They are open.3 Ships pass.", False),
        ("are open.3 Ships", "They are open. Ships pass.", False),
        ("are open. ships", "They are open.3 ships pass.", False),
        ("are open. Ships", "They are open.123 Ships pass.", True),
        ("are open. Ships", "They are open.1234 Ships pass.", False),
        ("are open. Ships", "They are open.3,4 Ships pass.", True),
        ("are open. Ships", "They are open.12–14 Ships pass.", True),
        ("open, and ships", "They are open,12 and ships pass.", True),
        ("open, ships", "They are open,12 million ships pass.", False),
        ("open, ships", "They are open, 12 ships pass.", False),
        ("open, 2020", "They are open,12 2020 says.", False),
        ("“open” he", "It is “open”3 he said.", True), ("“open,” he", "It is “open,”3 he said.", True),
        ("(open) he", "It is (open)3 he said.", True), ("(open) he", "It is (open) 3 he said.", False),
        ("in 2020. The port", "It was in 2020.1 The port.", True), ("was in 2020", "It was in 2020.1 The port.", True),
        ("in 2020, the port", "It was in 2020,12 the port.", True),
        ("in 2020.1 The port", "It was in 2020. The port.", False),
        ("in 2020.2 The port", "It was in 2020.1 The port.", False),
        ("cost 2020", "It cost 2020.1 million.", False), ("gave 2020", "It gave 2020.5 MW Monday.", False),
        ("cost $2020", "It cost $2020.1 The port.", False), ("cost 1.2020", "It cost 1.2020,12 and more.", False),
        ("cost 2020", "It cost 2020,123 and more.", False), ("cost 19", "It cost 19.1 The port.", False),
        ("Was 2020.1 The port open. Ships", "Was 2020.1 The port open.[3] Ships pass.", True),
        ("Was 2020.1 The port open. Ships", "Was 2020.1 The port open.3 Ships pass.", True),
        ("of “open”3 The port open. Ships", "Of \"open\"3 The port open.³ Ships pass.", False),
        ("of “open”3 The port is open. Ships", "all of \"open\"3 The port is open.³ Ships pass.", True),
        ("so open. It is", "It is so open.12 It is.", True), ("by 12%. It", "It rose by 12%.3 It is.", True),
        ("says so. Then", "He says so.4 Then.", True), ("of No. Then", "The man of no.4 Then.", False),
        ("in page: ships", "It is in page:3 ships.", True),
        ("are open. Ships", "They are open.3Ships pass.", False),
        ("rose by 1. Ships", "It rose by 1.5 Ships pass.", False),
        ("see Fig. Ships", "Now see Fig.3 Ships pass.", False),
        ("of Art. NATO", "The words of Art.5 NATO likes.", False),
        ("at No. Downing", "He sits at No.10 Downing Street.", False),
        ("in the U.S. Ships", "It is in the U.S.3 Ships pass.", False),
        ("were not open", "The lights were[1] open.", False), ("deter them", "It will deter[s] them.", False),
    ],
)  # fmt: skip
def test_a_quote_is_found_with_and_without_the_marks_of_its_source(quote: str, source: str, found: bool) -> None:
    assert isinstance(find(quote, normal(source)), Found) == found


def test_the_place_of_a_quote_is_that_in_the_text_with_its_marks() -> None:
    source = "The lights were open.³ The harbour[4] slept."
    found = find("open. The harbour slept", normal(source))
    assert isinstance(found, Found) and source[found.start : found.end] == "open.³ The harbour[4] slept"


HIGH = tuple(mark for mark in MARKS if mark[0] in "¹³⁽^$<" or mark.startswith("\\text"))
WRITTEN = ("1", "3", "12", "123", "3,4", "12–14")
PASSAGE = (
    "The port is “open”, he told us in 2020, and no ship (of all that came) had to wait. It was so in 2019. "
    "Then the harbour council met; “Nobody doubts it,” they say. Ships pass! Why “not now?” It cost 5 crowns."
)


def places(mark: str) -> list[int]:
    """The ends of words, and of the stops behind them, where a mark may stand."""
    ends = [match.end() for match in re.finditer(r"\w+|(?<=[^\s(“])[.,;:!?”)]", PASSAGE)]
    if mark in WRITTEN:
        before = r"[^\W\d]{2}[.,;:!?”)]{1,2}$" if len(mark) > 2 else r"(?:[^\W\d]{2}[.,;:!?”)]{1,2}|\d{4}[.,])$"
        return [end for end in ends if PASSAGE[end : end + 1] == " " and re.search(before, PASSAGE[:end])]
    no_mark = r"\b(?:\d{1,3}|in|It)$" if mark in HIGH else r"\b(?:in|cost)$" if mark in "§¶" else r"\Z."
    return [end for end in ends if not re.search(no_mark, PASSAGE[:end])]


@pytest.mark.parametrize("mark", [*MARKS, *WRITTEN])
def test_a_mark_behind_a_word_or_a_stop_leaves_every_quote_findable(mark: str) -> None:
    """Of the passage as it was: up to the place of the mark, from there on, across it, and all."""
    for end in places(mark):
        source = normal(f"{PASSAGE[:end]}{mark}{PASSAGE[end:]}")
        begin = PASSAGE.rfind(" ", 0, end) + 1
        until = next((match.start() for match in re.finditer(r"\s|\Z", PASSAGE) if match.start() > end + 1), end)
        for quote in (PASSAGE, PASSAGE[:end], PASSAGE[end:].lstrip(".,;:!?”) "), PASSAGE[begin:until]):
            assert not quote or isinstance(find(quote, source), Found), (quote, source.text)


@st.composite
def annotated(draw: st.DrawFn, words: list[str]) -> str:
    """The words with marks between some of them; behind a number only those that no exponent looks like."""
    parts = []
    for word, after in zip(words, [*words[1:], ""], strict=True):
        mark = draw(st.sampled_from(("", "", *MARKS)))
        is_one = after.isalpha() if mark in "§¶" else mark not in HIGH or (word.isalpha() and len(word) > 2)
        parts.append(word + mark * is_one)
    return " ".join(parts)


@given(st.data(), windows())
def test_a_stretch_is_found_wherever_marks_were_put_between_its_words(data: st.DataObject, window: Window) -> None:
    assert isinstance(find(" ".join(window.quote), normal(data.draw(annotated(window.words)))), Found)


@given(st.data(), windows(3))
def test_a_changed_word_is_not_found_among_marks(data: st.DataObject, window: Window) -> None:
    source = normal(data.draw(annotated(window.words)))
    place = data.draw(st.integers(0, len(window.quote) - 1))
    word = window.quote[place]
    other = data.draw(st.sampled_from([f"{word}s", f"un{word}", "changed", word.swapcase(), word + "1", "1" + word]))
    assume(other != word)
    changed = [*window.quote[:place], other, *window.quote[place + 1 :]]
    assert not isinstance(find(" ".join(changed), source), Found)


SENTENCES = st.lists(st.sampled_from(["The port is open.", "Ships pass!", "It cost 5 crowns.", "He said “no.”",
                                      "Was it 3.5 miles?", "It rose by 12.", "See Fig.", "He lives at No."]),
                     min_size=2, max_size=6)  # fmt: skip
NUMBERS = st.sampled_from(["", "1", "3", "12", "35", "123"])


@settings(max_examples=300)
@given(SENTENCES, st.data())
def test_a_number_that_a_quote_has_is_never_another_in_its_source(sentences: list[str], data: st.DataObject) -> None:
    """Digits written to the ends of sentences may be left out of a quote; none may be others, or come to it."""
    theirs, ours = (data.draw(st.tuples(*[NUMBERS] * len(sentences))) for _ in "12")
    source, quote = (" ".join(map("".join, zip(sentences, written, strict=True))) for written in (theirs, ours))
    if theirs == ours:
        assert isinstance(find(quote, normal(source)), Found)
    elif isinstance(find(quote, normal(source)), Found):
        for sentence, their, our in list(zip(sentences, theirs, ours, strict=True))[:-1]:
            assert our == their or (our == "" and sentence not in ("See Fig.", "It rose by 12."))
        assert ours[-1] in ("", theirs[-1])


@given(st.lists(WORDS, min_size=1, max_size=12), st.data())
def test_no_text_without_marks_is_changed(words: list[str], data: st.DataObject) -> None:
    assert bare(" ".join(words)) == " ".join(words)
    assert normal(" ".join(words)).bare is None
