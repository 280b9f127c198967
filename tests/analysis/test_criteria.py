"""What is said of each option by each criterion: in values, in `argmap evaluate`, and in the decision memo."""

from __future__ import annotations

from argmap import briefs
from argmap.analysis.criteria import judged
from argmap.reports.evaluation_report import criteria_lines, evaluation_json
from tests.rules.examples import evaluated

DEBATE = """\
criteria: [{id: cost, name: Cost, question: What does it cost?}, {id: safety, name: Safety}]
resolutions:
  - {claim: send, short: Send trainers, text: Trainers should be sent.}
  - {claim: stay, side: con, text: Soldiers should be trained abroad.}
arguments:
  - {support: works, of: send, text: It works.}
  - rebuttal: dear
    of: send
    criterion: cost
    tag: It is dear
    text: It costs more than all the rest.
    undercutters: [{rebuttal: paid, criterion: cost, text: It is paid for.}]
  - {support: known, of: stay, criterion: cost, text: It is known.}
  - {rebuttal: late, of: stay, premises: [{claim: long, criterion: safety, text: It takes long.}]}
  - {claim: alone, criterion: safety, text: It leads nowhere.}
"""


def test_each_option_by_each_criterion() -> None:
    found = {
        (cell.criterion.id, cell.option.id): (
            [(each.id, each.step, each.force.value) for each in cell.pros],
            [(each.id, each.step, each.force.value) for each in cell.cons],
        )
        for cell in judged(evaluated(DEBATE))
    }
    assert found == {
        ("cost", "send"): ([("paid", "paid", "counts")], [("dear", "dear", "answered")]),
        ("cost", "stay"): ([("known", "known", "counts")], []),
        ("safety", "send"): ([], []),
        ("safety", "stay"): ([], [("long", "late", "counts")]),
    }


def test_what_two_steps_say_judges_an_option_once_by_the_nearer_of_them() -> None:
    said = """criteria: [{id: cost, name: Cost}]
resolutions:
  - {claim: go, text: We should go.}
  - {claim: wait, text: We should wait.}
arguments:
  - support: dear
    of: wait
    criterion: cost
    text: To go is dear.
    undercutters: [{rebuttal: paid, text: It is paid for.}]
  - {rebuttal: too-dear, of: go, premises: [dear], criterion: cost}
"""
    cells = {cell.option.id: cell for cell in judged(evaluated(said))}
    assert [(each.id, each.force.value) for each in cells["go"].cons] == [("too-dear", "counts")]
    assert [(each.id, each.force.value) for each in cells["wait"].pros] == [("dear", "answered")]


def test_they_are_told_in_lines() -> None:
    assert list(criteria_lines(evaluated(DEBATE))) == [
        ("Cost", "send", "for it 1 counts; against it 1 answered"),
        ("", "stay", "for it 1 counts; against it none"),
        ("Safety", "send", "no argument"),
        ("", "stay", "for it none; against it 1 counts"),
    ]


def test_and_in_the_json_where_the_debate_has_criteria() -> None:
    found = evaluation_json(evaluated(DEBATE))["criteria"]
    assert found["safety"] == {
        "send": {"for": [], "against": []},
        "stay": {"for": [], "against": [{"id": "long", "step": "late", "force": "counts"}]},
    }
    assert "criteria" not in evaluation_json(evaluated("arguments: []\n"))


def test_and_in_the_balance() -> None:
    page = briefs.write(evaluated(DEBATE), "balance")
    assert "| Criterion | Send trainers | Soldiers should be trained abroad |" in page
    assert "| Cost: What does it cost? | For: 1 counts. Against: 1 answered | For: 1 counts |" in page
    assert "| Safety | – | Against: 1 counts |" in page
    assert "each criterion" not in briefs.write(evaluated("arguments: []\n"), "balance")
