"""The 34 error rows of the documentation: the sandbox sends each, and the client raises the right class."""

from __future__ import annotations

import importlib
import inspect
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_jobs import AccessToken, Client, errors

from tests.support.documented_errors import ROWS, Row
from tests.support.spec import OPERATIONS

if TYPE_CHECKING:
    from zoho_crm_sandbox import Sandbox

MODULES = {
    name: importlib.import_module(f"zoho_crm_jobs.api.{operation['tags'][0]}.{name}")
    for name, (_, operation) in OPERATIONS.items()
}
EXCEPTIONS = {
    # the code in CamelCase, as the exception is named
    row.code: getattr(
        errors, row.code.title().replace("_", "").replace("Oauth", "OAuth").removesuffix("Error") + "Error"
    )
    for row in ROWS
} | {"NOT_FOUND": errors.NoSuchJobError}  # NotFoundError is the kind


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_row(row: Row, sandbox: Sandbox) -> None:
    """A plain request gets the row's error, and the client raises it."""
    if row.injected:
        sandbox.inject_fault(row.operation_id, row.code, status=row.status)
    headers = {"Authorization": f"Zoho-oauthtoken {row.token}"} if row.token else {}
    with httpx.Client(transport=sandbox.transport(), base_url="http://testserver") as plain:
        response = plain.request(row.method, row.url, json=row.body, headers=headers)

    body = response.json()
    error = body["data"][0] if row.status == 202 else body
    assert response.status_code == row.status
    assert (error["code"], error["message"], error["status"]) == (row.code, row.message, "error")
    if row.details is not None:
        assert error["details"] == row.details

    # The client gets this response even if it cannot send such a request, for instance one with a wrong method.
    sync = MODULES[row.operation_id].sync
    options = ("timeout", "headers")
    arguments: dict[str, Any] = {name: "1" for name in inspect.signature(sync).parameters if name not in options}
    arguments["client"] = Client(
        AccessToken("sandbox"), http_client=httpx.Client(transport=httpx.MockTransport(lambda _: response)), retry=None
    )
    with pytest.raises(EXCEPTIONS[row.code]) as caught:
        sync(**arguments)
    assert type(caught.value) is EXCEPTIONS[row.code]
    assert (caught.value.status_code, caught.value.code, caught.value.message) == (row.status, row.code, row.message)
    assert caught.value.details.to_dict() == error["details"]
    assert caught.value.body.to_dict() == error
