"""Every error that the document declares for an operation can be provoked by a plain request, or by a planted fault."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_sandbox import Clock, Sandbox
from zoho_crm_sandbox.contract import installed_document

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCUMENT = json.loads(installed_document().read_text("utf-8"))
COMPONENTS = DOCUMENT["components"]

Row = tuple[str, int, str, str]
"""Operation, status, code, and what the example's name ends with."""


@dataclass(frozen=True)
class Request:
    """A request, which is planted a fault before it is made if ``fault`` is a code."""

    method: str
    path: str
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    fault: str | None = None

    def with_token(self, token: str | None) -> Request:
        return replace(self, headers={"Authorization": f"Zoho-oauthtoken {token}"} if token else {})


CONVERSION = {"data": [{"Deals": {"Deal_Name": "Sample"}}]}
GOOD = {
    "get_mass_update_status": Request("GET", "/crm/v8/Accounts/actions/mass_update?job_id=554023000000506003"),
    "get_mass_change_owner_status": Request(
        "GET", "/crm/v8/Leads/actions/mass_change_owner?job_id=3652397000009565021"
    ),
    "get_inventory_mass_convert_status": Request(
        "GET", "/crm/v8/Quotes/actions/mass_convert?job_id=2423488000000626117"
    ),
    "get_bulk_write_job": Request("GET", "/crm/bulk/v8/write/4150868000005350003"),
    "convert_lead_v2_1": Request("POST", "/crm/v2.1/Leads/738964000002118030/actions/convert", CONVERSION),
}
"""A request that each operation accepts."""


def at(path: str) -> Request:
    """Returns a GET request."""
    return Request("GET", path)


def conversion(lead: str, body: Any = CONVERSION) -> Request:
    """Returns the request for a conversion of a lead."""
    return Request("POST", f"/crm/v2.1/Leads/{lead}/actions/convert", body)


def provoked_everywhere() -> Iterator[tuple[Row, Request]]:
    """Yields the errors that every operation has, each with a request that provokes it."""
    for operation, good in GOOD.items():
        good = good.with_token("sandbox")
        yield (operation, 400, "INVALID_HOST", ""), replace(good, headers={**good.headers, "Host": "crm.zoho.com"})
        yield (operation, 404, "INVALID_URL_PATTERN", ""), replace(good, path=good.path.replace("/crm/", "/crn/"))
        yield (operation, 400, "INVALID_REQUEST_METHOD", ""), replace(good, method="PUT")
        yield (operation, 401, "AUTHENTICATION_FAILURE", ""), good.with_token(None)
        yield (operation, 401, "INVALID_TOKEN", ""), good.with_token("sandbox-expired")
        yield (operation, 401, "INVALID_OAUTHTOKEN", ""), good.with_token("sandbox-dropped")
        yield (operation, 401, "OAUTH_SCOPE_MISMATCH", ""), good.with_token("sandbox-no-scope")
        yield (operation, 403, "NO_PERMISSION", ""), good.with_token("sandbox-no-permission")
        yield (operation, 400, "AUTHORIZATION_FAILED", ""), good.with_token("sandbox-no-privilege")
        yield (operation, 429, "TOO_MANY_REQUESTS", ""), replace(good, fault="TOO_MANY_REQUESTS")
        yield (operation, 500, "INTERNAL_ERROR", ""), replace(good, fault="INTERNAL_ERROR")
        yield (operation, 500, "INTERNAL_SERVER_ERROR", ""), replace(good, fault="INTERNAL_SERVER_ERROR")


