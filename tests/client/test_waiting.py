"""Waiting for jobs, in the sandbox's time."""

from __future__ import annotations

import asyncio
import importlib
import io
import json
import math
import zipfile
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_jobs import AccessToken, AsyncJobHandle, Client, Clock, JobHandle, Progress, errors
from zoho_crm_jobs._document import OPERATIONS
from zoho_crm_jobs.api.bulk_write import create_bulk_write_job
from zoho_crm_jobs.api.inventory_mass_convert import schedule_inventory_mass_convert
from zoho_crm_jobs.api.mass_change_owner import schedule_mass_change_owner
from zoho_crm_jobs.api.mass_update import schedule_mass_update
from zoho_crm_jobs.models import (
    BulkWriteRequest,
    InventoryMassConvertRequest,
    MassChangeOwnerRequest,
    MassUpdateByIds,
    MassUpdateByView,
    MassUpdateFields,
    Reference,
)
from zoho_crm_jobs.runtime.jobs.progress import value_of
from zoho_crm_jobs.runtime.transport.deadline import seconds_left

from tests.support import bulk_files
from tests.support.clients import VirtualClock, asynchronous, client, methods_and_asyncio, start
from tests.support.spec import COMPONENTS, DOCUMENT, resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from zoho_crm_jobs.runtime.jobs.polling import PollContext
    from zoho_crm_sandbox import Sandbox

EXAMPLES = COMPONENTS["examples"]
FIELDS = MassUpdateFields.from_dict({"Industry": "Education"})


def update(view: str = "554023000000091515") -> MassUpdateByView:
    """Return the request for an update of a view."""
    return MassUpdateByView(data=[FIELDS], cvid=view)


def job(sandbox: Sandbox, job_id: str, module: str = "Accounts", **options: Any) -> JobHandle[Any]:
    """Return a handle on one of the sandbox's mass updates."""
    parameters = {"module_api_name": module, "job_id": job_id}
    return JobHandle("get_mass_update_status", parameters, client=client(sandbox, **options))


class Every:
    """A policy with a fixed delay that records its contexts."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.seen: list[PollContext] = []

    def delay(self, context: PollContext) -> float:
        """Return the fixed delay."""
        self.seen.append(context)
        return self.seconds


class TestFromTheDocument:
    """The functions and waiters that the document defines."""

    def test_status_operations_wait_and_submissions_start(self) -> None:
        for item in DOCUMENT["paths"].values():
            for operation in item.values():
                module = importlib.import_module(OPERATIONS[operation["operationId"]], "zoho_crm_jobs")
                responses = [resolve(response) for response in operation["responses"].values()]
                waits = any("x-waiter" in response for response in responses)
                links = [link["operationId"] for response in responses for link in response.get("links", {}).values()]
                starts = not waits and any(name.startswith("get_") for name in links)
                assert (module._OPERATION.waiter is not None) is waits
                assert (module._OPERATION.status is not None) is starts

    def test_waiters_are_as_the_document_has_them(self) -> None:
        checked = 0
        for item in DOCUMENT["paths"].values():
            for operation in item.values():
                for response in map(resolve, operation["responses"].values()):
                    if "x-waiter" in response:
                        source = response["x-waiter"]
                        module = importlib.import_module(OPERATIONS[operation["operationId"]], "zoho_crm_jobs")
                        waiter = module._OPERATION.waiter
                        assert {key: getattr(waiter, key) for key in ("state", "pending", "success", "failure")} == {
                            key: source[key] for key in ("state", "pending", "success", "failure")
                        }
                        counts = {
                            name: place if isinstance(place, str) else {"each": place.each, "sum": place.pointer}
                            for name, place in waiter.counts.items()
                        }
                        assert waiter.total_at_end is source.get("total_at_end", False)
                        assert (counts, waiter.initial_delay, waiter.max_delay) == (
                            source["counts"],
                            source["delay"]["first"],
                            source["delay"]["longest"],
                        )
                        assert waiter.job[-1] == "job_id"
                        checked += 1
        assert checked == 4


@pytest.fixture
def zoho(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A client with the token that may do everything."""
    headers = {"Authorization": "Zoho-oauthtoken sandbox"}
    with httpx.Client(transport=sandbox.transport(), base_url="http://127.0.0.1", headers=headers) as client:
        yield client


def bulk_write(sandbox: Sandbox, job_id: str) -> JobHandle[Any]:
    """Return a handle on a bulk write."""
    return JobHandle("get_bulk_write_job", {"job_id": job_id}, client=client(sandbox))


def requested(name: str) -> Any:
    """Return the body of one of the document's example requests."""
    return EXAMPLES[f"{name}-request"]["value"]


