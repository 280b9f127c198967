"""The one door to git: revisions, and the files of a debate at a revision, read from git objects without a checkout.

git itself is asked (`git rev-parse`, `ls-tree`, `cat-file --batch`), so that work trees, packed and alternate objects,
SHA-256 repositories are as git has them. What a partial clone lacks is not fetched.
"""

from __future__ import annotations

import os
import posixpath
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from argmap.loader.decode import LARGEST_FILE
from argmap.loader.folder import HEAD, PARTS, is_left_alone, is_read, is_told_by_content, kind_of
from argmap.system.paths import real
from argmap.system.programs import find_program

_ANSWER = re.compile(rb"(\w+) (\w+) (\d+)$")

_FOREIGN = (
    "GIT_EXTERNAL_DIFF", "GIT_LITERAL_PATHSPECS", "GIT_DIFF_OPTS", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE",
    "GIT_PREFIX", "GIT_COMMON_DIR",
)  # fmt: skip
"""Variables that would change an answer. git sets some for its hooks, relative to a folder that is not ours."""

_HARMLESS = ("safe.bareRepository=explicit", "core.fsmonitor=false", f"core.hooksPath={os.devnull}")
"""A repository inside the work tree, which a branch may bring, is not asked; and no program of a repository is run."""
_OFFLINE = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": ""}
"""Nothing is fetched, whatever a repository names as its remote; older versions of git know the second only."""
LEAST_GIT = (2, 30)
"""The first version whose `rev-parse` knows `--end-of-options`."""
MOST_OPENED = 200
"""How many files that are not read are opened, to see what they are."""
MOST_READ = 10 * LARGEST_FILE
"""Bytes of all files that are read at once: one object of a few kilobytes may stand behind thousands of large files."""


class GitError(Exception):
    """git cannot do what was asked; the message says what to do about it."""


@dataclass(frozen=True)
class Entry:
    """An entry of a tree: its mode, its object and its path from the root of the repository."""

    mode: str
    oid: str
    path: str

    @property
    def is_file(self) -> bool:
        """Whether it is an ordinary file; a link or a submodule is not."""
        return self.mode.startswith("100")

    @property
    def is_link(self) -> bool:
        """Whether it is a symbolic link, whose content is where it leads."""
        return self.mode == "120000"


