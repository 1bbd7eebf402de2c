"""A request for each error that the document declares for uploads, bulk write jobs and their results."""

from __future__ import annotations

from typing import Any

from zoho_crm_sandbox.systems.bulk_write import archive

from tests.support.bulk_files import EMAIL, LAST_NAME, job, resource

OPERATIONS = ("upload_bulk_write_file", "create_bulk_write_job", "download_bulk_write_result")
JOB = "4150868000005350011"
RESULT = f"/v8/crm/org694902309/bulk-write/{JOB}/{JOB}.zip"
UPLOAD = "/crm/v8/upload"
WRITE = "/crm/bulk/v8/write"
PARENT = {"api_name": "Parent_Id", "parent_column_index": 1, "index": 0}
PET = {"api_name": "Pet_Name", "index": 1}
EVERYWHERE: list[tuple[str, dict[str, Any]]] = [
    ("INVALID_HOST", {"headers": {"Host": "crm.zoho.com"}}),
    ("INVALID_REQUEST_METHOD", {"method": "DELETE"}),
    ("AUTHENTICATION_FAILURE", {"headers": {"Authorization": ""}}),
    ("INVALID_TOKEN", {"headers": {"Authorization": "Bearer sandbox-expired"}}),
    ("INVALID_OAUTHTOKEN", {"headers": {"Authorization": "Bearer sandbox-dropped"}}),
    ("OAUTH_SCOPE_MISMATCH", {"headers": {"Authorization": "Bearer sandbox-no-scope"}}),
    ("NO_PERMISSION", {"headers": {"Authorization": "Bearer sandbox-no-permission"}}),
    ("AUTHORIZATION_FAILED", {"headers": {"Authorization": "Bearer sandbox-no-privilege"}}),
    ("TOO_MANY_REQUESTS", {}),
    ("INTERNAL_ERROR", {}),
    ("INTERNAL_SERVER_ERROR", {}),
]
INJECTED = ("TOO_MANY_REQUESTS", "INTERNAL_ERROR", "INTERNAL_SERVER_ERROR")
BROKEN = {"file": ("leads.zip", b"no zip file")}
LARGE = {"file": ("leads.zip", bytes(archive.MAX_FILE_SIZE + 1))}
OF_UPLOADS: list[tuple[int, str, str, dict[str, Any]]] = [
    (400, "MANDATORY_NOT_FOUND", "", {"headers": {"feature": None}}),
    (400, "MANDATORY_NOT_FOUND", "organization", {"headers": {"X-CRM-ORG": None}}),
    (400, "NOT_SUPPORTED_FEATURE", "", {"headers": {"feature": "bulk-read"}}),
    (400, "INVALID_DATA", "", {"headers": {"X-CRM-ORG": "700000001"}}),
    (400, "UNABLE_TO_PARSE_DATA_TYPE", "", {"headers": {"X-CRM-ORG": "1" * 20}}),
    (400, "INVALID_DATA", "size", {"files": LARGE}),
    (413, "FILE_TOO_LARGE", "", {"files": LARGE, "url": "/crm/v7/upload"}),
    (400, "INVALID_FILE_FORMAT", "", {"files": BROKEN}),
    (200, "INVALID_FILE_FORMAT", "", {"files": {"file": ("http-200.zip", b"no zip file")}}),
    (400, "INVALID_REQUEST", "", {"files": {"document": b""}}),
    (404, "INVALID_URL_PATTERN", "", {"url": "/crm/v8/uploads"}),
]
OF_RESULTS: list[tuple[int, str, str, dict[str, Any]]] = [
    (400, "INVALID_REQUEST", "", {"url": RESULT.replace("org6", "x6")}),
    (400, "UNABLE_TO_PARSE_DATA_TYPE", "", {"url": RESULT.replace(JOB, "1" * 20)}),
    (404, "RESOURCE_NOT_FOUND", "", {"url": RESULT.replace(JOB, "1")}),
    (404, "INVALID_URL_PATTERN", "", {"url": RESULT.replace("bulk", "mass")}),
]
FILES: dict[str, dict[str, str | bytes]] = {
    "one": {"leads": "Last_Name,Email,Born\na,b@example.org,1\n"},
    "two": {"parent": "L,E\na,b@example.org\n", "child": "E,P\nb@example.org,cat\n"},
    "wide": {"leads": ",".join(f"c{number}" for number in range(201))},
    "empty": {"leads": ""},
    "binary": {"leads": b"Last_Name\0"},
    "too many": {"leads": "Last_Name\n" + "a\n" * 25_001},
    "not UTF-8": {"leads": b"Last_Name\n\xff\n"},
    "wild": {"leads": "Last_Name\n" + '"' + "a" * 200_000 + '"\n'},
    "unknown header": {"leads": "Last_Name,Nonsense\n"},
    "gap": {"leads": "Last_Name,\n"},
}
MANY = [{"api_name": "Last_Name", "index": number} for number in range(201)]
URL = {"url": "http://127.0.0.1:1/", "method": "post"}


