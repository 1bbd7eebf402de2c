"""Every error that the document declares for uploads, bulk write jobs and results, provoked by a plain request."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import httpx
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
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zoho_crm_sandbox import Sandbox

DECLARED = {
    (operation, example.status, example.code, example.case): example.body
    for operation in OPERATIONS
    for example in Document().operations[operation].errors
    # A response that two operations share has the example of the other one too.
    if example.name.startswith((operation, "any_operation")) or operation == "download_bulk_write_result"
}


@pytest.fixture
def zoho(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A client with the token that may do everything."""
    headers = {"Authorization": "Zoho-oauthtoken sandbox"}
    with httpx.Client(transport=sandbox.transport(), base_url="https://www.zohoapis.com", headers=headers) as client:
        yield client


def good(zoho: httpx.Client, operation: str, **changes: Any) -> httpx.Response:
    """Returns the answer to a request that is good but for the changes."""
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
    """They have the text that the document has for the operation."""
    if code in INJECTED:
        sandbox.inject_fault(operation, code)
    check(good(zoho, operation, **changes), operation, code)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_good_request_is_none_of_them(zoho: httpx.Client, operation: str) -> None:
    """It succeeds when it is not spoiled."""
    assert good(zoho, operation).status_code in (200, 201)


def check(response: httpx.Response, operation: str, code: str, status: int | None = None, case: str = "") -> None:
    """Checks that an answer is an error of an operation, with its text unless that names something."""
    row = (operation, response.status_code, code, case)
    assert status in (None, response.status_code), response.text
    assert row in DECLARED, response.text
    answer, example = response.json(), DECLARED[row]
    assert answer["code"] == code
    assert list(answer) == list(example)
    named = ("INVALID_FIELD", "COLUMN_INDEX_NOT_FOUND", "MODULE_NOT_AVAILABLE", "MISSING_REQUIRED_KEY")
    if code not in (*named, "MANDATORY_NOT_FOUND") or operation != "create_bulk_write_job":
        assert answer["message"] == example["message"]


@pytest.mark.parametrize(("status", "code", "case", "changes"), OF_UPLOADS)
def test_errors_of_uploads(zoho: httpx.Client, status: int, code: str, case: str, changes: dict[str, Any]) -> None:
    """Of headers first, then of the file."""
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
    """The address has to be right in each of its parts."""
    check(good(zoho, OPERATIONS[2], **changes), OPERATIONS[2], code, status, case)


@pytest.mark.parametrize(("code", "file", "body"), CREATE, ids=lambda value: value if isinstance(value, str) else None)
def test_errors_of_jobs(zoho: httpx.Client, code: str, file: str, body: Any) -> None:
    """Nothing wrong gets further than this, and nothing wrong is a failure of the sandbox."""
    content = body if isinstance(body, bytes) else json.dumps(body)
    if '"FILE"' in str(content):
        content = str(content).replace("FILE", file_id(zoho, **FILES[file]))
    response = zoho.post(WRITE, content=content)
    check(response, OPERATIONS[1], code, 400)
    details = response.json()["details"]
    if code in ("MISSING_REQUIRED_KEY", "COEXISTENCE_NOT_ALLOWED"):
        assert details["json_path"].endswith(details["api_name"])
    if code == "MISSING_REQUIRED_KEY":
        assert response.json()["message"] == f"required key {details['api_name']} is not found in request body."


def test_a_job_id_that_is_no_number(zoho: httpx.Client) -> None:
    """It cannot be understood."""
    assert zoho.get(f"{WRITE}/abc").json()["code"] == "INVALID_REQUEST"


def test_a_path_that_does_not_exist(zoho: httpx.Client) -> None:
    """It is nobody's."""
    check(zoho.post("/crm/bulk/v8/writes", json={}), OPERATIONS[1], "INVALID_URL_PATTERN", 404)


