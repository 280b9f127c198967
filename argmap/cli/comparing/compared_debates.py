"""The debates in two versions, compared: which ones are meant, and what the later version does to each."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from argmap.cli.comparing.forged_quotes import without_forged
from argmap.cli.comparing.readable_files import Files, Readable, in_context, readable
from argmap.cli.comparing.versions import Version, versions
from argmap.cli.debates.workspace import Workspace, shown
from argmap.evidence.lock import FILE as LOCK_FILE
from argmap.evidence.lock import Lock
from argmap.loader import Loaded
from argmap.model.diagnostics import Diagnostic, Gaps, in_reading_order
from argmap.model.values import file_stem
from argmap.repository import GitError
from argmap.reviews.result import UnreadFile

if TYPE_CHECKING:
    from argmap.cli.debates.checked_debates import Chosen
    from argmap.cli.settings.config import Config
    from argmap.evaluation.evaluated import Evaluation
    from argmap.model import Debate
    from argmap.reviews import Review


@dataclass(frozen=True)
class Compared:
    """A debate in two versions, and what the later one does to it."""

    name: str
    base: str
    head: str
    folder: Path
    review: Review | None
    """None where neither version has a debate that can be evaluated; `after` then says why."""
    after: Loaded | None
    notes: tuple[str, ...] = ()
    """What a reader should know about the comparison itself."""
    before: Loaded | None = None

    @property
    def is_readable(self) -> bool:
        """Whether all of the later version was read."""
        return self.review is not None and self.review.is_readable


def compared(base: str | None, head: str | None, wanted: Sequence[str], threshold: float) -> list[Compared]:
    """The debates of the repository around here in the two versions that are meant, as `versions` and `Comparing`."""
    from argmap.cli.debates.checked_debates import Chosen
    from argmap.cli.options.strengths import semantics_for

    workspace = Workspace.here()
    earlier, later = versions(base, head, workspace)
    config = workspace.config
    chosen = Chosen.by(workspace.config, (), ())
    comparing = Comparing(chosen, datetime.date.today(), config, threshold, semantics_for(config))
    return comparing.debates(earlier, later, wanted, workspace)


@dataclass(frozen=True)
class Comparing:
    """How two versions are looked at: which rules run over them, and by what strengths are compared."""

    chosen: Chosen
    today: datetime.date
    config: Config
    threshold: float
    strength: str | None

    def debates(self, base: Version, head: Version, wanted: Sequence[str], workspace: Workspace) -> list[Compared]:
        """Compare the debates named, or all that one of the versions has; one in a folder of another name is the same
        debate renamed.

        Raises a usage error for a debate that neither has, and for what git cannot give.
        """
        try:
            found = folders(base, head, wanted, workspace)
            pairs = moved(base, head, found, workspace)
            left = [folder for folder in found if folder.name not in pairs.values() or folder.name in wanted]
            return [self.compare(base, head, folder, pairs.get(folder.name)) for folder in left]
        except GitError as error:
            raise click.UsageError(str(error)) from None

    def compare(self, base: Version, head: Version, folder: Path, was: str | None = None) -> Compared:
        """Compare one debate, by the folder that it has in the work tree, and the name that it had before where that
        was another. Raises a usage error where neither version has it."""
        old, new = base.files(folder.parent / was if was else folder), head.files(folder)
        if old is None and new is None:
            raise click.UsageError(f"there is no debate {folder.name!r} in {base.name} or {head.name}.")
        pair = readable(old, new) if old and new else None
        either = old or new
        assert either is not None
        read = pair or Readable(either.loaded, either.loaded)
        review = self.review_of(read, (old, new), was)
        review = without_forged(review, base, head, folder, was) if review and new else review
        review = review and replace(
            review,
            name=folder.name,
            lock=replace(review.lock, by=_authors(base, head, folder) if review.lock.accepted else ()),
            snapshots=tuple(_tampered(review, base, head, folder, was)),
        )
        before, after = (read.before if old else None), (read.after if new else None)
        return Compared(
            folder.name, base.name, head.name, folder, review, after, tuple(_notes(base, old, head, new)), before
        )

    def review_of(
        self, read: Readable, files: tuple[Files | None, Files | None], was: str | None = None
    ) -> Review | None:
        """The review of two versions; None where there is nothing to evaluate afterwards."""
        from argmap.reviews import nothing, review
        from argmap.reviews.consequences import diagnoses
        from argmap.reviews.lock_changes import following, lock_changes, unreviewed

        old, new = (loaded.debate for loaded in (read.before, read.after))
        old, new = (old if files[0] else None), (new if files[1] else None)
        found = old or new
        if found is None or (files[1] and new is None):
            return None
        was_so = self._evaluated(old or nothing(found), read.before.lock)
        is_so = (
            was_so
            if read.after is read.before and old is new
            else self._evaluated(new or nothing(found), read.after.lock)
        )
        made = review(was_so, is_so, threshold=self.threshold)
        gaps = read.before.gaps | read.after.gaps
        lock = following(read.after.lock, is_so.debate, made.statements_renamed)
        old_findings = self._checked(was_so, files[0], read.before, read.before.lock, gaps)
        new_findings = self._checked(is_so, files[1], read.after, lock, gaps)
        return replace(
            made,
            diagnoses=diagnoses(old_findings, new_findings, made.changes),
            lock=lock_changes((was_so.debate, read.before.lock), (is_so.debate, lock), made.statements_renamed),
            unreviewed=unreviewed(made, lock),
            unread=(*read.unread, *_alone(files)),
            was=was, born=files[0] is None, gone=files[1] is None,
        )  # fmt: skip

    def _evaluated(self, debate: Debate, lock: Lock) -> Evaluation:
        from argmap.cli.options.strengths import measured
        from argmap.evaluation.evaluated import evaluate

        return measured(replace(evaluate(debate), lock=lock), self.strength, self.config)

    def _checked(
        self, ev: Evaluation, files: Files | None, loaded: Loaded, lock: Lock, gaps: Gaps
    ) -> Sequence[Diagnostic]:
        """The faults of the files as they are, and what the rules that see enough of both versions say of this one."""
        if files is None:
            return ()
        found = self.chosen.said_of(replace(ev, lock=lock), loaded, self.today, gaps)
        return in_reading_order([*self.chosen.asked(files.loaded.diagnostics), *found])


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


def _authors(base: Version, head: Version, folder: Path) -> tuple[str, ...]:
    """Who wrote the lock between two commits, as git says; somebody whose work is not committed is not named."""
    repository = head.repository or base.repository
    if repository is None or base.commit is None or head.folder is not None:
        return ()
    path = f"{repository.path_of(folder)}/{LOCK_FILE}".removeprefix("./")
    return repository.authors(base.commit, head.commit or "HEAD", path)


def _tampered(review: Review, base: Version, head: Version, folder: Path, was: str | None) -> Iterator[str]:
    """The quoted sources whose snapshot is another than before, or is gone."""
    from argmap.evidence.verification import quotes

    quoted = dict.fromkeys(each.source for each in quotes(review.after.debate))
    if review.born or review.gone or not quoted:
        return
    stems = {source: (file_stem(review.renamed.get(source, source)), file_stem(source)) for source in quoted}
    old = base.snapshots(folder.parent / was if was else folder, {before for before, _ in stems.values()})
    new = head.snapshots(folder, {after for _, after in stems.values()})
    for source, (before, after) in stems.items():
        texts = _texts_of(before, old)
        if texts and texts != _texts_of(after, new):
            yield source


def _texts_of(stem: str, files: Mapping[str, bytes]) -> list[tuple[str, bytes]]:
    """The texts of one source with their kind, whatever line ends git gave them here."""
    every = ((PurePosixPath(name), text.replace(b"\r\n", b"\n")) for name, text in files.items())
    return sorted((path.suffix, text) for path, text in every if path.stem == stem)


def _alone(files: tuple[Files | None, Files | None]) -> Iterator[UnreadFile]:
    """What cannot be read of a debate that only one of the versions has."""
    before, after = files
    found = None if before and after else before or after
    if found is None:
        return
    for name, faults in found.errors.items():
        yield in_context(UnreadFile(name, tuple(faults), found is before, found is after), found)


def moved(base: Version, head: Version, found: Sequence[Path], workspace: Workspace) -> dict[str, str]:
    """Debates in folders that had another name before: the new one, and the old one. A debate that is gone and one that
    has come are the same where most of their statements are."""
    if base.single or head.single:
        return {}
    names = base.names(workspace), head.names(workspace)
    gone = {name: ids for name in names[0] if name not in names[1] and (ids := _ids(base, workspace, name))}
    pairs: dict[str, str] = {}
    for folder in found:
        if gone and folder.name in names[1] and folder.name not in names[0]:
            own = _ids(head, workspace, folder.name)
            like = max(gone, key=lambda name: len(gone[name] & own))
            if 2 * len(gone[like] & own) > len(gone[like] | own):
                pairs[folder.name] = like
                del gone[like]
    return pairs


def _ids(version: Version, workspace: Workspace, name: str) -> frozenset[str]:
    """The statements of a debate, by id and wording."""
    files = version.files(workspace.arguments / name)
    debate = files.loaded.debate if files else None
    return frozenset(f"{each.id} {each.text}" for each in debate.statements.values()) if debate else frozenset()


def _notes(base: Version, before: Files | None, head: Version, after: Files | None) -> Iterator[str]:
    if before is None:
        yield f"{base.name} does not have this debate: all of it is new."
    if after is None:
        yield f"{head.name} no longer has this debate."
