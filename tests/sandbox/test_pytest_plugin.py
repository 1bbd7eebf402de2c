"""The pytest plugin: a user's own test gets a sandbox with one argument."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

import httpx
import pytest
import zoho_crm_sandbox as package
from zoho_crm_jobs import errors
from zoho_crm_sandbox import Clock

if TYPE_CHECKING:
    from pathlib import Path

    from zoho_crm_sandbox import Sandbox

TEST = """
import httpx

def test_it(zoho_crm_sandbox):
    headers = {"Authorization": "Zoho-oauthtoken sandbox"}
    with httpx.Client(transport=zoho_crm_sandbox.transport(), base_url="http://zoho", headers=headers) as client:
        path = "/crm/v8/Accounts/actions/mass_update?job_id=554023000000506003"
        assert client.get(path).json()["data"][0]["Status"] == "COMPLETED"
    zoho_crm_sandbox.journal.assert_submissions("get_mass_update_status", 1)
"""


def test_the_fixture(zoho_crm_sandbox: Sandbox) -> None:
    """The fixture is a sandbox whose clock stands still and whose responses are validated."""
    assert zoho_crm_sandbox.clock.mode == "manual"
    assert zoho_crm_sandbox.validate_responses
    with httpx.Client(transport=zoho_crm_sandbox.transport(), base_url="http://zoho") as client:
        assert client.get("/crm").status_code == 404
    assert len(zoho_crm_sandbox.journal) == 1


def test_the_fixture_is_isolated(zoho_crm_sandbox: Sandbox) -> None:
    """The test before has left nothing."""
    assert len(zoho_crm_sandbox.journal) == 0


def test_a_users_own_test(tmp_path: Path) -> None:
    """A test file needs only the installed package."""
    (tmp_path / "test_it.py").write_text(TEST)
    command = [sys.executable, "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", str(tmp_path)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout


def test_client(zoho_crm_sandbox: Sandbox) -> None:
    """A client is ready to use, and a wait of two hours takes no time."""
    crm = zoho_crm_sandbox.client(timeout=20)
    began, real = zoho_crm_sandbox.clock.now(), time.monotonic()
    with pytest.raises(errors.JobTimedOut):
        crm.mass_update.schedule("Accounts", cvid="554023000000091527", data={"Industry": "x"}).wait(7200)
    assert 7190 < zoho_crm_sandbox.clock.now() - began <= 7200
    assert time.monotonic() - real < 5


def test_async_client(zoho_crm_sandbox: Sandbox) -> None:
    """The same for asyncio, with another token."""

    async def wait() -> str:
        async with zoho_crm_sandbox.async_client("sandbox") as crm:
            job = await crm.mass_update.schedule("Accounts", cvid="554023000000091525", data={"Industry": "x"})
            return (await job.wait(7200)).progress.state

    assert asyncio.run(wait()) == "COMPLETED"
    with pytest.raises(errors.AuthenticationError):
        asyncio.run(zoho_crm_sandbox.async_client("sandbox-expired").mass_update.get_status("Leads", job_id="1"))


@pytest.mark.parametrize("scale", [0, 100])
def test_the_clock_of_another_client(scale: float) -> None:
    """The sandbox's clock can be that of any client, and moves by as much as it sleeps."""
    clock = Clock(scale, start=0)
    clock.sleep(1)
    asyncio.run(clock.sleep_asyncio(1))
    assert 2 <= clock.time() <= clock.monotonic()
    assert clock.now() < 60


def test_url(zoho_crm_sandbox_env: Sandbox) -> None:
    """A program of its own reaches the sandbox at its URL by the environment alone, and the server ends with it."""
    program = "from zoho_crm_jobs import Client; print(Client.from_env().bulk_write.job('4150868000005350011').wait())"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "COMPLETED" in done.stdout
    assert {name: os.environ[name] for name in os.environ if name.startswith("ZOHO_CRM_")} == (
        zoho_crm_sandbox_env.environment
    )
    url = zoho_crm_sandbox_env.url
    zoho_crm_sandbox_env.journal.assert_submissions("get_bulk_write_job", 1)
    zoho_crm_sandbox_env.close()
    with pytest.raises(httpx.ConnectError):
        httpx.get(url)


def test_variables_of_the_user_are_hidden(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """No variable leads a test to a real organization."""
    monkeypatch.setenv("ZOHO_CRM_REFRESH_TOKEN", "1000.real")
    request.getfixturevalue("zoho_crm_sandbox_env")
    assert "ZOHO_CRM_REFRESH_TOKEN" not in os.environ


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """One line says what to install."""
    monkeypatch.delitem(sys.modules, "zoho_crm_sandbox.app")
    monkeypatch.setitem(sys.modules, "starlette.routing", None)
    with pytest.raises(pytest.fail.Exception) as caught:
        request.getfixturevalue("zoho_crm_sandbox")
    message = "zoho_crm_sandbox: starlette.routing is not installed; run: pip install 'zoho-crm-jobs[sandbox]'"
    assert (str(caught.value), caught.value.pytrace) == (message, False)


def test_the_plugin_is_an_entry_point() -> None:
    """Pytest finds the plugin wherever the package is installed."""
    (entry,) = [entry for entry in entry_points(group="pytest11") if entry.name == "zoho_crm_sandbox"]
    assert entry.value == "zoho_crm_sandbox.pytest_plugin"


def test_an_unused_plugin_imports_nothing() -> None:
    """Neither the server nor the validator is imported until a test uses the fixture."""
    program = (
        "import sys, zoho_crm_sandbox.pytest_plugin; print({'starlette', 'jsonschema_rs', 'uvicorn'} & {*sys.modules})"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == "set()\n"


def test_the_package_exports_its_names() -> None:
    """Its names are imported when first used, and other names do not exist."""
    assert all(getattr(package, name).__name__ == name for name in package.__all__)
    with pytest.raises(AttributeError, match="module 'zoho_crm_sandbox' has no attribute 'nothing'"):
        _ = package.nothing
