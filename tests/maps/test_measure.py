"""Text is measured like Helvetica, and what is wrapped fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.maps.measure import clamp, clusters, is_right_to_left, shorten, width, wrap


@pytest.mark.parametrize(
    ("text", "bold", "expected"),
    [
        ("Hello", False, 722 + 556 + 222 + 222 + 556),  # Adobe's Helvetica.afm, in 1/1000 em
        ("Hello", True, 722 + 556 + 278 + 278 + 611),  # Helvetica-Bold.afm
        ("WWW", False, 3 * 944),
        ("", False, 0),
    ],
)
def test_width_agrees_with_the_metrics_that_adobe_published(text: str, bold: bool, expected: float) -> None:
    assert width(text, 1000, bold=bold) == pytest.approx(expected, abs=3)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("one two three", 50, ("one two", "three")),
        ("one two three", 1000, ("one two three",)),
        ("", 50, ()),
        ("  spaces   between ", 1000, ("spaces between",)),
        ("never-ending-hyphens", 55, ("never-", "ending-", "hyphens")),
        ("東京都は明日", 31, ("東京", "都は", "明日")),
        ("終わり。", 31, ("終わ", "り。")),
        ("con\u00adsti\u00adtution of", 55, ("consti-", "tution of")),
        ("con\u00adsti\u00adtution", 1000, ("constitution",)),
        ("be\u200bside", 30, ("be\u200b", "side")),
    ],
)
def test_lines_break_between_words_behind_hyphens_and_beside_wide_characters(
    text: str, room: float, lines: tuple[str, ...]
) -> None:
    assert wrap(text, room, 14) == lines


def test_a_word_that_is_too_long_is_broken_and_loses_nothing() -> None:
    lines = wrap("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", 80, 14)
    assert len(lines) > 3
    assert "".join(lines) == "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"


@given(st.text(max_size=120), st.sampled_from([60.0, 128.0, 300.0]), st.booleans())
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str, room: float, bold: bool) -> None:
    lines = wrap(text, room, 14, bold=bold)
    assert all(width(line, 14, bold=bold) <= room + 1e-6 for line in lines)
    shown, meant = ("".join("".join(each).split()) for each in (lines, text))
    assert shown.replace("-", "").replace("\u00ad", "") == meant.replace("-", "").replace("\u00ad", "")


@pytest.mark.parametrize(
    "text",
    [
        "👩‍👩‍👧" * 9,
        "🇺🇦🇵🇱" * 9,
        "e\u0301\u0323" * 40,
        "👍🏽" * 20,
        "\U0001f3f4\U000e0067\U000e0062\U000e007f" * 9,
        "हिन्दी" * 12,
    ],
)
def test_a_break_never_cuts_what_a_reader_takes_for_one_character(text: str) -> None:
    whole = set(clusters(text))
    for line in (*wrap(text, 60, 14), shorten(text, 60, 14).removesuffix("…")):
        assert set(clusters(line)) <= whole
    assert len(whole) < 7


@pytest.mark.parametrize("room", [40, 61, 83, 120])
def test_no_line_of_thai_begins_or_ends_with_a_vowel_of_the_next(room: float) -> None:
    lines = wrap("ประเทศสมาชิกนาโตควรส่งครูฝึกทหารไปยังยูเครนก่อนการหยุดยิงเพื่อเพิ่มขีดความสามารถ", room, 14)
    assert len(lines) > 5
    assert all(line[-1] not in "เแโใไ" and line[0] not in "ะาำๅๆฯ" for line in lines)


def test_what_is_cut_ends_in_an_ellipsis_that_fits() -> None:
    assert shorten("short", 100, 14) == "short"
    cut = shorten("a rather long line of words", 60, 14)
    assert cut.endswith("…") and width(cut, 14) <= 60
    assert clamp(("one", "two", "three"), 2, 40, 14) == ("one", "two…")
    assert clamp(("a", "b"), 2, 100, 14) == ("a", "b")


@pytest.mark.parametrize(("text", "expected"), [("abc", False), ("12 שלום", True), ("نص", True), ("…", False)])
def test_direction_is_that_of_the_first_letter(text: str, expected: bool) -> None:
    assert is_right_to_left(text) is expected
