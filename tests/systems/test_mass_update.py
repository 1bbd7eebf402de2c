"""Mass update: the client against the sandbox."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from zoho_crm_jobs import errors
from zoho_crm_jobs.api.mass_update import get_mass_update_status, schedule_mass_update
from zoho_crm_jobs.models import (
    InvalidData,
    MassUpdateByIds,
    MassUpdateByView,
    MassUpdateFields,
    MassUpdateJobStatus,
    Territory,
    UpdatedRecord,
)

from tests.support.clients import client, sync_and_asyncio

if TYPE_CHECKING:
    from collections.abc import Callable

    from zoho_crm_sandbox import Sandbox


def counts(status: Any) -> tuple[str, int, int, int, int]:
    """Return the state and counts of the one job, in the order of the documentation."""
    (job,) = status.data
    return job.status, job.failed_count, job.updated_count, job.not_updated_count, job.total_count


@sync_and_asyncio
def test_progress_of_a_job(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """The four samples of the documentation, three of them from one job."""
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


@sync_and_asyncio
@pytest.mark.parametrize(
    ("job_id", "state"),
    [("554023000000506007", MassUpdateJobStatus.QUEUED), ("554023000000506009", MassUpdateJobStatus.SUSPENDED)],
)
def test_states_since_v8(call: Callable[..., Any], sandbox: Sandbox, job_id: str, state: MassUpdateJobStatus) -> None:
    """Only the vendor's file for v8 names them."""
    status = call(get_mass_update_status, "Accounts", client=client(sandbox), job_id=job_id)

    assert status.data[0].status is state


@sync_and_asyncio
@pytest.mark.parametrize(
    ("version", "error", "details"),
    [
        ("v2.1", errors.NoSuchJobError, {}),
        ("v7", errors.NoSuchJobError, {}),
        ("v8", errors.InvalidDataError, {"param_name": "job_id"}),
    ],
)
def test_an_unknown_job(
    call: Callable[..., Any], sandbox: Sandbox, version: Any, error: type[errors.ApiError], details: dict[str, str]
) -> None:
    """NOT_FOUND up to v7, INVALID_DATA in v8."""
    with pytest.raises(error) as caught:
        call(get_mass_update_status, "Leads", client=client(sandbox, version=version), job_id="1")

    assert caught.value.details.to_dict() == details


