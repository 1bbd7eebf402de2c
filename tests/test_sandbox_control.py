"""The control plane and the library's methods of the same names."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_sandbox import Clock, InputError, Sandbox
from zoho_crm_sandbox.journal import JOURNAL_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterator

MASS_UPDATE = "/crm/v8/Accounts/actions/mass_update?job_id=554023000000506003"
CONVERT = "/crm/v2.1/Leads/738964000002118030/actions/convert"
PROGRESSING = "/crm/v8/Leads/actions/mass_update?job_id=3524033000006027001"


@pytest.fixture
def zoho(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A client with the token that may do everything."""
    headers = {"Authorization": "Zoho-oauthtoken sandbox"}
    with httpx.Client(transport=sandbox.transport(), base_url="http://127.0.0.1", headers=headers) as client:
        yield client


def control(zoho: httpx.Client, method: str, name: str, body: Any = None) -> Any:
    """Does something that the control plane takes."""
    response = zoho.request(method, f"/_sandbox/{name}", json=body)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/json"
    return response.json()


def test_clock(zoho: httpx.Client) -> None:
    """It is shown, set, advanced and scaled."""
    assert control(zoho, "POST", "clock", {"set": "2026-01-01T00:00:00Z"}) == {
        "now": "2026-01-01T00:00:00+00:00",
        "seconds": 1767225600.0,
        "mode": "manual",
        "scale": 0,
    }
    assert control(zoho, "POST", "clock", {"advance": 60})["now"] == "2026-01-01T00:01:00+00:00"
    assert control(zoho, "POST", "clock", {"set": 0})["seconds"] == 0
    assert control(zoho, "GET", "clock")["mode"] == "manual"
    assert control(zoho, "POST", "clock", {"scale": 60})["mode"] == "scaled"
    assert control(zoho, "POST", "clock", {"mode": "real"})["mode"] == "real"
    assert control(zoho, "POST", "clock", {"mode": "manual"})["scale"] == 0


