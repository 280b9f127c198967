"""The list of debates has title and question of each, from its page, and the name of its folder where there is none."""

from __future__ import annotations

import pytest
from markupsafe import escape

from argmap.cli.building.site import all_debates_page
from argmap.evaluation.evaluated import evaluate
from argmap.living_page import Surroundings, to_page
from argmap.wording.unseen_characters import seen
from tests.maps.park import HOSTILE, park


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ('<title>A &amp; B?</title>\n<meta name="description" content="&lt;b&gt; &#34;or&#34; c?">',
         '<h2><a href="my%20debate/index.html"><bdi>A &amp; B?</bdi></a></h2>\n'
         "<p><bdi>&lt;b&gt; &#34;or&#34; c?</bdi></p>\n"),
        ('<title>A</title>\n<meta name="description" content="">', "<bdi>A</bdi></a></h2>\n</main>"),
        ("half a page", "<bdi>my debate</bdi></a></h2>\n</main>"),
    ],
)  # fmt: skip
def test_title_and_question(page: str, shown: str) -> None:
    assert shown in all_debates_page([("my debate", page)])


def test_what_a_page_says_of_itself_is_escaped() -> None:
    debate = park().debate.model_copy(update={"title": HOSTILE, "question": HOSTILE})
    shown = all_debates_page([("x", to_page(evaluate(debate), Surroundings()))])
    assert shown.count(escape(seen(HOSTILE))) == 2 and HOSTILE not in shown
