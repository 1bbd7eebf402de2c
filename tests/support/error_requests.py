"""A request for each error that the document declares for an operation, and a request that the operation accepts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Row = tuple[str, int, str, str]
"""Operation, status, code, and what the example's name ends with."""


@dataclass(frozen=True)
class Request:
    """A request that is sent ``times`` times, after the error ``fault`` was injected if there is one."""

    method: str
    path: str
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    fault: str | None = None
    times: int = 1

    def with_token(self, token: str | None) -> Request:
        return replace(self, headers={"Authorization": f"Zoho-oauthtoken {token}"} if token else {})


ACCOUNTS_VIEW = 554023000000091515
BY_VIEW: dict[str, Any] = {"data": [{"Industry": "Education"}], "cvid": str(ACCOUNTS_VIEW)}
NEW_OWNER: dict[str, Any] = {"cvid": "554023000000091553", "owner": {"id": "2423488000000483001"}}
CRITERIA = {"field": {"api_name": "City"}, "comparator": "equal", "value": "Oslo"}
ORDERS = {"api_name": "Sales_Orders", "id": "2423488000000000171"}
TO_ORDERS: dict[str, Any] = {
    "convert_to": [{"module": ORDERS, "carry_over_tags": True}],
    "ids": ["2423488000000625004"],
}
DEAL = {"Deal_Name": "Sample", "Stage": "Closed Won", "Closing_Date": "2026-01-25"}

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
    "schedule_mass_update": Request("POST", "/crm/v8/Accounts/actions/mass_update", BY_VIEW),
    "schedule_mass_change_owner": Request("POST", "/crm/v8/Leads/actions/mass_change_owner", NEW_OWNER),
    "schedule_inventory_mass_convert": Request("POST", "/crm/v8/Quotes/actions/mass_convert", TO_ORDERS),
    "convert_lead_v3": Request("POST", "/crm/v3/Leads/738964000002118030/actions/convert", CONVERSION),
    "convert_lead": Request("POST", "/crm/v8/Leads/738964000002118030/actions/convert", {"data": [{}]}),
    "get_lead_conversion_options": Request("GET", "/crm/v8/Leads/738964000002118038/__conversion_options"),
}
"""A request that each operation accepts."""


def at(path: str) -> Request:
    """Return a GET request."""
    return Request("GET", path)


def conversion(lead: str, body: Any = CONVERSION) -> Request:
    """Return a request to convert a lead in v2.1."""
    return Request("POST", f"/crm/v2.1/Leads/{lead}/actions/convert", body)


def update(module: str = "Accounts", version: str = "v8", **keys: Any) -> Request:
    """Return a valid request to update a view, with some keys changed; None removes a key."""
    body = {key: value for key, value in {**BY_VIEW, **keys}.items() if value is not None}
    return Request("POST", f"/crm/{version}/{module}/actions/mass_update", body)


def update_record(record: str, module: str = "Accounts", **values: Any) -> Request:
    """Return a request to update one record."""
    return update(module, data=[values or {"Industry": "Education"}], cvid=None, ids=[record])


def view(number: int) -> str:
    """Return the id of a view that is a named input."""
    return str(ACCOUNTS_VIEW + 2 * number)


def transfer(module: str = "Leads", version: str = "v8", **keys: Any) -> Request:
    """Return a valid request to change the owner of a view, with some keys changed; None removes a key."""
    body = {key: value for key, value in {**NEW_OWNER, **keys}.items() if value is not None}
    return Request("POST", f"/crm/{version}/{module}/actions/mass_change_owner", body)


def transfer_with(**keys: Any) -> Request:
    """Return a valid request to change the owner by a criterion with some keys changed; None removes a key."""
    return transfer(criteria={key: value for key, value in {**CRITERIA, **keys}.items() if value is not None})


def orders(module: str = "Quotes", version: str = "v8", **keys: Any) -> Request:
    """Return a valid request to convert quotes, with some keys changed; None removes a key."""
    body = {key: value for key, value in {**TO_ORDERS, **keys}.items() if value is not None}
    return Request("POST", f"/crm/{version}/{module}/actions/mass_convert", body)


def lead(record: str = "738964000002118030", version: str = "v8", **keys: Any) -> Request:
    """Return a request to convert a lead, from v4 on."""
    return Request("POST", f"/crm/{version}/Leads/{record}/actions/convert", {"data": [keys]})


def options(record: str, version: str = "v8") -> Request:
    """Return a request for the conversion options of a lead."""
    return at(f"/crm/{version}/Leads/{record}/__conversion_options")


