# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Revoke a token: POST /oauth/v2/token/revoke."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.revoked_token import RevokedToken
    from ...models.token_revocation import TokenRevocation
    from ...runtime.client import BaseClient
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
    bodies=("TokenRevocation",),
)


def sync(
    *,
    client: BaseClient,
    body: TokenRevocation | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> RevokedToken:
    """Return the model of a success, and raise the error of any other response.

    The method ``revoke_token`` of ``Client.oauth`` describes the arguments and errors.

    Source: Revoke tokens, v8; Zoho Accounts, Revoke OAuth tokens.
    """
    return cast(
        "RevokedToken", raise_for_error(sync_detailed(client=client, body=body, timeout=timeout, headers=headers))
    )


def sync_detailed(
    *,
    client: BaseClient,
    body: TokenRevocation | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[RevokedToken]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(_OPERATION, client, path={}, body=body, timeout=timeout, extra=headers)


async def asyncio(
    *,
    client: BaseClient,
    body: TokenRevocation | Mapping[str, Any],
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
    client: BaseClient,
    body: TokenRevocation | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[RevokedToken]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(_OPERATION, client, path={}, body=body, timeout=timeout, extra=headers)
