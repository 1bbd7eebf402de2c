"""Attacks on the sandbox, each named by its number in the report that found it, and fuzzing with state."""

from __future__ import annotations

import contextlib
import copy
import http.server
import json
import random
import resource as machine
import sqlite3
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_sandbox import Clock, InputError, Sandbox
from zoho_crm_sandbox import __main__ as command
from zoho_crm_sandbox.systems import effects
from zoho_crm_sandbox.systems.bulk_write import callbacks
from zoho_crm_sandbox.systems.bulk_write.values import ADDRESS
from zoho_crm_sandbox.systems.fields import accepts

from tests.support.bulk_files import EMAIL, LAST_NAME, UPLOAD_HEADERS, create, file_id, job, packed, resource
from tests.support.samples import SAMPLES
from tests.support.spec import COMPONENTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOKEN = {"Authorization": "Zoho-oauthtoken sandbox"}
JSON = {"Content-Type": "application/json"}
DEALS = "/crm/v8/Deals/actions/mass_update"
DEALS_VIEW = "2423488000000091545"
DEAL = "2423488000000500001"
ACCOUNTS = "/crm/v8/Accounts/actions/mass_update"
ACCOUNTS_VIEW = "554023000000091515"
STATUS = "/crm/v8/Accounts/actions/mass_update?job_id=554023000000506003"
LEAD = "738964000002118030"
SEED = 13
REQUESTS = 1500
LONG_REQUESTS = 12_000


