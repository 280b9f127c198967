"""Open critical questions as text, Markdown and data; and the manual of the schemes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from argmap.evaluation import Evaluation
from argmap.markdown import escape
from argmap.questions import Examination, lead
from argmap.schemes import SCHEMES, Question, Scheme
from argmap.semantics.explain import wrapped

_INVITES = {
    "evidence": "cite a source",
    "support": "back it with a support",
    "rebuttal": "contest it with a rebuttal",
    "undercutter": "undercut the step",
    "other-side": "weigh something against it",
}


def to_text(ev: Evaluation, found: Sequence[Examination], width: int = 100) -> str:
    """Grouped by statement: how it introduces its questions, then a question to a line with its key."""
    lines: list[str] = []
    for each in found:
        lines += [f"{each.step}  ({_counted(each)})", *wrapped(f"{lead(ev, each.step)}:", 1, width)]
        for question in each.open:
            lines += wrapped(f"{question.ask}  [{question.key}]", 2, width)
        lines.append("")
    asked = sum(len(each.open) for each in found)
    return "\n".join([*lines, _total(asked, len(found))]) + "\n"


def _counted(each: Examination) -> str:
    return f"{each.scheme.name}, {len(each.open)} of {each.total} questions open"


def _total(asked: int, steps: int) -> str:
    if not asked:
        return "No critical question is open."
    return f"{asked} open question{'s' * (asked > 1)} about {steps} statement{'s' * (steps > 1)}."


def to_markdown(ev: Evaluation, found: Sequence[Examination]) -> str:
    """A list with a line for each statement and its questions below it."""
    lines = ["# Critical questions", "", _total(sum(len(each.open) for each in found), len(found))]
    for each in found:
        lines += ["", f"- **{each.step}** ({_counted(each)}). {escape(lead(ev, each.step))}:"]
        lines += [f"    - {escape(question.ask)} (`{question.key}`)" for question in each.open]
    return "\n".join(lines) + "\n"


def to_json(ev: Evaluation, found: Sequence[Examination]) -> list[dict[str, Any]]:
    """`[{"id", "scheme", "lead", "questions": [{"key", "ask", "invites"}]}]`."""
    return [
        {
            "id": each.step,
            "scheme": each.scheme.name,
            "lead": lead(ev, each.step),
            "questions": [_question_json(question) for question in each.open],
        }
        for each in found
    ]


def _question_json(question: Question) -> dict[str, str]:
    return {"key": question.key, "ask": question.ask, "invites": question.invites}


def manual(width: int = 100) -> str:
    """Every scheme with its form and its questions."""
    return "\n".join("\n".join(_page(scheme, width)) + "\n" for scheme in SCHEMES.values())


def _page(scheme: Scheme, width: int) -> Iterator[str]:
    yield f"{scheme.name}  {scheme.title}"
    for premise in scheme.premises:
        yield from wrapped(premise, 1, width)
    yield from wrapped(f"So: {scheme.conclusion}", 1, width)
    for question in scheme.questions:
        yield from wrapped(f"{question.key}: {question.ask} ({_INVITES[question.invites]})", 2, width)
