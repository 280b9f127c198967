"""What the memo says would change a conclusion."""

from __future__ import annotations

from typing import Any

import pytest

from argmap import brief
from argmap.analysis import moves
from argmap.evaluation import grounded
from argmap.evaluation.evaluated import evaluate
from argmap.evaluation.framework import Framework
from argmap.loader.reading import read
from argmap.model import Comparison, Statement
from tests.evaluation.test_framework import BARE, CITED, con, debate, pro
from tests.hostile.shapes import debate as written
from tests.hostile.shapes import each, each_line, rebuttal

HOW: dict[str, tuple[list[Statement], str]] = {
    "a rebuttal that is weighed is not brought down by rebutting it": (
        [pro("pays", "r"), con("dear", "pays", weigh=True, **CITED)],
        "answer “[dear](#dear)”: show that this does not count here",
    ),
    "one that is also a premise not by an undercutter": (
        [pro("pays", "r"), con("hurts", "pays"), con("so", "pays", premises=("hurts",), **BARE)],
        "answer “[hurts](#hurts)”: show that this is not so",
    ),
    "any answer does": ([pro("pays", "r"), con("dear", "pays")], "answer “[dear](#dear)” (revives “[pays](#pays)”)"),
}


@pytest.mark.parametrize("name", HOW)
def test_what_an_answer_has_to_say(name: str) -> None:
    arguments, expected = HOW[name]
    assert expected in memo(*arguments)


def test_that_it_needs_several_is_only_said_where_all_was_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = [con("a", "r"), con("b", "r"), pro("c", "r", undeveloped=True)]
    both = "- To make it stand, do both of these:\n  - show that “[c](#c)” outweighs “[a](#a)” and “[b](#b)”\n"
    assert both in memo(*arguments)
    monkeypatch.setattr(moves, "BUDGET", 0)
    assert "Of 6 ways that might help, only the nearest was tried; it would not make it stand." in memo(*arguments)


def test_of_what_is_undecided_both_ways_out_are_told() -> None:
    said = memo(pro("pays", "r"), con("dear", "r")).partition("## What would change")[2].partition("## ")[0]
    assert "- To make it stand, do one of these:\n  - show that “[pays](#pays)” outweighs “[dear](#dear)”\n" in said
    assert "- To defeat it, do one of these:\n  - show that “[dear](#dear)” outweighs “[pays](#pays)”\n" in said
    assert said.count("  - answer “[pays](#pays)”") == 1


def test_of_what_is_defeated_only_what_would_make_it_stand() -> None:
    said = memo(con("dear", "r")).partition("## What would change")[2].partition("## ")[0]
    assert "make it stand" in said and "defeat" not in said.replace("✗ defeated", "")


FIRST = con("no", "r", outweighs=(Comparison(over="all", because="So."),))


def test_what_comes_first_would_defeat_an_option_and_not_be_weighed() -> None:
    said = memo(pro("a", "r"), pro("b", "r"), FIRST, con("answer", "no"))
    assert "“[no](#no)” would defeat it if the answer to that were answered." in said
    assert "“[no](#no)” comes before all that is said for it. So. *It is answered, so this changes nothing.*" in said
    assert "outweighs" not in said


def test_one_that_outweighs_all_is_one_comparison() -> None:
    said = memo(pro("a", "r", outweighs=FIRST.outweighs), con("b", "r"), con("c", "r"))
    assert "“[a](#a)” comes before all that is said against it. So." in said
    assert "Without the comparison that the debate’s editors have made it would be undecided." in said


def memo(*arguments: Statement) -> str:
    return brief(evaluate(debate(*arguments)), "policy")


def many_options(number: int, monkeypatch: pytest.MonkeyPatch) -> tuple[str, list[int]]:
    """The memo about so many options, each with one thing against it; and the size of each debate evaluated for it."""
    files = written(
        each(number, lambda i: rebuttal(f"a{i}", f"of: r{i}")),
        each_line(number, lambda i: f"  - {{claim: r{i}, text: We should {i}.}}\n"),
    )
    found = read(files).debate
    assert found is not None
    ev, sizes, plain = evaluate(found), list[int](), grounded.compiled

    def counting(framework: Framework, network: Any) -> Any:
        sizes.append(len(framework.statements))
        return plain(framework, network)

    monkeypatch.setattr(grounded, "compiled", counting)
    return brief(ev, "policy"), sizes


def test_for_an_option_only_what_bears_on_it_is_evaluated(monkeypatch: pytest.MonkeyPatch) -> None:
    _, sizes = many_options(60, monkeypatch)
    assert sizes and max(sizes) <= 10


def test_the_compiled_debate_is_not_compiled_again_for_another_labelling() -> None:
    ev = evaluate(debate(con("a", "r")))
    assert ev.framework is ev.with_labelling(ev.labelling).framework


def test_what_is_left_out_for_want_of_effort_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moves, "BUDGET", 25)
    told, _ = many_options(20, monkeypatch)
    assert "What would change the other options, " in told
    assert "“argmap explain” with the name of an option says it of that one." in told