@pytest.fixture
def zoho(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A client with the token that may do everything."""
    with httpx.Client(transport=sandbox.transport(), base_url="http://127.0.0.1", headers=TOKEN) as client:
        yield client


# 2: values of the wrong kind, and effects that cannot be applied


@pytest.mark.parametrize(
    ("module", "field", "wrong", "right"),
    [
        ("Deals", "Languages_Known", (5, "English", {"a": 1}, ["a", 1]), (["English"], [], None)),
        ("Deals", "Pipeline", (5, ["a"], {}), ("Standard (Standard)", "")),
        ("Deals", "Amount", ("5", True, 2**63, [], float("inf")), (5, -0.5)),
        ("Deals", "Decimal_Field", ("x", [], "1.", True), (1.25, "1.255", "-3")),
        ("Deals", "Closing_Date", ("soon", 5, "2026-02-30"), ("2026-02-28",)),
        ("Deals", "Account_Name", (5, [], {}, {"id": 5}), ("1", {"id": "1"})),
        ("Leads", "No_of_Employees", (5.5, "5", True, 2**63), (5,)),
        ("Leads", "Email_Opt_Out", ("true", 1), (True,)),
        ("Leads", "Last_Contacted", ("now", 0), ("2026-01-01T00:00:00+00:00",)),
        ("Leads", "Pets", (5, [5], {}), ([{"Pet_Name": "x"}],)),
        ("Leads", "Tag", (5, [{}]), (["a"],)),
        ("Leads", "$territories", ("x", [[]]), (["1"],)),
        ("Leads", "$error_status", (500, "x"), (202, 400)),
        ("Leads", "$approved", ("yes", 0), (False,)),
        ("Leads", "$outcome", (5,), ("x",)),
        ("Leads", "Unknown", (), (5, [], {})),
        ("Quotes", "Product_Details", (5, [5]), ([{}],)),
    ],
)
def test_2_a_value_is_of_the_kind_of_its_field(module: str, field: str, wrong: Any, right: Any) -> None:
    """Each kind takes its own values and nothing."""
    assert [value for value in wrong if accepts(module, field, value)] == []
    assert [value for value in right if not accepts(module, field, value)] == []


def test_2_a_mass_update_fails_the_records(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """A wrong kind fails each record with the documented error, at once or in the job, and nobody else's request."""
    wrong = [{"Languages_Known": 5}]
    entry = zoho.post(DEALS, json={"data": wrong, "ids": [DEAL]})
    assert (entry.status_code, entry.json()["data"][0]["code"]) == (400, "INVALID_DATA")
    assert entry.json()["data"][0]["details"] == {"id": DEAL, "api_name": "Languages_Known"}
    response = zoho.post(DEALS, json={"data": wrong, "cvid": DEALS_VIEW})
    job_id = response.json()["data"][0]["details"]["job_id"]
    sandbox.clock.advance(3600)
    status = zoho.get(DEALS, params={"job_id": job_id}).json()["data"][0]
    assert (status["Failed_Count"], status["Updated_Count"]) == (status["Total_Count"], 0)
    assert zoho.get(STATUS, headers={"Authorization": "Bearer sandbox-other-org"}).status_code == 400


def test_2_a_conversion_and_a_bulk_write(zoho: httpx.Client) -> None:
    """A deal of a conversion and a default value of a bulk write are checked too."""
    deal = {"Deal_Name": "x", "Stage": "Qualification", "Closing_Date": "2026-01-01", "Languages_Known": 5}
    response = zoho.post(f"/crm/v8/Leads/{LEAD}/actions/convert", json={"data": [{"Deals": deal}]})
    assert response.json()["data"][0]["details"]["json_path"] == "$.data[0].Deals.Languages_Known"
    mapping = {"api_name": "No_of_Employees", "default_value": {"value": "many"}}
    body = job(resource(file_id(zoho, leads="Last Name\nx\n"), LAST_NAME, mapping))
    response = zoho.post("/crm/bulk/v8/write", json=body)
    assert (response.status_code, response.json()["code"]) == (400, "INVALID_DATA")


def test_2_the_control_plane(sandbox: Sandbox) -> None:
    """The control plane adds no record with a wrong value."""
    with pytest.raises(InputError, match=r"^fields\.Languages_Known: 5: a value of the kind of this field"):
        sandbox.add_record("Deals", {"Languages_Known": 5})
    deep: Any = []
    for _ in range(100):
        deep = [deep]
    for value in (deep, object(), float("nan"), "\ud800"):
        with pytest.raises(InputError, match="values of JSON, nested less than 64 deep"):
            sandbox.add_record("Leads", {"Unknown": value})


@pytest.mark.parametrize("error", [ValueError, sqlite3.OperationalError])
def test_2_an_effect_that_fails(
    sandbox: Sandbox, zoho: httpx.Client, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    """The other records are changed; if the database fails, all are changed by the next request."""
    sandbox.validate_responses = False
    apply, failing = effects.EFFECTS["mass_update"], [True]

    def fail_first(*arguments: Any) -> None:
        apply(*arguments)
        if failing:
            failing.clear()
            raise error("broken")

    monkeypatch.setitem(effects.EFFECTS, "mass_update", fail_first)
    zoho.post(ACCOUNTS, json={"data": [{"Industry": "Broken"}], "cvid": ACCOUNTS_VIEW})
    sandbox.clock.advance(3600)
    first = zoho.get(STATUS)
    assert first.status_code == (200 if error is ValueError else 500)
    assert zoho.get(STATUS).status_code == 200
    changed = [
        record for record in sandbox.state.of("694902309").records("Accounts") if record[1].get("Industry") == "Broken"
    ]
    assert len(changed) == (49 if error is ValueError else 50)


# 6, 21: web pages and the network


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({**JSON, "Origin": "https://evil.example"}, 403),
        ({**JSON, "Origin": "http://127.0.0.1:81"}, 403),
        ({**JSON, "Origin": "http://[bad"}, 403),
        ({**JSON, "Origin": "null"}, 403),
        ({**JSON, "Sec-Fetch-Site": "cross-site"}, 403),
        ({**JSON, "Sec-Fetch-Site": "same-site"}, 403),
        ({**JSON, "Host": "evil.example"}, 403),
        ({**JSON, "Host": "zoho.evil.example:80"}, 403),
        ({**JSON, "Host": "[::1"}, 403),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({}, 415),
        (JSON, 200),
        ({"Content-Type": "application/json; charset=utf-8"}, 200),
        ({**JSON, "Origin": "http://127.0.0.1", "Sec-Fetch-Site": "same-origin"}, 200),
        ({**JSON, "Host": "localhost:8080"}, 200),
        ({**JSON, "Host": "[::1]:8080"}, 200),
        ({**JSON, "Host": "www.zohoapis.com"}, 200),
    ],
)
def test_6_the_control_plane_is_closed_to_web_pages(
    sandbox: Sandbox, zoho: httpx.Client, headers: dict[str, str], status: int
) -> None:
    """Only JSON, from this machine and from no other page, moves the clock."""
    now = sandbox.clock.now()
    response = zoho.post("/_sandbox/clock", content=b'{"advance": 1}', headers=headers)
    assert (response.status_code, sandbox.clock.now() - now) == (status, 1 if status == 200 else 0), response.text


