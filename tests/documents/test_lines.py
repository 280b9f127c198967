"""Numbers, dates and sentences in plain English."""

import pytest

from argmap.documents import lines
from argmap.documents.document import Run
from argmap.model.csl.dates import read_date


@pytest.mark.parametrize(
    ("written", "words"),
    [("2026-02-08", "8 February 2026"), ("2015-21", "spring 2015"), ("1730~", "about 1730"),
     ("2020/..", "since 2020"), ("../2020", "until 2020"), ("2004-07/2004-08", "July 2004 to August 2004"),
     ("-0430", "431 BCE"), ("in press", "")],
)  # fmt: skip
def test_a_date_of_a_bibliography_in_words(written: str, words: str) -> None:
    date = read_date(written)
    assert date is not None and lines.when(date) == words


@pytest.mark.parametrize(("data", "said"), [("a", "a."), ("a.", "a."), ("a?", "a?"), ("“a.”", "“a.”"), ("a…", "a…"),
                                            ("a\n b", "a b."), ("是。", "是。")])  # fmt: skip
def test_a_sentence_ends_once(data: str, said: str) -> None:
    assert lines.sentence(data) == said


@pytest.mark.parametrize(("data", "said"), [("a.", "a"), ("a?", "a?"), ("a...", "a..."), ("a", "a")])
def test_a_phrase_has_no_full_stop(data: str, said: str) -> None:
    assert lines.phrase(data) == said


@pytest.mark.parametrize(("n", "words"), [(0, ""), (1, "0"), (2, "0 and 1"), (3, "0, 1 and 2")])
def test_a_list_reads_as_one(n: int, words: str) -> None:
    parts = lines.listed_lines([(Run(str(i)),) for i in range(n)])
    assert "".join(part.text for part in parts if isinstance(part, Run)) == words
