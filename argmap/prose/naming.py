"""What a sentence calls the statements that it is about, and what it calls an answer to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from argmap.documents.document import Line
from argmap.documents.lines import line
from argmap.evaluation.evaluated import Evaluation
from argmap.model import Claim
from argmap.prose.relation import aim
from argmap.wording.counts import in_words
from argmap.wording.lists import listed

Names = Callable[[Sequence[str], str], Line]
"""What a format calls some statements, given their ids and the word before the last: `a, b and 3 more`."""

NO_CORE = "no statement is marked core: true; mark those that a reader should meet first"
"""Why the core of a debate cannot be shown, without a full stop."""


def by_id(ids: Sequence[str], last: str) -> Line:
    """By their ids, as whoever edits the files knows them."""
    return line(listed(ids, last))


@dataclass(frozen=True)
class Readers:
    """For those who read a memo: they answer what is said, and know no rebuttals and supports."""

    names: Names
    number: Callable[[int], str] = in_words

    def answer(self, ev: Evaluation, id: str, how: Literal["rebut", "undercut", "either"] | None) -> Line:
        """`answer “A”: show that this is not so`."""
        shown = {"rebut": ": show that this is not so", "undercut": ": show that this does not count here"}
        return line("answer ", self.names([id], "and"), shown.get(how or "", ""))

    def support(self, id: str) -> Line:
        """`find evidence, or an argument that counts, for “A”`."""
        return line("find evidence, or an argument that counts, for ", self.names([id], "and"))


@dataclass(frozen=True)
class _Editors(Readers):
    """For those who edit the files."""

    def answer(self, ev: Evaluation, id: str, how: Literal["rebut", "undercut", "either"] | None) -> Line:
        """`answer a`, `rebut a`, `undercut the step of a against b`, of a bare step `undercut a`."""
        step = ev.debate.statements[id]
        if how != "undercut":
            return line(f"{'rebut' if how == 'rebut' else 'answer'} {id}")
        if isinstance(step, Claim) or step.is_bare:
            return line(f"undercut {id}")
        return line(f"undercut the step of {id} {aim(step)}")

    def support(self, id: str) -> Line:
        """`give a a support that counts`."""
        return line(f"give {id} a support that counts")


EDITORS = _Editors(by_id, str)
