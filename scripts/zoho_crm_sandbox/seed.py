"""What a new sandbox holds: the records of the documentation's own samples, and neighbours of them.

The README lists what each of them answers.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from zoho_crm_sandbox.jobs import FAILED, QUEUED, RUNNING, SKIPPED, SUSPENDED, Plan
from zoho_crm_sandbox.state import Job, Module

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zoho_crm_sandbox.state import State

HOUR = 3600
DAY = 24 * HOUR

ORGANIZATION = "694902309"
OTHER_ORGANIZATION = "700000001"
ADMINISTRATOR = "4150868000000225013"
OTHER_ADMINISTRATOR = "7000000010000225013"
WITHOUT_PERMISSION = "4150868000000225101"
WITHOUT_PRIVILEGE = "4150868000000225103"

FIRST_ID = 738964000002130035
"""The id of the first record that is made: the deal of the documentation's conversion."""
FIRST_ID_OF_OTHER = 7000000010002130035
SEED_STEP = 1_000_000

INDIA = 5 * 60 + 30
"""The time zone in the documentation's samples, in minutes ahead of UTC."""

STANDARD_MODULES = (
    "Leads", "Accounts", "Contacts", "Deals", "Campaigns", "Activities", "Tasks", "Calls", "Events", "Meetings",
    "Cases", "Solutions", "Products", "Vendors", "Price_Books", "Quotes", "Sales_Orders", "Purchase_Orders",
    "Invoices", "Services", "Appointments", "Documents", "Projects",
)  # fmt: skip
CUSTOM_MODULES = ("Shipments",)
NOT_IN_API = ("Documents", "Projects")
STANDS_FOR = {"Meetings": "Events"}
UNIQUE_FIELDS = {"Contacts": ("Mobile",)}
FIRST_MODULE_ID = 4150868000000002175
"""The id of Leads; the next modules follow."""


def sow(state: State, *, now: float, seed: int, scopes: Iterable[str]) -> None:
    """Fills an empty database.

    Args:
        state: The database.
        now: The time, in seconds since 1970, at which the jobs that progress are submitted.
        seed: Shifts the ids of the records that will be made.
        scopes: Every scope, for the tokens that have them all.
    """
    state.add_organization(ORGANIZATION, utc_offset=INDIA, next_id=FIRST_ID + seed * SEED_STEP)
    state.add_organization(OTHER_ORGANIZATION, utc_offset=0, next_id=FIRST_ID_OF_OTHER + seed * SEED_STEP)
    for organization in (ORGANIZATION, OTHER_ORGANIZATION):
        for index, name in enumerate(STANDARD_MODULES + CUSTOM_MODULES):
            state.add_module(organization, _module(name, str(FIRST_MODULE_ID + 2 * index)))
    _sow_users_and_tokens(state, list(scopes))
    _sow_records(state)
    _sow_mass_update(state, now)
    _sow_mass_change_owner(state, now)
    _sow_inventory_mass_convert(state, now)
    _sow_bulk_write(state, now)


def _module(name: str, module_id: str) -> Module:
    return Module(
        name,
        module_id,
        stands_for=STANDS_FOR.get(name, name),
        custom=name in CUSTOM_MODULES,
        supported=name not in NOT_IN_API,
        unique_fields=UNIQUE_FIELDS.get(name, ()),
    )


def _sow_users_and_tokens(state: State, scopes: list[str]) -> None:
    state.add_user(ADMINISTRATOR, ORGANIZATION, "Patricia Boyle")
    state.add_user("738964000000291009", ORGANIZATION, "Amelia Burrows")
    state.add_user("4150868000001248015", ORGANIZATION, "Charles Stone")
    state.add_user(WITHOUT_PERMISSION, ORGANIZATION, "Ted Watson", permitted=False)
    state.add_user(WITHOUT_PRIVILEGE, ORGANIZATION, "Jane Smith", privileged=False)
    state.add_user(OTHER_ADMINISTRATOR, OTHER_ORGANIZATION, "Rebecca Olsen")
    state.add_token("sandbox", ADMINISTRATOR, scopes)
    state.add_token("sandbox-expired", ADMINISTRATOR, scopes, expires_at=0)
    state.add_token("sandbox-dropped", ADMINISTRATOR, scopes, dropped=True)
    state.add_token("sandbox-no-scope", ADMINISTRATOR, ["ZohoCRM.users.READ"])
    state.add_token("sandbox-no-permission", WITHOUT_PERMISSION, scopes)
    state.add_token("sandbox-no-privilege", WITHOUT_PRIVILEGE, scopes)
    state.add_token("sandbox-other-org", OTHER_ADMINISTRATOR, scopes)


