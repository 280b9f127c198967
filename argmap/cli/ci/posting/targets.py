"""Where the comment goes, by the variables that GitHub Actions and GitLab CI set."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from argmap.cli.ci.posting.client import Api, Patience
from argmap.cli.ci.posting.github_comments import GitHub
from argmap.cli.ci.posting.gitlab_comments import GitLab
from argmap.cli.ci.posting.post_errors import PostingError
from argmap.cli.ci.posting.sticky import Service
from argmap.cli.comparing.permalinks import event

API_VERSION = "2022-11-28"


def service(environment: Mapping[str, str], patience: Patience | None = None, number: int | None = None) -> Service:
    """The pull request or merge request that this run is for, or the one of a number. Raises PostingError that says
    what is missing."""
    patience = patience or Patience()
    if environment.get("GITLAB_CI") or environment.get("CI_API_V4_URL"):
        return _gitlab(environment, patience, str(number or environment.get("CI_MERGE_REQUEST_IID", "")))
    if environment.get("GITHUB_REPOSITORY"):
        return _github(environment, patience, number or _pull_request(environment))
    raise PostingError(
        "this is neither GitHub Actions nor GitLab CI: GITHUB_REPOSITORY and CI_API_V4_URL are not set.",
        is_expected=True,
    )


def _github(environment: Mapping[str, str], patience: Patience, number: int | None) -> GitHub:
    repository = environment["GITHUB_REPOSITORY"]
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", repository, re.ASCII):
        raise PostingError("GITHUB_REPOSITORY is not of the form owner/name")
    if number is None:
        raise PostingError(
            "this run is not for a pull request: neither GITHUB_REF nor the event names one.", is_expected=True
        )
    token = _token(environment, "GITHUB_TOKEN", "GH_TOKEN")
    if token is None:
        raise PostingError(
            "GITHUB_TOKEN is not set. In the workflow: 'env: {GITHUB_TOKEN: ${{ github.token }}}', and "
            "'permissions: {pull-requests: write}'.",
            is_expected=True,
        )
    base = _address(environment.get("GITHUB_API_URL") or "https://api.github.com", "GITHUB_API_URL")
    headers = {
        "Authorization": f"Bearer {token}",
        "Accept": "application/vnd.github+json",
        "X-GitHub-Api-Version": API_VERSION,
    }
    return GitHub(Api(base, headers, token, patience), repository, number)


def _gitlab(environment: Mapping[str, str], patience: Patience, number: str) -> GitLab:
    project = environment.get("CI_MERGE_REQUEST_PROJECT_ID") or environment.get("CI_PROJECT_ID") or ""
    if not number.isascii() or not number.isdigit():
        raise PostingError(
            "this pipeline is not for a merge request: CI_MERGE_REQUEST_IID is not set "
            "(the job needs 'rules: [{if: $CI_PIPELINE_SOURCE == \"merge_request_event\"}]').",
            is_expected=True,
        )
    if not project.isascii() or not project.isdigit():
        raise PostingError("CI_PROJECT_ID is not a number")
    token = _token(environment, "GITLAB_TOKEN")
    if token is None:
        job = " CI_JOB_TOKEN cannot write notes." if environment.get("CI_JOB_TOKEN") else ""
        raise PostingError(
            f"GITLAB_TOKEN is not set.{job} Make a project access token with the scope 'api' and give it to the job as "
            "a masked variable.",
            is_expected=True,
        )
    base = _address(environment.get("CI_API_V4_URL") or "https://gitlab.com/api/v4", "CI_API_V4_URL")
    home = environment.get("CI_MERGE_REQUEST_PROJECT_URL", "")
    page = f"{home}/-/merge_requests/{number}" if home else ""
    return GitLab(Api(base, {"PRIVATE-TOKEN": token}, token, patience), project, int(number), page)


def _token(environment: Mapping[str, str], *names: str) -> str | None:
    """The first token that is set. Raises PostingError for one that no header can carry."""
    for name in names:
        token = environment.get(name, "").strip()
        if token and not re.fullmatch(r"[!-~]+", token):
            raise PostingError(f"{name} has characters that a token cannot have")
        if token:
            return token
    return None


def _address(url: str, name: str) -> str:
    if not re.fullmatch(r"https?://[\w.-]+(?::\d+)?(?:/[\w./~-]*)?", url, re.ASCII):
        raise PostingError(f"{name} is not the address of an API")
    return url


def _pull_request(environment: Mapping[str, str]) -> int | None:
    """The number of the pull request: by the ref, else by the event."""
    found = re.fullmatch(r"refs/pull/(\d+)/(?:merge|head)", environment.get("GITHUB_REF", ""), re.ASCII)
    return int(found[1]) if found else _number_of(event(environment))


def _number_of(happened: Mapping[str, Any]) -> int | None:
    issue = happened.get("issue")
    commented = issue if isinstance(issue, dict) and "pull_request" in issue else None
    every = [happened.get("pull_request"), commented, *_of_run(happened)]
    numbers = (each.get("number") for each in every if isinstance(each, dict))
    return next((number for number in numbers if isinstance(number, int) and number > 0), None)


def _of_run(happened: Mapping[str, Any]) -> list[Any]:
    """The pull requests of a workflow that ran before; for those from forks GitHub names none."""
    run = happened.get("workflow_run")
    found = run.get("pull_requests") if isinstance(run, dict) else None
    return found if isinstance(found, list) else []
