"""Measures the client beside raw httpx: a status call over HTTP and TLS, the import, and the memory.

The vendor's SDK is measured too if ``zohocrmsdk8-0`` is installed. Each runs in a process of its own, and they take
turns, so that other load on the machine affects all of them.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.processes import PEAK, serving, whole

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

CALL_AIM = 1.05
IMPORT_AIM = 1.15

HTTPX = "import httpx"
OPERATION = """
from zoho_crm_jobs import Client
import zoho_crm_jobs.client, zoho_crm_jobs.resources.mass_update
"""
SDK = """
from zohocrmsdk.src.com.zoho.api.authenticator import OAuthToken
from zohocrmsdk.src.com.zoho.crm.api import Initializer, ParameterMap
from zohocrmsdk.src.com.zoho.crm.api.dc import DataCenter
from zohocrmsdk.src.com.zoho.crm.api.record import GetMassUpdateStatusParam, RecordOperations
"""

HTTPX_CALL = """
http = httpx.Client(headers={"Authorization": "Zoho-oauthtoken sandbox"})
def call():
    return http.get(url + "/crm/v8/Leads/actions/mass_update?job_id=554023000000506099").json()["data"][0]["Status"]
"""
OPERATION_CALL = """
crm = Client("sandbox", base_url=url)
def call():
    return crm.mass_update.get_status("Leads", job_id="554023000000506099").data[0].status
"""
SDK_CALL = """
token = OAuthToken(access_token="sandbox", find_user=False)
Initializer.initialize(DataCenter.Environment(url, url, url), token)
def call():
    parameters = ParameterMap()
    parameters.add(GetMassUpdateStatusParam.job_id, "554023000000506099")
    response = RecordOperations("Leads").get_mass_update_status(parameters)
    return response.get_object().get_data()[0].get_status().get_value()
"""

# httpx imports the packages of its command line if they are installed; the environment of a client lacks them.
BEFORE = """
import sys, time
sys.modules.update(dict.fromkeys(("click", "pygments", "rich")))
"""
AFTER_IMPORT = """
print(time.process_time(), peak())
"""
CALLS = """
for line in sys.stdin:
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(int(line)):
        status = call()
        if status != "RUNNING":
            sys.exit(f"expected a job that is RUNNING, got {status!r}")
    print(time.perf_counter() - wall, time.process_time() - cpu, peak(), flush=True)
"""


class Contender(NamedTuple):
    """A client to measure: its name, the code that imports it, and the code that defines a status call with it."""

    name: str
    imports: str
    call: str


def contenders() -> list[Contender]:
    """Return the clients to measure, the baseline first."""
    sdk = [Contender("zohocrmsdk8-0", SDK, SDK_CALL)] if importlib.util.find_spec("zohocrmsdk") else []
    return [
        Contender("httpx", HTTPX, HTTPX_CALL),
        Contender("zoho_crm_jobs", OPERATION, OPERATION_CALL),
        *sdk,
    ]


class Block(NamedTuple):
    """The mean time and CPU time of a call in microseconds, and the peak memory of the process so far in MiB."""

    wall: float
    cpu: float
    memory: float


@contextlib.contextmanager
def caller(contender: Contender, url: str, certificate: Path | None, folder: str) -> Iterator[subprocess.Popen[str]]:
    """Start a process that makes calls when it reads their number; ``folder`` is for the files of the vendor's SDK."""
    trust = {} if certificate is None else dict.fromkeys(("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"), str(certificate))
    code = "\n".join((BEFORE, PEAK, f"url = {url!r}", contender.imports, contender.call, CALLS))
    with subprocess.Popen(  # noqa: S603  # our own code
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=folder,
        env={**os.environ, **trust},
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


def make_calls(name: str, process: subprocess.Popen[str], count: int) -> Block:
    """Have a process make calls; raises RuntimeError if one failed, after the process printed why."""
    assert process.stdin is not None  # noqa: S101  # they are pipes
    assert process.stdout is not None  # noqa: S101  # they are pipes
    process.stdin.write(f"{count}\n")
    process.stdin.flush()
    line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"{name}: a call failed")
    wall, cpu, memory = map(float, line.split())
    return Block(1e6 * wall / count, 1e6 * cpu / count, memory / 1024)


