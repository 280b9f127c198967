"""PNG and PDF by typst, with the bundled font."""

from __future__ import annotations

import builtins
import re
import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

import argmap
from argmap.maps import MapError, missing_characters, raster, to_pdf, to_png, to_svg
from argmap.maps.glyphs import letters, with_fonts
from argmap.wording.extras import MissingExtra
from tests.maps.park import park, single


def test_a_png_has_the_size_of_the_map_and_the_same_bytes_each_time() -> None:
    svg = to_svg(single("Only this."))
    data = to_png(svg)
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == _size(svg)
    assert to_png(svg) == data
    assert struct.unpack(">II", to_png(svg, scale=2)[16:24]) == tuple(2 * side for side in _size(svg))


@pytest.mark.parametrize(("scale", "dots"), [(1.0, 96), (2.0, 192), (3.125, 300)])
def test_a_png_says_how_large_it_prints(scale: float, dots: int) -> None:
    chunks = dict(_chunks(to_png(to_svg(single("Only this.")), scale=scale)))
    assert next(iter(chunks)) == b"IHDR" and list(chunks).index(b"pHYs") < list(chunks).index(b"IDAT")
    wide, high, unit = struct.unpack(">IIB", chunks[b"pHYs"])
    assert wide == high and unit == 1, "dots to the metre, alike in both directions"
    assert round(wide * 0.0254) == dots


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a PNG by name, each with a sum that is right."""
    at = 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        named, end = data[at + 4 : at + 8 + length], at + 12 + length
        assert struct.unpack(">I", data[end - 4 : end]) == (zlib.crc32(named),)
        yield named[:4], named[4:]
        at = end


def _size(svg: str) -> tuple[int, int]:
    found = re.search(r'width="(\d+)" height="(\d+)"', svg)
    assert found
    return int(found[1]), int(found[2])


def test_a_pdf_is_one_page_of_the_maps_size_and_the_same_bytes_each_time() -> None:
    svg = to_svg(park())
    data = to_pdf(svg)
    assert data.startswith(b"%PDF-") and to_pdf(svg) == data
    assert b"LiberationSans" in data


def test_without_typst_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **options: Any) -> Any:
        if name == "typst":
            raise ImportError(name)
        return real(name, *args, **options)

    monkeypatch.delitem(sys.modules, "typst", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra, match=r"pip install 'argmap\[documents\]'") as caught:
        to_png(to_svg(single("x")))
    assert caught.value.extra == "documents"


@pytest.mark.parametrize("svg", ["", "<svg></svg>", "no svg"])
def test_what_is_no_map_is_refused(svg: str) -> None:
    with pytest.raises(MapError):
        to_png(svg)


def test_a_png_that_no_one_could_open_is_refused() -> None:
    with pytest.raises(MapError, match="too large"):
        to_png(to_svg(single("x")), scale=500)


def test_a_map_that_is_too_large_may_be_made_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    svg = to_svg(single("x"))
    wide, high = raster._size(svg)
    monkeypatch.setattr(raster, "_MOST_PIXELS", wide * high / 2)
    with pytest.raises(MapError, match="too large"):
        to_png(svg)
    assert to_png(svg, scale=0.5).startswith(b"\x89PNG")


def test_a_letter_weighs_more_than_what_writes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    svg = to_svg(single("boats sink"))
    assert letters(svg) >= len("boats sink")
    monkeypatch.setattr(raster, "_MOST_BYTES", len(svg) + 19 * letters(svg))
    with pytest.raises(MapError, match="too large for a PDF or PNG"):
        to_pdf(svg)


@pytest.mark.parametrize("write", [to_png, to_pdf])
def test_a_map_for_which_there_is_not_enough_memory_is_refused(
    write: Callable[[str], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    svg = to_svg(single("x"))
    monkeypatch.setattr(raster, "_MOST_BYTES", len(svg) - 1)
    with pytest.raises(MapError, match="too large for a PDF or PNG"):
        write(svg)


class TestCharactersThatNoFontHas:
    @pytest.mark.parametrize(
        ("text", "missing"),
        [
            ("Plain – “text”, naïve, Łódź, Ελλάδα, Москва, שלום, 1 ≤ 2 → 3.", ""),
            ("\u4e2d\u6587 and English", "\u4e2d\u6587"),
            ("Emoji \U0001f600\U0001f600", "\U0001f600"),
            ("Arabic \u0627\u0644\u0639\u0631\u0628\u064a\u0629", ""),
            ("private \ue000 use", "\ue000"),
            ("combined e\u0301, o\u0323 and x\u20d7", ""),
            ("joined a\u200db, \u2060c, \ufe0f, so\u00adft, \ufeffmark", ""),
            ("never assigned \u0378", "\u0378"),
            ("&lt;\u4e2d&gt; <b>", "\u4e2d"),
            ("\u0e01\u0e33 \uac00", "\u0e01\u0e33\uac00"),
            ("\x1b is drawn as a box on purpose", ""),
        ],
    )
    def test_they_are_named_once_in_order(self, text: str, missing: str) -> None:
        assert "".join(missing_characters(to_svg(single(text)))) == missing

    def test_only_what_is_drawn_counts(self) -> None:
        svg = to_svg(single("Plain.")).replace("</title>", "\u4e2d</title>", 1)
        assert missing_characters(svg) == ()

    def test_one_that_no_font_has_hides_no_other(self) -> None:
        assert b"DejaVuSansMono" in to_pdf(to_svg(single("\u4e2d \u0639")))

    @pytest.mark.parametrize(
        ("text", "drawn"),
        [
            ("1\ufe0f\u20e3 then #\ufe0f\u20e3", ["1", "then #"]),
            ("a family \U0001f469\u200d\U0001f469\u200d\U0001f467.", ["a family \u25a1."]),
            ("a flag \U0001f1fa\U0001f1e6, \U0001f44d\U0001f3fd", ["a flag \u25a1, \u25a1"]),
            ("e\u0301\u0323", ["e\u0301\u0323"]),
        ],
    )
    def test_what_is_one_to_a_reader_has_one_box_and_a_keycap_is_its_digit(self, text: str, drawn: list[str]) -> None:
        svg = with_fonts(to_svg(single(text)), ())
        assert all(words in svg for words in drawn) and "\ufe0f<" not in svg

    def test_a_symbol_does_not_change_the_font_of_its_line(self) -> None:
        made = to_pdf(to_svg(single("A line with a \u2713 and a \u2600 goes on in its own font.")))
        assert b"DejaVuSansMono" in made and b"NewCM" not in made and b"NewComputerModern" not in made

    def test_a_font_that_is_given_is_used(self, tmp_path: Path) -> None:
        svg, fonts = to_svg(single("It says \u4e2d and \ue000.")), (str(font_with(tmp_path, "\u4e2d\ue000").parent),)
        assert missing_characters(svg, font_paths=fonts) == ()
        assert b"Two-Characters" in to_pdf(svg, font_paths=fonts)
        assert to_png(svg, font_paths=fonts) != to_png(svg)
        assert missing_characters(svg) == ("\u4e2d", "\ue000")

    def test_from_python_a_warning_names_them(self, tmp_path: Path, recwarn: pytest.WarningsRecorder) -> None:
        evaluation, fonts = single("\u4e2d"), (str(font_with(tmp_path, "\u4e2d").parent),)
        argmap.draw(evaluation, format="png", font_paths=fonts)
        assert not recwarn.list
        with pytest.warns(UserWarning, match="no font here has \u4e2d: give `font_paths`"):
            argmap.draw(evaluation, format="png")


def font_with(folder: Path, characters: str) -> Path:
    """A font in which each of the characters is a filled square."""
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for point in ((100, 800), (900, 800), (900, 0)):
        pen.lineTo(point)
    pen.closePath()
    square, empty = pen.glyph(), TTGlyphPen(None).glyph()
    names = [f"u{ord(character):04X}" for character in characters]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names])
    builder.setupCharacterMap({ord(character): name for character, name in zip(characters, names, strict=True)})
    builder.setupGlyf({".notdef": empty, **dict.fromkeys(names, square)})
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", *names), (1000, 100)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Two Characters", "styleName": "Regular", "psName": "Two-Characters"})
    builder.setupOS2()
    builder.setupPost()
    (folder / "fonts").mkdir(exist_ok=True)
    builder.save(folder / "fonts" / "two.ttf")
    return folder / "fonts" / "two.ttf"
