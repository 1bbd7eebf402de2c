"""Mass change of owner: the records of a view, given to another user by a job."""

from __future__ import annotations

from zoho_crm_sandbox.call import Answer, Call, Refusal

RETENTION = 60 * 24 * 3600
"""For how many seconds the status of a job can be read."""


def get_mass_change_owner_status(call: Call) -> Answer:
    """Tells how far a job is.

    Args:
        call: The call.

    Raises:
        Refusal: No job is named, or one of another module.
    """
    if call.parameters.get("job_id") == "":
        raise Refusal("REQUIRED_PARAM_MISSING", status=400)
    if not call.conforms("job_id"):
        raise Refusal("REQUIRED_PARAM_MISSING", status=404)
    call.authorize()
    job = call.job()
    if job is None or call.now - job.submitted_at > RETENTION:
        return Answer(None, status=204)
    if job.module != call.module:
        raise Refusal("NOT_FOUND")
    progress = call.progress(job)
    status = {
        "Total_Count": job.plan.total,
        "Updated_Count": progress.succeeded,
        "Not_Updated_Count": progress.remaining,
        "Failed_Count": progress.failed,
        "Status": progress.state,
    }
    return Answer({"data": [status]})
