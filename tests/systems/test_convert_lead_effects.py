"""Lead conversion: the records that it creates, its errors, and that it is atomic."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from zoho_crm_sandbox import Sandbox
from zoho_crm_sandbox.seed import ADMINISTRATOR, ORGANIZATION

LEAD = "738964000002118030"
SAME_COMPANY = "738964000002118038"
NO_COMPANY = "738964000002118042"
ACCOUNT = "738964000002058030"
OTHER_ACCOUNT = "4150868000003960001"
CONTACT = "738964000002058055"
USER = "738964000000291009"
FIRST_ID = 738964000002130035


def convert(zoho: httpx.Client, lead: str = LEAD, /, **asked: Any) -> httpx.Response:
    """Convert a lead."""
    return zoho.post(f"/crm/v2.1/Leads/{lead}/actions/convert", json={"data": [asked]})


def record(sandbox: Sandbox, module: str, record: str) -> dict[str, Any]:
    """Return the fields of a record."""
    fields = sandbox.state.of(ORGANIZATION).record(module, record)
    assert fields is not None
    return fields


def error_in_data(response: httpx.Response) -> tuple[Any, ...]:
    """Return the code, key and place of an error in ``data[0]``."""
    assert response.status_code == 202
    (error,) = response.json()["data"]
    return error["code"], error["details"].get("api_name"), error["details"].get("json_path")


def test_new_records(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Without ids, an account, a contact and a deal are created, in this order."""
    response = convert(zoho, Deals={"Deal_Name": "Sample", "Amount": 5000}, assign_to=USER)
    account, contact, deal = (str(FIRST_ID + number) for number in range(3))
    assert response.text == f'{{"data":[{{"Contacts":"{contact}","Deals":"{deal}","Accounts":"{account}"}}]}}'
    assert record(sandbox, "Accounts", account)["Account_Name"] == "Fischer Tools"
    made = record(sandbox, "Contacts", contact)
    assert (made["Last_Name"], made["Mobile"], made["Account_Name"]) == ("Fischer", "+1 555 0130", account)
    made = record(sandbox, "Deals", deal)
    assert (made["Deal_Name"], made["Amount"]) == ("Sample", 5000)
    assert (made["Contact_Name"], made["Account_Name"], made["Owner"]) == (contact, account, USER)
    lead = record(sandbox, "Leads", LEAD)
    assert lead["$converted_detail"] == {"Contacts": contact, "Deals": deal, "Accounts": account}


def test_no_deal_unless_requested(zoho: httpx.Client) -> None:
    """Its id is null."""
    assert convert(zoho).json() == {"data": [{"Contacts": str(FIRST_ID + 1), "Deals": None, "Accounts": str(FIRST_ID)}]}


