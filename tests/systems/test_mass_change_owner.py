"""Mass change of owner: the client against the sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from zoho_crm_jobs import JobHandle, errors
from zoho_crm_jobs.api.mass_change_owner import get_mass_change_owner_status, schedule_mass_change_owner
from zoho_crm_jobs.models import (
    Comparator,
    CriterionField,
    MassChangeOwnerCriterion,
    MassChangeOwnerRequest,
    Reference,
)

from tests.support.clients import client, methods_and_asyncio, sync_and_asyncio

if TYPE_CHECKING:
    from collections.abc import Callable

    from zoho_crm_sandbox import Sandbox

SAMPLE = {
    "data": [
        {
            "Total_Count": 50000,
            "Updated_Count": 49500,
            "Not_Updated_Count": 0,
            "Failed_Count": 500,
            "Status": "COMPLETED",
        }
    ]
}


@sync_and_asyncio
def test_sample(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """The documentation's sample survives the models, with its keys in order."""
    status = call(get_mass_change_owner_status, "Leads", client=client(sandbox), job_id="3652397000009565021")

    assert str(status.to_dict()) == str(SAMPLE)


@sync_and_asyncio
def test_progress_of_a_job(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """A job with failing records, and one that fails as a whole."""
    crm = client(sandbox)
    seen = []
    for advance in (0, 60, 50):
        sandbox.clock.advance(advance)
        for job_id in ("3652397000009565023", "3652397000009565025"):
            (job,) = call(get_mass_change_owner_status, "Leads", client=crm, job_id=job_id).data
            seen.append((job.status, job.updated_count, job.not_updated_count, job.failed_count, job.total_count))

    assert seen == [
        ("SCHEDULED", 0, 1000, 0, 1000),
        ("SCHEDULED", 0, 1000, 0, 1000),
        ("RUNNING", 495, 500, 5, 1000),
        ("RUNNING", 0, 500, 500, 1000),
        ("COMPLETED", 990, 0, 10, 1000),
        ("FAILED", 0, 0, 1000, 1000),
    ]


@sync_and_asyncio
@pytest.mark.parametrize("job_id", ["1", "3652397000009565029", "7000000010009565021"])
def test_job_not_found(call: Callable[..., Any], sandbox: Sandbox, job_id: str) -> None:
    """An unknown job, one older than 60 days, and one of another organization have status 204."""
    with pytest.raises(errors.JobNotFound) as caught:
        call(get_mass_change_owner_status, "Leads", client=client(sandbox), job_id=job_id)

    assert (caught.value.status_code, caught.value.content) == (204, b"")


@sync_and_asyncio
def test_a_status_expires_after_60_days(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """Counted from the submission, a day before the start of the test."""
    crm = client(sandbox)
    sandbox.clock.advance(58.9 * 86400)
    call(get_mass_change_owner_status, "Leads", client=crm, job_id="3652397000009565021")
    sandbox.clock.advance(0.2 * 86400)

    with pytest.raises(errors.JobNotFound):
        call(get_mass_change_owner_status, "Leads", client=crm, job_id="3652397000009565021")


@sync_and_asyncio
@pytest.mark.parametrize(
    ("module", "job_id", "error", "status_code"),
    [
        ("Leads", "3652397000009565027", errors.NoSuchJobError, 404),
        ("Leads", "x", errors.RequiredParamMissingError, 404),
        ("Leads", "", errors.RequiredParamMissingError, 400),
    ],
)
def test_status_errors(
    call: Callable[..., Any],
    sandbox: Sandbox,
    module: str,
    job_id: str,
    error: type[errors.ApiError],
    status_code: int,
) -> None:
    """A job of another module, an invalid id, and an empty one."""
    with pytest.raises(error) as caught:
        call(get_mass_change_owner_status, module, client=client(sandbox), job_id=job_id)

    assert caught.value.status_code == status_code


@methods_and_asyncio
def test_a_wait_for_an_id_that_is_no_job(do: Callable[..., Any], sandbox: Sandbox) -> None:
    """A waiter always sends a job_id, so the page's 404 for it can only mean that there is no such job."""
    sandbox.inject_fault("get_mass_change_owner_status", "REQUIRED_PARAM_MISSING", status=404)
    place = {"module_api_name": "Leads", "job_id": "3652397000009565021"}
    handle: JobHandle[Any] = JobHandle("get_mass_change_owner_status", place, client=client(sandbox))
    with pytest.raises(errors.JobNotFound) as caught:
        do(handle, "wait")

    assert caught.value.status_code == 404


VIEW, OWNER = "2423488000000091545", "2423488000000483001"


@sync_and_asyncio
def test_from_submission_to_the_end(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """The deals of the view have the new owner when the job has ended."""
    crm = client(sandbox)
    body = MassChangeOwnerRequest(cvid=VIEW, owner=Reference(id=OWNER))
    (scheduled,) = call(schedule_mass_change_owner, "Deals", client=crm, body=body).data
    sandbox.clock.advance(3600)
    (job,) = call(get_mass_change_owner_status, "Deals", client=crm, job_id=scheduled.details.job_id).data

    owned = [fields for _, fields in sandbox.state.of("694902309").records("Deals") if fields["Owner"] == OWNER]
    assert (job.status, job.updated_count, job.not_updated_count) == ("COMPLETED", len(owned), 0)
    assert job.total_count == job.updated_count + job.failed_count


@sync_and_asyncio
@pytest.mark.parametrize(
    ("body", "error"),
    [
        (MassChangeOwnerRequest(cvid="1", owner=Reference(id=OWNER)), errors.InvalidDataError),
        (MassChangeOwnerRequest(cvid=VIEW, owner=Reference(id="1")), errors.InvalidDataError),
        (
            MassChangeOwnerRequest(
                cvid=VIEW,
                owner=Reference(id=OWNER),
                criteria=MassChangeOwnerCriterion(field=CriterionField(), comparator=Comparator.EQUAL, value="a"),
            ),
            errors.ExpectedFieldMissingError,
        ),
    ],
)
def test_submission_errors(call: Callable[..., Any], sandbox: Sandbox, body: Any, error: type[errors.ApiError]) -> None:
    """An unknown view, an unknown user, and a criterion without a field."""
    with pytest.raises(error):
        call(schedule_mass_change_owner, "Deals", client=client(sandbox), body=body)
