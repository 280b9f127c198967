"""`-o`: the ending of a file says its form, in every command, and no folder is made without a word."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click
import pytest

from argmap.cli.main import COMMANDS, cli
from argmap.cli.options import option_types
from argmap.maps import THEMES
from tests.cli.run import Program
from tests.maps.test_raster import font_with

ARGUMENTS = {"explain": ["it-is-expensive"], "brief": ["policy"], "schema": ["debate"], "diff": [".", "."],
             "review": [".", "."], "speech": ["speech.txt"]}  # fmt: skip
"""What a command cannot do without."""
FOLDERS = {"build", "schema"}
"""Commands whose `-o` names a folder for many files."""


def _writing() -> list[str]:
    """The commands that write their result where `-o` says."""
    context = click.Context(cli)
    every = {name: cli.get_command(context, name) for name in COMMANDS}  # type: ignore[attr-defined]
    found = [name for name, command in every.items() if any(each.name == "out" for each in command.params)]
    return [name for name in found if name not in ("build", "merge")]


def test_most_commands_write_files() -> None:
    assert {"map", "brief", "explain", "diff", "review", "check", "evaluate", "sensitivity", "verify", "questions",
            "critical", "schema"} <= set(_writing())  # fmt: skip


@pytest.mark.parametrize("name", _writing())
class TestEveryCommand:
    @pytest.mark.parametrize(
        "out", ["m.emf", "m.svg.bak", "m.jpeg", "m.", "m.svg ", "m.2026-07", "M.EMF", "m.csv", ".x.y"]
    )
    def test_an_ending_that_is_no_form_is_refused(self, small: Program, name: str, out: str) -> None:
        before = _names(small.folder)
        result = small(name, *ARGUMENTS.get(name, []), "-o", out)
        assert result.code == 2 and result.out == ""
        assert f"{out}: cannot write" in result.err and _names(small.folder) == before

    def test_a_folder_that_is_not_there_is_said_and_the_command_makes_it(self, small: Program, name: str) -> None:
        before = _names(small.folder)
        result = small(name, *ARGUMENTS.get(name, []), "-o", "no such/folder/a")
        assert result.code == 2 and _names(small.folder) == before
        assert "there is no folder no such/folder. Make it with: mkdir -p 'no such/folder'\n" in result.err

    def test_a_folder_is_no_file(self, small: Program, name: str) -> None:
        result = small(name, *ARGUMENTS.get(name, []), "-o", "arguments")
        assert result.code == 2 and "arguments is a folder; name the file to write." in result.err

    def test_a_file_is_no_folder(self, small: Program, name: str) -> None:
        small.write("file", "kept")
        result = small(name, *ARGUMENTS.get(name, []), "-o", "file/a")
        assert result.code == 2 and "file/a cannot be written: file is not a folder." in result.err
        assert (small.folder / "file").read_text() == "kept"


def _names(folder: Path) -> set[str]:
    return {path.as_posix() for path in folder.rglob("*")}


@pytest.mark.parametrize(
    ("out", "begins"), [("A.SVG", b"<svg"), ("a.b.Png", b"\x89PNG"), ("plain", b"<svg"), (".svg", b"<svg")]
)
def test_capitals_count_as_small_letters_and_no_ending_is_the_usual_form(
    small: Program, out: str, begins: bytes
) -> None:
    assert small("map", "-o", out).code == 0
    assert (small.folder / out).read_bytes().startswith(begins)


def test_the_option_says_the_form_where_the_name_says_nothing(small: Program) -> None:
    assert small("map", "-f", "dot", "-o", "plain").code == 0
    assert (small.folder / "plain").read_text().startswith("digraph")
    assert small("map", "-f", "png", "-o", "x.svg").code == 2
    assert small("map", "-f", "svg", "-o", "m.emf").code == 2
    assert small("map", "-f", "svg", "-o", "/dev/null").code == 0


def test_a_file_name_that_is_not_utf_8_can_be_reported(small: Program) -> None:
    folder = os.fsencode(small.folder / "arguments/school-start/positions")
    with open(folder + b"/q\xff.yml", "w") as file:  # noqa: PTH123 - a name in bytes
        file.write("position: q\narguments: []\n")
    assert small("check", "-o", "a.json").code == 1
    found = json.loads((small.folder / "a.json").read_text())["diagnostics"]
    assert os.fsdecode(b"arguments/school-start/positions/q\xff.yml") in [each["file"] for each in found]


class TestFoldersThatAreMade:
    def test_build_says_that_it_made_its_folder(self, small: Program) -> None:
        assert "made deep/inside/\n" in small("build", "-o", "deep/inside").err
        assert "made" not in small("build", "-o", "deep/inside").err
        assert "made" not in small("build", "-q", "-o", "another").err
        assert "made" not in small("build", "--check", "-o", "third").err and not (small.folder / "third").exists()

    def test_schema_says_so_too(self, small: Program) -> None:
        assert small("schema", "-o", "schemas").err == "made schemas/\n"

    @pytest.mark.parametrize("command", ["build", "schema"])
    def test_a_file_is_not_taken_for_a_folder(self, small: Program, command: str) -> None:
        small.write("file", "kept")
        result = small(command, "-o", "file")
        assert result.code == 2 and "file is a file; name the folder to write into with -o." in result.err
        assert "a path has at most 255 folders" in small(command, "-o", "a/" * 1500).err

    def test_a_baseline_goes_into_a_folder_that_is_there(self, small: Program) -> None:
        result = small("check", "--baseline", "none/x", "--update-baseline")
        assert result.code == 2 and "there is no folder none. Make it with: mkdir -p none\n" in result.err


class TestCharactersThatNoFontHas:
    @pytest.fixture
    def odd(self, small: Program) -> Program:
        small.write(
            "arguments/school-start/positions/odd.yaml",
            "position: odd\narguments: [{rebuttal: odd, of: it-is-expensive, text: 'Odd: \u4e2d and \ue000.'}]\n",
        )
        return small

    COMMANDS = (["map", "-f", "png"], ["map", "-f", "pdf"], ["explain", "odd", "-f", "png"], ["map", "--focus", "odd"])

    @pytest.mark.parametrize("command", COMMANDS[:3])
    def test_a_note_names_them_and_its_advice_ends_it(self, odd: Program, command: list[str]) -> None:
        font = font_with(odd.folder, "\u4e2d\ue000")
        result = odd(*command, "-o", "a")
        said = f"note: no font here has U+4E2D \u4e2d and U+E000: the {command[-1].upper()} shows a box for each. "
        assert (result.code, result.err) == (
            0, said + "Give a font that has them, as TTF or OTF: --font FILE\n"
        )  # fmt: skip
        mended = odd(*command, "-o", "b", "--font", str(font))
        assert (mended.code, mended.err) == (0, "")
        assert (odd.folder / "a").read_bytes() != (odd.folder / "b").read_bytes()

    def test_many_are_counted(self, odd: Program) -> None:
        text = "".join(map(chr, range(0x4E00, 0x4E14)))
        odd.write(
            "arguments/school-start/positions/odd.yaml", f"position: odd\narguments: [{{claim: x, text: {text}}}]\n"
        )
        assert "U+4E07 \u4e07 and 12 more: the PNG" in odd("map", "-o", "a.png").err

    @pytest.mark.parametrize(
        "command", [["map"], ["map", "-f", "dot"], ["explain", "odd"], ["explain", "odd", "-f", "svg"]]
    )
    def test_what_the_reader_draws_needs_no_font(self, odd: Program, command: list[str]) -> None:
        font = font_with(odd.folder, "\u4e2d")
        assert odd(*command, "-o", "a").err == ""
        result = odd(*command, "--font", str(font))
        assert result.code == 2 and "--font is for PNG and PDF: give it with -f png or -f pdf." in result.err

    def test_what_is_no_font_is_said(self, odd: Program) -> None:
        path = "arguments/school-start/debate.yaml"
        result = odd("map", "-o", "a.png", "--font", path)
        assert result.code == 2 and f"{path} cannot be read as a font." in result.err
        assert odd("map", "-o", "a.png", "--font", "none.ttf").code == 2
        assert not (odd.folder / "a.png").exists()


class TestThemes:
    PICTURES = (["map"], ["explain", "it-is-expensive"], ["diff", ".", "."])

    def test_the_option_names_every_theme(self) -> None:
        assert tuple(THEMES) == option_types.THEMES

    @pytest.mark.parametrize("command", PICTURES)
    def test_every_picture_follows_the_reader_or_has_fixed_colours(self, small: Program, command: list[str]) -> None:
        assert small(*command, "-f", "svg").out.count("<style>") >= 1
        fixed = small(*command, "-f", "svg", "--theme", "dark").out
        assert 'class="argmap dark"' in fixed and "<style>" not in fixed

    @pytest.mark.parametrize("command", [*PICTURES[1:], ["diff", ".", ".", "-f", "html"]])
    def test_what_is_not_a_picture_has_no_theme(self, small: Program, command: list[str]) -> None:
        result = small(*command, "--theme", "dark")
        assert result.code == 2 and "--theme is for pictures: give it with -f svg or another picture." in result.err
