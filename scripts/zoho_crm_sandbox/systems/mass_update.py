"""Mass update: changes one field of many records by a job, or of up to 500 records at once."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from zoho_crm_sandbox.call import Call, Response, System, ZohoError, place_details, success
from zoho_crm_sandbox.contract import error_in, with_details
from zoho_crm_sandbox.plan import FAILED, QUEUED, RUNNING, SUSPENDED, Plan
from zoho_crm_sandbox.seed import ADMINISTRATOR, DAY, HOUR, ORGANIZATION, add_jobs
from zoho_crm_sandbox.systems import fields, views

if TYPE_CHECKING:
    from collections.abc import Callable

    from zoho_crm_sandbox.call import Seeding, Work
    from zoho_crm_sandbox.contract import Steps
    from zoho_crm_sandbox.state.organization import Organization, View

MAX_FIELDS = {"Deals": 3}
"""The most fields of a request, by module; one in all others."""
LIMITS: dict[str, tuple[str, Any, Callable[[Any], bool]]] = {
    fields.SHORT: ("maximum_length", 10, lambda value: len(str(value)) > 10),
    fields.FEW_CHOICES: ("limit", 2, lambda value: isinstance(value, list) and len(value) > 2),
    fields.TWO_DECIMALS: ("maximum_decimal_place", 2, lambda value: len(str(value).partition(".")[2]) > 2),
    fields.PERCENT: (
        *("range", {"from": 0, "to": 100}),
        lambda value: isinstance(value, int | float) and not 0 <= value <= 100,
    ),
}
"""The limit of each kind of field that has one: its key in the details, its value, and whether a value exceeds it."""
UPDATABLE = (
    *(fields.TEXT, fields.NUMBER, fields.PICKLIST, fields.MULTI_SELECT, fields.DATE),
    *(fields.USER_LOOKUP, *LIMITS),
)
"""The kinds of field that can be changed."""
SPECIAL_KINDS = {
    fields.HIDDEN: ("INVALID_DATA", "hidden_field"),
    fields.LAYOUT_RULE: ("INVALID_DATA", "layout_rule"),
    fields.VALIDATION_RULE: ("INVALID_DATA", "validation_rule"),
    fields.NOT_PERMITTED: ("NO_PERMISSION", "field"),
}
"""The code and case of the error for kinds of field with an error of their own."""
OBSTACLES = {
    "CANNOT_PROCESS": True,
    "RECORD_IN_BLUEPRINT": True,
    "CANNOT_PERFORM_ACTION": True,
    "NOT_APPROVED-image": True,
    "RECORD_LOCKED-image": True,
    "NOT_SUPPORTED": False,
    "INVALID_MODULE": False,
}
"""The values of a record's ``$obstacle``, a code and the end of its case, and whether the error names the record."""
OBSTRUCTED_ACCOUNTS: dict[str, dict[str, Any]] = {
    "554023000000497041": {"$approved": False},
    "554023000000497043": {"$locked_by": "record_locking"},
    "554023000000497045": {"$converted": True},
    "554023000000497047": {"$obstacle": "CANNOT_PROCESS"},
    "554023000000497049": {"$obstacle": "RECORD_IN_BLUEPRINT"},
    "554023000000497051": {"$obstacle": "CANNOT_PERFORM_ACTION"},
    "554023000000497053": {"$obstacle": "NOT_SUPPORTED"},
    "554023000000497055": {"$obstacle": "INVALID_MODULE"},
    "554023000000497057": {"$obstacle": "NOT_APPROVED-image"},
    "554023000000497059": {"$obstacle": "RECORD_LOCKED-image"},
}
"""Accounts that cannot be changed, and why."""


class Change(NamedTuple):
    """The new values by field, which replace those of a multi-select field if ``over_write``; ``user`` is an id."""

    values: dict[str, Any]
    over_write: bool
    user: str


