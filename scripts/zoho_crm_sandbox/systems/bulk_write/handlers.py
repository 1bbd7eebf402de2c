"""Bulk write: the rows of a CSV file, written to a module by a job."""

from __future__ import annotations

import dataclasses
import json
from datetime import datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from zoho_crm_sandbox.call import MAX_BODY, VERSIONS, Call, Response, System, ZohoError
from zoho_crm_sandbox.plan import (
    COMPLETED,
    FAILED,
    FAILS,
    RUNNING,
    SCHEDULED,
    STAYS_RUNNING,
    VANISHES,
    Plan,
    Progress,
)
from zoho_crm_sandbox.plan import SKIPPED as JOB_SKIPPED
from zoho_crm_sandbox.seed import ADMINISTRATOR, DAY, ORGANIZATION, OTHER_ADMINISTRATOR, OTHER_ORGANIZATION
from zoho_crm_sandbox.state.jobs import Job
from zoho_crm_sandbox.systems.bulk_write import archive as uploads
from zoho_crm_sandbox.systems.bulk_write import result as results
from zoho_crm_sandbox.systems.bulk_write.request import read_request, read_targets
from zoho_crm_sandbox.systems.bulk_write.rows import ADDED, SKIPPED, UPDATED, Outcome, Writer

if TYPE_CHECKING:
    from zoho_crm_sandbox.call import Seeding
    from zoho_crm_sandbox.state.organization import Organization
    from zoho_crm_sandbox.systems.bulk_write.rows import Target

HEADERS = {b"content-type": b"application/json"}
"""What the jobs themselves answer differs from the platform's answers in this."""
ZIP_HEADERS = {b"content-type": b"application/octet-stream"}
RESULT_LASTS = 7 * 24 * 3600.0
FEATURE = "bulk-write"
HTTP_200_NAME = "http-200.zip"
"""A file of this name that is no zip file is refused with HTTP 200, as a capture has it."""
SKIPS = "skips"
OUTCOMES = (FAILS, SKIPS, STAYS_RUNNING, VANISHES)
"""What is made of a job whose first CSV file has one of these names, such as ``fails.csv``."""
DESCRIBED = ("api_name", "index", "format", "find_by", "module", "default_value")
"""The keys of a mapping in a job's details, null where they were not given."""
DOCUMENTED_FILE = "111111000001492610"
"""A file that is always there, with the id of the documentation's samples; the columns are those that they write."""
DOCUMENTED_ROWS = (
    "Last_Name,Email,Phone or account,Born\r\n"
    "Marsh,hugo.marsh@example.com,Zylker,1980-02-29\r\n"
    "Novak,ivy.novak@example.com,Grove Labs,1991-12-31\r\n"
)
DOCUMENTED_FAMILY = "111111000001492612"
"""Another, for the sample of a parent and its subform."""
DOCUMENTED_PARENTS = "Last_Name,Email\r\nOkafor,sam.okafor@example.com\r\n"
DOCUMENTED_CHILDREN = "Parent,Pet_Name\r\nsam.okafor@example.com,Rex\r\n"


def upload_bulk_write_file(call: Call) -> Response:
    """Keeps a zip file.

    Args:
        call: The call.

    Raises:
        ZohoError: A header is missing or wrong, or the file is none that can be taken.
    """
    if "feature" not in call.parameters:
        raise ZohoError("MANDATORY_NOT_FOUND")
    asked = call.parameters.get("X-CRM-ORG")
    if asked is None:
        raise ZohoError("MANDATORY_NOT_FOUND", case="organization")
    if call.operation.parameters["X-CRM-ORG"].only_too_long(asked):
        raise ZohoError("UNABLE_TO_PARSE_DATA_TYPE")
    if call.parameters["feature"] != FEATURE:
        raise ZohoError("NOT_SUPPORTED_FEATURE")
    organization = call.organization
    if asked != organization.id:
        raise ZohoError("INVALID_DATA")
    call.authorize()
    # The pages up to v7 say the one, the vendor's file for v8 the other.
    too_large = ZohoError("INVALID_DATA", case="size") if call.since("v8") else ZohoError("FILE_TOO_LARGE")
    if len(call.body) > MAX_BODY:
        raise too_large
    try:
        file = uploads.read_form(call.headers.get(b"content-type", b"").decode("latin-1"), call.body)["file"]
    except (uploads.FileError, KeyError):
        raise ZohoError("INVALID_REQUEST") from None
    now = datetime.fromtimestamp(call.now, organization.time_zone()).isoformat(timespec="seconds")
    try:
        if len(file.content) > uploads.MAX_FILE_SIZE:
            raise uploads.FileTooLargeError
        uploads.csv_names(file.content)
    except uploads.FileTooLargeError:
        raise too_large from None
    except uploads.FileError:
        status = 200 if file.file_name == HTTP_200_NAME else 400
        raise ZohoError("INVALID_FILE_FORMAT", status=status, details={"created_time": now}) from None
    with call.state.transaction():
        file_id = organization.add_upload(file.content, call.now)
    details = {"file_id": file_id, "created_time": now}
    answer = {"status": "success", "code": "FILE_UPLOAD_SUCCESS", "message": "file uploaded.", "details": details}
    return Response(answer, headers=HEADERS)


