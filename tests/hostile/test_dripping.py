"""`review --post` against servers that never come to an end: a byte now and then, or more and more of them."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from argmap.cli.ci.posting import client
from argmap.cli.ci.posting.client import Api, Patience
from argmap.cli.ci.posting.post_errors import PostingError, UnsureError
from tests.conftest import ends

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


@contextmanager
def server(begin: bytes, piece: bytes, pause: float) -> Iterator[tuple[str, list[int]]]:
    """Answers each request with how it begins, and then the piece again and again; and counts the bytes."""
    listening, sent = socket.create_server(("127.0.0.1", 0)), [0]

    def answer(connection: socket.socket) -> None:
        with connection:
            try:
                connection.recv(100_000)
                connection.sendall(begin)
                while True:
                    connection.sendall(piece)
                    sent[0] += len(piece)
                    time.sleep(pause)
            except OSError:
                return

    def listen() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=answer, args=(connection,), daemon=True).start()

    threading.Thread(target=listen, daemon=True).start()
    with listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", sent


QUICK = Patience(total=1.0, connect=1, read=0.5, pause=0.05)
DRIPS = {
    "status": (b"", b"H"),
    "headers": (HEAD, b"x"),
    "many headers": (HEAD, b"a: b\r\n"),
    "body": (HEAD + b"Content-Length: 100000\r\n\r\n", b" "),
    "chunks": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
    "a failure": (b"HTTP/1.1 503 No\r\nContent-Length: 100000\r\n\r\n", b" "),
    "to be continued": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
}


@pytest.mark.parametrize("drip", DRIPS)
def test_what_drips_ends_in_the_time_given(drip: str) -> None:
    with server(*DRIPS[drip], 0.05) as (url, sent):
        with ends(), pytest.raises(PostingError):
            Api(url, {}, patience=QUICK).get("/x")
        assert sent[0] < 1_000


def test_a_post_that_drips_may_have_been_carried_out() -> None:
    with server(*DRIPS["body"], 0.05) as (url, _), pytest.raises(UnsureError):
        Api(url, {}, patience=QUICK).send("POST", "/x", {})


@pytest.mark.parametrize("begin", [HEAD + b"\r\n", HEAD + b"Content-Encoding: gzip\r\n\r\n"])
def test_no_more_is_read_than_is_said(begin: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "MOST_BYTES", 1_000_000)
    with server(begin, b" " * 100_000, 0) as (url, sent):
        with pytest.raises(PostingError):
            Api(url, {}, patience=Patience(total=30, pause=0.01)).get("/x")
        assert sent[0] < 20_000_000  # what lies in buffers on the way, for each try