PROVOKED: dict[Row, Request] = {
    **dict(provoked_everywhere()),
    # mass update
    ("get_mass_update_status", 400, "MANDATORY_NOT_FOUND", ""): at("/crm/v8/Leads/actions/mass_update"),
    ("get_mass_update_status", 400, "INVALID_DATA", ""): at("/crm/v8/Leads/actions/mass_update?job_id=1"),
    ("get_mass_update_status", 404, "NOT_FOUND", ""): at("/crm/v7/Leads/actions/mass_update?job_id=1"),
    ("get_mass_update_status", 400, "INVALID_MODULE", ""): at("/crm/v8/Nonsense/actions/mass_update?job_id=1"),
    ("get_mass_update_status", 400, "INVALID_MODULE", "not_supported"): at(
        "/crm/v8/Documents/actions/mass_update?job_id=1"
    ),
    ("get_mass_update_status", 400, "NO_RECORDS_FOUND", ""): at(
        "/crm/v8/Accounts/actions/mass_update?job_id=554023000000506011"
    ),
    ("get_mass_update_status", 400, "INVALID_REQUEST", ""): at("/crm/v8/Leads/actions/mass_update?job_id=1&job_id=2"),
    ("get_mass_update_status", 400, "UNABLE_TO_PARSE_DATA_TYPE", ""): at(
        "/crm/v8/Leads/actions/mass_update?job_id=12345678901234567890"
    ),
    # mass change owner
    ("get_mass_change_owner_status", 404, "REQUIRED_PARAM_MISSING", ""): at("/crm/v8/Leads/actions/mass_change_owner"),
    ("get_mass_change_owner_status", 400, "REQUIRED_PARAM_MISSING", "bad_request"): at(
        "/crm/v8/Leads/actions/mass_change_owner?job_id="
    ),
    ("get_mass_change_owner_status", 404, "NOT_FOUND", ""): at(
        "/crm/v8/Leads/actions/mass_change_owner?job_id=3652397000009565027"
    ),
    ("get_mass_change_owner_status", 400, "INVALID_MODULE", ""): at("/crm/v8/Nonsense/actions/mass_change_owner"),
    ("get_mass_change_owner_status", 400, "INVALID_MODULE", "not_supported"): at(
        "/crm/v8/Projects/actions/mass_change_owner"
    ),
    ("get_mass_change_owner_status", 400, "API_NOT_SUPPORTED", ""): at("/crm/v3/Leads/actions/mass_change_owner"),
    ("get_mass_change_owner_status", 400, "INVALID_REQUEST", ""): at(
        "/crm/v8/Leads/actions/mass_change_owner?job_id=1&job_id=1"
    ),
    ("get_mass_change_owner_status", 400, "UNABLE_TO_PARSE_DATA_TYPE", ""): at(
        "/crm/v8/Leads/actions/mass_change_owner?job_id=12345678901234567890"
    ),
    # inventory mass convert
    ("get_inventory_mass_convert_status", 400, "REQUIRED_PARAM_MISSING", ""): at("/crm/v8/Quotes/actions/mass_convert"),
    ("get_inventory_mass_convert_status", 400, "INVALID_DATA", ""): at("/crm/v8/Quotes/actions/mass_convert?job_id=x"),
    ("get_inventory_mass_convert_status", 400, "INVALID_MODULE", ""): at("/crm/v8/Leads/actions/mass_convert"),
    ("get_inventory_mass_convert_status", 400, "API_NOT_SUPPORTED", ""): at("/crm/v5/Quotes/actions/mass_convert"),
    ("get_inventory_mass_convert_status", 400, "INVALID_REQUEST", ""): at(
        "/crm/v8/Quotes/actions/mass_convert?job_id=&job_id="
    ),
    ("get_inventory_mass_convert_status", 400, "UNABLE_TO_PARSE_DATA_TYPE", ""): at(
        "/crm/v8/Quotes/actions/mass_convert?job_id=12345678901234567890"
    ),
    # bulk write
    ("get_bulk_write_job", 400, "RESOURCE_NOT_FOUND", ""): at("/crm/bulk/v6/write/415086800000535000"),
    ("get_bulk_write_job", 404, "RESOURCE_NOT_FOUND", ""): at("/crm/bulk/v7/write/415086800000535000"),
    ("get_bulk_write_job", 400, "INVALID_REQUEST", ""): at("/crm/bulk/v8/write/abc"),
    ("get_bulk_write_job", 400, "UNABLE_TO_PARSE_DATA_TYPE", ""): at("/crm/bulk/v8/write/12345678901234567890"),
    # lead conversion
    ("convert_lead_v2_1", 400, "INVALID_REQUEST", ""): conversion("abc"),
    ("convert_lead_v2_1", 400, "UNABLE_TO_PARSE_DATA_TYPE", ""): conversion("738964000002118030", None),
    ("convert_lead_v2_1", 202, "INVALID_DATA", ""): conversion("73896400000211801"),
    ("convert_lead_v2_1", 202, "ID_ALREADY_CONVERTED", ""): conversion("738964000002118012"),
    ("convert_lead_v2_1", 202, "DUPLICATE_DATA", ""): conversion("738964000002131001"),
    ("convert_lead_v2_1", 202, "NOT_APPROVED", ""): conversion("1306462000000496025"),
    ("convert_lead_v2_1", 202, "RECORD_LOCKED", ""): conversion("475243000003269880"),
}


