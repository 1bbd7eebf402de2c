# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Get an access token: POST /oauth/v2/token."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.access_token_response import AccessTokenResponse
    from ...models.authorization_code_grant import AuthorizationCodeGrant
    from ...models.client_credentials_grant import ClientCredentialsGrant
    from ...models.refresh_token_grant import RefreshTokenGrant
    from ...runtime.client import Client
    from ...runtime.types import Response

_OPERATION = Operation(
    operation_id="create_token",
    method="POST",
    path="/oauth/v2/token",
    versions=[],
    replies={200: Reply(success=("AccessTokenResponse",), oauth=True), 400: Reply(oauth=True)},
    host="accounts_domain",
    authenticated=False,
    content="data",
)


def sync(
    *,
    client: Client,
    body: AuthorizationCodeGrant | ClientCredentialsGrant | RefreshTokenGrant,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> AccessTokenResponse:
    """Get an access token.

    Returns an access token for an authorization code, a refresh token or client credentials. The token is valid
    for one hour. Errors have HTTP status 200 or 400. The parameters can also be sent in a multipart form or in
    the query, and `client_id` and `client_secret` in a Basic header. Prefer the form, since a query ends up in
    logs.

    Args:
        client: The client, whatever its API version.
        body: The grant.
        timeout: The limit for each part of the call, in seconds. None means the client's.
        headers: Extra headers, sent in addition to the client's.

    Returns:
        A token, or an error with HTTP status 200.

    Raises:
        ValueError: The client's API version lacks this operation, or an argument cannot be part of a path.
        TransportError: No response was received.
        SubmissionUncertain: The request may have taken effect.
        UnexpectedResponse: The document does not describe the response.
        OAuthError: The reason why there is no token, regardless of the HTTP status. HTTP 200 or 400.

    Source: Access and refresh tokens, v8.
    """
    return cast(
        "AccessTokenResponse",
        raise_for_error(sync_detailed(client=client, body=body, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    *,
    client: Client,
    body: AuthorizationCodeGrant | ClientCredentialsGrant | RefreshTokenGrant,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[AccessTokenResponse]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(_OPERATION, client, path={}, body=body, timeout=timeout, extra=headers)


async def asyncio(
    *,
    client: Client,
    body: AuthorizationCodeGrant | ClientCredentialsGrant | RefreshTokenGrant,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> AccessTokenResponse:
    """Like ``sync``, without blocking."""
    return cast(
        "AccessTokenResponse",
        raise_for_error(await asyncio_detailed(client=client, body=body, timeout=timeout, headers=headers)),
    )


async def asyncio_detailed(
    *,
    client: Client,
    body: AuthorizationCodeGrant | ClientCredentialsGrant | RefreshTokenGrant,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[AccessTokenResponse]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(_OPERATION, client, path={}, body=body, timeout=timeout, extra=headers)
