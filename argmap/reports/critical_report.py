"""What a resolution turns on, told in words: critical sets, and rebuttals that nobody has answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from argmap.analysis.analysis import Analysis
from argmap.analysis.critical_sets import CriticalSet, Turning, families
from argmap.documents.document import Document, Line, Paragraph, Run, document
from argmap.documents.formats import text
from argmap.documents.lines import line
from argmap.documents.nested_lists import Sentence, outlined
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.evaluation.reasons import tally
from argmap.prose.naming import by_id
from argmap.prose.standing import make_it, stands
from argmap.prose.turning import few, few_change, settled_if, together
from argmap.reports.chain_of_reasons import sources_of
from argmap.reports.evaluation_report import summary_line
from argmap.wording.lists import listed

SHOWN = 10
"""How many lines of sets for one label a text shows."""

_MOST_MERGED = 1_000

_BETTER = (Label.OUT, Label.UNDEC, Label.IN)

_ANSWER = {
    "either": ("an answer", "an answer to one of them"),
    "rebut": ("a rebuttal of it", "a rebuttal of one of them"),
    "undercut": ("an undercutter of its step", "an undercutter of the step of one of them"),
}
"""What would help, of one and of several, by the kind of the answer."""


def to_document(ev: Evaluation, found: Turning, shown: int = SHOWN) -> Document:
    """A paragraph for each label that the resolution might get, and one on what is unanswered; `shown` sets of each."""
    lead = Paragraph((Run(f"{found.resolution} {stands(found.label)}.", "strong"),))
    return document(found.resolution, "", [lead, *outlined(_paragraphs(ev, found, shown))])


def to_text(ev: Evaluation, found: Turning, shown: int = SHOWN, width: int = 100) -> str:
    """The report as text of a width in characters, for a terminal."""
    return text.write(to_document(ev, found, shown), width)


def _paragraphs(ev: Evaluation, found: Turning, shown: int) -> Iterator[Sentence]:
    """What is said, each with its indentation."""
    for label in _outcomes(found.label):
        if sets := found.leading_to(label):
            which = " one of these" if len(sets) > 1 else ""
            yield f"To {make_it(label)} ({_gainer(ev, found, label)}), refute{which}:", 0
            yield from ((line, 1) for line in _lines(ev, sets, shown))
    missing = [make_it(label) for label in _outcomes(found.label) if not found.leading_to(label)]
    if missing and found.searched:
        yield _unturned(found, missing), 0
    lines = list(_comparisons(ev, found.resolution))
    if lines or tally(ev, found.resolution).missing:
        also = "also " if found.sets else ""
        yield f"It {also}turns on comparisons: {summary_line(ev, found.resolution)}.", 0
        yield from ((line, 1) for line in lines)
    for label in _outcomes(found.label):
        for how, (one, several) in _ANSWER.items():
            answers = [each.rebuttal for each in found.answers if each.label is label and each.how == how]
            if answers:
                which = one if len(answers) == 1 else several
                yield f"Nobody has answered {listed(answers)}; {which} would {make_it(label)}.", 0


def _comparisons(ev: Evaluation, id: str) -> Iterator[Line]:
    """The fewest that would settle it each way."""
    for each in Analysis(ev).settlings(id):
        yield settled_if(each, by_id)
    for label in Analysis(ev).barred(id):
        yield line(f"Only a comparison that goes against an earlier one could {make_it(label)}.")


def _outcomes(now: Label) -> list[Label]:
    """What it might become, what is best for it first."""
    return [label for label in reversed(_BETTER) if label is not now]


def _gainer(ev: Evaluation, found: Turning, label: Label) -> str:
    """The title of the side that would like it."""
    own = ev.graph.sides[found.resolution] or ev.debate.pro
    better = _BETTER.index(label) > _BETTER.index(found.label)
    return ev.debate.sides[own if better else ev.debate.other(own)]


def _lines(ev: Evaluation, sets: Sequence[CriticalSet], shown: int) -> Iterator[Line]:
    lines: list[Line] = []
    for family in families([each.statements for each in sets[:_MOST_MERGED]]):
        if len(family) == 1:
            lines += [line(f"{id}{sources_of(ev, id)}") for id in family[0]]
        else:
            lines.append(together(family, by_id))
    yield from lines[:shown]
    more = len(lines[shown:]) + len(sets[_MOST_MERGED:])
    if more:
        yield line(f"and {more} more")


def _unturned(found: Turning, missing: Sequence[str]) -> Line:
    if len(missing) == len(_outcomes(found.label)):
        return few_change(found.searched, line("it"))
    return line(f"{few(found.searched)} would {listed(missing, 'or')}.")


def unsearched(found: Turning) -> str | None:
    """What could not be looked at in the time given; None where everything was."""
    if found.searched == found.size:
        return None if found.finished else f"{found.resolution}: not every unanswered rebuttal was tried"
    sizes = range(max(found.searched + 1, 2), found.size + 1)
    larger = f"every set of {' or '.join(map(str, sizes)) if len(sizes) < 3 else f'{sizes[0]} to {sizes[-1]}'}"
    if found.searched:
        done = "every single statement" if found.searched == 1 else f"every set of up to {found.searched} statements"
        return f"{found.resolution}: {done} was tried, but not {larger}"
    return f"{found.resolution}: not every single statement was tried{f', let alone {larger}' if sizes else ''}"


def to_json(ev: Evaluation, found: Turning) -> dict[str, Any]:
    """`{"resolution", "label", "size", "searched", "sets": [{"statements", "label"}], "answers", "comparisons",
    "barred"}`.

    Each of the `comparisons` says what `label` it would have if `heavier` outweighed all of `lighter`; `barred` are the
    labels to which only comparisons that go against written ones would lead.
    """
    return {
        "resolution": found.resolution,
        "label": found.label.value,
        "size": found.size,
        "searched": found.searched,
        "sets": [{"statements": list(each.statements), "label": each.label.value} for each in found.sets],
        "answers": [{"rebuttal": a.rebuttal, "label": a.label.value, "how": a.how} for a in found.answers],
        "comparisons": [
            {"label": each.label.value, "heavier": each.heavier, "lighter": list(each.lighter)}
            for each in Analysis(ev).settlings(found.resolution)
        ],
        "barred": [label.value for label in Analysis(ev).barred(found.resolution)],
    }
