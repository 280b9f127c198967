"""The Markdown: what GitHub shows is the text of the data, and nothing else comes of it."""

from __future__ import annotations

import re

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from argmap import briefs
from argmap.documents.document import Item, Items, Link, Paragraph, Row, Run, Table, document, tidy
from argmap.documents.formats import markdown
from tests.briefs.test_html import HOSTILE, KINDS, elements
from tests.briefs.tram import saying, written

RENDER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
ZERO_WIDTH = "\u200b"


def shown(text: str) -> str:
    """The text of rendered Markdown without the zero-width spaces that part what GitHub would link."""
    root = html5lib.parse(RENDER.render(text), namespaceHTMLElements=False)
    return " ".join("".join(root.find("body").itertext()).replace(ZERO_WIDTH, "").split())


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_adds_no_element(kind: str, text: str) -> None:
    hostile, tame = (written(saying(words), kind) for words in (f"x {text} y", "x z y"))
    assert elements(RENDER.render(hostile)) == elements(RENDER.render(tame))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("@user", "@&#8203;user"), ("a@b.org", "a&#8203;@&#8203;b.org"), ("see #12", "see #&#8203;12"),
        ("GH-12", "GH&#8203;-12"), ("https://a.org", "https:&#8203;//a.org"), ("www.a.org", "www&#8203;.a.org"),
        ("a|b", r"a\|b"), ("`x`", r"\`x\`"), ("<b>", "&lt;b&gt;"), ("&amp;", "&amp;amp;"), ("[a](b)", r"\[a\](b)"),
        ("*a*", r"\*a\*"), ("~~a~~", r"\~\~a\~\~"), ("$x$", r"\$x\$"), (":tada:", ":&#8203;tada:"),
        ("a\nb", "a b"), ("\u202eabc", "\ufffdabc"), ("12:30", "12:30"), ("plain words.", "plain words."),
    ],
)  # fmt: skip
def test_escaping(text: str, written: str) -> None:
    assert markdown.escape(text) == written


LINES = ["# a", "- a", "+ a", "1. a", "2) a", "> a", "=== a", "--- ", "    a", "|a|", "::: a", "***"]


@pytest.mark.parametrize("text", LINES)
def test_a_paragraph_that_looks_like_a_block_is_a_paragraph(text: str) -> None:
    page = markdown.write(document("t", "s", [Paragraph((Run(text),))]))
    body = page.split("\n\n", 2)[2]
    assert RENDER.render(body).startswith("<p>")
    assert shown(body) == tidy(text)


UNSEEN = "\u200b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ANY = st.text(st.characters(exclude_categories=("Cs",), exclude_characters=UNSEEN), min_size=1).map(tidy).filter(bool)
PROSE = st.text(st.sampled_from("ab1 *_`|<>&@#:/.[]()!~-+=$\\\"'\u00e9\u05d0"), min_size=1).map(tidy).filter(bool)


@given(PROSE | ANY)
@settings(max_examples=300)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    blocks = [
        Paragraph((Run(text),)),
        Paragraph((Run("before "), Run(text, "strong"), Run(" "), Run(text, "em"), Run(" after"))),
        Items((Item((Run(text),)),)), Table("c", ("h",), (Row(((Run(text),),)),)),
    ]  # fmt: skip
    page = markdown.write(document("t", "s", blocks))
    assert shown(page) == f"t s {text} before {text} {text} after {text} c h {text}"


def test_a_mark_that_would_turn_the_page_round_is_dropped() -> None:
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", briefs.write(saying("a\u202eb\u2067c"), "policy"))


def test_nothing_pings_or_links_on_its_own() -> None:
    page = briefs.write(saying("ask @octocat about #7 at www.a.org or http://b.org"), "blocks")
    assert not re.search(r"@octocat|#7|www\.a|http://b", page)


@pytest.mark.parametrize(
    ("text", "href", "written"),
    [
        ("https://a.org/b_(c)", "https://a.org/b_(c)", "<https://a.org/b_(c)>"),
        ("https://a.org/?a[]=1", "https://a.org/?a[]=1", "<https://a.org/?a[]=1>"),
        ("https://doi.org/10.1002/(SICI)1<3::AID>3.0", "https://doi.org/10.1002/(SICI)1<3::AID>3.0",
         "[https://doi.org/10.1002/(SICI)1&lt;3::AID&gt;3.0](<https://doi.org/10.1002/(SICI)1%3C3::AID%3E3.0>)"),
        ("https://a.org/Київ", "https://a.org/Київ", "[https://a.org/Київ](<https://a.org/%D0%9A%D0%B8%D1%97%D0%B2>)"),
        ("a@b.org at www.c.org", "https://a.org", "[a@b.org at www.c.org](<https://a.org>)"),
        ("[a](b)", "https://a.org", r"[\[a\](b)](<https://a.org>)"),
    ],
)  # fmt: skip
def test_an_address_is_shown_as_it_is_and_can_be_copied(text: str, href: str, written: str) -> None:
    page = markdown.write(document("t", "s", [Paragraph((Link(text, href),))]))
    assert page.split("\n\n", 2)[2].strip() == written
    assert "\u200b" not in RENDER.render(page) and shown(page) == f"t s {text}"
