"""What the user is told of transactions: where they are less safe, and where a journal cannot be followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.cli.stamps import digest
from tests.cli.run import Program
from tests.test_transactions import contents

RENAME = ["rename", "we-should-act", "act"]


@pytest.mark.parametrize(("command", "said"), [(RENAME, True), (["accept", "--all"], False)], ids=str)
def test_without_a_cache_folder_it_is_said_that_several_files_are_less_safe(
    small: Program, monkeypatch: pytest.MonkeyPatch, command: list[str], said: bool
) -> None:
    monkeypatch.setenv("ARGMAP_CACHE", str(small.write("file", "") / "below"))
    result = small(*command)
    assert result.code == 0
    assert ("note: there is no cache folder that can be written" in result.err) == said


def test_a_journal_that_cannot_be_written_leaves_all_as_it_was(small: Program) -> None:
    small.write("../cache/transactions", "")
    before = contents(small.folder)
    result = small(*RENAME)
    assert (result.code, "transactions" in result.err) == (2, True)
    assert contents(small.folder) == before


@pytest.mark.parametrize("command", [RENAME, ["check"], ["fmt"], ["build"]], ids=str)
@pytest.mark.parametrize("text", ["", "{}", '{"root": "/elsewhere", "process": 1, "files": {}}'])
def test_a_bad_journal_is_named_with_what_to_do(small: Program, command: list[str], text: str) -> None:
    folder = small.folder / "arguments/school-start"
    journal = Path(f"../cache/transactions/{digest([str(folder.resolve())])}.json")
    small.write(str(journal), text)
    before = contents(small.folder)
    result = small(*command)
    assert result.code == 2
    assert journal.name in result.err and "then delete the first" in result.err
    assert contents(small.folder) == before
