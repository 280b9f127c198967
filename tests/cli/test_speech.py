"""`argmap speech`, and the speech itself."""

from __future__ import annotations

import pytest

from argmap import briefs
from argmap.briefs.delivery import Delivery
from argmap.briefs.selected_debate import Selection, SelectionError
from tests.briefs.tram import PASSAGE, READ, carded
from tests.cli.run import Program

LIST = "# Roads\n\nfrees-roads\nExtend it: they said nothing.\npeople-switch\n"


def spoken(text: str = LIST, cites: bool = False, highlighted: bool = False, wpm: int = 250) -> str:
    said = briefs.speech_of(carded(), "2AC", text, "markdown", Selection(delivery=Delivery(wpm)), cites, highlighted)
    assert isinstance(said, str)
    return said


def test_a_speech_has_its_cards_in_order_and_its_time() -> None:
    said = spoken()
    assert said.index("## Roads") < said.index("A tram line frees road space") < said.index("Extend it")
    assert "words read" in said.splitlines()[2] and "of 8 minutes" in said.splitlines()[2]
    assert "more than 8 minutes" in spoken("word " * 450 + "\nfrees-roads", wpm=50)


def test_highlighted_has_only_what_is_read_and_cites_the_ends() -> None:
    lit, cites = spoken(highlighted=True), spoken(cites=True)
    assert all(words.split(". ")[0] in lit for words in READ) and "We counted cars" not in lit
    first, last = PASSAGE.split()[:15], PASSAGE.split()[-15:]
    assert " ".join(first) in cites and " ".join(last) in cites and "AND" in cites and READ[1] not in cites


def test_a_line_that_names_nothing_is_an_error_with_its_number() -> None:
    with pytest.raises(SelectionError, match=r"line 2: this debate has no statement 'frees-road'.*frees-roads"):
        spoken("# A\nfrees-road\n")


@pytest.mark.parametrize("format", ["markdown", "html"])
def test_what_would_hide_in_a_speech_is_shown(format: str) -> None:
    hidden = "\x1b[31m\x00\u202e\x07\U000e0041\ufffe"
    text = f"# Roads {hidden}\nExtend {hidden} it.\n<script>alert(1)</script> said so\n"
    said = briefs.speech_of(carded(), f"2AC{hidden}", text, format, Selection(delivery=Delivery()))
    assert isinstance(said, str)
    assert not set(hidden) - set("[31m") & set(said) and said.count("\ufffd") >= 15
    assert "<script>" not in said


def test_the_command_reads_a_file(small: Program) -> None:
    small.write("2AC.txt", "# Opening\nwe-should-act\n")
    assert small("speech", "2AC.txt").out.startswith("# 2AC")
    assert small("speech", "2AC.txt", "-o", "2AC speech.docx").code == 0
    small.write("2AC.txt", "nothing-such\n")
    refused = small("speech", "2AC.txt")
    assert refused.code == 2 and "2AC.txt, line 1: this debate has no statement 'nothing-such'" in refused.err
