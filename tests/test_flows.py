"""The flows of a round, each with the verdict that a judge gives: what is dropped is true, and what needs it falls.

Each file of `flows/` is the arguments of one position, after comments that say what happened and the verdict:
`terror-da is answered: premise plan-provokes.` for arguments, `plan stands.` for statements.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.loader import Loaded, read
from argmap.prose.standing import doing
from argmap.rules import runner

FLOWS = sorted((Path(__file__).parent / "flows").glob("*.yaml"))
DEBATE = "debate: flow\ntitle: Flow\nresolutions: [{claim: plan, text: The members should send trainers.}]\n"
_STANDINGS = {"stands": "in", "is defeated": "out", "is undecided": "undec"}


def loaded(flow: Path) -> Loaded:
    found = read({"debate.yaml": DEBATE, "positions/flow.yaml": f"position: flow\narguments:\n{flow.read_text()}"})
    assert found.ok, [each.message for each in found.diagnostics]
    return found


def evaluated(flow: Path) -> Evaluation:
    debate = loaded(flow).debate
    assert debate is not None
    return evaluate(debate)


def verdicts(flow: Path) -> Iterator[tuple[str, str]]:
    comments = " ".join(line[1:].strip() for line in flow.read_text().splitlines() if line.startswith("#"))
    for sentence in re.split(r"\.\s*", comments.split("Verdict: ")[1]):
        if sentence.strip():
            id, said = sentence.split(" ", 1)
            yield id, said


@pytest.mark.parametrize("flow", FLOWS, ids=lambda path: path.stem)
def test_the_verdict_is_that_of_a_judge(flow: Path) -> None:
    ev = evaluated(flow)
    for id, said in verdicts(flow):
        if said in _STANDINGS:
            assert ev.label(id).value == _STANDINGS[said], id
            continue
        found = ev.argument(id)
        why = f": {found.cause} {', '.join(found.by)}" if found.by and ":" in said else ""
        assert f"{doing(found.force)}{why}" == said, id


@pytest.mark.parametrize("flow", FLOWS, ids=lambda path: path.stem)
def test_nothing_is_wrong_with_the_form(flow: Path) -> None:
    source_map = loaded(flow).source_map
    found = {each.rule for each in runner.run(evaluated(flow), source_map, today=datetime.date(2026, 11, 29))}
    assert not found & {"parts-as-alternatives", "turn-without-offence", "outweighs-both-ways"}, found
