"""Every item of the five source pages is in the document, and the sandbox sends or accepts it.

Two kinds have tests of their own that go through the same tables: the captured headers, in ``test_samples.py``, and the
resolutions, in ``test_errors.py``.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

import httpx
import pytest
from document.errors import error_in
from zoho_crm_sandbox import Clock, Sandbox

from tests.support.error_requests import PROVOKED
from tests.support.samples import SAMPLES
from tests.support.seeds.captures import CAPTURES, Capture
from tests.support.seeds.pages import ERRORS, PAGES, RESOLUTIONS, Error, Item, items
from tests.support.spec import COMPONENTS, OPERATIONS, content, resolve, responses

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES: dict[str, dict[str, Any]] = COMPONENTS["examples"]
JOBS = {
    "get_inventory_mass_convert_status": {"Quotes": "2423488000000626117", "Sales_Orders": "2423488000000626119"},
    "get_mass_update_status": {"Accounts": "554023000000506003"},
    "get_mass_change_owner_status": {"Leads": "3652397000009565021"},
    "get_bulk_write_job": {"Leads": "4150868000005350003"},
    "convert_lead_v2_1": {"Leads": ""},
}
"""A finished job of each of some modules."""
IN_PROGRESS = {
    "get_inventory_mass_convert_status": {"2423488000000626121": "Quotes", "2423488000000626123": "Quotes"},
    "get_mass_update_status": {"3524033000006027001": "Leads", "554023000000506005": "Accounts"},
    "get_mass_change_owner_status": {"3652397000009565023": "Leads", "3652397000009565025": "Leads"},
    "get_bulk_write_job": {"4150868000005350003": ""},
}
"""The modules of a job that succeeds, and of one that fails."""
TOKEN = "Bearer sandbox"
LEAD = "738964000002118026"
UNRESOLVED = {"NOT_APPROVED": "1306462000000496025", "RECORD_LOCKED": "475243000003269880"}
"""The leads of the two captured requests whose URL has a placeholder: those in the details of the response."""
REQUESTS = ("requests", "originals", "bodies", "request_keys", "parameters", "auth", "scopes", "modules", "sdk")
ITEMS = (*REQUESTS, "samples", "keys", "states")
KINDS = (*ITEMS, "errors", "resolutions", "headers")
NUMBERS = {
    "000": (5, 0, 0, 0, 1, 2, 4, 2, 0, 1, 5, 4, 8, 8, 0),
    "001": (5, 0, 0, 0, 1, 4, 16, 15, 6, 4, 5, 4, 10, 10, 0),
    "002": (3, 0, 0, 0, 1, 2, 1, 18, 0, 1, 5, 4, 4, 4, 0),
    "003": (3, 6, 0, 0, 0, 3, 0, 0, 0, 7, 28, 1, 5, 0, 73),
    "004": (3, 9, 12, 15, 0, 3, 0, 0, 0, 10, 3, 0, 8, 0, 137),
}
"""The items of each page, by kind."""
NO_SUCH_JOB = ("NOT_FOUND", "INVALID_DATA", None)
"""The codes for a job that does not exist; None for an empty response."""


class Captured(NamedTuple):
    """A captured response: its request and body on the page, and its headers."""

    original: Item
    sample: Item
    body: Any
    capture: Capture

    def __str__(self) -> str:
        return str(self.original)

    def send(self, sandbox: Sandbox) -> httpx.Response:
        """Send the request."""
        token = f"Bearer {self.capture.token}" if self.capture.token else ""
        return send(sandbox, self.capture.method, self.capture.path, token, self.body)


def captured() -> Iterator[Captured]:
    """Yield the captured responses; requests, bodies and samples stand in the same order on a page, at its end."""
    captures = iter(CAPTURES)
    for page in PAGES:
        originals = [item for item in items("originals") if item.page == page]
        samples = [item for item in items("samples") if item.page == page][-len(originals) :]
        bodies = [item.value for item in items("bodies") if item.page == page][-len(originals) :]
        for place, original in enumerate(originals):
            yield Captured(original, samples[place], bodies[place] if bodies else None, next(captures))


CAPTURED = list(captured())


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One sandbox, which is reset for each item."""
    with Sandbox(clock=Clock(scale=0), validate_responses=True) as sandbox:
        yield sandbox


