"""Injected faults, the journal that counts requests, and connections that break."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_sandbox import InputError, Sandbox
from zoho_crm_sandbox.platform.faults import ABORT, KINDS
from zoho_crm_sandbox.platform.journal import JOURNAL_LENGTH, JournalEntry

if TYPE_CHECKING:
    from collections.abc import Iterator

STATUS = "get_mass_update_status"
MASS_UPDATE = "/crm/v8/Accounts/actions/mass_update?job_id=554023000000506003"
CONVERT = "/crm/v2.1/Leads/738964000002118030/actions/convert"
HEADERS = {"Authorization": "Zoho-oauthtoken sandbox"}
BEFORE = ("too_many_requests", "bad_gateway", "dropped_connection")
"""The kinds that happen before the effect."""


@pytest.fixture
def zoho(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A client with the token that may do everything."""
    with httpx.Client(transport=sandbox.transport(), base_url="http://127.0.0.1", headers=HEADERS) as client:
        yield client


def test_too_many_requests(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The header has seconds or a date."""
    sandbox.inject_fault(STATUS, kind="too_many_requests")
    sandbox.inject_fault(STATUS, kind="too_many_requests", retry_after=0)
    sandbox.inject_fault(STATUS, kind="too_many_requests", retry_after="2026-01-01T00:00:00Z")
    responses = [zoho.get(MASS_UPDATE) for _ in range(4)]
    assert [response.status_code for response in responses] == [429, 429, 429, 200]
    assert {response.json()["code"] for response in responses[:3]} == {"TOO_MANY_REQUESTS"}
    assert [response.headers.get("retry-after") for response in responses] == [
        "60",
        "0",
        "Thu, 01 Jan 2026 00:00:00 GMT",
        None,
    ]


def test_broken_responses(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """A response may be a gateway's page, have no body, or half of one."""
    whole = zoho.get(MASS_UPDATE)
    for kind in ("bad_gateway", "empty_body", "truncated_json"):
        sandbox.inject_fault(STATUS, kind=kind)
    gateway, empty, truncated = (zoho.get(MASS_UPDATE) for _ in range(3))
    assert (gateway.status_code, gateway.headers["content-type"]) == (502, "text/html")
    assert gateway.text.startswith("<html>")
    assert (empty.status_code, empty.content, empty.headers["content-length"]) == (200, b"", "0")
    assert truncated.status_code == 200
    assert truncated.headers["content-type"] == whole.headers["content-type"]
    assert whole.content.startswith(truncated.content)
    with pytest.raises(ValueError, match=r"Expecting|Unterminated"):
        truncated.json()


def test_slow(sandbox: Sandbox, zoho: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Real time passes, with an event loop or without, and the sandbox's clock stands still."""
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(time, "sleep", slept.append)
    monkeypatch.setattr("asyncio.sleep", sleep)
    sandbox.inject_fault(STATUS, kind="slow")
    sandbox.inject_fault(STATUS, kind="slow", seconds=0.5)
    now = sandbox.clock.now()
    assert zoho.get(MASS_UPDATE).status_code == 200
    assert asyncio.run(get(sandbox, MASS_UPDATE)).status_code == 200
    assert slept == [1, 0.5]
    assert sandbox.clock.now() == now


async def get(sandbox: Sandbox, path: str) -> httpx.Response:
    """Send a request as an asynchronous client does."""
    async with httpx.AsyncClient(transport=httpx.ASGITransport(sandbox), headers=HEADERS) as client:
        return await client.get(f"http://127.0.0.1{path}")


def test_a_dropped_connection(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """In the same process the client's own exception is raised."""
    sandbox.inject_fault(STATUS, kind="dropped_connection", times=2)
    with pytest.raises(httpx.ReadError, match="dropped by an injected fault") as caught:
        zoho.get(MASS_UPDATE)
    assert caught.value.request.url.path == MASS_UPDATE.partition("?")[0]
    with pytest.raises(httpx.ReadError):
        asyncio.run(get(sandbox, MASS_UPDATE))
    assert zoho.get(MASS_UPDATE).status_code == 200
    assert [entry.status for entry in sandbox.journal] == [None, None, 200]


def test_the_app_waits_until_the_server_has_dropped_the_connection(sandbox: Sandbox) -> None:
    """The server would respond with 500 if the app returned before."""
    sandbox.inject_fault(STATUS, kind="dropped_connection")
    happened: list[str] = []
    messages = iter(["http.request", "http.disconnect"])

    async def receive() -> dict[str, Any]:
        happened.append(next(messages))
        return {"type": happened[-1]}

    async def send(message: Any) -> None:
        happened.append(message["type"])

    path, _, query = MASS_UPDATE.partition("?")
    extensions = {ABORT: lambda: happened.append("abort")}
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": []}
    asyncio.run(sandbox({**scope, "extensions": extensions}, receive, send))
    assert happened == ["abort", "http.request", "http.disconnect"]


@pytest.mark.parametrize("kind", KINDS)
def test_effects_of_faults(sandbox: Sandbox, zoho: httpx.Client, kind: str) -> None:
    """A fault before the effect prevents it; after a fault that follows the effect, it has happened once."""
    before = {lead.id: lead.fields for lead in sandbox.state.of("694902309").stored_records("Leads", 100)}
    sandbox.inject_fault("convert_lead_v2_1", kind=kind, seconds=0 if kind == "slow" else None)
    try:
        zoho.post(CONVERT, json={"data": [{}]})
    except httpx.ReadError:
        assert kind in ("dropped_connection", "response_lost")
    after = {lead.id: lead.fields for lead in sandbox.state.of("694902309").stored_records("Leads", 100)}
    assert (before == after) == (kind in BEFORE)
    again = zoho.post(CONVERT, json={"data": [{}]}).json()["data"][0]
    assert again.get("code") == (None if kind in BEFORE else "ID_ALREADY_CONVERTED")


def test_probability(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The same requests fail for the same seed; requests that one fault spares may meet the next."""

    def run(**fault: Any) -> list[int]:
        sandbox.faults.clear()
        sandbox.inject_fault(STATUS, kind="bad_gateway", **fault)
        sandbox.inject_fault(STATUS, "INTERNAL_ERROR", probability=1, times=3)
        return [zoho.get(MASS_UPDATE).status_code for _ in range(40)]

    first = run(probability=0.5, seed=3)
    assert first == run(probability=0.5, seed=3)
    assert first != run(probability=0.5, seed=4)
    assert 8 < first.count(502) < 32
    assert first.count(500) == 3
    assert run(probability=0.5, times=2).count(502) == 2
    assert 502 not in run(probability=0)


def test_active_faults_are_listed(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The list has how many requests are left."""
    sandbox.inject_fault(STATUS, kind="bad_gateway", times=2)
    sandbox.inject_fault(STATUS, "INTERNAL_ERROR", probability=0.5)
    sandbox.inject_fault("convert_lead_v2_1", status=503, body="")
    zoho.get(MASS_UPDATE)
    assert zoho.get("/_sandbox/faults").json() == [
        {"operation_id": STATUS, "fault": "bad_gateway", "left": 1, "probability": 1},
        {"operation_id": STATUS, "fault": "INTERNAL_ERROR", "left": None, "probability": 0.5},
        {"operation_id": "convert_lead_v2_1", "fault": "body", "left": 1, "probability": 1},
    ]


def test_over_a_port() -> None:
    """The connection is closed without a response, and the server goes on and prints nothing."""
    command = [sys.executable, "-m", "zoho_crm_sandbox", "--port=0", "--quiet"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        with httpx.Client(base_url=process.stdout.readline().strip(), headers=HEADERS) as client:
            for kind in ("dropped_connection", "response_lost"):
                fault = {"operation_id": "convert_lead_v2_1", "kind": kind}
                assert client.post("/_sandbox/faults", json=fault).json() == {}
                with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
                    client.post(CONVERT, json={"data": [{}]})
            assert client.post(CONVERT, json={"data": [{}]}).json()["data"][0]["code"] == "ID_ALREADY_CONVERTED"
            assert client.get("/_sandbox/journal/counts").json()["convert_lead_v2_1"] == 3
            assert [entry["status"] for entry in client.get("/_sandbox/journal").json()] == [None, None, 202]
        process.terminate()
        assert process.communicate() == ("", "")


def test_exactly_one_submission(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """A second submission fails the assertion, whose message lists the requests."""
    sandbox.clock.set("2026-01-01T00:00:00Z")
    sandbox.inject_fault("convert_lead_v2_1", kind="response_lost")
    sandbox.journal.assert_submissions("convert_lead_v2_1", 0)
    with pytest.raises(httpx.ReadError):
        zoho.post(CONVERT, json={"data": [{}]})
    sandbox.journal.assert_submissions("convert_lead_v2_1", 1)
    zoho.post(f"{CONVERT}?again=yes", json={"data": [{}]})
    assert sandbox.journal.count("convert_lead_v2_1") == 2
    with pytest.raises(AssertionError) as caught:
        sandbox.journal.assert_submissions("convert_lead_v2_1", 1)
    assert str(caught.value) == (
        "convert_lead_v2_1: expected 1 requests, the journal counts 2\n"
        f"  2026-01-01T00:00:00+00:00 POST {CONVERT} -> no response\n"
        f"  2026-01-01T00:00:00+00:00 POST {CONVERT}?again=yes -> 202"
    )


def test_the_journal_counts_dropped_requests(sandbox: Sandbox) -> None:
    """The count is right however long a test is."""
    entry = JournalEntry("GET", "/", "", STATUS, 200, 0.0)
    for _ in range(JOURNAL_LENGTH + 5):
        sandbox.journal.append(entry)
    assert len(sandbox.journal) == len(sandbox.journal[:]) == JOURNAL_LENGTH
    assert sandbox.journal.count(STATUS) == JOURNAL_LENGTH + 5
    assert sandbox.journal.counts()[STATUS] == JOURNAL_LENGTH + 5
    sandbox.journal.clear()
    assert sandbox.journal.count(STATUS) == 0


def test_the_journal_keeps_no_secret(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Nothing of a query of the accounts server, and of others no secrets, however their names are spelled."""
    query = "refresh%5Ftoken=1000.secret&client_secret=secret&CODE=secret&grant_type=refresh&token"
    zoho.post(f"/oauth/v2/token?{query}")
    zoho.get(f"/crm/v8/Accounts/actions/mass_update?{query}")
    redacted = "refresh%5Ftoken=***&client_secret=***&CODE=***&grant_type=refresh&token=***"
    assert [entry.query for entry in sandbox.journal] == ["", redacted]


def test_an_unknown_operation_cannot_be_counted(sandbox: Sandbox) -> None:
    """A misspelled name would pass for ever."""
    with pytest.raises(InputError, match=r"^operation_id: 'schedule': one of "):
        sandbox.journal.assert_submissions("schedule", 0)
    with pytest.raises(InputError, match=r"^operation_id: 'schedule': one of "):
        sandbox.journal.of("schedule")
    with pytest.raises(InputError, match=r"^expected: -1: a whole number from 0"):
        sandbox.journal.assert_submissions(STATUS, -1)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ({"kind": "fire"}, "kind: 'fire': one of too_many_requests, bad_gateway, empty_body"),
        ({"kind": 1}, "kind: 1: a printable text"),
        ({"kind": "slow", "code": "NOT_FOUND"}, "code: 'NOT_FOUND': exactly one of an error code, a kind and a body"),
        ({"kind": "slow", "seconds": -1}, "seconds: -1: a number from 0 to 3600"),
        ({"kind": "slow", "retry_after": 1}, "retry_after: 1: nothing with the kind slow"),
        ({"kind": "bad_gateway", "seconds": 1}, "seconds: 1: nothing with the kind bad_gateway"),
        ({"kind": "too_many_requests", "retry_after": -1}, "retry_after: -1: a whole number from 0"),
        ({"kind": "too_many_requests", "retry_after": "soon"}, "retry_after: 'soon': a moment from 1970"),
        ({"kind": "too_many_requests", "operation_id": "create_token"}, "code: 'TOO_MANY_REQUESTS': an error of"),
        ({"kind": "slow", "probability": 1.5}, "probability: 1.5: a number from 0 to 1"),
        ({"kind": "slow", "probability": 0.5, "times": 0}, "times: 0: a whole number from 1"),
        ({"kind": "slow", "probability": 0.5, "seed": "x"}, "seed: 'x': a whole number from 0"),
    ],
)
def test_bad_faults(zoho: httpx.Client, fault: dict[str, Any], error: str) -> None:
    """The error names the field, and no fault is injected."""
    response = zoho.post("/_sandbox/faults", json={"operation_id": STATUS, **fault})
    assert response.status_code == 400
    assert response.json()["error"].startswith(error)
    assert zoho.get("/_sandbox/faults").json() == []
