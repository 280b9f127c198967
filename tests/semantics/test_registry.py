"""One semantics, one file, one line in the tuple."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.cli.commands import solve
from argmap.semantics import exchange, registry
from argmap.wording.extras import MissingExtra


def test_the_tuple_has_what_the_folder_has() -> None:
    folder = Path(registry.__file__).parent
    files = {path.stem for path in folder.glob("*.py") if re.search(r"^CODE\b", path.read_text("utf-8"), re.M)}
    assert [each.__name__.rpartition(".")[2] for each in registry.SEMANTICS] == sorted(
        files, key=[each.__name__.rpartition(".")[2] for each in registry.SEMANTICS].index
    )
    assert len(registry.BY_CODE) == len(registry.SEMANTICS) == len(files)


def test_each_says_what_it_is() -> None:
    for each in registry.SEMANTICS:
        assert (each.__doc__ or "").lower().startswith(f"{each.NAME}: ")


def test_the_command_knows_them_all_without_importing_them() -> None:
    assert tuple(registry.BY_CODE) == solve.CODES


def test_the_solver_is_imported_when_a_question_needs_it_and_not_before() -> None:
    program = (
        "import sys; from argmap.semantics.exchange import parse; from argmap.semantics.registry import BY_CODE\n"
        "f = parse(b'p af 2\\n1 2\\n')\n"
        "BY_CODE['GR'].find(f); BY_CODE['CO'].not_accepting(f, '2'); assert 'clingo' not in sys.modules\n"
        "BY_CODE['PR'].find(f); assert 'clingo' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_a_missing_solver_is_named_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "clingo", None)
    framework = exchange.parse(b"p af 1\n")
    with pytest.raises(MissingExtra, match=r"pip install 'argmap\[solver\]'"):
        registry.BY_CODE["PR"].find(framework)  # type: ignore[arg-type]
