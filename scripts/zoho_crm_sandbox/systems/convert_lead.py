"""Lead conversion: a lead becomes a contact, an account and, if asked, a deal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from zoho_crm_sandbox.call import Call, Response, System, ZohoError, json_path
from zoho_crm_sandbox.seed import ORGANIZATION, lead
from zoho_crm_sandbox.systems import fields as metadata

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zoho_crm_sandbox.call import Seeding

HEADERS = {
    b"content-disposition": b"attachment; filename=response.json",
    b"content-language": b"en-US",
}
CONTACT_FIELDS = ("First_Name", "Last_Name", "Email", "Phone", "Mobile", "Lead_Source")
"""What a new contact takes over from its lead."""
ACCOUNT_FIELDS = ("Phone", "Website")
"""What a new account takes over from the lead, besides its name."""
SCHEDULED = "SCHEDULED"
CONVERTED_MESSAGE = "The record has been converted successfully"
SCHEDULED_MESSAGE = "Convert lead scheduled successfully"
OPTION_FIELDS = {
    "Contacts": ("Full_Name", "Email"),
    "Accounts": ("Phone", "Account_Type", "Website", "Account_Name"),
}
"""What the conversion options show of a record."""
SEVERAL_LAYOUTS = ("Deals",)
"""The modules that have several layouts."""
DEFAULTS: dict[str, Any] = {"Tag": [], "$approved": True, "$locked_by": None, "$converted": False}
"""What a lead is if nothing else was said of it."""
LAYOUT = {"name": "Standard", "id": "4150868000000000023"}
CONVERTED_LATER = "3652397000009835"
"""What the ids of the leads start with whose conversion is answered with 202."""
REFUSED_LEADS: dict[str, dict[str, Any]] = {
    # Converted, and answered with 202 SCHEDULED.
    f"{CONVERTED_LATER}020": {"$outcome": "SCHEDULED"},
    # Refused with 202 whatever it is refused for.
    f"{CONVERTED_LATER}021": {"$refused_with": 202, "Mobile": "+1 555 0100"},
    f"{CONVERTED_LATER}022": {"$refused_with": 202, "$approved": False},
    f"{CONVERTED_LATER}023": {"$refused_with": 202, "$locked_by": "zia_vision_processing"},
    f"{CONVERTED_LATER}024": {"$refused_with": 202, "$locked_by": "record_locking"},
    f"{CONVERTED_LATER}025": {"$refused_with": 202, "$outcome": "record-CANNOT_PERFORM_ACTION"},
    f"{CONVERTED_LATER}026": {"$refused_with": 202, "$outcome": "record-NOT_REVIEWED"},
    f"{CONVERTED_LATER}027": {"$refused_with": 202, "$outcome": "record-REQUIRED_PARAM_MISSING"},
    # Refused with 400, in data[0].
    "3652397000009836001": {"$locked_by": "record_locking"},
    "3652397000009836003": {"$outcome": "record-CANNOT_PERFORM_ACTION"},
    "3652397000009836005": {"$outcome": "record-NOT_REVIEWED"},
    "3652397000009836007": {"$outcome": "record-REQUIRED_PARAM_MISSING"},
    # Refused with 400, flat.
    "3652397000009837001": {"$outcome": "CANNOT_PERFORM_ACTION"},
    "3652397000009837003": {"$outcome": "NOT_ALLOWED"},
    "3652397000009837005": {"$outcome": "NOT_REVIEWED"},
    "3652397000009837007": {"$outcome": "REQUIRED_PARAM_MISSING"},
}
"""Leads that are named inputs for a conversion from v4 on, by what it is answered."""


class Wish(NamedTuple):
    """A conversion that is asked for, in whatever form the version has it.

    Attributes:
        account: The id of the account to link; None to find or make one.
        contact: The id of the contact to link; None to find or make one.
        owner: The id of the user who gets what is made; None for the owner of the lead.
        deal: The fields of the deal to make; None to make none.
        tags: The tags to carry over, by module.
        overwrite: Whether a linked contact leaves another account for this one.
        matches: Whether contacts are looked for that match the lead.
        add_to_existing: Whether a contact that must not be made twice may be used instead.
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
    """A record that a lead goes together with.

    Attributes:
        module: Its module.
        record: Its id.
        field: The field that matches.
        value: What the lead has there.
        unique: Whether no two records may share a value of the field.
    """

    module: str
    record: str
    field: str
    value: str
    unique: bool


