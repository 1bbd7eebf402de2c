"""What the tests of the systems share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zoho_crm_sandbox import Sandbox


@pytest.fixture
def zoho(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """Return a plain HTTP client of the sandbox, with a token that has every scope."""
    headers = {"Authorization": "Zoho-oauthtoken sandbox"}
    with httpx.Client(transport=sandbox.transport(), base_url="https://www.zohoapis.com", headers=headers) as client:
        yield client