@methods_and_asyncio
class TestScenarios:
    """From the submission to the end, for each system."""

    @pytest.mark.parametrize(
        ("operation", "arguments", "body"),
        [
            (schedule_mass_update, ["Accounts"], update()),
            (
                schedule_mass_change_owner,
                ["Deals"],
                MassChangeOwnerRequest.from_dict(requested("schedule_mass_change_owner-scheduled")),
            ),
            (
                schedule_inventory_mass_convert,
                ["Quotes"],
                InventoryMassConvertRequest.from_dict(requested("schedule_inventory_mass_convert-scheduled")),
            ),
            (create_bulk_write_job, [], BulkWriteRequest.from_dict(requested("create_bulk_write_job-insert"))),
        ],
        ids=["mass_update", "mass_change_owner", "inventory_mass_convert", "bulk_write"],
    )
    def test_from_submission_to_end(
        self, do: Callable[..., Any], sandbox: Sandbox, operation: Any, arguments: list[str], body: Any
    ) -> None:
        """The handle is stored and read back before the wait."""
        crm = client(sandbox)
        started: JobHandle[Any] = do(operation, "start", *arguments, client=crm, body=body)
        handle: JobHandle[Any] = JobHandle.from_dict(json.loads(json.dumps(started.to_dict())), client=crm)
        seen: list[Progress] = []
        result = do(handle, "wait", on_progress=seen.append)
        polled = do(handle, "poll")

        assert type(polled) is type(result)
        assert polled.status == result.status
        assert polled.progress == result.progress == seen[-1]
        assert polled.handle.to_dict() == result.handle.to_dict() == handle.to_dict()
        assert result.error is None
        assert repr(result) == f"{type(result).__name__}({result.handle!r}, {str(seen[-1])!r})"
        assert [progress.ended for progress in seen] == [False] * (len(seen) - 1) + [True]
        assert seen[-1].state == "COMPLETED"
        assert seen[-1].total == seen[-1].done > 0  # type: ignore[operator]  # all have counts
        assert not seen[-1].partly_failed
        assert all(progress.total is None or (progress.done or 0) < progress.total for progress in seen[:-1])
        assert sandbox.journal.count(operation._OPERATION.operation_id) == 1

    def test_counts_cover_all_files(self, do: Callable[..., Any], sandbox: Sandbox, zoho: httpx.Client) -> None:
        """A job whose parent was added and whose children were all skipped has failed in part."""
        handle = bulk_write(sandbox, bulk_files.orphans(zoho))
        seen: list[Progress] = []
        result = do(handle, "wait", on_progress=seen.append)
        assert str(result.progress) == str(seen[-1]) == "COMPLETED 3 of 3 (2 failed)"
        assert seen[-1].partly_failed

    def test_a_bulk_write_is_polled_as_seldom_as_a_job_without_counts(
        self, do: Callable[..., Any], sandbox: Sandbox, zoho: httpx.Client
    ) -> None:
        """Until the end the total is that of the rows so far, so it predicts nothing and fills no bar."""
        file = bulk_files.file_id(zoho, leads="L\n" + "x\n" * 25_000)
        body = bulk_files.job(bulk_files.resource(file, bulk_files.LAST_NAME))
        handle = bulk_write(sandbox, bulk_files.create(zoho, body))
        seen: list[Progress] = []
        do(handle, "wait", on_progress=seen.append)
        assert [progress.total for progress in seen] == [None] * (len(seen) - 1) + [25_000]
        assert str(seen[-2]).startswith("INPROGRESS ")
        assert str(seen[-2]).endswith(" so far")
        assert len(seen) < 20

    def test_a_bulk_write_whose_rows_are_known(
        self, do: Callable[..., Any], sandbox: Sandbox, zoho: httpx.Client
    ) -> None:
        """The policy sees the rows of the file as the total, and progress does not."""
        file = bulk_files.file_id(zoho, leads="L\n" + "x\n" * 2_000)
        body = bulk_files.job(bulk_files.resource(file, bulk_files.LAST_NAME))
        policy, seen = Every(10.0), list[Progress]()
        handle = bulk_write(sandbox, bulk_files.create(zoho, body))
        do(handle, "wait", policy=policy, on_progress=seen.append, total=2_000)
        assert {sample.total for context in policy.seen for sample in context.samples} == {2_000}
        assert {progress.total for progress in seen[:-1]} == {None}

    def test_a_partial_failure_is_visible(self, do: Callable[..., Any], sandbox: Sandbox) -> None:
        handle = do(
            schedule_mass_update, "start", "Accounts", client=client(sandbox), body=update("554023000000091525")
        )
        seen: list[Progress] = []
        result = do(handle, "wait", on_progress=seen.append)
        status = result.status.data[0]
        assert (status.updated_count, status.failed_count) == (result.progress.succeeded, result.progress.failed)
        assert (status.updated_count, status.failed_count) == (40, 10)
        assert seen[-1].partly_failed
        assert str(seen[-1]) == "COMPLETED 50 of 50 (10 failed)"

    def test_a_job_that_fails(self, do: Callable[..., Any], sandbox: Sandbox) -> None:
        with pytest.raises(
            errors.JobFailed, match=r"the job [0-9]+ of Accounts ended as FAILED 50 of 50 \(50 failed\)$"
        ) as caught:
            do(job(sandbox, "554023000000506005"), "wait")
        assert caught.value.status.data[0].status == "FAILED"
        assert caught.value.progress
        assert caught.value.progress.ended
        assert caught.value.operation_id == "get_mass_update_status"

    @pytest.mark.parametrize("timeout", [0, 7.5, 300])
    def test_a_job_that_takes_too_long(self, do: Callable[..., Any], sandbox: Sandbox, timeout: float) -> None:
        """The last poll begins a second before the timeout, or after half of it, and the job continues."""
        handle = job(sandbox, "554023000000506007")
        waited = timeout - min(1, timeout / 2)
        before = sandbox.clock.now()
        with pytest.raises(
            errors.JobTimedOut, match=rf"the job [0-9]+ of \w+ is QUEUED 0 of 50 after {waited:.0f} s$"
        ) as caught:
            do(handle, "wait", timeout)
        assert sandbox.clock.now() - before == pytest.approx(waited)
        assert caught.value.waited == pytest.approx(waited)
        assert caught.value.status.data[0].status == "QUEUED"
        assert do(handle, "wait", 7200).status.data[0].status == "COMPLETED"

    @pytest.mark.parametrize("version", ["v8", "v7"])
    def test_a_job_that_does_not_exist(self, do: Callable[..., Any], sandbox: Sandbox, version: str) -> None:
        """The response is an error with a code or, in older versions, empty."""
        for method in ("wait", "poll"):
            with pytest.raises(errors.JobNotFound):
                do(job(sandbox, "1", version=version), method)

    def test_a_job_that_vanishes(self, do: Callable[..., Any], sandbox: Sandbox) -> None:
        crm = client(sandbox)
        body = MassChangeOwnerRequest(cvid="554023000000091529", owner=Reference(id="738964000000291009"))
        handle = do(schedule_mass_change_owner, "start", "Accounts", client=crm, body=body)
        with pytest.raises(errors.JobNotFound):
            do(handle, "wait")

    def test_an_unknown_state_is_no_end(self, do: Callable[..., Any], sandbox: Sandbox) -> None:
        """The wait continues until the timeout, and the error shows the state."""
        counts = {"Failed_Count": 0, "Updated_Count": 1, "Not_Updated_Count": 9, "Total_Count": 10}
        body = json.dumps({"data": [{"Status": "PAUSED", **counts}]})
        sandbox.inject_fault(
            "get_mass_update_status", status=200, body=body, content_type="application/json", times=1_000_000
        )
        with pytest.raises(
            errors.JobTimedOut, match=r"the job [0-9]+ of \w+ is PAUSED 1 of 10 after [0-9]+ s$"
        ) as caught:
            do(job(sandbox, "1"), "wait", 60)
        assert not caught.value.status.data[0].status.is_documented

    def test_a_submission_that_is_completed_immediately(self, do: Callable[..., Any], sandbox: Sandbox) -> None:
        """The form of a request that starts no job returns the outcomes."""
        body = MassUpdateByIds(data=[FIELDS], ids=["738964000002058030"])
        outcomes = do(schedule_mass_update, "start", "Accounts", client=client(sandbox), body=body)
        assert type(outcomes).__name__ == "MassUpdateOutcomes"

    def test_an_unexpected_completion(self, do: Callable[..., Any]) -> None:
        """The response to a request that starts a job has no job."""
        user = {"id": "2", "name": "Patricia Boyle"}
        item = {
            "code": "SUCCESS",
            "details": {**dict.fromkeys(("Modified_Time", "Created_Time"), "2021-05-11T12:38:29+05:30"), "id": "1"},
            "message": "record updated",
            "status": "success",
        }
        item["details"] |= {"Modified_By": user, "Created_By": user}  # type: ignore[operator]  # it is a dict
        transport = httpx.MockTransport(lambda _: httpx.Response(200, json={"data": [item]}))
        crm = Client(
            "t",
            http_client=httpx.Client(transport=transport),
            async_http_client=httpx.AsyncClient(transport=transport),
        )
        with pytest.raises(errors.CompletedImmediately, match="completed immediately") as caught:
            do(schedule_mass_update, "start", "Accounts", client=crm, body=update())
        assert type(caught.value.response.parsed).__name__ == "MassUpdateOutcomes"

    def test_a_submission_that_is_rejected(self, do: Callable[..., Any], sandbox: Sandbox) -> None:
        with pytest.raises(errors.NoRecordsFoundError):
            do(schedule_mass_update, "start", "Accounts", client=client(sandbox), body=update("554023000000091517"))

    def test_the_version_of_the_submission_is_kept(self, do: Callable[..., Any], sandbox: Sandbox) -> None:
        """The client of another process may have another version."""
        handle = do(schedule_mass_update, "start", "Accounts", client=client(sandbox, version="v7"), body=update())
        again: JobHandle[Any] = JobHandle.from_dict(handle.to_dict(), client=client(sandbox))
        do(again, "wait")
        assert "/crm/v7/" in sandbox.journal.of("get_mass_update_status")[-1].path

    def test_errors_of_the_call_end_the_wait_and_not_the_handle(self, do: Callable[..., Any], sandbox: Sandbox) -> None:
        handle = job(sandbox, "554023000000506007")
        sandbox.inject_fault("get_mass_update_status", code="NO_PERMISSION")
        with pytest.raises(errors.NoPermissionError):
            do(handle, "wait")
        assert do(handle, "wait", 7200).status.data[0].status == "COMPLETED"

    def test_a_status_operation_waits_by_itself(self, do: Callable[..., Any], sandbox: Sandbox) -> None:
        crm = client(sandbox)
        result = do(crm.mass_update.job("Leads", job_id="3524033000006027001"), "wait")
        assert result.status.data[0].status == "COMPLETED"
        assert do(crm.bulk_write.job("4150868000005350005"), "wait").status.status == "COMPLETED"


