# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The resource ``oauth`` of both clients. Get access tokens and revoke refresh tokens on the accounts server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from ..api.oauth import create_token, revoke_token
from ..runtime import codec
from ..runtime.call import check

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from .. import models
    from ..runtime.client import BaseClient


class Oauth:
    """Get access tokens and revoke refresh tokens on the accounts server."""

    __slots__ = ("_client",)

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    @overload
    def create_token(
        self,
        *,
        grant_type: Literal["authorization_code"],
        client_id: str,
        client_secret: str,
        code: str,
        redirect_uri: str | None = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.AccessTokenResponse: ...

    @overload
    def create_token(
        self,
        *,
        grant_type: Literal["refresh_token"],
        client_id: str,
        client_secret: str,
        refresh_token: str,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.AccessTokenResponse: ...

    @overload
    def create_token(
        self,
        *,
        grant_type: Literal["client_credentials"],
        client_id: str,
        client_secret: str,
        scope: str,
        soid: str,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.AccessTokenResponse: ...

    def create_token(
        self,
        *,
        grant_type: Any,
        client_id: Any,
        client_secret: Any,
        code: Any = None,
        redirect_uri: Any = None,
        refresh_token: Any = None,
        scope: Any = None,
        soid: Any = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Any:
        """Get an access token.

        Returns an access token for an authorization code, a refresh token or client credentials. The token is
        valid for one hour. Errors have HTTP status 200 or 400. The parameters can also be sent in a multipart
        form or in the query, and `client_id` and `client_secret` in a Basic header. Prefer the form, since a
        query ends up in logs.

        Args:
            grant_type: Always authorization_code.
            client_id: The id of the client.
            client_secret: The secret of the client.
            code: The code, valid once and for three minutes.
            redirect_uri: The URI that the code was sent to.
            refresh_token: The refresh token. It does not expire unless it is revoked. A user has at most 20; a
                new one replaces the oldest.
            scope: The scopes, separated by commas.
            soid: The organization, as ZohoCRM.<zsoid>.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            A token, or an error with HTTP status 200.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            SubmissionUncertain: The request may have taken effect.
            UnexpectedResponse: The document does not describe the response.
            OAuthError: The reason why there is no token, regardless of the HTTP status. HTTP 200 or 400.
        """
        body = codec.without_none(
            {
                "grant_type": grant_type,
                "client_id": client_id,
                "client_secret": client_secret,
                "code": code,
                "redirect_uri": redirect_uri,
                "refresh_token": refresh_token,
                "scope": scope,
                "soid": soid,
            }
        )
        check(create_token._OPERATION, {}, body)
        return create_token.sync(client=self._client, body=body, timeout=timeout, headers=headers)

    def revoke_token(
        self,
        *,
        token: str,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.RevokedToken:
        """Revoke a token.

        Revokes a refresh token and the access tokens that were made with it, or one access token. The token can
        also be sent in a multipart form or in the query.

        Args:
            token: A refresh token or an access token.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The token was revoked.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            SubmissionUncertain: The request may have taken effect.
            UnexpectedResponse: The document does not describe the response.
            OAuthError: The reason why there is no token, regardless of the HTTP status. HTTP 400.
        """
        body = codec.without_none(
            {
                "token": token,
            }
        )
        check(revoke_token._OPERATION, {}, body)
        return revoke_token.sync(client=self._client, body=body, timeout=timeout, headers=headers)


class AsyncOauth:
    """Get access tokens and revoke refresh tokens on the accounts server."""

    __slots__ = ("_client",)

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    @overload
    async def create_token(
        self,
        *,
        grant_type: Literal["authorization_code"],
        client_id: str,
        client_secret: str,
        code: str,
        redirect_uri: str | None = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.AccessTokenResponse: ...

    @overload
    async def create_token(
        self,
        *,
        grant_type: Literal["refresh_token"],
        client_id: str,
        client_secret: str,
        refresh_token: str,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.AccessTokenResponse: ...

    @overload
    async def create_token(
        self,
        *,
        grant_type: Literal["client_credentials"],
        client_id: str,
        client_secret: str,
        scope: str,
        soid: str,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.AccessTokenResponse: ...

    async def create_token(
        self,
        *,
        grant_type: Any,
        client_id: Any,
        client_secret: Any,
        code: Any = None,
        redirect_uri: Any = None,
        refresh_token: Any = None,
        scope: Any = None,
        soid: Any = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Any:
        """Get an access token.

        Returns an access token for an authorization code, a refresh token or client credentials. The token is
        valid for one hour. Errors have HTTP status 200 or 400. The parameters can also be sent in a multipart
        form or in the query, and `client_id` and `client_secret` in a Basic header. Prefer the form, since a
        query ends up in logs.

        Args:
            grant_type: Always authorization_code.
            client_id: The id of the client.
            client_secret: The secret of the client.
            code: The code, valid once and for three minutes.
            redirect_uri: The URI that the code was sent to.
            refresh_token: The refresh token. It does not expire unless it is revoked. A user has at most 20; a
                new one replaces the oldest.
            scope: The scopes, separated by commas.
            soid: The organization, as ZohoCRM.<zsoid>.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            A token, or an error with HTTP status 200.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            SubmissionUncertain: The request may have taken effect.
            UnexpectedResponse: The document does not describe the response.
            OAuthError: The reason why there is no token, regardless of the HTTP status. HTTP 200 or 400.
        """
        body = codec.without_none(
            {
                "grant_type": grant_type,
                "client_id": client_id,
                "client_secret": client_secret,
                "code": code,
                "redirect_uri": redirect_uri,
                "refresh_token": refresh_token,
                "scope": scope,
                "soid": soid,
            }
        )
        check(create_token._OPERATION, {}, body)
        return await create_token.asyncio(client=self._client, body=body, timeout=timeout, headers=headers)

    async def revoke_token(
        self,
        *,
        token: str,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.RevokedToken:
        """Revoke a token.

        Revokes a refresh token and the access tokens that were made with it, or one access token. The token can
        also be sent in a multipart form or in the query.

        Args:
            token: A refresh token or an access token.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The token was revoked.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            SubmissionUncertain: The request may have taken effect.
            UnexpectedResponse: The document does not describe the response.
            OAuthError: The reason why there is no token, regardless of the HTTP status. HTTP 400.
        """
        body = codec.without_none(
            {
                "token": token,
            }
        )
        check(revoke_token._OPERATION, {}, body)
        return await revoke_token.asyncio(client=self._client, body=body, timeout=timeout, headers=headers)
