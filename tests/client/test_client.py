"""Requests, responses, options and errors of the client."""

from __future__ import annotations

import asyncio
import copy
import importlib
import inspect
import io
import json
import os
import pickle
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any, ClassVar

import httpx
import pytest
import zoho_crm_jobs
from zoho_crm_jobs import AccessToken, AsyncClient, Client, File, RateLimit, Response, RetryPolicy, errors, models
from zoho_crm_jobs._document import API_DOMAINS, API_VERSIONS
from zoho_crm_jobs.api.bulk_write import download_bulk_write_result, get_bulk_write_job, upload_bulk_write_file
from zoho_crm_jobs.api.convert_lead import convert_lead_v2_1, get_lead_conversion_options
from zoho_crm_jobs.api.inventory_mass_convert import get_inventory_mass_convert_status
from zoho_crm_jobs.api.mass_change_owner import get_mass_change_owner_status
from zoho_crm_jobs.api.mass_update import get_mass_update_status, schedule_mass_update
from zoho_crm_jobs.api.oauth import create_token

from tests.support.clients import asynchronous

if TYPE_CHECKING:
    from collections.abc import Callable

TOKEN = "1000.not-to-be-seen"
JOB = {"Status": "RUNNING", "Failed_Count": 0, "Updated_Count": 30, "Not_Updated_Count": 20, "Total_Count": 50}
STATUS = {"data": [JOB]}
TIME = "2021-03-03T12:17:00+05:30"


class Server:
    """A transport that statuses every request alike and records the requests."""

    def __init__(self, status_code: int = 200, error: Exception | None = None, **response: Any) -> None:
        self.requests: list[httpx.Request] = []
        self.status_code = status_code
        self.response = response or {"json": STATUS}
        self.error = error

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if self.error is not None:
            raise self.error
        return httpx.Response(self.status_code, **self.response)

    def client(self, **options: Any) -> Client:
        """Return a client of this transport."""
        transport = httpx.MockTransport(self)
        return Client(
            AccessToken(TOKEN),
            http_client=httpx.Client(transport=transport),
            async_http_client=httpx.AsyncClient(transport=transport),
            **{"retry": None, **options},
        )


def sync(client: Client, job_id: str = "1") -> models.MassUpdateStatus:
    """Call with ``sync``."""
    return get_mass_update_status.sync("Leads", client=client, job_id=job_id)


def asyncio_(client: Client, job_id: str = "1") -> models.MassUpdateStatus:
    """Call with ``asyncio``."""
    return asyncio.run(get_mass_update_status.asyncio("Leads", client=client, job_id=job_id))


def sync_detailed(client: Client, **options: Any) -> Response[Any]:
    """Call with ``sync_detailed``."""
    return get_mass_update_status.sync_detailed("Leads", client=client, job_id="1", **options)


def asyncio_detailed(client: Client, **options: Any) -> Response[Any]:
    """Call with ``asyncio_detailed``."""
    return asyncio.run(get_mass_update_status.asyncio_detailed("Leads", client=client, job_id="1", **options))


sync_and_asyncio = pytest.mark.parametrize("call", [sync, asyncio_])
both_detailed = pytest.mark.parametrize("call", [sync_detailed, asyncio_detailed])


