"""The files that services read are valid by the schemas and the linters of those services."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from argmap.version import __version__
from tests.conftest import ROOT, needs

BIN = Path(sys.executable).parent
HOOKS, CONFIG = ROOT / ".pre-commit-hooks.yaml", ROOT / ".pre-commit-config.yaml"
ACTION = ".github/actions/argmap/action.yml"


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def run(*command: str | Path, input: str | None = None) -> None:
    done = subprocess.run([*map(str, command)], cwd=ROOT, capture_output=True, text=True, input=input, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "path", "options"),
    [
        ("github-actions", ACTION, ()),
        ("github-workflows", ".github/workflows/argmap.yml", ()),
        ("github-workflows", ".github/workflows/argmap-comment.yml", ()),
        ("github-workflows", ".github/workflows/tests.yml", ()),
        ("github-workflows", ".github/workflows/release.yml", ()),
        *(("github-issue-forms", f".github/ISSUE_TEMPLATE/{form}.yml", ()) for form in ("argument", "fault", "wish")),
        ("github-issue-config", ".github/ISSUE_TEMPLATE/config.yml", ()),
        ("gitlab-ci", ".gitlab/argmap.gitlab-ci.yml", ("--data-transform", "gitlab-ci")),
    ],
)
def test_by_the_schemas_of_the_services(schema: str, path: str, options: tuple[str, ...]) -> None:
    run(BIN / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", *options, path)


def test_every_workflow_is_checked() -> None:
    names = {"argmap.yml", "argmap-comment.yml", "release.yml", "tests.yml"}
    assert {path.name for path in (ROOT / ".github/workflows").iterdir()} == names


def test_every_action_is_pinned_by_a_commit_and_no_checkout_keeps_the_token() -> None:
    pages = [*(ROOT / ".github/workflows").iterdir(), ROOT / ACTION, ROOT / "argmap/manual/review.md"]
    for page in pages:
        text = page.read_text(encoding="utf-8")
        for used in re.findall(r"uses: (\S+)", text):
            assert re.search(r"^\./|@[0-9a-f]{40}$|^OWNER/argmap/.*@REVISION$", used), f"{page.name}: {used}"
        assert text.count("actions/checkout@") == text.count("persist-credentials: false"), page.name


def test_the_workflow_for_forks_neither_checks_out_nor_runs_the_fork() -> None:
    text = (ROOT / ".github/workflows/argmap-comment.yml").read_text(encoding="utf-8")
    job = yaml.safe_load(text)["jobs"]["post"]
    (checkout,) = [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
    assert checkout["with"] == {"persist-credentials": False}  # and no ref: this repository's own default branch
    assert not any("${{" in step.get("run", "") for step in job["steps"])
    assert job["permissions"] == {"actions": "read", "contents": "read", "pull-requests": "write"}


def test_pre_commit_itself_accepts_them() -> None:
    run(BIN / "pre-commit", "validate-manifest", HOOKS)
    run(BIN / "pre-commit", "validate-config", CONFIG)


def test_zizmor_finds_no_fault_in_action_and_workflows() -> None:
    run(BIN / "zizmor", "--offline", "--quiet", "--persona", "pedantic", "--config", ".github/zizmor.yml", ".github")


def scripts() -> list[tuple[str, str, str]]:
    steps = read(ROOT / ACTION)["runs"]["steps"]
    found = [("bash", step["name"], step["run"]) for step in steps if "run" in step]
    job = read(ROOT / ".gitlab/argmap.gitlab-ci.yml")["argmap"]
    comment = read(ROOT / ".github/workflows/argmap-comment.yml")["jobs"]["post"]["steps"]
    found += [("bash", step["name"], step["run"]) for step in comment if "run" in step]
    released = read(ROOT / ".github/workflows/release.yml")["jobs"]
    found += [
        ("bash", step["name"], step["run"]) for each in released.values() for step in each["steps"] if "run" in step
    ]
    return [*found, ("sh", "GitLab", "\n".join(job["script"]))]


@pytest.mark.parametrize(("shell", "name", "script"), scripts(), ids=lambda value: value if len(value) < 40 else "")
def test_shellcheck_finds_no_fault_in_a_script(shell: str, name: str, script: str) -> None:
    """SC2086 (a word that may be split) is meant where names of debates are words."""
    ignored = ["--exclude=SC2086"] if shell == "sh" else []
    run(BIN / "shellcheck", f"--shell={shell}", *ignored, "-", input=script)


def test_this_repository_uses_its_own_hooks_as_others_do() -> None:
    here = {hook["id"]: hook for repository in read(CONFIG)["repos"] for hook in repository["hooks"]}
    for hook in read(HOOKS):
        own = here[hook["id"]]
        keys = hook.keys() - {"description", "language"}
        assert {key: own.get(key) for key in keys} == {key: hook[key] for key in keys}
        assert own["language"] == "system" and hook["language"] == "python"


def test_this_repository_uses_its_own_action_and_ci_script() -> None:
    review = read(ROOT / ".github/workflows/argmap.yml")["jobs"]["review"]
    assert [step["uses"] for step in review["steps"]][-1] == "./.github/actions/argmap"
    assert review["steps"][0]["with"]["fetch-depth"] == 0
    tests = read(ROOT / ".github/workflows/tests.yml")["jobs"]["tests"]
    assert [step.get("run") for step in tests["steps"]][-1] == ".ci/run"


def test_what_the_action_says_of_permissions_is_what_the_workflow_gives() -> None:
    said = [line for line in (ROOT / ACTION).read_text().splitlines() if line.startswith("#     ")]
    given = read(ROOT / ".github/workflows/argmap.yml")["jobs"]["review"]["permissions"]
    for name, level in given.items():
        assert any(f"{name}: {level}" in line for line in said)


def notes(tag: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """What the release's step takes from the changelog for a tag."""
    steps = read(ROOT / ".github/workflows/release.yml")["jobs"]["build"]["steps"]
    (script,) = [step["run"] for step in steps if step["name"] == "Take the notes from the changelog"]
    (folder / ".github").mkdir(exist_ok=True)
    changes = (ROOT / ".github/CHANGELOG.md").read_text(encoding="utf-8")
    (folder / ".github/CHANGELOG.md").write_text(changes, encoding="utf-8")
    environment = {"PATH": os.environ["PATH"], "GITHUB_REF_NAME": tag}
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60)


def test_a_release_takes_its_notes_from_its_section(tmp_path: Path) -> None:
    needs("bash")
    assert notes("v0.1.0", tmp_path).returncode == 0
    taken = (tmp_path / "notes/notes.md").read_text(encoding="utf-8")
    assert taken.strip().startswith("- Debates in YAML") and "## " not in taken and "Nothing yet" not in taken
    missing = notes("v9.9.9", tmp_path)
    assert missing.returncode == 1 and "CHANGELOG.md says nothing of v9.9.9." in missing.stdout


def test_the_changelog_has_the_present_version() -> None:
    changes = (ROOT / ".github/CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(__version__)}\b", changes, re.MULTILINE)


def test_links_between_the_pages_for_contributors_lead_somewhere() -> None:
    for page in (ROOT / ".github").glob("*.md"):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
