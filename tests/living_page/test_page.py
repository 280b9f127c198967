"""The living page, driven in Chromium without a network: with the mouse, with the keyboard, on a phone, on paper."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

import argmap
from argmap.documents.lines import sentence
from argmap.evaluation.audiences import for_audience
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.force import Force
from argmap.living_page import Linked, Surroundings, to_page
from argmap.living_page.page_data import page_data
from argmap.living_page.readable_outline import outline
from argmap.prose.naming import ToldDebate
from argmap.prose.settling import settles
from argmap.prose.verdict import verdict
from argmap.strength.gradual import strengths
from tests.conftest import ROOT, needs_package
from tests.living_page.browser import chromium
from tests.living_page.filters import having, kept, often, weak
from tests.living_page.large import large
from tests.maps.park import hostile, park

expect = pytest.importorskip("playwright.sync_api").expect
pytestmark = pytest.mark.real

AROUND = Surroundings(
    lines={"direct-clash": ("positions/escalation.yaml", 31)}, base="https://example.org/debate",
    memo="briefs/policy.html",
    briefs=(Linked("Decision memo", "briefs/policy.html", "For who decides.", (("Word", "briefs/policy.docx"),)),),
    maps=(Linked("Overview", "maps/overview.svg"),),
)  # fmt: skip

Open = Callable[..., Any]


@cache
def flagship() -> Evaluation:
    return evaluate(argmap.load(ROOT / "arguments" / "nato-ukraine"))


@cache
def written(name: str) -> str:
    if name == "large":
        return to_page(large(10_000))
    return to_page(park() if name == "park" else filtered(name), AROUND)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens a page from disk. An error of its script, a word on its console, or a request ends the test."""
    problems: list[str] = []

    def opens(name: str, at: str = "", **options: Any) -> Any:
        file = tmp_path / f"{name}.html"
        file.write_text(written(name), encoding="utf-8")
        options = {"viewport": {"width": 1280, "height": 800}, **options}
        page = browser.new_context(offline=True, **options).new_page()
        page.problems = problems
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda message: problems.append(message.text))
        page.on("request", lambda request: problems.extend([request.url] * (not request.url.startswith("file:"))))
        page.goto(f"{file.as_uri()}{at}")
        return page

    yield opens
    assert problems == []


def shows(page: Any, where: str, words: str | re.Pattern[str]) -> None:
    """Wait until an element says these words, blanks as one."""
    expect(page.locator(where).first).to_contain_text(words, use_inner_text=True)


def says(page: Any, where: str, words: str) -> None:
    """Wait until an element says these words and no others."""
    expect(page.locator(where).first).to_have_text(words, use_inner_text=True)


def count(found: Any, number: int) -> None:
    """Wait until there are so many."""
    expect(found).to_have_count(number)


def is_at(page: Any, address: str) -> None:
    """Wait until the page's address ends so, with its `#`."""
    expect(page).to_have_url(re.compile(rf"\.html{re.escape(address)}$"))


def words(page: Any, where: str) -> str:
    """What stands in an element now, blanks as one."""
    return re.sub(r"\s+", " ", page.locator(where).first.inner_text()).strip()


def test_the_first_screen_has_the_resolutions_and_what_decides_them_and_all_else_is_folded(opened: Open) -> None:
    page, ev = opened("flagship"), flagship()
    assert page.locator(".resolution .verdict").all_inner_texts() == [verdict(ev, c.id) for c in ev.debate.resolutions]
    settled = [sentence(settles(ToldDebate(ev), claim, named=True)) for claim in ev.debate.resolutions]
    assert page.locator(".resolution .settled").all_inner_texts() == [f"What would settle it: {it}" for it in settled]
    blocks = page.locator(".resolution").first.locator(".scale i")
    first = ev.debate.resolutions[0].id
    assert blocks.count() == len(ev.graph.supports(first)) + len(ev.graph.rebuttals(first))
    assert page.locator(".card").count() == 0
    page.get_by_label("Who?").select_option(label="Who? Treasury")
    count(page.locator(".settled :visible"), 0)  # an audience has settled it, or asks something else
    for title, inside in (("Briefs: 1", "a[href='briefs/policy.html']"), ("Maps: 1", "a[href='maps/overview.svg']"),
                          ("Positions: 15", "table")):  # fmt: skip
        expect(page.locator(inside)).not_to_be_visible()
        page.get_by_text(title, exact=True).click()
        expect(page.locator(inside)).to_be_visible()
    page.get_by_label("Who?").select_option(label="Who? Everyone")
    expect(page.locator("table")).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    narrowest = "all => Math.min(...all.map(each => each.offsetWidth))"
    assert page.locator("tbody th").evaluate_all(narrowest) > 90  # as wide as its longest word