@pytest.mark.parametrize("body", [{"data": []}, {"data": [{}]}, {"data": [{"details": None}]}, {"data": 1}, []])
def test_a_response_without_the_job(body: Any) -> None:
    """Any part of the path to the job's id may be missing."""
    with pytest.raises(LookupError):
        value_of("$response.body#/data/0/details/job_id", body)


class TestPolling:
    """The moments of the polls."""

    def test_the_context_of_a_policy(self, sandbox: Sandbox) -> None:
        """The document's suggestion, the time since the submission, and the last four polls."""
        crm = client(sandbox)
        policy = Every(6.0)
        start(schedule_mass_update, "Accounts", client=crm, body=update()).wait(policy=policy)

        first, *_, last = policy.seen
        assert (first.number, first.elapsed, first.samples) == (0, 0, [])
        assert (first.initial_delay, first.max_delay, first.random) == (2.0, 120.0, 0.5)
        assert [polls.number for polls in policy.seen] == list(range(len(policy.seen)))
        assert [polls.elapsed for polls in policy.seen] == pytest.approx([6 * n for n in range(len(policy.seen))])
        assert [sample.elapsed for sample in last.samples] == pytest.approx(
            [6.0 * n for n in range(last.number - 3, last.number + 1)]
        )
        assert all(sample.total == 50 for sample in last.samples)
        assert last.samples[-1].done is not None
        assert 0 < last.samples[-1].done < 50

    def test_the_age_of_a_stored_job_is_known(self, sandbox: Sandbox) -> None:
        handle = start(schedule_mass_update, "Accounts", client=client(sandbox), body=update())
        sandbox.clock.advance(15)
        policy = Every(1.0)
        again: JobHandle[Any] = JobHandle.from_dict(handle.to_dict(), client=client(sandbox))
        again.wait(policy=policy)
        assert policy.seen[0].elapsed == pytest.approx(15)

    def test_retry_after_is_a_minimum(self, sandbox: Sandbox) -> None:
        """A response may ask for a delay, which the timeout limits."""
        counts = {"Failed_Count": 0, "Updated_Count": 0, "Not_Updated_Count": 10, "Total_Count": 10}
        body = {"data": [{"Status": "RUNNING", **counts}]}
        transport = httpx.MockTransport(lambda _: httpx.Response(200, json=body, headers={"Retry-After": "40"}))
        clock = VirtualClock(sandbox)
        crm = Client(AccessToken("t"), http_client=httpx.Client(transport=transport), clock=clock)
        with pytest.raises(errors.JobTimedOut):
            crm.mass_update.job("Leads", job_id="1").wait(timeout=100, policy=Every(1.0))
        assert clock.slept == pytest.approx([1, 40, 40, 18])

    @pytest.mark.parametrize("delay", [-1.0, math.nan, math.inf])
    def test_a_policy_that_is_wrong(self, sandbox: Sandbox, delay: float) -> None:
        with pytest.raises(ValueError, match=r"^policy: <.*Every.*>: expected a finite delay of seconds ≥ 0, found "):
            job(sandbox, "554023000000506007").wait(policy=Every(delay))

    @pytest.mark.parametrize("timeout", [-1.0, math.nan, math.inf])
    def test_a_wrong_timeout(self, sandbox: Sandbox, timeout: float) -> None:
        with pytest.raises(ValueError, match=r"^timeout: .*: expected a finite number of seconds ≥ 0$"):
            job(sandbox, "554023000000506007").wait(timeout)

    def test_cancelling_the_wait_does_not_cancel_the_job(self, sandbox: Sandbox) -> None:
        handle = start(schedule_mass_update, "Accounts", client=client(sandbox), body=update())

        async def give_up() -> None:
            crm = asynchronous(client(sandbox, clock=Clock()))
            again: AsyncJobHandle[Any] = AsyncJobHandle.from_dict(handle.to_dict(), client=crm)
            await asyncio.wait_for(again.wait(), 0.05)

        with pytest.raises(TimeoutError):
            asyncio.run(give_up())
        assert handle.wait().status.data[0].status == "COMPLETED"


