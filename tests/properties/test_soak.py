"""The sandbox under random rain: 50,000 requests over HTTP, many at the same time, with faults planted everywhere.

``pytest tests/properties/test_soak.py --long`` makes ten times as many.
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

from tests.support.load import HIDING, STATUSES, SUBMISSIONS, TIMES, Books, Connection, control, prepare, soak

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS = 5
REQUESTS = 10_000
"""In a round. Each starts from a reset, and the first one warms up."""
PROBABILITY = 0.01
"""How large a part of the requests each fault strikes; there are nine of them."""
MAX_GROWTH = 3 * 1024
"""KiB that the sandbox may grow after the first round: less than 80 bytes a request, which no object that is kept for
each of them could do with, and thrice what the memory of a process goes up and down by itself."""
MONTH = 30 * 24 * 3600


class Server(NamedTuple):
    """A sandbox in a process of its own.

    Attributes:
        port: Its port.
        proc: What the system tells of its process, where it does.
    """

    port: int
    proc: Path

    def memory(self) -> int:
        """Returns how many KiB are resident."""
        lines = (self.proc / "status").read_text().splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))

    def open_files(self) -> int:
        """Returns how many files, connections among them, are open."""
        return len(list((self.proc / "fd").iterdir()))


@pytest.fixture
def server() -> Iterator[Server]:
    """A sandbox that checks its every answer, whose clock is moved by hand, and that has nothing to complain of."""
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
        tempfile.TemporaryFile("w+") as complaints,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=complaints, text=True) as process,
    ):
        assert process.stdout is not None
        yield Server(int(process.stdout.readline().rpartition(":")[2]), Path(f"/proc/{process.pid}"))
        process.terminate()
        process.wait()
        complaints.seek(0)
        assert complaints.read() == ""


class Stock(NamedTuple):
    """What the sandbox says that it has.

    Attributes:
        jobs: Its jobs.
        leads: Its leads by their ids.
        orders: How many sales orders it has.
    """

    jobs: list[dict[str, Any]]
    leads: dict[str, dict[str, Any]]
    orders: int


async def take_stock(connection: Connection) -> Stock:
    """Asks the sandbox what it has."""
    jobs = await control(connection, "GET", "jobs?limit=10000")
    assert jobs["count"] == len(jobs["jobs"])
    leads = await control(connection, "GET", "records?module=Leads&limit=10000")
    orders = await control(connection, "GET", "records?module=Sales_Orders&limit=10000")
    return Stock(jobs["jobs"], {lead["id"]: lead["fields"] for lead in leads["records"]}, len(orders["records"]))


def check_responses(books: Books, struck: Counter[tuple[str, str]], requests: dict[str, int]) -> None:
    """Checks that each answer was right or planted, as often as its fault has struck, and that each call is counted."""
    assert books.surprises == []
    expected: Counter[int | None] = Counter()
    for (_, fault), times in struck.items():
        if fault in STATUSES:
            expected[STATUSES[fault]] += times
    assert {status: books.statuses[status] for status in expected} == expected
    assert {operation_id: books.sent[operation_id] for operation_id in requests} == requests


def check_books(books: Books, struck: Counter[tuple[str, str]], before: Stock, after: Stock) -> None:
    """Checks that every submission that was done has one job, and that every job has ended and done its work once."""
    started = Counter(job["system"] for job in after.jobs) - Counter(job["system"] for job in before.jobs)
    identities = Counter(job["id"] for job in after.jobs)
    for operation_id, system in SUBMISSIONS.items():
        told = books.jobs[system]
        assert [identities[job] for job in told] == [1] * len(told)
        assert len(set(told)) == len(told)
        assert started[system] == len(told) + sum(struck[operation_id, fault] for fault in HIDING)
    for job in after.jobs:
        assert job["state"] in ("COMPLETED", "FAILED", "SKIPPED"), job
        assert (job["remaining"], job["succeeded"] + job["failed"]) == (0, job["total"]), job

    assert after.orders - before.orders == started["inventory_mass_convert"]
    assert len(after.leads) - len(before.leads) == len(books.leads) + 2 * started["bulk_write"]
    converted = {lead: after.leads[lead]["$converted"] for lead in books.leads}
    assert {lead: told for lead, told in books.leads.items() if told is not None} == {
        lead: converted[lead] for lead, told in books.leads.items() if told is not None
    }
    unknown = [converted[lead] for lead, told in books.leads.items() if told is None]
    assert sum(unknown) == struck["convert_lead", "response_lost"]


async def one_round(server: Server, number: int) -> None:
    """Lets the crowd loose on a sandbox that was reset, waits for all jobs, and checks everything."""
    connection = Connection(server.port)
    file_id = await prepare(connection, 1000 * number, PROBABILITY)
    before = await take_stock(connection)
    await connection.close()
    books = await soak(server.port, REQUESTS, 1000 * number, file_id)
    struck = Counter(
        {
            (fault["operation_id"], fault["fault"]): TIMES - fault["left"]
            for fault in await control(connection, "GET", "faults")
        }
    )
    check_responses(books, struck, await control(connection, "GET", "journal/counts"))
    assert {fault for (_, fault), times in struck.items() if times} == {fault for _, fault in struck}
    assert len(await control(connection, "GET", "journal?limit=10000")) == JOURNAL_LENGTH
    await control(connection, "POST", "clock", {"advance": MONTH})
    check_books(books, struck, before, await take_stock(connection))
    await control(connection, "POST", "reset")
    await connection.close()


async def closed(server: Server, open_files: int) -> bool:
    """Returns whether the sandbox has no more files open than before, as soon as it has noticed who has gone."""
    for _ in range(100):
        if server.open_files() <= open_files:
            return True
        await asyncio.sleep(0.05)
    return False


def test_nothing_is_lost_and_nothing_is_left(server: Server, pytestconfig: pytest.Config) -> None:
    """Every answer is right or planted, the books balance, and neither memory, files nor connections are kept."""

    async def run() -> None:
        known = server.proc.exists()
        warm, open_files = 0, server.open_files() if known else 0
        for number in range(10 * ROUNDS if pytestconfig.getoption("--long") else ROUNDS):
            await one_round(server, number)
            if known:
                warm = warm or server.memory()
                assert await closed(server, open_files)
                assert server.memory() - warm < MAX_GROWTH

    asyncio.run(run())
