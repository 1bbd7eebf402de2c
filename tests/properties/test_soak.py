"""The sandbox under load: 30,000 random requests over HTTP, many at the same time, with faults injected everywhere.

``pytest tests/properties/test_soak.py --long`` sends half a million.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from zoho_crm_sandbox.platform.journal import JOURNAL_LENGTH

from tests.support.load import (
    HIDING_FAULTS,
    MAX_INJECTIONS,
    STATUSES,
    SUBMISSIONS,
    Connection,
    Ledger,
    control,
    prepare,
    soak,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS = 3
LONG_ROUNDS = 50
"""Every round proves that the ledger balances. The first warms up; the others prove that nothing is kept of a request:
more than 150 bytes would show in 3 rounds, and more than 6 in 50."""
REQUESTS = 10_000
"""The requests of a round, which starts from a reset."""
PROBABILITY = 0.01
"""The part of the requests that each of the nine faults affects."""
MAX_GROWTH = 3 * 1024
"""The KiB that the sandbox may grow after the first round: three times what a process's memory varies by itself. A
dict kept for each request would exceed them."""
MONTH = 30 * 24 * 3600


class Server(NamedTuple):
    """A sandbox in a process of its own.

    Attributes:
        port: Its port.
        proc: The folder of its process in ``/proc``, which only Linux has.
    """

    port: int
    proc: Path

    def memory(self) -> int:
        """Return the resident memory in KiB."""
        lines = (self.proc / "status").read_text().splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))

    def open_files(self) -> int:
        """Return the number of open files and connections."""
        return len(list((self.proc / "fd").iterdir()))


@pytest.fixture
def server() -> Iterator[Server]:
    """Start a sandbox with a manual clock that validates its responses, and that must write nothing to stderr."""
    command = [
        sys.executable,
        "-m",
        "zoho_crm_sandbox",
        "--port=0",
        "--quiet",
        "--clock=manual",
        "--validate-responses",
    ]
    with (
        tempfile.TemporaryFile("w+") as stderr,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stderr, text=True) as process,
    ):
        assert process.stdout is not None
        yield Server(int(process.stdout.readline().rpartition(":")[2]), Path(f"/proc/{process.pid}"))
        process.terminate()
        process.wait()
        stderr.seek(0)
        assert stderr.read() == ""


class Inventory(NamedTuple):
    """What the sandbox holds.

    Attributes:
        jobs: The jobs.
        leads: The leads by id.
        orders: The number of sales orders.
    """

    jobs: list[dict[str, Any]]
    leads: dict[str, dict[str, Any]]
    orders: int


async def take_inventory(connection: Connection) -> Inventory:
    """Return what the sandbox holds."""
    jobs = await control(connection, "GET", "jobs?limit=10000")
    assert jobs["count"] == len(jobs["jobs"])
    leads = await control(connection, "GET", "records?module=Leads&limit=10000")
    orders = await control(connection, "GET", "records?module=Sales_Orders&limit=10000")
    return Inventory(jobs["jobs"], {lead["id"]: lead["fields"] for lead in leads["records"]}, len(orders["records"]))


def check_responses(ledger: Ledger, injected: Counter[tuple[str, str]], requests: dict[str, int]) -> None:
    """Check that each response is right or an injected fault, as often as it was, and that calls are counted."""
    assert ledger.surprises == []
    expected: Counter[int | None] = Counter()
    for (_, fault), times in injected.items():
        if fault in STATUSES:
            expected[STATUSES[fault]] += times
    assert {status: ledger.statuses[status] for status in expected} == expected
    assert {operation_id: ledger.sent[operation_id] for operation_id in requests} == requests


def check_ledger(ledger: Ledger, injected: Counter[tuple[str, str]], before: Inventory, after: Inventory) -> None:
    """Check that each successful submission has one job, and that each job has ended and had its effect once."""
    started = Counter(job["system"] for job in after.jobs) - Counter(job["system"] for job in before.jobs)
    identities = Counter(job["id"] for job in after.jobs)
    for operation_id, system in SUBMISSIONS.items():
        reported = ledger.jobs[system]
        assert [identities[job] for job in reported] == [1] * len(reported)
        assert len(set(reported)) == len(reported)
        assert started[system] == len(reported) + sum(injected[operation_id, fault] for fault in HIDING_FAULTS)
    for job in after.jobs:
        assert job["state"] in ("COMPLETED", "FAILED", "SKIPPED"), job
        assert (job["remaining"], job["succeeded"] + job["failed"]) == (0, job["total"]), job

    assert after.orders - before.orders == started["inventory_mass_convert"]
    assert len(after.leads) - len(before.leads) == len(ledger.leads) + 2 * started["bulk_write"]
    converted = {lead: after.leads[lead]["$converted"] for lead in ledger.leads}
    assert {lead: reported for lead, reported in ledger.leads.items() if reported is not None} == {
        lead: converted[lead] for lead, reported in ledger.leads.items() if reported is not None
    }
    unknown = [converted[lead] for lead, reported in ledger.leads.items() if reported is None]
    assert sum(unknown) == injected["convert_lead", "response_lost"]


async def run_round(server: Server, number: int) -> None:
    """Put load on a sandbox after a reset, wait for all jobs, and check everything."""
    connection = Connection(server.port)
    file_id = await prepare(connection, 1000 * number, PROBABILITY)
    before = await take_inventory(connection)
    await connection.close()
    ledger = await soak(server.port, REQUESTS, 1000 * number, file_id)
    injected = Counter(
        {
            (fault["operation_id"], fault["fault"]): MAX_INJECTIONS - fault["left"]
            for fault in await control(connection, "GET", "faults")
        }
    )
    check_responses(ledger, injected, await control(connection, "GET", "journal/counts"))
    assert {fault for (_, fault), times in injected.items() if times} == {fault for _, fault in injected}
    assert len(await control(connection, "GET", "journal?limit=10000")) == JOURNAL_LENGTH
    await control(connection, "POST", "clock", {"advance": MONTH})
    check_ledger(ledger, injected, before, await take_inventory(connection))
    await control(connection, "POST", "reset")
    await connection.close()


async def closed(server: Server, open_files: int) -> bool:
    """Return whether the sandbox closes the connections of the callers within some seconds."""
    for _ in range(100):
        if server.open_files() <= open_files:
            return True
        await asyncio.sleep(0.05)
    return False


def test_nothing_is_lost_and_nothing_is_left(server: Server, pytestconfig: pytest.Config) -> None:
    """Every response is right or injected, the ledger balances, and no memory, files or connections are left over."""

    async def run() -> None:
        known = server.proc.exists()
        warm, open_files = 0, server.open_files() if known else 0
        for number in range(LONG_ROUNDS if pytestconfig.getoption("--long") else ROUNDS):
            await run_round(server, number)
            if known:
                warm = warm or server.memory()
                assert await closed(server, open_files)
                assert server.memory() - warm < MAX_GROWTH

    asyncio.run(run())