def _sow_records(state: State) -> None:
    leads = {
        "738964000002118026": _lead("Kayleigh", "Rutherford", "Rutherford Freight"),
        "738964000002118012": _lead("Marco", "Bianchi", "Bianchi Foods", **{"$converted": True}),
        "738964000002131001": _lead("Dana", "Whitfield", "Whitfield Optics", Mobile="+1 555 0100"),
        "1306462000000496025": _lead("Ivy", "Novak", "Novak Glass", **{"$approved": False}),
        "475243000003269880": _lead("Omar", "Haddad", "Haddad Prints", **{"$locked_by": "zia_vision_processing"}),
        "738964000002118030": _lead("Lena", "Fischer", "Fischer Tools", Mobile="+1 555 0130"),
        "738964000002118034": _lead("Sam", "Okafor", "Okafor Solar", Mobile="+1 555 0134"),
        "738964000002118038": _lead("Nina", "Petrov", "Zylker"),
        "738964000002118042": _lead("Ravi", "Menon", None),
    }
    accounts = {
        "738964000002058030": {"Account_Name": "Zylker", "Owner": ADMINISTRATOR, "Tag": []},
        "4150868000003960001": {"Account_Name": "Grove Labs", "Owner": ADMINISTRATOR, "Tag": []},
    }
    contacts = {
        "738964000002058055": _contact("Kayleigh", "Rutherford", "738964000002058030"),
        "4150868000002563049": _contact("Grace", "Lindqvist", "4150868000003960001"),
        "738964000002131023": _contact("Dana", "Whitfield", None, Mobile="+1 555 0100"),
    }
    for module, records in {"Leads": leads, "Accounts": accounts, "Contacts": contacts}.items():
        for record, fields in records.items():
            state.add_record(ORGANIZATION, module, fields, record)
    other_lead = {**_lead("Hugo", "Marsh", "Marsh Cycles"), "Owner": OTHER_ADMINISTRATOR}
    state.add_record(OTHER_ORGANIZATION, "Leads", other_lead, "7000000010002118026")


def _lead(first_name: str, last_name: str, company: str | None, **fields: Any) -> dict[str, Any]:
    return {
        "First_Name": first_name,
        "Last_Name": last_name,
        "Company": company,
        "Email": f"{first_name}.{last_name}@example.com".lower(),
        "Owner": ADMINISTRATOR,
        "Tag": ["tag1", "tag2"],
        "$approved": True,
        "$locked_by": None,
        "$converted": False,
        **fields,
    }


def _contact(first_name: str, last_name: str, account: str | None, **fields: Any) -> dict[str, Any]:
    return {
        "First_Name": first_name,
        "Last_Name": last_name,
        "Account_Name": account,
        "Owner": ADMINISTRATOR,
        "Tag": [],
        **fields,
    }


def _sow_mass_update(state: State, now: float) -> None:
    def add(job_id: str, module: str, plan: Plan, *, ago: float = 0, organization: str = ORGANIZATION) -> None:
        state.add_job(organization, "mass_update", Job(job_id, module, now - ago, plan))

    add("554023000000506003", "Accounts", Plan.of(50), ago=DAY)
    add("3524033000006027001", "Leads", Plan.of(50, wait=10, duration=25))
    add("554023000000506005", "Accounts", Plan.of(50, failed=50, end=FAILED))
    add("554023000000506007", "Accounts", Plan(50, steps=((QUEUED, HOUR), (RUNNING, 25))))
    # Suspended for the next hour, with 20 records done and 30 still to do.
    add("554023000000506009", "Accounts", Plan(50, steps=((RUNNING, 20), (SUSPENDED, HOUR), (RUNNING, 30))), ago=20)
    add("554023000000506011", "Accounts", Plan.of(0))
    add("554023000000506013", "Accounts", Plan.of(50, failed=5))
    add("554023000000506015", "Shipments", Plan.of(50), ago=DAY)
    add("554023000000506017", "Events", Plan.of(50), ago=DAY)
    add("7000000010000506003", "Accounts", Plan.of(50), ago=DAY, organization=OTHER_ORGANIZATION)