class TestRequests:
    """URLs, headers and bodies."""

    @sync_and_asyncio
    def test_url_and_headers(self, call: Callable[[Client], object]) -> None:
        server = Server()
        call(server.client(headers={"X-Mine": "1"}))

        (request,) = server.requests
        assert str(request.url) == "https://www.zohoapis.com/crm/v8/Leads/actions/mass_update?job_id=1"
        assert request.headers["Authorization"] == f"Zoho-oauthtoken {TOKEN}"
        assert request.headers["X-Mine"] == "1"
        assert request.headers["Accept-Encoding"]
        assert request.extensions["timeout"] == httpx.Timeout(30).as_dict()

    def test_parameters_are_quoted(self) -> None:
        server = Server()
        get_mass_update_status.sync("A/B?c", client=server.client(), job_id="1&2")

        assert server.requests[0].url.raw_path == b"/crm/v8/A%2FB%3Fc/actions/mass_update?job_id=1%262"

    def test_a_member_is_sent_as_its_string(self) -> None:
        response = {"total_count": 1, "not_converted_count": 1, "failed_count": 0, "converted_count": 0}
        server = Server(json={"data": [{**response, "status": "IN PROGRESS"}]})
        for module in (models.InventoryParentModule.SALES_ORDERS, "Sales_Orders"):
            get_inventory_mass_convert_status.sync(module, client=server.client(), job_id="1")

        first, second = (request.url for request in server.requests)
        assert first == second
        assert first.path == "/crm/v8/Sales_Orders/actions/mass_convert"

    def test_a_body_is_json(self) -> None:
        server = Server(json={"data": [{"Contacts": "1", "Deals": None, "Accounts": "2"}]})
        conversion = models.LeadConversionV21(overwrite=True, accounts="2")
        response = convert_lead_v2_1.sync(
            "3", client=server.client(), body=models.ConvertLeadV21Request(data=[conversion])
        )

        (request,) = server.requests
        assert (request.method, request.url.path) == ("POST", "/crm/v2.1/Leads/3/actions/convert")
        assert request.headers["Content-Type"] == "application/json"
        assert request.content == b'{"data":[{"overwrite":true,"Accounts":"2"}]}'
        assert response.data[0].deals is None

    @pytest.mark.parametrize("value", ["", ".", ".."])
    def test_a_parameter_that_does_not_fit_in_a_path(self, value: str) -> None:
        server = Server()
        with pytest.raises(ValueError, match=f"job_id: '{value}': expected text that is not empty, '.' or '..'"):
            get_bulk_write_job.sync(value, client=server.client())

        assert server.requests == []

    def test_a_version_that_the_operation_lacks(self) -> None:
        server = Server()
        with pytest.raises(
            ValueError, match="version: 'v3': get_mass_change_owner_status exists in v4, v5, v6, v7, v8"
        ):
            get_mass_change_owner_status.sync("Leads", client=server.client(version="v3"), job_id="1")

        assert server.requests == []


class TestOtherRequests:
    """Requests without JSON, or to other servers."""

    UPLOADED: ClassVar = {
        "status": "success",
        "code": "FILE_UPLOAD_SUCCESS",
        "message": "file uploaded.",
        "details": {"file_id": "1", "created_time": "2018-12-31T12:00:00-12:00"},
    }

    def test_an_upload_is_a_multipart_form(self) -> None:
        server = Server(json=self.UPLOADED)
        body = models.BulkWriteUploadRequest(file=File(b"PK", "leads.zip", "application/zip"))
        response = upload_bulk_write_file.sync(
            client=server.client(data_center="eu", organization="694902309"), body=body
        )

        (request,) = server.requests
        assert str(request.url) == "https://content.zohoapis.eu/crm/v8/upload"
        assert (request.headers["feature"], request.headers["X-CRM-ORG"]) == ("bulk-write", "694902309")
        assert request.headers["Content-Type"].startswith("multipart/form-data; boundary=")
        assert b'name="file"; filename="leads.zip"\r\nContent-Type: application/zip\r\n\r\nPK' in request.content
        assert response.details.file_id == "1"
        assert "PK" not in repr(body)

    def test_a_file_that_cannot_seek_is_rejected(self) -> None:
        """A retry would send it empty."""
        reader, _ = pair = os.pipe()
        with (
            os.fdopen(reader, "rb") as pipe,
            pytest.raises(ValueError, match=r"^payload: BufferedReader: expected bytes"),
        ):
            File(pipe, "leads.zip")
        os.close(pair[1])
        assert repr(File(io.BytesIO(b"PK"), "leads.zip")) == (
            "File(file_name='leads.zip', mime_type='application/octet-stream')"
        )

    def test_a_form_goes_to_the_accounts_server_without_a_token(self) -> None:
        token = {
            "access_token": "1000.new",
            "api_domain": "https://www.zohoapis.jp",
            "token_type": "Bearer",
            "expires_in": 3600,
        }
        server = Server(json=token)
        grant = models.RefreshTokenGrant(
            grant_type="refresh_token", client_id="1000.ID", client_secret="hidden", refresh_token="1000.also-hidden"
        )
        response = create_token.sync(client=server.client(data_center="jp"), body=grant)

        (request,) = server.requests
        assert str(request.url) == "https://accounts.zoho.jp/oauth/v2/token"
        assert "Authorization" not in request.headers
        assert request.content == (
            b"grant_type=refresh_token&client_id=1000.ID&client_secret=hidden&refresh_token=1000.also-hidden"
        )
        assert response.access_token == "1000.new"
        assert "hidden" not in repr(grant)
        assert "1000.new" not in repr(response)

    def test_a_result_is_bytes(self) -> None:
        server = Server(content=b"PK")
        result = download_bulk_write_result.sync("org1", "2", "2.zip", client=server.client())

        assert result == b"PK"
        assert str(server.requests[0].url) == "https://download-accl.zoho.com/v8/crm/org1/bulk-write/2/2.zip"

    def test_everything_goes_to_the_base_url(self) -> None:
        server = Server(content=b"PK")
        client = server.client(base_url="http://127.0.0.1:8080")
        download_bulk_write_result.sync("org1", "2", "2.zip", client=client.with_options(timeout=1))

        assert server.requests[0].url.host == "127.0.0.1"

    def test_copies_go_to_the_same_domains(self) -> None:
        server = Server(content=b"PK")
        client = server.client(data_center="sa").with_options(timeout=1)

        assert client._session.url_of("upload_domain") == "https://files.zoho.sa"
        assert client._session.url_of("api_domain") == "https://www.zohoapis.sa"

    def test_an_empty_response_is_a_success(self) -> None:
        client = Server(204, content=b"").client()

        assert get_lead_conversion_options.sync("1", client=client) is None
        assert get_lead_conversion_options.sync_detailed("1", client=client).error is None