def test_a_resolution_without_a_short_name_is_told_once_and_in_full(opened: Open) -> None:
    page, claims = opened("park"), park().debate.resolutions
    assert page.locator(".resolution > b").all_inner_texts() == [claim.text.rstrip(".") for claim in claims]
    assert page.locator(".full").count() == 0


def test_an_answer_stands_in_the_column_beside_its_target(opened: Open) -> None:
    page = opened("flagship")
    page.get_by_role("treeitem", name="Combat troops now").click()
    shows(page, ".column .group", re.compile("^For it"))
    page.locator(".column .more").last.click()
    page.get_by_role("treeitem", name=re.compile("raise the danger of a direct clash")).click()
    count(page.locator(".column"), 2)
    shows(page, ".column.last", "Against it")
    shows(page, ".column.last", "red lines")
    page.locator(".column.last .card").first.click()
    count(page.locator(".way li"), 4)
    says(page, ".way li:nth-child(1)", "All resolutions")
    says(page, ".way li:nth-child(2)", "Combat troops now")
    shows(page, ".column .chosen .below", re.compile(r"^\d+ below, \d+ open · used in \d+$"))
    page.get_by_role("navigation", name="You are here").get_by_text("Combat troops now").click()
    count(page.locator(".column"), 1)


def test_what_is_folded_unfolds_and_folds_again(opened: Open) -> None:
    page = opened("flagship", "#send-troops")
    before = page.locator(".card").count()
    page.locator(".more").first.click()
    expect(page.locator(".card")).not_to_have_count(before)
    page.go_back()
    count(page.locator(".card"), before)


def test_every_state_is_in_the_address_and_back_works(opened: Open) -> None:
    page = opened("flagship", "#at=send-troops/direct-clash")
    page.get_by_role("button", name="is defeated").click()
    page.get_by_label("Who?").select_option(label="Who? Treasury")
    page.get_by_role("button", name="Map").click()
    address = "#at=send-troops/direct-clash&who=treasury&false=direct-clash&view=map"
    is_at(page, address)
    again = opened("flagship", address)
    for each in (page, again):
        count(each.locator("#who tr"), 1 + len(flagship().debate.audiences))
    says(again, "aside", words(page, "aside"))
    says(again, ".notes", words(page, ".notes"))
    for _ in range(3):
        page.go_back()
    is_at(page, "#at=send-troops/direct-clash")
    says(page, ".notes", "")
    page.go_forward()
    shows(page, ".notes", "Supposing")
    lost = opened("flagship", "#at=no-such-thing&who=nobody&false=x&over=a>b,send-troops>x&more=x&view=odd")
    count(lost.locator(".resolution"), 6)
    says(lost, ".notes", "")


def test_a_jump_leads_back(opened: Open) -> None:
    page = opened("flagship", "#at=send-troops/direct-clash")
    page.locator("#why a").first.click()
    expect(page.locator("aside code")).not_to_have_text("direct-clash")
    page.get_by_role("button", name=re.compile("back to")).click()
    says(page, "aside code", "direct-clash")


def test_search_looks_into_texts_ids_sources_and_quotes(opened: Open) -> None:
    page = opened("flagship")
    for query, found in (
        ("direct-clash", "raise the danger of a direct clash"),
        ("the insider rhetorical", "red lines"),
    ):
        page.get_by_label("Search").fill(query)
        shows(page, ".results", found)
    page.get_by_label("Search").fill("no such words anywhere")
    shows(page, "#found", "Nothing found.")


def filtered(name: str) -> Evaluation:
    return large(600, positions=8) if name == "some" else {"flagship": flagship, "hostile": hostile}[name]()


