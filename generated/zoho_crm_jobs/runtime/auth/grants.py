"""Authentication with access tokens that are obtained from the accounts server, stored and renewed."""

from __future__ import annotations

import hashlib
import json
import logging
import math
import time
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

import httpx

from ..errors import ApiError, DataCenterMismatch, TokenStoreFailed, UnexpectedResponse
from ..hosts import DESTINATION, domain_of, places
from ..loader import load_operation
from ..responses import parse_response, raise_for_error
from ..retries import RENEWING
from ..transport.body import read, read_asyncio
from ..transport.deadline import DEADLINE, seconds_left
from .access_token import header_of
from .tokens import MemoryTokenStore, Token, checked_store

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Generator, Sequence

    from ..hosts import Destination
    from .tokens import TokenStore

__all__ = ("AuthorizationCode", "ClientCredentials", "RefreshToken")

_LOGGER = logging.getLogger("zoho_crm_jobs")
_CREATE_TOKEN = "create_token"  # noqa: S105  (the name of an operation)
_UNAUTHORIZED = 401
_PASSING = ("Access Denied", "general_error")
"""The documented errors of the accounts server that pass: too many requests, and a failure of its own."""
_REJECTED = ("INVALID_TOKEN", "INVALID_OAUTHTOKEN")
"""The error codes after which another access token may be accepted."""
_REFRESH_MARGIN = 60.0
"""Seconds before its expiry that a token is renewed; half its lifetime if that is less."""
_LOCK_INTERVAL = 0.01
"""Seconds between two attempts to acquire the refresh lock."""
_LOCK_LIMIT = 120.0
"""Seconds after which a caller without a deadline gives up the lock."""
_REJECTION_TTL = 60.0
"""Seconds that "too many requests" and undocumented errors are remembered instead of asking again. The documented ones,
such as "invalid_client", are remembered for ever: only other credentials mend them."""
_LONGEST_LIFETIME = 86400
"""The longest that a token is used, in seconds, whatever the accounts server says. Zoho's tokens live an hour."""


class _Wait:
    """The type of ``_WAIT_FOR_LOCK``."""


_WAIT_FOR_LOCK: Final = _Wait()
"""Sentinel: wait briefly while another caller refreshes the token."""


