# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Revoke a refresh token: POST /oauth/v2/token/revoke."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.o_auth_error import OAuthError
    from ...models.revoked_token import RevokedToken
    from ...models.token_revocation import TokenRevocation
    from ...runtime.client import Client
    from ...runtime.types import Response

    _Answer: TypeAlias = RevokedToken | OAuthError

_OPERATION = Operation(
    operation_id="revoke_token",
    method="POST",
    path="/oauth/v2/token/revoke",
    versions=[],
    replies={
        200: Reply(success=("RevokedToken",)),
        400: Reply(
            codes=[
                "invalid_code",
                "invalid_client",
                "invalid_client_secret",
                "invalid_redirect_uri",
                "invalid_token",
                "general_error",
                "access_denied",
                "Access Denied",
                "missing_org_info",
            ],
            oauth=True,
        ),
    },
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

    Makes a refresh token, and the access tokens made with it, useless.

    Args:
        client: What to call with.
        body: The token.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The token was revoked.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        SubmissionUncertain: It may have been carried out or not.
        UnexpectedResponse: The answer is not a documented one.
        OAuthError: 400. Why there is no token, whatever the HTTP status.


    Source: documented; v8; Revoke tokens.
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
) -> Response[_Answer]:
    """Revoke a refresh token.

    Makes a refresh token, and the access tokens made with it, useless.

    Args:
        client: What to call with.
        body: The token.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The answer, whatever documented status it has. ``parsed`` is the body, ``problem`` the error that ``sync`` and
        ``asyncio`` raise.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        SubmissionUncertain: It may have been carried out or not.
        UnexpectedResponse: The answer has a status that is not documented.

    Source: documented; v8; Revoke tokens.
    """
    return call(
        _OPERATION,
        client,
        path={},
        query={},
        headers={},
        body=body,
        timeout=timeout,
        extra=headers,
    )


async def asyncio(
    *,
    client: Client,
    body: TokenRevocation,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> RevokedToken:
    """Revoke a refresh token.

    Makes a refresh token, and the access tokens made with it, useless.

    Args:
        client: What to call with.
        body: The token.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The token was revoked.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        SubmissionUncertain: It may have been carried out or not.
        UnexpectedResponse: The answer is not a documented one.
        OAuthError: 400. Why there is no token, whatever the HTTP status.


    Source: documented; v8; Revoke tokens.
    """
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
) -> Response[_Answer]:
    """Revoke a refresh token.

    Makes a refresh token, and the access tokens made with it, useless.

    Args:
        client: What to call with.
        body: The token.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The answer, whatever documented status it has. ``parsed`` is the body, ``problem`` the error that ``sync`` and
        ``asyncio`` raise.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        SubmissionUncertain: It may have been carried out or not.
        UnexpectedResponse: The answer has a status that is not documented.

    Source: documented; v8; Revoke tokens.
    """
    return await call_asyncio(
        _OPERATION,
        client,
        path={},
        query={},
        headers={},
        body=body,
        timeout=timeout,
        extra=headers,
    )