def _sow_mass_change_owner(state: State, now: float) -> None:
    def add(job_id: str, module: str, plan: Plan, *, ago: float = 0, organization: str = ORGANIZATION) -> None:
        state.add_job(organization, "mass_change_owner", Job(job_id, module, now - ago, plan))

    add("3652397000009565021", "Leads", Plan.of(50000, failed=500), ago=DAY)
    add("3652397000009565023", "Leads", Plan.of(1000, wait=10, duration=100, failed=10))
    add("3652397000009565025", "Leads", Plan.of(1000, wait=10, duration=100, failed=1000, end=FAILED))
    add("3652397000009565027", "Contacts", Plan.of(100), ago=DAY)
    add("3652397000009565029", "Leads", Plan.of(100), ago=61 * DAY)
    add("7000000010009565021", "Leads", Plan.of(100), ago=DAY, organization=OTHER_ORGANIZATION)


def _sow_inventory_mass_convert(state: State, now: float) -> None:
    def add(job_id: str, module: str, plan: Plan, *, ago: float = 0, organization: str = ORGANIZATION) -> None:
        state.add_job(organization, "inventory_mass_convert", Job(job_id, module, now - ago, plan))

    add("2423488000000626117", "Quotes", Plan.of(10), ago=DAY)
    add("2423488000000626119", "Sales_Orders", Plan.of(10), ago=DAY)
    add("2423488000000626121", "Quotes", Plan.of(10, wait=10, duration=20))
    add("2423488000000626123", "Quotes", Plan.of(10, wait=10, duration=20, failed=10, end=FAILED))
    add("7000000010000626117", "Quotes", Plan.of(10), ago=DAY, organization=OTHER_ORGANIZATION)


def _sow_bulk_write(state: State, now: float) -> None:
    captured = {
        "operation": "insert",
        "character_encoding": "UTF-8",
        "field_mappings": [_column("Owner", 2), _column("Last_Name", 0), _column("Mobile", 1)],
        "file": "Fil2.csv",
        "callback": {"url": "https://www.zoho.com/", "method": "post"},
        "ignore_empty": True,
        "created_by": {"id": ADMINISTRATOR, "name": "Patricia Boyle"},
    }
    others = {**captured, "operation": "update", "file": "Leads.csv", "callback": None}

    def add(job_id: str, plan: Plan, *, at: float = now, asked: Any = others, org: str = ORGANIZATION) -> None:
        state.add_job(org, "bulk_write", Job(job_id, "Leads", at, plan, json.dumps(asked)))

    captured_at = datetime.fromisoformat("2021-05-11T12:38:29+05:30").timestamp()
    add("4150868000005350003", Plan.of(11, failed=2), at=captured_at, asked=captured)
    add("4150868000005350005", Plan.of(100, wait=10, duration=20, failed=4), asked={**captured, "file": "Leads.csv"})
    add("4150868000005350007", Plan.of(100, wait=10, duration=20, failed=100, end=FAILED))
    add("4150868000005350009", Plan.of(100, wait=10, duration=20, failed=100, end=SKIPPED))
    add("4150868000005350011", Plan.of(100), at=now - DAY)
    created_by = {"id": OTHER_ADMINISTRATOR, "name": "Rebecca Olsen"}
    add("7000000010005350003", Plan.of(11), asked={**others, "created_by": created_by}, org=OTHER_ORGANIZATION)


def _column(api_name: str, index: int) -> dict[str, Any]:
    column: dict[str, Any] = {"api_name": api_name, "index": index}
    return {**column, "format": None, "find_by": None, "module": None, "default_value": None}