@pytest.fixture(autouse=True)
def _reset(sandbox: Sandbox) -> None:
    sandbox.reset()


def each(kind: str) -> pytest.MarkDecorator:
    """Run a test with each item of a kind."""
    return pytest.mark.parametrize("item", items(kind), ids=str)


def send(sandbox: Sandbox, method: str, path: str, token: str = TOKEN, body: Any = None) -> httpx.Response:
    """Send a request, without a token if it is empty."""
    headers = {"Authorization": token} if token else {}
    with httpx.Client(transport=sandbox.transport(), base_url="https://www.zohoapis.com", headers=headers) as client:
        return client.request(method, path, json=body)


def compact(value: Any) -> str:
    """Return JSON as the sandbox writes it, with the order of keys kept."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def url_of(item: Item, url: str, module: str | None = None, job: str | None = None) -> str:
    """Return path and query of a URL with its placeholders filled in, whatever the page calls them."""
    split = urlsplit(re.sub(r"^\{+api-domain\}+", "", url))
    path = split.path if split.path.startswith("/crm/") else f"/crm/{{version}}{split.path}"
    jobs = JOBS[item.operation]
    module = module or next((name for name in jobs if f"/{name}/" in path), next(iter(jobs)))
    values = {
        "version": PAGES[item.page]["version"],
        "module_api_name": module,
        "job_id": job or jobs.get(module, "1"),
        "lead_id": LEAD,
    }
    return re.sub(r"\{+(\w+)\}+", lambda found: values[found[1].lower()], f"{path}?{split.query}".removesuffix("?"))


def request(sandbox: Sandbox, item: Item, token: str = TOKEN, **place: str) -> httpx.Response:
    """Send the request that a page is about: for a finished job, or another one, or for the conversion of its lead."""
    path, operation = OPERATIONS[item.operation]
    in_query = "job_id" not in path and item.operation in IN_PROGRESS
    url = url_of(item, path + "?job_id={job_id}" * in_query, **place)
    body = PAGES[item.page]["bodies"][188] if "requestBody" in operation else None
    return send(sandbox, "POST" if body else "GET", url, token, body)


def typed(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path and the type of each value in JSON, without the ``data[]`` around a body."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from typed(part, f"{path}.{key}")
    elif isinstance(value, list):
        for part in value:
            yield from typed(part, f"{path}[]")
    else:
        names = {bool: "boolean", int: "integer", str: "string", type(None): "null"}
        yield path.removeprefix(".data[]").removeprefix("."), names[type(value)]


def described(schema: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path and the types of each value that a schema describes, as ``typed`` does for a value."""
    schema = resolve(schema)
    types = schema.get("type", [])
    for name in [types] if isinstance(types, str) else types:
        yield path.removeprefix(".data[]").removeprefix("."), "integer" if name == "number" else name
    for key, part in schema.get("properties", {}).items():
        yield from described(part, f"{path}.{key}")
    for part in (*schema.get("oneOf", ()), *schema.get("anyOf", ())):
        yield from described(part, path)
    if "items" in schema:
        yield from described(schema["items"], f"{path}[]")


def test_number_of_items(tables: list[str]) -> None:
    """No item is lost when the tables are edited."""
    counted = Counter((item.page, kind) for kind in ITEMS for item in items(kind))
    counted.update((error.page, "errors") for error in ERRORS)
    counted.update((error.page, "resolutions") for error in RESOLUTIONS)
    for found in CAPTURED:
        counted[found.original.page, "headers"] += found.capture.number_of_headers
    for page in PAGES:
        numbers = {kind: counted[page, kind] for kind in KINDS}
        shown = ", ".join(f"{number} {kind}" for kind, number in numbers.items() if number)
        tables.append(f"source page {page}: {sum(numbers.values())} items: {shown}")
        assert tuple(numbers.values()) == NUMBERS[page]
    assert sum(counted.values()) == 257 + len(RESOLUTIONS) + 210


