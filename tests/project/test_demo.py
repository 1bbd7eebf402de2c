"""The demo shows all five systems, reports failures, and always stops its sandbox."""

from __future__ import annotations

import demo
import httpx
import pytest
from rich.console import Console
from zoho_crm_jobs import AccessToken, Client, errors
from zoho_crm_jobs.resources.convert_lead import ConvertLead


def test_all_five_systems(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It exits with 0, and shows the effect and an error of each system."""
    monkeypatch.setenv("COLUMNS", "200")
    assert demo.main(["--scale=40"]) == 0

    output = " ".join(capsys.readouterr().out.split())
    for words in (
        "SCHEDULED → IN PROGRESS → COMPLETED",
        "sales orders before and after │ 1 → 3",
        "convert the same quotes again │ IdAlreadyConvertedError 400",
        "RUNNING → COMPLETED",
        "accounts in education before and after │ 0 → 50",
        "NoSuchJobError 404",
        "deals of that user before and after │ 0 → 20",
        "RequiredParamMissingError 404",
        "{'added': 990, 'unprocessed': 10}, such as MANDATORY_NOT_FOUND-Last_Name",
        "ResourceNotFoundError 404",
        "deal Sample",
        "convert the lead again │ IdAlreadyConvertedError 400",
    ):
        assert words in output


def test_the_sandbox_is_always_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A demo that raises an exception leaves no process behind."""
    urls = []

    def fails(self: demo.Demo) -> None:
        urls.append(self.url)
        raise KeyError("surprise")

    monkeypatch.setattr(demo.Demo, "run", fails)
    with pytest.raises(KeyError, match="surprise"):
        demo.main([])
    with pytest.raises(httpx.ConnectError):
        httpx.get(urls[0])


def test_a_sandbox_that_does_not_start(capsys: pytest.CaptureFixture[str]) -> None:
    """The demo says so and exits with 1."""
    assert demo.main(["--scale=-1"]) == 1
    assert "The demo failed: the sandbox did not start" in capsys.readouterr().out


def test_jobs_that_time_out(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The demo names the job and exits with 1."""
    monkeypatch.setattr(demo, "DEADLINE_SECONDS", 0)

    assert demo.main([]) == 1
    out = " ".join(capsys.readouterr().out.split())
    assert "The demo failed: get_inventory_mass_convert_status: the job" in out
    assert "is SCHEDULED" in out


@pytest.mark.parametrize(
    ("operation", "response", "step", "message"),
    [
        ("convert", None, "convert_lead", "convert_lead: expected a converted lead"),
    ],
)
def test_unexpected_responses(
    monkeypatch: pytest.MonkeyPatch, sandbox_url: str, operation: str, response: None, step: str, message: str
) -> None:
    """A documented response that this request should not get is a failure."""
    monkeypatch.setattr(ConvertLead, operation, lambda *_, **__: response)
    with Client(AccessToken("sandbox"), base_url=sandbox_url) as client, pytest.raises(TypeError, match=message):
        getattr(demo.Demo(client, sandbox_url, Console()), step)()


def test_a_job_that_should_fail_and_does_not(monkeypatch: pytest.MonkeyPatch, sandbox_url: str) -> None:
    """Jobs that end in unexpected states are a failure."""
    monkeypatch.setattr(demo.Demo, "watch", lambda *_: ["RUNNING → COMPLETED"] * 2)
    with (
        Client(AccessToken("sandbox"), base_url=sandbox_url) as client,
        pytest.raises(RuntimeError, match="expected one job to complete and one to fail"),
    ):
        demo.Demo(client, sandbox_url, Console()).mass_update()


def test_a_missing_error() -> None:
    """A call that should fail and succeeds is a failure."""
    show = demo.Demo(Client("sandbox"), "", Console())
    with pytest.raises(RuntimeError, match="a system: a call: expected NoSuchJobError"):
        show.expect("a system", "a call", errors.NoSuchJobError, lambda: None)
