"""Access tokens: the client against the sandbox's accounts server."""

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

from tests.support.clients import both, client

if TYPE_CHECKING:
    from collections.abc import Callable

    from zoho_crm_sandbox import Sandbox

CLIENT = {"client_id": "1000.CLIENT", "client_secret": "sandbox-secret"}
REFRESH = RefreshTokenGrant("refresh_token", **CLIENT, refresh_token="1000.refresh")


def read_with(token: str, sandbox: Sandbox) -> str:
    """Reads a job's status with a token, and returns the status."""
    http_client = httpx.Client(transport=sandbox.transport())
    crm = Client(AccessToken(token), http_client=http_client)
    return get_mass_update_status.sync("Accounts", client=crm, job_id="554023000000506003").data[0].status


@both
def test_a_token_lives_for_an_hour(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """A refreshed token is good until its hour is over."""
    answer = call(create_token, client=client(sandbox), body=REFRESH)

    assert answer.expires_in == 3600
    assert read_with(answer.access_token, sandbox) == "COMPLETED"
    sandbox.clock.advance(3601)
    with pytest.raises(errors.InvalidTokenError):
        read_with(answer.access_token, sandbox)


@both
def test_a_revoked_refresh_token_is_of_no_use(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """Nor are the access tokens that were made with it."""
    crm = client(sandbox)
    token = call(create_token, client=crm, body=REFRESH).access_token
    assert call(revoke_token, client=crm, body=TokenRevocation(token="1000.refresh")).status == "success"

    with pytest.raises(errors.InvalidTokenError):
        read_with(token, sandbox)
    with pytest.raises(errors.OAuthError):
        call(create_token, client=crm, body=REFRESH)
    with pytest.raises(errors.OAuthError):
        call(revoke_token, client=crm, body=TokenRevocation(token="1000.refresh"))


@both
def test_a_code_is_good_once(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """A code gives both tokens, and then no more."""
    crm = client(sandbox)
    grant = AuthorizationCodeGrant(
        "authorization_code", **CLIENT, code="1000.code", redirect_uri="https://www.example.com/redirect"
    )
    answer = call(create_token, client=crm, body=grant)

    assert answer.refresh_token
    assert read_with(answer.access_token, sandbox) == "COMPLETED"
    with pytest.raises(errors.OAuthError) as caught:
        call(create_token, client=crm, body=grant)
    assert (caught.value.code, caught.value.status_code) == ("invalid_code", 200)


@both
def test_client_credentials_have_their_own_scopes(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """A token for bulk jobs reads no mass updates."""
    grant = ClientCredentialsGrant("client_credentials", **CLIENT, scope="ZohoCRM.bulk.ALL", soid="ZohoCRM.694902309")
    token = call(create_token, client=client(sandbox), body=grant).access_token

    with pytest.raises(errors.OAuthScopeMismatchError):
        read_with(token, sandbox)


@both
def test_too_many_requests(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """Ten tokens in ten minutes, and the next one when they are over."""
    crm = client(sandbox)
    for _ in range(10):
        call(create_token, client=crm, body=REFRESH)
    with pytest.raises(errors.OAuthError) as caught:
        call(create_token, client=crm, body=REFRESH)

    assert (caught.value.code, caught.value.status_code) == ("Access Denied", 400)
    sandbox.clock.advance(601)
    call(create_token, client=crm, body=REFRESH)