@pytest.mark.parametrize("name", ["flagship", "hostile", "some"])
def test_filters_agree_with_python(opened: Open, name: str) -> None:
    page, every = opened(name), kept(filtered(name))
    pairs = [(one, other) for one in every for other in every if one.split("=")[0] < other.split("=")[0]][::7]
    for parts in [(each,) for each in every] + pairs:
        page.evaluate("hash => { location.hash = hash }", "&".join(parts))
        number = len(set.intersection(*(every[each] for each in parts)))
        told = f"{number} statement{'s' * (number != 1)} found" if number else "Nothing found."
        shows(page, "#found", re.compile(rf"^{re.escape(told)}"))


def test_the_filters_are_chosen_with_the_mouse(opened: Open) -> None:
    page, ev = opened("flagship"), flagship()
    page.get_by_role("button", name="Filter").click()
    page.locator("select[data-filter=force]").select_option("answered")
    says(page, "#found", f"{len(having(ev, Force.ANSWERED))} statements found")
    page.get_by_role("button", name="Take filters back").click()
    for name, found in (("evidence below B", weak), ("used three times", often)):
        page.get_by_role("button", name=name).click()
        says(page, "#found", f"{len(found(ev))} statements found")
        page.get_by_role("button", name=name).click()


def why(page: Any, id: str) -> list[str]:
    page.evaluate("hash => { location.hash = hash }", f"#{id}")
    says(page, "aside code", id)
    return [re.sub(r"\s+", " ", line) for line in page.locator("#why p").all_inner_texts()]


def test_why_follows_the_line_that_decides(opened: Open) -> None:
    page = opened("park")
    night = "“Night deliveries wake the neighbours” is answered: nothing that has force speaks for it."
    assert why(page, "cars-are-needed") == [
        "It is answered by “Deliveries can come at night”.",
        "“Deliveries can come at night” counts. Its one answer has no force: “Night deliveries wake the neighbours”.",
        night,
    ]
    children, none = "“Children cross the road on their way to school”", "“No children live near the park”"
    assert why(page, "fewer-accidents") == [
        f"It is open: it needs {children}, and that is undecided.",
        f"{children} is undecided because of {none}.",
        f"{none} is undecided because of {children}.",
        "And so round in a circle.",
    ]
    assert why(page, "tunnel-air") == ["Stands: nothing that counts is against it."]
    assert why(page, "one-another") == ["It is answered: nothing that has force speaks for it."]
    assert why(page, "by-accidents") == ["It counts: nobody answers it."]
    assert why(page, "close-road") == [
        "Undecided: 1 for is open.",
        "What would settle it: Whether children cross the road on their way to school.",
        "For it is open “Closing the road prevents accidents”.",
    ]


def test_what_if_tells_what_flips_also_to_who_listens(opened: Open) -> None:
    page = opened("park", "#at=close-road/fewer-accidents")
    page.get_by_role("button", name="is defeated").click()
    shows(page, ".flips", re.compile(r"^\d+ flips?:"))
    shows(page, "[role=status]", words(page, ".flips").split(":")[0])
    page.get_by_role("button", name="Take all back").click()
    count(page.locator(".flips"), 0)
    says(page, "[role=status]", "Nothing is supposed any more.")


def test_what_if_one_outweighs_another(opened: Open) -> None:
    page = opened("flagship", "#send-troops")
    page.locator(".column .card").first.click()
    page.get_by_label("Suppose that it outweighs").select_option(index=1)
    shows(page, ".notes", "outweighs")
    expect(page).to_have_url(re.compile("~"))
    page.locator(".notes").get_by_role("button", name="×").click()
    says(page, ".notes", "")


def test_who_hears_the_debate(opened: Open) -> None:
    page, ev = opened("flagship"), flagship()
    page.get_by_label("Who?").select_option(label="Who? Treasury")
    heard = for_audience(ev, "treasury")
    expect(page.locator(".resolution .verdict")).to_have_text([verdict(heard, c.id) for c in ev.debate.resolutions])
    shows(page, ".notes", re.compile("^Treasury ranks .* lives in Ukraine"))
    shows(page, "[role=status]", re.compile("^Treasury: Trainers now "))
    page.locator(".notes").get_by_role("button", name="Everyone").click()
    shows(page, "[role=status]", re.compile("^Everyone: Trainers now "))


def test_without_a_clipboard_the_link_is_in_a_field_that_has_the_focus(opened: Open) -> None:
    page = opened("flagship", "#direct-clash")
    page.evaluate("() => Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Copy link").click()
    field = page.get_by_role("textbox", name="Link")
    expect(field).to_be_focused()
    expect(field).to_have_value(re.compile("#direct-clash$"))


