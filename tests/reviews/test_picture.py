"""The picture of a change: both versions, with what is changed about each statement said in words."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from argmap.documents.formats import html
from argmap.evaluation.evaluated import evaluate
from argmap.maps import View, draw
from argmap.maps.two_maps import beside
from argmap.model import Claim, Evidence, Rebuttal, Support
from argmap.reviews import change_map as module
from argmap.reviews import review
from argmap.reviews.change_map import Half, halves
from argmap.reviews.result import Review
from argmap.reviews.review_document import to_document
from tests.reviews.mutations import debate

HELP = Support(id="help", of="act", text="It would help.")
DOUBT = Rebuttal(id="doubt", of="help", text="It has not helped before.")
ANSWER = Rebuttal(id="answer", of="doubt", text="It has, <b>twice</b> & well.")
LONE = Claim(id="lone", text="A lone claim.")


def made() -> Review:
    reworded = DOUBT.model_copy(update={"text": "It has never helped.", "evidence": (Evidence(source="report"),)})
    return review(evaluate(debate(HELP, DOUBT, LONE)), evaluate(debate(HELP, reworded, ANSWER)))


def flags(half: Half) -> dict[str, tuple[str, ...]]:
    return dict(half.flags)


def test_each_version_says_what_happens_to_its_statements() -> None:
    before, after = halves(made())
    assert flags(before) == {
        "act": ("~ stands afterwards",),
        "help": ("~ counts afterwards",),
        "doubt": ("~ is answered by answer afterwards", "~ reworded"),
        "lone": ("- removed",),
    }
    assert flags(after) == {
        "act": ("~ was defeated before",),
        "help": ("~ was answered by doubt before",),
        "doubt": ("~ counted before", "~ reworded", "+ evidence added: report"),
        "answer": ("+ added",),
    }
    assert before.marked == after.marked == {"act", "help", "doubt"}


def test_a_statement_is_called_in_each_version_as_it_is_there() -> None:
    aid = HELP.model_copy(update={"id": "aid"})
    found = halves(review(evaluate(debate(HELP)), evaluate(debate(aid))))
    assert [flags(half) for half in found] == [
        {"help": ("~ is called aid afterwards",)},
        {"aid": ("~ was called help",)},
    ]


def test_what_leads_from_a_change_to_the_resolution_is_shown() -> None:
    deep = Rebuttal(id="deep", of="answer", text="No, it has not.")
    before, after = halves(review(evaluate(debate(HELP, DOUBT, ANSWER)), evaluate(debate(HELP, DOUBT, ANSWER, deep))))
    assert after.chosen == {"act", "help", "doubt", "answer", "deep"}
    assert "deep" not in before.chosen


def test_a_picture_has_room_for_so_many_and_counts_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 5)
    new = [Support(id=f"s{n}", of="act", text=f"Reason {n}.") for n in range(9)]
    _, after = halves(review(evaluate(debate()), evaluate(debate(*new))))
    assert (len(after.chosen), after.left_out) == (5, 5)  # act flips, too


def maps(found: Review) -> tuple[str, str]:
    drawn = []
    for half, prefix in zip(halves(found), ("before-", "after-"), strict=True):
        view = View("changes", chosen=half.chosen, marked=half.marked, flags=half.flags, subject="What is changed")
        drawn.append(draw(half.ev, view, prefix=prefix).svg)
    return drawn[0], drawn[1]


def test_both_maps_in_one_svg_keep_their_size_and_share_no_id() -> None:
    one, other = maps(made())
    svg = beside((one, other), ("Before: a", "After: b & c"), "A <change>")
    root = ElementTree.fromstring(svg)
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    inner = root.findall("{http://www.w3.org/2000/svg}svg")
    assert [each.attrib["width"] for each in inner] == [re.search(r'width="(\d+)"', m)[1] for m in (one, other)]  # type: ignore[index]
    assert float(root.attrib["width"]) >= sum(float(each.attrib["width"]) for each in inner)
    text = "".join(root.itertext())
    for words in ("Before: a", "After: b & c", "+ added", "- removed", "~ reworded", "~ counted before"):
        assert words in text


def page_of(found: Review, svgs: tuple[str, str] = ("<svg/>", "<svg/>")) -> str:
    return html.write(to_document(found, "d: what changes", "", tuple(zip(svgs, ("Before", "After"), strict=True))))


def test_the_page_shows_the_words_of_a_debate_as_words() -> None:
    found = made()
    page = page_of(found, maps(found))
    assert "<b>twice" not in page and "&lt;b&gt;twice&lt;/b&gt; &amp; well." in page
    assert "<del>not</del><ins>never</ins><bdi> helped</bdi><del> before</del><bdi>.</bdi>" in page
    assert "act was defeated and now stands." in page
    assert "://" not in re.sub(r"http://www\.w3\.org/\S+", "", page), "it stands by itself"


def test_a_page_leads_to_each_of_its_parts() -> None:
    page = page_of(made())
    targets = re.findall(r'<a href="#([a-z]+)">', page)
    assert targets[0] == "flips" and targets[-1] == "maps"
    assert all(page.count(f'id="{target}"') == 1 for target in targets)


def test_a_page_of_no_change_says_so_and_has_no_maps() -> None:
    same = evaluate(debate(HELP))
    page = page_of(review(same, same))
    assert "Nothing that is said changes." in page
    assert "<svg" not in page and "<nav" not in page
