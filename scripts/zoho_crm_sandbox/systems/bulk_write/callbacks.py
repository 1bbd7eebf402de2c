"""Callbacks: posts the details of each ended bulk write job once to the URL of its request."""

from __future__ import annotations

import asyncio
import ipaddress
from collections import deque
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from zoho_crm_sandbox.platform.faults import BLOCKING
from zoho_crm_sandbox.systems.bulk_write import SYSTEM
from zoho_crm_sandbox.systems.bulk_write.details import details_of, host_of

if TYPE_CHECKING:
    from starlette.types import Scope

    from zoho_crm_sandbox.state.database import State

REMEMBERED = 1000
"""How many callbacks are kept for inspection."""
TIMEOUT = 2.0
"""How many seconds each step of a callback may take."""
NOT_ALLOWED = "not a loopback address"


class Callback(NamedTuple):
    """A callback that was sent or failed: ``status`` is None without a response, ``error`` is None with one."""

    job: str
    url: str
    status: int | None
    error: str | None


class _Due(NamedTuple):
    job: str
    url: str
    details: dict[str, Any]


class Callbacks:
    """Sends callbacks, to loopback addresses only unless ``anywhere``. Their errors are stored, never raised."""

    def __init__(self, *, anywhere: bool = False) -> None:
        self._anywhere = anywhere
        self._tasks: set[asyncio.Task[None]] = set()
        self.made: deque[Callback] = deque(maxlen=REMEMBERED)

    def make(self, state: State, now: float, scope: Scope) -> None:
        """Send the due callbacks: synchronously for a caller without an event loop, otherwise in background tasks."""
        for due in _take_due(state, now, host_of(dict(scope["headers"]))):
            if not (self._anywhere or is_loopback(due.url)):
                self.made.append(Callback(due.job, due.url, None, NOT_ALLOWED))
            elif BLOCKING in scope.get("extensions", {}):
                self._post(due)
            else:
                task = asyncio.get_running_loop().create_task(self._post_soon(due))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    def _post(self, due: _Due) -> None:
        import httpx  # not at the top: only callbacks need httpx

        try:
            with (
                httpx.Client(timeout=TIMEOUT, trust_env=False) as client,
                client.stream("POST", due.url, json=due.details) as response,
            ):
                self.made.append(Callback(due.job, due.url, response.status_code, None))
        except Exception as error:
            self.made.append(Callback(due.job, due.url, None, repr(error)))

    async def _post_soon(self, due: _Due) -> None:
        import httpx  # as above

        try:
            async with (
                httpx.AsyncClient(timeout=TIMEOUT, trust_env=False) as client,
                client.stream("POST", due.url, json=due.details) as response,
            ):
                self.made.append(Callback(due.job, due.url, response.status_code, None))
        except Exception as error:
            self.made.append(Callback(due.job, due.url, None, repr(error)))


def _take_due(state: State, now: float, host: str) -> list[_Due]:
    due = []
    with state.lock:
        for identity, job_id, version in state.callbacks():
            organization = state.of(identity)
            job = organization.job(SYSTEM.name, job_id)
            if job is None or now < job.submitted_at + job.plan.length:
                continue
            details = details_of(organization, job, version, now, host)
            due.append(_Due(job_id, details["callback"]["url"], details))
            organization.remove_callback(job_id)
    return due


def is_loopback(url: str) -> bool:
    """Return whether a URL is on this machine, without resolving its host name."""
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
