"""The words of a source, out of the kinds of file that people save: our own pages, made here."""

from __future__ import annotations

import re
import sys

import pytest

from argmap.evidence.quotes.finding import Found, find
from argmap.evidence.quotes.normal import normal
from argmap.evidence.snapshots import ENDINGS, Unreadable, snapshot
from argmap.wording.extras import MissingExtra
from tests.conftest import needs_package

PAGE = """\
<!doctype html><html><head><meta charset="utf-8"><title>The harbour</title><style>p { color: red }</style></head>
<body><nav>Menu</nav><!-- the harbour was never safe -->
<p>The com<em>mit</em>tee found that&nbsp;the har&shy;bour<sup><a href="#n1">1</a></sup> is <b>not</b> safe.</p>
<p>Second<br>line; 10<sup>6</sup> boats.</p>
<table><tr><td><p>left one</p><p>left two</p></td><td><p>right one</p><p>right two</p></td></tr></table>
<ul><li>first item</li><li>second item</li></ul>
<script>var hidden = "the harbour is safe";</script><p hidden>secret words</p><p style="display:none">unseen words</p>
<noscript>switch it on</noscript></body></html>
"""


def text(name: str, content: str | bytes) -> str:
    return snapshot(name, content.encode() if isinstance(content, str) else content).text


def has(quote: str, source: str) -> bool:
    return isinstance(find(quote, normal(source)), Found)


