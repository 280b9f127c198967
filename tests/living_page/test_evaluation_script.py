"""The page evaluates as Python does: 1,000 random debates, for everybody and for audiences, as they are and supposing
that statements stand or fall, or that one step outweighs another."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import pytest

import argmap
from argmap.evaluation.audiences import for_audience
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.force import argument, force
from argmap.evaluation.framework import Framework, Label, Labelling
from argmap.evaluation.grounded import grounded
from argmap.living_page.html_page import script
from argmap.living_page.page_data import Surroundings, page_data
from argmap.model import Claim
from argmap.prose.cited_sources import cited
from argmap.prose.verdict import verdict
from tests.conftest import ROOT
from tests.living_page.browser import chromium
from tests.strategies import random_debate, valued

NUMBERS = {Label.UNDEC: 0, Label.IN: 1, Label.OUT: 2}

_ANSWERS = """
cases => cases.map(({ nodes, audience, supposed, compared, isWhole }) => {
  const ev = new Evaluation(nodes, audience, new Map(supposed), compared);
  const steps = nodes.map((node, n) => node.kind === "claim" ? -1 : n).filter(n => n >= 0);
  const told = nodes.map((node, n) => node.isResolution ? n : -1).filter(n => n >= 0);
  return {
    labels: nodes.map((_, n) => ev.label(n)),
    forces: steps.map(n => ev.force(n)),
    causes: (isWhole ? steps : []).map(n => ev.argument(n)).map(found => [found.cause ?? null, found.by.sort()]),
    verdicts: isWhole ? told.map(n => ev.verdict(n)) : [],
  };
})
"""


@dataclass
class Case:
    """What the page is asked, and what Python answers."""

    asked: dict[str, Any]
    answer: dict[str, Any]


def case(ev: Evaluation, nodes: Any, audience: Any, supposed: Any = (), compared: Any = ()) -> Case:
    """What the page has to say; why, and in which words, where nothing is supposed."""
    number = {id: n for n, id in enumerate(ev.debate.statements)}
    whole = not supposed and not compared
    steps = [s.id for s in ev.debate.statements.values() if not isinstance(s, Claim)]
    causes = []
    for found in (argument(ev, step) for step in steps if whole):
        causes.append([found.cause and found.cause.value, sorted(map(str, map(number.__getitem__, found.by)))])
    asked = {"nodes": nodes, "audience": audience, "supposed": list(supposed), "compared": list(compared)}
    return Case({**asked, "isWhole": whole}, {
        "labels": [NUMBERS[ev.label(id)] for id in number],
        "forces": [force(ev, step).value for step in steps],
        "causes": [[cause, sorted(map(int, by), key=str)] for cause, by in causes],
        "verdicts": [verdict(ev, claim.id) for claim in ev.debate.resolutions] if whole else [],
    })  # fmt: skip


def supposing(ev: Evaluation, choose: random.Random) -> tuple[list[Any], list[Any], Labelling]:
    """Up to two statements settled and up to two comparisons made, and what follows."""
    framework: Framework = ev.framework
    supposed, compared = [], []
    for n, statement in choose.sample([*enumerate(ev.debate.statements.values())], min(2, len(ev.debate.statements))):
        holds = choose.random() < 0.4
        supposed.append([n, holds])
        if statement.text is not None:
            framework = framework.with_settled(framework.statement_numbers[statement.id], holds)
        else:
            framework = framework.with_settled_step(framework.step_numbers[statement.id], holds)
    number = {id: n for n, id in enumerate(ev.debate.statements)}
    heard = [one for id in number if ev.graph.is_weighed(id) for one in ev.graph.answers(id) if one.target == id]
    pairs = [(one, other.id) for one in heard for other in ev.graph.rivals(one)]
    for one, other in choose.sample(pairs, min(len(pairs), choose.choice((0, 1, 2)))):
        compared.append([number[one.id], number[other]])
        framework = framework.with_comparison(framework.step_numbers[one.id], [framework.step_numbers[other]])
    found = grounded(framework)
    answers = {one.id for id in number for one in ev.graph.rebuttals(id)}
    unheard = {one.id: Label.OUT for one in ev.debate.rebuttals if one.of and one.id not in answers}
    return supposed, compared, replace(found, counts={**found.counts, **unheard})


def cases_of(ev: Evaluation, choose: random.Random) -> Iterator[Case]:
    data = page_data(ev, Surroundings())
    nodes = data["nodes"]
    heard = [(ev, None), *((for_audience(ev, each["id"]), each) for each in data.get("audiences", ()))]
    for evaluation, audience in heard:
        yield case(evaluation, nodes, audience)
        supposed, compared, labelling = supposing(evaluation, choose)
        yield case(evaluation.with_labelling(labelling), nodes, audience, supposed, compared)


@cache
def bundle() -> str:
    return script(("network", "evaluation", "debate"))


@pytest.mark.real
def test_the_page_evaluates_a_thousand_debates_as_python_does() -> None:
    kinds = set()
    with chromium() as browser:
        page = browser.new_page(offline=True)
        page.add_script_tag(content=bundle())
        for start in range(0, 1000, 100):
            debates = [valued(random_debate(seed, 16), random.Random(seed)) for seed in range(start, start + 100)]
            found = [each for n, debate in enumerate(debates) for each in cases_of(evaluate(debate), random.Random(n))]
            answers = page.evaluate(_ANSWERS, [each.asked for each in found])
            for each, answer in zip(found, answers, strict=True):
                answer["causes"] = [[cause, sorted(by, key=str)] for cause, by in answer["causes"]]
                assert answer == each.answer, each.asked
                kinds |= {*each.answer["forces"], *(cause for cause, _ in each.answer["causes"])}
    assert kinds == {"counts", "outweighed", "open", "answered", None, "statement", "ground", "premise", "undercut",
                     "weight"}  # fmt: skip


@pytest.mark.real
def test_the_page_evaluates_the_flagship_as_python_does() -> None:
    flagship = evaluate(argmap.load(ROOT / "arguments" / "nato-ukraine"))
    found = [*cases_of(flagship, random.Random(1))]
    with chromium() as browser:
        page = browser.new_page(offline=True)
        page.add_script_tag(content=bundle())
        answers = page.evaluate(_ANSWERS, [each.asked for each in found])
    assert len(found) == 2 * (1 + len(flagship.debate.audiences))
    for each, answer in zip(found, answers, strict=True):
        answer["causes"] = [[cause, sorted(by, key=str)] for cause, by in answer["causes"]]
        assert answer == each.answer


_TOLD = """
data => {
  const debate = new Debate(data), below = new Below(debate, debate.plain);
  const place = n => debate.nodes[n].position ?? null;
  return data.nodes.map((_, n) => [debate.worth(n), debate.best(n) ?? null, below.of(n).all, place(n)]);
}
"""


@pytest.mark.real
def test_the_page_counts_evidence_and_answers_as_python_does() -> None:
    ev = evaluate(argmap.load(ROOT / "arguments" / "nato-ukraine"))
    debate, data = ev.debate, page_data(ev, Surroundings())
    with chromium() as browser:
        page = browser.new_page(offline=True)
        page.add_script_tag(content=bundle())
        told = page.evaluate(_TOLD, data)
    places = {position.id: n for n, position in enumerate(debate.positions)}
    for (worth, best, below, place), statement in zip(told, debate.statements.values(), strict=True):
        position = debate.position_of.get(statement.id)
        assert worth == ("" if statement.id in debate.resolution_ids else cited(debate, statement).badge)
        assert (best, place) == (debate.best_grade(statement), position and places[position.id])
        assert below == len(ev.graph.descendants([statement.id])) - 1
