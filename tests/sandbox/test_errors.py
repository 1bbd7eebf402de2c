"""A plain request, or an injected fault, provokes every error that the document declares for an operation."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_sandbox import Clock, Sandbox

from tests.support.error_requests import GOOD, PROVOKED, Row
from tests.support.spec import DOCUMENT, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator


ELSEWHERE = (
    "upload_bulk_write_file",
    "create_bulk_write_job",
    "download_bulk_write_result",
    "create_token",
    "revoke_token",
)
"""The operations whose errors other tests provoke, since it takes more than one plain request with JSON."""


PLATFORM = {code for kind in DOCUMENT["x-headers"].values() for code in kind.get("codes", ())}
"""The codes of the platform's own errors, which end with a line end as the captured ones do."""


PROVOKED_TEXT = repr(PROVOKED)


def codes(schema: dict[str, Any]) -> Iterator[str]:
    """Yield the error codes that a response's schema allows."""
    schema = resolve(schema)
    for option in schema.get("oneOf", ()):
        yield from codes(option)
    properties = schema.get("properties", {})
    if "const" in properties.get("code", {}) and properties["status"].get("const") == "error":
        yield properties["code"]["const"]
    if "data" in properties:
        yield from codes(properties["data"]["items"])


def declared() -> Iterator[tuple[Row, Any]]:
    """Yield every error that the document declares, with the body of its example."""
    for item in DOCUMENT["paths"].values():
        for operation in item.values():
            if operation["operationId"] in ELSEWHERE:
                continue
            for status, response in operation["responses"].items():
                for content in resolve(response).get("content", {}).values():
                    in_examples = set()
                    for name, example in content["examples"].items():
                        body = resolve(example)["value"]
                        error = body["data"][0] if "data" in body else body
                        if error.get("status") == "error":
                            in_examples.add(error["code"])
                            case = name.partition("-")[2].removeprefix(error["code"].lower()).lstrip("-")
                            yield (operation["operationId"], int(status), error["code"], case), body
                    # Outcomes of single records stand among successes; their errors are those at 400.
                    assert in_examples == set(codes(content["schema"])) or not in_examples, (operation, status)


DECLARED = dict(declared())


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One sandbox for all rows, which is reset for each."""
    with Sandbox(clock=Clock(0), validate_responses=True) as sandbox:
        yield sandbox


def test_every_declared_error_is_provoked_and_no_other() -> None:
    """The table has a row for each declared error, and no other rows."""
    assert PROVOKED.keys() == DECLARED.keys()
    assert len({row[:3] for row in PROVOKED}) >= 34


def named(body: dict[str, Any], record: str | None) -> dict[str, Any]:
    """Return an error with the id of the rejected record in ``data[0]``."""
    if record is None or record not in PROVOKED_TEXT:
        return body
    (error,) = body["data"]
    return {"data": [{**error, "details": {**error["details"], "id": record}}]}


@pytest.mark.parametrize("row", DECLARED, ids=lambda row: "-".join(map(str, row)).rstrip("-"))
def test_error(sandbox: Sandbox, row: Row) -> None:
    """The request gets the error, at its status and with the example's text."""
    operation, status, _, _ = row
    request = PROVOKED[row]
    sandbox.reset()
    if request.fault:
        sandbox.inject_fault(operation, request.fault)
    headers = request.headers if request.headers or row[2] == "AUTHENTICATION_FAILURE" else None
    with httpx.Client(transport=sandbox.transport(), base_url="https://www.zohoapis.com") as client:
        *_, response = (
            client.request(
                request.method,
                request.path,
                headers={"Authorization": "Zoho-oauthtoken sandbox"} if headers is None else headers,
                json=request.body,
            )
            for _ in range(request.times)
        )
    assert response.status_code == status
    # Several records can be rejected for one reason, and the example names another one.
    expected = named(DECLARED[row], (response.json().get("data") or [{}])[0].get("details", {}).get("id"))
    line_end = "\n" * (row[2] in PLATFORM and "data" not in expected)
    assert response.text == json.dumps(expected, ensure_ascii=False, separators=(",", ":")) + line_end
    assert "allow" not in response.headers


@pytest.mark.parametrize("operation", GOOD)
def test_a_good_request_succeeds(sandbox: Sandbox, operation: str) -> None:
    """The request from which the rows are derived succeeds."""
    sandbox.reset()
    good = GOOD[operation].with_token("sandbox")
    with httpx.Client(transport=sandbox.transport(), base_url="https://www.zohoapis.com") as client:
        assert client.request(good.method, good.path, headers=good.headers, json=good.body).is_success
    assert sandbox.journal[-1].operation_id == operation
