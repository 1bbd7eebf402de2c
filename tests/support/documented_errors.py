"""The error rows of the documentation, as its pages and captures list them, and a request that provokes each.

They are written down here a second time, apart from the document, so that the document cannot lose one unnoticed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

MASS_CONVERT = "get_inventory_mass_convert_status"
MASS_UPDATE = "get_mass_update_status"
CHANGE_OWNER = "get_mass_change_owner_status"
BULK_WRITE = "get_bulk_write_job"
CONVERT = "convert_lead_v2_1"

INVENTORY_URL = "/crm/v8/Quotes/actions/mass_convert?job_id=2423488000000626117"
UPDATE_URL = "/crm/v2.1/Accounts/actions/mass_update?job_id=554023000000506003"
OWNER_URL = "/crm/v8/Leads/actions/mass_change_owner?job_id=3652397000009565021"
BULK_URL = "/crm/bulk/v2.1/write/4150868000005350003"
LEAD_URL = "/crm/v2.1/Leads/{}/actions/convert"

DEAL = {
    "Deal_Name": "Sample",
    "Closing_Date": "2021-01-25",
    "Stage": "Closed Won",
    "Amount": 5000,
    "Pipeline": "Standard (Standard)",
}
TAGS = {"Contacts": ["tag1", "tag2"], "Accounts": ["tag1"], "Deals": ["tag1"]}
NOTIFY = {"overwrite": True, "notify_lead_owner": True, "notify_new_entity_owner": True}
LINK = {"Accounts": "738964000002058030", "Contacts": "738964000002058055", "assign_to": "738964000000291009"}
LINKED = {"data": [{**NOTIFY, **LINK, "Deals": DEAL, "carry_over_tags": TAGS}]}
NEW = {"data": [{**NOTIFY, "Deals": DEAL, "carry_over_tags": TAGS}]}


@dataclass(frozen=True)
class Row:
    """One row of an error table.

    Attributes:
        operation_id: The operation.
        status: The HTTP status.
        code: The error code.
        message: What Zoho says.
        url: Path and query of a request that provokes it.
        method: The HTTP method of that request.
        body: The JSON body of that request.
        token: The access token of that request.
        injected: Whether the error must be injected into the sandbox.
        details: The error's details, where a capture shows them.
    """

    operation_id: str
    status: int
    code: str
    message: str
    url: str
    method: str = "GET"
    body: Any = None
    token: str | None = "sandbox"
    injected: bool = False
    details: dict[str, str] | None = None

    def __str__(self) -> str:
        return f"{self.operation_id}-{self.status}-{self.code}"


WRONG_URL = "Please check if the URL trying to access is a correct one"
WRONG_METHOD = "The http request method type is not a valid one"
WRONG_MODULE = "The module name given seems to be invalid"
NO_TOKEN = "Authentication failed"
NOT_APPROVED = "cannot convert record that is not approved yet"
UNCLEAR = (
    "unable to process your request. please verify whether you have entered proper method name, parameter and "
    "parameter values."
)

ROWS = [
    # Get Mass Inventory Conversion Status
    Row(MASS_CONVERT, 400, "REQUIRED_PARAM_MISSING", "Required parameter is missing.", INVENTORY_URL.split("?")[0]),
    Row(MASS_CONVERT, 400, "INVALID_DATA", "The job_id is invalid.", INVENTORY_URL[:-1]),
    Row(MASS_CONVERT, 400, "INVALID_REQUEST_METHOD", WRONG_METHOD, INVENTORY_URL, method="PUT"),
    Row(MASS_CONVERT, 400, "INVALID_MODULE", WRONG_MODULE, INVENTORY_URL.replace("Quotes", "Nonsense")),
    Row(MASS_CONVERT, 401, "OAUTH_SCOPE_MISMATCH", "Unauthorized", INVENTORY_URL, token="sandbox-no-scope"),
    Row(MASS_CONVERT, 401, "AUTHENTICATION_FAILURE", NO_TOKEN, INVENTORY_URL, token=None),
    Row(MASS_CONVERT, 404, "INVALID_URL_PATTERN", WRONG_URL, INVENTORY_URL.replace("mass_convert", "mass_conver")),
    Row(MASS_CONVERT, 500, "INTERNAL_ERROR", "Internal Server Error", INVENTORY_URL, injected=True),
    # Get Mass Update Status
    Row(MASS_UPDATE, 404, "NOT_FOUND", "Empty response", UPDATE_URL[:-1]),
    Row(MASS_UPDATE, 400, "MANDATORY_NOT_FOUND", "mandatory param missing", UPDATE_URL.split("?")[0]),
    Row(MASS_UPDATE, 404, "INVALID_URL_PATTERN", WRONG_URL, UPDATE_URL.replace("mass_update", "mass_updat")),
    Row(MASS_UPDATE, 401, "OAUTH_SCOPE_MISMATCH", "Unauthorized", UPDATE_URL, token="sandbox-no-scope"),
    Row(
        MASS_UPDATE,
        403,
        "NO_PERMISSION",
        "Permission denied to read records",
        UPDATE_URL,
        token="sandbox-no-permission",
    ),
    Row(MASS_UPDATE, 500, "INTERNAL_ERROR", "Internal Server Error", UPDATE_URL, injected=True),
    Row(MASS_UPDATE, 400, "INVALID_REQUEST_METHOD", WRONG_METHOD, UPDATE_URL, method="DELETE"),
    Row(
        MASS_UPDATE,
        400,
        "AUTHORIZATION_FAILED",
        "User does not have sufficient privilege to read records",
        UPDATE_URL,
        token="sandbox-no-privilege",
    ),
    Row(MASS_UPDATE, 400, "INVALID_MODULE", WRONG_MODULE, UPDATE_URL.replace("Accounts", "Nonsense")),
    # Mass Change Owner Status
    Row(
        CHANGE_OWNER,
        404,
        "REQUIRED_PARAM_MISSING",
        "You have not specified the job_id in the request.",
        OWNER_URL.split("?")[0],
    ),
    Row(CHANGE_OWNER, 404, "INVALID_URL_PATTERN", WRONG_URL, OWNER_URL.replace("owner?", "owners?")),
    Row(CHANGE_OWNER, 401, "OAUTH_SCOPE_MISMATCH", "Unauthorized", OWNER_URL, token="sandbox-no-scope"),
    Row(
        CHANGE_OWNER,
        403,
        "NO_PERMISSION",
        "Permission denied to read records",
        OWNER_URL,
        token="sandbox-no-permission",
    ),
    # Bulk Write job details
    Row(BULK_WRITE, 404, "INVALID_URL_PATTERN", WRONG_URL, BULK_URL.replace("/write/", "/writ/")),
    Row(BULK_WRITE, 400, "INVALID_REQUEST_METHOD", WRONG_METHOD, BULK_URL, method="PUT"),
    Row(BULK_WRITE, 401, "AUTHENTICATION_FAILURE", NO_TOKEN, BULK_URL, token=None),
    Row(BULK_WRITE, 400, "RESOURCE_NOT_FOUND", "The requested resource doesn't exist.", BULK_URL[:-1]),
    Row(
        BULK_WRITE,
        401,
        "OAUTH_SCOPE_MISMATCH",
        "invalid oauth scope to access this URL",
        BULK_URL,
        token="sandbox-no-scope",
    ),
    # Convert Lead
    Row(
        CONVERT,
        202,
        "ID_ALREADY_CONVERTED",
        "id already converted",
        LEAD_URL.format("738964000002118012"),
        "POST",
        LINKED,
        details={},
    ),
    Row(CONVERT, 400, "INVALID_REQUEST_METHOD", WRONG_METHOD, LEAD_URL.format("738964000002118012"), "PUT", LINKED),
    Row(
        CONVERT,
        401,
        "AUTHENTICATION_FAILURE",
        NO_TOKEN,
        LEAD_URL.format("738964000002118012"),
        "POST",
        LINKED,
        token=None,
    ),
    Row(
        CONVERT,
        202,
        "INVALID_DATA",
        "invalid data",
        LEAD_URL.format("73896400000211801"),
        "POST",
        LINKED,
        details={"api_name": "id", "json_path": "$.data[0].id"},
    ),
    Row(
        CONVERT,
        202,
        "DUPLICATE_DATA",
        "duplicate data",
        LEAD_URL.format("738964000002131001"),
        "POST",
        NEW,
        details={
            "api_name": "Mobile",
            "module": "Contacts",
            "json_path": "$.data[0].Mobile",
            "id": "738964000002131023",
        },
    ),
    Row(CONVERT, 400, "INVALID_REQUEST", UNCLEAR, LEAD_URL.format("{{lead_id}}"), "POST", LINKED),
    Row(
        CONVERT,
        202,
        "NOT_APPROVED",
        NOT_APPROVED,
        LEAD_URL.format("1306462000000496025"),
        "POST",
        NEW,
        details={"id": "1306462000000496025"},
    ),
    Row(
        CONVERT,
        202,
        "RECORD_LOCKED",
        NOT_APPROVED,
        LEAD_URL.format("475243000003269880"),
        "POST",
        NEW,
        details={"action": "zia_vision_processing", "id": "475243000003269880"},
    ),
]
"""The 34 rows: each operation, status and code once. Where a page has two messages for a row, the first is here."""