class TestOtherErrors:
    """Errors in unusual forms."""

    def test_an_error_with_the_status_of_a_success(self) -> None:
        error = {"code": "INVALID_FILE_FORMAT", "details": {}, "message": "no zip", "status": "error"}
        body = models.BulkWriteUploadRequest(file=File(b"", "leads.zip"))

        with pytest.raises(errors.InvalidFileFormatError, match="200 INVALID_FILE_FORMAT: no zip"):
            upload_bulk_write_file.sync(client=Server(json=error).client(organization="1"), body=body)

    @pytest.mark.parametrize(
        ("status_code", "response", "message"),
        [
            (200, {"error": "invalid_code"}, r"200 invalid_code \(POST https://\S+/oauth/v2/token\)$"),
            (400, {"error": "Access Denied", "error_description": "too often"}, "400 Access Denied: too often"),
            (400, {"error": "new_code"}, r"400 new_code \(POST https://\S+\)$"),  # an undocumented status
        ],
    )
    def test_an_error_of_the_accounts_server(self, status_code: int, response: dict[str, str], message: str) -> None:
        grant = models.RefreshTokenGrant("refresh_token", "1000.ID", "hidden", "1000.hidden")
        with pytest.raises(errors.ApiError, match=message) as caught:
            create_token.sync(client=Server(status_code, json=response).client(), body=grant)

        assert caught.value.code == response["error"]
        if response["error"] == "new_code":
            assert type(caught.value) is errors.ApiError
            assert caught.value.body == response
        else:
            assert isinstance(caught.value, errors.OAuthError)
            assert caught.value.body.error == response["error"]

    @pytest.mark.parametrize(
        ("response", "message"),
        [
            ({"status": "error", "error": []}, "error: expected a string, found an array"),
            ({"status": "error", "error": {}, "code": 5}, "code: expected a string, found 5"),
        ],
    )
    def test_a_code_that_is_no_string(self, response: object, message: str) -> None:
        with pytest.raises(errors.UnexpectedResponse, match=message):
            sync(Server(400, json=response).client())

    def test_a_key_of_the_accounts_server_changes_no_other_error(self) -> None:
        error = {
            "code": "INVALID_MODULE",
            "details": {},
            "message": "none",
            "status": "error",
            "error": "general_error",
        }
        with pytest.raises(errors.InvalidModuleError):
            sync(Server(400, json=error).client())

    def test_errors_of_some_records(self) -> None:
        failure = {"code": "INVALID_DATA", "details": {"id": "2"}, "message": "no such id", "status": "error"}
        user = {"name": "A", "id": "3"}
        details = {"id": "1", "Created_By": user, "Modified_By": user, "Created_Time": TIME, "Modified_Time": TIME}
        success = {"code": "SUCCESS", "details": details, "message": "record updated", "status": "success"}
        fields = models.MassUpdateFields(additional_properties={"Type": "New"})
        body = models.MassUpdateByIds(data=[fields], ids=["1", "2"])

        outcomes = schedule_mass_update.sync(
            "Deals", client=Server(207, json={"data": [success, failure]}).client(), body=body
        )
        assert isinstance(outcomes, models.MassUpdateOutcomes)
        assert isinstance(outcomes.data[0], models.UpdatedRecord)
        assert isinstance(outcomes.data[1], models.InvalidData)
        client = Server(400, json={"data": [failure, failure]}).client()
        with pytest.raises(errors.InvalidDataError) as caught:
            schedule_mass_update.sync("Deals", client=client, body=body)
        assert caught.value.details.id == "2"
        parsed = schedule_mass_update.sync_detailed("Deals", client=client, body=body).parsed
        assert parsed == models.MassUpdateRejections.from_dict({"data": [failure, failure]})

    @pytest.mark.parametrize("status_code", [200, 207])
    def test_errors_of_all_records_with_the_status_of_a_success(self, status_code: int) -> None:
        first = {"code": "INVALID_DATA", "details": {"id": "1"}, "message": "no such id", "status": "error"}
        second = {"code": "NOT_APPROVED", "details": {"id": "2"}, "message": "wait", "status": "error"}
        body = models.MassUpdateByIds(data=[models.MassUpdateFields()], ids=["1", "2"])

        client = Server(status_code, json={"data": [first, second]}).client()
        with pytest.raises(errors.InvalidDataError):
            schedule_mass_update.sync("Deals", client=client, body=body)
        parsed = schedule_mass_update.sync_detailed("Deals", client=client, body=body).parsed
        assert parsed == models.MassUpdateOutcomes.from_dict({"data": [first, second]})
        client = Server(status_code, json={"data": [first, {**second, "details": None}]}).client()
        with pytest.raises(errors.SubmissionUncertain) as caught:
            schedule_mass_update.sync("Deals", client=client, body=body)
        assert isinstance(caught.value.cause, errors.UnexpectedResponse)

    def test_a_scheduled_job(self) -> None:
        item = {"code": "SUCCESS", "details": {"job_id": "7"}, "message": "scheduled", "status": "success"}
        body = models.MassUpdateByView(data=[models.MassUpdateFields()], cvid="1")

        scheduled = schedule_mass_update.sync("Leads", client=Server(json={"data": [item]}).client(), body=body)
        assert isinstance(scheduled, models.MassUpdateScheduled)
        assert scheduled.data[0].details.job_id == "7"


