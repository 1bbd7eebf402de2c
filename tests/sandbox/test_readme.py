"""The sandbox's README: its examples run, its tables are complete, and its promises are kept."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import zoho_crm_sandbox
from zoho_crm_sandbox import Clock, Sandbox
from zoho_crm_sandbox.control.api import Control
from zoho_crm_sandbox.named_inputs import named_inputs
from zoho_crm_sandbox.platform.faults import KINDS
from zoho_crm_sandbox.seed import FIRST_ID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

README = Path(zoho_crm_sandbox.__file__).with_name("README.md").read_text("utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
PROMISES = re.findall(r"^\| (.*) \| (modelled|validated only|not modelled) \|$", README, re.MULTILINE)
VIEW = "554023000000091515"
MASS_UPDATE = "/crm/v8/Accounts/actions/mass_update"
LEAD = "738964000002118030"


@pytest.fixture
def zoho(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A client with the token that may do everything."""
    headers = {"Authorization": "Zoho-oauthtoken sandbox"}
    with httpx.Client(transport=sandbox.transport(), base_url="http://127.0.0.1", headers=headers) as client:
        yield client


def test_the_example_runs() -> None:
    """The first example runs as it stands."""
    exec(compile(EXAMPLES[0], "README.md", "exec"), {})  # noqa: S102  (it is our own)


def test_the_example_with_the_fixture_runs(zoho_crm_sandbox: Sandbox) -> None:
    """The second example runs as pytest would run it."""
    assert len(EXAMPLES) == 2
    names: dict[str, Any] = {}
    exec(compile(EXAMPLES[1], "README.md", "exec"), names)  # noqa: S102  (it is our own)
    names["test_it"](zoho_crm_sandbox)


def ids_and_tokens(sandbox: Sandbox) -> set[str]:
    """Return all ids and tokens that a new sandbox holds, except the ids of modules."""
    tables = ("organizations", "users", "jobs", "records", "views", "territories", "uploads")
    columns = (*(f"id FROM {table}" for table in tables), "token FROM tokens")
    return {row[0] for column in columns for row in sandbox.state._db.execute(f"SELECT {column}")}


def listed() -> set[str]:
    """Return the ids in the README, with those of each series."""
    series = re.findall(r"(\d+) from (\d+) to (\d+), two by two", README)
    between = {str(identity) for _, first, last in series for identity in range(int(first), int(last) + 1, 2)}
    assert len(between) == sum(int(count) for count, _, _ in series)
    return between | set(re.findall(r"\b\d{15,19}\b", README))


def test_every_id_and_token_is_listed(sandbox: Sandbox) -> None:
    """The README has everything that a new sandbox holds."""
    assert {value for value in ids_and_tokens(sandbox) - listed() if value not in README} == set()


def test_every_listed_id_exists(sandbox: Sandbox) -> None:
    """The README has no other ids, except the first one of new records."""
    assert listed() - ids_and_tokens(sandbox) == {str(FIRST_ID)}


def test_the_control_plane_is_listed(sandbox: Sandbox) -> None:
    """The README has every request that the control plane takes."""
    for name, actions in Control(sandbox)._actions.items():
        for method in actions:
            assert f"`{method} /_sandbox/{name}`" in README


def test_the_faults_are_listed() -> None:
    """The README has every kind of fault."""
    assert set(re.findall(r"^\| `kind` `(\w+)` \|", README, re.MULTILINE)) == set(KINDS)


def test_every_view_with_an_outcome_is_a_named_input(sandbox: Sandbox) -> None:
    """The table of named inputs has every view and record with an outcome."""
    found = sandbox.state._db.execute(
        "SELECT id FROM views WHERE outcome <> '' UNION SELECT id FROM records WHERE fields LIKE '%\"$outcome\"%'"
    )
    assert {row[0] for row in found} <= {named["value"] for named in named_inputs()}


def submit(zoho: httpx.Client) -> str:
    """Submit a mass update of the 50 accounts and return the job's id."""
    body = {"data": [{"Industry": "Education"}], "cvid": VIEW}
    submitted = zoho.post(MASS_UPDATE, json=body)
    assert submitted.status_code == 200
    job: str = submitted.json()["data"][0]["details"]["job_id"]
    return job


