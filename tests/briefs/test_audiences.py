"""Whom it would convince: the memo's table, the moves that would change it, and where nothing is said of audiences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given

import argmap
from argmap import briefs
from argmap.briefs import Selection
from argmap.documents.document import Heading, Items, Paragraph, Ref, Run, Table
from argmap.evaluation.audiences import audience_verdicts, for_audience
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.framework import Label
from argmap.model import Debate
from tests.briefs.tram import evaluated
from tests.evaluation.test_audiences import THREE, WEIGHED, made, valued_debates

LABELS = {"stand": Label.IN, "be defeated": Label.OUT, "be undecided": Label.UNDEC}


def section(ev: Evaluation, **selection: str) -> str:
    memo = briefs.write(ev, "argument", selection=Selection(**selection))
    return memo.partition("## Whom it would convince")[2].partition("\n## ")[0]


def test_the_table_by_hand() -> None:
    said = section(made(*WEIGHED, audiences=THREE))
    assert "| Option | Unranked | Doctors | Owners | Pacifists |" in said
    assert "| **? undecided** | **✓ stands** | **✗ defeated** | **✗ defeated** |" in said
    assert "“Act” stands with some of the audiences and not with others." in said
    assert "- **Owners**: property, then peace, then life" in said and "- **Life**: A value" in said
    assert "- **Owners**: it would stand if they raised life to just above property." in said


def test_what_convinces_several_is_said_once() -> None:
    twins = {"owners": THREE["owners"], "heirs": THREE["owners"]}
    said = section(made(*WEIGHED, audiences=twins))
    assert "**Owners and heirs**: it would stand if they raised life" in said and "stands with none of them." in said


@pytest.mark.parametrize(("audiences", "words"), [
    ({"doctors": THREE["doctors"]}, "stands with the one audience."),
    ({"doctors": THREE["doctors"], "nurses": THREE["doctors"]}, "stands with both audiences."),
    (dict.fromkeys("abc", THREE["doctors"]), "stands with all three audiences."),
    ({"owners": THREE["owners"]}, "does not stand with the one audience."),
])  # fmt: skip
def test_who_accepts_it(audiences: dict[str, tuple[str, ...]], words: str) -> None:
    assert words in section(made(*WEIGHED, audiences=audiences))


def test_what_no_move_changes_is_said() -> None:
    ev = made(*WEIGHED[:1], audiences=THREE)
    assert "No move of a single value would change how “Act” stands with any" in section(ev)


def test_a_debate_without_audiences_has_no_such_section() -> None:
    assert audience_verdicts(evaluated()) == () and "convince" not in briefs.write(evaluated(), "argument")


def test_names_are_written_as_people_write_them() -> None:
    debate = made(*WEIGHED, audiences=THREE).debate.model_dump(by_alias=True, exclude_defaults=True)
    debate["title"], debate["audiences"] = "Should it be sent to Ukraine?", {"should-go": ["lives-in-ukraine"]}
    debate["values"] |= {"lives-in-ukraine": "Lives."}
    assert "- **Should go**: lives in Ukraine\n" in section(evaluate(Debate.model_validate(debate)))


def test_python_command_and_build_show_it() -> None:
    """`argmap.brief` asks the audiences itself; an audience's own debate is asked for no others."""
    ev = made(*WEIGHED, audiences=THREE)
    assert "as each audience would find them" in argmap.brief(ev)
    assert "as each audience would find them" not in argmap.brief(for_audience(ev, "doctors"))


@given(valued_debates())
def test_the_table_has_what_each_audience_concludes(debate: Debate) -> None:
    ev = evaluate(debate)
    blocks = briefs.compose(ev, "argument").blocks
    at = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.anchor == "_audiences")
    table = blocks[at + 1]
    assert isinstance(table, Table)
    hearings = [ev, *(for_audience(evaluate(debate), name) for name in debate.audiences)]
    for row, option in zip(table.rows, debate.resolutions, strict=True):
        assert [cell[0].label for cell in row.cells[1:]] == [each.label(option.id) for each in hearings]  # type: ignore[union-attr]


MOVE = (
    r"it would (.+) if they (?:raised (?:one of )?(.+) to just above (.+)|"
    r"ranked (?:one of )?([^,]+(?:, .+ or .+)?) last|no longer ranked (?:one of )?(.+)|ranked (.+))"
)


def moves(ev: Evaluation) -> Iterator[tuple[str, str, str, str]]:
    """What the memo says would change minds: option, audience, how, what follows."""
    option = ""
    for block in briefs.compose(ev, "argument").blocks:
        if isinstance(block, Paragraph) and len(block.line) == 2 and isinstance(block.line[0], Ref):
            option = block.line[0].to
        for item in block.items if isinstance(block, Items) else ():
            words = "".join(part.text for part in item.line if isinstance(part, Run))
            if " if they " in words:
                names, _, said = words.partition(": ")
                for move in said.rstrip(".").split("; "):
                    found = re.fullmatch(MOVE, move)
                    assert found
                    for name in re.split(", | and ", names.lower()):
                        yield option, name, move, found[1]


def orders(ranked: Sequence[str], move: str) -> Iterator[tuple[str, ...]]:
    """What an audience would rank then, in each way that the words leave open."""
    found = re.fullmatch(MOVE, move)
    assert found
    _, raised, over, last, dropped, order = found.groups()
    if order:
        yield tuple(order.split(", then "))
        return
    for value in re.split(", | or ", raised or last or dropped):
        rest = [each for each in ranked if each != value]
        if not dropped:
            rest.insert(rest.index(over) if raised else len(rest), value)
        yield tuple(rest)


@given(valued_debates())
def test_each_change_of_mind_has_the_effect_that_the_memo_says(debate: Debate) -> None:
    said = list(moves(evaluate(debate)))
    assert len({(move[0], move[1]) for move in said}) == sum(
        bool(x.shifts) for x in audience_verdicts(evaluate(debate))
    )
    for option, name, move, becomes in said:
        for order in orders(debate.audiences[name], move):
            changed = debate.model_copy(update={"audiences": {name: order}})
            assert for_audience(evaluate(changed), name).label(option) is LABELS[becomes]
