"""Whether a statement stands in some or in every position of a semantics, and why, told in words.

A position is one labelling of the semantics: one way of making up one's mind about the whole debate. It is decided,
not enumerated, whether one accepts the statement and whether one does not; each of the two found is explained.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from argmap.evaluation import Evaluation
from argmap.framework import Label, Labelling
from argmap.semantics.chain import Reason
from argmap.semantics.explain import is_word, reason_json, reasons_for, step_word, told, wrapped
from argmap.semantics.solver.budget import FOREVER, Left
from argmap.semantics.tasks import Semantics, decide_credulously, decide_sceptically


@dataclass(frozen=True)
class Account:
    """One position: how the statement is labelled in it, and why."""

    ev: Evaluation
    label: Label
    because: tuple[Reason, ...]


@dataclass(frozen=True)
class Acceptance:
    """How a statement fares under a semantics: a position that accepts it and one that does not, where there is."""

    id: str
    text: str | None
    semantics: str
    accepting: Account | None
    other: Account | None

    @property
    def credulous(self) -> bool:
        """Whether some position accepts it."""
        return self.accepting is not None

    @property
    def sceptical(self) -> bool:
        """Whether every position accepts it; true where there is none."""
        return self.other is None

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The positions that were found, the accepting one first."""
        return tuple(account for account in (self.accepting, self.other) if account)

    @property
    def verdict(self) -> str:
        """`presence-deters stands in some preferred positions and not in others`."""
        subject, does = (self.id, "stands") if self.text else (f"{self.id}, a bare step,", "is live")
        if self.credulous and self.sceptical:
            return f"{subject} {does} in every {self.semantics} position"
        if self.credulous:
            return f"{subject} {does} in some {self.semantics} positions and not in others"
        if self.sceptical:
            return f"{subject} cannot be judged: this debate has no {self.semantics} position"
        return f"{subject} {does} in no {self.semantics} position"


def acceptance(ev: Evaluation, id: str, semantics: Semantics, left: Left = FOREVER) -> Acceptance:
    """Decide and explain. Raises KeyError for an unknown id, OutOfTime, and SolverMissing where it needs the solver."""
    accepting = decide_credulously(semantics, ev.framework, id, left).witness
    other = decide_sceptically(semantics, ev.framework, id, left).witness
    text = ev.debate.statements[id].text
    return Acceptance(id, text, semantics.NAME, _account(ev, id, accepting), _account(ev, id, other))


def _account(ev: Evaluation, id: str, labelling: Labelling | None) -> Account | None:
    if labelling is None:
        return None
    seen = ev.with_labelling(labelling)
    return Account(seen, seen.label(id), reasons_for(seen, id))


def _lead(found: Acceptance, account: Account) -> str:
    does = is_word(account.label) if found.text else step_word(account.label)
    if len(found.accounts) == 1:
        return f"In such a position it {does}" if account is found.other else "There"
    return f"In one of them it {does}" if account is found.accepting else f"In another it {does}"


def to_text(found: Acceptance, width: int = 80) -> str:
    """The verdict, and a paragraph for each position that was found."""
    lines = wrapped(f"{found.verdict}.", 0, width)
    if found.text:
        lines += wrapped(f"It says: {found.text}", 1, width)
    for account in found.accounts:
        lines += wrapped(f"{_lead(found, account)}:", 0, width)
        lines += [line for sentence, depth in told(account.because) for line in wrapped(sentence, depth + 1, width)]
    return "\n".join(lines) + "\n"


def to_json(found: Acceptance) -> dict[str, Any]:
    """`{"id", "text", "semantics", "credulous", "sceptical", "verdict", "positions": [{"label", "because"}]}`."""
    return {
        "id": found.id,
        "text": found.text,
        "semantics": found.semantics,
        "credulous": found.credulous,
        "sceptical": found.sceptical,
        "verdict": f"{found.verdict}.",
        "positions": [
            {"label": account.label.value, "because": [reason_json(reason) for reason in account.because]}
            for account in found.accounts
        ],
    }


def to_markdown(found: Acceptance) -> str:
    """A short section with a nested list for each position."""
    from argmap.semantics.markdown import nested, section

    parts = [(f"{_lead(found, account)}:", nested(account.because)) for account in found.accounts]
    return section(found.id, found.verdict, found.text, parts)
