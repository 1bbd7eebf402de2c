"""Every fault at every step of every system: the outcome must be the one that the rules predict."""

from __future__ import annotations

import asyncio
import contextlib
import io
import math
import random
import threading
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import httpx
import pytest
from zoho_crm_jobs import (
    AccessToken,
    AsyncJobHandle,
    Client,
    Clock,
    File,
    JobHandle,
    RefreshToken,
    RetryPolicy,
    errors,
    watch,
    watch_asyncio,
)
from zoho_crm_jobs.api.bulk_write import create_bulk_write_job, upload_bulk_write_file
from zoho_crm_jobs.api.convert_lead import convert_lead
from zoho_crm_jobs.api.inventory_mass_convert import schedule_inventory_mass_convert
from zoho_crm_jobs.api.mass_change_owner import schedule_mass_change_owner
from zoho_crm_jobs.api.mass_update import get_mass_update_status, schedule_mass_update
from zoho_crm_jobs.models import (
    BulkWriteRequest,
    BulkWriteUploadRequest,
    ConvertLeadRequest,
    InventoryMassConvertRequest,
    LeadConversion,
    MassChangeOwnerRequest,
    MassUpdateByView,
)
from zoho_crm_sandbox import Clock as SandboxClock
from zoho_crm_sandbox import Sandbox
from zoho_crm_sandbox.plan import DURATION, WAIT

from tests.support.bulk_files import packed
from tests.support.clients import VirtualClock, asynchronous, asynchronous_handle, client, start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from zoho_crm_jobs import PollContext
    from zoho_crm_jobs.runtime.jobs.handle import BaseResult

ORGANIZATION = "694902309"
LEAD = "738964000002118030"
SEEDED_JOB = "554023000000506003"
FOR_EVER = 1_000_000
POLICY = RetryPolicy()
GRID = 10.0
"""Seconds between two polls."""
POLLS = math.ceil((WAIT + DURATION) / GRID)
"""The number of polls until a job of a few records has ended."""

MASS_UPDATE = MassUpdateByView.from_dict({"data": [{"Industry": "Education"}], "cvid": "554023000000091515"})
MASS_CHANGE_OWNER = MassChangeOwnerRequest.from_dict(
    {"cvid": "554023000000091515", "owner": {"id": "4150868000001248015"}}
)
SALES_ORDERS = {"module": {"api_name": "Sales_Orders", "id": "2423488000000000171"}, "carry_over_tags": True}
INVENTORY = InventoryMassConvertRequest.from_dict({"convert_to": [SALES_ORDERS], "ids": ["2423488000000625004"]})
CONVERSION = ConvertLeadRequest(data=[LeadConversion()])
ROWS = packed(leads="Last_Name,Email\nNew One,new@example.com\nNew Two,two@example.com\n")


class EveryTenSeconds:
    """A policy that polls 10, 20, 30 ... seconds after the submission, however long a poll took."""

    def delay(self, context: PollContext) -> float:
        """Return the seconds until the next poll."""
        since: float = round(context.elapsed, 3) % GRID
        return GRID - since


class Fault(NamedTuple):
    """A fault, and its consequence for the request.

    Attributes:
        options: The arguments of ``Sandbox.inject_fault``.
        status: The status of the response; None if there is no response.
        after: True if the request takes effect before the fault.
        error: The error that the client raises.
        asks: The seconds in ``Retry-After``; 0 if it is missing.
    """

    options: dict[str, Any]
    status: int | None
    after: bool
    error: type[errors.ZohoCRMError]
    asks: int = 0

    def inject(self, sandbox: Sandbox, operation_id: str, times: int) -> None:
        """Inject the fault into the next requests."""
        options = dict(self.options)
        if options.get("retry_after") == "a date":
            options["retry_after"] = datetime.fromtimestamp(int(sandbox.clock.now()) + self.asks, UTC).isoformat()
        sandbox.inject_fault(operation_id, times=times, **options)


