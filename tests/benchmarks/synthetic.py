"""Large debates that look like real ones: nested to varied depth, with evidence, and answers across positions.

    python tests/benchmarks/synthetic.py 10000 FOLDER

writes one to a folder. The same numbers give the same texts.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from pathlib import Path

NOUNS = """
trainers troops allies escalation deterrence brigades ceasefire artillery ammunition parliament mandate treaty cost
winter front border logistics morale sanctions aircraft defence command pledge signal threat risk weapons reserve
training readiness budget election public opinion industry supply drones intelligence
"""
WORDS = NOUNS.split()
VERBS = ("raises", "lowers", "delays", "speeds", "weakens", "strengthens", "reveals", "hides", "shifts", "tests")
KINDS = ("case", "advantage", "disadvantage", "counterplan", "background")
ROLES = ("uniqueness", "link", "internal-link", "impact", "solvency", "harms")
RESOLUTIONS = ("send-trainers", "send-troops")
NESTED = {"supports": "support", "rebuttals": "rebuttal", "undercutters": "rebuttal"}


@dataclass(frozen=True, slots=True)
class _Part:
    """A statement still to be written, with `size - 1` others below it."""

    type: str
    indent: int
    size: int
    of: str = ""
    nest: str = ""


class _Maker:
    """Writes one debate, statement by statement."""

    def __init__(self, statements: int, seed: int, cross: float) -> None:
        self.random, self.cross = random.Random(seed), cross
        self.sources = max(1, min(statements // 3, 400))
        self.names: list[str] = list(RESOLUTIONS)
        """Every statement so far that says something, so that answers never go in circles."""

    def sentence(self) -> str:
        first, second, third, fourth, fifth = self.random.choices(WORDS, k=5)
        return f"{first.capitalize()} {second} {self.random.choice(VERBS)} {third} of {fourth} and {fifth}."

    def position(self, number: int, size: int) -> str:
        lines = [
            f"position: position-{number}",
            f"kind: {self.random.choice(KINDS)}",
            f"title: {self.sentence()}",
            "arguments:" if size else "arguments: []",
        ]
        while size > 0:
            tree = min(size, self.random.choice((1, 3, 6, 12, 25)))
            size -= tree
            self.tree(lines, number, tree)
        return "\n".join(lines) + "\n"

    def tree(self, lines: list[str], number: int, size: int) -> None:
        """One statement at the top of a position and `size - 1` below it, by a stack of what is still to write."""
        hung = self.random.random() < self.cross * 2
        of = self.random.choice(self.names if hung else RESOLUTIONS)
        # Premises come from earlier trees, and a tree hung below another has none: so nothing rests on itself.
        premises = [] if hung else self.names[len(RESOLUTIONS) :]
        waiting = [_Part(self.random.choice(("support", "rebuttal")), 2, size, of)]
        while waiting:
            part = waiting.pop()
            if part.nest:
                lines.append(f"{' ' * (part.indent - 2)}{part.nest}:")
            name = f"{self.random.choice(WORDS)}-{self.random.choice(VERBS)}-{len(self.names)}"
            self.statement(lines, part, name, premises)
            self.names.append(name)
            waiting.extend(reversed(self.share(part.size - 1, part.indent + 4)))

    def share(self, size: int, indent: int) -> list[_Part]:
        """Divide what hangs below a statement among its supports, rebuttals and undercutters."""
        parts = []
        for nest, type in NESTED.items():
            share = size if nest == "undercutters" else self.random.randint(0, size)
            size -= share
            while share > 0:
                one = self.random.randint(1, share)
                parts.append(_Part(type, indent, one, nest=nest))
                share, nest = share - one, ""
        return parts

    def statement(self, lines: list[str], part: _Part, name: str, premises: list[str]) -> None:
        pad = " " * (part.indent + 2)
        lines.append(f"{' ' * part.indent}- {part.type}: {name}")
        if part.of:
            lines.append(f"{pad}of: {part.of}")
        lines.append(f"{pad}role: {self.random.choice(ROLES)}")
        lines.append(f"{pad}text: {self.sentence()}")
        if premises and self.random.random() < self.cross:
            lines.append(f"{pad}premises: [{self.random.choice(premises)}]")
        self.evidence(lines, pad)

    def evidence(self, lines: list[str], pad: str) -> None:
        pieces = self.random.choice((0, 1, 1, 1, 2, 2))
        if pieces:
            lines.append(f"{pad}evidence:")
        for _ in range(pieces):
            lines.append(f"{pad}  - source: source-{self.random.randrange(self.sources)}")
            lines.append(f'{pad}    at: "page {self.random.randrange(1, 300)}, paragraph 2"')
            if self.random.random() < 0.4:
                lines.append(f'{pad}    quote: "{self.random.choice(WORDS)} and {self.random.choice(WORDS)}"')
            lines.append(f"{pad}    says: {self.sentence()}")

    def bibliography(self) -> str:
        lines = ["references:"]
        for number in range(self.sources):
            lines += [
                f"  - id: source-{number}",
                f"    type: {self.random.choice(('report', 'webpage', 'article-newspaper'))}",
                f'    title: "{self.sentence()}"',
                f"    author: [{{family: Author{number}, given: A.}}]",
                f"    issued: 2024-0{self.random.randint(1, 9)}-1{self.random.randint(0, 9)}",
                f"    URL: https://example.org/{number}",
                f"    custom: {{reliability: {self.random.choice('ABCD')}, "
                f'credibility: "{self.random.randint(1, 4)}", why: An example.}}',
            ]
        return "\n".join(lines) + "\n"


HEADER = """\
debate: synthetic
title: Should the synthetic debate be larger?
as_of: 2026-07-31
sides: {pro: For, con: Against}
resolutions:
  - claim: send-trainers
    text: NATO member states should send military trainers and advisers.
  - claim: send-troops
    text: NATO member states should send troops.
"""


def synthetic(statements: int, *, seed: int = 0, positions: int | None = None, cross: float = 0.2) -> dict[str, str]:
    """The files of a random debate with so many statements beside its two resolutions.

    About that share `cross` of the statements refers into another tree, mostly of another position: by `of` at the
    top of a tree, by a premise elsewhere. There is about one position for each 60 statements, and at most 200.
    """
    count = positions or max(1, min(200, statements // 60))
    maker = _Maker(statements, seed, cross)
    files = {"debate.yaml": HEADER}
    for number in range(count):
        size = statements * (number + 1) // count - statements * number // count
        files[f"positions/position-{number:03}.yaml"] = maker.position(number, size)
    files["sources.yaml"] = maker.bibliography()
    return files


def main() -> None:
    """Write a debate to a folder."""
    statements, folder = int(sys.argv[1]), Path(sys.argv[2])
    for file, text in synthetic(statements).items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
