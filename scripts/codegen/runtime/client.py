"""What ``Client`` and ``AsyncClient`` have in common, below the operations, and the session that each holds."""

from __future__ import annotations

import math
import os
import re
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypedDict, TypeVar, Unpack, cast

import httpx

from .._document import API_VERSIONS, PACKAGE_VERSION
from .clock import Clock
from .flow import Send, Sleep
from .hosts import DESTINATION, Destination, urls_of
from .retries import RetryPolicy, was_sent
from .transport.body import read, read_asyncio
from .transport.deadline import limited, seconds_left
from .transport.pool import Pool
from .types import ZohoCRMError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from .._document import ApiVersion, DataCenter, Environment
    from .flow import Flow, Outcome
    from .rate_limit import RateLimit

T = TypeVar("T")
_USER_AGENT = f"zoho-crm-jobs-python/{PACKAGE_VERSION}"
_RETRY = RetryPolicy()
_GRACE = 0.05
"""Seconds after the deadline in which httpx can end a phase itself."""


class Session(NamedTuple):
    """What a client holds: its options, ready for use, and its connections.

    Attributes:
        auth: The credentials.
        base_url: The URL that calls go to, without a path.
        version: The version of the API.
        timeout: The limit on a call as a whole, in seconds, or the limits on its phases.
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
    timeout: float | httpx.Timeout
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
        return self.pool.sync()

    def http_asyncio(self) -> httpx.AsyncClient:
        """Return the httpx client of calls with asyncio, for the event loop that runs."""
        return self.pool.asyncio()

    def run(self, flow: Flow[T]) -> T:
        """Run a flow: send its requests, wait for its delays, and return its result."""
        outcome: Any = None
        step: object = None
        try:
            while True:
                step = flow.send(outcome)
                if isinstance(step, Send):
                    outcome = self.send(step)
                elif isinstance(step, Sleep):
                    self.clock.sleep(step.seconds)
                    outcome = None
                else:
                    outcome = step.function()
        except StopIteration as end:
            result: T = end.value
            return result
        except BaseException as error:
            note_submission(error, step)
            raise
        finally:
            flow.close()

    async def run_asyncio(self, flow: Flow[T]) -> T:
        """Run a flow as ``run`` does, without blocking."""
        from asyncio import to_thread  # not above, so that programs without asyncio do not load it

        outcome: Any = None
        step: object = None
        try:
            while True:
                step = flow.send(outcome)
                if isinstance(step, Send):
                    outcome = await self.send_asyncio(step)
                elif isinstance(step, Sleep):
                    await self.clock.sleep_asyncio(step.seconds)
                    outcome = None
                else:
                    outcome = await to_thread(step.function)
        except StopIteration as end:
            result: T = end.value
            return result
        except BaseException as error:
            note_submission(error, step)
            raise
        finally:
            flow.close()

    def send(self, step: Send) -> Outcome:
        """Send a request within the rate limit, and return its outcome, whatever it is."""
        try:
            if self.rate_limit is None:
                return self._send(step)
            with self.rate_limit.hold(self.clock, seconds_left(step.request)):
                return self._send(step)
        except Exception as error:
            return error

    async def send_asyncio(self, step: Send) -> Outcome:
        """Send a request as ``send`` does, without blocking."""
        try:
            if self.rate_limit is None:
                return await self._send_asyncio(step)
            async with self.rate_limit.hold_asyncio(self.clock, seconds_left(step.request)):
                return await self._send_asyncio(step)
        except Exception as error:
            return error

    def _send(self, step: Send) -> httpx.Response:
        http = self.http()
        with limited(seconds_left(step.request)):
            response = http.send(step.request, auth=step.auth, stream=True, follow_redirects=False)
            read(response, step.sink)
        return response

    async def _send_asyncio(self, step: Send) -> httpx.Response:
        from asyncio import timeout  # not above, so that programs without asyncio do not load it

        http, left = self.http_asyncio(), seconds_left(step.request)
        try:
            # httpx ends each phase at the deadline, and says which one. This is for one that never stops to progress.
            async with timeout(None if left == math.inf else left + _GRACE):
                response = await http.send(step.request, auth=step.auth, stream=True, follow_redirects=False)
                await read_asyncio(response, step.sink)
        except TimeoutError:
            raise httpx.ReadTimeout("the call has lasted too long", request=step.request) from None
        return response

    def close(self) -> None:
        """Close the connections of calls that block."""
        self.pool.close()

    async def close_asyncio(self) -> None:
        """Close the connections of calls with asyncio in this event loop."""
        await self.pool.aclose()


class CallOptions(TypedDict, total=False):
    """The options of a client that a copy of it can change."""

    version: ApiVersion
    timeout: float | httpx.Timeout
    headers: Mapping[str, str] | None
    retry: RetryPolicy | None
    rate_limit: RateLimit | None
    organization: str | int | None
    clock: Clock | None
    on_request: Sequence[Callable[[httpx.Request], object]]
    on_response: Sequence[Callable[[httpx.Response], object]]


class ClientOptions(CallOptions, total=False):
    """The arguments of a client, for ``from_env``."""

    auth: httpx.Auth | str
    data_center: DataCenter | None
    environment: Environment | None
    base_url: str | None
    http_client: httpx.Client | None
    async_http_client: httpx.AsyncClient | None


class BaseClient:
    """A client without operations: base URL, credentials, API version and transport options."""

    _session: Session

    def __init__(
        self,
        auth: httpx.Auth | str,
        *,
        data_center: DataCenter | None = None,
        environment: Environment | None = None,
        base_url: str | None = None,
        version: ApiVersion = "v8",
        organization: str | int | None = None,
        timeout: float | httpx.Timeout = 120.0,
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
            auth: The credentials, for example ``RefreshToken(client_id, client_secret, refresh_token)``, or an access
                token.
            data_center: The data center of the organization. None uses the one that the accounts server returns with
                the token, or ``us`` for an ``AccessToken``.
            environment: The environment that the token was made in. None uses the one that the accounts server returns
                with the token, or ``production`` for an ``AccessToken``.
            base_url: The URL for all calls, including those to the upload and accounts servers, instead of the data
                center's domains. For tests against the sandbox.
            version: The version of the API, for operations that exist in more than one.
            organization: The id of the organization (zgid), which uploads need. Defaults to ``ZOHO_CRM_ORGANIZATION``.
            timeout: The limit on a call as a whole, in seconds: its retries, their delays and the renewal of the token
                included. A connection without progress is given up after a quarter of it, but not before 30 s. An
                ``httpx.Timeout`` limits each phase of each request instead.
            headers: The headers of every call.
            retry: The retry policy; None disables retries.
            rate_limit: The rate limit; None disables it.
            clock: The source of time, for tests. Defaults to the system's clock.
            on_request: Hooks called with each request before it is authenticated and sent, also for each retry.
            on_response: Hooks called with each response. Its body has been read, unless it is a download.
            http_client: The httpx client of a ``Client``. You close it yourself.
            async_http_client: The httpx client of an ``AsyncClient``. You close it yourself.

        Raises:
            ValueError: There is no such data center, environment or version, or the URL is malformed.
        """
        try:
            credentials = _auth_of(auth)
        finally:
            del auth  # error reporters show local variables
        if isinstance(data_center, str):
            data_center = cast("DataCenter", data_center.lower())
        urls = urls_of(data_center or "us", environment or "production")
        if base_url is not None and not re.fullmatch(r"https?://[^/?#]+[^?#]*", base_url):
            raise ValueError(f"base_url: {base_url!r}: expected a URL that begins with http:// or https://")
        own = httpx.Headers({"User-Agent": _USER_AGENT})
        own.update(headers)
        fixed = None if base_url is None else base_url.rstrip("/")
        accounts = urls["accounts_domain"] if fixed is None else fixed
        self._session = Session(
            auth=credentials,
            base_url=urls["api_domain"] if fixed is None else fixed,
            version=_checked_version(version),
            timeout=_checked_timeout(timeout),
            headers=own,
            retry=_checked_retry(retry),
            rate_limit=_checked_rate_limit(rate_limit),
            clock=clock or Clock(),
            on_request=on_request,
            on_response=on_response,
            organization=_organization_of(organization),
            urls=urls if fixed is None else {},
            destination=Destination("api_domain", data_center, environment, accounts, fixed is not None),
            pool=Pool(http_client, async_http_client),
        )

    @classmethod
    def from_env(cls, **options: Unpack[ClientOptions]) -> Self:
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
        ZOHO_CRM_ORGANIZATION  ``organization``
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
        session: Session | None = getattr(
            self, "_session", None
        )  # error reporters ask for the repr of half-made objects
        shown = f"base_url={session.base_url!r}, version={session.version!r}" if session else ""
        return f"{type(self).__name__}({shown})"

    def with_options(self, **options: Unpack[CallOptions]) -> Self:
        """Return a copy with other options, which shares the connections. This client does not change.

        Args:
            **options: ``version``, ``timeout``, ``headers``, ``retry``, ``rate_limit``, ``organization``, ``clock``,
                ``on_request`` and ``on_response``, as for ``Client``; ``headers`` are added to this client's.

        Returns:
            The copy.

        Raises:
            TypeError: There is no such option.
            ValueError: There is no such version.
        """
        given: dict[str, Any] = dict(options)
        unknown = [name for name in given if name not in CallOptions.__annotations__]
        if unknown:
            expected = ", ".join(CallOptions.__annotations__)
            raise TypeError(f"with_options: {', '.join(unknown)}: expected one of {expected}")
        if "headers" in given:
            merged = self._session.headers.copy()
            merged.update(given["headers"])
            given["headers"] = merged
        for name, check in _CHECKS.items():
            if name in given:
                given[name] = check(given[name])
        copy = object.__new__(type(self))
        copy._session = self._session._replace(**given)
        return copy


