"""The preview's answers: files of the last good site, the page of faults where there is none, and the stream of versions.

Knows HTTP. Must not know when or how the site is built.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from sitegen.serve.files import media_type, path_of, read
from sitegen.serve.overlay import EVENTS, Speech, page_without_site, with_overlay
from sitegen.serve.shown import Shown

# Another site's script could reach a server on this machine through a name of its own, but not by these.
HOSTS = ["127.0.0.1", "localhost"]
FRESH = {"Cache-Control": "no-store"}
HTML = "text/html; charset=utf-8"


def make_app(shown: Shown, speech: Speech) -> Starlette:
    """Return the application that answers with what is *shown*, its own words by *speech*."""

    async def answer(request: Request) -> Response:
        """Answer with a file; from the look at the gate to the last byte read nothing awaits, so no answer is a mix."""
        await shown.readable()
        if not shown.stands:
            return Response(page_without_site(shown, speech), 503, FRESH, HTML)
        return _answer(request.scope["path"], shown, speech)

    async def events(request: Request) -> Response:
        """Send the version at once, and each new one."""
        return StreamingResponse(_events(shown), headers=FRESH, media_type="text/event-stream")

    routes = [Route(EVENTS, events, methods=["GET"]), Route("/{path:path}", answer, methods=["GET"])]
    return Starlette(
        routes=routes, middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS, www_redirect=False)]
    )


def _answer(address: str, shown: Shown, speech: Speech) -> Response:
    path = path_of(address)
    data = read(shown.folder, path)
    if data is None and read(shown.folder, f"{path}/index.html") is not None:
        return RedirectResponse(quote(f"/{path}/"), 301, FRESH)
    status = 200
    if data is None:
        path, data, status = "404.html", read(shown.folder, "404.html") or b"", 404
    kind = media_type(path, data)
    return Response(with_overlay(data, shown, speech) if kind == HTML else data, status, FRESH, kind)


async def _events(shown: Shown) -> AsyncIterator[str]:
    async for version in shown.versions():
        yield f"data: {version}\n\n"
