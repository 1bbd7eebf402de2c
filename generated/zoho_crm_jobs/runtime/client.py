"""The client that every operation is called with."""

from __future__ import annotations

import re
from threading import Lock
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, Unpack

import httpx

from .._document import API_VERSIONS, PACKAGE_VERSION
from .clock import Clock
from .flow import Send
from .hosts import DESTINATION, Destination, urls_of
from .retries import RetryPolicy
from .types import UNSET, Unset, ZohoCRMError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

    from .._document import ApiVersion, DataCenter, Environment
    from .flow import Flow, Outcome
    from .rate_limit import RateLimit

__all__ = ("Client",)

T = TypeVar("T")
_USER_AGENT = f"zoho-crm-jobs-python/{PACKAGE_VERSION}"
_OK = 200
_RETRY = RetryPolicy()


class _Pool:
    """The httpx clients, opened on first use and shared by a client and its copies."""

    def __init__(self, http_client: httpx.Client | None, async_http_client: httpx.AsyncClient | None) -> None:
        self.sync = http_client
        self.asyncio = async_http_client
        self.owns_sync = http_client is None
        self.owns_asyncio = async_http_client is None
        self.opening = Lock()


class ClientOptions(TypedDict, total=False):
    """The arguments of ``Client``, for ``Client.from_env``."""

    auth: httpx.Auth
    data_center: DataCenter | None
    environment: Environment | None
    base_url: str | None
    version: ApiVersion
    timeout: float | httpx.Timeout
    headers: Mapping[str, str] | None
    retry: RetryPolicy | None
    rate_limit: RateLimit | None
    clock: Clock | None
    on_request: Sequence[Callable[[httpx.Request], object]]
    on_response: Sequence[Callable[[httpx.Response], object]]
    http_client: httpx.Client | None
    async_http_client: httpx.AsyncClient | None