def note_submission(error: BaseException, step: object) -> None:
    """Add a note to an error that does not say that a submission was sent, such as KeyboardInterrupt."""
    if not isinstance(step, Send) or step.request.method == "GET" or isinstance(error, ZohoCRMError):
        return
    if was_sent(step.request, error):
        error.add_note(
            f"zoho_crm_jobs: {step.request.method} {step.request.url.path} may have been sent and taken effect. "
            "Check before you submit again."
        )


def _auth_of(auth: httpx.Auth | str) -> httpx.Auth:
    """Return the credentials; text is an access token."""
    if not isinstance(auth, str):
        return auth
    from .auth.access_token import AccessToken  # not above, so that other clients do not load it

    try:
        return AccessToken(auth)
    finally:
        del auth  # error reporters show local variables


def _checked_version(version: ApiVersion) -> ApiVersion:
    if version not in API_VERSIONS:
        raise ValueError(f"version: {version!r}: expected one of {', '.join(API_VERSIONS)}")
    return version


def _checked_timeout(timeout: float | httpx.Timeout) -> float | httpx.Timeout:
    if not isinstance(timeout, httpx.Timeout) and not (isinstance(timeout, (int, float)) and timeout > 0):
        raise ValueError(f"timeout: {timeout!r}: expected a number of seconds > 0, or an httpx.Timeout")
    return timeout


