"""The documentation's sample requests, with only host and token changed, get the documentation's own answers."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_sandbox.contract import installed_document

if TYPE_CHECKING:
    from zoho_crm_sandbox import Sandbox

DOCUMENT = json.loads(installed_document().read_text("utf-8"))
EXAMPLES: dict[str, dict[str, Any]] = DOCUMENT["components"]["examples"]
ELSEWHERE = ("upload_bulk_write_file", "create_bulk_write_job", "download_bulk_write_result")
"""The operations that have their samples in tests of their own."""
AUTHORIZATION = {"Authorization": "Zoho-oauthtoken sandbox"}


@dataclass(frozen=True)
class Sample:
    """A sample request, and after how many seconds it is made."""

    method: str
    path: str
    status: int = 200
    after: float = 0
    body: str | dict[str, Any] | None = None  # one in the document, or one of its own
    new: bool = False  # whether ids and names are those of what was made, and not those of the sample


SAMPLES = {
    "get_mass_update_status-completed": Sample(
        "GET", "/crm/v2.1/Accounts/actions/mass_update?job_id=554023000000506003"
    ),
    "get_mass_update_status-scheduled": Sample("GET", "/crm/v2.1/Leads/actions/mass_update?job_id=3524033000006027001"),
    "get_mass_update_status-running": Sample(
        "GET", "/crm/v2.1/Leads/actions/mass_update?job_id=3524033000006027001", after=25
    ),
    "get_mass_update_status-failed": Sample(
        "GET", "/crm/v2.1/Accounts/actions/mass_update?job_id=554023000000506005", after=35
    ),
    "get_mass_change_owner_status-completed": Sample(
        "GET", "/crm/v8/Leads/actions/mass_change_owner?job_id=3652397000009565021"
    ),
    "schedule_mass_update-by_view": Sample(
        "POST", "/crm/v7/Accounts/actions/mass_update", body="schedule_mass_update-by_view-request", new=True
    ),
    "schedule_mass_change_owner-scheduled": Sample(
        "POST", "/crm/v7/Deals/actions/mass_change_owner", body="schedule_mass_change_owner-scheduled-request", new=True
    ),
    "schedule_mass_change_owner-accepted": Sample(
        "POST",
        "/crm/v7/Deals/actions/mass_change_owner",
        202,
        body={"cvid": "2423488000000091563", "owner": {"id": "2423488000000483001"}},
        new=True,
    ),
    "convert_lead-without_deal": Sample(
        "POST", "/crm/v7/Leads/738964000002118042/actions/convert", body={"data": [{}]}, new=True
    ),
    "convert_lead-scheduled": Sample(
        "POST", "/crm/v7/Leads/3652397000009835020/actions/convert", 202, body={"data": [{}]}, new=True
    ),
    "schedule_inventory_mass_convert-scheduled": Sample(
        "POST",
        "/crm/v7/Quotes/actions/mass_convert",
        202,
        body="schedule_inventory_mass_convert-scheduled-request",
        new=True,
    ),
    "convert_lead-converted": Sample(
        "POST", "/crm/v7/Leads/738964000002118026/actions/convert", body="convert_lead-converted-request", new=True
    ),
    "convert_lead-duplicate_data": Sample(
        "POST", "/crm/v7/Leads/738964000002131001/actions/convert", 400, body={"data": [{}]}
    ),
    "get_lead_conversion_options-options": Sample("GET", "/crm/v7/Leads/738964000002118038/__conversion_options"),
    "get_inventory_mass_convert_status-completed": Sample(
        "GET", "/crm/v8/Quotes/actions/mass_convert?job_id=2423488000000626117"
    ),
    "get_bulk_write_job-completed": Sample("GET", "/crm/bulk/v2.1/write/4150868000005350003"),
    "get_bulk_write_job-resource_not_found": Sample("GET", "/crm/bulk/v2.1/write/415086800000535000", 400),
    "get_bulk_write_job-invalid_url_pattern": Sample("GET", "/crm/bulk/v2.1/writ/4150868000005350003", 404),
    "get_bulk_write_job-invalid_request_method": Sample("PUT", "/crm/bulk/v2.1/write/4150868000005350003", 400),
    "convert_lead_v2_1-success": Sample(
        "POST", "/crm/v2.1/Leads/738964000002118026/actions/convert", body="convert_lead_v2_1-success-request"
    ),
    "convert_lead_v2_1-id_already_converted": Sample(
        "POST",
        "/crm/v2.1/Leads/738964000002118012/actions/convert",
        202,
        body="convert_lead_v2_1-id_already_converted-request",
    ),
    "convert_lead_v2_1-invalid_data": Sample(
        "POST",
        "/crm/v2.1/Leads/73896400000211801/actions/convert",
        202,
        body="convert_lead_v2_1-invalid_data-request",
    ),
    "convert_lead_v2_1-duplicate_data": Sample(
        "POST",
        "/crm/v2.1/Leads/738964000002131001/actions/convert",
        202,
        body="convert_lead_v2_1-duplicate_data-request",
    ),
    "convert_lead_v2_1-not_approved": Sample(
        "POST",
        "/crm/v2.1/Leads/1306462000000496025/actions/convert",
        202,
        body="convert_lead_v2_1-not_approved-request",
    ),
    "convert_lead_v2_1-record_locked": Sample(
        "POST",
        "/crm/v2.1/Leads/475243000003269880/actions/convert",
        202,
        body="convert_lead_v2_1-record_locked-request",
    ),
    "convert_lead_v2_1-invalid_request": Sample(
        "POST",
        "/crm/v2.1/Leads/{{lead_id}}/actions/convert",
        400,
        body="convert_lead_v2_1-template-request",
    ),
    "convert_lead_v2_1-invalid_request_method": Sample(
        "PUT",
        "/crm/v2.1/Leads/738964000002118012/actions/convert",
        400,
        body="convert_lead_v2_1-success-request",
    ),
}


def compact(value: Any) -> str:
    """Returns JSON as the sandbox writes it, which keeps the order of keys."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def masked(text: str) -> str:
    """Returns an answer without its ids and names."""
    return re.sub(r'"(id|job_id|name)":"[^"]+"', r'"\1":"…"', text)


