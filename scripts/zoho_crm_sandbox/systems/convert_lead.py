"""Lead conversion: turns a lead into a contact, an account and, on request, a deal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from zoho_crm_sandbox.call import Call, Response, System, ZohoError, place_details, success
from zoho_crm_sandbox.seed import ORGANIZATION, lead
from zoho_crm_sandbox.systems.fields import PIPELINES, accepts, fields_of, lacks_stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zoho_crm_sandbox.call import Seeding
    from zoho_crm_sandbox.contract import Steps
    from zoho_crm_sandbox.state.organization import Organization

CONTACT_FIELDS = ("First_Name", "Last_Name", "Email", "Phone", "Mobile", "Lead_Source")
"""The fields that a new contact copies from its lead."""
ACCOUNT_FIELDS = ("Phone", "Website")
"""The fields that a new account copies from its lead, besides the company."""
SCHEDULED = "SCHEDULED"
OPTION_FIELDS = {
    "Contacts": ("Full_Name", "Email"),
    "Accounts": ("Phone", "Account_Type", "Website", "Account_Name"),
}
"""The fields of a record in the conversion options."""
SEVERAL_LAYOUTS = ("Deals",)
"""The modules with several layouts."""
DEFAULTS: dict[str, Any] = {"Tag": [], "$approved": True, "$locked_by": None, "$converted": False}
LAYOUT = {"name": "Standard", "id": "4150868000000000023"}
WITH_202 = "3652397000009835"
"""The start of the ids of leads whose conversion has a response with status 202."""
NAMED_INPUTS: dict[str, dict[str, Any]] = {
    # Converted, with 202 SCHEDULED.
    f"{WITH_202}020": {"$outcome": "SCHEDULED"},
    # Any error has status 202.
    f"{WITH_202}021": {"$error_status": 202, "Mobile": "+1 555 0100"},
    f"{WITH_202}022": {"$error_status": 202, "$converted": True},
    f"{WITH_202}023": {"$error_status": 202, "$outcome": "INVALID_DATA"},
    f"{WITH_202}025": {"$error_status": 202, "$outcome": "record-CANNOT_PERFORM_ACTION"},
    f"{WITH_202}026": {"$error_status": 202, "$outcome": "record-NOT_REVIEWED"},
    # An error with status 400 in data[0].
    "3652397000009836001": {"$locked_by": "record_locking"},
    "3652397000009836003": {"$outcome": "record-CANNOT_PERFORM_ACTION"},
    "3652397000009836005": {"$outcome": "record-NOT_REVIEWED"},
    # A flat error with status 400.
    "3652397000009837001": {"$outcome": "CANNOT_PERFORM_ACTION"},
    "3652397000009837003": {"$outcome": "NOT_ALLOWED"},
    "3652397000009837005": {"$outcome": "NOT_REVIEWED"},
    "3652397000009837007": {"$outcome": "REQUIRED_PARAM_MISSING"},
    "3652397000009837009": {"$outcome": "MANDATORY_NOT_FOUND"},
}
"""Leads that choose the response to their conversion, from v4 on."""


class ConversionRequest(NamedTuple):
    """A request to convert a lead, whatever its version.

    ``account`` and ``contact`` are ids of records to link; None finds or creates one. ``owner`` is None for the owner
    of the lead, ``deal`` for no deal. ``tags`` are the names of the tags to copy, by module. ``overwrite`` moves a
    linked contact from another account. ``matches`` looks for a contact that matches the lead. ``add_to_existing`` uses
    a contact with the same unique value, which otherwise is an error.
    """

    account: str | None
    contact: str | None
    owner: str | None
    deal: dict[str, Any] | None
    tags: dict[str, list[str]]
    overwrite: bool
    matches: bool = False
    add_to_existing: bool = False


class Match(NamedTuple):
    """A contact or account that matches a lead in ``field``; ``unique`` if no two records may share its value."""

    module: str
    record: str
    field: str
    value: str
    unique: bool


def convert_lead_v2_1(call: Call) -> Response:
    """Convert a lead in v2.1 or v3; the response to a lead that cannot be converted has the error in ``data[0]``."""
    lead = _lead(call)
    requested = _read(call, lead)
    if lead is None:
        raise _invalid(call, lead, ["data", 0, "id"])
    _check_state(call, lead)
    if lead["$converted"]:
        raise _error(call, lead, "ID_ALREADY_CONVERTED", details={})
    request = ConversionRequest(
        account=requested.get("Accounts"),
        contact=requested.get("Contacts"),
        owner=requested.get("assign_to"),
        deal=requested.get("Deals"),
        tags=requested.get("carry_over_tags", {}),
        overwrite=requested.get("overwrite", False),
    )
    for module, record in (("Accounts", request.account), ("Contacts", request.contact)):
        if record and call.organization.record(module, record) is None:
            raise _invalid(call, lead, ["data", 0, module])
    if request.owner and call.organization.user(request.owner) is None:
        raise _invalid(call, lead, ["data", 0, "assign_to"])
    with call.state.transaction():
        return Response({"data": [_convert(call, lead, request)]})


def convert_lead(call: Call) -> Response:
    """Convert a lead in v4 or later."""
    lead = _lead(call)
    requested = _read(call, lead)
    if lead is None:
        raise ZohoError("INVALID_DATA", status=400, case="")
    status = lead.get("$error_status", 400)
    if lead["$converted"]:
        raise ZohoError("ID_ALREADY_CONVERTED", status=status)
    _check_state(call, lead)
    outcome = lead.get("$outcome", "")
    if outcome and outcome != SCHEDULED:
        # A named input, such as "NOT_REVIEWED" (about the lead) or "record-NOT_REVIEWED" (in data[0]).
        in_data, _, code = outcome.rpartition("-")
        raise _error(call, lead, code, f"record-{code.lower()}") if in_data else ZohoError(code, status=status, case="")
    request = _request(call, lead, requested)
    with call.state.transaction():
        made = _convert(call, lead, request)
    if outcome == SCHEDULED:
        # No operation returns the status of this job, so the lead is converted at once.
        body = success("Convert lead scheduled successfully", {"job_id": call.organization.next_id()}, SCHEDULED)
        return Response({"data": [body]}, status=202)
    details = {module: _name_and_id(call, module, made[module]) for module in ("Contacts", "Deals", "Accounts")}
    return Response({"data": [success("The record has been converted successfully", details)]})


def get_lead_conversion_options(call: Call) -> Response:
    """Return the contacts and accounts that match a lead."""
    if not call.conforms("lead_id"):
        raise ZohoError("INVALID_REQUEST")
    call.authorize()
    lead = _lead(call)
    if lead is None or lead["$converted"]:
        raise ZohoError("INVALID_DATA")
    if not lead["$approved"]:
        raise ZohoError("NOT_APPROVED")
    if lead["$locked_by"]:
        raise ZohoError("RECORD_LOCKED")
    matches = _matches(call.organization, lead)
    if not matches:
        return Response(None, status=204)
    options: dict[str, Any] = {
        "module_preference": _module(call, matches[0].module),
        "Contacts": _options(call, matches, "Contacts"),
        "preference_field_matched_value": {
            module: [
                {
                    "field": {"api_name": match.field, "id": fields_of(module)[match.field].id},
                    "matched_lead_value": match.value,
                }
                for match in matches
                if match.module == module
            ]
            or None
            for module in ("Contacts", "Accounts")
        },
        "Accounts": _options(call, matches, "Accounts"),
        "modules_with_multiple_layouts": [_module(call, module) for module in SEVERAL_LAYOUTS],
    }
    return Response({"__conversion_options": options})


def _lead(call: Call) -> dict[str, Any] | None:
    """Return the fields of the lead, with defaults; None if it does not exist."""
    lead = call.organization.record("Leads", call.parameters["lead_id"])
    return None if lead is None else {**DEFAULTS, "Owner": call.token.user, **lead}


def _read(call: Call, lead: dict[str, Any] | None) -> dict[str, Any]:
    """Return ``data[0]`` of the body if it is valid."""
    if not call.conforms("lead_id"):
        raise ZohoError("INVALID_REQUEST")
    body = call.json()
    violations = call.operation.violations(body)
    # Only errors inside data[0] are errors of the record; others are errors of the request.
    if any(len(place) < 2 or (len(place) == 2 and keyword == "type") for place, keyword in violations):
        raise ZohoError("INVALID_REQUEST")
    call.authorize()
    for place, keyword in violations:
        if keyword == "required" and call.operation.declares("MANDATORY_NOT_FOUND"):
            raise _error(call, lead, "MANDATORY_NOT_FOUND", "record-mandatory_not_found", place_details(place))
        if place[-1] == "add_to_existing_record" and keyword == "enum":
            raise _error(call, lead, "NOT_ALLOWED", "record-not_allowed")
        raise _invalid(call, lead, place)
    requested: dict[str, Any] = body["data"][0]
    for name, value in (requested.get("Deals") or {}).items():
        if not accepts("Deals", name, value):
            raise _invalid(call, lead, ["data", 0, "Deals", name])
    return requested


def _check_state(call: Call, lead: dict[str, Any]) -> None:
    lead_id = call.parameters["lead_id"]
    if not lead["$approved"]:
        raise _error(call, lead, "NOT_APPROVED", details={"id": lead_id})
    if lead["$locked_by"]:
        case = "locked" if lead["$locked_by"] == "record_locking" else ""
        raise _error(call, lead, "RECORD_LOCKED", case, {"action": lead["$locked_by"], "id": lead_id})


def _request(call: Call, lead: dict[str, Any], requested: dict[str, Any]) -> ConversionRequest:
    """Return the request if everything that it names exists."""
    organization = call.organization
    named = {key: requested.get(key, {}).get("id") for key in ("Accounts", "Contacts", "assign_to")}
    for module in ("Accounts", "Contacts"):
        if named[module] and organization.record(module, named[module]) is None:
            raise _invalid(call, lead, ["data", 0, module, "id"])
    if named["assign_to"]:
        kind = organization.user_kind(named["assign_to"])
        if kind == "not_subordinate":
            raise _error(call, lead, "INVALID_DATA", "record-subordinate")
        if kind != "active":
            raise _invalid(call, lead, ["data", 0, "assign_to", "id"])
    deal = requested.get("Deals")
    if requested.get("move_attachments_to", {}).get("api_name") == "Deals" and deal is None:
        raise _invalid(call, lead, ["data", 0, "move_attachments_to", "api_name"])
    if deal:
        if deal.get("Pipeline", "Standard (Standard)") not in PIPELINES:
            raise _invalid(call, lead, ["data", 0, "Deals", "Pipeline"])
        if lacks_stage(deal.get("Pipeline"), deal["Stage"]):
            raise _error(call, lead, "MAPPING_MISMATCH")
    return ConversionRequest(
        account=named["Accounts"],
        contact=named["Contacts"],
        owner=named["assign_to"],
        deal=deal,
        tags=requested.get("carry_over_tags", {}),
        overwrite=requested.get("overwrite", False),
        matches=True,
        add_to_existing="add_to_existing_record" in requested,
    )


def _convert(call: Call, lead: dict[str, Any], request: ConversionRequest) -> dict[str, str | None]:
    """Convert the lead and return the ids of its contact, deal and account."""
    organization = call.organization
    contact = request.contact
    if contact is None and request.matches:
        match = next((one for one in _matches(organization, lead) if one.module == "Contacts"), None)
        contact = match.record if match and (request.add_to_existing or not match.unique) else None
    if contact is None:
        _check_unique(call, lead)
    owner = request.owner or lead["Owner"]
    account = request.account or _account_of(organization, lead, owner)
    contact = contact or organization.add_record(
        "Contacts", {"Owner": owner, "Account_Name": None, "Tag": [], **_copied(lead, CONTACT_FIELDS)}
    )
    _link(organization, contact, account, overwrite=request.overwrite)
    deal = None
    if request.deal is not None:
        fields = {**request.deal, "Contact_Name": contact, "Account_Name": account, "Owner": owner, "Tag": []}
        deal = organization.add_record("Deals", fields)
    made = {"Contacts": contact, "Deals": deal, "Accounts": account}
    _copy_tags(organization, lead["Tag"], made, request.tags)
    organization.update_record(call.parameters["lead_id"], {**lead, "$converted": True, "$converted_detail": made})
    return made


def _unique_fields(organization: Organization) -> tuple[str, ...]:
    contacts = organization.module("Contacts")
    return contacts.unique_fields if contacts else ()


def _matches(organization: Organization, lead: dict[str, Any]) -> list[Match]:
    """Return the records that match a lead, the best match first, at most one of each module."""
    candidates = [
        *(("Contacts", field, True) for field in _unique_fields(organization)),
        ("Contacts", "Email", False),
        ("Accounts", "Account_Name", False),
    ]
    found: dict[str, Match] = {}
    for module, field, unique in candidates:
        value = lead.get("Company" if module == "Accounts" else field)
        record = organization.find_record(module, field, value) if value and module not in found else None
        if record and value:
            found[module] = Match(module, record, field, value, unique)
    if "Contacts" not in found and lead.get("Last_Name"):
        name = (lead.get("First_Name"), lead["Last_Name"])
        for record, fields in organization.records("Contacts"):
            if (fields.get("First_Name"), fields.get("Last_Name")) == name:
                found["Contacts"] = Match("Contacts", record, "Last_Name", lead["Last_Name"], unique=False)
                break
    return list(found.values())


def _check_unique(call: Call, lead: dict[str, Any]) -> None:
    """Check that no contact has a unique value of the contact to create."""
    for field in _unique_fields(call.organization):
        other = call.organization.find_record("Contacts", field, lead[field]) if lead.get(field) else None
        if other:
            details = {"api_name": field, "module": "Contacts", **place_details(["data", 0, field]), "id": other}
            raise _error(call, lead, "DUPLICATE_DATA", details=details)


def _account_of(organization: Organization, lead: dict[str, Any], owner: str) -> str | None:
    """Return the account of the lead's company, created if it does not exist; None for a lead without a company."""
    company = lead.get("Company")
    if not company:
        return None
    fields = {"Account_Name": company, "Owner": owner, "Tag": [], **_copied(lead, ACCOUNT_FIELDS)}
    found = organization.find_record("Accounts", "Account_Name", company)
    return found or organization.add_record("Accounts", fields)