class TestHandles:
    """Storing handles, and errors about invalid data."""

    def test_repr(self, sandbox: Sandbox) -> None:
        handle = job(sandbox, "554023000000506003")
        assert handle.job_id == "554023000000506003"
        assert repr(handle) == (
            "JobHandle('get_mass_update_status', {'module_api_name': 'Accounts', 'job_id': '554023000000506003'})"
        )
        assert handle.to_dict() == {
            "operation_id": "get_mass_update_status",
            "parameters": {"module_api_name": "Accounts", "job_id": "554023000000506003"},
            "version": "v8",
            "submitted_at": None,
        }

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            ({"operation_id": 1}, "operation_id: 1: expected a string"),
            ({"operation_id": "x"}, "operation_id: 'x': expected one of "),
            ({"operation_id": "convert_lead"}, "operation_id: 'convert_lead': expected an operation that returns"),
            ({"parameters": []}, r"parameters: \[\]: expected an object"),
            ({"parameters": {}}, "parameters: none: get_mass_update_status expects module_api_name, job_id"),
            (
                {"parameters": {"job_id": "1"}},
                "parameters: job_id: get_mass_update_status expects module_api_name, job_id",
            ),
            ({"version": "v99"}, "version: 'v99': expected one of v2.1, "),
            ({"version": None}, "version: None: expected a string"),
            ({"submitted_at": "now"}, "submitted_at: 'now': expected seconds since 1970 or null"),
        ],
    )
    def test_invalid_data(self, sandbox: Sandbox, change: dict[str, Any], message: str) -> None:
        source = {**job(sandbox, "1").to_dict(), **change}
        with pytest.raises(ValueError, match=f"^{message}"):
            JobHandle.from_dict(source, client=client(sandbox))

    @pytest.mark.parametrize("missing", ["operation_id", "parameters", "version", "submitted_at"])
    def test_missing_data(self, sandbox: Sandbox, missing: str) -> None:
        source = job(sandbox, "1").to_dict()
        del source[missing]
        with pytest.raises(ValueError, match=f"^{missing}: nothing: expected "):
            JobHandle.from_dict(source, client=client(sandbox))

    @pytest.mark.parametrize(
        ("progress", "text", "done"),
        [
            (Progress("ADDED"), "ADDED", None),
            (Progress("RUNNING", 3, None, 9), "RUNNING 3 of 9", 3),
            (Progress("RUNNING", 3, 1, None), "RUNNING 4 so far (1 failed)", 4),
            (Progress("FAILED", 0, 9, 9, ended=True), "FAILED 9 of 9 (9 failed)", 9),
        ],
    )
    def test_progress(self, progress: Progress, text: str, done: int | None) -> None:
        assert (str(progress), progress.done) == (text, done)