@dataclass(frozen=True)
class Repository:
    """A git repository with a work tree."""

    root: Path

    @classmethod
    def around(cls, folder: Path) -> Repository:
        """The repository that a folder lies in. Raises GitError where there is none, or no git."""
        found = _run(folder, "rev-parse", "--show-toplevel")
        if found.returncode:
            raise GitError(f"{folder} is not in a git repository with a work tree: {_reason(found)}")
        return cls(Path(os.fsdecode(found.stdout.rstrip(b"\n"))))

    def commit(self, revision: str) -> str:
        """The full name of the commit that a revision means. Raises GitError where there is none."""
        found = _run(self.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        name = found.stdout.decode().strip()
        if found.returncode or not name.isalnum():  # of "^main" git says "^" and the name: all that is not in main
            if revision == "HEAD":
                raise GitError("this repository has no commit to compare with.")
            self._require_version()
            raise GitError(f"there is no revision {revision!r}{self._shallow_hint()}")
        return name

    def _require_version(self) -> None:
        """Raise GitError for a git that does not know how to be told that a revision is none of its options."""
        found = re.match(rb"git version ((\d{1,4})\.(\d{1,4}))", _run(self.root, "version").stdout)
        if found and (int(found[2]), int(found[3])) < LEAST_GIT:
            least = ".".join(map(str, LEAST_GIT))
            raise GitError(
                f"this is git {found[1].decode()}, and argmap needs {least} or later to read a revision: update it."
            )

    @property
    def is_shallow(self) -> bool:
        """Whether the history was cut off when the repository was cloned."""
        return _run(self.root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def _shallow_hint(self) -> str:
        if not self.is_shallow:
            return " in this repository. 'git branch -a' and 'git log' show what there is."
        return (
            " in this clone, which is shallow: its history was cut off.\n"
            "Run 'git fetch --unshallow' (in GitHub Actions: 'fetch-depth: 0' for actions/checkout)."
        )

    def default_branch(self) -> str:
        """What changes are measured against: the remote's default branch, else main or master, else HEAD.

        Raises GitError where there is a remote and none of its branches here is one of these.
        """
        found = _run(self.root, "symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD")
        if not found.returncode:
            return found.stdout.decode().strip()
        configured = _run(self.root, "config", "init.defaultBranch").stdout.decode().strip()
        names = [name for name in (configured, "main", "master") if name]
        for name in (*(f"origin/{name}" for name in names), *names):
            if not _run(self.root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").returncode:
                return name
        if _run(self.root, "remote").stdout.strip():
            raise GitError(
                "the default branch is unknown: name what to compare with, such as origin/main\n"
                "(in GitHub Actions: 'fetch-depth: 0' for actions/checkout, and origin/$GITHUB_BASE_REF)."
            )
        return "HEAD"

    def merge_base(self, one: str, other: str = "HEAD") -> str:
        """The commit at which two revisions parted. Raises GitError where they share no history."""
        commits = (self.commit(one), self.commit(other))
        found = _run(self.root, "merge-base", *commits)
        if found.returncode:
            hint = self._shallow_hint() if self.is_shallow else "; name the revision to compare with."
            raise GitError(f"{one} and {other} have no common history{hint}")
        return found.stdout.decode().strip()

    def path_of(self, folder: Path) -> str:
        """A folder's path from the root of the repository, `.` for the root. Raises GitError where it is outside."""
        try:
            return real(folder).relative_to(real(self.root)).as_posix()
        except ValueError:
            raise GitError(f"{folder} is not in the repository {self.root}") from None

    def path_in(self, commit: str, folder: Path) -> str:
        """A folder's path in a commit: under its own name where the commit has it there, else where a link leads to."""
        led_to = self.path_of(folder)
        if led_to == "." or real(folder) == real(folder.parent) / folder.name:
            return led_to
        own = PurePosixPath(self.path_of(folder.parent), folder.name).as_posix()
        return own if self.entries(commit, own) else led_to

    def entries(self, commit: str, folder: str) -> list[Entry]:
        """What a commit has below a folder, at any depth, in the order of the paths."""
        where = [] if folder == "." else ["--", f"{folder}/"]
        found = _run(self.root, "ls-tree", "-r", "-z", "--full-tree", commit, *where)
        if found.returncode:
            raise GitError(f"the files of {commit[:12]} cannot be listed: {_reason(found)}")
        every = [_entry(line) for line in found.stdout.split(b"\0") if line]
        self._refuse_submodules(every, commit, folder)
        return every

    def _refuse_submodules(self, every: Iterable[Entry], commit: str, folder: str) -> None:
        inside = PurePosixPath(folder)
        parts = [PurePosixPath(e.path) for e in every if e.mode == "160000"]
        above = [e.path for e in self._above(commit, inside) if e.mode == "160000"]
        for path in (*parts, *above):
            raise GitError(
                f"{path} is a submodule: its files are in a repository of their own.\nRun argmap inside it: cd {path}"
            )

    def _above(self, commit: str, folder: PurePosixPath) -> list[Entry]:
        """The entries of the folders that lead to a folder, and of it itself."""
        ways = [path.as_posix() for path in (folder, *folder.parents) if path.as_posix() != "."]
        if not ways:
            return []
        found = _run(self.root, "ls-tree", "-z", "--full-tree", commit, "--", *ways)
        return [_entry(line) for line in found.stdout.split(b"\0") if line]

    def read(self, commit: str, paths: Sequence[str]) -> dict[str, bytes]:
        """The content of files of a commit, by path. Files that the commit has not are left out, and so are those
        that are too large to be a debate's."""
        sizes = self.sizes(commit, paths)
        small = [path for path in paths if sizes.get(path, LARGEST_FILE + 1) <= LARGEST_FILE]
        if sum(sizes[path] for path in small) > MOST_READ:
            limit = f"argmap reads {MOST_READ // 1_000_000} MB at most"
            raise GitError(f"the files of a debate of {commit[:12]} are too large: {limit}.")
        answers = _answers(self._batch(commit, "--batch", small))
        return {path: content for path, content in zip(small, answers, strict=True) if content is not None}

    def sizes(self, commit: str, paths: Sequence[str]) -> dict[str, int]:
        """How many bytes files of a commit have, by path. Files that the commit has not are left out."""
        headers = map(_ANSWER.fullmatch, self._batch(commit, "--batch-check", paths).splitlines())
        found = zip(paths, headers, strict=True)
        return {path: int(header[3]) for path, header in found if header and header[2] == b"blob"}

    def _batch(self, commit: str, how: str, paths: Iterable[str]) -> bytes:
        wanted = [f"{commit}:{path}" for path in paths]
        if any("\n" in path for path in wanted):
            raise GitError("a path contains a line break, which argmap cannot read")
        found = _run(self.root, "cat-file", how, input=os.fsencode("".join(f"{w}\n" for w in wanted)))
        if found.returncode:
            raise GitError(f"the files of {commit[:12]} cannot be read: {_reason(found)}")
        return found.stdout

    def debate_files(self, commit: str, folder: str) -> tuple[dict[str, bytes], dict[str, bytes], dict[str, int]]:
        """What `argmap.files.read_folder` and `beside` give, of a debate's folder at a commit: files by their path
        inside it, others with how they begin, and the sizes of those that are too large, in bytes."""
        prefix = "" if folder == "." else f"{folder}/"
        every = {entry.path[len(prefix) :]: entry for entry in self.entries(commit, folder)}
        told = [path for path in every if is_told_by_content(path) and not is_left_alone(path) and "\n" not in path]
        wanted = [path for path, entry in every.items() if entry.is_file and is_read(path)]
        opened = [prefix + path for path in told if every[path].is_file and not is_read(path)][:MOST_OPENED]
        heads = {path[len(prefix) :]: text[:HEAD] for path, text in self.read(commit, opened).items()}
        sizes = self.sizes(commit, [prefix + path for path in wanted])
        large = {path: size for path in wanted if (size := sizes.get(prefix + path, 0)) > LARGEST_FILE}
        texts = self._inside(commit, prefix, [path for path in wanted if path not in large])
        links = [path for path, entry in every.items() if entry.is_link and is_read(path)]
        for path, target in self._inside(commit, prefix, links).items():
            to = posixpath.normpath(posixpath.join(posixpath.dirname(path), os.fsdecode(target)))
            if to in every and every[to].is_file:
                texts[path] = self._inside(commit, prefix, [to])[to]
        return texts, {path: heads.get(path, b"") for path in every if path not in texts}, large

    def _inside(self, commit: str, prefix: str, paths: Sequence[str]) -> dict[str, bytes]:
        """As `read`, by paths after a prefix. Raises GitError where the content of one is not in this clone."""
        found = self.read(commit, [prefix + path for path in paths])
        for path in paths:
            if prefix + path not in found:
                raise GitError(
                    f"{prefix}{path} of {commit[:12]} is not in this clone, which has some files only.\n"
                    "Run 'git fetch --refetch --no-filter' (in GitHub Actions: no 'filter:' for actions/checkout)."
                )
        return {path[len(prefix) :]: content for path, content in found.items()}

    def debates(self, commit: str, folder: str) -> list[str]:
        """The folders right below a folder at a commit that hold anything of a debate, by name."""
        depth = 0 if folder == "." else len(PurePosixPath(folder).parts)
        ways = [PurePosixPath(entry.path).parts[depth:] for entry in self.entries(commit, folder)]
        return list(dict.fromkeys(way[0] for way in ways if len(way) > 1 and _is_part("/".join(way[1:]))))

    def authors(self, base: str, head: str, path: str) -> tuple[str, ...]:
        """Who changed a file between two commits, by name, the first first; what git cannot say is nobody."""
        options = ("--no-show-signature", "--reverse", "--format=%an")
        found = _run(self.root, "log", *options, "--end-of-options", f"{base}..{head}", "--", path)
        return tuple(dict.fromkeys(found.stdout.decode(errors="replace").splitlines()))


def _is_part(path: str) -> bool:
    return is_read(path) or kind_of(path) in PARTS


def _run(folder: Path, *arguments: str, input: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", **_OFFLINE}
    for name in _FOREIGN:
        environment.pop(name, None)
    command = [*_git(), "-C", os.fspath(folder), "--literal-pathspecs", *arguments]
    return subprocess.run(command, input=input, capture_output=True, env=environment, check=False)


def _git() -> list[str]:
    """git, with what a repository could make it start switched off. Raises GitError where it is not installed."""
    program = find_program("git")
    if program is None:
        raise GitError("git is not installed, and argmap needs it to read another version of the debate.")
    return [program, *(word for setting in _HARMLESS for word in ("-c", setting))]


def _reason(found: subprocess.CompletedProcess[bytes]) -> str:
    said = found.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
    return said or f"git returned {found.returncode}"


def _entry(line: bytes) -> Entry:
    head, _, path = line.partition(b"\t")
    mode, _, oid = head.decode().split()
    return Entry(mode, oid, os.fsdecode(path))


def _answers(output: bytes) -> Iterator[bytes | None]:
    """What `cat-file --batch` says to each request: the content of a blob, None where there is none."""
    at = 0
    while at < len(output):
        end = output.index(b"\n", at)
        header = _ANSWER.fullmatch(output[at:end])
        at = end + 1
        if header is None:  # "… missing"
            yield None
            continue
        size = int(header[3])
        yield output[at : at + size] if header[2] == b"blob" else None
        at += size + 1
