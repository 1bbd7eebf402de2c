"""What a new sandbox holds: the records of the documentation's own samples, and neighbours of them.

The README lists what each of them answers.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from zoho_crm_sandbox.plan import (
    ACCEPTED,
    FAILED,
    FAILS,
    PARTLY_FAILS,
    PAUSED,
    QUEUED,
    RUNNING,
    SKIPPED,
    STAYS_RUNNING,
    SUSPENDED,
    VANISHES,
    Plan,
)
from zoho_crm_sandbox.state.jobs import Job
from zoho_crm_sandbox.state.organization import Module, View
from zoho_crm_sandbox.systems import oauth
from zoho_crm_sandbox.systems.bulk_write import handlers as bulk_write
from zoho_crm_sandbox.systems.views import MAX_RECORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zoho_crm_sandbox.state.database import State

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

USERS_OF_A_KIND = {
    "inactive": "2423488000000483003",
    "deleted": "2423488000000483005",
    "not_subordinate": "2423488000000483007",
    "service_provider": "2423488000000483009",
}
"""The users whom records cannot be given to."""

TERRITORIES = {"554023000000430409": "554023000000430411", "2423488000000780003": "2423488000000780005"}
"""The territories in the documentation's samples, of accounts and of deals, each with one below it."""

FIRST_ACCOUNT = 554023000000500001
"""The id of the first of 50 accounts; the others follow, two by two."""
FIRST_DEAL = 2423488000000500001
"""The id of the first of 20 deals."""
FIRST_QUOTE = 2423488000000627001
"""The id of the first of 51 quotes."""

ACCOUNTS_VIEW = 554023000000091515
"""The id of the view of the 50 accounts. The views after it, two by two, are named inputs for jobs:

- +2 (…517) shows nothing: NO_RECORDS_FOUND.
- +4 (…519) has 50,001 records, it says: LIMIT_EXCEEDED or RECORD_LIMIT_EXCEEDED.
- +6 (…521) may not be seen: NO_PERMISSION.
- +8 (…523) fails: the job ends as FAILED, with no record changed.
- +10 (…525) fails in part: every fifth record.
- +12 (…527) stays running, for a hundred years.
- +14 (…529) vanishes: ten seconds after its submission no status is found, though the records are changed.
- +16 (…531) is paused: ten seconds after its submission the job is in the state PAUSED, which no document declares (for
  a sandbox that does not validate its answers).
- +18 (…533) is accepted: a change of owner is answered with 202 SCHEDULED.
- +20 (…535) has 26 criteria: COMBINED_CRITERIA_LIMIT_EXCEEDED for a change of owner.

554023000000091551 shows the accounts that cannot be changed, 554023000000091553 all leads, 554023000000091555 all
contacts.
"""
DEALS_VIEW = 2423488000000091545
"""The id of the view of the 20 deals. The same views follow it."""
VIEW_OUTCOMES = (FAILS, PARTLY_FAILS, STAYS_RUNNING, VANISHES, PAUSED, ACCEPTED)

OBSTRUCTED_ACCOUNTS: dict[str, dict[str, Any]] = {
    "554023000000497041": {"$approved": False},
    "554023000000497043": {"$locked_by": "record_locking"},
    "554023000000497045": {"$converted": True},
    "554023000000497047": {"$obstacle": "CANNOT_PROCESS"},
    "554023000000497049": {"$obstacle": "RECORD_IN_BLUEPRINT"},
    "554023000000497051": {"$obstacle": "CANNOT_PERFORM_ACTION"},
    "554023000000497053": {"$obstacle": "NOT_SUPPORTED"},
}
"""Accounts that a mass update cannot change, and why."""

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

INVENTORY: dict[str, dict[str, dict[str, Any]]] = {
    "Quotes": {
        "2423488000000625004": {},
        "2423488000000625032": {},
        "2423488000000625041": {"$converted": True},
        "2423488000000625043": {"$approved": False},
        "2423488000000625045": {"$in_review": True},
        "2423488000000625047": {"$locked_by": "record_locking"},
        "2423488000000625061": {"$outcome": FAILS},
        "2423488000000625063": {"$outcome": PARTLY_FAILS},
        "2423488000000625065": {"$outcome": STAYS_RUNNING},
        "2423488000000625067": {"$outcome": VANISHES},
        "2423488000000625069": {"$outcome": PAUSED},
    },
    "Sales_Orders": {"2423488000000625081": {}},
}
"""Quotes and sales orders. Those from …041 to …045 are refused, …047 fails in its job; a job with one of the last five
fails, fails for the first of its records, stays running, vanishes or is paused."""

INDIA = 5 * 60 + 30
"""The time zone in the documentation's samples, in minutes ahead of UTC."""

