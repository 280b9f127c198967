"""Which two versions of the debates are meant: revisions of the repository, folders, or the work tree."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import click

from argmap.cli.comparing.readable_files import Files
from argmap.cli.debates.workspace import Workspace, shown
from argmap.evidence.verification import ENDINGS
from argmap.files import beside, is_debate, outside, read_folder, read_snapshots, seems_debate, too_large
from argmap.loader.folder import PARTS, is_read, kinds_of
from argmap.repository import GitError, Repository


@dataclass(frozen=True)
class Version:
    """The debates as they are in a commit, or in a folder."""

    name: str
    """How it is called in reports: `main (1a2b3c4)`, `the work tree`, `old/`."""
    commit: str | None = None
    folder: Path | None = None
    repository: Repository | None = None

    def names(self, workspace: Workspace) -> list[str]:
        """The debates that it has, by name."""
        if self.repository is not None and self.commit is not None:
            return self.repository.debates(self.commit, self.repository.path_of(workspace.arguments))
        if self.folder is None:
            return workspace.names()
        every = [entry for root in self._roots() if root.is_dir() for entry in sorted(root.iterdir())]
        return [entry.name for entry in every if is_debate(entry)]

    @property
    def single(self) -> Path | None:
        """The folder, where it is that of one debate and not of several."""
        return self.folder if self.folder and is_debate(self.folder) else None

    def files(self, folder: Path) -> Files | None:
        """A debate's files, by the folder that it has in the work tree; None where this version has no such debate."""
        if self.repository is not None and self.commit is not None:
            texts, others, large = self.repository.debate_files(self.commit, self.repository.path_of(folder))
            if not texts and PARTS.isdisjoint(kinds_of(others).values()):
                return None
            unread = [path for path in others if is_read(path)]
            told = [too_large(path, large[path]) if path in large else outside(path) for path in unread]
            return Files(texts, others, tuple(told))
        found = folder if self.folder is None else self._inside(folder.name)
        if not seems_debate(found):
            return None
        texts, faults = read_folder(found)
        return Files(texts, {**beside(found), **{fault.span.file: b"" for fault in faults}}, tuple(faults))

    def snapshots(self, folder: Path, stem: str) -> dict[str, bytes]:
        """The texts of a source, by the name of their file."""
        if self.repository is not None and self.commit is not None:
            inside = f"{self.repository.path_of(folder)}/snapshots".removeprefix("./")
            paths = [each.path for each in self.repository.entries(self.commit, inside) if each.is_file]
            named = [path for path in paths if PurePosixPath(path).stem == stem]
            return {PurePosixPath(path).name: text for path, text in self.repository.read(self.commit, named).items()}
        found = folder if self.folder is None else self._inside(folder.name)
        texts = read_snapshots(found, ENDINGS)[0]
        return {PurePosixPath(path).name: text for path, text in texts.items() if PurePosixPath(path).stem == stem}

    def _roots(self) -> list[Path]:
        assert self.folder is not None
        return [self.folder, self.folder / "arguments"]

    def _inside(self, name: str) -> Path:
        assert self.folder is not None
        if self.single:
            return self.single
        return next((root / name for root in self._roots() if (root / name).is_dir()), self.folder / name)


WORK_TREE = Version("the work tree")


def versions(base: str | None, head: str | None, workspace: Workspace) -> tuple[Version, Version]:
    """The two versions that are meant: `BASE`, `BASE HEAD`, `BASE..HEAD`, `BASE...HEAD` or nothing.

    Without a BASE it is the commit at which the current branch left the default branch, without a HEAD the work tree.
    `BASE...HEAD` means the commit at which the two parted. Raises a usage error that says what is missing.
    """
    try:
        if base is not None and head is None and ".." in base and not Path(base).is_dir():
            dots = "..." if "..." in base else ".."
            left, _, right = base.partition(dots)
            return _range(left or "HEAD", right or "HEAD", dots == "...", workspace)
        later = WORK_TREE if head is None else _version(head, workspace)
        if base is not None:
            return _version(base, workspace), later
        repository = Repository.around(workspace.root)
        branch = repository.default_branch()
        return parting(repository, branch, later.commit or "HEAD"), later
    except GitError as error:
        raise click.UsageError(str(error)) from None


def _range(base: str, head: str, parted: bool, workspace: Workspace) -> tuple[Version, Version]:
    repository = Repository.around(workspace.root)
    earlier = parting(repository, base, head) if parted else _revision(repository, base)
    return earlier, _revision(repository, head)


def _version(given: str, workspace: Workspace) -> Version:
    folder = Path(given)
    if folder.is_dir() and _holds_debates(folder):
        return Version(f"{shown(folder)}/", folder=folder)
    return _revision(Repository.around(workspace.root), given)


def _holds_debates(folder: Path) -> bool:
    below = [folder, *folder.glob("*"), *folder.glob("arguments/*")]
    return any(is_debate(entry) for entry in below)


def _revision(repository: Repository, name: str) -> Version:
    commit = repository.commit(name)
    short = commit[:7]
    return Version(name if commit.startswith(name) else f"{name} ({short})", commit, repository=repository)


def parting(repository: Repository, branch: str, head: str) -> Version:
    """The commit where a head left a branch. Raises GitError."""
    commit = repository.merge_base(branch, head)
    at = commit == repository.commit(branch)
    name = f"{branch} ({commit[:7]})" if at else f"{commit[:7]}, where {branch} was left"
    return Version(name, commit, repository=repository)
