"""Reasons and moves as people read them: an explanation as a document, what a move asks to be done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from argmap.documents.document import Document, Paragraph, Run, document
from argmap.documents.outline import Sentence, outlined
from argmap.evaluation import Evaluation
from argmap.model import Claim, Rebuttal
from argmap.remedies import Remedy
from argmap.semantics.chain import Reason
from argmap.wording.lists import listed


def told(because: Sequence[Reason]) -> Iterator[Sentence]:
    """Each reason as a sentence, with how deep it lies below the verdict."""
    stack = [(reason, 1) for reason in reversed(because)]
    while stack:
        reason, depth = stack.pop()
        yield _ended(reason.sentence, ":" if reason.because else "."), depth
        stack += [(below, depth + 1) for below in reversed(reason.because)]


def _ended(sentence: str, end: str) -> str:
    return sentence if sentence[-1] in ".?!" and end == "." else sentence + end


def explained(id: str, verdict: str, words: str | None, sentences: Iterable[Sentence]) -> Document:
    """A verdict, what the statement says, and the sentences that explain it."""
    lead = Paragraph((Run(f"{verdict}.", "strong"),))
    says = [Paragraph((Run(words),), "words")] if words else []
    return document(id, "", [lead, *says, *outlined(sentences)])


NO_SINGLE = "No single support, comparison or answer to another statement"
"""Of what none helps. Nobody is told to answer what he wants to stand."""


def are_tried(tried: int, ways: int) -> str:
    """That not all was tried: `Of 900 ways that might help, the nearest 40 were tried`."""
    nearest = "only the nearest was tried" if tried == 1 else f"the nearest {tried} were tried"
    return f"Of {ways} ways that might help, {nearest}"


def remedy_lines(ev: Evaluation, remedies: Iterable[Remedy]) -> list[str]:
    """A line each, such as `rebut other-theatre (revives surges-worked-before)`; comparisons over the same things
    that do the same share one."""
    groups: dict[Remedy, list[str]] = {}
    for remedy in remedies:
        alike = replace(remedy, target="") if remedy.kind == "compare" else remedy
        groups.setdefault(alike, []).append(remedy.target)
    return [_remedy_line(ev, remedy, targets) for remedy, targets in groups.items()]


def _remedy_line(ev: Evaluation, remedy: Remedy, targets: list[str]) -> str:
    revives = f" (revives {listed(remedy.revives)})" if remedy.revives else ""
    if remedy.kind == "answer":
        return f"{_answer(ev, remedy)}{revives}"
    if remedy.kind == "support":
        return f"give {targets[0]} a support that holds{revives}"
    heavier = targets[0] if len(targets) == 1 else f"one of {listed(targets)}"
    return f"show that {heavier} outweighs {listed(remedy.over)}{revives}"


def _answer(ev: Evaluation, remedy: Remedy) -> str:
    """`answer a`, `rebut a`, `undercut the step of a against b`, of a bare step `undercut a`."""
    step = ev.debate.statements[remedy.target]
    if remedy.how != "undercut":
        return f"{'rebut' if remedy.how == 'rebut' else 'answer'} {step.id}"
    if isinstance(step, Claim) or step.is_bare:
        return f"undercut {step.id}"
    return f"undercut the step of {step.id} {'against' if isinstance(step, Rebuttal) else 'for'} {step.target}"


def reason_json(reason: Reason) -> dict[str, Any]:
    """A reason as plain data, nested no deeper than the chain of reasons is told."""
    below = [reason_json(each) for each in reason.because]
    return {"sentence": reason.sentence, "about": list(reason.about), "because": below}
