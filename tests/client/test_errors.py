"""What an error tells: its kind, where it is, what to do, and for which request or job; and no secret."""

from __future__ import annotations

import copy
import json
import pickle
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_jobs import AccessToken, Client, JobHandle, RefreshToken, errors
from zoho_crm_jobs.api.bulk_write import get_bulk_write_job
from zoho_crm_jobs.api.inventory_mass_convert import get_inventory_mass_convert_status
from zoho_crm_jobs.api.mass_change_owner import get_mass_change_owner_status
from zoho_crm_jobs.api.mass_update import get_mass_update_status, schedule_mass_update
from zoho_crm_jobs.api.oauth import create_token
from zoho_crm_jobs.models import MassUpdateByIds, MassUpdateFields, RefreshTokenGrant

from tests.support.clients import client
from tests.support.seeds.pages import RESOLUTIONS, Error
from tests.support.spec import DOCUMENT, OPERATIONS, SCHEMAS

if TYPE_CHECKING:
    from zoho_crm_sandbox import Sandbox

REFERENCE = Path(errors.__file__).with_name("reference.html").read_text("utf-8")
STATUS = {
    "get_inventory_mass_convert_status": (get_inventory_mass_convert_status, "Quotes"),
    "get_mass_update_status": (get_mass_update_status, "Accounts"),
    "get_mass_change_owner_status": (get_mass_change_owner_status, "Leads"),
}
BODY = MassUpdateByIds(data=[MassUpdateFields.from_dict({"Industry": "Education"})], ids=["1"])


def words(text: str) -> str:
    """Return a text without white space and without the full stop that a seed may lack."""
    return "".join(text.split()).removesuffix(".")


def server(status: int, body: Any, **options: Any) -> Client:
    """Return a client whose server always responds with this error."""
    transport = httpx.MockTransport(lambda _: httpx.Response(status, json=body))
    return Client(AccessToken("1000.secret"), http_client=httpx.Client(transport=transport), retry=None, **options)


def error_of(code: str, details: dict[str, Any] | None = None, status: int = 400) -> errors.ApiError:
    """Return the error that the client raises for a response to a submission."""
    body = {"code": code, "details": details or {}, "message": "no", "status": "error"}
    error = schedule_mass_update.sync_detailed("Leads", client=server(status, body), body=BODY).error
    while isinstance(error, errors.SubmissionUncertain):
        error = error.cause
    assert isinstance(error, errors.ApiError)
    return error


@pytest.mark.parametrize("row", RESOLUTIONS, ids=str)
def test_resolutions(sandbox: Sandbox, row: Error) -> None:
    """Each is in the document, in the reference, and the hint of the error that the sandbox's response raises."""
    operation_id, status, code, text = row.operation, row.status, row.code, str(row.resolution)
    case = "not_supported" if "not supported" in row.message else None
    entries = OPERATIONS[operation_id][1]["x-resolutions"]
    [found] = [entry["text"] for entry in entries if words(entry["text"]) == words(text) and entry["code"] == code]
    chapter = REFERENCE.partition(f'id="{operation_id}"')[2].partition("<h3")[0]
    assert f"Resolution: {found}" in unescape(chapter)

    operation, module = STATUS[operation_id]
    sandbox.inject_fault(operation_id, code, status=status, case=case)
    with pytest.raises(errors.ApiError) as caught:
        operation.sync(module, client=client(sandbox, retry=None), job_id="1")
    assert (caught.value.code, caught.value.status_code, caught.value.hint) == (code, status, found)


def test_there_are_no_other_resolutions() -> None:
    """Of the operations whose pages are the sources of the rows, and of the page that creates bulk writes."""
    counts = {name: len(operation.get("x-resolutions", [])) for name, (_, operation) in OPERATIONS.items()}
    assert counts.pop("create_bulk_write_job") == 14
    assert len(RESOLUTIONS) == sum(counts.values()) == 22


def test_a_hint_needs_the_operation_and_its_wording() -> None:
    body = {"code": "INVALID_MODULE", "details": {}, "message": "another wording", "status": "error"}
    assert get_mass_update_status.sync_detailed("X", client=server(400, body), job_id="1").error.hint is None  # type: ignore[union-attr]  # an error has it
    assert error_of("INVALID_DATA").hint is None


