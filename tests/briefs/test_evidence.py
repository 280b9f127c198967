"""Cards: the passage as cut, what of it is read aloud, and who speaks in it."""

from __future__ import annotations

import re
from typing import Any

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import briefs
from argmap.briefs.evidence_section import passage
from argmap.documents.document import CardEvidence, Run, document, tidy
from argmap.documents.formats import html, markdown
from argmap.evaluation.evaluated import evaluate
from argmap.model import Debate
from argmap.model import Evidence as Cited
from argmap.wording.unseen_characters import seen
from tests.briefs.test_contrast import contrast, palettes
from tests.briefs.test_frontlines import debate
from tests.briefs.test_html import HOSTILE
from tests.briefs.test_markdown import ANY, PROSE, RENDER, shown
from tests.briefs.tram import PASSAGE, READ, carded, evaluated, tram, written

KINDS = ("argument", "case", "negative", "blocks", "frontline")
"""The kinds that show passages."""

CARD = "Small forces do not deter, the study found. ¶ “Large ones” may."


def pieces(card: str, *highlight: str) -> list[tuple[str, bool]]:
    runs = passage(Cited.model_validate({"source": "s", "card": card, "highlight": list(highlight)}))
    return [(run.text, run.style == "read") for run in runs if isinstance(run, Run)]


@pytest.mark.parametrize(
    ("highlight", "read"),
    [
        ([], []), (["Small forces", "not deter"], ["Small forces", "not deter"]), (["SMALL FORCES"], ["Small forces"]),
        (["\"Large ones\""], ["“Large ones”"]), (["found. “Large"], ["found. ¶ “Large"]),
        (["Small\n  forces"], ["Small forces"]),
        (["not deter", "Small forces"], ["not deter"]), (["large forces"], []), (["forces", "forces"], ["forces"]),
        (["Small ", "forces"], ["Small", "forces"]), (["Sma", "ll forces"], ["Small forces"]), (["et"], ["et"]),
        ([CARD], [CARD]),
    ],
)  # fmt: skip
def test_what_is_read_is_found_in_the_card_in_its_order(highlight: list[str], read: list[str]) -> None:
    found = pieces(CARD, *highlight)
    assert [text for text, is_read in found if is_read] == read
    assert "".join(text for text, _ in found) == CARD


@given(st.text(st.sampled_from('ab ,.¶\n“"'), min_size=1).filter(str.strip), st.data())
@settings(max_examples=150)
def test_the_card_is_shown_whole_whatever_is_read_of_it(card: str, data: st.DataObject) -> None:
    cut = st.builds(lambda a, b: card[a:b], *[st.integers(0, len(card))] * 2).filter(str.strip)
    found = pieces(card, *data.draw(st.lists(cut, max_size=3)))
    assert "".join(text for text, _ in found).replace("¶", "").split() == card.replace("¶", "").split()
    assert all(text for text, _ in found)


def test_an_empty_line_is_the_mark_of_a_paragraph() -> None:
    assert pieces("One.\n \nTwo\nand three.") == [("One. ¶ Two and three.", False)]


@pytest.mark.parametrize("kind", KINDS)
def test_each_brief_has_the_whole_card_with_what_is_read_in_bold(kind: str) -> None:
    text = written(carded(), kind)
    if kind == "argument":
        assert "after a line had opened, **a fifth fewer** cars" in text  # the answer's
    if kind in ("case", "argument"):
        assert "**In each of them**, after a line had opened, **a fifth fewer cars came into the centre**" in text
        assert "**had changed to the tram. ¶ How far this** holds for towns" in text


@pytest.mark.parametrize("kind", ["argument", "case", "frontline"])
def test_the_page_marks_what_is_read_and_sets_the_rest_smaller(kind: str) -> None:
    page = html5lib.parse(written(carded(), kind, "html"), namespaceHTMLElements=False)
    quoted = [e for e in page.iter("blockquote") if "b-passage" in (e.get("class") or "")]
    marked = [e for e in quoted if "b-marked" in e.get("class", "")]
    assert marked and all(list(e.iter("mark")) for e in marked)
    assert all(not list(e.iter("mark")) for e in quoted if e not in marked)
    assert {"".join(e.itertext()) for e in marked} == {PASSAGE.replace("\n\n", " ¶ ")}


