"""How far a processor and pandoc agree over the library, by type and style.

    python -m tests.citations.agreement --style apa
    python -m tests.citations.agreement --style apa --processor package.module:function --show 40 --type book

A processor is a function of the items and the text of a style that gives `Rendered`. Where it gives plain text,
plain text is compared; where it gives runs, emphasis and the like must agree as well, and addresses must lead where
they say.
"""

from __future__ import annotations

import argparse
import difflib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module

from tests.citations import pandoc
from tests.citations.library import Work, shelves
from tests.citations.pandoc import Processor, Rendered
from tests.citations.runs import Text, links, marked, plain
from tests.citations.styles import HELD, style_text

PARTS = ("in-text", "entry", "links")


@dataclass(frozen=True)
class Difference:
    """One item that the two write differently, in one part."""

    work: Work
    style: str
    part: str
    ours: str
    pandocs: str


@dataclass(frozen=True)
class Agreement:
    """What was compared in one style, and what differs."""

    style: str
    works: Sequence[Work]
    differences: Sequence[Difference]
    misplaced: Sequence[str]
    """Ids that would have to move for the references to stand in pandoc's order."""
    orders: tuple[str, str] = ("", "")
    """The ids in our order and in pandoc's, of one bibliography."""

    def share(self, part: str, works: Iterable[Work] | None = None) -> float:
        """The share of items, of these or of all, that agree in this part."""
        ids = {work.item["id"] for work in (self.works if works is None else works)}
        differ = {d.work.item["id"] for d in self.differences if d.part == part}
        return 1 - len(ids & differ) / max(1, len(ids))


def agreement(processor: Processor, style: str, of: Sequence[Sequence[Work]] | None = None) -> Agreement:
    """Runs both and compares, shelf by shelf; the whole library unless other shelves are given."""
    text, found = style_text(style), []
    for shelf in shelves() if of is None else of:
        items = [work.item for work in shelf]
        found.append(compare(style, shelf, processor(items, text), pandoc.cite(items, text)))
    return Agreement(
        style,
        [work for each in found for work in each.works],
        [difference for each in found for difference in each.differences],
        [id for each in found for id in each.misplaced],
    )


def compare(style: str, works: Sequence[Work], ours: Rendered, theirs: Rendered) -> Agreement:
    """Every item in every part; an entry that is empty is as good as none."""
    differences = []
    our_entries, their_entries = dict(ours.entries), dict(theirs.entries)
    for work in works:
        id = work.item["id"]
        pairs = {
            "in-text": _comparable(ours.in_text.get(id, ""), theirs.in_text[id]),
            "entry": _comparable(our_entries.get(id, ""), their_entries.get(id, "")),
            "links": _led(our_entries.get(id, ""), their_entries.get(id, "")),
        }
        differences += [Difference(work, style, part, a, b) for part, (a, b) in pairs.items() if a != b]
    our_order, their_order = _order(ours), _order(theirs)
    orders = (" ".join(our_order), " ".join(their_order))
    return Agreement(style, works, differences, _misplaced(our_order, their_order), orders)


def _comparable(ours: Text, theirs: Text) -> tuple[str, str]:
    return (marked(ours), plain(theirs)) if isinstance(ours, str) else (marked(ours), marked(theirs))


def _led(ours: Text, theirs: Text) -> tuple[str, str]:
    """Addresses shown and linked; pandoc also links titles to addresses that are not shown, which does not count."""
    if isinstance(ours, str):
        return "", ""
    both = [[to for shown, to in links(text) if shown.strip() == to] for text in (ours, theirs)]
    return " ".join(both[0]), " ".join(both[1])


def _order(rendered: Rendered) -> list[str]:
    return [id for id, text in rendered.entries if marked(text)]


def _misplaced(ours: list[str], theirs: list[str]) -> list[str]:
    matcher = difflib.SequenceMatcher(a=theirs, b=ours, autojunk=False)
    kept = {id for start, _, size in matcher.get_matching_blocks() for id in theirs[start : start + size]}
    return [id for id in ours if id not in kept]