def test_every_declared_error_is_provoked_here() -> None:
    """And no other."""
    provoked = {(operation, code) for operation in OPERATIONS for code, _ in EVERYWHERE}
    provoked |= {(OPERATIONS[1], code) for code, _, _ in CREATE} | {(OPERATIONS[1], "INVALID_URL_PATTERN")}
    exact = {(OPERATIONS[0], *row[:3]) for row in OF_UPLOADS} | {(OPERATIONS[2], *row[:3]) for row in OF_RESULTS}
    assert exact <= DECLARED.keys()
    assert {row for row in DECLARED if (row[0], row[2]) not in provoked} <= exact


# What is wrong with a zip file.


def zipped(name: str, content: bytes = b"L\na\n", **entry: int) -> bytes:
    """Returns a zip file with one file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo(name)
        info.compress_type = entry.get("compress_type", zipfile.ZIP_DEFLATED)
        archive.writestr(info, content)
    return stream.getvalue()


def encrypted() -> bytes:
    """Returns a zip file that says that its file is encrypted."""
    content = bytearray(zipped("leads.csv"))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def crowded(names: list[str]) -> bytes:
    """Returns a zip file with many files."""
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
    "no file": crowded([]),
    "what a Mac adds": zipped("__MACOSX/leads.csv"),
    "traversal": zipped("../leads.csv"),
    "traversal within": zipped("a/../../leads.csv"),
    "absolute": zipped("/etc/leads.csv"),
    "drive": zipped("C:leads.csv"),
    "backslash": zipped("..\\leads.csv"),
    "another way of packing": zipped("leads.csv", compress_type=zipfile.ZIP_LZMA),
    "bomb": packed(leads=b"a" * (3 * 1024 * 1024)),
    "too many": crowded([f"{number}.csv" for number in range(101)]),
}


@pytest.mark.parametrize("name", WRONG_ZIPS)
def test_wrong_zip_files(zoho: httpx.Client, name: str) -> None:
    """Each is refused with the documented error."""
    check(upload(zoho, WRONG_ZIPS[name]), OPERATIONS[0], "INVALID_FILE_FORMAT", 400)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name(zoho: httpx.Client) -> None:
    """Nobody could say which is meant."""
    check(upload(zoho, crowded(["a.csv", "a.csv"])), OPERATIONS[0], "INVALID_FILE_FORMAT", 400)


def test_too_large_when_unpacked(zoho: httpx.Client) -> None:
    """What is small in the zip file may be too large all the same."""
    rows = "".join(f"{number:06d}\n" for number in range(1_000_000))
    content = packed(**{f"f{index}": rows for index in range(4)})
    assert len(content) < uploads.MAX_FILE_SIZE
    check(upload(zoho, content), OPERATIONS[0], "INVALID_DATA", 400, "size")


def test_a_body_is_not_kept_whatever_its_size(zoho: httpx.Client) -> None:
    """Of a body that is larger than any file may be, only so much is kept as shows that it is."""

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
def test_wrong_forms(zoho: httpx.Client, content_type: str, body: bytes) -> None:
    """The document has one error for them."""
    headers = {**UPLOAD_HEADERS, "Content-Type": content_type}
    check(zoho.post(UPLOAD, headers=headers, content=body), OPERATIONS[0], "INVALID_REQUEST", 400)


@pytest.mark.parametrize("name", ["", "other"])
def test_parts_that_nobody_asked_for(zoho: httpx.Client, name: str) -> None:
    """They are ignored, also if two share a name; two files are none."""
    others = [(name, (None, "a")), (name, (None, "b"))]
    file = ("file", ("leads.zip", packed(leads="L\na\n")))
    headers = UPLOAD_HEADERS
    assert zoho.post(UPLOAD, headers=headers, files=[*others, file]).status_code == 200
    check(zoho.post(UPLOAD, headers=headers, files=[file, file]), OPERATIONS[0], "INVALID_REQUEST", 400)


def test_an_upload(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """It is answered as documented, with the time in the organization's time zone."""
    sandbox.clock.set("2026-01-01T00:00:00Z")
    answer = upload(zoho, packed(leads="L\na\n")).json()
    identity = answer["details"].pop("file_id")
    assert identity.isdigit()
    assert answer == {
        "status": "success",
        "code": "FILE_UPLOAD_SUCCESS",
        "message": "file uploaded.",
        "details": {"created_time": "2026-01-01T05:30:00+05:30"},
    }
