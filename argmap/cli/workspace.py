"""Where the debates are: the repository around the current folder, its settings, the debates that are meant."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath

import click

from argmap.cli.changing import recover
from argmap.cli.config import Config, has_config, read_config
from argmap.cli.failure import InputFault
from argmap.cli.ownership import require_own
from argmap.cli.words import did_you_mean
from argmap.transactions import UnsafePathError, below


@dataclass(frozen=True)
class Workspace:
    """A repository of debates."""

    root: Path

    @classmethod
    def around(cls, folder: Path) -> Workspace:
        """The nearest folder, upwards, that has an `arguments/` or settings of argmap's; else the folder itself."""
        for candidate in (folder, *folder.parents):
            if (candidate / "arguments").is_dir() or has_config(candidate):
                return cls(candidate)
        return cls(folder)

    @classmethod
    def here(cls) -> Workspace:
        """The repository around the current folder."""
        return cls.around(Path.cwd())

    @cached_property
    def config(self) -> Config:
        """Its settings."""
        return read_config(self.root)

    @property
    def arguments(self) -> Path:
        """The folder that holds the debates."""
        return self._inside("arguments", self.config.arguments)

    @property
    def output(self) -> Path:
        """The folder that takes what `build` makes."""
        return self._inside("output", self.config.output)

    @property
    def baseline(self) -> Path | None:
        """The baseline of `check` that the settings name."""
        return self._inside("baseline", self.config.baseline) if self.config.baseline else None

    def _inside(self, setting: str, value: str) -> Path:
        """A path that the settings name. Raises InputFault where it leads out of the repository."""
        path = PurePath(value)
        if not path.parts:
            return self.root
        try:
            return below(self.root, path.as_posix())
        except UnsafePathError as error:
            raise InputFault(f"the setting '{setting}' must name something below {self.root}: {error}") from None

    def names(self) -> list[str]:
        """The debates of the repository by name, in order."""
        if not self.arguments.is_dir():
            return []
        return sorted(entry.name for entry in self.arguments.iterdir() if (entry / "debate.yaml").exists())

    def find(self, wanted: Sequence[str]) -> list[Path]:
        """The folders of the debates named, or of every one. A file inside a debate means that debate.

        Raises a usage error where nothing of that name exists, or nothing at all; InputFault where one belongs to
        another user.
        """
        folders = list(dict.fromkeys(self._find(name) for name in wanted)) if wanted else self._every()
        for folder in folders:
            inside = folder.resolve().is_relative_to(self.root.resolve())
            if folder.is_symlink() and folder.parent == self.arguments and not inside:
                raise InputFault(
                    f"{shown(folder)} is a link that leads out of {self.root}: put the debate itself there."
                )
            if inside:
                require_own(self.root)  # first: whoever allows it allows all that is in it
            require_own(folder)
            recover(folder)
        return folders

    def _every(self) -> list[Path]:
        folders = [self.arguments / name for name in self.names()]
        if not folders:
            raise click.UsageError(
                f"there is no debate under {shown(self.arguments)}/.\n"
                "Make one with 'argmap new NAME', or name the folder of a debate."
            )
        return folders

    def find_one(self, wanted: str | None) -> Path:
        """The one debate that is meant. Raises a usage error where there are several and none was named."""
        folders = self.find([wanted] if wanted else [])
        if len(folders) > 1:
            names = ", ".join(folder.name for folder in folders)
            raise click.UsageError(f"there are several debates: name one with --debate ({names}).")
        return folders[0]

    def _find(self, name: str) -> Path:
        for candidate in self._candidates(name):
            if candidate.is_dir():
                return candidate
        if os.path.lexists(name):
            raise click.UsageError(f"{name} is not in a debate's folder (one that holds a debate.yaml).")
        raise click.UsageError(f"there is no debate {name!r}{did_you_mean(name, self.names()) or self._listed()}")

    def _listed(self) -> str:
        """What debates there are, for who names none of them."""
        return f": the debates are {', '.join(self.names())}." if self.names() else "."

    def _candidates(self, name: str) -> Iterator[Path]:
        path = Path(name)
        if path.is_file():
            yield from (parent for parent in path.resolve().parents[:2] if (parent / "debate.yaml").exists())
            return
        if path.is_dir():
            yield path
        yield self.arguments / name


def shown(path: Path) -> str:
    """A path as the user would type it: relative where it is below or near the current folder."""
    absolute = os.path.abspath(path)  # noqa: PTH100 - a link stays as the user wrote it
    try:
        relative = os.path.relpath(absolute)
    except ValueError:
        return absolute
    return absolute if relative.startswith(f"..{os.sep}..{os.sep}..") else relative
