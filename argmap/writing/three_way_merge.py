"""A three-way merge of a file of the format, entry by entry: what git calls as a merge driver.

Lines are a poor unit for a list of statements: two branches that each add one after the last conflict, and git's
`merge=union` drops lines that both additions share. Here the units are entries: statements and sources by their id,
evidence by its source, suppressions by their rule, and the keys of mappings. What one side left alone is as the other
side has it; what both added is kept, ours first; what both changed, each otherwise, is a conflict, with git's markers
around that entry alone. The text of an entry is taken over as it stands, with its comments. What stands in brackets
is merged key by key, too; where both changed the same key there, all of it is the conflict. An entry that one side only
gave another name is still the same. What would be a conflict is put together line by line where git can do that. Where
fewer lines are in conflict in git's own merge, and no statement is in it twice, that is taken.

Nothing recurses over the depth of the data: each step is a generator that asks for the next one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from argmap.loader.nodes import ScalarNode
from argmap.writing.merge_brackets import merged_in_brackets
from argmap.writing.merge_sides import of_three, order_of
from argmap.writing.merge_units import IDS, REQUIRED, STATEMENTS, Unit, root, said_by
from argmap.writing.tree import Tree, UnreadableError, grow

MARKER = 7
"""How many characters a conflict marker has where nobody says otherwise."""

MOST_BY_LINES = 500
"""In how many entries git is asked for a merge line by line; what both sides changed in others is a conflict."""

_SHARED = 100
"""Entries that say what more than so many others say, too, are not known by it under another name."""

_Step = Generator["_Step", str, str]


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged text, how many conflicts it has, and why it is not to be trusted where there is no marker in it."""

    text: str
    conflicts: int
    trouble: str | None = None


Lines = Callable[[str, str, str], Merged | None]
"""A merge line by line of base, ours and theirs, with the same marks: what git makes of them; None where there is no
git."""


def merge(
    base: str,
    ours: str,
    theirs: str,
    marker: int = MARKER,
    labels: tuple[str, str] = ("ours", "theirs"),
    lines: Lines | None = None,
) -> Merged | None:
    """Put two descendants of one text together; None where one of the three cannot be taken apart into entries.

    `labels` stand after the marks of a conflict; what `lines` can put together is none, or a smaller one.
    """
    texts = [_plain(text) for text in (base, ours, theirs)]
    signs = (f"{'<' * marker} {labels[0]}\n", "=" * marker + "\n", f"{'>' * marker} {labels[1]}\n")
    done = _merged(texts, signs, lines)
    if done is not None and lines is not None and (done.conflicts or done.trouble):
        done = _or_by_lines(done, lines(*texts), texts, signs)
    return None if done is None else replace(done, text=_like(ours, done.text))


def _or_by_lines(done: Merged, whole: Merged | None, texts: Sequence[str], signs: tuple[str, str, str]) -> Merged:
    """A merge with conflicts or trouble; or that by lines, where it has fewer lines in conflict and is sound whichever
    side they are settled for."""
    if whole is None:
        return done
    *sides, size = _resolved(whole.text, signs)
    is_sound = all(_trouble(str(side), texts[1:]) is None for side in sides)
    if done.trouble and (size or not is_sound):
        done = _merged(texts, signs, None) or done
    is_smaller = not size or done.trouble is not None or size < _resolved(done.text, signs)[2]
    return whole if is_sound and is_smaller else done


def _resolved(text: str, signs: tuple[str, str, str]) -> tuple[str, str, int]:
    """A text with each conflict settled as our side has it, and as theirs; and how many lines are in conflict."""
    sides = list[str](), list[str]()
    number, within = 0, list(sides)
    for line in text.splitlines(keepends=True):
        if line in signs:
            within = [[sides[0]], [sides[1]], list(sides)][signs.index(line)]
            continue
        number += len(within) == 1
        for side in within:
            side.append(line)
    return "".join(sides[0]), "".join(sides[1]), number


def _merged(texts: Sequence[str], signs: tuple[str, str, str], lines: Lines | None) -> Merged | None:
    try:
        old, mine, other = (root(text) for text in texts)
    except UnreadableError:
        return None
    if mine is None or other is None or (old is None and texts[0].strip()):
        return None
    merger = _Merger(*signs, lines)
    text = merger.run(merger.merged(old, mine, other))
    return Merged(text, merger.conflicts, None if merger.conflicts else _trouble(text, texts[1:]))