class TestClient:
    """Making, copying and closing clients."""

    def test_data_centers_and_environments(self) -> None:
        for (data_center, environment), domain in API_DOMAINS.items():
            options: dict[str, Any] = {"data_center": data_center, "environment": environment}
            assert Client(AccessToken(TOKEN), **options)._session.base_url == f"https://{domain}"

    def test_base_url_comes_first(self) -> None:
        client = Client(AccessToken(TOKEN), data_center="eu", base_url="http://127.0.0.1:8080/")

        assert client._session.base_url == "http://127.0.0.1:8080"

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"data_center": "cn", "environment": "moon"}, "environment: 'moon': expected one of developer, "),
            ({"data_center": "mars"}, "data_center: 'mars': expected one of au, ca"),
            ({"environment": "test"}, "environment: 'test': expected one of developer, production, sandbox"),
            ({"version": "v1"}, "version: 'v1': expected one of v2.1, v3, v4, v5, v6, v7, v8"),
            ({"base_url": "127.0.0.1:8080"}, "base_url: '127.0.0.1:8080': expected a URL that begins with http:// or"),
            ({"base_url": "https://"}, "base_url: 'https://': expected a URL"),
            ({"base_url": "https://x?y"}, r"base_url: 'https://x\?y': expected a URL"),
        ],
    )
    def test_wrong_options(self, options: dict[str, Any], message: str) -> None:
        with pytest.raises(ValueError, match=message):
            Client(AccessToken(TOKEN), **options)

    def test_options_of_a_copy(self) -> None:
        server = Server()
        parent = server.client(headers={"X-Mine": "1"})
        child = parent.with_options(version="v2.1", timeout=5, headers={"X-Yours": "2"})
        sync(child)
        sync(parent)

        of_child, of_parent = server.requests
        assert of_child.url.path.startswith("/crm/v2.1/")
        assert of_child.extensions["timeout"]["read"] == 5
        assert (of_child.headers["X-Mine"], of_child.headers["X-Yours"]) == ("1", "2")
        assert of_parent.url.path.startswith("/crm/v8/")
        assert of_parent.extensions["timeout"]["read"] == 30
        assert "X-Yours" not in of_parent.headers
        assert parent.with_options()._session.version == "v8"

    def test_options_of_a_copy_are_kept_or_replaced(self) -> None:
        """None replaces an option too."""
        parent = Server().client(retry=RetryPolicy(attempts=9), rate_limit=RateLimit())
        same, other = parent.with_options(), parent.with_options(retry=None, rate_limit=None)
        assert same._session == parent._session
        assert (other._session.retry, other._session.rate_limit) == (None, None)

    def test_given_connections_stay_open(self) -> None:
        server = Server()
        client = server.client()
        with client:
            sync(client)
        sync(client)

        async def twice() -> None:
            async with asynchronous(client):
                await get_mass_update_status.asyncio("Leads", client=client, job_id="1")
            await get_mass_update_status.asyncio("Leads", client=client, job_id="1")

        asyncio.run(twice())
        assert len(server.requests) == 4

    def test_own_connections_are_opened_late_shared_and_closed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        opened: list[httpx.Client] = []

        def open_(**_: Any) -> httpx.Client:
            opened.append(real(transport=httpx.MockTransport(Server())))
            return opened[-1]

        real = httpx.Client
        monkeypatch.setattr(httpx, "Client", open_)
        with Client(AccessToken(TOKEN)) as client:
            assert opened == []
            sync(client)
            sync(client.with_options(timeout=1))
        assert [connection.is_closed for connection in opened] == [True]
        client.close()

    def test_own_asynchronous_connections(self, monkeypatch: pytest.MonkeyPatch) -> None:
        opened: list[httpx.AsyncClient] = []

        def open_(**_: Any) -> httpx.AsyncClient:
            opened.append(real(transport=httpx.MockTransport(Server())))
            return opened[-1]

        real = httpx.AsyncClient
        monkeypatch.setattr(httpx, "AsyncClient", open_)

        async def use() -> None:
            async with AsyncClient(AccessToken(TOKEN)) as client:
                await get_mass_update_status.asyncio("Leads", client=client, job_id="1")
                await get_mass_update_status.asyncio("Leads", client=client, job_id="2")
            await client.close()

        asyncio.run(use())
        assert [connection.is_closed for connection in opened] == [True]