HTML = "<html><title>One moment, please</title></html>"
TOO_MANY = {"kind": "too_many_requests"}
ANYWHERE = {
    "520": Fault({"body": "", "status": 520}, 520, False, errors.UnexpectedResponse),
    "html": Fault({"body": HTML, "status": 200}, 200, False, errors.UnexpectedResponse),
    "bad_gateway": Fault({"kind": "bad_gateway"}, 502, False, errors.UnexpectedResponse),
    "dropped_connection": Fault({"kind": "dropped_connection"}, None, False, errors.TransportError),
    "response_lost": Fault({"kind": "response_lost"}, None, True, errors.TransportError),
    "empty_body": Fault({"kind": "empty_body"}, 200, True, errors.UnexpectedResponse),
    "truncated_json": Fault({"kind": "truncated_json"}, 200, True, errors.UnexpectedResponse),
}
FAULTS = {
    **ANYWHERE,
    "internal_error": Fault({"code": "INTERNAL_ERROR"}, 500, False, errors.InternalError),
    "429": Fault({**TOO_MANY, "retry_after": 7}, 429, False, errors.TooManyRequestsError, 7),
    "429_until": Fault({**TOO_MANY, "retry_after": "a date"}, 429, False, errors.TooManyRequestsError, 7),
    "429_too_long": Fault({**TOO_MANY, "retry_after": 61}, 429, False, errors.TooManyRequestsError, 61),
}
"""Faults of the API."""
ACCOUNTS_FAULTS = {
    **ANYWHERE,
    "429": Fault({"body": "", "status": 429}, 429, False, errors.UnexpectedResponse),
    "access_denied": Fault({"code": "Access Denied"}, 400, False, errors.OAuthRateLimitError),
}
"""Faults of the accounts server, which has errors of its own."""


class Expected(NamedTuple):
    """The predicted outcome of a step.

    Attributes:
        error: The error; None if the step succeeds.
        wrapped: True if the error is the cause of a ``SubmissionUncertain``.
        requests: The number of requests of the step.
        effects: How often the submission takes effect; None for other steps.
    """

    error: type[errors.ZohoCRMError] | None
    wrapped: bool
    requests: int
    effects: int | None


def expected(kind: str, fault: Fault, times: int) -> Expected:
    """Return the predicted outcome of a fault, by the rules of the client.

    - A submission that may have taken effect is not retried but raised as ``SubmissionUncertain``: after no response,
      after 5xx, and after a response that cannot be parsed.
    - 429 means no effect. Any request is retried then, unless the response asks for a delay of more than a minute.
    - Reads and token requests are harmless. They are retried after no response, 429 and 5xx.
    - A response with a status below 429 is never retried.
    - The retry policy limits the attempts. Then the last error is raised.
    """
    failed = fault.status is None or fault.status >= 429
    harmless = kind != "submission" or fault.status == 429
    again = failed and harmless and fault.asks <= POLICY.max_retry_after
    requests = min(times + 1, POLICY.attempts) if again else 1
    error = None if again and times < POLICY.attempts else fault.error
    if error is not None and kind == "download" and fault.status == 200:
        error = errors.InvalidResult  # any bytes parse as a download
    effects = None
    if kind == "submission":
        effects = 1 if error is None or fault.after else 0
    return Expected(error, kind == "submission" and fault.status != 429 and error is not None, requests, effects)


class Step(NamedTuple):
    """A step of a system.

    Attributes:
        operation_id: The operation that is called.
        kind: ``token``, ``submission``, ``get`` or ``download``.
        nth: The number of its request among those to the operation, in a run without faults.
        stage: The name of the part of the run.
    """

    operation_id: str
    kind: str
    nth: int
    stage: str


