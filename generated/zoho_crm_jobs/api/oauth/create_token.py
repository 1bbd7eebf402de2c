# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Get an access token: POST /oauth/v2/token."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

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
    from ...runtime.client import BaseClient
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
    bodies=("AuthorizationCodeGrant", "RefreshTokenGrant", "ClientCredentialsGrant"),
)


def sync(
    *,
    client: BaseClient,
    body: AuthorizationCodeGrant | ClientCredentialsGrant | RefreshTokenGrant | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> AccessTokenResponse:
    """Return the model of a success, and raise the error of any other response.

    The method ``create_token`` of ``Client.oauth`` describes the arguments and errors.

    Source: Access and refresh tokens, v8; Zoho Accounts, Access Token Expiry; Zoho Accounts, Client credentials flow.
    """
    return cast(
        "AccessTokenResponse",
        raise_for_error(sync_detailed(client=client, body=body, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    *,
    client: BaseClient,
    body: AuthorizationCodeGrant | ClientCredentialsGrant | RefreshTokenGrant | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[AccessTokenResponse]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(_OPERATION, client, path={}, body=body, timeout=timeout, extra=headers)


async def asyncio(
    *,
    client: BaseClient,
    body: AuthorizationCodeGrant | ClientCredentialsGrant | RefreshTokenGrant | Mapping[str, Any],
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
    client: BaseClient,
    body: AuthorizationCodeGrant | ClientCredentialsGrant | RefreshTokenGrant | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[AccessTokenResponse]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(_OPERATION, client, path={}, body=body, timeout=timeout, extra=headers)
