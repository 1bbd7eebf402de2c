"""The command ``scripts/property-test``: the property tests against any server."""

from __future__ import annotations

import subprocess
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from codegen.generate import ROOT
from property_tests import __main__ as command
from property_tests import checks, run
from property_tests.reading import document
from schemathesis.generation.meta import TestPhase
from zoho_crm_sandbox.contract import Document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECRET = "1000.0123456789abcdef"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Limit the number of requests: their results are tested elsewhere."""
    settings = run.SETTINGS.read_text("utf-8")
    assert "max-examples = 40" in settings
    few = settings.replace("max-examples = 40", "max-examples = 2") + "\n[phases.coverage]\nenabled = false\n"
    (tmp_path / "settings.toml").write_text(few, "utf-8")
    monkeypatch.setattr(run, "SETTINGS", tmp_path / "settings.toml")


@pytest.fixture
def executed(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The options that Schemathesis would be run with."""
    calls: list[list[str]] = []

    def execute(_run: Any, *arguments: str, url: str) -> int:
        calls.append([*arguments, url])
        return int(len(calls) > 1)

    monkeypatch.setattr(command, "execute", execute)
    return calls


@pytest.fixture
def parrot() -> Iterator[str]:
    """The URL of a server whose responses repeat the token."""

    class Parrot(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = b'{"data": [{"Status": "%s"}]}' % self.headers.get("Authorization", "").encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # as the base class names it
            """Log nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Parrot) as server:
        Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.usefixtures("quick")
def test_only_reads_by_default(
    sandbox_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is submitted to a server, and checks that need its state are skipped by name."""
    token = httpx.post(f"{sandbox_url}/_sandbox/tokens", json={"scopes": Document().scopes}).json()["token"]
    monkeypatch.setenv("ZOHO_CRM_TOKEN", token)
    arguments = ["--url", sandbox_url, "--rate", "5000/s", "--report", str(tmp_path / "reports")]
    assert command.main([*arguments, "--id", "lead_id=738964000002118038", "--id", "lead_id=738964000002118042"]) == 0

    counts = httpx.get(f"{sandbox_url}/_sandbox/journal/counts").json()
    assert {name for name, count in counts.items() if count} == {
        "get_mass_update_status",
        "get_mass_change_owner_status",
        "get_inventory_mass_convert_status",
        "get_bulk_write_job",
        "download_bulk_write_result",
        "get_lead_conversion_options",
    }
    output = capsys.readouterr()
    assert "may cost API credits" in output.err
    assert all(check.__name__ in output.out for check in checks.OWN_SANDBOX)
    assert "| get_bulk_write_job |" in output.out
    assert {path.name for path in (tmp_path / "reports").iterdir()} == {"requests.xml", "requests-html", "coverage.md"}
    assert token not in output.out + output.err + everything_in(tmp_path / "reports")


@pytest.mark.usefixtures("quick")
def test_token_is_filtered(
    parrot: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The token is filtered even if a check quotes a response that repeats it."""
    monkeypatch.setenv("ZOHO_CRM_TOKEN", SECRET)
    assert command.main(["--url", parrot, "--rate", "5000/s", "--report", str(tmp_path / "reports")]) == 1

    output = capsys.readouterr().out
    assert "response_schema_conformance" in output + everything_in(tmp_path / "reports")
    assert "no_secret_in_a_response" in output
    assert "curl -X GET" in output
    assert SECRET not in output + everything_in(tmp_path / "reports")


def everything_in(directory: Path) -> str:
    """Return the text of all files."""
    return "".join(path.read_text("utf-8") for path in directory.rglob("*") if path.is_file())


def test_submissions(executed: list[list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--submissions`` adds the scenarios, and prints a warning."""
    arguments = ["--url", "https://crm.example/", "--token", SECRET, "--submissions", "--report", str(tmp_path)]
    assert command.main(arguments) == 1

    assert len(executed) == 1 + len(document().tags())
    for call in executed:
        assert {"--rate-limit=5/s", "--generation-deterministic", "https://crm.example"} <= set(call)
        assert "--include-method=GET" not in call
        assert SECRET not in "".join(call)
    output = capsys.readouterr()
    assert "an account that holds nothing of value" in output.err
    assert "checks failed" in output.out


def test_own_sandbox(
    executed: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a URL, a sandbox in this process is tested, with every check but full coverage."""
    monkeypatch.chdir(tmp_path)
    command.main([])
    command.main(["--seed", "7"])
    command.main(["--long"])

    passes = 1 + len(document().tags())
    assert "--generation-deterministic" in executed[0]
    assert "--exclude-checks=full_coverage" in executed[0]
    assert "--seed=7" in executed[passes]
    seed = capsys.readouterr().out.rpartition("to repeat it: --long --seed ")[2].split()[0]
    assert {f"--seed={seed}", "--max-examples=1000"} <= set(executed[2 * passes])
    assert (tmp_path / "property-test-report/coverage.md").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--url", "crm.example"], "argument --url: crm.example: expected http:// or https:// and a host"),
        (["--url", "https://[crm"], "argument --url: https://[crm: expected http:// or https:// and a host"),
        (
            ["--url", "https://crm.example"],
            "--token: expected an access token, here or in the environment variable ZOHO_CRM_TOKEN",
        ),
        (["--url", "https://crm.example", "--token", "a b"], "--token: expected an access token"),
        (["--token", "x"], "--token, --submissions and --rate need --url"),
        (["--url", "https://crm.example", "--rate", "5"], "argument --rate: 5: expected a number and /s or /m"),
        (["--seed", "-1"], "argument --seed: -1: expected a whole number below 4294967296"),
        (["--id", "job_id"], "argument --id: job_id: expected NAME=VALUE"),
        (["--report", "/dev/null/reports"], "--report: /dev/null/reports: Not a directory"),
    ],
)
def test_wrong_arguments(
    arguments: list[str], message: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The error is one line."""
    monkeypatch.delenv("ZOHO_CRM_TOKEN", raising=False)
    with pytest.raises(SystemExit) as caught:
        command.main(arguments)
    assert caught.value.code == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert error.startswith(f"property-test: {message}")


def test_another_server_is_not_controlled() -> None:
    """Its clock is not advanced between the steps of a scenario, and it is not restarted."""
    phase = SimpleNamespace(name=TestPhase.STATEFUL)
    made = run.Run(SECRET)
    made.prepare(SimpleNamespace(id="1", meta=SimpleNamespace(phase=phase)))  # type: ignore[arg-type]  # a partial case
    assert (made.steps, made.before) == (1, None)


@pytest.mark.parametrize("check", [checks.jobs_end, checks.jobs_stay])
def test_endless_jobs_are_not_watched(check: Any) -> None:
    """The check ignores the response, and needs no run."""
    for name in checks.ENDLESS:
        check(None, None, SimpleNamespace(body={"cvid": name}))


def test_script_explains_its_options() -> None:
    """The script passes ``--help-options`` on."""
    script = [str(ROOT / "scripts/property-test"), "--help-options"]
    assert "ZOHO_CRM_TOKEN" in subprocess.run(script, capture_output=True, text=True, check=True).stdout