class Functions:
    """The synchronous functions, or the asyncio functions under the names of the synchronous ones."""

    def __init__(self, runner: asyncio.Runner | None) -> None:
        self._runner = runner

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Return a caller of a function of an operation or a method of a handle."""
        runner = self._runner
        if runner is None:
            return lambda owner, *arguments, **named: (
                start(owner, *arguments, **named) if name == "start" else getattr(owner, name)(*arguments, **named)
            )

        def run(owner: Any, *arguments: Any, **named: Any) -> Any:
            if name == "start":
                call = start(owner, *arguments, **{**named, "client": asynchronous(named["client"])})
            elif isinstance(owner, JobHandle):
                call = getattr(asynchronous_handle(owner), name)(*arguments, **named)
            else:
                call = getattr(owner, "asyncio" if name == "sync" else name)(*arguments, **named)
            done = runner.run(call)
            return JobHandle.from_dict(done.to_dict(), client=named["client"]) if name == "start" else done

        return run


class Run:
    """One run of a system, through synchronous or asyncio functions, and its progress."""

    def __init__(self, sandbox: Sandbox, runner: asyncio.Runner | None, folder: Path) -> None:
        auth = RefreshToken("1000.CLIENT", "sandbox-secret", "1000.refresh", clock=sandbox.clock.now)
        self.sandbox = sandbox
        self.clock = VirtualClock(sandbox)
        self.crm = client(sandbox, auth, organization=ORGANIZATION, retry=POLICY, clock=self.clock)
        self.functions = Functions(runner)
        self.folder = folder
        self.handle: JobHandle[Any] | None = None
        self.states: list[str] = []

    def wait(self, handle: JobHandle[Any]) -> None:
        """Wait for a job."""
        self.states.clear()
        self.functions.wait(
            handle, 90, policy=EveryTenSeconds(), on_progress=lambda progress: self.states.append(progress.state)
        )

    def mass_update(self) -> None:
        """Schedule a mass update and wait for it."""
        handle = self.handle = self.functions.start(schedule_mass_update, "Accounts", client=self.crm, body=MASS_UPDATE)
        self.wait(handle)

    def mass_change_owner(self) -> None:
        """Schedule a mass change of owner and wait for it."""
        handle = self.handle = self.functions.start(
            schedule_mass_change_owner, "Accounts", client=self.crm, body=MASS_CHANGE_OWNER
        )
        self.wait(handle)

    def inventory_mass_convert(self) -> None:
        """Schedule a conversion of quotes and wait for it."""
        handle = self.handle = self.functions.start(
            schedule_inventory_mass_convert, "Quotes", client=self.crm, body=INVENTORY
        )
        self.wait(handle)

    def convert_lead(self) -> None:
        """Convert a lead."""
        self.functions.sync(convert_lead, LEAD, client=self.crm, body=CONVERSION)

    def bulk_write(self) -> None:
        """Upload a file, create a job, wait for it and download its result."""
        form = BulkWriteUploadRequest(file=File(io.BytesIO(ROWS), "leads.zip", "application/zip"))
        upload = self.functions.sync(upload_bulk_write_file, client=self.crm, body=form)
        body = BulkWriteRequest.from_dict(
            {
                "operation": "insert",
                "resource": [
                    {"type": "data", "module": {"api_name": "Leads"}, "file_id": upload.details.file_id},
                ],
            }
        )
        handle = self.handle = self.functions.start(create_bulk_write_job, client=self.crm, body=body)
        self.wait(handle)
        self.download(handle)

    def download(self, handle: JobHandle[Any]) -> None:
        """Download the result of a job."""
        with zipfile.ZipFile(self.functions.download(handle, self.folder)) as archive:
            assert archive.namelist()

    def effects(self) -> dict[str, int]:
        """Return how often each submission took effect."""
        state = self.sandbox.state
        lead = state.of(ORGANIZATION).record("Leads", LEAD) or {}
        return {
            "jobs": state.of(ORGANIZATION).count_jobs(),
            "uploads": state._db.execute("SELECT count(*) FROM uploads").fetchone()[0],
            "conversions": int(lead["$converted"]),
        }


def steps(system: str) -> list[Step]:
    """Return the steps of a system, without the polls between the middle one and the last one."""
    submit, status = {
        "mass_update": ("schedule_mass_update", "get_mass_update_status"),
        "mass_change_owner": ("schedule_mass_change_owner", "get_mass_change_owner_status"),
        "inventory_mass_convert": ("schedule_inventory_mass_convert", "get_inventory_mass_convert_status"),
        "bulk_write": ("create_bulk_write_job", "get_bulk_write_job"),
        "convert_lead": ("convert_lead", ""),
    }[system]
    polls = POLLS if status else 0
    flow = [Step("create_token", "token", 1, "token")]
    if system == "bulk_write":
        flow.append(Step("upload_bulk_write_file", "submission", 1, "upload"))
    flow.append(Step(submit, "submission", 1, "submit"))
    for nth, stage in ((1, "first poll"), ((polls + 1) // 2, "middle poll"), (polls, "last poll")):
        if polls:
            flow.append(Step(status, "get", nth, stage))
    if system == "bulk_write":
        flow.append(Step(status, "get", polls + 1, "address"))
        flow.append(Step("download_bulk_write_result", "download", 1, "download"))
    return flow


SYSTEMS = ("mass_update", "mass_change_owner", "inventory_mass_convert", "bulk_write", "convert_lead")
COUNTED = {"upload_bulk_write_file": "uploads", "convert_lead": "conversions"}
"""The place of the effect of a submission; for other systems, the number of jobs."""
CELLS = [
    pytest.param(system, step, name, times, id=f"{system}-{step.stage.replace(' ', '_')}-{name}-{often}")
    for system in SYSTEMS
    for step in steps(system)
    for name, fault in (ACCOUNTS_FAULTS if step.kind == "token" else FAULTS).items()
    for often, times in (("once", 1), ("for_ever", FOR_EVER))
    if times == 1 or expected(step.kind, fault, times).requests > 1  # otherwise both are the same
]


@pytest.fixture(scope="module", params=["sync", "asyncio"])
def runner(request: pytest.FixtureRequest) -> Iterator[asyncio.Runner | None]:
    """The runner of the asyncio functions; None for the synchronous ones."""
    if request.param == "sync":
        yield None
        return
    with asyncio.Runner() as asyncio_runner:
        yield asyncio_runner


@pytest.fixture(scope="module")
def shared() -> Iterator[Sandbox]:
    """A sandbox for all cells, each of which resets it."""
    with Sandbox(clock=SandboxClock(scale=0)) as sandbox:
        yield sandbox


def requests_of(sandbox: Sandbox) -> dict[str, int]:
    """Return the number of requests of each operation."""
    return {operation: count for operation, count in sandbox.journal.counts().items() if count}


def requests_until(flow: list[Step], last: Step) -> dict[str, int]:
    """Return the number of requests of each operation up to a step, without faults."""
    return {step.operation_id: step.nth for step in flow[: flow.index(last) + 1]}


@pytest.mark.parametrize("system", SYSTEMS)
def test_without_faults(shared: Sandbox, tmp_path: Path, runner: asyncio.Runner | None, system: str) -> None:
    """The systems make the requests that the table lists."""
    shared.reset()
    run = Run(shared, runner, tmp_path)
    getattr(run, system)()

    flow = steps(system)
    assert requests_of(shared) == requests_until(flow, flow[-1])
    assert sum(run.clock.slept) == pytest.approx(GRID * len(run.states))


@pytest.mark.parametrize(("system", "step", "name", "times"), CELLS)
def test_fault(
    shared: Sandbox, tmp_path: Path, runner: asyncio.Runner | None, system: str, step: Step, name: str, times: int
) -> None:
    """A fault leads to the predicted error, requests, effects and duration, and the work can be resumed."""
    fault = (ACCOUNTS_FAULTS if step.kind == "token" else FAULTS)[name]
    rules = expected(step.kind, fault, times)
    shared.reset()
    run = Run(shared, runner, tmp_path)
    before = run.effects()
    injected = iter([fault])

    def inject(_: httpx.Request) -> None:
        if shared.journal.count(step.operation_id) == step.nth - 1:
            for fault in injected:
                fault.inject(shared, step.operation_id, times)

    run.crm = run.crm.with_options(on_request=[inject])
    raised: errors.ZohoCRMError | None = None
    try:
        getattr(run, system)()
    except errors.ZohoCRMError as error:
        raised = error

    flow = steps(system)
    assert next(injected, None) is None
    if rules.error is None:
        assert raised is None
    else:
        cause = raised.cause if rules.wrapped and isinstance(raised, errors.SubmissionUncertain) else raised
        assert isinstance(raised, errors.SubmissionUncertain) == rules.wrapped
        assert type(cause) is rules.error
        if isinstance(cause, errors.TransportError):
            assert cause.sent == (step.kind != "token")

    counts = requests_until(flow, flow[-1] if rules.error is None else step)
    counts[step.operation_id] += rules.requests - 1
    assert requests_of(shared) == counts

    done = {what: count - before[what] for what, count in run.effects().items()}
    assert max(done.values()) <= 1
    if rules.effects is not None:
        assert done[COUNTED.get(step.operation_id, "jobs")] == rules.effects
    delays = [fault.asks + min(POLICY.max_delay, POLICY.initial_delay * 2**nth) for nth in range(rules.requests - 1)]
    assert sum(run.clock.slept) <= GRID * POLLS + sum(delays)
    results = list(tmp_path.iterdir())
    assert len(results) == (system == "bulk_write" and raised is None)

    if raised is not None:
        shared.faults.clear()
        resume(run, system, step, rules, done)


def resume(run: Run, system: str, step: Step, rules: Expected, done: dict[str, int]) -> None:
    """Resume after a fault: with the handle, or from the start if nothing took effect."""
    if step.kind in ("get", "download"):
        assert run.handle is not None
        again: JobHandle[Any] = JobHandle.from_dict(run.handle.to_dict(), client=run.crm)
        run.wait(again)
        if system == "bulk_write":
            run.download(again)
        submitted = next(each.operation_id for each in reversed(steps(system)) if each.kind == "submission")
        run.sandbox.journal.assert_submissions(submitted, 1)
    elif not rules.effects:  # otherwise the submission must not be repeated
        assert not any(count for what, count in done.items() if what != "uploads")
        run.sandbox.clock.advance(61)  # the client remembers a rejection of the accounts server for a minute
        getattr(run, system)()
        assert sum(run.effects().values()) >= 1


@pytest.mark.parametrize("name", ACCOUNTS_FAULTS)
@pytest.mark.parametrize("stage", ["submit", "middle poll"])
def test_fault_while_a_token_is_refreshed(
    shared: Sandbox, tmp_path: Path, runner: asyncio.Runner | None, stage: str, name: str
) -> None:
    """The request that needed the token was not sent, so any retry is harmless."""
    fault = ACCOUNTS_FAULTS[name]
    rules = expected("token", fault, 1)
    (step,) = (step for step in steps("mass_update") if step.stage == stage)
    shared.reset()
    run = Run(shared, runner, tmp_path)
    jobs = shared.state.of(ORGANIZATION).count_jobs()
    run.functions.sync(get_mass_update_status, "Accounts", client=run.crm, job_id=SEEDED_JOB)  # with the first token
    shared.journal.clear()
    injected = iter([fault])

    def inject(_: httpx.Request) -> None:
        if shared.journal.count(step.operation_id) == step.nth - 1:
            for fault in injected:
                shared.inject_fault(step.operation_id, "INVALID_TOKEN", times=rules.requests)
                fault.inject(shared, "create_token", 1)

    run.crm = run.crm.with_options(on_request=[inject])
    if rules.error is None:
        run.mass_update()
    else:
        with pytest.raises(rules.error):
            run.mass_update()

    shared.journal.assert_submissions("create_token", rules.requests)
    rejected = [entry.status for entry in shared.journal.of(step.operation_id)].count(401)
    assert rejected == rules.requests  # sent again with the same token if the token request failed
    assert shared.state.of(ORGANIZATION).count_jobs() - jobs == (rules.error is None or stage != "submit")


def test_a_failed_connection_is_not_uncertain(sandbox: Sandbox) -> None:
    """A submission that was not sent had no effect."""
    crm = Client(AccessToken("sandbox"), base_url="http://127.0.0.1:1", clock=VirtualClock(sandbox))
    with crm, pytest.raises(errors.TransportError) as caught:
        convert_lead.sync(LEAD, client=crm, body=CONVERSION)

    assert not caught.value.sent


SUBMISSIONS = 40
PATIENT = RetryPolicy(attempts=30, budget=3600.0)
PEOPLE = BulkWriteRequest.from_dict(
    {
        "operation": "insert",
        "resource": [
            {
                "type": "data",
                "module": {"api_name": "Leads"},
                "file_id": "111111000001492610",
                "field_mappings": [{"api_name": "Last_Name", "index": 0}],
            }
        ],
    }
)


class InterleavingTransport:
    """A transport that yields to other threads and tasks around each request, and records the outcomes.

    Attributes:
        seen: The statuses of the requests of each submission, in order; None for no response.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        self.seen: dict[str, list[int | None]] = {}
        self._sync = sandbox.transport()
        self._asyncio = httpx.ASGITransport(sandbox)
        self._random = random.Random(4)  # noqa: S311  (it shall be foreseen)
        self._clock = YieldingClock(sandbox)
        auth = RefreshToken("1000.CLIENT", "sandbox-secret", "1000.refresh", clock=sandbox.clock.now)
        self.crm = Client(
            auth,
            retry=PATIENT,
            clock=self._clock,
            http_client=httpx.Client(transport=self._transport(httpx.BaseTransport, handle_request=self._send)),
            async_http_client=httpx.AsyncClient(
                transport=self._transport(httpx.AsyncBaseTransport, handle_async_request=self._send_asyncio)
            ),
        )

    def _transport(self, base: type[Any], **methods: Any) -> Any:
        return type("Transport", (base,), {name: staticmethod(method) for name, method in methods.items()})()

    def _send(self, request: httpx.Request) -> httpx.Response:
        time.sleep(self._random.random() * 0.002)
        with self._recording(request) as note:
            response = self._sync.handle_request(request)
            note.append(response.status_code)
        time.sleep(self._random.random() * 0.002)
        return response

    async def _send_asyncio(self, request: httpx.Request) -> httpx.Response:
        for _ in range(self._random.randrange(5)):
            await asyncio.sleep(0)
        with self._recording(request) as note:
            response = await self._asyncio.handle_async_request(request)
            note.append(response.status_code)
        for _ in range(self._random.randrange(5)):
            await asyncio.sleep(0)
        return response

    @contextlib.contextmanager
    def _recording(self, request: httpx.Request) -> Iterator[list[int]]:
        note: list[int] = []
        try:
            yield note
        finally:
            if "X-Submission" in request.headers:
                self.seen.setdefault(request.headers["X-Submission"], []).append(note[0] if note else None)


