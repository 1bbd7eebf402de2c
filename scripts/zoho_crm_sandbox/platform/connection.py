"""What a planted fault does to the connection: makes the client wait, or never answers it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import anyio

if TYPE_CHECKING:
    from starlette.types import Receive, Scope

ABORT = "zoho_crm_sandbox.abort"
"""The extension with which a server says how to break its connection; ASGI has no way of its own."""
BLOCKING = "zoho_crm_sandbox.blocking"
"""The extension of a caller that has no event loop and can only wait by sleeping."""


async def wait(scope: Scope, seconds: float) -> None:
    """Lets real time pass.

    Args:
        scope: The scope of the request.
        seconds: How much.
    """
    if BLOCKING in scope.get("extensions", {}):
        time.sleep(seconds)
    else:
        await anyio.sleep(seconds)


async def drop(scope: Scope, receive: Receive) -> None:
    """Breaks the connection.

    Args:
        scope: The scope of the request.
        receive: Tells when the connection is broken.

    Raises:
        httpx.ReadError: There is no connection, since the caller is in this process, or no way to break it.
    """
    abort = scope.get("extensions", {}).get(ABORT)
    if abort is None:
        import httpx  # not at the top: a server needs no httpx

        raise httpx.ReadError("the connection was dropped by a planted fault")
    abort()
    # The server would answer 500 if this returned before it knows that nobody is there.
    while (await receive())["type"] != "http.disconnect":
        pass
