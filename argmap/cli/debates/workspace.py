"""Where the debates are: the repository around the current folder, its settings, the debates that are meant."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath

import click

from argmap.cli.debates.file_changes import sweep_journals, tidy
from argmap.cli.input_fault import InputFault
from argmap.cli.printing.terminal import named, printable
from argmap.cli.settings.config import Config, has_config, read_config
from argmap.cli.settings.ownership import is_trusted, require_own
from argmap.files import is_debate, seems_debate, was_debate
from argmap.loader.folder import HEADER, POSITIONS, is_left_alone, is_yaml
from argmap.system.paths import is_inside, link_below, real
from argmap.system.transactions import UnsafePathError, below
from argmap.wording.near_misses import did_you_mean


@dataclass(frozen=True)
class Workspace:
    """A repository of debates."""

    root: Path
    standing: Path | None = None
    """The folder of the debate in which the user stands."""

    @classmethod
    def around(cls, folder: Path) -> Workspace:
        """The nearest folder, upwards, that has an `arguments/` or settings of argmap's; else the folder of the debate
        that the folder is in; else the folder itself."""
        ways = (folder, *folder.parents)
        root = next((each for each in ways if (each / "arguments").is_dir() or has_config(each)), None)
        standing = debate_around(folder, root)
        return cls(root or standing or folder, standing)

    @classmethod
    def here(cls) -> Workspace:
        """The repository around the current folder. Raises InputFault where that has been removed."""
        try:
            return cls.around(Path.cwd())
        except FileNotFoundError:
            raise InputFault("the folder that you are in is gone: go to another one.") from None

    @cached_property
    def config(self) -> Config:
        """Its settings."""
        return read_config(self.root)

    def under(self, config: Config) -> Workspace:
        """The same repository under other settings, such as those of another version."""
        found = Workspace(self.root, self.standing)
        found.__dict__["config"] = config
        return found

    @property
    def arguments(self) -> Path:
        """The folder that holds the debates."""
        return self.inside("arguments", self.config.arguments)

    @property
    def output(self) -> Path:
        """The folder that takes what `build` makes."""
        return self.inside("output", self.config.output)

    @property
    def baseline(self) -> Path | None:
        """The baseline of `check` that the settings name."""
        return self.inside("baseline", self.config.baseline) if self.config.baseline else None

    def inside(self, setting: str, value: str) -> Path:
        """A path that a setting names. Raises InputFault where it leads out of the repository."""
        path = PurePath(value)
        if not path.parts:
            return self.root
        try:
            return below(self.root, path.as_posix())
        except UnsafePathError as error:
            raise InputFault(f"the setting '{setting}' must name something below {self.root}: {error}") from None

    def names(self) -> list[str]:
        """The debates of the repository by name, in order: each folder that holds anything of one."""
        if not self.arguments.is_dir():
            return []
        return sorted(entry.name for entry in self.arguments.iterdir() if entry.is_dir() and _is_meant(entry))

    def find(self, wanted: Sequence[str]) -> list[Path]:
        """The folders of the debates named; without a name that of the debate one stands in, else of every one. What is
        inside a debate means that debate, and a folder with an `arguments/` every debate there.

        Raises a usage error where nothing of that name exists, or nothing at all; InputFault where one belongs to
        another user.
        """
        self.tidy()
        if wanted:
            folders = list(dict.fromkeys(folder for name in wanted for folder in self._find(name)))
        else:
            folders = [self.standing] if self.standing else self._every()
        for folder in folders:
            self._require_own(folder)
            tidy(folder)
        return folders

    def tidy(self) -> None:
        """Finish what killed commands had begun, and remove what they have left, if it is the user's own repository.

        This looks at each folder under `arguments/`: one that `new` has only begun is not a debate yet.
        """
        if is_trusted(self.root):
            for folder in (self.root, *(self.arguments.iterdir() if self.arguments.is_dir() else ())):
                tidy(folder)
            sweep_journals()

    def _require_own(self, folder: Path) -> None:
        """Raise InputFault for a debate that belongs to another user, or that a link takes from elsewhere."""
        self._require_here(folder)
        if real(folder).is_relative_to(real(self.root)):
            require_own(self.root)  # first: whoever allows it allows all that is in it
        require_own(folder)

    def _require_here(self, path: Path) -> None:
        """Raise InputFault for a path that a link of the repository takes elsewhere."""
        if not is_inside(path, self.root) and (link := link_below(path, self.root)):
            raise InputFault(f"{shown(link)} is a link that leads out of {self.root}: put the debate itself there.")

    def _every(self) -> list[Path]:
        """Every debate under `arguments/`, and one beside it; what stands there in no folder is said, or refused."""
        if is_debate(self.arguments) or was_debate(self.arguments):
            where = shown(self.arguments)
            raise InputFault(
                f"{where}/ is the folder for all debates, but has the files of one directly in it.\n"
                f"Make a folder for that debate, and move them there: mkdir {where}/NAME"
            )
        for path in sorted(self.arguments.glob("*")):
            if path.is_file() and is_yaml(path.name) and not is_left_alone(path.name):
                click.echo(f"note: {shown(path)} is ignored: move it into the folder of a debate.", err=True)
        folders = [*filter(is_debate, [self.root]), *(self.arguments / name for name in self.names())]
        if not folders:
            near = next(_debates_below(self.root), None)
            advice = f"Name the folder of one, such as {shown(near)}" if near else "Make one with 'argmap new NAME'"
            more = "" if near else ", or name the folder of a debate"
            raise click.UsageError(f"there is no debate under {shown(self.arguments)}/.\n{advice}{more}.")
        return folders

    def find_one(self, wanted: str | None) -> Path:
        """The one debate that is meant. Raises a usage error where there are several and none was named."""
        folders = self.find([wanted] if wanted else [])
        if len(folders) > 1:
            names = ", ".join(folder.name for folder in folders)
            raise click.UsageError(f"there are several debates: name one with --debate ({names}).")
        return folders[0]

    def _find(self, name: str) -> list[Path]:
        path, known = Path(name), self.arguments / name
        if not os.path.lexists(path):
            if known.is_dir():
                return [known]
            raise click.UsageError(f"there is no debate {name!r}{did_you_mean(name, self.names()) or self._listed()}")
        self._require_here(path)
        debate = debate_around(real(path), None)
        if debate:
            return [path if debate == real(path) else debate]
        if real(path) == real(self.arguments):
            return self._every()
        if (path / "arguments").is_dir():
            return Workspace(path)._every()
        if known.is_dir() and not seems_debate(path):
            return [known]
        if not path.is_dir():
            raise click.UsageError(f"{path} is not in a debate's folder (one that holds a debate.yaml).")
        return [path]

    def _listed(self) -> str:
        """What debates there are, for who names none of them."""
        return f": the debates are {', '.join(self.names())}." if self.names() else "."


def debate_around(folder: Path, root: Path | None) -> Path | None:
    """The folder of the debate that a folder is in, upwards to `root` where that is given. One that has lost its header
    is found as well. Where there are debates below, in an `arguments/`, one does not stand in one alone."""
    ways = [folder, *folder.parents]
    ways = [way for way in (ways[: ways.index(root) + 1] if root in ways else ways) if not (way / "arguments").is_dir()]
    for way in ways:
        if is_debate(way) and not (way.name == POSITIONS and is_debate(way.parent)):
            return way
    return next(filter(was_debate, ways), None)


def _is_meant(folder: Path) -> bool:
    return is_debate(folder) or (not is_left_alone(folder.name) and seems_debate(folder))


def _debates_below(folder: Path) -> Iterator[Path]:
    for pattern in (f"*/{HEADER}", f"*/*/{HEADER}"):
        yield from (path.parent for path in sorted(folder.glob(pattern)))


def shown(path: Path) -> str:
    """A path as the user would type it, on one line: relative where it is below or near the current folder."""
    absolute = os.path.abspath(path)  # noqa: PTH100 - a link stays as the user wrote it
    try:
        relative = os.path.relpath(absolute)
    except ValueError:
        return printable(absolute)
    return printable(absolute) if relative.startswith(f"..{os.sep}..{os.sep}..") else named(relative)


def called(folder: Path) -> str:
    """A debate in a sentence: its folder as the user would type it, or by its name where one stands in it."""
    where = shown(folder)
    return named(real(folder).name) if where in (os.curdir, os.pardir) else where