class YieldingClock(VirtualClock):
    """The sandbox's clock, whose sleeps let other threads and tasks run."""

    def sleep(self, seconds: float) -> None:
        """Advance the time."""
        super().sleep(seconds)
        time.sleep(0)

    async def sleep_asyncio(self, seconds: float) -> None:
        """Advance the time."""
        super().sleep(seconds)
        await asyncio.sleep(0)


def submit(crm: Client, number: int) -> JobHandle[Any] | errors.SubmissionUncertain:
    """Make one of many submissions."""
    try:
        return crm.bulk_write.create_job(**PEOPLE.to_dict(), headers={"X-Submission": str(number)})
    except errors.SubmissionUncertain as error:
        return error


async def submit_asyncio(crm: Client, number: int) -> AsyncJobHandle[Any] | errors.SubmissionUncertain:
    """Make one of many submissions, without blocking."""
    try:
        return await asynchronous(crm).bulk_write.create_job(**PEOPLE.to_dict(), headers={"X-Submission": str(number)})
    except errors.SubmissionUncertain as error:
        return error


def submitted_by_threads(crm: Client) -> list[Any]:
    """Return the outcomes of many submissions from threads, while others read."""
    start = threading.Barrier(20)

    def read() -> None:
        start.wait()
        for _ in range(20):
            get_mass_update_status.sync("Accounts", client=crm, job_id=SEEDED_JOB)

    def send(first: int) -> list[Any]:
        start.wait()
        return [submit(crm, number) for number in range(first, SUBMISSIONS, 16)]

    with ThreadPoolExecutor(20) as threads:
        reading = [threads.submit(read) for _ in range(4)]
        sending = [threads.submit(send, first) for first in range(16)]
        for reader in reading:
            reader.result()
        return [outcome for sender in sending for outcome in sender.result()]