@each("requests")
def test_request(sandbox: Sandbox, item: Item) -> None:
    """Method and URL are those of the operation, and get the status."""
    method, url, status = item.value.split()
    path = url_of(item, url)
    found = sandbox.document.find(urlsplit(path).path)
    assert found
    assert found[0][method].id == item.operation
    body = PAGES[item.page].get("bodies", {}).get(188)
    assert send(sandbox, method, path, body=body).status_code == int(status)


@pytest.mark.parametrize("found", CAPTURED, ids=str)
def test_original_request(sandbox: Sandbox, found: Captured) -> None:
    """It is the request of the capture. The document has it, unless the error is about its path or method."""
    item, _, _, capture = found
    method, url, status = item.value.split()
    path = url.replace("{{api-domain}}", "").replace("{{lead-id}}", UNRESOLVED.get(str(capture.code), ""))
    of_capture = (capture.operation, capture.method, capture.path, capture.status)
    assert (item.operation, method, path, int(status)) == of_capture
    operations = sandbox.document.find(path)
    assert (operations is None) == (capture.code == "INVALID_URL_PATTERN")
    if operations:
        assert (method not in operations[0]) == (capture.code == "INVALID_REQUEST_METHOD")


@each("auth")
def test_scheme_of_the_token(sandbox: Sandbox, item: Item) -> None:
    """The document names it, and the sandbox accepts a token with it."""
    assert f"{item.value} <token>`" in COMPONENTS["securitySchemes"]["ZohoOAuth"]["description"]
    assert request(sandbox, item, f"{item.value} sandbox").status_code == 200
    assert request(sandbox, item, "sandbox").status_code == 401


@each("modules")
def test_module(sandbox: Sandbox, item: Item) -> None:
    """The document has it, and the sandbox looks for the job, which is one of another module."""
    module = "Shipments" if item.value == "Custom" else item.value
    operation = sandbox.document.operations[item.operation]
    assert operation.supports_module(module, custom=item.value == "Custom")
    response = request(sandbox, item, module=module, job="1")
    assert (response.json()["code"] if response.content else None) in NO_SUCH_JOB


@each("scopes")
def test_scope(sandbox: Sandbox, item: Item) -> None:
    """It suffices, for its module if it names one."""
    operation = OPERATIONS[item.operation][1]
    name = item.value.split(".")[2]
    modules = operation["x-module-scope"]["modules"] | {"Shipments": ["custom"]}
    module = next((module for module, names in modules.items() if name in names), next(iter(JOBS[item.operation])))
    assert item.value.lower() in {scope.lower() for choice in operation["security"] for scope in choice["ZohoOAuth"]}
    for scope, allowed in ((item.value, True), ("ZohoCRM.other.READ", False)):
        response = request(sandbox, item, f"Bearer {sandbox.issue_token([scope])}", module=module, job="1")
        assert ("OAUTH_SCOPE_MISMATCH" not in response.text) == allowed


@each("parameters")
def test_parameter(sandbox: Sandbox, item: Item) -> None:
    """It has the type, and nothing works without it."""
    name, kind, mandatory = item.value.split()
    path, operation = OPERATIONS[item.operation]
    [parameter] = [found for found in map(resolve, operation["parameters"]) if found["name"] == name]
    assert (parameter["in"], parameter["required"]) == ("query", mandatory == "mandatory")
    assert resolve(parameter["schema"])["type"] == kind
    assert request(sandbox, item).status_code == 200
    assert send(sandbox, "GET", url_of(item, path)).status_code in (400, 404)


