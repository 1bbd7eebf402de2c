"""Values that lead somewhere in the seeded organization, of which generation would hardly ever hit one."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import httpx
from checks import AUTHORIZED

if TYPE_CHECKING:
    from zoho_crm_sandbox import Sandbox

ORGANIZATION = "694902309"
KNOWN = {
    "job_id": [
        "554023000000506003",
        "554023000000506005",
        "3524033000006027001",
        "3652397000009565021",
        "2423488000000626117",
        "4150868000005350003",
    ],
    "lead_id": [
        "738964000002118026",
        "738964000002118012",
        "738964000002131001",
        "1306462000000496025",
        "738964000002118030",
        "738964000002118038",
        "738964000002118042",
    ],
    "cvid": ["554023000000091515", "2423488000000091545"],
    "file_id": [],
}
RESULT = {
    "organization": f"org{ORGANIZATION}",
    "job_id": "4150868000005350011",
    "file_name": "4150868000005350011.zip",
}
"""A result that is not older than seven days, as the documented one is."""


def csv_as_zip() -> bytes:
    """Returns a zip file with a CSV file of two leads."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("leads.csv", "Last_Name,Email,Phone\nOne,one@example.com,1\nTwo,two@example.com,2\n")
    return archive.getvalue()


def prepare(sandbox: Sandbox) -> None:
    """Puts the sandbox back to its start, and uploads a file."""
    sandbox.reset()
    headers = {**AUTHORIZED, "feature": "bulk-write", "X-CRM-ORG": ORGANIZATION}
    with httpx.Client(transport=sandbox.transport(), base_url="http://testserver", headers=headers) as client:
        answer = client.post("/crm/v8/upload", files={"file": ("leads.zip", csv_as_zip())})
    KNOWN["file_id"] = [answer.json()["details"]["file_id"]]


def known(value: Any) -> Any:
    """Puts known ids in the place of half the others that are right in form, always the same for the same one."""
    if isinstance(value, list):
        return [known(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: _known(KNOWN.get(key, []), item) for key, item in value.items()}


def _known(ids: list[str], value: Any) -> Any:
    if ids and isinstance(value, str) and value.isdecimal() and value not in ids and int(value[-3:]) % 4 < 2:
        return ids[int(value[-3:]) % len(ids)]
    return known(value)
