"""The living page, driven in Chromium without a network: with the mouse, with the keyboard, on a phone, on paper."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.evaluation.audiences import for_audience
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.force import Force, force
from argmap.living_page import Linked, Surroundings, to_page
from argmap.living_page.page_data import page_data
from argmap.prose.verdict import verdict
from argmap.strength.gradual import strengths
from tests.conftest import ROOT, needs_package
from tests.living_page.browser import chromium
from tests.living_page.large import large
from tests.maps.park import hostile, park

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
    return to_page({"flagship": flagship, "park": park, "hostile": hostile}[name](), AROUND)


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


def words(page: Any, where: str) -> str:
    """What stands in an element, blanks as one."""
    return re.sub(r"\s+", " ", page.locator(where).first.inner_text()).strip()


def test_the_first_screen_has_the_resolutions_and_what_decides_them_and_all_else_is_folded(opened: Open) -> None:
    page, ev = opened("flagship"), flagship()
    assert page.locator(".resolution .verdict").all_inner_texts() == [verdict(ev, c.id) for c in ev.debate.resolutions]
    blocks = page.locator(".resolution").first.locator(".scale i")
    first = ev.debate.resolutions[0].id
    assert blocks.count() == len(ev.graph.supports(first)) + len(ev.graph.rebuttals(first))
    assert page.locator(".card").count() == 0
    assert (
        page.locator("a[href='briefs/policy.html']").count() == page.locator("a[href='maps/overview.svg']").count() == 1
    )


def test_an_answer_stands_in_the_column_beside_its_target(opened: Open) -> None:
    page = opened("flagship")
    page.get_by_role("treeitem", name="Combat troops now").click()
    assert words(page, ".column .group").startswith("For it")
    page.locator(".column .more").last.click()
    page.get_by_role("treeitem", name=re.compile("raise the danger of a direct clash")).click()
    assert page.locator(".column").count() == 2
    assert "Against it" in words(page, ".column.last") and "red lines" in words(page, ".column.last")
    page.locator(".column.last .card").first.click()
    assert [words(page, f".way li:nth-child({n})") for n in (1, 2)] == ["All resolutions", "Combat troops now"]
    assert page.locator(".way li").count() == 4
    below = page.locator(".column .chosen .below").first.inner_text()
    assert re.fullmatch(r"\d+ below, \d+ open · used in \d+", below)
    page.get_by_role("navigation", name="You are here").get_by_text("Combat troops now").click()
    assert page.locator(".column").count() == 1


def test_what_is_folded_unfolds_and_folds_again(opened: Open) -> None:
    page = opened("flagship", "#send-troops")
    before = page.locator(".card").count()
    page.locator(".more").first.click()
    assert page.locator(".card").count() > before
    page.go_back()
    assert page.locator(".card").count() == before


def test_every_state_is_in_the_address_and_back_works(opened: Open) -> None:
    page = opened("flagship", "#at=send-troops/direct-clash")
    page.get_by_role("button", name="is defeated").click()
    page.get_by_label("Who?").select_option(label="Who? Treasury")
    page.get_by_role("button", name="Map").click()
    address = page.evaluate("location.hash")
    assert address == "#at=send-troops/direct-clash&who=treasury&false=direct-clash&view=map"
    again = opened("flagship", address)
    again.locator("#who tr").nth(6).wait_for()
    assert words(again, "aside") == words(page, "aside") and words(again, ".notes") == words(page, ".notes")
    for _ in range(3):
        page.go_back()
    assert page.evaluate("location.hash") == "#at=send-troops/direct-clash" and words(page, ".notes") == ""
    page.go_forward()
    assert "Supposing" in words(page, ".notes")
    lost = opened("flagship", "#at=no-such-thing&who=nobody&false=x&over=a>b,send-troops>x&more=x&view=odd")
    assert lost.locator(".resolution").count() == 6 and words(lost, ".notes") == ""


def test_a_jump_leads_back(opened: Open) -> None:
    page = opened("flagship", "#at=send-troops/direct-clash")
    page.locator("#why a").first.click()
    assert "direct-clash" not in page.evaluate("location.hash").split("&")[0].split("/")[-1]
    page.get_by_role("button", name=re.compile("back to")).click()
    assert page.locator("aside code").inner_text() == "direct-clash"


def focused(page: Any) -> str | None:
    found: str | None = page.evaluate("document.activeElement.dataset.n ?? document.activeElement.className")
    return found


def test_the_keyboard_alone_walks_the_tree(opened: Open) -> None:
    page = opened("flagship")
    page.locator("[role=treeitem]").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.locator(".resolution.chosen").inner_text().startswith("Combat troops now")
    page.keyboard.press("ArrowRight")
    assert page.locator(".column .chosen").count() == 1 and focused(page) == page.locator(
        ".column .chosen"
    ).get_attribute("data-n")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator(".way li").count() >= 3
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("/")
    page.keyboard.type("red lines")
    assert re.match(r"\d+ statements found", words(page, "#found"))
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.locator(".column").count() > 0 and page.get_by_label("Search").input_value() == ""
    for _ in range(4):
        page.keyboard.press("Escape")
    assert page.evaluate("location.hash") in ("", "#")
    assert page.locator("[role=treeitem][tabindex='0']").count() == 1


def test_search_looks_into_texts_ids_sources_and_quotes(opened: Open) -> None:
    page = opened("flagship")
    for query, found in (
        ("direct-clash", "raise the danger of a direct clash"),
        ("the insider rhetorical", "red lines"),
    ):
        page.get_by_label("Search").fill(query)
        assert found in words(page, ".results")
    page.get_by_label("Search").fill("no such words anywhere")
    assert words(page, "#found").startswith("Nothing found.")


def test_filters_agree_with_python(opened: Open) -> None:
    page, ev = opened("flagship"), flagship()
    page.get_by_role("button", name="Filter").click()
    page.locator("select[data-filter=force]").select_option("answered")
    answered = [id for id in ev.framework.steps if force(ev, id) is Force.ANSWERED]
    assert words(page, "#found") == f"{len(answered)} statements found"
    page.get_by_role("button", name="Take filters back").click()
    page.get_by_role("button", name="evidence below B").click()
    weak = [s for s in ev.debate.statements.values() if s.evidence and (ev.debate.best_grade(s) or "F") >= "C"]
    assert words(page, "#found") == f"{len(weak)} statements found"
    page.get_by_role("button", name="evidence below B").click()
    page.get_by_role("button", name="used three times").click()
    uses = [s for s in ev.debate.statements.values() if len(ev.graph.uses(s.id)) + hasattr(s, "premises") >= 3]
    assert words(page, "#found") == f"{len(uses)} statements found"


def why(page: Any, id: str) -> list[str]:
    page.evaluate("hash => { location.hash = hash }", f"#{id}")
    page.wait_for_selector(f"aside code:text-is('{id}')")
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
        "For it is open “Closing the road prevents accidents”.",
    ]


def test_what_if_tells_what_flips_also_to_who_listens(opened: Open) -> None:
    page = opened("park", "#at=close-road/fewer-accidents")
    page.get_by_role("button", name="is defeated").click()
    told = words(page, ".flips")
    assert re.match(r"\d+ flips?:", told)
    assert page.locator("[role=status]").inner_text().startswith(told.split(":")[0])
    page.get_by_role("button", name="Take all back").click()
    assert page.locator(".flips").count() == 0


def test_what_if_one_outweighs_another(opened: Open) -> None:
    page = opened("flagship", "#send-troops")
    page.locator(".column .card").first.click()
    page.get_by_label("Suppose that it outweighs").select_option(index=1)
    assert "outweighs" in words(page, ".notes") and "~" in page.evaluate("location.hash")
    page.locator(".notes").get_by_role("button", name="×").click()
    assert words(page, ".notes") == ""


def test_who_hears_the_debate(opened: Open) -> None:
    page, ev = opened("flagship"), flagship()
    page.get_by_label("Who?").select_option(label="Who? Treasury")
    heard = for_audience(ev, "treasury")
    told = page.locator(".resolution .verdict").all_inner_texts()
    assert told == [verdict(heard, claim.id) for claim in ev.debate.resolutions]
    assert words(page, ".notes").startswith("Treasury ranks ")


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
    page.wait_for_selector("aside input, aside :text('Copied')")


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
    assert page.locator("script").count() == 2 and "<script>alert(1)</script>" in words(page, ".column")
    assert "<script>alert(1)</script>" in page.title()
    page.get_by_label("Search").fill("</svg><script>")
    assert "found" in words(page, "#found")
    page.get_by_label("Search").fill("")
    for view in ("Map", "Present"):
        page.get_by_role("button", name=view).click()
        assert "<script>alert(1)</script>" in words(page, "main")


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
    seen.append(most_cards(page))
    page.get_by_label("Search").fill("harbour")
    seen.append(most_cards(page))
    assert max(seen) <= 300 and min(seen[1:]) > 0
    assert words(page, "#found").endswith("statements found")


def test_the_table_of_positions_sorts_and_filters(opened: Open) -> None:
    page = opened("large")
    names = page.locator(".positions tbody th")
    assert names.count() == 200
    page.get_by_label("Filter positions").fill("position 19")
    assert names.all_inner_texts() == ["Position 19", *(f"Position 19{n}" for n in range(10))]
    page.get_by_role("button", name="Position", exact=True).click()
    page.get_by_role("button", name="Position", exact=True).click()
    assert names.first.inner_text() == "Position 199"
    page.get_by_role("button", name="Open").click()
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
    names.first.get_by_role("button").click()
    assert words(page, "#found").endswith("statements found")


def test_without_script_the_page_is_an_outline(opened: Open) -> None:
    page, ev = opened("flagship", java_script_enabled=False), flagship()
    said = page.locator("main.plain").inner_text()
    assert all(statement.text is None or statement.text in said for statement in ev.debate.statements.values())
    assert page.locator("main.plain ul ul ul").count() > 0


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
    assert not page.locator("main").is_visible() and page.locator("#who").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("main").is_visible()


def test_on_paper_the_open_path_is_printed(opened: Open) -> None:
    page = opened("flagship", "#red-lines-crossed")
    page.emulate_media(media="print")
    first = page.locator(".column").first.locator(".card")
    assert [card.is_visible() for card in first.all()].count(True) == 1
    assert page.locator("aside").is_visible() and not page.get_by_label("Search").is_visible()


def test_a_presentation_shows_an_argument_and_its_best_answer_in_large_type(opened: Open) -> None:
    page = opened("flagship", "#at=send-troops/direct-clash&view=present", viewport={"width": 1280, "height": 720})
    assert page.locator(".large").count() == 2
    sizes = page.locator(".slide *").evaluate_all("all => all.map(each => parseFloat(getComputedStyle(each).fontSize))")
    assert min(sizes) >= 18.5  # 14 pt
    before = words(page, ".large")
    page.keyboard.press("ArrowDown")
    assert words(page, ".large") != before
    page.keyboard.press("ArrowRight")
    assert page.evaluate("location.hash").count("/") == 2
    page.keyboard.press("Escape")
    assert page.locator(".column").count() > 0


STATES = ("", "#at=send-troops/direct-clash", "#at=send-troops/direct-clash&view=map", "#q=training&only=lonely",
          "#at=send-troops/direct-clash&view=present", "#at=send-trainers&who=treasury&false=direct-clash")  # fmt: skip


_VIOLATIONS = """
async () => (await axe.run()).violations.map(found =>
  [found.id, found.nodes.slice(0, 3).map(node => [node.html.slice(0, 150), node.failureSummary.slice(0, 300)])])
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
        page.evaluate("hash => { location.hash = hash }", state)
        page.wait_for_timeout(50)
        violations = page.evaluate(_VIOLATIONS)
        found |= {state: violations} if violations else {}
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
    assert words(page, "#why p") == verdict(ev, "send-trainers") and page.locator("#why a").count() > 0
    page = opened("flagship")
    page.get_by_label("Search").fill("direct-clash")  # which answers to `direct-clash` have force?
    page.locator(".results .link").first.click()
    assert words(page, "aside code") == "direct-clash" and "counts" in words(page, ".column.last .group")
    page = opened("flagship")
    page.get_by_label("Who?").select_option(label="Who? Treasury")  # what does a treasury think?
    assert page.locator(".verdict").count() == 6


def test_an_option_has_no_strength() -> None:
    measured = replace(flagship(), strengths=strengths(flagship(), "quadratic-energy"))
    for node in page_data(measured, AROUND)["nodes"]:
        assert ("strength" in node) == (node["id"] not in measured.debate.resolution_ids), node["id"]
