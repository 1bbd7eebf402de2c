"""The operations of bulk write, and the effect of its jobs."""

from __future__ import annotations

import dataclasses
import json
from datetime import datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from zoho_crm_sandbox.call import MAX_BODY, Call, Response, ZohoError
from zoho_crm_sandbox.plan import COMPLETED, FAILS, STAYS_RUNNING, VANISHES, Plan
from zoho_crm_sandbox.plan import SKIPPED as JOB_SKIPPED
from zoho_crm_sandbox.state.jobs import Job
from zoho_crm_sandbox.systems.bulk_write.archive import MAX_FILE_SIZE, FileError, FileTooLargeError, csv_names, pack
from zoho_crm_sandbox.systems.bulk_write.details import details_of, host_of
from zoho_crm_sandbox.systems.bulk_write.request import read_request, read_targets
from zoho_crm_sandbox.systems.bulk_write.result import SHOWN_COLUMNS, table
from zoho_crm_sandbox.systems.bulk_write.rows import ADDED, SKIPPED, UPDATED, Outcome, Writer
from zoho_crm_sandbox.systems.bulk_write.seed_data import DOCUMENTED_CONTACTS
from zoho_crm_sandbox.systems.forms import FormError, read_form

if TYPE_CHECKING:
    from zoho_crm_sandbox.call import Work
    from zoho_crm_sandbox.state.organization import Organization
    from zoho_crm_sandbox.systems.bulk_write.rows import Target

HEADERS = {b"content-type": b"application/json"}
"""The content type of the jobs' own responses, unlike the platform's."""
ZIP_HEADERS = {b"content-type": b"application/octet-stream"}
RESULT_LASTS = 7 * 24 * 3600.0
"""How many seconds after the end of its job a result can be downloaded."""
FEATURE = "bulk-write"
HTTP_200_NAME = "http-200.zip"
"""For a file of this name that is not a zip file, the error has status 200 in every version, as it has below v7."""
SKIPS = "skips"
OUTCOMES = (FAILS, SKIPS, STAYS_RUNNING, VANISHES)
"""The outcomes of a job that the name of its first CSV file chooses, such as ``fails.csv``."""
MAPPING_KEYS = ("api_name", "index", "format", "find_by", "module", "default_value")
"""The keys of a mapping in the details of a job, null if not given."""


def upload_bulk_write_file(call: Call) -> Response:
    """Store a zip file."""
    if "feature" not in call.parameters:
        raise ZohoError("MANDATORY_NOT_FOUND")
    requested = call.parameters.get("X-CRM-ORG")
    if requested is None:
        raise ZohoError("MANDATORY_NOT_FOUND", case="organization")
    if call.operation.parameters["X-CRM-ORG"].only_too_long(requested):
        raise ZohoError("UNABLE_TO_PARSE_DATA_TYPE")
    if call.parameters["feature"] != FEATURE:
        raise ZohoError("NOT_SUPPORTED_FEATURE")
    organization = call.organization
    if requested != organization.id:
        raise ZohoError("INVALID_DATA")
    call.authorize()
    # The pages up to v7 have one code, the vendor's file for v8 has the other.
    too_large = ZohoError("INVALID_DATA", case="size") if call.since("v8") else ZohoError("FILE_TOO_LARGE")
    if len(call.body) > MAX_BODY:
        raise too_large
    try:
        file = read_form(call.headers.get(b"content-type", b"").decode("latin-1"), call.body)["file"]
    except (FormError, KeyError):
        raise ZohoError("INVALID_REQUEST") from None
    now = datetime.fromtimestamp(call.now, organization.time_zone()).isoformat(timespec="seconds")
    try:
        if len(file.content) > MAX_FILE_SIZE:
            raise FileTooLargeError
        csv_names(file.content)
    except FileTooLargeError:
        raise too_large from None
    except FileError:
        # The capture of v2.1 has one status, the page of v7 has the other.
        status = 200 if file.file_name == HTTP_200_NAME or not call.since("v7") else 400
        raise ZohoError("INVALID_FILE_FORMAT", status=status, details={"created_time": now}) from None
    with call.state.transaction():
        file_id = organization.add_upload(file.content, call.now)
    return _success("FILE_UPLOAD_SUCCESS", "file uploaded.", {"file_id": file_id, "created_time": now})


def create_bulk_write_job(call: Call) -> Response:
    """Create a job. The outcome of each row is decided now, and applied when the job handles the row."""
    body = read_request(call)
    call.authorize()
    targets = read_targets(call, body)
    organization = call.organization
    with call.state.transaction():
        job_id = organization.next_id()
        rows = sum(len(target.table.rows) for target in targets)
        plan = _plan(rows, targets[0])
        writer = Writer(organization, rows)
        outcomes = [writer.write(target) for target in targets]
        created_by = {"id": call.token.user, "name": organization.user(call.token.user)}
        request = {
            "operation": body["operation"],
            "character_encoding": body.get("character_encoding") or targets[0].table.encoding,
            "ignore_empty": body.get("ignore_empty", False),
            "callback": body.get("callback"),
            "created_by": created_by,
            "resource": [
                _stored_resource(resource, target, of_target)
                for resource, target, of_target in zip(body["resource"], targets, outcomes, strict=True)
            ],
        }
        job = Job(job_id, targets[0].module, call.now, plan, json.dumps(request))
        if plan.end == COMPLETED:
            organization.submit_job(call.operation.system, job, map(str, range(rows)))
            organization.add_changes(job_id, writer.changes)
            organization.add_result(job_id, _result(targets, outcomes))
        else:
            organization.submit_job(call.operation.system, job)
        if body.get("callback"):
            organization.add_callback(job_id, call.parameters["version"])
    if str(body["resource"][0]["file_id"]) == DOCUMENTED_CONTACTS:
        del created_by["name"]  # the newest files show none here
    return _success("SUCCESS", "success", {"id": job_id, "created_by": created_by}, status=201)


