"""Places in a source, `p. 4`, are set as the style sets them; pandoc says how."""

from __future__ import annotations

import pytest

from argmap.citations import OWN, cite, named, rich_text
from argmap.citations.english import english
from argmap.citations.locators import Locator, labels, parted
from argmap.citations.style import parse
from tests.citations import pandoc
from tests.citations.pandoc import Item
from tests.citations.runs import plain
from tests.citations.styles import HELD, style_text
from tests.conftest import needs_package

ITEMS: list[Item] = [
    {"id": "doe", "type": "book", "title": "Ports", "author": [{"family": "Doe", "given": "Jane"}],
     "issued": {"date-parts": [[2024]]}},
    {"id": "roe", "type": "book", "title": "Harbours", "author": [{"family": "Roe", "given": "Rob"}]},
]  # fmt: skip
WORDS = (
    "p. 4", "pp. 12-14", "pp. 1012-1014", "page 7", "pages 7-9", "4", "12–14", "p. xii", "chap. 3",
    "chapter 12", "chaps. 3-5", "sec. 5", "§ 5", "§§ 5-7", "para. 7", "¶ 7", "paras. 2-3", "vol. 2", "line 8",
    "fig. 3", "n. 12", "p. 4, 9", "bk. 2", "pt. 1", "p. A4", "chaps. 112-114",
)  # fmt: skip


@pytest.mark.parametrize("words, label, value", [
    ("p. 4", "page", "4"), ("P. 4", "page", "4"), ("p.4", "page", "4"), ("pg. 4", "page", "4"), ("12", "page", "12"),
    ("12-14", "page", "12-14"), ("12 f.", "page", "12 f."), ("iv", "page", "iv"), ("xi–xiv", "page", "xi–xiv"),
    ("Chapter 3", "chapter", "3"), ("ch. IV", "chapter", "IV"), ("514a", "page", "514a"), ("verse 3", "verse", "3"),
    ("§5(2)", "section", "5(2)"), ("¶¶ 7-9", "paragraph", "7-9"), ("Art. 5", "article-locator", "5"),
    ("12:30", "timestamp", "12:30"), ("min. 12", "timestamp", "12"),
    ("1:02:30–1:03:00", "timestamp", "1:02:30–1:03:00"),    ("s.v. 1", "sub-verbo", "1"),
])  # fmt: skip
def test_a_place_has_a_label_and_a_number(words: str, label: str, value: str) -> None:
    assert parted(words, labels(english("en-US"))) == (Locator(label, value), "")


@pytest.mark.parametrize("words, label, value, more", [
    ("ch 3, p. 12", "chapter", "3", "p. 12"), ("table 2, p. 14", "table", "2", "p. 14"),
    ("p. 4, para. 2", "page", "4", "para. 2"), ("vol. 2, p. 3", "volume", "2", "p. 3"),
    ("n. 3; p. 5", "note", "3", "p. 5"), ("§ 5(2), last sentence", "section", "5(2)", "last sentence"),
])  # fmt: skip
def test_what_stands_behind_a_place_is_said_behind_it(words: str, label: str, value: str, more: str) -> None:
    assert parted(words, labels(english("en-US"))) == (Locator(label, value), more)


@pytest.mark.parametrize("words", [
    "Conclusion, sentence 4", "civic", "mix", "", "p.", "page", "the page after 4", "chapter on ports", "Annex 2",
    "p. four", "sentence 4", "2024 edition",
])  # fmt: skip
def test_other_words_are_no_place(words: str) -> None:
    assert parted(words, labels(english("en-US"))) == (None, words)


@pytest.mark.parametrize("style", HELD)
def test_a_place_is_set_as_pandoc_sets_it(style: str) -> None:
    needs_package("pypandoc")
    text, places = style_text(style), [(id, words) for words in WORDS for id in ("doe", "roe")]
    theirs = pandoc.cite_at(ITEMS, text, places)
    layout = parse(text).citation.formatting
    ours = {
        place: layout.prefix + rich_text.text_of(said) + layout.suffix
        for place, said in cite(ITEMS, text).located(places).items()
    }
    assert ours == {place: plain(said).replace("\N{NO-BREAK SPACE}", " ") for place, said in theirs.items()}


def test_the_own_style_sets_pages_bare_and_others_with_their_label() -> None:
    cited = cite(ITEMS, named(OWN))
    located = cited.located([("doe", "p. 4"), ("roe", "ch. 3, p. 4"), ("doe", "Annex B"), ("other", "p. 4")])
    assert {place: rich_text.text_of(said) for place, said in located.items()} == {
        ("doe", "p. 4"): "Doe 2024, 4", ("roe", "ch. 3, p. 4"): "Roe, n.d., chap. 3, p. 4",
        ("doe", "Annex B"): "Doe 2024, Annex B",
    }  # fmt: skip
    assert rich_text.text_of(cited.in_text["doe"]) == "Doe 2024"