def test_without_a_highlight_the_whole_card_is_plain() -> None:
    page = written(carded(highlight=False), "case", "html")
    assert 'class="b-passage"' in page and "<mark>" not in page and "**We counted" not in written(
        carded(highlight=False), "case"
    )  # fmt: skip


def test_a_cut_card_is_cited_with_qualifications_day_and_title() -> None:
    assert (
        "> **Doe 2024a** (Jane Doe, Professor of transport for 20 years, “Trams and traffic”, City Institute, "
        "1 March 2024, <https://example.org/trams?a=1&b=2>)"
    ) in written(carded(), "case")


def test_the_quote_from_the_card_is_not_shown_twice_and_another_is_not_lost() -> None:
    assert written(carded(), "case").count("a fifth fewer cars") == 1
    from argmap.briefs.citations import Citations
    from argmap.briefs.evidence_section import evidence_of
    from argmap.briefs.selected_debate import SelectedDebate

    other = Cited.model_validate({"source": "doe", "card": PASSAGE, "quote": "a third fewer cars"})
    shown_ = evidence_of(SelectedDebate(carded(), Citations({}, ())), other)
    assert isinstance(shown_, CardEvidence) and shown_.quote == "a third fewer cars"


def test_words_marked_to_be_read_that_the_card_does_not_have_are_named() -> None:
    text = written(carded(), "frontline")
    assert "*Marked to be read, but not in the card:* “nobody changed”." in text
    assert "Marked to be read" not in written(carded(highlight=False), "case")


def test_the_source_list_says_why_an_author_is_to_be_heard_and_what_they_have_to_win() -> None:
    listed = briefs.write(carded(), "argument").partition("\n## Sources\n")[2].partition("\n## ")[0]
    ends = [line.partition(".** ")[2] or line for line in listed.splitlines() if line.startswith("- ")]
    doe, later, leaflet, herald = ends
    assert "cities. *Qualifications:* Professor of transport for 20 years. " in doe
    assert doe.endswith("*Interest (City):* The city pays for it.")
    assert later.endswith("*Qualifications:* Professor of transport.")
    assert leaflet == "*Interest (Road Users):* Not declared."
    assert herald.endswith("*Interest:* Sells its papers on buses.")


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_debate_does_not_use_leaves_no_trace(kind: str) -> None:
    text, page = (written(evaluated(), kind, format) for format in ("markdown", "html"))
    for words in ("Qualifications:", "Interest", "Recommended", "Whose word", "of parties", "other than the plan"):
        assert words not in text and words not in page
    assert "b-passage" not in page and "b-marked" not in page and html.style("passage.css") not in page


@pytest.mark.parametrize("kind", ["case", "negative", "blocks"])
def test_recommendation_and_facets_are_for_the_memo_alone(kind: str) -> None:
    ev = evaluated()
    with_both = evaluated(
        recommendation={"option": "build-tram", "because": "r"},
        resolutions=[c.model_dump(by_alias=True, exclude_defaults=True) | {"facets": {"time": "now"}}
                     for c in ev.debate.resolutions],
    )  # fmt: skip
    for format in ("markdown", "html"):
        assert written(with_both, kind, format) == written(ev, kind, format)


def page_of(text: str, before: str = "left", after: str = "right") -> Any:
    runs = (Run(before), Run(text, "read"), Run(after))
    return document("t", "s", [CardEvidence((Run("c", "cite"),), None, (), tuple(run for run in runs if run.text))])


