"""Ways to authenticate that get access tokens from the accounts server, keep them and renew them."""

from __future__ import annotations

import hashlib
import json
import logging
import time
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

import httpx

from ..._document import API_DOMAINS, DOMAINS
from ..client import DESTINATION
from ..errors import ApiError, DataCenterMismatch, UnexpectedResponse
from .access_token import header_of
from .tokens import MemoryTokenStore, Token

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Generator, Sequence

    from ...models import AccessTokenResponse
    from ..client import Destination
    from .tokens import TokenStore

__all__ = ("AuthorizationCode", "ClientCredentials", "RefreshToken")

_LOGGER = logging.getLogger("zoho_crm_jobs")
_CREATE_TOKEN = "create_token"  # noqa: S105  (the name of an operation)
_UNAUTHORIZED = 401
_SPENT = ("INVALID_TOKEN", "INVALID_OAUTHTOKEN")
"""The codes that say that another access token may do."""
_MARGIN = 60.0
"""How many seconds before its end a token is renewed, or half its life if that is less."""
_PAUSE = 0.01
"""How many seconds pass until it is asked again whether somebody else has got a new token."""
_PATIENCE = 60.0
"""How many seconds an answer that says "too many requests" is taken to hold. Other errors hold for ever."""


class _Pause:
    """Stands for a moment in which somebody else gets a new token."""


_A_MOMENT: Final = _Pause()


class _Granted(httpx.Auth):
    """Gets access tokens from the accounts server, keeps them, and renews them.

    Whoever finds that there is no good token gets one, while all others that share the store wait for it, in whatever
    thread, task or process.
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
                raise ValueError(f"{name}: expected a text that is not empty")
        self._form = {"client_id": client_id, "client_secret": client_secret, **grant}
        self._store = store or MemoryTokenStore()
        self._accounts_url = accounts_url
        self._clock = clock
        self._key = hashlib.sha256(json.dumps([accounts_url, sorted(self._form.items())]).encode()).hexdigest()
        self._token: Token | None = None
        self._refused: tuple[httpx.Response, float] | None = None

    def __repr__(self) -> str:
        return f"{type(self).__name__}(...)"

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Puts a token on the request, and another one if that is refused."""
        steps = self._steps(request)
        response: httpx.Response | None = None
        try:
            while True:
                step = steps.send(response)
                if isinstance(step, _Pause):
                    time.sleep(_PAUSE)
                    response = None
                else:
                    response = yield step
                    if step is not request or response.status_code == _UNAUTHORIZED:
                        response.read()
        except StopIteration:
            return
        finally:
            steps.close()

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Puts a token on the request, and another one if that is refused, without blocking."""
        import asyncio  # not above, so that threads do without it

        steps = self._steps(request)
        response: httpx.Response | None = None
        try:
            while True:
                step = steps.send(response)
                if isinstance(step, _Pause):
                    await asyncio.sleep(_PAUSE)
                    response = None
                else:
                    response = yield step
                    if step is not request or response.status_code == _UNAUTHORIZED:
                        await response.aread()
        except StopIteration:
            return
        finally:
            steps.close()

    def _steps(self, request: httpx.Request) -> Generator[httpx.Request | _Pause, httpx.Response | None, None]:
        destination = request.extensions.get(DESTINATION)
        token = self._token if _good(self._token, self._clock()) else None
        if token is None:
            token = yield from self._renew(request, None)
        _put(token, request, destination)
        response = yield request
        if response is not None and _is_spent(response):
            token = yield from self._renew(request, token)
            _put(token, request, destination)
            yield request

    def _renew(
        self, request: httpx.Request, spent: Token | None
    ) -> Generator[httpx.Request | _Pause, httpx.Response | None, Token]:
        """Gets another token than the one that is spent: that which somebody else has got meanwhile, or a new one."""
        while not self._store.try_lock(self._key):
            yield _A_MOMENT
        try:
            token = self._kept(spent)
            if token is None:
                response = yield self._asking(request)
                assert response is not None  # noqa: S101  (it is what came of a request)
                token = self._answered(response)
                self._store.save(self._key, token)
            self._token = token
            return token
        finally:
            self._store.unlock(self._key)

    def _kept(self, spent: Token | None) -> Token | None:
        """Returns the token in the store if it is good and not the one that is spent."""
        kept = self._store.load(self._key)
        same = kept is not None and spent is not None and kept.access_token == spent.access_token
        return None if same or not _good(kept, self._clock()) else kept

    def _asking(self, request: httpx.Request) -> httpx.Request:
        """Returns the request for a token, unless an earlier one says that there will be none."""
        if self._refused is not None and self._clock() < self._refused[1]:
            self._understood(self._refused[0])
        destination = request.extensions.get(DESTINATION)
        before = self._store.load(self._key)
        form = self._form
        if before is not None and before.refresh_token is not None:
            form = {
                "client_id": form["client_id"],
                "client_secret": form["client_secret"],
                "grant_type": "refresh_token",
                "refresh_token": before.refresh_token,
            }
        return httpx.Request(
            "POST",
            f"{destination.accounts if destination else self._accounts_url}/oauth/v2/token",
            content=urlencode(form).encode(),
            headers={"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"},
            extensions={"timeout": request.extensions.get("timeout", {})},
        )

    def _answered(self, response: httpx.Response) -> Token:
        """Returns the token that the accounts server answered."""
        answer = self._understood(response)
        before = self._store.load(self._key)
        life = float(answer.expires_in)
        _LOGGER.info("%s: a new access token, for %.0f s", _CREATE_TOKEN, life)
        return Token(
            answer.access_token,
            self._clock() + max(life - _MARGIN, life / 2),
            answer.api_domain,
            answer.refresh_token or (before.refresh_token if before else None),
        )

    def _understood(self, response: httpx.Response) -> AccessTokenResponse:
        """Returns what the accounts server answered, and remembers an error, so that it is not asked over and over."""
        from ...api.oauth.create_token import _OPERATION
        from ..call import understand, unwrap

        try:
            answer: AccessTokenResponse = unwrap(understand(_OPERATION, response))
            header_of(answer.access_token)
        except ApiError as error:
            patience = _PATIENCE if error.code == "Access Denied" else float("inf")
            if self._refused is None or self._refused[0] is not response:
                self._refused = response, self._clock() + patience
            raise
        except ValueError:
            raise UnexpectedResponse(_CREATE_TOKEN, "access_token: expected visible ASCII", response) from None
        return answer


class RefreshToken(_Granted):
    """Authenticates with access tokens that it gets for a refresh token, before the last one ends.

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
        """Takes the refresh token.

        Args:
            client_id: The id of the client.
            client_secret: Its secret.
            refresh_token: The refresh token.
            store: Where access tokens are kept; in memory if left out.
            accounts_url: Where they come from, if this is not used with a ``Client``, which knows.
            clock: What tells the seconds since 1970.

        Raises:
            ValueError: One of the texts is empty.
        """
        grant = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        super().__init__(client_id, client_secret, grant, store=store, accounts_url=accounts_url, clock=clock)


