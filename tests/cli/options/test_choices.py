"""A word that is none of the choices is told with the nearest, once, with all of them; an argument by its name."""

from __future__ import annotations

import pytest

from tests.cli.run import Program


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("brief polcy", "Error: KIND: there is no 'polcy'; did you mean 'policy'? Choose policy, "),
        ("brief", "Error: Missing argument 'KIND'. Choose policy, policy-short, "),
        ("schema nosuch", "there is no 'nosuch'. Choose debate, sources, position, review, evaluate or explain.\n"),
        ("map --view tre", "Error: --view: there is no 'tre'; did you mean 'tree'? Choose whole, overview or tree.\n"),
        ("check -f gitlb", "there is no 'gitlb'; did you mean 'gitlab'? Choose text, json, github, "),
        ("new x --kind polcy", "did you mean 'policy'? Choose first, policy, decision or class.\n"),
        ("checkk", "Error: there is no command 'checkk'; did you mean 'check'? See 'argmap --help'.\n"),
        ("nothing", "Error: there is no command 'nothing'. See 'argmap --help'.\n"),
    ],
)
def test_a_wrong_word(argmap: Program, command: str, told: str) -> None:
    result = argmap(*command.split())
    assert result.code == 2 and told in result.err


def test_the_usage_calls_an_argument_by_its_name(argmap: Program) -> None:
    assert "Usage: argmap brief [OPTIONS] KIND [DEBATE]\n" in argmap("brief", "--help").out
    assert "Usage: argmap schema [OPTIONS] [KIND]\n" in argmap("schema", "--help").out
