"""A diff of lines is difflib's, as long as that is quick."""

from __future__ import annotations

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.cli.printing import line_diff
from argmap.cli.printing.line_diff import unified

TEXTS = st.lists(st.sampled_from(["a\n", "b\n", "\n", "c"]), max_size=30).map("".join)


def applied(old: str, lines: list[str]) -> str:
    """What a diff makes of a text."""
    made, rest = list[str](), old.splitlines(keepends=True)
    said = [line for piece in lines for line in piece.splitlines(keepends=True)]
    left = len(rest)
    for line, follows in zip(said, [*said[1:], ""], strict=False):
        text = line[1:-1] if follows.startswith("\\") else line[1:]
        if line.startswith("@@"):
            start, _, number = line.split()[1][1:].partition(",")
            upto = int(start) - (number != "0")
            made += rest[len(rest) - left : upto]
            left = len(rest) - upto
        elif line[0] in " -" and not line.startswith("---"):
            assert rest[len(rest) - left] == text
            left -= 1
        if line[0] in " +" and not line.startswith("+++"):
            made.append(text)
    return "".join([*made, *rest[len(rest) - left :]])


@given(TEXTS, TEXTS)
def test_it_says_what_difflib_says(old: str, new: str) -> None:
    lines = difflib.unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), "a/x", "b/x")
    plain = "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    assert "".join(unified(old, new, "a/x", "b/x")) == plain
    assert applied(old, list(unified(old, new, "a", "b"))) == new


@given(TEXTS, TEXTS, st.integers(0, 60))
def test_what_takes_too_long_to_compare_is_replaced(old: str, new: str, most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(line_diff, "MOST_COMPARED", most)
        assert applied(old, list(unified(old, new, "a", "b"))) == new


def test_lines_that_all_differ_a_little_are_compared_so_often_only(monkeypatch: pytest.MonkeyPatch) -> None:
    seen, plain = [0], difflib.SequenceMatcher.find_longest_match

    def counting(self: difflib.SequenceMatcher[str], alo: int, ahi: int, blo: int, bhi: int) -> difflib.Match:
        seen[0] += ahi - alo
        return plain(self, alo, ahi, blo, bhi)

    monkeypatch.setattr(difflib.SequenceMatcher, "find_longest_match", counting)
    monkeypatch.setattr(line_diff, "MOST_COMPARED", 100_000)
    old = "".join(f"{number}\nx{number}\n" for number in range(1_000))
    assert applied(old, list(unified(old, old.replace("x", "y"), "a", "b"))) == old.replace("x", "y")
    assert 0 < seen[0] <= 100_000
