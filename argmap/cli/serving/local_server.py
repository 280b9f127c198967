"""A server for this machine alone: it shows pages, tells browsers of later versions, and takes nothing in."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import AsyncIterator, Iterable

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from argmap.cli.building.site import all_debates_page
from argmap.cli.serving.live_pages import LivePage, LivePages

LOOPBACK = "127.0.0.1"
_HOSTS = (LOOPBACK, "localhost")
"""The names under which a browser may ask. A page elsewhere whose name was made to lead here asks under another."""
_HEADERS = {
    "Cache-Control": "no-store", "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin", "X-Content-Type-Options": "nosniff",
}  # fmt: skip
"""What every answer has, also one that says what is wrong with a request."""
_PATIENCE_S = 2
"""How long the end waits for a browser that does not take what it has asked for."""


def serve(pages: LivePages, listening: socket.socket, saved: Iterable[str], stop: threading.Event) -> None:
    """Show the pages on a socket, each debate of which something is `saved` anew, until a signal ends it. Then `stop`
    is set, which ends `saved`."""
    asyncio.run(_serve(_Server(pages), listening, saved, stop))


async def _serve(server: _Server, listening: socket.socket, saved: Iterable[str], stop: threading.Event) -> None:
    loop = asyncio.get_running_loop()

    def follow() -> None:
        for name in saved:
            server.pages.renew(name)
            loop.call_soon_threadsafe(server.tell, name)

    following = asyncio.ensure_future(asyncio.to_thread(follow))
    following.add_done_callback(lambda _: setattr(server, "should_exit", True))
    try:
        await server.serve(sockets=[listening])
    finally:
        stop.set()
        await following


class _Server(uvicorn.Server):
    """The pages of debates, each with a stream that tells of a later version."""

    def __init__(self, pages: LivePages) -> None:
        self.pages = pages
        self._later: dict[str, asyncio.Event] = {}
        super().__init__(uvicorn.Config(
            self._app(), loop="asyncio", http="h11", ws="none", lifespan="off", log_config=None, access_log=False,
            server_header=False, headers=[*_HEADERS.items()], log_level="error", timeout_graceful_shutdown=_PATIENCE_S,
        ))  # fmt: skip

    def _app(self) -> Starlette:
        routes = [
            Route("/", self._first),
            Route("/{name}/index.html", self._shown),
            Route("/{name}/events", self._events),
        ]
        return Starlette(routes=routes, middleware=[Middleware(TrustedHostMiddleware, _HOSTS, www_redirect=False)])

    def tell(self, name: str) -> None:
        """Wake whoever waits for a later version of a debate."""
        if waited := self._later.pop(name, None):
            waited.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let go whoever waits for a later version; then end."""
        for name in [*self._later]:
            self.tell(name)
        await super().shutdown(sockets)

    def _first(self, request: Request) -> Response:
        """The one debate there is, or a list of them."""
        names = [*self.pages.folders]
        if len(names) == 1:
            return RedirectResponse(request.url_for("_shown", name=names[0]))
        return HTMLResponse(all_debates_page([(name, self.pages.page(name).html) for name in names]))

    def _shown(self, request: Request) -> Response:
        return HTMLResponse(self._page(request).html)

    def _events(self, request: Request) -> Response:
        self._page(request)  # there is such a debate
        lines = self._lines(request.path_params["name"], request.query_params.get("seen", ""))
        return StreamingResponse(lines, media_type="text/event-stream")

    def _page(self, request: Request) -> LivePage:
        try:
            return self.pages.page(request.path_params["name"])
        except KeyError:
            raise HTTPException(404, "No debate has this name.") from None

    async def _lines(self, name: str, seen: str) -> AsyncIterator[str]:
        """One event, once there is another version than the one that was seen; none where the server ends."""
        yield ": waits\n\n"
        while not self.should_exit:
            later = self._later.setdefault(name, asyncio.Event())
            if (await asyncio.to_thread(self.pages.page, name)).version != seen:
                yield "data: later\n\n"
                return
            await later.wait()
