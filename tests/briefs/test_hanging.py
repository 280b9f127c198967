"""An option that hangs on a statement which nobody has weighed: the memo and `explain` name it and what is to weigh."""

from __future__ import annotations

from argmap import briefs
from argmap.evaluation import Evaluation, evaluate
from argmap.model import Debate
from argmap.semantics.explain import explain, to_text


def counterplan() -> Evaluation:
    """A counterplan with a reason and a permutation that nobody has weighed."""
    cited = {"evidence": [{"source": "s"}]}
    arguments = [
        {"support": "works", "of": "plan", "text": "It works.", **cited},
        {"claim": "states", "text": "The states should do it.", "weigh": True},
        {"support": "able", "of": "states", "text": "They are able to.", **cited},
        {"rebuttal": "both", "of": "states", "text": "Both can be done.", **cited},
        {"rebuttal": "instead", "of": "plan", "premises": ["states"]},
    ]
    return evaluate(Debate.model_validate({
        "debate": "d", "title": "What to do?", "sides": {"pro": "For", "con": "Against"},
        "resolutions": [{"claim": "plan", "text": "The plan should be done."}],
        "sources": {"s": {"id": "s", "title": "A report"}},
        "positions": [{"position": "p", "arguments": arguments}],
    }))  # fmt: skip


def test_the_memo_names_what_an_option_hangs_on() -> None:
    memo = briefs.write(counterplan(), "policy")
    assert "It hangs on “[The states should do it](#states)”, which nobody has settled." in memo


def test_explain_names_the_few_that_nobody_has_weighed() -> None:
    told = " ".join(to_text(explain(counterplan(), "plan")).split())
    assert "instead needs states, which is undecided: nobody has weighed able against both." in told
