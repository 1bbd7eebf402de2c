"""Every error that the document declares for uploads, bulk write jobs and results, caused by a plain request."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from zoho_crm_sandbox.call import MAX_BODY
from zoho_crm_sandbox.contract import Document
from zoho_crm_sandbox.systems.bulk_write import archive as uploads

from tests.support.bulk_files import LAST_NAME, UPLOAD_HEADERS, file_id, job, packed, resource, upload
from tests.support.bulk_write_errors import (
    CREATE,
    EVERYWHERE,
    FILES,
    INJECTED,
    OF_RESULTS,
    OF_UPLOADS,
    OPERATIONS,
    RESULT,
    UPLOAD,
    WRITE,
    leads,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx
    from zoho_crm_sandbox import Sandbox

DECLARED = {
    (operation, example.status, example.code, example.case): example.body
    for operation in OPERATIONS
    for example in Document().operations[operation].errors
    # A response that two operations share has the example of the other one too.
    if example.name.startswith((operation, "any_operation")) or operation == "download_bulk_write_result"
}


def good(zoho: httpx.Client, operation: str, **changes: Any) -> httpx.Response:
    """Send a valid request with these changes."""
    body = None
    if operation == OPERATIONS[1]:
        body = job(resource(file_id(zoho, leads="Last_Name,Email\na,b@example.org\n"), LAST_NAME))
    requests: dict[str, dict[str, Any]] = {
        OPERATIONS[0]: {
            "method": "POST", "url": UPLOAD, "headers": UPLOAD_HEADERS, "files": {"file": packed(leads="L\na\n")},
        },
        OPERATIONS[1]: {"method": "POST", "url": WRITE, "json": body},
        OPERATIONS[2]: {"method": "GET", "url": RESULT},
    }  # fmt: skip
    request = requests[operation]
    request["headers"] = {**request.get("headers", {}), **changes.pop("headers", {})}
    request |= changes
    return zoho.request(**request)


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize(("code", "changes"), EVERYWHERE)
def test_errors_of_every_operation(
    sandbox: Sandbox, zoho: httpx.Client, operation: str, code: str, changes: dict[str, Any]
) -> None:
    """Each has the message that the document has for the operation."""
    if code in INJECTED:
        sandbox.inject_fault(operation, code)
    check(good(zoho, operation, **changes), operation, code)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_an_unchanged_request_succeeds(zoho: httpx.Client, operation: str) -> None:
    """So the changes cause the errors."""
    assert good(zoho, operation).status_code in (200, 201)


def check(response: httpx.Response, operation: str, code: str, status: int | None = None, case: str = "") -> None:
    """Check that a response is this error, with the message of its example unless the message names something."""
    row = (operation, response.status_code, code, case)
    assert status in (None, response.status_code), response.text
    assert row in DECLARED, response.text
    body, example = response.json(), DECLARED[row]
    assert body["code"] == code
    assert list(body) == list(example)
    named = ("INVALID_FIELD", "COLUMN_INDEX_NOT_FOUND", "MODULE_NOT_AVAILABLE", "MISSING_REQUIRED_KEY")
    if code not in named or operation != "create_bulk_write_job":
        assert body["message"] == example["message"]


@pytest.mark.parametrize(("status", "code", "case", "changes"), OF_UPLOADS)
def test_errors_of_uploads(zoho: httpx.Client, status: int, code: str, case: str, changes: dict[str, Any]) -> None:
    """Headers are checked before the file."""
    wanted = {**UPLOAD_HEADERS, **changes.get("headers", {})}
    request = zoho.build_request(
        "POST",
        changes.get("url", UPLOAD),
        headers={name: value for name, value in wanted.items() if value is not None},
        files=changes.get("files", {"file": packed(leads="L\na\n")}),
    )
    check(zoho.send(request), OPERATIONS[0], code, status, case)


@pytest.mark.parametrize(("status", "code", "case", "changes"), OF_RESULTS)
def test_errors_of_results(zoho: httpx.Client, status: int, code: str, case: str, changes: dict[str, Any]) -> None:
    """Each part of the URL is checked."""
    check(good(zoho, OPERATIONS[2], **changes), OPERATIONS[2], code, status, case)


@pytest.mark.parametrize(("code", "file", "body"), CREATE, ids=lambda value: value if isinstance(value, str) else None)
def test_errors_of_jobs(zoho: httpx.Client, code: str, file: str, body: Any) -> None:
    """Each invalid request gets its documented error, and none INTERNAL_ERROR."""
    content = body if isinstance(body, bytes) else json.dumps(body)
    if '"FILE"' in str(content):
        content = str(content).replace("FILE", file_id(zoho, **FILES[file]))
    response = zoho.post(WRITE, content=content)
    message, details = response.json()["message"], response.json()["details"]
    check(
        response,
        OPERATIONS[1],
        code,
        400,
        "parent_column_index" if message.endswith("parent_column_index is not available") else "",
    )
    if code == "COEXISTENCE_NOT_ALLOWED":
        assert details["json_path"].endswith(details["api_name"])
    if code == "MISSING_REQUIRED_KEY":
        assert message == f"required key {details['json_path'].rpartition('.')[2]} is not found in request body."


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("INVALID_FIELD", leads({"api_name": "ast_Name", "index": 0})),
        ("COLUMN_INDEX_NOT_FOUND", leads(LAST_NAME, {"api_name": "Company", "index": -1})),
        ("MODULE_NOT_AVAILABLE", leads(LAST_NAME, module="asdf")),
        ("MISSING_REQUIRED_KEY", {"resource": []}),
    ],
)
def test_errors_that_name_something(zoho: httpx.Client, code: str, body: Any) -> None:
    """The vendor's own text, byte for byte."""
    text = json.dumps(body).replace("FILE", file_id(zoho, **FILES["one"]))
    assert zoho.post(WRITE, content=text).json() == DECLARED[OPERATIONS[1], 400, code, ""]