@pytest.mark.parametrize(
    ("code", "status", "kind", "retryable"),
    [
        ("INVALID_TOKEN", 401, errors.AuthenticationError, False),
        ("NO_PERMISSION", 403, errors.PermissionDeniedError, False),
        ("INVALID_URL_PATTERN", 404, errors.NotFoundError, False),
        ("LIMIT_EXCEEDED", 400, errors.ValidationError, False),
        ("ALREADY_SCHEDULED", 202, errors.ConflictError, True),
        ("NOT_APPROVED", 400, errors.ConflictError, False),
        ("TOO_MANY_REQUESTS", 429, errors.RateLimitError, True),
        ("INTERNAL_ERROR", 500, errors.ServerError, True),
    ],
)
def test_kinds(code: str, status: int, kind: type[errors.ApiError], retryable: bool) -> None:
    error = error_of(code, status=status)
    assert isinstance(error, kind)
    assert (error.kind, error.retryable) == (kind.kind, retryable)


def test_every_code_has_the_class_of_its_kind() -> None:
    kinds = {str(schema["x-error-kind"]) for schema in SCHEMAS.values() if "x-error-kind" in schema}
    assert kinds - {str(SCHEMAS["OAuthError"]["x-error-kind"])} == set(DOCUMENT["x-error-kinds"])
    assert all(error.kind for error, _ in errors._BY_CODE.values())


@pytest.mark.parametrize(("status", "retryable"), [(400, False), (429, True), (503, True)])
def test_an_undocumented_code(status: int, retryable: bool) -> None:
    body = {"code": "NEW", "details": {}, "message": "", "status": "error"}
    transport = httpx.MockTransport(lambda request: httpx.Response(status, json=body, request=request))
    response = httpx.Client(transport=transport).get("https://a.example")
    error = errors.of("get_mass_update_status", response, body)
    assert (type(error), error.kind, error.retryable) == (errors.ApiError, None, retryable)


@pytest.mark.parametrize(
    ("details", "where"),
    [
        ({"api_name": "Stage", "json_path": "$.data[0].Stage"}, "$.data[0].Stage"),
        ({"param_name": "job_id"}, "job_id"),
        ({"resource_path_index": 0}, "'Leads'"),
        ({"resource_path_index": 9}, "resource_path_index: 9"),
        ({"json_path": "$.owner", "expected_data_type": "jsonobject"}, "$.owner, expected_data_type: jsonobject"),
        ({"id": "5", "supported_values": ["a", "b"]}, "id: 5, supported_values: a b"),
        ({"dependee": {"api_name": "a", "json_path": "$.a"}}, "dependee: $.a"),
        ({}, "POST https://www.zohoapis.com/crm/v8/Leads/actions/mass_update"),
        ({"supported_values": []}, "POST https://www.zohoapis.com/crm/v8/Leads/actions/mass_update"),
        ({"id": "5" * 500}, f"id: {'5' * 196}..."),
    ],
)
def test_the_text_shows_where(details: dict[str, Any], where: str) -> None:
    response = server(400, {})._session.http().post("https://www.zohoapis.com/crm/v8/Leads/actions/mass_update")
    body = {"code": "NEW", "details": details, "message": "no", "status": "error"}
    assert str(errors.of("schedule_mass_update", response, body)) == f"schedule_mass_update: 400 NEW: no ({where})"


def test_details_that_are_no_object() -> None:
    response = server(400, {})._session.http().get("https://a.example")
    body = {"code": "NEW", "details": [], "message": "no", "status": "error"}
    assert str(errors.of("x", response, body)) == "x: 400 NEW: no (GET https://a.example)"


def test_the_request_shows_no_secret() -> None:
    request = httpx.Request("GET", "https://user:pass@a.example/b?job_id=554023000000506003&token=1000.s&n=#f")
    line = errors.RequestLine.of(request)
    assert line == ("GET", "https://a.example/b?job_id=554023000000506003&token=...&n=...")