@sync_and_asyncio
def test_an_empty_404(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """The documentation has "Empty response" for an unknown job."""
    sandbox.inject_fault("get_mass_update_status", status=404, body="", content_type="text/plain")
    with pytest.raises(errors.NoSuchJobError) as caught:
        call(get_mass_update_status, "Leads", client=client(sandbox), job_id="1")

    assert caught.value.content == b""


@sync_and_asyncio
def test_a_view_without_records(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """Only the vendor's files name this error."""
    with pytest.raises(errors.NoRecordsFoundError):
        call(get_mass_update_status, "Accounts", client=client(sandbox), job_id="554023000000506011")


@sync_and_asyncio
def test_custom_modules(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """A custom module works like a standard one, and Meetings are Events."""
    crm = client(sandbox)

    assert counts(call(get_mass_update_status, "Shipments", client=crm, job_id="554023000000506015"))[0] == "COMPLETED"
    for module in ("Meetings", "Events"):
        assert counts(call(get_mass_update_status, module, client=crm, job_id="554023000000506017"))[0] == "COMPLETED"
    with pytest.raises(errors.InvalidModuleError, match="The given module is not supported in API"):
        call(get_mass_update_status, "Documents", client=crm, job_id="554023000000506015")


VIEW = "554023000000091515"


def by_view(**options: Any) -> MassUpdateByView:
    """Return a request to set the industry of the accounts of a view."""
    return MassUpdateByView(data=[MassUpdateFields.from_dict({"Industry": "Education"})], cvid=VIEW, **options)


def industries(sandbox: Sandbox) -> list[str]:
    """Return the industries of all accounts that have one."""
    accounts = sandbox.state.of("694902309").records("Accounts")
    return [fields["Industry"] for _, fields in accounts if fields.get("Industry")]


@sync_and_asyncio
def test_from_submission_to_the_end(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """As many records have changed as the status counts."""
    crm = client(sandbox)
    before = industries(sandbox).count("Education")
    scheduled = call(schedule_mass_update, "Accounts", client=crm, body=by_view())
    (job,) = scheduled.data
    seen = []
    for advance in (0, 20, 60):
        sandbox.clock.advance(advance)
        status = call(get_mass_update_status, "Accounts", client=crm, job_id=job.details.job_id)
        _, _, updated, _, total = counts(status)
        seen.append((updated, industries(sandbox).count("Education") - before))

    assert job.message == "mass update scheduled successfully"
    assert seen[0] == (0, 0)
    assert 0 < seen[1][0] < total
    assert seen[2][0] == total
    assert all(updated == changed for updated, changed in seen)


@sync_and_asyncio
@pytest.mark.parametrize(("version", "status_code"), [("v7", 202), ("v8", 400)])
def test_one_job_a_view(call: Callable[..., Any], sandbox: Sandbox, version: Any, status_code: int) -> None:
    """The next job can be submitted once the last one has ended."""
    crm = client(sandbox, version=version)
    call(schedule_mass_update, "Accounts", client=crm, body=by_view())
    with pytest.raises(errors.AlreadyScheduledError) as caught:
        call(schedule_mass_update, "Accounts", client=crm, body=by_view())

    assert caught.value.status_code == status_code
    sandbox.clock.advance(3600)
    call(schedule_mass_update, "Accounts", client=crm, body=by_view())


@sync_and_asyncio
def test_update_by_ids(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """Each record has its own outcome."""
    fields = MassUpdateFields.from_dict({"Industry": "Education"})
    body = MassUpdateByIds(data=[fields], ids=["738964000002058030", "1"])
    outcomes = call(schedule_mass_update, "Accounts", client=client(sandbox), body=body)
    updated, failed = outcomes.data

    assert isinstance(updated, UpdatedRecord)
    assert updated.details.id == "738964000002058030"
    assert isinstance(failed, InvalidData)
    assert failed.details
    assert failed.details.id == "1"


@sync_and_asyncio
@pytest.mark.parametrize(
    ("field", "value", "details"),
    [
        ("Short_Field", "ten chars.", {}),
        ("Short_Field", "eleven char", {"maximum_length": 10}),
        ("Limited_Field", ["a", "b"], {}),
        ("Limited_Field", ["a", "b", "c"], {"limit": 2}),
        ("Decimal_Field", 1.25, {}),
        ("Decimal_Field", "1.255", {"maximum_decimal_place": 2}),
        ("Ranged_Field", 100, {}),
        ("Ranged_Field", -1, {"range": {"from": 0, "to": 100}}),
        ("User_lookup", {"id": "2423488000000483001"}, {}),
        ("User_lookup", {"id": "2423488000000483007"}, {"api_name": "id", "json_path": "$.data[0].User_lookup.id"}),
    ],
)
def test_limits_of_fields(
    call: Callable[..., Any], sandbox: Sandbox, field: str, value: Any, details: dict[str, Any]
) -> None:
    """A value beyond the limit is an error of the record, which names the limit."""
    record = "738964000002058030"
    body = MassUpdateByIds(data=[MassUpdateFields.from_dict({field: value})], ids=[record])
    if not details:
        (outcome,) = call(schedule_mass_update, "Accounts", client=client(sandbox), body=body).data
        assert isinstance(outcome, UpdatedRecord)
        return
    with pytest.raises(errors.InvalidDataError) as caught:
        call(schedule_mass_update, "Accounts", client=client(sandbox), body=body)

    assert caught.value.details.to_dict() == (details if field == "User_lookup" else {"id": record, **details})


@sync_and_asyncio
@pytest.mark.parametrize("keys", [{}, {"message": "Record count exceeded"}, {"details": {"limit": 50000}}])
@pytest.mark.parametrize("wrapped", [False, True])
def test_an_error_without_details(
    call: Callable[..., Any], sandbox: Sandbox, keys: dict[str, Any], *, wrapped: bool
) -> None:
    """The vendor's files have errors without details and message; they are read as if empty."""
    code = "RECORD_LOCKED" if wrapped else "LIMIT_EXCEEDED"
    error = {"code": code, "status": "error", **keys}
    body = json.dumps({"data": [error, error]} if wrapped else error)
    sandbox.inject_fault("schedule_mass_update", status=400, body=body, content_type="application/json")
    with pytest.raises(errors.RecordLockedError if wrapped else errors.LimitExceededError) as caught:
        call(schedule_mass_update, "Accounts", client=client(sandbox), body=by_view())

    assert caught.value.message == keys.get("message", "")
    assert caught.value.details.to_dict() == keys.get("details", {})


@sync_and_asyncio
@pytest.mark.parametrize(
    ("body", "error"),
    [
        (by_view(territory=Territory(id="1")), errors.InvalidDataError),
        (MassUpdateByView(data=[MassUpdateFields()], cvid=VIEW), errors.InvalidDataError),
        (
            MassUpdateByView(data=[MassUpdateFields.from_dict({"Industry": "a", "Phone": "1"})], cvid=VIEW),
            errors.InvalidDataError,
        ),
        (MassUpdateByView(data=[MassUpdateFields.from_dict({"Industry": "a"})], cvid="1"), errors.InvalidDataError),
        (
            MassUpdateByIds(data=[MassUpdateFields.from_dict({"Industry": "a"})], ids=["1", "2"]),
            errors.InvalidDataError,
        ),
    ],
)
def test_submission_errors(call: Callable[..., Any], sandbox: Sandbox, body: Any, error: type[errors.ApiError]) -> None:
    """Nothing changes."""
    before = industries(sandbox)
    with pytest.raises(error):
        call(schedule_mass_update, "Accounts", client=client(sandbox), body=body)

    sandbox.clock.advance(3600)
    assert industries(sandbox) == before
