"""Mass conversion of quotes and sales orders by a job."""

from __future__ import annotations

from zoho_crm_sandbox.call import Answer, Call, Refusal
from zoho_crm_sandbox.jobs import RUNNING

SPELLINGS = {RUNNING: "IN PROGRESS"}
"""The states that this system spells in its own way."""


def get_inventory_mass_convert_status(call: Call) -> Answer:
    """Tells how far a job is.

    Args:
        call: The call.

    Raises:
        Refusal: No job is named, or one that does not exist.
    """
    if not call.parameters.get("job_id"):
        raise Refusal("REQUIRED_PARAM_MISSING")
    call.authorize()
    job = call.job()
    if job is None or job.module != call.module:
        raise Refusal("INVALID_DATA")
    progress = call.progress(job)
    status = {
        "total_count": job.plan.total,
        "not_converted_count": progress.remaining,
        "failed_count": progress.failed,
        "converted_count": progress.succeeded,
        "status": SPELLINGS.get(progress.state, progress.state),
    }
    return Answer({"data": [status]})
