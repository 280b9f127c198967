"""The action, its steps executed as GitHub's runner would, in a scratch repository."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT, needs_package
from tests.scratch import Scratch
from tests.services.conftest import COSTS
from tests.services.runner import ACTION, Runner

UPLOAD_SARIF = "github/codeql-action/upload-sarif"
UPLOAD_ARTIFACT = "actions/upload-artifact"


@pytest.fixture
def pull_request(repository: Scratch, tmp_path: Path) -> Runner:
    """A runner that has checked out the merge of a pull request into main, which has gone on meanwhile."""
    head, old = repository.git("rev-parse", "change"), repository.git("rev-parse", "main")
    repository.git("checkout", "-q", "main")
    repository.write("arguments/school-start/positions/more.yaml", "position: more\narguments: []\n")
    repository.commit("meanwhile")
    repository.git("checkout", "-q", "--detach")
    repository.git("merge", "-q", "--no-ff", "-m", "merge", "change")
    event = {"pull_request": {"number": 7, "base": {"sha": old}, "head": {"sha": head}}}
    return Runner(repository.root, tmp_path / "runner", event)


def test_a_pull_request_is_checked_reviewed_and_drawn(pull_request: Runner) -> None:
    run = pull_request()
    assert run.result == "success", run.log
    assert f"::warning file={COSTS}," in run.log
    sarif = json.loads(Path(run.outputs["sarif-file"]).read_text())
    assert len(sarif["runs"][0]["results"]) == int(run.outputs["findings"]) > 6
    assert run.used[UPLOAD_SARIF]["sarif_file"] == run.outputs["sarif-file"]
    assert run.kept == {"argmap-change": run.outputs["map-file"], "argmap-review": run.outputs["review-file"]}
    assert "too-early" in Path(run.outputs["map-file"]).read_text()
    review = Path(run.outputs["review-file"]).read_text()
    assert "too-early" in review and "more.yaml" not in review
    assert "too-early" in run.summary and run.summary.count("<!-- argmap review") == 1


def test_the_base_is_what_the_pull_request_would_be_merged_into(pull_request: Runner) -> None:
    main = subprocess.run(["git", "rev-parse", "main"], cwd=pull_request.workspace, capture_output=True, text=True)
    assert pull_request().steps["base"]["base"] == main.stdout.strip()


def test_the_head_of_a_pull_request_is_held_against_where_it_left(pull_request: Runner) -> None:
    """As after a checkout of the branch itself, without the merge."""
    subprocess.run(["git", "checkout", "-q", "change"], cwd=pull_request.workspace, check=True)
    main = subprocess.run(["git", "rev-parse", "main"], cwd=pull_request.workspace, capture_output=True, text=True)
    pull_request.event["pull_request"]["base"]["sha"] = main.stdout.strip()
    run = pull_request()
    assert run.result == "success" and run.steps["base"]["base"] != main.stdout.strip()
    assert "too-early" in Path(run.outputs["review-file"]).read_text()


def test_without_a_pull_request_it_only_checks(repository: Scratch, tmp_path: Path) -> None:
    run = Runner(repository.root, tmp_path / "runner")()
    assert run.result == "success", run.log
    assert "nothing is compared" in run.log
    assert run.outputs["review-file"] == run.outputs["map-file"] == ""
    assert UPLOAD_SARIF in run.used and run.kept == {}


def test_findings_fail_the_job_after_everything_else_was_done(pull_request: Runner) -> None:
    run = pull_request(fail_on="warning", map="false")
    assert run.result == "Pass or fail failed with 1" and "must not get in" in run.log
    assert UPLOAD_SARIF in run.used and Path(run.outputs["review-file"]).is_file()


def test_what_the_policy_does_not_allow_fails_the_job(pull_request: Runner) -> None:
    assert pull_request(fail_review_on="flip\nwarning", map="false").result == "Pass or fail failed with 1"
    assert pull_request(fail_review_on="never", map="false").result == "success"
    run = pull_request(fail_review_on="nonsense", map="false")
    assert run.result == "Pass or fail failed with 1" and "no condition and no rule 'nonsense'" in run.log


def test_only_what_the_pull_request_changes(pull_request: Runner) -> None:
    run = pull_request(changed_only="true", fail_on="warning", map="false")
    assert run.result == "Pass or fail failed with 1"
    results = json.loads(Path(run.outputs["sarif-file"]).read_text())["runs"][0]["results"]
    assert {place["logicalLocations"][0]["fullyQualifiedName"] for one in results for place in one["locations"]} == {
        "statements/too-early"
    }


def test_a_baseline(pull_request: Runner) -> None:
    argmap = [sys.executable, "-m", "argmap", "check", "--baseline", "base.txt", "--update-baseline", "-q"]
    subprocess.run(argmap, cwd=pull_request.workspace, check=True)
    run = pull_request(baseline="base.txt", fail_on="info", map="false")
    assert run.result == "success" and run.outputs["findings"] == "0"
    assert "The baseline `base.txt` newly passes over" in Path(run.outputs["review-file"]).read_text()


def test_what_is_switched_off_is_not_done(pull_request: Runner) -> None:
    run = pull_request(sarif="false", map="false", comment="false")
    assert run.result == "success" and set(run.used) == {"actions/setup-python", UPLOAD_ARTIFACT}
    assert "Not posted" not in run.log and "too-early" in run.summary


def test_debates_by_name_and_in_another_folder(pull_request: Runner) -> None:
    folder = pull_request.workspace / "inner/arguments"
    folder.mkdir(parents=True)
    (pull_request.workspace / "arguments/school-start").rename(folder / "school-start")
    assert pull_request().result == "Check failed with 2"
    run = pull_request(debates="school-start", working_directory="inner", map="false")
    assert run.result == "success" and "::warning file=inner/arguments/school-start/" in run.log
    assert (
        "there is no debate 'nowhere'"
        in pull_request(debates="school-start\nnowhere", working_directory="inner", map="false").log
    )


def test_a_shallow_clone_says_what_to_do(pull_request: Runner, tmp_path: Path) -> None:
    clone = tmp_path / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth", "1", pull_request.workspace.as_uri(), str(clone)], check=True)
    run = Runner(clone, tmp_path / "runner", pull_request.event)()
    assert run.result == "Find the base failed with 2" and "fetch-depth: 0" in run.log


def test_a_second_use_in_a_job_has_a_comment_artifacts_and_a_category_of_its_own(pull_request: Runner) -> None:
    run = pull_request(name="deep")
    assert run.result == "success", run.log
    assert set(run.kept) == {"deep-change", "deep-review"} and run.used[UPLOAD_SARIF]["category"] == "deep"
    assert Path(run.outputs["review-file"]).read_text().startswith("<!-- argmap review: deep -->")


def test_a_folder_with_a_space_is_one_debate(pull_request: Runner) -> None:
    (pull_request.workspace / "arguments/school-start").rename(pull_request.workspace / "arguments/school start")
    run = pull_request(debates="arguments/school start\n", map="false", comment="false")
    assert run.result == "success", run.log
    assert "school%20start" in run.log or "school start" in run.log


@pytest.mark.parametrize("name", ["debates", "base", "fail_on", "fail_review_on", "baseline"])
@pytest.mark.parametrize("value", ["\"; touch {0} # '; touch {0} # $(touch {0}) `touch {0}`\ntouch {0}", "--out={0}"])
def test_no_input_is_taken_for_a_command(pull_request: Runner, tmp_path: Path, name: str, value: str) -> None:
    run = pull_request(**{name: value.format(tmp_path / "pwned")})
    assert not (tmp_path / "pwned").exists()
    assert run.result != "success"


def test_a_repository_in_the_place_of_the_folder_is_not_asked(pull_request: Runner, tmp_path: Path) -> None:
    """A branch may bring a bare one, as files, whose settings name a program to fetch with."""
    bare, marker = pull_request.workspace / "inner", tmp_path / "ran"
    subprocess.run(["git", "clone", "-q", "--bare", str(pull_request.workspace), str(bare)], check=True)
    evil = f"""
