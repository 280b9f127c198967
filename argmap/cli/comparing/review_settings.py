"""The settings that a review goes by, those of the base, and what the change does to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from argmap.cli.comparing.versions import Version, parting
from argmap.cli.debates.workspace import Workspace
from argmap.cli.settings.config import SETTINGS_FILES, Config, config_of
from argmap.repository import GitError, Repository
from argmap.system.paths import read_given
from argmap.wording.counts import counted
from argmap.wording.lists import listed
from argmap.wording.markdown_text import code

CHECKED = (
    "arguments", "select", "ignore", "fail_on", "baseline", "stale", "quote_words", "strength", "weights",
    "review.fail_on", "review.threshold",
)  # fmt: skip
"""The settings that change what is checked."""

LONGEST = 80
"""Characters of a key or a value that are shown."""

OF_CHECK = ("select", "ignore", "fail_on", "baseline", "stale", "quote_words")
"""Those of `check`."""


def settings_of(version: Version, workspace: Workspace) -> Config:
    """The settings of a version that is a commit; those of here where it is a folder or the work tree, or where its own
    are wrong."""
    if version.repository is None or version.commit is None:
        return workspace.config
    try:
        home = version.repository.path_of(workspace.root)
        prefix = "" if home == "." else f"{home}/"
        texts = version.repository.read(version.commit, [prefix + name for name in SETTINGS_FILES])
        return config_of({path.removeprefix(prefix): text for path, text in texts.items()}, workspace.root)
    except (GitError, click.ClickException):
        return workspace.config


def settings_since(revision: str, workspace: Workspace) -> tuple[Config, Version | None]:
    """The settings at the commit where HEAD and a revision parted, and that commit: a change does not loosen its own
    check. Those of here and None where git does not know it."""
    try:
        base = parting(Repository.around(workspace.root), revision, "HEAD")
    except GitError:
        return workspace.config, None
    return settings_of(base, workspace), base


def baseline_told(path: Path | None, before: Version, after: Version) -> tuple[str, ...]:
    """One sentence where a change adds entries to the baseline of `check`, so that findings of its own pass."""
    if path is None or before.commit is None:
        return ()
    more = _entries(path, after) - _entries(path, before)
    if not more:
        return ()
    rules = listed(dict.fromkeys(code(entry.split()[1]) for entry in sorted(more)), most=3)
    return (f"The baseline {code(path.name)} newly passes over {counted(len(more), 'finding')}, of {rules}.",)


def _entries(path: Path, version: Version) -> set[str]:
    """The lines of a baseline: `DEBATE RULE PLACE`."""
    lines = text_in(version, path).decode(errors="replace").splitlines()
    return {line for line in lines if not line.startswith("#") and len(line.split()) > 2}


def text_in(version: Version, path: Path) -> bytes:
    """A file as a version has it; nothing where it has none."""
    try:
        if version.repository is None or version.commit is None:
            return read_given(path)
        inside = version.repository.path_of(path)
        return version.repository.read(version.commit, [inside]).get(inside, b"")
    except (GitError, OSError):
        return b""


def settings_told(old: Config, new: Config, base: str, keys: Iterable[str] = CHECKED) -> tuple[str, ...]:
    """One sentence where the settings change what is checked."""
    told = [
        f"{code(key.replace('_', '-'))} ({how})" for key in keys if (how := _difference(_at(old, key), _at(new, key)))
    ]
    if not told:
        return ()
    applied = f"Those of {code(base)} are applied here; the new ones apply after merging."
    return (f"The settings change {listed(told)}. {applied}",)


def _at(config: Config, key: str) -> Any:
    value: Any = config
    for name in key.split("."):
        value = getattr(value, name)
    return value


def _difference(old: Any, new: Any) -> str:
    """`adds x, drops y`, or `x → y`; nothing where they are the same."""
    if old == new:
        return ""
    if isinstance(old, tuple) and isinstance(new, tuple):
        return ", ".join([*_each("adds", new, old), *_each("drops", old, new)]) or "another order"
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        keys = [key for key in {**old, **new} if old.get(key) != new.get(key)]
        return listed(f"{_shown(key)}: {_shown(old.get(key))} → {_shown(new.get(key))}" for key in keys)
    return f"{_shown(old)} → {_shown(new)}"


def _each(verb: str, every: Sequence[Any], others: Sequence[Any]) -> Iterator[str]:
    known = frozenset(others)
    if found := [_shown(each) for each in every if each not in known]:
        yield f"{verb} {listed(found)}"


def _shown(value: Any) -> str:
    return "none" if value is None else code(_begun(str(value)))


def _begun(text: str) -> str:
    """A text of somebody's settings, which may be of any length, as far as it tells one value from another."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
