"""Ids as debaters write them, such as `1ac`, are good for everything that is made of a debate."""

from __future__ import annotations

from xml.dom import minidom

import pytest

from argmap.loader.near_words import kebab, short_id
from tests.cli.run import Program

DEBATE = """\
debate: 2ac-block
title: Should school start later?
sides: {1st: For, 2nd: Against}
values: {3-sleep: Sleep}
audiences: {4-parents: [3-sleep]}
resolutions:
  - claim: 1ac
    text: School should start later.
"""
POSITION = """\
position: 1nc-case
arguments:
  - support: 2ac-1
    of: 1ac
    text: Pupils sleep longer.
    values: {promotes: [3-sleep]}
    evidence: [{source: 2020smith}]
    rebuttals:
      - rebuttal: 1nr
        text: They stay up later.
        undercutters: [{rebuttal: 1ar, text: One study only.}]
  - rebuttal: 9-buses
    of: 1ac
    text: Buses cost more.
    outweighs: [{over: 2ac-1, because: Money is short.}]
"""


@pytest.fixture
def numbered(argmap: Program) -> Program:
    argmap.write("arguments/2ac-block/debate.yaml", DEBATE)
    argmap.write("arguments/2ac-block/positions/case.yaml", POSITION)
    argmap.write("arguments/2ac-block/sources.yaml", "references:\n  - {id: 2020smith, title: Sleep, issued: 2020}\n")
    return argmap


@pytest.mark.parametrize(
    "command",
    [
        "check", "fmt", "evaluate --audiences", "explain 2ac-1", "critical 1ac", "questions 2ac-1", "accept 2ac-1",
        "solve -p DS-PR -d 2ac-block -a 2ac-1", "map --focus 9-buses -f svg", "map -f dot", "sensitivity 1ac",
        "brief blocks --debate 2ac-block --side 2nd", "rename 1nr 2nr", "build",
    ],
)  # fmt: skip
def test_every_command_takes_ids_that_begin_with_a_digit(numbered: Program, command: str) -> None:
    result = numbered(*command.split())
    assert result.code == 0, result.out + result.err


def test_what_was_accepted_and_what_is_drawn_has_these_ids(numbered: Program) -> None:
    numbered("accept", "2ac-1")
    assert "link 2ac-1 " in (numbered.folder / "arguments/2ac-block/argmap.lock").read_text()
    assert numbered("check", "--fail-on", "error").code == 0
    picture = minidom.parseString(numbered("map", "-f", "svg").out)
    ids = [node.getAttribute("id") for node in picture.getElementsByTagName("g")]
    assert {"1ac", "2ac-1", "1nr", "1ar", "9-buses"} <= {*ids}


@pytest.mark.parametrize("id", ["2026", "2026-01-05", "1", "1-", "-1ac", "1--a"])
def test_digits_alone_are_a_year_or_a_number_and_no_id(numbered: Program, id: str) -> None:
    numbered.write("arguments/2ac-block/debate.yaml", DEBATE.replace("1ac", id))
    assert "bad-id" in numbered("check").out


@pytest.mark.parametrize(
    ("text", "whole", "short"),
    [
        ("The USFG should ban X.", "the-usfg-should-ban-x", "usfg-should-ban-x"),
        ("Sending troops would not deter Moscow at all", None, "sending-troops-would-not-deter"),
        ("SendTrainers", "send-trainers", "sendtrainers"),
        ("Send_Trainers", "send-trainers", "send-trainers"),
        ("1AC", "1ac", "1ac"),
        ("Café Groß", "cafe-gross", "cafe-gross"),
        ("It's 40,000 people", "its-40000-people", "40000-people"),
        ("It is so", "it-is-so", "it-is-so"),
        ("2026", None, None),
        ("анализ", None, None),
        ("план-b", None, None),
        ("a" * 90, "a" * 80, "a" * 80),
        ("aaaaaaaaa " * 9, "-".join(["a" * 9] * 8), "-".join(["a" * 9] * 5)),
    ],
)
def test_an_id_proposed_for_a_text(text: str, whole: str | None, short: str | None) -> None:
    if whole or not short:
        assert kebab(text) == whole
    assert short_id(text) == short