[core]
\trepositoryformatversion = 1
[extensions]
\tpartialClone = evil
[remote "evil"]
\tpromisor = true
\turl = ext::touch {marker}
[protocol "ext"]
\tallow = always
"""
    (bare / "config").write_text(evil, encoding="utf-8")
    run = pull_request(working_directory="inner", base="1" * 40)
    assert run.result == "Find the base failed with 2", run.log
    assert not marker.exists()


class Api(BaseHTTPRequestHandler):
    """An API that has no comment yet, and takes one."""

    posted: list[tuple[str, str | None, str]]

    def do_GET(self) -> None:
        self._answer(200, [])

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]
        self.posted.append((self.path, self.headers["Authorization"], body))
        self._answer(201, {"id": 1, "html_url": "http://127.0.0.1/1", "body": body})

    def _answer(self, status: int, value: object) -> None:
        data = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture
def api() -> Iterator[tuple[str, list[tuple[str, str | None, str]]]]:
    needs_package("urllib3")
    handler = type("Handler", (Api,), {"posted": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", handler.posted  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()


def test_the_review_is_a_comment(
    pull_request: Runner, api: tuple[str, list[tuple[str, str | None, str]]], tmp_path: Path
) -> None:
    address, posted = api
    event = tmp_path / "event.json"
    event.write_text(json.dumps(pull_request.event))
    pull_request.environment |= {
        "GITHUB_API_URL": address, "GITHUB_REPOSITORY": "owner/name", "GITHUB_REF": "refs/pull/7/merge",
        "GITHUB_EVENT_PATH": str(event), "GITHUB_EVENT_NAME": "pull_request",
    }  # fmt: skip
    run = pull_request(github_token="secret-token")
    assert run.result == "success", run.log
    ((path, authorization, body),) = posted
    assert path.startswith("/repos/owner/name/issues/7/comments") and authorization == "Bearer secret-token"
    assert "too-early" in body and body == Path(run.outputs["review-file"]).read_text()
    assert "secret-token" not in run.log


def test_no_expression_stands_in_a_script_and_every_input_has_its_words() -> None:
    action = yaml.safe_load(ACTION.read_text())
    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", "") and step["name"]
    assert all(one["description"].strip() and "default" in one for one in action["inputs"].values())
    used = set(re.findall(r"inputs\.([\w-]+)", json.dumps(action["runs"])))
    assert used == set(action["inputs"])


@pytest.mark.slow
def test_the_install_step_installs_the_argmap_that_the_action_comes_with(repository: Scratch, tmp_path: Path) -> None:
    if os.environ.get("CI") != "true":
        pytest.skip("installs a whole environment; CI runs it")
    runner = Runner(repository.root, tmp_path / "runner")
    runner.installed = None
    runner.environment = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "UV_"))}
    runner.environment["HOME"] = os.environ.get("HOME", str(tmp_path))
    run = runner()
    assert run.result == "success", run.log
    installed = Path(run.steps["install"]["bin"])
    assert installed.is_relative_to(tmp_path) and (installed / "argmap").is_file()
    assert (ROOT / "argmap/version.py").read_text().rpartition('"')[0].rpartition('"')[2] in run.log