class TestText:
    def test_is_what_the_file_says_with_plain_line_ends_and_whole_accents(self) -> None:
        assert text("a.txt", "one\r\ntwo\rthree") == "one\ntwo\nthree"
        assert text("a.txt", "\ufeffmark") == "mark"
        assert text("a.txt", "e\u0301") == "\u00e9"
        assert text("a.txt", "utf-16".encode("utf-16")) == "utf-16"

    def test_the_digest_is_that_of_the_bytes_whatever_the_line_ends(self) -> None:
        one, other = snapshot("a.txt", b"one\ntwo"), snapshot("b.txt", b"one\r\ntwo")
        assert one.digest == other.digest != snapshot("a.txt", b"one\nthree").digest

    def test_another_encoding_is_named(self) -> None:
        with pytest.raises(Unreadable, match=r"a\.txt is not UTF-8 \(byte 3\)"):
            snapshot("a.txt", "caf\u00e9".encode("latin-1"))

    @pytest.mark.parametrize(
        ("name", "content", "said"),
        [
            ("a.txt", b"%PDF-1.7\n", "is a PDF. Give it the ending .pdf."),
            ("a.md", b"\xef\xbb\xbf\n<!DOCTYPE html><p>x", "is a web page. Give it the ending .html."),
            ("a.pdf", b"<html><p>x</p></html>", "is a web page. Give it the ending .html."),
            ("a.html", b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", "is an office document. Save its text as a"),
            ("a.txt", b"{\\rtf1\\ansi Hello}", "is an office document. Save its text as a .txt."),
            ("a.txt", b"\x89PNG\r\n\x1a\n", "is a picture. Save its text as a .txt."),
        ],
    )
    def test_a_file_of_another_kind_is_named(self, name: str, content: bytes, said: str) -> None:
        with pytest.raises(Unreadable, match=re.escape(f"{name} {said}")):
            snapshot(name, content)

    @pytest.mark.parametrize("name", [f"a{ending}" for ending in ENDINGS if ending != ".pdf"])
    def test_a_file_without_words_is_no_text(self, name: str) -> None:
        needs_package("inscriptis")
        with pytest.raises(Unreadable):
            snapshot(name, b"   \n")


class TestPage:
    @pytest.fixture(autouse=True)
    def _needs(self) -> None:
        needs_package("inscriptis")

    @pytest.mark.parametrize(
        "quote",
        [
            "The committee found that the harbour is not safe.",
            "Second line",
            "left one left two",
            "right one right two",
            "first item second item",
        ],
    )
    def test_words_with_tags_inside_stay_whole_and_cells_stay_together(self, quote: str) -> None:
        assert has(quote, text("page.html", PAGE))

    @pytest.mark.parametrize(
        "quote",
        ["the harbour is safe", "secret words", "unseen words", "never safe", "color", "switch it on", "bour1"],
    )
    def test_what_no_reader_sees_is_not_there(self, quote: str) -> None:
        assert not has(quote, text("page.html", PAGE))

    @pytest.mark.parametrize(
        ("markup", "plain"),
        [
            ("open.<sup>3</sup> The", "open.³ The"), ("open.<sup>\n 3 </sup> The", "open.³ The"),
            ("open<sup><a href='/n'>3</a></sup> the", "open the"),
            ("10<sup>6</sup> people", "10⁶ people"), ("10<span class='sup'>6</span>", "10⁶"), ("km<sup>2</sup>", "km²"),
            ("the 1<sup>st</sup> of", "the 1st of"), ("open.<a class=footnote href='/n'>3</a> The", "open. The"),
            ("open.<a href='#fn3'>[3]</a> The", "open. The"), ("open.<a href='#ref-3'>†</a> The", "open. The"),
            ("open.<a epub:type='noteref' href='n#x'>3</a> The", "open. The"), ("see <a href='#fn3'>3</a>", "see 3"),
            ("open [<a href='#ref3'>3</a>].", "open [3]."), ("page <a href='#p2'>2</a>", "page 2"),
            ("open.<sup>a</sup> The", "open. The"), ("open<sup>iv</sup> and", "open and"),
            ("the XIX<sup>e</sup> of", "the XIXe of"), ("x<sup>n</sup>", "xn"), ("x<sup>i</sup> y", "xi y"),
            ("open.<a href='#fn1'>[[1]]</a> The", "open. The"), ("open.<a href='#fn1'>1, 2</a> The", "open. The"),
            ("open.<a href='#fn1'>[note 3]</a> The", "open. The"), ("open<a href='#fn1'>{3}</a> the", "open the"),
            ("in 20<a href='/x'>19</a>", "in 2019"), ("<span>T</span>he <span>pier</span>s", "The piers"),
        ],
    )  # fmt: skip
    def test_marks_of_notes_and_what_is_set_high(self, markup: str, plain: str) -> None:
        assert text("page.html", f"<p>{markup}</p>").strip() == plain

    def test_the_encoding_is_what_the_page_says_of_itself(self) -> None:
        page = '<html><head><meta charset="windows-1252"></head><body><p>Caf\u00e9 “so”</p></body></html>'
        assert "Caf\u00e9 “so”" in text("page.htm", page.encode("windows-1252"))

    @pytest.mark.parametrize("page", [b"\x00\x01\x02", b"<", b"<div>" * 5000 + b"deep", b"<!-- only -->", b"&#xD800;x"])
    def test_nothing_that_is_called_html_is_too_odd(self, page: bytes) -> None:
        try:
            snapshot("page.html", page)
        except Unreadable as error:
            assert "page.html" in str(error)

    @pytest.mark.parametrize("mark", ["[^1]", "<sup>3</sup>", "^3^", "[1]", "†", "[[1]](#ref)", "^a^", "{3}"])
    def test_a_quote_passes_over_a_mark_in_markdown(self, mark: str) -> None:
        source = text("page.md", f"The *lights* were open.{mark} Then they shut.\n\n[^1]: https://example.org/note\n")
        assert has("The lights were open. Then they shut.", source)
        assert not has("The lights were shut. Then they shut.", source)

    def test_markdown_is_read_as_a_reader_sees_it(self) -> None:
        needs_package("markdown_it")
        page = text("page.md", "# Head\n\nIt did *not* de**ter** [boats](https://example.org).\n\n> said so\n")
        assert has("It did not deter boats. said so", page) and "example.org" not in page and "*" not in page


@pytest.fixture(scope="module")
def paper() -> str:
    needs_package("pypdfium2")
    needs_package("typst")
    import typst

    source = """\
#set page(width: 9cm, height: 6cm, header: [Harbour notes])
#set text(size: 11pt, hyphenate: true, lang: "en")
#set par(justify: true)
The lights were open.#super[3] Then 10#super[6] boats came in 2019#super(typographic: false)[4], and pier3 shut.
The official investigation found insufficient reflection of affiliated officers' difficulties, and characterised the
responsibilities of the organisations as self-evident in 1,250 cases; it did not deter anybody from sailing.

“Nobody knows,” said the keeper. #pagebreak() A second page begins here.
"""
    return text("paper.pdf", typst.compile(source.encode()))


class TestPdf:
    @pytest.fixture(autouse=True)
    def _needs(self) -> None:
        needs_package("pypdfium2")

    @pytest.mark.parametrize(
        "quote",
        [
            "The official investigation found insufficient reflection of affiliated officers' difficulties",
            "characterised the responsibilities of the organisations as self-evident in 1,250 cases",
            "it did not deter anybody",
            '"Nobody knows," said the keeper.',
            "A second page begins here.",
            "The lights were open. Then 10⁶ boats came in 2019, and pier3 shut.",
        ],
    )
    def test_hyphenated_lines_ligatures_and_marks_are_no_difference(self, paper: str, quote: str) -> None:
        assert has(quote, paper)

    def test_what_it_does_not_say_is_not_there(self, paper: str) -> None:
        assert not any(has(quote, paper) for quote in ("it did deter anybody", "106 boats", "in 20194", "pier shut"))
        assert "\f" in paper

    @pytest.mark.parametrize("content", [b"", b"no pdf", b"%PDF-1.7\n%%EOF", b"%PDF-1.4\n" + b"\x00" * 500])
    def test_what_is_no_pdf_says_so(self, content: bytes) -> None:
        with pytest.raises(Unreadable, match=r"paper\.pdf"):
            snapshot("paper.pdf", content)

    def test_a_scan_says_what_to_do(self) -> None:
        import typst

        with pytest.raises(Unreadable, match=r"save its text as a \.txt"):
            snapshot("scan.pdf", typst.compile(b"#set page(width: 2cm, height: 2cm)\n#rect()"))


@pytest.mark.parametrize(
    ("name", "module"), [("a.pdf", "pypdfium2"), ("a.html", "inscriptis"), ("a.md", "markdown_it")]
)
def test_a_missing_package_is_named_with_what_to_install(
    name: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtra, match=r"pip install 'argmap\[snapshots\]'") as missing:
        snapshot(name, b"text")
    assert name in str(missing.value)