def test_6_a_planted_body_is_no_page_of_the_sandbox(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """A browser that shows it runs no script in it."""
    sandbox.inject_fault("get_mass_update_status", body="<script>x</script>", status=200)
    headers = zoho.get(STATUS).headers
    assert (headers["content-security-policy"], headers["x-content-type-options"]) == ("sandbox", "nosniff")


def test_6_a_page_with_a_name_of_its_own_reads_nothing(zoho: httpx.Client) -> None:
    """A name that was rebound to this machine gets INVALID_HOST from a browser, and only from one."""
    for headers in ({"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "same-origin"}):
        response = zoho.get(STATUS, headers={"Host": "evil.example", **headers})
        assert (response.status_code, response.json()["code"]) == (400, "INVALID_HOST")
    assert zoho.get(STATUS, headers={"Host": "sandbox.example"}).status_code == 200
    assert zoho.get(STATUS, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200


def test_21_a_token_of_the_control_plane() -> None:
    """With a token, any host is served, and nothing without the token."""
    with (
        Sandbox(control_token="secret-é") as sandbox,
        httpx.Client(transport=sandbox.transport(), base_url="http://sandbox.example") as client,
    ):
        good = {b"X-Sandbox-Token": "secret-é".encode()}
        bearer = {b"Authorization": b"Bearer " + good[b"X-Sandbox-Token"]}
        bad: list[Any] = [
            {},
            {"X-Sandbox-Token": "x"},
            {"Authorization": "Bearer sandbox"},
            {"Authorization": "Basic x"},
        ]
        assert [client.get("/_sandbox/clock", headers=headers).status_code for headers in bad] == [401] * 4
        assert client.get("/_sandbox/clock", headers=good).status_code == 200
        assert client.get("/_sandbox/clock", headers=bearer).status_code == 200
        assert client.get(STATUS, headers={**TOKEN, "Origin": "http://sandbox.example"}).status_code == 200


@pytest.mark.parametrize(
    ("arguments", "printed"),
    [
        ([], ""),
        (["--control-token", "chosen"], "X-Sandbox-Token: chosen\n"),
        (["--host", "0.0.0.0"], "X-Sandbox-Token: "),  # noqa: S104  # what is tested
    ],
)
def test_21_beyond_loopback_the_command_prints_a_token(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], printed: str
) -> None:
    """The token is a new one unless it is given; on this machine there is none."""
    statuses: list[int] = []
    errors = ""

    def serve(sandbox: Sandbox, *_: Any, **__: Any) -> None:
        nonlocal errors
        errors = capsys.readouterr().err
        headers = {"X-Sandbox-Token": errors.split()[-1]} if errors else {}
        with httpx.Client(transport=sandbox.transport(), base_url="http://127.0.0.1") as client:
            statuses.extend(client.get("/_sandbox/clock", headers=each).status_code for each in (headers, {}))

    monkeypatch.setattr(command, "_serve", serve)
    assert command.main(["--port", "0", *arguments]) == 0
    assert printed in errors
    assert bool(errors) is bool(arguments)
    assert statuses == [200, 401 if arguments else 200]


def test_21_the_clock_does_not_move_when_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control plane says 500 in JSON, and clock, seed, journal and faults are as before."""
    with (
        Sandbox(database=tmp_path / "file", clock=Clock(0)) as sandbox,
        httpx.Client(transport=sandbox.transport(), base_url="http://127.0.0.1", headers=TOKEN) as client,
    ):
        client.get(STATUS)
        before = client.get("/_sandbox/clock").json()

        def full(*_: Any) -> None:
            raise sqlite3.OperationalError("database or disk is full")

        monkeypatch.setattr(sandbox.state, "set_anchor", full)
        monkeypatch.setattr(sandbox.state, "clear", full)
        for name, body in (
            ("clock", {"advance": 9}),
            ("clock", {"mode": "real"}),
            ("reset", {}),
            ("seed", {"seed": 5}),
        ):
            response = client.post(f"/_sandbox/{name}", json=body)
            assert response.status_code == 500
            assert response.json() == {"error": "database: database or disk is full: nothing has changed"}
        assert client.get("/_sandbox/clock").json() == before
        assert len(sandbox.journal) == 1
        assert sandbox._seed == 0


def test_21_a_commit_that_fails(sandbox: Sandbox) -> None:
    """The transaction is rolled back, also if SQLite has done so itself, and the next one begins."""
    for statement in ("ROLLBACK", "SAVEPOINT other"):
        with contextlib.suppress(ZeroDivisionError), sandbox.state.transaction(), sandbox.state.savepoint():
            sandbox.state._db.execute(statement)
            raise ZeroDivisionError
    with sandbox.state.transaction():
        assert sandbox.state.count_tokens()


def test_21_callbacks_of_a_full_disk(zoho: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The response is that of the request, and the callbacks stay due."""

    def full(*_: Any) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(callbacks, "_take_due", full)
    assert zoho.get(STATUS).status_code == 200


class _Drip(http.server.BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for index in range(100):
            time.sleep(0.1)
            try:
                self.wfile.write(b"X-%d: y\r\n" % index)
            except OSError:
                return


def test_21_a_callback_that_drips(sandbox: Sandbox, zoho: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is for the whole of a callback."""
    monkeypatch.setattr(callbacks, "TIMEOUT", 0.5)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Drip) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        callback = {"url": f"http://127.0.0.1:{server.server_port}/", "method": "post"}
        create(zoho, job(resource(file_id(zoho, leads="Last Name\nx\n"), LAST_NAME), callback=callback))
        sandbox.clock.advance(3600)
        start = time.monotonic()
        zoho.get(STATUS)
        assert time.monotonic() - start < 5
        server.shutdown()
    assert sandbox.callbacks[0].error == "TimeoutError()"
    assert not callbacks.is_loopback("http://[bad/")


# 7, 8: small requests that are expensive


def test_7_a_small_zip_takes_little_memory(zoho: httpx.Client) -> None:
    """The header is checked before the rows, which are not filled up to its length."""
    wide = b"," * 100_000 + b"x\n" + b"y\n" * 25_000
    longest = b"," * 900_000 + b"x\ny\n"
    before = machine.getrusage(machine.RUSAGE_SELF).ru_maxrss
    for content in (wide, longest):
        response = zoho.post("/crm/bulk/v8/write", json=job(resource(file_id(zoho, leads=content), LAST_NAME)))
        assert response.json()["code"] == "HEADER_LIMIT_EXCEEDED"
    assert machine.getrusage(machine.RUSAGE_SELF).ru_maxrss - before < 200 * 1024


def test_8_nothing_is_quadratic(zoho: httpx.Client) -> None:
    """Addresses, the headers of parts, many parts, formats, and queries of the control plane take linear time."""
    start = time.monotonic()
    file = file_id(zoho, leads="Last Name,Email\nx,a@" + "." * 120_000 + "\n")
    create(zoho, job(resource(file, LAST_NAME, EMAIL)))
    head = b'--b\r\nContent-Disposition: form-data; name="file"' + b";" * 500_000 + b"\r\n\r\n"
    many = b"--b\r\nContent-Disposition: form-data\r\n\r\n\r\n" * 200_000
    for content in (head, many):
        for path in ("/crm/v8/upload", "/oauth/v2/token"):
            headers = {**UPLOAD_HEADERS, "Content-Type": "multipart/form-data; boundary=b"}
            assert zoho.post(path, content=content + b"--b--", headers=headers).status_code in (200, 400)
    long_type = {**UPLOAD_HEADERS, "Content-Type": "multipart/form-data; boundary=b" + ";" * 500_000}
    assert zoho.post("/crm/v8/upload", content=b"--b--", headers=long_type).status_code == 400
    assert zoho.post("/oauth/v2/token", content=b"&" * 5_000_000).status_code == 200
    assert zoho.get("/_sandbox/journal?" + "&".join(f"a{index}" for index in range(9_000))).status_code == 400
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    ("address", "valid"),
    [
        ("a@b.c", True),
        ("a@b..c", True),
        ("a@.b.c", True),
        ("a@b.", False),
        ("a@.b", False),
        ("a@b", False),
        ("@b.c", False),
        ("a@b@c.d", False),
    ],
)
def test_8_addresses(address: str, valid: bool) -> None:
    """The faster pattern matches the same addresses."""
    assert bool(ADDRESS.fullmatch(address)) is valid


# 12: no undocumented 500


@pytest.mark.parametrize("body", [b"", b"x", b"--b--", b"--b", b"--b\r\n\r\n--b--", b"--b\r\nx--b--"])
def test_12_a_form_without_its_boundary(zoho: httpx.Client, body: bytes) -> None:
    """A form that is none gets the documented error."""
    headers = {**UPLOAD_HEADERS, "Content-Type": "multipart/form-data; boundary=b"}
    response = zoho.post("/crm/v8/upload", content=body, headers=headers)
    assert (response.status_code, response.json()["code"]) == (400, "INVALID_REQUEST")
    assert zoho.post("/oauth/v2/token", content=body, headers=headers).json() == {"error": "general_error"}


@pytest.mark.parametrize("depth", [64, 255, 975, 5000])
def test_12_nesting(zoho: httpx.Client, depth: int) -> None:
    """Values that are nested too deep are no JSON, everywhere."""
    for opening, closing in (("[", "]"), ('{"a":', "}")):
        deep = opening * depth + "1" + closing * depth
        response = zoho.post(ACCOUNTS, content=f'{{"data": [{{"Industry": {deep}}}], "cvid": "{ACCOUNTS_VIEW}"}}')
        assert (response.status_code, response.json()["code"]) == (400, "UNABLE_TO_PARSE_DATA_TYPE")
        fields = f'{{"module": "Leads", "fields": {{"Unknown": {deep}}}}}'
        assert zoho.post("/_sandbox/records", content=fields, headers=JSON).status_code == 400
    flat = json.dumps({"module": "Leads", "fields": {"Unknown": [[]] * 100}})
    assert zoho.post("/_sandbox/records", content=flat, headers=JSON).status_code == 200


def test_12_the_year_9999(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Tokens and clocks end before the last moment that a response can show."""
    sandbox.clock.set("9998-12-31T23:00:00Z")
    long_lived = sandbox.issue_token(["ZohoCRM.mass_update.READ"], expires_in=100 * 365 * 24 * 3600)
    assert zoho.get(STATUS, headers={"Authorization": f"Bearer {long_lived}"}).status_code == 200
    moments = iter([0.0, 0.0, 1e9, 2e9])
    fast = Clock(1_000_000, start="9998-01-01", elapsed=lambda: next(moments))
    assert fast.now() <= fast.now() == fast.now()


# 13: threads


def test_13_tokens_and_codes_beside_rollbacks(sandbox: Sandbox) -> None:
    """Nobody's token is lost or given to two, whatever is rolled back meanwhile, and no move of the clock is lost."""
    now = sandbox.clock.now()

    def issue(_: int) -> tuple[str, str]:
        sandbox.clock.advance(0.5)
        return sandbox.issue_token(["ZohoCRM.mass_update.READ"]), sandbox.issue_code(["ZohoCRM.mass_update.READ"])

    def roll_back(_: int) -> None:
        with contextlib.suppress(ZeroDivisionError), sandbox.state.transaction():
            sandbox.state.new_secret()
            time.sleep(0.0001)
            raise ZeroDivisionError

    with ThreadPoolExecutor(8) as pool:
        undone = pool.map(roll_back, range(200))
        issued = list(pool.map(issue, range(200)))
        list(undone)
    assert len({token for token, _ in issued}) == len({code for _, code in issued}) == 200
    assert all(sandbox.state.token(token) for token, _ in issued)
    assert all(sandbox.state.take_code(code, "1000.SANDBOX", sandbox.clock.now()) for _, code in issued)
    assert sandbox.clock.now() == now + 100


# 12 again: fuzzing with structure, depth and state

ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 5, 0.5, 1e308, 2**31, 2**63, 2**64, 10**25, "", "x", "5", "\0", "\ud800", "é" * 300),
    *("9" * 19, "9" * 40, "2026-01-01", "9999-12-31T23:59:59Z", "' OR 1=1", [], {}, [[]], [{}], [None], {"id": 5}),
    *({"id": []}, {"id": "5"}, ["a", "a"], {"a": {"a": {}}}, LEAD, DEAL, ACCOUNTS_VIEW, "Standard (Standard)"),
)
NAMES = (
    *("Languages_Known", "Pipeline", "Stage", "Amount", "Closing_Date", "Account_Name", "Last_Name", "Company"),
    *("First_Name", "Email", "Tag", "Owner", "Industry", "Mobile", "Short_Field", "Decimal_Field", "Limited_Field"),
    *("Ranged_Field", "User_lookup", "$obstacle", "$outcome", "$error_status", "$territories", "$locked_by", "id"),
)
CONTROL: tuple[tuple[str, Any], ...] = (
    ("records", {"module": "Leads", "fields": {"Last_Name": "x", "Company": "y"}}),
    ("records", {"module": "Deals", "fields": {"Deal_Name": "x", "Stage": "Qualification"}}),
    ("records", {"module": "Accounts", "fields": {"Account_Name": "x"}}),
    ("records", {"module": "Contacts", "fields": {"Last_Name": "x", "First_Name": "y"}}),
    ("jobs", {"system": "mass_update", "module": "Leads", "plan": {"total": 5, "failed": 1, "wait": 1, "duration": 5}}),
    ("tokens", {"scopes": ["ZohoCRM.mass_update.ALL"], "expires_in": 60}),
    ("codes", {"scopes": ["ZohoCRM.mass_update.ALL"]}),
    ("clock", {"advance": 60}),
)


class _Fuzzer:
    """Sends requests that are nearly right, again and again to the same sandbox."""

    def __init__(self, seed: int, client: httpx.Client) -> None:
        self._random = random.Random(seed)  # noqa: S311  # it has to be predictable
        self._client = client
        self._samples = [sample for sample in SAMPLES.values() if "/oauth/" not in sample.path]
        self._leads = [LEAD]

    def send(self) -> httpx.Response:
        """Send one request."""
        choice = self._random.random()
        if choice < 0.25:
            name, body = self._random.choice(CONTROL)
            response = self._post(f"/_sandbox/{name}", self._mutated(body))
            if name == "records" and body["module"] == "Leads" and response.is_success:
                self._leads.append(response.json()["id"])
            return response
        if choice < 0.35:
            return self._client.post(self._random.choice(("/crm/v8/upload", "/oauth/v2/token")), **self._form())
        if choice < 0.45:
            view, path = self._random.choice(((DEALS_VIEW, DEALS), (ACCOUNTS_VIEW, ACCOUNTS)))
            fields = {self._random.choice(NAMES): self._odd()}
            target = {"cvid": view} if self._random.random() < 0.5 else {"ids": [DEAL, "554023000000500001"]}
            return self._post(path, {"data": [fields], **target})
        if choice < 0.6:
            version = self._random.choice(("v2.1", "v4", "v8"))
            path = f"/crm/{version}/Leads/{self._random.choice(self._leads)}"
            if self._random.random() < 0.4:
                return self._client.get(f"{path}/__conversion_options")
            deal = {"Deal_Name": "x", "Stage": "Qualification", "Closing_Date": "2026-01-01"}
            return self._post(f"{path}/actions/convert", self._mutated({"data": [{"Deals": deal, "overwrite": True}]}))
        sample = self._random.choice(self._samples)
        if sample.body is None:
            separator = self._random.choice(("?", "&", "%00", ""))
            return self._client.request(sample.method, sample.path + (separator if self._random.random() < 0.2 else ""))
        value = sample.body if isinstance(sample.body, dict) else COMPONENTS["examples"][sample.body]["value"]
        return self._post(sample.path, self._mutated(value), sample.method)

    def _post(self, path: str, body: Any, method: str = "POST") -> httpx.Response:
        return self._client.request(method, path, content=json.dumps(body), headers=JSON)

    def _form(self) -> dict[str, Any]:
        if self._random.random() < 0.5:
            body = packed(leads=self._random.choice(("Last Name,Email\nx,y\n", "\0", "", "a" * 300 + "," * 300)))
            return {"files": {"file": ("x.zip", self._cut(body))}, "headers": UPLOAD_HEADERS}
        body = self._cut(b'--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nx\r\n--b--\r\n')
        boundary = self._random.choice(("boundary=b", "boundary=", "", "boundary=b; boundary=c", "boundary*=x''b"))
        return {"content": body, "headers": {**UPLOAD_HEADERS, "Content-Type": f"multipart/form-data; {boundary}"}}

    def _cut(self, body: bytes) -> bytes:
        return (
            body
            if self._random.random() < 0.5
            else body[self._random.randrange(9) : self._random.randrange(len(body) + 1)]
        )

    def _odd(self) -> Any:
        value = copy.deepcopy(self._random.choice(ODD))
        depth = self._random.choice((0, 0, 0, 0, 1, 3, 60, 70, 254, 260, 900))
        for _ in range(depth):
            value = [value] if self._random.random() < 0.5 else {self._random.choice(NAMES): value}
        return value

    def _mutated(self, body: Any) -> Any:
        body = copy.deepcopy(body)
        for _ in range(self._random.choice((0, 1, 1, 1, 2, 3))):
            node = body
            while isinstance(node, dict | list) and node:
                key = self._random.choice(list(node)) if isinstance(node, dict) else self._random.randrange(len(node))
                step = self._random.random()
                if step < 0.25 or not isinstance(node[key], dict | list):
                    node[key] = self._odd()
                    break
                if step < 0.35 and isinstance(node, dict):
                    del node[key]
                    break
                if step < 0.6 and isinstance(node[key], dict):
                    node[key][self._random.choice(NAMES)] = self._odd()
                    break
                node = node[key]
        return body


def test_12_fuzzing_finds_no_500(request: pytest.FixtureRequest) -> None:
    """No request gets a 500 or breaks the contract, whatever was sent before; ``--long`` takes a fresh seed."""
    long = request.config.getoption("--long")
    seed = random.SystemRandom().randrange(10**9) if long else SEED
    statuses = set()
    with (
        Sandbox(clock=Clock(0, start="2026-01-01"), validate_responses=True) as sandbox,
        httpx.Client(transport=sandbox.transport(), base_url="http://127.0.0.1", headers=TOKEN) as client,
    ):
        fuzzer = _Fuzzer(seed, client)
        for index in range(LONG_REQUESTS if long else REQUESTS):
            try:
                response = fuzzer.send()
            except Exception as error:
                raise AssertionError(f"seed {seed}, request {index}") from error
            statuses.add(response.status_code)
            assert response.status_code < 500, (
                seed,
                index,
                response.request.url,
                response.request.content,
                response.text,
            )
            if index % 100 == 99:
                sandbox.clock.advance(100)
    assert {200, 400} < statuses
