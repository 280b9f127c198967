"""Abstract frameworks as files, in the three formats of the competitions on computational models of argumentation.

- `iccma` (2023): `p af N`, then an attack `A B` a line, arguments being the numbers 1 to N; `#` begins a comment.
- `apx`: `arg(a).` and `att(a,b).`; `%` begins a comment.
- `tgf`: an argument a line, a line `#`, then an attack `a b` a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from argmap.framework import Framework, Links

MOST_ARGUMENTS = 10_000_000
"""More are refused: a number that large is a slip, and would fill the memory."""


@dataclass(frozen=True)
class Malformed:
    """What is wrong with a file, and in which line (from 1)."""

    line: int
    reason: str


class _Wrong(Exception):  # noqa: N818 - never leaves this module
    """Malformed, on its way up."""

    def __init__(self, line: int, reason: str) -> None:
        self.fault = Malformed(line, reason)


@dataclass
class _Abstract:
    """Arguments by their place, and attacks: attacker and attacked in turn, by their places, in file order. A flat
    list, since a million pairs would keep the garbage collector busy for seconds."""

    places: dict[str, int] = field(default_factory=dict)
    attacks: list[int] = field(default_factory=list)

    def add(self, line: int, name: str) -> None:
        if name in self.places:
            raise _Wrong(line, f"argument {_shown(name)} is declared twice")
        self.places[name] = len(self.places)

    def attack(self, line: int, attacker: str, attacked: str) -> None:
        try:
            self.attacks += self.places[attacker], self.places[attacked]
        except KeyError:
            unknown = attacked if attacker in self.places else attacker
            raise _Wrong(line, f"there is no argument {_shown(unknown)}") from None


def parse(content: bytes, form: str | None = None) -> Framework | Malformed:
    """Read a file of that format; where none is named, of the one that its content looks like."""
    try:
        lines = _lines(content)
        found = READERS[form or detect(content)](lines)
    except _Wrong as wrong:
        return wrong.fault
    return _framework(found)


def detect(content: bytes, name: str = "") -> str:
    """The format by the file's extension, or else by its first line that is no comment: `p af …` is iccma,
    `arg(…` or `att(…` is apx, anything else tgf."""
    extension = name.lower().rpartition(".")[2] if "." in name else ""
    if extension in EXTENSIONS:
        return EXTENSIONS[extension]
    head = content[:100_000].removeprefix(b"\xef\xbb\xbf")
    rows = (line.split() for line in head.splitlines() if line.strip())
    words = next((row for row in rows if not row[0].startswith((b"#", b"%"))), [])
    if words[:2] == [b"p", b"af"] or not words:
        return "iccma"
    return "apx" if re.match(rb"(arg|att)\s*(\(|$)", b" ".join(words)) else "tgf"


def _lines(content: bytes) -> list[str]:
    if not content.strip():
        raise _Wrong(1, "the file is empty")
    if b"\0" in content[:100_000]:
        raise _Wrong(content[: content.index(b"\0")].count(b"\n") + 1, "this is not a text file")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _Wrong(content[: error.start].count(b"\n") + 1, "this is not UTF-8 text") from None
    # not splitlines(), which breaks at characters that no editor counts as the end of a line
    return text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")


def _iccma(lines: list[str]) -> _Abstract:
    rows = ((n, line.split()) for n, line in enumerate(lines, 1) if line and not line.lstrip().startswith("#"))
    rows = ((n, words) for n, words in rows if words)
    line, head = next(rows, (1, []))
    found = _Abstract()
    for name in range(1, _size(line, head) + 1):
        found.places[str(name)] = name - 1
    if not _all_at_once(found, lines[line:]):
        for line, words in rows:
            if len(words) != 2:
                raise _Wrong(line, _not_an_attack(words))
            found.attack(line, *words)
    return found


_PLAIN = re.compile("(?:[0-9]+ [0-9]+\n)*")


_BATCH = 50_000
"""Lines taken at a time: many, since that is what makes it quick, but not so many that it could not be interrupted."""


def _all_at_once(found: _Abstract, lines: list[str]) -> bool:
    """Take a million plain attacks in a fraction of a second. False, and nothing done, where there is anything else
    among them: a comment, or a fault whose line is wanted."""
    attacks: list[int] = []
    for at in range(0, len(lines), _BATCH):
        text = "\n".join([*lines[at : at + _BATCH], ""])
        if not _PLAIN.fullmatch(text):
            return False
        try:
            attacks += list(map(found.places.__getitem__, text.split()))
        except KeyError:
            return False
    found.attacks += attacks
    return True


def _size(line: int, head: list[str]) -> int:
    if head[:2] != ["p", "af"]:
        raise _Wrong(line, f"the first line must be 'p af N', not {_shown(' '.join(head))}")
    if len(head) != 3 or not re.fullmatch("[0-9]+", head[2]):
        raise _Wrong(line, f"'p af' needs one number, that of the arguments: {_shown(' '.join(head))}")
    if len(head[2]) > 12 or int(head[2]) > MOST_ARGUMENTS:
        raise _Wrong(line, f"{_shown(head[2])} arguments are too many; at most {MOST_ARGUMENTS:,} are read")
    return int(head[2])


def _not_an_attack(words: list[str]) -> str:
    if words[0] == "p":
        return "there is a second 'p' line"
    return f"an attack is two arguments, and this line has {len(words)}: {_shown(' '.join(words))}"


_APX = re.compile(r"\s*(?:(arg)\s*\(\s*([^\s(),.;]+)\s*\)|(att)\s*\(\s*([^\s(),.;]+)\s*,\s*([^\s(),.;]+)\s*\))\s*\.\s*")


def _apx(lines: list[str]) -> _Abstract:
    """Facts in any order, several to a line allowed: attacks wait until all arguments are known."""
    found, attacks = _Abstract(), list[tuple[int, str, str]]()
    for line, text in enumerate(lines, 1):
        for is_argument, first, second in _facts(line, text.partition("%")[0]):
            if is_argument:
                found.add(line, first)
            else:
                attacks.append((line, first, second))
    for line, first, second in attacks:
        found.attack(line, first, second)
    return found


def _facts(line: int, text: str) -> Iterator[tuple[bool, str, str]]:
    at, text = 0, text.strip()
    while at < len(text):
        fact = _APX.match(text, at)
        if not fact:
            raise _Wrong(line, f"this is neither 'arg(a).' nor 'att(a,b).': {_shown(text[at : at + 100].strip())}")
        at = fact.end()
        yield (True, fact[2], "") if fact[1] else (False, fact[4], fact[5])


def _tgf(lines: list[str]) -> _Abstract:
    found, in_attacks = _Abstract(), False
    for line, text in enumerate(lines, 1):
        words = text.split()
        if not words:
            continue
        if words == ["#"]:
            if in_attacks:
                raise _Wrong(line, "there is a second line '#'")
            in_attacks = True
        elif in_attacks:
            if len(words) < 2:
                raise _Wrong(line, _not_an_attack(words))
            found.attack(line, words[0], words[1])
        elif len(words) == 2 and {*words} <= found.places.keys():
            raise _Wrong(line, f"an attack needs a line '#' before it: {_shown(text.strip())}")
        elif words[0] == "#":
            raise _Wrong(line, f"the line between the arguments and the attacks is '#' alone: {_shown(text.strip())}")
        else:
            found.add(line, words[0])
    if not in_attacks:
        raise _Wrong(len(lines), "there is no line '#' between the arguments and the attacks")
    return found


READERS: dict[str, Callable[[list[str]], _Abstract]] = {"iccma": _iccma, "apx": _apx, "tgf": _tgf}
FORMATS = tuple(READERS)
EXTENSIONS = {"af": "iccma", "i23": "iccma", "iccma": "iccma", "apx": "apx", "tgf": "tgf"}


def _framework(found: _Abstract) -> Framework:
    """As `Framework.dung`, each attack once."""
    names, size = tuple(found.places), len(found.places)
    pairs = dict.fromkeys(a * size + b for a, b in zip(found.attacks[::2], found.attacks[1::2], strict=True))
    attackers = [pair // size for pair in pairs]
    attacked = [pair % size for pair in pairs]
    alone = [(n,) for n in range(size)]
    nothing: list[Sequence[int]] = [()] * len(pairs)
    return Framework(
        statements=names,
        steps=tuple([f"{names[a]}->{names[b]}" for a, b in zip(attackers, attacked, strict=True)]),
        given=[True] * size,
        weighed=[False] * size,
        supports=[()] * size,
        rebuttals=_grouped(attacked, size),
        contradicts=[()] * size,
        conditions=[alone[a] for a in attackers],
        needs=nothing,
        undercutters=nothing,
        outweighers=nothing,
    )


def _grouped(attacked: list[int], size: int) -> Links:
    rebuttals: list[list[int]] = [[] for _ in range(size)]
    for step, argument in enumerate(attacked):
        rebuttals[argument].append(step)
    return [each if len(each) > 1 else tuple(each) for each in rebuttals]


def written(form: str, arguments: Iterable[str], attacks: Iterable[tuple[str, str]]) -> str:
    """A framework as a file of that format. For iccma, arguments become the numbers from 1 in their order."""
    names = list(arguments)
    if form == "iccma":
        number = {name: n for n, name in enumerate(names, 1)}
        return "".join([f"p af {len(names)}\n", *[f"{number[a]} {number[b]}\n" for a, b in attacks]])
    if form == "apx":
        return "".join([*[f"arg({name}).\n" for name in names], *[f"att({a},{b}).\n" for a, b in attacks]])
    return "".join([*[f"{name}\n" for name in names], "#\n", *[f"{a} {b}\n" for a, b in attacks]])


def _shown(text: str) -> str:
    """A piece of a file that may be long, or have control characters in it."""
    return repr(text if len(text) <= 40 else text[:37] + "...")