def status(zoho: httpx.Client, job: str) -> str:
    """Return the status of a mass update."""
    state: str = zoho.get(MASS_UPDATE, params={"job_id": job}).json()["data"][0]["Status"]
    return state


def check_operations(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Each operation exists in its versions only, and demands its scope unless it is open."""
    unscoped = {"Authorization": f"Zoho-oauthtoken {sandbox.issue_token([])}"}
    known = {"{version}": "v8", "{module_api_name}": "Leads"}
    for template, at_path in sandbox.document.source["paths"].items():
        path = re.sub(r"\{\w+\}", lambda name: known.get(name[0], "1"), template)
        for method in at_path.keys() & {"get", "post"}:
            operation = sandbox.document.operations[at_path[method]["operationId"]]
            response = zoho.request(method, path, headers=unscoped)
            assert operation.open or response.json()["code"] == "OAUTH_SCOPE_MISMATCH"
            assert sandbox.journal[-1].operation_id == operation.id
            for error in operation.errors[:3]:
                sandbox.inject_fault(operation.id, error.code, status=error.status, case=error.case)
                assert zoho.request(method, path).json() == error.body
        if "{version}" in template:
            assert zoho.get(path.replace("v8", "v99")).json()["code"] == "INVALID_URL_PATTERN"


def check_progress(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Check that a job progresses although nobody polls it."""
    job = submit(zoho)
    assert status(zoho, job) == "SCHEDULED"
    sandbox.clock.advance(3600)
    assert status(zoho, job) == "COMPLETED"


def check_mass_update(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """All 50 records are changed in the end."""
    job = submit(zoho)
    sandbox.clock.advance(3600)
    assert status(zoho, job) == "COMPLETED"
    accounts = zoho.get("/_sandbox/records", params={"module": "Accounts"}).json()["records"]
    assert sum(account["fields"].get("Industry") == "Education" for account in accounts) == 50


def convert(zoho: httpx.Client, **options: Any) -> Any:
    """Convert a lead."""
    response = zoho.post(f"/crm/v2.1/Leads/{LEAD}/actions/convert", json={"data": [options]})
    return response.json()["data"][0]


def check_conversion(_: Sandbox, zoho: httpx.Client) -> None:
    """Check that a lead is converted once."""
    made = convert(zoho)
    assert zoho.get("/_sandbox/records", params={"module": "Contacts"}).text.count(made["Contacts"]) >= 1
    assert convert(zoho)["code"] == "ID_ALREADY_CONVERTED"


def check_organizations(_: Sandbox, zoho: httpx.Client) -> None:
    """Check that a job is unknown in the other organization."""
    job = submit(zoho)
    headers = {"Authorization": "Zoho-oauthtoken sandbox-other-org"}
    response = zoho.get(MASS_UPDATE, params={"job_id": job}, headers=headers).json()
    assert "INVALID_DATA" in str(response)


def check_permissions(_: Sandbox, zoho: httpx.Client) -> None:
    """Check that a user without the permission gets an error."""
    headers = {"Authorization": "Zoho-oauthtoken sandbox-no-permission"}
    response = zoho.get(MASS_UPDATE, params={"job_id": "554023000000506003"}, headers=headers)
    assert response.json()["code"] == "NO_PERMISSION"


def check_oauth(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Check that a token expires after an hour, and the refresh token gives another."""
    client = {"client_id": "1000.CLIENT", "client_secret": "sandbox-secret"}
    grant = {"grant_type": "refresh_token", "refresh_token": "1000.refresh", **client}
    token = zoho.post("/oauth/v2/token", data=grant).json()["access_token"]
    headers = {"Authorization": f"Zoho-oauthtoken {token}"}
    asked: dict[str, Any] = {"params": {"job_id": "554023000000506003"}, "headers": headers}
    assert zoho.get(MASS_UPDATE, **asked).status_code == 200
    sandbox.clock.advance(3601)
    assert zoho.get(MASS_UPDATE, **asked).json()["code"] == "INVALID_TOKEN"


def check_limits(_: Sandbox, zoho: httpx.Client) -> None:
    """Check that calls are unlimited, unless a limit is set."""
    assert {zoho.get(MASS_UPDATE, params={"job_id": "554023000000506003"}).status_code for _ in range(20)} == {200}
    with Sandbox(clock=Clock(0), credits=1) as limited:
        headers = {"Authorization": "Zoho-oauthtoken sandbox"}
        with httpx.Client(transport=limited.transport(), base_url="http://zoho", headers=headers) as client:
            codes = [client.get(MASS_UPDATE, params={"job_id": "554023000000506003"}).status_code for _ in range(2)]
    assert codes == [200, 429]


def check_sixty_days(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Check that a status can be read for 60 days."""
    path = "/crm/v8/Leads/actions/mass_change_owner?job_id=3652397000009565021"
    assert zoho.get(path).status_code == 200
    sandbox.clock.advance(60 * 24 * 3600)
    token = sandbox.issue_token(sandbox.document.scopes)
    assert zoho.get(path, headers={"Authorization": f"Zoho-oauthtoken {token}"}).status_code == 204


def check_restart(_: Sandbox, __: httpx.Client, folder: Path) -> None:
    """Check that records are in the file."""
    with Sandbox(database=folder / "state.db") as first:
        added = first.add_record("Leads", {"Last_Name": "Kept"})
    with Sandbox(database=folder / "state.db") as second:
        assert (second.state.of("694902309").record("Leads", added) or {})["Last_Name"] == "Kept"


def check_headers(_: Sandbox, zoho: httpx.Client) -> None:
    """Check that the headers are those of Zoho."""
    response = zoho.get(MASS_UPDATE, params={"job_id": "554023000000506003"})
    assert response.headers["server"] == "ZGS"
    assert "x-accesstoken-reset" in response.headers


def check_notify(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Check that the values are checked, and nobody is notified."""
    rejected = convert(zoho, notify_lead_owner="yes")
    assert rejected.get("code", rejected.get("status")) is not None
    convert(zoho, notify_lead_owner=True, notify_new_entity_owner=True)
    assert sandbox.callbacks == []


def check_no_compression(_: Sandbox, zoho: httpx.Client) -> None:
    """Check that no response is compressed."""
    response = zoho.get(MASS_UPDATE, params={"job_id": "554023000000506003"}, headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in response.headers


def check_other_operations(_: Sandbox, zoho: httpx.Client) -> None:
    """Their paths are unknown."""
    for path in (f"/crm/v8/Leads/{LEAD}", "/crm/v8/Leads/search", "/crm/v8/users", "/crm/v8/settings/modules"):
        assert zoho.get(path).json()["code"] == "INVALID_URL_PATTERN"


CHECKS: dict[str, Callable[..., None]] = {
    "every operation of the document, with its errors, scopes and versions": check_operations,
    "progress of jobs as a function of the time": check_progress,
    "mass update of a view's records": check_mass_update,
    "conversion of a lead, once": check_conversion,
    "organizations that cannot see each other": check_organizations,
    "permissions of users": check_permissions,
    "OAuth: codes, refresh tokens, expiry": check_oauth,
    "limits of credits and concurrency, if set": check_limits,
    "the 60 days of a mass change of owner": check_sixty_days,
    "records, jobs and tokens kept across restarts": check_restart,
    "headers of the document, `Date` by the sandbox's clock": check_headers,
    "`notify_lead_owner` and `notify_new_entity_owner`": check_notify,
    "compression of responses": check_no_compression,
    "reading and searching records, and all other operations of Zoho CRM": check_other_operations,
}


def test_every_promise_is_checked() -> None:
    """Each line of the table has a check, and each check a line."""
    assert [promise for promise, _ in PROMISES] == list(CHECKS)
    assert {how for _, how in PROMISES} == {"modelled", "validated only", "not modelled"}


@pytest.mark.parametrize("promise", CHECKS)
def test_promise(sandbox: Sandbox, zoho: httpx.Client, tmp_path: Path, promise: str) -> None:
    """The sandbox does what the line says."""
    check = CHECKS[promise]
    check(sandbox, zoho, *([tmp_path] if check is check_restart else []))
