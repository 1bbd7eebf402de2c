"""The session of a client: where calls go, with which options, over which connections."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import httpx

from .flow import Send
from .hosts import DESTINATION
from .types import ZohoCRMError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from .._document import ApiVersion
    from .clock import Clock
    from .flow import Flow, Outcome
    from .hosts import Destination
    from .rate_limit import RateLimit
    from .retries import RetryPolicy

T = TypeVar("T")
_OK = 200


class Pool:
    """The httpx clients, opened on first use and shared by a client and its copies."""

    def __init__(self, http_client: httpx.Client | None, async_http_client: httpx.AsyncClient | None) -> None:
        self.sync = http_client
        self.asyncio = async_http_client
        self.owns_sync = http_client is None
        self.owns_asyncio = async_http_client is None
        self.opening = Lock()


class Session(NamedTuple):
    """What a client holds: its options, ready for use, and its connections.

    Attributes:
        auth: The credentials.
        base_url: The URL that calls go to, without a path.
        version: The version of the API.
        timeout: The limits on connecting, writing, reading and waiting for a free connection.
        headers: The headers of every call.
        retry: The retry policy; None disables retries.
        rate_limit: The rate limit; None disables it.
        clock: The source of time.
        on_request: The hooks for requests, called before a request is authenticated and sent.
        on_response: The hooks for responses.
        organization: The id of the organization; None if it was not given.
        urls: The URL of each server variable in the document; empty if a ``base_url`` was given.
        destination: The destination of a request to the API domain.
        pool: The connections.
    """

    auth: httpx.Auth
    base_url: str
    version: ApiVersion
    timeout: httpx.Timeout
    headers: httpx.Headers
    retry: RetryPolicy | None
    rate_limit: RateLimit | None
    clock: Clock
    on_request: Sequence[Callable[[httpx.Request], object]]
    on_response: Sequence[Callable[[httpx.Response], object]]
    organization: str | None
    urls: Mapping[str, str]
    destination: Destination
    pool: Pool

    def url_of(self, host: str) -> str:
        """Return the URL, without a path, of a server variable in the document, such as ``upload_domain``."""
        return self.urls.get(host, self.base_url)

    @property
    def is_fixed(self) -> bool:
        """True if all calls go to the ``base_url`` that was given."""
        return self.destination.fixed

    def extensions(self, host: str) -> dict[str, Any]:
        """Return the extensions of a request to a server variable in the document."""
        destination = self.destination
        return {DESTINATION: destination if host == destination.host else destination._replace(host=host)}

    def http(self) -> httpx.Client:
        """Return the httpx client of calls that block."""
        with self.pool.opening:
            if self.pool.sync is None:
                self.pool.sync = httpx.Client()
            return self.pool.sync

    def http_asyncio(self) -> httpx.AsyncClient:
        """Return the httpx client of calls with asyncio."""
        if self.pool.asyncio is None:
            self.pool.asyncio = httpx.AsyncClient()
        return self.pool.asyncio

    def run(self, flow: Flow[T]) -> T:
        """Run a flow: send its requests, wait for its delays, and return its result."""
        outcome: Outcome | None = None
        try:
            while True:
                step = flow.send(outcome)
                if isinstance(step, Send):
                    outcome = self.send(step)
                else:
                    self.clock.sleep(step.seconds)
                    outcome = None
        except StopIteration as end:
            result: T = end.value
            return result

    async def run_asyncio(self, flow: Flow[T]) -> T:
        """Run a flow as ``run`` does, without blocking."""
        outcome: Outcome | None = None
        try:
            while True:
                step = flow.send(outcome)
                if isinstance(step, Send):
                    outcome = await self.send_asyncio(step)
                else:
                    await self.clock.sleep_asyncio(step.seconds)
                    outcome = None
        except StopIteration as end:
            result: T = end.value
            return result

    def send(self, step: Send) -> Outcome:
        """Send a request within the rate limit, and return its outcome."""
        if self.rate_limit is None:
            return self._send(step)
        with self.rate_limit.hold(self.clock):
            return self._send(step)

    async def send_asyncio(self, step: Send) -> Outcome:
        """Send a request as ``send`` does, without blocking."""
        if self.rate_limit is None:
            return await self._send_asyncio(step)
        async with self.rate_limit.hold_asyncio(self.clock):
            return await self._send_asyncio(step)

    def _send(self, step: Send) -> Outcome:
        stream = step.sink is not None
        try:
            response = self.http().send(step.request, auth=step.auth, stream=stream, follow_redirects=False)
            if step.sink is not None:
                try:
                    if response.status_code != _OK:
                        response.read()
                    else:
                        step.sink.seek(0)
                        step.sink.truncate()
                        for chunk in response.iter_bytes():
                            step.sink.write(chunk)
                finally:
                    response.close()
        except (httpx.RequestError, ZohoCRMError) as error:
            return error
        return response

    async def _send_asyncio(self, step: Send) -> Outcome:
        stream = step.sink is not None
        try:
            response = await self.http_asyncio().send(
                step.request, auth=step.auth, stream=stream, follow_redirects=False
            )
            if step.sink is not None:
                try:
                    if response.status_code != _OK:
                        await response.aread()
                    else:
                        step.sink.seek(0)
                        step.sink.truncate()
                        async for chunk in response.aiter_bytes():
                            step.sink.write(chunk)
                finally:
                    await response.aclose()
        except (httpx.RequestError, ZohoCRMError) as error:
            return error
        return response

    def close(self) -> None:
        """Close the connections of calls that block."""
        if self.pool.sync is not None and self.pool.owns_sync:
            self.pool.sync.close()
            self.pool.sync = None

    async def close_asyncio(self) -> None:
        """Close the connections of calls with asyncio."""
        if self.pool.asyncio is not None and self.pool.owns_asyncio:
            await self.pool.asyncio.aclose()
            self.pool.asyncio = None
