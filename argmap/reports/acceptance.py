"""Whether a statement stands in some or in every position of a semantics, and why, told in words.

A position is one labelling of the semantics: one way of making up one's mind about the whole debate. It is decided,
not enumerated, whether one accepts the statement and whether one does not; each of the two found is explained. What
would change the answer is found by changing it (`argmap.semantics.what_would_change`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from argmap.documents.document import Document
from argmap.documents.nested_lists import Sentence
from argmap.evaluation.audiences import AudienceEvaluation
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import Force, force
from argmap.evaluation.framework import Label, Labelling
from argmap.prose.move import NO_SINGLE, are_tried, one_of_these, remedy_lines
from argmap.prose.reason import argument_word
from argmap.prose.standing import stands
from argmap.reports.because import reasons_for
from argmap.reports.chain_of_reasons import Reason
from argmap.reports.explained_reasons import explained, reason_json, told
from argmap.semantics.solver.budget import FOREVER, Left
from argmap.semantics.tasks import Semantics
from argmap.semantics.what_would_change import AcceptedIn, Prospect, prospect
from argmap.wording.lists import listed

ONE = ("grounded", "ideal")
"""The semantics with exactly one position, of which nobody says "every" or "some"."""


@dataclass(frozen=True)
class Account:
    """One position: how the statement is labelled in it, and why."""

    ev: Evaluation
    label: Label
    because: tuple[Reason, ...]


@dataclass(frozen=True)
class Acceptance:
    """How a statement fares under a semantics: a position that accepts it and one that does not, where there is."""

    ev: Evaluation = field(repr=False)
    id: str
    text: str | None
    semantics: str
    accepting: Account | None
    other: Account | None
    prospect: Prospect
    audience: str | None = None

    @property
    def accepted_in(self) -> AcceptedIn:
        """In how many positions it is accepted."""
        if self.credulous:
            return AcceptedIn.EVERYWHERE if self.sceptical else AcceptedIn.SOMEWHERE
        return AcceptedIn.UNJUDGED if self.sceptical else AcceptedIn.NOWHERE

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
        subject, does = (self.id, "stands") if self.text else (f"{self.id}, a bare step,", "holds")
        if self.audience:
            subject = f"To {self.audience}, {subject}"
        if self.semantics in ONE:
            does = does if self.credulous else "does not stand" if self.text else "does not hold"
            return f"{subject} {does} in the {self.semantics} position"
        if self.credulous and self.sceptical:
            return f"{subject} {does} in every {self.semantics} position"
        if self.credulous:
            return f"{subject} {does} in some {self.semantics} positions and not in others"
        if self.sceptical:
            return f"{subject} cannot be judged: this debate has no {self.semantics} position"
        return f"{subject} {does} in no {self.semantics} position"


def acceptance(ev: Evaluation, id: str, semantics: Semantics, left: Left = FOREVER) -> Acceptance:
    """Decide and explain. Raises KeyError for an unknown id, OutOfTime, and MissingExtra where it needs the solver."""
    accepting = semantics.accepting(ev.framework, id, left)
    other = semantics.not_accepting(ev.framework, id, left)
    text = ev.debate.statements[id].text
    audience = ev.audience if isinstance(ev, AudienceEvaluation) else None
    found = Acceptance(
        ev, id, text, semantics.NAME, _account(ev, id, accepting), _account(ev, id, other), Prospect(), audience
    )  # fmt: skip
    return replace(found, prospect=prospect(ev, id, semantics, found.accepted_in, left))


def _account(ev: Evaluation, id: str, labelling: Labelling | None) -> Account | None:
    if labelling is None:
        return None
    seen = ev.with_labelling(labelling)
    return Account(seen, seen.label(id), reasons_for(seen, id))


def _lead(found: Acceptance, account: Account) -> str:
    does = _fares(found, account)
    if len(found.accounts) == 1:
        if account is found.accepting:
            return "There"
        return f"There it {does}" if found.semantics in ONE else f"In such a position it {does}"
    return f"In one of them it {does}" if account is found.accepting else f"In another it {does}"


def _fares(found: Acceptance, account: Account) -> str:
    """How it fares in a position: `is defeated`; of an argument `counts for plan`, `is answered by x`, or, where its
    sentence stands all the same, `stands, and is outweighed by x`."""
    if found.id not in account.ev.labelling.live:
        return str(stands(account.label))
    told = argument_word(account.ev, found.id)
    without_force = account.label is Label.IN and force(account.ev, found.id) is not Force.COUNTS
    return f"stands, and {told}" if found.text and without_force else told


def _differing(found: Acceptance, account: Account) -> tuple[Reason, ...]:
    """What is told of a position: of a second one what is otherwise than in the first."""
    first = found.accounts[0]
    again = [reason for reason in account.because if account is not first and reason in first.because]
    if len(again) < 2:
        return account.because
    return (*[reason for reason in account.because if reason not in again], Reason("The rest is as in the first"))


def outlook(found: Acceptance) -> Iterator[Sentence]:
    """What would make it fare better, and what hangs on it, each with its indentation."""
    ahead, every = found.prospect, "the" if found.semantics in ONE else "every"
    where = {AcceptedIn.SOMEWHERE: "some", AcceptedIn.EVERYWHERE: every}
    lines = remedy_lines(found.ev, ahead.remedies)
    if lines:
        goal = f"make it {_stand(found)} in {where[ahead.reaches]} {found.semantics} position"
        yield from one_of_these(goal, lines)
    elif found.accepted_in is not AcceptedIn.EVERYWHERE:
        yield _nothing(found), 0
    if lines and ahead.tried < ahead.ways:
        yield f"{are_tried(ahead.tried, ahead.ways)}.", 0
    down = f"If it were {'answered' if found.id in found.ev.labelling.live else 'defeated'}"
    for lead, changes in (("If it stood", ahead.if_it_stood), (down, ahead.if_it_fell)):
        if changes is None:
            yield f"{lead}: it would take too long to find out what else would change.", 0
        elif changes:
            yield f"{lead}: {_changed(found.semantics, changes)}.", 0
    if found.accepted_in is AcceptedIn.EVERYWHERE and ahead.if_it_fell == {}:
        yield f"{down}, neither the resolutions nor what it answers would change.", 0


def _nothing(found: Acceptance) -> str:
    """That nothing which was tried would make it fare better."""
    ahead = found.prospect
    if ahead.ways and not ahead.tried:
        which = "the one way" if ahead.ways == 1 else f"the {ahead.ways} ways"
        return f"It would take too long to try {which} that might help it."
    some = found.accepted_in is AcceptedIn.SOMEWHERE
    any_ = "the" if found.semantics in ONE else "any"
    more = f"in {'more' if some else any_} {found.semantics} position{'s' * some}"
    if ahead.tried < ahead.ways:
        none = "it does not make" if ahead.tried == 1 else "none makes"
        return f"{are_tried(ahead.tried, ahead.ways)}; {none} it {_stand(found)} {more}."
    return f"{NO_SINGLE} in its dispute would make it {_stand(found)} {more}."


def _stand(found: Acceptance) -> str:
    return "stand" if found.text else "hold"


def _changed(semantics: str, changes: Mapping[str, AcceptedIn]) -> str:
    words = {
        AcceptedIn.EVERYWHERE: f"would stand in every {semantics} position",
        AcceptedIn.SOMEWHERE: "would stand in some",
        AcceptedIn.NOWHERE: "would stand in none", AcceptedIn.UNJUDGED: "would have no position to judge by",
    }  # fmt: skip
    if semantics in ONE:
        position = f"stand in the {semantics} position"
        words |= {AcceptedIn.EVERYWHERE: f"would {position}", AcceptedIn.NOWHERE: f"would not {position}"}
    groups = {fare: [id for id, new in changes.items() if new is fare] for fare in words}
    return "; ".join(f"{listed(ids)} {words[fare]}" for fare, ids in groups.items() if ids)


def to_document(found: Acceptance) -> Document:
    """The verdict, and the reasons for each position that was found."""
    return explained(found.id, found.verdict, found.text, (*_told(found), *outlook(found)))


def _told(found: Acceptance) -> Iterator[Sentence]:
    for account in found.accounts:
        yield f"{_lead(found, account)}:", 0
        yield from told(_differing(found, account))


def to_json(found: Acceptance) -> dict[str, Any]:
    """`{"id", "text", "semantics", "credulous", "sceptical", "verdict", "positions": [{"label", "because"}], ...}`."""
    ahead = found.prospect
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
        "remedies": [{"kind": r.kind, "target": r.target, "over": list(r.over), "how": r.how} for r in ahead.remedies],
        "reaches": ahead.reaches.name.lower() if ahead.remedies else None,
        "ways": ahead.ways,
        "tried": ahead.tried,
        "if_it_fell": _fares_json(ahead.if_it_fell),
        "if_it_stood": _fares_json(ahead.if_it_stood),
        **({"audience": found.audience} if found.audience else {}),
    }


def _fares_json(changes: Mapping[str, AcceptedIn] | None) -> dict[str, str] | None:
    return None if changes is None else {id: fare.name.lower() for id, fare in changes.items()}
