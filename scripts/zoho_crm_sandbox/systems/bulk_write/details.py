"""The details of a job, as its status and its callback show them."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from zoho_crm_sandbox.call import is_since
from zoho_crm_sandbox.plan import COMPLETED, RUNNING, SCHEDULED, Progress
from zoho_crm_sandbox.systems.bulk_write.rows import ADDED, SKIPPED, UPDATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zoho_crm_sandbox.call import Headers
    from zoho_crm_sandbox.state.jobs import Job
    from zoho_crm_sandbox.state.organization import Organization

ZOHO = re.compile(r"(?:[a-z0-9-]+\.)+zoho(?:apis|cloud)?(?:\.[a-z]{2,3}){1,2}(?::443)?")
"""A host of Zoho's, which a client in the same process may use. Any other host is that of the sandbox."""
SUBFORM_ID = "4150868000000002999"
"""The id of every subform, since the sandbox stores none."""


def details_of(organization: Organization, job: Job, version: str, now: float, host: str) -> dict[str, Any]:
    """Return the details of a job as a version of the API spells them; the result is on the host of the request."""
    done = job.plan.progress_at(now - job.submitted_at)
    created = datetime.fromtimestamp(job.submitted_at, organization.time_zone())
    requested = job.request
    # Zoho omits keys without a value, and keeps this order.
    details: dict[str, Any] = {"status": _spell(done.state, version)}
    if done.state != SCHEDULED:
        details["character_encoding"] = requested["character_encoding"]
    details["resource"] = list(_resources(organization, job, done, version))
    details["id"] = job.id
    if requested["callback"]:
        details["callback"] = requested["callback"]
    if done.state == COMPLETED:
        details["result"] = {"download_url": _download_url(organization.id, job.id, version, host)}
    details |= {key: requested[key] for key in ("created_by", "ignore_empty", "operation")}
    details["created_time"] = created.isoformat(timespec="seconds")
    return details


def _resources(organization: Organization, job: Job, done: Progress, version: str) -> Iterator[dict[str, Any]]:
    requested = job.request
    if "resource" not in requested:  # a job of the seed data has no rows
        written, other = (UPDATED, ADDED) if requested["operation"] == "update" else (ADDED, UPDATED)
        counts = {written: done.succeeded, other: 0, SKIPPED: done.failed}
        yield _resource(organization, {"module": job.module, **requested}, counts, done.state, version)
        return
    for resource, counts in _counted(job, done):
        rows = len(resource["outcomes"])
        status = COMPLETED if done.state == RUNNING and rows and sum(counts.values()) == rows else done.state
        yield _resource(organization, resource, counts, status, version)


def count(job: Job, done: Progress) -> Progress:
    """Return the progress with the handled rows divided into succeeded and failed by their outcomes."""
    if "resource" not in job.request:
        return done
    skipped = sum(counts[SKIPPED] for _, counts in _counted(job, done))
    return done._replace(succeeded=done.succeeded + done.failed - skipped, failed=skipped)


def _counted(job: Job, done: Progress) -> Iterator[tuple[dict[str, Any], dict[str, int]]]:
    """Yield each file of a job and the counts of its handled rows. Files are handled one after the other."""
    left = done.succeeded + done.failed
    for resource in job.request["resource"]:
        rows = resource["outcomes"]
        handled, left = min(left, len(rows)), max(left - len(rows), 0)
        counts = {ADDED: 0, UPDATED: 0, SKIPPED: handled}
        if job.plan.end == COMPLETED:
            counts = {name: rows.count(name[0], 0, handled) for name in (ADDED, UPDATED)}
            counts[SKIPPED] = handled - sum(counts.values())
        yield resource, counts


def _resource(
    organization: Organization, requested: dict[str, Any], counts: dict[str, int], status: str, version: str
) -> dict[str, Any]:
    module = organization.module(requested["module"])
    spelled = _spell(status, version)
    file: dict[str, Any] = {"status": spelled}
    if status != SCHEDULED:
        file["name"] = requested["file"]
        file |= {f"{name}_count": counts[name] for name in (ADDED, SKIPPED, UPDATED)}
        file["total_count"] = sum(counts.values())  # of the rows that were handled
    return {
        "status": spelled,
        "type": "data",
        "module": {"id": module.id if module else SUBFORM_ID, "api_name": requested["module"]},
        "field_mappings": requested["field_mappings"],
        "file": file,
        # Here only the spelling without a space was seen.
        "code": spelled.replace(" ", ""),
    }


def _spell(state: str, version: str) -> str:
    if state == RUNNING:
        return "INPROGRESS" if is_since(version, "v7") else "IN PROGRESS"
    return "ADDED" if state == SCHEDULED else state


def _download_url(organization: str, job: str, version: str, host: str) -> str:
    if is_since(version, "v7"):
        return f"/{version}/crm/org{organization}/bulk-write/{job}/{job}.zip"
    base = "https://download-accl.zoho.com" if ZOHO.fullmatch(host) else f"http://{host}"
    return f"{base}/v2/crm/{organization}/bulk-write/{job}/{job}.zip"


def host_of(headers: Headers) -> str:
    """Return the host of a request with its port, in lower case."""
    return headers.get(b"host", b"").decode("latin-1").lower() or "127.0.0.1"
