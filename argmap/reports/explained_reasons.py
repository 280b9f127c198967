"""Reasons as people read them, and an explanation as a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from argmap.documents.document import Document, Paragraph, Run, document
from argmap.documents.nested_lists import Sentence, outlined
from argmap.reports.chain_of_reasons import Reason


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


def reason_json(reason: Reason) -> dict[str, Any]:
    """A reason as plain data, nested no deeper than the chain of reasons is told."""
    below = [reason_json(each) for each in reason.because]
    return {"sentence": reason.sentence, "about": list(reason.about), "because": below}
