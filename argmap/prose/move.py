"""What a debater can add, in words: what each move asks to be done, and what the moves that were tried would do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from argmap.analysis.moves import Remedy
from argmap.documents.document import Line
from argmap.documents.outline import Sentence
from argmap.evaluation.evaluated import Evaluation
from argmap.model import Claim
from argmap.prose.relation import aim
from argmap.wording.counts import in_words
from argmap.wording.lists import MOST, listed

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
    return f"undercut the step of {step.id} {aim(step)}"


def one_of_these(purpose: str, moves: Sequence[str]) -> Iterator[Sentence]:
    """`To make it stand, do one of these:`, and the moves below it."""
    yield f"To {purpose}, do {'one of these' if len(moves) > 1 else 'this'}:", 0
    yield from below(moves, "other ways")


def all_of_these(purpose: str, moves: Sequence[str], *, least: bool) -> Iterator[Sentence]:
    """`To make it stand, do both of these:`, and the moves below it; `least` where no fewer would do."""
    yield f"To {purpose}, do {all_of(len(moves))} of these{'' if least else ' (fewer may do)'}:", 0
    yield from below(moves)


def all_of(number: int) -> str:
    """`both`, `all three`."""
    return "both" if number == 2 else f"all {in_words(number)}"


def below(lines: Sequence[str | Line], what: str = "more", most: int = MOST) -> Iterator[Sentence]:
    """The first of some lines below what leads them, and how many more there are."""
    yield from ((line, 1) for line in lines[:most])
    if len(lines) > most:
        yield f"and {len(lines) - most} {what}", 1
