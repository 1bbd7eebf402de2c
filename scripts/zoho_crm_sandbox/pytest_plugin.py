"""The pytest plugin: the fixture ``zoho_crm_sandbox``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zoho_crm_sandbox.app import Sandbox


@pytest.fixture
def zoho_crm_sandbox() -> Iterator[Sandbox]:
    """A stand-in for Zoho CRM of the test's own: its clock stands still, and its every answer is checked."""
    # Not at the top: pytest loads this module wherever it is installed, and most runs never use it.
    from zoho_crm_sandbox.app import Sandbox
    from zoho_crm_sandbox.clock import Clock

    with Sandbox(clock=Clock(0), validate_responses=True) as sandbox:
        yield sandbox
