"""Zoho's checks before a request reaches its operation, in their order, and the headers of responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest
from zoho_crm_sandbox import dispatch as api

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zoho_crm_sandbox import Sandbox

AUTHORIZATION = {"Authorization": "Zoho-oauthtoken sandbox"}
MASS_UPDATE = "/crm/v8/Accounts/actions/mass_update?job_id=554023000000506003"
CONVERT = "/crm/v2.1/Leads/738964000002118030/actions/convert"


@pytest.fixture
def zoho(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A client without a token."""
    with httpx.Client(transport=sandbox.transport(), base_url="https://www.zohoapis.com") as client:
        yield client


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("www.zohoapis.com", None),
        ("sandbox.zohoapis.com.au", None),
        ("www.zohoapis.com:443", None),
        ("localhost:8080", None),
        ("127.0.0.1", None),
        ("testserver", None),
        ("myzoho.com", None),
        ("crm.zoho.com", "INVALID_HOST"),
        ("CRM.Zoho.com", "INVALID_HOST"),
        ("zoho.eu", "INVALID_HOST"),
        ("crm.zoho.com.au:443", "INVALID_HOST"),
        ("accounts.zohocloud.ca", "INVALID_HOST"),
        ("crm.zoho.com.", "INVALID_HOST"),
    ],
)
def test_host(zoho: httpx.Client, host: str, code: str | None) -> None:
    """Only Zoho's hosts that are not api domains are rejected."""
    response = zoho.get(MASS_UPDATE, headers={**AUTHORIZATION, "Host": host})
    assert response.json().get("code") == code
    assert response.status_code == (400 if code else 200)


@pytest.mark.parametrize(
    "path",
    [
        "/crm",
        "/crm/v8/Accounts/actions/mass_update/",
        "/crm/v8/Accounts/actions/mass_update%0A",
        "/crm/v8//actions/mass_update",
        "/crm/v8/A%2FB/actions/mass_update",
        "/crm/v99/Accounts/actions/mass_update",
        "/crm/x/Accounts/actions/mass_update",
        "/crm/V8/Accounts/actions/mass_update",
        "/crm/v2/Accounts/actions/mass_update",
        "/crm/bulk/v9/write/1",
        "/crm/v9/Leads/1/actions/convert",
        "/_sandbox",
    ],
)
def test_unknown_path(zoho: httpx.Client, path: str) -> None:
    """An unknown path gets 404, and no redirect."""
    response = zoho.get(path, headers=AUTHORIZATION)
    assert (response.status_code, response.json()["code"]) == (404, "INVALID_URL_PATTERN")


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "TRACE", "PUT", "PATCH", "DELETE", "BREW"])
def test_wrong_method(zoho: httpx.Client, method: str) -> None:
    """A wrong method gets 400, never 405."""
    response = zoho.request(method, MASS_UPDATE, headers=AUTHORIZATION)
    assert (response.status_code, response.json()["code"]) == (400, "INVALID_REQUEST_METHOD")
    assert "allow" not in response.headers


@pytest.mark.parametrize(
    ("authorization", "code"),
    [
        (None, "AUTHENTICATION_FAILURE"),
        ("", "AUTHENTICATION_FAILURE"),
        ("sandbox", "AUTHENTICATION_FAILURE"),
        ("Zoho-oauthtoken", "AUTHENTICATION_FAILURE"),
        ("Zoho-oauthtoken  ", "AUTHENTICATION_FAILURE"),
        ("Basic sandbox", "AUTHENTICATION_FAILURE"),
        ("Zoho-oauthtoken nonsense", "INVALID_TOKEN"),
        ("Zoho-oauthtoken sandbox-expired", "INVALID_TOKEN"),
        ("Bearer sandbox-dropped", "INVALID_OAUTHTOKEN"),
        ("Bearer sandbox", None),
        ("bearer sandbox", None),
        ("ZOHO-OAUTHTOKEN  sandbox ", None),
    ],
)
def test_token(zoho: httpx.Client, authorization: str | None, code: str | None) -> None:
    """Both schemes are accepted, and each way to lack a token has its own code."""
    response = zoho.get(MASS_UPDATE, headers={} if authorization is None else {"Authorization": authorization})
    assert response.json().get("code") == code
    assert response.status_code == (401 if code else 200)


