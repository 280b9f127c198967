"""The HTML page: one file, well formed, and nothing from the data but text."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import briefs
from argmap.documents.document import tidy
from argmap.documents.formats import html
from tests.briefs.tram import evaluated, saying, written

KINDS = [kind.NAME for kind in briefs.BRIEFS]

HOSTILE = [
    "<script>alert(1)</script>", "</style><script>alert(1)</script>", "]]>", "<!-- a comment",
    "--><img src=x onerror=a>",
    "javascript:alert(1)", '"><svg onload=a>', "' autofocus onfocus='a", "{{ 7 * 7 }}", "{% raw %}", "&lt;b&gt; &amp;",
    "</title>", "</textarea>", "\u202eturned", "\u200f\u05d0", "`code` | pipe", "@user #1", "\\", "<", "&",
]  # fmt: skip


def parsed(page: str) -> Any:
    return html5lib.parse(page, treebuilder="etree", namespaceHTMLElements=False)


def elements(page: str) -> Counter[str]:
    return Counter(element.tag for element in parsed(page).iter() if isinstance(element.tag, str))


def text_of(page: str) -> str:
    return " ".join("".join(parsed(page).find("body").itertext()).split())


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_what_a_reader_and_a_screen_reader_need(kind: str) -> None:
    root = parsed(written(evaluated(), kind, "html"))
    assert root.get("lang") == "en"
    assert len(root.findall(".//h1")) == 1
    assert len(root.findall(".//main")) == 1
    assert root.find(".//header") is not None
    assert root.find(".//a[@class='b-skip']").get("href") == "#_main"
    assert all(th.get("scope") in ("col", "row") for th in root.iter("th"))
    assert all(table.find("caption") is not None for table in root.iter("table"))
    assert root.find(".//meta[@name='viewport']") is not None


@pytest.mark.parametrize("kind", KINDS)
def test_every_link_inside_leads_somewhere_and_no_id_stands_twice(kind: str) -> None:
    root = parsed(written(evaluated(), kind, "html"))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    inside = [a.get("href")[1:] for a in root.iter("a") if a.get("href").startswith("#")]
    assert set(inside) <= set(ids)


def test_the_argument_in_full_has_an_anchor_for_every_statement() -> None:
    ev = evaluated()
    root = parsed(briefs.write(ev, briefs.EVERY_STATEMENT, "html"))
    assert set(ev.debate.statements) <= {element.get("id") for element in root.iter()}


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_loads_nothing_and_runs_nothing(kind: str) -> None:
    root = parsed(written(evaluated(), kind, "html"))
    policy = root.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")
    assert policy.startswith("default-src 'none'") and "script-src" not in policy
    for element in root.iter():
        assert element.tag not in ("script", "link", "iframe", "object", "embed", "img", "base", "form")
        assert not [name for name in element.attrib if name.startswith("on") or name in ("src", "srcset", "action")]
    assert "@import" not in html.style() and "url(" not in html.style()


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_stays_text(kind: str, text: str) -> None:
    hostile, tame = (written(saying(words), kind, "html") for words in (f"x {text} y", "x z y"))
    assert elements(hostile) == elements(tame)
    assert tidy(f"x {text} y") in text_of(hostile)


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1).map(lambda text: f"x{text}y"))
@settings(max_examples=25)
def test_any_text_is_shown_as_it_is_and_adds_no_element(text: str) -> None:
    for kind in KINDS:
        page = written(saying(text), kind, "html")
        assert elements(page) == elements(written(saying("xzy"), kind, "html"))
        assert tidy(text) in text_of(page)


@pytest.mark.parametrize(
    ("href", "linked"),
    [
        ("https://example.org/a?b=1&c=2", True), ("http://example.org", True), ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False), ("data:text/html,<b>", False), ("//example.org", False), ("ftp://a.b", False),
        ("https://", False), ("https://a b.org", True), (" https://example.org", False), ("http://[", False),
        ('https://a.org/"onclick="x', True), ("https://a.org/<b>", True),
    ],
)  # fmt: skip
def test_only_web_addresses_become_links(href: str, linked: bool) -> None:
    from argmap.documents.document import Link, Paragraph, document

    page = html.write(document("t", "s", [Paragraph((Link("there", href),))]))
    found = [a.get("href") for a in parsed(page).find(".//main").iter("a")]
    assert bool(found) is linked
    assert all(re.fullmatch(r"https?://[^\s<>\"]+", address) for address in found)


def test_a_map_stands_in_the_page_as_it_was_drawn() -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg"><g id="o-x"/></svg>'
    drawn = f'<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "a" "b">\n{picture}'
    page = briefs.write(evaluated(), "argument", "html", maps={"overview": drawn})
    assert '<g id="o-x"/>' in page and page.count("<!DOCTYPE") == 1 and "<?xml" not in page


def test_what_is_not_a_drawing_is_left_out() -> None:
    page = briefs.write(evaluated(), "argument", "html", maps={"overview": "<script>alert(1)</script>"})
    assert "<script" not in page


def test_an_id_leads_to_its_file_where_the_caller_knows_it() -> None:
    page = briefs.write(evaluated(), "argument", "html", source_href=lambda id: f"https://git.example/d.yaml#{id}")
    assert 'href="https://git.example/d.yaml#dear"' in page
