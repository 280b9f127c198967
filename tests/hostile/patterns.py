"""The regular expressions of the package: what each is, how it is used, and which texts could keep it busy for long.

A pattern is laid out as the ways through it, each a row of `Part`s. A text of one kind of character that two unbounded
parts could share between them in many ways, or that a search could begin anywhere in, is a text to go over again for
each of its characters.
"""

from __future__ import annotations

import ast
import builtins
import importlib
import re
import re._compiler as compiler  # type: ignore[import-not-found]
import re._constants as ops  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterator
from functools import cache
from itertools import islice, product
from pathlib import Path
from typing import Any, NamedTuple

import argmap

PACKAGE = Path(argmap.__file__).parent
METHODS = {"match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"}
ALPHABET = (
    "".join(map(chr, range(0x180))) + "\u0301\u200b\u2010\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2028\u202e漢\ue000"
)
MOST_WAYS = 300
"""Through one pattern; those of long lists of words differ in nothing that matters here."""


class Pattern(NamedTuple):
    module: str
    line: int
    text: Any
    flags: int
    methods: frozenset[str]


class Part(NamedTuple):
    """What takes one character, or any number of one kind; `behind` and `ahead` take none."""

    chars: frozenset[str]
    optional: bool = False
    unbounded: bool = False
    kind: str = "takes"
    needed: bool = True
    """Not within something optional, which is left out where it fails."""

    @property
    def can_fail(self) -> bool:
        return self.kind != "behind" and not self.optional and self.needed


class _Names(dict[str, Any]):
    """The names of a module; whatever only a call knows is one letter."""

    def __missing__(self, name: str) -> Any:
        return getattr(builtins, name, "x")


def patterns() -> list[Pattern]:
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
    used = _used(trees.values())
    return [found for path, tree in trees.items() for found in _patterns_of(path, tree, used)]


def _used(trees: Any) -> dict[str, set[str]]:
    """What is done with the patterns that have a name."""
    found: dict[str, set[str]] = {}
    for node in (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute)):
        if node.attr in METHODS and isinstance(node.value, ast.Name | ast.Attribute):
            found.setdefault(node.value.id if isinstance(node.value, ast.Name) else node.value.attr, set()).add(
                node.attr
            )
    return found


