"""One comment, kept up to date: found by its marker, made where there is none, and never made twice."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from argmap.cli.ci.posting.client import Api
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


@dataclass(frozen=True)
class Service(ABC):
    """The comments of one pull request, as GitHub and GitLab have them. Every method raises PostingError."""

    api: Api

    USER: ClassVar[str]
    """The key under which the service names a user."""
    UPDATING: ClassVar[str]
    """The method that changes a comment."""

    @property
    @abstractmethod
    def _path(self) -> str:
        """Where the comments stand."""

    @abstractmethod
    def _path_of(self, id: int) -> str:
        """Where one comment stands."""

    @property
    @abstractmethod
    def _listing(self) -> str:
        """What is asked for to list them, the oldest first."""

    @abstractmethod
    def _read(self, found: Any) -> Comment | None:
        """A comment of an answer; None for one that the service writes itself. Raises an error of Python's where the
        answer holds none."""

    @abstractmethod
    def _told(self, fault: ApiError) -> PostingError:
        """The fault in words that say what to do; one that others look at by its status stays what it is."""

    @property
    def pause(self) -> float:
        """Seconds after which a comment that was just made is sure to be listed."""
        return self.api.patience.pause * 4

    def comments(self) -> Iterator[Comment]:
        """The comments of the pull request, the oldest first."""
        try:
            for each in self.api.pages(self._listing):
                if (comment := self._comment(each)) is not None:
                    yield comment
        except ApiError as fault:
            raise self._told(fault) from fault

    def me(self) -> str | None:
        """The name under which the token writes; None where the service does not say: then nothing is found and a new
        comment is made."""
        try:
            name = self.api.get("/user").get(self.USER)
        except ApiError as fault:
            if fault.status in (403, 404):
                return self._asked_otherwise()
            raise self._told(fault) from fault
        return str(name) if name else None

    def _asked_otherwise(self) -> str | None:
        """The same where the token may not ask for its user."""
        return None

    def create(self, body: str) -> Comment:
        """Make a comment. Raises UnsureError where it may have been made."""
        return self._sent("POST", self._path, body)

    def update(self, id: int, body: str) -> Comment:
        """Give a comment another text."""
        return self._sent(self.UPDATING, self._path_of(id), body)

    def _sent(self, method: str, path: str, body: str) -> Comment:
        try:
            made = self._comment(self.api.send(method, path, {"body": body}))
        except ApiError as fault:
            raise self._told(fault) from fault
        if made is None:
            raise UnsureError("the answer is not the comment")
        return made

    def _comment(self, found: Any) -> Comment | None:
        """As `_read`. Raises UnsureError where the answer holds no comment: what was asked may have been done."""
        try:
            return self._read(found)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise UnsureError(f"{type(self).__name__}'s answer is not a comment") from error


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
                raise PostingError(f"{fault}, and no comment was made") from fault
    raise AssertionError("unreachable")
