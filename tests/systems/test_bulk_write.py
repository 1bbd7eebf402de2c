"""Bulk write: the client against the sandbox."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_jobs import AccessToken, Client, File, errors
from zoho_crm_jobs.api.bulk_write import (
    create_bulk_write_job,
    download_bulk_write_result,
    get_bulk_write_job,
    upload_bulk_write_file,
)
from zoho_crm_jobs.models import (
    BulkWriteColumn,
    BulkWriteOperation,
    BulkWriteRequest,
    BulkWriteTarget,
    BulkWriteTargetModule,
    BulkWriteTargetType,
    BulkWriteUploadRequest,
)

from tests.support.clients import client, sync_and_asyncio
from tests.support.spec import COMPONENTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from zoho_crm_sandbox import Sandbox

CAPTURED = COMPONENTS["examples"]["get_bulk_write_job-completed"]["value"]


@sync_and_asyncio
def test_captured_job(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """The captured job survives the models byte for byte."""
    job = call(get_bulk_write_job, "4150868000005350003", client=client(sandbox, version="v2.1"))

    assert json.dumps(job.to_dict()) == json.dumps(CAPTURED)
    assert job.resource[0].field_mappings[0].default_value is None
    assert job.resource[0].field_mappings[0].parent_column_index is None
    assert job.created_time.isoformat() == "2021-05-11T12:38:29+05:30"


@sync_and_asyncio
def test_progress_of_a_job(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """Each state has more keys than the one before; the version decides the spelling of "in progress"."""
    seen = []
    for version in ("v2.1", "v8"):
        sandbox.reset()
        for advance in (0, 20, 10):
            sandbox.clock.advance(advance)
            job = call(get_bulk_write_job, "4150868000005350005", client=client(sandbox, version=version))
            file = job.resource[0].file
            seen.append((str(job.status), file.total_count, file.added_count, file.skipped_count, bool(job.result)))

    assert seen[0] == seen[3] == ("ADDED", None, None, None, False)
    assert seen[1] == ("IN PROGRESS", 50, 48, 2, False)
    assert seen[4] == ("INPROGRESS", 50, 48, 2, False)
    assert seen[2] == seen[5] == ("COMPLETED", 100, 96, 4, True)


@sync_and_asyncio
@pytest.mark.parametrize(
    ("version", "url"),
    [
        ("v2.1", "https://download-accl.zoho.com/v2/crm/694902309/bulk-write/{0}/{0}.zip"),
        ("v8", "/v8/crm/org694902309/bulk-write/{0}/{0}.zip"),
    ],
)
def test_download_url(call: Callable[..., Any], sandbox: Sandbox, version: Any, url: str) -> None:
    """Absolute in older versions, relative in newer ones."""
    job = call(get_bulk_write_job, "4150868000005350003", client=client(sandbox, version=version))

    assert job.result.download_url == url.format("4150868000005350003")


@sync_and_asyncio
@pytest.mark.parametrize(("job_id", "state"), [("4150868000005350007", "FAILED"), ("4150868000005350009", "SKIPPED")])
def test_failed_and_skipped_jobs(call: Callable[..., Any], sandbox: Sandbox, job_id: str, state: str) -> None:
    """Both states end a job."""
    sandbox.clock.advance(60)

    assert call(get_bulk_write_job, job_id, client=client(sandbox)).status == state


@sync_and_asyncio
@pytest.mark.parametrize(
    ("version", "job_id", "error", "status_code"),
    [
        ("v6", "1", errors.ResourceNotFoundError, 400),
        ("v7", "1", errors.ResourceNotFoundError, 404),
        ("v8", "7000000010005350003", errors.ResourceNotFoundError, 404),
        ("v8", "{{job_id}}", errors.InvalidRequestError, 400),
        ("v8", "1" * 20, errors.UnableToParseDataTypeError, 400),
    ],
)
def test_status_errors(
    call: Callable[..., Any],
    sandbox: Sandbox,
    version: Any,
    job_id: str,
    error: type[errors.ApiError],
    status_code: int,
) -> None:
    """An unknown job, a job of another organization, and invalid ids."""
    with pytest.raises(error) as caught:
        call(get_bulk_write_job, job_id, client=client(sandbox, version=version))

    assert caught.value.status_code == status_code


ORGANIZATION = "694902309"


def zipped(text: str) -> BulkWriteUploadRequest:
    """Return the upload of a CSV file in a zip file."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("leads.csv", text)
    return BulkWriteUploadRequest(file=File(archive.getvalue(), "leads.zip", "application/zip"))


def insert(file_id: str | int, *names: str) -> BulkWriteRequest:
    """Return a request to insert leads, with one column a field."""
    columns = [BulkWriteColumn(api_name=name, index=index) for index, name in enumerate(names)]
    target = BulkWriteTarget(
        type_=BulkWriteTargetType.DATA,
        module=BulkWriteTargetModule(api_name="Leads"),
        file_id=file_id,
        field_mappings=columns,
    )
    return BulkWriteRequest(operation=BulkWriteOperation.INSERT, resource=[target])


