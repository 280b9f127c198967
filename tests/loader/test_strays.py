"""Files that nobody reads: each is named, what is said of it mends it, and what nobody expects to be read is not."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import files as disk
from argmap.files import beside, load_folder, seems_debate
from argmap.loader import read
from argmap.loader.folder import Kind, is_read, kinds_of
from argmap.model.diagnostics import Diagnostic, Severity
from argmap.repository import Repository
from tests.scratch import Scratch

HEADER = (
    "debate: school-start\ntitle: Should school start later?\nresolutions:\n"
    "  - {claim: start-later, text: School should start at nine.}\n"
)
SOURCES = (
    "references:\n  - {id: trial, title: A trial, type: report}\n  - {id: survey, title: A survey, type: report}\n"
)
SLEEP = (
    "position: sleep\narguments:\n  - support: more-sleep\n    of: start-later\n    text: Pupils sleep more.\n"
    "    evidence: [{source: trial}]\n"
)
COSTS = "position: costs\narguments:\n  - {rebuttal: no-more-sleep, of: more-sleep, text: They go to bed later.}\n"
DEBATE = {"debate.yaml": HEADER, "sources.yaml": SOURCES, "positions/sleep.yaml": SLEEP, "positions/costs.yaml": COSTS}
AS_JSON = {
    "positions/sleep.json": json.dumps({
        "position": "sleep",
        "arguments": [{"support": "more-sleep", "of": "start-later", "text": "Pupils sleep more.",
                       "evidence": [{"source": "trial"}]}],
    }, indent=2),
    "sources.json": json.dumps([{"id": "trial", "title": "A trial", "type": "report"},
                                {"id": "survey", "title": "A survey", "type": "report"}], indent=2),
    "debate.json": json.dumps({
        "debate": "school-start", "title": "Should school start later?",
        "resolutions": [{"claim": "start-later", "text": "School should start at nine."}],
    }),
}  # fmt: skip
"""What is moved there says the same in JSON, which is YAML."""
MISNAMED = [
    *(("positions/sleep.yaml", name) for name in (
        "positions/sub/sleep.yaml", "positions/a/b/c/sleep.yaml", "positions/sleep.yml", "positions/sleep.YAML",
        "positions/sleep.YML", "positions/sleep.Yaml", "positions/sleep.yaml.txt", "positions/sleep.yml.txt",
        "positions/sleep.yaml.yaml.txt", "positions/sleep,yaml", "positions/sleep. yaml", "positions/sleep.yamll",
        "positions/sleep.ymal", "positions/sleep.yaml (1)",
        "positions/sleep.txt", "positions/sleep", "positions/sleep.json", "positions/sub/sleep.yml", "sleep.yaml",
        "sleep.yml", "sleep.txt", "position/sleep.yaml", "Positions/sleep.yml", "positions/Sub/sleep",
        "claims/sleep.yaml", "affirmative/claims/sleep.yml",
    )),
    *(("positions", name) for name in ("position", "Positions", "POSITIONS", "postions", "position s")),
    *(("sources.yaml", name) for name in (
        "sources.yml", "Sources.yaml", "SOURCES.YAML", "sources.YAML", "source.yaml", "sources.yaml.txt",
        "sources.json", "sources", "references.yaml", "bibliography.yml", "literature.yaml",
    )),
    *(("debate.yaml", name) for name in (
        "debate.yml", "Debate.yaml", "DEBATE.YML", "debate.yaml.txt", "debates.yaml", "debat.yaml", "debate.json",
        "debate", "debate.txt", "school-start.yaml",
    )),
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a sound debate."""
    made = tmp_path / "school-start"
    for name, text in DEBATE.items():
        put(made / name, text)
    assert load_folder(made).diagnostics == ()
    return made


def put(path: Path, text: str = "x") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def move(folder: Path, old: str, new: str) -> None:
    (folder / new).parent.mkdir(parents=True, exist_ok=True)
    (folder / old).rename(folder / new)


