"""The client against the sandbox, in one process, and both colours of a call through one door."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_jobs import AccessToken, Client

if TYPE_CHECKING:
    from types import ModuleType

    from zoho_crm_sandbox import Sandbox


def client(sandbox: Sandbox, **options: Any) -> Client:
    """Makes a client whose calls, sync and async, go to the sandbox."""
    return Client(
        AccessToken("sandbox"),
        http_client=httpx.Client(transport=sandbox.transport()),
        async_http_client=httpx.AsyncClient(transport=httpx.ASGITransport(sandbox)),
        **options,
    )


def _sync(operation: ModuleType, *arguments: Any, **named: Any) -> Any:
    return operation.sync(*arguments, **named)


def _asyncio(operation: ModuleType, *arguments: Any, **named: Any) -> Any:
    return asyncio.run(operation.asyncio(*arguments, **named))


both = pytest.mark.parametrize("call", [_sync, _asyncio], ids=["sync", "asyncio"])
"""Runs a test through ``sync`` and through ``asyncio``."""
