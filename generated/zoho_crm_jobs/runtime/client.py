"""The client that every operation is called with."""

from __future__ import annotations

import re
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import httpx

from .._document import API_DOMAINS, API_VERSIONS, DOMAINS, PACKAGE_VERSION
from .call import Send
from .clock import Clock
from .errors import ZohoCRMError
from .retries import RetryPolicy
from .types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

    from .._document import ApiVersion, DataCenter, Environment
    from .call import Outcome, Steps
    from .rate_limit import Ceiling

__all__ = ("Client",)

T = TypeVar("T")
_USER_AGENT = f"zoho-crm-jobs-python/{PACKAGE_VERSION}"
_OK = 200
_RETRY = RetryPolicy()
DESTINATION = "zoho_crm_jobs.destination"
"""The extension of a request that tells an ``httpx.Auth`` where it goes."""


class Destination(NamedTuple):
    """Where a request goes, for a token that knows where it belongs.

    Attributes:
        host: The variable of the operation's server in the document, such as ``api_domain``.
        data_center: The data center that was named; None if none was.
        environment: The environment that was named; None if none was.
        accounts: The URL of the accounts server.
        fixed: Whether all calls go to a URL that was given.
    """

    host: str
    data_center: DataCenter | None
    environment: Environment | None
    accounts: str
    fixed: bool


class _Pool:
    """The connections, opened when they are first used and shared by a client and its copies."""

    def __init__(self, http_client: httpx.Client | None, async_http_client: httpx.AsyncClient | None) -> None:
        self.sync = http_client
        self.asyncio = async_http_client
        self.owns_sync = http_client is None
        self.owns_asyncio = async_http_client is None
        self.opening = Lock()


