"""OAuth: the client against the sandbox's accounts server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_jobs import AccessToken, Client, errors
from zoho_crm_jobs.api.mass_update import get_mass_update_status
from zoho_crm_jobs.api.oauth import create_token, revoke_token
from zoho_crm_jobs.models import (
    AuthorizationCodeGrant,
    ClientCredentialsGrant,
    RefreshTokenGrant,
    TokenRevocation,
)

from tests.support.clients import client, sync_and_asyncio

if TYPE_CHECKING:
    from collections.abc import Callable

    from zoho_crm_sandbox import Sandbox

CLIENT = {"client_id": "1000.CLIENT", "client_secret": "sandbox-secret"}
REFRESH = RefreshTokenGrant("refresh_token", **CLIENT, refresh_token="1000.refresh")


def read_with(token: str, sandbox: Sandbox) -> str:
    """Return a job's status, read with a token."""
    http_client = httpx.Client(transport=sandbox.transport())
    crm = Client(AccessToken(token), http_client=http_client)
    return get_mass_update_status.sync("Accounts", client=crm, job_id="554023000000506003").data[0].status


@sync_and_asyncio
def test_a_token_expires_after_an_hour(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """Until then it can be used."""
    tokens = call(create_token, client=client(sandbox), body=REFRESH)

    assert tokens.expires_in == 3600
    assert read_with(tokens.access_token, sandbox) == "COMPLETED"
    sandbox.clock.advance(3601)
    with pytest.raises(errors.InvalidTokenError):
        read_with(tokens.access_token, sandbox)


@sync_and_asyncio
def test_a_revoked_refresh_token(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """Neither it nor its access tokens can be used."""
    crm = client(sandbox)
    token = call(create_token, client=crm, body=REFRESH).access_token
    assert call(revoke_token, client=crm, body=TokenRevocation(token="1000.refresh")).status == "success"

    with pytest.raises(errors.InvalidTokenError):
        read_with(token, sandbox)
    with pytest.raises(errors.OAuthError):
        call(create_token, client=crm, body=REFRESH)
    with pytest.raises(errors.OAuthError):
        call(revoke_token, client=crm, body=TokenRevocation(token="1000.refresh"))


@sync_and_asyncio
def test_a_code_is_exchanged_once(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """For an access token and a refresh token."""
    crm = client(sandbox)
    grant = AuthorizationCodeGrant(
        "authorization_code", **CLIENT, code="1000.code", redirect_uri="https://www.example.com/redirect"
    )
    tokens = call(create_token, client=crm, body=grant)

    assert tokens.refresh_token
    assert read_with(tokens.access_token, sandbox) == "COMPLETED"
    with pytest.raises(errors.OAuthError) as caught:
        call(create_token, client=crm, body=grant)
    assert (caught.value.code, caught.value.status_code) == ("invalid_code", 200)


@sync_and_asyncio
def test_client_credentials_have_the_requested_scopes(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """A token for bulk jobs cannot read mass updates."""
    grant = ClientCredentialsGrant("client_credentials", **CLIENT, scope="ZohoCRM.bulk.ALL", soid="ZohoCRM.694902309")
    token = call(create_token, client=client(sandbox), body=grant).access_token

    with pytest.raises(errors.OAuthScopeMismatchError):
        read_with(token, sandbox)


@sync_and_asyncio
def test_too_many_requests(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """Ten tokens in ten minutes; then it works again."""
    crm = client(sandbox)
    for _ in range(10):
        call(create_token, client=crm, body=REFRESH)
    with pytest.raises(errors.OAuthError) as caught:
        call(create_token, client=crm, body=REFRESH)

    assert (caught.value.code, caught.value.status_code) == ("Access Denied", 400)
    sandbox.clock.advance(601)
    call(create_token, client=crm, body=REFRESH)
