"""PNG and PDF by typst, with the bundled font."""

from __future__ import annotations

import builtins
import struct
import sys
from typing import Any

import pytest

from argmap.maps import MapError, MissingExtra, to_pdf, to_png, to_svg
from tests.maps.park import park, single


def test_a_png_has_the_size_of_the_map_and_the_same_bytes_each_time() -> None:
    svg = to_svg(single("Only this."))
    data = to_png(svg)
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == _size(svg)
    assert to_png(svg) == data
    assert struct.unpack(">II", to_png(svg, scale=2)[16:24]) == tuple(2 * side for side in _size(svg))


def _size(svg: str) -> tuple[int, int]:
    import re

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