def test_a_token_expires(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """A token is valid up to its last second, by the sandbox's clock."""
    headers = {"Authorization": f"Bearer {sandbox.issue_token(['ZohoCRM.mass_update.READ'], expires_in=60)}"}
    sandbox.clock.advance(59.5)
    assert zoho.get(MASS_UPDATE, headers=headers).status_code == 200
    sandbox.clock.advance(0.5)
    assert zoho.get(MASS_UPDATE, headers=headers).json()["code"] == "INVALID_TOKEN"


@pytest.mark.parametrize(
    ("path", "status", "details"),
    [
        ("/crm/v2/Leads/actions/mass_change_owner?job_id=1", 400, {"supported_version": 4}),
        ("/crm/v2.1/Leads/actions/mass_change_owner?job_id=1", 400, {"supported_version": 4}),
        ("/crm/v4/Leads/actions/mass_change_owner?job_id=1", 204, None),
        ("/crm/v5/Quotes/actions/mass_convert?job_id=2423488000000626117", 400, {"supported_version": 6}),
        ("/crm/v6/Quotes/actions/mass_convert?job_id=2423488000000626117", 200, None),
        ("/crm/v2.1/Accounts/actions/mass_update?job_id=554023000000506003", 200, None),
    ],
)
def test_version(zoho: httpx.Client, path: str, status: int, details: dict[str, int] | None) -> None:
    """The error for an early version has the first version of the operation."""
    response = zoho.get(path, headers=AUTHORIZATION)
    assert response.status_code == status
    if details:
        assert response.json()["code"] == "API_NOT_SUPPORTED"
        assert response.json()["details"] == details


INVALID = "The module name given seems to be invalid"
NOT_SUPPORTED = "The given module is not supported in API"


@pytest.mark.parametrize(
    ("system", "module", "message"),
    [
        ("mass_update", "Nonsense", INVALID),
        ("mass_update", "accounts", INVALID),
        ("mass_update", "Custom", INVALID),
        ("mass_update", "Documents", NOT_SUPPORTED),
        ("mass_update", "Projects", NOT_SUPPORTED),
        ("mass_update", "Services", NOT_SUPPORTED),
        ("mass_update", "Shipments", None),
        ("mass_update", "Activities", None),
        ("mass_change_owner", "Nonsense", "the module name given seems to be invalid"),
        ("mass_change_owner", "Projects", NOT_SUPPORTED),
        ("mass_change_owner", "Activities", NOT_SUPPORTED),
        ("mass_change_owner", "Shipments", None),
        ("mass_convert", "Nonsense", INVALID),
        ("mass_convert", "Leads", INVALID),
        ("mass_convert", "Documents", INVALID),
        ("mass_convert", "Shipments", INVALID),
        ("mass_convert", "Sales_Orders", None),
    ],
)
def test_module(zoho: httpx.Client, system: str, module: str, message: str | None) -> None:
    """A module has to exist in the organization and be supported by the operation."""
    response = zoho.get(f"/crm/v8/{module}/actions/{system}?job_id=1", headers=AUTHORIZATION)
    error = response.json() if response.content else {}
    if message is None:
        assert error.get("code") in (None, "INVALID_DATA")
    else:
        assert (response.status_code, error["code"], error["message"]) == (400, "INVALID_MODULE", message)


def test_meetings_and_events_are_one_module(zoho: httpx.Client) -> None:
    """A job of Events is a job of Meetings."""
    for module in ("Meetings", "Events"):
        path = f"/crm/v8/{module}/actions/mass_update?job_id=554023000000506017"
        assert zoho.get(path, headers=AUTHORIZATION).status_code == 200


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("job_id=554023000000506003", None),
        ("other=1&job_id=554023000000506003&other=2", None),
        ("version=v1&module_api_name=x&job_id=554023000000506003", None),
        ("job%5Fid=554023000000506003", None),
        ("job_id=554023000000506003&job_id=554023000000506003", "INVALID_REQUEST"),
        ("job_id&job_id", "INVALID_REQUEST"),
        ("job_id=12345678901234567890", "UNABLE_TO_PARSE_DATA_TYPE"),
        ("job_id=1234567890123456789", "INVALID_DATA"),
        ("job_id=1234567890123456789x", "INVALID_DATA"),
        ("job_id=%20554023000000506003", "INVALID_DATA"),
        ("job_id=554023000000506003%0A", "INVALID_DATA"),
        ("job_id=554023000000506003s", "INVALID_DATA"),
        ("job_id=%D9%A1%D9%A2", "INVALID_DATA"),
        ("job_id=%ff%00", "INVALID_DATA"),
        ("JOB_ID=554023000000506003", "MANDATORY_NOT_FOUND"),
        ("job_id=", "MANDATORY_NOT_FOUND"),
        ("", "MANDATORY_NOT_FOUND"),
    ],
)
def test_parameters(zoho: httpx.Client, query: str, code: str | None) -> None:
    """A parameter is given once, and unknown ones are ignored."""
    response = zoho.get(f"/crm/v8/Accounts/actions/mass_update?{query}", headers=AUTHORIZATION)
    assert response.json().get("code") == code