def race(url: str, certificate: Path | None, count: int, rounds: int) -> dict[str, list[Block]]:
    """Have all clients make ``count`` calls in turn, for some rounds after a first one that does not count."""
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        processes = {
            contender.name: stack.enter_context(caller(contender, url, certificate, folder))
            for contender in contenders()
        }
        for name, process in processes.items():
            make_calls(name, process, count)
        turns = [{name: make_calls(name, process, count) for name, process in processes.items()} for _ in range(rounds)]
    return {name: [turn[name] for turn in turns] for name in processes}


def certificate_in(folder: str) -> Path | None:
    """Make a certificate for this machine, with its key, valid for a day; ``None`` without openssl."""
    openssl = shutil.which("openssl")
    if openssl is None:
        return None
    file = Path(folder, "certificate.pem")
    key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
    names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    command = [openssl, "req", "-x509", *key.split(), "-days", "1", "-keyout", str(file), "-out", f"{file}.public"]
    subprocess.run([*command, *names], check=True, capture_output=True)  # noqa: S603  # our own command
    with file.open("a") as both:
        both.write(Path(f"{file}.public").read_text())
    return file


def calls(count: int, rounds: int) -> list[str]:
    """Return the lines about calls."""
    lines = [f"{'a status call':32}{'median':>9}{'ratio':>8}{'quartiles':>14}{'CPU ratio':>11}{'peak memory':>13}"]
    with tempfile.TemporaryDirectory() as folder:
        certificate = certificate_in(folder)
        for trusted in (None, certificate) if certificate else (None,):
            options = [f"--certificate={trusted}"] if trusted else []
            with serving("-m", "benchmarks.loopback", *options) as server:
                blocks = race(server.url, trusted, count, rounds)
            base = next(iter(blocks.values()))
            for name, own in blocks.items():
                low, ratio, high = quartiles([one.wall / other.wall for one, other in zip(own, base, strict=True)])
                _, cpu, _ = quartiles([one.cpu / other.cpu for one, other in zip(own, base, strict=True)])
                lines.append(
                    f"{name + (' over TLS' if trusted else ''):32}{statistics.median(b.wall for b in own):6.0f} us"
                    f"{ratio:8.2f}{f'{low:.2f}-{high:.2f}':>14}{cpu:11.2f}{own[-1].memory:9.0f} MiB"
                )
    if not certificate:
        lines.append("Not measured over TLS: openssl is not installed, which makes the certificate.")
    return lines


def quartiles(values: Sequence[float]) -> tuple[float, float, float]:
    """Return the lower quartile, the median and the upper quartile of one or more values."""
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive") if len(values) > 1 else 3 * [*values]
    return low, middle, high


def import_once(code: str, folder: str) -> tuple[float, float]:
    """Return CPU time in milliseconds and memory in MiB of an import in a new process, which writes to ``folder``."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-c", BEFORE + PEAK + code + AFTER_IMPORT]
    done = subprocess.run(  # noqa: S603  # our own code
        command, check=True, capture_output=True, text=True, env=environment, cwd=folder
    )
    cpu, memory = map(float, done.stdout.split())
    return 1e3 * cpu, memory / 1024


def imports(rounds: int) -> list[str]:
    """Return the lines about imports: the best of some rounds, after a first one that compiles."""
    codes = {"nothing": ""}
    with serving("-m", "benchmarks.loopback") as server, tempfile.TemporaryDirectory() as folder:
        for name, code, call in contenders():
            codes[name] = code
            codes[f"{name}, and one response"] = "\n".join((f"url = {server.url!r}", code, call, "call()"))
        _, *turns = [{name: import_once(code, folder) for name, code in codes.items()} for _ in range(rounds + 1)]
    best = {name: tuple(map(min, zip(*(turn[name] for turn in turns), strict=True))) for name in codes}
    lines = [f"{'a process that imports':32}{'CPU':>9}{'ratio':>8}{'memory':>13}"]
    lines += [
        f"{name:32}{cpu:6.0f} ms{cpu / best['httpx'][0]:8.2f}{memory:9.0f} MiB" for name, (cpu, memory) in best.items()
    ]
    return lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--calls", type=whole(1), default=25, metavar="N", help="the number of calls in a round (%(default)s)"
    )
    parser.add_argument(
        "--rounds",
        type=whole(1),
        default=100,
        metavar="N",
        help="the rounds of calls; a quarter as many of imports (%(default)s)",
    )


def report(options: argparse.Namespace) -> str:
    """Measure, and return the tables."""
    lines = [*calls(options.calls, options.rounds), "", *imports(-(-options.rounds // 4)), ""]
    lines.append(f"The aims: a status call at most {CALL_AIM} of httpx, an import at most {IMPORT_AIM}.")
    return "\n".join(lines)