def _plain(text: str) -> str:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text if text.endswith("\n") or not text else text + "\n"


def _like(ours: str, text: str) -> str:
    """With the byte order mark and the line ends of our side."""
    crlf = re.match(r"[^\n]*\r\n", ours) is not None
    return "\ufeff" * ours.startswith("\ufeff") + (text.replace("\n", "\r\n") if crlf else text)


def _trouble(text: str, sides: Sequence[str]) -> str | None:
    """What is wrong with a merge without conflicts, None where all is well."""
    tree = grow("merged", text)
    if not isinstance(tree, Tree):
        return "the two versions do not fit together line by line"
    twice = [id for id, count in _ids(tree).items() if count > 1]
    if not twice:
        return None
    before = [_ids(side_tree) for side in sides if isinstance(side_tree := grow("side", side), Tree)]
    new = [id for id in twice if all(ids[id] < 2 for ids in before)]
    return f"{new[0]} would be in it twice: both versions have one, in different places" if new else None


def _ids(tree: Tree) -> Counter[str]:
    return Counter(
        slot.value.data
        for slot in tree.slots
        if slot.name in IDS and isinstance(slot.value, ScalarNode) and slot.value.data and slot.parent.holder
    )


class _Merger:
    """One merge, with its markers and the count of its conflicts."""

    def __init__(self, opening: str, middle: str, closing: str, lines: Lines | None) -> None:
        self.opening, self.middle, self.closing, self.lines = opening, middle, closing, lines
        self.conflicts, self.asked = 0, 0

    def run(self, step: _Step) -> str:
        """Follow a step and all that it asks for."""
        stack, value = [step], ""
        start = True
        while stack:
            try:
                stack.append(next(stack[-1]) if start else stack[-1].send(value))
                start = True
            except StopIteration as stop:
                stack.pop()
                value, start = stop.value, False
        return value

    def merged(self, base: Unit | None, ours: Unit, theirs: Unit) -> _Step:
        """The text of an entry that both sides have, at our column."""
        if _same(ours, theirs) or (base is not None and _same(base, theirs)):
            return ours.text
        if base is not None and _same(base, ours):
            return _moved(theirs.text, ours.column - theirs.column)
        shift = ours.column - theirs.column
        if not all(unit.is_open or unit.is_empty for unit in (base, ours, theirs) if unit is not None):
            in_brackets = merged_in_brackets(base, ours, theirs)
            return self.apart(base, ours, theirs) if in_brackets is None else in_brackets
        if not (ours.is_open and theirs.is_open):
            if base or ours.is_open == theirs.is_open:
                return self.apart(base, ours, theirs)
            return ours.text if ours.is_open else _moved(theirs.text, shift)
        head = of_three(base.head if base else None, ours.head, _moved(theirs.head, shift))
        tail = of_three(base.tail if base else "", ours.tail, _moved(theirs.tail, ours.indent - theirs.indent))
        if head is None or tail is None:
            return self.apart(base, ours, theirs)
        for side in (ours, theirs):
            side.below = _named_as_before(base, side)
        parts = []
        for name in order_of(base.below if base else {}, ours.below, theirs.below):
            parts.append((yield self.entry(name, base, ours, theirs)))
        body = "".join(parts)
        return _assembled(ours, head, body, tail)

    def entry(self, name: str, base: Unit | None, ours: Unit, theirs: Unit) -> _Step:
        """The text of an entry below, empty where it is gone."""
        old = base.below.get(name) if base else None
        mine, other = ours.below.get(name), theirs.below.get(name)
        if mine is not None and other is not None:
            return (yield self.merged(old, mine, other))
        kept = mine if mine is not None else other
        if kept is None:
            return ""
        text = kept.text if mine is not None else _moved(kept.text, ours.indent - theirs.indent)
        if old is None:
            return text
        if _same(old, kept):
            return ""
        return self.conflict(text, "") if mine is not None else self.conflict("", text)

    def apart(self, base: Unit | None, ours: Unit, theirs: Unit) -> str:
        """Both texts of an entry that cannot be taken apart, at our column, as a conflict."""
        old = _moved(base.text, ours.column - base.column) if base else ""
        return self.conflict(ours.text, _moved(theirs.text, ours.column - theirs.column), old)

    def conflict(self, ours: str, theirs: str, base: str = "") -> str:
        """Both texts between markers, unless they fit together line by line."""
        if base and self.lines is not None and self.asked < MOST_BY_LINES:
            self.asked += 1
            together = self.lines(base, ours, theirs)
            if together is not None and not together.conflicts:
                return together.text
        self.conflicts += 1
        return self.opening + ours + self.middle + theirs + self.closing