def schedule_mass_update(call: Call) -> Response:
    """Start a job on the records of a view, or change up to 500 records at once."""
    requested = _read(call)
    call.authorize()
    change = Change(requested["data"][0], requested.get("over_write", False), call.token.user)
    _check_fields(call.module, change.values)
    if "cvid" in requested:
        return _schedule(call, requested, change)
    with call.state.transaction():
        outcomes = [_update(call, record, change) for record in requested["ids"]]
    failed = sum(outcome["status"] == "error" for outcome in outcomes)
    if failed == len(outcomes):
        return Response({"data": outcomes}, status=400)
    return Response({"data": outcomes}, status=207 if failed and call.since("v8") else 200)


def get_mass_update_status(call: Call) -> Response:
    """Return the progress of a job."""
    if not call.parameters.get("job_id"):
        raise ZohoError("MANDATORY_NOT_FOUND")
    call.authorize()
    job = call.job()
    if job is None or job.module != call.module:
        # The pages up to v7 have one code, the vendor's file for v8 has the other.
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


def apply(organization: Organization, work: Work) -> None:
    """Change a record, unless it was deleted after the job was submitted."""
    record = organization.record(work.job.module, work.record)
    if record:
        _write(organization, work.job.module, work.record, record, Change(**work.job.request), work.at)


def _read(call: Call) -> dict[str, Any]:
    """Return the body if it is valid."""
    body = call.json()
    if not isinstance(body, dict):
        raise ZohoError("INVALID_REQUEST")
    if "data" not in body or not ("cvid" in body or "ids" in body):
        raise ZohoError("MANDATORY_NOT_FOUND")
    data = body["data"]
    if isinstance(data, list) and (not data or data[0] == {}):
        raise ZohoError("INVALID_DATA", case="no_field")
    if isinstance(data, list) and isinstance(data[0], dict) and len(data[0]) > MAX_FIELDS.get(call.module, 1):
        raise ZohoError("INVALID_DATA", case="field_limit")
    if isinstance(body.get("ids"), list) and len(body["ids"]) > call.operation.limit("ids", "maxItems"):
        raise ZohoError("LIMIT_EXCEEDED")
    if call.operation.violations(body):
        raise _invalid(*_first_invalid(body))
    return body


def _first_invalid(body: dict[str, Any]) -> Steps:
    """Return the place of the first invalid value in a body that matches neither of the two requests."""
    allowed = {"data", "cvid", "territory", "over_write"} if "cvid" in body else {"data", "ids", "over_write"}
    for key in body:
        if key not in allowed:
            return [key]
    for key, kind in (("cvid", str), ("over_write", bool), ("territory", dict), ("data", list)):
        if key in body and not isinstance(body[key], kind):
            return [key]
    if len(body["data"]) > 1 or not isinstance(body["data"][0], dict):
        return ["data", len(body["data"]) - 1]
    if "ids" in body:
        return ["ids"]
    return ["territory", "id"] if body["cvid"].isdecimal() and "territory" in body else ["cvid"]


def _check_fields(module: str, values: dict[str, Any]) -> None:
    known = fields.fields_of(module)
    for name, value in values.items():
        field = known.get(name)
        if field and field.kind in SPECIAL_KINDS:
            code, case = SPECIAL_KINDS[field.kind]
            raise ZohoError(code, case=case)
        if field is None or field.kind not in UPDATABLE:
            raise ZohoError("INVALID_DATA", case="field")
        if value in (None, "") and (field.mandatory or not field.clearable):
            raise ZohoError("MANDATORY_NOT_FOUND", case="record-mandatory_not_found")
    if fields.lacks_stage(values.get("Pipeline"), values.get("Stage", "Qualification")):
        raise ZohoError("MAPPING_MISMATCH")


