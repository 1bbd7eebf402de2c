"""Mass update: one field of many records, changed by a job; or of up to 500, at once."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from zoho_crm_sandbox.call import Call, Response, System, ZohoError
from zoho_crm_sandbox.contract import error_in, with_details
from zoho_crm_sandbox.plan import FAILED, QUEUED, RUNNING, SUSPENDED, Plan
from zoho_crm_sandbox.seed import ADMINISTRATOR, DAY, HOUR, ORGANIZATION, add_jobs
from zoho_crm_sandbox.systems import fields as metadata
from zoho_crm_sandbox.systems.views import MAX_RECORDS, select, start_job

if TYPE_CHECKING:
    from zoho_crm_sandbox.call import Seeding
    from zoho_crm_sandbox.state.jobs import Job
    from zoho_crm_sandbox.state.organization import Organization

MAX_FIELDS = {"Deals": 3}
"""How many fields can be changed at once in a module; one in all others."""
SPECIAL_KINDS = {
    metadata.HIDDEN: ("INVALID_DATA", "hidden_field"),
    metadata.LAYOUT_RULE: ("INVALID_DATA", "layout_rule"),
    metadata.VALIDATION_RULE: ("INVALID_DATA", "validation_rule"),
    metadata.NOT_PERMITTED: ("NO_PERMISSION", "field"),
}
"""Why fields of some kinds cannot be changed, as code and case."""
OBSTACLES = {"CANNOT_PROCESS": True, "RECORD_IN_BLUEPRINT": True, "CANNOT_PERFORM_ACTION": True, "NOT_SUPPORTED": False}
"""What ``$obstacle`` of a record may be, and whether the error names the record."""
MESSAGE = "mass update scheduled successfully"
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


def schedule_mass_update(call: Call) -> Response:
    """Starts a job on the records of a view, or changes up to 500 records at once.

    Args:
        call: The call.

    Raises:
        ZohoError: The request is malformed, or nothing can be changed.
    """
    asked = _read(call)
    call.authorize()
    values = asked["data"][0]
    _check_fields(call.module, values)
    if "cvid" in asked:
        return _schedule(call, asked, values)
    with call.state.transaction():
        outcomes = [_update(call, record, values, overwrite=asked.get("over_write", False)) for record in asked["ids"]]
    failed = sum(outcome["status"] == "error" for outcome in outcomes)
    if failed == len(outcomes):
        return Response({"data": outcomes}, status=400)
    return Response({"data": outcomes}, status=207 if failed and call.since("v8") else 200)


def get_mass_update_status(call: Call) -> Response:
    """Tells how far a job is.

    Args:
        call: The call.

    Raises:
        ZohoError: No job is named, it does not exist, or its view had no records.
    """
    if not call.parameters.get("job_id"):
        raise ZohoError("MANDATORY_NOT_FOUND")
    call.authorize()
    job = call.job()
    if job is None or job.module != call.module:
        # The pages up to v7 say the one, the vendor's file for v8 the other.
        raise ZohoError("INVALID_DATA" if call.since("v8") else "NOT_FOUND")
    if not job.plan.total:
        raise ZohoError("NO_RECORDS_FOUND")
    progress = call.progress(job)
    status = {
        "Status": progress.state,
        "Failed_Count": progress.failed,
        "Updated_Count": progress.succeeded,
        "Not_Updated_Count": progress.remaining,
        "Total_Count": job.plan.total,
    }
    return Response({"data": [status]})


def apply(organization: Organization, job: Job, record: str, at: float) -> None:
    """Does to a record what a job does to it.

    Args:
        organization: The organization.
        job: The job.
        record: The id of the record.
        at: When it happens, in seconds since 1970.
    """
    asked = job.request
    fields = organization.record(job.module, record)
    if fields:  # else it has been deleted since the job was submitted
        _write(
            organization, job.module, record, fields, asked["values"], asked["user"], at, overwrite=asked["over_write"]
        )


def _read(call: Call) -> dict[str, Any]:
    """Returns the body when it has the right form."""
    body = call.json()
    if not isinstance(body, dict):
        raise ZohoError("INVALID_REQUEST")
    if "data" not in body or not ("cvid" in body or "ids" in body):
        raise _refused("MANDATORY_NOT_FOUND")
    data = body["data"]
    if isinstance(data, list) and (not data or data[0] == {}):
        raise ZohoError("INVALID_DATA", case="no_field")
    if isinstance(data, list) and isinstance(data[0], dict) and len(data[0]) > MAX_FIELDS.get(call.module, 1):
        raise ZohoError("INVALID_DATA", case="field_limit")
    if isinstance(body.get("ids"), list) and len(body["ids"]) > call.operation.limit("ids", "maxItems"):
        raise _refused("LIMIT_EXCEEDED")
    if call.operation.violations(body):
        raise _wrong(*_first_wrong(body))
    return body


def _first_wrong(body: dict[str, Any]) -> tuple[str, str]:
    """Returns key and place of what is wrong in a body that is neither of the two requests."""
    allowed = {"data", "cvid", "territory", "over_write"} if "cvid" in body else {"data", "ids", "over_write"}
    for key in body:
        if key not in allowed:
            return key, f"$.{key}"
    for key, kind in (("cvid", str), ("over_write", bool), ("territory", dict), ("data", list)):
        if key in body and not isinstance(body[key], kind):
            return key, f"$.{key}"
    if len(body["data"]) > 1 or not isinstance(body["data"][0], dict):
        return "data", f"$.data[{len(body['data']) - 1}]"
    if "ids" in body:
        return "ids", "$.ids"
    return ("id", "$.territory.id") if body["cvid"].isdecimal() and "territory" in body else ("cvid", "$.cvid")


def _check_fields(module: str, values: dict[str, Any]) -> None:
    known = metadata.fields_of(module)
    for name, value in values.items():
        field = known.get(name)
        if field and field.kind in SPECIAL_KINDS:
            code, case = SPECIAL_KINDS[field.kind]
            raise ZohoError(code, case=case)
        if field is None or field.kind not in metadata.UPDATABLE:
            raise ZohoError("INVALID_DATA", case="field")
        if field.mandatory and value in (None, ""):
            raise ZohoError("MANDATORY_NOT_FOUND", case="record-mandatory_not_found")
    if metadata.missing_stage(values.get("Pipeline"), values.get("Stage", "Qualification")):
        raise ZohoError("MAPPING_MISMATCH")


def _schedule(call: Call, asked: dict[str, Any], values: dict[str, Any]) -> Response:
    organization = call.organization
    view = organization.view(asked["cvid"])
    if view is None or view.module != call.module:
        raise _wrong("cvid", "$.cvid")
    if not view.accessible:
        raise ZohoError("NO_PERMISSION", case="view")
    territories = None
    if "territory" in asked:
        named = asked["territory"]
        territories = organization.territories(named["id"], children=named.get("include_child", False))
        if not territories:
            raise _wrong("id", "$.territory.id")
    if (view.declared_count or 0) > MAX_RECORDS:
        raise _refused("LIMIT_EXCEEDED")
    if organization.busy(call.operation.system, view.id):
        # The pages up to v7 say the one, the vendor's file for v8 the other.
        raise ZohoError("ALREADY_SCHEDULED", status=400 if call.since("v8") else 202)
    found = select(organization, view, territories=territories)
    if len(found) > MAX_RECORDS:
        raise _refused("LIMIT_EXCEEDED")
    if not found:
        raise _refused("NO_RECORDS_FOUND")
    bad = [record for record, fields in found if _obstacle(call, record, fields, values)]
    request = {"values": values, "over_write": asked.get("over_write", False), "user": call.token.user}
    details = {"job_id": start_job(call, view, [record for record, _ in found], bad, request)}
    scheduled = {"code": "SUCCESS", "details": details, "message": MESSAGE, "status": "success"}
    return Response({"data": [scheduled]})


def _update(call: Call, record: str, values: dict[str, Any], *, overwrite: bool) -> dict[str, Any]:
    """Changes a record and returns what the answer says of it."""
    organization = call.organization
    fields = organization.record(call.module, record)
    obstacle = _obstacle(call, record, fields, values)
    if obstacle:
        return obstacle
    fields = _write(
        organization, call.module, record, fields or {}, values, call.token.user, call.now, overwrite=overwrite
    )
    user = {"name": organization.user(call.token.user), "id": call.token.user}
    details = {
        "Modified_Time": fields["Modified_Time"],
        "Modified_By": user,
        "Created_Time": fields.get("Created_Time", fields["Modified_Time"]),
        "id": record,
        "Created_By": user,
    }
    return {"code": "SUCCESS", "details": details, "message": "record updated", "status": "success"}


def _obstacle(call: Call, record: str, fields: dict[str, Any] | None, values: dict[str, Any]) -> dict[str, Any] | None:
    """Returns why a record cannot be changed, as it stands in the answer; None if it can be."""

    def error(code: str, case: str, details: dict[str, Any]) -> dict[str, Any]:
        return error_in(with_details(call.operation.error(code, 400, f"record-{case}").body, details))

    if fields is None:
        return error("INVALID_DATA", "invalid_data", {"id": record})
    if fields.get("$converted"):
        return error("CONVERTED_RECORD", "converted_record", {"id": record})
    if not fields.get("$approved", True):
        return error("NOT_APPROVED", "not_approved", {"id": record})
    if fields.get("$locked_by"):
        return error("RECORD_LOCKED", "record_locked", {"action": fields["$locked_by"], "id": record})
    if fields.get("$obstacle"):
        code = fields["$obstacle"]
        return error(code, code.lower(), {"id": record} if OBSTACLES[code] else {})
    if values.get("Pipeline", "") not in ("", *metadata.PIPELINES):
        return error("INVALID_DATA", "picklist", {"api_name": "Pipeline", "id": record})
    return None


def _write(
    organization: Organization,
    module: str,
    record: str,
    fields: dict[str, Any],
    values: dict[str, Any],
    user: str,
    at: float,
    *,
    overwrite: bool,
) -> dict[str, Any]:
    """Changes a record and returns its fields."""
    kinds = metadata.fields_of(module)
    changed = dict(fields)
    for name, value in values.items():
        added = value
        if kinds[name].kind == metadata.MULTI_SELECT and not overwrite and isinstance(value, list):
            kept = fields.get(name) or []
            added = [*kept, *(one for one in value if one not in kept)]
        changed[name] = added
    moment = datetime.fromtimestamp(at, organization.time_zone())
    changed |= {"Modified_By": user, "Modified_Time": moment.isoformat(timespec="seconds")}
    organization.update_record(record, changed)
    return changed


def _refused(code: str) -> ZohoError:
    """Returns the flat error of a code, which records may have too."""
    return ZohoError(code, status=400, case="")


def _wrong(key: str, place: str) -> ZohoError:
    return ZohoError(
        "INVALID_DATA",
        case="",
        details={"api_name": key, "json_path": place},
        message=f"the {key} given seems to be invalid",
    )


def seed(seeding: Seeding) -> None:
    """Add accounts that cannot be changed, and jobs."""
    for record, obstacle in OBSTRUCTED_ACCOUNTS.items():
        account = {"Account_Name": f"Obstructed {record}", "Rating": "Obstructed", "Owner": ADMINISTRATOR, "Tag": []}
        seeding.state.of(ORGANIZATION).add_record("Accounts", {**account, **obstacle}, record)
    add_jobs(
        seeding,
        SYSTEM.name,
        ("554023000000506003", "Accounts", Plan.of(50), DAY),
        ("3524033000006027001", "Leads", Plan.of(50, wait=10, duration=25), 0),
        ("554023000000506005", "Accounts", Plan.of(50, failed=50, end=FAILED), 0),
        ("554023000000506007", "Accounts", Plan(50, steps=((QUEUED, HOUR), (RUNNING, 25))), 0),
        # Suspended for the next hour, with 20 records done and 30 still to do.
        ("554023000000506009", "Accounts", Plan(50, steps=((RUNNING, 20), (SUSPENDED, HOUR), (RUNNING, 30))), 20),
        ("554023000000506011", "Accounts", Plan.of(0), 0),
        ("554023000000506013", "Accounts", Plan.of(50, failed=5), 0),
        ("554023000000506015", "Shipments", Plan.of(50), DAY),
        ("554023000000506017", "Events", Plan.of(50), DAY),
        ("7000000010000506003", "Accounts", Plan.of(50), DAY),
    )


SYSTEM = System(
    "mass_update",
    {"schedule_mass_update": schedule_mass_update, "get_mass_update_status": get_mass_update_status},
    effect=apply,
    seed=seed,
    takes_jobs=True,
)