@pytest.mark.parametrize("text", [*HOSTILE, "_a_", "**a**", "e.g.", "(a)", "a ", " a", "1.", "a¶b"])
@pytest.mark.parametrize(("before", "after"), [("left", "right"), ("left ", " right"), ("", "")])
def test_bold_is_bold_and_text_is_text_even_within_a_word(text: str, before: str, after: str) -> None:
    said = document("t", "s", [page_of(text, before, after).blocks[0]])
    page = markdown.write(said)
    rendered = html5lib.parse(RENDER.render(page), namespaceHTMLElements=False)
    (_, bold) = rendered.findall(".//blockquote//strong")
    wanted = tidy(seen(text))
    assert tidy("".join(bold.itertext()).replace("\u200b", "")) == wanted
    marked = html5lib.parse(html.write(said), namespaceHTMLElements=False).findall(".//mark")
    assert ["".join(mark.itertext()) for mark in marked] == [seen(text)]


@given(PROSE | ANY)
@settings(max_examples=150)
def test_a_passage_of_any_text_is_shown_as_it_is(text: str) -> None:
    page = markdown.write(page_of(text))
    assert shown(page) == f"t s c left{text}right"


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_what_is_read_stands_out_without_colour_and_can_be_read_with_it(theme: str) -> None:
    rule = re.search(r"\.b-marked mark \{(.*?)\}", html.style("passage.css"), re.S)
    assert rule and "underline" in rule[1] and "font-weight: 700" in rule[1] and "var(--ink)" in rule[1]
    assert contrast(palettes()[theme]["ink"], palettes()[theme]["todo-back"]) >= 7


def test_the_memo_with_everything_reads_so(snapshot: Any) -> None:
    assert briefs.write(carded(), "policy") == snapshot


@pytest.mark.parametrize("kind", ["case", "blocks"])
def test_cards_read_so(kind: str, snapshot: Any) -> None:
    assert written(carded(), kind) == snapshot


def test_all_that_is_marked_in_the_example_is_a_test_of_its_own() -> None:
    assert len([piece for piece in pieces(PASSAGE, *READ) if piece[1]]) == len(READ)


@pytest.mark.parametrize("name", ["O'Neil", "O’Neil", "D'Arcy-Smith", "Doe"])
def test_a_citation_does_not_say_a_name_or_title_twice_whatever_became_of_its_apostrophes(name: str) -> None:
    from argmap.briefs.citations import cite
    from argmap.briefs.evidence_section import evidence_of
    from argmap.briefs.selected_debate import SelectedDebate

    named = {"author": [{"family": name}], "publisher": "The 'Herald'"}
    titled = {"title": "A 'tram' for <i>all</i>"}
    for source, said in ((named, name), (titled, "tram")):
        keys = {"id": "doe", "type": "webpage", "issued": "2024", **source}
        ev = debate({"claim": "c", "text": "C."}, sources={"doe": keys})
        card = Cited.model_validate({"source": "doe", "card": "A card."})
        shown_ = evidence_of(SelectedDebate(ev, cite(ev.debate.sources.values())), card)
        assert isinstance(shown_, CardEvidence)
        cited = "".join(getattr(part, "text", "") for part in shown_.cite)
        assert cited.count(said.replace("'", "’")) == 1, cited


def test_a_style_that_brackets_its_citations_gets_no_brackets_around_them() -> None:
    text = briefs.write(evaluated(), "argument", style="ieee")
    assert re.search(
        r"\*\* \[\\\[\d, p\. 4\\\]\]\(#source_doe\), A2; \[\\\[\d\\\]\]\(#source_doe-later\), B2 <sub>", text
    )
    assert "([\\[" not in text


def test_the_page_stands_with_its_source_in_the_style() -> None:
    text = briefs.write(evaluated(), "argument")
    assert "[Doe 2024a, 4](#source_doe)" in text and "p. 4" not in text


def test_words_for_a_place_that_no_style_knows_are_not_lost() -> None:
    other = tram().model_dump_json(by_alias=True).replace('"p. 4"', '"Annex B, third box"')
    text = briefs.write(evaluate(Debate.model_validate_json(other)), "argument")
    assert "[Doe 2024a, Annex B, third box](#source_doe)" in text