@each("sdk")
def test_name_in_an_sdk(item: Item) -> None:
    """An SDK writes the names of operation and parameters in its own way."""
    operation = OPERATIONS[item.operation][1]
    name = re.sub("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", item.value).lower()
    assert name in {item.operation, *(resolve(parameter)["name"] for parameter in operation["parameters"])}


@each("keys")
def test_key_of_a_response(sandbox: Sandbox, item: Item) -> None:
    """It has the type in the schema and in the response of the sandbox."""
    key = tuple(item.value.split())
    assert key in set(described(content(responses(item.operation)[200])["schema"]))
    assert key in set(typed(request(sandbox, item).json()))


@each("request_keys")
def test_key_of_a_request(sandbox: Sandbox, item: Item) -> None:
    """It has the type in the schema, and the sandbox accepts a request with it."""
    key = tuple(item.value.split())
    assert key in set(described(content(OPERATIONS[item.operation][1]["requestBody"])["schema"]))
    assert key in set(typed(PAGES[item.page]["bodies"][188]))
    assert request(sandbox, item).status_code == 200


@each("bodies")
def test_body_of_a_request(sandbox: Sandbox, item: Item) -> None:
    """The document has it as an example, its keys in order, and the sandbox finds nothing wrong with its form."""
    examples = content(OPERATIONS[item.operation][1]["requestBody"])["examples"].values()
    assert compact(item.value) in {compact(resolve(example)["value"]) for example in examples}
    response = send(sandbox, "POST", url_of(item, OPERATIONS[item.operation][0]), body=item.value)
    assert response.status_code in (200, 202)


@each("states")
def test_state(sandbox: Sandbox, item: Item) -> None:
    """The schema has it, and a job of the sandbox is in it at some time."""
    state, seen = item.value.replace("_", " "), set[str]()
    waiter = responses(item.operation)[200]["x-waiter"]
    assert state in waiter["pending"] + waiter["success"] + waiter["failure"]
    for seconds in (0, 20, 40, 60):
        sandbox.clock.advance(seconds)
        for job, module in IN_PROGRESS[item.operation].items():
            seen |= set(re.findall(r'"[Ss]tatus":"([A-Z ]+)"', request(sandbox, item, module=module, job=job).text))
    assert state in seen


@each("samples")
def test_sample(sandbox: Sandbox, item: Item) -> None:
    """The example in the document is the page's, its keys in order, and so is the response of the sandbox."""
    [(name, body)] = item.value.items()
    assert compact(EXAMPLES[name]["value"]) == compact(body)
    response = next((found.send(sandbox) for found in CAPTURED if found.sample == item), None)
    if response is None:
        sample = SAMPLES[name]
        sandbox.clock.advance(sample.after)
        sent = EXAMPLES[sample.body]["value"] if isinstance(sample.body, str) else None
        response = send(sandbox, sample.method, sample.path, body=sent)
    assert response.text.removesuffix("\n") == compact(body)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: f"{error}-{error.code}")
def test_error(sandbox: Sandbox, error: Error) -> None:
    """An example has status, code and message, and a request gets them from the sandbox."""
    examples = content(responses(error.operation)[error.status])["examples"].values()
    said = [error_in(resolve(example)["value"]) for example in examples]
    assert (error.code, error.message) in [(one["code"], one["message"]) for one in said if one]
    sent = []
    for row, provoking in PROVOKED.items():
        if row[:3] == (error.operation, error.status, error.code):
            sandbox.reset()
            if provoking.fault:
                sandbox.inject_fault(error.operation, provoking.fault)
            token = "" if error.code == "AUTHENTICATION_FAILURE" else TOKEN
            token = provoking.headers.get("Authorization", token)
            response = send(sandbox, provoking.method, provoking.path, token, provoking.body)
            found = error_in(response.json()) or {}
            sent.append((response.status_code, found.get("code"), found.get("message")))
    assert (error.status, error.code, error.message) in sent