def create_bulk_write_job(call: Call) -> Response:
    """Creates a job. What becomes of each row is found out now, and happens when the job gets there.

    Args:
        call: The call.

    Raises:
        ZohoError: What is asked for is wrong, or the token may not write to a module.
    """
    body = read_request(call)
    call.authorize()
    targets = read_targets(call, body)
    organization = call.organization
    with call.state.transaction():
        job_id = organization.next_id()
        rows = sum(len(target.table.rows) for target in targets)
        plan = _plan(rows, targets[0])
        writer = Writer(organization, organization.time_zone(), rows)
        outcomes = [writer.write(target) for target in targets]
        created_by = {"id": call.token.user, "name": organization.user(call.token.user)}
        asked = {
            "operation": body["operation"],
            "character_encoding": body.get("character_encoding") or targets[0].table.encoding,
            "ignore_empty": body.get("ignore_empty", False),
            "callback": body.get("callback"),
            "created_by": created_by,
            "resource": [
                _remembered(resource, target, of_target)
                for resource, target, of_target in zip(body["resource"], targets, outcomes, strict=True)
            ],
        }
        job = Job(job_id, targets[0].module, call.now, plan, json.dumps(asked))
        if plan.end == COMPLETED:
            organization.submit_job(SYSTEM.name, job, map(str, range(rows)))
            organization.add_changes(job_id, writer.changes)
            organization.add_result(job_id, _result(targets, outcomes))
        else:
            organization.submit_job(SYSTEM.name, job)
        if body.get("callback"):
            organization.add_callback(job_id, call.parameters["version"])
    details = {"id": job_id, "created_by": created_by}
    answer = {"status": "success", "code": "SUCCESS", "message": "success", "details": details}
    return Response(answer, status=201, headers=HEADERS)


def _plan(rows: int, first: Target) -> Plan:
    outcome = PurePosixPath(first.table.name).stem
    if outcome not in OUTCOMES:
        return Plan.for_outcome(rows, 0, "")
    plan = Plan.for_outcome(rows, 0, FAILS if outcome == SKIPS else outcome)
    return dataclasses.replace(plan, end=JOB_SKIPPED) if outcome == SKIPS else plan


def _remembered(resource: dict[str, Any], target: Target, outcomes: list[Outcome]) -> dict[str, Any]:
    """Returns what a job remembers of one of its files."""
    given = {mapping["api_name"]: mapping for mapping in resource.get("field_mappings", ())}
    mappings = []
    for column in target.columns:
        mapping = given.get(column.api_name, {"api_name": column.api_name, "find_by": column.find_by})
        described = {key: mapping.get(key) for key in DESCRIBED} | {"index": column.index}
        if column.parent_index is not None:
            described["parent_column_index"] = column.parent_index
        mappings.append(described)
    return {
        "module": resource["module"]["api_name"],
        "field_mappings": mappings,
        "file": target.table.name,
        # One letter a row; what was not processed counts as skipped.
        "outcomes": "".join(outcome.status[0] if outcome.record else SKIPPED[0] for outcome in outcomes),
    }


def _result(targets: list[Target], outcomes: list[list[Outcome]]) -> bytes:
    files = {}
    for target, of_target in zip(targets, outcomes, strict=True):
        shown = [column for column in target.columns if column.index is not None][: results.SHOWN_COLUMNS]
        cells = ([row[column.index or 0] for column in shown] for row in target.table.rows)
        name = f"{target.module}-{PurePosixPath(target.table.name).name}"
        files[name] = results.table([column.header for column in shown], zip(cells, of_target, strict=True))
    return results.pack(files)


