"""Documents as plain text, and sentences with a depth as documents."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.documents.document import (
    Card,
    CardEvidence,
    Heading,
    Items,
    Meter,
    Paragraph,
    Pill,
    Row,
    Run,
    Table,
    Tag,
    Terms,
    document,
)
from argmap.documents.formats import markdown, text
from argmap.documents.nested_lists import outlined
from argmap.evaluation.framework import Label

SENTENCES = [("a", 0), ("b", 1), ("c", 2), ("d", 3), ("e", 2), ("f", 1), ("g", 0), ("h", 1), ("i", 0)]


def test_sentences_keep_their_order_and_depth() -> None:
    found = document("T", "", outlined(SENTENCES))
    assert text.write(found) == "a\n  b\n    c\n      d\n    e\n  f\ng\n  h\ni\n"
    assert markdown.write(found) == "# T\n\na\n\n- b\n  - c\n    - d\n  - e\n- f\n\ng\n\n- h\n\ni\n"


@given(st.lists(st.integers(0, 5), min_size=1, max_size=30))
def test_no_sentence_is_lost(depths: list[int]) -> None:
    sentences = [(f"s{number}", depth) for number, depth in enumerate(depths)]
    written = text.write(document("T", "", outlined(sentences)))
    assert [line.strip() for line in written.splitlines()] == [said for said, _ in sentences]


def test_thousands_of_depths_need_no_recursion_to_be_outlined() -> None:
    assert isinstance(outlined([(str(depth), depth) for depth in range(1, 5_000)])[0], Items)


def test_each_kind_of_block() -> None:
    said = (Run("Said."),)
    found = document("T", "", [
        Heading(2, (Run("H"),)), Paragraph((Run("The words."),), "words"), Paragraph(said, "note"),
        Card((Run("C "), Pill(Label.OUT, "answered"), Run(" "), Tag("id")),
             (CardEvidence((Run("Doe"),), "So.", said),)),
        Table("t", ("one", "two"), (Row((said, (Meter(0.5, "0.50"),))),)), Terms((((Run("x"),), said),)),
    ], (Run("End."),))  # fmt: skip
    assert text.write(found).splitlines() == [
        "H", "  It says: The words.", "", "Said.", "", "C ✗ answered (id)", "  Doe", "  “So.”", "  Said.", "",
        "one    two", "Said.  (strength 0.50)", "  x: Said.", "", "End.",
    ]  # fmt: skip
