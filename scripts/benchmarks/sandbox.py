"""Measures the sandbox beside a bare route on the same server: requests, start and memory, each with its ratio."""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from zoho_crm_sandbox import Plan, Sandbox
from zoho_crm_sandbox.state.jobs import Job

from benchmarks.processes import serving, whole

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

CONNECTIONS = 8
ROUNDS = 5
TOKEN = "sandbox"  # noqa: S105  # it is public
ORGANIZATION = "694902309"
PATH = "/crm/v8/Accounts/actions/mass_update"
STATUS = f"{PATH}?job_id=554023000000506003"
MANY_JOBS = 100_000
FEW_JOBS = 100

BARE = """
import socket, sys, uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

async def respond(request):
    return JSONResponse({"data": [{"Status": "COMPLETED", "Failed_Count": 0, "Updated_Count": 50, "Total_Count": 50}]})

listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
listener.bind(("127.0.0.1", 0))
listener.listen()
print(f"http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
app = Starlette(routes=[Route("/{path:path}", respond, methods=["GET", "POST"])])
config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, date_header=False)
uvicorn.Server(config).run([listener])
"""


def with_jobs(database: Path, count: int) -> list[str]:
    """Make a database with some jobs, and return the options of a sandbox that uses it."""
    with Sandbox(database=database) as sandbox, sandbox.state.transaction():
        now, plan = sandbox.clock.now(), Plan.of(50)
        for index in range(count):
            sandbox.state.of(ORGANIZATION).add_job(
                "mass_update", Job(str(9_000_000_000 + index), "Accounts", now, plan)
            )
    return ["-m", "zoho_crm_sandbox", "--port=0", "--quiet", f"--database={database}"]


def request(method: str, path: str, body: bytes = b"") -> bytes:
    """Return the raw bytes of a request."""
    head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Zoho-oauthtoken {TOKEN}\r\n"
    return f"{head}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


async def _send(port: int, requests: Sequence[bytes]) -> set[int]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    statuses = set()
    for raw in requests:
        writer.write(raw)
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].partition(b"\r")[0])
        await reader.readexactly(length)
        statuses.add(int(head.split()[1]))
    writer.close()
    return statuses


async def _rate(port: int, make: Callable[[int], bytes], count: int) -> float:
    """Send requests over several connections, one after the other on each, and return the requests per second."""
    shares = [[make(index) for index in range(start, count, CONNECTIONS)] for start in range(CONNECTIONS)]
    begun = time.perf_counter()
    statuses = set().union(*await asyncio.gather(*(_send(port, share) for share in shares)))
    took = time.perf_counter() - begun
    if statuses - {200, 201, 202}:
        raise RuntimeError(f"expected statuses of success, got {sorted(statuses)}")
    return count / took


class Rates(NamedTuple):
    """Requests per second, the best of the rounds: of the bare route, and of the sandbox with few or many jobs."""

    bare_read: float
    bare_submission: float
    read: float
    submission: float
    few: float
    many: float


def measure(ports: dict[str, int], count: int, rounds: int, many: int = MANY_JOBS) -> Rates:
    """Measure all in turn for some rounds of ``count`` requests, so that other load affects all of them."""
    read = request("GET", STATUS)
    body = {"data": [{"Industry": "Education"}], "ids": ["4150868000003960001"]}
    submission = request("POST", PATH, json.dumps(body).encode())

    def stored(total: int) -> Callable[[int], bytes]:
        # Different jobs, so that nothing is read from a cache of one row.
        return lambda index: request("GET", f"{PATH}?job_id={9_000_000_000 + index * 7919 % total}")

    kinds: list[tuple[str, Callable[[int], bytes]]] = [
        ("bare", lambda _: read),
        ("bare", lambda _: submission),
        ("sandbox", lambda _: read),
        ("sandbox", lambda _: submission),
        ("few", stored(FEW_JOBS)),
        ("many", stored(many)),
    ]
    best = [0.0] * len(kinds)
    for _ in range(rounds):
        for index, (server, make) in enumerate(kinds):
            best[index] = max(best[index], asyncio.run(_rate(ports[server], make, count)))
    return Rates(*best)


def bench_sandbox(count: int, rounds: int, many: int) -> str:
    """Return the table."""
    with tempfile.TemporaryDirectory() as folder:
        few_options = with_jobs(Path(folder, "few.db"), FEW_JOBS)
        many_options = with_jobs(Path(folder, "many.db"), many)
        with (
            serving("-c", BARE) as bare,
            serving("-m", "zoho_crm_sandbox", "--port=0", "--quiet") as sandbox,
            serving(*few_options) as few,
            serving(*many_options) as stored,
        ):
            ports = {"bare": bare.port, "sandbox": sandbox.port, "few": few.port, "many": stored.port}
            at_start = sandbox.memory()
            rates = measure(ports, count, rounds, many)
            rows = [
                ("status read", f"{rates.read:.0f}/s", f"{rates.bare_read:.0f}/s", rates.read / rates.bare_read),
                (
                    "submission",
                    f"{rates.submission:.0f}/s",
                    f"{rates.bare_submission:.0f}/s",
                    rates.submission / rates.bare_submission,
                ),
                (
                    "start",
                    f"{sandbox.started_in:.2f} s",
                    f"{bare.started_in:.2f} s",
                    sandbox.started_in / bare.started_in,
                ),
                ("memory at the start", f"{at_start:.0f} MiB", "", None),
                ("memory after it all", f"{sandbox.memory():.0f} MiB", f"{bare.memory():.0f} MiB", None),
                (f"status read, {many} jobs", f"{rates.many:.0f}/s", f"{rates.few:.0f}/s", rates.many / rates.few),
            ]
    lines = [f"{'':28}{'sandbox':>12}{'compared':>12}{'ratio':>8}"]
    lines += [
        f"{name:28}{own:>12}{other:>12}{'' if ratio is None else f'{ratio:.2f}':>8}" for name, own, other, ratio in rows
    ]
    lines += ["", f"Compared with a bare route of Starlette; the last with {FEW_JOBS} stored jobs."]
    return "\n".join(lines)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--requests", type=whole(1), default=4000, metavar="N", help="the number of requests in a round (%(default)s)"
    )
    parser.add_argument(
        "--rounds",
        type=whole(1),
        default=ROUNDS,
        metavar="N",
        help="the rounds, of which the best counts (%(default)s)",
    )
    parser.add_argument(
        "--jobs", type=whole(1), default=MANY_JOBS, metavar="N", help="the number of stored jobs (%(default)s)"
    )


def report(options: argparse.Namespace) -> str:
    """Measure, and return the table."""
    return bench_sandbox(options.requests, options.rounds, options.jobs)
