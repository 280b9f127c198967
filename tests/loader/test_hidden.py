"""What is not seen is reported, where it stands; what scripts and emoji need is not."""

from __future__ import annotations

import pytest

from argmap.bibliography.record import Entry, Reading
from argmap.writing.imports.fitting import fit
from tests.loader.debates import load

HIDDEN = (
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2060\u2061\u180e\u3164\u200b\U000e0041\u206a\ufe0f\ufe00"
    "\U000e0100\u115f\u1160\uffa0\u2800\u200c\u200d\u200e\u200f\u061c\u034f\u17b4\u180b\ufff9\U0001d159\U0001d173\U000e0001"
)
NEEDED = [
    "نیم\u200cفاصله", "👩\u200d🚀", "\u200fשלום", "ab\u00adcd", "ก\u200bข", "🏴\U000e0067\U000e0062\U000e007f",
    "e\u0301", "a\u00a0b", "❤\ufe0f", "1\ufe0f\u20e3", "©\ufe0f", "葛\U000e0100", "🏳\ufe0f\u200d🌈",
    "क्\u200dष", "क्\u200cष", "\u200d\u0647\u200d", "👨🏽\u200d🚀", "ไ\u200bท", "⠓\u2800⠊", "ᠮ\u180b", "𞤀\u200c𞤁",
    "שלום C++\u200e, שלום", "\u05d0\u034f\u05b7",
]  # fmt: skip


def found(text: str, where: str) -> list[tuple[int, str]]:
    texts = {
        "text": f"  - claim: c\n    text: {text}\n",
        "comment": f"  # {text}\n  - claim: c\n    text: t\n",
        "value": f"  - claim: c\n    text: t\n    side: pro{text}\n",
    }
    faults = load(texts[where]).diagnostics
    return [(d.span.line, d.message) for d in faults if d.rule == "hidden-character"]


@pytest.mark.parametrize("where", ["text", "comment", "value"])
@pytest.mark.parametrize("character", HIDDEN, ids=lambda character: f"{ord(character):x}")
def test_what_is_not_seen_is_reported(character: str, where: str) -> None:
    ((_, message),) = found(f"a{character}b", where)
    assert f"U+{ord(character):04X}" in message


MISUSED = [
    "🏴\U000e0068\U000e0069", "🏴" + "\U000e0068" * 9, "🎉\ufe0f\ufe01\ufe02", "а\ufe01", "क\u200d\u200c\u200d",
    "a \u00ad b", "x" * 200 + "\u200e" + "x" * 200 + "שלום", "東\u200b京", "👩\u200dx",
]  # fmt: skip
"""What one script or emoji needs, where it only hides."""


@pytest.mark.parametrize("text", MISUSED)
def test_what_is_needed_elsewhere_is_reported(text: str) -> None:
    assert found(text, "text")


@pytest.mark.parametrize("where", ["text", "comment"])
@pytest.mark.parametrize("text", NEEDED)
def test_what_scripts_need_is_not(text: str, where: str) -> None:
    assert found(text, where) == []


def test_it_is_shown_where_it_stands() -> None:
    loaded = load("  - claim: c\n    text: a\u202eb\n")
    assert loaded.debate.statements["c"].text == "a\ufffdb"


@pytest.mark.parametrize("character", HIDDEN, ids=lambda character: f"{ord(character):x}")
def test_nor_is_it_smuggled_in_by_an_escape(character: str) -> None:
    loaded = load(f'  - claim: c\n    text: "a\\U{ord(character):08x}b"\n')
    ((rule, message),) = [(d.rule, d.message) for d in loaded.diagnostics]
    assert rule == "hidden-character" and f"U+{ord(character):04X}, written as an escape" in message
    assert loaded.debate.statements["c"].text == "a\ufffdb"


@pytest.mark.parametrize("character", HIDDEN, ids=lambda character: f"{ord(character):x}")
def test_an_import_leaves_it_out(character: str) -> None:
    reading = Reading([Entry({"id": "s", "title": f"a{character}b", "type": "book"}, 1)])
    fit(reading)
    assert reading.entries[0].item["title"] == "ab" and reading.losses == []
