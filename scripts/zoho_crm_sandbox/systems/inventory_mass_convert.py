"""Inventory mass conversion: turns quotes and sales orders into sales orders and invoices by a job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zoho_crm_sandbox.call import Call, Response, System, ZohoError, place_details, success
from zoho_crm_sandbox.plan import FAILED, FAILS, PARTLY_FAILS, PAUSED, RUNNING, STAYS_RUNNING, VANISHES, Plan
from zoho_crm_sandbox.seed import ADMINISTRATOR, DAY, ORGANIZATION, add_jobs
from zoho_crm_sandbox.systems import jobs

if TYPE_CHECKING:
    from zoho_crm_sandbox.call import Seeding, Work
    from zoho_crm_sandbox.contract import Steps
    from zoho_crm_sandbox.state.organization import Organization

SPELLINGS = {RUNNING: "IN PROGRESS"}
"""The states that this system spells differently."""
TARGETS = {"Quotes": ("Sales_Orders", "Invoices"), "Sales_Orders": ("Invoices",)}
"""The modules that the records of a module can be converted to."""
LINKS = {"Quotes": "Quote_Name", "Sales_Orders": "Sales_Order"}
"""The field of a new record that names the record it was converted from, by that record's module."""
RELATED = ("Tasks", "Events", "Calls")
"""The modules whose records can be assigned to the new owner along with their parent."""
INVENTORY: dict[str, dict[str, dict[str, Any]]] = {
    "Quotes": {
        "2423488000000625004": {},
        "2423488000000625032": {},
        "2423488000000625041": {"$converted": True},
        "2423488000000625043": {"$approved": False},
        "2423488000000625045": {"$in_review": True},
        "2423488000000625047": {"$locked_by": "record_locking"},
        "2423488000000625049": {"$forbidden": True},
        "2423488000000625061": {"$outcome": FAILS},
        "2423488000000625063": {"$outcome": PARTLY_FAILS},
        "2423488000000625065": {"$outcome": STAYS_RUNNING},
        "2423488000000625067": {"$outcome": VANISHES},
        "2423488000000625069": {"$outcome": PAUSED},
    },
    "Sales_Orders": {"2423488000000625081": {}},
}
"""Quotes and sales orders. Those from …041 to …045 and …049 cannot be converted, and …047 fails in its job.

A job with one of the last five fails, fails for its first record, stays running, vanishes or is paused.
"""
FIRST_QUOTE = 2423488000000627001
"""The id of the first of 51 quotes, whose ids differ by two."""


def schedule_inventory_mass_convert(call: Call) -> Response:
    """Start a job that converts the named records."""
    requested = _read(call)
    call.authorize(f"Crm_Implied_Convert_{call.module}")
    target = requested["convert_to"][0]
    if _module(call, target["module"], ["convert_to", 0, "module"]) not in TARGETS[call.module]:
        raise ZohoError.at(["convert_to", 0, "module", "api_name"])
    related = [
        _module(call, module, ["related_modules", index])
        for index, module in enumerate(requested.get("related_modules", ()))
    ]
    for index, module in enumerate(related):
        if module not in RELATED:
            raise ZohoError.at(["related_modules", index, "api_name"])
    assigned = requested.get("assign_to", {}).get("id")
    if assigned and call.organization.user_kind(assigned) != "active":
        raise ZohoError.at(["assign_to", "id"])
    parents = [_parent(call, requested["ids"], index) for index in range(len(requested["ids"]))]

    outcome = next((parent["$outcome"] for parent in parents if parent.get("$outcome")), "")
    failing = {
        record
        for index, (record, parent) in enumerate(zip(requested["ids"], parents, strict=True))
        if parent.get("$locked_by") or (outcome == PARTLY_FAILS and index == 0)
    }
    request = {
        "module": target["module"]["api_name"],
        "carry_over_tags": target["carry_over_tags"],
        "assign_to": assigned,
        "related_modules": related,
    }
    job_id = jobs.start(call, requested["ids"], failing, outcome, request)
    return Response(success("Mass Convert scheduled successfully", {"job_id": job_id}, "SCHEDULED"), status=202)


def get_inventory_mass_convert_status(call: Call) -> Response:
    """Return the progress of a job."""
    if not call.parameters.get("job_id"):
        raise ZohoError("REQUIRED_PARAM_MISSING")
    call.authorize()
    job = call.job()
    if job is None or job.module != call.module:
        raise ZohoError("INVALID_DATA")
    progress = call.progress(job)
    status = {
        "total_count": job.plan.total,
        "not_converted_count": progress.remaining,
        "failed_count": progress.failed,
        "converted_count": progress.succeeded,
        "status": SPELLINGS.get(progress.state, progress.state),
    }
    return Response({"data": [status]})


