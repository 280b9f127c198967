"""One comment, kept up to date: found by its marker, made where there is none, and never made twice."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from argmap.cli.ci.posting.post_errors import ApiError, PostingError, UnsureError

TRIES = 3
"""How often making the comment is tried where it is not known whether it was made."""


@dataclass(frozen=True)
class Comment:
    """A comment as a service gives it."""

    id: int
    body: str
    author: str
    url: str


@dataclass(frozen=True)
class Posted:
    """Where the comment is, and what was done to it."""

    url: str
    done: Literal["created", "updated", "left as it was", "not needed"]


class Service(Protocol):
    """What GitHub and GitLab have in common. Every method raises PostingError."""

    @property
    def pause(self) -> float:
        """Seconds after which a comment that was just made is sure to be listed."""

    def comments(self) -> Iterator[Comment]:
        """The comments of the pull request, the oldest first."""

    def me(self) -> str | None:
        """The name under which the token writes; None where the service does not say."""

    def create(self, body: str) -> Comment:
        """Make a comment. Raises UnsureError where it may have been made."""

    def update(self, id: int, body: str) -> Comment:
        """Give a comment another text."""


def put(service: Service, body: str, marker: str, *, create: bool = True) -> Posted:
    """Make the comment, or bring the one that begins with `marker` up to date; without `create` none is made where none
    is there. Raises PostingError."""
    found = _own(service, marker)
    if found is None and not create:
        return Posted("", "not needed")
    if found is not None:
        try:
            return _updated(service, found, body)
        except ApiError as fault:
            if fault.status not in (404, 410):
                raise
    return _created(service, body, marker)


def _own(service: Service, marker: str) -> Comment | None:
    """The first comment with the marker that is the token's own: anybody can write the marker into a comment, and a
    token that may edit other people's comments must not. Where it is not known whose the token is, there is none."""
    marked = [comment for comment in service.comments() if comment.body.lstrip().startswith(marker)]
    if not marked:
        return None
    me = service.me()
    return next((comment for comment in marked if me and comment.author == me), None)


def _updated(service: Service, found: Comment, body: str) -> Posted:
    if _same(found.body, body):
        return Posted(found.url, "left as it was")
    return Posted(service.update(found.id, body).url, "updated")


def _same(one: str, other: str) -> bool:
    return one.replace("\r\n", "\n").strip() == other.replace("\r\n", "\n").strip()


def _created(service: Service, body: str, marker: str) -> Posted:
    """Make the comment; where it is not known whether that was done, look before trying again."""
    for left in range(TRIES - 1, -1, -1):
        try:
            return Posted(service.create(body).url, "created")
        except UnsureError as fault:
            time.sleep(service.pause)
            alike = (comment for comment in service.comments() if _same(comment.body, body))
            found = _own(service, marker) or next(alike, None)
            if found is not None:
                return Posted(_updated(service, found, body).url, "created")
            if not left:
                raise PostingError(f"{fault}, and the comment is not there") from fault
    raise AssertionError("unreachable")