def leads(*mappings: dict[str, Any], **keys: Any) -> dict[str, Any]:
    """Return a job request with ``FILE`` for the id of the file."""
    return job(resource("FILE", *mappings, **keys))


def with_children(*mappings: dict[str, Any], **keys: Any) -> dict[str, Any]:
    """Return a job request for parents and their children."""
    child = resource("FILE", *mappings, **{"module": "Pets", "file_names": ["child.csv"], **keys})
    return job(resource("FILE", LAST_NAME, EMAIL, file_names=["parent.csv"]), child)


def born(form: str) -> dict[str, Any]:
    """Return a job request with a date format."""
    return leads(LAST_NAME, {"api_name": "Birthday", "index": 2, "format": form})


INDEX = {"api_name": "Last_Name"}
CREATE: list[tuple[str, str, Any]] = [
    # the form of the body
    ("INVALID_REQUEST", "one", b""),
    ("UNABLE_TO_PARSE_DATA_TYPE", "one", b"{"),
    ("REQUEST_BODY_NOT_SUPPORTED", "one", []),
    ("MISSING_REQUIRED_KEY", "one", {}),
    ("MISSING_REQUIRED_KEY", "one", {"operation": "insert"}),
    ("MISSING_REQUIRED_KEY", "one", job({"type": "data"})),
    ("MISSING_REQUIRED_KEY", "one", job({**resource("FILE"), "module": {}})),
    ("MISSING_REQUIRED_KEY", "one", leads({"index": 0})),
    ("MISSING_REQUIRED_KEY", "one", leads({"api_name": "Last_Name", "default_value": {}})),
    ("MISSING_REQUIRED_KEY", "one", leads(LAST_NAME) | {"callback": {"url": "http://localhost"}}),
    ("MISSING_REQUIRED_KEY", "two", leads(LAST_NAME)),
    ("INVALID_DATA", "one", leads(LAST_NAME) | {"operation": "delete"}),
    ("INVALID_DATA", "one", leads(LAST_NAME) | {"extra": 1}),
    ("INVALID_DATA", "one", leads(LAST_NAME) | {"index": 0}),
    ("INVALID_DATA", "one", leads(LAST_NAME) | {"resource": []}),
    ("INVALID_DATA", "one", leads(LAST_NAME) | {"resource": ["x"]}),
    ("INVALID_DATA", "one", leads(LAST_NAME) | {"character_encoding": "nonsense"}),
    ("INVALID_DATA", "one", leads(LAST_NAME) | {"character_encoding": "hex"}),
    ("INVALID_DATA", "one", leads(LAST_NAME) | {"character_encoding": "a\0b"}),
    ("INVALID_DATA", "one", leads(LAST_NAME, file_names=["leads.csv", "more.csv"])),
    ("INVALID_DATA", "one", leads(LAST_NAME, {"api_name": "Company", "index": 0})),
    ("INVALID_DATA", "one", leads(LAST_NAME, {"api_name": "Last_Name", "index": 1})),
    ("INVALID_DATA", "one", leads({**LAST_NAME, "module": "Accounts"})),
    ("INVALID_CALLBACK_METHOD", "one", leads(LAST_NAME) | {"callback": {**URL, "method": "get"}}),
    *(
        ("INVALID_CALLBACK_URL", "one", leads(LAST_NAME) | {"callback": {**URL, "url": url}})
        for url in (1, "nonsense", "ftp://localhost", "http://", "file:///etc/passwd", "http://a:0/", "http://a:65536/")
    ),
    # the module
    ("MODULE_NOT_AVAILABLE", "one", leads(LAST_NAME, module="Nonsense")),
    ("MODULE_NOT_AVAILABLE", "one", leads(LAST_NAME, module="Documents")),
    ("MODULE_NOT_AVAILABLE", "one", leads(LAST_NAME, module="Calls")),
    ("MODULE_NOT_AVAILABLE", "one", job({**resource("FILE"), "module": {"api_name": "Leads", "id": "1"}})),
    ("MODULE_NOT_AVAILABLE", "two", with_children(LAST_NAME, module="Contacts")),
    ("MODULE_NOT_AVAILABLE", "two", with_children(PARENT, PET, module="Quoted_Items")),
    # the file
    ("INVALID_FILE_ID", "one", job(resource("1", LAST_NAME))),
    ("INVALID_FILE_ID", "one", job(resource("abc123xyz", LAST_NAME))),
    ("INVALID_FILE_ID", "one", job(resource("a" * 256, LAST_NAME))),
    ("FILE_NOT_FOUND", "one", leads(LAST_NAME, file_names=["other.csv"])),
    ("FILE_NOT_SUPPORTED", "empty", leads(LAST_NAME)),
    ("FILE_NOT_SUPPORTED", "binary", leads(LAST_NAME)),
    ("FILE_NOT_SUPPORTED", "too many", leads(LAST_NAME)),
    ("FILE_NOT_SUPPORTED", "wild", leads(LAST_NAME)),
    ("FILE_NOT_SUPPORTED", "not UTF-8", leads(LAST_NAME) | {"character_encoding": "UTF-8"}),
    ("HEADER_LIMIT_EXCEEDED", "wide", leads(LAST_NAME)),
    ("HEADER_LIMIT_EXCEEDED", "one", leads(*MANY)),
    # the fields
    ("INVALID_FIELD", "one", leads({"api_name": "Last", "index": 0})),
    ("INVALID_FIELD", "one", leads(LAST_NAME, find_by="Company")),
    ("INVALID_FIELD", "one", leads({"api_name": "Account_Name", "index": 0, "find_by": "Phone"}, module="Contacts")),
    ("INVALID_FIELD", "unknown header", leads()),
    ("INVALID_FIELD", "gap", leads()),
    ("MANDATORY_FIELDS_NOT_MAPPED", "one", leads(EMAIL)),
    ("MANDATORY_FIELDS_NOT_MAPPED", "one", leads(LAST_NAME, find_by="Email") | {"operation": "update"}),
    ("MANDATORY_FIELDS_NOT_MAPPED", "one", leads(PET, module="Pets") | {"operation": "update"}),
    ("MANDATORY_NOT_FOUND", "one", leads(LAST_NAME) | {"operation": "update"}),
    ("MANDATORY_NOT_FOUND", "one", leads(LAST_NAME, {"api_name": "Account_Name", "index": 1}, module="Contacts")),
    ("MANDATORY_NOT_FOUND", "one", leads({"api_name": "Parent_Id", "index": 0}, PET, module="Pets")),
    ("MANDATORY_NOT_FOUND", "two", with_children({"api_name": "Parent_Id", "index": 0, "find_by": "id"}, PET)),
    *(("INVALID_FORMAT", "one", born(form)) for form in ("nonsense", "MM/yyyy", "MM/dd/yyyy dd", "dd'MM/yyyy", "")),
    ("COLUMN_INDEX_NOT_FOUND", "one", leads({**INDEX, "index": -1})),
    ("COLUMN_INDEX_NOT_FOUND", "one", leads({**INDEX, "index": 3})),
    ("COLUMN_INDEX_NOT_FOUND", "one", leads(INDEX)),
    ("COLUMN_INDEX_NOT_FOUND", "one", leads(LAST_NAME, {"api_name": "Company"})),  # as in the document's example
    ("COLUMN_INDEX_NOT_FOUND", "one", leads({"api_name": "Parent_Id", "default_value": {"value": []}}, module="Pets")),
    ("COLUMN_INDEX_NOT_FOUND", "two", with_children({**PARENT, "parent_column_index": -1}, PET)),
    ("COLUMN_INDEX_NOT_FOUND", "two", with_children({**PARENT, "parent_column_index": 2}, PET)),
    ("COLUMN_INDEX_NOT_FOUND", "two", with_children({"api_name": "Parent_Id", "parent_column_index": 0}, PET)),
    ("COEXISTENCE_NOT_ALLOWED", "one", leads({**LAST_NAME, "parent_column_index": 0})),
    ("COEXISTENCE_NOT_ALLOWED", "two", with_children({**PARENT, "default_value": {"value": "1"}}, PET)),
    ("INVALID_DATA", "two", with_children(PARENT, {**PET, "parent_column_index": 0})),
]