def submitted_by_tasks(crm: Client) -> list[Any]:
    """Return the outcomes of many submissions from tasks, while others read."""

    async def read() -> None:
        for _ in range(20):
            await get_mass_update_status.asyncio("Accounts", client=crm, job_id=SEEDED_JOB)

    async def all_of_them() -> list[Any]:
        reading = [asyncio.create_task(read()) for _ in range(4)]
        outcomes = await asyncio.gather(*(submit_asyncio(crm, number) for number in range(SUBMISSIONS)))
        await asyncio.gather(*reading)
        return outcomes

    return asyncio.run(all_of_them())


@pytest.mark.parametrize("submitted", [submitted_by_threads, submitted_by_tasks])
def test_submissions_are_not_retried_while_reads_are(
    sandbox: Sandbox, submitted: Callable[[Client], list[JobHandle[Any] | errors.SubmissionUncertain]]
) -> None:
    """The decision to retry depends on the request alone, not on others of the same client."""
    inject = sandbox.inject_fault
    inject("create_bulk_write_job", "INVALID_TOKEN", times=2, probability=0.1, seed=1)
    inject("create_bulk_write_job", kind="too_many_requests", retry_after=1, probability=0.3, seed=2)
    inject("create_bulk_write_job", kind="response_lost", probability=0.4, seed=3)
    inject("get_mass_update_status", kind="dropped_connection", probability=0.2, seed=4)
    inject("get_mass_update_status", kind="bad_gateway", probability=0.2, seed=5)
    before = sandbox.state.of(ORGANIZATION).count_jobs()
    transport = InterleavingTransport(sandbox)
    outcomes = submitted(transport.crm)

    assert len(outcomes) == len(transport.seen) == SUBMISSIONS
    for statuses in transport.seen.values():
        *rejected, last = statuses
        assert set(rejected) <= {401, 429}, "it was retried after a status other than 401 and 429"
        assert last in (201, None)
    jobs = [outcome.job_id for outcome in outcomes if isinstance(outcome, (AsyncJobHandle, JobHandle))]
    lost = [outcome for outcome in outcomes if isinstance(outcome, errors.SubmissionUncertain)]
    assert len(set(jobs)) == len(jobs) > 0
    assert len(lost) == [statuses[-1] for statuses in transport.seen.values()].count(None) > 0
    assert sandbox.state.of(ORGANIZATION).count_jobs() - before == len(jobs) + len(lost)
    sandbox.journal.assert_submissions("create_bulk_write_job", sum(map(len, transport.seen.values())))
    assert sandbox.journal.count("get_mass_update_status") > 80  # reads were retried


