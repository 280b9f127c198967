"""How long a brief is, and how much of it is said twice: words, pages, repetition and quoted words.

`python -m tests.briefs.measure DEBATE FILE.md …` prints a table of briefs in Markdown; `output/` has those of the
flagship. Words of sources are those of the debate's quotes that a brief shows.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

import argmap
from argmap.model import Debate

WORDS_A_PAGE = 450
"""What a page of A4 in 11 points holds."""

RUN = 8
"""A sequence of so many words that stood before is a repetition."""

_MARKUP = re.compile(r'<a id="[^"]*"></a>|</?\w+[^<>]*>|\]\(<?[^()\s]*>?\)|[*_`\[\]|>\\#]|^\s*-{3,}.*$', re.MULTILINE)
_QUOTED = re.compile(r"“([^“”]*)”")


@dataclass(frozen=True)
class Measure:
    """A brief in figures."""

    words: int
    repeated: float
    """The share of sequences of eight words that stood before, from 0 to 1."""
    quoted: int
    """Words in quotation marks."""

    @property
    def pages(self) -> float:
        """Pages of A4."""
        return self.words / WORDS_A_PAGE


def measure(markdown: str) -> Measure:
    """What a reader of the page sees, counted."""
    text = _MARKUP.sub(" ", markdown)
    words = [word for part in text.split() if (word := re.sub(r"[^\w]+", "", part.casefold()))]
    seen: set[tuple[str, ...]] = set()
    again = 0
    runs = [tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]
    for run in runs:
        again += run in seen
        seen.add(run)
    quoted = sum(len(found.split()) for found in _QUOTED.findall(text))
    return Measure(len(words), again / max(len(runs), 1), quoted)


def words_of_sources(markdown: str, debate: Debate) -> int:
    """How many words a brief quotes from the debate's sources."""
    quotes = {e.quote for s in debate.statements.values() for e in s.evidence if e.quote}
    return sum(len(quote.split()) * markdown.count(f"“{quote}”") for quote in quotes)


def main(folder: str, paths: list[str]) -> None:
    """Print the table."""
    debate = argmap.load(folder)
    print("| brief | words | pages | repeated | words of sources |\n| --- | ---: | ---: | ---: | ---: |")
    for path in map(Path, paths):
        text = path.read_text(encoding="utf-8")
        found, quoted = measure(text), words_of_sources(text, debate)
        print(f"| {path.stem} | {found.words:,} | {found.pages:.1f} | {found.repeated:.1%} | {quoted:,} |")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