def archive(names: list[str], *, link: bool = False) -> bytes:
    """Return a zip file with files of the given names, or symbolic links."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name in names:
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (0o120777 if link else 0o100644) << 16
            file.writestr(entry, "text" * 50)
    return made.getvalue()


def damaged() -> bytes:
    """Return a zip file in which one byte has changed."""
    made = archive(["a.csv"])
    begin = made.index(b"a.csv") + len("a.csv")
    return made[:begin] + bytes([made[begin] ^ 2]) + made[begin + 1 :]


def results(content: bytes, address: str | None, status: int = 200, state: str = "COMPLETED", **options: Any) -> Client:
    """Return a client of a server that has one job with a result."""

    def respond(request: httpx.Request) -> httpx.Response:
        if request.url.path.startswith("/crm/bulk/"):
            status_of: dict[str, Any] = {**json.loads(EXAMPLE), "status": state}
            if address is None:
                del status_of["result"]
            else:
                status_of["result"] = {"download_url": address}
            return httpx.Response(200, json=status_of)
        assert request.url.host in (
            "www.zohoapis.com",
            "download-accl.zoho.com",
            "download-accl.zoho.eu",
            "download.zohocrm.com",
            "localhost",
        )
        assert request.headers["Authorization"]
        return httpx.Response(status, content=content)

    transport = httpx.MockTransport(respond)
    return Client(
        AccessToken("t"),
        http_client=httpx.Client(transport=transport),
        async_http_client=httpx.AsyncClient(transport=transport),
        retry=None,
        **options,
    )


EXAMPLE = json.dumps(EXAMPLES["get_bulk_write_job-completed"]["value"])
FINISHED = "4150868000005350005"
ADDRESS = "https://download-accl.zoho.com/v2/crm/694902309/bulk-write/4150868000005350003/4150868000005350003.zip"


def write_job(crm: Client) -> JobHandle[Any]:
    """Return a handle on a bulk write."""
    return JobHandle("get_bulk_write_job", {"job_id": "4150868000005350003"}, client=crm)


@methods_and_asyncio
class TestResults:
    """A result is downloaded, and kept only if it is sound."""

    def test_into_a_file_and_into_a_folder(self, do: Callable[..., Any], sandbox: Sandbox, tmp_path: Path) -> None:
        handle: JobHandle[Any] = JobHandle("get_bulk_write_job", {"job_id": FINISHED}, client=client(sandbox))
        sandbox.clock.advance(60)
        (tmp_path / "result.zip").write_text("what was there before")
        assert do(handle, "download", tmp_path / "result.zip") == tmp_path / "result.zip"
        assert do(handle, "download", str(tmp_path)) == tmp_path / f"{FINISHED}.zip"
        assert zipfile.ZipFile(tmp_path / "result.zip").testzip() is None
        assert len(list(tmp_path.iterdir())) == 2

    @pytest.mark.parametrize(("timeout", "left"), [(None, [5, 5]), (4, [4, 3]), (100, [5, 99])])
    def test_timeout(
        self, do: Callable[..., Any], sandbox: Sandbox, tmp_path: Path, timeout: float | None, left: list[float]
    ) -> None:
        """The timeout covers the status and the file, and the file may take longer than other calls."""
        seen: list[float] = []

        def take_a_second(request: httpx.Request) -> None:
            seen.append(seconds_left(request))
            sandbox.clock.advance(1)

        crm = results(archive(["a.csv"]), ADDRESS, timeout=5, clock=VirtualClock(sandbox), on_request=[take_a_second])
        do(write_job(crm), "download", tmp_path, timeout=timeout)
        assert seen == pytest.approx(left)
        with pytest.raises(ValueError, match=r"^timeout: -1: expected a finite number of seconds ≥ 0"):
            do(write_job(crm), "download", tmp_path, timeout=-1)

    @pytest.mark.parametrize(
        "address",
        [
            ADDRESS,
            ADDRESS.replace("zoho.com", "zoho.eu"),
            "/v2.1/crm/org694902309/bulk-write/4150868000005350003/4150868000005350003.zip",
            "v2.1/crm/org694902309/bulk-write/4150868000005350003/4150868000005350003.zip",
            "https://download.zohocrm.com/v2/bulk/write/4150868000005350003/result",
            "https://www.zohoapis.com/any{version}/path?key=a%2Fb",
        ],
    )
    def test_every_form_of_address(self, do: Callable[..., Any], tmp_path: Path, address: str) -> None:
        """The host decides; path and query are called as they are."""
        urls: list[httpx.URL] = []
        hooks = [lambda request: urls.append(request.url)]
        crm = results(archive(["a.csv", "b/c.csv"]), address, on_request=hooks)
        assert do(write_job(crm), "download", tmp_path) == tmp_path / "4150868000005350003.zip"
        path, _, query = address.removeprefix(f"https://{urls[-1].host}").lstrip("/").partition("?")
        assert (urls[-1].path, urls[-1].query.decode()) == (f"/{path}", query)

    def test_the_base_url_replaces_the_host_of_the_address(self, do: Callable[..., Any], tmp_path: Path) -> None:
        hosts: list[str] = []
        hooks = [lambda request: hosts.append(request.url.host)]
        crm = results(archive(["a.csv"]), ADDRESS, base_url="http://localhost", on_request=hooks)
        assert do(write_job(crm), "download", tmp_path / "r").exists()
        assert hosts == ["localhost", "localhost"]

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (b"", "expected a zip file (File is not a zip file)"),
            (b"<html>", "expected a zip file (File is not a zip file)"),
            (archive(["a.csv"])[:-30], "expected a zip file (File is not a zip file)"),
            (damaged(), "'a.csv' in the archive is damaged"),
            (archive(["../a.csv"]), "'../a.csv' in the archive would be extracted outside of its folder"),
            (archive(["/etc/a.csv"]), "'/etc/a.csv' in the archive would be extracted outside of its folder"),
            (archive(["a/../../b"]), "'a/../../b' in the archive would be extracted outside of its folder"),
            (archive(["..\\a"]), "'..\\\\a' in the archive would be extracted outside of its folder"),
            (archive(["C:a"]), "'C:a' in the archive would be extracted outside of its folder"),
            (archive(["a"], link=True), "'a' in the archive would be extracted outside of its folder"),
        ],
    )
    def test_an_unsound_archive_is_discarded(
        self, do: Callable[..., Any], tmp_path: Path, content: bytes, message: str
    ) -> None:
        """An existing file stays."""
        (tmp_path / "r").write_text("before")
        with pytest.raises(errors.InvalidResult) as caught:
            do(write_job(results(content, ADDRESS)), "download", tmp_path / "r")
        assert str(caught.value).startswith(f"download_bulk_write_result: {message}")
        assert (tmp_path / "r").read_text() == "before"
        assert len(list(tmp_path.iterdir())) == 1

    @pytest.mark.parametrize(
        ("address", "message"),
        [
            ("https://evil.example/v2/crm/1/bulk-write/2/2.zip", "expected https:// and a domain of Zoho"),
            ("http://download-accl.zoho.com/v2/crm/1/bulk-write/2/2.zip", "expected https:// and a domain of Zoho"),
            ("https://evilzoho.com/v2/crm/1/bulk-write/2/2.zip", "expected https:// and a domain of Zoho"),
            ("https://zoho.com.evil.example/v2/crm/1/bulk-write/2/2.zip", "expected https:// and a domain of Zoho"),
            ("https://evilzohocrm.com/v2/bulk/write/2/result", "expected https:// and a domain of Zoho"),
            ("https://zohocrm.com/v2/bulk/write/2/result", "expected https:// and a domain of Zoho"),
            ("//download.zohocrm.com/v2/bulk/write/2/result", "expected https:// and a domain of Zoho"),
            ("https://download.zohocrm.com", "'': expected the name of a file"),
            ("/v2/crm/1/bulk-write/2/%2e%2e", "'..': expected the name of a file"),
            ("/v2/crm/1/bulk-write/2/..%5Cx.zip", "'..\\\\x.zip': expected the name of a file"),
        ],
    )
    def test_an_address_that_leads_elsewhere(
        self, do: Callable[..., Any], tmp_path: Path, address: str, message: str
    ) -> None:
        """No token is sent, and no file is written."""
        with pytest.raises(errors.InvalidResult) as caught:
            do(write_job(results(archive(["a"]), address)), "download", tmp_path)
        assert message in str(caught.value)
        assert not list(tmp_path.iterdir())

    def test_no_result(self, do: Callable[..., Any], sandbox: Sandbox, tmp_path: Path) -> None:
        with pytest.raises(
            errors.ResultUnavailable,
            match=r"^get_bulk_write_job: the job 4150868000005350003 ended as COMPLETED .* and has no result$",
        ) as caught:
            do(write_job(results(b"", None)), "download", tmp_path)
        assert caught.value.handle is not None
        with pytest.raises(errors.ResultUnavailable, match=r" of Accounts has no result: jobs of this kind have none$"):
            do(job(sandbox, "554023000000506003"), "download", tmp_path)

    def test_an_error_instead_of_a_result(self, do: Callable[..., Any], tmp_path: Path) -> None:
        body = {"code": "RESOURCE_NOT_FOUND", "details": {}, "message": "m", "status": "error"}
        with pytest.raises(
            errors.ResultUnavailable, match=r"has a result that has expired or does not exist$"
        ) as caught:
            do(write_job(results(json.dumps(body).encode(), ADDRESS, 404)), "download", tmp_path)
        assert isinstance(caught.value.__cause__, errors.ResourceNotFoundError)
        body["code"] = "INTERNAL_ERROR"
        with pytest.raises(errors.InternalError):
            do(write_job(results(json.dumps(body).encode(), ADDRESS, 500)), "download", tmp_path)
        assert not list(tmp_path.iterdir())

    def test_a_result_that_is_not_ready(self, do: Callable[..., Any], tmp_path: Path) -> None:
        for state, kind in (("INPROGRESS", errors.ResultNotReady), ("FAILED", errors.ResultUnavailable)):
            with pytest.raises(kind, match=f"the job 4150868000005350003 (is|ended as) {state} .* has no result"):
                do(write_job(results(b"", None, state=state)), "download", tmp_path)

    def test_a_result_that_will_never_come(
        self, do: Callable[..., Any], sandbox: Sandbox, zoho: httpx.Client, tmp_path: Path
    ) -> None:
        """One error, whatever the way: the job failed, its result has expired, or there is no job any more."""
        files = {name: bulk_files.file_id(zoho, **{name: "L\na\n"}) for name in ("fails", "vanishes", "leads")}
        jobs = {
            name: bulk_files.create(zoho, bulk_files.job(bulk_files.resource(file, bulk_files.LAST_NAME)))
            for name, file in files.items()
        }
        created: dict[str, JobHandle[Any]] = {
            name: JobHandle("get_bulk_write_job", {"job_id": identity}, client=client(sandbox))
            for name, identity in jobs.items()
        }
        sandbox.clock.advance(3600)
        assert do(created["leads"], "download", tmp_path).exists()
        sandbox.clock.advance(7 * 24 * 3600)
        for name, message in (
            ("fails", "ended as FAILED .* and has no result$"),
            ("vanishes", "does not exist and has no result$"),
            ("leads", "has a result that has expired or does not exist$"),
        ):
            with pytest.raises(errors.ResultUnavailable, match=message) as caught:
                do(created[name], "download", tmp_path)
            assert caught.value.handle.job_id == jobs[name]
        assert isinstance(caught.value.__cause__, errors.NotFoundError)

    def test_a_broken_download_starts_over(self, do: Callable[..., Any], sandbox: Sandbox, tmp_path: Path) -> None:
        handle: JobHandle[Any] = JobHandle("get_bulk_write_job", {"job_id": FINISHED}, client=client(sandbox))
        sandbox.clock.advance(60)
        sandbox.inject_fault("download_bulk_write_result", kind="dropped_connection", times=2)
        assert zipfile.is_zipfile(do(handle, "download", tmp_path))


def test_a_job_whose_creator_has_no_name_was_created() -> None:
    """The vendor's newest example has only the id: that is a success, not an uncertain submission."""
    details = {"id": "111111000000541958", "created_by": {"id": "111111000000035795"}}
    body = {"status": "success", "code": "SUCCESS", "message": "success", "details": details}
    transport = httpx.MockTransport(lambda _: httpx.Response(201, json=body))
    crm = Client(AccessToken("t"), http_client=httpx.Client(transport=transport))
    request = BulkWriteRequest.from_dict(requested("create_bulk_write_job-insert"))
    assert start(create_bulk_write_job, client=crm, body=request).job_id == details["id"]


