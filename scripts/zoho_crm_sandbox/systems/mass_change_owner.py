"""Mass change of owner: the records of a view, given to another user by a job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zoho_crm_sandbox.call import Call, Response, System, ZohoError
from zoho_crm_sandbox.plan import ACCEPTED, FAILED, Plan
from zoho_crm_sandbox.seed import DAY, add_jobs
from zoho_crm_sandbox.systems import fields as metadata
from zoho_crm_sandbox.systems.views import MAX_RECORDS, select, start_job

if TYPE_CHECKING:
    from zoho_crm_sandbox.call import Seeding
    from zoho_crm_sandbox.state.jobs import Job
    from zoho_crm_sandbox.state.organization import Organization, View

RETENTION = 60 * 24 * 3600
"""For how many seconds the status of a job can be read."""
MESSAGE = "change owner is successfully scheduled"
MAX_CRITERIA = 25
"""How many conditions the view and the request may have together."""
FOR_SERVICE_PROVIDERS = ("Tasks", "Events", "Calls", "Appointments")
"""The modules whose records can be given to a service provider."""
OF_TEXTS_ONLY = ("starts_with", "ends_with")
"""The comparators that make no sense for numbers and dates."""
TYPES = {
    "cvid": "long",
    "id": "long",
    "owner": "jsonobject",
    "territory": "jsonobject",
    "criteria": "jsonobject",
    "field": "jsonobject",
    "include_child": "boolean",
    "api_name": "text",
    "comparator": "text",
    "value": "text",
}
"""What the errors call the type of each key of the request."""


def schedule_mass_change_owner(call: Call) -> Response:
    """Starts a job on the records of a view.

    Args:
        call: The call.

    Raises:
        ZohoError: The request is malformed, or there is nothing to start a job on.
    """
    asked = _read(call)
    call.authorize(f"MASSTRANSFER_{call.parameters['module_api_name']}")
    condition = _condition(call.module, asked["criteria"]) if "criteria" in asked else None
    _check_owner(call, asked["owner"]["id"])
    view, found = _find(call, asked, [condition] if condition else [])
    bad = [record for record, fields in found if fields.get("$locked_by") or fields.get("$obstacle")]
    job_id = start_job(call, view, [record for record, _ in found], bad, {"owner": asked["owner"]["id"]})
    # The page has the one, the vendor's file for v8 the other.
    code, status = ("SCHEDULED", 202) if view.outcome == ACCEPTED else ("SUCCESS", 200)
    scheduled = {"code": code, "details": {"job_id": job_id}, "message": MESSAGE, "status": "success"}
    return Response({"data": [scheduled]}, status=status)


def get_mass_change_owner_status(call: Call) -> Response:
    """Tells how far a job is.

    Args:
        call: The call.

    Raises:
        ZohoError: No job is named, or one of another module.
    """
    if call.parameters.get("job_id") == "":
        raise ZohoError("REQUIRED_PARAM_MISSING", status=400)
    if not call.conforms("job_id"):
        raise ZohoError("REQUIRED_PARAM_MISSING", status=404)
    call.authorize()
    job = call.job()
    if job is None or call.now - job.submitted_at > RETENTION:
        return Response(None, status=204)
    if job.module != call.module:
        raise ZohoError("NOT_FOUND")
    progress = call.progress(job)
    status = {
        "Total_Count": job.plan.total,
        "Updated_Count": progress.succeeded,
        "Not_Updated_Count": progress.remaining,
        "Failed_Count": progress.failed,
        "Status": progress.state,
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
    fields = organization.record(job.module, record)
    if fields:  # else it has been deleted since the job was submitted
        organization.update_record(record, {**fields, "Owner": job.request["owner"]})


def _read(call: Call) -> dict[str, Any]:
    """Returns the body when it has the right form."""
    body = call.json()
    if not isinstance(body, dict):
        raise ZohoError("INVALID_REQUEST")
    for place, keyword in sorted(call.operation.violations(body), key=lambda found: [str(step) for step in found[0]]):
        key = str(place[-1])
        path = "$." + ".".join(map(str, place))
        if keyword == "required" and place[0] != "criteria":
            raise ZohoError("MANDATORY_NOT_FOUND", details={"api_name": key, "json_path": path})
        if keyword == "minProperties" or (keyword == "required" and key == "field"):
            raise ZohoError("EXPECTED_FIELD_MISSING")
        if keyword == "required":
            dependee = {"api_name": "criteria", "json_path": "$.criteria"}
            details = {"dependee": dependee, "api_name": key, "json_path": path}
            raise ZohoError("DEPENDENT_FIELD_MISSING", details=details)
        details = {"api_name": key, "json_path": path}
        if key in TYPES:
            details["expected_data_type"] = TYPES[key]
        raise ZohoError("INVALID_DATA", case="value", details=details)
    return body


def _condition(module: str, criteria: dict[str, Any]) -> tuple[str, str, str]:
    """Returns the condition that the request adds to those of the view."""
    known = metadata.fields_of(module)
    named, by_id = criteria["field"].get("api_name"), criteria["field"].get("id")
    field = known.get(named) if named else next((one for one in known.values() if one.id == by_id), None)
    if field is None:
        key = "api_name" if named else "id"
        place = f"$.criteria.field.{key}"
        raise ZohoError("INVALID_DATA", case="value", details={"api_name": key, "json_path": place})
    if named and by_id and field.id != by_id:
        raise ZohoError("AMBIGUITY_DURING_PROCESSING")
    comparator = criteria["comparator"]
    if comparator in OF_TEXTS_ONLY and field.kind in (metadata.NUMBER, metadata.DATE):
        raise ZohoError("DEPENDENT_MISMATCH")
    return field.api_name, comparator, criteria["value"]


def _check_owner(call: Call, owner: str) -> None:
    kind = call.organization.user_kind(owner)
    if kind == "not_subordinate":
        raise ZohoError("INVALID_DATA", case="subordinate")
    if kind == "service_provider":
        if call.module not in FOR_SERVICE_PROVIDERS:
            raise ZohoError("NOT_ALLOWED")
    elif kind != "active":
        details = {"api_name": "owner", "json_path": "$.owner.id", "owner_status": kind or "not_crm_user"}
        raise ZohoError("INVALID_DATA", case="owner", details=details)


def _find(
    call: Call, asked: dict[str, Any], conditions: list[tuple[str, str, str]]
) -> tuple[View, list[tuple[str, dict[str, Any]]]]:
    """Returns the view that is asked for and the records that are meant."""
    organization = call.organization
    view = organization.view(asked["cvid"])
    if view is None or view.module != call.module:
        raise ZohoError("INVALID_DATA", case="")
    if not view.accessible:
        raise ZohoError(
            "NO_PERMISSION", details={"permissions": [f"MASSTRANSFER_{call.parameters['module_api_name']}"]}
        )
    territories = None
    if "territory" in asked:
        named = asked["territory"]
        territories = organization.territories(named["id"], children=named.get("include_child", False))
        if not territories:
            details = {"api_name": "id", "json_path": "$.territory.id"}
            raise ZohoError("INVALID_DATA", case="", details=details, message="the territory given seems to be invalid")
    if len(view.criteria) + len(conditions) > MAX_CRITERIA:
        raise ZohoError("COMBINED_CRITERIA_LIMIT_EXCEEDED")
    found = select(organization, view, territories=territories, criteria=conditions)
    if max(view.declared_count or 0, len(found)) > MAX_RECORDS:
        raise ZohoError("RECORD_LIMIT_EXCEEDED")
    if not found:
        raise ZohoError("NO_RECORDS_FOUND")
    return view, found


def seed(seeding: Seeding) -> None:
    """Add jobs."""
    add_jobs(
        seeding,
        SYSTEM.name,
        ("3652397000009565021", "Leads", Plan.of(50000, failed=500), DAY),
        ("3652397000009565023", "Leads", Plan.of(1000, wait=10, duration=100, failed=10), 0),
        ("3652397000009565025", "Leads", Plan.of(1000, wait=10, duration=100, failed=1000, end=FAILED), 0),
        ("3652397000009565027", "Contacts", Plan.of(100), DAY),
        ("3652397000009565029", "Leads", Plan.of(100), 61 * DAY),
        ("7000000010009565021", "Leads", Plan.of(100), DAY),
    )


SYSTEM = System(
    "mass_change_owner",
    {
        "schedule_mass_change_owner": schedule_mass_change_owner,
        "get_mass_change_owner_status": get_mass_change_owner_status,
    },
    effect=apply,
    seed=seed,
    takes_jobs=True,
)
