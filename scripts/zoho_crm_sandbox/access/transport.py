"""A transport from a synchronous httpx client to the sandbox, without a server, a thread or an event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from zoho_crm_sandbox.platform.faults import BLOCKING

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from starlette.types import ASGIApp


class SandboxTransport(httpx.BaseTransport):
    """A transport to a sandbox in the same process."""

    def __init__(self, sandbox: ASGIApp) -> None:
        self._sandbox = sandbox

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the sandbox's response; raise httpx.ReadError if a fault drops the connection."""
        body = request.read()
        messages: list[Any] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            messages.append(message)

        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": request.method,
            "scheme": request.url.scheme,
            "path": request.url.path,
            "raw_path": request.url.raw_path.partition(b"?")[0],
            "query_string": request.url.query,
            "root_path": "",
            "headers": [(name.lower(), value) for name, value in request.headers.raw],
            "client": ("127.0.0.1", 0),
            "server": (request.url.host, request.url.port),
            "extensions": {BLOCKING: {}},
        }
        _run(self._sandbox(scope, receive, send))
        start, *parts = messages
        content = b"".join(part.get("body", b"") for part in parts)
        return httpx.Response(start["status"], headers=start["headers"], content=content)


def _run(call: Awaitable[None]) -> None:
    """Run a coroutine that never suspends, as no call of the sandbox does."""
    steps = call.__await__()
    try:
        next(steps)
    except StopIteration:
        return
    steps.close()
    raise RuntimeError("the sandbox had to wait, which requires an event loop: use httpx.ASGITransport")