def _named_as_before(base: Unit | None, side: Unit) -> dict[str, Unit]:
    """The entries of a side by the names that they had, where it gave them others and left most else as it was."""
    before, now = base.below if base else {}, side.below
    gone = [unit for name, unit in before.items() if name not in now and _is_named(unit)]
    new = [unit for name, unit in now.items() if name not in before and _is_named(unit)]
    old = {other.name: unit.name for unit, other in _pairs(gone, new)}
    return {old.get(name, name): unit for name, unit in now.items()}


def _is_named(unit: Unit) -> bool:
    return unit.is_item and isinstance(unit.data, dict) and bool(IDS & unit.data.keys())


def _pairs(gone: Sequence[Unit], new: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """What went and what came that is the same under another name: each is like the other, and like no third."""
    before, saying = [_parts(unit.data) for unit in gone], defaultdict[tuple[str, str], list[int]](list)
    for n, parts in enumerate(before):
        for part in parts:
            saying[part].append(n)
    telling = {part: units for part, units in saying.items() if len(units) <= _SHARED}
    likes = list[tuple[int, int]]()
    for m, parts in enumerate(_parts(unit.data) for unit in new):
        near = {n for part in parts for n in telling.get(part, ())}
        likes += ((n, m) for n in sorted(near) if _is_like(before[n], parts))
    often, also = Counter(n for n, _ in likes), Counter(m for _, m in likes)
    yield from ((gone[n], new[m]) for n, m in likes if often[n] == also[m] == 1)


def _is_like(mine: set[tuple[str, str]], its: set[tuple[str, str]]) -> bool:
    """Whether more than half of what two items say is the same."""
    return 2 * len(mine & its) > len({key for key, _ in mine | its})


def _parts(data: Mapping[str, Any]) -> set[tuple[str, str]]:
    """What an item says beyond its name and its target; of what stands below it the names."""
    said = {(key, said_by(value)) for key, value in data.items() if key not in IDS | STATEMENTS | {"of", "undercuts"}}
    below = (item for key in STATEMENTS for item in data.get(key) or () if isinstance(item, dict))
    return said | {(f"below {item[key]}", "") for item in below for key in IDS & item.keys()}


def _assembled(ours: Unit, head: str, body: str, tail: str) -> str:
    """An entry from its parts: the dash before the first, and no list without anything in it."""
    if not body.strip():
        if ours.name in REQUIRED:
            return head.rstrip().removesuffix(":") + ": []\n" + tail
        return tail if not ours.is_item else ""
    if not ours.is_item:
        return head + body + tail
    gap = len(body) - len(body.lstrip("\n"))
    at = gap + ours.column
    line = body[gap : body.index("\n", gap)]
    if line.startswith(" " * (ours.column + 2)) and not line.lstrip().startswith("#"):
        return head + body[:at] + "-" + body[at + 1 :] + tail
    return f"{head}{' ' * ours.column}-\n{body}{tail}"


def _same(one: Unit, other: Unit) -> bool:
    """Whether two entries say the same, with the same comments."""
    if one.text == other.text or _moved(other.text, one.column - other.column).rstrip() == one.text.rstrip():
        return True
    if _comments(one.text) != _comments(other.text):
        return False
    said = said_by(one.data)
    return said != "" and said == said_by(other.data)


def _comments(text: str) -> list[str]:
    """What may be the comments of a text: more than they are, but the same for texts that differ in white space."""
    return re.findall(r"(?:^|\s)(#[^\n]*\S)", text) if "#" in text else []


_MARGIN = re.compile(r"^[ ]*(?=[^ \n])", re.MULTILINE)


def _moved(text: str, columns: int) -> str:
    """A text so many columns further to the right."""
    if columns == 0:
        return text
    move: Callable[[re.Match[str]], str] = lambda found: " " * max(0, len(found[0]) + columns)  # noqa: E731
    return _MARGIN.sub(move, text)