def test_reset(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Records, jobs, tokens, faults and the journal are as at the start; the clock goes on."""
    zoho.post(CONVERT, json={"data": [{}]})
    sandbox.clock.advance(100)
    token = sandbox.issue_token(["ZohoCRM.mass_update.READ"])
    sandbox.plant("get_mass_update_status", "INTERNAL_ERROR", times=9)
    now = sandbox.clock.now()
    assert control(zoho, "POST", "reset") == {}
    assert sandbox.clock.now() == now
    assert list(sandbox.journal) == []
    assert zoho.get(PROGRESSING).json()["data"][0]["Status"] == "SCHEDULED"
    assert zoho.get(PROGRESSING, headers={"Authorization": f"Bearer {token}"}).json()["code"] == "INVALID_TOKEN"
    assert zoho.post(CONVERT, json={"data": [{}]}).json()["data"][0]["Accounts"] == "738964000002130035"


def test_tokens(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """A token is made with scopes, for a user, for a time."""

    def ask(token: str) -> httpx.Response:
        return zoho.get(MASS_UPDATE, headers={"Authorization": f"Zoho-oauthtoken {token}"})

    good = control(zoho, "POST", "tokens", {"scopes": ["ZohoCRM.mass_update.READ"]})["token"]
    assert ask(good).status_code == 200
    assert ask(control(zoho, "POST", "tokens", {"scopes": []})["token"]).json()["code"] == "OAUTH_SCOPE_MISMATCH"
    body = {"scopes": ["ZohoCRM.mass_update.READ"], "user": "4150868000000225101", "expires_in": None}
    endless = control(zoho, "POST", "tokens", body)["token"]
    assert ask(endless).json()["code"] == "NO_PERMISSION"
    foreign = control(zoho, "POST", "tokens", {**body, "user": "7000000010000225013", "expires_in": 60})["token"]
    assert ask(foreign).json()["code"] == "INVALID_DATA"
    sandbox.clock.advance(3600)
    assert ask(good).json()["code"] == "INVALID_TOKEN"
    assert ask(endless).json()["code"] == "NO_PERMISSION"


def test_tokens_are_the_same_for_the_same_seed() -> None:
    """And differ from each other."""
    made = []
    for _ in range(2):
        with Sandbox() as sandbox:
            made.append([sandbox.issue_token(["a"]), sandbox.issue_token(["a"])])
    assert made[0] == made[1]
    assert len(set(made[0])) == 2


def test_journal(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """It has what was asked and answered, and never a token."""
    sandbox.clock.set("2026-01-01T00:00:00Z")
    zoho.get(MASS_UPDATE)
    zoho.put(MASS_UPDATE)
    zoho.get("/nowhere?a=%20b")
    entries = control(zoho, "GET", "journal")
    assert entries == [
        {
            "method": "GET",
            "path": "/crm/v8/Accounts/actions/mass_update",
            "query": "job_id=554023000000506003",
            "operation_id": "get_mass_update_status",
            "status": 200,
            "time": "2026-01-01T00:00:00+00:00",
        },
        {
            "method": "PUT",
            "path": "/crm/v8/Accounts/actions/mass_update",
            "query": "job_id=554023000000506003",
            "operation_id": None,
            "status": 400,
            "time": "2026-01-01T00:00:00+00:00",
        },
        {
            "method": "GET",
            "path": "/nowhere",
            "query": "a=%20b",
            "operation_id": None,
            "status": 404,
            "time": "2026-01-01T00:00:00+00:00",
        },
    ]
    assert [entry.status for entry in sandbox.journal] == [200, 400, 404]
    assert control(zoho, "DELETE", "journal") == {}
    assert control(zoho, "GET", "journal") == []


def test_the_journal_forgets_the_oldest(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """It does not grow for ever."""
    zoho.get("/first")
    for _ in range(JOURNAL_LENGTH):
        zoho.get("/")
    assert len(sandbox.journal) == JOURNAL_LENGTH
    assert sandbox.journal[0].path == "/"


def test_planted_errors(zoho: httpx.Client) -> None:
    """They are answered in turn, whatever the request holds, and then no more."""
    fault = {"operation_id": "get_mass_update_status", "code": "INVALID_MODULE", "case": "not_supported", "times": 2}
    control(zoho, "POST", "faults", fault)
    control(zoho, "POST", "faults", {"operation_id": "get_mass_update_status", "code": "NOT_FOUND", "status": 404})
    control(zoho, "POST", "faults", {"operation_id": "get_bulk_write_job", "code": "INTERNAL_ERROR"})
    seen = [zoho.get(MASS_UPDATE, headers={"Authorization": ""}).json()["message"] for _ in range(3)]
    assert seen == ["The given module is not supported in API"] * 2 + ["Empty response"]
    assert zoho.get(MASS_UPDATE).status_code == 200
    assert control(zoho, "DELETE", "faults") == {}
    assert zoho.get("/crm/bulk/v8/write/4150868000005350003").status_code == 200


def test_planted_raw_answers(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """They are sent as they are, and are not held against the document."""
    control(
        zoho,
        "POST",
        "faults",
        {"operation_id": "get_mass_update_status", "status": 502, "body": "<h1>Bad gateway</h1>"},
    )
    sandbox.plant("get_mass_update_status", status=200, body='{"data": [', content_type="application/json")
    sandbox.plant("get_mass_update_status", status=404, body="")
    sandbox.plant("get_mass_update_status", status=204, body="")
    html, truncated, empty, nothing = (zoho.get(MASS_UPDATE) for _ in range(4))
    assert (html.status_code, html.text, html.headers["content-type"]) == (502, "<h1>Bad gateway</h1>", "text/html")
    assert (truncated.status_code, truncated.text) == (200, '{"data": [')
    assert (empty.status_code, empty.content, empty.headers["content-length"]) == (404, b"", "0")
    assert (nothing.status_code, "content-length" in nothing.headers) == (204, False)
    assert [entry.status for entry in sandbox.journal] == [502, 200, 404, 204]


UPDATE = "get_mass_update_status"
BAD = [
    ("POST", "clock", {}, "body: "),
    ("POST", "clock", {"advance": 1, "scale": 2}, "body: "),
    ("POST", "clock", {"advance": -1}, "advance: -1: a number from 0 to"),
    ("POST", "clock", {"advance": "1"}, "advance: '1': a number from 0 to"),
    ("POST", "clock", {"set": "now"}, "set: 'now': a moment from 1970 to 9999"),
    ("POST", "clock", {"scale": None}, "scale: None: a number from 0 to"),
    ("POST", "clock", {"mode": "fast"}, "mode: 'fast': manual or real"),
    ("POST", "clock", {"mode": []}, "mode: []: manual or real"),
    ("POST", "clock", {"speed": 1}, "speed: 1: one of advance, set, scale, mode"),
    ("POST", "clock", [], "body: b'[]': a JSON object"),
    ("POST", "reset", {"all": True}, "all: True: nothing"),
    ("POST", "tokens", {}, "scopes: None: a list of scopes"),
    ("POST", "tokens", {"scopes": "ZohoCRM.bulk.ALL"}, "scopes: 'ZohoCRM.bulk.ALL': a list of scopes"),
    ("POST", "tokens", {"scopes": [1]}, "scopes: 1: a printable text"),
    ("POST", "tokens", {"scopes": ["\ud800"]}, "scopes: '\\ud800': a printable text"),
    ("POST", "tokens", {"scopes": [], "user": "1"}, "user: '1': the id of a user"),
    ("POST", "tokens", {"scopes": [], "user": None}, "user: None: a printable text"),
    ("POST", "tokens", {"scopes": [], "expires_in": -1}, "expires_in: -1: a number from 0 to"),
    ("POST", "tokens", {"scopes": [], "client": "x"}, "client: 'x': one of scopes, user, expires_in"),
    ("POST", "faults", {}, "code: None: an error code, or a body in its place"),
    ("POST", "faults", {"code": "X"}, "operation_id: None: a printable text"),
    ("POST", "faults", {"operation_id": "x", "code": "X"}, "operation_id: 'x': one of "),
    ("POST", "faults", {"operation_id": UPDATE, "code": "X"}, "code: 'X': an error of the operation"),
    ("POST", "faults", {"operation_id": UPDATE, "code": 1}, "code: 1: an error of the operation"),
    ("POST", "faults", {"operation_id": UPDATE, "code": "X", "body": ""}, "code: 'X': an error code, or a body"),
    ("POST", "faults", {"operation_id": UPDATE, "code": "NOT_FOUND", "status": 400}, "code: 'NOT_FOUND': an error"),
    ("POST", "faults", {"operation_id": UPDATE, "code": "NOT_FOUND", "times": 0}, "times: 0: a whole number from 1"),
    ("POST", "faults", {"operation_id": UPDATE, "body": "x"}, "status: None: a whole number from 200 to 599"),
    ("POST", "faults", {"operation_id": UPDATE, "body": "x", "status": 600}, "status: 600: a whole number"),
    ("POST", "faults", {"operation_id": UPDATE, "body": "x", "status": 204}, "body: 'x': a text, and an empty one"),
    ("POST", "faults", {"operation_id": UPDATE, "body": {}, "status": 200}, "body: {}: a text"),
    (
        "POST",
        "faults",
        {"operation_id": UPDATE, "body": "", "status": 200, "content_type": "a\r\nb: c"},
        "content_type: 'a\\r\\nb: c': a printable text",
    ),
    (
        "POST",
        "faults",
        {"operation_id": UPDATE, "body": "", "status": 200, "content_type": "téxt"},
        "content_type: 'téxt': a text in ASCII",
    ),
    ("POST", "faults", {"operation": UPDATE}, "operation: 'get_mass_update_status': one of operation_id, code"),
    ("POST", "faults", {"\ud800": 1}, "\ud800: 1: one of operation_id, code"),
]


@pytest.mark.parametrize(("method", "name", "body", "error"), BAD)
def test_bad_input(sandbox: Sandbox, zoho: httpx.Client, method: str, name: str, body: Any, error: str) -> None:
    """It is said which field has which value and what is expected, and nothing happens."""
    now = sandbox.clock.now()
    response = zoho.request(method, f"/_sandbox/{name}", content=json.dumps(body))
    assert response.status_code == 400
    assert response.json()["error"].startswith(error)
    assert sandbox.clock.now() == now
    assert zoho.get(MASS_UPDATE).status_code == 200


@pytest.mark.parametrize("body", [b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_json(zoho: httpx.Client, body: bytes) -> None:
    """It is no different."""
    response = zoho.post("/_sandbox/clock", content=body)
    assert response.status_code == 400
    assert response.json()["error"].endswith(": a JSON object")


def test_what_is_not_there(zoho: httpx.Client) -> None:
    """Here it is as everywhere else than at Zoho: 404 and 405."""
    response = zoho.get("/_sandbox/nothing/at/all")
    assert response.status_code == 404
    assert response.json() == {"error": "path: 'nothing/at/all': one of clock, reset, tokens, journal, faults"}
    response = zoho.put("/_sandbox/clock")
    assert (response.status_code, response.headers["allow"]) == (405, "GET, POST")
    assert response.json() == {"error": "method: 'PUT': one of GET, POST"}


def test_the_control_plane_needs_no_token_and_is_not_in_the_journal(sandbox: Sandbox) -> None:
    """It is no part of Zoho."""
    with httpx.Client(transport=sandbox.transport(), base_url="https://crm.zoho.com") as client:
        assert client.get("/_sandbox/clock").status_code == 200
    assert list(sandbox.journal) == []


def test_the_library_refuses_as_the_control_plane_does(sandbox: Sandbox) -> None:
    """With an exception of the same text."""
    with pytest.raises(InputError, match=r"^scopes: 'ZohoCRM\.bulk\.ALL': a list of scopes$"):
        sandbox.issue_token("ZohoCRM.bulk.ALL")
    with pytest.raises(InputError, match=r"^body: 'x+\.\.\.: a text"):
        sandbox.plant(UPDATE, status=304, body="x" * 200)


@pytest.mark.parametrize("path", [CONVERT, "/_sandbox/clock"])
def test_a_caller_that_goes_away_in_the_middle(sandbox: Sandbox, path: str) -> None:
    """Nobody is answered."""
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": path, "query_string": b"", "headers": []}
    asyncio.run(sandbox(scope, receive, send))
    assert sent == []
    assert list(sandbox.journal) == []


def test_what_is_no_request(sandbox: Sandbox) -> None:
    """A server may start and stop the app, and a websocket is closed."""
    sent: list[str] = []

    async def talk(kind: str, *messages: str) -> None:
        waiting = iter(messages)

        async def receive() -> dict[str, Any]:
            return {"type": next(waiting)}

        async def send(message: Any) -> None:
            sent.append(message["type"])

        await sandbox({"type": kind, "path": "/crm", "headers": [], "query_string": b""}, receive, send)

    asyncio.run(talk("lifespan", "lifespan.startup", "lifespan.shutdown"))
    asyncio.run(talk("websocket", "websocket.connect"))
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete", "websocket.close"]


def test_the_transport_cannot_wait() -> None:
    """It says so rather than to hang."""
    with Sandbox(clock=Clock(0)) as sandbox:
        transport = sandbox.transport()

        async def wait(*_: Any) -> None:
            await asyncio.sleep(0)

        transport._sandbox = wait  # type: ignore[attr-defined]
        with pytest.raises(RuntimeError, match=r"use httpx\.ASGITransport"):
            httpx.Client(transport=transport).get("http://test")