def apply(organization: Organization, work: Work) -> None:
    """Convert a record, unless it was deleted, or converted by another job, after the job was submitted."""
    parent = organization.record(work.job.module, work.record)
    if parent is None or parent.get("$converted"):
        return
    requested = work.job.request
    made = {name: value for name, value in parent.items() if not name.startswith("$")}
    made |= {
        "Owner": requested["assign_to"] or parent.get("Owner"),
        "Tag": parent.get("Tag", []) if requested["carry_over_tags"] else [],
        LINKS[work.job.module]: work.record,
    }
    detail = {requested["module"]: organization.add_record(requested["module"], made)}
    organization.update_record(work.record, {**parent, "$converted": True, "$converted_detail": detail})
    for module in requested["related_modules"]:
        for activity, found in list(organization.records(module)):
            if found.get("What_Id") == work.record:
                organization.update_record(activity, {**found, "Owner": made["Owner"]})


def _read(call: Call) -> dict[str, Any]:
    """Return the body if it is valid."""
    body = call.json()
    if not isinstance(body, dict):
        raise ZohoError("INVALID_REQUEST")
    violations = call.operation.violations(body)
    for place, keyword in violations:
        if keyword == "required":
            raise ZohoError.at(place, "MANDATORY_NOT_FOUND")
        if place == ["convert_to"] and keyword == "minItems":
            raise ZohoError("EXPECTED_FIELD_MISSING")
        if place == ["ids"] and keyword == "maxItems":
            raise ZohoError("LIMIT_EXCEEDED")
    if violations:
        raise ZohoError.at(violations[0][0])
    return body


def _module(call: Call, named: dict[str, Any], place: Steps) -> str:
    """Return the storage name of the module that is named by its API name, its id or both."""
    api_name, module_id = named.get("api_name"), named.get("id")
    module = call.organization.module(api_name) if api_name else None
    if api_name and module is None:
        raise ZohoError.at([*place, "api_name"])
    if module is None and module_id:
        module = call.organization.module_by_id(module_id)
    if module is None:
        raise ZohoError.at([*place, "id"])
    if module_id and module.id != module_id:
        due_to = [place_details([*place, key]) for key in ("id", "api_name")]
        raise ZohoError("AMBIGUITY_DURING_PROCESSING", details={"ambiguity_due_to": due_to})
    return module.storage_name


def _parent(call: Call, ids: list[str], index: int) -> dict[str, Any]:
    """Return one of the records to convert."""
    parent = call.organization.record(call.module, ids[index])
    if parent is None or ids[index] in ids[:index]:
        raise ZohoError.at(["ids", index])
    if parent.get("$forbidden"):
        raise ZohoError.at(["ids", index], "NO_PERMISSION", case="record")
    if parent.get("$converted"):
        raise ZohoError("ID_ALREADY_CONVERTED")
    if not parent.get("$approved", True):
        raise ZohoError("NOT_APPROVED")
    if parent.get("$in_review"):
        raise ZohoError("NOT_REVIEWED")
    return parent


def seed(seeding: Seeding) -> None:
    """Add quotes and sales orders, a task of one of them, and jobs."""
    organization = seeding.state.of(ORGANIZATION)
    for module, records in INVENTORY.items():
        for record, state in records.items():
            quote = {"Subject": f"{module} {record}", "Grand_Total": 100, "Owner": ADMINISTRATOR, "Tag": ["tag1"]}
            organization.add_record(module, {**quote, **state}, record)
    for index in range(51):
        quote = {"Subject": f"Quote {index + 1:02}", "Owner": ADMINISTRATOR, "Tag": []}
        organization.add_record("Quotes", quote, str(FIRST_QUOTE + 2 * index))
    task = {"Subject": "Call back", "What_Id": "2423488000000625004", "Owner": ADMINISTRATOR, "Tag": []}
    organization.add_record("Tasks", task, "2423488000000625101")
    add_jobs(
        seeding,
        SYSTEM.name,
        ("2423488000000626117", "Quotes", Plan.of(10), DAY),
        ("2423488000000626119", "Sales_Orders", Plan.of(10), DAY),
        ("2423488000000626121", "Quotes", Plan.of(10, wait=10, duration=20), 0),
        ("2423488000000626123", "Quotes", Plan.of(10, wait=10, duration=20, failed=10, end=FAILED), 0),
        ("7000000010000626117", "Quotes", Plan.of(10), DAY),
    )


SYSTEM = System(
    "inventory_mass_convert",
    {
        "schedule_inventory_mass_convert": schedule_inventory_mass_convert,
        "get_inventory_mass_convert_status": get_inventory_mass_convert_status,
    },
    effect=apply,
    seed=seed,
    takes_jobs=True,
)