def watched(handles: list[JobHandle[Any]], clock: Clock) -> list[BaseResult[Any]]:
    """Return the outcomes of jobs."""
    return list(watch(handles, clock=clock, per_second=1000, policy=EveryTenSeconds()))


def watched_asyncio(handles: list[JobHandle[Any]], clock: Clock) -> list[BaseResult[Any]]:
    """Return the outcomes of jobs, without blocking."""

    async def outcomes() -> list[BaseResult[Any]]:
        return [
            outcome
            async for outcome in watch_asyncio(
                map(asynchronous_handle, handles), clock=clock, per_second=1000, policy=EveryTenSeconds()
            )
        ]

    return asyncio.run(outcomes())


@pytest.mark.parametrize("look", [watched, watched_asyncio])
def test_watched_jobs_converge(sandbox: Sandbox, look: Callable[..., list[BaseResult[Any]]]) -> None:
    """With three faults in ten requests, each watch yields one outcome a job, and in the end all have succeeded."""
    transport = InterleavingTransport(sandbox)
    crm = transport.crm.with_options(retry=POLICY)
    handles = [transport.crm.bulk_write.create_job(**PEOPLE.to_dict()) for _ in range(SUBMISSIONS)]
    handles = [JobHandle.from_dict(handle.to_dict(), client=crm) for handle in handles]
    for operation_id in sandbox.document.operations:
        for seed, fault in enumerate(ANYWHERE.values()):
            sandbox.inject_fault(operation_id, probability=0.3 / len(ANYWHERE), seed=seed, **fault.options)
    clock = YieldingClock(sandbox)
    pending: list[Any] = handles
    failures = 0
    for _ in range(20):
        outcomes = look(pending, clock)
        assert sorted(outcome.handle.job_id for outcome in outcomes) == sorted(handle.job_id for handle in pending)
        for outcome in outcomes:
            assert outcome.error is not None or outcome.progress.ended
            assert isinstance(outcome.error, (errors.TransportError, errors.UnexpectedResponse, type(None)))
        pending = [outcome.handle for outcome in outcomes if outcome.error is not None]
        failures += len(pending)
        if not pending:
            break

    assert not pending
    assert failures > 0  # or there were no faults
    sandbox.journal.assert_submissions("create_bulk_write_job", SUBMISSIONS)


