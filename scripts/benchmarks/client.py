"""Measures the client beside raw httpx: a status call over HTTP and TLS, the import, and the memory.

The vendor's SDK is measured too, where ``zohocrmsdk8-0`` is installed. Each is a process of its own, and they take
turns, so that what else the machine does disturbs all alike.
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

from benchmarks.arguments import whole
from benchmarks.processes import PEAK, serving

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

CALL_AIM = 1.05
IMPORT_AIM = 1.15

HTTPX = "import httpx"
OPERATION = """
from zoho_crm_jobs import AccessToken, Client
from zoho_crm_jobs.api.mass_update import get_mass_update_status
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
crm = Client(AccessToken("sandbox"), base_url=url)
def call():
    return get_mass_update_status.sync("Leads", client=crm, job_id="554023000000506099").data[0].status
"""
SDK_CALL = """
token = OAuthToken(access_token="sandbox", find_user=False)
Initializer.initialize(DataCenter.Environment(url, url, url), token)
def call():
    parameters = ParameterMap()
    parameters.add(GetMassUpdateStatusParam.job_id, "554023000000506099")
    answer = RecordOperations("Leads").get_mass_update_status(parameters)
    return answer.get_object().get_data()[0].get_status().get_value()
"""

# A client's environment has no need of the packages that httpx's command line uses, and would import.
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
    """What is measured.

    Attributes:
        name: What it is called in the table.
        imports: The code that imports it.
        call: The code that defines a status call with it.
    """

    name: str
    imports: str
    call: str


def contenders() -> list[Contender]:
    """Returns what is measured here, what the others are compared with first."""
    sdk = [Contender("zohocrmsdk8-0", SDK, SDK_CALL)] if importlib.util.find_spec("zohocrmsdk") else []
    return [
        Contender("httpx", HTTPX, HTTPX_CALL),
        Contender("zoho_crm_jobs", OPERATION, OPERATION_CALL),
        *sdk,
    ]


class Block(NamedTuple):
    """What some calls took.

    Attributes:
        wall: The time of one, in microseconds.
        cpu: The processor's time of one, in microseconds.
        memory: The most memory that the process had so far, in MiB; 0 where the system does not tell.
    """

    wall: float
    cpu: float
    memory: float


@contextlib.contextmanager
def caller(contender: Contender, url: str, certificate: Path | None, folder: str) -> Iterator[subprocess.Popen[str]]:
    """Starts a process that makes calls when it is told how many.

    Args:
        contender: What to make them with.
        url: The server.
        certificate: What the server is trusted by.
        folder: Where it may write files, as the vendor's SDK does.
    """
    trust = {} if certificate is None else dict.fromkeys(("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"), str(certificate))
    code = "\n".join((BEFORE, PEAK, f"url = {url!r}", contender.imports, contender.call, CALLS))
    with subprocess.Popen(  # noqa: S603  (our own code)
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
    """Has a process make calls.

    Args:
        name: What it makes them with.
        process: The process.
        count: How many.

    Raises:
        RuntimeError: A call failed; the process said why.
    """
    assert process.stdin is not None  # noqa: S101  (they are pipes)
    assert process.stdout is not None  # noqa: S101  (they are pipes)
    process.stdin.write(f"{count}\n")
    process.stdin.flush()
    line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"{name}: a call failed")
    wall, cpu, memory = map(float, line.split())
    return Block(1e6 * wall / count, 1e6 * cpu / count, memory / 1024)


def race(url: str, certificate: Path | None, count: int, rounds: int) -> dict[str, list[Block]]:
    """Has all make calls in turn.

    Args:
        url: The server.
        certificate: What it is trusted by.
        count: How many calls each makes in a round.
        rounds: How many rounds, after one that does not count.
    """
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
    """Makes a certificate for this machine, with its key, good for a day; returns None where there is no openssl.

    Args:
        folder: Where.
    """
    openssl = shutil.which("openssl")
    if openssl is None:
        return None
    file = Path(folder, "certificate.pem")
    key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
    names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    command = [openssl, "req", "-x509", *key.split(), "-days", "1", "-keyout", str(file), "-out", f"{file}.public"]
    subprocess.run([*command, *names], check=True, capture_output=True)  # noqa: S603  (our own command)
    with file.open("a") as both:
        both.write(Path(f"{file}.public").read_text())
    return file


def calls(count: int, rounds: int) -> list[str]:
    """Returns the lines about calls.

    Args:
        count: How many calls each makes in a round.
        rounds: How many rounds.
    """
    lines = [f"{'a status call':32}{'median':>9}{'ratio':>8}{'quartiles':>14}{'CPU ratio':>11}{'peak memory':>13}"]
    with tempfile.TemporaryDirectory() as folder:
        certificate = certificate_in(folder)
        for trusted in (None, certificate) if certificate else (None,):
            options = [f"--certificate={trusted}"] if trusted else []
            with serving("-m", "benchmarks.loopback", *options) as server:
                blocks = race(server.url, trusted, count, rounds)
            base = next(iter(blocks.values()))
            for name, own in blocks.items():
                low, ratio, high = quartiles([mine.wall / its.wall for mine, its in zip(own, base, strict=True)])
                _, cpu, _ = quartiles([mine.cpu / its.cpu for mine, its in zip(own, base, strict=True)])
                lines.append(
                    f"{name + (' over TLS' if trusted else ''):32}{statistics.median(b.wall for b in own):6.0f} us"
                    f"{ratio:8.2f}{f'{low:.2f}-{high:.2f}':>14}{cpu:11.2f}{own[-1].memory:9.0f} MiB"
                )
    if not certificate:
        lines.append("There is no openssl here to make a certificate: not measured over TLS.")
    return lines


def quartiles(values: Sequence[float]) -> tuple[float, float, float]:
    """Returns the lower quartile, the median and the upper quartile.

    Args:
        values: One or more.
    """
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive") if len(values) > 1 else 3 * [*values]
    return low, middle, high


def import_once(code: str, folder: str) -> tuple[float, float]:
    """Returns the processor's time of a process that imports something, in milliseconds, and its memory in MiB.

    Args:
        code: The code that does it.
        folder: Where compiled modules are kept, since those of packages that are worked on may not be, and where it may
            write files, as the vendor's SDK does.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-c", BEFORE + PEAK + code + AFTER_IMPORT]
    done = subprocess.run(  # noqa: S603  (our own code)
        command, check=True, capture_output=True, text=True, env=environment, cwd=folder
    )
    cpu, memory = map(float, done.stdout.split())
    return 1e3 * cpu, memory / 1024


