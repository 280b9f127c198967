"""A server on this machine that behaves like GitHub's and GitLab's comment APIs, and misbehaves where it is told to."""

from __future__ import annotations

import json
import re
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "t0ken-of-the-tests"


@dataclass
class Fault:
    """What is done to the next requests of a method instead of, or beside, answering them."""

    method: str
    path: str = ""
    status: int = 0
    """The answer's status; 0 carries the request out first, and then does the rest."""
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    times: int = 1
    drops: bool = False
    """The connection is closed without an answer."""
    waits: float = 0.0


@dataclass
class Request:
    method: str
    path: str
    headers: dict[str, str]
    body: Any


class Server:
    """`with Server() as server`: listens on 127.0.0.1 until the block ends."""

    def __init__(self, login: str | None = "me", page: int = 2, viewer: str | None = None) -> None:
        self.login, self.page, self.viewer = login, page, viewer
        self.comments: list[dict[str, Any]] = []
        self.faults: list[Fault] = []
        self.requests: list[Request] = []
        self._httpd = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"state": self}))
        self._httpd.daemon_threads = True

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._httpd.server_address[1]}"

    def __enter__(self) -> Server:
        threading.Thread(target=self._httpd.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._httpd.shutdown()
        self._httpd.server_close()

    def add(self, body: str, login: str = "me", **more: Any) -> dict[str, Any]:
        """A comment that is there, in both services' keys."""
        made = {
            "id": 100 + len(self.comments), "body": body, "html_url": f"https://github.example/c/{len(self.comments)}",
            "user": {"login": login, "type": "Bot" if "bot" in login else "User"}, "author": {"username": login},
            **more,
        }  # fmt: skip
        self.comments.append(made)
        return made

    def methods(self) -> list[str]:
        return [request.method for request in self.requests]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    state: Server

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def _handle(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        content = json.loads(self.rfile.read(length)) if length else None
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.state.requests.append(Request(self.command, self.path, headers, content))
        fault = next(
            (f for f in self.state.faults if f.times and f.method == self.command and f.path in self.path), None
        )
        if fault is None:
            self._answer(*self._served(content))
            return
        fault.times -= 1
        answer = (fault.status, fault.headers, fault.body) if fault.status else self._served(content)
        time.sleep(fault.waits)
        if fault.drops:
            self.close_connection = True
            self.connection.shutdown(2)
        else:
            self._answer(*answer[:2], fault.body or answer[2])

    def _answer(self, status: int, headers: dict[str, str], body: str) -> None:
        try:
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body.encode())), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body.encode())
        except (BrokenPipeError, ConnectionResetError):
            pass

    def _served(self, content: Any) -> tuple[int, dict[str, str], str]:
        sent = self.headers.get("Authorization", "").removeprefix("Bearer ") or self.headers.get("PRIVATE-TOKEN")
        if sent != TOKEN:
            return 401, {}, json.dumps({"message": f"Bad credentials {sent}"})
        parts = urlsplit(self.path)
        if parts.path.endswith("/user"):
            who = {"login": self.state.login, "username": self.state.login}
            return (
                (200, {}, json.dumps(who)) if self.state.login else (403, {}, '{"message": "Resource not accessible"}')
            )
        if self.command == "GET":
            return _page(self.state, parts.path, parse_qs(parts.query))
        if parts.path == "/graphql":
            return (200, {}, json.dumps({"data": {"viewer": self.state.viewer and {"login": self.state.viewer}}}))
        if self.command == "POST":
            return 201, {}, json.dumps(self.state.add(content["body"], self.state.login or "github-actions[bot]"))
        return _changed(self.state, parts.path, content)

    def do_GET(self) -> None:
        self._handle()

    def do_POST(self) -> None:
        self._handle()

    def do_PATCH(self) -> None:
        self._handle()

    def do_PUT(self) -> None:
        self._handle()


def _page(server: Server, path: str, query: dict[str, list[str]]) -> tuple[int, dict[str, str], str]:
    if not re.fullmatch(r"/(?:repos/o/r/issues/7/comments|projects/5/merge_requests/7/notes)", path):
        return 404, {}, '{"message": "Not Found"}'
    number = int(query.get("page", ["1"])[0])
    shown = server.comments[(number - 1) * server.page : number * server.page]
    links = [f'<{server.url}{path}?page=1>; rel="first"']
    if number * server.page < len(server.comments):
        links.insert(0, f'<{server.url}{path}?page={number + 1}>; rel="next"')
    return 200, {"Link": ", ".join(links)}, json.dumps(shown)


def _changed(server: Server, path: str, content: Any) -> tuple[int, dict[str, str], str]:
    id = int(path.rpartition("/")[2])
    found = next((comment for comment in server.comments if comment["id"] == id), None)
    if found is None:
        return 404, {}, '{"message": "Not Found"}'
    found["body"] = content["body"]
    return 200, {}, json.dumps(found)
