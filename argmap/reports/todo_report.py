"""What a side still has to do, for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from argmap.analysis.unanswered import Todo, Unanswered
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.wording.counts import counted
from argmap.wording.lists import listed

SHOWN = 10
"""How many lines of one kind a text shows."""

Row = tuple[str, str, str]


def to_text(ev: Evaluation, found: Todo, every: bool = False) -> str:
    """Sections by what an answer would do: turn a resolution, bring an argument back; with `every`, nothing as well."""
    turning = [each for each in found.answers if each.turns]
    reviving = [each for each in found.answers if each.revives and not each.turns]
    idle = [each for each in found.answers if not (each.turns or each.revives)]
    lines = [f"What {found.side} ({ev.debate.sides[found.side]}) can do"]
    lines += _section("an answer would turn a resolution", [_row(each, _turned(ev, each)) for each in turning], every)
    lines += _comparisons(ev, found)
    lines += _section("an answer would bring an argument back", [_row(x, listed(x.revives)) for x in reviving], every)
    if every:
        lines += _section("an answer would turn nothing by itself", [_row(each, "") for each in idle], every)
    elif idle:
        lines.append(f"{len(idle)} more turn nothing by themselves: argmap todo --all")
    if found.left_out:
        lines.append(f"{found.left_out:,} more, further from a resolution, were not tried.")
    if not (found.answers or found.comparisons):
        lines.append("Nothing that counts against this side is unanswered.")
    return "\n".join(lines) + "\n"


def _row(each: Unanswered, what: str) -> Row:
    return each.id, "no answer counts yet" if each.tried else "no answer yet", what


def _turned(ev: Evaluation, each: Unanswered) -> str:
    return "; ".join(f"{id}: {_change(ev, id, label)}" for id, label in each.turns.items())


def _change(ev: Evaluation, id: str, label: Label) -> str:
    return f"{_word(ev.label(id))} → {_word(label)}"


def _word(label: Label) -> str:
    return "stands" if label is Label.IN else label.word


def _section(title: str, rows: list[Row], every: bool) -> Iterator[str]:
    if not rows:
        return
    yield title
    yield from _columns(rows if every else rows[:SHOWN])
    if not every and len(rows) > SHOWN:
        yield f"  and {len(rows) - SHOWN} more: argmap todo --all"


def _columns(rows: Iterable[Row]) -> Iterator[str]:
    told = list(rows)
    first, second = (max(len(row[at]) for row in told) + 2 for at in (0, 1))
    yield from (f"  {id:<{first}}{state:<{second}}{what}".rstrip() for id, state, what in told)


def _comparisons(ev: Evaluation, found: Todo) -> Iterator[str]:
    if found.comparisons:
        yield "comparisons would turn a resolution"
    for id, each in found.comparisons:
        yield f"  {id}: {_change(ev, id, each.label)} by {counted(len(each.lighter), 'comparison')}"
        yield f"    {each.heavier} over {listed(each.lighter)}"


def to_json(ev: Evaluation, found: Todo) -> dict[str, Any]:
    """The tasks of a side as plain data; labels are in, out and undec."""
    answers = [
        {"id": x.id, "tried": x.tried, "turns": {id: label.value for id, label in x.turns.items()},
         "revives": list(x.revives)} for x in found.answers
    ]  # fmt: skip
    made = [
        {"resolution": id, "label": x.label.value, "heavier": x.heavier, "lighter": list(x.lighter)}
        for id, x in found.comparisons
    ]
    return {"side": found.side, "answers": answers, "comparisons": made, "left_out": found.left_out}
