"""Comments on a pull request of GitHub: https://docs.github.com/rest/issues/comments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from argmap.cli.ci.posting.post_errors import ApiError, PostingError
from argmap.cli.ci.posting.sticky import Comment, Service

ACTIONS = "github-actions[bot]"
"""Under which name the token that GitHub Actions gives a job writes."""
READ_ONLY = "Resource not accessible by"
"""How GitHub begins to say that a token may not do this: `integration`, `personal access token`."""


@dataclass(frozen=True)
class GitHub(Service):
    """One pull request."""

    repository: str
    number: int

    USER, UPDATING = "login", "PATCH"

    @property
    def _path(self) -> str:
        return f"/repos/{self.repository}/issues/{self.number}/comments"

    def _path_of(self, id: int) -> str:
        return f"/repos/{self.repository}/issues/comments/{id}"

    @property
    def _listing(self) -> str:
        return f"{self._path}?per_page=100"

    def _asked_otherwise(self) -> str:
        """The token of an app, which may not ask for its user, is told so by GraphQL; where it is not, as by older
        servers, it is taken for the one that GitHub Actions gives a job."""
        path = "/../graphql"  # beside /api/v3 of a company's own server; at the root nothing stands above
        try:
            return str(self.api.send("POST", path, {"query": "{viewer{login}}"})["data"]["viewer"]["login"])
        except (PostingError, KeyError, TypeError):
            return ACTIONS

    def _read(self, found: Any) -> Comment:
        user = found.get("user") or {}
        return Comment(
            int(found["id"]), str(found.get("body") or ""), str(user.get("login") or ""),
            str(found.get("html_url") or ""),
        )  # fmt: skip

    def _told(self, fault: ApiError) -> PostingError:
        where = f"pull request {self.number} of {self.repository}"
        if fault.status == 401:
            return PostingError(f"GitHub does not accept the token (401): {fault.said}")
        if fault.status == 403 and fault.said.startswith(READ_ONLY):
            return PostingError(
                f"the token may not write to {where} (403: {fault.said}).\n"
                "For a pull request from a fork GitHub gives a token that can only read; elsewhere the workflow needs "
                "'permissions: pull-requests: write'.",
                is_expected=True,
            )
        if fault.status == 404 and fault.request.startswith(("GET", "POST")):
            return PostingError(f"there is no {where}, or the token may not see it (404)")
        if fault.status == 422:
            return PostingError(f"GitHub rejected the comment (422): {fault.said}")
        return fault
