"""Lead conversion: the client against the sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from zoho_crm_jobs import errors
from zoho_crm_jobs.api.convert_lead import (
    convert_lead,
    convert_lead_v2_1,
    convert_lead_v3,
    get_lead_conversion_options,
)
from zoho_crm_jobs.models import (
    CarryOverTags,
    ConvertLeadRequest,
    ConvertLeadV21Deal,
    ConvertLeadV21Request,
    LeadConversion,
    LeadConversionV21,
    Reference,
)

from tests.support.clients import client, sync_and_asyncio
from tests.support.spec import COMPONENTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from zoho_crm_sandbox import Sandbox

EXAMPLES = COMPONENTS["examples"]
LEAD = "738964000002118026"


def body(**conversion: Any) -> ConvertLeadV21Request:
    """Return a request to convert a lead."""
    return ConvertLeadV21Request(data=[LeadConversionV21(**conversion)])


@sync_and_asyncio
def test_captured_conversion(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """The captured request gets the captured response; a second time it is an error."""
    request = ConvertLeadV21Request.from_dict(EXAMPLES["convert_lead_v2_1-success-request"]["value"])
    crm = client(sandbox)

    converted = call(convert_lead_v2_1, LEAD, client=crm, body=request)
    assert str(converted.to_dict()) == str(EXAMPLES["convert_lead_v2_1-success"]["value"])
    with pytest.raises(errors.IdAlreadyConvertedError) as caught:
        call(convert_lead_v2_1, LEAD, client=crm, body=request)
    assert caught.value.status_code == 202


@pytest.mark.parametrize(
    "name", [name for name in EXAMPLES if name.startswith("convert_lead_v2_1-") and name.endswith("-request")]
)
def test_captured_requests_survive_the_models(name: str) -> None:
    """A captured request is the same after a round trip."""
    value = EXAMPLES[name]["value"]

    assert ConvertLeadV21Request.from_dict(value).to_dict() == value


@sync_and_asyncio
def test_without_company_and_deal(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """Such a lead becomes a contact only."""
    converted = call(convert_lead_v2_1, "738964000002118042", client=client(sandbox), body=body())

    assert (converted.data[0].contacts, converted.data[0].deals, converted.data[0].accounts) == (
        "738964000002130035",
        None,
        None,
    )


@sync_and_asyncio
def test_new_records(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """Contact, account and deal are created if the request names none."""
    conversion = body(
        deals=ConvertLeadV21Deal(deal_name="Sample", stage="Closed Won", amount=5000.5),
        carry_over_tags=CarryOverTags(contacts=["tag1"], deals=["tag2"]),
    )
    (lead,) = call(convert_lead_v2_1, "738964000002118030", client=client(sandbox), body=conversion).data

    assert len({lead.contacts, lead.accounts, lead.deals}) == 3


@sync_and_asyncio
@pytest.mark.parametrize(
    ("lead_id", "conversion", "error", "details"),
    [
        ("1", {}, errors.InvalidDataError, {"api_name": "id", "json_path": "$.data[0].id"}),
        (LEAD, {"accounts": "1"}, errors.InvalidDataError, {"api_name": "Accounts", "json_path": "$.data[0].Accounts"}),
        (LEAD, {"contacts": "x"}, errors.InvalidDataError, {"api_name": "Contacts", "json_path": "$.data[0].Contacts"}),
        (
            LEAD,
            {"assign_to": "1"},
            errors.InvalidDataError,
            {"api_name": "assign_to", "json_path": "$.data[0].assign_to"},
        ),
        (
            LEAD,
            {"carry_over_tags": CarryOverTags(deals=cast("list[str]", [1]))},
            errors.InvalidDataError,
            {"api_name": "Deals", "json_path": "$.data[0].carry_over_tags.Deals[0]"},
        ),
        ("7000000010002118026", {}, errors.InvalidDataError, {"api_name": "id", "json_path": "$.data[0].id"}),
    ],
)
def test_v2_1_errors(
    call: Callable[..., Any],
    sandbox: Sandbox,
    lead_id: str,
    conversion: dict[str, Any],
    error: type[errors.ApiError],
    details: dict[str, str],
) -> None:
    """The error names the place, and the lead is not converted."""
    crm = client(sandbox)
    with pytest.raises(error) as caught:
        call(convert_lead_v2_1, lead_id, client=crm, body=body(**conversion))

    assert caught.value.details.to_dict() == details
    assert call(convert_lead_v2_1, LEAD, client=crm, body=body()).data[0].contacts


@sync_and_asyncio
def test_from_v4_on(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """The documentation's request creates a deal; a second time it is a flat error with status 400."""
    request = ConvertLeadRequest.from_dict(EXAMPLES["convert_lead-converted-request"]["value"])
    crm = client(sandbox)
    (converted,) = call(convert_lead, LEAD, client=crm, body=request).data

    assert converted.message == "The record has been converted successfully"
    assert converted.details.contacts.id == "738964000002058055"
    assert converted.details.deals.name == "test"
    with pytest.raises(errors.IdAlreadyConvertedError) as caught:
        call(convert_lead, LEAD, client=crm, body=request)
    assert (caught.value.status_code, caught.value.details.resource_path_index) == (400, 1)


