"""Posting against a server that behaves, and misbehaves, as GitHub and GitLab do: one comment, never two."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from argmap.cli.ci.posting import PostingError, put, service
from argmap.cli.ci.posting.client import Patience
from tests.cli.ci.posting.server import TOKEN, Fault, Server

MARKER = "<!-- argmap review -->"
BODY = f"{MARKER}\n\n## Review\n"
QUICK = Patience(total=6, connect=2, read=1, pause=0.05)
READ_ONLY = '{"message": "Resource not accessible by integration"}'


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as made:
        yield made


def github(server: Server, **more: str) -> dict[str, str]:
    return {
        "GITHUB_REPOSITORY": "o/r", "GITHUB_REF": "refs/pull/7/merge", "GITHUB_TOKEN": TOKEN,
        "GITHUB_API_URL": server.url, **more,
    }  # fmt: skip


def gitlab(server: Server, **more: str) -> dict[str, str]:
    return {
        "GITLAB_CI": "true", "CI_API_V4_URL": server.url, "CI_PROJECT_ID": "5", "CI_MERGE_REQUEST_IID": "7",
        "GITLAB_TOKEN": TOKEN, "CI_MERGE_REQUEST_PROJECT_URL": "https://gitlab.example/g/p", **more,
    }  # fmt: skip


BOTH = pytest.mark.parametrize("environment", [github, gitlab])


def post(environment: dict[str, str], body: str = BODY, patience: Patience = QUICK) -> Any:
    return put(service(environment, patience), body, MARKER)


def refused(environment: dict[str, str], patience: Patience = QUICK) -> PostingError:
    with pytest.raises(PostingError) as error:
        post(environment, patience=patience)
    assert TOKEN not in str(error.value)
    return error.value


@BOTH
class TestOneComment:
    def test_is_made_where_there_is_none(self, server: Server, environment: Any) -> None:
        server.add("hello", "you")
        done = post(environment(server))
        assert done.done == "created" and done.url
        assert [comment["body"] for comment in server.comments] == ["hello", BODY]

    def test_is_updated_on_whatever_page_it_is(self, server: Server, environment: Any) -> None:
        for n in range(4):
            server.add(f"comment {n}", "you")
        server.add(f"{MARKER} old")
        server.add("a later one", "you")
        assert post(environment(server)).done == "updated"
        assert server.comments[4]["body"] == BODY and len(server.comments) == 6

    def test_is_left_as_it_was_where_nothing_changed(self, server: Server, environment: Any) -> None:
        server.add(BODY.replace("\n", "\r\n").strip())
        assert post(environment(server)).done == "left as it was"
        assert set(server.methods()) == {"GET"}

    def test_of_somebody_else_is_not_touched_though_it_has_the_marker(self, server: Server, environment: Any) -> None:
        server.add(f"{MARKER} mine", "mallory")
        server.add(f"I quote {MARKER}", "me")
        assert post(environment(server)).done == "created"
        assert server.comments[0]["body"] == f"{MARKER} mine" and len(server.comments) == 3

    def test_that_was_deleted_meanwhile_is_made_again(self, server: Server, environment: Any) -> None:
        server.add(f"{MARKER} old")
        server.faults = [Fault(m, status=404, body='{"message": "Not Found"}') for m in ("PATCH", "PUT")]
        assert post(environment(server)).done == "created"

    def test_second_post_updates_the_first(self, server: Server, environment: Any) -> None:
        post(environment(server))
        assert post(environment(server), BODY + "more").done == "updated"
        assert [comment["body"] for comment in server.comments] == [BODY + "more"]


@BOTH
class TestNeverTwo:
    @pytest.mark.parametrize(
        "fault",
        [
            Fault("POST", drops=True),
            Fault("POST", waits=1.5),
            Fault("POST", body="<html>it is made"),
            Fault("POST", body='{"message": "Server Error", "id": null}'),
        ],
        ids=["connection dropped", "too slow", "no JSON", "no comment"],
    )
    def test_where_it_was_made_and_the_answer_was_lost(self, server: Server, environment: Any, fault: Fault) -> None:
        server.faults = [Fault(**vars(fault))]
        assert post(environment(server)).done == "created"
        assert [comment["body"] for comment in server.comments] == [BODY]

    @pytest.mark.parametrize(
        "fault",
        [Fault("POST", status=500), Fault("POST", status=502, body="<html>"), Fault("POST", status=503, drops=True)],
        ids=["500", "502", "dropped before"],
    )
    def test_where_it_was_not_made_it_is_made_once(self, server: Server, environment: Any, fault: Fault) -> None:
        server.faults = [Fault(**vars(fault))]
        assert post(environment(server)).done == "created"
        assert len(server.comments) == 1 and server.methods().count("POST") == 2

    def test_a_service_that_keeps_failing_is_given_up(self, server: Server, environment: Any) -> None:
        server.faults = [Fault("POST", status=500, times=9)]
        assert "500" in str(refused(environment(server)))
        assert server.comments == [] and server.methods().count("POST") == 3


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the client would have waited between its tries, in seconds."""
    found = list[float]()
    monkeypatch.setattr(time, "sleep", found.append)
    return found


