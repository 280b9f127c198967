"""Small libraries drawn at random: works of any type, made of any values, by few people in few years.

    python -m tests.citations.drawn 500

tries that many libraries in each style held, and shows what argmap and pandoc write differently.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from itertools import product
from typing import Any

from tests.citations.accepted import reasons
from tests.citations.agreement import Difference, compare, shown
from tests.citations.factors import FACTORS
from tests.citations.invented import Invented
from tests.citations.kinds import KINDS
from tests.citations.library import Work, made
from tests.citations.pandoc import Processor, Rendered, cite_all
from tests.citations.styles import HELD, style_text

BATCH = 20
"""How many libraries one run of pandoc cites."""

Pick = Callable[[Sequence[Any]], Any]
"""Takes one of the options."""

_PEOPLE: Sequence[dict[str, Any]] = (
    {"family": "Zamarne", "given": "Ode"},
    {"family": "Zamarne", "given": "Ole"},
    {"family": "Zamarne", "given": "Bea Ann"},
    {"family": "Zorvane", "given": "Ida"},
    {"family": "Zorvane", "given": "I."},
    {"family": "Zorvane"},
    {"family": "Zillmon", "given": "Kai", "non-dropping-particle": "van"},
    {"family": "Zillmon", "given": "Kai", "suffix": "Jr."},
    {"literal": "Zandport Council"},
)
_TITLES = ("Plan", "“Plan” of the town", "The plan", "Another book")
_YEARS = ([[2001]], [[2001, 5]], [[2001, 6, 7]], [[2001], [2003]], [[-40]])


def drawn(pick: Pick) -> list[Work]:
    """A library of up to twenty works; half of the facts by which works are told apart are of few values."""
    new, works = Invented(), []
    for number in range(1 + pick(range(20))):
        kind = pick(list(KINDS))
        made_of = {factor: pick(list(values)) for factor, values in FACTORS.items()}
        work = made(f"w{number}", kind, made_of, new, with_usual=pick((True, False)))
        works.append(Work(work.item | _crowded(pick), made_of))
    return works


def _crowded(pick: Pick) -> dict[str, Any]:
    """Authors, date and title from a few; each of the three, or not. Nobody is an author of one work twice."""
    item: dict[str, Any] = {}
    if pick((True, False)):
        places = dict.fromkeys(pick(range(len(_PEOPLE))) for _ in range(1 + pick(range(5))))
        item["author"] = [_PEOPLE[place] for place in places]
    if pick((True, False)):
        item["issued"] = {"date-parts": pick(_YEARS)}
    if pick((False, True, False)):
        item["title"] = pick(_TITLES)
    return item


def differences(processor: Processor, style: str, libraries: Sequence[Sequence[Work]]) -> list[list[Difference]]:
    """For each library what the two write differently without a reason that is accepted, and how the order differs."""
    text = style_text(style)
    jobs = [([work.item for work in works], text) for works in libraries]
    pandocs = zip(libraries, jobs, cite_all(jobs, keep=False), strict=True)
    return [_unaccepted(style, works, processor(*job), theirs) for works, job, theirs in pandocs]


def _unaccepted(style: str, works: Sequence[Work], ours: Rendered, theirs: Rendered) -> list[Difference]:
    found = compare(style, works, ours, theirs)
    unaccepted = [d for d in found.differences if not reasons(style, d.part, d.ours, d.pandocs)]
    misplaced = [
        Difference(work, style, "order", *found.orders) for work in works if work.item["id"] in found.misplaced
    ]
    return unaccepted + misplaced


def main(count: int) -> None:
    """Tries libraries and shows differences, and at the end how many there were."""
    from tests.citations.processors import argmap

    total = 0
    for style, start in product(HELD, range(0, count, BATCH)):
        seeds = range(start, min(start + BATCH, count))
        libraries = [drawn(random.Random(seed).choice) for seed in seeds]
        for seed, found in zip(seeds, differences(argmap, style, libraries), strict=True):
            total += len(found)
            print(*(f"seed {seed}: {shown(d)}\n" for d in found), sep="\n", end="", flush=True)
    print(f"{total} differences in {count} libraries in each of {len(HELD)} styles")


if __name__ == "__main__":
    main(int(sys.argv[1]))
