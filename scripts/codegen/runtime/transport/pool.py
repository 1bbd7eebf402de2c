"""The httpx clients of a client: one for a process, and one for each of its event loops."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import httpx

from .deadline import limit_streams
from .fork import renew_after_fork

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop


class Pool:
    """The httpx clients, opened on first use and shared by a client and its copies."""

    def __init__(self, http_client: httpx.Client | None, async_http_client: httpx.AsyncClient | None) -> None:
        self._given = http_client
        self._given_asyncio = async_http_client
        self._used = self._stale = False
        self._sync: httpx.Client | None = None
        self._loops: WeakKeyDictionary[AbstractEventLoop, httpx.AsyncClient] = WeakKeyDictionary()
        self._opening = Lock()
        renew_after_fork(self)

    def after_fork(self) -> None:
        """Leave the connections to the parent: on a shared one, each process would get responses to the other."""
        self._stale = self._used
        self._sync = None
        self._loops = WeakKeyDictionary()
        self._opening = Lock()

    def sync(self) -> httpx.Client:
        """Return the httpx client of the synchronous functions."""
        if self._given is not None:
            self._use("http_client")
            return self._given
        if self._sync is None:
            with self._opening:
                if self._sync is None:
                    http = httpx.Client()
                    limit_streams(http)
                    self._sync = http
        return self._sync

    def asyncio(self) -> httpx.AsyncClient:
        """Return the httpx client of the asyncio functions, for the event loop that runs."""
        if self._given_asyncio is not None:
            self._use("async_http_client")
            return self._given_asyncio
        from asyncio import get_running_loop  # not above, so that programs without asyncio do not load it

        loop = get_running_loop()
        http = self._loops.get(loop)
        if http is None:
            http = httpx.AsyncClient()
            with self._opening:
                for other in [each for each in self._loops if each.is_closed()]:
                    del self._loops[other]
                self._loops[loop] = http
        return http

    def _use(self, name: str) -> None:
        self._used = True
        if self._stale:
            raise ValueError(f"{name}: used before this process was forked: expected an httpx client of this process")

    def close(self) -> None:
        """Close the connections of the synchronous functions, if they are not the caller's."""
        if self._sync is not None:
            self._sync.close()
            self._sync = None

    async def aclose(self) -> None:
        """Close the connections of the asyncio functions in this event loop, if they are not the caller's."""
        from asyncio import get_running_loop

        http = self._loops.pop(get_running_loop(), None)
        if http is not None:
            await http.aclose()