def _schedule(call: Call, requested: dict[str, Any], change: Change) -> Response:
    def check(view: View) -> None:
        if call.organization.busy(call.operation.system, view.id):
            # The pages up to v7 have one status, the vendor's file for v8 has the other.
            raise ZohoError("ALREADY_SCHEDULED", status=400 if call.since("v8") else 202)

    errors = views.Errors(
        unknown=_invalid("cvid"),
        inaccessible=ZohoError("NO_PERMISSION", case="view"),
        no_territory=_invalid("territory", "id"),
        too_many=ZohoError("LIMIT_EXCEEDED"),
    )
    selection = views.find(call, requested, errors, check)
    bad = [record for record, found in selection.records if _obstacle(call, record, found, change.values)]
    job_id = views.start_job(call, selection, bad, change._asdict())
    return Response({"data": [success("mass update scheduled successfully", {"job_id": job_id})]})


def _update(call: Call, record_id: str, change: Change) -> dict[str, Any]:
    """Change a record and return its entry in the response."""
    organization = call.organization
    record = organization.record(call.module, record_id)
    obstacle = _obstacle(call, record_id, record, change.values)
    if record is None or obstacle:
        return obstacle
    record = _write(organization, call.module, record_id, record, change, call.now)
    user = {"name": organization.user(change.user), "id": change.user}
    details = {
        "Modified_Time": record["Modified_Time"],
        "Modified_By": user,
        "Created_Time": record.get("Created_Time", record["Modified_Time"]),
        "id": record_id,
        "Created_By": user,
    }
    return success("record updated", details)


def _obstacle(call: Call, record_id: str, record: dict[str, Any] | None, values: dict[str, Any]) -> dict[str, Any]:
    """Return the error of a record that cannot be changed, as its entry in the response; else an empty dict."""

    def error(code: str, case: str, details: dict[str, Any]) -> dict[str, Any]:
        return error_in(with_details(call.operation.error(code, 400, f"record-{case}").body, details))

    if record is None:
        return error("INVALID_DATA", "invalid_data", {"id": record_id})
    if record.get("$converted"):
        return error("CONVERTED_RECORD", "converted_record", {"id": record_id})
    if not record.get("$approved", True):
        return error("NOT_APPROVED", "not_approved", {"id": record_id})
    if record.get("$locked_by"):
        return error("RECORD_LOCKED", "record_locked", {"action": record["$locked_by"], "id": record_id})
    obstacle = record.get("$obstacle")
    if obstacle in OBSTACLES:
        details = {"id": record_id} if OBSTACLES[obstacle] else {"resource_path_index": 0}
        return error(obstacle.partition("-")[0], obstacle.lower(), details)
    if values.get("Pipeline", "") not in ("", *fields.PIPELINES):
        return error("INVALID_DATA", "picklist", {"api_name": "Pipeline", "id": record_id})
    known = fields.fields_of(call.module)
    for name, value in values.items():
        kind = known[name].kind
        if not fields.accepts(call.module, name, value):
            return error("INVALID_DATA", "invalid_data", {"id": record_id, "api_name": name})
        if kind in LIMITS and LIMITS[kind][2](value):
            limit, most, _ = LIMITS[kind]
            return error("INVALID_DATA", limit, {"id": record_id, limit: most})
        user = value["id"] if kind == fields.USER_LOOKUP and isinstance(value, dict) else ""
        if user and call.organization.user_kind(user) == "not_subordinate":
            return error("INVALID_DATA", "subordinate", place_details(["data", 0, name, "id"]))
    return {}


def _write(
    organization: Organization, module: str, record_id: str, record: dict[str, Any], change: Change, at: float
) -> dict[str, Any]:
    """Store a record with its changes and return it."""
    known = fields.fields_of(module)
    changed = dict(record)
    for name, value in change.values.items():
        changed[name] = value
        if known[name].kind == fields.MULTI_SELECT and not change.over_write and value:
            kept = record.get(name) or []
            changed[name] = [*kept, *(one for one in value if one not in kept)]
    moment = datetime.fromtimestamp(at, organization.time_zone())
    changed |= {"Modified_By": change.user, "Modified_Time": moment.isoformat(timespec="seconds")}
    organization.update_record(record_id, changed)
    return changed


def _invalid(*place: str | int) -> ZohoError:
    key = next(step for step in reversed(place) if isinstance(step, str))
    return ZohoError.at(place, message=f"the {key} given seems to be invalid")


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
