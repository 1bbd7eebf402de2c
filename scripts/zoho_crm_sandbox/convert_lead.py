"""Lead conversion: a lead becomes a contact, an account and, if asked, a deal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zoho_crm_sandbox.call import Answer, Call, Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADERS = {
    b"content-disposition": b"attachment; filename=response.json",
    b"content-language": b"en-US",
}
CONTACT_FIELDS = ("First_Name", "Last_Name", "Email", "Phone", "Mobile", "Lead_Source")
"""What a new contact takes over from its lead."""
ACCOUNT_FIELDS = ("Phone", "Website")
"""What a new account takes over from the lead, besides its name."""


def convert_lead_v2_1(call: Call) -> Answer:
    """Converts a lead, or says in ``data[0]`` why not.

    Args:
        call: The call.

    Raises:
        Refusal: The request is malformed, or the lead cannot be converted in this way.
    """
    if not call.conforms("lead_id"):
        raise Refusal("INVALID_REQUEST")
    body = call.json()
    violations = call.operation.violations(body)
    # What is wrong outside of data[0], or with data[0] as a whole, is the request's fault and not the record's.
    if any(len(place) < 2 or (len(place) == 2 and keyword == "type") for place, keyword in violations):
        raise Refusal("INVALID_REQUEST")
    call.authorize()
    if violations:
        raise _wrong(violations[0][0])
    with call.state.transaction():
        return Answer({"data": [_convert(call, body["data"][0])]}, headers=HEADERS)


def _convert(call: Call, asked: dict[str, Any]) -> dict[str, str | None]:
    state, organization = call.state, call.token.organization
    lead_id = call.parameters["lead_id"]
    lead = state.record(organization, "Leads", lead_id)
    if lead is None:
        raise _wrong(["data", 0, "id"])
    if not lead["$approved"]:
        raise _refused("NOT_APPROVED", {"id": lead_id})
    if lead["$locked_by"]:
        raise _refused("RECORD_LOCKED", {"action": lead["$locked_by"], "id": lead_id})
    if lead["$converted"]:
        raise _refused("ID_ALREADY_CONVERTED", {})
    for module in ("Accounts", "Contacts"):
        if module in asked and state.record(organization, module, asked[module]) is None:
            raise _wrong(["data", 0, module])
    if "assign_to" in asked and state.user(organization, asked["assign_to"]) is None:
        raise _wrong(["data", 0, "assign_to"])
    if "Contacts" not in asked:
        _check_unique(call, lead)

    owner = asked.get("assign_to", lead["Owner"])
    account = asked.get("Accounts") or _account_of(call, lead, owner)
    contact = asked.get("Contacts") or _new_contact(call, lead, owner)
    _join(call, contact, account, overwrite=asked.get("overwrite", False))
    deal = None
    if "Deals" in asked:
        fields = {**asked["Deals"], "Contact_Name": contact, "Account_Name": account, "Owner": owner, "Tag": []}
        deal = state.add_record(organization, "Deals", fields)
    made = {"Contacts": contact, "Deals": deal, "Accounts": account}
    _carry_tags(call, lead, made, asked.get("carry_over_tags", {}))
    state.update_record(organization, lead_id, {**lead, "$converted": True, "$converted_detail": made})
    return made


def _check_unique(call: Call, lead: dict[str, Any]) -> None:
    """Checks that the contact that would be made shares no unique value with another."""
    state, organization = call.state, call.token.organization
    contacts = state.module(organization, "Contacts")
    for field in contacts.unique_fields if contacts else ():
        other = state.find_record(organization, "Contacts", field, lead[field]) if lead.get(field) else None
        if other:
            place = _json_path(["data", 0, field])
            raise _refused("DUPLICATE_DATA", {"api_name": field, "module": "Contacts", "json_path": place, "id": other})


def _account_of(call: Call, lead: dict[str, Any], owner: str) -> str | None:
    """Returns the account of the lead's company, which is made if there is none; None for a lead without a company."""
    state, organization = call.state, call.token.organization
    company = lead.get("Company")
    if not company:
        return None
    fields = {"Account_Name": company, "Owner": owner, "Tag": [], **_taken_over(lead, ACCOUNT_FIELDS)}
    found = state.find_record(organization, "Accounts", "Account_Name", company)
    return found or state.add_record(organization, "Accounts", fields)


def _new_contact(call: Call, lead: dict[str, Any], owner: str) -> str:
    fields = {"Owner": owner, "Account_Name": None, "Tag": [], **_taken_over(lead, CONTACT_FIELDS)}
    return call.state.add_record(call.token.organization, "Contacts", fields)


def _join(call: Call, contact: str, account: str | None, *, overwrite: bool) -> None:
    """Makes the contact one of the account. A contact that has another account keeps it unless told otherwise."""
    state, organization = call.state, call.token.organization
    fields = state.record(organization, "Contacts", contact)
    if fields and account and (overwrite or not fields["Account_Name"]):
        state.update_record(organization, contact, {**fields, "Account_Name": account})


def _carry_tags(call: Call, lead: dict[str, Any], made: dict[str, Any], asked: dict[str, list[str]]) -> None:
    """Gives the lead's tags to the records for which they are named. A name that the lead lacks carries nothing."""
    state, organization = call.state, call.token.organization
    for module, names in asked.items():
        fields = state.record(organization, module, made[module]) if made[module] else None
        if fields:
            carried = [name for name in lead["Tag"] if name in names and name not in fields["Tag"]]
            state.update_record(organization, made[module], {**fields, "Tag": fields["Tag"] + carried})


def _taken_over(lead: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {name: lead[name] for name in names if name in lead}


def _refused(code: str, details: dict[str, Any]) -> Refusal:
    return Refusal(code, details=details, headers=HEADERS)


def _wrong(place: Sequence[str | int]) -> Refusal:
    """Returns the refusal of a value, which names the innermost key at its place."""
    key = next(step for step in reversed(place) if isinstance(step, str))
    return _refused("INVALID_DATA", {"api_name": key, "json_path": _json_path(place)})


def _json_path(place: Sequence[str | int]) -> str:
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