def follow(folder: Path, found: Diagnostic) -> None:
    """Do what a finding says, as it says it."""
    doings: list[tuple[str, Callable[[re.Match[str]], object]]] = [
        (r"(?:Rename|Move) it to ([^:]*?)(?:: JSON is YAML, too)?\.", lambda it: move(folder, found.span.file, it[1])),
        (r"Rename the folder to (\w+)\.", lambda it: move(folder, found.span.file.split("/")[0], it[1])),
        (r"Move them to (\w+)/\.", lambda it: [
            move(folder, path.relative_to(folder).as_posix(), f"{it[1]}/{path.name}")
            for path in (folder / found.span.file).parent.iterdir()
        ]),
        (r"(.*) is there: rename it to (\S*)\.", lambda it: move(folder, it[1], it[2])),
        (r"If it is a position, move it to (\S*); .*", lambda it: move(folder, found.span.file, it[1])),
        (r"Put into \S+ what is missing there, and delete this file\.", lambda _: (folder / found.span.file).unlink()),
        (r"Save its text as (\S*)\.", lambda it: put(folder / it[1])),
        (r"Move the folder (\S*) out of this one, .*", lambda it: shutil.move(folder / it[1], folder.parent)),
        (r"Give it the id of its source as a name\.", lambda _: move(folder, found.span.file, "snapshots/survey.txt")),
        (r"Run 'argmap sources import .*' in this .*", lambda _: put(folder / "sources.yaml", SOURCES)),
        (r"Move to positions/ what is a position, .*", lambda _: [
            path.unlink() for path in (folder / found.span.file).parent.iterdir()
        ]),
    ]  # fmt: skip
    for pattern, do in doings:
        if it := re.fullmatch(pattern, found.help or ""):
            do(it)
            return
    raise AssertionError(f"nobody knows how to do this: {found.help}")


@pytest.mark.parametrize(("old", "new"), MISNAMED, ids=[new for _, new in MISNAMED])
class TestPartsOfADebate:
    def test_one_error_names_it_and_doing_what_it_says_mends_it(self, folder: Path, old: str, new: str) -> None:
        whole = load_folder(folder).debate
        spoil(folder, old, new)
        found = load_folder(folder)
        assert [d.severity for d in found.diagnostics] == [Severity.ERROR], found.diagnostics
        assert found.diagnostics[0].rule == ("missing-file" if old == "debate.yaml" else "file-not-read")
        assert not found.ok and seems_debate(folder)
        follow(folder, found.diagnostics[0])
        mended = load_folder(folder)
        assert mended.diagnostics == ()
        assert mended.debate == whole

    def test_a_commit_is_read_as_the_folder_is(self, tmp_path: Path, folder: Path, old: str, new: str) -> None:
        spoil(folder, old, new)
        git = Scratch(tmp_path)
        files, others, _ = Repository(tmp_path).debate_files(git.commit("all"), "school-start")
        there, here = read(files, others), load_folder(folder)
        assert (there.diagnostics, there.debate) == (here.diagnostics, here.debate)
        assert Repository(tmp_path).debates("HEAD", ".") == ["school-start"]


def spoil(folder: Path, old: str, new: str) -> None:
    move(folder, old, new)
    if new in AS_JSON:
        put(folder / new, AS_JSON[new])
    for stale in [path for path in folder.iterdir() if path.is_dir() and not list(path.iterdir())]:
        stale.rmdir()


ADDED = {
    "extra.yaml": ("notes: of mine\n", "warning"),
    "mkdocs.yml": ("site_name: x\n", "warning"),
    "more.yaml": ("position: more\narguments: []\n", "error"),
    "sources.yml": (SOURCES, "error"),
    "sources.json": ("[]", "warning"),
    "debate.yml": (HEADER, "error"),
    "Debate.yaml": (HEADER, "error"),
    "positions/sleep.yml": (SLEEP, "error"),
    "drafts/x.yaml": ("position: x\narguments: []\n", "warning"),
    "old/debate.yaml": (HEADER, "warning"),
    "snapshots/trial.docx": ("x", "warning"),
    "snapshots/trail.txt": ("x", "warning"),
    "snapshots/nothing-like-it.html": ("x", "warning"),
    "snapshots/more/trial.txt": ("x", "warning"),
    "snapshot/trial.txt": ("x", "warning"),
    "Snapshots/trial.md": ("x", "warning"),
}


@pytest.mark.parametrize("name", ADDED)
def test_what_stands_beside_a_whole_debate_is_named_and_can_be_mended(folder: Path, name: str) -> None:
    text, severity = ADDED[name]
    put(folder / name, text)
    found = load_folder(folder).diagnostics
    assert [(d.rule, str(d.severity), d.span.file) for d in found] == [("file-not-read", severity, name)]
    follow(folder, found[0])
    left = [d for d in load_folder(folder).diagnostics if d.rule == "file-not-read"]
    assert left == []


def test_of_two_bibliographies_under_other_names_one_is_renamed(folder: Path) -> None:
    (folder / "sources.yaml").unlink()
    put(folder / "sources.yml", SOURCES)
    put(folder / "sources.json", "[]")
    found = [each for each in load_folder(folder).diagnostics if each.rule == "file-not-read"]
    renamed = {each.span.file: (each.help or "").startswith("Rename") for each in found}
    assert renamed == {"sources.yml": True, "sources.json": False}
    for each in found:
        follow(folder, each)
    assert load_folder(folder).ok


