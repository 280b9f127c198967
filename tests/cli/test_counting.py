"""Whatever says how large a debate is says the same: statements, and how many of them are steps without words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from argmap import load
from argmap.cli.building.site import debate_page
from argmap.cli.printing.report import Checked, summary
from argmap.evaluation.evaluated import evaluate
from argmap.maps.captions import panel_note
from argmap.maps.heading import heading
from argmap.maps.matrix import matrix
from argmap.maps.scene import Links
from argmap.maps.views import View
from argmap.model import Claim
from argmap.model.values import size_told
from argmap.reports.evaluation_report import table
from tests.cli.run import Program


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((1, 0, 1), "1 statement in 1 position"),
        ((2, 0, 0), "2 statements, no positions"),
        ((8, 1, 2), "8 statements (1 of them a step without words of its own) in 2 positions"),
        ((509, 113, 14), "509 statements (113 of them steps without words of their own) in 14 positions"),
    ],
)
def test_size(numbers: tuple[int, int, int], said: str) -> None:
    assert size_told(*numbers) == said
    statements, bare, positions = numbers
    every = [Checked(statements=statements, bare_steps=bare, positions=positions)]
    assert summary(every).startswith(f"{said}, no sources")


def test_everything_counts_the_flagship_alike(flagship: Path, argmap: Program) -> None:
    debate = load(flagship)
    ev = evaluate(debate)
    size = size_told(len(debate.statements), debate.bare_steps, len(debate.positions))
    assert debate.bare_steps > 1
    assert size in argmap("check", str(flagship)).out
    assert size in heading(ev, View("overview"), ()).subject and size in heading(ev, View("whole"), ()).subject
    assert size in debate_page(ev, ["overview"], {"policy": ("policy", None)})

    arguments = [id for id, each in debate.statements.items() if not isinstance(each, Claim)]
    assert sum(sum(row.forces.values()) for row in table(ev)) == len(arguments)  # of the index page and `evaluate`
    notes = " ".join(panel_note(ev, position) for position in debate.positions)  # of maps, cases and negative files
    in_panels = {word: sum(map(int, re.findall(rf"(\d+) {word}s?\b", notes))) for word in ("argument", "claim")}
    assert in_panels["argument"] == len(arguments)
    assert sum(in_panels.values()) + len(debate.resolutions) == len(debate.statements)

    lines = argmap("evaluate", str(flagship)).out.splitlines()
    overview = matrix(ev, View("overview"), Links())
    for column in (*overview.columns, *(column for column, _ in overview.others)):
        (line,) = (line for line in lines if re.match(rf"{column.id} +[✓✗?]", line))
        assert re.findall(r": ([^.]*)\.", column.tally.told) == re.split(r"  +", line.strip())[-2:]

    data = json.loads(argmap("evaluate", str(flagship), "-f", "json").out)
    assert set(data["arguments"]) == set(arguments)
    assert len(data["statements"]) == len(debate.statements) - debate.bare_steps
