"""`argmap.lock`: what has been verified and reviewed, and against which wording.

One line an entry, sorted, and nothing in it depends on another line, so that git can put two versions together:

    link STEP OWN TARGET                                a step was reviewed against this wording of both its ends
    quote STATEMENT SOURCE QUOTE SNAPSHOT START-END     a quote was found in a text of its source, there

OWN, TARGET, QUOTE and SNAPSHOT are digests: the first sixteen hex digits of SHA-256. They are made of wordings and hold
no ids, so that a renamed statement stays reviewed. Where a step or a quote has several entries, as after a merge, any
of them that fits is good: each says what somebody once saw. Lines of a kind that is not known are kept as they are.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeVar

from argmap.model import Debate, Rebuttal, Statement, Step, Support
from argmap.model.values import ID_PATTERN, SOURCE_ID_PATTERN
from argmap.wording.sentences import article

K = TypeVar("K")
V = TypeVar("V")

FILE = "argmap.lock"
HEADER = "# What was verified and reviewed. 'argmap verify' and 'argmap accept' write it; keep both sides in a merge.\n"
_DIGEST = re.compile(r"[0-9a-f]{16}")
_ID = re.compile(ID_PATTERN)
_RANGE = re.compile(r"([0-9]{1,12})-([0-9]{1,12})")
_SOURCE = re.compile(SOURCE_ID_PATTERN)
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)")
_LINE = re.compile(r"[^\r\n]+")


class ReviewedStep(NamedTuple):
    """A step, and the wording of both its ends when it was reviewed."""

    step: str
    own: str
    target: str

    def __str__(self) -> str:
        return f"link {self.step} {self.own} {self.target}"


class Quote(NamedTuple):
    """A quote of a statement that was found in a text of its source."""

    statement: str
    source: str
    quote: str
    snapshot: str
    start: int
    """Where it begins: a character offset into the text, as it was taken out of the file."""
    end: int

    def __str__(self) -> str:
        return f"quote {self.statement} {self.source} {self.quote} {self.snapshot} {self.start}-{self.end}"


class MalformedLine(NamedTuple):
    """A line that is not an entry: where it stands (character offsets), which fault it is, and why."""

    start: int
    end: int
    fault: str
    """`lock-entry`, `lock-conflict` or `lock-unknown`: the names of manual pages."""
    message: str


@dataclass(frozen=True)
class Lock:
    """The entries of a lock file."""

    links: frozenset[ReviewedStep] = frozenset()
    quotes: frozenset[Quote] = frozenset()
    others: frozenset[str] = frozenset()
    """Lines of kinds that a later argmap has."""

    def __bool__(self) -> bool:
        """Whether there is any entry."""
        return bool(self.links or self.quotes or self.others)

    @cached_property
    def links_of(self) -> dict[str, tuple[ReviewedStep, ...]]:
        """The entries of each step, by its id."""
        return _grouped((link.step, link) for link in sorted(self.links))

    @cached_property
    def quotes_of(self) -> dict[tuple[str, str], tuple[Quote, ...]]:
        """The entries of each statement and source."""
        return _grouped(((quote.statement, quote.source), quote) for quote in sorted(self.quotes))

    @cached_property
    def seen(self) -> frozenset[tuple[str, str]]:
        """Each source with the digest of a quote that was found in it, whoever made it."""
        return frozenset((quote.source, quote.quote) for quote in self.quotes)

    def __or__(self, other: Lock) -> Lock:
        """The entries of both: what a merge gives."""
        return Lock(self.links | other.links, self.quotes | other.quotes, self.others | other.others)

    def renamed(self, old: str, new: str) -> Lock:
        """The lock after a statement was given another id."""
        links = (ReviewedStep(new, link.own, link.target) if link.step == old else link for link in self.links)
        quotes = (_moved(quote, new, quote.source) if quote.statement == old else quote for quote in self.quotes)
        return Lock(frozenset(links), frozenset(quotes), self.others)

    def source_renamed(self, old: str, new: str) -> Lock:
        """The lock after a source was given another id."""
        quotes = (_moved(quote, quote.statement, new) if quote.source == old else quote for quote in self.quotes)
        return Lock(self.links, frozenset(quotes), self.others)

    def text(self) -> str:
        """The file: a comment, then every entry in order."""
        lines = [str(link) for link in sorted(self.links)]
        lines += [str(quote) for quote in sorted(self.quotes)]
        lines += sorted(self.others)
        return HEADER + "".join(f"{line}\n" for line in lines)


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _moved(quote: Quote, statement: str, source: str) -> Quote:
    return Quote(statement, source, quote.quote, quote.snapshot, quote.start, quote.end)


def parse(text: str) -> tuple[Lock, tuple[MalformedLine, ...]]:
    """The lock of a text, and what is wrong with it. Order, repetition, empty lines, indentation and kinds of line
    ends do not matter. The entries on both sides of a conflict are taken.
    """
    links, quotes, others = set[ReviewedStep](), set[Quote](), set[str]()
    faults: list[MalformedLine] = []
    for found in _LINE.finditer(text):
        entry = _entry(found[0], found.start())
        match entry:
            case ReviewedStep():
                links.add(entry)
            case Quote():
                quotes.add(entry)
            case MalformedLine():
                faults.append(entry)
                if entry.fault == "lock-unknown":
                    others.add(found[0].strip())
    return Lock(frozenset(links), frozenset(quotes), frozenset(others)), tuple(faults)


def _entry(line: str, at: int) -> ReviewedStep | Quote | MalformedLine | None:
    """The entry of a line; None for a comment or an empty one."""
    if _CONFLICT.match(line):
        return MalformedLine(at, at + len(line), "lock-conflict", "a merge conflict was left here")
    words = list(re.finditer(r"\S+", line))
    if not words or words[0][0].startswith("#"):
        return None
    kind = words[0][0]
    if kind not in _FIELDS:
        message = f"unknown kind of entry `{kind[:40]}`"
        return MalformedLine(at + words[0].start(), at + words[0].end(), "lock-unknown", message)
    wanted = _FIELDS[kind]
    for (name, pattern), word in zip(wanted, words[1:], strict=False):
        if not pattern.fullmatch(word[0]):
            message = f"`{word[0][:40]}` is not {article(name)}"
            return MalformedLine(at + word.start(), at + word.end(), "lock-entry", message)
    if len(words) != len(wanted) + 1:
        message = f"an entry `{kind}` has {len(wanted)} words after it; this one has {len(words) - 1}"
        return MalformedLine(at + words[0].start(), at + words[-1].end(), "lock-entry", message)
    return _made([word[0] for word in words])


def _made(words: list[str]) -> ReviewedStep | Quote:
    if words[0] == "link":
        return ReviewedStep(*words[1:])
    start, _, end = words[5].partition("-")
    return Quote(words[1], words[2], words[3], words[4], int(start), int(end))


_FIELDS = {
    "link": (("id", _ID), ("digest", _DIGEST), ("digest", _DIGEST)),
    "quote": (("id", _ID), ("source", _SOURCE), ("digest", _DIGEST), ("digest", _DIGEST), ("range", _RANGE)),
}


def digest(*parts: str | bytes) -> str:
    """Sixteen hex digits for a sequence of texts; where one ends and the next begins is part of it."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big"))
        found.update(data)
    return found.hexdigest()[:16]


