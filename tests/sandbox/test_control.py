"""The control plane and the library's methods of the same names."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_sandbox import Clock, InputError, Sandbox
from zoho_crm_sandbox.platform.journal import JOURNAL_LENGTH
from zoho_crm_sandbox.systems.bulk_write.callbacks import Callback

from tests.support.bulk_files import orphans

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MASS_UPDATE = "/crm/v8/Accounts/actions/mass_update?job_id=554023000000506003"
JSON = {"Content-Type": "application/json"}
CONVERT = "/crm/v2.1/Leads/738964000002118030/actions/convert"
PROGRESSING = "/crm/v8/Leads/actions/mass_update?job_id=3524033000006027001"


@pytest.fixture
def zoho(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A client with the token that may do everything."""
    headers = {"Authorization": "Zoho-oauthtoken sandbox"}
    with httpx.Client(transport=sandbox.transport(), base_url="http://127.0.0.1", headers=headers) as client:
        yield client


def control(zoho: httpx.Client, method: str, name: str, body: Any = None) -> Any:
    """Call the control plane and return the body of a success."""
    response = zoho.request(method, f"/_sandbox/{name}", json=body)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/json"
    return response.json()


def test_clock(zoho: httpx.Client) -> None:
    """The clock is shown, set, advanced and scaled."""
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
    """A reset restores records, jobs and tokens, and deletes faults and the journal; the clock goes on."""
    zoho.post(CONVERT, json={"data": [{}]})
    sandbox.clock.advance(100)
    token = sandbox.issue_token(["ZohoCRM.mass_update.READ"])
    sandbox.inject_fault("get_mass_update_status", "INTERNAL_ERROR", times=9)
    now = sandbox.clock.now()
    assert control(zoho, "POST", "reset") == {}
    assert sandbox.clock.now() == now
    assert list(sandbox.journal) == []
    assert zoho.get(PROGRESSING).json()["data"][0]["Status"] == "SCHEDULED"
    assert zoho.get(PROGRESSING, headers={"Authorization": f"Bearer {token}"}).json()["code"] == "INVALID_TOKEN"
    assert zoho.post(CONVERT, json={"data": [{}]}).json()["data"][0]["Accounts"] == "738964000002130035"