def resolve(node: dict[str, Any]) -> dict[str, Any]:
    """Returns what a reference leads to."""
    while "$ref" in node:
        _, _, kind, name = node["$ref"].split("/")
        node = COMPONENTS[kind][name]
    return node


def codes(schema: dict[str, Any]) -> Iterator[str]:
    """Yields the error codes that a schema of an answer allows."""
    schema = resolve(schema)
    for option in schema.get("oneOf", ()):
        yield from codes(option)
    properties = schema.get("properties", {})
    if "const" in properties.get("code", {}):
        yield properties["code"]["const"]
    if "data" in properties:
        yield from codes(properties["data"]["items"])


def declared() -> Iterator[tuple[Row, Any]]:
    """Yields every error that the document declares, with the body of its example."""
    for item in DOCUMENT["paths"].values():
        for operation in item.values():
            for status, response in operation["responses"].items():
                for content in resolve(response).get("content", {}).values():
                    in_examples = set()
                    for name, example in content["examples"].items():
                        body = resolve(example)["value"]
                        error = body["data"][0] if "data" in body else body
                        if error.get("status") == "error":
                            in_examples.add(error["code"])
                            case = name.partition("-")[2].removeprefix(error["code"].lower()).lstrip("-")
                            yield (operation["operationId"], int(status), error["code"], case), body
                    assert in_examples == set(codes(content["schema"])), (operation["operationId"], status)


DECLARED = dict(declared())


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One sandbox for all rows, which is reset for each."""
    with Sandbox(clock=Clock(0), validate_answers=True) as sandbox:
        yield sandbox


def test_every_declared_error_is_provoked_and_no_other() -> None:
    """The table above has a row for each declared error, and no more."""
    assert PROVOKED.keys() == DECLARED.keys()
    assert len({row[:3] for row in PROVOKED}) >= 34


@pytest.mark.parametrize("row", DECLARED, ids=lambda row: "-".join(map(str, row)).rstrip("-"))
def test_error(sandbox: Sandbox, row: Row) -> None:
    """The request gets the error, at its status and with the example's text."""
    operation, status, _, _ = row
    request = PROVOKED[row]
    sandbox.reset()
    if request.fault:
        sandbox.plant(operation, request.fault)
    headers = request.headers if request.headers or row[2] == "AUTHENTICATION_FAILURE" else None
    with httpx.Client(transport=sandbox.transport(), base_url="https://www.zohoapis.com") as client:
        response = client.request(
            request.method,
            request.path,
            headers={"Authorization": "Zoho-oauthtoken sandbox"} if headers is None else headers,
            json=request.body,
        )
    assert response.status_code == status
    assert response.text == json.dumps(DECLARED[row], ensure_ascii=False, separators=(",", ":"))
    assert "allow" not in response.headers


@pytest.mark.parametrize("operation", GOOD)
def test_a_good_request_is_none_of_them(sandbox: Sandbox, operation: str) -> None:
    """The request that the rows above spoil succeeds when it is not spoiled."""
    sandbox.reset()
    good = GOOD[operation].with_token("sandbox")
    with httpx.Client(transport=sandbox.transport(), base_url="https://www.zohoapis.com") as client:
        assert client.request(good.method, good.path, headers=good.headers, json=good.body).status_code == 200
    assert sandbox.journal[-1].operation_id == operation
