"""The benchmarks run; their results are for people to read."""

from __future__ import annotations

import asyncio
import json
import random
import re
import shutil
import sys
from importlib import resources
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from benchmarks import client, loopback, processes, sandbox, waiting, watch
from benchmarks.__main__ import main
from zoho_crm_jobs import AccessToken, Client, Clock, JobHandle, ProgressAware

if TYPE_CHECKING:
    from pathlib import Path


def test_sandbox(capsys: pytest.CaptureFixture[str]) -> None:
    """Every line has a number, and a ratio if there is a baseline."""
    main(["sandbox", "--requests", "16", "--rounds", "1", "--jobs", "300"])
    out = capsys.readouterr().out
    for what in ("status read", "submission", "start", "status read, 300 jobs"):
        assert re.search(rf"^{what} +[\d.]+(/s| s) +[\d.]+(/s| s) +[\d.]+$", out, re.MULTILINE), what
    assert len(re.findall(r"^memory", out, re.MULTILINE)) == 2


def test_errors_are_not_measured(sandbox_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Errors can be faster than successes."""
    monkeypatch.setattr(sandbox, "TOKEN", "nobody")
    port = int(sandbox_url.rpartition(":")[2])
    with pytest.raises(RuntimeError, match=r"^expected statuses of success, got \[401\]$"):
        sandbox.measure(dict.fromkeys(("bare", "sandbox", "few", "many"), port), 1, 1)


def test_unknown_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without ``/proc`` the memory is 0."""
    monkeypatch.setattr(processes, "Path", lambda _: tmp_path / "none")
    with processes.serving("-c", "print('http://x:1', flush=True); input()") as server:
        assert server.memory() == 0
        assert server.port == 1
    assert sys.executable


def test_waiting(capsys: pytest.CaptureFixture[str]) -> None:
    """The report describes the jobs, and has a line for each policy with and without counts."""
    main(["waiting", "--jobs", "21"])
    out = capsys.readouterr().out
    assert out.startswith(
        "21 jobs, seed 1.\nA job takes 1 s to 2 h, the logarithm being uniform. It is queued for up to"
    )
    for jobs in ("all", "rows known", "total", "so far", "nothing"):
        for policy in ("ProgressAware", "Fixed", "Exponential"):
            assert re.search(rf"^{jobs} +{policy}( +[\d.]+){{4}}$", out, re.MULTILINE), (jobs, policy)
        assert re.search(
            rf"^{jobs} +[\d.]+ of the polls, [\d.]+ of the mean lateness, [\d.]+ of its 95th percentile$",
            out,
            re.MULTILINE,
        ), jobs


def test_suggested_delays_are_those_of_the_document() -> None:
    """The simulation uses the published delays."""
    document = json.loads(resources.files("zoho_crm_jobs").joinpath("openapi.json").read_text("utf-8"))
    waiters = [
        response["x-waiter"] for response in document["components"]["responses"].values() if "x-waiter" in response
    ]
    assert waiters
    assert all(waiter["delay"] == {"first": waiting.FIRST, "longest": waiting.LONGEST} for waiter in waiters)


class VirtualClock(Clock):
    """A clock that sleep advances, with constant random numbers."""

    now = 0.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def random(self) -> float:
        return 0.5


class Half(random.Random):
    """The same random numbers for the simulation."""

    def random(self) -> float:
        return 0.5


@pytest.mark.parametrize("seed", range(20))
def test_client_waits_as_simulated(seed: int) -> None:
    """A handle polls at the same times as the simulation."""
    job = waiting.MadeUpJob(random.Random(seed), counts="total")  # noqa: S311  # not for secrets
    clock = VirtualClock()
    calls = 0

    def respond(_: httpx.Request) -> httpx.Response:
        nonlocal calls
        calls += 1
        ended = clock.now >= job.length
        sample = job.sample(clock.now)
        done, total = sample.done or 0, sample.total or 0
        body = {
            "Status": "COMPLETED" if ended else "RUNNING",
            "Failed_Count": 0,
            "Updated_Count": done,
            "Not_Updated_Count": total - done,
            "Total_Count": total,
        }
        return httpx.Response(200, json={"data": [body]})

    http_client = httpx.Client(transport=httpx.MockTransport(respond))
    crm = Client(AccessToken("t"), http_client=http_client, clock=clock)
    parameters = {"module_api_name": "Leads", "job_id": "1"}
    JobHandle[Any]("get_mass_update_status", parameters, client=crm).wait(timeout=50_000)

    simulated = waiting.wait(job, ProgressAware(), Half())
    assert calls == simulated.polls
    assert clock.now - job.length == pytest.approx(simulated.lateness)


NUMBER = r"[\d.]+"


def test_client(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The client and raw httpx have their numbers; without openssl there is no TLS."""
    monkeypatch.setattr("shutil.which", lambda _: None)
    main(["client", "--calls", "2", "--rounds", "1"])
    out = capsys.readouterr().out
    for name in ("httpx", "zoho_crm_jobs"):
        row = rf"^{name} +{NUMBER} us +{NUMBER} +{NUMBER}-{NUMBER} +{NUMBER} +{NUMBER} MiB$"
        assert re.search(row, out, re.MULTILINE), name
        for imported in (name, f"{name}, and one response"):
            assert re.search(rf"^{imported} +{NUMBER} ms +{NUMBER} +{NUMBER} MiB$", out, re.MULTILINE), imported
    assert "Not measured over TLS: openssl is not installed" in out


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_client_over_tls() -> None:
    """The clients trust the certificate that was made for them."""
    rows = client.calls(1, 2)
    assert [row.split("  ")[0] for row in rows[1:]] == [
        "httpx",
        "zoho_crm_jobs",
        "httpx over TLS",
        "zoho_crm_jobs over TLS",
    ]


def test_vendors_sdk_is_measured_if_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The SDK is no dependency of the project."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: object())
    assert [contender.name for contender in client.contenders()] == ["httpx", "zoho_crm_jobs", "zohocrmsdk8-0"]


def test_failed_call_is_not_measured(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The process prints the reason, and the benchmark ends."""
    wrong = client.Contender("wrong", "", "def call(): return 'QUEUED'")
    with (
        client.caller(wrong, "http://127.0.0.1:9", None, str(tmp_path)) as process,
        pytest.raises(RuntimeError, match=r"^wrong: a call failed$"),
    ):
        client.make_calls("wrong", process, 1)
    assert capfd.readouterr().err == "expected a job that is RUNNING, got 'QUEUED'\n"


def test_quartiles() -> None:
    """A single value is all three."""
    assert client.quartiles([3.0]) == (3.0, 3.0, 3.0)
    assert client.quartiles([1.0, 2.0, 3.0, 4.0, 5.0]) == (2.0, 3.0, 4.0)


def test_watch(capsys: pytest.CaptureFixture[str]) -> None:
    """Every job completes, with threads and with asyncio."""
    main(["watch", "--jobs", "3", "--longest", "0"])
    out = capsys.readouterr().out
    for name in ("watch", "watch_asyncio"):
        row = rf"^{name} +{NUMBER} s +\d+ +{NUMBER} +\d+ us +\d+ MiB +\d+ MiB$"
        assert re.search(row, out, re.MULTILINE), out


def test_failed_job_is_not_measured() -> None:
    """Failures can be faster than completions."""
    with pytest.raises(RuntimeError, match=r"^expected 2 jobs to complete, got 1$"):
        watch.watch_once("before, begun, cpu, calls, ended = 0, 0, 0, 1, 1", 2, 1)


def test_loopback() -> None:
    """The server reads requests that arrive together or in pieces."""

    async def send(*pieces: bytes) -> list[dict[str, object]]:
        async with await loopback.serve() as server:
            port = int(loopback.url(server, None).rpartition(":")[2])
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            jobs = []
            for piece in pieces:
                writer.write(piece)
                await asyncio.sleep(0.01)
            writer.write_eof()
            for response in (await reader.read()).split(b"HTTP/1.1 200 OK")[1:]:
                head, _, body = response.partition(b"\r\n\r\n")
                assert b"Content-Length: %d" % len(body) in head
                jobs.append(json.loads(body)["data"][0])
            writer.close()
            return jobs

    request = b"GET /crm/v8/Leads/actions/mass_update?job_id=%d HTTP/1.1\r\nHost: x\r\n\r\n"
    first, second = request % 199, request % 200
    jobs = asyncio.run(send(first + second[:9], second[9:]))
    assert [job["Status"] for job in jobs] == ["RUNNING", "COMPLETED"]
    assert [job["Updated_Count"] for job in jobs] == [30, 50]
    assert len(json.dumps({"data": jobs[:1]})) == 117  # as the document's example


def test_loopback_ends_jobs_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A job starts at its first request, and takes as many seconds as its id says."""
    begun: dict[bytes, float] = {}
    for now, status, updated in ((100.0, b"RUNNING", b"0"), (105.0, b"RUNNING", b"25"), (110.0, b"COMPLETED", b"50")):
        monkeypatch.setattr("time.monotonic", lambda now=now: now)
        response = loopback.response(b"710", begun)
        assert b'"Status": "%s"' % status in response
        assert b'"Updated_Count": %s,' % updated in response


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_loopback_prints_its_url(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The server uses TLS if it has a certificate."""

    async def start_and_end(*arguments: str) -> str:
        serving = asyncio.create_task(loopback.main(arguments))
        while not (out := capsys.readouterr().out):
            await asyncio.sleep(0.01)
        serving.cancel()
        await asyncio.wait([serving])
        return out

    assert re.fullmatch(r"http://127\.0\.0\.1:\d+\n", asyncio.run(start_and_end()))
    certificate = client.certificate_in(str(tmp_path))
    assert re.fullmatch(r"https://127\.0\.0\.1:\d+\n", asyncio.run(start_and_end(f"--certificate={certificate}")))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["client", "--rounds", "0"], "argument --rounds: '0': expected a whole number, 1 or more"),
        (["waiting", "--jobs", "many"], "argument --jobs: 'many': expected a whole number, 6 or more"),
        (["watch", "--longest", "99"], "argument --longest: '99': expected a whole number from 0 to 98"),
    ],
)
def test_wrong_arguments(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The error says what was expected."""
    with pytest.raises(SystemExit):
        main(arguments)
    assert capsys.readouterr().err.splitlines()[-1] == f"bench {arguments[0]}: error: {message}"