@BOTH
class TestPatience:
    def test_reading_is_repeated_after_failures(self, server: Server, environment: Any) -> None:
        server.add(f"{MARKER} old")
        server.faults = [Fault("GET", status=502), Fault("GET", status=500), Fault("GET", status=500, drops=True)]
        assert post(environment(server)).done == "updated"

    def test_updating_is_repeated_after_failures(self, server: Server, environment: Any) -> None:
        server.add(f"{MARKER} old")
        server.faults = [Fault(m, status=503) for m in ("PATCH", "PUT")] + [
            Fault(m, drops=True) for m in ("PATCH", "PUT")
        ]
        assert post(environment(server)).done == "updated"
        assert len(server.comments) == 1

    @pytest.mark.parametrize("method", ["GET", "POST"])
    @pytest.mark.parametrize(
        ("status", "headers"),
        [
            (429, {"Retry-After": "1"}),
            (403, {"Retry-After": "1"}),
            (403, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "soon"}),
        ],
        ids=["429", "secondary limit", "reset"],
    )
    def test_a_rate_limit_is_waited_for(
        self, server: Server, environment: Any, pauses: list[float], method: str, status: int, headers: dict[str, str]
    ) -> None:
        headers = {name: str(int(time.time()) + 5) if value == "soon" else value for name, value in headers.items()}
        server.faults = [Fault(method, status=status, headers=headers, body='{"message": "slow down"}')]
        assert post(environment(server)).done == "created"
        assert max(pauses) > 0 and len(server.comments) == 1

    @pytest.mark.parametrize(
        "headers", [{"Retry-After": "3600"}, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "99999999999"}]
    )
    def test_a_limit_that_lasts_too_long_is_not_waited_for(
        self, server: Server, environment: Any, pauses: list[float], headers: dict[str, str]
    ) -> None:
        server.faults = [Fault("GET", status=403, headers=headers, body='{"message": "API rate limit exceeded"}')]
        fault = refused(environment(server))
        assert "rate limit" in str(fault) and not fault.is_expected
        assert not any(pauses)

    def test_a_secondary_limit_in_words_only_is_one_too(self, server: Server, environment: Any) -> None:
        said = '{"message": "You have exceeded a secondary rate limit."}'
        server.faults = [Fault("GET", status=403, body=said)]
        assert "rate limit is used up for now" in str(refused(environment(server)))
        assert server.methods() == ["GET"]

    def test_all_tries_together_end(self, server: Server, environment: Any) -> None:
        server.faults = [Fault("GET", waits=0.8, times=99)]
        refused(environment(server), Patience(total=2, connect=1, read=0.4, pause=0.05, tries=50))
        assert len(server.methods()) < 50

    def test_nobody_listens(self, server: Server, environment: Any) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"http://127.0.0.1:{free.getsockname()[1]}"
        variables = {name: address if value == server.url else value for name, value in environment(server).items()}
        fault = refused(variables, Patience(total=1, pause=0.01))
        assert "refused" in str(fault) and "object at 0x" not in str(fault) and not fault.is_expected