class Client:
    """HTTP client for Zoho CRM: base URL, credentials, API version and transport options.

    Use it as a context manager, with ``with`` or ``async with``, or call ``close`` or ``aclose``. It can be used by
    several threads, and by one event loop at a time.

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
    """

    def __init__(
        self,
        auth: httpx.Auth,
        *,
        data_center: DataCenter | None = None,
        environment: Environment | None = None,
        base_url: str | None = None,
        version: ApiVersion = "v8",
        timeout: float | httpx.Timeout = 30.0,
        headers: Mapping[str, str] | None = None,
        retry: RetryPolicy | None = _RETRY,
        rate_limit: RateLimit | None = None,
        clock: Clock | None = None,
        on_request: Sequence[Callable[[httpx.Request], object]] = (),
        on_response: Sequence[Callable[[httpx.Response], object]] = (),
        http_client: httpx.Client | None = None,
        async_http_client: httpx.AsyncClient | None = None,
    ) -> None:
        """Make a client. No connection is opened before the first call.

        Args:
            auth: The credentials, for example ``RefreshToken(client_id, client_secret, refresh_token)``.
            data_center: The data center of the organization. None uses the one that the accounts server returns with
                the token, or ``us`` for an ``AccessToken``.
            environment: The environment that the token was made in. None uses the one that the accounts server returns
                with the token, or ``production`` for an ``AccessToken``.
            base_url: The URL for all calls, including those to the upload and accounts servers, instead of the data
                center's domains. For tests against the sandbox.
            version: The version of the API, for operations that exist in more than one.
            timeout: The limit on each phase of a call (connecting, writing, reading, waiting for a free connection), in
                seconds.
            headers: The headers of every call.
            retry: The retry policy; None disables retries.
            rate_limit: The rate limit; None disables it.
            clock: The source of time, for tests. Defaults to the system's clock.
            on_request: Hooks called with each request before it is authenticated and sent, also for each retry.
            on_response: Hooks called with each response. Its body has been read, unless it is a download.
            http_client: The httpx client for ``sync`` and ``sync_detailed``. You close it yourself.
            async_http_client: The httpx client for ``asyncio`` and ``asyncio_detailed``. You close it yourself.

        Raises:
            ValueError: There is no such data center, environment or version, or the URL is malformed.
        """
        # Set before anything is raised: error reporters ask for the repr of half-made objects.
        self.base_url = (base_url or "").rstrip("/")
        self.version: ApiVersion = version
        urls = urls_of(data_center or "us", environment or "production")
        if base_url is not None and not re.fullmatch(r"https?://[^/?#]+[^?#]*", base_url):
            raise ValueError(f"base_url: {base_url!r}: expected a URL that begins with http:// or https://")
        if version not in API_VERSIONS:
            raise ValueError(f"version: {version!r}: expected one of {', '.join(API_VERSIONS)}")
        self.base_url = self.base_url or urls["api_domain"]
        self.auth = auth
        self.timeout = timeout if isinstance(timeout, httpx.Timeout) else httpx.Timeout(timeout)
        self.headers = httpx.Headers({"User-Agent": _USER_AGENT})
        self.headers.update(headers)
        self.retry = retry
        self.rate_limit = rate_limit
        self.clock = clock or Clock()
        self.on_request = on_request
        self.on_response = on_response
        self._urls = {} if base_url else urls
        self._destination = Destination(
            "api_domain", data_center, environment, self.url_of("accounts_domain"), base_url is not None
        )
        self._pool = _Pool(http_client, async_http_client)

    @classmethod
    def from_env(cls, **options: Unpack[ClientOptions]) -> Client:
        """Make a client from environment variables. An empty variable counts as missing.

        ====================== ==================================================================================
        ZOHO_CRM_CLIENT_ID     The client id
        ZOHO_CRM_CLIENT_SECRET The client secret
        ZOHO_CRM_REFRESH_TOKEN The refresh token, for ``RefreshToken``
        ZOHO_CRM_SOID          The organization as ``ZohoCRM.<zsoid>``, for ``ClientCredentials``
        ZOHO_CRM_SCOPES        The scopes, separated by commas, for ``ClientCredentials``
        ZOHO_CRM_ACCESS_TOKEN  An access token, used instead of all of the above
        ZOHO_CRM_TOKEN_FILE    A file in which processes share access tokens
        ZOHO_CRM_DATA_CENTER   ``data_center``
        ZOHO_CRM_ENVIRONMENT   ``environment``
        ZOHO_CRM_BASE_URL      ``base_url``
        ZOHO_CRM_VERSION       ``version``
        ====================== ==================================================================================

        Args:
            **options: Arguments of ``Client``, which take precedence over the variables.

        Returns:
            The client.

        Raises:
            ValueError: A variable is missing or has an invalid value. The message shows no secret.
        """
        from .auth.environment import options_from_env  # not above, so that other clients do not load it

        return cls(**{**options_from_env(), **options})

    def __repr__(self) -> str:
        return f"Client(base_url={self.base_url!r}, version={self.version!r})"

    def with_options(
        self,
        *,
        version: ApiVersion | None = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
        retry: RetryPolicy | Unset | None = UNSET,
        rate_limit: RateLimit | Unset | None = UNSET,
        clock: Clock | None = None,
        on_request: Sequence[Callable[[httpx.Request], object]] | None = None,
        on_response: Sequence[Callable[[httpx.Response], object]] | None = None,
    ) -> Client:
        """Return a copy with other options, which shares the connections. This client does not change.

        Args:
            version: The version of the API.
            timeout: The limit on each phase of a call, in seconds.
            headers: Headers to add to this client's.
            retry: The retry policy; None disables retries.
            rate_limit: The rate limit; None disables it.
            clock: The source of time.
            on_request: Hooks for requests, instead of this client's.
            on_response: Hooks for responses, instead of this client's.

        Returns:
            The copy.

        Raises:
            ValueError: There is no such version.
        """
        merged = self.headers.copy()
        merged.update(headers)
        copy = Client(
            self.auth,
            base_url=self.base_url,
            version=self.version if version is None else version,
            timeout=self.timeout if timeout is None else timeout,
            headers=merged,
            retry=self.retry if isinstance(retry, Unset) else retry,
            rate_limit=self.rate_limit if isinstance(rate_limit, Unset) else rate_limit,
            clock=clock or self.clock,
            on_request=self.on_request if on_request is None else on_request,
            on_response=self.on_response if on_response is None else on_response,
        )
        copy._pool = self._pool
        copy._urls = self._urls
        copy._destination = self._destination
        return copy

    def url_of(self, host: str) -> str:
        """Return the URL, without a path, of a server variable in the document, such as ``upload_domain``."""
        return self._urls.get(host, self.base_url)

    @property
    def is_fixed(self) -> bool:
        """True if all calls go to the ``base_url`` that was given."""
        return self._destination.fixed

    def extensions(self, host: str) -> dict[str, Any]:
        """Return the extensions of a request to a server variable in the document."""
        destination = self._destination
        return {DESTINATION: destination if host == destination.host else destination._replace(host=host)}

    def http(self) -> httpx.Client:
        """Return the httpx client of the synchronous functions."""
        with self._pool.opening:
            if self._pool.sync is None:
                self._pool.sync = httpx.Client()
            return self._pool.sync

    def http_asyncio(self) -> httpx.AsyncClient:
        """Return the httpx client of the asyncio functions."""
        if self._pool.asyncio is None:
            self._pool.asyncio = httpx.AsyncClient()
        return self._pool.asyncio

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
        """Close the connections of ``sync`` and ``sync_detailed``."""
        if self._pool.sync is not None and self._pool.owns_sync:
            self._pool.sync.close()
            self._pool.sync = None

    async def aclose(self) -> None:
        """Close the connections of ``asyncio`` and ``asyncio_detailed``."""
        if self._pool.asyncio is not None and self._pool.owns_asyncio:
            await self._pool.asyncio.aclose()
            self._pool.asyncio = None

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    async def __aenter__(self) -> Client:
        return self

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()
