"""Data in comments: what is shown is the text, and neither parser nor filter nor bot finds anything in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.wording.markdown_text import address, code, escape, link, remark, tidy
from tests.platforms import HOSTILE, RENDERERS, SIGNS, ZERO_WIDTH, elements, noticed, shown

SIGNLIKE = st.text(
    st.sampled_from("ab1F \n@#!~%&$:/.[]{}()<>|*_`\\+-=\"'GH^w\u200b\u202e\u05d0\U000e0041"), min_size=1, max_size=40
)
ANY = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60)
TEXT = (SIGNLIKE | ANY | st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=4).map(" ".join)).filter(tidy)

PLACES = ("{}", "- **Added** {} after", "| a | {} |", "- x <del>{}</del> <ins>{}</ins>", "> {}", "## {}", "(“{}”)")


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_is_noticed_of_a_hostile_text(text: str) -> None:
    for place in PLACES[1:]:
        assert noticed(place.format(remark(text), remark(text))) == set()


@pytest.mark.parametrize("name", SIGNS)
def test_the_filters_of_these_tests_can_react(name: str) -> None:
    samples = {
        "mention": "@a", "e-mail": "a@b", "issue": "#1", "merge request, epic": "!1", "label, milestone": "~a",
        "GH-1, a tracker's key": "GH-1", "commit": "250a79d", "address": "www.a", "emoji": ":a:",
        "bracketed reference": "[issue:1]",
        "inline change": "{+ a +}", "iteration": "\\*iteration:1", "project": "a/b\\>",
        "formula": "$a$",
    }  # fmt: skip
    assert name in noticed(f"x {samples[name]}")


@given(TEXT)
@settings(max_examples=400)
def test_any_text_is_shown_as_it_is_and_nothing_else_comes_of_it(text: str) -> None:
    for place in PLACES[1:4]:
        page = "| h | h |\n|---|---|\n" + place if place.startswith("|") else place
        made, plain = (page.format(inner, inner) for inner in (remark(text), "z"))
        said = " ".join(shown(plain).replace("z", tidy(text).replace(ZERO_WIDTH, "")).split())
        for service in RENDERERS:
            assert shown(made, service) == said
            assert elements(made, service) - elements(plain, service) in ({}, {"span": made.count("<span>")})
        assert noticed(made) == set()


@given(TEXT)
def test_a_remark_is_one_line_that_begins_with_no_slash(text: str) -> None:
    assert len(remark(text).splitlines()) <= 1
    assert not remark(text).startswith("/")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("@org/team", "@&#8203;org/team"), ("$5", "<span>&#36;</span>5"), ("[the] plan", "\\[&#8203;the\\] plan"),
        ("/close", "&#47;close"), ("plan!12", "plan!&#8203;12"), ("5 % of 7", "5 % of 7"), ("50%", "50%"),
        ("NATO-Russia", "NATO-Russia"), ("F-16", "F-16"), ("a\u202eb", "a\ufffdb"), ("250a79d1", "250a79&#8203;d1"),
        ("plain words, 12:30.", "plain words, 12:30."),
    ],
)  # fmt: skip
def test_remarks(text: str, written: str) -> None:
    assert remark(text) == written


def test_text_that_turns_the_line_round_is_shown() -> None:
    assert escape("a\u202eb") == remark("a\u202eb") == "a\ufffdb"


@pytest.mark.parametrize("id", ["a-b", "a`b", "x|y", "<b>", "@a", "positions/a.yaml:12", "a\nb"])
def test_code_shows_exactly_the_name(id: str) -> None:
    assert shown(f"- {code(id)} x") == f"{tidy(id)} x"
    assert elements(f"- {code(id)} x")["code"] == 1


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "data:text/html,x", "//host/x", "http://", "https://a\nb", "", "/x", "https://[x"],
)  # fmt: skip
def test_only_web_addresses_are_linked(href: str) -> None:
    assert address(href) is None
    assert link("x", href) == "x"


def test_an_address_cannot_leave_its_brackets() -> None:
    page = "- " + link("`x`", "https://a.example/b>(c)\\<d>\"'`|#L1")
    assert elements(page)["a"] == 1 and shown(page) == "x"