@pytest.mark.parametrize("name", ["library.bib", "Exported Items.ris"])
def test_a_bibliography_in_another_form_is_named_with_the_command_that_reads_it(folder: Path, name: str) -> None:
    put(folder / name)
    (found,) = load_folder(folder).diagnostics
    assert (found.span.file, found.severity) == (name, Severity.INFO)
    assert f"argmap sources import {name}" in (found.help or "")
    (folder / "sources.yaml").unlink()
    put(folder / "positions/sleep.yaml", SLEEP.replace("    evidence: [{source: trial}]\n", ""))
    (found,) = load_folder(folder).diagnostics
    assert (found.span.file, found.severity) == (name, Severity.WARNING)
    follow(folder, found)
    assert {each.severity for each in load_folder(folder).diagnostics} == {Severity.INFO}


LEFT_ALONE = [
    "README.md", "notes.md", "notes.txt", "todo.txt", "LICENSE", "image.png", "map.svg", "card.pdf", "evidence.docx",
    "package.json", "positions/README.md", "positions/notes.md", "positions/notes.txt", "positions/map.svg",
    "positions/sleep.yaml~", "positions/.sleep.yaml.swp", "positions/#sleep.yaml#", "positions/.#sleep.yaml",
    "positions/sleep.yaml.bak", "positions/sleep.yaml.orig", "positions/.gitkeep", "positions/.DS_Store",
    "positions/sleep.yaml.rej", ".debate.yaml.swp", "debate.yaml~", "sources.yaml.bak",
    ".git/config.yaml", ".git/hooks/x.yml", ".github/workflows/check.yml", ".schema/debate.schema.json",
    ".pre-commit-config.yaml", ".drafts/x.yaml", "node_modules/a/b.yaml", "venv/lib/x.yaml",
    "snapshots/README.md", "snapshots/notes.txt", "snapshots/trial.txt", "snapshots/survey.HTML",
    "snapshots/trial_files/image.png", "snapshots/.trial.docx", "snapshots/survey.pdf", "snapshots/picture.png",
    "output/maps/map.svg", "a/b/c/d/e/f.yaml", "argmap.baseline", "Thumbs.db", "positions/desktop.ini",
]  # fmt: skip


@pytest.mark.parametrize("name", LEFT_ALONE)
def test_what_nobody_expects_to_be_read_is_left_alone(folder: Path, name: str) -> None:
    put(folder / name, "position: we think\nnotes: x\n")
    assert load_folder(folder).diagnostics == ()


def test_a_text_in_two_forms_has_one_that_is_read(folder: Path) -> None:
    put(folder / "snapshots/trial.docx")
    put(folder / "snapshots/trial.txt")
    assert load_folder(folder).diagnostics == ()


def test_a_folder_of_many_is_one_finding(folder: Path) -> None:
    for number in range(30):
        put(folder / f"positions/more/p{number}.yaml", f"position: p{number}\narguments: []\n")
        put(folder / f"drafts/d{number}.yaml", f"position: d{number}\narguments: []\n")
    found = load_folder(folder).diagnostics
    assert [(d.span.file, d.message) for d in found] == [
        ("drafts/d0.yaml", "30 files in drafts/ are not read"),
        ("positions/more/p0.yaml", "30 files in positions/more/ are not read"),
    ]
    for each in found:
        follow(folder, each)
    assert load_folder(folder).diagnostics == () and len(load_folder(folder).debate.positions) == 32  # type: ignore[union-attr]


def test_very_many_in_one_place_are_counted(folder: Path) -> None:
    for number in range(1_000):
        put(folder / f"positions/p{number:03}.yml", f"position: p{number}\narguments: []\n")
    found = load_folder(folder).diagnostics
    assert len(found) == 21 and found[-1].message == "980 more files of this folder are not read"


def test_a_name_that_is_taken_is_not_proposed(folder: Path) -> None:
    for name in ("positions/a/sleep.yaml", "positions/b/sleep.yml", "positions/sleep.yml", "sleep.yaml"):
        put(folder / name, SLEEP)
    helps = [d.help for d in load_folder(folder).diagnostics]
    targets = [re.search(r"positions/\S+\.yaml", help or "") for help in helps]
    assert sorted(it[0] for it in targets if it) == [
        "positions/a-sleep.yaml", "positions/b-sleep.yaml", "positions/sleep-2.yaml", "positions/sleep-3.yaml"
    ]  # fmt: skip


def test_without_a_header_the_file_in_its_place_is_the_one_fault(folder: Path) -> None:
    (folder / "debate.yaml").unlink()
    (found,) = load_folder(folder).diagnostics
    assert (found.rule, found.help) == (
        "missing-file", "Make the file, with `debate: ID`, `title: …` and `resolutions:`."
    )  # fmt: skip


def test_a_debate_one_folder_too_deep(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "group").mkdir()
    folder.rename(tmp_path / "group" / "deep")
    (found,) = load_folder(tmp_path / "group").diagnostics
    assert found.help == "deep is a debate, one folder too deep: move the folder deep out of this one."
    assert seems_debate(tmp_path / "group")


