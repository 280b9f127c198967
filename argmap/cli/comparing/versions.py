"""Two versions of the debates, to be compared: revisions of the repository, folders, or the work tree."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.debates.workspace import Workspace, shown
from argmap.files import is_debate, load_folder, outside, seems_debate
from argmap.loader import Loaded, read
from argmap.loader.folder import PARTS, is_read, kinds_of
from argmap.model.diagnostics import Diagnostic, Severity, in_reading_order
from argmap.repository import GitError, Repository
from argmap.wording.counts import counted

if TYPE_CHECKING:
    from argmap.cli.debates.checked_debates import Chosen
    from argmap.cli.settings.config import Config
    from argmap.evaluation.evaluated import Evaluation
    from argmap.model import Debate
    from argmap.reviews import Review


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

    def load(self, folder: Path) -> Loaded | None:
        """A debate, by the folder that it has in the work tree; None where this version has no such debate."""
        if self.repository is not None and self.commit is not None:
            files, others = self.repository.debate_files(self.commit, self.repository.path_of(folder))
            if not files and PARTS.isdisjoint(kinds_of(others).values()):
                return None
            loaded = read(files, others)
            faults = [outside(path) for path in others if is_read(path)]
            return replace(loaded, diagnostics=in_reading_order([*loaded.diagnostics, *faults]))
        found = folder if self.folder is None else self._inside(folder.name)
        return load_folder(found) if seems_debate(found) else None

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
        return _parting(repository, branch, later.commit or "HEAD"), later
    except GitError as error:
        raise click.UsageError(str(error)) from None


def _range(base: str, head: str, parted: bool, workspace: Workspace) -> tuple[Version, Version]:
    repository = Repository.around(workspace.root)
    earlier = _parting(repository, base, head) if parted else _revision(repository, base)
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


def _parting(repository: Repository, branch: str, head: str) -> Version:
    commit = repository.merge_base(branch, head)
    at = commit == repository.commit(branch)
    name = f"{branch} ({commit[:7]})" if at else f"{commit[:7]}, where {branch} was left"
    return Version(name, commit, repository=repository)


@dataclass(frozen=True)
class Compared:
    """A debate in two versions, and what the later one does to it."""

    name: str
    base: str
    head: str
    folder: Path
    review: Review
    after: Loaded | None
    notes: tuple[str, ...] = ()
    """What a reader should know about the comparison itself."""
    before: Loaded | None = None


class Unreadable(click.UsageError):
    """The later version of a debate has faults that leave nothing to evaluate."""

    def __init__(self, folder: Path, version: Version, loaded: Loaded) -> None:
        super().__init__(f"{folder.name} cannot be read in {version.name}: 'argmap check' says why.")
        self.folder, self.loaded = folder, loaded


def compared(base: str | None, head: str | None, wanted: Sequence[str], threshold: float) -> list[Compared]:
    """The debates of the repository around here in the two versions that are meant, as `versions` and `Comparing`."""
    from argmap.cli.debates.checked_debates import Chosen
    from argmap.cli.options.strengths import semantics_for

    workspace = Workspace.here()
    earlier, later = versions(base, head, workspace)
    config = workspace.config
    chosen = Chosen.by(workspace, (), ())
    comparing = Comparing(chosen, datetime.date.today(), config, threshold, semantics_for(config))
    return comparing.debates(earlier, later, wanted, workspace)


@dataclass(frozen=True)
class Comparing:
    """How two versions are looked at: which rules run over them, and by what strengths are compared."""

    chosen: Chosen
    today: datetime.date
    config: Config
    threshold: float
    strength: str

    def debates(self, base: Version, head: Version, wanted: Sequence[str], workspace: Workspace) -> list[Compared]:
        """Compare the debates named, or all that one of the versions has.

        Raises a usage error for a debate that neither has, and for what git cannot give.
        """
        try:
            return [self.compare(base, head, folder) for folder in folders(base, head, wanted, workspace)]
        except GitError as error:
            raise click.UsageError(str(error)) from None

    def compare(self, base: Version, head: Version, folder: Path) -> Compared:
        """Compare one debate, by the folder that it has in the work tree. Raises Unreadable, and other usage errors."""
        from argmap.reviews import nothing, review

        before, after = base.load(folder), head.load(folder)
        old, new = (loaded.debate if loaded else None for loaded in (before, after))
        if after is not None and new is None:
            raise Unreadable(folder, head, after)
        if old is None and new is None:
            raise click.UsageError(f"there is no debate {folder.name!r} in {base.name} or {head.name}.")
        old = old or nothing(new)  # type: ignore[arg-type]
        new = new or nothing(old)
        was, now = self._evaluated(old), self._evaluated(new)
        found = self._checked(was, before), self._checked(now, after)
        result = review(was, now, diagnostics=found, threshold=self.threshold)
        return Compared(
            folder.name, base.name, head.name, folder, result, after, tuple(_notes(base, before, head, after)), before
        )

    def _evaluated(self, debate: Debate) -> Evaluation:
        from argmap.cli.options.strengths import measured
        from argmap.evaluation.evaluated import evaluate

        return measured(evaluate(debate), self.strength, self.config)

    def _checked(self, ev: Evaluation, loaded: Loaded | None) -> Sequence[Diagnostic]:
        from argmap.rules.runner import run

        if loaded is None:
            return ()
        chosen = self.chosen
        ev = replace(ev, lock=loaded.lock)
        found = run(ev, loaded.source_map, today=self.today, rules=chosen.rules, options=chosen.options)
        return in_reading_order([*loaded.diagnostics, *found])


def folders(base: Version, head: Version, wanted: Sequence[str], workspace: Workspace) -> list[Path]:
    """The folders, in the work tree, of the debates that are meant; they need not be there."""
    if workspace.standing and not wanted and not (base.single and head.single):
        return [workspace.standing]
    single = next((version.single for version in (head, base) if version.single), None)
    if single and not wanted:
        beside = workspace.arguments / single.name
        return [beside if beside.is_dir() and not (base.single and head.single) else single]
    names = dict.fromkeys([*base.names(workspace), *head.names(workspace)])
    if not wanted:
        if not names:
            raise click.UsageError(
                f"neither {base.name} nor {head.name} has a debate in {shown(workspace.arguments)}/."
            )
        return [workspace.arguments / name for name in sorted(names)]
    return [workspace.arguments / name if name in names else workspace.find([name])[0] for name in wanted]


def _notes(base: Version, before: Loaded | None, head: Version, after: Loaded | None) -> Iterator[str]:
    if before is None:
        yield f"{base.name} does not have this debate: all of it is new."
    if after is None:
        yield f"{head.name} no longer has this debate."
    for version, loaded in ((base, before), (head, after)):
        errors = sum(d.severity is Severity.ERROR for d in loaded.diagnostics) if loaded else 0
        if errors:
            yield f"{counted(errors, 'error')} in {version.name}: what is wrong there is left out of the comparison."
