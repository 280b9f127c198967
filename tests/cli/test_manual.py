"""`argmap manual`: the pages that come with the package."""

from __future__ import annotations

import shlex
import subprocess
import sys

import pytest

from argmap.cli.commands.manual import FOLDER, command, pages
from tests.cli.run import Program


def test_without_a_page_it_lists_them_in_the_order_of_the_index(argmap: Program) -> None:
    lines = argmap("manual").out.splitlines()
    assert [line.split()[0] for line in lines] == list(pages())
    assert all(line.endswith(about) for line, about in zip(lines, pages().values(), strict=True))


@pytest.mark.parametrize("name", pages())
def test_a_page_is_printed_without_the_marks_of_what_is_generated(argmap: Program, name: str) -> None:
    result = argmap("manual", name)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("# ") and "<!--" not in result.out
    shown = [line for line in (FOLDER / f"{name}.md").read_text(encoding="utf-8").splitlines() if line[:4] != "<!--"]
    assert result.out.splitlines() == shown


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("formt", "there is no page 'formt'; did you mean 'format'? 'argmap manual' lists them."),
        ("zzz", "there is no page 'zzz'. 'argmap manual' lists them."),
        ("fmt", "there is no page 'fmt'. 'argmap fmt --help' describes the command."),
        ("tab-indentation", "there is no page 'tab-indentation'. 'argmap rule tab-indentation' explains the rule."),
        ("../README", "there is no page '../README'. 'argmap manual' lists them."),
    ],
)
def test_a_page_that_does_not_exist(argmap: Program, name: str, advice: str) -> None:
    result = argmap("manual", name)
    assert (result.code, result.out, result.err) == (2, "", f"Error: {advice}\n")


def test_a_pager_shows_a_page_on_a_terminal_only(argmap: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("termios")
    monkeypatch.setenv("PAGER", "sed s/^/paged:/")
    assert "paged:" not in argmap("manual", "words").out
    program = shlex.join([sys.executable, "-m", "argmap", "manual", "words"])
    terminal = f"import pty; pty.spawn({['sh', '-c', program]!r})"
    run = subprocess.run(
        [sys.executable, "-c", terminal], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60
    )
    assert run.stdout.startswith("paged:# One word, two things")


def test_the_shell_completes_pages() -> None:
    (parameter,) = command.params[:1]
    assert [item.value for item in parameter.shell_complete(command.make_context("manual", []), "s")] == [
        "strength", "sources", "settings",
    ]  # fmt: skip
