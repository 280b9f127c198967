"""What a debater can add, in words: what each move asks to be done, and what the moves that were tried would do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from argmap.analysis.moves import TOGETHER, Outlook, Remedy
from argmap.documents.lines import line
from argmap.documents.nested_lists import Sentence
from argmap.evaluation.evaluated import Evaluation
from argmap.prose.naming import EDITORS, Readers
from argmap.wording.counts import in_words
from argmap.wording.lists import MOST

Told = Sequence[Sentence]
"""One move, and what belongs to it below."""

NO_SINGLE = "No single support, comparison or answer to another statement"
"""Of what none helps. Nobody is told to answer what he wants to stand."""


def are_tried(tried: int, ways: int) -> str:
    """That not all was tried: `Of 900 ways that might help, the nearest 40 were tried`."""
    nearest = "only the nearest was tried" if tried == 1 else f"the nearest {tried} were tried"
    return f"Of {ways} ways that might help, {nearest}"


def remedy_lines(ev: Evaluation, remedies: Iterable[Remedy], readers: Readers = EDITORS) -> list[Told]:
    """What each asks to be done, such as `rebut other-theatre (revives surges-worked-before)`; comparisons over the
    same things that do the same are told together."""
    groups: dict[Remedy, list[str]] = {}
    for remedy in remedies:
        alike = replace(remedy, target="") if remedy.kind == "compare" else remedy
        groups.setdefault(alike, []).append(remedy.target)
    return [_remedy_told(ev, remedy, targets, readers) for remedy, targets in groups.items()]


def _remedy_told(ev: Evaluation, remedy: Remedy, targets: list[str], readers: Readers) -> Told:
    names, over = readers.names, readers.names(remedy.over, "and")
    revives = line(" (revives ", names(remedy.revives, "and"), ")") if remedy.revives else ()
    if remedy.kind == "answer":
        return [(line(readers.answer(ev, targets[0], remedy.how), revives), 0)]
    if remedy.kind == "support":
        return [(line(readers.support(targets[0]), revives), 0)]
    if len(targets) == 1:
        return [(line("show that ", names(targets, "and"), " outweighs ", over, revives), 0)]
    lead = line("show that one of these outweighs ", over, revives, ":")
    return [(lead, 0), *below([[(names([id], "and"), 0)] for id in targets], readers)]


_UP_TO = {2: "two", 3: "two or three", 4: "two, three or four"}


def ways(ev: Evaluation, ahead: Outlook, purpose: str, readers: Readers = EDITORS) -> Iterator[Sentence]:
    """The single moves that would do what is wanted, or those that would together."""
    lines = remedy_lines(ev, ahead.remedies, readers)
    together = [told for move in ahead.together for told in remedy_lines(ev, [move], readers)]
    short = ahead.tried < ahead.ways
    if lines:
        yield from one_of_these(purpose, lines, readers)
    elif together:
        yield from all_of_these(purpose, together, readers, least=ahead.least)
    elif not short:
        nor = f", nor would {_UP_TO[TOGETHER]} of them together" if ahead.least else ""
        yield f"{NO_SINGLE} would {purpose}{nor}.", 0
    if short:
        alone = " by itself" if together else ""
        one = f"{'it' if ahead.tried == 1 else 'none'}{alone} would {'not ' * (ahead.tried == 1)}{purpose}"
        none = "" if lines else f"; {one}"
        yield f"{are_tried(ahead.tried, ahead.ways)}{none}.", 0


def one_of_these(purpose: str, moves: Sequence[Told], readers: Readers = EDITORS) -> Iterator[Sentence]:
    """`To make it stand, do one of these:`, and the moves below it."""
    yield f"To {purpose}, do {'one of these' if len(moves) > 1 else 'this'}:", 0
    yield from below(moves, readers, "other ways")


def all_of_these(purpose: str, moves: Sequence[Told], readers: Readers, *, least: bool) -> Iterator[Sentence]:
    """`To make it stand, do both of these:`, and the moves below it; `least` where no fewer would do."""
    yield f"To {purpose}, do {all_of(len(moves))} of these{'' if least else ' (fewer may do)'}:", 0
    yield from below(moves, readers)


def all_of(number: int) -> str:
    """`both`, `all three`."""
    return "both" if number == 2 else f"all {in_words(number)}"


def below(told: Sequence[Told], readers: Readers, what: str = "more", most: int = MOST) -> Iterator[Sentence]:
    """The first of some things below what leads them, and how many more there are."""
    yield from ((said, depth + 1) for each in told[:most] for said, depth in each)
    if len(told) > most:
        yield f"and {readers.number(len(told) - most)} {what}", 1
