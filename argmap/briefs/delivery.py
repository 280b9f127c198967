"""How long it takes to read something aloud, and how long a speech of a format of debate may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.wording.counts import counted

WORDS_A_MINUTE = 250
"""How many words a reader says in a minute where nobody says otherwise."""


@dataclass(frozen=True)
class DebateFormat:
    """A format of debate, with the minutes of its speeches."""

    title: str
    constructive: int
    """The first speech for the motion."""
    against: int
    """The first speech against it."""
    rebuttal: int


EVENTS: Mapping[str, DebateFormat] = {
    "policy": DebateFormat("policy debate in schools", 8, 8, 5),
    "college": DebateFormat("policy debate in colleges", 9, 9, 6),
    "ld": DebateFormat("Lincoln-Douglas", 6, 7, 4),
    "pf": DebateFormat("Public Forum", 4, 4, 4),
    "bp": DebateFormat("British Parliamentary", 7, 7, 7),
}
"""The formats of debate whose limits are known."""


@dataclass(frozen=True)
class Delivery:
    """How many words a minute the speaker reads, and the format of debate."""

    wpm: int = WORDS_A_MINUTE
    event: str = "policy"

    @property
    def limits(self) -> DebateFormat:
        """The minutes of the format."""
        return EVENTS[self.event]

    def words_in(self, minutes: int) -> int:
        """How many words fit into some minutes."""
        return self.wpm * minutes

    def seconds(self, words: int) -> int:
        """How many seconds some words take, begun seconds counted whole."""
        return -(-60 * words // self.wpm)

    def told(self, words: int) -> str:
        """`183 words read, 44 seconds`; `700 words read, 2 minutes 48 seconds`."""
        return f"{words:,} word{'s' * (words != 1)} read, {in_minutes(self.seconds(words))}"


def in_minutes(time: int) -> str:
    """Seconds as people say them: `44 seconds`, `2 minutes 48 seconds`."""
    minutes, seconds = divmod(time, 60)
    took = [counted(minutes, "minute")] if minutes else []
    return " ".join([*took, *([f"{seconds} second{'s' * (seconds != 1)}"] if seconds or not minutes else [])])


USUAL = Delivery()
"""A policy debate in schools, read at `WORDS_A_MINUTE`."""
