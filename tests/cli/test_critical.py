"""`argmap critical`."""

from __future__ import annotations

import json

from tests.cli.run import Program


def test_what_a_resolution_turns_on(small: Program) -> None:
    out = small("critical", "we-should-act").out
    assert out.startswith("we-should-act is undecided.")
    assert "it-is-expensive" in out


def test_json_and_every_resolution(small: Program) -> None:
    found = json.loads(small("critical", "-f", "json").out)
    assert set(found) == {"we-should-act", "keep-as-is"}


def test_when_time_is_over_the_exit_code_is_3(small: Program) -> None:
    result = small("critical", "we-should-act", "--timeout", "1e-9")
    assert result.code == 3 and "Time ran out" in result.err


def test_an_unknown_id_gets_the_nearest(small: Program) -> None:
    result = small("critical", "we-should-akt")
    assert result.code == 2 and "did you mean 'we-should-act'?" in result.err
