"""Two branches from one file: random edits of a position, made by `pick` on its data."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from typing import Any

from argmap.writing.format import formatted
from tests.writing.spelling import spelled

Pick = Callable[[Sequence[Any]], Any]
NESTS = {"supports": "support", "rebuttals": "rebuttal", "undercutters": "rebuttal"}


def position(pick: Pick) -> dict[str, Any]:
    """A position of a few statements, nested or not."""
    data: dict[str, Any] = {"position": "case", "title": "The case", "arguments": []}
    for number in range(pick(range(6))):
        add(data, f"base-{number}", pick)
    return data


def statements(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Every statement, those nested below others too."""
    found: list[dict[str, Any]] = []
    waiting = list(data["arguments"])
    while waiting:
        one = waiting.pop(0)
        found.append(one)
        waiting += [each for nest in NESTS for each in one.get(nest, ())]
    return found


def by_id(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Each statement without what is nested below it, with what it is nested below."""
    flat: dict[str, dict[str, Any]] = {}
    waiting = [("", "", each) for each in data["arguments"]]
    while waiting:
        parent, nest, one = waiting.pop(0)
        id = next(iter(one.values()))
        flat[id] = {"in": (parent, nest), **{key: value for key, value in one.items() if key not in NESTS}}
        waiting += [(id, each_nest, each) for each_nest in NESTS for each in one.get(each_nest, ())]
    return flat


def add(data: dict[str, Any], id: str, pick: Pick) -> None:
    """A statement, at the top or below another."""
    where = pick([None, None, *statements(data)])
    if where is None:
        data["arguments"].insert(pick((0, len(data["arguments"]), len(data["arguments"]))), _made(pick, id, "support"))
        data["arguments"][-1].setdefault("of", "resolution")
    else:
        nest = pick(tuple(NESTS))
        where.setdefault(nest, []).append(_made(pick, id, NESTS[nest]))


def _made(pick: Pick, id: str, kind: str) -> dict[str, Any]:
    more = {"evidence": [{"source": f"source-of-{id}", "says": "It says so."}]} if pick((True, False)) else {}
    return {kind: id, "text": f"What {id} says: something.", **more}


def remove(data: dict[str, Any], id: str) -> None:
    """A statement with all that is nested below it."""
    for holder, key in [(data, "arguments"), *((one, nest) for one in statements(data) for nest in NESTS)]:
        kept = [each for each in holder.get(key, ()) if next(iter(each.values())) != id]
        if key in holder and (kept or holder is data):
            holder[key] = kept
        elif key in holder:
            del holder[key]


def rename(data: dict[str, Any], old: str, new: str) -> None:
    """Another id for a statement, wherever it is named."""
    for one in statements(data):
        type, id = next(iter(one.items()))
        rest = {key: new if key == "of" and value == old else value for key, value in one.items() if key != type}
        one.clear()
        one.update({type: new if id == old else id, **rest})


def move(data: dict[str, Any], one: dict[str, Any], pick: Pick) -> None:
    """A statement to the end of the position."""
    type, id = next(iter(one.items()))
    if len(statements(data)) < 2 or not any(one is each for each in statements(data)):
        return
    remove(data, id)
    data["arguments"].append(
        {type: id, "of": "resolution", **{key: one[key] for key in one if key not in (type, "of")}}
    )


def branch(data: dict[str, Any], name: str, pick: Pick, edits: Sequence[str]) -> dict[str, Any]:
    """A copy with some edits of these kinds; whatever is added has the branch in its id."""
    changed = copy.deepcopy(data)
    for number in range(pick((1, 1, 2, 3))):
        kind, every = pick(edits), statements(changed)
        if kind == "add" or not every:
            add(changed, f"{name}-{number}", pick)
            continue
        one = pick(every)
        if kind == "remove":
            remove(changed, next(iter(one.values())))
        elif kind == "rename":
            rename(changed, next(iter(one.values())), f"{name}-named-{number}")
        elif kind == "move":
            move(changed, one, pick)
        elif kind == "reword":
            one["text"] = f"Reworded in {name}, {number}."
        else:
            one.setdefault("evidence", []).append({"source": f"source-{name}-{number}"})
    return changed


def as_text(data: dict[str, Any], pick: Pick | None = None) -> str:
    """The file in its canonical form, or spelled oddly."""
    if pick is not None:
        text = spelled(data, pick).decode("utf-8-sig")
        if formatted("positions/case.yaml", text).text is not None:
            return text
    text = formatted("positions/case.yaml", spelled(data, lambda options: options[0])).text
    assert text is not None
    return text
