"""What a statement cites: how many sources, and the best of them."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model import Claim, Debate, Statement
from argmap.wording.counts import counted


@dataclass(frozen=True)
class Cited:
    """How many pieces of evidence a statement has, of how many sources, and its best grade where one is graded."""

    pieces: int
    sources: int
    best: str | None
    testimony: bool = False
    """Whether all of it is what somebody said, whom the source relays."""
    lack: str = ""
    """What a card says of a statement that cites nothing."""

    @property
    def phrase(self) -> str:
        """`2 sources, best A2`; nothing where nothing is cited."""
        best = ", testimony only" if self.testimony else f", best {self.best}" if self.best else ""
        return f"{counted(self.sources, 'source')}{best}" if self.sources else ""

    @property
    def badge(self) -> str:
        """`B1 · 3`, best grade and number, as a card has it; or that there is none."""
        if not self.pieces:
            return self.lack
        worth = "testimony" if self.testimony else self.best or "ungraded"
        return f"{worth} · {self.pieces}"


def cited(debate: Debate, statement: Statement) -> Cited:
    """How much a statement cites, of how many sources, and the best grade."""
    evidence = statement.evidence
    bare = not isinstance(statement, Claim) and statement.is_bare
    lack = "" if bare else "undeveloped" if statement.undeveloped else "no evidence"
    sources = len({each.source for each in evidence})
    return Cited(len(evidence), sources, debate.best_grade(statement), statement.is_testimony, lack)
