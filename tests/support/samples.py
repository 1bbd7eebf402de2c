"""The documentation's sample requests, by the names of their responses in the document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


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
