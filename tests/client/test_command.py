"""The command ``python -m zoho_crm_jobs``: output and exit codes."""

from __future__ import annotations

import contextlib
import io
import json
import os
import pty
import shlex
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import zoho_crm_jobs
from zoho_crm_jobs import AccessToken, Client, JobHandle
from zoho_crm_jobs.runtime.command import ENDS, PROGRAM, main

from tests.support import clients as contract
from tests.support.bulk_files import orphans
from tests.support.clients import VirtualClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zoho_crm_sandbox import Sandbox

GOES_ON = "3524033000006027001"
"""A mass update of leads that ends after 35 seconds."""
QUEUED = "554023000000506007"
"""A mass update of accounts that is queued for an hour."""
FINISHED, FAILED, PARTLY_FAILED = "554023000000506003", "554023000000506005", "554023000000506013"
"""Mass updates of accounts."""
COMMAND = [sys.executable, "-m", "zoho_crm_jobs", "wait", "mass_update", "Accounts"]


class Terminal(io.StringIO):
    """Standard error on a terminal."""

    def isatty(self) -> bool:
        return True


class Interrupting(VirtualClock):
    """A clock that sends SIGINT during the fourth sleep."""

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds)
        if len(self.slept) == 4:
            signal.raise_signal(signal.SIGINT)


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("ZOHO_CRM_")]:
        monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def _default_sigint() -> Iterator[None]:
    """Handle SIGINT, and let child processes handle it, even if the test run was started with SIGINT ignored."""
    previous = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, previous)


def wait(sandbox: Sandbox, command: str, **options: Any) -> int:
    """Run the command in this process and in the sandbox's time, and return its exit code."""
    return main(["wait", *command.split()], client=contract.client(sandbox, **options))