def _checked_retry(retry: RetryPolicy | None) -> RetryPolicy | None:
    if retry is not None and not callable(getattr(retry, "delay", None)):
        raise ValueError(f"retry: {retry!r}: expected a RetryPolicy, such as RetryPolicy(attempts=3), or None")
    return retry


def _checked_rate_limit(rate_limit: RateLimit | None) -> RateLimit | None:
    if rate_limit is not None and not callable(getattr(rate_limit, "hold", None)):
        raise ValueError(f"rate_limit: {rate_limit!r}: expected a RateLimit, such as RateLimit(concurrency=5), or None")
    return rate_limit


def _organization_of(organization: str | int | None) -> str | None:
    """Return the id of the organization, from the environment if it is not given."""
    text = os.environ.get("ZOHO_CRM_ORGANIZATION") if organization is None else str(organization)
    if text and not re.fullmatch("[0-9]{1,19}", text):
        raise ValueError(f"organization: {text!r}: expected an id of at most 19 digits (zgid)")
    return text or None


_CHECKS: dict[str, Callable[[Any], Any]] = {
    "version": _checked_version,
    "timeout": _checked_timeout,
    "retry": _checked_retry,
    "rate_limit": _checked_rate_limit,
    "organization": _organization_of,
    "clock": lambda clock: clock or Clock(),
}
"""The options that are checked or converted."""
