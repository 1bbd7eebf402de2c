"""Every state, key, scope, module and error of the five source pages is in the document, and the sandbox sends it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import httpx
import pytest
from zoho_crm_sandbox import Clock, Sandbox

from tests.support.error_requests import PROVOKED
from tests.support.samples import SAMPLES
from tests.support.spec import COMPONENTS, OPERATIONS, content, resolve, responses

if TYPE_CHECKING:
    from collections.abc import Iterator

OTHER_MODULES = "Solutions Products Vendors Price_Books Quotes Sales_Orders Purchase_Orders Invoices"
COMMON = """
400 INVALID_REQUEST_METHOD The http request method type is not a valid one
401 AUTHENTICATION_FAILURE Authentication failed
404 INVALID_URL_PATTERN Please check if the URL trying to access is a correct one
500 INTERNAL_ERROR Internal Server Error
401 OAUTH_SCOPE_MISMATCH Unauthorized
"""


class Page(NamedTuple):
    """What a page says of an operation: words are separated by spaces, errors by lines."""

    states: str
    keys: str
    scopes: str
    modules: str
    errors: str


PAGES = {
    "get_inventory_mass_convert_status": Page(
        "COMPLETED SCHEDULED IN_PROGRESS FAILED",
        "total_count not_converted_count failed_count converted_count status",
        "mass_convert.quotes.READ mass_convert.Sales_Orders.READ mass_convert.salesorders.READ",
        "Quotes Sales_Orders",
        COMMON
        + """
400 REQUIRED_PARAM_MISSING Required parameter is missing.
400 INVALID_DATA The job_id is invalid.
400 INVALID_MODULE The module name given seems to be invalid
""",
    ),
    "get_mass_update_status": Page(
        "COMPLETED SCHEDULED RUNNING FAILED",
        "Status Failed_Count Updated_Count Not_Updated_Count Total_Count",
        "mass_update.READ mass_update.leads.READ mass_update.accounts.READ mass_update.contacts.READ "
        "mass_update.deals.READ mass_update.campaigns.READ mass_update.activities.READ mass_update.solutions.READ "
        "mass_update.products.READ mass_update.vendors.READ mass_update.pricebooks.READ mass_update.quotes.READ "
        "mass_update.salesorders.READ mass_update.purchaseorders.READ mass_update.invoices.READ "
        "mass_update.custom.READ",
        "Leads Accounts Contacts Deals Campaigns Activities " + OTHER_MODULES,
        COMMON.replace("401 AUTHENTICATION_FAILURE Authentication failed\n", "")
        + """
404 NOT_FOUND Empty response
400 MANDATORY_NOT_FOUND mandatory param missing
403 NO_PERMISSION Permission denied to read records
400 AUTHORIZATION_FAILED User does not have sufficient privilege to read records
400 INVALID_MODULE The module name given seems to be invalid
400 INVALID_MODULE The given module is not supported in API
""",
    ),
    "get_mass_change_owner_status": Page(
        "COMPLETED SCHEDULED RUNNING FAILED",
        "Total_Count Updated_Count Not_Updated_Count Failed_Count Status",
        "change_owner.READ",
        "Leads Accounts Contacts Deals Campaigns Tasks Cases Meetings Calls " + OTHER_MODULES,
        """
404 REQUIRED_PARAM_MISSING You have not specified the job_id in the request.
404 INVALID_URL_PATTERN Please check if the URL trying to access is a correct one
401 OAUTH_SCOPE_MISMATCH Unauthorized
403 NO_PERMISSION Permission denied to read records
""",
    ),
    "convert_lead_v2_1": Page(
        "",
        "Contacts Deals Accounts",
        "",
        "",
        """
