"""The standing of a debate as a document: its resolutions, why some are undecided, its criteria and its sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.analysis.analysis import Analysis
from argmap.documents.document import Block, Document, Heading, Line, Paragraph, Pill, Row, Table, Terms
from argmap.documents.document import document as made
from argmap.documents.lines import line
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import force
from argmap.evaluation.framework import Label
from argmap.prose.standing import number_by_force
from argmap.reports.evaluation_report import criteria_lines, table, why_undecided
from argmap.reports.strength_report import audience_blocks, standards_blocks, strength_note, strength_word
from argmap.strength.proof_standards import Verdict


def to_document(evaluations: Iterable[tuple[Evaluation, tuple[Block, ...]]]) -> Document:
    """The blocks of one debate, or those of several, each below its title."""
    found = list(evaluations)
    if len(found) == 1:
        return made(found[0][0].debate.title, "", found[0][1])
    blocks = [block for ev, each in found for block in (Heading(2, line(ev.debate.title)), *each)]
    return made("How the resolutions stand", "", blocks)


def standing_blocks(ev: Evaluation, *, every: bool, why: bool) -> Iterator[Block]:
    """How the resolutions stand; with `every` all statements as well, with `why` what the undecided ones wait for."""
    yield _resolutions(ev)
    if every:
        yield from _statements(ev)
    if why:
        yield from _why(ev)
        yield from _clashes(ev)
        yield from _criteria(ev)
        yield _sides(ev)


def measured_blocks(
    ev: Evaluation, *, audiences: bool = False, standards: tuple[Verdict, ...] | None = None
) -> Iterator[Block]:
    """What is measured beside the labels, as far as it was asked for."""
    if audiences:
        yield from audience_blocks(ev, Analysis(ev).audience_verdicts)
    if standards is not None:
        yield from standards_blocks(standards)
    if ev.strengths:
        yield Paragraph(line(strength_note(ev.strengths)), "note")


def for_audience(ev: Evaluation, name: str) -> Paragraph:
    """Whose view follows, and how they rank the values."""
    ranked = ", then ".join(ev.debate.audiences[name]) or "no value before another"
    return Paragraph(line(f"For {name} ({ranked}):"))


def _row(*cells: str | Line) -> Row:
    return Row(tuple(map(line, cells)))


def _resolutions(ev: Evaluation) -> Table:
    """The resolutions with their arguments on either side by force."""
    rows = (
        _row(claim.id, (Pill(ev.label(claim.id)),), number_by_force(ev, ev.graph.supports(claim.id)),
             number_by_force(ev, ev.graph.rebuttals(claim.id)))
        for claim in ev.debate.resolutions
    )  # fmt: skip
    return Table("The resolutions", ("", "", "arguments for it", "arguments against it"), tuple(rows))


def _statements(ev: Evaluation) -> Iterator[Block]:
    """Each argument by its force, each claim by its standing."""
    for position in ev.debate.positions:
        rows = [_row(each.id, _standing(ev, each.id), *_strength(ev, each.id), ev.graph.sides[each.id] or "-")
                for each in position.arguments]  # fmt: skip
        if rows:
            yield Table(position.name, (position.name, *[""] * (len(rows[0].cells) - 1)), tuple(rows))


def _standing(ev: Evaluation, id: str) -> Line:
    if id not in ev.labelling.live:
        return (Pill(ev.label(id)),)
    found = force(ev, id)
    return (Pill(found.label, found.value),)


def _strength(ev: Evaluation, id: str) -> tuple[str, ...]:
    """How strong a statement is, where that was asked for. A resolution has none: it would follow how many arguments
    were listed."""
    if ev.strengths is None:
        return ()
    return ("" if id in ev.debate.resolution_ids else strength_word(ev.strengths, id),)


def _why(ev: Evaluation) -> Iterator[Block]:
    """What the undecided resolutions wait for."""
    told: dict[str, list[str]] = {}
    for doubt, said in why_undecided(ev):
        told.setdefault(doubt or next(reversed(told)), []).append(said)
    if told:
        open_ones = [claim.id for claim in ev.debate.resolutions if ev.label(claim.id) is Label.UNDEC]
        which = f"{open_ones[0]} is" if len(open_ones) == 1 else f"{len(open_ones)} are"
        yield Heading(3, line(f"Why {which} undecided"))
        yield Terms(tuple((line(doubt), line("; ".join(said))) for doubt, said in told.items()))


def _clashes(ev: Evaluation) -> Iterator[Block]:
    """The options that stand and exclude each other."""
    pairs = {tuple(sorted((claim.id, other))) for claim in ev.debate.resolutions for other in ev.clashes(claim.id)}
    for one, other in sorted(pairs):
        said = f"{one} and {other} both stand, and only one of them can be carried out."
        yield Paragraph(line(said), "note")


def _criteria(ev: Evaluation) -> Iterator[Block]:
    """How each option does by each criterion, where the debate has criteria."""
    if lines := list(criteria_lines(ev)):
        yield Table("By criterion", ("By criterion", "", ""), tuple(_row(*cells) for cells in lines))


def _sides(ev: Evaluation) -> Table:
    rows = table(ev)
    heads = ("", *(force.value for force in rows[0].forces), "unanswered")
    cells = (_row(row.title, *map(str, row.forces.values()), str(row.unanswered)) for row in rows)
    return Table("The arguments of each side", heads, tuple(cells))
