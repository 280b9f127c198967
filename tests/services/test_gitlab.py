"""GitLab's template, its script executed by a shell as GitLab's runner would, in a scratch repository."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from junitparser import JUnitXml

from tests.conftest import ROOT
from tests.scratch import Scratch
from tests.services.conftest import COSTS

TEMPLATE = ROOT / ".gitlab/argmap.gitlab-ci.yml"


@dataclass(frozen=True)
class Job:
    code: int
    log: str
    out: Path


def installed(folder: Path, **variables: str) -> str:
    """What the step before the script gives to pip, with a python that only says so."""
    found = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))["argmap"]
    python = folder / "python"
    python.write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    environment = {"PATH": f"{folder}:{os.environ['PATH']}"} | found["variables"] | variables
    script = "\n".join(found["before_script"])
    return subprocess.run(["sh", "-ec", script], env=environment, text=True, capture_output=True, check=True).stdout


def job(repository: Scratch, shell: str = "bash", **variables: str) -> Job:
    """The script of the job; the step before it, which installs argmap, is passed over."""
    found = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))["argmap"]
    environment = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "HOME": str(repository.root.parent),
        "LANG": "C.UTF-8", "CI": "true", "GITLAB_CI": "true", "ARGMAP_CACHE": str(repository.root.parent / "cache"),
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
    } | found["variables"] | variables  # fmt: skip
    script = "set -e\n" + "\n".join(found["script"])
    done = subprocess.run(
        [shell, "-c", script], cwd=repository.root, env=environment, text=True, timeout=300,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return Job(done.returncode, done.stdout, repository.root / "argmap-out")


def merge_request(repository: Scratch) -> dict[str, str]:
    return {"CI_MERGE_REQUEST_DIFF_BASE_SHA": repository.git("rev-parse", "main"), "CI_MERGE_REQUEST_IID": "3"}


@pytest.mark.parametrize("shell", ["bash", "sh"])
def test_a_merge_request_is_checked_and_reviewed(repository: Scratch, shell: str) -> None:
    done = job(repository, shell, **merge_request(repository))
    assert done.code == 0, done.log
    issues = json.loads((done.out / "codequality.json").read_text())
    assert {issue["location"]["path"] for issue in issues} >= {COSTS}
    assert JUnitXml.fromfile(str(done.out / "junit.xml")).failures == 0
    assert "too-early" in (done.out / "review.md").read_text()
    assert "too-early" in (done.out / "change.html").read_text()
    assert "<!-- argmap review -->" in done.log


def test_what_the_artifacts_are_is_what_is_written(repository: Scratch) -> None:
    artifacts = yaml.safe_load(TEMPLATE.read_text())["argmap"]["artifacts"]
    job(repository, **merge_request(repository))
    for path in (*artifacts["paths"], *artifacts["reports"].values()):
        assert (repository.root / path).exists()


def test_the_default_branch_is_only_checked(repository: Scratch) -> None:
    done = job(repository)
    assert done.code == 0 and not (done.out / "review.md").exists()
    assert (done.out / "codequality.json").exists()


def test_findings_fail_the_job_and_the_reports_are_there(repository: Scratch) -> None:
    done = job(repository, ARGMAP_FAIL_ON="warning", **merge_request(repository))
    assert done.code == 1
    assert JUnitXml.fromfile(str(done.out / "junit.xml")).failures > 5
    assert (done.out / "review.md").exists()


def test_the_policy_fails_the_job(repository: Scratch) -> None:
    assert job(repository, ARGMAP_FAIL_REVIEW_ON="flip,warning", **merge_request(repository)).code == 1


def test_wrong_usage_fails_the_job_at_once(repository: Scratch) -> None:
    done = job(repository, ARGMAP_DEBATES="school-start nowhere")
    assert done.code == 2 and "there is no debate 'nowhere'" in done.log


def test_a_review_with_a_name_is_a_comment_of_its_own(repository: Scratch) -> None:
    done = job(repository, ARGMAP_NAME="school days", **merge_request(repository))
    assert (done.out / "review.md").read_text().startswith("<!-- argmap review: school-days -->\n")


def test_a_fork_without_a_token_has_its_review_in_the_log(repository: Scratch) -> None:
    done = job(repository, GITLAB_TOKEN="", **merge_request(repository))
    assert done.code == 0 and (done.out / "review.md").read_text() in done.log


@pytest.mark.skipif(os.name == "nt", reason="links need no right on Unix only")
@pytest.mark.parametrize("name", ["argmap-out", "argmap-out/review.md", "argmap-out/codequality.json"])
def test_what_a_branch_puts_in_the_place_of_the_artifacts_is_not_followed(
    repository: Scratch, tmp_path: Path, name: str
) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "review.md").write_text("hunter2")
    link = repository.root / name
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(theirs if name == "argmap-out" else theirs / "review.md")
    done = job(repository, **merge_request(repository))
    assert done.code == 0 and "hunter2" not in done.log
    assert "too-early" in (done.out / "review.md").read_text() and not link.is_symlink()
    assert (theirs / "review.md").read_text() == "hunter2" and len([*theirs.iterdir()]) == 1


def test_packages_may_be_held_by_their_hashes(tmp_path: Path) -> None:
    assert installed(tmp_path) == "-I -m pip install --quiet argmap[review]\n"
    held = installed(tmp_path, ARGMAP_REQUIREMENTS="ci/our packages.txt")
    assert held == "-I -m pip install --quiet --require-hashes --requirement ci/our packages.txt\n"


def test_a_baseline_that_grows_is_told(repository: Scratch) -> None:
    repository.write("known.txt", "school-start unanswered-rebuttal statements/too-early\n")
    done = job(repository, ARGMAP_BASELINE="known.txt", **merge_request(repository))
    assert "The baseline `known.txt` newly passes over 1 finding" in (done.out / "review.md").read_text()


@pytest.mark.parametrize("name", ["ARGMAP_DEBATES", "ARGMAP_FAIL_ON", "ARGMAP_FAIL_REVIEW_ON", "ARGMAP_BASELINE"])
def test_no_variable_is_taken_for_a_command(repository: Scratch, tmp_path: Path, name: str) -> None:
    pwned = tmp_path / "pwned"
    value = f"\"; touch {pwned} # '; touch {pwned} # $(touch {pwned})\ntouch {pwned}"
    assert job(repository, **merge_request(repository), **{name: value}).code != 0
    assert not pwned.exists()