def test_no_account_without_a_company(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Its id is null."""
    assert convert(zoho, NO_COMPANY, carry_over_tags={"Accounts": ["tag1"]}).json() == {
        "data": [{"Contacts": str(FIRST_ID), "Deals": None, "Accounts": None}]
    }
    assert record(sandbox, "Contacts", str(FIRST_ID))["Account_Name"] is None


def test_the_account_of_the_company_is_linked(zoho: httpx.Client) -> None:
    """It is not created a second time."""
    assert convert(zoho, SAME_COMPANY).json()["data"][0]["Accounts"] == ACCOUNT


@pytest.mark.parametrize(("overwrite", "account"), [(True, OTHER_ACCOUNT), (False, ACCOUNT)])
def test_overwrite_moves_a_contact_to_the_account(
    sandbox: Sandbox, zoho: httpx.Client, overwrite: bool, account: str
) -> None:
    """Without it, the contact keeps its account."""
    assert convert(zoho, Contacts=CONTACT, Accounts=OTHER_ACCOUNT, overwrite=overwrite).json() == {
        "data": [{"Contacts": CONTACT, "Deals": None, "Accounts": OTHER_ACCOUNT}]
    }
    assert record(sandbox, "Contacts", CONTACT)["Account_Name"] == account


def test_tags(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Those of the lead's tags that the request names for a module are added to its record, once."""
    tags = {"Contacts": ["tag1", "tag2", "tag3"], "Accounts": ["tag1"], "Deals": []}
    convert(zoho, Contacts=CONTACT, Accounts=ACCOUNT, Deals={}, carry_over_tags=tags)
    convert(zoho, SAME_COMPANY, Contacts=CONTACT, carry_over_tags={"Contacts": ["tag2"], "Deals": ["tag1"]})
    assert record(sandbox, "Contacts", CONTACT)["Tag"] == ["tag1", "tag2"]
    assert record(sandbox, "Accounts", ACCOUNT)["Tag"] == ["tag1"]
    assert record(sandbox, "Deals", str(FIRST_ID))["Tag"] == []


def test_converting_twice(zoho: httpx.Client) -> None:
    """The second time is an error."""
    assert convert(zoho).status_code == 200
    assert error_in_data(convert(zoho)) == ("ID_ALREADY_CONVERTED", None, None)


def test_a_unique_value_is_kept_unique(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The error names the contact that has the value."""
    contact = convert(zoho).json()["data"][0]["Contacts"]
    lead = {**record(sandbox, "Leads", "738964000002118034"), "Mobile": "+1 555 0130"}
    sandbox.state.of(ORGANIZATION).update_record("738964000002118034", lead)
    assert convert(zoho, "738964000002118034").json()["data"][0]["details"] == {
        "api_name": "Mobile",
        "module": "Contacts",
        "json_path": "$.data[0].Mobile",
        "id": contact,
    }
    assert convert(zoho, "738964000002118034", Contacts=CONTACT).status_code == 200


def test_a_contact_without_an_account_gets_one(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Even without overwrite."""
    convert(zoho, Contacts="738964000002131023", Accounts=ACCOUNT)
    assert record(sandbox, "Contacts", "738964000002131023")["Account_Name"] == ACCOUNT


@pytest.mark.parametrize(
    ("asked", "named", "place"),
    [
        ({"Accounts": "1"}, "Accounts", "$.data[0].Accounts"),
        ({"Accounts": CONTACT}, "Accounts", "$.data[0].Accounts"),
        ({"Contacts": "1"}, "Contacts", "$.data[0].Contacts"),
        ({"assign_to": "1"}, "assign_to", "$.data[0].assign_to"),
        ({"assign_to": "7000000010000225013"}, "assign_to", "$.data[0].assign_to"),
        ({"Accounts": 1}, "Accounts", "$.data[0].Accounts"),
        ({"Accounts": "x"}, "Accounts", "$.data[0].Accounts"),
        ({"overwrite": "yes"}, "overwrite", "$.data[0].overwrite"),
        ({"nonsense": 1}, "nonsense", "$.data[0].nonsense"),
        ({"Deals": []}, "Deals", "$.data[0].Deals"),
        ({"Deals": None}, "Deals", "$.data[0].Deals"),
        ({"Deals": {"Amount": "much"}}, "Amount", "$.data[0].Deals.Amount"),
        ({"Deals": {"Closing_Date": "soon"}}, "Closing_Date", "$.data[0].Deals.Closing_Date"),
        ({"carry_over_tags": {"Leads": []}}, "Leads", "$.data[0].carry_over_tags.Leads"),
        ({"carry_over_tags": {"Deals": ["a", 1]}}, "Deals", "$.data[0].carry_over_tags.Deals[1]"),
    ],
)
def test_errors_in_data(sandbox: Sandbox, zoho: httpx.Client, asked: dict[str, Any], named: str, place: str) -> None:
    """The error names the place, and nothing is created."""
    assert error_in_data(convert(zoho, **asked)) == ("INVALID_DATA", named, place)
    assert record(sandbox, "Leads", LEAD)["$converted"] is False
    assert sandbox.state.of(ORGANIZATION).record("Accounts", str(FIRST_ID)) is None


@pytest.mark.parametrize(
    "body",
    [
        "{}",
        "[]",
        "1",
        "null",
        '{"data": {}}',
        '{"data": []}',
        '{"data": [{}, {}]}',
        '{"data": [1]}',
        '{"data": [null]}',
        '{"data": [{}], "trigger": []}',
    ],
)
def test_errors_outside_data(zoho: httpx.Client, body: str) -> None:
    """They are errors of the request, not of the record."""
    response = zoho.post(f"/crm/v2.1/Leads/{LEAD}/actions/convert", content=body)
    assert (response.status_code, response.json()["code"]) == (400, "INVALID_REQUEST")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"data",
        b"\xff",
        b'{"data": [{"Deals": {"Amount": NaN}}]}',
        b'{"data": [{"Deals": {"Amount": 1e999}}]}',
        b'{"data": [{"Deals": {"Deal_Name": "\\ud800"}}]}',
        b'{"data": [{"Deals": {"Amount": ' + b"9" * 5000 + b"}}]}",
        b'{"data": ' + b"[" * 100_000,
    ],
)
def test_invalid_json(zoho: httpx.Client, body: bytes) -> None:
    """Including numbers and characters that JSON cannot express."""
    response = zoho.post(f"/crm/v2.1/Leads/{LEAD}/actions/convert", content=body)
    assert (response.status_code, response.json()["code"]) == (400, "UNABLE_TO_PARSE_DATA_TYPE")


