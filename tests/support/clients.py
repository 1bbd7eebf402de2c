"""Clients of a sandbox in the same process, and tests of a function together with its asyncio variant."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from codegen.names import method_name
from zoho_crm_jobs import AccessToken, AsyncClient, AsyncJobHandle, Client, Clock, JobHandle
from zoho_crm_jobs._document import OPERATIONS
from zoho_crm_jobs.runtime.codec import encode

if TYPE_CHECKING:
    from types import ModuleType

    from zoho_crm_jobs.runtime.client import BaseClient
    from zoho_crm_sandbox import Sandbox


class VirtualClock(Clock):
    """The sandbox's clock as the client's: a sleep advances it, and no real time passes.

    Attributes:
        slept: The seconds of each sleep.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        self._clock = sandbox.clock
        self.slept: list[float] = []

    def monotonic(self) -> float:
        """Return the sandbox's time."""
        return self._clock.now()

    def time(self) -> float:
        """Return the sandbox's time."""
        return self._clock.now()

    def sleep(self, seconds: float) -> None:
        """Advance the sandbox's clock."""
        self.slept.append(seconds)
        self._clock.advance(seconds)

    async def sleep_asyncio(self, seconds: float) -> None:
        """Advance the sandbox's clock."""
        self.sleep(seconds)

    def random(self) -> float:
        """Return the same number each time."""
        return 0.5


def client(sandbox: Sandbox, auth: httpx.Auth | None = None, **options: Any) -> Client:
    """Return a client that calls the sandbox, synchronously or with asyncio, in the sandbox's time."""
    return Client(
        auth or AccessToken("sandbox"),
        http_client=httpx.Client(transport=sandbox.transport()),
        async_http_client=httpx.AsyncClient(transport=httpx.ASGITransport(sandbox)),
        **{"clock": VirtualClock(sandbox), "organization": "694902309", **options},
    )


def asynchronous(crm: BaseClient) -> AsyncClient:
    """Return a client for asyncio with the options and connections of a client."""
    other = object.__new__(AsyncClient)
    other._session = crm._session
    return other


def asynchronous_handle(handle: JobHandle[Any]) -> AsyncJobHandle[Any]:
    """Return a handle for asyncio on the same job."""
    return AsyncJobHandle(
        handle.operation_id,
        handle.parameters,
        client=asynchronous(handle.client),
        submitted_at=handle.submitted_at,
    )


def start(operation: ModuleType, *arguments: str, client: BaseClient, body: Any, **options: Any) -> Any:
    """Start a job with the method of an operation. With an ``AsyncClient``, return a coroutine."""
    _, _, tag, name = OPERATIONS[operation._OPERATION.operation_id].split(".")
    method = getattr(getattr(client, tag), method_name(name, tag))
    return method(*arguments, **encode(body), **options)


def _sync(operation: ModuleType, *arguments: Any, **named: Any) -> Any:
    return operation.sync(*arguments, **named)


def _asyncio(operation: ModuleType, *arguments: Any, **named: Any) -> Any:
    return asyncio.run(operation.asyncio(*arguments, **named))


sync_and_asyncio = pytest.mark.parametrize("call", [_sync, _asyncio], ids=["sync", "asyncio"])
"""Runs a test with ``sync`` and with ``asyncio`` of an operation."""


def _do(target: Any, method: str, *arguments: Any, **named: Any) -> Any:
    if method == "start":
        return start(target, *arguments, **named)
    return getattr(target, method)(*arguments, **named)


def _do_asyncio(target: Any, method: str, *arguments: Any, **named: Any) -> Any:
    if method == "start":
        return asyncio.run(start(target, *arguments, **{**named, "client": asynchronous(named["client"])}))
    other = asynchronous_handle(target) if isinstance(target, JobHandle) else target
    return asyncio.run(getattr(other, method)(*arguments, **named))


methods_and_asyncio = pytest.mark.parametrize("do", [_do, _do_asyncio], ids=["sync", "asyncio"])
"""Runs a test with a method, such as ``wait``, of a handle, and with the same method of an asynchronous one."""
