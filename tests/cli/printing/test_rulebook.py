"""The manual, as text and as Markdown."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from argmap.cli.printing.rulebook import pages
from argmap.loader import FAULTS
from argmap.rules import BY_NAME
from argmap.rules.rule_protocol import MARK, reported


def test_every_rule_and_every_fault_has_a_page_in_the_order_of_the_manual() -> None:
    assert list(pages()) == [*(fault.name for fault in FAULTS), *BY_NAME]


@pytest.mark.parametrize("name", list(pages()))
def test_both_forms_say_the_same(name: str) -> None:
    page = pages()[name]
    tokens = MarkdownIt().parse(page.markdown())
    code = [token.content.rstrip("\n") for token in tokens if token.type == "fence"]
    assert code == [example.rstrip() for example in (*page.reported, *page.not_reported)]
    for words in (page.summary, *(line for example in code for line in example.splitlines())):
        assert words.strip() in page.text
    if name in BY_NAME:
        assert page.text.count("# reported:") == sum(example.count(MARK) for example in reported(BY_NAME[name]))
    assert page.text.startswith(f"{name} ({page.severity})\n\n{page.summary}\n")
    assert len(page.text) < 8_000 and all(c.isprintable() or c in "\n\t" for c in page.text)
