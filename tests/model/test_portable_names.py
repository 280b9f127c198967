"""Names that cannot be checked out everywhere are known as such, and no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.loader import read
from argmap.model.portable_names import clashes, folded, trouble_with
from tests.loader.debates import DEBATE

EMPTY = "position: {}\narguments: []\n"


@pytest.mark.parametrize(
    "name",
    ["con", "CON.yaml", "nul.txt", "aux.", "prn .yaml"[:3], "com1.svg", "LPT9", "com².x", "x.", "x ", "a:b", "a?", "a*",
     "a|b", 'a"b', "a<b", "a\\b", "a\x07"],
)  # fmt: skip
def test_what_windows_cannot_have(name: str) -> None:
    assert trouble_with(name)


@pytest.mark.parametrize(
    "name", ["console", "com10", "com", "conx.yaml", "x.y", "a b", "özkadif.txt", "毛.txt", "nul-x", "aux1"]
)
def test_what_every_system_has(name: str) -> None:
    assert trouble_with(name) is None


@pytest.mark.parametrize(("one", "other"), [("A", "a"), ("é", "e\u0301"), ("ÉA", "e\u0301a"), ("ß", "SS"), ("Ⅷ", "ⅷ")])
def test_names_that_are_one_elsewhere(one: str, other: str) -> None:
    assert list(clashes([one, "x", other])) == [(other, one)]


@given(st.lists(st.text(max_size=4), unique=True))
def test_whoever_clashes_with_nobody_is_alone(names: list[str]) -> None:
    assert len({folded(name) for name in names}) == len(names) - len(list(clashes(names)))


@pytest.mark.parametrize(
    "files",
    [
        {"positions/con.yaml": EMPTY.format("x")},
        {"positions/x.yaml": EMPTY.format("x"), "positions/X.yaml": EMPTY.format("y")},
        {"positions/é.yaml": EMPTY.format("x"), "positions/e\u0301.yaml": EMPTY.format("y")},
        {"positions/a:b.yaml": EMPTY.format("x")},
    ],
)
def test_the_loader_names_the_file(files: dict[str, str]) -> None:
    found = [d for d in read({"debate.yaml": DEBATE, **files}).diagnostics if d.rule == "unportable-file-name"]
    assert len(found) == 1
    assert found[0].span.file in files


def test_texts_of_sources_too() -> None:
    others = {"snapshots/Doe.txt": b"", "snapshots/doe.txt": b"", "snapshots/nul.txt": b""}
    found = read({"debate.yaml": DEBATE}, others).diagnostics
    assert {d.span.file for d in found if d.rule == "unportable-file-name"} == {
        "snapshots/doe.txt",
        "snapshots/nul.txt",
    }
