"""Callbacks: posts the details of each ended bulk write job once to the URL of its request."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import logging
import sqlite3
import threading
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
"""How many seconds a callback may take."""
log = logging.getLogger("zoho_crm_sandbox")
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
        try:
            taken = _take_due(state, now, host_of(dict(scope["headers"])))
        except sqlite3.Error:  # the response is sent already, and the callbacks stay due
            log.exception("callbacks")
            return
        for due in taken:
            if not (self._anywhere or is_loopback(due.url)):
                self.made.append(Callback(due.job, due.url, None, NOT_ALLOWED))
            elif BLOCKING in scope.get("extensions", {}):
                # In a thread, since this one may have an event loop that runs.
                thread = threading.Thread(target=asyncio.run, args=(self._post(due),), daemon=True)
                thread.start()
                thread.join()
            else:
                task = asyncio.get_running_loop().create_task(self._post(due))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    async def _post(self, due: _Due) -> None:
        import httpx  # not at the top: only callbacks need httpx

        try:
            async with (
                asyncio.timeout(TIMEOUT),  # that of httpx is for each step
                httpx.AsyncClient(timeout=None, trust_env=False) as client,  # noqa: S113  # see the line above
                client.stream("POST", due.url, json=due.details) as response,
            ):
                self.made.append(Callback(due.job, due.url, response.status_code, None))
        except Exception as error:
            self.made.append(Callback(due.job, due.url, None, repr(error)))


def _take_due(state: State, now: float, host: str) -> list[_Due]:
    due = []
    with contextlib.ExitStack() as taking:
        taking.enter_context(state.lock)
        waiting = state.callbacks()
        if waiting:  # nearly no request finds one, and a transaction takes time
            taking.enter_context(state.transaction())
        for identity, job_id, version in waiting:
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
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