WRONGS = [
    ("INVALID_HOST", {"Host": "crm.zoho.com"}),
    ("INVALID_URL_PATTERN", {"version": "v99"}),
    ("INVALID_REQUEST_METHOD", {"method": "PUT"}),
    ("INVALID_TOKEN", {"token": "nonsense"}),
    ("OAUTH_SCOPE_MISMATCH", {"token": "sandbox-no-scope"}),
    ("API_NOT_SUPPORTED", {"version": "v3"}),
    ("INVALID_MODULE", {"module": "Nonsense"}),
    ("REQUIRED_PARAM_MISSING", {"query": ""}),
    ("NO_PERMISSION", {"token": "sandbox-no-permission"}),
]


@pytest.mark.parametrize("first", range(len(WRONGS)), ids=[code for code, _ in WRONGS])
def test_the_order_of_the_checks(zoho: httpx.Client, first: int) -> None:
    """Of several faults in a request, the first in the order is the response."""
    request = {"method": "GET", "version": "v8", "module": "Leads", "query": "job_id=1", "token": "sandbox"}
    for _, wrong in reversed(WRONGS[first:]):
        request |= wrong
    response = zoho.request(
        request["method"],
        f"/crm/{request['version']}/{request['module']}/actions/mass_change_owner?{request['query']}",
        headers={
            "Host": request.get("Host", "www.zohoapis.com"),
            "Authorization": f"Zoho-oauthtoken {request['token']}",
        },
    )
    assert response.json()["code"] == WRONGS[first][0]