def convert_lead_v2_1(call: Call) -> Response:
    """Converts a lead, or says in ``data[0]`` why not.

    Args:
        call: The call.

    Raises:
        ZohoError: The request is malformed, or the lead cannot be converted in this way.
    """
    asked = _read(call)
    lead = _lead(call)
    if lead is None:
        raise _wrong(["data", 0, "id"])
    _check_state(call, lead)
    if lead["$converted"]:
        raise _refused("ID_ALREADY_CONVERTED", {})
    wish = Wish(
        asked.get("Accounts"),
        asked.get("Contacts"),
        asked.get("assign_to"),
        asked.get("Deals"),
        asked.get("carry_over_tags", {}),
        asked.get("overwrite", False),
    )
    for module, record in (("Accounts", wish.account), ("Contacts", wish.contact)):
        if record and call.organization.record(module, record) is None:
            raise _wrong(["data", 0, module])
    if wish.owner and call.organization.user(wish.owner) is None:
        raise _wrong(["data", 0, "assign_to"])
    with call.state.transaction():
        return Response({"data": [_convert(call, lead, wish)]}, headers=HEADERS)


def convert_lead(call: Call) -> Response:
    """Converts a lead, as from v4 on.

    Args:
        call: The call.

    Raises:
        ZohoError: The request is malformed, or the lead cannot be converted in this way.
    """
    asked = _read(call)
    lead = _lead(call)
    if lead is None:
        raise ZohoError("INVALID_DATA", case="")
    if lead["$converted"]:
        raise ZohoError("ID_ALREADY_CONVERTED")
    _check_state(call, lead)
    outcome = lead.get("$outcome", "")
    if outcome and outcome != SCHEDULED:
        # A named input, such as "NOT_REVIEWED" (which is about the lead) or "record-NOT_REVIEWED" (in data[0]).
        in_data, _, code = outcome.rpartition("-")
        raise _in_data(call, code, f"record-{code.lower()}") if in_data else ZohoError(code, status=400, case="")
    wish = _wish(call, asked)
    with call.state.transaction():
        made = _convert(call, lead, wish)
    if outcome == SCHEDULED:
        # There is no operation that tells of this job, so that it is done at once.
        details: dict[str, Any] = {"job_id": call.organization.next_id()}
        scheduled = {"code": SCHEDULED, "details": details, "message": SCHEDULED_MESSAGE, "status": "success"}
        return Response({"data": [scheduled]}, status=202, headers=HEADERS)
    details = {module: _named(call, module, made[module]) for module in ("Contacts", "Deals", "Accounts")}
    converted = {"code": "SUCCESS", "details": details, "message": CONVERTED_MESSAGE, "status": "success"}
    return Response({"data": [converted]}, headers=HEADERS)


