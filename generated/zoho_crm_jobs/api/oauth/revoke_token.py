# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Revoke a refresh token: POST /oauth/v2/token/revoke."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.revoked_token import RevokedToken
    from ...models.token_revocation import TokenRevocation
    from ...runtime.client import Client
    from ...runtime.types import Response

_OPERATION = Operation(
    operation_id="revoke_token",
    method="POST",
    path="/oauth/v2/token/revoke",
    versions=[],
    replies={200: Reply(success=("RevokedToken",)), 400: Reply(oauth=True)},
    host="accounts_domain",
    authenticated=False,
    content="data",
)


def sync(
    *,
    client: Client,
    body: TokenRevocation,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> RevokedToken:
    """Revoke a refresh token.

    Revokes a refresh token. The token can also be sent in a multipart form or in the query.

    Args:
        client: The client, whatever its API version.
        body: The token.
        timeout: The limit for each part of the call, in seconds. None means the client's.
        headers: Extra headers, sent in addition to the client's.

    Returns:
        The token was revoked.

    Raises:
        ValueError: The client's API version lacks this operation, or an argument cannot be part of a path.
        TransportError: No response was received.
        SubmissionUncertain: The request may have taken effect.
        UnexpectedResponse: The document does not describe the response.
        OAuthError: The reason why there is no token, regardless of the HTTP status. HTTP 400.

    Source: Revoke tokens, v8.
    """
    return cast(
        "RevokedToken", raise_for_error(sync_detailed(client=client, body=body, timeout=timeout, headers=headers))
    )


def sync_detailed(
    *,
    client: Client,
    body: TokenRevocation,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[RevokedToken]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(_OPERATION, client, path={}, body=body, timeout=timeout, extra=headers)


async def asyncio(
    *,
    client: Client,
    body: TokenRevocation,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> RevokedToken:
    """Like ``sync``, without blocking."""
    return cast(
        "RevokedToken",
        raise_for_error(await asyncio_detailed(client=client, body=body, timeout=timeout, headers=headers)),
    )


async def asyncio_detailed(
    *,
    client: Client,
    body: TokenRevocation,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[RevokedToken]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(_OPERATION, client, path={}, body=body, timeout=timeout, extra=headers)
