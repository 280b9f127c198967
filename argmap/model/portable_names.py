"""Names of files that every system can have: what Windows reserves, and what macOS and Windows take for one name."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from argmap.wording.unseen_characters import hidden

_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_OTHER_MAPS = frozenset({"overview", "map", "core", "changes"})
_NOWHERE = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')


def trouble_with(name: str) -> str | None:
    """Why a file or folder of this name cannot be checked out on every system; None where it can."""
    if _DEVICES.fullmatch(name.rstrip(" .")):
        return "Windows keeps this name for a device"
    if name.lower() == ".git":
        return "git keeps this name for itself"
    if name.endswith((".", " ")):
        return f"Windows takes the {'full stop' if name.endswith('.') else 'blank'} at its end away"
    if found := _NOWHERE.search(name):
        character = found[0] if found[0].isprintable() else f"U+{ord(found[0]):04X}"
        return f"Windows has no {character} in a name"
    for at in hidden(name):
        return f"nobody can see the character U+{ord(name[at]):04X} in it"
    return None


def trouble_with_map(position: str) -> str | None:
    """Why the map of a position, `maps/ID.svg`, cannot have a file of its own; None where it can."""
    return "another map of the debate has this name" if position in _OTHER_MAPS else trouble_with(position)


def folded(name: str) -> str:
    """What macOS and Windows go by: neither capitals nor how an accent is put together."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def clashes(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Names with an earlier one that some systems take for the same."""
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        alike[folded(name)].append(name)
    for first, *others in alike.values():
        yield from ((other, first) for other in others)
