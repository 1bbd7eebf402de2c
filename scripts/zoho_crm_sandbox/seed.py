"""What a new sandbox holds for all systems: organizations, users, tokens, modules, records and views.

The records are those of the documentation's samples and variants of them. Each system adds its own in its module; the
README lists all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zoho_crm_sandbox.call import Seeding
from zoho_crm_sandbox.plan import ACCEPTED, FAILS, PARTLY_FAILS, PAUSED, STAYS_RUNNING, VANISHES
from zoho_crm_sandbox.state.jobs import Job
from zoho_crm_sandbox.state.organization import Module, View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zoho_crm_sandbox.call import System
    from zoho_crm_sandbox.plan import Plan
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
"""The users to whom no records can be assigned."""

TERRITORIES = {"554023000000430409": "554023000000430411", "2423488000000780003": "2423488000000780005"}
"""The territories in the documentation's samples, of accounts and of deals, each with one below it."""

FIRST_ACCOUNT = 554023000000500001
"""The id of the first of 50 accounts; the others follow, two by two."""
FIRST_DEAL = 2423488000000500001
"""The id of the first of 20 deals."""

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
  a sandbox that does not validate its responses).
- +18 (…533) is accepted: a change of owner is answered with 202 SCHEDULED.
- +20 (…535) has 26 criteria: COMBINED_CRITERIA_LIMIT_EXCEEDED for a change of owner.