def _link(organization: Organization, contact: str, account: str | None, *, overwrite: bool) -> None:
    """Link a contact to an account, unless it has one that must not be overwritten."""
    fields = organization.record("Contacts", contact)
    if fields and account and (overwrite or not fields.get("Account_Name")):
        organization.update_record(contact, {**fields, "Account_Name": account})


def _copy_tags(
    organization: Organization, tags: list[str], made: dict[str, Any], requested: dict[str, list[str]]
) -> None:
    """Copy to the new records the tags of the lead that the request names."""
    for module, names in requested.items():
        fields = organization.record(module, made[module]) if made[module] else None
        if fields:
            kept = fields.get("Tag", [])
            copied = [tag for tag in tags if tag in names and tag not in kept]
            organization.update_record(made[module], {**fields, "Tag": kept + copied})


def _copied(lead: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {name: lead[name] for name in names if name in lead}


def _name_and_id(call: Call, module: str, record: str | None) -> dict[str, str] | None:
    fields = call.organization.record(module, record) if record else None
    return {"name": _name(module, fields), "id": record} if fields and record else None


def _name(module: str, fields: dict[str, Any]) -> str:
    if module == "Contacts":
        return " ".join(fields[part] for part in ("First_Name", "Last_Name") if fields.get(part))
    name: str = fields.get({"Accounts": "Account_Name", "Deals": "Deal_Name"}[module], "")
    return name


def _options(call: Call, matches: list[Match], module: str) -> list[dict[str, Any]] | None:
    """Return the matching records of a module as conversion options; None if there are none."""
    options = []
    for match in matches:
        fields = call.organization.record(module, match.record) if match.module == module else None
        if fields:
            values = {"Full_Name": _name(module, fields), **fields}
            own = {name: values.get(name) for name in OPTION_FIELDS[module]}
            options.append({"Layout": LAYOUT, **own, "$editable": True, "id": match.record})
    return options or None


def _module(call: Call, api_name: str) -> dict[str, str]:
    module = call.organization.module(api_name)
    return {"api_name": api_name, "id": module.id if module else ""}


def _error(
    call: Call, lead: dict[str, Any] | None, code: str, case: str = "", details: dict[str, Any] | None = None
) -> ZohoError:
    """Return an error in ``data[0]``: with 202 as captured in v2.1, else with 400 or the status of a named input."""
    status = (lead or {}).get("$error_status", 400) if "version" in call.parameters else 202
    case = case if call.operation.declares(code, case) else ""
    return ZohoError(code, status=status, case=case, details=details)


def _invalid(call: Call, lead: dict[str, Any] | None, place: Steps) -> ZohoError:
    return _error(call, lead, "INVALID_DATA", "record-invalid_data", place_details(place))


def seed(seeding: Seeding) -> None:
    """Add the leads that are named inputs."""
    for index, (record, state) in enumerate(NAMED_INPUTS.items()):
        fields = lead("Refused", f"Lead {index}", f"Refused {index}", **state)
        seeding.state.of(ORGANIZATION).add_record("Leads", fields, record)


SYSTEM = System(
    "convert_lead",
    {
        "convert_lead_v2_1": convert_lead_v2_1,
        "convert_lead_v3": convert_lead_v2_1,
        "convert_lead": convert_lead,
        "get_lead_conversion_options": get_lead_conversion_options,
    },
    costs={"convert_lead": 5, "convert_lead_v2_1": 5, "convert_lead_v3": 5},
    seed=seed,
)