class _OAuth2(httpx.Auth):
    """Obtains access tokens from the accounts server, stores them and renews them.

    One caller at a time refreshes the token; all others that share the store, in any thread, task or process, wait.
    """

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        grant: dict[str, str],
        *,
        store: TokenStore | None,
        accounts_url: str,
        clock: Callable[[], float],
    ) -> None:
        for name, value in {"client_id": client_id, "client_secret": client_secret, **grant}.items():
            if not isinstance(value, str) or not value:
                raise ValueError(f"{name}: expected a string that is not empty")
        self._form = {"client_id": client_id, "client_secret": client_secret, **grant}
        self._store = MemoryTokenStore() if store is None else checked_store(store)
        self._accounts_url = accounts_url
        self._clock = clock
        self._key = hashlib.sha256(json.dumps([accounts_url, sorted(self._form.items())]).encode()).hexdigest()
        self._token: Token | None = None
        self._rejection: tuple[httpx.Response, float, float] | None = None
        self._granted_by = ""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(...)"

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Add a token to the request, and another one if the first is rejected."""
        flow = self._flow(request)
        response: httpx.Response | None = None
        try:
            while True:
                step = flow.send(response)
                if isinstance(step, _Wait):
                    time.sleep(_LOCK_INTERVAL)
                    response = None
                else:
                    response = yield step
                    if step is not request or response.status_code == _UNAUTHORIZED:
                        read(response)
        except StopIteration:
            return
        finally:
            flow.close()

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Add a token to the request, and another one if the first is rejected, without blocking."""
        import asyncio  # not above, so that programs without asyncio do not load it

        flow = self._flow(request)
        response: httpx.Response | None = None
        try:
            while True:
                step = flow.send(response)
                if isinstance(step, _Wait):
                    await asyncio.sleep(_LOCK_INTERVAL)
                    response = None
                else:
                    response = yield step
                    if step is not request or response.status_code == _UNAUTHORIZED:
                        await read_asyncio(response)
        except StopIteration:
            return
        finally:
            flow.close()

    def _flow(self, request: httpx.Request) -> Generator[httpx.Request | _Wait, httpx.Response | None, None]:
        destination = request.extensions.get(DESTINATION)
        token = self._token if _is_fresh(self._token, self._clock()) else None
        if token is None:
            token = yield from self._refresh(request, None)
        _apply(token, request, destination)
        response = yield request
        if response is not None and _rejects_token(response):
            token = yield from self._refresh(request, token)
            _apply(token, request, destination)
            yield request

    def _refresh(
        self, request: httpx.Request, rejected: Token | None
    ) -> Generator[httpx.Request | _Wait, httpx.Response | None, Token]:
        """Return a token other than the rejected one: the one that another caller stored meanwhile, or a new one."""
        request.extensions[RENEWING] = True
        given_up = time.monotonic() + min(seconds_left(request), _LOCK_LIMIT)
        while not self._from_store("try_lock"):
            if time.monotonic() > given_up or not seconds_left(request):
                raise TokenStoreFailed(
                    _CREATE_TOKEN, f"{self._store!r}: another caller held the lock for as long as the call may last"
                )
            yield _WAIT_FOR_LOCK
        try:
            token = self._stored(rejected)
            if token is None:
                response = yield self._token_request(request)
                assert response is not None  # noqa: S101  (a request was yielded)
                # Kept before it is saved: if that fails, the next call must not ask for yet another one.
                token = self._new_token(response)
                _domain_of(token, request.extensions.get(DESTINATION))  # if it is wrong, it must not be stored
                self._token = token
                self._from_store("save", token)
            self._token = token
        finally:
            self._from_store("unlock")
        del request.extensions[RENEWING]
        return token

    def _from_store(self, method: str, *arguments: Token) -> Any:
        """Call a method of the store, which may be the caller's own. Raise TokenStoreFailed for any error."""
        try:
            return getattr(self._store, method)(self._key, *arguments)
        except Exception as error:
            raise TokenStoreFailed(_CREATE_TOKEN, f"{type(error).__name__}: {error}") from error

    def _stored(self, rejected: Token | None) -> Token | None:
        """Return the stored token if it is fresh and not the rejected one."""
        stored: Token | None = self._from_store("load")
        same = stored is not None and rejected is not None and stored.access_token == rejected.access_token
        return None if same or not _is_fresh(stored, self._clock()) else stored

    def _token_request(self, request: httpx.Request) -> httpx.Request:
        """Return the request for a token. Raise the last rejection again while it is remembered."""
        if self._rejection is not None:
            response, since, ttl = self._rejection
            if 0 <= self._clock() - since < ttl or ttl == math.inf:  # the clock may have been set back
                self._parse(response)
        destination = request.extensions.get(DESTINATION)
        before: Token | None = self._from_store("load")
        form = self._form
        if before is not None and before.refresh_token is not None:
            form = {
                "client_id": form["client_id"],
                "client_secret": form["client_secret"],
                "grant_type": "refresh_token",
                "refresh_token": before.refresh_token,
            }
        self._granted_by = "refresh token" if form["grant_type"] == "refresh_token" else "authorization code"
        return httpx.Request(
            "POST",
            f"{destination.accounts if destination else self._accounts_url}/oauth/v2/token",
            content=urlencode(form).encode(),
            headers={"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"},
            extensions={name: request.extensions[name] for name in ("timeout", DEADLINE) if name in request.extensions},
        )

    def _new_token(self, response: httpx.Response) -> Token:
        """Return the token in a response of the accounts server."""
        grant = self._parse(response)
        before: Token | None = self._from_store("load")
        lifetime = float(min(grant.expires_in, _LONGEST_LIFETIME))
        _LOGGER.info("%s: a new access token, for %.0f s", _CREATE_TOKEN, lifetime)
        return Token(
            grant.access_token,
            self._clock() + max(lifetime - _REFRESH_MARGIN, lifetime / 2),
            grant.api_domain,
            grant.refresh_token or (before.refresh_token if before else None),
        )

    def _parse(self, response: httpx.Response) -> Any:
        """Return the model of a response of the accounts server. Remember an error for later callers."""
        try:
            grant = raise_for_error(parse_response(load_operation(_CREATE_TOKEN), response))
            header_of(grant.access_token)
        except ApiError as error:
            lasting = type(error) is not ApiError and error.code not in _PASSING
            if self._rejection is None or self._rejection[0] is not response:
                self._rejection = response, self._clock(), math.inf if lasting else _REJECTION_TTL
            if error.code == "invalid_code":
                error.args = (f"{error}: the {self._granted_by} was refused",)
            raise
        except ValueError:
            text = "access_token: expected visible ASCII"
            raise UnexpectedResponse(_CREATE_TOKEN, text, response, response.request) from None
        return grant


