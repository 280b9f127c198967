"""`argmap todo`, and the options of `argmap brief` that say whose reading time and which argument."""

from __future__ import annotations

import json

from tests.cli.run import Program


def test_the_work_of_a_side_is_listed_and_of_no_other_side(small: Program) -> None:
    both, one = small("todo"), small("todo", "--for", "con")
    assert both.out.startswith("What pro (") and "\nWhat con (" in both.out
    assert one.out.startswith("What con (") and "What pro (" not in one.out
    data = json.loads(small("todo", "-f", "json").out)
    assert [each["side"] for each in data] == ["pro", "con"]
    assert len(small("todo", "--all").out.splitlines()) >= len(both.out.splitlines())


def test_a_side_that_is_not_there_is_refused_with_those_that_are(small: Program) -> None:
    refused = small("todo", "--for", "left")
    assert refused.code == 2 and "has no side 'left': its sides are pro and con." in refused.err


def test_a_reader_and_a_format_of_debate_are_chosen(argmap: Program) -> None:
    argmap("new", "mine", "--kind", "policy")
    usual, quick = argmap("brief", "case").out, argmap("brief", "case", "--wpm", "500", "--event", "ld").out
    assert "seconds of 8 minutes" in usual and "seconds of 6 minutes" in quick
    argmap.write("argmap.toml", 'wpm = 500\nevent = "ld"\n')
    assert argmap("brief", "case").out == quick
    assert argmap("brief", "case", "--event", "parlour").code == 2


def test_a_frontline_is_of_an_argument(argmap: Program) -> None:
    argmap("new", "mine", "--kind", "policy")
    assert "## AT: The plan would bring on a debt crisis" in argmap("brief", "frontline", "--of", "spending-da").out
    refused = argmap("brief", "frontline", "--of", "spending-ad")
    assert refused.code == 2 and "did you mean 'spending-da'?" in refused.err
    assert "--of ID" in argmap("brief", "frontline").err
