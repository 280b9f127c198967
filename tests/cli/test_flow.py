"""`argmap flow`."""

from __future__ import annotations

from tests.cli.run import Program


def test_the_command_writes_each_form_and_a_part(small: Program) -> None:
    assert small("flow").out.startswith("# Flow: Should school start later?")
    assert "<table>" in small("flow", "-f", "html").out and "| PM | LO |" in small("flow", "--event", "bp").out
    assert small("flow", "-o", "f.xlsx").code == 0 and (small.folder / "f.xlsx").read_bytes()[:2] == b"PK"
    refused = small("flow", "--position", "nowhere")
    assert refused.code == 2 and "no position nowhere" in refused.err