def table(found: Agreement) -> str:
    """Agreement by type, worst first, and the values of factors that differ most often."""
    rows = [f"{found.style}: {len(found.works)} items, {len(found.misplaced)} of the references out of place"]
    rows += [f"{'':28}{'in text':>9}{'entries':>9}{'links':>9}"]
    types = sorted({work.item["type"] for work in found.works})
    groups = {kind: [work for work in found.works if work.item["type"] == kind] for kind in types}
    for kind in sorted(groups, key=lambda kind: sum(found.share(part, groups[kind]) for part in PARTS)):
        rows.append(f"{kind:28}" + "".join(f"{found.share(part, groups[kind]):9.1%}" for part in PARTS))
    rows.append(f"{'all':28}" + "".join(f"{found.share(part):9.1%}" for part in PARTS))
    return "\n".join(rows)


def suspects(found: Agreement, part: str, most: int = 15) -> str:
    """Values of factors by how much more often items that have them differ."""
    differ = {d.work.item["id"] for d in found.differences if d.part == part}
    with_value: Counter[tuple[str, str]] = Counter()
    differing: Counter[tuple[str, str]] = Counter()
    for work in found.works:
        with_value.update(work.made_of.items())
        differing.update(work.made_of.items() if work.item["id"] in differ else ())
    worst = sorted(differing, key=lambda pair: -(differing[pair] ** 2) / with_value[pair])[:most]
    return "\n".join(f"  {differing[p]:3} of {with_value[p]:3} differ with {p[0]} = {p[1]}" for p in worst)


def shown(difference: Difference) -> str:
    """The two texts, and below them what is missing and what is too much."""
    made_of = ", ".join(f"{factor}: {value}" for factor, value in difference.work.made_of.items() if value != "none")
    return (
        f"{difference.work.item['id']} [{difference.style}, {difference.part}] {made_of}\n"
        f"  ours   {difference.ours}\n  pandoc {difference.pandocs}\n  {_changes(difference.ours, difference.pandocs)}"
    )


def _changes(ours: str, theirs: str) -> str:
    a, b = (re.findall(r"\w+|\s+|[^\w\s]", text) for text in (ours, theirs))
    matcher = difflib.SequenceMatcher(a=a, b=b, autojunk=False)
    parts = [(tag, "".join(a[i:j]), "".join(b[k:m])) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]
    return "; ".join(f"{left!r} should be {right!r}" for _, left, right in parts)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Compare a citation processor with pandoc over the library.")
    parser.add_argument("--style", action="append", help="bundled style; may be repeated (default: those held)")
    parser.add_argument("--processor", default="tests.citations.processors:argmap", help="package.module:function")
    parser.add_argument("--show", type=int, default=20, help="how many differences to show (default: 20)")
    parser.add_argument("--part", choices=PARTS, action="append", help="show differences of this part alone")
    parser.add_argument("--type", action="append", help="show differences of items of this type alone")
    parser.add_argument("--id", action="append", help="show differences of this item alone")
    return parser.parse_args()


def main() -> None:
    """Prints the table of each style and the first differences."""
    given = _arguments()
    module, _, name = given.processor.partition(":")
    processor: Processor = getattr(import_module(module), name)
    for style in given.style or HELD:
        found = agreement(processor, style)
        print(table(found), suspects(found, (given.part or ["entry"])[0]), sep="\n", end="\n\n")
        wanted = [
            d for d in found.differences
            if (not given.part or d.part in given.part)
            and (not given.type or d.work.item["type"] in given.type)
            and (not given.id or d.work.item["id"] in given.id)
        ]  # fmt: skip
        print(*(shown(d) for d in wanted[: given.show]), sep="\n\n", end="\n\n")


if __name__ == "__main__":
    main()