def apply(organization: Organization, job: Job, record: str, _moment: float) -> None:
    """Does what a row of a file does.

    Args:
        organization: The organization.
        job: The job.
        record: The number of the row.
    """
    change = organization.take_change(job.id, int(record))
    if change is None:
        return
    if change.kind == "add":
        organization.add_record(change.module, change.fields, change.record)
        return
    module = job.module if change.kind == "append" else change.module
    fields = organization.record(module, change.record) or {}
    if change.kind == "append":
        fields[change.module] = [*(fields.get(change.module) or ()), change.fields]
    else:
        fields |= change.fields
    organization.update_record(change.record, fields)


def get_bulk_write_job(call: Call) -> Response:
    """Tells all about a job.

    Args:
        call: The call.

    Raises:
        ZohoError: The id is malformed, or there is no such job.
    """
    if not call.conforms("job_id"):
        raise ZohoError("INVALID_REQUEST")
    call.authorize()
    job = call.job()
    if job is None:
        # The capture of v2.1 has the one status, the newer pages have the other.
        raise ZohoError("RESOURCE_NOT_FOUND", status=404 if call.since("v7") else 400, headers=HEADERS)
    described = describe(call.organization, job, call.parameters["version"], call.now)
    return Response(described, headers=HEADERS)


def describe(organization: Organization, job: Job, version: str, now: float) -> dict[str, Any]:
    """Returns all about a job.

    Args:
        organization: The organization.
        job: The job.
        version: The version of the API, which decides how things are spelled.
        now: The time, in seconds since 1970.
    """
    done = job.plan.progress_at(now - job.submitted_at)
    created = datetime.fromtimestamp(job.submitted_at, organization.time_zone())
    asked = job.request
    # Zoho leaves a key out until it has something to say, and keeps this order.
    described: dict[str, Any] = {"status": _spell(done.state, version)}
    if done.state != SCHEDULED:
        described["character_encoding"] = asked["character_encoding"]
    described["resource"] = list(_resources(organization, job, done, version))
    described["id"] = job.id
    if asked["callback"]:
        described["callback"] = asked["callback"]
    if done.state == COMPLETED:
        described["result"] = {"download_url": _download_url(organization.id, job, version)}
    described["created_by"] = asked["created_by"]
    described["ignore_empty"] = asked["ignore_empty"]
    described["operation"] = asked["operation"]
    described["created_time"] = created.isoformat(timespec="seconds")
    return described


def _resources(organization: Organization, job: Job, done: Progress, version: str) -> Any:
    asked = job.request
    if "resource" not in asked:  # a seeded job, which has no rows
        yield _resource(organization, {"module": job.module, **asked}, _seeded_counts(job, done), done.state, version)
        return
    left = done.succeeded + done.failed
    for resource in asked["resource"]:
        rows = resource["outcomes"]
        handled, left = min(left, len(rows)), max(left - len(rows), 0)
        # One file after the other.
        status = done.state
        if status == RUNNING and rows and handled == len(rows):
            status = COMPLETED
        counts = {"added": 0, "skipped": handled, "updated": 0}
        if job.plan.end == COMPLETED:
            counts = {name: rows.count(name[0], 0, handled) for name in (ADDED, UPDATED)}
            counts["skipped"] = handled - sum(counts.values())
        yield _resource(organization, resource, counts, status, version)


def _resource(
    organization: Organization, asked: dict[str, Any], counts: dict[str, int], status: str, version: str
) -> dict[str, Any]:
    module = organization.module(asked["module"])
    spelled = _spell(status, version)
    file: dict[str, Any] = {"status": spelled}
    if status != SCHEDULED:
        file["name"] = asked["file"]
        file |= {f"{name}_count": counts[name] for name in (ADDED, SKIPPED, UPDATED)}
        # The total is that of the rows that were worked on.
        file["total_count"] = sum(counts.values())
    return {
        "status": spelled,
        "type": "data",
        "module": {"id": module.id if module else SUBFORM_ID, "api_name": asked["module"]},
        "field_mappings": asked["field_mappings"],
        "file": file,
        # In this place only the spelling without a space has been seen.
        "code": spelled.replace(" ", ""),
    }


SUBFORM_ID = "4150868000000002999"
"""The id of every subform, of which the sandbox keeps none."""


def _seeded_counts(job: Job, done: Progress) -> dict[str, int]:
    updates = job.request["operation"] == "update"
    return {
        ADDED: 0 if updates else done.succeeded,
        SKIPPED: done.failed,
        UPDATED: done.succeeded if updates else 0,
    }


def _spell(state: str, version: str) -> str:
    if state == SCHEDULED:
        return "ADDED"
    if state == RUNNING:
        return "INPROGRESS" if _since(version, "v7") else "IN PROGRESS"
    return state


