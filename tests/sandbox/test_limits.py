"""Limits of credits and concurrency: off by default, then 429."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest
from zoho_crm_sandbox import Clock, Sandbox
from zoho_crm_sandbox.validation import InputError

STATUS = "/crm/v8/Accounts/actions/mass_update?job_id=554023000000506003"
HEADERS = {"Authorization": "Zoho-oauthtoken sandbox"}
REMAINING = "X-API-CREDITS-REMAINING"


def client(sandbox: Sandbox, token: str = "sandbox") -> httpx.Client:  # noqa: S107  # it is public
    """Return a client with a token."""
    headers = {"Authorization": f"Zoho-oauthtoken {token}"}
    return httpx.Client(transport=sandbox.transport(), base_url="http://127.0.0.1", headers=headers)


def test_credits() -> None:
    """The header shows the credits once half are spent; without any, calls get 429 until 24 hours have passed."""
    with Sandbox(clock=Clock(0), credits=3, validate_responses=True) as sandbox, client(sandbox) as zoho:
        assert REMAINING not in zoho.get(STATUS).headers
        sandbox.clock.advance(3600)
        assert zoho.get(STATUS).headers[REMAINING] == "1"
        assert zoho.get(STATUS).headers[REMAINING] == "0"
        rejected = zoho.get(STATUS)
        assert (rejected.status_code, rejected.json()["code"]) == (429, "TOO_MANY_REQUESTS")
        with client(sandbox, "sandbox-other-org") as other:
            assert other.get(STATUS).status_code != 429
        sandbox.clock.advance(23 * 3600)
        assert zoho.get(STATUS).status_code == 200
        assert zoho.get(STATUS).status_code == 429
        sandbox.reset()
        assert zoho.get(STATUS).status_code == 200


@pytest.mark.parametrize(
    ("path", "cost"),
    [
        ("/crm/v2.1/Leads/738964000002118030/actions/convert", 5),
        ("/crm/v8/Leads/738964000002118030/actions/convert", 5),
        ("/crm/bulk/v8/write", 500),
    ],
)
def test_costs(path: str, cost: int) -> None:
    """Some calls cost more than one credit, even if they fail."""
    with Sandbox(clock=Clock(0), credits=cost, validate_responses=True) as sandbox, client(sandbox) as zoho:
        assert zoho.post(path, json={}).headers[REMAINING] == "0"
        assert zoho.post(path, json={}).status_code == 429
    with Sandbox(clock=Clock(0), credits=cost - 1, validate_responses=True) as sandbox, client(sandbox) as zoho:
        assert zoho.post(path, json={}).status_code == 429


def test_tokens_cost_nothing() -> None:
    """Calls to the accounts server cost no credits."""
    fields = {"grant_type": "refresh_token"}
    with Sandbox(clock=Clock(0), credits=1, concurrency=1) as sandbox, client(sandbox) as zoho:
        for _ in range(3):
            assert zoho.post("/oauth/v2/token", data=fields).status_code == 200


@pytest.mark.parametrize(("concurrency", "statuses"), [(1, [200, 429]), (2, [200, 200]), (None, [200, 200])])
def test_concurrency(concurrency: int | None, statuses: list[int]) -> None:
    """A call counts until its response is sent."""

    async def call(sandbox: Sandbox, arrived: asyncio.Event, received: asyncio.Event) -> int:
        sent: list[Any] = []

        async def receive() -> dict[str, Any]:
            raise AssertionError

        async def send(message: Any) -> None:
            sent.append(message)
            arrived.set()
            await received.wait()

        scope = {
            "type": "http",
            "method": "GET",
            "path": STATUS.partition("?")[0],
            "query_string": STATUS.partition("?")[2].encode(),
            "headers": [(b"authorization", HEADERS["Authorization"].encode())],
        }
        await sandbox(scope, receive, send)
        status: int = sent[0]["status"]
        return status

    async def both(sandbox: Sandbox) -> list[int]:
        arrived, received = asyncio.Event(), asyncio.Event()
        first = asyncio.create_task(call(sandbox, arrived, received))
        await arrived.wait()
        received_at_once = asyncio.Event()
        received_at_once.set()
        second = await call(sandbox, asyncio.Event(), received_at_once)
        received.set()
        return [await first, second, await call(sandbox, asyncio.Event(), received)]

    with Sandbox(clock=Clock(0), concurrency=concurrency, validate_responses=True) as sandbox:
        assert asyncio.run(both(sandbox)) == [*statuses, 200]


@pytest.mark.parametrize("limit", ["credits", "concurrency"])
def test_limits_are_whole_numbers(limit: str) -> None:
    """A limit is at least one."""
    with pytest.raises(InputError, match=f"^{limit}: 0: a whole number from 1 to 1000000000$"):
        Sandbox(**{limit: 0})  # type: ignore[arg-type]  # the name of a limit is a parameter here