@pytest.mark.parametrize(
    ("lead", "code"),
    [
        ("abc", "INVALID_REQUEST"),
        ("12a", "INVALID_REQUEST"),
        ("%20", "INVALID_REQUEST"),
        ("%D9%A1", "INVALID_REQUEST"),
        ("12345678901234567890", "UNABLE_TO_PARSE_DATA_TYPE"),
    ],
)
def test_invalid_id(zoho: httpx.Client, lead: str, code: str) -> None:
    """An id is a number of up to 19 digits."""
    response = convert(zoho, lead)
    assert (response.status_code, response.json()["code"]) == (400, code)


def test_the_order_of_the_checks(zoho: httpx.Client) -> None:
    """The body is checked before the lead, and the lead before the records that it links."""
    assert error_in_data(convert(zoho, "1", Accounts="1")) == ("INVALID_DATA", "id", "$.data[0].id")
    assert error_in_data(convert(zoho, "1", Accounts="x")) == ("INVALID_DATA", "Accounts", "$.data[0].Accounts")
    assert error_in_data(convert(zoho, "738964000002118012", Accounts="1"))[0] == "ID_ALREADY_CONVERTED"


def test_a_conversion_is_atomic(sandbox: Sandbox, zoho: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a failure in the middle, nothing has changed."""
    with monkeypatch.context() as patch:
        patch.setattr("zoho_crm_sandbox.systems.convert_lead._copy_tags", None)
        assert convert(zoho, Deals={}).json()["code"] == "INTERNAL_ERROR"
    assert sandbox.state.of(ORGANIZATION).record("Accounts", str(FIRST_ID)) is None
    assert convert(zoho, Deals={}).json()["data"][0]["Accounts"] == str(FIRST_ID)


def test_new_ids_are_unused(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """An id that a record has is skipped."""
    sandbox.state.of(ORGANIZATION).add_record("Deals", {}, str(FIRST_ID + 1))
    made = convert(zoho).json()["data"][0]
    assert (made["Accounts"], made["Contacts"]) == (str(FIRST_ID), str(FIRST_ID + 2))


def test_the_seed_decides_the_ids() -> None:
    """The same seed gives the same ids, another seed other ids."""
    made = []
    for seed in (3, 3, 4):
        with Sandbox(seed=seed) as sandbox:
            headers = {"Authorization": "Bearer sandbox"}
            with httpx.Client(transport=sandbox.transport(), base_url="http://test", headers=headers) as zoho:
                made.append((convert(zoho).json()["data"][0]["Contacts"], sandbox.issue_token([])))
    assert made[0] == made[1]
    assert made[0][0] == str(FIRST_ID + 3_000_000 + 1)
    assert set(made[0]).isdisjoint(made[2])


def test_the_owner_of_the_lead_owns_the_new_records(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Unless the request assigns them."""
    contact = convert(zoho).json()["data"][0]["Contacts"]
    assert record(sandbox, "Contacts", contact)["Owner"] == ADMINISTRATOR
