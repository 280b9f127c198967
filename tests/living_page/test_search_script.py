"""Search and filters of the page find in 200 random debates what Python finds."""

from __future__ import annotations

import random
import re
import unicodedata
from typing import Any

import pytest

from argmap.evaluation.evaluated import evaluate
from argmap.living_page.html_page import script
from argmap.living_page.page_data import Surroundings, page_data
from tests.living_page.browser import chromium
from tests.living_page.filters import kept
from tests.strategies import random_debate, valued

_FOUND = """
cases => cases.map(({ data, queries, filters }) => {
  const debate = new Debate(data), search = new Search(debate);
  return [
    ...queries.map(query => search.find(query, () => true)),
    ...filters.map(each => search.find("", passing(debate, debate.plain, each))),
  ].map(found => found.map(n => data.nodes[n].id));
})
"""


def folded(text: str) -> str:
    return re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", text)).lower()


def cited(data: dict[str, Any], node: dict[str, Any]) -> str:
    """The words of its evidence: what sources are called, their titles, quotes and what they say."""
    parts: list[str] = []
    for piece in node.get("evidence", ()):
        source = data["sources"][piece["source"]]
        parts += [source["called"], source.get("title", ""), piece.get("quote", ""), piece.get("says", "")]
    return folded(" ".join(parts))


def worth(id: str, words: str, evidence: str, term: str) -> int:
    """How well a statement fits a word; 0 is not at all."""
    if id == term:
        return 8
    at = words.find(term)
    if at >= 0:
        return 4 if at == 0 or words[at - 1] == " " else 3
    return 2 if term in id else int(term in evidence)


def found(data: dict[str, Any], query: str) -> list[str]:
    terms, scores = folded(query).split(), {}
    for node in data["nodes"]:
        if "text" in node:
            fields = folded(node["id"]), folded(node["text"]), cited(data, node)
            scores[node["id"]] = [worth(*fields, term) for term in terms]
    return sorted((id for id, each in scores.items() if all(each)), key=lambda id: -sum(scores[id]))


def as_filters(asked: str) -> dict[str, Any]:
    name, value = asked.split("=")
    return {value: True} if name == "only" else {name: value}


@pytest.mark.real
def test_the_page_finds_in_two_hundred_debates_what_python_finds() -> None:
    asked, wanted = [], []
    for seed in range(200):
        choose = random.Random(seed)
        ev = evaluate(valued(random_debate(seed, 16), choose))
        data, keeps, order = page_data(ev, Surroundings()), kept(ev), [*ev.debate.statements]
        nodes = [(s.id, s.text) for s in ev.debate.statements.values() if s.text is not None]
        ids = [id for id, _ in nodes]
        queries = [choose.choice(ids), choose.choice(ids)[:1], choose.choice(nodes)[1], "A" + "\u0301"]
        asked.append({"data": data, "queries": queries, "filters": [as_filters(each) for each in keeps]})
        filtered = [[id for id in order if id in each] for each in keeps.values()]
        wanted.append(([found(data, each) for each in queries], filtered, set(ids)))
    with chromium() as browser:
        page = browser.new_page(offline=True)
        page.add_script_tag(content=script(("network", "evaluation", "debate", "search")))
        answers = page.evaluate(_FOUND, asked)
    for case, answer, (searched, filtered, ids) in zip(asked, answers, wanted, strict=True):
        number = len(searched)
        assert [[id for id in each if id in ids] for each in answer[:number]] == searched, case["queries"]
        assert answer[number:] == filtered
