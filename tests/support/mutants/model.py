"""Mutants: the sandbox with one defect each, to prove that the property tests find it.

Faults that users can inject are something else: they are a feature of the sandbox.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from property_tests import checks

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from starlette.types import ASGIApp, Receive, Scope, Send

STATUS = "get_mass_update_status"
SCHEDULE = "schedule_mass_update"


class Response(NamedTuple):
    """A response on its way to the client.

    Attributes:
        method: The method of its request.
        path: The path of its request, as it came in.
        query: The query of its request.
        token: The token of its request.
        status: The HTTP status.
        content_type: The content type; empty if there is no body.
        body: The body, parsed if it is JSON.
        headers: The other headers, with names in lower case.
    """

    method: str
    path: str
    query: bytes
    token: str
    status: int
    content_type: str
    body: Any
    headers: dict[str, str]


def nothing(_patch: pytest.MonkeyPatch) -> None:
    """Leave the sandbox as it is."""


def unchanged(response: Response) -> Response:
    """Return the response unchanged."""
    return response


def same(scope: Scope) -> Scope:
    """Return the request unchanged."""
    return scope


@dataclass(frozen=True)
class Mutant:
    """A sandbox with one defect.

    Attributes:
        name: What is wrong.
        check: The check that must find the defect.
        operation: The operation that is tested.
        phase: The phase of Schemathesis that is run.
        patch_sandbox: Puts the defect into the sandbox.
        change_response: Puts the defect into a response on its way.
        change_request: Puts the defect into a request on its way.
        sends: How often each request reaches the sandbox.
        example_requests: Whether the requests for every documented response are sent too.
        alone: Whether no other check finds the defect, which proves that the check is needed.
        hidden: Why a run that only reads cannot find the defect, although its check is for any server.
    """

    name: str
    check: str
    operation: str
    phase: str = "examples"
    patch_sandbox: Callable[[pytest.MonkeyPatch], None] = nothing
    change_response: Callable[[Response], Response] = unchanged
    change_request: Callable[[Scope], Scope] = same
    sends: int = 1
    example_requests: bool = False
    alone: bool = False
    hidden: str = ""

    @property
    def not_read_only(self) -> str:
        """Why a run that only reads cannot find the defect; empty if it finds it."""
        if not self.operation.startswith(("get_", "download_")):
            return "it is in a submission"
        if self.check in {check.__name__ for check in checks.OWN_SANDBOX}:
            return "its check needs the state, the clock or the tokens of the server"
        return self.hidden

    def __str__(self) -> str:
        return self.name.replace(" ", "-")


class MutatedApp:
    """A sandbox whose requests and responses are changed on their way; ``before`` is called with each request."""

    def __init__(self, app: ASGIApp, mutant: Mutant, before: Callable[[Scope], object] = same) -> None:
        self._app = app
        self._mutant = mutant
        self._before = before

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection, as ASGI defines it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        self._before(scope)
        arrived = await receive()
        sent = [await self._sent(self._mutant.change_request(scope), arrived) for _ in range(self._mutant.sends)]
        start, *parts = sent[-1]
        content = b"".join(part.get("body", b"") for part in parts)
        headers = {name.decode(): value.decode("latin-1") for name, value in start["headers"]}
        content_type = headers.pop("content-type", "")
        token = dict(scope["headers"]).get(b"authorization", b"").decode().partition(" ")[2]
        is_json = content_type.startswith("application/json")
        parsed = json.loads(content) if is_json else content
        response = Response(
            scope["method"], scope["path"], scope["query_string"], token, start["status"], content_type, parsed, headers
        )
        changed = self._mutant.change_response(response)
        body = changed.body if isinstance(changed.body, bytes) else json.dumps(changed.body).encode()
        headers = {**changed.headers, "content-length": str(len(body))}
        if changed.content_type:
            headers["content-type"] = changed.content_type
        encoded = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": changed.status, "headers": encoded})
        await send({"type": "http.response.body", "body": body})

    async def _sent(self, scope: Scope, arrived: Any) -> list[Any]:
        sent: list[Any] = []

        async def receive() -> Any:
            return arrived

        async def keep(message: Any) -> None:
            sent.append(message)

        await self._app(scope, receive, keep)
        return sent
