"""Open critical questions as text, Markdown and data; and the manual of the schemes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from argmap.evaluation import Evaluation
from argmap.framework import Label
from argmap.markdown import escape
from argmap.questions import Examination, asked, lead
from argmap.schemes import SCHEMES, Question, Scheme
from argmap.semantics.saying import wrapped

_INVITES = {
    "evidence": "cite a source",
    "corroboration": "back it with a support, or cite a second source",
    "support": "back it with a support",
    "rebuttal": "contest it with a rebuttal",
    "undercutter": "undercut the step",
    "other-side": "weigh something against it",
}


def to_text(
    ev: Evaluation, found: Sequence[Examination], width: int = 100, hidden: Sequence[Examination] = (),
    about: str | None = None,
) -> str:  # fmt: skip
    """Grouped by statement: how it introduces its questions, then a question to a line with its key.

    `hidden` are those left out because their steps are not live, and `about` the statement that was asked about.
    """
    lines: list[str] = []
    for each in found:
        lines += [f"{each.step}  ({_counted(each)})", *wrapped(lead(ev, each.step), 1, width)]
        for question in each.open:
            lines += wrapped(f"{question.ask}  [{question.key}]", 2, width)
        lines.append("")
    return "\n".join([*lines, *wrapped(_total(ev, found, hidden, about), 0, width)]) + "\n"


def _counted(each: Examination) -> str:
    return f"{each.scheme.name}, {len(each.open)} of {each.total} questions open"


def _total(ev: Evaluation, found: Sequence[Examination], hidden: Sequence[Examination], about: str | None) -> str:
    """How many questions are open; and how many more are, where what was asked about is not live."""
    steps, number, more = len(found), _number(found), _number(hidden)
    said = f"{_count(number)} about {steps} statement{'s' * (steps > 1)}."
    if about in {each.step for each in hidden}:
        standing = f"{about} is defeated" if ev.label(about or "") is Label.OUT else f"The step of {about} is not live"
        return f"{said if number else ''} {standing}; {_count(more, '')} with --all.".lstrip()
    if number:
        return said
    return f"No critical question is open about what is live; {_count(more, '')} with --all." if more else _NONE


_NONE = "No critical question is open."


def _number(found: Sequence[Examination]) -> int:
    return sum(len(each.open) for each in found)


def _count(amount: int, kind: str = "open ") -> str:
    """`1 open question`, `3 open questions`."""
    return f"{amount} {kind}question{'s' * (amount != 1)}"


def to_markdown(
    ev: Evaluation, found: Sequence[Examination], hidden: Sequence[Examination] = (), about: str | None = None
) -> str:
    """A list with a line for each statement and its questions below it; as `to_text`."""
    title = f"# Critical questions: {escape(ev.debate.title)}"
    lines = [title, "", escape(_total(ev, found, hidden, about))]
    for each in found:
        lines += ["", f"- **{each.step}** ({_counted(each)}). {escape(lead(ev, each.step))}"]
        lines += [f"    - {escape(question.ask)} (`{question.key}`)" for question in each.open]
    return "\n".join(lines) + "\n"


def to_json(ev: Evaluation, found: Sequence[Examination]) -> list[dict[str, Any]]:
    """`[{"id", "scheme", "lead", "questions": [{"key", "ask", "asked", "invites"}]}]`; `asked` is the question with
    all that it needs to be put by itself."""
    return [
        {
            "id": each.step,
            "scheme": each.scheme.name,
            "lead": lead(ev, each.step),
            "questions": [_question_json(ev, each.step, question) for question in each.open],
        }
        for each in found
    ]


def _question_json(ev: Evaluation, step: str, question: Question) -> dict[str, str]:
    put = asked(ev, step, question)
    return {"key": question.key, "ask": question.ask, "asked": put, "invites": question.invites}


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