def test_an_unforeseen_failure_is_an_internal_error(
    zoho: httpx.Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A bug of a handler gets Zoho's response, and is logged with its traceback."""

    def fail(_call: object) -> None:
        raise ZeroDivisionError("unforeseen")

    monkeypatch.setitem(api.HANDLERS, "get_mass_update_status", fail)
    response = zoho.get(MASS_UPDATE, headers=AUTHORIZATION)
    assert (response.status_code, response.json()["code"]) == (500, "INTERNAL_ERROR")
    assert "ZeroDivisionError: unforeseen" in caplog.text
    assert "Zoho-oauthtoken" not in caplog.text


DATE = {"date": "Thu, 01 Jan 2026 00:00:00 GMT"}
DENIED = DATE | {
    "server": "ZGS",
    "content-type": "application/json;charset=utf-8",
    "x-frame-options": "deny",
    "x-download-options": "noopen",
    "x-content-type-options": "nosniff",
}
REFUSED = DATE | {
    "server": "ZGS",
    "content-type": "application/json;charset=utf-8",
    "referrer-policy": "strict-origin",
    "x-content-type-options": "nosniff",
    "x-xss-protection": "1; mode=block",
    "pragma": "no-cache",
    "cache-control": "no-cache",
    "expires": "Thu, 01 Jan 1970 00:00:00 GMT",
    "x-frame-options": "SAMEORIGIN",
    "x-download-options": "noopen",
}
AUTHENTICATED = {name: value for name, value in REFUSED.items() if name != "x-download-options"} | {
    "x-accesstoken-reset": "2026-01-01T01:00:00+00:00"
}
LEAD = {
    "clientversion": "4016256",
    "clientsubversion": "8ef7aa3133ce0e105307c407d89b23d9",
    "content-disposition": "attachment; filename=response.json",
    "content-language": "en-US",
}
JOB = {"content-type": "application/json", "vary": "accept-encoding"}


@pytest.mark.parametrize(
    ("method", "path", "token", "status", "headers"),
    [
        ("GET", "/crm/bulk/v2.1/writ/1", "sandbox", 404, DENIED),
        ("PUT", "/crm/bulk/v2.1/write/1", "sandbox", 400, DENIED),
        ("PUT", CONVERT, "sandbox", 400, DENIED),
        ("GET", "/crm/v2/Accounts/actions/mass_update", "sandbox", 404, DENIED),
        ("GET", MASS_UPDATE, "nonsense", 401, REFUSED),
        ("GET", MASS_UPDATE, "sandbox-no-scope", 401, REFUSED),
        ("POST", "/crm/v2.1/Leads/x/actions/convert", "sandbox", 400, REFUSED),
        ("GET", MASS_UPDATE, "sandbox", 200, AUTHENTICATED),
        ("GET", MASS_UPDATE, "sandbox-no-permission", 403, AUTHENTICATED),
        (
            "GET",
            "/crm/bulk/v2.1/write/4150868000005350003",
            "sandbox",
            200,
            AUTHENTICATED | JOB | {"strict-transport-security": "max-age=63072000"},
        ),
        ("GET", "/crm/bulk/v2.1/write/1", "sandbox", 400, AUTHENTICATED | JOB),
        ("GET", "/crm/bulk/v2.1/write/1", "sandbox-no-permission", 403, AUTHENTICATED),
        ("POST", CONVERT, "sandbox", 200, AUTHENTICATED | LEAD | {"strict-transport-security": "max-age=15768000"}),
        ("POST", "/crm/v2.1/Leads/1/actions/convert", "sandbox", 202, AUTHENTICATED | LEAD),
        ("POST", CONVERT, "sandbox-no-permission", 403, AUTHENTICATED),
    ],
)
def test_headers(
    sandbox: Sandbox, zoho: httpx.Client, method: str, path: str, token: str, status: int, headers: dict[str, str]
) -> None:
    """The headers are those of the captures."""
    sandbox.clock.set("2026-01-01T00:00:00Z")
    sandbox.reset()
    response = zoho.request(method, path, headers={"Authorization": f"Bearer {token}"}, json={"data": [{}]})
    assert response.status_code == status
    assert dict(response.headers) == headers | {"content-length": str(len(response.content))}


def test_no_content_has_neither_a_body_nor_its_headers(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """A 204 has no content headers."""
    sandbox.clock.set("2026-01-01T00:00:00Z")
    response = zoho.get("/crm/v8/Leads/actions/mass_change_owner?job_id=1", headers=AUTHORIZATION)
    assert response.status_code == 204
    assert response.content == b""
    assert dict(response.headers) == {name: value for name, value in AUTHENTICATED.items() if name != "content-type"}


def test_the_header_shows_when_the_token_expires(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """A token that expires shows its own expiry."""
    sandbox.clock.set("2026-01-01T00:00:00Z")
    token = sandbox.issue_token(["ZohoCRM.mass_update.READ"], expires_in=90)
    response = zoho.get(MASS_UPDATE, headers={"Authorization": f"Zoho-oauthtoken {token}"})
    assert response.headers["x-accesstoken-reset"] == "2026-01-01T00:01:30+00:00"


@pytest.mark.parametrize(
    ("url", "status", "code"),
    [
        ("https://accounts.zoho.eu/oauth/v2/token", 400, "INVALID_REQUEST_METHOD"),
        ("https://accounts.zoho.eu:443/oauth/v2/token/revoke", 400, "INVALID_REQUEST_METHOD"),
        ("https://accounts.zoho.eu/crm/v8/Accounts/actions/mass_update", 400, "INVALID_HOST"),
        ("https://accounts.zoho.eu/oauth/v2/tokens", 400, "INVALID_HOST"),
        ("https://download-accl.zoho.com/v2/crm/1/bulk-write/1/1.zip", 404, "RESOURCE_NOT_FOUND"),
        ("https://crm.zoho.com/oauth/v2/token", 400, "INVALID_HOST"),
    ],
)
def test_hosts_that_are_not_api_domains(zoho: httpx.Client, url: str, status: int, code: str) -> None:
    """They serve only their own operations; other requests get the platform's errors."""
    response = zoho.get(url, headers=AUTHORIZATION)
    assert (response.status_code, response.json()["code"]) == (status, code)