class TestRefusals:
    def test_a_forks_token_may_only_read(self, server: Server) -> None:
        server.faults = [Fault("POST", status=403, body=READ_ONLY, times=9)]
        fault = refused(github(server))
        assert fault.is_expected and "from a fork" in str(fault) and "pull-requests: write" in str(fault)
        assert server.methods().count("POST") == 1

    def test_a_forks_token_that_may_not_update(self, server: Server) -> None:
        server.add(f"{MARKER} old")
        server.faults = [Fault("PATCH", status=403, body=READ_ONLY, times=9)]
        assert refused(github(server)).is_expected

    @pytest.mark.parametrize(
        ("status", "body", "said"),
        [
            (422, '{"message": "Validation Failed", "errors": [{"message": "body is too long"}]}', "too long"),
            (422, '{"message": "Validation Failed", "errors": ["spam"]}', "spam"),
            (422, '{"message": "Validation Failed", "errors": {"a": 1}}', "Validation Failed"),
            (403, '{"message": "Unable to create comment because issue is locked."}', "issue is locked"),
            (410, '{"message": "This issue was deleted"}', "deleted"),
            (404, '{"message": "Not Found"}', "no pull request 7 of o/r"),
            (400, "not json", "400"), (418, "[1, 2]", "418"), (403, '"no"', "403"), (403, "null", "403"),
        ],
    )  # fmt: skip
    def test_github_says_why_not(self, server: Server, status: int, body: str, said: str) -> None:
        server.faults = [Fault("POST", status=status, body=body, times=9)]
        fault = refused(github(server))
        assert said in str(fault) and str(status) in str(fault) and not fault.is_expected
        assert server.methods().count("POST") == 1

    @pytest.mark.parametrize(
        ("status", "body", "said"),
        [
            (400, '{"message": "400 Bad request - Note {:note=>[\\"is too long\\"]}"}', "too long"),
            (403, '{"error": "insufficient_scope", "error_description": "needs more"}', "scope 'api'"),
            (404, '{"message": "404 Not found"}', "no merge request 7"),
        ],
    )
    def test_gitlab_says_why_not(self, server: Server, status: int, body: str, said: str) -> None:
        server.faults = [Fault("POST", status=status, body=body, times=9)]
        assert said in str(refused(gitlab(server)))

    @BOTH
    def test_a_wrong_token(self, server: Server, environment: Any) -> None:
        wrong = environment(server, GITHUB_TOKEN="wr0ng-token", GITLAB_TOKEN="wr0ng-token")
        fault = refused(wrong)
        assert "401" in str(fault) and "wr0ng-token" not in str(fault) and "***" in str(fault)

    @BOTH
    @pytest.mark.parametrize("body", ["<html>", '{"message": "no list"}', "[1]", '[{"id": "x"}]', "[null]", "\x1b[31m"])
    def test_nonsense_is_told_as_such(self, server: Server, environment: Any, body: str) -> None:
        server.faults = [Fault("GET", status=200, body=body, times=9)]
        said = str(refused(environment(server)))
        assert "answer" in said and "\x1b" not in said

    def test_a_pull_request_that_is_not_there(self, server: Server) -> None:
        assert "no pull request 8" in str(refused(github(server, GITHUB_REF="refs/pull/8/merge")))


class TestTheToken:
    @BOTH
    def test_goes_to_no_other_host(self, server: Server, environment: Any) -> None:
        with Server() as other:
            elsewhere = f"{other.url.replace('127.0.0.1', 'localhost')}/repos/o/r/issues/7/comments"
            server.faults = [Fault("GET", status=302, headers={"Location": elsewhere})]
            assert "redirected" in str(refused(environment(server)))
            server.faults = [Fault("POST", status=307, headers={"Location": elsewhere})]
            assert "redirected" in str(refused(environment(server)))
            server.faults = [Fault("GET", status=200, body="[]", headers={"Link": f'<{elsewhere}>; rel="next"'})]
            assert "another host" in str(refused(environment(server)))
            assert other.requests == []

    def test_goes_along_to_the_new_name_of_a_repository(self, server: Server) -> None:
        renamed = {"Location": f"{server.url}/repos/o/r/issues/7/comments?per_page=100"}
        server.faults = [Fault("GET", "/repos/o/old", status=301, headers=renamed)]
        server.faults.append(Fault("POST", "/repos/o/old", status=307, headers=renamed))
        assert post(github(server, GITHUB_REPOSITORY="o/old")).done == "created"
        assert len(server.comments) == 1

    def test_of_github_actions_cannot_ask_who_it_is_and_takes_no_other_bots_comment(self) -> None:
        with Server(login=None) as server:
            server.add(f"{MARKER} forged", "mallory")
            server.add(f"{MARKER} another's", "other[bot]")
            server.add(f"{MARKER} old", "github-actions[bot]")
            assert post(github(server)).done == "updated"
            assert [c["body"] for c in server.comments] == [f"{MARKER} forged", f"{MARKER} another's", BODY]

    @pytest.mark.parametrize("api", ["", "/v3"])
    def test_of_an_app_asks_by_graphql_who_it_is(self, api: str) -> None:
        with Server(login=None, viewer="app[bot]") as server:
            server.add(f"{MARKER} another's", "github-actions[bot]")
            server.add(f"{MARKER} old", "app[bot]")
            assert service(github(server, GITHUB_API_URL=server.url + api), QUICK).me() == "app[bot]"
            assert post(github(server)).done == "updated"
            assert [c["body"] for c in server.comments] == [f"{MARKER} another's", BODY]

    def test_of_gitlab_that_cannot_ask_who_it_is_makes_a_new_note(self) -> None:
        with Server(login=None) as server:
            server.add(f"{MARKER} forged", "mallory")
            server.add(f"{MARKER} old", "project_5_bot_abc")
            assert post(gitlab(server)).done == "created"
            assert server.comments[1]["body"] == f"{MARKER} old"

    @BOTH
    def test_is_in_no_representation(self, server: Server, environment: Any) -> None:
        assert TOKEN not in repr(service(environment(server)))


def test_what_gitlab_writes_itself_is_no_comment(server: Server) -> None:
    server.add(BODY, system=True)
    assert post(gitlab(server)).done == "created"