@sync_and_asyncio
@pytest.mark.parametrize(
    ("lead_id", "conversion", "error"),
    [
        ("1", LeadConversion(), errors.InvalidDataError),
        (LEAD, LeadConversion(accounts=Reference(id="1")), errors.InvalidDataError),
        ("1306462000000496025", LeadConversion(), errors.NotApprovedError),
        ("475243000003269880", LeadConversion(), errors.RecordLockedError),
        ("738964000002131001", LeadConversion(), errors.DuplicateDataError),
    ],
)
def test_errors_from_v4_on(
    call: Callable[..., Any], sandbox: Sandbox, lead_id: str, conversion: LeadConversion, error: type[errors.ApiError]
) -> None:
    """All have status 400, flat or in data."""
    with pytest.raises(error) as caught:
        call(convert_lead, lead_id, client=client(sandbox), body=ConvertLeadRequest(data=[conversion]))

    assert caught.value.status_code == 400


@sync_and_asyncio
def test_options(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """The account with the name of the company matches; an unknown lead is an error."""
    crm = client(sandbox)
    options = call(get_lead_conversion_options, "738964000002118038", client=crm).field_conversion_options

    assert [account.id for account in options.accounts] == ["738964000002058030"]
    with pytest.raises(errors.InvalidDataError):
        call(get_lead_conversion_options, "1", client=crm)


def test_v3_has_the_contract_of_v2_1(sandbox: Sandbox) -> None:
    """Ids are text, the response has ids only, and a failure has status 202."""
    request = ConvertLeadV21Request.from_dict(EXAMPLES["convert_lead_v3-success-request"]["value"])
    crm = client(sandbox)
    converted = convert_lead_v3.sync(LEAD, client=crm, body=request)
    assert converted.to_dict() == EXAMPLES["convert_lead_v2_1-success"]["value"]
    with pytest.raises(errors.IdAlreadyConvertedError) as caught:
        convert_lead_v3.sync(LEAD, client=crm, body=request)
    assert caught.value.status_code == 202


@pytest.mark.parametrize("role", ["738964000000006871", "Decision Maker"])
def test_a_role_by_id_or_by_name(sandbox: Sandbox, role: str) -> None:
    """A page has the id of the role, the vendor's file its name."""
    deal = {"Deal_Name": "Sample", "Stage": "Closed Won", "Closing_Date": "2026-01-25", "Contact_Role": role}
    request = ConvertLeadRequest.from_dict({"data": [{"Deals": deal}]})
    assert convert_lead.sync("738964000002118030", client=client(sandbox), body=request).data[0].code == "SUCCESS"
