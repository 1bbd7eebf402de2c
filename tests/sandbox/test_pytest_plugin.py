"""The pytest plugin: a user's own test gets a sandbox with one argument."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

import httpx
import pytest
import zoho_crm_sandbox as package

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
