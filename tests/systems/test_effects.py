"""Jobs change the right records, at the right moment, and once."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from zoho_crm_sandbox import Clock, Sandbox
from zoho_crm_sandbox.plan import SCHEDULED, Plan
from zoho_crm_sandbox.seed import ACCOUNTS_VIEW, DEALS_VIEW, ORGANIZATION
from zoho_crm_sandbox.systems.effects import apply_due
from zoho_crm_sandbox.systems.fields import fields_of
from zoho_crm_sandbox.systems.mass_update import OBSTRUCTED_ACCOUNTS
from zoho_crm_sandbox.systems.views import COMPARATORS

HEADERS = {"Authorization": "Zoho-oauthtoken sandbox"}
UPDATE = "/crm/v8/Accounts/actions/mass_update"
UPDATE_DEALS = "/crm/v8/Deals/actions/mass_update"
TRANSFER = "/crm/v8/Deals/actions/mass_change_owner"
CONVERT = "/crm/v8/Quotes/actions/mass_convert"
CONVERT_ORDERS = "/crm/v8/Sales_Orders/actions/mass_convert"
BY_VIEW: dict[str, Any] = {"data": [{"Industry": "Education"}], "cvid": str(ACCOUNTS_VIEW)}
NEW_OWNER = "2423488000000483001"
GIVE: dict[str, Any] = {"cvid": str(DEALS_VIEW), "owner": {"id": NEW_OWNER}}
TO_ORDERS: dict[str, Any] = {
    "convert_to": [{"module": {"api_name": "Sales_Orders", "id": "2423488000000000171"}, "carry_over_tags": True}],
    "ids": ["2423488000000625004"],
}
DEAL = {"Deal_Name": "Sample", "Stage": "Closed Won", "Closing_Date": "2026-01-25"}
WAIT, RUN = 10, 25


def submit(zoho: httpx.Client, path: str, body: Any) -> str:
    """Submit a job and return its id."""
    response = zoho.post(path, json=body)
    assert response.is_success, response.text
    body = response.json()
    job_id: str = (body["data"][0] if "data" in body else body)["details"]["job_id"]
    return job_id


def status(zoho: httpx.Client, path: str, job_id: str) -> dict[str, Any]:
    """Return the status of a job."""
    found: dict[str, Any] = zoho.get(path, params={"job_id": job_id}).json()["data"][0]
    return found


def error_of(zoho: httpx.Client, path: str, body: Any) -> tuple[str, Any]:
    """Return the code and details of the error that a request gets."""
    response = zoho.post(path, json=body)
    assert response.status_code >= 400, response.text
    error = response.json()
    error = error["data"][0] if "data" in error else error
    return error["code"], error["details"]


def holding(sandbox: Sandbox, module: str, field: str, value: Any) -> list[str]:
    """Return the ids of the records of a module that have a value in a field now."""
    apply_due(sandbox.state, sandbox.clock.now())
    records = sandbox.state.of(ORGANIZATION).records(module)
    return [record for record, fields in records if fields.get(field) == value]


def record(sandbox: Sandbox, module: str, record_id: str) -> dict[str, Any]:
    """Return the fields of a record that exists."""
    fields = sandbox.state.of(ORGANIZATION).record(module, record_id)
    assert fields is not None
    return fields


# -- mass update


def test_as_many_records_change_as_the_status_counts(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """At each moment, and each record once."""
    job = submit(zoho, UPDATE, BY_VIEW)
    shown: dict[str, Any] = {}
    for _ in range(WAIT + RUN + 2):
        shown = status(zoho, UPDATE, job)
        assert len(holding(sandbox, "Accounts", "Industry", "Education")) == shown["Updated_Count"]
        sandbox.clock.advance(1)
    assert shown == {
        "Status": "COMPLETED",
        "Failed_Count": 0,
        "Updated_Count": 50,
        "Not_Updated_Count": 0,
        "Total_Count": 50,
    }
    assert sandbox.state.pending() == []


def test_late_changes_have_the_time_at_which_they_were_due(zoho: httpx.Client, sandbox: Sandbox) -> None:
    """One request after the end leaves the same records as a request every second."""
    submit(zoho, UPDATE, BY_VIEW)
    with Sandbox(clock=Clock(scale=0), validate_responses=True) as other:
        with httpx.Client(transport=other.transport(), base_url="http://test", headers=HEADERS) as client:
            submit(client, UPDATE, BY_VIEW)
        for _ in range(WAIT + RUN):
            other.clock.advance(1)
            apply_due(other.state, other.clock.now())
        sandbox.clock.advance(WAIT + RUN)
        apply_due(sandbox.state, sandbox.clock.now())
        mine, others = (dict(one.state.of(ORGANIZATION).records("Accounts")) for one in (sandbox, other))
    assert {key: fields.get("Industry") for key, fields in mine.items()} == {
        key: fields.get("Industry") for key, fields in others.items()
    }
    assert len({fields["Modified_Time"] for fields in mine.values() if "Modified_Time" in fields}) >= RUN


def test_the_later_change_wins(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The order of time decides between two jobs and a direct change on the same record."""
    submit(zoho, UPDATE, BY_VIEW)
    sandbox.clock.advance(1)
    submit(zoho, UPDATE, {**BY_VIEW, "cvid": str(ACCOUNTS_VIEW + 18), "data": [{"Industry": "Retail"}]})
    sandbox.clock.advance(WAIT + RUN + 1)
    assert len(holding(sandbox, "Accounts", "Industry", "Retail")) == 50
    one = holding(sandbox, "Accounts", "Industry", "Retail")[0]
    assert zoho.post(UPDATE, json={"data": [{"Industry": "Music"}], "ids": [one]}).status_code == 200
    sandbox.clock.advance(1)
    assert holding(sandbox, "Accounts", "Industry", "Music") == [one]


