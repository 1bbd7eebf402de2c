"""Each example of the document leads to the response that it shows, on the sandbox as it starts."""

from __future__ import annotations

import json
import re
from typing import Any

import httpx
import pytest
from zoho_crm_sandbox import Sandbox

from tests.support.bulk_files import packed
from tests.support.spec import DOCUMENT, IDS, OPERATIONS, content, resolve, responses

OLDER = {
    ("get_bulk_write_job-completed", 200): "v2.1",
    ("schedule_mass_update-by_ids", 200): "v7",
}
"""The version of an example that v8 has in another form: the captured one, and the status of a partial success."""
CHANGED: dict[str, dict[str, Any]] = {
    "convert_lead_v2_1-invalid_request": {"url": "/crm/v2.1/Leads/{{lead_id}}/actions/convert"},
    "convert_lead_v2_1-invalid_request_method": {"method": "PUT"},
    "convert_lead_v2_1-authentication_failure": {"token": None},
}
"""What else is wrong in the captured requests, as their summaries say."""


def request(operation_id: str, key: str | None = None, version: str | None = None) -> dict[str, Any]:
    """Return the arguments of a request with the examples of one name, or with the first ones."""
    path, operation = OPERATIONS[operation_id]
    sent: dict[str, dict[str, str]] = {"path": {}, "query": {}, "header": {}}
    for parameter in map(resolve, operation.get("parameters", ())):
        examples = parameter.get("examples", {})
        values = [examples[key]] if key in examples else list(examples.values())
        value = parameter["example"] if "example" in parameter else resolve(values[0])["value"]
        sent[parameter["in"]][parameter["name"]] = version if parameter["name"] == "version" and version else value
    body: dict[str, Any] = {}
    media_type = next(iter(resolve(operation.get("requestBody", {})).get("content", {})), None)
    if media_type == "multipart/form-data":
        body = {"files": {"file": packed(leads="Last_Name\nBoyle\n")}}
    elif media_type:
        examples = content(operation["requestBody"])["examples"]
        value = resolve(examples.get(key, next(iter(examples.values()))))["value"]
        body = {"json" if media_type == "application/json" else "data": value}
    return {
        "method": next(method for method, found in DOCUMENT["paths"][path].items() if found is operation).upper(),
        "url": path.format(**sent["path"]),
        "params": sent["query"],
        "headers": sent["header"],
        "token": None if operation.get("security") == [] else "sandbox",
        **body,
    }


def send(sandbox: Sandbox, *, token: str | None, **arguments: Any) -> httpx.Response:
    """Send a request, with an access token unless there is none."""
    headers = arguments.pop("headers") | ({"Authorization": f"Zoho-oauthtoken {token}"} if token else {})
    with httpx.Client(transport=sandbox.transport(), base_url="https://www.zohoapis.com") as client:
        return client.request(headers=headers, **arguments)


def masked(value: Any) -> str:
    """Return a response without ids, names, times and tokens, which are those of what was made."""
    text = json.dumps(value, ensure_ascii=False)
    made = "id|job_id|file_id|name|created_time|Created_Time|Modified_Time|access_token|refresh_token|api_domain"
    return re.sub(rf'"({made})": "[^"]+"', r'"\1": "…"', text)


def has_example(operation_id: str, key: str) -> bool:
    """Tell whether a parameter or the request body has an example of this name."""
    operation = OPERATIONS[operation_id][1]
    holders = [*map(resolve, operation.get("parameters", ())), content(resolve(operation.get("requestBody", {})))]
    return any(key in holder.get("examples", {}) for holder in holders)


SHOWN = [
    (operation_id, status, key)
    for operation_id in IDS
    for status, response in responses(operation_id).items()
    for key in content(response).get("examples", {})
    if has_example(operation_id, key)
]
"""The responses that an example of a parameter or request leads to; tests of errors provoke the others."""


@pytest.mark.parametrize(("operation_id", "status", "key"), SHOWN)
def test_example(sandbox: Sandbox, operation_id: str, status: int, key: str) -> None:
    """The examples of a name in the parameters and the body get the response of this name."""
    arguments = request(operation_id, key, OLDER.get((key, status)))
    response = send(sandbox, **arguments | CHANGED.get(key, {}))
    expected = resolve(content(responses(operation_id)[status])["examples"][key])["value"]
    assert response.status_code == status, response.text
    assert masked(response.json()) == masked(expected)


def test_first_examples() -> None:
    """A tool that sends the first example of everything, one operation after the other, gets only successes."""
    with Sandbox(validate_responses=True) as sandbox:
        for operation_id in IDS:
            response = send(sandbox, **request(operation_id))
            assert response.status_code in responses(operation_id)
            assert response.is_success, (operation_id, response.text)