def test_the_address_of_a_note(server: Server) -> None:
    assert post(gitlab(server)).url == "https://gitlab.example/g/p/-/merge_requests/7#note_100"


def test_what_is_sent(server: Server) -> None:
    post(github(server))
    sent = server.requests[-1]
    assert sent.body == {"body": BODY} and sent.path == "/repos/o/r/issues/7/comments"
    assert sent.headers["authorization"] == f"Bearer {TOKEN}" and sent.headers["x-github-api-version"] == "2022-11-28"
    assert sent.headers["user-agent"].startswith("argmap/") and sent.headers["content-type"] == "application/json"


class TestWhereItGoes:
    def find(self, **environment: str) -> Any:
        return service({"GITHUB_REPOSITORY": "o/r", "GITHUB_TOKEN": "x", **environment})

    def event(self, folder: Path, happened: object) -> str:
        path = folder / "event.json"
        path.write_text(happened if isinstance(happened, str) else json.dumps(happened), encoding="utf-8")
        return str(path)

    @pytest.mark.parametrize(
        "happened",
        [
            {"pull_request": {"number": 7}},
            {"issue": {"number": 7, "pull_request": {"url": "x"}}},
            {"workflow_run": {"pull_requests": [{"number": 7}]}},
        ],
    )
    def test_the_pull_request_by_the_event(self, tmp_path: Path, happened: object) -> None:
        assert self.find(GITHUB_EVENT_PATH=self.event(tmp_path, happened)).number == 7

    @pytest.mark.parametrize(
        "happened",
        [{}, [], "not json", {"issue": {"number": 7}}, {"pull_request": {"number": "7"}}, {"pull_request": None},
         {"workflow_run": {"pull_requests": []}}, {"workflow_run": 3}],
    )  # fmt: skip
    def test_a_run_that_is_not_for_a_pull_request(self, tmp_path: Path, happened: object) -> None:
        with pytest.raises(PostingError, match="not for a pull request") as error:
            self.find(GITHUB_EVENT_PATH=self.event(tmp_path, happened), GITHUB_REF="refs/heads/main")
        assert error.value.is_expected

    @pytest.mark.parametrize(
        ("environment", "said", "expected"),
        [
            ({}, "neither GitHub Actions nor GitLab CI", True),
            ({"GITHUB_REPOSITORY": "o/r", "GITHUB_REF": "refs/pull/7/merge"}, "GITHUB_TOKEN is not set", True),
            ({"GITHUB_REPOSITORY": "o/r/../x", "GITHUB_TOKEN": "x"}, "owner/name", False),
            ({"GITHUB_REPOSITORY": "o/r", "GITHUB_REF": "refs/pull/7/merge", "GITHUB_TOKEN": "a\nb"},
             "characters", False),
            ({"GITHUB_REPOSITORY": "o/r", "GITHUB_REF": "refs/pull/7/merge", "GITHUB_TOKEN": "x",
              "GITHUB_API_URL": "file:///etc"}, "not the address of an API", False),
            ({"GITLAB_CI": "true"}, "not for a merge request", True),
            ({"GITLAB_CI": "true", "CI_MERGE_REQUEST_IID": "7"}, "CI_PROJECT_ID", False),
            ({"GITLAB_CI": "true", "CI_MERGE_REQUEST_IID": "7", "CI_PROJECT_ID": "5"}, "GITLAB_TOKEN is not set", True),
            ({"GITLAB_CI": "true", "CI_MERGE_REQUEST_IID": "7", "CI_PROJECT_ID": "5", "CI_JOB_TOKEN": "x"},
             "CI_JOB_TOKEN cannot write notes", True),
        ],
    )  # fmt: skip
    def test_what_is_missing_is_named(self, environment: dict[str, str], said: str, expected: bool) -> None:
        with pytest.raises(PostingError, match=said) as error:
            service(environment)
        assert error.value.is_expected is expected

    def test_a_merge_request_from_a_fork_is_in_the_target_project(self) -> None:
        found = service({"GITLAB_CI": "1", "CI_MERGE_REQUEST_IID": "7", "CI_PROJECT_ID": "5",
                         "CI_MERGE_REQUEST_PROJECT_ID": "4", "GITLAB_TOKEN": "x"})  # fmt: skip
        assert found.project == "4"  # type: ignore[attr-defined]

    def test_a_proxy_of_the_environment_is_used(self, monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
        monkeypatch.setenv("http_proxy", server.url)
        monkeypatch.setenv("no_proxy", "")
        environment = github(server, GITHUB_API_URL="http://api.invalid")
        server.faults = [Fault("GET", status=200, body="[]")]
        server.faults.append(Fault("POST", status=422, body='{"message": "seen"}'))
        assert "seen" in str(refused(environment))
        assert server.requests[0].path.startswith("http://api.invalid/repos/o/r/")
