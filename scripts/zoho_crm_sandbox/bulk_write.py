"""Bulk write: the rows of a CSV file, written to a module by a job."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from zoho_crm_sandbox.call import Answer, Call, Refusal
from zoho_crm_sandbox.jobs import COMPLETED, RUNNING, SCHEDULED, Progress

if TYPE_CHECKING:
    from zoho_crm_sandbox.state import Job

HEADERS = {b"content-type": b"application/json"}
"""What the jobs themselves answer differs from the platform's answers in this."""


def get_bulk_write_job(call: Call) -> Answer:
    """Tells all about a job.

    Args:
        call: The call.

    Raises:
        Refusal: The id is malformed, or there is no such job.
    """
    if not call.conforms("job_id"):
        raise Refusal("INVALID_REQUEST")
    call.authorize()
    job = call.job()
    if job is None:
        # The capture of v2.1 has the one status, the newer pages have the other.
        raise Refusal("RESOURCE_NOT_FOUND", status=404 if call.since("v7") else 400, headers=HEADERS)
    progress = call.progress(job)
    created = datetime.fromtimestamp(job.submitted_at, call.state.time_zone(call.token.organization))
    asked = job.request
    # Zoho leaves a key out until it has something to say, and keeps this order.
    described: dict[str, Any] = {"status": _spell(progress.state, call)}
    if progress.state != SCHEDULED:
        described["character_encoding"] = asked["character_encoding"]
    described["resource"] = [_resource(call, job, progress)]
    described["id"] = job.id
    if asked["callback"]:
        described["callback"] = asked["callback"]
    if progress.state == COMPLETED:
        described["result"] = {"download_url": _download_url(call, job)}
    described["created_by"] = asked["created_by"]
    described["ignore_empty"] = asked["ignore_empty"]
    described["operation"] = asked["operation"]
    described["created_time"] = created.isoformat(timespec="seconds")
    return Answer(described, headers=HEADERS)


def _resource(call: Call, job: Job, progress: Progress) -> dict[str, Any]:
    asked = job.request
    module = call.state.module(call.token.organization, job.module)
    state = _spell(progress.state, call)
    return {
        "status": state,
        "type": "data",
        "module": {"id": module and module.id, "api_name": job.module},
        "field_mappings": asked["field_mappings"],
        "file": {"status": state, **_counts(job, progress)},
        # In this place only the spelling without a space has been seen.
        "code": state.replace(" ", ""),
    }


def _counts(job: Job, progress: Progress) -> dict[str, Any]:
    """Returns what a file says of its rows. The total is that of the rows that were worked on."""
    if progress.state == SCHEDULED:
        return {}
    updates = job.request["operation"] == "update"
    return {
        "name": job.request["file"],
        "added_count": 0 if updates else progress.succeeded,
        "skipped_count": progress.failed,
        "updated_count": progress.succeeded if updates else 0,
        "total_count": progress.succeeded + progress.failed,
    }


def _spell(state: str, call: Call) -> str:
    if state == SCHEDULED:
        return "ADDED"
    if state == RUNNING:
        return "INPROGRESS" if call.since("v7") else "IN PROGRESS"
    return state


def _download_url(call: Call, job: Job) -> str:
    organization = call.token.organization
    if call.since("v7"):
        return f"/{call.parameters['version']}/crm/org{organization}/bulk-write/{job.id}/{job.id}.zip"
    return f"https://download-accl.zoho.com/v2/crm/{organization}/bulk-write/{job.id}/{job.id}.zip"