def provoked_by_leads() -> Iterator[tuple[Row, Request]]:
    """Yield the errors of a lead or its conversion: with 400, and with 202 for the leads that are named inputs."""
    late = "3652397000009835021"
    for status, record in ((400, "738964000002118030"), (202, late)):
        broken: dict[str, dict[str, Any]] = {
            "INVALID_DATA record-invalid_data": {"Accounts": {"id": "1"}},
            "INVALID_DATA record-subordinate": {"assign_to": {"id": "2423488000000483007"}},
            "MANDATORY_NOT_FOUND record-mandatory_not_found": {"Deals": {**DEAL, "Stage": None}},
            "MAPPING_MISMATCH ": {"Deals": {**DEAL, "Stage": "Ghost", "Pipeline": "Standard (Standard)"}},
            "NOT_ALLOWED record-not_allowed": {"add_to_existing_record": False},
        }
        for name, keys in broken.items():
            code, _, case = name.partition(" ")
            deal = {key: value for key, value in keys.get("Deals", {}).items() if value is not None}
            sent: dict[str, Any] = {"Deals": deal} if deal else keys
            yield ("convert_lead", status, code, case), lead(record, **sent)
    for code, case, bad, accepted in (
        ("DUPLICATE_DATA", "", "738964000002131001", late),
        ("ID_ALREADY_CONVERTED", "", "738964000002118012", "3652397000009835022"),
        ("INVALID_DATA", "", "1", "3652397000009835023"),
        ("CANNOT_PERFORM_ACTION", "record-cannot_perform_action", "3652397000009836003", "3652397000009835025"),
        ("NOT_REVIEWED", "record-not_reviewed", "3652397000009836005", "3652397000009835026"),
    ):
        yield ("convert_lead", 400, code, case), lead(bad)
        yield ("convert_lead", 202, code, case), lead(accepted)


