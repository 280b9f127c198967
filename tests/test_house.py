"""The architecture is kept by tools; this is the one place that calls them."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import ROOT

TOOLS = {
    "ruff": [sys.executable, "-m", "ruff", "check", "argmap", "tests"],
    "ruff format": [sys.executable, "-m", "ruff", "format", "--check", "argmap", "tests"],
    "mypy": [sys.executable, "-m", "mypy"],
    "import-linter": [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
    "deptry": [sys.executable, "-m", "deptry", "argmap"],
}


@pytest.mark.parametrize("tool", TOOLS)
def test_the_tools_are_content(tool: str) -> None:
    run = subprocess.run(TOOLS[tool], cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert run.returncode == 0, run.stdout + run.stderr


def test_functions_stay_short() -> None:
    """40 lines at the most, docstring and signature included."""
    long = []
    for path in sorted((ROOT / "argmap").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and (lines := node.end_lineno - node.lineno + 1) > 40:
                long.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name} has {lines} lines")
    assert long == []


def test_one_name_means_one_thing() -> None:
    names = Counter(path.name for path in (ROOT / "argmap").rglob("*.py") if path.name != "__init__.py")
    assert [name for name, times in names.items() if times > 1] == []


def test_nothing_stands_at_the_top_beside_what_was_agreed() -> None:
    allowed = {"README.md", "LICENSE", "pyproject.toml", "argmap", "arguments", "output", "tests"}
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, timeout=60)
    if listed.returncode:
        pytest.skip("not a git checkout")
    top = {line.split("/")[0] for line in listed.stdout.splitlines()}
    assert {name for name in top if not name.startswith(".")} <= allowed


HEAVY = ("yaml", "pydantic", "jinja2", "wasmtime", "graphviz", "markdown_it", "typst", "lxml", "clingo")
OF_FAULTS = (
    "argmap.loader.broken_yaml", "argmap.loader.model_faults", "argmap.loader.odd_keys", "argmap.loader.reshape",
    "argmap.loader.left_out_spaces", "argmap.loader.second_types", "argmap.loader.strays",
    "argmap.evidence.quotes.finding", "argmap.evidence.quotes.marks",
    "argmap.cli.settings.settings_faults", "argmap.cli.ci.baseline", "argmap.evaluation.audiences",
)  # fmt: skip
"""What a debate without a fault has no need of."""


@pytest.mark.parametrize(
    ("arguments", "forbidden"),
    [
        (["--help"], HEAVY),
        (["manual"], HEAVY),
        (["manual", "format"], HEAVY),
        (["check", "--help"], [name for name in HEAVY if name not in ("yaml", "pydantic")]),
        (["check", "arguments/nato-ukraine", "--fail-on", "error"], [*HEAVY[2:], *OF_FAULTS]),
        (["evaluate", "arguments/nato-ukraine"], HEAVY[2:]),
        (["critical", "train-abroad"], HEAVY[2:]),
        (["solve", "-p", "SE-GR", "-f", "FILE"], HEAVY),
        (["solve", "-p", "DS-PR", "-f", "FILE", "-a", "1"], HEAVY[:-1]),
    ],
)
def test_a_command_imports_only_what_it_needs(arguments: list[str], forbidden: list[str], tmp_path: Path) -> None:
    file = tmp_path / "framework.af"
    file.write_text("p af 2\n1 2\n2 1\n")
    arguments = [str(file) if each == "FILE" else each for each in arguments]
    program = (
        "import sys\n"
        "from argmap.cli.main import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print('LOADED', *sys.modules)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    loaded = run.stdout.splitlines()[-1].split()
    assert loaded[0] == "LOADED"
    assert set(loaded) & set(forbidden) == set()


def test_nothing_looks_for_plugins_of_other_packages() -> None:
    program = "from argmap.__main__ import main; main()"
    command = [sys.executable, "-X", "importtime", "-c", program, "check", "arguments/tripwire"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert run.returncode == 0 and "pydantic.plugin" in run.stderr
    assert "importlib.metadata" not in run.stderr


def test_what_else_pydantic_asks_of_the_module_of_its_plugins_is_there() -> None:
    program = (
        "import sys\n"
        "from argmap.__main__ import _NoPlugins\n"
        "sys.modules[_NoPlugins.PLACE] = _NoPlugins(_NoPlugins.PLACE)\n"
        "from pydantic.plugin._loader import PYDANTIC_ENTRY_POINT_GROUP\n"
        "print(PYDANTIC_ENTRY_POINT_GROUP)\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert run.stdout == "pydantic\n", run.stderr