def test_a_scope_for_uploads_alone(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """It suffices for an upload, and for nothing else of bulk write."""
    headers = {"Authorization": f"Bearer {sandbox.issue_token(['ZohoFiles.files.CREATE'])}"}
    assert good(zoho, OPERATIONS[0], headers=headers).status_code == 200
    assert good(zoho, OPERATIONS[1], headers=headers).json()["code"] == "OAUTH_SCOPE_MISMATCH"


def test_invalid_job_id(zoho: httpx.Client) -> None:
    """A job id is a number."""
    assert zoho.get(f"{WRITE}/abc").json()["code"] == "INVALID_REQUEST"


def test_unknown_path(zoho: httpx.Client) -> None:
    """The platform's error."""
    check(zoho.post("/crm/bulk/v8/writes", json={}), OPERATIONS[1], "INVALID_URL_PATTERN", 404)


def test_every_declared_error_is_caused_here() -> None:
    """And no undeclared one."""
    caused = {(operation, code) for operation in OPERATIONS for code, _ in EVERYWHERE}
    caused |= {(OPERATIONS[1], code) for code, _, _ in CREATE} | {(OPERATIONS[1], "INVALID_URL_PATTERN")}
    exact = {(OPERATIONS[0], *row[:3]) for row in OF_UPLOADS} | {(OPERATIONS[2], *row[:3]) for row in OF_RESULTS}
    assert exact <= DECLARED.keys()
    assert {row for row in DECLARED if (row[0], row[2]) not in caused} <= exact


# What is wrong with a zip file.


def zipped(name: str, content: bytes = b"L\na\n", **entry: int) -> bytes:
    """Return a zip file with one file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo(name)
        info.compress_type = entry.get("compress_type", zipfile.ZIP_DEFLATED)
        archive.writestr(info, content)
    return stream.getvalue()


def encrypted() -> bytes:
    """Return a zip file whose entry is marked as encrypted."""
    content = bytearray(zipped("leads.csv"))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def with_files(names: list[str]) -> bytes:
    """Return a zip file with files of these names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "L\na\n")
    return stream.getvalue()