@pytest.mark.parametrize(
    ("command", "line", "code"),
    [
        (f"mass_update Leads {GOES_ON}", "finished: COMPLETED 50 of 50", 0),
        (f"mass_update Accounts {PARTLY_FAILED}", "partly failed: COMPLETED 50 of 50 (5 failed)", 3),
        (
            f"mass_update Accounts {FAILED}",
            f"failed: get_mass_update_status: the job {FAILED} of Accounts ended as FAILED 50 of 50",
            5,
        ),
        (
            "mass_update Accounts 1",
            "not found: get_mass_update_status: 400 INVALID_DATA: the job 1 of Accounts does not exist",
            6,
        ),
        ("mass_change_owner Leads 3652397000009565023", "partly failed: COMPLETED 1000 of 1000 (10 failed)", 3),
        ("mass_change_owner Leads 3652397000009565029", "not found: get_mass_change_owner_status: 204 the job", 6),
        ("inventory_mass_convert Quotes 2423488000000626121", "finished: COMPLETED 10 of 10", 0),
        ("bulk_write 4150868000005350011", "finished: COMPLETED 100 of 100", 0),
        ("bulk_write 4150868000005350005", "partly failed: COMPLETED 100 of 100 (4 failed)", 3),
        (
            "bulk_write 4150868000005350007",
            "failed: get_bulk_write_job: the job 4150868000005350007 ended as FAILED",
            5,
        ),
    ],
)
def test_the_end_of_a_job(
    command: str, line: str, code: int, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each system reports the end of a job by its exit code and one line."""
    assert wait(sandbox, command) == code

    out, err = capsys.readouterr()
    assert out.startswith(f"{command}: {line}")
    assert out.count("\n") == 1
    assert err == ""


@pytest.fixture
def zoho(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A client with the token that may do everything."""
    headers = {"Authorization": "Zoho-oauthtoken sandbox"}
    with httpx.Client(transport=sandbox.transport(), base_url="http://127.0.0.1", headers=headers) as client:
        yield client


def test_skipped_children(sandbox: Sandbox, zoho: httpx.Client, capsys: pytest.CaptureFixture[str]) -> None:
    """The counts are those of all files."""
    assert wait(sandbox, f"bulk_write {orphans(zoho)}") == 3
    assert ": partly failed: COMPLETED 3 of 3 (2 failed)" in capsys.readouterr().out


def test_a_timeout(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    """The line shows the progress of the job."""
    begun = sandbox.clock.now()
    assert wait(sandbox, f"mass_update Leads {GOES_ON} --timeout 5") == 4

    assert sandbox.clock.now() - begun == pytest.approx(4)
    assert capsys.readouterr().out == (
        f"mass_update Leads {GOES_ON}: timed out: get_mass_update_status: "
        f"the job {GOES_ON} of Leads is SCHEDULED 0 of 50 after 4 s\n"
    )


@pytest.mark.parametrize("body", ['{"data": []}', "<html>", "{}"])
def test_an_unexpected_response(body: str, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    """It ends the wait for this job only."""
    sandbox.inject_fault("get_mass_update_status", body=body, status=200, content_type="application/json", times=1)
    assert wait(sandbox, f"mass_update Accounts {FINISHED} {QUEUED} --timeout 60") == 7

    lines = sorted(line.partition(": ")[2] for line in capsys.readouterr().out.splitlines())
    assert lines[0].startswith(("timed out", "finished"))
    assert lines[1].startswith("unknown: get_mass_update_status: 200 ")


def test_no_network(capsys: pytest.CaptureFixture[str]) -> None:
    """One line names the URL and the error."""
    client = Client(AccessToken("sandbox"), base_url="http://127.0.0.1:1", retry=None)
    assert main(["wait", "bulk_write", "1", "--timeout", "0"], client=client) == 7

    out, err = capsys.readouterr()
    assert out.startswith(
        "bulk_write 1: unknown: get_bulk_write_job: GET http://127.0.0.1:1/crm/bulk/v8/write/1: ConnectError: "
    )
    assert (out.count("\n"), err) == (1, "")


@pytest.mark.parametrize(
    ("fault", "end", "code"),
    [
        ({"code": "INVALID_TOKEN"}, "not allowed", 8),
        ({"code": "NO_PERMISSION"}, "not allowed", 8),
        ({"code": "INVALID_MODULE"}, "rejected", 9),
        ({"code": "INTERNAL_ERROR"}, "unknown", 7),
        ({"kind": "dropped_connection"}, "unknown", 7),
    ],
)
def test_what_a_script_can_tell_apart(
    fault: dict[str, Any], end: str, code: int, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only "unknown" is worth another try."""
    sandbox.inject_fault("get_mass_update_status", times=100, **fault)
    assert wait(sandbox, f"mass_update Accounts {FINISHED} --timeout 60") == code
    assert f": {end}: " in capsys.readouterr().out


def test_a_certificate_file_that_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line names the variable."""
    monkeypatch.setenv("SSL_CERT_FILE", "/nonexistent")
    monkeypatch.setenv("ZOHO_CRM_ACCESS_TOKEN", "sandbox")
    assert main(["wait", "bulk_write", "1"]) == 2
    assert capsys.readouterr().err.startswith(f"{PROGRAM}: SSL_CERT_FILE")


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exited:
        main(["--version"])
    assert (exited.value.code, capsys.readouterr().out) == (0, f"{PROGRAM} {zoho_crm_jobs.__version__}\n")


def test_the_worst_end_is_the_exit_code(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    """Each job has one line."""
    assert wait(sandbox, f"mass_update Accounts {FINISHED} {FAILED} {PARTLY_FAILED} {FINISHED}") == 5

    ends = dict(line.split(": ")[:2] for line in capsys.readouterr().out.splitlines())
    assert ends == {
        f"mass_update Accounts {FINISHED}": "finished",
        f"mass_update Accounts {FAILED}": "failed",
        f"mass_update Accounts {PARTLY_FAILED}": "partly failed",
    }


def test_json(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    """Each job has a line with a handle."""
    assert wait(sandbox, f"mass_update Accounts {PARTLY_FAILED} 1 --json") == 6

    out, err = capsys.readouterr()
    lines = {line["job_id"]: line for line in map(json.loads, out.splitlines())}
    parameters = {"module_api_name": "Accounts", "job_id": PARTLY_FAILED}
    assert lines[PARTLY_FAILED] == {
        "job_id": PARTLY_FAILED,
        "end": "partly failed",
        "state": "COMPLETED",
        "succeeded": 45,
        "failed": 5,
        "total": 50,
        "error": None,
        "handle": JobHandle("get_mass_update_status", parameters, client=contract.client(sandbox)).to_dict(),
    }
    assert (lines["1"]["end"], lines["1"]["state"]) == ("not found", None)
    assert lines["1"]["error"].startswith(
        "get_mass_update_status: 400 INVALID_DATA: the job 1 of Accounts does not exist"
    )
    assert (len(lines), err) == (2, "")


@pytest.mark.parametrize("json_option", ["", "--json"])
def test_an_interrupted_wait(json_option: str, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C ends the wait but not the jobs, and a line shows the command to wait again."""
    clock = Interrupting(sandbox)
    assert wait(sandbox, f"mass_update Accounts {FINISHED} {QUEUED} {json_option}", clock=clock) == 130

    out, err = capsys.readouterr()
    if json_option:
        lines = map(json.loads, out.splitlines())
        assert {line["job_id"]: line["end"] for line in lines} == {FINISHED: "finished", QUEUED: "interrupted"}
    else:
        assert out == f"mass_update Accounts {FINISHED}: finished: COMPLETED 50 of 50\n"
    again = f"{PROGRAM} wait mass_update Accounts {QUEUED}"
    assert err == f"{PROGRAM}: the wait has ended, the jobs continue; to wait again: {again}\n"


def test_bars_on_a_terminal(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bars go to standard error, and standard output does not change."""
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    monkeypatch.setenv("TERM", "xterm")
    assert wait(sandbox, f"mass_update Leads {GOES_ON}") == 0

    assert capsys.readouterr().out == f"mass_update Leads {GOES_ON}: finished: COMPLETED 50 of 50\n"
    drawn = terminal.getvalue()
    assert GOES_ON in drawn
    assert "━" in drawn


def test_lines_without_rich(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without rich, a terminal shows lines instead of bars."""
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    monkeypatch.setitem(sys.modules, "rich.progress", None)
    assert wait(sandbox, f"mass_update Leads {GOES_ON}") == 0

    assert capsys.readouterr().out == f"mass_update Leads {GOES_ON}: finished: COMPLETED 50 of 50\n"
    lines = terminal.getvalue().splitlines()
    assert lines[0] == f"{GOES_ON}: SCHEDULED 0 of 50"
    assert lines[-1] == f"{GOES_ON}: COMPLETED 50 of 50"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ("", ": the following arguments are required: COMMAND"),
        ("stop", ": argument COMMAND: invalid choice: 'stop'"),
        ("wait", " wait: the following arguments are required: SYSTEM"),
        ("wait convert_lead 1", " wait: argument SYSTEM: invalid choice: 'convert_lead'"),
        ("wait mass_update Leads", " wait mass_update: the following arguments are required: job_id"),
        ("wait bulk_write", " wait bulk_write: the following arguments are required: job_id"),
        (
            "wait bulk_write 1 --timeout x",
            " wait bulk_write: argument --timeout: x: expected a finite number of seconds ≥ 0",
        ),
        (
            "wait bulk_write 1 --timeout -1",
            " wait bulk_write: argument --timeout: -1: expected a finite number of seconds ≥ 0",
        ),
        (
            "wait bulk_write 1 --timeout inf",
            " wait bulk_write: argument --timeout: inf: expected a finite number of seconds ≥ 0",
        ),
        ("wait bulk_write 1 --nonsense", ": unrecognized arguments: --nonsense"),
    ],
)
def test_wrong_arguments(arguments: str, error: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One line names the wrong argument."""
    with pytest.raises(SystemExit) as exited:
        main(arguments.split())
    assert exited.value.code == 2

    out, err = capsys.readouterr()
    assert err.startswith(PROGRAM + error)
    assert (err.count("\n"), out) == (1, "")


@pytest.mark.parametrize(
    ("arguments", "variables", "error"),
    [
        ("mass_update Leads 1", {}, "ZOHO_CRM_CLIENT_ID: expected a value; or set ZOHO_CRM_ACCESS_TOKEN"),
        ("mass_update Leads 1", {"ACCESS_TOKEN": "a b"}, "access_token: a str: expected a string of visible ASCII"),
        (
            "mass_update Leads 1",
            {"ACCESS_TOKEN": "sandbox", "DATA_CENTER": "moon"},
            "data_center: 'moon': expected one of ",
        ),
        ("mass_update Leads 1", {"ACCESS_TOKEN": "sandbox", "BASE_URL": "http://[::"}, "Invalid port: ':'"),
        (
            "inventory_mass_convert Quotes 1",
            {"ACCESS_TOKEN": "sandbox", "VERSION": "v4"},
            "version: 'v4': get_inventory_mass_convert_status exists in v6, v7, v8",
        ),
        ("bulk_write 1 ..", {"ACCESS_TOKEN": "sandbox"}, "job_id: '..': expected text that is not empty, '.' or '..'"),
    ],
)
def test_a_wrong_environment(
    arguments: str,
    variables: dict[str, str],
    error: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One line names the wrong variable or argument, before any request is sent."""
    for name, value in variables.items():
        monkeypatch.setenv(f"ZOHO_CRM_{name}", value)
    assert main(["wait", *arguments.split()]) == 2

    out, err = capsys.readouterr()
    assert err.startswith(f"{PROGRAM}: {error}")
    assert (err.count("\n"), out) == (1, "")


def test_a_file_that_is_no_token_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line names the file."""
    (tmp_path / "tokens").write_text("no tokens", "utf-8")
    for name, value in (("CLIENT_ID", "1"), ("CLIENT_SECRET", "2"), ("REFRESH_TOKEN", "3")):
        monkeypatch.setenv(f"ZOHO_CRM_{name}", value)
    monkeypatch.setenv("ZOHO_CRM_TOKEN_FILE", str(tmp_path / "tokens"))
    assert main(["wait", "bulk_write", "1", "--timeout", "0"]) == 7

    out, err = capsys.readouterr()
    assert out.endswith(f"path: '{tmp_path}/tokens': not a token file (delete it, or choose another path)\n")
    assert (out.count("\n"), err) == (1, "")


def test_a_closed_output(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command ends silently if its output is closed, as by ``| head -1``."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as closed:
        monkeypatch.setattr(sys, "stdout", closed)
        assert wait(sandbox, f"mass_update Accounts {FINISHED}") == 7


def test_help(capsys: pytest.CaptureFixture[str]) -> None:
    """The help lists every exit code."""
    with pytest.raises(SystemExit) as exited:
        main(["wait", "mass_update", "--help"])
    assert exited.value.code == 0

    out = capsys.readouterr().out
    for end, (code, _) in ENDS.items():
        assert f" {code}  {end}: " in out


def test_a_process(sandbox_url: str) -> None:
    """Over HTTP, with bars on a terminal and JSON in a pipe: SIGINT ends the wait."""
    seeing, terminal = pty.openpty()
    variables = {
        **os.environ,
        "TERM": "xterm",
        "COLUMNS": "100",
        "ZOHO_CRM_ACCESS_TOKEN": "sandbox",
        "ZOHO_CRM_BASE_URL": sandbox_url,
    }
    process = subprocess.Popen(
        [*COMMAND, QUEUED, "--json"], stdout=subprocess.PIPE, stderr=terminal, env=variables, text=True
    )
    os.close(terminal)
    with process, os.fdopen(seeing, "rb", buffering=0) as screen:
        seen = b""
        deadline = time.monotonic() + 30
        while b"QUEUED" not in seen and time.monotonic() < deadline:
            seen += screen.read(1000)
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(OSError):  # Linux raises it when the other end of the terminal is closed
            while more := screen.read(1000):
                seen += more
        out, _ = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"QUEUED" in seen
    assert json.loads(out)["end"] == "interrupted"
    message = seen.decode().splitlines()[-1]
    again = shlex.split(message.rpartition(PROGRAM)[2])
    assert again == ["wait", "mass_update", "Accounts", QUEUED]
