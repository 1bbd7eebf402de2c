"""Conversion of leads: the client against the sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from contract import both, client
from test_document import COMPONENTS
from zoho_crm_jobs import errors
from zoho_crm_jobs.api.convert_lead import convert_lead_v2_1
from zoho_crm_jobs.models import CarryOverTags, ConvertLeadV21Deal, ConvertLeadV21Request, LeadConversionV21

if TYPE_CHECKING:
    from collections.abc import Callable

    from zoho_crm_sandbox import Sandbox

EXAMPLES = COMPONENTS["examples"]
LEAD = "738964000002118026"


def body(**conversion: Any) -> ConvertLeadV21Request:
    """Returns the request of a conversion."""
    return ConvertLeadV21Request(data=[LeadConversionV21(**conversion)])


@both
def test_captured(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """The captured request, through the models, gets the captured answer; a second time it is refused."""
    request = ConvertLeadV21Request.from_dict(EXAMPLES["convert_lead_v2_1-success-request"]["value"])
    crm = client(sandbox)

    answer = call(convert_lead_v2_1, LEAD, client=crm, body=request)
    assert str(answer.to_dict()) == str(EXAMPLES["convert_lead_v2_1-success"]["value"])
    with pytest.raises(errors.IdAlreadyConvertedError) as caught:
        call(convert_lead_v2_1, LEAD, client=crm, body=request)
    assert caught.value.status_code == 202


@pytest.mark.parametrize(
    "name", [name for name in EXAMPLES if name.startswith("convert_lead_v2_1-") and name.endswith("-request")]
)
def test_requests_survive_the_models(name: str) -> None:
    """A captured request is the same after a round trip."""
    value = EXAMPLES[name]["value"]

    assert ConvertLeadV21Request.from_dict(value).to_dict() == value


@both
def test_without_a_deal(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """A lead without a company and without a deal becomes a contact alone."""
    answer = call(convert_lead_v2_1, "738964000002118042", client=client(sandbox), body=body())

    assert (answer.data[0].contacts, answer.data[0].deals, answer.data[0].accounts) == (
        "738964000002130035",
        None,
        None,
    )


@both
def test_new_records(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """Contact, account and deal are made when none are named."""
    conversion = body(
        deals=ConvertLeadV21Deal(deal_name="Sample", stage="Closed Won", amount=5000.5),
        carry_over_tags=CarryOverTags(contacts=["tag1"], deals=["tag2"]),
    )
    (lead,) = call(convert_lead_v2_1, "738964000002118030", client=client(sandbox), body=conversion).data

    assert len({lead.contacts, lead.accounts, lead.deals}) == 3


@both
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
def test_refused(
    call: Callable[..., Any],
    sandbox: Sandbox,
    lead_id: str,
    conversion: dict[str, Any],
    error: type[errors.ApiError],
    details: dict[str, str],
) -> None:
    """What does not exist, or is of another organization, is refused by name and place, and nothing is converted."""
    crm = client(sandbox)
    with pytest.raises(error) as caught:
        call(convert_lead_v2_1, lead_id, client=crm, body=body(**conversion))

    assert caught.value.details.to_dict() == details
    assert call(convert_lead_v2_1, LEAD, client=crm, body=body()).data[0].contacts
