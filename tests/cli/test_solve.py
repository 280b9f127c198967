"""`argmap solve`, as somebody types it who knows the competitions."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli.commands.solve import PROBLEMS
from argmap.cli.main import COMMANDS, cli
from argmap.semantics import exchange
from argmap.version import __version__
from tests.conftest import ROOT

# 1 and 2 attack each other, 2 attacks the ring 3, 4, 5
SAMPLE = "p af 5\n# a comment\n1 2\n2 1\n2 3\n3 4\n4 5\n5 3\n"


def solve(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["solve", *map(str, arguments)])


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    file = tmp_path / "sample.af"
    file.write_text(SAMPLE)
    return file


def test_it_is_in_the_table_of_commands() -> None:
    assert "solve" in COMMANDS


@pytest.mark.parametrize(
    ("problem", "argument", "lines"),
    [
        ("SE-GR", None, ["w"]),
        ("SE-SST", None, ["w 2 4"]),
        ("EE-PR", None, ["w 1", "w 2 4"]),
        ("EE-CO", None, ["w", "w 1", "w 2 4"]),
        ("EE-ST", None, ["w 2 4"]),
        ("EE-SST", None, ["w 2 4"]),
        ("EE-STG", None, ["w 2 4"]),
        ("EE-ID", None, ["w"]),
        ("CE-CO", None, ["3"]),
        ("CE-GR", None, ["1"]),
        ("DC-PR", "4", ["YES", "w 2 4"]),
        ("DC-PR", "5", ["NO"]),
        ("DS-PR", "4", ["NO", "w 1"]),
        ("DS-ST", "4", ["YES"]),
        ("DS-CO", "4", ["NO", "w"]),
    ],
)
def test_answers_are_written_as_the_competitions_write_them(
    sample: Path, problem: str, argument: str | None, lines: list[str]
) -> None:
    result = solve("-p", problem, "-f", sample, *(["-a", argument] if argument else []))
    assert result.exit_code == 0, result.output
    found = result.stdout.splitlines()
    assert (sorted(found) if problem.startswith("EE") else found) == lines


def test_no_stable_extension_is_a_no(tmp_path: Path) -> None:
    file = tmp_path / "odd.tgf"
    file.write_text("a\n#\na a\n")
    assert solve("-p", "SE-ST", "-f", file).stdout == "NO\n"
    assert solve("-p", "EE-ST", "-f", file).stdout == "NO\n"
    assert solve("-p", "CE-ST", "-f", file).stdout == "0\n"
    assert solve("-p", "DS-ST", "-f", file, "-a", "a").stdout == "YES\n"


def test_the_format_can_be_named(tmp_path: Path) -> None:
    file = tmp_path / "framework"
    file.write_text("arg(a).\narg(b).\natt(a,b).\n")
    assert solve("-p", "SE-PR", "-f", file).stdout == "w a\n"
    assert solve("-p", "SE-PR", "-f", file, "-fo", "apx").stdout == "w a\n"
    assert solve("-p", "SE-PR", "-f", file, "-fo", "iccma").exit_code == 2


def test_lists_of_problems_and_formats() -> None:
    assert solve("--problems").stdout == f"[{','.join(PROBLEMS)}]\n"
    assert solve("--formats").stdout == "[iccma,af,i23,apx,tgf]\n"
    assert len(PROBLEMS) == 35


def test_a_limit_is_kept_and_said(sample: Path) -> None:
    result = solve("-p", "EE-CO", "-f", sample, "--limit", 2)
    assert len(result.stdout.splitlines()) == 2 and "more than 2" in result.stderr
    assert solve("-p", "EE-CO", "-f", sample, "--limit", 3).stderr == ""
    counted = solve("-p", "CE-CO", "-f", sample, "--limit", 2)
    assert counted.stdout == "2\n" and "more than 2" in counted.stderr


def test_the_time_given_is_kept_and_said(tmp_path: Path) -> None:
    file = tmp_path / "many.af"
    names = [str(n + 1) for n in range(90)]
    attacks = [(a, b) for a in names for b in names if int(a) % 30 == int(b) % 30 and a != b]
    file.write_text(exchange.BY_NAME["iccma"].write(names, attacks))
    result = solve("-p", "CE-PR", "-f", file, "--timeout", 0.3)
    assert result.exit_code == 3 and result.stdout == ""
    assert re.search(r"No full answer to CE-PR within 0.3 s. There are at least [\d,]+\.", result.stderr)
    listed = solve("-p", "EE-PR", "-f", file, "--timeout", 0.3)
    assert listed.exit_code == 3 and "No full answer to EE-PR within 0.3 s.\n" in listed.stderr
    assert listed.stdout.endswith("\n") and all(len(line.split()) == 31 for line in listed.stdout.splitlines())


def test_a_time_is_stated_where_none_is_given() -> None:
    assert "inf for no limit. [default: 600]" in " ".join(solve("--help").stdout.split())


@pytest.mark.parametrize("seconds", ["inf", "1e400", "1e10"])
@pytest.mark.parametrize("limit", [10**18, 10**30])
def test_any_time_and_any_limit_can_be_given(sample: Path, seconds: str, limit: int) -> None:
    result = solve("-p", "EE-PR", "-f", sample, "--timeout", seconds, "--limit", limit)
    assert (result.exit_code, sorted(result.stdout.splitlines())) == (0, ["w 1", "w 2 4"])


def test_the_names_that_the_competitions_use_are_understood(sample: Path, tmp_path: Path) -> None:
    assert solve("-p", "se-sst", "-f", sample, "-fo", "i23").stdout == "w 2 4\n"
    file = tmp_path / "framework"
    file.write_text("arg(a).\n")
    assert solve("-p", "SE-PR", "-f", file, "-fo", "APX").stdout == "w a\n"


def test_asked_nothing_it_says_who_it_is() -> None:
    result = solve()
    assert result.exit_code == 0 and result.stdout.startswith(f"argmap {__version__}\n")


def test_the_attacks_of_a_file_are_no_arguments(tmp_path: Path) -> None:
    file = tmp_path / "framework.apx"
    file.write_text("arg(a).\narg(b).\natt(a,b).\n")
    result = solve("-p", "DC-PR", "-f", file, "-a", "a->b")
    assert result.exit_code == 2 and f"{file} has no argument 'a->b'." in result.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-p", "DC-PR", "-f", "SAMPLE"], "name it with -a"),
        (["-p", "SE-PR", "-f", "SAMPLE", "-a", "1"], "leave out -a"),
        (["-p", "SE-XX", "-f", "SAMPLE"], "SE-XX"),
        (["-p", "DC-PR", "-f", "SAMPLE", "-a", "9"], "has no argument '9'"),
        (["-p", "SE-PR"], "name either a file with -f or a debate with -d"),
        (["-p", "SE-PR", "-f", "nowhere.af"], "nowhere.af"),
        (["-p", "SE-PR", "-f", "SAMPLE", "--limit", "-1"], "limit"),
        (["-p", "SE-PR", "-f", "SAMPLE", "--timeout", "0"], "timeout"),
        (["-p", "SE-PR", "-f", "SAMPLE", "--timeout", "nan"], "timeout"),
        (["-f", "SAMPLE"], "name the problem with -p"),
    ],
)
def test_what_cannot_be_done_is_said_with_exit_code_2(sample: Path, arguments: list[str], message: str) -> None:
    result = solve(*[str(sample) if each == "SAMPLE" else each for each in arguments])
    assert result.exit_code == 2 and message in result.output


@pytest.mark.parametrize("content", [b"", b"p af 2\n1 3\n", b"p af -1\n", b"\x00\x01\x02", b"\xff\xfe", b"arg(a\n"])
def test_a_malformed_file_is_refused_with_its_line(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad"
    file.write_bytes(content)
    result = solve("-p", "SE-PR", "-f", file)
    assert result.exit_code == 2 and f"Error: {file}:" in result.output
    assert "Traceback" not in result.output and "Usage:" not in result.output


def test_without_the_solver_it_says_how_to_get_it(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "clingo", None)
    result = solve("-p", "SE-PR", "-f", sample)
    assert result.exit_code == 2 and "pip install 'argmap[solver]'" in result.output
    assert solve("-p", "SE-GR", "-f", sample).exit_code == 0


def test_a_debate_can_be_asked_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = solve("-p", "DS-GR", "-d", "nato-ukraine", "-a", "send-troops")
    assert result.exit_code == 0 and result.stdout.split()[0] in ("YES", "NO")
