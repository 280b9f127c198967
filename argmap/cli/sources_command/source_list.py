"""`argmap sources`: the sources of a debate, what they are worth, who cites them and what they lack.

JSON is a list of objects: `debate`, `id`, `type`, `title`, `grade`, `date` (each null where it is not known), `cited`
(the ids of the statements that cite it), `used` (whether anything leads to it) and `lacks` (a list of words: `title`,
`author`, `date`, `URL`, `grade`, `accessed`, `qualifications`, `snapshot`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from argmap.cli.printing.excerpt import columns, shortened
from argmap.cli.printing.terminal import printable
from argmap.evidence.lock import Lock
from argmap.model import Debate, Source
from argmap.model.values import file_stem
from argmap.wording.counts import counted
from argmap.wording.sentences import capital

NONE = "-"
WIDTH = 100
LONGEST_ID = 44
"""Columns of an id; a longer one is cut."""


@dataclass(frozen=True)
class Row:
    """A source as it is listed: with its grade, who cites it and what it lacks."""

    source: Source
    cited: tuple[str, ...]
    used: bool
    lacks: tuple[str, ...]


@dataclass(frozen=True)
class Inventory:
    """The sources of one debate."""

    debate: Debate
    rows: tuple[Row, ...]

    def only(self, *, unused: bool, incomplete: bool) -> Inventory:
        """Those that nothing leads to, or that lack something, where that is asked for."""
        rows = (row for row in self.rows if not (unused and row.used) and not (incomplete and not row.lacks))
        return replace(self, rows=tuple(rows))


def inventory(folder: Path) -> Inventory:
    """The sources of the debate in a folder, in the order of what there is to do.

    Those come first that are cited and lack something, the most cited before others; those last that nothing leads
    to. Stops as `load_or_stop`.
    """
    from argmap.cli.debates.checked_debates import load_or_stop
    from argmap.rules.source_unused import unused

    loaded = load_or_stop(folder)
    debate = loaded.debate
    assert debate is not None  # load_or_stop has stopped otherwise
    lacking = _Lacks(debate, loaded.lock, _snapshots(folder))
    idle = set(unused(debate))
    cited = _cited(debate)
    rows = [
        Row(source, tuple(cited.get(id, ())), id not in idle, tuple(lacking.of(source)))
        for id, source in debate.sources.items()
    ]
    return Inventory(debate, tuple(sorted(rows, key=_urgency)))


def _urgency(row: Row) -> tuple[bool, int, int, str]:
    """What comes first: a missing text can be left for later."""
    return not row.used, 2 - bool(row.lacks) - bool(set(row.lacks) - {"snapshot"}), -len(row.cited), row.source.id


def _cited(debate: Debate) -> dict[str, list[str]]:
    """The statements that cite each source."""
    found: dict[str, list[str]] = {}
    for id, statement in debate.statements.items():
        for source in dict.fromkeys(piece.source for piece in statement.evidence):
            found.setdefault(source, []).append(id)
    return found


def _snapshots(folder: Path) -> set[str]:
    """The names, without their endings, of the texts that are at hand."""
    kept = folder / "snapshots"
    return {path.stem for path in kept.iterdir()} if kept.is_dir() else set()


class _Lacks:
    """What the sources of a debate lack, by the rules that say so; what is accepted in `ignore` is not lacking."""

    def __init__(self, debate: Debate, lock: Lock, snapshots: set[str]) -> None:
        from argmap.evidence.verification import QuoteStanding, standings
        from argmap.rules.cards.card_no_qualifications import unqualified

        self.ignored = {each.rule for each in debate.ignore}
        self.unqualified = unqualified(debate)
        pieces = [piece for statement in debate.statements.values() for piece in statement.evidence]
        self.carded = {piece.source for piece in pieces if piece.card}
        places = (place for place, standing in standings(debate, lock).items() if standing is QuoteStanding.UNVERIFIED)
        self.quoted = {debate.statements[place.statement].evidence[place.evidence].source for place in places}
        self.snapshots = snapshots

    def of(self, source: Source) -> Iterator[str]:
        """What one source lacks, in words that are its keys where there are such."""
        ignored = self.ignored | {each.rule for each in source.custom.ignore}
        for rule, words in self._by_rule(source):
            if rule not in ignored:
                yield from words

    def _by_rule(self, source: Source) -> Iterator[tuple[str, list[str]]]:
        from argmap.rules.cards.card_cite_incomplete import is_unread_page
        from argmap.rules.source_incomplete import gaps
        from argmap.rules.source_undated import is_undated

        id = source.id
        yield "source-incomplete", list(gaps(source))
        yield "source-undated", ["date"] * is_undated(source)
        yield "", ["grade"] * (source.grade is None)
        yield "card-cite-incomplete", ["accessed"] * (id in self.carded and is_unread_page(source))
        yield "card-no-qualifications", ["qualifications"] * (id in self.unqualified)
        yield "quote-unverified", ["snapshot"] * (id in self.quoted and file_stem(id) not in self.snapshots)


def as_json(every: Sequence[Inventory]) -> list[dict[str, Any]]:
    """For programs, in the form that this module's docstring gives."""
    return [
        {
            "debate": each.debate.id,
            "id": row.source.id,
            "type": row.source.type,
            "title": row.source.title,
            "grade": row.source.grade,
            "date": row.source.date,
            "cited": list(row.cited),
            "used": row.used,
            "lacks": list(row.lacks),
        }
        for each in every
        for row in each.rows
    ]


def as_text(every: Sequence[Inventory]) -> str:
    """A line for each source, under the title of its debate where there are several."""
    blocks = ["\n".join(_lines(each, titled=len(every) > 1)) for each in every]
    return "\n\n".join(block for block in blocks if block)


def _lines(each: Inventory, *, titled: bool) -> Iterator[str]:
    if titled and each.rows:
        yield printable(each.debate.title)
    if not each.rows:
        return
    ids = [shortened(printable(row.source.id), LONGEST_ID) for row in each.rows]
    dates = [_date(row.source) for row in each.rows]
    width, dated = max(map(columns, [*ids, "source"])), max(map(columns, [*dates, "date"]))
    yield f"{_padded('source', width)}  grade  {_padded('date', dated)}   cited  lacks"
    for row, id, date in zip(each.rows, ids, dates, strict=True):
        cited = str(len(row.cited)) if row.used else "unused"
        start = f"{_padded(id, width)}  {row.source.grade or NONE:<5}  {_padded(date, dated)}  {cited:>6}"
        yield start + _listed(row.lacks, WIDTH - columns(start))


def _date(source: Source) -> str:
    return printable(str(source.issued) if source.issued else NONE)[:21]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def _listed(words: Sequence[str], room: int) -> str:
    """As many words as there is room for, and how many more there are."""
    for shown in range(len(words), 0, -1):
        text = "  " + ", ".join(words[:shown]) + f", +{len(words) - shown}" * (shown < len(words))
        if columns(text) <= room:
            return text
    return f"  +{len(words)}" if words else ""


def summary(every: Sequence[Inventory]) -> str:
    """The closing line: how many sources there are, and how many of them want work."""
    rows = [row for each in every for row in each.rows]
    numbers = Counter({"unused": sum(not row.used for row in rows), "lacking": sum(bool(row.lacks) for row in rows)})
    parts = [f"{numbers['unused']} unused"] * bool(numbers["unused"])
    parts += [f"{numbers['lacking']} with something missing"] * bool(numbers["lacking"])
    return f"{capital(counted(len(rows), 'source'))}{': ' * bool(parts)}{', '.join(parts)}."
