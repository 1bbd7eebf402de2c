"""``zoho-crm-sandbox``: it starts, prints its URL and stops cleanly, or prints in one line why not."""

from __future__ import annotations

import importlib
import os
import signal
import socket
import subprocess
import sys
import threading
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, TextIO

import httpx
import pytest
from zoho_crm_sandbox.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COMMAND = [sys.executable, "-m", "zoho_crm_sandbox"]
MASS_UPDATE = "/crm/v8/Accounts/actions/mass_update?job_id=554023000000506003"
HEADERS = {"Authorization": "Zoho-oauthtoken sandbox"}


def url_in(line: str) -> str:
    """Return the URL in the line that the command prints."""
    return line[line.index("http://") :].split()[0]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_the_process_cleanly(number: signal.Signals) -> None:
    """The process serves until a signal stops it, and exits 0."""
    command = [*COMMAND, "--port", "0", "--clock", "manual", "--validate-responses"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("zoho-crm-sandbox listens on http://127.0.0.1:")
        assert line.endswith("(Authorization: Zoho-oauthtoken sandbox)\n")
        response = httpx.get(url_in(line) + MASS_UPDATE, headers=HEADERS)
        assert response.status_code == 200
        assert response.headers.get_list("server") == ["ZGS"]
        (date,) = response.headers.get_list("date")
        httpx.post(url_in(line) + "/_sandbox/clock", json={"advance": 86400}).raise_for_status()
        (later,) = httpx.get(url_in(line) + MASS_UPDATE, headers=HEADERS).headers.get_list("date")
        assert parsedate_to_datetime(later) - parsedate_to_datetime(date) == timedelta(days=1)
        assert httpx.head(url_in(line) + MASS_UPDATE).status_code == 400
        process.send_signal(number)
        rest, errors = process.communicate()
    assert (process.returncode, rest, errors) == (0, "", "")


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line says what to install."""
    monkeypatch.delitem(sys.modules, "zoho_crm_sandbox.__main__")
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(SystemExit, match=r"^zoho-crm-sandbox: uvicorn is not installed; run: pip install 'zoho-crm-"):
        importlib.import_module("zoho_crm_sandbox.__main__")


def test_a_taken_port() -> None:
    """The command prints one line, without a traceback."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run([*COMMAND, "--port", str(port)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == f"zoho-crm-sandbox: cannot listen on 127.0.0.1 port {port}: Address already in use\n"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--port", "x"], "argument --port: x: a whole number from 0 to 65535"),
        (["--port", "65536"], "argument --port: 65536: a whole number from 0 to 65535"),
        (["--port", "-1"], "argument --port: -1: a whole number from 0 to 65535"),
        (["--seed", "1000000"], "argument --seed: 1000000: a whole number from 0 to 999999"),
        (["--clock", "slow"], "argument --clock: invalid choice: 'slow'"),
        (["--clock", "scaled"], "--clock scaled and --scale go together"),
        (["--scale", "2"], "--clock scaled and --scale go together"),
        (["--clock", "scaled", "--scale", "x"], "argument --scale: x: a number above 0 and up to 1000000"),
        (["--clock", "scaled", "--scale", "0"], "argument --scale: 0: a number above 0 and up to 1000000"),
        (["--clock", "scaled", "--scale", "nan"], "argument --scale: nan: a number above 0 and up to 1000000"),
        (["--nonsense"], "unrecognized arguments: --nonsense"),
        (["more"], "unrecognized arguments: more"),
    ],
)
def test_a_bad_option(arguments: list[str], error: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One line names the option and the reason."""
    with pytest.raises(SystemExit) as exited:
        main(arguments)
    assert exited.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"zoho-crm-sandbox: {error}")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--host", "a..b"], "cannot listen on a..b port 0: "),
        (["--host", "192.0.2.1"], "cannot listen on 192.0.2.1 port 0: "),
        (["--database", "/nowhere/state.db"], "/nowhere/state.db: unable to open database file"),
        (["--document", "/nowhere/openapi.json"], "[Errno 2] No such file or directory: '/nowhere/openapi.json'"),
        (["--document", os.devnull], f"{os.devnull}: not an OpenAPI document that the sandbox can serve"),
    ],
)
def test_a_failed_start(arguments: list[str], error: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One line gives the reason."""
    assert main([*arguments, "--port", "0"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"zoho-crm-sandbox: {error}")
    assert err.count("\n") == 1


def test_help(capsys: pytest.CaptureFixture[str]) -> None:
    """The help explains every option."""
    with pytest.raises(SystemExit) as exited:
        main(["--help"])
    assert exited.value.code == 0
    out = capsys.readouterr().out
    for option in (
        "host",
        "port",
        "database",
        "clock",
        "scale",
        "seed",
        "document",
        "validate-responses",
        "allow-callbacks",
        "quiet",
    ):
        assert f"--{option} " in out.replace("\n", " ")


def serve(arguments: list[str], check: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> str:
    """Run the command in this process until a check in another thread is done; return its first line."""
    reading, writing = os.pipe()
    lines: list[str] = []
    failures: list[BaseException] = []

    def use(out: TextIO) -> None:
        lines.append(out.readline())
        try:
            check(url_in(lines[0]))
        except BaseException as failure:
            failures.append(failure)
        os.kill(os.getpid(), signal.SIGTERM)

    with os.fdopen(reading) as out, os.fdopen(writing, "w") as printed:
        monkeypatch.setattr(sys, "stdout", printed)
        user = threading.Thread(target=use, args=(out,))
        user.start()
        before = signal.getsignal(signal.SIGTERM)
        assert main(arguments) == 0
        assert signal.getsignal(signal.SIGTERM) is before
        user.join()
    for failure in failures:
        raise failure
    return lines[0]


def test_serving(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The options reach the sandbox, and the state is kept."""

    def use(url: str) -> None:
        with httpx.Client(base_url=url, headers=HEADERS) as client:
            clock = client.get("/_sandbox/clock").json()
            assert (clock["mode"], clock["scale"]) == ("scaled", 60)
            body: dict[str, Any] = {"data": [{}]}
            made = client.post("/crm/v2.1/Leads/738964000002118030/actions/convert", json=body).json()
            assert made["data"][0]["Accounts"] == "738964000007130035"

    database = tmp_path / "state.db"
    arguments = ["--port", "0", "--clock", "scaled", "--scale", "60", "--seed", "5", "--database", str(database)]
    assert serve(arguments, use, monkeypatch).startswith("zoho-crm-sandbox listens on")
    assert database.stat().st_size > 0


def test_serving_quietly_on_ipv6(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the URL is printed, for scripts."""
    if not socket.has_ipv6:
        pytest.skip("this machine has no IPv6")

    def use(url: str) -> None:
        assert httpx.get(url + MASS_UPDATE, headers=HEADERS).status_code == 200

    line = serve(["--host", "::1", "--port", "0", "--quiet"], use, monkeypatch)
    assert line.startswith("http://[::1]:")


def test_as_a_module() -> None:
    """``python -m`` exits with the exit code of ``main``."""
    command = [*COMMAND, "--database", "/nowhere/state.db", "--port", "0"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "/nowhere/state.db" in done.stderr
