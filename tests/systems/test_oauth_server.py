"""The accounts server: tokens for codes, refresh tokens and clients, their limits and expiry."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_sandbox import Clock, Sandbox
from zoho_crm_sandbox.seed import OTHER_ADMINISTRATOR
from zoho_crm_sandbox.validation import InputError

from tests.support.error_requests import BY_CODE, CLIENT, FOR_CLIENT, REFRESH

if TYPE_CHECKING:
    from collections.abc import Iterator

STATUS = "/crm/v8/Accounts/actions/mass_update?job_id=554023000000506003"


@pytest.fixture
def zoho(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """Return a plain HTTP client without a token."""
    with httpx.Client(transport=sandbox.transport(), base_url="http://127.0.0.1:8000") as client:
        yield client


def create_token(zoho: httpx.Client, fields: dict[str, str]) -> dict[str, Any]:
    """Request a token and return the body of the response."""
    tokens: dict[str, Any] = zoho.post("/oauth/v2/token", data=fields).json()
    return tokens


def error_code(zoho: httpx.Client, token: str) -> str | None:
    """Return the error code of a request with a token; None if it succeeds."""
    response = zoho.get(STATUS, headers={"Authorization": f"Zoho-oauthtoken {token}"})
    tokens: dict[str, str] = response.json()
    return tokens.get("code")


def test_a_code_is_exchanged_for_both_tokens_once(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The tokens work, and the code does not work again."""
    code = sandbox.issue_code(["ZohoCRM.mass_update.READ"])
    fields = {**CLIENT, "grant_type": "authorization_code", "code": code, "redirect_uri": "https://any.example"}
    tokens = create_token(zoho, fields)
    assert list(tokens) == ["access_token", "refresh_token", "api_domain", "token_type", "expires_in"]
    assert (tokens["api_domain"], tokens["token_type"], tokens["expires_in"]) == (
        "http://127.0.0.1:8000",
        "Bearer",
        3600,
    )
    assert error_code(zoho, tokens["access_token"]) is None
    assert create_token(zoho, fields) == {"error": "invalid_code"}
    refreshed = create_token(zoho, {**CLIENT, "grant_type": "refresh_token", "refresh_token": tokens["refresh_token"]})
    assert list(refreshed) == ["access_token", "api_domain", "token_type", "expires_in"]
    assert error_code(zoho, refreshed["access_token"]) is None
    sandbox.clock.advance(3600)
    assert error_code(zoho, refreshed["access_token"]) == "INVALID_TOKEN"