@pytest.mark.parametrize("error_code", ["invalid_code", "invalid_client", "general_error", "Access Denied"])
def test_errors_of_the_accounts_server_show_no_secret(error_code: str) -> None:
    grant = RefreshTokenGrant("refresh_token", "1000.ID", "hidden", "1000.hidden")
    crm = server(400, {"error": error_code}, headers={"X-Code": "hidden"})
    with pytest.raises(errors.OAuthError) as caught:
        create_token.sync(client=crm, body=grant)
    assert isinstance(
        caught.value,
        {"general_error": errors.ValidationError, "Access Denied": errors.RateLimitError}.get(
            error_code, errors.AuthenticationError
        ),
    )
    assert caught.value.retryable is (error_code == "Access Denied")
    shown = f"{caught.value} {caught.value!r} {vars(caught.value)!r}"
    assert "hidden" not in shown
    assert "secret" not in shown
    assert "https://accounts.zoho.com/oauth/v2/token" in shown


def test_a_refused_refresh_token() -> None:
    auth = RefreshToken("1000.ID", "hidden", "1000.hidden")
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json={"error": "invalid_code"}))
    crm = Client(auth, http_client=httpx.Client(transport=transport), retry=None)
    for _ in range(2):  # the second is remembered
        with pytest.raises(errors.AuthenticationError, match=r"\): the refresh token was refused$") as caught:
            get_bulk_write_job.sync("1", client=crm)
        assert "hidden" not in f"{caught.value!r} {vars(caught.value)!r}"


def test_no_connection() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    crm = Client(AccessToken("t"), http_client=httpx.Client(transport=httpx.MockTransport(refuse)), retry=None)
    with pytest.raises(
        errors.TransportError, match=r"get_bulk_write_job: GET https://\S+/write/1: .*refused"
    ) as caught:
        get_bulk_write_job.sync("1", client=crm)
    assert caught.value.request == ("GET", "https://www.zohoapis.com/crm/bulk/v8/write/1")
    assert caught.value.retryable


def test_an_error_of_a_job_carries_its_handle() -> None:
    """In a copy too. A pickle holds the job as data, since a client has secrets."""
    counts = {"Failed_Count": 1, "Updated_Count": 0, "Not_Updated_Count": 0, "Total_Count": 1}
    body = {"data": [{"Status": "FAILED", **counts}]}
    place = {"module_api_name": "Leads", "job_id": "7"}
    handle: JobHandle[Any] = JobHandle("get_mass_update_status", place, client=server(200, body))
    with pytest.raises(errors.JobFailed, match="the job 7 of Leads ended as FAILED") as failed:
        handle.wait()
    missing = {"code": "NOT_FOUND", "details": {}, "message": "no", "status": "error"}
    with pytest.raises(
        errors.JobNotFound, match=r": 404 NOT_FOUND: the job 7 of Leads does not exist \(GET "
    ) as absent:
        JobHandle("get_mass_update_status", place, client=server(404, missing)).poll()
    assert isinstance(absent.value, errors.NotFoundError)
    assert (absent.value.code, absent.value.kind, absent.value.retryable) == ("NOT_FOUND", "not_found", False)
    for error in (failed.value, absent.value):
        assert error.handle is not None
        assert error.handle.job_id == "7"
        assert copy.copy(error).handle is error.handle
        loaded = pickle.loads(pickle.dumps(error))  # noqa: S301  (just dumped)
        assert (str(loaded), loaded.handle, loaded.job) == (str(error), None, error.job)
        assert JobHandle.from_dict(json.loads(json.dumps(loaded.job)), client=handle.client).job_id == "7"


def test_errors_are_copied_and_pickled() -> None:
    error = error_of("DUPLICATE_DATA", {"api_name": "a", "module": "b", "json_path": "$.a", "id": "1"})
    for other in (copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(error))):  # noqa: S301  (just dumped)
        assert type(other) is type(error)
        assert (str(other), other.request, other.hint, other.kind) == (
            str(error),
            error.request,
            error.hint,
            error.kind,
        )
