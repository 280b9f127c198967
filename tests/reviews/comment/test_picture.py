"""The map: Mermaid that GitHub draws, far below its limits, in which data is only text."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.evaluation.evaluated import evaluate
from argmap.model import Claim, Debate, Position, Rebuttal, Support
from argmap.reviews import review
from argmap.reviews.comment.comment_picture import MOST, STYLES, Picture
from argmap.reviews.comment.mermaid import cut, encoded, label
from argmap.wording.markdown_text import tidy
from tests.conftest import needs, needs_package
from tests.contrast import contrast
from tests.platforms import HOSTILE
from tests.reviews.comment.cases import FILES, files, part
from tests.reviews.comment.test_comment import EVERYTHING, FLIPPING
from tests.reviews.mutations import versions

TEXT = r'"(?:[^\x00-\x1f!-+\-./:-@\[-`{-~]|#\d+;|<br/>)*"'
STATE = "same|new|changed|removed|flips"
BOX = rf"  n\d+(?:\[{TEXT}\]|\[\[{TEXT}\]\]|\({TEXT}\)|\{{\{{{TEXT}\}}\}}):::(?:{STATE})"
ARROW = rf"  n\d+ (?:--|==|-\.-)[>xo]\|{TEXT}\| n\d+"
GRAMMAR = re.compile(rf"flowchart BT\n(?:{BOX}\n)+(?:{ARROW}\n)*{re.escape(STYLES)}")
"""The part of Mermaid that we write; nothing else may come of any data."""


@given(versions(8))
@settings(max_examples=80)
def test_every_map_is_in_the_grammar(pair: tuple[Debate, Debate]) -> None:
    picture = Picture.of(review(*map(evaluate, pair)))
    if picture is not None:
        assert GRAMMAR.fullmatch(picture.text), picture.text
        assert len(re.findall(f"^{BOX}$", picture.text, re.MULTILINE)) <= MOST


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_a_label(text: str) -> None:
    assert re.fullmatch(TEXT, label([text, text]))


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_encoding_can_be_undone(text: str) -> None:
    assert re.fullmatch(TEXT, f'"{encoded(text)}"')
    assert re.sub(r"#(\d+);", lambda found: chr(int(found[1])), encoded(text)) == tidy(text)


def test_long_texts_are_cut_and_long_words_broken() -> None:
    assert cut("word " * 100, 20) == "word word word …"
    assert max(map(len, cut("x" * 500, 120).split())) <= 26
    assert cut("short", 20) == "short"


def test_nothing_to_draw() -> None:
    assert Picture.of(part(FILES).review) is None  # type: ignore[arg-type]


def _many(number: int, extra: int) -> Debate:
    steps = [Support(id=f"s{n}", of="act", text=f"Reason {n} is so. " * 20) for n in range(number + extra)]
    answers = [Rebuttal(id=f"r{n}", of=f"s{n}", text=f"Not {n}.") for n in range(extra)]
    return Debate(
        id="d", title="D", resolutions=(Claim(id="act", text="We should act."),),
        positions=(Position(id="p", arguments=(*steps, *answers)),),
    )  # fmt: skip


def test_a_change_of_thousands_is_drawn_in_part_and_the_rest_counted() -> None:
    picture = Picture.of(review(evaluate(_many(100, 0)), evaluate(_many(100, 2000))))
    assert picture is not None
    assert len(picture.text) < 12_000 and picture.text.count("\n") < 100
    drawn = len(re.findall(":::new|:::changed", picture.text))
    left_out = re.search(r"([\d,]+) more changed statements are not drawn", picture.legend)
    assert left_out is not None and int(left_out[1].replace(",", "")) > 3_000
    assert drawn >= MOST // 3


def test_states_are_told_apart_by_words_shapes_and_lines() -> None:
    picture = Picture.of(part(EVERYTHING).review)  # type: ignore[arg-type]
    assert picture is not None
    assert '[["NEW support' in picture.text and '("REWORDED' in picture.text and '==>|"supports, new"|' in picture.text
    gone = Picture.of(part(FILES, EVERYTHING).review)  # type: ignore[arg-type]
    assert gone is not None
    assert '["REMOVED support' in gone.text and '-.->|"supports, removed"|' in gone.text
    turned = Picture.of(part(FLIPPING).review)  # type: ignore[arg-type]
    assert turned is not None and "#10003;" not in turned.text and "✓ stands → ✗ defeated" in turned.text


@pytest.mark.parametrize("style", STYLES.splitlines())
def test_text_and_borders_can_be_seen(style: str) -> None:
    colours = dict(re.findall(r"(fill|stroke|color):(#[0-9a-f]{6})", style))
    assert contrast(colours["fill"], colours["color"]) >= 4.5
    assert contrast(colours["fill"], colours["stroke"]) >= 3


PAGE = """<!doctype html><meta charset="utf-8"><body><script>{library}</script><script>
const sources = {sources};
mermaid.initialize({{startOnLoad: false, securityLevel: "strict", maxTextSize: 50000, maxEdges: 500}});
(async () => {{
  const out = [];
  for (const [n, source] of sources.entries()) {{
    try {{
      const box = document.createElement("div");
      document.body.append(box);
      box.innerHTML = (await mermaid.render("m" + n, source)).svg;
      out.push({{
        texts: [...box.querySelectorAll(".nodeLabel")].map(label => label.textContent),
        names: [...new Set([...box.querySelectorAll(".node foreignObject *")].map(each => each.tagName.toLowerCase()))],
        edges: box.querySelectorAll("path.flowchart-link").length,
        links: box.querySelectorAll("a, img, script, i").length,
      }});
    }} catch (error) {{ out.push({{error: String(error)}}); }}
  }}
  window.result = out;
}})();
</script>"""


def drawn(sources: list[str], folder: Path) -> list[dict[str, object]]:
    """What Mermaid itself makes of flowcharts, in a browser and set as GitHub sets it."""
    from playwright.sync_api import sync_playwright

    spec = importlib.util.find_spec("mermaidx")
    assert spec is not None and spec.submodule_search_locations
    library = Path(spec.submodule_search_locations[0], "assets", "mermaid.js").read_text(encoding="utf-8")
    page = folder / "page.html"
    page.write_text(
        PAGE.format(library=library, sources=json.dumps(sources).replace("</", "<\\/").replace("<!--", "<\\!--")),
        encoding="utf-8",
    )
    options = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=options.split())
        opened = browser.new_page()
        opened.goto(page.as_uri())
        opened.wait_for_function("window.result !== undefined", timeout=120_000)
        found: list[dict[str, object]] = opened.evaluate("window.result")
        browser.close()
    return found


@pytest.mark.real
def test_mermaid_itself_shows_the_text_and_nothing_else(tmp_path: Path) -> None:
    needs("chromium")
    needs_package("mermaidx")
    sources = ["flowchart BT\n  n0[" + label([text]) + "]\n  n0 --x|" + label([text]) + "| n0\n" for text in HOSTILE]
    changed = [part(EVERYTHING), part(FILES, EVERYTHING), part(FLIPPING), part(files(("a fifth", "a `fourth`")))]
    sources += [Picture.of(each.review).text for each in changed if each.review]  # type: ignore[union-attr]
    found = drawn(sources, tmp_path)
    assert [each.get("error") for each in found] == [None] * len(found)
    for text, each in zip(HOSTILE, found, strict=False):
        assert "".join(each["texts"][0].split()) == "".join(tidy(text).split())  # type: ignore[index]
        assert set(each["names"]) <= {"div", "span", "p", "br"} and each["links"] == 0  # type: ignore[call-overload]
    whole = found[len(HOSTILE)]
    assert whole["edges"] == 4 and len(whole["texts"]) == 5  # type: ignore[arg-type]