554023000000091551 shows the accounts that cannot be changed, 554023000000091553 all leads, 554023000000091555 all
contacts.
"""
DEALS_VIEW = 2423488000000091545
"""The id of the view of the 20 deals. The same views follow it."""
VIEW_OUTCOMES = (FAILS, PARTLY_FAILS, STAYS_RUNNING, VANISHES, PAUSED, ACCEPTED)

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


def seed_state(state: State, systems: Iterable[System], *, now: float, seed: int, scopes: Iterable[str]) -> None:
    """Fill an empty database, with jobs submitted at ``now``, and ids and secrets that depend on ``seed``."""
    every_scope = tuple(scopes)
    for organization, administrator, utc_offset, first_id in (
        (ORGANIZATION, ADMINISTRATOR, INDIA, FIRST_ID),
        (OTHER_ORGANIZATION, OTHER_ADMINISTRATOR, 0, FIRST_ID_OF_OTHER),
    ):
        added = state.add_organization(organization, utc_offset=utc_offset, next_id=first_id + seed * SEED_STEP)
        state.add_administrator(organization, administrator)
        for index, name in enumerate(STANDARD_MODULES + CUSTOM_MODULES):
            added.add_module(_module(name, MODULE_IDS.get(name, str(FIRST_MODULE_ID + 2 * index))))
    state.seed_secrets(seed)
    _add_users_and_tokens(state, every_scope)
    _add_records(state)
    _add_views(state)
    for seed_system in filter(None, (system.seed for system in systems)):
        seed_system(Seeding(state, now, every_scope))


def add_jobs(seeding: Seeding, system: str, *jobs: tuple[str, str, Plan, float]) -> None:
    """Add jobs that change nothing, each as id, module, plan, and how many seconds ago it was submitted."""
    for job, module, plan, ago in jobs:
        # An id in the second organization starts with that organization's id.
        organization = OTHER_ORGANIZATION if job.startswith(OTHER_ORGANIZATION) else ORGANIZATION
        seeding.state.of(organization).add_job(system, Job(job, module, seeding.now - ago, plan))


def _module(name: str, module_id: str) -> Module:
    return Module(
        name,
        module_id,
        storage_name=STORAGE_NAMES.get(name, name),
        custom=name in CUSTOM_MODULES,
        supported=name not in NOT_IN_API,
        unique_fields=UNIQUE_FIELDS.get(name, ()),
    )


def _add_users_and_tokens(state: State, scopes: tuple[str, ...]) -> None:
    organization = state.of(ORGANIZATION)
    organization.add_user(ADMINISTRATOR, "Patricia Boyle")
    organization.add_user("738964000000291009", "Amelia Burrows")
    organization.add_user("4150868000001248015", "Charles Stone")
    organization.add_user(WITHOUT_PERMISSION, "Ted Watson", permitted=False)
    organization.add_user(WITHOUT_PRIVILEGE, "Jane Smith", privileged=False)
    organization.add_user("2423488000000483001", "Paul Daly")
    organization.add_user("554023000000235011", "Patricia Boyle")
    for kind, user in USERS_OF_A_KIND.items():
        organization.add_user(user, f"{kind} user".replace("_", " "), kind=kind)
    state.of(OTHER_ORGANIZATION).add_user(OTHER_ADMINISTRATOR, "Rebecca Olsen")
    state.add_token("sandbox", ADMINISTRATOR, scopes)
    state.add_token("sandbox-expired", ADMINISTRATOR, scopes, expires_at=0)
    state.add_token("sandbox-dropped", ADMINISTRATOR, scopes, dropped=True)
    state.add_token("sandbox-no-scope", ADMINISTRATOR, ["ZohoCRM.users.READ"])
    state.add_token("sandbox-no-permission", WITHOUT_PERMISSION, scopes)
    state.add_token("sandbox-no-privilege", WITHOUT_PRIVILEGE, scopes)
    state.add_token("sandbox-other-org", OTHER_ADMINISTRATOR, scopes)


def _add_records(state: State) -> None:
    leads = {
        "738964000002118026": lead("Kayleigh", "Rutherford", "Rutherford Freight"),
        "738964000002118012": lead("Marco", "Bianchi", "Bianchi Foods", **{"$converted": True}),
        "738964000002131001": lead("Dana", "Whitfield", "Whitfield Optics", Mobile="+1 555 0100"),
        "1306462000000496025": lead("Ivy", "Novak", "Novak Glass", **{"$approved": False}),
        "475243000003269880": lead("Omar", "Haddad", "Haddad Prints", **{"$locked_by": "zia_vision_processing"}),
        "738964000002118030": lead("Lena", "Fischer", "Fischer Tools", Mobile="+1 555 0130"),
        "738964000002118034": lead("Sam", "Okafor", "Okafor Solar", Mobile="+1 555 0134"),
        "738964000002118038": lead("Nina", "Petrov", "Zylker"),
        "738964000002118042": lead("Ravi", "Menon", None),
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
    other_lead = {**lead("Hugo", "Marsh", "Marsh Cycles"), "Owner": OTHER_ADMINISTRATOR}
    state.of(OTHER_ORGANIZATION).add_record("Leads", other_lead, "7000000010002118026")


def _add_views(state: State) -> None:
    """Add the views, and the records that they show.

    The 50 accounts are in the territory of the documentation's sample or in the one below it, and so are the 20 deals,
    every other of which is at the stage that the sample asks for.
    """
    organization = state.of(ORGANIZATION)
    for territory, below in TERRITORIES.items():
        organization.add_territory(territory)
        organization.add_territory(below, territory)
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
        organization.add_record("Accounts", account, str(FIRST_ACCOUNT + 2 * index))
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
        organization.add_record("Deals", deal, str(FIRST_DEAL + 2 * index))
    documented = {
        "Deal_Name": "Sample",
        "Stage": "Qualification",
        "Type": "New Business",
        "Languages_Known": ["French"],
    }
    organization.add_record("Deals", {**documented, "Owner": ADMINISTRATOR, "Tag": []}, "554023000000497007")

    for module, view, active in (
        ("Accounts", ACCOUNTS_VIEW, ("Rating", "equal", "Active")),
        ("Deals", DEALS_VIEW, ("Deal_Name", "starts_with", "Deal ")),
    ):
        nothing = (active[0], "equal", "Nothing")
        others = [
            View("", module, (active,)),
            View("", module, (nothing,)),
            View("", module, (active,), declared_count=50_001),
            View("", module, (active,), accessible=False),
            *(View("", module, (active,), outcome=outcome) for outcome in VIEW_OUTCOMES),
            View("", module, (active,) * 26),
        ]
        for index, other in enumerate(others):
            organization.add_view(other._replace(id=str(view + 2 * index)))
    organization.add_view(View("554023000000091551", "Accounts", (("Rating", "equal", "Obstructed"),)))
    organization.add_view(View("554023000000091553", "Leads"))
    organization.add_view(View("554023000000091555", "Contacts"))
    state.of(OTHER_ORGANIZATION).add_view(View("7000000010000091515", "Leads"))


def lead(first_name: str, last_name: str, company: str | None, **fields: Any) -> dict[str, Any]:
    """Return the fields of a lead."""
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
