"""What keeps a comment from being posted."""

from __future__ import annotations


class PostingError(Exception):
    """The comment was not posted; the message says why and what to do about it.

    `is_expected` where nothing is broken: there is no token, no pull request, or a fork's token that may only read.
    """

    def __init__(self, message: str, is_expected: bool = False) -> None:
        super().__init__(message)
        self.is_expected = is_expected


class ApiError(PostingError):
    """The service answered with an error."""

    def __init__(self, status: int, said: str, request: str) -> None:
        super().__init__(f"{request} was answered with {status}{f': {said}' if said else ''}")
        self.status, self.said, self.request = status, said, request


class UnsureError(PostingError):
    """The connection broke, or the service failed, after a request that makes something was sent: it may have."""