STANDARD_MODULES = (
    "Leads", "Accounts", "Contacts", "Deals", "Campaigns", "Activities", "Tasks", "Calls", "Events", "Meetings",
    "Cases", "Solutions", "Products", "Vendors", "Price_Books", "Quotes", "Sales_Orders", "Purchase_Orders",
    "Invoices", "Services", "Appointments", "Documents", "Projects",
)  # fmt: skip
CUSTOM_MODULES = ("Shipments",)
NOT_IN_API = ("Documents", "Projects")
STORAGE_NAMES = {"Meetings": "Events"}
UNIQUE_FIELDS = {"Contacts": ("Mobile",)}
MODULE_IDS = {
    "Sales_Orders": "2423488000000000171",
    "Calls": "2423488000000017015",
    "Tasks": "2423488000000000143",
}
"""The ids of modules in the documentation's samples."""
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
    documented = state.add_organization(ORGANIZATION, utc_offset=INDIA, next_id=FIRST_ID + seed * SEED_STEP)
    other = state.add_organization(OTHER_ORGANIZATION, utc_offset=0, next_id=FIRST_ID_OF_OTHER + seed * SEED_STEP)
    for organization in (documented, other):
        for index, name in enumerate(STANDARD_MODULES + CUSTOM_MODULES):
            organization.add_module(_module(name, MODULE_IDS.get(name, str(FIRST_MODULE_ID + 2 * index))))
    _sow_users_and_tokens(state, list(scopes))
    _sow_records(state)
    _sow_views(state)
    _sow_refused_leads(state)
    _sow_quotes(state)
    _sow_mass_update(state, now)
    _sow_mass_change_owner(state, now)
    _sow_inventory_mass_convert(state, now)
    _sow_bulk_write(state, now)
    administrators = {ORGANIZATION: ADMINISTRATOR, OTHER_ORGANIZATION: OTHER_ADMINISTRATOR}
    bulk_write.sow(documented, now)
    oauth.sow(state, now=now, seed=seed, administrators=administrators, scopes=scopes)


def _module(name: str, module_id: str) -> Module:
    return Module(
        name,
        module_id,
        storage_name=STORAGE_NAMES.get(name, name),
        custom=name in CUSTOM_MODULES,
        supported=name not in NOT_IN_API,
        unique_fields=UNIQUE_FIELDS.get(name, ()),
    )


def _sow_users_and_tokens(state: State, scopes: list[str]) -> None:
    state.of(ORGANIZATION).add_user(ADMINISTRATOR, "Patricia Boyle")
    state.of(ORGANIZATION).add_user("738964000000291009", "Amelia Burrows")
    state.of(ORGANIZATION).add_user("4150868000001248015", "Charles Stone")
    state.of(ORGANIZATION).add_user(WITHOUT_PERMISSION, "Ted Watson", permitted=False)
    state.of(ORGANIZATION).add_user(WITHOUT_PRIVILEGE, "Jane Smith", privileged=False)
    state.of(ORGANIZATION).add_user("2423488000000483001", "Paul Daly")
    state.of(ORGANIZATION).add_user("554023000000235011", "Patricia Boyle")
    for kind, user in USERS_OF_A_KIND.items():
        state.of(ORGANIZATION).add_user(user, f"{kind} user".replace("_", " "), kind=kind)
    state.of(OTHER_ORGANIZATION).add_user(OTHER_ADMINISTRATOR, "Rebecca Olsen")
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
        "738964000002058030": {
            "Account_Name": "Zylker",
            "Phone": "555-555-5555",
            "Account_Type": "Customer",
            "Owner": ADMINISTRATOR,
            "Tag": [],
        },
        "4150868000003960001": {"Account_Name": "Grove Labs", "Owner": ADMINISTRATOR, "Tag": []},
    }
    contacts = {
        "738964000002058055": _contact("Kayleigh", "Rutherford", "738964000002058030"),
        "4150868000002563049": _contact("Grace", "Lindqvist", "4150868000003960001"),
        "738964000002131023": _contact("Dana", "Whitfield", None, Mobile="+1 555 0100"),
    }
    for module, records in {"Leads": leads, "Accounts": accounts, "Contacts": contacts}.items():
        for record, fields in records.items():
            state.of(ORGANIZATION).add_record(module, fields, record)
    other_lead = {**_lead("Hugo", "Marsh", "Marsh Cycles"), "Owner": OTHER_ADMINISTRATOR}
    state.of(OTHER_ORGANIZATION).add_record("Leads", other_lead, "7000000010002118026")