@sync_and_asyncio
def test_from_upload_to_result(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """Upload, create, status and download in a row; the result expires after seven days."""
    crm = client(sandbox)
    text = "Last_Name,Email\nNew One,new@example.com\n,nameless@example.com\n"
    upload = call(upload_bulk_write_file, client=crm, body=zipped(text))
    created = call(create_bulk_write_job, client=crm, body=insert(upload.details.file_id, "Last_Name", "Email"))
    job_id = created.details.id
    assert call(get_bulk_write_job, job_id, client=crm).status == "ADDED"
    sandbox.clock.advance(3600)
    job = call(get_bulk_write_job, job_id, client=crm)
    organization, _, _, name = job.result.download_url.split("/crm/")[1].split("/")
    result = call(download_bulk_write_result, organization, job_id, name, client=crm)
    with zipfile.ZipFile(io.BytesIO(result)) as archive:
        (added, skipped) = csv.DictReader(io.StringIO(archive.read(archive.namelist()[0]).decode()))

    assert job.status == "COMPLETED"
    assert (added["STATUS"], added["Last_Name"], added["ERRORS"]) == ("added", "New One", "")
    lead = sandbox.state.of(ORGANIZATION).record("Leads", added["RECORD_ID"])
    assert lead is not None
    assert lead["Email"] == "new@example.com"
    assert skipped["ERRORS"] == "MANDATORY_NOT_FOUND-Last_Name"
    sandbox.clock.advance(8 * 86400)
    with pytest.raises(errors.ResourceNotFoundError):
        call(download_bulk_write_result, organization, job_id, name, client=crm)


@sync_and_asyncio
def test_upload_errors(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """A file that is not a zip file, and another organization."""
    crm = client(sandbox)
    for content, organization, error in (
        (b"no zip", ORGANIZATION, errors.InvalidFileFormatError),
        (zipped("a").file.payload, "1", errors.InvalidDataError),
    ):
        body = BulkWriteUploadRequest(file=File(content, "leads.zip"))
        with pytest.raises(error):
            call(upload_bulk_write_file, client=crm.with_options(organization=organization), body=body)


@sync_and_asyncio
def test_create_errors(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """An unknown file, an unknown field, and a mandatory field without a column."""
    crm = client(sandbox)
    upload = call(upload_bulk_write_file, client=crm, body=zipped("a,b\n"))
    for body, error in (
        (insert("1", "Last_Name"), errors.InvalidFileIdError),
        (insert(upload.details.file_id, "Last_Name", "Nonsense"), errors.InvalidFieldError),
        (insert(upload.details.file_id, "Email"), errors.MandatoryFieldsNotMappedError),
    ):
        with pytest.raises(error) as caught:
            call(create_bulk_write_job, client=crm, body=body)
        assert caught.value.hint


@sync_and_asyncio
@pytest.mark.parametrize("file_id", ["111111000001492610", "abc123xyz", 111111000001492611])
def test_every_form_of_file_id(call: Callable[..., Any], file_id: str | int) -> None:
    """The newest files have any text, the older ones a number; what the upload returned is what the job sends."""
    sent: list[Any] = []

    def respond(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/upload"):
            details = {"file_id": file_id, "created_time": "2024-06-01T12:34:56Z"}
            answer = {"status": "success", "code": "FILE_UPLOAD_SUCCESS", "message": "file uploaded."}
            return httpx.Response(200, json={**answer, "details": details})
        sent.append(json.loads(request.content))
        return httpx.Response(201, json=COMPONENTS["examples"]["create_bulk_write_job-contacts"]["value"])

    transport = httpx.MockTransport(respond)
    crm = Client(
        AccessToken("t"),
        organization=ORGANIZATION,
        http_client=httpx.Client(transport=transport),
        async_http_client=httpx.AsyncClient(transport=transport),
    )
    upload = call(upload_bulk_write_file, client=crm, body=zipped("Last_Name\n"))
    created = call(create_bulk_write_job, client=crm, body=insert(upload.details.file_id, "Last_Name"))
    assert created.details.created_by.name is None
    assert sent[0]["resource"][0]["file_id"] == file_id


@sync_and_asyncio
@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("insert", [(2, 0)]),
        ("update", [(0, 2)]),
        ("ignore_empty", [(0, 2)]),
        ("layout", [(0, 2)]),
        ("contacts", [(1, 0)]),
        ("upsert", [(2, 0)]),
        ("parent_child", [(1, 0), (1, 0)]),
    ],
)
def test_sample_requests(call: Callable[..., Any], sandbox: Sandbox, name: str, counts: list[tuple[int, int]]) -> None:
    """Each kind of request completes with these counts of added and skipped rows, by file."""
    body = BulkWriteRequest.from_dict(COMPONENTS["examples"][f"create_bulk_write_job-{name}-request"]["value"])
    crm = client(sandbox)
    created = call(create_bulk_write_job, client=crm, body=body)
    sandbox.clock.advance(3600)

    assert created.message == "success"
    job = call(get_bulk_write_job, created.details.id, client=crm)
    assert job.status == "COMPLETED"
    assert [(part.file.added_count, part.file.skipped_count) for part in job.resource] == counts