def test_a_deleted_record_is_not_changed(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The job still counts it: its plan is fixed at submission."""
    jobs = [submit(zoho, UPDATE, BY_VIEW), submit(zoho, TRANSFER, GIVE), submit(zoho, CONVERT, TO_ORDERS)]
    sandbox.state._db.execute("DELETE FROM records WHERE id IN ('554023000000500001', '2423488000000500001')")
    sandbox.state._db.execute("DELETE FROM records WHERE id = '2423488000000625004'")
    sandbox.clock.advance(WAIT + RUN)
    assert status(zoho, UPDATE, jobs[0])["Updated_Count"] == 50
    assert len(holding(sandbox, "Accounts", "Industry", "Education")) == 49
    assert len(holding(sandbox, "Deals", "Owner", NEW_OWNER)) == 19
    assert holding(sandbox, "Sales_Orders", "Quote_Name", "2423488000000625004") == []


def test_the_control_plane_applies_due_changes_first(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Moving the clock is enough; no other request is needed."""
    submit(zoho, UPDATE, BY_VIEW)
    sandbox.clock.advance(WAIT + RUN)
    shown = zoho.get("/_sandbox/records", params={"module": "Accounts", "limit": 1000}).json()["records"]
    assert sum(one["fields"].get("Industry") == "Education" for one in shown) == 50


@pytest.mark.parametrize(
    ("keys", "expected"),
    [({"include_child": True}, 50), ({"include_child": False}, 40), ({"include_child": None}, 40), ({}, 40)],
)
def test_territory(zoho: httpx.Client, keys: dict[str, bool | None], expected: int) -> None:
    """Only records in the territory change, and with include_child those in territories below it."""
    territory = {"id": "554023000000430409", **keys}
    job = submit(zoho, UPDATE, {**BY_VIEW, "territory": territory})
    assert status(zoho, UPDATE, job)["Total_Count"] == expected


def test_records_that_cannot_be_changed_fail(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """All records of this view fail."""
    job = submit(zoho, UPDATE, {**BY_VIEW, "cvid": "554023000000091551"})
    sandbox.clock.advance(WAIT + RUN)
    assert status(zoho, UPDATE, job)["Failed_Count"] == len(OBSTRUCTED_ACCOUNTS)
    assert holding(sandbox, "Accounts", "Industry", "Education") == []


def test_update_by_ids(zoho: httpx.Client, sandbox: Sandbox) -> None:
    """Each record has its own outcome, as in the documentation's sample."""
    body: dict[str, Any] = {
        "data": [
            {"Lead_Source": "Advertisement", "Type": "Existing Business", "Languages_Known": ["English", "French"]}
        ],
        "ids": ["554023000000497007", "554023000000497021"],
    }
    response = zoho.post(UPDATE_DEALS, json=body)
    good, bad = response.json()["data"]
    assert response.status_code == 207
    assert (good["code"], good["message"], good["details"]["id"]) == ("SUCCESS", "record updated", body["ids"][0])
    assert list(good["details"]) == ["Modified_Time", "Modified_By", "Created_Time", "id", "Created_By"]
    assert (bad["code"], bad["details"]) == ("INVALID_DATA", {"id": body["ids"][1]})
    assert record(sandbox, "Deals", body["ids"][0])["Languages_Known"] == ["French", "English"]
    # Up to v7 the mixed body is a success, and over_write replaces the values.
    response = zoho.post(UPDATE_DEALS.replace("v8", "v7"), json={**body, "over_write": True})
    assert response.status_code == 200
    assert record(sandbox, "Deals", body["ids"][0])["Languages_Known"] == ["English", "French"]


@pytest.mark.parametrize(
    ("body", "key"),
    [
        ({**BY_VIEW, "ids": ["1"]}, "ids"),
        ({**BY_VIEW, "nonsense": 1}, "nonsense"),
        ({**BY_VIEW, "cvid": 1.5}, "cvid"),
        ({**BY_VIEW, "cvid": "x"}, "cvid"),
        ({**BY_VIEW, "over_write": "yes"}, "over_write"),
        ({**BY_VIEW, "territory": "1"}, "territory"),
        ({**BY_VIEW, "territory": {}}, "id"),
        ({**BY_VIEW, "territory": {"id": "1"}}, "id"),
        ({**BY_VIEW, "data": "x"}, "data"),
        ({**BY_VIEW, "data": ["x"]}, "data"),
        ({**BY_VIEW, "data": [{"Industry": "a"}, {"Industry": "b"}]}, "data"),
        ({"data": [{"Industry": "a"}], "ids": []}, "ids"),
        ({"data": [{"Industry": "a"}], "ids": ["x"]}, "ids"),
        ({"data": [{"Industry": "a"}], "ids": "1"}, "ids"),
        ({"data": [{"Industry": "a"}], "ids": ["1"], "territory": {"id": "1"}}, "territory"),
        ({**BY_VIEW, "cvid": str(DEALS_VIEW)}, "cvid"),
    ],
)
def test_invalid_updates(zoho: httpx.Client, body: Any, key: str) -> None:
    """The error names the invalid key."""
    code, details = error_of(zoho, UPDATE, body)
    assert (code, details["api_name"]) == ("INVALID_DATA", key)


def test_limits_of_updates(zoho: httpx.Client) -> None:
    """Too many records, no field, no data, an unknown field."""
    assert error_of(zoho, UPDATE, {"data": [{"Industry": "a"}], "ids": ["1"] * 501})[0] == "LIMIT_EXCEEDED"
    assert error_of(zoho, UPDATE, {"data": [{}], "ids": ["1"]})[0] == "INVALID_DATA"
    assert error_of(zoho, UPDATE, {"cvid": "1"})[0] == "MANDATORY_NOT_FOUND"
    assert error_of(zoho, UPDATE, {**BY_VIEW, "data": [{"Nonsense": 1}]})[0] == "INVALID_DATA"


def test_a_view_with_too_many_records(zoho: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit applies to the records that the view really selects."""
    monkeypatch.setattr("zoho_crm_sandbox.systems.views.MAX_RECORDS", 49)
    assert error_of(zoho, UPDATE, BY_VIEW)[0] == "LIMIT_EXCEEDED"


def test_one_job_a_view(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The next job can be submitted once the last one has ended."""
    submit(zoho, UPDATE, BY_VIEW)
    assert error_of(zoho, UPDATE, BY_VIEW)[0] == "ALREADY_SCHEDULED"
    sandbox.clock.advance(WAIT + RUN)
    submit(zoho, UPDATE, BY_VIEW)


# -- named inputs


@pytest.mark.parametrize(("number", "state"), [(4, "FAILED"), (5, "COMPLETED"), (6, "RUNNING")])
def test_outcomes(sandbox: Sandbox, zoho: httpx.Client, number: int, state: str) -> None:
    """A job that fails, one that partly fails, and one that never ends."""
    job = submit(zoho, UPDATE, {**BY_VIEW, "cvid": str(ACCOUNTS_VIEW + 2 * number)})
    sandbox.clock.advance(1000)
    shown = status(zoho, UPDATE, job)
    assert shown["Status"] == state
    assert shown["Failed_Count"] == {4: 50, 5: 10, 6: 0}[number]
    assert len(holding(sandbox, "Accounts", "Industry", "Education")) == shown["Updated_Count"]


def test_a_job_that_vanishes(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """It can be found while it is scheduled, and changes the records afterwards all the same."""
    job = submit(zoho, UPDATE, {**BY_VIEW, "cvid": str(ACCOUNTS_VIEW + 14)})
    assert status(zoho, UPDATE, job)["Status"] == SCHEDULED
    sandbox.clock.advance(WAIT)
    assert zoho.get(UPDATE, params={"job_id": job}).json()["code"] == "INVALID_DATA"
    sandbox.clock.advance(RUN)
    assert len(holding(sandbox, "Accounts", "Industry", "Education")) == 50


def test_an_undocumented_state() -> None:
    """A sandbox that validates its responses could not send it."""
    with (
        Sandbox(clock=Clock(scale=0)) as sandbox,
        httpx.Client(transport=sandbox.transport(), base_url="http://test", headers=HEADERS) as zoho,
    ):
        job = submit(zoho, UPDATE, {**BY_VIEW, "cvid": str(ACCOUNTS_VIEW + 16)})
        sandbox.clock.advance(WAIT)
        assert status(zoho, UPDATE, job)["Status"] == "PAUSED"


# -- mass change of owner


def test_owners_change(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Records that meet the criterion get the owner; the locked one fails."""
    locked = "2423488000000500001"
    sandbox.state.of(ORGANIZATION).update_record(locked, {**record(sandbox, "Deals", locked), "$locked_by": "x"})
    stage = {"field": {"id": "2423488000000000525"}, "comparator": "equal", "value": "Qualification"}
    job = submit(zoho, TRANSFER, {**GIVE, "criteria": stage})
    sandbox.clock.advance(WAIT + RUN)
    shown = status(zoho, TRANSFER, job)
    assert (shown["Total_Count"], shown["Updated_Count"], shown["Failed_Count"]) == (10, 9, 1)
    assert len(holding(sandbox, "Deals", "Owner", NEW_OWNER)) == 9


@pytest.mark.parametrize(
    ("comparator", "value", "expected"),
    [
        ("equal", "3000", 1),
        ("not_equal", "3000", 19),
        ("greater_than", "3000", 17),
        ("greater_equal", "3000.0", 18),
        ("less_than", "3000", 2),
        ("less_equal", "3000", 3),
        ("between", "3000,5000", 3),
        ("not_between", "3000,5000", 17),
    ],
)
def test_comparators_of_numbers(zoho: httpx.Client, comparator: str, value: str, expected: int) -> None:
    """Numbers are compared as numbers."""
    criteria = {"field": {"api_name": "Amount"}, "comparator": comparator, "value": value}
    job = submit(zoho, TRANSFER, {**GIVE, "criteria": criteria})
    assert status(zoho, TRANSFER, job)["Total_Count"] == expected


def test_comparators_of_texts() -> None:
    """Texts are compared alphabetically."""
    assert COMPARATORS["starts_with"]("Account", "Acc")
    assert COMPARATORS["ends_with"]("Account", "unt")
    assert COMPARATORS["less_than"]("Account", "Beta")


@pytest.mark.parametrize(
    ("body", "code", "details"),
    [
        ({"cvid": "1"}, "MANDATORY_NOT_FOUND", {"api_name": "owner", "json_path": "$.owner"}),
        ({**GIVE, "owner": {}}, "MANDATORY_NOT_FOUND", {"api_name": "id", "json_path": "$.owner.id"}),
        (
            {**GIVE, "cvid": True},
            "INVALID_DATA",
            {"api_name": "cvid", "json_path": "$.cvid", "expected_data_type": "long"},
        ),
        ({**GIVE, "nonsense": 1}, "INVALID_DATA", {"api_name": "nonsense", "json_path": "$.nonsense"}),
        ({**GIVE, "territory": {"id": "1"}}, "INVALID_DATA", {"api_name": "id", "json_path": "$.territory.id"}),
        (
            {**GIVE, "criteria": {"field": {"api_name": "Nonsense"}, "comparator": "equal", "value": "1"}},
            "INVALID_DATA",
            {"api_name": "api_name", "json_path": "$.criteria.field.api_name"},
        ),
        (
            {**GIVE, "criteria": {"field": {"id": "1"}, "comparator": "equal", "value": "1"}},
            "INVALID_DATA",
            {"api_name": "id", "json_path": "$.criteria.field.id"},
        ),
        (
            {**GIVE, "owner": {"id": "2423488000000483003"}},
            "INVALID_DATA",
            {"api_name": "owner", "json_path": "$.owner.id", "owner_status": "inactive"},
        ),
        (
            {**GIVE, "owner": {"id": "2423488000000483005"}},
            "INVALID_DATA",
            {"api_name": "owner", "json_path": "$.owner.id", "owner_status": "deleted"},
        ),
        ({**GIVE, "cvid": str(DEALS_VIEW + 6)}, "NO_PERMISSION", {"permissions": ["MASSTRANSFER_Deals"]}),
        ({**GIVE, "cvid": str(ACCOUNTS_VIEW)}, "INVALID_DATA", {"api_name": "cvid", "json_path": "$.cvid"}),
    ],
)
def test_errors_of_changes_of_owner(zoho: httpx.Client, body: Any, code: str, details: Any) -> None:
    """The details name the place, the permission or the owner's status."""
    assert error_of(zoho, TRANSFER, body) == (code, details)


def test_service_providers_may_own_activities(zoho: httpx.Client, sandbox: Sandbox) -> None:
    """The error is about the unknown view, not about the owner."""
    path = TRANSFER.replace("Deals", "Tasks")
    assert error_of(zoho, path, {"cvid": "1", "owner": {"id": "2423488000000483009"}})[0] == "INVALID_DATA"
    assert sandbox.journal[-1].status == 400


# -- mass conversion of quotes and sales orders


@pytest.mark.parametrize(("carry", "assigned"), [(True, NEW_OWNER), (False, None)])
def test_quotes_become_sales_orders(
    sandbox: Sandbox,
    zoho: httpx.Client,
    carry: bool,
    assigned: str | None,
) -> None:
    """With or without tags and a new owner, and once even if two jobs convert the same quote."""
    body = {**TO_ORDERS, "convert_to": [{**TO_ORDERS["convert_to"][0], "carry_over_tags": carry}]}
    if assigned:
        body |= {"assign_to": {"id": assigned}, "related_modules": [{"api_name": "Tasks"}]}
    foreign = sandbox.state.of(ORGANIZATION).add_record("Tasks", {"Subject": "Another", "Owner": "1"})
    job = submit(zoho, CONVERT, body)
    other = submit(zoho, CONVERT, TO_ORDERS)
    assert status(zoho, CONVERT, job)["not_converted_count"] == 1
    sandbox.clock.advance(WAIT + RUN)
    assert status(zoho, CONVERT, job)["status"] == "COMPLETED"
    assert status(zoho, CONVERT, other)["converted_count"] == 1
    (made,) = holding(sandbox, "Sales_Orders", "Quote_Name", "2423488000000625004")
    order = record(sandbox, "Sales_Orders", made)
    quote = record(sandbox, "Quotes", "2423488000000625004")
    assert (order["Owner"], order["Tag"]) == (assigned or quote["Owner"], ["tag1"] if carry else [])
    assert (quote["$converted"], quote["$converted_detail"]) == (True, {"Sales_Orders": made})
    task = record(sandbox, "Tasks", "2423488000000625101")
    assert task["Owner"] == (assigned or quote["Owner"])
    assert record(sandbox, "Tasks", foreign)["Owner"] == "1"
    assert error_of(zoho, CONVERT, TO_ORDERS)[0] == "ID_ALREADY_CONVERTED"


def test_sales_orders_become_invoices(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The invoice links to its sales order; sales orders cannot be converted to sales orders."""
    invoices = sandbox.state.of(ORGANIZATION).module("Invoices")
    assert invoices is not None
    target = {"module": {"api_name": "Invoices", "id": invoices.id}, "carry_over_tags": True}
    submit(zoho, CONVERT_ORDERS, {"convert_to": [target], "ids": ["2423488000000625081"]})
    sandbox.clock.advance(WAIT + RUN)
    assert len(holding(sandbox, "Invoices", "Sales_Order", "2423488000000625081")) == 1
    # The other way round there is nothing to convert to.
    assert error_of(zoho, CONVERT_ORDERS, {**TO_ORDERS, "ids": ["2423488000000625081"]})[0] == "INVALID_DATA"


@pytest.mark.parametrize(
    ("quotes", "failed", "state"),
    [
        (["2423488000000625047", "2423488000000625032"], 1, "COMPLETED"),
        (["2423488000000625061", "2423488000000625032"], 2, "FAILED"),
        (["2423488000000625063", "2423488000000625032"], 1, "COMPLETED"),
        (["2423488000000625065", "2423488000000625032"], 0, "IN PROGRESS"),
    ],
)
def test_outcomes_of_conversions(
    sandbox: Sandbox, zoho: httpx.Client, quotes: list[str], failed: int, state: str
) -> None:
    """Quotes that are named inputs choose the outcome."""
    job = submit(zoho, CONVERT, {**TO_ORDERS, "ids": quotes})
    sandbox.clock.advance(1000)
    shown = status(zoho, CONVERT, job)
    assert (shown["failed_count"], shown["status"]) == (failed, state)
    converted = [quote for quote in quotes if record(sandbox, "Quotes", quote).get("$converted")]
    assert len(converted) == shown["converted_count"]


@pytest.mark.parametrize(
    ("keys", "path"),
    [
        ({"nonsense": 1}, "$.nonsense"),
        ({"ids": "1"}, "$.ids"),
        ({"ids": ["x"]}, "$.ids[0]"),
        ({"ids": ["2423488000000625004"] * 2}, "$.ids[1]"),
        ({"assign_to": {"id": "1"}}, "$.assign_to.id"),
        ({"related_modules": [{"api_name": "Leads"}]}, "$.related_modules[0].api_name"),
        ({"related_modules": [{"api_name": "Nonsense"}]}, "$.related_modules[0].api_name"),
        ({"related_modules": [{"id": "1"}]}, "$.related_modules[0].id"),
        ({"related_modules": [{}]}, "$.related_modules[0].id"),
        ({"convert_to": TO_ORDERS["convert_to"] * 2}, "$.convert_to"),
        ({"related_modules": [{"id": "2423488000000000171"}]}, "$.related_modules[0].api_name"),
    ],
)
def test_errors_of_conversions(zoho: httpx.Client, keys: Any, path: str) -> None:
    """The details name the place."""
    code, details = error_of(zoho, CONVERT, {**TO_ORDERS, **keys})
    assert (code, details["json_path"]) == ("INVALID_DATA", path)


# -- conversion of leads


def convert(zoho: httpx.Client, lead: str, **keys: Any) -> dict[str, Any]:
    """Convert a lead and return the body of the response."""
    body: dict[str, Any] = zoho.post(f"/crm/v8/Leads/{lead}/actions/convert", json={"data": [keys]}).json()
    return body


def test_a_conversion_creates_missing_records(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Contact, account and deal, with owner and tags."""
    made = convert(
        zoho,
        "738964000002118030",
        Deals=DEAL,
        assign_to={"id": NEW_OWNER},
        carry_over_tags={"Deals": ["tag2", "tag9"]},
        move_attachments_to={"api_name": "Deals"},
    )["data"][0]["details"]
    assert [made[module]["name"] for module in made] == ["Lena Fischer", "Sample", "Fischer Tools"]
    deal = record(sandbox, "Deals", made["Deals"]["id"])
    assert (deal["Contact_Name"], deal["Account_Name"]) == (made["Contacts"]["id"], made["Accounts"]["id"])
    assert (deal["Owner"], deal["Tag"]) == (NEW_OWNER, ["tag2"])
    assert convert(zoho, "738964000002118030")["code"] == "ID_ALREADY_CONVERTED"


def test_a_conversion_uses_matching_records(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """By e-mail address first, then by company, then by name."""
    by_mail = sandbox.state.of(ORGANIZATION).add_record(
        "Contacts", {"Last_Name": "X", "Email": "ravi.menon@example.com"}
    )
    made = convert(zoho, "738964000002118042")["data"][0]["details"]
    assert made == {"Contacts": {"name": "X", "id": by_mail}, "Deals": None, "Accounts": None}
    made = convert(zoho, "738964000002118038")["data"][0]["details"]
    assert made["Accounts"] == {"name": "Zylker", "id": "738964000002058030"}
    made = convert(zoho, "738964000002118026")["data"][0]["details"]
    assert made["Contacts"]["id"] == "738964000002058055"


def test_a_unique_value_is_not_used_twice(zoho: httpx.Client) -> None:
    """Unless the request adds the lead to the contact that has it."""
    assert convert(zoho, "738964000002131001")["data"][0]["code"] == "DUPLICATE_DATA"
    made = convert(zoho, "738964000002131001", add_to_existing_record=True)["data"][0]["details"]
    assert made["Contacts"]["id"] == "738964000002131023"


@pytest.mark.parametrize(
    ("keys", "path"),
    [
        ({"Contacts": {"id": "1"}}, "$.data[0].Contacts.id"),
        ({"assign_to": {"id": "2423488000000483003"}}, "$.data[0].assign_to.id"),
        ({"move_attachments_to": {"api_name": "Deals"}}, "$.data[0].move_attachments_to.api_name"),
        ({"move_attachments_to": {"api_name": "Leads"}}, "$.data[0].move_attachments_to.api_name"),
        ({"Deals": {**DEAL, "Pipeline": "Nonsense"}}, "$.data[0].Deals.Pipeline"),
        ({"nonsense": 1}, "$.data[0].nonsense"),
    ],
)
def test_errors_of_conversions_of_leads(zoho: httpx.Client, keys: Any, path: str) -> None:
    """The details name the place."""
    error = convert(zoho, "738964000002118030", **keys)["data"][0]
    assert (error["code"], error["details"]["json_path"]) == ("INVALID_DATA", path)


def test_conversion_options(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The records that a conversion would use; no content if there are none."""
    options = zoho.get("/crm/v8/Leads/738964000002118026/__conversion_options").json()["__conversion_options"]
    assert options["module_preference"]["api_name"] == "Contacts"
    assert [contact["id"] for contact in options["Contacts"]] == ["738964000002058055"]
    assert options["preference_field_matched_value"]["Contacts"][0]["field"] == {
        "api_name": "Last_Name",
        "id": fields_of("Contacts")["Last_Name"].id,
    }
    assert options["Accounts"] is None
    assert zoho.get("/crm/v8/Leads/738964000002118034/__conversion_options").status_code == 204
    bare = sandbox.state.of(ORGANIZATION).add_record("Leads", {})
    assert zoho.get(f"/crm/v8/Leads/{bare}/__conversion_options").status_code == 204


# -- plans


def test_moments_and_progress_agree() -> None:
    """A record is counted from its moment on, and not before."""
    for plan in (Plan.of(7, failed=3), Plan(5, 1, (("RUNNING", 3), ("SUSPENDED", 10), ("RUNNING", 4)))):
        for position in range(plan.total):
            for late, handled in ((0.001, position + 1), (-0.001, position)):
                done = plan.progress_at(plan.time_of(position) + late)
                assert done.succeeded + done.failed == handled
        assert sum(plan.fails(position) for position in range(plan.total)) == plan.failed
    assert list(Plan(4, 2).interleave("ab", "cd")) == ["a", "c", "b", "d"]