class AuthorizationCode(_Granted):
    """Authenticates with access tokens that it gets for a code that a user granted, and then for its refresh token.

    A code is good once. Keep the store, so that another process goes on with the refresh token.

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
        """Takes the code.

        Args:
            client_id: The id of the client.
            client_secret: Its secret.
            code: The code, good for three minutes.
            redirect_uri: Where the code was sent; left out for a self client.
            store: Where access tokens and the refresh token are kept; in memory if left out.
            accounts_url: Where they come from, if this is not used with a ``Client``, which knows.
            clock: What tells the seconds since 1970.

        Raises:
            ValueError: One of the texts is empty.
        """
        grant = {"grant_type": "authorization_code", "code": code}
        if redirect_uri is not None:
            grant["redirect_uri"] = redirect_uri
        super().__init__(client_id, client_secret, grant, store=store, accounts_url=accounts_url, clock=clock)


class ClientCredentials(_Granted):
    """Authenticates a self client of an organization with access tokens that it gets for its secret.

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
        """Takes the organization.

        Args:
            client_id: The id of the client.
            client_secret: Its secret.
            soid: The organization, as ``ZohoCRM.<zsoid>``.
            scopes: The scopes that the access tokens shall have.
            store: Where access tokens are kept; in memory if left out.
            accounts_url: Where they come from, if this is not used with a ``Client``, which knows.
            clock: What tells the seconds since 1970.

        Raises:
            ValueError: One of the texts is empty, or there is no scope.
        """
        grant = {"grant_type": "client_credentials", "soid": soid, "scope": ",".join(scopes)}
        super().__init__(client_id, client_secret, grant, store=store, accounts_url=accounts_url, clock=clock)


def _good(token: Token | None, now: float) -> bool:
    return token is not None and now < token.renew_at


def _is_spent(response: httpx.Response) -> bool:
    """Returns whether an answer says that another access token may do. Its body has been read if it is a 401."""
    if response.status_code != _UNAUTHORIZED:
        return False
    try:
        body: Any = response.json()
    except ValueError:
        return False
    return isinstance(body, dict) and body.get("code") in _SPENT


def _put(token: Token, request: httpx.Request, destination: Destination | None) -> None:
    """Puts a token on a request, and sends it where the token is good."""
    if destination is not None and not destination.fixed and token.api_domain is not None:
        domain = httpx.URL(token.api_domain)
        known = {name: place for place, name in API_DOMAINS.items()}
        if domain.scheme != "https" or domain.host not in known:
            expected = ", ".join(sorted(known))
            raise DataCenterMismatch(_CREATE_TOKEN, f"api_domain: {token.api_domain!r}: expected https and {expected}")
        center, environment = known[domain.host]
        if destination.data_center not in (None, center):
            raise DataCenterMismatch(
                _CREATE_TOKEN,
                f"data_center: {destination.data_center!r}: the token is for {center!r} ({token.api_domain})",
            )
        # With a data center named, the environment is the named one too, or production.
        if destination.data_center is None:
            place = destination.environment or environment
            host = API_DOMAINS[center, place] if destination.host == "api_domain" else DOMAINS[center][destination.host]
            request.url = request.url.copy_with(host=host)
            request.headers["Host"] = host
    request.headers["Authorization"] = header_of(token.access_token)
