"""The seed data of bulk write: uploaded files and jobs."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from zoho_crm_sandbox.plan import FAILED, SKIPPED, Plan
from zoho_crm_sandbox.seed import ADMINISTRATOR, DAY, ORGANIZATION, OTHER_ADMINISTRATOR, OTHER_ORGANIZATION
from zoho_crm_sandbox.state.jobs import Job
from zoho_crm_sandbox.systems.bulk_write.archive import pack

if TYPE_CHECKING:
    from zoho_crm_sandbox.call import Seeding

DOCUMENTED_FILE = "111111000001492610"
"""The id of an uploaded file for the documentation's sample."""
DOCUMENTED_ROWS = (
    "Last_Name,Email,Phone or account,Born\r\n"
    "Marsh,hugo.marsh@example.com,Zylker,1980-02-29\r\n"
    "Novak,ivy.novak@example.com,Grove Labs,1991-12-31\r\n"
)
DOCUMENTED_FAMILY = "111111000001492612"
"""The id of an uploaded file for the sample of a parent and its subform."""
DOCUMENTED_PARENTS = "Last_Name,Email\r\nOkafor,sam.okafor@example.com\r\n"
DOCUMENTED_CHILDREN = "Parent,Pet_Name\r\nsam.okafor@example.com,Rex\r\n"

DOCUMENTED_CONTACTS = "3524001000005697001"
"""The id of an uploaded file for the sample of the vendor's newest files."""


def seed(seeding: Seeding) -> None:
    """Add the files of the documentation's samples, and jobs."""
    organization = seeding.state.of(ORGANIZATION)
    organization.add_upload(pack({"leads.csv": DOCUMENTED_ROWS}), seeding.now, DOCUMENTED_FILE)
    family = pack({"parent.csv": DOCUMENTED_PARENTS, "child.csv": DOCUMENTED_CHILDREN})
    organization.add_upload(family, seeding.now, DOCUMENTED_FAMILY)
    organization.add_upload(pack({"data.csv": "Last_Name\r\nMarsh\r\n"}), seeding.now, DOCUMENTED_CONTACTS)
    captured = {
        "operation": "insert",
        "character_encoding": "UTF-8",
        "field_mappings": [_column("Owner", 2), _column("Last_Name", 0), _column("Mobile", 1)],
        "file": "Fil2.csv",
        "callback": {"url": "https://www.zoho.com/", "method": "post"},
        "ignore_empty": True,
        "created_by": {"id": ADMINISTRATOR, "name": "Patricia Boyle"},
    }
    others = {**captured, "operation": "update", "file": "Leads.csv", "callback": None}

    def add(
        job_id: str, plan: Plan, *, at: float = seeding.now, requested: Any = others, org: str = ORGANIZATION
    ) -> None:
        seeding.state.of(org).add_job("bulk_write", Job(job_id, "Leads", at, plan, json.dumps(requested)))

    captured_at = datetime.fromisoformat("2021-05-11T12:38:29+05:30").timestamp()
    add("4150868000005350003", Plan.of(11, failed=2), at=captured_at, requested=captured)
    add(
        "4150868000005350005", Plan.of(100, wait=10, duration=20, failed=4), requested={**captured, "file": "Leads.csv"}
    )
    add("4150868000005350007", Plan.of(100, wait=10, duration=20, failed=100, end=FAILED))
    add("4150868000005350009", Plan.of(100, wait=10, duration=20, failed=100, end=SKIPPED))
    add("4150868000005350011", Plan.of(100), at=seeding.now - DAY)
    created_by = {"id": OTHER_ADMINISTRATOR, "name": "Rebecca Olsen"}
    add("7000000010005350003", Plan.of(11), requested={**others, "created_by": created_by}, org=OTHER_ORGANIZATION)


def _column(api_name: str, index: int) -> dict[str, Any]:
    column: dict[str, Any] = {"api_name": api_name, "index": index}
    return {**column, "format": None, "find_by": None, "module": None, "default_value": None}