class HastyClock(Clock):
    """The clock of a sandbox in which a minute passes in a second."""

    def sleep(self, seconds: float) -> None:
        """Advance the time."""
        super().sleep(seconds / 60)

    async def sleep_asyncio(self, seconds: float) -> None:
        """Advance the time."""
        await super().sleep_asyncio(seconds / 60)


def test_slow_responses(sandbox_url: str, tmp_path: Path) -> None:
    """A response that exceeds the timeout counts as none: over a real connection, at each kind of step."""
    with httpx.Client(base_url=sandbox_url) as control:

        def inject(operation_id: str, times: int = 1) -> None:
            fault = {"operation_id": operation_id, "kind": "slow", "seconds": 0.8, "times": times}
            assert control.post("/_sandbox/faults", json=fault).is_success

        def counted(operation_id: str) -> int:
            count: int = control.get("/_sandbox/journal/counts").json()[operation_id]
            return count

        def jobs() -> int:
            count: int = control.get("/_sandbox/jobs").json()["count"]
            return count

        for kind in ("sync", "asyncio"):
            with contextlib.ExitStack() as stack:
                runner = stack.enter_context(asyncio.Runner()) if kind == "asyncio" else None
                auth = RefreshToken("1000.CLIENT", "sandbox-secret", "1000.refresh")
                crm = Client(
                    auth,
                    base_url=sandbox_url,
                    timeout=httpx.Timeout(0.4),
                    retry=RetryPolicy(attempts=2),
                    clock=HastyClock(),
                )
                stack.callback(crm.close)
                if runner is not None:
                    stack.callback(runner.run, asynchronous(crm).close())
                functions = Functions(runner)

                inject("create_token")
                seeded: JobHandle[Any] = JobHandle("get_bulk_write_job", {"job_id": "4150868000005350005"}, client=crm)
                assert functions.wait(seeded).status.status == "COMPLETED"
                assert counted("create_token") == 2

                inject("schedule_mass_update")
                before = jobs()
                with pytest.raises(errors.SubmissionUncertain) as caught:
                    functions.start(schedule_mass_update, "Accounts", client=crm, body=MASS_UPDATE)
                assert isinstance(caught.value.cause, errors.TransportError)
                assert isinstance(caught.value.cause.__cause__, httpx.ReadTimeout)
                assert jobs() == before + 1
                assert counted("schedule_mass_update") == 1

                inject("get_bulk_write_job")
                assert functions.wait(seeded).status.status == "COMPLETED"
                inject("get_bulk_write_job", 2)
                with pytest.raises(errors.TransportError):
                    functions.wait(seeded)
                assert functions.wait(seeded).status.status == "COMPLETED"

                inject("download_bulk_write_result")
                assert zipfile.is_zipfile(functions.download(seeded, tmp_path))
                assert counted("download_bulk_write_result") == 2
            control.post("/_sandbox/reset")