def _patterns_of(path: Path, tree: ast.Module, used: dict[str, set[str]]) -> Iterator[Pattern]:
    name = ".".join(("argmap", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
    own = _used([tree])
    methods: dict[ast.AST, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if isinstance(target, ast.Name):
                methods[node.value] = own.get(target.id) or used.get(target.id) or {"search"}
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Call):
            methods[node.value] = {node.attr}
    for node in ast.walk(tree):
        asked = _asked(node)
        if isinstance(node, ast.Call) and asked:
            told = methods.get(node, {"search"}) if asked == "compile" else {asked}
            text, flags = _evaluated(node, asked, importlib.import_module(name))
            yield Pattern(name, node.lineno, text, flags, frozenset(told & METHODS or {"search"}))


def _asked(node: ast.AST) -> str | None:
    """What a call asks of `re`; our own `pattern` compiles as well, only later."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=asked)) if asked in METHODS | {"compile"}:
            return asked
        case ast.Call(func=ast.Name(id="pattern")):
            return "compile"
    return None


def _evaluated(call: ast.Call, asked: str, module: Any) -> tuple[Any, int]:
    names = _Names(vars(module))

    def value(node: ast.expr) -> Any:
        try:
            return eval(compile(ast.Expression(node), module.__name__, "eval"), vars(module), names)
        except (AttributeError, TypeError, KeyError):  # what another call has made
            return "x"

    flags = [word.value for word in call.keywords if word.arg == "flags"]
    flags += call.args[{"compile": 1, "sub": 4, "subn": 4, "split": 3}.get(asked, 2) :]
    flag = value(flags[0]) if flags else 0
    return value(call.args[0]), flag if isinstance(flag, int) else 0


def faults(pattern: Pattern) -> list[str]:
    """What in its structure goes over a text again and again."""
    tree = parser.parse(pattern.text, pattern.flags)
    layout = _Layout(tree.state, tree.state.flags)
    searched = bool(pattern.methods - {"match", "fullmatch"})
    found = set()
    for way in layout.ways(tree):
        ends = "fullmatch" in pattern.methods and not (
            way and way[-1].unbounded and way[-1].chars == frozenset(ALPHABET)
        )
        whole = (*way, *([Part(frozenset(), kind="ahead")] if ends else ()))
        found |= _shared(whole) | (_anywhere(whole) if searched else set())
    for body, way in layout.loops:
        ending = Part(frozenset(), kind="ahead")
        found |= {f"in a loop, {told}" for told in _shared((*body, *way, ending))}
    return sorted(found)


def _shared(way: tuple[Part, ...]) -> set[str]:
    """Two unbounded parts that can share one run between them, before something that can fail."""
    found = set()
    for at, first in enumerate(way):
        common = first.chars if first.unbounded else frozenset()
        for place, part in enumerate(way[at + 1 :], at + 1):
            if part.kind != "ahead" and not part.optional:
                common &= part.chars
            if not common:
                break
            if part.unbounded and common & part.chars and any(each.can_fail for each in way[place + 1 :]):
                found.add(f"two parts share a run of {_shown(common & part.chars)}")
    return found


def _anywhere(way: tuple[Part, ...]) -> set[str]:
    """An unbounded part that a search can begin in each place of its run, before something that can fail."""
    for at, part in enumerate(way):
        if part.unbounded:
            led = [each.chars & part.chars for each in way[:at] if not each.optional]
            fails = any(each.can_fail for each in way[at + 1 :])
            begins = "".join(_shown(each) for each in led) or _shown(part.chars)
            return {f"a search begins anywhere in a run of {begins}"} if all(led) and fails else set()
        if part.kind == "ahead" and not part.chars:
            return set()
    return set()


def _shown(chars: frozenset[str]) -> str:
    return repr("".join(sorted(chars, key=lambda each: (not each.isalnum(), each)))[:6])


class _Layout:
    def __init__(self, state: Any, flags: int) -> None:
        self.state, self.flags, self.loops = state, flags, list[tuple[tuple[Part, ...], tuple[Part, ...]]]()

    def ways(self, items: Any) -> list[tuple[Part, ...]]:
        parts = [self._of(op, value) for op, value in items]
        return [tuple(part for piece in way for part in piece) for way in islice(product(*parts), MOST_WAYS)]

    def _of(self, op: Any, value: Any) -> list[tuple[Part, ...]]:
        if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
            return self._repeated(op, *value)
        if op is ops.SUBPATTERN:
            return self.ways(value[3])
        if op is ops.ATOMIC_GROUP:
            return self.ways(value)
        if op is ops.BRANCH:
            return [way for each in value[1] for way in self.ways(each)]
        if op in (ops.ASSERT, ops.ASSERT_NOT):
            return self._asserted(op, *value)
        if op is ops.AT:
            return [
                (Part(self._at(value), kind="behind" if value not in (ops.AT_END, ops.AT_END_STRING) else "ahead"),)
            ]
        if op in (ops.GROUPREF, ops.GROUPREF_EXISTS):
            return [(Part(frozenset(ALPHABET)),)]
        return [(Part(self._chars(op, value)),)]

    def _repeated(self, op: Any, least: int, most: Any, body: Any) -> list[tuple[Part, ...]]:
        ways, unbounded = self.ways(body), most is ops.MAXREPEAT
        if op is ops.POSSESSIVE_REPEAT:
            return ways if least else [*ways, ()]
        if unbounded and all(len(way) == 1 and not way[0].unbounded and way[0].kind == "takes" for way in ways):
            return [(Part(frozenset().union(*(way[0].chars for way in ways)), not least, True),)]
        if unbounded:
            self.loops += list(islice(product(ways, ways), MOST_WAYS))
        return ways if least else [*(tuple(part._replace(needed=False) for part in way) for way in ways), ()]

    def _asserted(self, op: Any, direction: int, body: Any) -> list[tuple[Part, ...]]:
        if direction > 0:
            return [(Part(frozenset("x"), kind="ahead"),)]
        chars = frozenset[str]().union(*(way[-1].chars for way in self.ways(body) if way))
        return [(Part(chars if op is ops.ASSERT else frozenset(ALPHABET) - chars, kind="behind"),)]

    def _at(self, place: Any) -> frozenset[str]:
        """What can stand before it and still be part of a run that goes on behind it."""
        if place is ops.AT_BEGINNING and self.flags & re.MULTILINE:
            return frozenset("\n")
        return frozenset()

    def _chars(self, op: Any, value: Any) -> frozenset[str]:
        return _taken(
            compiler.compile(parser.SubPattern(self.state, [(op, value)]), self.flags), bool(self.flags & re.UNICODE)
        )


@cache
def _taken(one: re.Pattern[Any], text: bool) -> frozenset[str]:
    return frozenset(each for each in ALPHABET if one.fullmatch(each if text else each.encode("latin-1", "replace")))


def pumps(pattern: Pattern, length: int) -> Iterator[Any]:
    """Texts made of what the pattern itself is made of, that go on for long and then end otherwise."""
    tree = parser.parse(pattern.text, pattern.flags)
    layout = _Layout(tree.state, tree.state.flags)
    ways = sorted(layout.ways(tree), key=len, reverse=True)[:6]
    pieces = dict.fromkeys(piece for way in ways for piece in _pieces(way))
    for head, body in islice(pieces, 24):
        made = head + body * (length // len(body)) + "\x00"
        yield made.encode("latin-1", "replace") if isinstance(pattern.text, bytes) else made


def _pieces(way: tuple[Part, ...]) -> Iterator[tuple[str, str]]:
    taken = [part for part in way if part.kind == "takes" and part.chars]
    samples = [min(part.chars, key=lambda each: (not each.isalnum(), each)) for part in taken]
    for at, part in enumerate(taken):
        if part.unbounded:
            others = [part.chars & each.chars for each in taken if each.unbounded and part.chars & each.chars]
            for sample in {min(chars) for chars in others} | {samples[at]}:
                yield "".join(samples[:at]), sample
        if at < 5:
            yield "", "".join(samples[: at + 1])
    yield "", "".join(samples) or "x"