def test_the_detail_of_a_statement(opened: Open) -> None:
    page, ev = opened("flagship", "#direct-clash"), flagship()
    evidence = ev.debate.statements["direct-clash"].evidence
    assert page.locator(".evidence > li").count() == len(evidence)
    assert page.locator(".evidence .grade").all_inner_texts() == [ev.debate.grade(each) or "–" for each in evidence]
    line = page.get_by_role("link", name="positions/escalation.yaml, line 31")
    assert line.get_attribute("href") == "https://example.org/debate/positions/escalation.yaml#L31"
    assert page.get_by_role("link", name="In the brief").get_attribute("href") == "briefs/policy.html#direct-clash"
    assert page.locator(".evidence a[href^=http]").count() > 0
    page.get_by_role("button", name="Copy link").click()
    page.locator("aside input, aside :text('Copied')").wait_for()


def test_the_policy_refuses_a_script_that_somebody_brings_in(opened: Open) -> None:
    page = opened("park")
    refused = page.evaluate("""() => new Promise(done => {
      addEventListener("securitypolicyviolation", event => done(event.violatedDirective));
      const script = document.createElement("script");
      script.textContent = "window.broughtIn = true";
      document.body.append(script);
      setTimeout(() => done("nothing"), 3000);
    })""")
    assert (refused, page.evaluate("window.broughtIn ?? null")) == ("script-src-elem", None)
    page.problems.clear()  # the console says so too


def test_a_hostile_debate_is_shown_as_it_is_written(opened: Open) -> None:
    page = opened("hostile", "#at=close-road")
    shows(page, ".column", "<script>alert(1)</script>")
    count(page.locator("script"), 2)
    assert "<script>alert(1)</script>" in page.title()
    page.get_by_label("Search").fill("</svg><script>")
    shows(page, "#found", "found")
    page.get_by_label("Search").fill("")
    for view, where in (("Map", ".map"), ("Present", ".slide")):
        page.get_by_role("button", name=view).click()
        shows(page, where, "<script>alert(1)</script>")


def most_cards(page: Any) -> int:
    number: int = page.locator(".card").count()
    return number


def test_ten_thousand_statements_show_three_hundred_cards_at_the_most(opened: Open) -> None:
    page = opened("large")
    seen = [most_cards(page)]
    page.locator(".resolution").first.click()
    for _ in range(4):
        for more in range(page.locator(".column.last .more").count()):
            page.locator(".column.last .more").nth(more).click()
        seen.append(most_cards(page))
        if page.locator(".column.last .card").count():
            page.locator(".column.last .card").first.click()
    page.get_by_role("button", name="Map").click()
    page.locator(".map .card").first.wait_for()
    seen.append(most_cards(page))
    page.get_by_label("Search").fill("harbour")
    page.locator(".results .card").first.wait_for()
    seen.append(most_cards(page))
    assert max(seen) <= 300 and min(seen[1:]) > 0
    shows(page, "#found", re.compile("statements found$"))


MAP = "#at=send-troops/direct-clash&view=map"


def test_the_map_is_moved_and_its_size_changed(opened: Open) -> None:
    page = opened("flagship", MAP)
    floor, width = page.locator(".floor"), "cards => cards[0].getBoundingClientRect().width"
    box = floor.bounding_box()
    page.mouse.move(box["x"] + box["width"] - 40, box["y"] + 60)  # beside the first card
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 140, box["y"] - 60)
    page.mouse.up()
    assert floor.evaluate("floor => floor.scrollTop") == 120
    page.mouse.move(box["x"] + 300, box["y"] + 30)  # nothing is held any more
    assert floor.evaluate("floor => floor.scrollTop") == 120
    zoom = page.locator(".drawn")
    for act, size in (
        (lambda: page.get_by_role("button", name="Larger").click(), 1.25),
        (lambda: page.get_by_role("button", name="Smaller").press("Enter"), 1.0),
        (lambda: page.keyboard.press("+"), 1.25),
        (lambda: page.keyboard.press("-"), 1.0),
    ):
        act()
        expect(zoom).to_have_css("zoom", str(size).removesuffix(".0"))
    assert page.locator(".drawn .card").evaluate_all(width) == 400
    page.mouse.move(box["x"] + 100, box["y"] + 100)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    expect(zoom).to_have_css("zoom", "1.1")