def _success(code: str, message: str, details: dict[str, Any], status: int = 200) -> Response:
    body = {"status": "success", "code": code, "message": message, "details": details}
    return Response(body, status=status, headers=HEADERS)


def _plan(rows: int, first: Target) -> Plan:
    outcome = PurePosixPath(first.table.name).stem
    if outcome == SKIPS:
        return dataclasses.replace(Plan.for_outcome(rows, 0, FAILS), end=JOB_SKIPPED)
    return Plan.for_outcome(rows, 0, outcome if outcome in OUTCOMES else "")


def _stored_resource(resource: dict[str, Any], target: Target, outcomes: list[Outcome]) -> dict[str, Any]:
    """Return one file of a job as the job stores it."""
    given = {mapping["api_name"]: mapping for mapping in resource.get("field_mappings") or ()}
    mappings = []
    for column in target.columns:
        mapping = given.get(column.api_name, {"api_name": column.api_name, "find_by": column.find_by})
        stored = {key: mapping.get(key) for key in MAPPING_KEYS} | {"index": column.index}
        if column.parent_index is not None:
            stored["parent_column_index"] = column.parent_index
        mappings.append(stored)
    return {
        "module": resource["module"]["api_name"],
        "field_mappings": mappings,
        "file": target.table.name,
        # One letter a row. An unprocessed row counts as skipped.
        "outcomes": "".join(outcome.status[0] if outcome.record else SKIPPED[0] for outcome in outcomes),
    }


def _result(targets: list[Target], outcomes: list[list[Outcome]]) -> bytes:
    files = {}
    for target, of_target in zip(targets, outcomes, strict=True):
        shown = [column for column in target.columns if column.index is not None][:SHOWN_COLUMNS]
        cells = ([row[column.index or 0] for column in shown] for row in target.table.rows)
        name = f"{target.module}-{PurePosixPath(target.table.name).name}"
        files[name] = table([column.header for column in shown], zip(cells, of_target, strict=True))
    return pack(files)


def apply(organization: Organization, work: Work) -> None:
    """Apply the change of a row if it makes one; ``work`` has the row's number as its record."""
    change = organization.take_change(work.job.id, int(work.record))
    if change is None:
        return
    if change.kind == "add":
        organization.add_record(change.module, change.fields, change.record)
        return
    module = work.job.module if change.kind == "append" else change.module
    fields = organization.record(module, change.record) or {}
    if change.kind == "append":
        fields[change.module] = [*(fields.get(change.module) or ()), change.fields]
    else:
        fields |= change.fields
    organization.update_record(change.record, fields)


def get_bulk_write_job(call: Call) -> Response:
    """Return the details of a job."""
    if not call.conforms("job_id"):
        raise ZohoError("INVALID_REQUEST")
    call.authorize()
    job = call.job()
    if job is None:
        # The capture of v2.1 has one status, the newer pages have the other.
        raise ZohoError("RESOURCE_NOT_FOUND", status=404 if call.since("v7") else 400, headers=HEADERS)
    details = details_of(call.organization, job, call.parameters["version"], call.now, host_of(call.headers))
    return Response(details, headers=HEADERS)


def download_bulk_write_result(call: Call) -> Response:
    """Return the result of a job as a zip file."""
    if not all(map(call.conforms, ("organization", "job_id", "file_name"))):
        raise ZohoError("INVALID_REQUEST")
    call.authorize()
    organization = call.organization
    job = call.job() if call.parameters["organization"].removeprefix("org") == organization.id else None
    name = call.parameters["file_name"]
    if (
        job is None
        or name != f"{job.id}.zip"
        or call.progress(job).state != COMPLETED
        # The captured job is of 2021: results of the seed data do not expire.
        or ("resource" in job.request and call.now - job.submitted_at - job.plan.length >= RESULT_LASTS)
    ):
        raise ZohoError("RESOURCE_NOT_FOUND", headers=HEADERS)
    content = organization.result(job.id) or _seeded_result(job)
    disposition = f'attachment; filename="{name}"'.encode()
    return Response(content, headers={**ZIP_HEADERS, b"content-disposition": disposition})


def _seeded_result(job: Job) -> bytes:
    """Return a result for a job of the seed data, with invented rows and records."""
    requested = job.request
    names = [mapping["api_name"] for mapping in requested["field_mappings"]]
    written = UPDATED if requested["operation"] == "update" else ADDED

    def outcome(position: int) -> Outcome:
        if job.plan.fails(position):
            return Outcome(SKIPPED, "", {"DUPLICATE_DATA": [names[0]]})
        return Outcome(written, str(int(job.id) + 1 + position), {})

    rows = (([f"{name} {position + 1}" for name in names], outcome(position)) for position in range(job.plan.total))
    return pack({f"{job.module}-{requested['file']}": table(names, rows)})