class Client:
    """Where the calls go, how they authenticate, and in which version of the API.

    Use it as a context manager, with ``with`` or ``async with``, or close it with ``close`` or ``aclose``. Several
    threads can use it, and one event loop at a time.

    Attributes:
        auth: How it authenticates.
        base_url: Where the calls go.
        version: The version of the API.
        timeout: The limits on connecting, sending, receiving and waiting for a connection.
        headers: Headers that every call carries.
        retry: Which calls are made again; None for none.
        ceiling: How many calls are made at the same time and in a second; None for any number.
        clock: What tells the time.
        on_request: What is called with each request before it is authenticated and sent.
        on_response: What is called with each answer.
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
        ceiling: Ceiling | None = None,
        clock: Clock | None = None,
        on_request: Sequence[Callable[[httpx.Request], object]] = (),
        on_response: Sequence[Callable[[httpx.Response], object]] = (),
        http_client: httpx.Client | None = None,
        async_http_client: httpx.AsyncClient | None = None,
    ) -> None:
        """Makes a client. No connection is opened before the first call.

        Args:
            auth: How to authenticate, for example ``RefreshToken(client_id, client_secret, refresh_token)``.
            data_center: The data center of the organization. If it is left out, it is the one that the accounts server
                names with the token, or ``us`` for an ``AccessToken``.
            environment: The environment of the organization that the token was made in. If it is left out, it is the
                one that the accounts server names with the token, or ``production`` for an ``AccessToken``.
            base_url: Where all calls go, those to the upload and accounts domains too, in place of the data center's
                domains: for the sandbox.
            version: The version of the API that calls go to, where the operation has more than one.
            timeout: How long connecting, sending, receiving or waiting for a connection may take, each, in seconds.
            headers: Headers that every call carries.
            retry: Which calls are made again; None for none.
            ceiling: How many calls are made at the same time and in a second; None for any number.
            clock: What tells the time, for tests; the system's clock if left out.
            on_request: What to call with each request before it is authenticated and sent, also if it is sent again.
            on_response: What to call with each answer. Its body has been read, unless it is a download.
            http_client: What ``sync`` and ``sync_detailed`` send with. It is not closed with this client.
            async_http_client: What ``asyncio`` and ``asyncio_detailed`` send with. It is not closed with this client.

        Raises:
            ValueError: There is no such data center, environment or version, or the URL is none.
        """
        center, place = data_center or "us", environment or "production"
        # Before anything is raised, so that the repr can be asked for by tools that report the variables with an error.
        self.base_url = (base_url or f"https://{API_DOMAINS.get((center, place))}").rstrip("/")
        self.version: ApiVersion = version
        if (center, place) not in API_DOMAINS:
            centers, environments = (sorted(set(names)) for names in zip(*API_DOMAINS, strict=True))
            raise ValueError(
                f"data_center and environment: {center!r} and {place!r}: "
                f"expected one of {', '.join(centers)} and one of {', '.join(environments)}"
            )
        if base_url is not None and not re.fullmatch(r"https?://[^/?#]+[^?#]*", base_url):
            raise ValueError(f"base_url: {base_url!r}: expected a URL that begins with http:// or https://")
        if version not in API_VERSIONS:
            raise ValueError(f"version: {version!r}: expected one of {', '.join(API_VERSIONS)}")
        self.auth = auth
        self.timeout = timeout if isinstance(timeout, httpx.Timeout) else httpx.Timeout(timeout)
        self.headers = httpx.Headers({"User-Agent": _USER_AGENT})
        self.headers.update(headers)
        self.retry = retry
        self.ceiling = ceiling
        self.clock = clock or Clock()
        self.on_request = on_request
        self.on_response = on_response
        self._domains = {} if base_url else {host: f"https://{domain}" for host, domain in DOMAINS[center].items()}
        self._destination = Destination(
            "api_domain", data_center, environment, self.url_of("accounts_domain"), base_url is not None
        )
        self._pool = _Pool(http_client, async_http_client)

    @classmethod
    def from_env(cls, **options: Any) -> Client:
        """Makes a client out of environment variables.

        ====================== ==================================================================================
        ZOHO_CRM_CLIENT_ID     The id of the client
        ZOHO_CRM_CLIENT_SECRET Its secret
        ZOHO_CRM_REFRESH_TOKEN A refresh token, for ``RefreshToken``
        ZOHO_CRM_SOID          The organization as ``ZohoCRM.<zsoid>``, for ``ClientCredentials``
        ZOHO_CRM_SCOPES        The scopes, separated by commas, for ``ClientCredentials``
        ZOHO_CRM_ACCESS_TOKEN  An access token, in place of all of these
        ZOHO_CRM_TOKEN_FILE    A file in which processes share access tokens
        ZOHO_CRM_DATA_CENTER   ``data_center``
        ZOHO_CRM_ENVIRONMENT   ``environment``
        ZOHO_CRM_BASE_URL      ``base_url``
        ZOHO_CRM_VERSION       ``version``
        ====================== ==================================================================================

        A variable that is empty counts as left out.

        Args:
            **options: Options of ``Client``, which take precedence.

        Returns:
            The client.

        Raises:
            ValueError: A variable is missing, or has a value that it cannot have. The message shows no secret.
        """
        from .auth.environment import options_of

        return cls(**{**options_of(), **options})

    def __repr__(self) -> str:
        return f"Client(base_url={self.base_url!r}, version={self.version!r})"

    def with_options(
        self,
        *,
        version: ApiVersion | None = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
        retry: RetryPolicy | Unset | None = UNSET,
        ceiling: Ceiling | Unset | None = UNSET,
        clock: Clock | None = None,
        on_request: Sequence[Callable[[httpx.Request], object]] | None = None,
        on_response: Sequence[Callable[[httpx.Response], object]] | None = None,
    ) -> Client:
        """Returns a copy with other options, which shares the connections. This client stays as it is.

        Args:
            version: The version of the API.
            timeout: The limit on each part of a call, in seconds.
            headers: Headers to add to this client's.
            retry: Which calls are made again; None for none.
            ceiling: How many calls are made at the same time and in a second; None for any number.
            clock: What tells the time.
            on_request: What to call with each request, in place of what this client calls.
            on_response: What to call with each answer, in place of what this client calls.

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
            ceiling=self.ceiling if isinstance(ceiling, Unset) else ceiling,
            clock=clock or self.clock,
            on_request=self.on_request if on_request is None else on_request,
            on_response=self.on_response if on_response is None else on_response,
        )
        copy._pool = self._pool
        copy._domains = self._domains
        copy._destination = self._destination
        return copy

    def url_of(self, host: str) -> str:
        """Returns where calls to a host go.

        Args:
            host: The variable of a server in the document, such as ``upload_domain``.

        Returns:
            The URL, without a path.
        """
        return self._domains.get(host, self.base_url)

    @property
    def is_fixed(self) -> bool:
        """Whether all calls go to ``base_url``, since it was given."""
        return self._destination.fixed

    def extensions(self, host: str) -> dict[str, Any]:
        """Returns the extensions of a request.

        Args:
            host: The variable of a server in the document.
        """
        destination = self._destination
        return {DESTINATION: destination if host == destination.host else destination._replace(host=host)}

    def http(self) -> httpx.Client:
        """Returns what ``sync`` sends with."""
        with self._pool.opening:
            if self._pool.sync is None:
                self._pool.sync = httpx.Client()
            return self._pool.sync

    def http_asyncio(self) -> httpx.AsyncClient:
        """Returns what ``asyncio`` sends with."""
        if self._pool.asyncio is None:
            self._pool.asyncio = httpx.AsyncClient()
        return self._pool.asyncio

    def run(self, steps: Steps[T]) -> T:
        """Does what the steps of a call ask for.

        Args:
            steps: The call.

        Returns:
            What it comes to.

        Raises:
            ZohoCRMError: What it comes to.
        """
        outcome: Outcome | None = None
        try:
            while True:
                step = steps.send(outcome)
                if isinstance(step, Send):
                    outcome = self.send(step)
                else:
                    self.clock.sleep(step.seconds)
                    outcome = None
        except StopIteration as end:
            result: T = end.value
            return result

    async def run_asyncio(self, steps: Steps[T]) -> T:
        """Does what the steps of a call ask for, without blocking.

        Args:
            steps: The call.

        Returns:
            What it comes to.

        Raises:
            ZohoCRMError: What it comes to.
        """
        outcome: Outcome | None = None
        try:
            while True:
                step = steps.send(outcome)
                if isinstance(step, Send):
                    outcome = await self.send_asyncio(step)
                else:
                    await self.clock.sleep_asyncio(step.seconds)
                    outcome = None
        except StopIteration as end:
            result: T = end.value
            return result

    def send(self, step: Send) -> Outcome:
        """Sends a request, when it is its turn.

        Args:
            step: The request.

        Returns:
            What came of it.
        """
        if self.ceiling is None:
            return self._send(step)
        with self.ceiling.hold(self.clock):
            return self._send(step)

    async def send_asyncio(self, step: Send) -> Outcome:
        """Sends a request, when it is its turn, without blocking.

        Args:
            step: The request.

        Returns:
            What came of it.
        """
        if self.ceiling is None:
            return await self._send_asyncio(step)
        async with self.ceiling.hold_asyncio(self.clock):
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
        """Closes the connections of ``sync`` and ``sync_detailed``."""
        if self._pool.sync is not None and self._pool.owns_sync:
            self._pool.sync.close()
            self._pool.sync = None

    async def aclose(self) -> None:
        """Closes the connections of ``asyncio`` and ``asyncio_detailed``."""
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
