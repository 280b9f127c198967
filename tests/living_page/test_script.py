"""The script is typed and keeps the rules of the house; the page has all of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.living_page.html_page import SCRIPTS, script
from tests.conftest import ROOT, needs

FOLDER = ROOT / "argmap" / "living_page" / "script"
TOOLS = ROOT / "tests" / "living_page" / "tools"


def test_every_part_of_the_script_is_named_once() -> None:
    assert sorted(SCRIPTS) == sorted(path.stem for path in FOLDER.glob("*.js"))


def test_the_page_has_the_script_without_its_comments() -> None:
    assert "/**" not in script() and "@ts-check" not in script() and "</script" not in script()
    for name in SCRIPTS:
        for line in (FOLDER / f"{name}.js").read_text(encoding="utf-8").splitlines():
            if line.startswith(("function ", "class ")):
                assert line.split("(")[0].rstrip(" {") in script()


@pytest.mark.real
def test_the_script_is_typed_and_linted(tmp_path: Path) -> None:
    needs("npm")
    tools = tmp_path / "tools"
    shutil.copytree(TOOLS, tools)
    shutil.copytree(FOLDER, tools / "script")
    got = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=tools, capture_output=True,
                         text=True, timeout=300)  # fmt: skip
    if got.returncode and os.environ.get("CI") != "true":
        pytest.skip("npm cannot fetch the tools")
    assert got.returncode == 0, got.stderr
    for command in (["tsc", "-p", "."], ["eslint", "script"]):
        found = subprocess.run([str(tools / "node_modules/.bin" / command[0]), *command[1:]], cwd=tools,
                               capture_output=True, text=True, timeout=300)  # fmt: skip
        assert found.returncode == 0, found.stdout + found.stderr


def test_a_command_that_writes_no_page_does_not_import_it() -> None:
    code = """
import sys
from argmap.cli.main import main
try:
    main()
finally:
    sys.exit("argmap.living_page" in sys.modules)
"""
    for form, brought in (("svg", 0), ("html", 1)):
        ran = subprocess.run([sys.executable, "-c", code, "map", "tripwire", "-f", form, "-o", os.devnull], cwd=ROOT,
                             capture_output=True, timeout=300)  # fmt: skip
        assert ran.returncode == brought, ran.stderr