def test_a_module_without_an_id() -> None:
    """The newest schema does not require it."""
    body = json.loads(json.dumps(EXAMPLES["get_bulk_write_job-completed"]["value"]))
    del body["resource"][0]["module"]["id"]
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json=body))
    crm = Client(AccessToken("t"), http_client=httpx.Client(transport=transport))
    job = crm.bulk_write.get_job(str(body["id"]))
    assert job.resource[0].module.api_name == "Leads"


class TestCallbacks:
    """The body of a callback becomes a handle."""

    @pytest.mark.parametrize("form", ["details", "in data", "job_id", "a number", "bytes", "text"])
    def test_every_form(self, sandbox: Sandbox, form: str) -> None:
        details = dict(EXAMPLES["get_bulk_write_job-completed"]["value"])
        job_id = details["id"]
        bodies: dict[str, Any] = {
            "details": details,
            "in data": {"data": [details]},
            "job_id": {**{key: details[key] for key in details if key != "id"}, "job_id": job_id},
            "a number": {**details, "id": int(job_id)},
            "bytes": json.dumps(details).encode(),
            "text": json.dumps(details),
        }
        handle: JobHandle[Any] = JobHandle.from_callback(bodies[form], client=client(sandbox))
        assert (handle.operation_id, handle.job_id) == ("get_bulk_write_job", job_id)

    def test_without_a_state(self, sandbox: Sandbox) -> None:
        assert AsyncJobHandle[Any].from_callback({"id": "1"}, client=client(sandbox)).job_id == "1"

    @pytest.mark.parametrize("body", [b"{", "[]", "5", {}, {"data": []}, {"data": [5]}, b"[" * 100_000, {"id": "x"}])
    def test_something_else(self, sandbox: Sandbox, body: Any) -> None:
        with pytest.raises(ValueError, match=r"^(body|job_id): "):
            JobHandle.from_callback(body, client=client(sandbox))