def test_the_map_has_the_same_selection_and_follows_what_is_supposed(opened: Open) -> None:
    page = opened("flagship", MAP)
    cards = page.locator(".drawn .card")
    count(cards, 1 + page.locator(".drawn ul .card").count())
    name, text = cards.nth(1).get_attribute("data-n"), cards.nth(1).locator(".text").inner_text()
    cards.nth(1).press("Enter")
    says(page, "aside h2", text)
    page.get_by_role("button", name="is defeated").click()
    expect(page.locator(f".drawn .card[data-n='{name}']")).to_have_class(re.compile("answered"))
    page.get_by_role("button", name="Columns").click()
    expect(page.locator(f".column .chosen[data-n='{name}']").last).to_be_visible()


def test_size_and_place_of_the_map_are_in_the_address_and_come_back(opened: Open) -> None:
    page = opened("flagship", f"{MAP}&zoom=1.25&place=0~300")
    expect(page.locator(".drawn")).to_have_css("zoom", "1.25")
    floor = page.locator(".floor")
    assert floor.evaluate("floor => floor.scrollTop") == 300
    floor.evaluate("floor => floor.scrollTo(0, 120)")
    expect(page).to_have_url(re.compile("zoom=1.25&place=0~120$"))
    page.locator(".drawn .card").nth(1).press("Enter")
    expect(page.locator(".drawn .card").first).to_be_focused()
    page.go_back()
    expect(page).to_have_url(re.compile("zoom=1.25&place=0~120$"))
    expect(page.locator(".drawn")).to_have_css("zoom", "1.25")
    assert floor.evaluate("floor => floor.scrollTop") == 120


def test_the_focus_stays_where_it_was_when_the_page_is_drawn_anew(opened: Open) -> None:
    page = opened("flagship")
    page.get_by_text("Positions: 15").click()
    page.get_by_role("button", name="Arguments", exact=True).press("Enter")
    expect(page.get_by_role("button", name="Arguments", exact=True)).to_be_focused()
    page.get_by_role("button", name="Filter", exact=True).press("Enter")
    page.get_by_role("button", name="unanswered", exact=True).first.press("Enter")
    expect(page.locator("[data-filter=lonely]")).to_be_focused()
    says(page, "[role=status]", words(page, "#found"))
    page.evaluate(_CHANGED, "#at=send-troops/direct-clash")
    page.get_by_role("button", name="is defeated").press("Enter")
    expect(page.locator("[data-suppose=false]")).to_be_focused()
    page.get_by_role("button", name="All resolutions").press("Enter")
    expect(page.locator("[role=treeitem]").first).to_be_focused()


def test_text_can_be_selected_without_a_jump(opened: Open) -> None:
    page = opened("flagship", "#at=send-troops")
    text = page.locator(".column .card .text").first
    box = text.bounding_box()
    page.mouse.move(box["x"] + 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + box["height"] / 2, steps=4)
    page.mouse.up()
    chosen = page.evaluate("getSelection().toString()")
    assert chosen and chosen in text.inner_text()
    is_at(page, "#at=send-troops")
    barred = "all => all.filter(each => getComputedStyle(each).userSelect === 'none').length"
    assert page.locator("main *, aside *").evaluate_all(barred) == 0


def test_on_a_phone_a_finger_finds_its_target(opened: Open) -> None:
    small = """all => all.filter(each => each.offsetParent && each.getBoundingClientRect().height < 43.5)
      .map(each => each.outerHTML.slice(0, 90))"""
    page = opened("flagship", viewport={"width": 390, "height": 844})
    for state in ("#at=send-troops/direct-clash", MAP, "#only=lonely", ""):
        page.evaluate(_CHANGED, state)
        targets = page.locator("button.choice, select, input, [role=treeitem], .way button")
        assert targets.evaluate_all(small) == [], state


def test_on_a_phone_the_filters_are_one_row_that_stays_where_it_was_moved(opened: Open) -> None:
    page = opened("flagship", "#view=map", viewport={"width": 390, "height": 844})
    page.get_by_role("button", name="Filter", exact=True).click()
    bar, last = page.locator(".filtering"), page.locator("[data-filter=often]")
    assert bar.bounding_box()["height"] <= 64
    last.click()
    shows(page, "#found", "statements found")
    expect(last).to_be_in_viewport()
    expect(page.get_by_role("button", name="Filter", exact=True)).to_have_attribute("aria-expanded", "true")