def test_files_that_could_not_be_opened_bring_no_faults_of_their_own(folder: Path) -> None:
    (folder / "positions/sleep.yaml").unlink()
    (folder / "positions/sleep.yaml").symlink_to("/etc/hostname")
    (folder / "sources.yaml").unlink()
    (folder / "sources.yaml").symlink_to("/etc/hostname")
    assert [d.rule for d in load_folder(folder).diagnostics] == ["outside-folder", "outside-folder"]


class TestLooking:
    def test_links_are_not_followed(self, folder: Path, tmp_path: Path) -> None:
        put(tmp_path / "elsewhere/secret.yaml", "position: secret\narguments: []\n")
        (folder / "positions/more").symlink_to(tmp_path / "elsewhere")
        (folder / "top.yaml").symlink_to(tmp_path / "elsewhere/secret.yaml")
        (folder / "round").symlink_to(folder)
        assert beside(folder) == dict.fromkeys(("top.yaml", "positions/more", "round"), b"")

    def test_pipes_are_not_opened(self, folder: Path) -> None:
        os.mkfifo(folder / "extra.yaml")
        assert beside(folder) == {"extra.yaml": b""}

    def test_only_the_beginning_of_a_file_is_read(self, folder: Path) -> None:
        put(folder / "extra.yaml", "x" * 100_000)
        assert len(beside(folder)["extra.yaml"]) == 4096

    def test_what_is_looked_at_is_bounded(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for number in range(40):
            put(folder / f"other{number:02}/deep/x.yaml", "x")
        looked: list[str] = []
        scan = os.scandir
        monkeypatch.setattr(disk.os, "scandir", lambda path: looked.append(str(path)) or scan(path))  # type: ignore[func-returns-value]
        monkeypatch.setattr(disk, "MOST_FOLDERS", 20)
        beside(folder)
        assert len(looked) == 20
        monkeypatch.setattr(disk, "MOST_FOLDERS", 2_000)
        monkeypatch.setattr(disk, "MOST_LISTED", 5)
        assert len(beside(folder)) <= 5

    def test_no_time_is_spent_in_the_folders_of_other_programs(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in (".git", "node_modules", ".venv", "__pycache__"):
            put(folder / f"{name}/deep/x.yaml", "x")
        looked: list[str] = []
        scan = os.scandir
        monkeypatch.setattr(disk.os, "scandir", lambda path: looked.append(Path(path).name) or scan(path))  # type: ignore[func-returns-value]
        beside(folder)
        assert looked == [folder.name, "positions"]


PARTS_OF_NAMES = (
    "positions", "position", "Positions", "sources", "debate", "snapshots", "trial", "x", "drafts", "README", ".", "/",
    ".yaml", ".yml", ".YAML", ".txt", ".json", ".bib", "~", ".bak", "#", " ", "\n", "\udcff", "é", "1",
)  # fmt: skip


@given(
    st.lists(st.lists(st.sampled_from(PARTS_OF_NAMES), min_size=1, max_size=7).map("".join), max_size=12),
    st.sampled_from([b"", b"position: x\n", b"debate: x\n", b"references:\n", b"\xff\xfe\x00", b"{"]),
)
def test_no_part_of_a_debate_is_passed_over_and_no_place_is_proposed_twice(names: list[str], head: bytes) -> None:
    others = dict.fromkeys(names, head)
    found = [d for d in read(DEBATE, others).diagnostics if d.rule == "file-not-read"]
    kinds = kinds_of(others)
    named = {d.span.file for d in found}
    for path in (path for path, kind in kinds.items() if kind is Kind.POSITION):
        grouped = [d for d in found if d.span.file.rpartition("/")[0] == path.rpartition("/")[0]]
        assert path in named or any(" files in " in d.message for d in grouped)
    targets = [it[1] for d in found if (it := re.search(r"it to (positions/.*?\.yaml)[.;]", d.help or "", re.S))]
    assert len(set(targets)) == len(targets) and not set(targets) & DEBATE.keys()


def test_texts_given_from_python_are_named_as_those_on_disk() -> None:
    found = read({**DEBATE, "positions/more/x.yaml": SLEEP, "Sources.yaml": SOURCES, "notes.md": "# Notes\n"})
    assert [(d.rule, d.span.file) for d in found.diagnostics] == [
        ("file-not-read", "Sources.yaml"), ("file-not-read", "positions/more/x.yaml")
    ]  # fmt: skip


def test_what_is_read_is_spelt_exactly() -> None:
    assert all(map(is_read, (*DEBATE, "argmap.lock", "positions/Ünicode name.yaml")))
    assert not any(
        map(is_read, ("Debate.yaml", "positions/a.yml", "positions/a/b.yaml", "x.yaml", "positions/.a.yaml"))
    )
