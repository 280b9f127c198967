"""What stands in a debate's folder: which files are read, and what the others seem to be.

Paths are from the debate's folder, with `/`. Everything here goes by names and by how a file begins; `argmap.files` and
`argmap.repository` list the files of a folder and of a commit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum, auto
from functools import lru_cache

from argmap.evidence.lock import FILE as LOCK
from argmap.wording.patterns import pattern

HEADER, BIBLIOGRAPHY, POSITIONS, SNAPSHOTS = "debate.yaml", "sources.yaml", "positions", "snapshots"
DEEPEST = 4
"""How many folders deep files are looked for."""
HEAD = 4096
"""How many bytes of a file are asked for, to see what it is."""

_YAML = re.compile(r"[.,] ?(?:ya?m+l+|ymal|yalm|yam)(?![a-z])", re.IGNORECASE)
"""YAML, also where something stands after the ending: `x.yaml.txt`."""
_PUT_ASIDE = re.compile(
    r"^#.*#$|(?:~|\.(?:bak|backup|old|orig|rej|sw[a-p]|te?mp|save?|off|disabled|part|lock))$", re.IGNORECASE
)
_OTHER_PROGRAMS = frozenset({"node_modules", "__pycache__", "site-packages", "venv"})
_ASIDE = frozenset({"draft", "drafts", "old", "archive", "attic", "backup", "backups", "unused", "templates"})
"""Folders for what somebody has put aside."""
_UNSAID = frozenset({"", ".txt", ".text", ".json"})
"""Endings under which a part of a debate may have been saved by mistake."""
_FIRST_KEY = pattern(
    r"^(?:(position|debate)\s*:\s*[\"']?[\w-]+[\"']?\s*(?:#.*)?$|(arguments|resolutions|references)\s*:)"
    r"|\A\s*\{\s*\"(position|debate|arguments|resolutions|references)\"\s*:",
    re.MULTILINE,
)


class Kind(Enum):
    """What a file that is not read seems to be."""

    HEADER = auto()
    BIBLIOGRAPHY = auto()
    EXPORT = auto()
    """A bibliography in a form that is not read."""
    POSITION = auto()
    SNAPSHOT = auto()
    """Anything in the folder for the texts of sources."""
    DEBATE = auto()
    """The header of another debate, in a folder below this one's."""
    YAML = auto()
    """Nothing of a debate, as far as can be told."""


PARTS = frozenset({Kind.HEADER, Kind.BIBLIOGRAPHY, Kind.POSITION, Kind.DEBATE})
"""What makes a folder look like that of a debate."""
_BY_KEY = {
    "debate": Kind.HEADER, "resolutions": Kind.HEADER, "references": Kind.BIBLIOGRAPHY, "position": Kind.POSITION,
    "arguments": Kind.POSITION,
}  # fmt: skip


def is_read(path: str) -> bool:
    """Whether a path inside a debate's folder is one that argmap reads."""
    folder, _, name = path.rpartition("/")
    if folder:
        return folder == POSITIONS and name.endswith(".yaml") and not name.startswith(".")
    return name in (HEADER, BIBLIOGRAPHY, LOCK)


def is_left_alone(path: str) -> bool:
    """Whether nobody expects a file or folder to be read: it is hidden, a backup, or another program's."""
    parts = path.split("/")
    if path.startswith(".") or "/." in path or not _OTHER_PROGRAMS.isdisjoint(parts):
        return True
    return _PUT_ASIDE.search(parts[-1]) is not None


def is_told_by_content(path: str) -> bool:
    """Whether the name of a file leaves open what it is."""
    *folders, name = path.split("/")
    unsaid = _ending(name) in _UNSAID
    if not folders:
        return unsaid or is_yaml(name)
    if _is_like(folders[0], POSITIONS):
        return unsaid
    return is_yaml(name) and not _is_like(folders[0], SNAPSHOTS) and _ASIDE.isdisjoint(map(str.lower, folders))


def kind_of(path: str, head: bytes = b"") -> Kind | None:
    """What a file that is not read seems to be, by its name and its beginning; None where it is left alone."""
    *folders, name = path.split("/")
    if is_read(path) or is_left_alone(path) or len(folders) > DEEPEST:
        return None
    said = _said(head) if is_told_by_content(path) else None
    if not folders:
        return said or _named(name)
    if _is_like(folders[0], POSITIONS):
        return Kind.POSITION if is_yaml(name) else said
    if _is_like(folders[0], SNAPSHOTS):
        return Kind.SNAPSHOT
    if name == HEADER:
        return Kind.DEBATE
    return (Kind.POSITION if said is Kind.POSITION else Kind.YAML) if is_yaml(name) else None


def kinds_of(others: Mapping[str, bytes]) -> dict[str, Kind]:
    """The kind of each file that has one, by path; what is below the folder of another debate is that one's."""
    found = {path: kind for path in sorted(others) if (kind := kind_of(path, others[path]))}
    nested = tuple(path.removesuffix(HEADER) for path, kind in found.items() if kind is Kind.DEBATE)
    return {
        path: kind for path, kind in found.items() if kind is Kind.DEBATE or not (nested and path.startswith(nested))
    }


def is_yaml(name: str) -> bool:
    """Whether a file's name says that it is YAML, in whatever spelling."""
    return _YAML.search(name) is not None


def stem_of(name: str) -> str:
    """A file's name without its ending, or without all that stands after `.yaml`."""
    yaml = _YAML.search(name)
    return (name[: yaml.start()] if yaml else name[: len(name) - len(_ending(name))]).strip()


def _ending(name: str) -> str:
    """What a file's name ends in, in small letters; nothing where it has no dot, or begins with the only one."""
    stem, dot, ending = name.rpartition(".")
    return f".{ending.lower()}" if dot and stem else ""


def _named(name: str) -> Kind | None:
    """What a file at the top seems to be by its name."""
    yaml, ending = is_yaml(name), _ending(name)
    if ending in (".bib", ".ris"):
        return Kind.EXPORT
    if yaml or ending in ("", ".json"):
        if _is_like(stem_of(name), "debate"):
            return Kind.HEADER
        if _is_like(stem_of(name), "sources", "references", "bibliography"):
            return Kind.BIBLIOGRAPHY
    return Kind.YAML if yaml else None


def _said(head: bytes) -> Kind | None:
    """What a file says that it is, by the first key of it that tells."""
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    found = _FIRST_KEY.search(head.decode(encoding, errors="replace").replace("\r", ""))
    return _BY_KEY[next(filter(None, found.groups()))] if found else None


@lru_cache(maxsize=256)
def _is_like(word: str, *known: str) -> bool:
    if word in known:
        return True
    from difflib import get_close_matches

    return bool(get_close_matches(word.casefold(), known, n=1, cutoff=0.87))