def test_the_table_of_positions_sorts_and_filters(opened: Open) -> None:
    page = opened("large")
    page.get_by_text("Positions: 200").click()
    names = page.locator(".folded tbody th")
    count(names, 200)
    page.get_by_label("Filter positions").fill("position 19")
    expect(names).to_have_text(["Position 19", *(f"Position 19{n}" for n in range(10))])
    page.get_by_role("button", name="Position", exact=True).click()
    page.get_by_role("button", name="Position", exact=True).click()
    expect(names.first).to_have_text("Position 199")
    page.get_by_role("button", name="Open").click()
    expect(page.locator("th[aria-sort]")).to_have_attribute("aria-sort", "descending")
    names.first.get_by_role("button").click()
    shows(page, "#found", re.compile("statements found$"))
    page.go_back()
    expect(page.locator("th[aria-sort]")).to_have_attribute("aria-sort", "descending")


def test_without_script_the_page_is_an_outline(opened: Open) -> None:
    page, ev = opened("flagship", java_script_enabled=False), flagship()
    said = page.locator("main.plain").inner_text()
    assert all(statement.text is None or statement.text in said for statement in ev.debate.statements.values())
    assert page.locator("main.plain ul ul ul").count() > 0


def test_in_the_outline_a_step_without_words_says_what_it_needs_or_that_stands_below_it() -> None:
    for ev in (flagship(), park(), hostile()):
        told = str(outline(ev))
        assert told.count("These together:") == told.count("These together:<ul><li>Needed")
    assert "<li>For, counts: Most accidents in the park involve a car." in outline(park())


def test_on_a_phone_one_column_is_shown(opened: Open) -> None:
    page = opened("flagship", "#red-lines-crossed", viewport={"width": 390, "height": 844})
    shown = page.locator(".card").evaluate_all(
        "cards => cards.filter(card => card.offsetParent).map(card => card.offsetLeft)"
    )
    assert len(set(shown)) == 1
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    hidden = "column => column.scrollHeight - column.clientHeight"
    assert page.locator(".column.last").evaluate(hidden) <= 0
    page.locator("[data-sheet=who]").click()
    expect(page.locator("main")).not_to_be_visible()
    expect(page.locator("#who")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("main")).to_be_visible()


def test_paper_is_white_also_where_the_screen_is_dark(opened: Open) -> None:
    page = opened("park", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".resolution").first).to_have_css("background-color", "rgb(255, 255, 255)")


def test_paper_shows_the_states_of_arguments_whole_words_and_no_fields(opened: Open) -> None:
    page = opened("flagship")
    page.locator("summary", has_text="Positions").click()
    page.emulate_media(media="print")
    expect(page.locator(".scale i").first).to_have_css("print-color-adjust", "exact")
    count(page.locator("input:visible"), 0)
    for size in ("A4", "Letter"):
        sheets = pypdfium2.PdfDocument(page.pdf(format=size))
        assert any("disadvantage" in sheet.get_textpage().get_text_bounded() for sheet in sheets)


def test_on_paper_the_open_path_is_printed(opened: Open) -> None:
    page = opened("flagship", "#red-lines-crossed")
    page.emulate_media(media="print")
    count(page.locator(".column").first.locator(".card:visible"), 1)
    expect(page.locator("aside")).to_be_visible()
    expect(page.get_by_label("Search")).not_to_be_visible()


def test_a_presentation_shows_an_argument_and_its_best_answer_in_large_type(opened: Open) -> None:
    page = opened("flagship", "#at=send-troops/direct-clash&view=present", viewport={"width": 1280, "height": 720})
    count(page.locator(".large"), 2)
    sizes = page.locator(".slide *").evaluate_all("all => all.map(each => parseFloat(getComputedStyle(each).fontSize))")
    assert min(sizes) >= 18.5  # 14 pt
    before = page.locator(".large .text").first.inner_text()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".large .text").first).not_to_have_text(before)
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("#at=[^/&]+/[^/&]+/[^/&]+&"))
    page.keyboard.press("Escape")
    page.locator(".column").first.wait_for()