def test_a_code_expires_after_three_minutes(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Not a second earlier."""
    sandbox.clock.advance(180)
    assert create_token(zoho, BY_CODE) == {"error": "invalid_code"}
    sandbox.reset()
    sandbox.clock.advance(179)
    assert "refresh_token" in create_token(zoho, BY_CODE)


def test_client_credentials(zoho: httpx.Client) -> None:
    """The access token is for the organization and the scopes of the request."""
    tokens = create_token(zoho, FOR_CLIENT)
    assert (tokens["scope"], "refresh_token" in tokens) == ("ZohoCRM.bulk.ALL", False)
    assert error_code(zoho, tokens["access_token"]) == "OAUTH_SCOPE_MISMATCH"
    headers = {"Authorization": f"Bearer {tokens['access_token']}"}
    assert zoho.get("/crm/bulk/v8/write/4150868000005350003", headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({**REFRESH, "client_id": "1000.NOBODY"}, "invalid_client"),
        ({**REFRESH, "client_secret": "wrong"}, "invalid_client_secret"),
        ({**REFRESH, **CLIENT}, "invalid_code"),
        ({**REFRESH, "refresh_token": "1000.nothing"}, "invalid_code"),
        ({**BY_CODE, "redirect_uri": "https://elsewhere.example"}, "invalid_redirect_uri"),
        ({**FOR_CLIENT, "soid": ""}, "missing_org_info"),
        ({**FOR_CLIENT, "soid": "ZohoCRM.1"}, "missing_org_info"),
        ({**FOR_CLIENT, "scope": " "}, "general_error"),
        ({**REFRESH, "grant_type": "password"}, "general_error"),
        ({**REFRESH, "client_id": ""}, "general_error"),
        ({}, "general_error"),
    ],
)
def test_errors(zoho: httpx.Client, fields: dict[str, str], error: str) -> None:
    """All have HTTP status 200."""
    response = zoho.post("/oauth/v2/token", data=fields)
    assert (response.status_code, response.json()) == (200, {"error": error})


def test_ten_refreshes_in_ten_minutes(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The eleventh is denied, with HTTP status 400."""
    for _ in range(10):
        assert "access_token" in create_token(zoho, REFRESH)
    response = zoho.post("/oauth/v2/token", data=REFRESH)
    assert (response.status_code, response.json()["error"]) == (400, "Access Denied")
    sandbox.clock.advance(600)
    assert "access_token" in create_token(zoho, REFRESH)


def test_fifteen_live_tokens(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The sixteenth drops the oldest."""
    tokens = []
    for number in range(16):
        sandbox.clock.advance(600 if number == 10 else 0)
        tokens.append(create_token(zoho, REFRESH)["access_token"])
    assert [error_code(zoho, token) for token in tokens] == ["INVALID_OAUTHTOKEN", *[None] * 15]


def test_twenty_refresh_tokens(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The next one removes the user's oldest, and none of another user."""
    for _ in range(19):
        code = sandbox.issue_code(["ZohoCRM.mass_update.READ"])
        create_token(zoho, {**CLIENT, "grant_type": "authorization_code", "code": code})
    other = sandbox.issue_code(["ZohoCRM.mass_update.READ"], user=OTHER_ADMINISTRATOR)
    create_token(zoho, {**CLIENT, "grant_type": "authorization_code", "code": other})
    assert "access_token" in create_token(zoho, REFRESH)
    assert "access_token" in create_token(zoho, BY_CODE)
    assert create_token(zoho, REFRESH) == {"error": "invalid_code"}


def test_a_revoked_refresh_token(zoho: httpx.Client) -> None:
    """Its access tokens are revoked too."""
    token = create_token(zoho, REFRESH)["access_token"]
    assert zoho.post("/oauth/v2/token/revoke", data={"token": "1000.refresh"}).json() == {"status": "success"}
    assert error_code(zoho, token) == "INVALID_TOKEN"
    assert create_token(zoho, REFRESH) == {"error": "invalid_code"}
    response = zoho.post("/oauth/v2/token/revoke", data={"token": "1000.refresh"})
    assert (response.status_code, response.json()) == (400, {"error": "invalid_token"})


def test_a_revoked_access_token(zoho: httpx.Client) -> None:
    """An access token can be revoked too, and its refresh token remains."""
    token, other = (create_token(zoho, REFRESH)["access_token"] for _ in range(2))
    assert zoho.post("/oauth/v2/token/revoke", data={"token": token}).json() == {"status": "success"}
    assert error_code(zoho, token) == "INVALID_TOKEN"
    assert error_code(zoho, other) is None
    assert zoho.post("/oauth/v2/token/revoke", data={"token": token}).json() == {"error": "invalid_token"}
    assert "access_token" in create_token(zoho, REFRESH)


def test_multipart_forms(zoho: httpx.Client) -> None:
    """Zoho recommends them; an invalid one counts as empty."""
    response = zoho.post("/oauth/v2/token", files={name: (None, value) for name, value in REFRESH.items()})
    assert "access_token" in response.json()
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    broken = zoho.post("/oauth/v2/token", content=b"--x", headers=headers)
    assert broken.json() == {"error": "general_error"}


@pytest.mark.parametrize(
    ("base", "domain"),
    [
        ("https://accounts.zoho.com", "https://www.zohoapis.com"),
        ("https://accounts.zoho.com.au", "https://www.zohoapis.com.au"),
        ("https://accounts.zohocloud.ca", "https://www.zohoapis.ca"),
        ("https://www.zohoapis.eu", "https://www.zohoapis.eu"),
        ("http://localhost:1234", "http://localhost:1234"),
    ],
)
def test_the_api_domain_is_the_sandbox(sandbox: Sandbox, base: str, domain: str) -> None:
    """A client that follows it stays in the sandbox."""
    with httpx.Client(transport=sandbox.transport(), base_url=base) as client:
        tokens = create_token(client, REFRESH)
        assert tokens["api_domain"] == domain
        headers = {"Authorization": f"Bearer {tokens['access_token']}"}
        assert client.get(domain + STATUS, headers=headers).status_code == 200


def test_the_seed_decides_the_tokens() -> None:
    """Another seed gives other tokens."""
    tokens = []
    for seed in (1, 1, 2):
        with (
            Sandbox(clock=Clock(0), seed=seed) as sandbox,
            httpx.Client(transport=sandbox.transport(), base_url="http://127.0.0.1") as client,
        ):
            tokens.append(create_token(client, REFRESH)["access_token"])
    assert tokens[0] == tokens[1] != tokens[2]


def test_invalid_arguments_of_issue_code(sandbox: Sandbox) -> None:
    """The message names the argument."""
    with pytest.raises(InputError, match=r"^scopes: .+: a list of scopes$"):
        sandbox.issue_code("a")
    with pytest.raises(InputError, match=r"^user: .+: the id of a user$"):
        sandbox.issue_code(["a"], user="1")
    with pytest.raises(InputError, match=r"^client: .+: the id of a client$"):
        sandbox.issue_code(["a"], client="1")


def basic(credentials: str) -> dict[str, str]:
    """Return a Basic header."""
    return {"Authorization": f"Basic {base64.b64encode(credentials.encode()).decode()}"}


GRANT = {"grant_type": "refresh_token", "refresh_token": "1000.refresh"}


@pytest.mark.parametrize(
    "sent",
    [
        {"data": REFRESH},
        {"files": {key: (None, value) for key, value in REFRESH.items()}},
        {"params": REFRESH},
        {"data": GRANT, "headers": basic("1000.CLIENT:sandbox-secret")},
        {"params": GRANT, "headers": basic("1000.CLIENT:sandbox-secret")},
    ],
    ids=["form", "multipart", "query", "basic", "basic-query"],
)
def test_every_place_of_the_parameters(zoho: httpx.Client, sandbox: Sandbox, sent: dict[str, Any]) -> None:
    """Each documented place is read, and the journal shows no secret of a query."""
    assert "access_token" in zoho.post("/oauth/v2/token", **sent).json()
    assert not sandbox.journal[-1].query


@pytest.mark.parametrize("credentials", ["1000.CLIENT:wrong", "1000.CLIENT", None])
def test_wrong_basic_headers(zoho: httpx.Client, credentials: str | None) -> None:
    """A wrong secret, a header without a secret, and one that is not base64."""
    headers = {"Authorization": "Basic ?"} if credentials is None else basic(credentials)
    expected = "invalid_client_secret" if credentials == "1000.CLIENT:wrong" else "general_error"
    assert zoho.post("/oauth/v2/token", data=GRANT, headers=headers).json() == {"error": expected}


def test_a_token_in_the_query_is_revoked(zoho: httpx.Client) -> None:
    """The page shows the token in the query."""
    assert zoho.post("/oauth/v2/token/revoke", params={"token": "1000.refresh"}).json() == {"status": "success"}
