"""`argmap solve`: the interface of the ICCMA competitions."""

from __future__ import annotations

import sys

import pytest

from tests.cli.run import Program

ICCMA = "# two attack each other, and one of them a third\np af 3\n1 2\n2 1\n2 3\n"
APX = "arg(a).\narg(b).\narg(c).\natt(a,b).\natt(b,a).\natt(b,c).\n"
TGF = "a\nb\nc\n#\na b\nb a\nb c\n"
CIRCLE = "p af 3\n1 2\n2 3\n3 1\n"


@pytest.mark.parametrize(
    ("problem", "argument", "printed"),
    [
        ("SE-GR", None, "w\n"),
        ("DC-GR", "1", "NO\n"),
        ("DC-PR", "3", "YES\nw 1 3\n"),
        ("DS-PR", "3", "NO\nw 2\n"),
        ("DS-PR", "2", "NO\nw 1 3\n"),
        ("CE-CO", None, "3\n"),
        ("CE-ST", None, "2\n"),
        ("SE-ID", None, "w\n"),
    ],
)
def test_tasks(argmap: Program, problem: str, argument: str | None, printed: str) -> None:
    argmap.write("a.af", ICCMA)
    result = argmap("solve", "-p", problem, "-f", "a.af", *(("-a", argument) if argument else ()))
    assert (result.code, result.out) == (0, printed)


def test_a_circle_has_no_stable_labelling(argmap: Program) -> None:
    argmap.write("a.af", CIRCLE)
    assert argmap("solve", "-p", "SE-ST", "-f", "a.af").out == "NO\n"
    assert argmap("solve", "-p", "EE-PR", "-f", "a.af").out == "w\n"


@pytest.mark.parametrize(("name", "content"), [("a.apx", APX), ("a.tgf", TGF), ("no-ending", APX), ("a.txt", TGF)])
def test_formats_are_found_out(argmap: Program, name: str, content: str) -> None:
    argmap.write(name, content)
    assert sorted(argmap("solve", "-p", "EE-PR", "-f", name).out.splitlines()) == ["w a c", "w b"]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("", 1),
        ("p af x\n", 1),
        ("p af 2\n1 2\n1 3\n", 3),
        ("p af 2\n1\n", 2),
        ("p af -1\n", 1),
        ("p af 99999999999999\n", 1),
        ("arg(a).\natt(a,b).\n", 2),
        ("arg(a).\narg(a\n", 2),
        ("a\n#\na z\n", 3),
        ("p af 1\n\0", 2),
    ],
)
def test_a_malformed_file_is_refused_with_its_line(argmap: Program, content: str, line: int) -> None:
    argmap.write("a", content)
    result = argmap("solve", "-p", "SE-PR", "-f", "a")
    assert result.code == 2 and result.out == "" and f"a:{line}: " in result.err


def test_a_debate_can_be_solved(small: Program) -> None:
    assert small("solve", "-p", "DC-PR", "-d", "school-start", "-a", "we-should-act").out.startswith("YES\nw ")
    assert "did you mean" in small("solve", "-p", "DC-PR", "-d", "school-start", "-a", "we-should-akt").err


def test_a_limit_is_kept_and_said(argmap: Program) -> None:
    argmap.write("a.af", ICCMA)
    result = argmap("solve", "-p", "EE-CO", "-f", "a.af", "--limit", "1")
    assert result.out.count("\n") == 1 and "more than 1" in result.err


def test_when_time_is_over_the_exit_code_is_3(argmap: Program) -> None:
    pairs = "".join(f"{2 * n + 1} {2 * n + 2}\n{2 * n + 2} {2 * n + 1}\n" for n in range(60))
    argmap.write("a.af", f"p af 120\n{pairs}")
    result = argmap("solve", "-p", "CE-PR", "-f", "a.af", "--timeout", "0.3")
    assert result.code == 3 and "within 0.3 s" in result.err


def test_without_the_solver_it_says_how_to_get_it(argmap: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    argmap.write("a.af", ICCMA)
    monkeypatch.setitem(sys.modules, "clingo", None)
    result = argmap("solve", "-p", "SE-PR", "-f", "a.af")
    assert result.code == 2 and "argmap[solver]" in result.err
    assert argmap("solve", "-p", "SE-GR", "-f", "a.af").out == "w\n"


def test_what_belongs_together_is_asked_for(argmap: Program) -> None:
    argmap.write("a.af", ICCMA)
    assert argmap("solve", "-p", "DC-PR", "-f", "a.af").code == 2
    assert argmap("solve", "-p", "SE-PR", "-f", "a.af", "-a", "1").code == 2
    assert argmap("solve", "-p", "SE-PR").code == 2
    assert argmap("solve", "-p", "SE-XX", "-f", "a.af").code == 2
    assert argmap("solve", "--formats").out == "[iccma,apx,tgf]\n"
