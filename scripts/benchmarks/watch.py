"""Measures how one process watches many jobs to their end: the time, the calls and the memory."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from .processes import PEAK, serving

if TYPE_CHECKING:
    import argparse

MEMORY_AIM = 150
LONGEST = 30  # seconds that a job takes

HANDLES = """
import json, sys, time
from zoho_crm_jobs import AccessToken, Client, JobHandle, watch, watch_asyncio
calls = ended = 0
def count(request):
    global calls
    calls += 1
def handles(crm):
    for index in range(jobs):
        job_id = f"{9_000_000 + index}{index % (longest + 1):02}"
        parameters = {"module_api_name": "Leads", "job_id": job_id}
        yield JobHandle("get_mass_update_status", parameters, client=crm, submitted_at=time.time())
crm = Client(AccessToken("sandbox"), base_url=url, on_request=[count])
"""
THREADS = """
with crm:
    next(handles(crm)).poll()
    before, calls, begun = peak(), 0, time.perf_counter()
    for outcome in watch(handles(crm), per_second=1e6):
        ended += outcome.error is None
"""
ASYNCIO = """
import asyncio
async def main():
    global before, begun, calls, ended
    async with crm:
        await next(handles(crm)).poll_asyncio()
        before, calls, begun = peak(), 0, time.perf_counter()
        async for outcome in watch_asyncio(handles(crm), per_second=1e6):
            ended += outcome.error is None
asyncio.run(main())
"""
AFTER = """
print(json.dumps([ended, time.perf_counter() - begun, calls, before, peak()]))
"""


def watch_once(code: str, jobs: int, longest: int) -> str:
    """Watches jobs in a process of its own, and returns what it took, as columns.

    Args:
        code: The code that watches.
        jobs: How many jobs.
        longest: How many seconds the longest of them take.

    Raises:
        RuntimeError: A job did not end well.
    """
    with serving("-m", "benchmarks.loopback") as server:
        known = f"url, jobs, longest = {server.url!r}, {jobs}, {longest}"
        command = [sys.executable, "-c", "\n".join((known, PEAK, HANDLES, code, AFTER))]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  (our own code)
    ended, took, calls, before, after = json.loads(done.stdout)
    if ended != jobs:
        raise RuntimeError(f"expected {jobs} jobs to end well, got {ended}")
    return (
        f"{took:8.1f} s{calls:10}{calls / jobs:12.1f}{calls / took:11.0f}/s{before / 1024:12.0f}{after / 1024:8.0f} MiB"
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments.

    Args:
        parser: Where.
    """
    parser.add_argument("--jobs", type=int, default=10_000, metavar="N", help="(%(default)s)")
    parser.add_argument("--longest", type=int, default=LONGEST, metavar="SECONDS", help="of a job (%(default)s)")


def report(options: argparse.Namespace) -> str:
    """Measures, and returns the table.

    Args:
        options: The arguments.
    """
    lines = [
        f"{options.jobs} jobs of 0 to {options.longest} s, which begin when they are asked for first.",
        "",
        f"{'':12}{'time':>10}{'calls':>10}{'calls a job':>12}{'rate':>13}{'memory before':>14}{'peak':>10}",
    ]
    for name, code in (("watch", THREADS), ("watch_asyncio", ASYNCIO)):
        lines.append(f"{name:14}{watch_once(code, options.jobs, options.longest)}")
    return "\n".join([*lines, "", f"The aim: 10000 jobs in less than {MEMORY_AIM} MiB."])
