"""Mass conversion of quotes and sales orders by a job."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zoho_crm_sandbox.call import Call, Response, System, ZohoError, json_path
from zoho_crm_sandbox.plan import FAILED, FAILS, PARTLY_FAILS, PAUSED, RUNNING, STAYS_RUNNING, VANISHES, Plan
from zoho_crm_sandbox.seed import ADMINISTRATOR, DAY, ORGANIZATION, add_jobs
from zoho_crm_sandbox.state.jobs import Job

if TYPE_CHECKING:
    from zoho_crm_sandbox.call import Seeding
    from zoho_crm_sandbox.state.organization import Organization

SPELLINGS = {RUNNING: "IN PROGRESS"}
"""The states that this system spells in its own way."""
TARGETS = {"Quotes": ("Sales_Orders", "Invoices"), "Sales_Orders": ("Invoices",)}
"""What the records of each module can become."""
LINKS = {"Quotes": "Quote_Name", "Sales_Orders": "Sales_Order"}
"""The field of a new record that says what it was made from."""
RELATED = ("Tasks", "Events", "Calls")
"""The modules whose records can go to the new owner along with their parent."""
MESSAGE = "Mass Convert scheduled successfully"
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
FIRST_QUOTE = 2423488000000627001
"""The id of the first of 51 quotes."""


def schedule_inventory_mass_convert(call: Call) -> Response:
    """Starts a job that makes a new record of each that is named.

    Args:
        call: The call.

    Raises:
        ZohoError: The request is malformed, or one of the records cannot be converted.
    """
    asked = _read(call)
    call.authorize(f"Crm_Implied_Convert_{call.module}")
    organization = call.organization
    target = asked["convert_to"][0]
    if _module(call, target["module"], ["convert_to", 0, "module"]) not in TARGETS[call.module]:
        raise _wrong(["convert_to", 0, "module", "api_name"])
    related = [
        _module(call, module, ["related_modules", index])
        for index, module in enumerate(asked.get("related_modules", ()))
    ]
    for index, module in enumerate(related):
        if module not in RELATED:
            raise _wrong(["related_modules", index, "api_name"])
    assigned = asked.get("assign_to", {}).get("id")
    if assigned and organization.user_kind(assigned) != "active":
        raise _wrong(["assign_to", "id"])
    parents = [_parent(call, asked["ids"], index) for index in range(len(asked["ids"]))]

    outcome = next((parent["$outcome"] for parent in parents if parent.get("$outcome")), "")
    failing = {
        record
        for index, (record, parent) in enumerate(zip(asked["ids"], parents, strict=True))
        if outcome == FAILS or parent.get("$locked_by") or (outcome == PARTLY_FAILS and index == 0)
    }
    request = {
        "module": target["module"]["api_name"],
        "carry_over_tags": target["carry_over_tags"],
        "assign_to": assigned,
        "related_modules": related,
    }
    plan = Plan.for_outcome(len(parents), len(failing), outcome)
    order = plan.interleave(
        (record for record in asked["ids"] if record not in failing),
        (record for record in asked["ids"] if record in failing),
    )
    with call.state.transaction():
        job = Job(organization.next_id(), call.module, call.now, plan, json.dumps(request))
        organization.submit_job(call.operation.system, job, order)
    body = {"code": "SCHEDULED", "details": {"job_id": job.id}, "message": MESSAGE, "status": "success"}
    return Response(body, status=202)


def get_inventory_mass_convert_status(call: Call) -> Response:
    """Tells how far a job is.

    Args:
        call: The call.

    Raises:
        ZohoError: No job is named, or one that does not exist.
    """
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


def apply(organization: Organization, job: Job, record: str, at: float) -> None:  # noqa: ARG001  # each kind of job is called alike
    """Does to a record what a job does to it.

    Args:
        organization: The organization.
        job: The job.
        record: The id of the record.
        at: When it happens, in seconds since 1970.
    """
    parent = organization.record(job.module, record)
    if parent is None or parent.get("$converted"):
        return  # it has been deleted, or another job was faster
    asked = job.request
    made = {name: value for name, value in parent.items() if not name.startswith("$")}
    made |= {
        "Owner": asked["assign_to"] or parent.get("Owner"),
        "Tag": parent.get("Tag", []) if asked["carry_over_tags"] else [],
        LINKS[job.module]: record,
    }
    new = organization.add_record(asked["module"], made)
    detail = {asked["module"]: new}
    organization.update_record(record, {**parent, "$converted": True, "$converted_detail": detail})
    for module in asked["related_modules"]:
        for activity, fields in list(organization.records(module)):
            if fields.get("What_Id") == record:
                organization.update_record(activity, {**fields, "Owner": made["Owner"]})


def _read(call: Call) -> dict[str, Any]:
    """Returns the body when it has the right form."""
    body = call.json()
    if not isinstance(body, dict):
        raise ZohoError("INVALID_REQUEST")
    violations = call.operation.violations(body)
    for place, keyword in violations:
        if keyword == "required":
            key = place[-1]
            raise ZohoError("MANDATORY_NOT_FOUND", details={"api_name": key, "json_path": json_path(place)})
        if place == ["convert_to"] and keyword == "minItems":
            raise ZohoError("EXPECTED_FIELD_MISSING")
        if place == ["ids"] and keyword == "maxItems":
            raise ZohoError("LIMIT_EXCEEDED")
    if violations:
        raise _wrong(violations[0][0])
    return body


def _module(call: Call, named: dict[str, Any], place: list[str | int]) -> str:
    """Return the storage name of a module named by its API name, its id, or both."""
    organization, api_name, module_id = call.organization, named.get("api_name"), named.get("id")
    module = organization.module(api_name) if api_name else None
    if api_name and module is None:
        raise _wrong([*place, "api_name"])
    if module is None and module_id:
        module = organization.module_by_id(module_id)
    if module is None:
        raise _wrong([*place, "id"])
    if module_id and module.id != module_id:
        due_to = [{"api_name": key, "json_path": json_path([*place, key])} for key in ("id", "api_name")]
        raise ZohoError("AMBIGUITY_DURING_PROCESSING", details={"ambiguity_due_to": due_to})
    return module.storage_name


def _parent(call: Call, ids: list[str], index: int) -> dict[str, Any]:
    """Returns one of the records to convert."""
    parent = call.organization.record(call.module, ids[index])
    if parent is None or ids[index] in ids[:index]:
        raise _wrong(["ids", index])
    if parent.get("$converted"):
        raise ZohoError("ID_ALREADY_CONVERTED")
    if not parent.get("$approved", True):
        raise ZohoError("NOT_APPROVED")
    if parent.get("$in_review"):
        raise ZohoError("NOT_REVIEWED")
    return parent


def _wrong(place: list[str | int]) -> ZohoError:
    key = next((step for step in reversed(place) if isinstance(step, str)), "data")
    return ZohoError("INVALID_DATA", details={"api_name": key, "json_path": json_path(place)})


def seed(seeding: Seeding) -> None:
    """Add quotes and sales orders, a task of one of them, and jobs."""
    organization = seeding.state.of(ORGANIZATION)
    for module, records in INVENTORY.items():
        for record, held in records.items():
            quote = {"Subject": f"{module} {record}", "Grand_Total": 100, "Owner": ADMINISTRATOR, "Tag": ["tag1"]}
            organization.add_record(module, {**quote, **held}, record)
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
