"""The pytest plugin: the fixture ``zoho_crm_sandbox``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zoho_crm_sandbox.app import Sandbox


@pytest.fixture
def zoho_crm_sandbox() -> Iterator[Sandbox]:
    """Yield a sandbox for one test, with a manual clock; it validates each response."""
    # Not at the top, because pytest loads this module wherever it is installed, and few runs use it.
    from zoho_crm_sandbox.app import Sandbox
    from zoho_crm_sandbox.clock import Clock

    with Sandbox(clock=Clock(0), validate_responses=True) as sandbox:
        yield sandbox
