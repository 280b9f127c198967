"""The rules of evaluation, one small case each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.framework import Framework, Label
from argmap.evaluation.graph import Graph
from argmap.evaluation.grounded import grounded
from argmap.model import Claim, Comparison, Debate, Evidence, Position, Rebuttal, Source, Statement, Support
from tests.semantics.frameworks import dung


def claim(id: str, **more: Any) -> Claim:
    return Claim(id=id, text=f"{id}.", **more)


def pro(id: str, of: str, **more: Any) -> Support:
    return Support(id=id, of=of, **{"text": f"{id}.", **more})


def con(id: str, of: str, **more: Any) -> Rebuttal:
    return Rebuttal(id=id, of=of, **{"text": f"{id}.", **more})


def cut(id: str, undercuts: str, **more: Any) -> Rebuttal:
    return Rebuttal(id=id, undercuts=undercuts, **{"text": f"{id}.", **more})


def over(id: str) -> dict[str, Any]:
    return {"outweighs": (Comparison(over=id, because="It is worse."),)}


CITED: dict[str, Any] = {"evidence": (Evidence(source="source"),)}
BARE: dict[str, Any] = {"text": None}


def debate(*arguments: Statement) -> Debate:
    return Debate(
        id="d",
        title="D",
        resolutions=(claim("r"),),
        positions=(Position(id="p", arguments=arguments),),
        sources={"source": Source(id="source")},
    )


def of(*arguments: Statement) -> Evaluation:
    """A debate of these statements, evaluated."""
    return evaluate(debate(*arguments))


def labels(ev: Evaluation) -> str:
    """`a+ b- c?`: in, out and undecided, bare steps by whether they are live."""
    sign = {Label.IN: "+", Label.OUT: "-", Label.UNDEC: "?"}
    return " ".join(f"{id}{sign[ev.label(id)]}" for id in ev.debate.statements)


CASES: Mapping[str, tuple[list[Statement], str]] = {
    "a resolution that nobody supports is not adopted": ([], "r-"),
    "a resolution is not held up by evidence of its own kind": ([con("a", "r")], "r- a+"),
    "one live support is enough where nothing is against it": ([pro("a", "r")], "r+ a+"),
    "pros and cons are undecided until weighed": ([pro("a", "r"), con("b", "r")], "r? a+ b+"),
    "a con that falls no longer counts": ([pro("a", "r"), con("b", "r"), con("c", "b")], "r+ a+ b- c+"),
    "a pro that outweighs settles it": ([pro("a", "r", **over("b")), con("b", "r")], "r+ a+ b+"),
    "a con that outweighs settles it": ([pro("a", "r"), con("b", "r", **over("a"))], "r- a+ b+"),
    "a second con is not outweighed with the first": (
        [pro("a", "r", **over("b")), con("b", "r"), con("c", "r")],
        "r? a+ b+ c+",
    ),
    "only a live step outweighs": (
        [pro("a", "r", **over("b")), pro("e", "r"), con("b", "r"), cut("c", "a")],
        "r? a+ e+ b+ c+",
    ),
    "silence is consent": ([claim("x")], "r- x+"),
    "an unanswered rebuttal brings a contested statement down": ([claim("x", **CITED), con("a", "x")], "r- x- a+"),
    "a rebuttal of the rebuttal brings it back": ([claim("x"), con("a", "x"), con("b", "a")], "r- x+ a- b+"),
    "an undercutter leaves the statement and stops the step": ([pro("a", "r"), cut("b", "a")], "r- a+ b+"),
    "an undercutter of the undercutter restores the step": (
        [pro("a", "r"), cut("b", "a"), cut("c", "b")],
        "r+ a+ b+ c+",
    ),
    "undeveloped does not stand by itself": ([claim("x", undeveloped=True)], "r- x-"),
    "undeveloped stands on evidence": ([claim("x", undeveloped=True, **CITED)], "r- x+"),
    "undeveloped stands on a support": ([claim("x", undeveloped=True), pro("a", "x")], "r- x+ a+"),
    "who offers a support must keep it": ([claim("x"), pro("a", "x"), con("b", "a")], "r- x- a- b+"),
    "evidence holds where the support falls": ([claim("x", **CITED), pro("a", "x"), con("b", "a")], "r- x+ a- b+"),
    "separate supports each count alone": (
        [claim("x"), pro("a", "x"), pro("e", "x"), con("b", "a")],
        "r- x+ a- e+ b+",
    ),
    "linked premises are all needed": (
        [claim("x"), claim("y"), pro("a", "r", premises=("x", "y")), con("b", "y")],
        "r- x+ y- a+ b+",
    ),
    "a bare step is live with its premises": ([claim("x"), pro("a", "r", premises=("x",), **BARE)], "r+ x+ a+"),
    "a bare step can be undercut": (
        [claim("x"), pro("a", "r", premises=("x",), **BARE), cut("b", "a")],
        "r- x+ a- b+",
    ),
    "a bare step falls with a premise": (
        [claim("x"), con("c", "x"), pro("a", "r", premises=("x",), **BARE)],
        "r- x- c+ a-",
    ),
    "a bare rebuttal brings down what it contests": (
        [claim("x"), claim("y"), con("a", "y", premises=("x",), **BARE)],
        "r- x+ y- a+",
    ),
    "weighed by its own word: one rebuttal does not settle it": ([claim("x", weigh=True), con("a", "x")], "r- x? a+"),
    "weighed with evidence: outweighing its pros still leaves the evidence": (
        [claim("x", weigh=True, **CITED), pro("a", "x"), con("b", "x", **over("a"))],
        "r- x? a+ b+",
    ),
    "weighed and undeveloped: no pro, no ground": (
        [claim("x", weigh=True, undeveloped=True), con("a", "x")],
        "r- x- a+",
    ),
    "contradicting statements hold each other in check": ([claim("x", contradicts=("y",)), claim("y")], "r- x? y?"),
    "a contradiction ends where one of them falls": (
        [claim("x", contradicts=("y",)), claim("y"), con("a", "y")],
        "r- x+ y- a+",
    ),
    "a contradiction does not settle what is weighed": (
        [claim("x", weigh=True, contradicts=("y",)), claim("y", contradicts=("z",)), claim("z"), con("a", "z")],
        "r- x? y? z- a+",
    ),
    "a statement that contests itself by another is undecided": (
        [claim("x"), con("a", "x", premises=("x",), **BARE)],
        "r- x? a?",
    ),
    "mutual attack is undecided": ([con("a", "b"), con("b", "a")], "r- a? b?"),
    "circular support supports nothing": ([pro("a", "b"), pro("b", "a")], "r- a- b-"),
}


@pytest.mark.parametrize("name", CASES)
def test_rule(name: str) -> None:
    arguments, expected = CASES[name]
    assert labels(evaluate(debate(*arguments))) == expected


def test_where_the_target_is_contested_nothing_outweighs() -> None:
    ev = evaluate(debate(claim("x", **CITED), pro("a", "x", **over("b")), con("b", "x", **over("all"))))
    assert ev.labelling.counts == ev.labelling.live and not ev.graph.weighings


def test_a_live_step_that_is_outweighed_is_live_and_does_not_count() -> None:
    found = evaluate(debate(pro("a", "r"), con("b", "r", **over("a")))).labelling
    assert (found.live["a"], found.counts["a"]) == (Label.IN, Label.OUT)


def test_a_dung_framework_names_its_attacks() -> None:
    found = grounded(dung("abc", [("a", "b"), ("b", "c")]))
    assert dict(found.labels) == {"a": Label.IN, "b": Label.OUT, "c": Label.IN}
    assert dict(found.live) == {"a->b": Label.IN, "b->c": Label.OUT}


def test_a_framework_restricted_to_a_dispute_tree_gives_the_same_labels_there() -> None:
    whole = debate(pro("a", "r"), con("b", "a"), cut("c", "b"), claim("x"), con("d", "x"))
    framework = Framework.of(whole, Graph(whole))
    part = framework.restricted({"r", "a", "b", "c"}, {"a", "b", "c"})
    assert dict(grounded(part).labels) == {id: evaluate(whole).label(id) for id in ("r", "a", "b", "c")}


def test_each_change_to_a_framework_does_what_it_says() -> None:
    whole = debate(pro("a", "r"), con("b", "r"), claim("x"))
    framework = Framework.of(whole, Graph(whole))
    statement, step = framework.statements.index, framework.steps.index
    assert grounded(framework.with_comparison(step("a"), over=[step("b")])).labels["r"] is Label.IN
    assert grounded(framework.with_undercutter(step("b"))).labels["r"] is Label.IN
    assert grounded(framework.with_rebuttal(statement("x"))).labels["x"] is Label.OUT
    assert grounded(framework.with_settled(statement("a"), accepted=False)).labels["r"] is Label.OUT
    assert grounded(framework.with_settled(statement("r"), accepted=True)).labels["r"] is Label.IN
    assert grounded(framework.with_settled_step(step("b"), live=False)).labels["r"] is Label.IN
    fallen = framework.with_settled(statement("a"), accepted=False)
    assert grounded(fallen.with_support(statement("r"))).labels["r"] is Label.UNDEC
    assert grounded(fallen.with_settled_step(step("a"), live=True)).labels["r"] is Label.UNDEC
