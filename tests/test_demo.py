"""The demo: it shows all five systems, says when something is wrong, and stops its sandbox whatever happens."""

from __future__ import annotations

import demo
import httpx
import pytest
from rich.console import Console
from zoho_crm_jobs import AccessToken, Client, errors


def test_all_five_systems(capsys: pytest.CaptureFixture[str]) -> None:
    """It ends well, with a table of every system and an error of each."""
    assert demo.main(["--scale=50"]) == 0

    output = capsys.readouterr().out
    for word in (
        "inventory_mass_convert",
        "InvalidDataError",
        "mass_update",
        "SCHEDULED → RUNNING",
        "NotFoundError",
        "mass_change_owner",
        "RequiredParamMissing",
        "bulk_write",
        "ResourceNotFoundError",
        "convert_lead",
        "IdAlreadyConverted",
    ):
        assert word in output


def test_the_sandbox_is_stopped_whatever_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    """A demo that breaks leaves nothing behind."""
    urls = []

    def breaks(self: demo.Demo) -> None:
        urls.append(self.client.base_url)
        raise KeyError("surprise")

    monkeypatch.setattr(demo.Demo, "run", breaks)
    with pytest.raises(KeyError, match="surprise"):
        demo.main([])
    with pytest.raises(httpx.ConnectError):
        httpx.get(urls[0])


def test_a_sandbox_that_does_not_start(capsys: pytest.CaptureFixture[str]) -> None:
    """It says so and fails."""
    assert demo.main(["--scale=-1"]) == 1
    assert "The demo failed: the sandbox did not start" in capsys.readouterr().out


def test_jobs_that_do_not_end(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It gives up and fails."""
    monkeypatch.setattr(demo, "DEADLINE_SECONDS", 0)

    assert demo.main([]) == 1
    assert "expected one job to complete and one to fail" in capsys.readouterr().out


def test_an_error_that_does_not_come() -> None:
    """A call that should have been refused is a failure."""
    show = demo.Demo(Client(AccessToken("sandbox")), Console())
    with pytest.raises(RuntimeError, match="a system: a call: expected NotFoundError"):
        show.refused("a system", "a call", errors.NotFoundError, lambda: None)
