"""Following a piece of advice: edits of a rule's example, and what is found and what stands before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.model.diagnostics import Address, Diagnostic
from tests.rules.examples import evaluated, findings


class Followed(NamedTuple):
    """One way to follow a help: the words that are followed, and the edits of the example that do it.

    `changes` are the words of the help that say what then stands or counts, empty where nothing else should; `added`
    are findings that cannot but come with what is added, such as that nobody has answered it yet.
    """

    says: str
    edits: tuple[tuple[str, str], ...]
    changes: str = ""
    example: int = 0
    added: frozenset[str] = frozenset({"unanswered-rebuttal", "perm-unanswered"})


@dataclass(frozen=True)
class State:
    """A debate in short form with what is found in it and how it stands."""

    text: str
    found: tuple[Diagnostic, ...]
    ev: Evaluation

    @classmethod
    def of(cls, text: str) -> State:
        return cls(text, tuple(findings(text)), evaluated(text))

    def finding(self, rule: str, says: str) -> Diagnostic:
        """The first finding of a rule whose help has these words."""
        helps = [d.help for d in self.found if d.rule == rule]
        found = next((d for d in self.found if d.rule == rule and says in (d.help or "")), None)
        assert found is not None, f"no help of {rule} says {says!r}: {helps}"
        return found

    def at(self) -> set[tuple[str, Address]]:
        """What is found, and where."""
        return {(d.rule, d.at) for d in self.found}

    def fares(self) -> dict[str, tuple[Label | None, ...]]:
        """How each statement stands, and whether its step is live and counts."""
        parts = (self.ev.labelling.labels, self.ev.labelling.live, self.ev.labelling.counts)
        return {id: tuple(part.get(id) for part in parts) for id in self.ev.debate.statements}


def edited(text: str, edits: tuple[tuple[str, str], ...]) -> str:
    """The text with each edit made once, and without the marks of the example."""
    for old, new in edits:
        assert old in text, f"not in the example: {old!r}\n{text}"
        text = text.replace(old, new, 1)
    return text


def changed(before: State, after: State) -> set[str]:
    """What stands, or counts, otherwise than before, of what is there before and after."""
    was, now = before.fares(), after.fares()
    pairs = {id: zip(was[id], now[id], strict=True) for id in was.keys() & now.keys()}
    return {id for id, each in pairs.items() if any(a is not b for a, b in each if a and b)}