@both_detailed
class TestEachCall:
    """Options and observation of a single call."""

    def test_timeout_and_headers(self, call: Callable[..., Response[Any]]) -> None:
        """They apply to this call only; a header replaces the client's, whatever the case of its name."""
        server = Server()
        client = server.client(headers={"X-Mine": "1"})
        call(client, timeout=2.5, headers={"x-mine": "2", "X-Yours": "3"})
        call(client, timeout=httpx.Timeout(1, read=9))
        call(client)

        first, second, third = server.requests
        assert first.extensions["timeout"] == httpx.Timeout(2.5).as_dict()
        assert (first.headers.get_list("X-Mine"), first.headers["X-Yours"]) == (["2"], "3")
        assert second.extensions["timeout"]["read"] == 9
        assert third.extensions["timeout"]["read"] == 30
        assert (third.headers["X-Mine"], "X-Yours" in third.headers) == ("1", False)

    def test_hooks(self, call: Callable[..., Response[Any]]) -> None:
        """Hooks see each request before its token is added, and each response, including those that are retried."""
        requests: list[bool] = []
        statuses: list[int] = []
        server = Server(502, content=b"<html>")
        client = server.client(
            retry=RetryPolicy(attempts=2, initial_delay=0),
            on_request=[lambda request: requests.append("Authorization" in request.headers)],
            on_response=[lambda response: statuses.append(response.status_code)],
        )
        with pytest.raises(errors.UnexpectedResponse):
            call(client)
        assert requests == [False, False]
        assert statuses == [502, 502]

        call(
            Server()
            .client(on_response=[])
            .with_options(on_response=[lambda response: statuses.append(response.status_code)])
        )
        assert statuses[2:] == [200]

    @pytest.mark.parametrize(("headers", "credits_"), [({}, None), ({"X-API-CREDITS-REMAINING": "4711"}, 4711)])
    def test_remaining_credits(
        self, call: Callable[..., Response[Any]], headers: dict[str, str], credits_: int | None
    ) -> None:
        """Zoho sends the header after half of the credits are used."""
        assert call(Server(json=STATUS, headers=headers).client()).credits_remaining == credits_

    def test_the_raw_response(self, call: Callable[..., Response[Any]]) -> None:
        response = call(Server(json=STATUS, headers={"X-Trace": "a"}).client())
        assert json.loads(response.content) == STATUS
        assert response.headers["x-trace"] == "a"

    def test_logging(self, call: Callable[..., Response[Any]], caplog: pytest.LogCaptureFixture) -> None:
        """One line for each response, and one for each retry."""
        with caplog.at_level("INFO", "zoho_crm_jobs"):
            call(Server().client())
            with pytest.raises(errors.UnexpectedResponse):
                call(Server(503, content=b"").client(retry=RetryPolicy(attempts=2, initial_delay=0)))
        lines = [
            re.sub(r"\d\.\d+ s", "N s", record.message) for record in caplog.records if record.name == "zoho_crm_jobs"
        ]
        assert lines == [
            "get_mass_update_status: 200, N s",
            "get_mass_update_status: 503, N s",
            "get_mass_update_status: 503, retry in N s",
            "get_mass_update_status: 503, N s",
        ]