def test_every_sample_of_a_success_is_here() -> None:
    """No sample of an answer with 200 or 202 in the document is left out."""
    successes = {
        name
        for item in DOCUMENT["paths"].values()
        for operation in item.values()
        if operation["tags"][0] != "oauth" and operation["operationId"] not in ELSEWHERE
        for status, response in operation["responses"].items()
        if status in ("200", "202")
        for name in DOCUMENT["components"]["responses"][response["$ref"].rpartition("/")[2]]["content"][
            "application/json"
        ]["examples"]
        if operation["operationId"] == "convert_lead_v2_1" or '"error"' not in compact(EXAMPLES[name])
    }
    assert successes <= SAMPLES.keys()


@pytest.mark.parametrize("name", SAMPLES)
def test_sample(sandbox: Sandbox, name: str) -> None:
    """The request of a sample gets the sample's answer, with its keys in their order."""
    sample = SAMPLES[name]
    sandbox.clock.advance(sample.after)
    with httpx.Client(transport=sandbox.transport(), base_url="http://127.0.0.1", headers=AUTHORIZATION) as client:
        body = EXAMPLES[sample.body]["value"] if isinstance(sample.body, str) else sample.body
        response = client.request(sample.method, sample.path, json=body)
    assert response.status_code == sample.status
    if sample.new:
        assert masked(response.text) == masked(compact(EXAMPLES[name]["value"]))
    else:
        assert response.text == compact(EXAMPLES[name]["value"])


@pytest.mark.parametrize(
    "path", ["/crm/bulk/v2.1/write/4150868000005350003", SAMPLES["convert_lead_v2_1-success"].path]
)
def test_sample_without_a_token(sandbox: Sandbox, path: str) -> None:
    """The samples for a missing token."""
    with httpx.Client(transport=sandbox.transport(), base_url="http://127.0.0.1") as client:
        response = client.request("GET" if "bulk" in path else "POST", path)
    assert response.status_code == 401
    operation = "get_bulk_write_job" if "bulk" in path else "convert_lead_v2_1"
    assert response.text == compact(EXAMPLES[f"{operation}-authentication_failure"]["value"])


def test_sample_without_the_scope(sandbox: Sandbox) -> None:
    """The sample for a token without the scope."""
    headers = {"Authorization": "Bearer sandbox-no-scope"}
    with httpx.Client(transport=sandbox.transport(), base_url="http://127.0.0.1", headers=headers) as client:
        response = client.get("/crm/bulk/v2.1/write/4150868000005350003")
    assert response.status_code == 401
    assert response.text == compact(EXAMPLES["get_bulk_write_job-oauth_scope_mismatch"]["value"])


def test_the_samples_of_one_job_in_one_run(sandbox: Sandbox) -> None:
    """One job shows the three samples one after the other."""
    path = "/crm/v2.1/Leads/actions/mass_update?job_id=3524033000006027001"
    with httpx.Client(transport=sandbox.transport(), base_url="http://127.0.0.1", headers=AUTHORIZATION) as client:
        assert client.get(path).json() == EXAMPLES["get_mass_update_status-scheduled"]["value"]
        sandbox.clock.advance(25)
        assert client.get(path).json() == EXAMPLES["get_mass_update_status-running"]["value"]
        sandbox.clock.advance(10)
        assert client.get(path).json() == EXAMPLES["get_mass_update_status-completed"]["value"]


def test_an_asynchronous_client_gets_the_same(sandbox: Sandbox) -> None:
    """An asynchronous client needs no server either."""

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(sandbox)
        async with httpx.AsyncClient(transport=transport, base_url="http://test", headers=AUTHORIZATION) as client:
            body = EXAMPLES["convert_lead_v2_1-success-request"]["value"]
            return await client.post("/crm/v2.1/Leads/738964000002118026/actions/convert", json=body)

    assert asyncio.run(ask()).text == compact(EXAMPLES["convert_lead_v2_1-success"]["value"])
