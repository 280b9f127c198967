"""A JSON API over HTTP with patience: what is safe to repeat is repeated, within a bounded time.

- Reading and updating (GET, PATCH, PUT) are repeated after broken connections, time-outs and 5xx.
- Creating (POST) is repeated only where it is certain that nothing was made: the connection never stood, or the
  service refused because of its rate limit. Otherwise `UnsureError` is raised: look before trying again.
- A rate limit (429; 403 with `Retry-After` or `x-ratelimit-remaining: 0`, or GitHub's words for it) is waited for as
  long as it says, where that is within the time that there is. Any other 403 is final.
- A redirect is followed on the same scheme, host and port only: the token goes nowhere else.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import TracebackType
from typing import Any
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.connectionpool import ConnectionPool
from urllib3.exceptions import ConnectTimeoutError, HTTPError, MaxRetryError, NewConnectionError, ResponseError
from urllib3.response import BaseHTTPResponse
from urllib3.util.retry import Retry

from argmap.cli.ci.posting.bounded import Bounds, pool_classes
from argmap.cli.ci.posting.post_errors import ApiError, PostingError, UnsureError
from argmap.cli.printing.terminal import printable
from argmap.version import __version__

REPEATED = frozenset({"GET", "PATCH", "PUT"})
FAILURES = frozenset(range(500, 600))
MOST_PAGES = 100
MOST_BYTES = 50_000_000
"""What is read of all answers together."""
SECONDARY_PAUSE = 60.0
"""Seconds to wait where GitHub names a secondary limit and no time, as its manual says."""

LONGEST = 300
"""Characters of what a service says that are passed on."""


@dataclass(frozen=True)
class Patience:
    """How long to wait for a service, in seconds."""

    total: float = 90.0
    """For all requests together."""
    connect: float = 10.0
    read: float = 20.0
    """For one connection, and for one answer."""
    pause: float = 0.5
    """Between two tries, doubled each time."""
    tries: int = 5


@dataclass(frozen=True)
class Api:
    """One service: its address, what every request carries, and how long to wait."""

    base: str
    headers: Mapping[str, str] = field(repr=False)
    secret: str = field(repr=False, default="")
    """The token, which no message may show."""
    patience: Patience = field(default_factory=Patience)

    @cached_property
    def _until(self) -> float:
        return time.monotonic() + self.patience.total

    @cached_property
    def _pool(self) -> urllib3.PoolManager:
        timeout = urllib3.Timeout(connect=self.patience.connect, read=self.patience.read)
        parts = urlsplit(self.base)
        proxy = getproxies().get(parts.scheme)
        pool = urllib3.PoolManager(timeout=timeout)
        if proxy and not proxy_bypass(parts.hostname or ""):
            pool = urllib3.ProxyManager(proxy, timeout=timeout)
        pool.pool_classes_by_scheme = pool_classes(Bounds(self._until, MOST_BYTES))
        return pool

    def get(self, path: str) -> Any:
        """What stands at a path. Raises PostingError."""
        return self._read("GET", self._request("GET", self._url(path)))

    def pages(self, path: str) -> Iterator[Any]:
        """The items of a list that comes in pages, each page linked to the next (RFC 8288). Raises PostingError."""
        url: str | None = self._url(path)
        for _ in range(MOST_PAGES):
            if url is None:
                return
            response = self._request("GET", url)
            found = self._read("GET", response)
            if not isinstance(found, list):
                raise PostingError(f"{self._name('GET', url)} did not answer with a list")
            yield from found
            url = self._next(url, response)

    def send(self, method: str, path: str, content: Mapping[str, str]) -> Any:
        """Make or change something. Raises PostingError; UnsureError where a POST may have been carried out."""
        url = self._url(path)
        response = self._request(method, url, json.dumps(content).encode())
        try:
            return self._read(method, response)
        except ApiError as fault:
            if method == "POST" and fault.status in FAILURES:
                raise UnsureError(str(fault)) from fault
            raise

    def _url(self, path: str) -> str:
        return self.base.rstrip("/") + path

    def _name(self, method: str, url: str) -> str:
        return f"{method} {urlsplit(url).path}"

    def _request(self, method: str, url: str, body: bytes | None = None) -> BaseHTTPResponse:
        headers = {
            "Accept": "application/json",
            "User-Agent": f"argmap/{__version__}",
            **({"Content-Type": "application/json"} if body is not None else {}),
            **self.headers,
        }
        try:
            return self._pool.request(
                method, url, body=body, headers=headers, retries=self._retries(), decode_content=False
            )
        except HTTPError as error:
            reason = self._clean(_reason(error))
            told = f"{self._name(method, url)} at {urlsplit(url).netloc} failed: {reason}"
            if method == "POST" and not _never_sent(error):
                raise UnsureError(told) from None
            raise PostingError(told) from None

    def _retries(self) -> _Retries:
        tries = self.patience.tries
        return _Retries(
            total=tries, redirect=3, allowed_methods=REPEATED, status_forcelist=FAILURES,
            backoff_factor=self.patience.pause, raise_on_status=False, raise_on_redirect=False,
            until=self._until, home=self.base,
        )  # fmt: skip

    def _read(self, method: str, response: BaseHTTPResponse) -> Any:
        """The content of an answer. Raises ApiError for an error, UnsureError where something was made all the same."""
        request = self._name(method, response.url or self.base)
        if 300 <= response.status < 400:
            raise PostingError(f"{request} was redirected to another address, which must not get the token")
        try:
            content = json.loads(response.data)
        except ValueError:
            content = None
        if response.status >= 400:
            raise ApiError(response.status, self._clean(_said(content, response)), request)
        if content is None:
            told = f"{request} got an answer that is not JSON"
            raise UnsureError(told) if method == "POST" else PostingError(told)
        return content

    def _next(self, url: str, response: BaseHTTPResponse) -> str | None:
        """The address of the next page. Raises PostingError where it is on another host."""
        for target, rest in re.findall(r"<([^<>]*)>([^<]*)", response.headers.get("Link", "")):
            if re.search(r';\s*rel="?next"?', rest):
                following: str = urljoin(url, target)
                if not _same_place(self.base, following):
                    asked = self._name("GET", url)
                    raise PostingError(f"{asked} continues at another host, which must not get the token")
                return following
        return None

    def _clean(self, text: str) -> str:
        """What may be shown of what a service says: short, printable, without the token."""
        text = text.replace(self.secret, "***") if self.secret else text
        text = printable(text)
        return text if len(text) <= LONGEST else text[:LONGEST] + " …"


class _Retries(Retry):
    """urllib3's retries, with an end, and with what GitHub and GitLab mean by 403."""

    def __init__(self, *arguments: Any, until: float = 0.0, home: str = "", **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.until, self.home = until, home

    def new(self, **settings: Any) -> _Retries:
        return super().new(until=self.until, home=self.home, **settings)

    def is_retry(self, method: str, status_code: int, has_retry_after: bool = False) -> bool:
        return status_code in (403, 429) or super().is_retry(method, status_code)

    def increment(
        self, method: str | None = None, url: str | None = None, response: BaseHTTPResponse | None = None,
        error: Exception | None = None, _pool: ConnectionPool | None = None,
        _stacktrace: TracebackType | None = None,
    ) -> _Retries:  # fmt: skip
        """One try less. Raises MaxRetryError where another is of no use or there is no time for it."""
        following = super().increment(method, url, response, error, _pool, _stacktrace)
        if response is not None and not self._is_worth_it(response):
            raise MaxRetryError(_pool, url or "", ResponseError("final"))  # type: ignore[arg-type]
        wait = (self.get_retry_after(response) if response is not None else None) or following.get_backoff_time()
        if time.monotonic() + wait > self.until:
            raise MaxRetryError(_pool, url or "", error or ResponseError("out of time"))  # type: ignore[arg-type]
        return following

    def _is_worth_it(self, response: BaseHTTPResponse) -> bool:
        location = response.get_redirect_location()
        if location:
            return _same_place(self.home, urljoin(self.home, location))
        return response.status != 403 or is_rate_limited(response)

    def get_retry_after(self, response: BaseHTTPResponse) -> float | None:
        """Seconds to wait, by `Retry-After`, or until the limit is reset; None where neither can be read."""
        try:
            if response.headers.get("Retry-After"):
                return super().get_retry_after(response)
            if response.headers.get("x-ratelimit-remaining") == "0":
                return max(float(response.headers["x-ratelimit-reset"]) - time.time(), 0)
        except (KeyError, ValueError, HTTPError):
            return None
        return SECONDARY_PAUSE if is_rate_limited(response) else None


def is_rate_limited(response: BaseHTTPResponse) -> bool:
    """Whether a refusal is for now only. GitHub's secondary limits may say so in words alone."""
    headers = response.headers
    if headers.get("Retry-After") or headers.get("x-ratelimit-remaining") == "0":
        return True
    return response.status in (403, 429) and b"secondary rate limit" in response.data


def _same_place(one: str, other: str) -> bool:
    left, right = urlsplit(one), urlsplit(other)
    return (left.scheme, left.netloc.lower()) == (right.scheme, right.netloc.lower())


def _never_sent(error: HTTPError) -> bool:
    cause = error.reason if isinstance(error, MaxRetryError) else error
    return isinstance(cause, NewConnectionError | ConnectTimeoutError)


def _reason(error: HTTPError) -> str:
    cause = error.reason if isinstance(error, MaxRetryError) and error.reason else error
    return re.sub(r"^<?\S*(?:Connection|Pool)\S*\(.*?\)>?: ", "", str(cause))


def _said(content: Any, response: BaseHTTPResponse) -> str:
    """What the service says is wrong."""
    if not isinstance(content, dict):
        return "" if content is None else str(content)
    message = content.get("message") or content.get("error_description") or content.get("error") or ""
    errors = content.get("errors")
    details = errors if isinstance(errors, list) else []
    told = [
        str(each.get("message") or each.get("code") or "") if isinstance(each, dict) else str(each) for each in details
    ]
    if is_rate_limited(response):
        told.append("its rate limit is used up for now")
    return "; ".join(filter(None, [str(message), *told]))
