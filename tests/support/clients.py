"""The client against the sandbox, in one process, and both colours of a call through one door."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_jobs import AccessToken, Client, Clock

if TYPE_CHECKING:
    from types import ModuleType

    from zoho_crm_sandbox import Sandbox


class VirtualClock(Clock):
    """The sandbox's clock as the client's: to wait is to move it, and no real time passes.

    Attributes:
        slept: How long the client waited, each time.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        self._clock = sandbox.clock
        self.slept: list[float] = []

    def monotonic(self) -> float:
        """Returns what the sandbox's clock shows."""
        return self._clock.now()

    def time(self) -> float:
        """Returns what the sandbox's clock shows."""
        return self._clock.now()

    def sleep(self, seconds: float) -> None:
        """Moves the sandbox's clock."""
        self.slept.append(seconds)
        self._clock.advance(seconds)

    async def sleep_asyncio(self, seconds: float) -> None:
        """Moves the sandbox's clock."""
        self.sleep(seconds)

    def random(self) -> float:
        """Returns the same number each time."""
        return 0.5


def client(sandbox: Sandbox, auth: httpx.Auth | None = None, **options: Any) -> Client:
    """Makes a client whose calls, sync and async, go to the sandbox, and that lives in the sandbox's time."""
    return Client(
        auth or AccessToken("sandbox"),
        http_client=httpx.Client(transport=sandbox.transport()),
        async_http_client=httpx.AsyncClient(transport=httpx.ASGITransport(sandbox)),
        **{"clock": VirtualClock(sandbox), **options},
    )


def _sync(operation: ModuleType, *arguments: Any, **named: Any) -> Any:
    return operation.sync(*arguments, **named)


def _asyncio(operation: ModuleType, *arguments: Any, **named: Any) -> Any:
    return asyncio.run(operation.asyncio(*arguments, **named))


both = pytest.mark.parametrize("call", [_sync, _asyncio], ids=["sync", "asyncio"])
"""Runs a test through ``sync`` and through ``asyncio``."""


def _do(target: Any, door: str, *arguments: Any, **named: Any) -> Any:
    return getattr(target, door)(*arguments, **named)


def _do_asyncio(target: Any, door: str, *arguments: Any, **named: Any) -> Any:
    return asyncio.run(getattr(target, f"{door}_asyncio")(*arguments, **named))


twins = pytest.mark.parametrize("do", [_do, _do_asyncio], ids=["sync", "asyncio"])
"""Runs a test through a door, such as ``wait``, and through its twin, such as ``wait_asyncio``."""