WRONG_ZIPS = {
    "empty": b"",
    "cut": packed(leads="L\n" + "a\n" * 1000)[:-40],
    "broken": packed(leads="L\n" + "abc" * 1000).replace(b"leads.csv", b"leads.csv\0", 1),
    "encrypted": encrypted(),
    "no CSV": zipped("leads.txt"),
    "no file": with_files([]),
    "what a Mac adds": zipped("__MACOSX/leads.csv"),
    "traversal": zipped("../leads.csv"),
    "traversal within": zipped("a/../../leads.csv"),
    "absolute": zipped("/etc/leads.csv"),
    "drive": zipped("C:leads.csv"),
    "backslash": zipped("..\\leads.csv"),
    "another way of packing": zipped("leads.csv", compress_type=zipfile.ZIP_LZMA),
    "bomb": packed(leads=b"a" * (3 * 1024 * 1024)),
    "too many": with_files([f"{number}.csv" for number in range(101)]),
}


@pytest.mark.parametrize("name", WRONG_ZIPS)
def test_invalid_zip_files(zoho: httpx.Client, name: str) -> None:
    """All have the same documented error."""
    check(upload(zoho, WRONG_ZIPS[name]), OPERATIONS[0], "INVALID_FILE_FORMAT", 400)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_duplicate_file_names(zoho: httpx.Client) -> None:
    """It would be ambiguous which file is meant."""
    check(upload(zoho, with_files(["a.csv", "a.csv"])), OPERATIONS[0], "INVALID_FILE_FORMAT", 400)


def test_too_large_when_unpacked(zoho: httpx.Client) -> None:
    """The zip file itself is within the limit."""
    rows = "".join(f"{number:06d}\n" for number in range(1_000_000))
    content = packed(**{f"f{index}": rows for index in range(4)})
    assert len(content) < uploads.MAX_FILE_SIZE
    check(upload(zoho, content), OPERATIONS[0], "INVALID_DATA", 400, "size")


def test_a_huge_body_is_not_stored(zoho: httpx.Client) -> None:
    """Only one byte more than the largest form is read into memory."""

    def endless() -> Iterator[bytes]:
        for _ in range(MAX_BODY // 2**20 + 8):
            yield bytes(2**20)

    headers = {**UPLOAD_HEADERS, "Content-Type": "multipart/form-data; boundary=x"}
    check(zoho.post(UPLOAD, headers=headers, content=endless()), OPERATIONS[0], "INVALID_DATA", 400, "size")


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b"{}"),
        ("multipart/form-data", b""),
        ("multipart/form-data; boundary=x", b"--x\r\n"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--"),
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="file"\r\n--x--'),
    ],
)
def test_invalid_forms(zoho: httpx.Client, content_type: str, body: bytes) -> None:
    """The document has one error for all of them."""
    headers = {**UPLOAD_HEADERS, "Content-Type": content_type}
    check(zoho.post(UPLOAD, headers=headers, content=body), OPERATIONS[0], "INVALID_REQUEST", 400)


@pytest.mark.parametrize("name", ["", "other"])
def test_unknown_parts_are_ignored(zoho: httpx.Client, name: str) -> None:
    """Even two of the same name; but two parts named file are an error."""
    others = [(name, (None, "a")), (name, (None, "b"))]
    file = ("file", ("leads.zip", packed(leads="L\na\n")))
    headers = UPLOAD_HEADERS
    assert zoho.post(UPLOAD, headers=headers, files=[*others, file]).status_code == 200
    check(zoho.post(UPLOAD, headers=headers, files=[file, file]), OPERATIONS[0], "INVALID_REQUEST", 400)


def test_upload(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The response is as documented, with the time in the organization's time zone."""
    sandbox.clock.set("2026-01-01T00:00:00Z")
    body = upload(zoho, packed(leads="L\na\n")).json()
    identity = body["details"].pop("file_id")
    assert identity.isdigit()
    assert body == {
        "status": "success",
        "code": "FILE_UPLOAD_SUCCESS",
        "message": "file uploaded.",
        "details": {"created_time": "2026-01-01T05:30:00+05:30"},
    }
