"""What the briefs count, on debates small enough to count by hand."""

from __future__ import annotations

import re
from typing import Any

import pytest

from argmap import briefs
from argmap.briefs import queries
from argmap.evaluation.evaluated import evaluate
from argmap.evaluation.weight import considerations
from argmap.model import LIKELIHOODS, Debate
from tests.briefs.tram import evaluated, written
from tests.rules.examples import evaluated as example


def test_what_carries_a_conclusion_is_what_holds_it_up() -> None:
    found = queries.carriers(evaluated(), ["build-tram"])
    assert found == ["frees-roads", "air-matters", "cars-foul-air", "dear"]


def test_under_a_defeated_claim_its_live_rebuttal_carries() -> None:
    assert queries.carriers(evaluated(), ["takes-years"]) == ["reserve-fund"]


def test_offence_is_ones_own_case_and_not_ones_answers() -> None:
    ev = evaluated()
    assert set(queries.offence(ev, "pro", ev.debate.resolutions)) == {
        "frees-roads", "people-switch", "cleaner-air", "air-matters", "cars-foul-air", "buses-are-full",
    }  # fmt: skip
    assert set(queries.offence(ev, "con", ev.debate.resolutions)) == {"dear", "takes-years", "buses-are-here"}


def test_a_case_for_one_option_leaves_out_what_its_side_says_for_another() -> None:
    ev = example("""
debate: d
title: Now or later?
resolutions:
  - {claim: now, text: We should go now., side: pro}
  - {claim: later, text: We should go later., side: pro, excludes: [now]}
arguments:
  - {support: soon, of: now, text: It helps at once.}
  - {support: safe, of: later, text: It is safer later.}
  - {rebuttal: safer, of: now, premises: [safe]}
""")
    assert set(queries.offence(ev, "pro", ev.debate.resolutions[:1])) == {"soon"}


def test_what_counts_stands_before_what_does_not() -> None:
    ev = evaluated()
    assert [step.id for step in considerations(ev, "build-tram", False)] == ["dear", "takes-years"]


WEIGHED = """
debate: d
title: Shall we?
sides: {pro: For, con: Against}
resolutions:
  - {claim: do-it, text: We should do it.}
arguments:
  - {support: way, of: do-it, role: link, text: It works so., risk: {severity: catastrophic}}
  - {support: graded, of: do-it, role: advantage, text: It is documented., evidence: [{source: report, grade: A1}]}
  - {support: grave, of: do-it, role: impact, text: It averts a war., risk: {severity: catastrophic}}
  - {support: central, of: do-it, role: value, text: It is what both sides talk about., core: true}
  - {rebuttal: dear, of: do-it, text: It is dear.}
"""


def test_what_is_put_first_is_grave_then_of_the_core_and_only_between_equals_better_graded() -> None:
    found = considerations(example(WEIGHED), "do-it", True)
    assert [step.id for step in found] == ["grave", "central", "graded", "way"]


def test_the_best_source_is_named_first_and_what_was_only_said_last() -> None:
    cited = [{"source": "a", "grade": "C3"}, {"source": "b", "grade": "A1", "said_by": "A minister"},
             {"source": "c", "grade": "B2"}]  # fmt: skip
    plain = {"debate": "d", "title": "T", "resolutions": [{"claim": "x", "text": "X.", "evidence": cited}]}
    debate = Debate.model_validate(plain)
    assert [e.source for e in queries.ranked(debate, debate.resolutions[0])] == ["c", "a", "b"]


def test_likelihood_and_confidence_never_share_a_sentence() -> None:
    """ICD 203: a reader would take the one for the other."""
    memo = briefs.write(evaluated(), "policy")
    for sentence in re.split(r"(?<=[.!?|])\s+|\n\n", memo):
        words = sentence.lower()
        assert not ("confidence" in words and any(re.search(rf"\b{band}\b", words) for band in LIKELIHOODS))


def deep(levels: int) -> Debate:
    nested: list[dict[str, Any]] = [{"support": "s0", "of": "whole", "text": "T"}]
    for n in range(1, levels):
        nested.append({"support" if n % 3 else "rebuttal": f"s{n}", "of": f"s{n - 1}", "text": "T"})
    return Debate.model_validate({
        "debate": "d", "title": "T", "resolutions": [{"claim": "whole", "text": "R"}],
        "positions": [{"position": "p", "arguments": nested}],
    })  # fmt: skip


@pytest.mark.parametrize("kind", [kind.NAME for kind in briefs.BRIEFS])
def test_no_debate_is_too_deep(kind: str) -> None:
    page = written(evaluate(deep(1500)), kind, "html")
    assert 'id="s1499"' in page or kind != "argument"
