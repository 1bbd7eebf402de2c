"""The pytest plugin: the fixtures ``zoho_crm_sandbox`` and ``zoho_crm_sandbox_env``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zoho_crm_sandbox.app import Sandbox


@pytest.fixture
def zoho_crm_sandbox() -> Iterator[Sandbox]:
    """Yield a sandbox for one test, with a manual clock; it validates each response."""
    # Not at the top, because pytest loads this module wherever it is installed, and few runs use it.
    try:
        from zoho_crm_sandbox.app import Sandbox
    except ModuleNotFoundError as error:
        message = f"zoho_crm_sandbox: {error.name} is not installed; run: pip install 'zoho-crm-jobs[sandbox]'"
        pytest.fail(message, pytrace=False)
    from zoho_crm_sandbox.clock import Clock

    with Sandbox(clock=Clock(0), validate_responses=True) as sandbox:
        yield sandbox


@pytest.fixture
def zoho_crm_sandbox_env(zoho_crm_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """The sandbox of the test, served at its URL, to which the ``ZOHO_CRM_*`` variables lead ``Client.from_env()``.

    Its clock runs a thousand times as fast as real time: a program of its own sleeps in real time.
    """
    for name in [name for name in os.environ if name.startswith("ZOHO_CRM_")]:
        monkeypatch.delenv(name)
    for name, value in zoho_crm_sandbox.environment.items():
        monkeypatch.setenv(name, value)
    zoho_crm_sandbox.clock.set_scale(1000)
    return zoho_crm_sandbox
