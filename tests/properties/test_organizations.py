"""Organizations cannot see each other's jobs and records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest

if TYPE_CHECKING:
    from zoho_crm_sandbox import Sandbox

# method, path, and what someone of the other organization gets
OWN = [
    ("GET", "/crm/v8/Accounts/actions/mass_update?job_id=554023000000506003", 400, "INVALID_DATA"),
    ("GET", "/crm/v7/Accounts/actions/mass_update?job_id=554023000000506003", 404, "NOT_FOUND"),
    ("GET", "/crm/v8/Leads/actions/mass_change_owner?job_id=3652397000009565021", 204, None),
    ("GET", "/crm/v8/Quotes/actions/mass_convert?job_id=2423488000000626117", 400, "INVALID_DATA"),
    ("GET", "/crm/bulk/v8/write/4150868000005350003", 404, "RESOURCE_NOT_FOUND"),
    ("POST", "/crm/v2.1/Leads/738964000002118030/actions/convert", 202, "INVALID_DATA"),
]
OTHER = [
    ("GET", "/crm/v8/Accounts/actions/mass_update?job_id=7000000010000506003", 400, "INVALID_DATA"),
    ("GET", "/crm/v8/Leads/actions/mass_change_owner?job_id=7000000010009565021", 204, None),
    ("GET", "/crm/v8/Quotes/actions/mass_convert?job_id=7000000010000626117", 400, "INVALID_DATA"),
    ("GET", "/crm/bulk/v8/write/7000000010005350003", 404, "RESOURCE_NOT_FOUND"),
    ("POST", "/crm/v2.1/Leads/7000000010002118026/actions/convert", 202, "INVALID_DATA"),
]
ROWS = [(*row, "sandbox", "sandbox-other-org") for row in OWN] + [
    (*row, "sandbox-other-org", "sandbox") for row in OTHER
]


@pytest.mark.parametrize(("method", "path", "status", "code", "insider", "outsider"), ROWS)
def test_organizations_are_isolated(
    sandbox: Sandbox, method: str, path: str, status: int, code: str | None, insider: str, outsider: str
) -> None:
    """The data of one organization is unknown in the other."""

    def ask(token: str) -> httpx.Response:
        headers = {"Authorization": f"Zoho-oauthtoken {token}"}
        with httpx.Client(transport=sandbox.transport(), base_url="http://test", headers=headers) as client:
            return client.request(method, path, json={"data": [{}]} if method == "POST" else None)

    response = ask(outsider)
    assert response.status_code == status
    if code:
        body = response.json()
        assert (body["data"][0] if "data" in body else body)["code"] == code
    assert ask(insider).status_code == 200