def _since(version: str, first: str) -> bool:
    return VERSIONS.index(version) >= VERSIONS.index(first)


def _download_url(organization: str, job: Job, version: str) -> str:
    if _since(version, "v7"):
        return f"/{version}/crm/org{organization}/bulk-write/{job.id}/{job.id}.zip"
    return f"https://download-accl.zoho.com/v2/crm/{organization}/bulk-write/{job.id}/{job.id}.zip"


def download_bulk_write_result(call: Call) -> Response:
    """Gives the result of a job.

    Args:
        call: The call.

    Raises:
        ZohoError: The address is malformed, or there is no result there, not yet or not any more.
    """
    if not all(map(call.conforms, ("organization", "job_id", "file_name"))):
        raise ZohoError("INVALID_REQUEST")
    call.authorize()
    organization = call.organization
    job = call.job() if call.parameters["organization"].removeprefix("org") == organization.id else None
    if job is None or call.parameters["file_name"] != f"{job.id}.zip":
        raise ZohoError("RESOURCE_NOT_FOUND", headers=HEADERS)
    since_end = call.now - job.submitted_at - job.plan.length
    if call.progress(job).state != COMPLETED or since_end >= RESULT_LASTS:
        raise ZohoError("RESOURCE_NOT_FOUND", headers=HEADERS)
    content = organization.result(job.id) or _seeded_result(job)
    name = call.parameters["file_name"].encode()
    return Response(content, headers={**ZIP_HEADERS, b"content-disposition": b'attachment; filename="' + name + b'"'})


def _seeded_result(job: Job) -> bytes:
    """Returns the result of a seeded job, whose rows and records are made up."""
    asked = job.request
    names = [mapping["api_name"] for mapping in asked["field_mappings"]]
    written = UPDATED if asked["operation"] == "update" else ADDED

    def outcome(position: int) -> Outcome:
        if job.plan.fails(position):
            return Outcome(SKIPPED, "", {"DUPLICATE_DATA": [names[0]]})
        return Outcome(written, str(int(job.id) + 1 + position), {})

    rows = (([f"{name} {position + 1}" for name in names], outcome(position)) for position in range(job.plan.total))
    return results.pack({f"{job.module}-{asked['file']}": results.table(names, rows)})


def seed(seeding: Seeding) -> None:
    """Add the files of the documentation's samples, and jobs."""
    organization = seeding.state.of(ORGANIZATION)
    organization.add_upload(results.pack({"leads.csv": DOCUMENTED_ROWS}), seeding.now, DOCUMENTED_FILE)
    family = results.pack({"parent.csv": DOCUMENTED_PARENTS, "child.csv": DOCUMENTED_CHILDREN})
    organization.add_upload(family, seeding.now, DOCUMENTED_FAMILY)
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

    def add(job_id: str, plan: Plan, *, at: float = seeding.now, asked: Any = others, org: str = ORGANIZATION) -> None:
        seeding.state.of(org).add_job(SYSTEM.name, Job(job_id, "Leads", at, plan, json.dumps(asked)))

    captured_at = datetime.fromisoformat("2021-05-11T12:38:29+05:30").timestamp()
    add("4150868000005350003", Plan.of(11, failed=2), at=captured_at, asked=captured)
    add("4150868000005350005", Plan.of(100, wait=10, duration=20, failed=4), asked={**captured, "file": "Leads.csv"})
    add("4150868000005350007", Plan.of(100, wait=10, duration=20, failed=100, end=FAILED))
    add("4150868000005350009", Plan.of(100, wait=10, duration=20, failed=100, end=JOB_SKIPPED))
    add("4150868000005350011", Plan.of(100), at=seeding.now - DAY)
    created_by = {"id": OTHER_ADMINISTRATOR, "name": "Rebecca Olsen"}
    add("7000000010005350003", Plan.of(11), asked={**others, "created_by": created_by}, org=OTHER_ORGANIZATION)


def _column(api_name: str, index: int) -> dict[str, Any]:
    column: dict[str, Any] = {"api_name": api_name, "index": index}
    return {**column, "format": None, "find_by": None, "module": None, "default_value": None}


SYSTEM = System(
    "bulk_write",
    {
        "upload_bulk_write_file": upload_bulk_write_file,
        "create_bulk_write_job": create_bulk_write_job,
        "get_bulk_write_job": get_bulk_write_job,
        "download_bulk_write_result": download_bulk_write_result,
    },
    effect=apply,
    costs={"create_bulk_write_job": 500},
    seed=seed,
)