def imports(rounds: int) -> list[str]:
    """Returns the lines about imports.

    Args:
        rounds: How many rounds, of which the best counts, after one that compiles.
    """
    codes = {"nothing": ""}
    with serving("-m", "benchmarks.loopback") as server, tempfile.TemporaryDirectory() as folder:
        for name, code, call in contenders():
            codes[name] = code
            codes[f"{name}, and has an answer"] = "\n".join((f"url = {server.url!r}", code, call, "call()"))
        _, *turns = [{name: import_once(code, folder) for name, code in codes.items()} for _ in range(rounds + 1)]
    best = {name: tuple(map(min, zip(*(turn[name] for turn in turns), strict=True))) for name in codes}
    lines = [f"{'a process that imports':32}{'CPU':>9}{'ratio':>8}{'memory':>13}"]
    lines += [
        f"{name:32}{cpu:6.0f} ms{cpu / best['httpx'][0]:8.2f}{memory:9.0f} MiB" for name, (cpu, memory) in best.items()
    ]
    return lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments.

    Args:
        parser: Where.
    """
    parser.add_argument("--calls", type=whole(1), default=25, metavar="N", help="in a round (%(default)s)")
    parser.add_argument(
        "--rounds", type=whole(1), default=100, metavar="N", help="of calls; a quarter as many of imports (%(default)s)"
    )


def report(options: argparse.Namespace) -> str:
    """Measures, and returns the tables.

    Args:
        options: The arguments.
    """
    lines = [*calls(options.calls, options.rounds), "", *imports(-(-options.rounds // 4)), ""]
    lines.append(f"The aims: a status call at {CALL_AIM} of httpx at most, an import at {IMPORT_AIM} at most.")
    return "\n".join(lines)