def provoked_everywhere() -> Iterator[tuple[Row, Request]]:
    """Yield the errors of every operation, each with a request that provokes it."""
    for operation, good in GOOD.items():
        good = good.with_token("sandbox")
        yield (operation, 400, "INVALID_HOST", ""), replace(good, headers={**good.headers, "Host": "crm.zoho.com"})
        yield (operation, 404, "INVALID_URL_PATTERN", ""), replace(good, path=good.path.replace("/crm/", "/crn/"))
        yield (
            (operation, 400, "INVALID_REQUEST_METHOD", ""),
            replace(
                good,
                method="PUT" if good.body else "DELETE",
            ),
        )
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
    # mass update, submitted
    ("schedule_mass_update", 400, "INVALID_DATA", "no_field"): update(data=[]),
    ("schedule_mass_update", 400, "INVALID_DATA", "field_limit"): update(data=[{"Industry": "a", "Phone": "b"}]),
    ("schedule_mass_update", 400, "INVALID_DATA", "field"): update(data=[{"Owner": "1"}]),
    ("schedule_mass_update", 400, "INVALID_DATA", "layout_rule"): update(data=[{"Layout_Rule_Field": "a"}]),
    ("schedule_mass_update", 400, "INVALID_DATA", "validation_rule"): update(data=[{"Validation_Rule_Field": "a"}]),
    ("schedule_mass_update", 400, "INVALID_DATA", "hidden_field"): update(data=[{"Hidden_Field": "a"}]),
    ("schedule_mass_update", 400, "INVALID_DATA", ""): update(cvid="1"),
    ("schedule_mass_update", 400, "MANDATORY_NOT_FOUND", ""): update(cvid=None),
    ("schedule_mass_update", 400, "ALREADY_SCHEDULED", ""): replace(update(), times=2),
    ("schedule_mass_update", 202, "ALREADY_SCHEDULED", ""): replace(update(version="v7"), times=2),
    ("schedule_mass_update", 400, "LIMIT_EXCEEDED", ""): update(cvid=view(2)),
    ("schedule_mass_update", 400, "NO_RECORDS_FOUND", ""): update(cvid=view(1)),
    ("schedule_mass_update", 400, "NOT_SUPPORTED", ""): update("Documents"),
    ("schedule_mass_update", 400, "INVALID_MODULE", ""): update("Nonsense"),
    ("schedule_mass_update", 400, "INVALID_DATA", "record-invalid_data"): update_record("1"),
    ("schedule_mass_update", 400, "INVALID_DATA", "record-picklist"): update_record(
        "554023000000497007", "Deals", Pipeline="Nonsense"
    ),
    ("schedule_mass_update", 400, "MANDATORY_NOT_FOUND", "record-mandatory_not_found"): update_record(
        "554023000000500001", Account_Name=None
    ),
    ("schedule_mass_update", 400, "MAPPING_MISMATCH", "record-mapping_mismatch"): update_record(
        "554023000000497007", "Deals", Pipeline="Renewals (Standard)", Stage="Needs Analysis"
    ),
    ("schedule_mass_update", 400, "NOT_APPROVED", "record-not_approved"): update_record("554023000000497041"),
    ("schedule_mass_update", 400, "RECORD_LOCKED", "record-record_locked"): update_record("554023000000497043"),
    ("schedule_mass_update", 400, "CONVERTED_RECORD", "record-converted_record"): update_record("554023000000497045"),
    ("schedule_mass_update", 400, "CANNOT_PROCESS", "record-cannot_process"): update_record("554023000000497047"),
    ("schedule_mass_update", 400, "RECORD_IN_BLUEPRINT", "record-record_in_blueprint"): update_record(
        "554023000000497049"
    ),
    ("schedule_mass_update", 400, "CANNOT_PERFORM_ACTION", "record-cannot_perform_action"): update_record(
        "554023000000497051"
    ),
    ("schedule_mass_update", 400, "NOT_SUPPORTED", "record-not_supported"): update_record("554023000000497053"),
    ("schedule_mass_update", 400, "INVALID_MODULE", "record-invalid_module"): update_record("554023000000497055"),
    ("schedule_mass_update", 400, "NOT_APPROVED", "record-not_approved-image"): update_record("554023000000497057"),
    ("schedule_mass_update", 400, "RECORD_LOCKED", "record-record_locked-image"): update_record("554023000000497059"),
    ("schedule_mass_update", 400, "INVALID_DATA", "record-maximum_length"): update_record(
        "554023000000500001", Short_Field="eleven char"
    ),
    ("schedule_mass_update", 400, "INVALID_DATA", "record-limit"): update_record(
        "554023000000500001", Limited_Field=["a", "b", "c"]
    ),
    ("schedule_mass_update", 400, "INVALID_DATA", "record-maximum_decimal_place"): update_record(
        "554023000000500001", Decimal_Field=1.234
    ),
    ("schedule_mass_update", 400, "INVALID_DATA", "record-range"): update_record(
        "554023000000500001", Ranged_Field=101
    ),
    ("schedule_mass_update", 400, "INVALID_DATA", "record-subordinate"): update_record(
        "554023000000500001", User_lookup={"id": "2423488000000483007"}
    ),
    ("schedule_mass_update", 403, "NO_PERMISSION", "field"): update(data=[{"Field_Without_Permission": "a"}]),
    ("schedule_mass_update", 403, "NO_PERMISSION", "view"): update(cvid=view(3)),
    ("schedule_mass_update", 400, "INVALID_REQUEST", ""): replace(update(), body=[]),
    ("schedule_mass_update", 400, "UNABLE_TO_PARSE_DATA_TYPE", ""): replace(update(), body=None),
    # mass change of owner, submitted
    ("schedule_mass_change_owner", 400, "INVALID_DATA", ""): transfer(cvid="1"),
    ("schedule_mass_change_owner", 400, "INVALID_DATA", "owner"): transfer(owner={"id": "1"}),
    ("schedule_mass_change_owner", 400, "INVALID_DATA", "value"): transfer_with(field="City"),
    ("schedule_mass_change_owner", 400, "INVALID_DATA", "subordinate"): transfer(owner={"id": "2423488000000483007"}),
    ("schedule_mass_change_owner", 400, "MANDATORY_NOT_FOUND", ""): transfer(cvid=None),
    ("schedule_mass_change_owner", 400, "RECORD_LIMIT_EXCEEDED", ""): transfer("Accounts", cvid=view(2)),
    ("schedule_mass_change_owner", 400, "COMBINED_CRITERIA_LIMIT_EXCEEDED", ""): transfer("Accounts", cvid=view(10)),
    ("schedule_mass_change_owner", 400, "EXPECTED_FIELD_MISSING", ""): transfer_with(field={}),
    ("schedule_mass_change_owner", 400, "AMBIGUITY_DURING_PROCESSING", ""): transfer_with(
        field={"api_name": "City", "id": "1"}
    ),
    ("schedule_mass_change_owner", 400, "DEPENDENT_FIELD_MISSING", ""): transfer_with(comparator=None),
    ("schedule_mass_change_owner", 400, "DEPENDENT_MISMATCH", ""): transfer_with(
        field={"api_name": "Annual_Revenue"}, comparator="starts_with"
    ),
    ("schedule_mass_change_owner", 400, "NOT_ALLOWED", ""): transfer(owner={"id": "2423488000000483009"}),
    ("schedule_mass_change_owner", 400, "NO_RECORDS_FOUND", ""): transfer_with(),
    ("schedule_mass_change_owner", 400, "NOT_SUPPORTED", ""): transfer("Documents"),
    ("schedule_mass_change_owner", 400, "INVALID_MODULE", ""): transfer("Nonsense"),
    ("schedule_mass_change_owner", 400, "API_NOT_SUPPORTED", ""): transfer(version="v3"),
    ("schedule_mass_change_owner", 400, "INVALID_REQUEST", ""): replace(transfer(), body=[]),
    ("schedule_mass_change_owner", 400, "UNABLE_TO_PARSE_DATA_TYPE", ""): replace(transfer(), body=None),
    # inventory mass convert, submitted
    ("schedule_inventory_mass_convert", 400, "MANDATORY_NOT_FOUND", ""): orders(ids=None),
    ("schedule_inventory_mass_convert", 400, "INVALID_DATA", ""): orders(ids=["1"]),
    ("schedule_inventory_mass_convert", 400, "AMBIGUITY_DURING_PROCESSING", ""): orders(
        convert_to=[{"module": {**ORDERS, "id": "1"}, "carry_over_tags": True}]
    ),
    ("schedule_inventory_mass_convert", 400, "LIMIT_EXCEEDED", ""): orders(
        ids=[str(2423488000000627001 + 2 * index) for index in range(51)]
    ),
    ("schedule_inventory_mass_convert", 400, "EXPECTED_FIELD_MISSING", ""): orders(convert_to=[]),
    ("schedule_inventory_mass_convert", 400, "ID_ALREADY_CONVERTED", ""): orders(ids=["2423488000000625041"]),
    ("schedule_inventory_mass_convert", 400, "NOT_APPROVED", ""): orders(ids=["2423488000000625043"]),
    ("schedule_inventory_mass_convert", 400, "NOT_REVIEWED", ""): orders(ids=["2423488000000625045"]),
    ("schedule_inventory_mass_convert", 403, "NO_PERMISSION", "record"): orders(ids=["2423488000000625049"]),
    ("schedule_inventory_mass_convert", 400, "INVALID_MODULE", ""): orders("Leads"),
    ("schedule_inventory_mass_convert", 400, "API_NOT_SUPPORTED", ""): orders(version="v5"),
    ("schedule_inventory_mass_convert", 400, "INVALID_REQUEST", ""): replace(orders(), body=[]),
    ("schedule_inventory_mass_convert", 400, "UNABLE_TO_PARSE_DATA_TYPE", ""): replace(orders(), body=None),
    # lead conversion from v4 on
    **dict(provoked_by_leads()),
    ("convert_lead", 400, "NOT_APPROVED", ""): lead("1306462000000496025"),
    ("convert_lead", 400, "RECORD_LOCKED", ""): lead("475243000003269880"),
    ("convert_lead", 400, "RECORD_LOCKED", "locked"): lead("3652397000009836001"),
    ("convert_lead", 400, "MANDATORY_NOT_FOUND", ""): lead("3652397000009837009"),
    ("convert_lead", 400, "CANNOT_PERFORM_ACTION", ""): lead("3652397000009837001"),
    ("convert_lead", 400, "NOT_ALLOWED", ""): lead("3652397000009837003"),
    ("convert_lead", 400, "NOT_REVIEWED", ""): lead("3652397000009837005"),
    ("convert_lead", 400, "REQUIRED_PARAM_MISSING", ""): lead("3652397000009837007"),
    ("convert_lead", 400, "INVALID_REQUEST", ""): lead("abc"),
    ("convert_lead", 400, "UNABLE_TO_PARSE_DATA_TYPE", ""): replace(lead(), body=None),
    ("get_lead_conversion_options", 400, "INVALID_DATA", ""): options("1"),
    ("get_lead_conversion_options", 400, "NOT_APPROVED", ""): options("1306462000000496025"),
    ("get_lead_conversion_options", 400, "RECORD_LOCKED", ""): options("475243000003269880"),
    ("get_lead_conversion_options", 400, "API_NOT_SUPPORTED", ""): options("738964000002118038", "v5"),
    ("get_lead_conversion_options", 400, "INVALID_REQUEST", ""): options("abc"),
    ("get_lead_conversion_options", 400, "UNABLE_TO_PARSE_DATA_TYPE", ""): options("12345678901234567890"),
}
PROVOKED |= {
    ("convert_lead_v3", *row[1:]): replace(request, path=request.path.replace("v2.1", "v3"))
    for row, request in PROVOKED.items()
    if row[0] == "convert_lead_v2_1"
}


CLIENT = {"client_id": "1000.SANDBOX", "client_secret": "sandbox-client-secret"}
DOCUMENTED_CLIENT = {"client_id": "1000.CLIENT", "client_secret": "sandbox-secret"}
REFRESH = {**DOCUMENTED_CLIENT, "grant_type": "refresh_token", "refresh_token": "1000.refresh"}
BY_CODE = {
    **DOCUMENTED_CLIENT,
    "grant_type": "authorization_code",
    "code": "1000.code",
    "redirect_uri": "https://www.example.com/redirect",
}
FOR_CLIENT = {**CLIENT, "grant_type": "client_credentials", "scope": "ZohoCRM.bulk.ALL", "soid": "ZohoCRM.694902309"}
"""The fields of requests for tokens that the accounts server accepts."""
