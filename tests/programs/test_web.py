"""The web handler converts leads, and tells the browser why one cannot be converted."""

import asyncio
from typing import Any

import httpx
import pytest
from zoho_crm_sandbox import Sandbox

from tests.programs.web import app_of


def post(sandbox: Sandbox, lead: str, **form: Any) -> httpx.Response:
    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app_of(sandbox.async_client()))
        async with httpx.AsyncClient(transport=transport, base_url="http://app") as browser:
            return await browser.post(f"/leads/{lead}/convert", json=form)

    return asyncio.run(send())


def test_a_lead_is_converted(zoho_crm_sandbox: Sandbox) -> None:
    response = post(zoho_crm_sandbox, "738964000002118026", account="738964000002058030")
    assert (response.status_code, response.json()["Accounts"]["id"]) == (200, "738964000002058030")


@pytest.mark.parametrize(
    ("lead", "status"), [("738964000002118012", 409), ("999", 422), ("475243000003269880", 503), ("x", 422)]
)
def test_a_lead_is_not_converted(zoho_crm_sandbox: Sandbox, lead: str, status: int) -> None:
    response = post(zoho_crm_sandbox, lead)
    assert (response.status_code, bool(response.json()["error"])) == (status, True), response.text


def test_a_lost_response(zoho_crm_sandbox: Sandbox) -> None:
    zoho_crm_sandbox.inject_fault("convert_lead", kind="response_lost")
    assert post(zoho_crm_sandbox, "738964000002118026").status_code == 504