202 ID_ALREADY_CONVERTED id already converted
202 INVALID_DATA invalid data
202 DUPLICATE_DATA duplicate data
202 NOT_APPROVED cannot convert record that is not approved yet
202 RECORD_LOCKED cannot convert record that is not approved yet
400 INVALID_REQUEST_METHOD The http request method type is not a valid one
401 AUTHENTICATION_FAILURE Authentication failed
400 INVALID_REQUEST unable to process your request. please verify whether you have entered proper method name, \
parameter and parameter values.
""",
    ),
    "get_bulk_write_job": Page(
        "COMPLETED",
        "status character_encoding resource type module id api_name field_mappings index format find_by default_value "
        "file name added_count skipped_count updated_count total_count code callback url method result download_url "
        "created_by ignore_empty operation created_time",
        "",
        "",
        """
404 INVALID_URL_PATTERN Please check if the URL trying to access is a correct one
400 INVALID_REQUEST_METHOD The http request method type is not a valid one
401 AUTHENTICATION_FAILURE Authentication failed
401 OAUTH_SCOPE_MISMATCH invalid oauth scope to access this URL
400 RESOURCE_NOT_FOUND The requested resource doesn't exist.
""",
    ),
}
ERRORS = [
    (operation, int(line[:3]), *line[4:].split(" ", 1))
    for operation, page in PAGES.items()
    for line in page.errors.split("\n")
    if line
]
WORDS = sum(len(text.split()) for page in PAGES.values() for text in page[:4])


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One sandbox, which is reset for each row."""
    with Sandbox(clock=Clock(0), validate_responses=True) as sandbox:
        yield sandbox


def test_number_of_items() -> None:
    """No item is lost when the tables are edited."""
    assert (WORDS, len(ERRORS)) == (112, 35)


def names(schema: Any) -> Iterator[str]:
    """Yield the keys and enum values of a schema."""
    schema = resolve(schema)
    yield from (value for value in schema.get("enum", ()) if isinstance(value, str))
    for key, value in schema.get("properties", {}).items():
        yield key
        yield from names(value)
    for part in (*schema.get("oneOf", ()), *schema.get("anyOf", ()), *([schema["items"]] if "items" in schema else ())):
        yield from names(part)


@pytest.mark.parametrize("operation", PAGES)
def test_states_keys_scopes_and_modules(sandbox: Sandbox, operation: str) -> None:
    """The document has each."""
    page, compiled = PAGES[operation], sandbox.document.operations[operation]
    states = {state.replace("_", " ") for state in page.states.split()}
    assert states | set(page.keys.split()) <= set(names(content(responses(operation)[200])["schema"]))
    scopes = {s for requirement in OPERATIONS[operation][1]["security"] for s in requirement["ZohoOAuth"]}
    lower = {scope.lower() for scope in scopes}
    assert {f"zohocrm.{scope}".lower() for scope in page.scopes.split()} <= lower
    assert all(compiled.supports_module(module, custom=False) for module in page.modules.split())


@pytest.mark.parametrize("row", ERRORS, ids=lambda row: "-".join(map(str, row)))
def test_error(sandbox: Sandbox, row: tuple[str, int, str, str]) -> None:
    """An example has status, code and message, and a request gets them from the sandbox."""
    operation, status, code, message = row
    said = [e["value"] for e in map(resolve, content(responses(operation)[status])["examples"].values())]
    assert any(f'"{message}"' in json.dumps(body) and f'"{code}"' in json.dumps(body) for body in said)
    sent = []
    for request in (request for key, request in PROVOKED.items() if key[:3] == (operation, status, code)):
        sandbox.reset()
        if request.fault:
            sandbox.inject_fault(operation, request.fault)
        headers = request.headers or (
            {} if code == "AUTHENTICATION_FAILURE" else {"Authorization": "Zoho-oauthtoken sandbox"}
        )
        with httpx.Client(transport=sandbox.transport(), base_url="https://www.zohoapis.com") as client:
            response = client.request(request.method, request.path, headers=headers, json=request.body)
        sent.append((response.status_code, f'"message":"{message}"' in response.text))
    assert (status, True) in sent


def test_sample_of_every_page() -> None:
    """Each page has a sample response, which another test compares byte for byte."""
    for operation in PAGES:
        assert any(name.startswith(f"{operation}-") and name in COMPONENTS["examples"] for name in SAMPLES)
