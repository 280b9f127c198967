"""Notes on a merge request of GitLab: https://docs.gitlab.com/api/notes/."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from argmap.cli.ci.posting.post_errors import ApiError, PostingError
from argmap.cli.ci.posting.sticky import Comment, Service


@dataclass(frozen=True)
class GitLab(Service):
    """One merge request; `page` is its address, which notes do not give. A project's token has a user of its own."""

    project: str
    number: int
    page: str = ""

    USER, UPDATING = "username", "PUT"

    @property
    def _path(self) -> str:
        return f"/projects/{self.project}/merge_requests/{self.number}/notes"

    def _path_of(self, id: int) -> str:
        return f"{self._path}/{id}"

    @property
    def _listing(self) -> str:
        return f"{self._path}?per_page=100&sort=asc&order_by=created_at"

    def _read(self, found: Any) -> Comment | None:
        if found.get("system"):
            return None
        id, author = int(found["id"]), str((found.get("author") or {}).get("username") or "")
        url = f"{self.page}#note_{id}" if self.page else ""
        return Comment(id, str(found.get("body") or ""), author, url)

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
