"""`tgf`: an argument a line, a line `#`, then an attack `a b` a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.semantics.exchange.abstract import Abstract, Wrong, not_an_attack, shown

NAME = "tgf"
EXTENSIONS = ("tgf",)


def is_begun_by(words: Sequence[bytes]) -> bool:
    """Anything: it has no sign of its own."""
    return True


def read(lines: list[str]) -> Abstract:
    """The framework in the lines of a file. Raises Wrong."""
    found, in_attacks = Abstract(), False
    for line, text in enumerate(lines, 1):
        words = text.split()
        if not words:
            continue
        if words == ["#"]:
            if in_attacks:
                raise Wrong(line, "there is a second line '#'")
            in_attacks = True
        elif in_attacks:
            if len(words) < 2:
                raise Wrong(line, not_an_attack(words))
            found.attack(line, words[0], words[1])
        elif len(words) == 2 and {*words} <= found.places.keys():
            raise Wrong(line, f"an attack needs a line '#' before it: {shown(text.strip())}")
        elif words[0] == "#":
            raise Wrong(line, f"the line between the arguments and the attacks is '#' alone: {shown(text.strip())}")
        else:
            found.add(line, words[0])
    if not in_attacks:
        raise Wrong(len(lines), "there is no line '#' between the arguments and the attacks")
    return found


def write(arguments: Sequence[str], attacks: Iterable[tuple[str, str]]) -> str:
    """A framework as a file."""
    return "".join([*[f"{name}\n" for name in arguments], "#\n", *[f"{a} {b}\n" for a, b in attacks]])
