"""A debate of many statements in a shape that occurs: positions of arguments, with answers four levels deep."""

from __future__ import annotations

import argparse
from pathlib import Path

from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.living_page import to_page
from argmap.model import Claim, Debate, Evidence, Position, Rebuttal, Source, Statement, Support

WORDS = ("winter", "harbour", "treaty", "soldier", "budget", "frontier", "market", "engineer", "river", "parliament",
         "signal", "orchard")  # fmt: skip
RESOLUTIONS = 6


def large(number: int, positions: int = 200) -> Evaluation:
    """So many statements, each answered by up to four others."""
    resolutions = tuple(Claim(id=f"r{n}", text=f"Resolution {n} should be carried out.") for n in range(RESOLUTIONS))
    each = (number - RESOLUTIONS) // positions
    made = (Position(id=f"p{p}", title=f"Position {p}", arguments=tuple(_statement(p, n) for n in range(each)))
            for p in range(positions))  # fmt: skip
    return evaluate(Debate(
        id="large", title="A large debate", resolutions=resolutions, positions=tuple(made),
        sources={"source": Source(id="source", title="A source of many words")},
    ))  # fmt: skip


def _statement(position: int, n: int) -> Statement:
    words = " ".join(WORDS[(position * 7 + n * (k + 3)) % len(WORDS)] for k in range(8))
    evidence = (Evidence(source="source", quote=f"{words} once more", says="What it adds."),) * (n % 3)
    id, text = f"s{position}-{n}", f"In case {position} of {n} the {words} matters."
    if not n:
        kind = Support if position % 2 else Rebuttal
        return kind(id=id, text=text, of=f"r{position % RESOLUTIONS}", evidence=evidence)
    target = f"s{position}-{(n - 1) // 4}"
    if n % 5 == 0:
        return Support(id=id, text=text, of=target, evidence=evidence)
    if n % 5 == 1:
        return Rebuttal(id=id, text=text, undercuts=target, evidence=evidence)
    return Rebuttal(id=id, text=text, of=target, evidence=evidence)


def main() -> None:
    """Write the page of a large debate: python -m tests.living_page.large FILE [NUMBER]."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("number", type=int, nargs="?", default=10_000)
    given = parser.parse_args()
    given.file.write_text(to_page(large(given.number)), encoding="utf-8")


if __name__ == "__main__":
    main()
