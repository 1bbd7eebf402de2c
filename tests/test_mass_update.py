"""Mass update: the client against the sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from contract import both, client
from zoho_crm_jobs import errors
from zoho_crm_jobs.api.mass_update import get_mass_update_status
from zoho_crm_jobs.models import MassUpdateJobStatus

if TYPE_CHECKING:
    from collections.abc import Callable

    from zoho_crm_sandbox import Sandbox


def counts(status: Any) -> tuple[str, int, int, int, int]:
    """Returns the one job's state and counts, in the order of the documentation."""
    (job,) = status.data
    return job.status, job.failed_count, job.updated_count, job.not_updated_count, job.total_count


@both
def test_a_job_goes_its_way(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """The four samples of the documentation, the first three one after the other."""
    crm = client(sandbox)
    states = []
    for advance in (0, 25, 10):
        sandbox.clock.advance(advance)
        states.append(counts(call(get_mass_update_status, "Leads", client=crm, job_id="3524033000006027001")))
    failed = call(get_mass_update_status, "Accounts", client=crm, job_id="554023000000506005")

    assert states == [
        ("SCHEDULED", 0, 0, 50, 50),
        ("RUNNING", 0, 30, 20, 50),
        ("COMPLETED", 0, 50, 0, 50),
    ]
    assert counts(failed) == ("FAILED", 50, 0, 0, 50)


@both
@pytest.mark.parametrize(
    ("job_id", "state"),
    [("554023000000506007", MassUpdateJobStatus.QUEUED), ("554023000000506009", MassUpdateJobStatus.SUSPENDED)],
)
def test_the_newer_states(call: Callable[..., Any], sandbox: Sandbox, job_id: str, state: MassUpdateJobStatus) -> None:
    """The states that only the newest source names."""
    status = call(get_mass_update_status, "Accounts", client=client(sandbox), job_id=job_id)

    assert status.data[0].status is state


@both
@pytest.mark.parametrize(
    ("version", "error", "details"),
    [
        ("v2.1", errors.NotFoundError, {}),
        ("v7", errors.NotFoundError, {}),
        ("v8", errors.InvalidDataError, {"param_name": "job_id"}),
    ],
)
def test_an_unknown_job(
    call: Callable[..., Any], sandbox: Sandbox, version: Any, error: type[errors.ApiError], details: dict[str, str]
) -> None:
    """404 up to v7, 400 in v8."""
    with pytest.raises(error) as caught:
        call(get_mass_update_status, "Leads", client=client(sandbox, version=version), job_id="1")

    assert caught.value.details.to_dict() == details


@both
def test_an_empty_404(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """The documentation's "Empty response", taken by the letter."""
    sandbox.plant("get_mass_update_status", status=404, body="", content_type="text/plain")
    with pytest.raises(errors.NotFoundError) as caught:
        call(get_mass_update_status, "Leads", client=client(sandbox), job_id="1")

    assert caught.value.content == b""


@both
def test_a_view_without_records(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """An error that only the vendor's files name."""
    with pytest.raises(errors.NoRecordsFoundError):
        call(get_mass_update_status, "Accounts", client=client(sandbox), job_id="554023000000506011")


@both
def test_custom_modules(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """A module of the organization's own is as good as a standard one, and Meetings are Events."""
    crm = client(sandbox)

    assert counts(call(get_mass_update_status, "Shipments", client=crm, job_id="554023000000506015"))[0] == "COMPLETED"
    for module in ("Meetings", "Events"):
        assert counts(call(get_mass_update_status, module, client=crm, job_id="554023000000506017"))[0] == "COMPLETED"
    with pytest.raises(errors.InvalidModuleError, match="The given module is not supported in API"):
        call(get_mass_update_status, "Documents", client=crm, job_id="554023000000506015")
