"""The client that every operation is called with."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any

import httpx

from ._document import API_DOMAINS, API_VERSIONS, DOMAINS, PACKAGE_VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from ._document import ApiVersion, DataCenter, Environment

__all__ = ("Client",)

_USER_AGENT = f"zoho-crm-jobs-python/{PACKAGE_VERSION}"


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

    Use it as a context manager, with ``with`` or ``async with``, or close it with ``close`` or ``aclose``.

    Attributes:
        base_url: Where the calls go.
        version: The version of the API.
        timeout: The limits on connecting, sending, receiving and waiting for a connection.
        headers: Headers that every call carries.
    """

    def __init__(
        self,
        auth: httpx.Auth,
        *,
        data_center: DataCenter = "us",
        environment: Environment = "production",
        base_url: str | None = None,
        version: ApiVersion = "v8",
        timeout: float | httpx.Timeout = 30.0,
        headers: Mapping[str, str] | None = None,
        http_client: httpx.Client | None = None,
        async_http_client: httpx.AsyncClient | None = None,
    ) -> None:
        """Makes a client. No connection is opened before the first call.

        Args:
            auth: How to authenticate, for example ``AccessToken("1000...")``.
            data_center: The data center of the organization.
            environment: The environment of the organization that the token was made in.
            base_url: Where all calls go, those to the upload and accounts domains too, in place of the data center's
                domains: for the sandbox.
            version: The version of the API that calls go to, where the operation has more than one.
            timeout: How long connecting, sending, receiving or waiting for a connection may take, each, in seconds.
            headers: Headers that every call carries.
            http_client: What ``sync`` and ``sync_detailed`` send with. It is not closed with this client.
            async_http_client: What ``asyncio`` and ``asyncio_detailed`` send with. It is not closed with this client.

        Raises:
            ValueError: There is no such data center, environment or version.
        """
        if (data_center, environment) not in API_DOMAINS:
            centers, environments = (sorted(set(names)) for names in zip(*API_DOMAINS, strict=True))
            raise ValueError(
                f"data_center and environment: {data_center!r} and {environment!r}: "
                f"expected one of {', '.join(centers)} and one of {', '.join(environments)}"
            )
        if version not in API_VERSIONS:
            raise ValueError(f"version: {version!r}: expected one of {', '.join(API_VERSIONS)}")
        self.base_url = (base_url or f"https://{API_DOMAINS[data_center, environment]}").rstrip("/")
        self._domains = {} if base_url else {host: f"https://{domain}" for host, domain in DOMAINS[data_center].items()}
        self.version: ApiVersion = version
        self.timeout = timeout if isinstance(timeout, httpx.Timeout) else httpx.Timeout(timeout)
        self.headers = httpx.Headers({"User-Agent": _USER_AGENT, **(headers or {})})
        self._auth = auth
        self._pool = _Pool(http_client, async_http_client)

    def __repr__(self) -> str:
        return f"Client(base_url={self.base_url!r}, version={self.version!r})"

    def with_options(
        self,
        *,
        version: ApiVersion | None = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Client:
        """Returns a copy with other options, which shares the connections. This client stays as it is.

        Args:
            version: The version of the API.
            timeout: The limit on each part of a call, in seconds.
            headers: Headers to add to this client's.

        Returns:
            The copy.
        """
        copy = Client(
            self._auth,
            base_url=self.base_url,
            version=self.version if version is None else version,
            timeout=self.timeout if timeout is None else timeout,
            headers={**self.headers, **(headers or {})},
        )
        copy._pool = self._pool
        copy._domains = self._domains
        return copy

    def url_of(self, host: str) -> str:
        """Returns where calls to a host go.

        Args:
            host: The variable of a server in the document, such as ``upload_domain``.

        Returns:
            The URL, without a path.
        """
        return self._domains.get(host, self.base_url)

    def request(self, **arguments: Any) -> httpx.Response:
        """Sends a request, with authentication, the client's headers and its timeout.

        Args:
            **arguments: What ``httpx.Client.request`` takes.

        Returns:
            The answer, read to its end.
        """
        with self._pool.opening:
            if self._pool.sync is None:
                self._pool.sync = httpx.Client()
            http_client = self._pool.sync
        return http_client.request(**self._complete(arguments))

    async def arequest(self, **arguments: Any) -> httpx.Response:
        """Sends a request as ``request`` does, without blocking.

        Args:
            **arguments: What ``httpx.AsyncClient.request`` takes.

        Returns:
            The answer, read to its end.
        """
        if self._pool.asyncio is None:
            self._pool.asyncio = httpx.AsyncClient()
        return await self._pool.asyncio.request(**self._complete(arguments))

    def _complete(self, arguments: dict[str, Any]) -> dict[str, Any]:
        headers = self.headers.copy()
        headers.update(arguments.pop("headers", None))
        return {"auth": self._auth, **arguments, "headers": headers, "timeout": self.timeout}

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