def test_slides_are_turned_without_a_keyboard(opened: Open) -> None:
    page = opened("flagship", "#view=present", has_touch=True, viewport={"width": 390, "height": 844})
    at = 'new URLSearchParams(location.hash.slice(1)).get("at")?.split("/").length ?? 0'
    for button, depth in (("→", 2), ("→", 3), ("↓", 3), ("↑", 3), ("←", 2), ("←", 1)):
        page.get_by_role("button", name=button).tap()
        assert page.evaluate(at) == depth
    expect(page.get_by_role("button", name="←")).to_have_attribute("aria-disabled", "true")


DETAIL = "#at=send-troops/direct-clash"
STATES = (
    "", "#who=treasury", "#view=map", "#view=present", "#at=send-troops", DETAIL, f"{DETAIL}&from=send-trainers",
    f"{DETAIL}&more=direct-clash.against.1", f"{DETAIL}&view=map", f"{DETAIL}&view=map&zoom=0.5",
    f"{DETAIL}&view=present", "#at=send-trainers&who=treasury&false=direct-clash", "#q=training&only=lonely",
    "#q=no+such", "#side=1&force=open&position=escalation&only=lonely,weak,often",
)  # fmt: skip


_CHANGED = """
hash => location.hash === hash || new Promise(done => {
  addEventListener("hashchange", done, { once: true });
  location.hash = hash;
}).then(() => true)
"""
"""The page has heard of a new address before us, and shows what it says."""
_VIOLATIONS = """
async () => {
  for (const each of document.querySelectorAll("details")) each.open = true;
  const told = node => [node.html.slice(0, 150), node.failureSummary.slice(0, 300)];
  return (await axe.run()).violations.map(found => [found.id, found.nodes.slice(0, 3).map(told)]);
}
"""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_amiss(opened: Open, scheme: str, width: int) -> None:
    needs_package("axe_playwright_python")
    import axe_playwright_python

    axe = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    page = opened("flagship", color_scheme=scheme, viewport={"width": width, "height": 800})
    page.evaluate(axe)
    found = {}
    for state in STATES:
        page.evaluate(_CHANGED, state)
        found[state] = page.evaluate(_VIOLATIONS)
        if state == DETAIL and width == 390:
            page.locator("[data-sheet=who]").click()
            found["sheet"] = page.evaluate(_VIOLATIONS)
    page.set_content(re.sub("(?s)<script.*?</script>|</?noscript>", "", written("flagship")))  # axe itself needs script
    page.evaluate(axe)
    found["without script"] = page.evaluate(_VIOLATIONS)
    found = {state: violations for state, violations in found.items() if violations}
    page.problems.clear()
    assert not found, json.dumps(found, indent=1)


def test_the_flagship_fits_450_kilobytes_with_its_lines_and_links() -> None:
    ids = flagship().debate.statements
    lines = {id: ("positions/a.yaml", 100 + n) for n, id in enumerate(ids)}
    whole = Surroundings(lines, "https://example.org", "briefs/policy.html", 15 * AROUND.briefs, 18 * AROUND.maps)
    assert len(to_page(flagship(), whole).encode()) <= 450_000
    data = page_data(flagship(), AROUND)
    assert json.loads(json.dumps(data)) == data


def test_a_new_reader_finds_three_answers_in_three_clicks(opened: Open) -> None:
    ev = flagship()
    page = opened("flagship")
    page.get_by_role("treeitem", name="Trainers now").click()  # what decides sending trainers?
    says(page, "#why p", verdict(ev, "send-trainers"))
    shows(page, "#why", "Is better training inside Ukraine worth the danger to the trainers?")
    page.locator("#why a").first.wait_for()
    page = opened("flagship")
    page.get_by_label("Search").fill("direct-clash")  # which answers to `direct-clash` have force?
    page.locator(".results .link").first.click()
    says(page, "aside code", "direct-clash")
    shows(page, ".column.last .group", "counts")
    page = opened("flagship")
    page.get_by_label("Who?").select_option(label="Who? Treasury")  # what does a treasury think?
    heard = for_audience(ev, "treasury")
    expect(page.locator(".verdict")).to_have_text([verdict(heard, claim.id) for claim in ev.debate.resolutions])


def test_an_option_has_no_strength() -> None:
    measured = replace(flagship(), strengths=strengths(flagship(), "quadratic-energy"))
    for node in page_data(measured, AROUND)["nodes"]:
        assert ("strength" in node) == (node["id"] not in measured.debate.resolution_ids), node["id"]
