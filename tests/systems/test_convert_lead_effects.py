"""The conversion of a lead: what it makes, what it refuses, and that it does either as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_sandbox import Sandbox
from zoho_crm_sandbox.seed import ADMINISTRATOR, ORGANIZATION

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAD = "738964000002118030"
SAME_COMPANY = "738964000002118038"
NO_COMPANY = "738964000002118042"
ACCOUNT = "738964000002058030"
OTHER_ACCOUNT = "4150868000003960001"
CONTACT = "738964000002058055"
USER = "738964000000291009"
FIRST_ID = 738964000002130035


@pytest.fixture
def zoho(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A client with the token that may do everything."""
    headers = {"Authorization": "Zoho-oauthtoken sandbox"}
    with httpx.Client(transport=sandbox.transport(), base_url="https://www.zohoapis.com", headers=headers) as client:
        yield client


def convert(zoho: httpx.Client, lead: str = LEAD, /, **asked: Any) -> httpx.Response:
    """Converts a lead."""
    return zoho.post(f"/crm/v2.1/Leads/{lead}/actions/convert", json={"data": [asked]})


def record(sandbox: Sandbox, module: str, record: str) -> dict[str, Any]:
    """Returns the fields of a record."""
    fields = sandbox.state.of(ORGANIZATION).record(module, record)
    assert fields is not None
    return fields


def refusal(response: httpx.Response) -> tuple[Any, ...]:
    """Returns what a refusal in ``data[0]`` names."""
    assert response.status_code == 202
    (error,) = response.json()["data"]
    return error["code"], error["details"].get("api_name"), error["details"].get("json_path")


def test_new_records(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Without ids an account, a contact and a deal are made, in this order."""
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


def test_no_deal_unless_asked_for(zoho: httpx.Client) -> None:
    """The deal is null then."""
    assert convert(zoho).json() == {"data": [{"Contacts": str(FIRST_ID + 1), "Deals": None, "Accounts": str(FIRST_ID)}]}


def test_no_account_without_a_company(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The account is null then."""
    assert convert(zoho, NO_COMPANY, carry_over_tags={"Accounts": ["tag1"]}).json() == {
        "data": [{"Contacts": str(FIRST_ID), "Deals": None, "Accounts": None}]
    }
    assert record(sandbox, "Contacts", str(FIRST_ID))["Account_Name"] is None


def test_the_account_of_the_company_is_not_made_twice(zoho: httpx.Client) -> None:
    """An account of the company's name is linked."""
    assert convert(zoho, SAME_COMPANY).json()["data"][0]["Accounts"] == ACCOUNT


@pytest.mark.parametrize(("overwrite", "account"), [(True, OTHER_ACCOUNT), (False, ACCOUNT)])
def test_a_contact_changes_its_account_only_if_told(
    sandbox: Sandbox, zoho: httpx.Client, overwrite: bool, account: str
) -> None:
    """``overwrite`` decides."""
    assert convert(zoho, Contacts=CONTACT, Accounts=OTHER_ACCOUNT, overwrite=overwrite).json() == {
        "data": [{"Contacts": CONTACT, "Deals": None, "Accounts": OTHER_ACCOUNT}]
    }
    assert record(sandbox, "Contacts", CONTACT)["Account_Name"] == account


def test_tags(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Of the lead's tags, those that are named for a module go to its record, once."""
    tags = {"Contacts": ["tag1", "tag2", "tag3"], "Accounts": ["tag1"], "Deals": []}
    convert(zoho, Contacts=CONTACT, Accounts=ACCOUNT, Deals={}, carry_over_tags=tags)
    convert(zoho, SAME_COMPANY, Contacts=CONTACT, carry_over_tags={"Contacts": ["tag2"], "Deals": ["tag1"]})
    assert record(sandbox, "Contacts", CONTACT)["Tag"] == ["tag1", "tag2"]
    assert record(sandbox, "Accounts", ACCOUNT)["Tag"] == ["tag1"]
    assert record(sandbox, "Deals", str(FIRST_ID))["Tag"] == []


def test_converting_twice(zoho: httpx.Client) -> None:
    """A lead that was converted is not converted again."""
    assert convert(zoho).status_code == 200
    assert refusal(convert(zoho)) == ("ID_ALREADY_CONVERTED", None, None)


def test_a_unique_value_is_kept_unique(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """A second contact with the same mobile number is refused, with the first one named."""
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
    """There is nothing to overwrite."""
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
def test_what_is_wrong_in_the_conversion(
    sandbox: Sandbox, zoho: httpx.Client, asked: dict[str, Any], named: str, place: str
) -> None:
    """It is named, and nothing is made."""
    assert refusal(convert(zoho, **asked)) == ("INVALID_DATA", named, place)
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
def test_what_is_wrong_around_the_conversion(zoho: httpx.Client, body: str) -> None:
    """It is the request's fault and not the record's."""
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
def test_what_is_no_json(zoho: httpx.Client, body: bytes) -> None:
    """It is said so, whatever it is."""
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
def test_malformed_id(zoho: httpx.Client, lead: str, code: str) -> None:
    """An id is a number of at most 19 digits."""
    response = convert(zoho, lead)
    assert (response.status_code, response.json()["code"]) == (400, code)


def test_the_order_of_the_refusals(zoho: httpx.Client) -> None:
    """The lead comes before what it is to become."""
    assert refusal(convert(zoho, "1", Accounts="1")) == ("INVALID_DATA", "id", "$.data[0].id")
    assert refusal(convert(zoho, "1", Accounts="x")) == ("INVALID_DATA", "Accounts", "$.data[0].Accounts")
    assert refusal(convert(zoho, "738964000002118012", Accounts="1"))[0] == "ID_ALREADY_CONVERTED"


def test_a_conversion_is_done_as_a_whole_or_not_at_all(
    sandbox: Sandbox, zoho: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure in the middle leaves nothing behind."""
    with monkeypatch.context() as patch:
        patch.setattr("zoho_crm_sandbox.systems.convert_lead._copy_tags", None)
        assert convert(zoho, Deals={}).json()["code"] == "INTERNAL_ERROR"
    assert sandbox.state.of(ORGANIZATION).record("Accounts", str(FIRST_ID)) is None
    assert convert(zoho, Deals={}).json()["data"][0]["Accounts"] == str(FIRST_ID)


def test_ids_that_are_taken_are_left_out(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """A new record never gets the id of another."""
    sandbox.state.of(ORGANIZATION).add_record("Deals", {}, str(FIRST_ID + 1))
    made = convert(zoho).json()["data"][0]
    assert (made["Accounts"], made["Contacts"]) == (str(FIRST_ID), str(FIRST_ID + 2))


def test_the_seed_shifts_the_ids() -> None:
    """Another seed makes other ids, and the same seed the same."""
    made = []
    for seed in (3, 3, 4):
        with Sandbox(seed=seed) as sandbox:
            headers = {"Authorization": "Bearer sandbox"}
            with httpx.Client(transport=sandbox.transport(), base_url="http://test", headers=headers) as zoho:
                made.append((convert(zoho).json()["data"][0]["Contacts"], sandbox.issue_token([])))
    assert made[0] == made[1]
    assert made[0][0] == str(FIRST_ID + 3_000_000 + 1)
    assert set(made[0]).isdisjoint(made[2])


def test_the_owner_of_the_lead_is_the_owner_of_what_it_becomes(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Unless the conversion says otherwise."""
    contact = convert(zoho).json()["data"][0]["Contacts"]
    assert record(sandbox, "Contacts", contact)["Owner"] == ADMINISTRATOR
