"""Notes on a merge request of GitLab: https://docs.gitlab.com/api/notes/."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from argmap.cli.ci.posting.client import Api
from argmap.cli.ci.posting.post_errors import ApiError, PostingError, UnsureError
from argmap.cli.ci.posting.sticky import Comment


@dataclass(frozen=True)
class GitLab:
    """One merge request; `page` is its address, which notes do not give."""

    api: Api
    project: str
    number: int
    page: str = ""

    @property
    def pause(self) -> float:
        """Seconds until a new note is sure to be listed."""
        return self.api.patience.pause * 4

    def comments(self) -> Iterator[Comment]:
        """Its notes, the oldest first, without those that GitLab writes itself."""
        try:
            for each in self.api.pages(f"{self._notes}?per_page=100&sort=asc&order_by=created_at"):
                if not (isinstance(each, dict) and each.get("system")):
                    yield self._comment(each)
        except ApiError as fault:
            raise self._told(fault) from fault

    def me(self) -> str | None:
        """The name of the token's user; a project's token has a user of its own."""
        try:
            name = self.api.get("/user").get("username")
        except ApiError as fault:
            if fault.status in (403, 404):
                return None
            raise self._told(fault) from fault
        return str(name) if name else None

    def create(self, body: str) -> Comment:
        """Write a note."""
        return self._sent("POST", self._notes, body)

    def update(self, id: int, body: str) -> Comment:
        """Rewrite a note."""
        return self._sent("PUT", f"{self._notes}/{id}", body)

    @property
    def _notes(self) -> str:
        return f"/projects/{self.project}/merge_requests/{self.number}/notes"

    def _sent(self, method: str, path: str, body: str) -> Comment:
        try:
            return self._comment(self.api.send(method, path, {"body": body}))
        except ApiError as fault:
            raise self._told(fault) from fault

    def _told(self, fault: ApiError) -> PostingError:
        where = f"merge request {self.number} of project {self.project}"
        if fault.status == 401:
            return PostingError(f"GitLab does not accept GITLAB_TOKEN (401): {fault.said}")
        if fault.status == 403:
            return PostingError(
                f"GITLAB_TOKEN may not write to {where} (403: {fault.said}).\n"
                "It needs the scope 'api' and the role Reporter or higher.",
            )
        if fault.status == 404 and fault.request.startswith(("GET", "POST")):
            return PostingError(f"there is no {where}, or GITLAB_TOKEN may not see it (404)")
        if fault.status in (400, 422):
            return PostingError(f"GitLab rejected the comment ({fault.status}): {fault.said}")
        return fault

    def _comment(self, found: Any) -> Comment:
        """A note, read from an answer. Raises UnsureError where the answer holds no note: GitLab may have done what was
        asked all the same."""
        try:
            id, author = int(found["id"]), str((found.get("author") or {}).get("username") or "")
            url = f"{self.page}#note_{id}" if self.page else ""
            return Comment(id, str(found.get("body") or ""), author, url)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise UnsureError("GitLab's answer is not a note") from error
