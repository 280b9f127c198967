"""Critical questions: is what a statement answers one of those that its target's scheme has?"""

from __future__ import annotations

from argmap.diagnostics import Note, Span
from argmap.loader.faults import Faults
from argmap.loader.flatten import Record
from argmap.loader.words import nearest, one_of, quoted
from argmap.model import Claim, Statement
from argmap.schemes import SCHEMES


def check_question(key: str, at: Span, target: Statement, record: Record, faults: Faults) -> None:
    """Report a question that its target, the statement of `record`, does not have to face."""
    scheme = None if isinstance(target, Claim) else target.scheme
    note = (Note(record.name.span, f"{target.id} is here"),)
    if scheme is None:
        if "scheme" in record.node.entries:
            return  # What is wrong with the scheme is reported already.
        message = f"{target.id} states no scheme, so it has no critical questions"
        help = "Delete it." if isinstance(target, Claim) else "Delete it, or state the `scheme:` there."
        faults.add("unknown-question", at, message, help, note)
        return
    known = [question.key for question in SCHEMES[scheme].questions]
    if key not in known:
        near = nearest(key, known)
        help = f"Did you mean `{near}`?" if near else f"Write {one_of(f'`{each}`' for each in known)}."
        faults.add("unknown-question", at, f"{quoted(key)} is not a question of {scheme}", help, note)
