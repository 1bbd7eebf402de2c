"""Lets a synchronous httpx client talk to the sandbox, without a server, a thread or an event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from zoho_crm_sandbox.platform.faults import BLOCKING

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from zoho_crm_sandbox.app import Sandbox


class SandboxTransport(httpx.BaseTransport):
    """A transport to a sandbox in the same process.

    Args:
        sandbox: The sandbox.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Returns what the sandbox answers.

        Args:
            request: The request.

        Raises:
            httpx.ReadError: A planted fault dropped the connection.
        """
        body = request.read()
        answered: list[Any] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            answered.append(message)

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
        start, *parts = answered
        content = b"".join(part.get("body", b"") for part in parts)
        return httpx.Response(start["status"], headers=start["headers"], content=content)


def _run(coroutine: Coroutine[Any, Any, None]) -> None:
    """Runs a coroutine that never has to wait, as none of the sandbox's has."""
    try:
        coroutine.send(None)
    except StopIteration:
        return
    coroutine.close()
    raise RuntimeError("the sandbox had to wait, which takes an event loop: use httpx.ASGITransport")
