"""Mass update: one field of many records, changed by a job."""

from __future__ import annotations

from zoho_crm_sandbox.call import Answer, Call, Refusal


def get_mass_update_status(call: Call) -> Answer:
    """Tells how far a job is.

    Args:
        call: The call.

    Raises:
        Refusal: No job is named, it does not exist, or its view had no records.
    """
    if not call.parameters.get("job_id"):
        raise Refusal("MANDATORY_NOT_FOUND")
    call.authorize()
    job = call.job()
    if job is None or job.module != call.module:
        # The pages up to v7 say the one, the vendor's file for v8 the other.
        raise Refusal("INVALID_DATA" if call.since("v8") else "NOT_FOUND")
    if not job.plan.total:
        raise Refusal("NO_RECORDS_FOUND")
    progress = call.progress(job)
    status = {
        "Status": progress.state,
        "Failed_Count": progress.failed,
        "Updated_Count": progress.succeeded,
        "Not_Updated_Count": progress.remaining,
        "Total_Count": job.plan.total,
    }
    return Answer({"data": [status]})
