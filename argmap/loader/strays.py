"""Files in a debate's folder that are not read, though somebody may have meant them to be: what to say of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import groupby
from pathlib import PurePosixPath
from typing import NamedTuple

from argmap.evidence.verification import ENDINGS
from argmap.loader.folder import BIBLIOGRAPHY, HEADER, POSITIONS, SNAPSHOTS, Kind, is_read, is_yaml, stem_of
from argmap.model.diagnostics import Severity
from argmap.model.values import file_stem, source_id
from argmap.wording.near_misses import nearest

_MOST = 20
"""How many files of one folder are named one by one."""
_BESIDE_TEXTS = frozenset({"readme", "notes", "index", "license", "todo"})
_UNREAD = "this file is not read"


class Stray(NamedTuple):
    """A file that is not read, or several in one folder, and what to do."""

    file: str
    message: str
    help: str
    severity: Severity = Severity.WARNING


def strays(read: Collection[str], kinds: Mapping[str, Kind], sources: Collection[str] | None) -> Iterator[Stray]:
    """Everything that is to be said about files that are not read: an error where they are a part of the debate.

    `read` are the files that are, `kinds` those of the others (see `kinds_of`), `sources` the ids of the bibliography,
    None where some of them are not known. What stands in place of a missing header is left to who reports that.
    """
    folder = _Folder(set(read), kinds, None if sources is None else {file_stem(id) for id in sources})

    def key(path: str) -> tuple[str, str]:
        return _where(path), kinds[path].name

    for (where, kind), group in groupby(sorted(kinds, key=key), key):
        found = list(folder.said(where, Kind[kind], list(group)))
        yield from found[:_MOST]
        if len(found) > _MOST:
            more = f"{len(found) - _MOST:,} more files of this folder are not read"
            yield Stray(found[_MOST].file, more, "Mend those that are named first.", found[_MOST].severity)


def instead_of_header(kinds: Mapping[str, Kind]) -> str | None:
    """What to do about a missing header, where something stands in its place."""
    for path, kind in kinds.items():
        if kind is Kind.HEADER:
            return f"{path} is there: rename it to {HEADER}."
    nested = [_where(path) for path, kind in kinds.items() if kind is Kind.DEBATE]
    if nested:
        return f"{nested[0]} is a debate, one folder too deep: move the folder {nested[0]} out of this one."
    return None


class _Folder(NamedTuple):
    """A debate's folder, and what is to be said about what is in it."""

    read: set[str]
    """With the places that were already proposed."""
    kinds: Mapping[str, Kind]
    sources: Collection[str] | None

    def said(self, where: str, kind: Kind, paths: list[str]) -> Iterator[Stray]:
        """About the files of one kind in one folder."""
        match kind:
            case Kind.HEADER | Kind.BIBLIOGRAPHY:
                first = sorted(paths, key=lambda path: not is_yaml(path))
                yield from (stray for path in first for stray in self._single(path, kind))
            case Kind.EXPORT:
                yield from map(self._export, paths)
            case Kind.POSITION:
                yield from self._positions(where, paths)
            case Kind.SNAPSHOT:
                yield from self._snapshots(where, paths)
            case Kind.DEBATE if HEADER in self.read:
                help = f"Move the folder {where} out of this one, to stand beside it."
                yield Stray(paths[0], "this is a debate of its own, and is not read with this one", help)
            case Kind.YAML:
                yield from self._unknown(where, paths)

    def _single(self, path: str, kind: Kind) -> Iterator[Stray]:
        """A second header or bibliography, or a bibliography under another name."""
        target, json = HEADER if kind is Kind.HEADER else BIBLIOGRAPHY, path.lower().endswith(".json")
        if target in self.read:
            help = f"Put into {target} what is missing there, and delete this file."
            if is_yaml(path):
                yield Stray(path, f"this file is not read beside {target}", help, Severity.ERROR)
            elif json and kind is Kind.BIBLIOGRAPHY:
                yield Stray(path, f"this file is not read beside {target}", help)
        elif kind is Kind.BIBLIOGRAPHY:
            self.read.add(target)
            help = f"Rename it to {target}{': JSON is YAML, too' if json else ''}."
            yield Stray(path, _UNREAD, help, Severity.ERROR)

    def _export(self, path: str) -> Stray:
        """A bibliography that can be imported: beside one that is read it may have been."""
        command = f"Run 'argmap sources import {path}' in this folder: it "
        if BIBLIOGRAPHY not in self.read:
            return Stray(path, _UNREAD, f"{command}writes {BIBLIOGRAPHY}.")
        help = f"{command}adds to {BIBLIOGRAPHY} what is missing there. Then move the file out of the debate's folder."
        return Stray(path, f"this file is not read beside {BIBLIOGRAPHY}", help, Severity.INFO)

    def _positions(self, where: str, paths: list[str]) -> Iterator[Stray]:
        names = [f"{POSITIONS}/{PurePosixPath(path).name}" for path in paths]
        fit = where not in ("", POSITIONS) and all(is_read(name) and name not in self.read for name in names)
        if fit and "/" not in where and not self._has(POSITIONS):
            yield Stray(paths[0], _unread(where, paths), f"Rename the folder to {POSITIONS}.", Severity.ERROR)
        elif fit and len(paths) > 1:
            self.read.update(names)
            yield Stray(paths[0], _unread(where, paths), f"Move them to {POSITIONS}/.", Severity.ERROR)
        else:
            for path in paths:
                help = f"{'Rename' if where == POSITIONS else 'Move'} it to {self._free(path)}."
                yield Stray(path, _UNREAD, help, Severity.ERROR)

    def _free(self, path: str) -> str:
        """Where a position can go: under its own name, with that of its folder where it is taken, or with a number."""
        stem, folder = stem_of(PurePosixPath(path).name) or "position", PurePosixPath(path).parent.name
        stems = [stem, f"{folder}-{stem}"] if folder not in ("", POSITIONS) else [stem]
        numbered = (f"{stem}-{number}" for number in range(2, len(self.read) + 3))
        targets = (f"{POSITIONS}/{each}.yaml" for each in (*stems, *numbered))
        found = next(target for target in targets if target not in self.read)
        self.read.add(found)
        return found

    def _has(self, folder: str) -> bool:
        return any(path.startswith(f"{folder}/") for path in (*self.read, *self.kinds))

    def _unknown(self, where: str, paths: list[str]) -> Iterator[Stray]:
        """YAML that does not say what it is."""
        if where:
            help = (
                f"Move to {POSITIONS}/ what is a position, and the rest out of the debate's folder. "
                "argmap passes over a folder whose name begins with a dot."
            )
            yield Stray(paths[0], _unread(where, paths), help)
            return
        for path in paths:
            help = f"If it is a position, move it to {self._free(path)}; otherwise move it out of the debate's folder."
            yield Stray(path, _UNREAD, help)

    def _snapshots(self, where: str, paths: list[str]) -> Iterator[Stray]:
        if where == SNAPSHOTS:
            yield from (stray for path in paths for stray in self._snapshot(PurePosixPath(path)))
            return
        texts = [path for path in paths if _is_text(path)]
        if where.startswith(f"{SNAPSHOTS}/"):
            lacking = set(self.sources or ()) - self._with_text()
            for file in (PurePosixPath(path) for path in texts if _source(path) in lacking):
                yield Stray(str(file), _UNREAD, f"Move it to {SNAPSHOTS}/{file.name}.")
        elif texts and "/" not in where:
            to = f"Move them to {SNAPSHOTS}/." if self._has(SNAPSHOTS) else f"Rename the folder to {SNAPSHOTS}."
            yield Stray(texts[0], _unread(where, texts), to)

    def _snapshot(self, file: PurePosixPath) -> Iterator[Stray]:
        """A text of no source, or the text of a source in a form that is not read."""
        if self.sources is None or file.stem.casefold() in _BESIDE_TEXTS:
            return
        source = _source(file)
        if _is_text(file.name) and source not in self.sources:
            near = nearest(source, set(self.sources) - self._with_text())
            help = f"Rename it to {file.with_stem(near)}." if near else "Give it the id of its source as a name."
            yield Stray(str(file), f"no source is called {file.stem}", help)
        elif not _is_text(file.name) and source in self.sources and source not in self._with_text():
            yield Stray(str(file), _UNREAD, f"Save its text as {SNAPSHOTS}/{source}.txt.")

    def _with_text(self) -> set[str]:
        """What the files are called that are read as texts of sources."""
        return {_source(path) for path in self.kinds if _where(path) == SNAPSHOTS and _is_text(path)}


def _unread(where: str, paths: list[str]) -> str:
    return f"{len(paths):,} files in {where}/ are not read" if len(paths) > 1 else _UNREAD


def _source(path: str | PurePosixPath) -> str:
    """The source whose text a file is, as `file_stem` has it."""
    return file_stem(source_id(PurePosixPath(path).stem))


def _where(path: str) -> str:
    return path.rpartition("/")[0]


def _is_text(path: str) -> bool:
    return path.lower().endswith(ENDINGS)
