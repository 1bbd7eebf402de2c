"""The contract comes from the document, and nothing else can be sent."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_sandbox import ContractError, Sandbox
from zoho_crm_sandbox import dispatch as api
from zoho_crm_sandbox.call import Call, Response, ZohoError
from zoho_crm_sandbox.contract import Document, installed_document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MASS_UPDATE = "/crm/v8/Accounts/actions/mass_update?job_id=554023000000506003"


def poll(sandbox: Sandbox) -> httpx.Response:
    """Read the status of a job."""
    headers = {"Authorization": "Zoho-oauthtoken sandbox"}
    with httpx.Client(transport=sandbox.transport(), base_url="http://test", headers=headers) as client:
        return client.get(MASS_UPDATE)


def handler_that_raises(*arguments: Any, **named: Any) -> Callable[[Call], Response]:
    """Return a handler that raises an error."""

    def handler(_call: Call) -> Response:
        raise ZohoError(*arguments, **named)

    return handler


BREACHES = [
    (handler_that_raises("DUPLICATE_DATA"), "get_mass_update_status declares no error DUPLICATE_DATA"),
    (handler_that_raises("NOT_FOUND", status=400), "get_mass_update_status declares no error 400 NOT_FOUND"),
    (handler_that_raises("NOT_FOUND", case="other"), "get_mass_update_status declares no error NOT_FOUND other"),
    (handler_that_raises("NO_PERMISSION", details={"permissions": "all"}), "get_mass_update_status 403: "),
    (lambda _: Response({"data": []}), "get_mass_update_status 200: "),
    (lambda _: Response({}, status=201), "get_mass_update_status declares no status 201"),
    (lambda _: Response(None), "get_mass_update_status 200: the content type '' is not declared"),
    (
        lambda _: Response({}, headers={b"content-type": b"text/plain"}),
        "get_mass_update_status 200: the content type 'text/plain' is not declared",
    ),
]


@pytest.mark.parametrize(("handler", "message"), BREACHES, ids=[message for _, message in BREACHES])
def test_undocumented_responses_raise(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, handler: Callable[[Call], Response], message: str
) -> None:
    """A response that the document does not declare fails the test that gets it."""
    monkeypatch.setitem(api.HANDLERS, "get_mass_update_status", handler)
    with pytest.raises(ContractError, match=f"^{message}"):
        poll(sandbox)


def test_an_undocumented_error_is_never_sent(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """Without validation, an undocumented error becomes an INTERNAL_ERROR."""
    monkeypatch.setitem(api.HANDLERS, "get_mass_update_status", handler_that_raises("DUPLICATE_DATA"))
    with Sandbox() as sandbox:
        assert poll(sandbox).json()["code"] == "INTERNAL_ERROR"
    assert "get_mass_update_status declares no error DUPLICATE_DATA" in caplog.text


def test_a_code_at_two_statuses_needs_the_status() -> None:
    """The code alone is ambiguous."""
    operation = Document().operations["get_bulk_write_job"]
    assert operation.error("RESOURCE_NOT_FOUND", 404).status == 404
    with pytest.raises(ContractError, match="declares several errors RESOURCE_NOT_FOUND"):
        operation.error("RESOURCE_NOT_FOUND")


def test_two_examples_of_an_error_are_ambiguous(tmp_path: Path) -> None:
    """A document with two examples of the same error is rejected."""
    document = json.loads(installed_document().read_text("utf-8"))
    responses = document["paths"]["/crm/bulk/{version}/write/{job_id}"]["get"]["responses"]
    examples = document["components"]["responses"][responses["404"]["$ref"].rpartition("/")[2]]["content"]
    named = examples["application/json"]["examples"]
    name = next(name for name in named if name.startswith("get_bulk_write_job-resource_not_found"))
    named[f"{name}-"] = named[name]
    (tmp_path / "document.json").write_text(json.dumps(document))
    with pytest.raises(ValueError, match="several examples of 404 RESOURCE_NOT_FOUND"):
        Document(tmp_path / "document.json")


def test_a_literal_path_goes_first(tmp_path: Path) -> None:
    """A literal path goes before a templated one, whatever the order in the document."""
    document = json.loads(installed_document().read_text("utf-8"))
    convert = document["paths"].pop("/crm/v2.1/Leads/{lead_id}/actions/convert")
    document["paths"]["/crm/v2.1/Leads/{lead_id}/actions/convert"] = convert
    document["paths"]["/crm/v2.1/Leads/{lead_id}/actions/anything"] = json.loads(
        json.dumps(convert).replace("convert_lead_v2_1", "do_anything")
    )
    (tmp_path / "document.json").write_text(json.dumps(document))
    read = Document(tmp_path / "document.json")
    for version, operation_id in (("v2.1", "convert_lead_v2_1"), ("v8", "convert_lead")):
        found = read.find(f"/crm/{version}/Leads/1/actions/convert")
        assert found is not None
        assert found[0]["POST"].id == operation_id
    with pytest.raises(ContractError, match=r"no system has a handler .*: do_anything$"):
        Sandbox(document=tmp_path / "document.json")


def test_scopes_of_the_whole_document(tmp_path: Path) -> None:
    """An operation without security has that of the document."""
    document = json.loads(installed_document().read_text("utf-8"))
    del document["paths"]["/crm/bulk/{version}/write/{job_id}"]["get"]["security"]
    document["security"] = [{"ZohoOAuth": ["ZohoCRM.one", "ZohoCRM.two"]}]
    (tmp_path / "document.json").write_text(json.dumps(document))
    operation = Document(tmp_path / "document.json").operations["get_bulk_write_job"]
    assert operation.accepts_scopes(frozenset({"zohocrm.one", "zohocrm.two"}), None)
    assert not operation.accepts_scopes(frozenset({"zohocrm.one"}), None)
    with Sandbox(document=str(tmp_path / "document.json")) as sandbox:
        assert poll(sandbox).status_code == 200


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"paths": {}}', '{"paths": {"/x": {"get": {}}}}', "\udc80"], ids=repr
)
def test_an_invalid_document(tmp_path: Path, text: str) -> None:
    """The error names the file."""
    path = tmp_path / "document.json"
    path.write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(ValueError, match=f"^{re.escape(str(path))}: not an OpenAPI document that"):
        Sandbox(document=path)


def test_a_missing_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The document may be missing at its path, or in the package."""
    with pytest.raises(FileNotFoundError):
        Sandbox(document=tmp_path / "missing.json")
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(FileNotFoundError, match="zoho_crm_jobs"):
        Sandbox()


def test_the_client_is_not_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the client's folder is looked up."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "zoho_crm_jobs"]:
        monkeypatch.delitem(sys.modules, name)
    Sandbox().close()
    assert "zoho_crm_jobs" not in sys.modules


def test_headers_are_checked(sandbox: Sandbox) -> None:
    """An undeclared header, or a declared one with another value, breaks the contract."""
    operation = sandbox.document.operations["get_mass_update_status"]
    operation.check_headers(200, {"server": "ZGS", "content-type": "application/json"})
    with pytest.raises(ContractError, match="the header x-mine is not declared"):
        operation.check_headers(200, {"x-mine": "1"})
    with pytest.raises(ContractError, match="server: 'nginx' is not a documented value"):
        operation.check_headers(200, {"server": "nginx"})
    assert operation.headers(299, None) == {}
