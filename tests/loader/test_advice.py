"""Advice is followed to the letter by a reader who does not think; the fault is gone, and no new one has come.

Each row is what somebody wrote and what the advice makes of it. Where an advice takes thought the row says so, and the
second text is what somebody who understood it writes. No advice of the loader is without a row.
"""

from __future__ import annotations

import ast
import random
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import argmap.loader
from argmap.loader import FAULTS, read
from argmap.loader.decode import LARGEST_FILE
from argmap.model import Claim
from argmap.model.diagnostics import Diagnostic
from argmap.writing.fix import fix
from tests.conftest import TIMES
from tests.loader.following import follow
from tests.loader.losses import WORD, damaged
from tests.loader.rows import ROWS, Row
from tests.loader.rows.row import DEBATE
from tests.loader.test_commas import diagnose

IDS = [f"{row.where}: {row.wrong}"[:90] for row in ROWS]


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_advice_followed_mends_the_fault_and_brings_no_other(row: Row) -> None:
    files, last = row.files(row.wrong), row.mended()
    found = read(row.given()).diagnostics
    assert found, "nothing is reported"
    for _ in range(6):
        if row.by_hand or not found:
            break
        after = follow(files, found[0])
        assert after is not None, f"takes thought: {found[0].help}"
        left = read(after).diagnostics
        assert not told(after, left) - told(files, found), (after, left)
        assert len(left) < len(found)
        files, found = after, left
    if row.by_hand:
        assert follow(files, found[0]) is None, f"can be followed: {found[0].help}"
        files, found = last, read(last).diagnostics
    assert files == last
    assert found == ()


@pytest.mark.parametrize("seed", range(150 * TIMES))
def test_advice_followed_loses_no_word(seed: int) -> None:
    _, files = damaged(random.Random(seed).choice)
    for _ in range(6):
        found = next(iter(read(files).diagnostics), None)
        after = follow(files, found) if found else None
        if found is None or after is None or found.rule in ("control-character", "hidden-character"):
            break
        assert not _words(files) - _words(after), f"{found.message}. {found.help}"
        files = after


def _words(files: dict[str, str]) -> Counter[str]:
    """Every word of the files; one with a character in it that nobody sees is left out, since it becomes another."""
    return Counter(WORD.findall("\n".join(files.values()).replace("\\n", " ").replace("\ufeff", "_")))


def told(files: dict[str, str], found: tuple[Diagnostic, ...]) -> Counter[tuple[str, str]]:
    """What is said of which words: it moves when lines do, and stays the same."""
    return Counter((each.message, files[each.span.file][each.span.start : each.span.end]) for each in found)


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_one_mistake_is_reported_once(row: Row) -> None:
    if row.faults is not None:
        assert len(read(row.given()).diagnostics) == row.faults


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_what_names_a_statement_by_its_right_id_is_no_second_fault(row: Row) -> None:
    """Another file names whatever will be there: that it is not there yet follows from the fault."""
    right, given = read(row.mended()).debate, row.given()
    if right is None or row.faults != 1:
        return
    plan = right.resolutions[0].id
    named = [(id, f"of: {id}") for id, each in right.statements.items() if isinstance(each, Claim) or each.text]
    named += [(id, f"of: {plan}, evidence: [{{source: {id}}}]") for id in right.sources]
    named += [(id, f"of: {plan}, values: {{promotes: [{id}]}}") for id in right.values]
    there = [mention for id, mention in named if re.search(rf"(?<![\w-]){re.escape(id)}(?![\w-])", row.wrong)]
    items = "".join(f"  - {{support: s{number}, {each}, text: It is.}}\n" for number, each in enumerate(there))
    if not items:
        return
    beside = {"positions/zz.yaml": f"position: zz\narguments:\n{items}"}
    alone = {(each.rule, each.message) for each in read({**given, **beside}).diagnostics}
    assert alone <= {(each.rule, each.message) for each in read(given).diagnostics}


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_what_is_mended_by_the_program_is_what_the_advice_says(row: Row) -> None:
    files = row.files(row.wrong)
    if any(not each.fix for each in read(files).diagnostics):
        return
    mended = fix(files, diagnose)
    assert {**files, **{name: text.decode() for name, text in mended.files.items()}} == row.mended()


TOO_MUCH = ("  - nothing\n" * 1001, "#" * (LARGEST_FILE + 1))
"""What is only reported where there is very much of it."""


@cache
def shown() -> tuple[Diagnostic, ...]:
    files = [row.given() for row in ROWS]
    files += [{"debate.yaml": DEBATE, "positions/p.yaml": f"position: p\narguments:\n{much}"} for much in TOO_MUCH]
    return tuple(each for every in files for each in read(every).diagnostics)


class Template(NamedTuple):
    """An advice as it stands in the code, and what it matches when it is filled in."""

    place: str
    text: str
    form: re.Pattern[str]


NO_ADVICE = frozenset({"file_schemas.py", "csl_schema.py", "strays.py"})
"""Modules whose sentences describe keys; and strays, whose advice `test_strays` follows on the disk."""
ELSEWHERE = frozenset({
    "Install PyYAML from one of its wheels, which bring libyaml.",
    "Delete it, or look up `{}` in the format reference.",
})  # fmt: skip
"""What is not said of a file; and what is said where pydantic says what it has never said."""


def templates() -> Iterator[Template]:
    """Every sentence of advice in the loader: a text that is no docstring, and begins and ends as a sentence does."""
    paths = Path(argmap.loader.__file__).parent.glob("*.py")
    for path in sorted(path for path in paths if path.name not in NO_ADVICE):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr | ast.Constant) and id(node) not in said:
                text = _text(node)
                whole = isinstance(node, ast.JoinedStr) or id(node) not in parts
                if whole and re.match(r"['`A-Z].*[.?]$", text, re.DOTALL) and " " in text and text not in ELSEWHERE:
                    yield Template(f"{path.name}:{node.lineno}", text, _form(text))


def _text(node: ast.expr) -> str:
    """The text of a literal, `{}` for what is filled in."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else "{}"


def _form(text: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, re.split(r"\{\w*\}", text))), re.DOTALL)


@pytest.mark.parametrize("template", templates(), ids=lambda each: f"{each.place} {each.text}"[:80])
def test_every_advice_of_the_loader_has_a_row(template: Template) -> None:
    helps = [each.help or "" for each in shown()]
    assert any(template.form.search(help) for help in helps)


def test_every_fault_has_a_row() -> None:
    assert {page.name for page in FAULTS if not page.on_disk} <= {each.rule for each in shown()}


def test_words_that_the_house_does_not_use() -> None:
    for each in shown():
        said = re.sub(r"`+[^`]*`+", "it", f"{each.message} {each.help}")
        assert not re.search(r"(?i)\b(please|sorry|invalid|illegal|failed to|unexpected)\b|!(?!\w)", said), said
        assert not re.search(r"(?<!there )\b(?:is|are) no \w", said), said
        assert each.help, said
