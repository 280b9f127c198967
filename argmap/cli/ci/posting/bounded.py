"""Connections with a deadline and a limit on bytes, however slowly the bytes come.

A time-out of a socket is one for each piece that arrives: a server that sends a byte now and then never meets it.
"""

from __future__ import annotations

import http.client
import io
import socket
import time
from dataclasses import dataclass
from functools import partial
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection


@dataclass
class Bounds:
    """What all answers of a command may take together."""

    until: float
    """By the clock that only goes forward."""
    bytes: int

    def seconds(self) -> float:
        """The time that is left. Raises TimeoutError where none is."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise TimeoutError("the answer took too long")
        return left

    def count(self, number: int) -> None:
        """Take so many bytes from what may be read."""
        self.bytes -= number
        if self.bytes < 0:
            raise OSError("the answers are too long")


def pool_classes(bounds: Bounds) -> dict[str, Any]:
    """Pools of such connections, by scheme, as urllib3's `pool_classes_by_scheme`."""
    answer = partial(_Answer, bounds)
    plain = type("Plain", (HTTPConnection,), {"response_class": answer})
    secure = type("Secure", (HTTPSConnection,), {"response_class": answer})
    return {
        "http": type("PlainPool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
        "https": type("SecurePool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
    }


class _Answer(http.client.HTTPResponse):
    def __init__(self, bounds: Bounds, sock: socket.socket, *arguments: Any, **settings: Any) -> None:
        super().__init__(_Socket(bounds, sock), *arguments, **settings)  # type: ignore[arg-type]


class _Socket:
    """As much of a socket as an answer needs."""

    def __init__(self, bounds: Bounds, sock: socket.socket) -> None:
        self.bounds, self.sock = bounds, sock

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Pieces(self.bounds, self.sock, self.sock.makefile(mode, buffering=0)))  # type: ignore[call-overload]


class _Pieces(io.RawIOBase):
    """What arrives, piece by piece."""

    def __init__(self, bounds: Bounds, sock: socket.socket, raw: io.RawIOBase) -> None:
        self.bounds, self.sock, self.raw, self.patience = bounds, sock, raw, sock.gettimeout()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        left = self.bounds.seconds()
        self.sock.settimeout(left if self.patience is None else min(self.patience, left))
        number: int | None = self.raw.readinto(buffer)
        self.bounds.count(number or 0)
        return number

    def close(self) -> None:
        self.raw.close()
        super().close()