@lru_cache(maxsize=4096)
def worded(text: str) -> str:
    """A text without what wrapping, indentation, a byte order mark or the form of its accents make of it."""
    return " ".join(unicodedata.normalize("NFC", text).replace("\ufeff", "").split())


def link_of(debate: Debate, id: str) -> ReviewedStep:
    """A step as it is now. Raises KeyError for what is not in the debate, TypeError for a claim."""
    step = debate.statements[id]
    if not isinstance(step, Support | Rebuttal):
        raise TypeError(f"{id} is a claim and has no step")
    return ReviewedStep(id, digest(*_own(debate, step)), digest(*_target(debate, step)))


def _own(debate: Debate, step: Step) -> Iterator[str]:
    """What a step says, and how: its kind, the wording of its statement, and of its premises in any order."""
    yield _kind(step)
    yield from _says(debate, step)


def _kind(step: Step) -> str:
    if isinstance(step, Support):
        return "support"
    return "undercut" if step.undercuts else "rebut"


def _says(debate: Debate, statement: Statement) -> Iterator[str]:
    yield worded(statement.text or "")
    if isinstance(statement, Support | Rebuttal):
        premises = (debate.statements.get(id) for id in statement.premise_ids)
        yield from sorted(worded(premise.text or "") for premise in premises if premise)


def _target(debate: Debate, step: Step) -> Iterator[str]:
    """What a step is about: a statement, or the step that it undercuts with both that step's ends."""
    target = debate.statements.get(step.target)
    if target is None:
        return
    if not (isinstance(step, Rebuttal) and step.undercuts and isinstance(target, Support | Rebuttal)):
        yield worded(target.text or "")
        return
    yield from _own(debate, target)
    beyond = debate.statements.get(target.target)
    yield "to"
    yield from _says(debate, beyond) if beyond else ()


class Suspect(NamedTuple):
    """A step that was reviewed, and which of its ends has another wording since."""

    step: Step
    own_changed: bool
    target_changed: bool


def suspects(debate: Debate, lock: Lock) -> Iterator[Suspect]:
    """The reviewed steps that are not now as anybody reviewed them, in the debate's order."""
    if not lock.links:
        return
    lost = _grouped((link.own, link) for link in sorted(lock.links) if link.step not in debate.statements)
    for id, statement in debate.statements.items():
        entries = lock.links_of.get(id)
        if not (entries or lost) or not isinstance(statement, Support | Rebuttal):
            continue
        now = link_of(debate, id)
        entries = entries or lost.get(now.own, ())  # renamed by hand: its review goes with its words
        if not entries or any((now.own, now.target) == (entry.own, entry.target) for entry in entries):
            continue
        own = all(entry.own != now.own for entry in entries)
        target = all(entry.target != now.target for entry in entries)
        yield Suspect(statement, own or not target, target or not own)


def accepted(lock: Lock, debate: Debate, ids: Collection[str]) -> Lock:
    """The lock after a review of these steps as they are now. Raises as `link_of`.

    Where a merge has left several entries of a step and one of them is of its present wording, the others go.
    """
    named = frozenset(ids)
    merged = {id for id, entries in lock.links_of.items() if len(entries) > 1 and id in debate.statements} - named
    settled = {id for id in merged if link_of(debate, id) in lock.links}
    kept = (link for link in lock.links if link.step not in named | settled)
    return Lock(frozenset(kept) | {link_of(debate, id) for id in named | settled}, lock.quotes, lock.others)


def steps_of(debate: Debate) -> tuple[Step, ...]:
    """Every support and rebuttal, in the debate's order."""
    return tuple(s for s in debate.statements.values() if isinstance(s, Support | Rebuttal))


def without_gone(lock: Lock, debate: Debate) -> Lock:
    """The lock without the reviews of steps that the debate no longer has."""
    steps = {step.id for step in steps_of(debate)}
    return Lock(frozenset(link for link in lock.links if link.step in steps), lock.quotes, lock.others)