def _sow_views(state: State) -> None:
    """Fills the views, and the records that they show.

    The 50 accounts are in the territory of the documentation's sample or in the one below it, and so are the 20 deals,
    every other of which is at the stage that the sample asks for.
    """
    for territory, below in TERRITORIES.items():
        state.of(ORGANIZATION).add_territory(territory)
        state.of(ORGANIZATION).add_territory(below, territory)
    (of_accounts, below_accounts), (of_deals, below_deals) = TERRITORIES.items()
    for index in range(50):
        account = {
            "Account_Name": f"Account {index + 1:02}",
            "Industry": "Manufacturing",
            "Rating": "Active",
            "Owner": ADMINISTRATOR,
            "Tag": [],
            "$territories": [below_accounts if index % 5 == 4 else of_accounts],
        }
        state.of(ORGANIZATION).add_record("Accounts", account, str(FIRST_ACCOUNT + 2 * index))
    for index in range(20):
        deal = {
            "Deal_Name": f"Deal {index + 1:02}",
            "Stage": "Needs Analysis" if index % 2 else "Qualification",
            "Pipeline": "Standard (Standard)",
            "Closing_Date": "2026-12-31",
            "Amount": 1000 * (index + 1),
            "Owner": ADMINISTRATOR,
            "Tag": [],
            "$territories": [below_deals if index % 5 == 4 else of_deals],
        }
        state.of(ORGANIZATION).add_record("Deals", deal, str(FIRST_DEAL + 2 * index))
    documented = {
        "Deal_Name": "Sample",
        "Stage": "Qualification",
        "Type": "New Business",
        "Languages_Known": ["French"],
    }
    state.of(ORGANIZATION).add_record("Deals", {**documented, "Owner": ADMINISTRATOR, "Tag": []}, "554023000000497007")
    for record, obstacle in OBSTRUCTED_ACCOUNTS.items():
        account = {"Account_Name": f"Obstructed {record}", "Rating": "Obstructed", "Owner": ADMINISTRATOR, "Tag": []}
        state.of(ORGANIZATION).add_record("Accounts", {**account, **obstacle}, record)

    for module, view, active in (
        ("Accounts", ACCOUNTS_VIEW, ("Rating", "equal", "Active")),
        ("Deals", DEALS_VIEW, ("Deal_Name", "starts_with", "Deal ")),
    ):
        nothing = (active[0], "equal", "Nothing")
        others = [
            View("", module, (active,)),
            View("", module, (nothing,)),
            View("", module, (active,), declared_count=MAX_RECORDS + 1),
            View("", module, (active,), accessible=False),
            *(View("", module, (active,), outcome=outcome) for outcome in VIEW_OUTCOMES),
            View("", module, (active,) * 26),
        ]
        for index, other in enumerate(others):
            state.of(ORGANIZATION).add_view(other._replace(id=str(view + 2 * index)))
    state.of(ORGANIZATION).add_view(View("554023000000091551", "Accounts", (("Rating", "equal", "Obstructed"),)))
    state.of(ORGANIZATION).add_view(View("554023000000091553", "Leads"))
    state.of(ORGANIZATION).add_view(View("554023000000091555", "Contacts"))
    state.of(OTHER_ORGANIZATION).add_view(View("7000000010000091515", "Leads"))


def _sow_refused_leads(state: State) -> None:
    """Adds the leads that are refused for reasons that nothing else would bring about.

    Those with ids like ``CONVERTED_LATER`` are refused with 202, the others with 400, flat or in ``data[0]``.
    """
    for index, (record, held) in enumerate(REFUSED_LEADS.items()):
        state.of(ORGANIZATION).add_record(
            "Leads", _lead("Refused", f"Lead {index}", f"Refused {index}", **held), record
        )


def _sow_quotes(state: State) -> None:
    """Adds the documented quotes, others that cannot be converted, and those that are named inputs."""
    for module, records in INVENTORY.items():
        for record, held in records.items():
            quote = {"Subject": f"{module} {record}", "Grand_Total": 100, "Owner": ADMINISTRATOR, "Tag": ["tag1"]}
            state.of(ORGANIZATION).add_record(module, {**quote, **held}, record)
    for index in range(51):
        quote = {"Subject": f"Quote {index + 1:02}", "Owner": ADMINISTRATOR, "Tag": []}
        state.of(ORGANIZATION).add_record("Quotes", quote, str(FIRST_QUOTE + 2 * index))
    task = {"Subject": "Call back", "What_Id": "2423488000000625004", "Owner": ADMINISTRATOR, "Tag": []}
    state.of(ORGANIZATION).add_record("Tasks", task, "2423488000000625101")


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
        state.of(organization).add_job("mass_update", Job(job_id, module, now - ago, plan))

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
        state.of(organization).add_job("mass_change_owner", Job(job_id, module, now - ago, plan))

    add("3652397000009565021", "Leads", Plan.of(50000, failed=500), ago=DAY)
    add("3652397000009565023", "Leads", Plan.of(1000, wait=10, duration=100, failed=10))
    add("3652397000009565025", "Leads", Plan.of(1000, wait=10, duration=100, failed=1000, end=FAILED))
    add("3652397000009565027", "Contacts", Plan.of(100), ago=DAY)
    add("3652397000009565029", "Leads", Plan.of(100), ago=61 * DAY)
    add("7000000010009565021", "Leads", Plan.of(100), ago=DAY, organization=OTHER_ORGANIZATION)


def _sow_inventory_mass_convert(state: State, now: float) -> None:
    def add(job_id: str, module: str, plan: Plan, *, ago: float = 0, organization: str = ORGANIZATION) -> None:
        state.of(organization).add_job("inventory_mass_convert", Job(job_id, module, now - ago, plan))

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
        state.of(org).add_job("bulk_write", Job(job_id, "Leads", at, plan, json.dumps(asked)))

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