def test_logging_is_silent_by_default() -> None:
    """Nothing is printed if the program has not configured logging."""
    program = (
        "import httpx\n"
        "from zoho_crm_jobs import AccessToken, Client, RetryPolicy\n"
        "from zoho_crm_jobs.api.mass_update import get_mass_update_status\n"
        "http = httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(503)))\n"
        "crm = Client(AccessToken('t'), http_client=http, retry=RetryPolicy(initial_delay=0))\n"
        "try: get_mass_update_status.sync('Leads', client=crm, job_id='1')\n"
        "except Exception as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("get_mass_update_status: 503 Service Unavailable")
    assert done.stderr == ""


class TestResponses:
    """Models and errors of responses."""

    @sync_and_asyncio
    def test_success(self, call: Callable[[Client], models.MassUpdateStatus]) -> None:
        status = call(Server().client())

        assert status.data[0].status is models.MassUpdateJobStatus.RUNNING
        assert status.to_dict() == STATUS

    @sync_and_asyncio
    def test_no_response(self, call: Callable[[Client], object]) -> None:
        cause = httpx.ReadTimeout("too late")
        with pytest.raises(
            errors.TransportError, match=r"get_mass_update_status: GET http.*: ReadTimeout: too late"
        ) as caught:
            call(Server(error=cause).client())

        assert caught.value.__cause__ is cause
        assert caught.value.operation_id == "get_mass_update_status"

    @both_detailed
    def test_detailed_raises_nothing_for_a_documented_status(self, call: Callable[[Client], Response[Any]]) -> None:
        error = {"code": "INTERNAL_ERROR", "details": {}, "message": "Internal Server Error", "status": "error"}
        response = call(Server(500, json=error).client())

        assert response.status_code == 500
        assert response.headers["Content-Type"] == "application/json"
        assert response.content.startswith(b'{"code"')
        assert response.parsed is None
        assert isinstance(response.error, errors.InternalError)
        assert response.error.body == models.InternalError.from_dict(error)

    @both_detailed
    def test_detailed_shows_a_body_that_is_not_documented(self, call: Callable[[Client], Response[Any]]) -> None:
        response = call(Server(500, html="<h1>Sorry</h1>").client())

        assert (response.parsed, response.content) == (None, b"<h1>Sorry</h1>")
        assert isinstance(response.error, errors.UnexpectedResponse)

    @both_detailed
    def test_detailed_raises_for_other_statuses(self, call: Callable[[Client], Response[Any]]) -> None:
        with pytest.raises(errors.UnexpectedResponse, match="418 I'm a Teapot"):
            call(Server(418, json={}).client())

    @both_detailed
    def test_detailed_success(self, call: Callable[[Client], Response[Any]]) -> None:
        response = call(Server().client())

        assert response.parsed == models.MassUpdateStatus.from_dict(STATUS)
        assert response.error is None

    def test_no_job(self) -> None:
        client = Server(204, content=b"").client()
        with pytest.raises(errors.JobNotFound, match="204 the job does not exist"):
            get_mass_change_owner_status.sync("Leads", client=client, job_id="1")

    def test_a_code_that_is_documented_elsewhere(self) -> None:
        error = {"code": "DUPLICATE_DATA", "message": "duplicate data", "status": "error"}
        details = {"api_name": "Mobile", "module": "Contacts", "json_path": "$.data[0].Mobile", "id": "1"}
        client = Server(400, json={**error, "details": details}).client()

        with pytest.raises(errors.DuplicateDataError) as caught:
            sync(client)
        assert caught.value.details.api_name == "Mobile"
        assert sync_detailed(client).parsed is None

    def test_a_code_that_is_documented_nowhere(self) -> None:
        error = {"code": "NEW_CODE", "details": {"a": 1}, "message": "what now", "status": "error"}
        with pytest.raises(errors.ApiError, match="400 NEW_CODE: what now") as caught:
            sync(Server(400, json=error).client())

        assert type(caught.value) is errors.ApiError
        assert (caught.value.details, caught.value.body) == ({"a": 1}, error)

    def test_an_error_in_data(self) -> None:
        body = models.ConvertLeadV21Request(data=[models.LeadConversionV21()])
        error = {"code": "NOT_APPROVED", "details": {"id": "3"}, "message": "wait", "status": "error"}
        client = Server(202, json={"data": [error]}).client()

        with pytest.raises(errors.NotApprovedError) as caught:
            convert_lead_v2_1.sync("3", client=client, body=body)
        assert (caught.value.status_code, caught.value.details.id) == (202, "3")
        parsed = convert_lead_v2_1.sync_detailed("3", client=client, body=body).parsed
        assert parsed == models.ConvertLeadV21Failure.from_dict({"data": [error]})

    def test_an_undocumented_error_in_data(self) -> None:
        body = models.ConvertLeadV21Request(data=[models.LeadConversionV21()])
        error = {"code": "NEW_CODE", "details": {}, "message": "", "status": "error"}
        client = Server(202, json={"data": [error]}).client()

        with pytest.raises(errors.ApiError, match=r"202 NEW_CODE \(POST https://\S+\)$"):
            convert_lead_v2_1.sync("3", client=client, body=body)
        assert convert_lead_v2_1.sync_detailed("3", client=client, body=body).parsed is None

    def test_where_an_error_in_data_is_wrong(self) -> None:
        client = Server(400, json={"data": [{"code": None, "details": {}, "message": "", "status": "error"}]}).client()
        with pytest.raises(errors.UnexpectedResponse, match=r"data\[0\]\.code: expected a string, found None"):
            sync(client)

    @pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
    def test_constants_that_only_python_accepts_as_json(self, number: str) -> None:
        with pytest.raises(errors.UnexpectedResponse, match="the body: expected JSON"):
            sync(Server(content=f'{{"data": [], "more": {number}}}'.encode()).client())

    def test_json_as_deeply_nested_as_python_can_read(self) -> None:
        """Decoding must not recurse deeper than the JSON parser."""
        room = sys.getrecursionlimit() - len(inspect.stack(0))
        for depth in range(room // 2 - 60, room // 2):
            with pytest.raises(errors.UnexpectedResponse):
                sync(Server(400, content=b'{"data":[' * depth + b"]}" * depth).client())

    @pytest.mark.parametrize("response", [[], {"code": 5}, {"code": "INVALID_DATA"}, "no", {"data": [{}]}])
    def test_json_that_is_no_error(self, response: object) -> None:
        with pytest.raises(errors.UnexpectedResponse):
            sync(Server(400, json=response).client())


class TestSecrets:
    """The token appears nowhere."""

    def test_in_no_repr(self) -> None:
        client = Client(AccessToken(TOKEN))

        assert TOKEN not in f"{client!r} {client} {AccessToken(TOKEN)!r} {client._session!r}"
        assert repr(client) == "Client(base_url='https://www.zohoapis.com', version='v8')"

    def test_in_no_error_and_no_log(self, caplog: pytest.LogCaptureFixture) -> None:
        caplog.set_level("DEBUG")
        servers = [Server(error=httpx.ConnectError("refused")), Server(418), Server(500, content=b""), Server(404)]
        for server in servers:
            with pytest.raises(errors.ZohoCRMError) as caught:
                sync(server.client())
            assert TOKEN not in f"{caught.value!r} {caught.value} {caught.getrepr(showlocals=True)}"
        assert TOKEN not in caplog.text


class TestOpenEnum:
    """An enumeration that keeps undocumented values."""

    def test_documented(self) -> None:
        status = models.BulkWriteJobStatus("IN PROGRESS")

        assert status is models.BulkWriteJobStatus.IN_PROGRESS
        assert status.is_documented
        assert {str(status)} == {status}

    def test_not_documented(self) -> None:
        status = models.BulkWriteJobStatus("IN_PROGRESS")

        assert status == "IN_PROGRESS"
        assert str(status) == "IN_PROGRESS"
        assert not status.is_documented
        assert isinstance(status, models.BulkWriteJobStatus)
        assert status not in list(models.BulkWriteJobStatus)
        assert copy.deepcopy(status) == status == pickle.loads(pickle.dumps(status))  # noqa: S301  # just dumped

    def test_only_strings(self) -> None:
        with pytest.raises(ValueError, match="5 is not a valid BulkWriteJobStatus"):
            models.BulkWriteJobStatus(5)  # type: ignore[arg-type]  # what is tested


class TestPackage:
    """Names and lazy loading of the package."""

    def test_every_public_name_exists(self) -> None:
        for module in (zoho_crm_jobs, models, errors):
            for name in module.__all__:
                assert getattr(module, name) is not None

    @pytest.mark.parametrize("module", [zoho_crm_jobs, models])
    def test_other_names_do_not_exist(self, module: Any) -> None:
        with pytest.raises(AttributeError, match=f"module '{module.__name__}' has no attribute 'nothing'"):
            _ = module.nothing

    def test_modules_are_loaded_lazily(self) -> None:
        program = (
            "import sys\n"
            "import zoho_crm_jobs\n"
            "assert not any(name.startswith('zoho_crm_jobs.') for name in sys.modules)\n"
            "assert 'httpx' not in sys.modules\n"
            "from zoho_crm_jobs.api.mass_update import get_mass_update_status\n"
            "print(*sorted(name for name in sys.modules if name.startswith('zoho_crm_jobs.') or name == 'attrs'))\n"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

        parts = ["_document", "api", "api.mass_update", "api.mass_update.get_mass_update_status", "runtime"]
        parts += [
            f"runtime.{part}"
            for part in ("call", "codec", "errors", "flow", "loader", "operation", "responses", "retries")
        ]
        parts += ["runtime.transport", "runtime.transport.deadline", "runtime.types"]
        assert done.stdout.split() == [f"zoho_crm_jobs.{part}" for part in parts]

    def test_every_operation_has_four_functions(self) -> None:
        from zoho_crm_jobs.runtime.operation import Operation

        for operation in OPERATIONS:
            module = importlib.import_module(f"zoho_crm_jobs.api.{operation}")
            assert isinstance(module._OPERATION, Operation)
            assert "Source: " in module.sync.__doc__
            for function in (module.sync_detailed, module.asyncio, module.asyncio_detailed):
                assert function.__doc__.startswith("Like ``sync")


OPERATIONS = [
    "bulk_write.create_bulk_write_job",
    "bulk_write.download_bulk_write_result",
    "bulk_write.get_bulk_write_job",
    "bulk_write.upload_bulk_write_file",
    "convert_lead.convert_lead",
    "convert_lead.convert_lead_v2_1",
    "convert_lead.convert_lead_v3",
    "convert_lead.get_lead_conversion_options",
    "inventory_mass_convert.get_inventory_mass_convert_status",
    "inventory_mass_convert.schedule_inventory_mass_convert",
    "mass_change_owner.get_mass_change_owner_status",
    "mass_change_owner.schedule_mass_change_owner",
    "mass_update.get_mass_update_status",
    "mass_update.schedule_mass_update",
    "oauth.create_token",
    "oauth.revoke_token",
]


def test_versions_are_in_order() -> None:
    """The versions of the API are listed from the oldest to the newest."""
    assert API_VERSIONS == ("v2.1", "v3", "v4", "v5", "v6", "v7", "v8")
