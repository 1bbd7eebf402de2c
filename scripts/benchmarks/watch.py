"""Measures how one process watches many jobs: the time, the calls and the memory."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from benchmarks.loopback import NEVER
from benchmarks.processes import PEAK, serving, whole

if TYPE_CHECKING:
    import argparse

MEMORY_AIM = 150
LONGEST = 30  # the seconds of the longest job

HANDLES = """
import json, sys, time
from zoho_crm_jobs import AsyncClient, AsyncJobHandle, Client, JobHandle, watch, watch_asyncio
calls = ended = 0
def count(request):
    global calls
    calls += 1
def handles(crm, kind=JobHandle):
    for index in range(jobs):
        job_id = f"{9_000_000 + index}{index % (longest + 1):02}"
        parameters = {"module_api_name": "Leads", "job_id": job_id}
        yield kind("get_mass_update_status", parameters, client=crm, submitted_at=time.time())
options = {"base_url": url, "on_request": [count]}
"""
THREADS = """
with Client("sandbox", **options) as crm:
    next(handles(crm)).poll()
    before, calls, begun, cpu = peak(), 0, time.perf_counter(), time.process_time()
    for outcome in watch(handles(crm), per_second=1e6):
        ended += outcome.error is None
"""
ASYNCIO = """
import asyncio
async def main():
    global before, begun, calls, cpu, ended
    async with AsyncClient("sandbox", **options) as crm:
        await next(handles(crm, AsyncJobHandle)).poll()
        before, calls, begun, cpu = peak(), 0, time.perf_counter(), time.process_time()
        async for outcome in watch_asyncio(handles(crm, AsyncJobHandle), per_second=1e6):
            ended += outcome.error is None
asyncio.run(main())
"""
AFTER = """
print(json.dumps([ended, time.perf_counter() - begun, time.process_time() - cpu, calls, before, peak()]))
"""


def watch_once(code: str, jobs: int, longest: int) -> str:
    """Watch jobs of up to ``longest`` seconds in a new process, and return the columns of the table."""
    with serving("-m", "benchmarks.loopback") as server:
        known = f"url, jobs, longest = {server.url!r}, {jobs}, {longest}"
        command = [sys.executable, "-c", "\n".join((known, PEAK, HANDLES, code, AFTER))]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  # our own code
    ended, took, cpu, calls, before, after = json.loads(done.stdout)
    if ended != jobs:
        raise RuntimeError(f"expected {jobs} jobs to complete, got {ended}")
    return (
        f"{took:8.1f} s{calls:10}{calls / jobs:13.1f}{1e6 * cpu / calls:12.0f} us"
        f"{before / 1024:12.0f} MiB{after / 1024:6.0f} MiB"
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--jobs", type=whole(1), default=10_000, metavar="N", help="the number of jobs (%(default)s)")
    parser.add_argument(
        "--longest",
        type=whole(0, NEVER - 1),
        default=LONGEST,
        metavar="SECONDS",
        help="the time of the longest job (%(default)s)",
    )


def report(options: argparse.Namespace) -> str:
    """Measure, and return the table."""
    lines = [
        f"{options.jobs} jobs of 0 to {options.longest} s, each from its first request.",
        "",
        f"{'':14}{'time':>10}{'calls':>10}{'calls a job':>13}{'CPU a call':>15}{'memory before':>16}{'peak':>10}",
    ]
    for name, code in (("watch", THREADS), ("watch_asyncio", ASYNCIO)):
        lines.append(f"{name:14}{watch_once(code, options.jobs, options.longest)}")
    return "\n".join([*lines, "", f"The aim: 10000 jobs in less than {MEMORY_AIM} MiB."])
