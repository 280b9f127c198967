"""Reasons and moves as people read them: sentences by depth, wrapped lines, what a move asks to be done."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from argmap.evaluation import Evaluation
from argmap.framework import Label
from argmap.model import Claim, Rebuttal
from argmap.remedies import Remedy
from argmap.semantics.chain import Reason, listed


def told(because: Sequence[Reason]) -> Iterator[tuple[str, int]]:
    """Each reason as a sentence, with how deep it lies below the verdict."""
    stack = [(reason, 0) for reason in reversed(because)]
    while stack:
        reason, depth = stack.pop()
        yield _ended(reason.sentence, ":" if reason.because else "."), depth
        stack += [(below, depth + 1) for below in reversed(reason.because)]


def _ended(sentence: str, end: str) -> str:
    return sentence if sentence[-1] in ".?!" and end == "." else sentence + end


def wrapped(text: str, depth: int, width: int) -> list[str]:
    """The lines of a paragraph at a depth of indentation."""
    indent = "  " * depth
    return textwrap.wrap(
        text, max(width, 20 + len(indent)), initial_indent=indent, subsequent_indent=indent + "    " * bool(depth),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


TURN = {Label.IN: "make it stand", Label.OUT: "make it fall", Label.UNDEC: "leave it undecided"}
"""What a change does to a statement that comes to be labelled so."""

NO_SINGLE = "No single support, comparison or answer to another statement"
"""Of what none helps. Nobody is told to answer what he wants to stand."""


def are_tried(tried: int, ways: int) -> str:
    """That not all was tried: `Of 900 ways that might help, the nearest 40 were tried`."""
    nearest = "only the nearest was tried" if tried == 1 else f"the nearest {tried} were tried"
    return f"Of {ways} ways that might help, {nearest}"


def remedy_lines(ev: Evaluation, remedies: Iterable[Remedy]) -> list[str]:
    """A line each, such as `rebut other-theatre (revives surges-worked-before)`; comparisons over the same things
    that do the same share one."""
    groups: dict[Remedy, list[str]] = {}
    for remedy in remedies:
        alike = replace(remedy, target="") if remedy.kind == "compare" else remedy
        groups.setdefault(alike, []).append(remedy.target)
    return [_remedy_line(ev, remedy, targets) for remedy, targets in groups.items()]


def _remedy_line(ev: Evaluation, remedy: Remedy, targets: list[str]) -> str:
    revives = f" (revives {listed(remedy.revives)})" if remedy.revives else ""
    if remedy.kind == "answer":
        return f"{_answer(ev, remedy)}{revives}"
    if remedy.kind == "support":
        return f"give {targets[0]} a support that counts{revives}"
    heavier = targets[0] if len(targets) == 1 else f"one of {listed(targets)}"
    return f"show that {heavier} outweighs {listed(remedy.over)}{revives}"


def _answer(ev: Evaluation, remedy: Remedy) -> str:
    """`answer a`, `rebut a`, `undercut the step of a against b`, of a bare step `undercut a`."""
    step = ev.debate.statements[remedy.target]
    if remedy.how != "undercut":
        return f"{'rebut' if remedy.how == 'rebut' else 'answer'} {step.id}"
    if isinstance(step, Claim) or step.is_bare:
        return f"undercut {step.id}"
    return f"undercut the step of {step.id} {'against' if isinstance(step, Rebuttal) else 'for'} {step.target}"


def reason_json(reason: Reason) -> dict[str, Any]:
    """A reason as plain data, nested no deeper than the chain of reasons is told."""
    below = [reason_json(each) for each in reason.because]
    return {"sentence": reason.sentence, "about": list(reason.about), "because": below}
