"""How alike two texts are, and which records of two versions are the same under another id.

Likeness is the Dice coefficient of words and pairs of neighbouring words: 1 for the same words in the same order, 0 for
no word in common. It is symmetric, so that a comparison turned round proposes the same pairs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

from argmap.model.change import Subject
from argmap.reviews.records import HEADER, Key, Record, Records

NEAR = 0.6
"""Two texts that are less alike than this are not taken for one."""

Marks = Callable[[Record], Iterator[object]]

_MOST_PAIRS = 40_000
"""Where more than this many pairs stand at the same neighbour, only those with the same text are paired."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A record of one version, and what it is called in the other; `score` from 0 to 1."""

    subject: Subject
    before: str
    after: str
    score: float


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1."""
    if one == other:
        return 1.0
    left, right = _grams(one), _grams(other)
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 1.0


@lru_cache(maxsize=4096)
def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return Counter([(word,) for word in words] + list(pairwise(words)))


def renames(before: Records, after: Records) -> list[Pair]:
    """Which records of the one version are records of the other under another id, each at most once.

    A statement is the same where its text is the same and nothing else has that text, or where the text is near and
    it stands among the same neighbours: it answers to the same target, or the same answers to it. A position is the
    same where most of its statements are; a source where its address, or its title and date, are; a criterion where its
    name is.
    """
    found = _statements(before, after)
    found += _by_mark(before, after, "source", _source_marks)
    found += _criteria(before.get(HEADER, {}), after.get(HEADER, {}))
    found += _positions(before, after, {pair.before: pair.after for pair in found if pair.subject == "statement"})
    return found


def _only(records: Records, others: Records, subject: Subject) -> dict[str, Record]:
    return {key[1]: record for key, record in records.items() if key[0] == subject and key not in others}


def _statements(before: Records, after: Records) -> list[Pair]:
    gone, new = _only(before, after, "statement"), _only(after, before, "statement")
    if not gone or not new:
        return []
    exact = _by_mark(before, after, "statement", _text_marks)
    known = {pair.before: pair.after for pair in exact}
    taken = set(known.values())
    gone = {id: record for id, record in gone.items() if id not in known}
    new = {id: record for id, record in new.items() if id not in taken}
    near = _best(_near_pairs(gone, new, _answers(before), _answers(after), known))
    return [*exact, *near]


def _criteria(before: Record, after: Record) -> list[Pair]:
    """Criteria of one name."""
    old, new = ({each.id: each.name for each in record.get("criteria", ())} for record in (before, after))
    gone = {name: id for id, name in old.items() if id not in new}
    come = {name: id for id, name in new.items() if id not in old}
    return [Pair("criterion", gone[name], come[name], 1.0) for name in gone if name in come]


def _by_mark(before: Records, after: Records, subject: Subject, marks: Marks) -> list[Pair]:
    """Pairs that share a mark which only they have."""
    gone, new = _only(before, after, subject), _only(after, before, subject)
    left, right = _unique(gone, marks), _unique(new, marks)
    shared = {(id, right[mark]): None for mark, id in left.items() if mark in right}
    return _best(Pair(subject, id, other, 1.0) for id, other in shared)


def _unique(records: Mapping[str, Record], marks: Marks) -> dict[object, str]:
    by_mark: defaultdict[object, list[str]] = defaultdict(list)
    for id, record in records.items():
        for mark in marks(record):
            by_mark[mark].append(id)
    return {mark: ids[0] for mark, ids in by_mark.items() if len(ids) == 1}


def _text_marks(record: Record) -> Iterator[object]:
    if record.get("text"):
        yield " ".join(record["text"].split())


def _source_marks(record: Record) -> Iterator[object]:
    for field in ("DOI", "URL"):
        if record.get(field):
            yield field, record[field]
    if record.get("title"):
        yield "title", record["title"], str(record.get("issued")), str(record.get("author"))


def _answers(records: Records) -> dict[str, set[str]]:
    """What answers to each statement."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for (subject, id), record in records.items():
        if subject == "statement" and (target := _target(record)):
            found[target].add(id)
    return found


def _target(record: Record) -> str | None:
    return record.get("of") or record.get("undercuts")


def _near_pairs(
    gone: Mapping[str, Record], new: Mapping[str, Record],
    answers_before: Mapping[str, set[str]], answers_after: Mapping[str, set[str]], known: Mapping[str, str],
) -> Iterator[Pair]:  # fmt: skip
    """Pairs that stand among the same neighbours and whose texts are near."""
    left = _by_neighbour(gone, answers_before, known)
    right = _by_neighbour(new, answers_after, {})
    seen = set[tuple[str, str]]()
    for mark, ids in left.items():
        others = right.get(mark, [])
        if len(ids) * len(others) > _MOST_PAIRS:
            continue
        for id, other in product(ids, others):
            if (id, other) not in seen:
                seen.add((id, other))
                score = likeness(gone[id]["text"], new[other]["text"])
                if score >= NEAR:
                    yield Pair("statement", id, other, round(score, 2))


def _by_neighbour(
    records: Mapping[str, Record], answers: Mapping[str, set[str]], known: Mapping[str, str]
) -> dict[object, list[str]]:
    """The statements with a text, by what each stands next to."""
    found: defaultdict[object, list[str]] = defaultdict(list)
    for id, record in records.items():
        if record.get("text"):
            for mark in _neighbours(record, answers.get(id, set()), known):
                found[mark].append(id)
    return found


def _neighbours(record: Record, answers: Iterable[str], known: Mapping[str, str]) -> Iterator[object]:
    target = _target(record)
    if target:
        yield "target", known.get(target, target)
    elif record["position"] == "":
        yield "resolution"
    yield from (("answer", known.get(answer, answer)) for answer in answers)


def _best(pairs: Iterable[Pair]) -> list[Pair]:
    """The most alike first, each record once; ties are broken in a way that does not depend on the direction."""
    found: list[Pair] = []
    left, right = set[str](), set[str]()
    for pair in sorted(pairs, key=lambda p: (-p.score, sorted((p.before, p.after)))):
        if pair.before not in left and pair.after not in right:
            left.add(pair.before)
            right.add(pair.after)
            found.append(pair)
    return found


def _positions(before: Records, after: Records, names: Mapping[str, str]) -> list[Pair]:
    """Positions most of whose statements went to the other one together."""
    gone, new = _only(before, after, "position"), _only(after, before, "position")
    if not gone or not new:
        return []
    left, right = _members(before), _members(after)
    pairs = []
    for id in gone:
        members = {names.get(member, member) for member in left.get(id, ())}
        for other in new:
            both, every = len(members & right.get(other, set())), len(members | right.get(other, set()))
            if every and 2 * both > every:
                pairs.append(Pair("position", id, other, round(both / every, 2)))
    return _best(pairs)


def _members(records: Records) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for (subject, id), record in records.items():
        if subject == "statement":
            found[record["position"]].add(id)
    return found


def names_of(pairs: Iterable[Pair]) -> dict[Key, str]:
    """New ids by what is renamed."""
    return {(pair.subject, pair.before): pair.after for pair in pairs}