def get_lead_conversion_options(call: Call) -> Response:
    """Tells which contacts and accounts a lead goes together with.

    Args:
        call: The call.

    Raises:
        ZohoError: The lead does not exist, or is in a state in which it cannot be converted.
    """
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
    matches = _matches(call, lead)
    if not matches:
        return Response(None, status=204)
    preferred = _module(call, matches[0].module)
    options: dict[str, Any] = {
        "module_preference": preferred,
        "Contacts": _options(call, matches, "Contacts"),
        "preference_field_matched_value": {
            module: [
                {"field": {"api_name": match.field, "id": _field_id(match)}, "matched_lead_value": match.value}
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


def _read(call: Call) -> dict[str, Any]:
    """Returns ``data[0]`` of the body when it has the right form."""
    if not call.conforms("lead_id"):
        raise ZohoError("INVALID_REQUEST")
    body = call.json()
    violations = call.operation.violations(body)
    # What is wrong outside of data[0], or with data[0] as a whole, is the request's fault and not the record's.
    if any(len(place) < 2 or (len(place) == 2 and keyword == "type") for place, keyword in violations):
        raise ZohoError("INVALID_REQUEST")
    call.authorize()
    for place, keyword in violations:
        if keyword == "required" and call.operation.declares_code("MANDATORY_NOT_FOUND"):
            details = {"api_name": place[-1], "json_path": json_path(place)}
            raise _in_data(call, "MANDATORY_NOT_FOUND", "record-mandatory_not_found", details)
        if place[-1] == "add_to_existing_record" and keyword == "enum":
            raise _in_data(call, "NOT_ALLOWED", "record-not_allowed")
        raise _wrong(place, call)
    asked: dict[str, Any] = body["data"][0]
    return asked


def _lead(call: Call) -> dict[str, Any] | None:
    """Returns the lead, with all that a conversion looks at; None if there is none."""
    lead = call.organization.record("Leads", call.parameters["lead_id"])
    return None if lead is None else {**DEFAULTS, "Owner": call.token.user, **lead}


def _check_state(call: Call, lead: dict[str, Any]) -> None:
    """Checks that nothing holds the lead."""
    lead_id = call.parameters["lead_id"]
    if not lead["$approved"]:
        raise _in_data(call, "NOT_APPROVED", "", {"id": lead_id})
    if lead["$locked_by"]:
        # A plain lock has a text of its own where it is documented.
        plain = lead["$locked_by"] == "record_locking" and call.operation.declares("RECORD_LOCKED", "locked")
        case = "locked" if plain else ""
        raise _in_data(call, "RECORD_LOCKED", case, {"action": lead["$locked_by"], "id": lead_id})


def _wish(call: Call, asked: dict[str, Any]) -> Wish:
    """Returns what is asked for, when all that it names exists."""
    organization = call.organization
    named = {key: asked.get(key, {}).get("id") for key in ("Accounts", "Contacts", "assign_to")}
    for module in ("Accounts", "Contacts"):
        if named[module] and organization.record(module, named[module]) is None:
            raise _wrong(["data", 0, module, "id"], call)
    if named["assign_to"]:
        kind = organization.user_kind(named["assign_to"])
        if kind == "not_subordinate":
            raise _in_data(call, "INVALID_DATA", "record-subordinate")
        if kind != "active":
            raise _wrong(["data", 0, "assign_to", "id"], call)
    deal = asked.get("Deals")
    if asked.get("move_attachments_to", {}).get("api_name") == "Deals" and deal is None:
        raise _wrong(["data", 0, "move_attachments_to", "api_name"], call)
    if deal:
        if deal.get("Pipeline", "Standard (Standard)") not in metadata.PIPELINES:
            raise _wrong(["data", 0, "Deals", "Pipeline"], call)
        if metadata.missing_stage(deal.get("Pipeline"), deal["Stage"]):
            raise _in_data(call, "MAPPING_MISMATCH", "")
    return Wish(
        named["Accounts"],
        named["Contacts"],
        named["assign_to"],
        deal,
        asked.get("carry_over_tags", {}),
        asked.get("overwrite", False),
        matches=True,
        add_to_existing="add_to_existing_record" in asked,
    )


def _convert(call: Call, lead: dict[str, Any], wish: Wish) -> dict[str, str | None]:
    organization = call.organization
    matches = {match.module: match for match in reversed(_matches(call, lead))}
    contact = wish.contact
    if contact is None and wish.matches and "Contacts" in matches:
        match = matches["Contacts"]
        contact = match.record if wish.add_to_existing or not match.unique else None
    if contact is None:
        _check_unique(call, lead)
    owner = wish.owner or lead["Owner"]
    account = wish.account or _account_of(call, lead, owner)
    contact = contact or _new_contact(call, lead, owner)
    _join(call, contact, account, overwrite=wish.overwrite)
    deal = None
    if wish.deal is not None:
        fields = {**wish.deal, "Contact_Name": contact, "Account_Name": account, "Owner": owner, "Tag": []}
        deal = organization.add_record("Deals", fields)
    made = {"Contacts": contact, "Deals": deal, "Accounts": account}
    _carry_tags(call, lead, made, wish.tags)
    organization.update_record(call.parameters["lead_id"], {**lead, "$converted": True, "$converted_detail": made})
    return made


def _matches(call: Call, lead: dict[str, Any]) -> list[Match]:
    """Returns what a lead goes together with, the surest first, at most one record of each module."""
    organization = call.organization
    contacts = organization.module("Contacts")
    unique = contacts.unique_fields if contacts else ()
    candidates = [
        *(("Contacts", field, lead.get(field), True) for field in unique),
        ("Contacts", "Email", lead.get("Email"), False),
        ("Accounts", "Account_Name", lead.get("Company"), False),
    ]
    found: dict[str, Match] = {}
    for module, field, value, only_one in candidates:
        record = organization.find_record(module, field, value) if value and module not in found else None
        if record and value:
            found[module] = Match(module, record, field, value, only_one)
    if "Contacts" not in found:
        record = next(
            (
                record
                for record, fields in organization.records("Contacts")
                if lead.get("Last_Name")
                and (fields.get("First_Name"), fields.get("Last_Name")) == (lead.get("First_Name"), lead["Last_Name"])
            ),
            None,
        )
        if record:
            found["Contacts"] = Match("Contacts", record, "Last_Name", lead["Last_Name"], unique=False)
    return list(found.values())


def _check_unique(call: Call, lead: dict[str, Any]) -> None:
    """Checks that the contact that would be made shares no unique value with another."""
    organization = call.organization
    contacts = organization.module("Contacts")
    for field in contacts.unique_fields if contacts else ():
        other = organization.find_record("Contacts", field, lead[field]) if lead.get(field) else None
        if other:
            details = {"api_name": field, "module": "Contacts", "json_path": json_path(["data", 0, field]), "id": other}
            raise _in_data(call, "DUPLICATE_DATA", "", details)


def _account_of(call: Call, lead: dict[str, Any], owner: str) -> str | None:
    """Returns the account of the lead's company, which is made if there is none; None for a lead without a company."""
    organization = call.organization
    company = lead.get("Company")
    if not company:
        return None
    fields = {"Account_Name": company, "Owner": owner, "Tag": [], **_taken_over(lead, ACCOUNT_FIELDS)}
    found = organization.find_record("Accounts", "Account_Name", company)
    return found or organization.add_record("Accounts", fields)


def _new_contact(call: Call, lead: dict[str, Any], owner: str) -> str:
    fields = {"Owner": owner, "Account_Name": None, "Tag": [], **_taken_over(lead, CONTACT_FIELDS)}
    return call.organization.add_record("Contacts", fields)


def _join(call: Call, contact: str, account: str | None, *, overwrite: bool) -> None:
    """Makes the contact one of the account. A contact that has another account keeps it unless told otherwise."""
    organization = call.organization
    fields = organization.record("Contacts", contact)
    if fields and account and (overwrite or not fields.get("Account_Name")):
        organization.update_record(contact, {**fields, "Account_Name": account})


def _carry_tags(call: Call, lead: dict[str, Any], made: dict[str, Any], asked: dict[str, list[str]]) -> None:
    """Gives the lead's tags to the records for which they are named. A name that the lead lacks carries nothing."""
    organization = call.organization
    for module, names in asked.items():
        fields = organization.record(module, made[module]) if made[module] else None
        if fields:
            kept = fields.get("Tag", [])
            carried = [name for name in lead["Tag"] if name in names and name not in kept]
            organization.update_record(made[module], {**fields, "Tag": kept + carried})


def _taken_over(lead: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {name: lead[name] for name in names if name in lead}


def _named(call: Call, module: str, record: str | None) -> dict[str, str] | None:
    """Returns a record by name and id; None for none."""
    fields = call.organization.record(module, record) if record else None
    return {"name": _name(module, fields), "id": record} if fields and record else None


def _name(module: str, fields: dict[str, Any]) -> str:
    if module == "Contacts":
        return " ".join(fields[part] for part in ("First_Name", "Last_Name") if fields.get(part))
    name: str = fields.get({"Accounts": "Account_Name", "Deals": "Deal_Name"}[module], "")
    return name


def _options(call: Call, matches: list[Match], module: str) -> list[dict[str, Any]] | None:
    """Returns the matching records of a module as the conversion options show them; None if there are none."""
    shown = []
    for match in matches:
        fields = call.organization.record(module, match.record) if match.module == module else None
        if fields:
            values = {"Full_Name": _name(module, fields), **fields}
            own = {name: values.get(name) for name in OPTION_FIELDS[module]}
            shown.append({"Layout": LAYOUT, **own, "$editable": True, "id": match.record})
    return shown or None


def _module(call: Call, api_name: str) -> dict[str, str]:
    module = call.organization.module(api_name)
    return {"api_name": api_name, "id": module.id if module else ""}


def _field_id(match: Match) -> str:
    return metadata.fields_of(match.module)[match.field].id


def _in_data(call: Call, code: str, case: str, details: dict[str, Any] | None = None) -> ZohoError:
    """Returns an error in ``data[0]``: 202 as captured in v2.1, else 400 as the page has it, but for a named input."""
    lead = _lead(call) or {}
    status = lead.get("$refused_with", 400) if "version" in call.parameters else 202
    return ZohoError(code, status=status, case=case, details=details, headers=HEADERS)


def _refused(code: str, details: dict[str, Any]) -> ZohoError:
    return ZohoError(code, details=details, headers=HEADERS)


def _wrong(place: Sequence[str | int], call: Call | None = None) -> ZohoError:
    """Returns the refusal of a value, which names the innermost key at its place."""
    key = next(step for step in reversed(place) if isinstance(step, str))
    details = {"api_name": key, "json_path": json_path(place)}
    if call is None or not call.operation.declares("INVALID_DATA", "record-invalid_data"):
        return _refused("INVALID_DATA", details)
    return _in_data(call, "INVALID_DATA", "record-invalid_data", details)


def seed(seeding: Seeding) -> None:
    """Add the leads that are named inputs."""
    for index, (record, held) in enumerate(REFUSED_LEADS.items()):
        fields = lead("Refused", f"Lead {index}", f"Refused {index}", **held)
        seeding.state.of(ORGANIZATION).add_record("Leads", fields, record)


SYSTEM = System(
    "convert_lead",
    {
        "convert_lead_v2_1": convert_lead_v2_1,
        "convert_lead": convert_lead,
        "get_lead_conversion_options": get_lead_conversion_options,
    },
    costs={"convert_lead": 5, "convert_lead_v2_1": 5},
    seed=seed,
)
