"""`argmap rename`: the renamed debate is the debate with one id in place of the other; back again is byte for byte."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.evidence import lock
from argmap.loader import read
from argmap.model import Debate
from argmap.writing.renaming import KINDS, RefusedError, kinds_of, names, rename
from tests.strategies import picking
from tests.writing.spelling import spelled_debate

HEADER = """\
debate: d
title: T
sides: {pro: For, con: Against}
recommendation: {option: act, because: It is so.}
values: {peace: Peace, law: Law}
audiences: {doves: [peace, law]}
resolutions:
  - claim: act
    text: We should act.
"""
POSITION = """\
position: costs  # costs come first
arguments:
  - rebuttal: "money-short"  # money-short is what matters
    of: act
    side: con
    values: {demotes: [peace]}
    text: Money is short.
    evidence: [{source: doe-2024, at: p. 2}]
    supports:
      - support: taxes
        text: Taxes are low.
        contradicts: ['money-short']
  - support: help
    of: act
    premises: [taxes, money-short]
    outweighs: [{over: money-short, because: It comes first.}]
  - rebuttal: undercutting
    undercuts: >-
      money-short
    text: It does not count.
"""
SOURCES = """\
references:
  - {id: doe-2024, title: A report, URL: https://example.org/doe-2024}
  - id: poe-2025
    title: A report on it
    URL: https://example.org/
    custom: {via: doe-2024}
"""
LOCK = lock.Lock(
    frozenset({lock.ReviewedStep("money-short", "0" * 16, "1" * 16)}),
    frozenset({lock.Quote("money-short", "doe-2024", "2" * 16, "3" * 16, 1, 5)}),
)
FILES: dict[str, str | bytes] = {
    "debate.yaml": HEADER, "positions/10-costs.yaml": b"\xef\xbb\xbf" + POSITION.replace("\n", "\r\n").encode(),
    "sources.yaml": SOURCES, "argmap.lock": LOCK.text(),
}  # fmt: skip


def after(files: dict[str, str | bytes], kind: str, old: str, new: str) -> dict[str, str | bytes]:
    done = rename(files, kind, old, new)
    return {done.moves.get(name, name): done.files.get(name, text) for name, text in files.items()}


def substituted(debate: Debate, kind: str, old: str, new: str) -> Any:
    """The debate as data with the id replaced in every field that can hold one of its kind."""
    fields = {
        "statement": {"id", "of", "undercuts", "premises", "contradicts", "over", "option"},
        "source": {"id", "source", "via"},
        "position": {"id"},
        "value": {"promotes", "demotes", "audiences", "values"},
        "audience": {"audiences"},
        "side": {"side", "sides"},
    }[kind]
    inside = {"statement": ("resolutions", "positions", "recommendation"), "source": ("sources", "positions")}

    def walk(data: Any, key: str, path: tuple[str, ...]) -> Any:
        if isinstance(data, dict):
            named = (key in fields and kind not in ("statement", "source")) or (kind == "source" and key == "sources")
            keyed = named and not (kind == "value" and key == "audiences")
            return [[new if keyed and k == old else k, walk(v, k, (*path, k))] for k, v in data.items()]
        if isinstance(data, list | tuple):
            return [walk(each, key, path) for each in data]
        if data == old and (key in fields or (kind == "value" and "audiences" in path)):
            root = path[0] if path else ""
            if key == "id" and kind == "statement" and "arguments" not in path and root != "resolutions":
                return data
            if key == "id" and kind == "position" and "arguments" in path:
                return data
            if key == "id" and kind == "source" and root != "sources":
                return data
            return new if root in inside.get(kind, (root,)) else data
        return data

    return walk(debate.model_dump(mode="json"), "", ())


def as_data(debate: Debate) -> Any:
    def walk(data: Any) -> Any:
        if isinstance(data, dict):
            return [[key, walk(value)] for key, value in data.items()]
        return [walk(each) for each in data] if isinstance(data, list | tuple) else data

    return walk(debate.model_dump(mode="json"))


EVERY = [
    ("statement", "money-short"), ("statement", "act"), ("statement", "taxes"), ("source", "doe-2024"),
    ("position", "costs"), ("value", "peace"), ("audience", "doves"), ("side", "con"), ("side", "pro"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "old"), EVERY)
def test_every_kind_of_id_is_renamed_everywhere_and_back(kind: str, old: str) -> None:
    before = read(FILES).debate
    new = after(FILES, kind, old, "another-name")
    renamed = read(new)
    assert before is not None and renamed.debate is not None and renamed.ok
    assert as_data(renamed.debate) == substituted(before, kind, old, "another-name")
    back = after(new, kind, "another-name", old)
    assert {k: v if isinstance(v, bytes) else v.encode() for k, v in back.items()} == {
        k: v if isinstance(v, bytes) else v.encode() for k, v in FILES.items()
    }


@settings(max_examples=60)
@given(st.data())
def test_that_holds_for_any_debate_in_any_spelling(data: st.DataObject) -> None:
    files: dict[str, Any] = spelled_debate(picking(data.draw), 6)
    debate = read(files).debate
    if debate is None or not read(files).ok:
        return
    kind = data.draw(st.sampled_from([kind for kind in KINDS if names(debate, kind)]))
    old = data.draw(st.sampled_from(sorted(names(debate, kind))))
    new = after(files, kind, old, "another-name")
    renamed = read(new).debate
    assert renamed is not None
    if kind != "position":  # `random` is the name of nothing else here, but positions share names with nothing
        assert json.dumps(as_data(renamed)).count('"another-name"') >= 1
    assert after(new, kind, "another-name", old) == files


@pytest.mark.parametrize("seed", range(12))
def test_and_for_any_id_of_the_flagship(flagship: Path, seed: int) -> None:
    files: dict[str, Any] = {p.relative_to(flagship).as_posix(): p.read_bytes() for p in flagship.rglob("*.yaml")}
    debate = read(files).debate
    assert debate is not None
    pick = random.Random(seed)
    kind = pick.choice(("statement", "source", "value", "position"))
    old = pick.choice(sorted(names(debate, kind)))
    new = after(files, kind, old, f"{old}-renamed")
    assert after(new, kind, f"{old}-renamed", old) == files


def test_every_other_byte_stays() -> None:
    done = rename(FILES, "statement", "money-short", "no-money")
    text = done.files["positions/10-costs.yaml"].decode("utf-8")
    assert text.replace("no-money", "money-short") == FILES["positions/10-costs.yaml"].decode("utf-8")  # type: ignore[union-attr]
    assert '"no-money"  # money-short is what matters' in text, "quotes stay, comments are nobody's ids"
    assert [(span.file, span.line) for span in done.left] == [("positions/10-costs.yaml", 3)]


def test_the_lock_is_renamed_with_it() -> None:
    assert b"link no-money " in rename(FILES, "statement", "money-short", "no-money").files["argmap.lock"]
    assert b"quote money-short roe-1 " in rename(FILES, "source", "doe-2024", "roe-1").files["argmap.lock"]
    assert "argmap.lock" not in rename(FILES, "value", "peace", "calm").files


def test_a_position_takes_its_file_along_where_the_order_stays() -> None:
    assert rename(FILES, "position", "costs", "prices").moves == {"positions/10-costs.yaml": "positions/10-prices.yaml"}
    two = FILES | {f"positions/{id}.yaml": f"position: {id}\narguments: []\n" for id in "bc"}
    assert rename(two, "position", "c", "d").moves == {"positions/c.yaml": "positions/d.yaml"}
    kept = rename(two, "position", "c", "a")
    assert kept.moves == {} and kept.note is not None and "order" in kept.note


@pytest.mark.parametrize(
    ("kind", "old", "new", "said"),
    [
        ("statement", "mony-short", "x", "did you mean 'money-short'"),
        ("statement", "taxes", "help", "already"),
        ("statement", "taxes", "Taxes", "cannot name a statement"),
        ("statement", "taxes", "a" * 81, "cannot name a statement"),
        ("source", "doe-2024", "doe, 2024", "cannot name a source"),
        *(("position", "costs", new, "cannot name a position: ") for new in ("nul", "com1", "overview", "core")),
        ("side", "con", "pro", "already"),
        ("statement", "taxes", "taxes", "already"),
    ],
)
def test_what_cannot_be_is_refused(kind: str, old: str, new: str, said: str) -> None:
    with pytest.raises(RefusedError, match=said):
        rename(FILES, kind, old, new)


def test_a_debate_with_errors_is_refused() -> None:
    with pytest.raises(RefusedError, match="errors"):
        rename({**FILES, "sources.yaml": "a: [\n"}, "statement", "taxes", "dues")


def test_a_name_that_plain_yaml_would_misread_is_quoted() -> None:
    assert b'{source: "roe:", at: p. 2}' in rename(FILES, "source", "doe-2024", "roe:").files["positions/10-costs.yaml"]


def test_one_name_can_be_several_things() -> None:
    debate = read({**FILES, "positions/x.yaml": "position: taxes\narguments: []\n"}).debate
    assert debate is not None and kinds_of(debate, "taxes") == ["statement", "position"]
