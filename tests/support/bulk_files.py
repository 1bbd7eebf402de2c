"""Bulk writes: files, uploads, jobs and their results."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx

JSON = dict[str, Any]
UPLOAD_HEADERS = {"feature": "bulk-write", "X-CRM-ORG": "694902309"}
LAST_NAME = {"api_name": "Last_Name", "index": 0}
EMAIL = {"api_name": "Email", "index": 1}


def packed(**files: str | bytes) -> bytes:
    """Return a zip file with CSV files, whose names are given without the extension."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"{name}.csv", content)
    return stream.getvalue()


def upload(zoho: httpx.Client, content: bytes, *, version: str = "v8", name: str = "leads.zip") -> httpx.Response:
    """Upload a file."""
    return zoho.post(f"/crm/{version}/upload", headers=UPLOAD_HEADERS, files={"file": (name, content)})


def file_id(zoho: httpx.Client, **files: str | bytes) -> str:
    """Upload CSV files in a zip file, and return its id."""
    identity: str = upload(zoho, packed(**files)).json()["details"]["file_id"]
    return identity


def resource(file: str, *mappings: JSON, module: str = "Leads", **keys: Any) -> JSON:
    """Return a resource of a job request."""
    entry = {"type": "data", "module": {"api_name": module}, "file_id": file, **keys}
    return {**entry, "field_mappings": list(mappings)} if mappings else entry


def job(*resources: JSON, operation: str = "insert", **keys: Any) -> JSON:
    """Return a job request."""
    return {"operation": operation, "resource": list(resources), **keys}


def create(zoho: httpx.Client, body: JSON, version: str = "v8") -> str:
    """Create a job, and return its id."""
    response = zoho.post(f"/crm/bulk/{version}/write", json=body)
    assert response.status_code == 201, response.text
    identity: str = response.json()["details"]["id"]
    return identity


def orphans(zoho: httpx.Client) -> str:
    """Create a job that adds a parent and skips both of its children, and return its id."""
    file = file_id(zoho, parent="L,E\na,a@example.org\n", child="P,Pet\nx@example.org,cat\ny@example.org,dog\n")
    parent_id = {"api_name": "Parent_Id", "parent_column_index": 1, "index": 0}
    body = job(
        resource(file, LAST_NAME, EMAIL, file_names=["parent.csv"]),
        resource(file, parent_id, {"api_name": "Pet_Name", "index": 1}, module="Pets", file_names=["child.csv"]),
    )
    return create(zoho, body)


def details(zoho: httpx.Client, identity: str, version: str = "v8") -> JSON:
    """Return the details of a job."""
    body: JSON = zoho.get(f"/crm/bulk/{version}/write/{identity}").json()
    return body


def counts(zoho: httpx.Client, identity: str, at: int = 0) -> tuple[int, int, int]:
    """Return the numbers of added, updated and skipped rows of a file."""
    file = details(zoho, identity)["resource"][at]["file"]
    return file["added_count"], file["updated_count"], file["skipped_count"]


def download(zoho: httpx.Client, identity: str) -> dict[str, list[dict[str, str]]]:
    """Return the result of a job: the rows of each file by its name."""
    response = zoho.get(f"/v8/crm/org694902309/bulk-write/{identity}/{identity}.zip")
    assert response.status_code == 200, response.text
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        return {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline="")))
            for name in archive.namelist()
        }