def test_another_seed(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Another seed resets the sandbox, and gives other ids and tokens."""
    first = sandbox.issue_token(["a"])
    assert control(zoho, "POST", "seed", {"seed": 5}) == {}
    assert zoho.post(CONVERT, json={"data": [{}]}).json()["data"][0]["Accounts"] == "738964000007130035"
    assert sandbox.issue_token(["a"]) != first


@pytest.mark.parametrize("in_file", [False, True])
def test_snapshot(tmp_path: Path, in_file: bool) -> None:
    """A snapshot brings back records, jobs, tokens, ids, the seed and the clock, as often as asked for."""
    database = tmp_path / "sandbox.db" if in_file else None
    headers = {"Authorization": "Zoho-oauthtoken sandbox"}
    with (
        Sandbox(clock=Clock(0), database=database) as sandbox,
        httpx.Client(transport=sandbox.transport(), base_url="http://127.0.0.1", headers=headers) as zoho,
    ):
        sandbox.clock.advance(100)
        then, ended = sandbox.clock.now(), zoho.get(PROGRESSING).json()
        assert control(zoho, "POST", "snapshot", {"name": "before"}) == {}
        made = []
        for _ in range(2):
            made.append((zoho.post(CONVERT, json={"data": [{}]}).json(), sandbox.issue_token(["a"])))
            sandbox.clock.advance(7 * 24 * 3600)
            sandbox.reset(5)
            sandbox.inject_fault("get_mass_update_status", "INTERNAL_ERROR", times=9)
            assert control(zoho, "POST", "restore", {"name": "before"}) == {}
            assert (sandbox.clock.now(), list(sandbox.journal)) == (then, [])
            assert zoho.get(PROGRESSING).json() == ended
        assert made[0] == made[1]
    if in_file:
        with Sandbox(database=database) as sandbox:
            assert then <= sandbox.clock.now() < then + 60


def test_codes(zoho: httpx.Client) -> None:
    """A client gets its first tokens for a code."""
    code = control(zoho, "POST", "codes", {"scopes": ["ZohoCRM.mass_update.READ"]})["code"]
    client = {
        "client_id": "1000.SANDBOX",
        "client_secret": "sandbox-client-secret",
        "redirect_uri": "https://a.example",
    }
    made = zoho.post("/oauth/v2/token", data={"grant_type": "authorization_code", "code": code, **client})
    assert made.status_code == 200
    headers = {"Authorization": f"Zoho-oauthtoken {made.json()['access_token']}"}
    assert zoho.get(MASS_UPDATE, headers=headers).status_code == 200


def test_callbacks(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The callbacks that were sent are listed."""
    callback = Callback("1", "http://127.0.0.1:1/", None, "refused")
    sandbox._callbacks.made.append(callback)
    assert control(zoho, "GET", "callbacks") == [callback._asdict()]


def test_inputs(zoho: httpx.Client) -> None:
    """The README's table of named inputs is served, with each row complete."""
    inputs = control(zoho, "GET", "inputs")
    assert len(inputs) > 10
    assert all(cell for named in inputs for cell in (named["system"], named["place"], named["value"], named["outcome"]))


def test_records(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Records are listed by organization and module, and added ones are known to the operations."""
    fields = {"Last_Name": "Added", "Company": None}
    added = control(zoho, "POST", "records", {"module": "Leads", "fields": fields})["id"]
    named = control(zoho, "POST", "records", {"module": "Meetings", "fields": {}, "id": "12"})["id"]
    assert (added, named) == ("738964000002130035", "12")
    listed = control(zoho, "GET", "records?module=Leads")
    assert listed["organization"] == "694902309"
    (record,) = [record for record in listed["records"] if record["id"] == added]
    assert record["module"] == "Leads"
    assert fields.items() <= record["fields"].items()
    assert {record["module"] for record in control(zoho, "GET", "records")["records"]} > {"Leads", "Events"}
    assert len(control(zoho, "GET", "records?limit=1")["records"]) == 1
    other = control(zoho, "GET", "records?module=Leads&organization=700000001")["records"]
    assert "7000000010002118026" in [record["id"] for record in other]
    assert added not in [record["id"] for record in other]
    assert zoho.post(f"/crm/v2.1/Leads/{added}/actions/convert", json={"data": [{}]}).status_code == 200
    assert sandbox.add_record("Leads", {}, organization="700000001") == "7000000010002130035"


def test_jobs(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Jobs are listed with their progress, the latest first, and added ones are known to the operations."""
    sandbox.clock.advance(1)
    plan = {"total": 10, "failed": 5, "wait": 0, "duration": 10, "end": "FAILED"}
    body = {"system": "mass_update", "module": "Leads", "plan": plan}
    added = control(zoho, "POST", "jobs", body)["id"]
    sandbox.clock.advance(4)
    listed = control(zoho, "GET", "jobs?limit=1")
    assert listed["organization"] == "694902309"
    assert listed["organizations"] == ["694902309", "700000001"]
    assert listed["count"] > 20
    (job,) = listed["jobs"]
    assert job.pop("submitted_at") <= control(zoho, "GET", "clock")["now"]
    assert job == {
        "id": added,
        "system": "mass_update",
        "module": "Leads",
        "total": 10,
        "state": "RUNNING",
        "succeeded": 2,
        "failed": 2,
        "remaining": 6,
    }
    status = zoho.get(f"/crm/v8/Leads/actions/mass_update?job_id={added}").json()["data"][0]
    assert (status["Status"], status["Failed_Count"]) == ("RUNNING", 2)
    plan = {"total": 3, "steps": [["QUEUED", 5], ["SUSPENDED", 5]], "end": "SKIPPED"}
    body = {"system": "mass_change_owner", "module": "Leads", "plan": plan, "id": "77", "organization": "700000001"}
    assert control(zoho, "POST", "jobs", body) == {"id": "77"}
    other = control(zoho, "GET", "jobs?organization=700000001")["jobs"]
    assert {"77": "QUEUED"}.items() <= {job["id"]: job["state"] for job in other}.items()


def test_the_journal_of_an_operation(zoho: httpx.Client) -> None:
    """The journal shows one operation's requests, and the counts of all operations."""
    zoho.get(MASS_UPDATE)
    zoho.get("/crm/bulk/v8/write/4150868000005350003")
    zoho.get(MASS_UPDATE)
    entries = control(zoho, "GET", f"journal?operation_id={UPDATE}")
    assert [entry["operation_id"] for entry in entries] == [UPDATE] * 2
    assert len(control(zoho, "GET", "journal?limit=1")) == 1
    counts = control(zoho, "GET", "journal/counts")
    assert (counts[UPDATE], counts["get_bulk_write_job"], counts["convert_lead"]) == (2, 1, 0)


def test_tokens(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """A token is issued with scopes, for a user, for a time."""

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
    """Tokens depend on the seed and on how many there are."""
    made = []
    for _ in range(2):
        with Sandbox() as sandbox:
            made.append([sandbox.issue_token(["a"]), sandbox.issue_token(["a"])])
    assert made[0] == made[1]
    assert len(set(made[0])) == 2


def test_journal(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The journal has requests and statuses, and never a token."""
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


def test_the_journal_drops_the_oldest_request(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The journal has a maximal length."""
    zoho.get("/first")
    for _ in range(JOURNAL_LENGTH):
        zoho.get("/next")
    assert len(sandbox.journal) == JOURNAL_LENGTH
    assert sandbox.journal[0].path == "/next"


def test_injected_errors(zoho: httpx.Client) -> None:
    """Injected errors are sent in order, whatever the request holds."""
    fault = {"operation_id": "get_mass_update_status", "code": "INVALID_MODULE", "case": "not_supported", "times": 2}
    control(zoho, "POST", "faults", fault)
    control(zoho, "POST", "faults", {"operation_id": "get_mass_update_status", "code": "NOT_FOUND", "status": 404})
    control(zoho, "POST", "faults", {"operation_id": "get_bulk_write_job", "code": "INTERNAL_ERROR"})
    seen = [zoho.get(MASS_UPDATE, headers={"Authorization": ""}).json()["message"] for _ in range(3)]
    assert seen == ["The given module is not supported in API"] * 2 + ["Empty response"]
    assert zoho.get(MASS_UPDATE).status_code == 200
    assert control(zoho, "DELETE", "faults") == {}
    assert zoho.get("/crm/bulk/v8/write/4150868000005350003").status_code == 200


def test_injected_raw_responses(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Undocumented responses are sent as they are, and are not validated."""
    control(
        zoho,
        "POST",
        "faults",
        {"operation_id": "get_mass_update_status", "status": 502, "body": "<h1>Bad gateway</h1>"},
    )
    sandbox.inject_fault("get_mass_update_status", status=200, body='{"data": [', content_type="application/json")
    sandbox.inject_fault("get_mass_update_status", status=404, body="")
    sandbox.inject_fault("get_mass_update_status", status=204, body="")
    html, truncated, empty, nothing = (zoho.get(MASS_UPDATE) for _ in range(4))
    assert (html.status_code, html.text, html.headers["content-type"]) == (502, "<h1>Bad gateway</h1>", "text/html")
    assert (truncated.status_code, truncated.text) == (200, '{"data": [')
    assert (empty.status_code, empty.content, empty.headers["content-length"]) == (404, b"", "0")
    assert (nothing.status_code, "content-length" in nothing.headers) == (204, False)
    assert [entry.status for entry in sandbox.journal] == [502, 200, 404, 204]


UPDATE = "get_mass_update_status"
LEAD = "738964000002118030"
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
    ("POST", "snapshot", {"name": 1}, "name: 1: "),
    ("POST", "restore", {"name": "nothing"}, "name: 'nothing': the name of a snapshot"),
    ("POST", "tokens", {}, "scopes: None: a list of scopes"),
    ("POST", "tokens", {"scopes": "ZohoCRM.bulk.ALL"}, "scopes: 'ZohoCRM.bulk.ALL': a list of scopes"),
    ("POST", "tokens", {"scopes": [1]}, "scopes: 1: a printable text"),
    ("POST", "tokens", {"scopes": ["\ud800"]}, "body: "),
    ("POST", "tokens", {"scopes": [], "user": "1"}, "user: '1': the id of a user"),
    ("POST", "tokens", {"scopes": [], "user": None}, "user: None: a printable text"),
    ("POST", "tokens", {"scopes": [], "expires_in": -1}, "expires_in: -1: a number from 0 to"),
    ("POST", "tokens", {"scopes": [], "client": "x"}, "client: 'x': one of scopes, user, expires_in"),
    ("POST", "faults", {}, "code: None: exactly one of an error code, a kind and a body"),
    ("POST", "faults", {"code": "X"}, "operation_id: None: a printable text"),
    ("POST", "faults", {"operation_id": "x", "code": "X"}, "operation_id: 'x': one of "),
    ("POST", "faults", {"operation_id": UPDATE, "code": "X"}, "code: 'X': an error of the operation"),
    ("POST", "faults", {"operation_id": UPDATE, "code": 1}, "code: 1: an error of the operation"),
    (
        "POST",
        "faults",
        {"operation_id": UPDATE, "code": "X", "body": ""},
        "code: 'X': exactly one of an error code, a kind and a body",
    ),
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
    ("POST", "faults", {"\ud800": 1}, "body: "),
    ("POST", "codes", {}, "scopes: None: a list of scopes"),
    ("POST", "codes", {"scopes": [], "user": "1"}, "user: '1': the id of a user"),
    ("POST", "codes", {"scopes": [], "client": "x"}, "client: 'x': the id of a client"),
    ("POST", "seed", {}, "seed: None: a whole number"),
    ("POST", "seed", {"seed": -1}, "seed: -1: a whole number from 0 to 999999"),
    ("POST", "records", {}, "module: None: a printable text"),
    ("POST", "records", {"module": "Nothing", "fields": {}}, "module: 'Nothing': the API name of a module"),
    ("POST", "records", {"module": "Leads", "fields": []}, "fields: []: a JSON object"),
    ("POST", "records", {"module": "Leads", "fields": {}, "id": "x"}, "record: 'x': an id of up to 19 digits"),
    ("POST", "records", {"module": "Leads", "fields": {}, "id": LEAD}, f"record: '{LEAD}': an id of up to 19 digits"),
    ("POST", "records", {"organization": "1"}, "organization: '1': one of 694902309, 700000001"),
    ("GET", "records?limit=0", None, "limit: 0: a whole number from 1"),
    ("GET", "records?limit=x", None, "limit: 'x': a whole number from 1"),
    ("GET", "records?limit=1&limit=2", None, "limit: '2': one value"),
    ("GET", "records?name=x", None, "name: 'x': one of organization, module, limit"),
    ("GET", "jobs?organization=", None, "organization: '': a printable text"),
    ("GET", "journal?operation_id=x", None, "operation_id: 'x': one of "),
    ("GET", "clock?x=1", None, "x: '1': nothing"),
    ("POST", "jobs", {}, "plan: None: a JSON object"),
    ("POST", "jobs", {"plan": {}}, "total: None: a whole number from 0"),
    ("POST", "jobs", {"plan": {"total": 1, "failed": 2}}, "failed: 2: a whole number from 0 to 1"),
    ("POST", "jobs", {"plan": {"total": 1, "wait": -1}}, "seconds: -1: a number from 0"),
    ("POST", "jobs", {"plan": {"total": 1, "steps": {}}}, "steps: {}: a list of pairs"),
    ("POST", "jobs", {"plan": {"total": 1, "steps": [["SLEEPING", 1]]}}, "steps: ['SLEEPING', 1]: one of SCHEDULED"),
    ("POST", "jobs", {"plan": {"total": 1, "steps": [[{}, 1]]}}, "steps: [{}, 1]: one of SCHEDULED"),
    ("POST", "jobs", {"plan": {"total": 1, "steps": [], "wait": 1}}, "steps: []: steps, or wait and duration"),
    ("POST", "jobs", {"plan": {"total": 1, "end": "DONE"}}, "end: 'DONE': one of COMPLETED, FAILED, SKIPPED"),
    ("POST", "jobs", {"plan": {"total": 1, "ends": 1}}, "ends: 1: one of total, failed, wait"),
    ("POST", "jobs", {"plan": {"total": 1}}, "module: None: a printable text"),
    ("POST", "jobs", {"plan": {"total": 1}, "module": "Leads", "system": "bulk_write"}, "system: 'bulk_write': one of"),
    (
        "POST",
        "jobs",
        {"plan": {"total": 1}, "module": "Leads", "system": "mass_update", "id": "554023000000506003"},
        "job: '554023000000506003': an id of up to 19 digits that is not taken",
    ),
]


@pytest.mark.parametrize(("method", "name", "body", "error"), BAD)
def test_bad_input(sandbox: Sandbox, zoho: httpx.Client, method: str, name: str, body: Any, error: str) -> None:
    """The error names the field, its value and what is expected, and nothing changes."""
    now = sandbox.clock.now()
    response = zoho.request(method, f"/_sandbox/{name}", content=json.dumps(body), headers=JSON)
    assert response.status_code == 400
    assert response.json()["error"].startswith(error)
    assert sandbox.clock.now() == now
    assert zoho.get(MASS_UPDATE).status_code == 200


@pytest.mark.parametrize("body", [b"{", b"\xff", b"[" * 100_000])
def test_a_body_that_is_not_json(zoho: httpx.Client, body: bytes) -> None:
    """A body that is not JSON gets 400."""
    response = zoho.post("/_sandbox/clock", content=body, headers=JSON)
    assert response.status_code == 400
    assert response.json()["error"].endswith(": a JSON object")


def test_unknown_names_and_methods(zoho: httpx.Client) -> None:
    """The control plane has the usual 404 and 405, unlike Zoho."""
    response = zoho.get("/_sandbox/nothing/at/all")
    assert response.status_code == 404
    assert response.json()["error"].startswith("path: 'nothing/at/all': one of clock, reset, seed, ")
    response = zoho.put("/_sandbox/clock")
    assert (response.status_code, response.headers["allow"]) == (405, "GET, POST")
    assert response.json() == {"error": "method: 'PUT': one of GET, POST"}


def test_the_control_plane_needs_no_token_and_is_not_in_the_journal(sandbox: Sandbox) -> None:
    """The control plane is not part of Zoho."""
    with httpx.Client(transport=sandbox.transport(), base_url="https://crm.zoho.com") as client:
        assert client.get("/_sandbox/clock").status_code == 200
    assert list(sandbox.journal) == []


def test_the_library_raises_what_the_control_plane_responds(sandbox: Sandbox) -> None:
    """The exception has the same text."""
    with pytest.raises(InputError, match=r"^scopes: 'ZohoCRM\.bulk\.ALL': a list of scopes$"):
        sandbox.issue_token("ZohoCRM.bulk.ALL")
    with pytest.raises(InputError, match=r"^scopes: 'ZohoCRM\.bulk\.ALL': a list of scopes$"):
        sandbox.issue_code("ZohoCRM.bulk.ALL")
    with pytest.raises(InputError, match=r"^body: 'x+\.\.\.: a text"):
        sandbox.inject_fault(UPDATE, status=304, body="x" * 200)


@pytest.mark.parametrize("path", [CONVERT, "/_sandbox/clock"])
def test_a_client_that_disconnects_gets_no_response(sandbox: Sandbox, path: str) -> None:
    """A client that disconnects while it sends a body gets no response."""
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": path, "query_string": b"", "headers": []}
    asyncio.run(sandbox(scope, receive, send))
    assert sent == []
    assert list(sandbox.journal) == []


def test_other_asgi_scopes(sandbox: Sandbox) -> None:
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
    """The transport raises an error instead of hanging."""
    with Sandbox(clock=Clock(0)) as sandbox:
        transport = sandbox.transport()

        async def wait(*_: Any) -> None:
            await asyncio.sleep(0)

        transport._sandbox = wait  # type: ignore[attr-defined]
        with pytest.raises(RuntimeError, match=r"use httpx\.ASGITransport"):
            httpx.Client(transport=transport).get("http://test")


def test_jobs_count_the_skipped_rows_of_a_bulk_write(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The rows of all files count, by their outcomes, as the job's details show them."""
    job_id = orphans(zoho)
    sandbox.clock.advance(100)
    job, seeded = (
        next(j for j in control(zoho, "GET", "jobs")["jobs"] if j["id"] == i) for i in (job_id, "4150868000005350003")
    )
    assert (job["succeeded"], job["failed"], job["total"]) == (1, 2, 3)
    assert (seeded["succeeded"], seeded["failed"]) == (9, 2)