class RefreshToken(_OAuth2):
    """Authentication with a refresh token, for which it obtains access tokens.

    Follows https://www.zoho.com/crm/developer/docs/api/v8/access-refresh.html.
    """

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        refresh_token: str,
        *,
        store: TokenStore | None = None,
        accounts_url: str = "https://accounts.zoho.com",
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Make an auth. No token is obtained before the first call.

        Args:
            client_id: The client id.
            client_secret: The client secret.
            refresh_token: The refresh token.
            store: The store of access tokens. None keeps them in memory.
            accounts_url: The accounts server. Ignored by a ``Client``, which uses that of its data center.
            clock: The source of time, in seconds since 1970.

        Raises:
            ValueError: An argument is empty.
        """
        grant = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        super().__init__(client_id, client_secret, grant, store=store, accounts_url=accounts_url, clock=clock)


class AuthorizationCode(_OAuth2):
    """Authentication with an authorization code, then with the refresh token that the code was exchanged for.

    A code works once. Keep the store, so that another process continues with the refresh token.

    Follows https://www.zoho.com/crm/developer/docs/api/v8/access-refresh.html.
    """

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        code: str,
        *,
        redirect_uri: str | None = None,
        store: TokenStore | None = None,
        accounts_url: str = "https://accounts.zoho.com",
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Make an auth. No token is obtained before the first call.

        Args:
            client_id: The client id.
            client_secret: The client secret.
            code: The code, valid for three minutes.
            redirect_uri: The URL that received the code. None for a self client.
            store: The store of access tokens and the refresh token. None keeps them in memory.
            accounts_url: The accounts server. Ignored by a ``Client``, which uses that of its data center.
            clock: The source of time, in seconds since 1970.

        Raises:
            ValueError: An argument is empty.
        """
        grant = {"grant_type": "authorization_code", "code": code}
        if redirect_uri is not None:
            grant["redirect_uri"] = redirect_uri
        super().__init__(client_id, client_secret, grant, store=store, accounts_url=accounts_url, clock=clock)


class ClientCredentials(_OAuth2):
    """Authentication of an organization's self client with its client secret.

    Follows https://www.zoho.com/crm/developer/docs/api/v8/client-credentials.html.
    """

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        soid: str,
        scopes: Sequence[str],
        *,
        store: TokenStore | None = None,
        accounts_url: str = "https://accounts.zoho.com",
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Make an auth. No token is obtained before the first call.

        Args:
            client_id: The client id.
            client_secret: The client secret.
            soid: The organization, as ``ZohoCRM.<zsoid>``.
            scopes: The scopes of the access tokens.
            store: The store of access tokens. None keeps them in memory.
            accounts_url: The accounts server. Ignored by a ``Client``, which uses that of its data center.
            clock: The source of time, in seconds since 1970.

        Raises:
            ValueError: An argument is empty.
        """
        if isinstance(scopes, str) or not all(isinstance(scope, str) and scope.strip() for scope in scopes):
            raise ValueError("scopes: expected a list of scopes, such as ['ZohoCRM.mass_update.CREATE']")
        scope = ",".join(scope.strip() for scope in scopes)
        grant = {"grant_type": "client_credentials", "soid": soid, "scope": scope}
        super().__init__(client_id, client_secret, grant, store=store, accounts_url=accounts_url, clock=clock)


def _domain_of(token: Token, destination: Destination | None) -> str | None:
    """Return the domain of the API that a token is for; None if the request has a fixed destination.

    Raise DataCenterMismatch if the domain is not one of Zoho's.
    """
    if destination is None or destination.fixed or token.api_domain is None:
        return None
    known = places()
    try:
        url = httpx.URL(token.api_domain)
    except (httpx.InvalidURL, UnicodeError):
        url = httpx.URL()
    if url.scheme != "https" or url.host not in known or url.port is not None or url.userinfo:
        expected = ", ".join(sorted(known))
        raise DataCenterMismatch(
            _CREATE_TOKEN, f"api_domain: {token.api_domain!r}: expected https:// and one of {expected}"
        )
    return url.host


def _is_fresh(token: Token | None, now: float) -> bool:
    return token is not None and now < token.renew_at


def _rejects_token(response: httpx.Response) -> bool:
    """Return whether another access token may be accepted. The body of a 401 has been read."""
    if response.status_code != _UNAUTHORIZED:
        return False
    try:
        body: Any = response.json()
    except (ValueError, RecursionError):
        return False
    return isinstance(body, dict) and body.get("code") in _REJECTED


def _apply(token: Token, request: httpx.Request, destination: Destination | None) -> None:
    """Add a token to a request, and send the request to the data center that the token is valid in."""
    domain = _domain_of(token, destination)
    if destination is not None and domain is not None:
        center, environment = places()[domain]
        if destination.data_center not in (None, center):
            raise DataCenterMismatch(
                _CREATE_TOKEN,
                f"data_center: {destination.data_center!r}: the token belongs to {center!r} ({token.api_domain})",
            )
        # If a data center was given, the client's domains are right already.
        if destination.data_center is None:
            host = domain_of(destination.host, center, destination.environment or environment)
            request.url = request.url.copy_with(host=host)
            request.headers["Host"] = host
    request.headers["Authorization"] = header_of(token.access_token)
