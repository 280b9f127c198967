"""Comments on a pull request of GitHub: https://docs.github.com/rest/issues/comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from argmap.cli.ci.posting.client import Api
from argmap.cli.ci.posting.post_errors import ApiError, PostingError, UnsureError
from argmap.cli.ci.posting.sticky import Comment

ACTIONS = "github-actions[bot]"
"""Under which name the token that GitHub Actions gives a job writes."""
READ_ONLY = "Resource not accessible by"
"""How GitHub begins to say that a token may not do this: `integration`, `personal access token`."""


@dataclass(frozen=True)
class GitHub:
    """One pull request."""

    api: Api
    repository: str
    number: int

    @property
    def pause(self) -> float:
        """Seconds until a new comment is sure to be listed."""
        return self.api.patience.pause * 4

    def comments(self) -> Iterator[Comment]:
        """Its comments, the oldest first."""
        try:
            for each in self.api.pages(f"{self._issue}/comments?per_page=100"):
                yield _comment(each)
        except ApiError as fault:
            raise self._told(fault) from fault

    def me(self) -> str | None:
        """The login of the token's user. The token of GitHub Actions may not ask, and writes under a name of its own;
        with the token of another app, which may not ask either, nothing is found and a new comment is made."""
        try:
            login = self.api.get("/user").get("login")
        except ApiError as fault:
            if fault.status in (403, 404):
                return ACTIONS
            raise self._told(fault) from fault
        return str(login) if login else None

    def create(self, body: str) -> Comment:
        """Write a comment."""
        return self._sent("POST", f"{self._issue}/comments", body)

    def update(self, id: int, body: str) -> Comment:
        """Rewrite a comment."""
        return self._sent("PATCH", f"/repos/{self.repository}/issues/comments/{id}", body)

    @property
    def _issue(self) -> str:
        return f"/repos/{self.repository}/issues/{self.number}"

    def _sent(self, method: str, path: str, body: str) -> Comment:
        try:
            return _comment(self.api.send(method, path, {"body": body}))
        except ApiError as fault:
            raise self._told(fault) from fault

    def _told(self, fault: ApiError) -> PostingError:
        """The fault in words that say what to do; one that others look at by its status stays what it is."""
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


def _comment(found: Any) -> Comment:
    """A comment, read from an answer. Raises UnsureError where the answer holds none: GitHub may have done what was
    asked all the same."""
    try:
        user = found.get("user") or {}
        return Comment(
            int(found["id"]), str(found.get("body") or ""), str(user.get("login") or ""),
            str(found.get("html_url") or ""),
        )  # fmt: skip
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UnsureError("GitHub's answer is not a comment") from error
