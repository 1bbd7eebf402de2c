"""Mass change of owner: assigns the records of a view to another user by a job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zoho_crm_sandbox.call import Call, Response, System, ZohoError, place_details, success
from zoho_crm_sandbox.plan import ACCEPTED, FAILED, Plan
from zoho_crm_sandbox.seed import DAY, add_jobs
from zoho_crm_sandbox.systems import fields, views

if TYPE_CHECKING:
    from zoho_crm_sandbox.call import Seeding, Work
    from zoho_crm_sandbox.state.organization import Organization, View

RETENTION = 60 * 24 * 3600
"""How many seconds after its submission the status of a job can be read."""
MAX_CRITERIA = 25
"""The most criteria that the view and the request may have together."""
FOR_SERVICE_PROVIDERS = ("Tasks", "Events", "Calls", "Appointments")
"""The modules whose records can be assigned to a service provider."""
TEXT_COMPARATORS = ("starts_with", "ends_with")
"""The comparators that numbers and dates do not support."""
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
"""The ``expected_data_type`` of each key of the request."""


def schedule_mass_change_owner(call: Call) -> Response:
    """Start a job on the records of a view."""
    requested = _read(call)
    permission = f"MASSTRANSFER_{call.parameters['module_api_name']}"
    call.authorize(permission)
    criteria = [_criterion(call.module, requested["criteria"])] if "criteria" in requested else []
    _check_owner(call, requested["owner"]["id"])

    def check(view: View) -> None:
        if len(view.criteria) + len(criteria) > MAX_CRITERIA:
            raise ZohoError("COMBINED_CRITERIA_LIMIT_EXCEEDED")

    errors = views.Errors(
        unknown=ZohoError("INVALID_DATA"),
        inaccessible=ZohoError("NO_PERMISSION", details={"permissions": [permission]}),
        no_territory=ZohoError.at(["territory", "id"], message="the territory given seems to be invalid"),
        too_many=ZohoError("RECORD_LIMIT_EXCEEDED"),
    )
    selection = views.find(call, requested, errors, check, criteria)
    bad = [record for record, found in selection.records if found.get("$locked_by") or found.get("$obstacle")]
    job_id = views.start_job(call, selection, bad, {"owner": requested["owner"]["id"]})
    # The page has 200 and SUCCESS, the vendor's file for v8 has 202 and SCHEDULED.
    code, status = ("SCHEDULED", 202) if selection.view.outcome == ACCEPTED else ("SUCCESS", 200)
    body = success("change owner is successfully scheduled", {"job_id": job_id}, code)
    return Response({"data": [body]}, status=status)


def get_mass_change_owner_status(call: Call) -> Response:
    """Return the progress of a job."""
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


def apply(organization: Organization, work: Work) -> None:
    """Assign a record, unless it was deleted after the job was submitted."""
    record = organization.record(work.job.module, work.record)
    if record:
        organization.update_record(work.record, {**record, "Owner": work.job.request["owner"]})


def _read(call: Call) -> dict[str, Any]:
    """Return the body if it is valid."""
    body = call.json()
    if not isinstance(body, dict):
        raise ZohoError("INVALID_REQUEST")
    for place, keyword in sorted(call.operation.violations(body), key=lambda found: [str(step) for step in found[0]]):
        key = place[-1]
        if keyword == "required" and place[0] != "criteria":
            raise ZohoError.at(place, "MANDATORY_NOT_FOUND")
        if keyword == "minProperties" or (keyword == "required" and key == "field"):
            raise ZohoError("EXPECTED_FIELD_MISSING")
        details = place_details(place)
        if keyword == "required":
            raise ZohoError(
                "DEPENDENT_FIELD_MISSING", details={"dependee": place_details(["criteria", "field"]), **details}
            )
        if key in TYPES:
            details["expected_data_type"] = TYPES[str(key)]
        raise ZohoError("INVALID_DATA", case="value", details=details)
    return body


def _criterion(module: str, criteria: dict[str, Any]) -> tuple[str, str, str]:
    """Return the criterion of the request as field, comparator and value."""
    known = fields.fields_of(module)
    named, by_id = criteria["field"].get("api_name"), criteria["field"].get("id")
    field = known.get(named) if named else next((one for one in known.values() if one.id == by_id), None)
    if field is None:
        raise ZohoError.at(["criteria", "field", "api_name" if named else "id"], case="value")
    if named and by_id and field.id != by_id:
        raise ZohoError("AMBIGUITY_DURING_PROCESSING")
    comparator = criteria["comparator"]
    if comparator in TEXT_COMPARATORS and field.kind in (fields.NUMBER, fields.DATE):
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
