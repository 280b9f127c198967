"""Open critical questions as text, Markdown and data; and the manual of the schemes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from argmap.analysis.open_questions import Examination, asked, examinations, lead
from argmap.documents.document import Block, Document, Heading, Item, Items, Paragraph, Run, document
from argmap.documents.formats import markdown, text
from argmap.evaluation.evaluated import Evaluation
from argmap.model import Claim
from argmap.model.schemes import SCHEMES, Question, Scheme
from argmap.wording.counts import counted
from argmap.wording.sentences import capital

_INVITES = {
    "evidence": "cite a source",
    "corroboration": "back it with a support, or cite a second source",
    "support": "back it with a support",
    "rebuttal": "contest it with a rebuttal",
    "undercutter": "undercut the step",
    "other-side": "weigh something against it",
}


@dataclass(frozen=True)
class Inquiry:
    """What was asked about a debate, or about one of its statements and all that answers to it, and what came of it.

    `open` are the steps with open questions that are shown, `hidden` those left out as not live, `settled` the ones
    whose questions are all dealt with, and `silent` those that state no scheme, of which nothing can be asked.
    """

    ev: Evaluation
    about: str | None
    side: str | None
    open: tuple[Examination, ...]
    hidden: tuple[Examination, ...]
    settled: tuple[str, ...]
    silent: tuple[str, ...]


def inquire(ev: Evaluation, about: str | None = None, side: str | None = None, fallen: bool = False) -> Inquiry:
    """Look at the steps of a debate, or of a statement and what answers to it; of one side only where it is named.

    What is not live is left out, unless `fallen` says otherwise. Raises KeyError for an id that the debate has not.
    """
    within = ev.graph.descendants([about]) if about else ev.debate.statements
    steps = [s for s in ev.debate.statements.values() if s.id in within and not isinstance(s, Claim)]
    steps = [step for step in steps if side is None or ev.graph.sides[step.id] == side]
    every = [each for each in examinations(ev, side, fallen=True) if each.step in within]
    shown = {each.step for each in examinations(ev, side, fallen)}
    examined = {each.step for each in every}
    return Inquiry(
        ev, about, side,
        open=tuple(each for each in every if each.step in shown),
        hidden=tuple(each for each in every if each.step not in shown),
        settled=tuple(step.id for step in steps if step.scheme and step.id not in examined),
        silent=tuple(step.id for step in steps if step.scheme is None),
    )  # fmt: skip


def to_document(found: Inquiry) -> Document:
    """By statement how it introduces its questions, then each question with its key; last the sum."""
    blocks = [block for each in found.open for block in _asking(found.ev, each)]
    sum_ = [Paragraph((Run(said),), "plain" if at or not blocks else "note") for at, said in enumerate(told(found))]
    return document(f"Critical questions: {found.ev.debate.title}", "", [*blocks, *sum_])


def _asking(ev: Evaluation, each: Examination) -> tuple[Block, ...]:
    questions = Items(tuple(Item((Run(f"{one.ask}  ["), Run(one.key, "code"), Run("]"))) for one in each.open))
    heading = Heading(
        2, (Run(each.step, "code"), Run(f"  ({each.scheme.name}, {len(each.open)} of {each.total} questions open)"))
    )
    return heading, Items((Item((Run(lead(ev, each.step)),), (questions,)),))


def to_text(found: Inquiry, width: int = 100) -> str:
    """The questions as text of a width in characters, for a terminal."""
    return text.write(to_document(found), width)


def to_markdown(found: Inquiry) -> str:
    """The questions as Markdown, for a page."""
    return markdown.write(to_document(found))


def told(found: Inquiry) -> Iterator[str]:
    """The sum, a paragraph each: how many questions are open, how many more where what was asked about is not live,
    what states no scheme, and what to do where that is all."""
    yield " ".join(filter(None, (_open(found), _hidden(found), _silent(found))))
    if found.about in found.silent or (found.silent and not _stating(found)):
        yield "Say how it argues, such as `scheme: expert-opinion`; all schemes: argmap questions --schemes"


def _open(found: Inquiry) -> str:
    steps, number = len(found.open), _number(found.open)
    if number:
        return f"{counted(number, 'open question')} about {counted(steps, 'statement')}."
    if found.hidden:
        return "" if _is_hidden(found) else "No critical question is open about what counts."
    if not found.settled:
        return ""
    which = found.settled[0] if len(found.settled) == 1 else f"the {len(found.settled)} steps that state their scheme"
    return f"No critical question is open about {which}."


def _hidden(found: Inquiry) -> str:
    more = counted(_number(found.hidden), "question")
    if _is_hidden(found):
        return f"{found.about} is answered; {more} with --all."
    return f"{capital(more)} about the rest: --all." if found.hidden and not found.open else ""


def _is_hidden(found: Inquiry) -> bool:
    return found.about in {each.step for each in found.hidden}


def _stating(found: Inquiry) -> int:
    """How many steps state a scheme."""
    return len(found.settled) + len(found.open) + len(found.hidden)


def _silent(found: Inquiry) -> str:
    """Says that something states no scheme, or cannot, and so is not asked about."""
    number, stating = len(found.silent), _stating(found)
    of = f' of "{found.ev.debate.sides[found.side]}"' if found.side else ""
    every = f"{number + stating} supports and rebuttals{of}"
    if stating and number:
        own = f"{found.about} states no scheme, so there is nothing to ask about it. " * (found.about in found.silent)
        return f"{own}{number} of {every} state{'s' * (number == 1)} no scheme."
    if stating:
        return ""
    claim = _claim(found)
    if not number:
        return f"{claim}Nothing{of} answers to {found.about}." if found.about else f"There is no argument{of}."
    if found.about in found.silent and number > 1:
        below = "does the one" if number == 2 else f"do the {number - 1}"
        which = f"{found.about} states no scheme, nor {below} below it"
    else:
        which = f"{found.silent[0]} states no scheme" if number == 1 else f"None of the {every} states a scheme"
    return f"{claim}{which}, so there is nothing to ask."


def _claim(found: Inquiry) -> str:
    """That a claim argues for nothing, where one was asked about."""
    about = found.about and found.ev.debate.statements[found.about]
    return f"{found.about} is a claim: only supports and rebuttals have a scheme. " if isinstance(about, Claim) else ""


def _number(found: Sequence[Examination]) -> int:
    return sum(len(each.open) for each in found)


def to_json(found: Inquiry) -> list[dict[str, Any]]:
    """`[{"id", "scheme", "lead", "questions": [{"key", "ask", "asked", "invites"}]}]`; `asked` is the question with
    all that it needs to be put by itself."""
    return [
        {
            "id": each.step,
            "scheme": each.scheme.name,
            "lead": lead(found.ev, each.step),
            "questions": [_question_json(found.ev, each.step, question) for question in each.open],
        }
        for each in found.open
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
        yield from text.wrapped(premise, 1, width)
    yield from text.wrapped(f"So: {scheme.conclusion}", 1, width)
    for question in scheme.questions:
        yield from text.wrapped(f"{question.key}: {question.ask} ({_INVITES[question.invites]})", 2, width)
