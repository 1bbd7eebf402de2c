"""Bulk write jobs: the outcomes of their rows, their results, and their details in each state and version."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_sandbox.contract import installed_document
from zoho_crm_sandbox.seed import ORGANIZATION

from tests.support.bulk_files import EMAIL, LAST_NAME, counts, create, details, download, file_id, job, resource, upload

if TYPE_CHECKING:
    from zoho_crm_sandbox import Sandbox

KAYLEIGH = "738964000002118026"
PROGRESSING = "4150868000005350005"
FAILING = "4150868000005350007"
SKIPPING = "4150868000005350009"
UPDATED = "4150868000005350011"


def run(sandbox: Sandbox, zoho: httpx.Client, body: dict[str, Any]) -> list[dict[str, str]]:
    """Create a job, let it end, and return the rows of its first result."""
    identity = create(zoho, body)
    sandbox.clock.advance(1000)
    return next(iter(download(zoho, identity).values()))


def record(sandbox: Sandbox, identity: str, module: str = "Leads") -> dict[str, Any]:
    """Return the fields of a record."""
    return sandbox.state.of(ORGANIZATION).record(module, identity) or {}


def states(job: Any) -> tuple[str, str, str]:
    """Return the state of a job from the three places that have it."""
    return job["status"], job["resource"][0]["status"], job["resource"][0]["code"]


def test_an_insert_from_beginning_to_end(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Rows become records as the job handles them, and the result lists them."""
    rows = "".join(f"Lead {number},lead{number}@example.org,{number}\n" for number in range(10))
    file = file_id(zoho, leads="Name,Mail,Phone\n" + rows)
    revenue = {"api_name": "Annual_Revenue", "index": 2}
    identity = create(zoho, job(resource(file, LAST_NAME, EMAIL, revenue)))
    assert details(zoho, identity)["status"] == "ADDED"
    sandbox.clock.advance(10 + 12.5)
    assert counts(zoho, identity) == (5, 0, 0)
    created = [
        fields
        for _, fields in sandbox.state.of(ORGANIZATION).records("Leads")
        if "@example.org" in (fields.get("Email") or "")
    ]
    assert [fields["Annual_Revenue"] for fields in created] == [0, 1, 2, 3, 4]
    sandbox.clock.advance(12.5)
    job_details = details(zoho, identity)
    assert (job_details["status"], job_details["character_encoding"]) == ("COMPLETED", "UTF-8")
    assert job_details["result"]["download_url"] == f"/v8/crm/org694902309/bulk-write/{identity}/{identity}.zip"
    assert job_details["resource"][0]["field_mappings"][0] == {
        **LAST_NAME, "format": None, "find_by": None, "module": None, "default_value": None,
    }  # fmt: skip
    result = download(zoho, identity)["Leads-leads.csv"]
    assert list(result[0]) == ["Name", "Mail", "Phone", "STATUS", "RECORD_ID", "ERRORS"]
    assert {row["STATUS"] for row in result} == {"added"}
    assert record(sandbox, result[9]["RECORD_ID"]) == {
        "Last_Name": "Lead 9", "Email": "lead9@example.org", "Annual_Revenue": 9,
    }  # fmt: skip


def test_results_are_deterministic_and_expire_after_seven_days(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The bytes of a result do not depend on the time."""
    contents = []
    url = identity = ""
    for _ in range(2):
        sandbox.reset()
        identity = create(zoho, job(resource(file_id(zoho, leads="N,E\na,\n"), LAST_NAME)))
        url = f"/v8/crm/org694902309/bulk-write/{identity}/{identity}.zip"
        assert zoho.get(url).status_code == 404
        sandbox.clock.advance(35)
        contents.append(zoho.get(url).content)
    assert contents[0] == contents[1]
    assert zoho.get(url.replace("org694902309", "694902309").replace("/v8", "/v2")).content == contents[0]
    assert zoho.get(url.replace("org694902309", "org700000001")).status_code == 404
    assert zoho.get(url.replace(f"{identity}.zip", "1.zip")).status_code == 404
    sandbox.clock.advance(7 * 24 * 3600 - 1)
    assert zoho.get(url).status_code == 200
    sandbox.clock.advance(1)
    assert zoho.get(url).json()["code"] == "RESOURCE_NOT_FOUND"


@pytest.mark.parametrize(
    ("name", "statuses"),
    [
        ("insert", ["added"] * 2),
        ("update", ["skipped"] * 2),
        ("ignore_empty", ["skipped", "unprocessed"]),
        ("layout", ["skipped"] * 2),
        ("upsert", ["added"] * 2),
        ("contacts", ["added"]),
    ],
)
def test_sample_requests(sandbox: Sandbox, zoho: httpx.Client, name: str, statuses: list[str]) -> None:
    """The files that they name exist."""
    document = json.loads(installed_document().read_text("utf-8"))
    body = document["components"]["examples"][f"create_bulk_write_job-{name}-request"]["value"]
    rows = run(sandbox, zoho, body)
    assert [row["STATUS"] for row in rows] == statuses


def test_results_of_seeded_jobs(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """They match the counts of the jobs."""
    sandbox.clock.advance(30)
    result = download(zoho, "4150868000005350005")["Leads-Leads.csv"]
    assert [row["STATUS"] for row in result].count("skipped") == 4
    result = download(zoho, "4150868000005350011")["Leads-Leads.csv"]
    assert {row["STATUS"] for row in result} == {"updated"}


def test_a_job_without_rows(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """It completes with an empty result."""
    assert run(sandbox, zoho, job(resource(file_id(zoho, leads="Last_Name\n"), LAST_NAME))) == []


def test_kinds_of_fields(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Cells become values of the field's kind; one invalid cell leaves the whole row unprocessed."""
    header = "Last_Name,Email,Annual_Revenue,No_of_Employees,Email_Opt_Out,Birthday,Last_Contacted,Owner"
    good = 'a,a@example.org,"1,234.5",7,TRUE,02/28/2026,02/28/2026 13:14:15,Charles Stone'
    bad = "b,nobody,x,1.5,maybe,2026-02-28,yesterday,Nobody At All"
    first, second = run(sandbox, zoho, job(resource(file_id(zoho, leads=f"{header}\n{good}\n{bad}\n"))))
    assert record(sandbox, first["RECORD_ID"]) == {
        "Last_Name": "a",
        "Email": "a@example.org",
        "Annual_Revenue": 1234.5,
        "No_of_Employees": 7,
        "Email_Opt_Out": True,
        "Birthday": "2026-02-28",
        "Last_Contacted": "2026-02-28T13:14:15+05:30",
        "Owner": "4150868000001248015",
    }
    assert second["STATUS"] == "unprocessed"
    assert second["ERRORS"] == "INVALID_DATA-" + header.removeprefix("Last_Name,")


@pytest.mark.parametrize(
    ("form", "cell", "value"),
    [
        ("yyyy-MM-dd", "2026-02-28", "2026-02-28T00:00:00+05:30"),
        ("d MMM yy, h:mm a", "3 Feb 26, 4:05 PM", "2026-02-03T16:05:00+05:30"),
        ("yyyy-MM-dd'T'HH:mm:ssXXX", "2026-02-28T01:02:03+00:00", "2026-02-28T01:02:03+00:00"),
    ],
)
def test_date_formats(sandbox: Sandbox, zoho: httpx.Client, form: str, cell: str, value: str) -> None:
    """A mapping's format says how its dates are written."""
    contacted = {"api_name": "Last_Contacted", "index": 1, "format": form}
    (row,) = run(sandbox, zoho, job(resource(file_id(zoho, leads=f'N,T\na,"{cell}"\n'), LAST_NAME, contacted)))
    assert record(sandbox, row["RECORD_ID"])["Last_Contacted"] == value


def test_mandatory_and_unique_fields(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """A row that lacks a mandatory value or repeats a unique one is not written."""
    file = file_id(zoho, contacts="Last_Name,Mobile\n,+1 555 0100\nNew,+1 555 0199\nOther,+1 555 0199\n")
    missing, new, double = run(sandbox, zoho, job(resource(file, module="Contacts")))
    assert missing["STATUS"] == "unprocessed"
    assert missing["ERRORS"] == "MANDATORY_NOT_FOUND-Last_Name:DUPLICATE_DATA-Mobile"
    assert (new["STATUS"], new["ERRORS"]) == ("added", "")
    assert double["ERRORS"] == "DUPLICATE_DATA-Mobile"


def test_an_insert_skips_existing_records(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Including those that an earlier row adds."""
    file = file_id(zoho, leads="N;E\na;KAYLEIGH.RUTHERFORD@example.com\nb;b@example.org\nb;b@example.org\n")
    body = job(resource(file, LAST_NAME, EMAIL, find_by="email"))
    assert [(row["STATUS"], row["ERRORS"]) for row in run(sandbox, zoho, body)] == [
        ("skipped", "DUPLICATE_DATA-E"),
        ("added", ""),
        ("skipped", "DUPLICATE_DATA-E"),
    ]


UPDATES = "E|C|S\nkayleigh.rutherford@example.com||Web\nnobody@example.org|x|y\n"
COMPANY = {"api_name": "Company", "index": 1}
BY_EMAIL = {"api_name": "Email", "index": 0}


@pytest.mark.parametrize(("ignore_empty", "company"), [(True, "Rutherford Freight"), (False, None)])
def test_update(sandbox: Sandbox, zoho: httpx.Client, ignore_empty: bool, company: str | None) -> None:
    """An empty cell clears the field, unless the job ignores empty cells."""
    source = {"api_name": "Lead_Source", "default_value": {"value": "Advertisement"}}
    entry = resource(file_id(zoho, leads=UPDATES), BY_EMAIL, COMPANY, source, find_by="Email")
    body = job(entry, operation="update", ignore_empty=ignore_empty)
    found, missed = run(sandbox, zoho, body)
    assert (found["STATUS"], found["RECORD_ID"]) == ("updated", KAYLEIGH)
    assert (missed["STATUS"], missed["ERRORS"]) == ("skipped", "RESOURCE_NOT_FOUND-E")
    lead = record(sandbox, KAYLEIGH)
    assert (lead["Company"], lead["Lead_Source"], lead["Last_Name"]) == (company, "Advertisement", "Rutherford")


def test_rows_without_a_key_match_nothing(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """A row of delimiters counts, an empty line does not, and 1.0 is an integer."""
    file = file_id(zoho, leads="N,E\na,\nb,\n\n,\nnone,none@example.org,and,more\n")
    entry = resource(file, LAST_NAME, {"api_name": "Email", "index": 1.0}, find_by="Email")
    result = run(sandbox, zoho, job(entry, operation="upsert"))
    assert [row["STATUS"] for row in result] == ["added", "added", "unprocessed", "added"]


def test_update_by_id(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Some records cannot be changed, and a mandatory field cannot be cleared."""
    ids = ("1306462000000496025", "475243000003269880", "738964000002118012", "1", KAYLEIGH)
    file = file_id(zoho, leads="Id,Last\n" + "".join(f"{identity},New\n" for identity in ids) + f"{KAYLEIGH},\n")
    entry = resource(file, {"api_name": "id", "index": 0}, {"api_name": "Last_Name", "index": 1}, find_by="id")
    result = run(sandbox, zoho, job(entry, operation="update"))
    assert [row["ERRORS"] for row in result] == [
        "NOT_APPROVED-Id",
        "BLOCKED_RECORD-Id",
        "CANNOT_PROCESS-Id",
        "RESOURCE_NOT_FOUND-Id",
        "",
        "MANDATORY_NOT_FOUND-Last",
    ]
    assert record(sandbox, KAYLEIGH)["Last_Name"] == "New"
    assert "id" not in record(sandbox, KAYLEIGH)


def test_the_captured_job_has_a_result(zoho: httpx.Client) -> None:
    """The job is of 2021, but its result can be downloaded where its details say."""
    url = details(zoho, "4150868000005350003", "v2.1")["result"]["download_url"]
    response = zoho.get(url.removeprefix("https://download-accl.zoho.com"))
    assert response.status_code == 200
    assert zipfile.is_zipfile(io.BytesIO(response.content))


@pytest.mark.parametrize(("version", "status"), [("v2.1", 200), ("v6", 200), ("v7", 400), ("v8", 400)])
def test_status_of_what_is_no_zip_file(zoho: httpx.Client, version: str, status: int) -> None:
    """Captured in v2.1, documented in v7."""
    response = upload(zoho, b"text", version=version)
    assert (response.status_code, response.json()["code"]) == (status, "INVALID_FILE_FORMAT")


@pytest.mark.parametrize(("of_request", "of_file", "company"), [(False, True, "Kept"), (True, False, None)])
def test_a_file_can_ignore_empty_cells(
    sandbox: Sandbox, zoho: httpx.Client, of_request: bool, of_file: bool, company: str | None
) -> None:
    """The key of a file overrides that of the request."""
    for ignore, cells in ((False, "Rutherford,Kept"), (of_file, "Rutherford,")):
        file = file_id(zoho, leads=f"Id,Last,Company\n{KAYLEIGH},{cells}\n")
        columns = [{"api_name": name, "index": index} for index, name in enumerate(("id", "Last_Name", "Company"))]
        entry = resource(file, *columns, find_by="id", ignore_empty=ignore)
        run(sandbox, zoho, job(entry, operation="update", ignore_empty=of_request))
    assert record(sandbox, KAYLEIGH)["Company"] == company


def test_null_means_left_out(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Some clients send every key."""
    absent: dict[str, Any] = {"find_by": None, "ignore_empty": None, "field_mappings": None}
    body = job(resource(file_id(zoho, leads="Last_Name,Company\na,b\n"), **absent), character_encoding=None)
    (row,) = run(sandbox, zoho, body)
    assert record(sandbox, row["RECORD_ID"]) == {"Last_Name": "a", "Company": "b"}
    del body["resource"][0]["field_mappings"]
    response = zoho.post("/crm/bulk/v8/write", json={**body, "operation": "update"})
    assert response.json()["message"] == "Required key find_by is not available"


def test_a_layout(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """It is a default value, without a column."""
    layout = {"api_name": "Layout", "default_value": {"value": "5725767000001022168"}}
    (row,) = run(sandbox, zoho, job(resource(file_id(zoho, leads="L\na\n"), LAST_NAME, layout)))
    assert record(sandbox, row["RECORD_ID"]) == {"Last_Name": "a", "Layout": "5725767000001022168"}


def test_upsert_with_a_lookup(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Matching records are updated, others added; a lookup finds its record by any key of its module."""
    file = file_id(
        zoho, contacts="L,E,A,B\nx,x@example.org,zylker,2000-01-02\nx2,x@example.org,Nowhere,\nx3,x@example.org,,\n"
    )
    mappings = (
        LAST_NAME,
        EMAIL,
        {"api_name": "Account_Name", "index": 2, "find_by": "Account_Name", "module": "Accounts"},
        {"api_name": "Date_of_Birth", "index": 3, "format": "yyyy-MM-dd"},
    )
    body = job(resource(file, *mappings, module="Contacts", find_by="Email"), operation="upsert")
    added, wrong, updated = run(sandbox, zoho, body)
    assert (added["STATUS"], updated["STATUS"]) == ("added", "updated")
    assert (wrong["STATUS"], wrong["ERRORS"]) == ("unprocessed", "INVALID_DATA-A")
    assert added["RECORD_ID"] == updated["RECORD_ID"]
    assert record(sandbox, added["RECORD_ID"], "Contacts")["Last_Name"] == "x3"


def test_headers_without_mappings(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The header names the fields, and for a lookup the key."""
    file = file_id(
        zoho, deals="Deal_Name,Stage,Account_Name.Account_Name,Contact_Name\nd,Won,Zylker,738964000002058055\n"
    )
    identity = create(zoho, job(resource(file, module="Deals")))
    sandbox.clock.advance(100)
    (row,) = download(zoho, identity)["Deals-deals.csv"]
    assert record(sandbox, row["RECORD_ID"], "Deals") == {
        "Deal_Name": "d",
        "Stage": "Won",
        "Account_Name": "738964000002058030",
        "Contact_Name": "738964000002058055",
    }
    assert details(zoho, identity)["resource"][0]["field_mappings"][2]["find_by"] == "Account_Name"


def test_parents_and_children(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Children need a parent that this job wrote, which takes up to 200 of them."""
    children = "P,Pet\n" + "a@example.org,cat\n" * 201 + "b@example.org,dog\nc@example.org,eel\n"
    file = file_id(zoho, parent="L,E\na,a@example.org\n,b@example.org\n", child=children)
    parent_id = {"api_name": "Parent_Id", "parent_column_index": 1, "index": 0, "find_by": "Email"}
    pet = {"api_name": "Pet_Name", "index": 1}
    body = job(
        resource(file, LAST_NAME, EMAIL, file_names=["parent.csv"]),
        resource(file, parent_id, pet, module="Pets", file_names=["child.csv"]),
    )
    identity = create(zoho, body)
    sandbox.clock.advance(20)
    assert [entry["status"] for entry in details(zoho, identity)["resource"]] == ["COMPLETED", "INPROGRESS"]
    sandbox.clock.advance(100)
    assert counts(zoho, identity) == (1, 0, 1)
    assert counts(zoho, identity, 1) == (200, 0, 3)
    result = download(zoho, identity)
    rows = result["Pets-child.csv"]
    assert [row["ERRORS"] for row in rows[200:]] == ["LIMIT_EXCEEDED-P", "RESOURCE_NOT_FOUND-P", "RESOURCE_NOT_FOUND-P"]
    pets = record(sandbox, result["Leads-parent.csv"][0]["RECORD_ID"])["Pets"]
    assert len(pets) == 200
    assert pets[0] == {"id": rows[0]["RECORD_ID"], "Pet_Name": "cat"}
    assert details(zoho, identity)["resource"][1]["field_mappings"][0]["parent_column_index"] == 1


def test_parent_column_by_name(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Without an index, the child's column with the parent's header is used."""
    file = file_id(zoho, parent="L,E\na,a@example.org\n", child="Age,E\n3,A@example.org\nx,a@example.org\n")
    parent_id = {"api_name": "Parent_Id", "parent_column_index": 1}
    body = job(
        resource(file, LAST_NAME, EMAIL, file_names=["parent.csv"]),
        resource(file, parent_id, {"api_name": "Age", "index": 0}, module="Pets", file_names=["child.csv"]),
    )
    identity = create(zoho, body)
    sandbox.clock.advance(100)
    first, second = download(zoho, identity)["Pets-child.csv"]
    assert first["STATUS"] == "added"
    assert second["ERRORS"] == "INVALID_DATA-Age"


def test_a_subform_without_its_parent_file(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Its rows belong to existing records."""
    file = file_id(zoho, pets=f"P,Pet\n{KAYLEIGH},cat\n1,dog\n")
    parent_id = {"api_name": "Parent_Id", "find_by": "id", "index": 0}
    entry = resource(file, parent_id, {"api_name": "Pet_Name", "index": 1}, module="Pets")
    first, second = run(sandbox, zoho, job(entry))
    assert record(sandbox, KAYLEIGH)["Pets"] == [{"id": first["RECORD_ID"], "Pet_Name": "cat"}]
    assert second["ERRORS"] == "RESOURCE_NOT_FOUND-P"


@pytest.mark.parametrize(
    ("content", "declared", "encoding", "name"),
    [
        ("L\nMüller\n".encode("utf-8-sig"), None, "UTF-8", "Müller"),
        ("L\nMüller\n".encode("latin-1"), None, "ISO-8859-1", "Müller"),
        ("L\nMüller\n".encode("utf-16"), None, "UTF-16", "Müller"),
        ("L\nДюжий\n".encode("cp1251"), "windows-1251", "windows-1251", "Дюжий"),
        ("L,\n" + "Müller\n" * 12_000 + "Ж,\n", None, "UTF-8", "Müller"),
        ('"L:,",X\n\nMüller\n', "UTF-8", "UTF-8", "Müller"),
    ],
)  # fmt: skip
def test_encodings(
    sandbox: Sandbox, zoho: httpx.Client, content: bytes, declared: str | None, encoding: str, name: str
) -> None:
    """An encoding that the request does not name is detected."""
    body = job(resource(file_id(zoho, leads=content), LAST_NAME), character_encoding=declared)
    identity = create(zoho, body)
    sandbox.clock.advance(1000)
    assert details(zoho, identity)["character_encoding"] == encoding
    assert next(iter(next(iter(download(zoho, identity).values()))[0].values())) == name


@pytest.mark.parametrize(
    ("name", "state"), [("fails", "FAILED"), ("skips", "SKIPPED"), ("stays_running", "INPROGRESS"), ("vanishes", None)]
)
def test_outcomes_by_file_name(sandbox: Sandbox, zoho: httpx.Client, name: str, state: str | None) -> None:
    """Some file names choose the outcome of the job."""
    identity = create(zoho, job(resource(file_id(zoho, **{name: "L\na\nb\n"}), LAST_NAME)))
    before = len(list(sandbox.state.of(ORGANIZATION).records("Leads")))
    sandbox.clock.advance(1000)
    assert details(zoho, identity)["status" if state else "code"] == (state or "RESOURCE_NOT_FOUND")
    written = len(list(sandbox.state.of(ORGANIZATION).records("Leads"))) - before
    assert written == (2 if name == "vanishes" else 0)
    if state in ("FAILED", "SKIPPED"):
        assert counts(zoho, identity) == (0, 0, 2)


def test_25000_rows(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The most rows that Zoho accepts."""
    file = file_id(zoho, leads="L\n" + "".join(f"Lead {number}\n" for number in range(25_000)))
    identity = create(zoho, job(resource(file, LAST_NAME)))
    sandbox.clock.advance(1000)
    assert counts(zoho, identity) == (25_000, 0, 0)


def test_files_and_jobs_belong_to_one_organization(zoho: httpx.Client) -> None:
    """Another organization's token finds neither."""
    file = file_id(zoho, leads="L\na\n")
    identity = create(zoho, job(resource(file, LAST_NAME)))
    zoho.headers["Authorization"] = "Zoho-oauthtoken sandbox-other-org"
    assert zoho.get(f"/crm/bulk/v8/write/{identity}").status_code == 404
    response = zoho.post("/crm/bulk/v8/write", json=job(resource(file, LAST_NAME)))
    assert response.json()["code"] == "INVALID_FILE_ID"


def test_the_scope_of_the_module_is_needed(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The scope for bulk jobs alone is not enough."""
    body = job(resource(file_id(zoho, leads="L\na\n"), LAST_NAME))
    for module, status in (("contacts", 401), ("leads", 201)):
        token = sandbox.issue_token(["ZohoCRM.bulk.CREATE", f"ZohoCRM.modules.{module}.CREATE"])
        headers = {"Authorization": f"Bearer {token}"}
        assert zoho.post("/crm/bulk/v8/write", json=body, headers=headers).status_code == status


# -- the details of seeded jobs


def test_added(zoho: httpx.Client) -> None:
    """A job that has not started has the fewest keys."""
    job = details(zoho, PROGRESSING)
    assert " ".join(job) == "status resource id callback created_by ignore_empty operation created_time"
    assert states(job) == ("ADDED", "ADDED", "ADDED")
    assert job["resource"][0]["file"] == {"status": "ADDED"}


SPELLINGS = [("v2.1", "IN PROGRESS"), ("v6", "IN PROGRESS"), ("v7", "INPROGRESS"), ("v8", "INPROGRESS")]


@pytest.mark.parametrize(("version", "spelling"), SPELLINGS)
def test_in_progress(sandbox: Sandbox, zoho: httpx.Client, version: str, spelling: str) -> None:
    """The version decides the spelling; the counts are those of the handled rows."""
    sandbox.clock.advance(20)
    job = details(zoho, PROGRESSING, version)
    assert job["character_encoding"] == "UTF-8"
    assert "result" not in job
    assert states(job) == (spelling, spelling, "INPROGRESS")
    assert job["resource"][0]["file"] == {
        "status": spelling,
        "name": "Leads.csv",
        "added_count": 48,
        "skipped_count": 2,
        "updated_count": 0,
        "total_count": 50,
    }


@pytest.mark.parametrize(
    ("version", "url"),
    [
        ("v2.1", f"https://download-accl.zoho.com/v2/crm/694902309/bulk-write/{PROGRESSING}/{PROGRESSING}.zip"),
        ("v6", f"https://download-accl.zoho.com/v2/crm/694902309/bulk-write/{PROGRESSING}/{PROGRESSING}.zip"),
        ("v7", f"/v7/crm/org694902309/bulk-write/{PROGRESSING}/{PROGRESSING}.zip"),
        ("v8", f"/v8/crm/org694902309/bulk-write/{PROGRESSING}/{PROGRESSING}.zip"),
    ],
)
def test_completed(sandbox: Sandbox, zoho: httpx.Client, version: str, url: str) -> None:
    """Only a completed job has a result; the version decides its URL."""
    sandbox.clock.advance(30)
    job = details(zoho, PROGRESSING, version)
    assert states(job) == ("COMPLETED", "COMPLETED", "COMPLETED")
    assert job["result"] == {"download_url": url}
    assert (job["resource"][0]["file"]["added_count"], job["resource"][0]["file"]["skipped_count"]) == (96, 4)


@pytest.mark.parametrize(("job_id", "state"), [(FAILING, "FAILED"), (SKIPPING, "SKIPPED")])
def test_failed_and_skipped(sandbox: Sandbox, zoho: httpx.Client, job_id: str, state: str) -> None:
    """No row is written, and there is no result."""
    sandbox.clock.advance(30)
    job = details(zoho, job_id)
    assert states(job) == (state, state, state)
    assert job["resource"][0]["file"]["status"] == state
    assert job["resource"][0]["file"]["skipped_count"] == 100
    assert "result" not in job


def test_an_update_counts_updated_rows(zoho: httpx.Client) -> None:
    """And adds none."""
    job = details(zoho, UPDATED)
    assert (job["operation"], job["resource"][0]["file"]["updated_count"]) == ("update", 100)
    assert job["resource"][0]["file"]["added_count"] == 0
    assert "callback" not in job


def test_times_are_in_the_time_zone_of_the_organization(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """The sandbox's clock gives the time."""
    sandbox.clock.set("2026-01-01T00:00:00Z")
    sandbox.reset()
    assert details(zoho, PROGRESSING)["created_time"] == "2026-01-01T05:30:00+05:30"


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("https://www.zohoapis.com", "https://download-accl.zoho.com"),
        ("https://download-accl.zoho.eu", None),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://sandbox", "http://sandbox"),
    ],
)
def test_the_url_of_a_result(sandbox: Sandbox, base: str, expected: str | None) -> None:
    """It leads to the sandbox unless the request went to Zoho; each host of results takes one slash or two."""
    headers = {"Authorization": "Zoho-oauthtoken sandbox"}
    with httpx.Client(transport=sandbox.transport(), headers=headers) as client:
        if expected:
            old = client.get(f"{base}/crm/bulk/v2.1/write/4150868000005350011").json()["result"]["download_url"]
            assert old.startswith(f"{expected}/v2/crm/694902309/")
            assert client.get(old).status_code == 200
        path = "/v8/crm/org694902309/bulk-write/4150868000005350011/4150868000005350011.zip"
        for slashes in ("", "/"):
            assert client.get(f"{base}{slashes}{path}").status_code == 200


@pytest.mark.parametrize("host", ["upload-accl.zoho.com", "upload-accl.zoho.eu", "upload-accl.zoho.in"])
def test_hosts_of_fast_uploads(sandbox: Sandbox, host: str) -> None:
    """They serve uploads and nothing else."""
    with httpx.Client(transport=sandbox.transport(), base_url=f"https://{host}") as client:
        assert client.post("/crm/v8/upload").json()["code"] == "AUTHENTICATION_FAILURE"
        assert client.get("/crm/bulk/v8/write/1").json()["code"] == "INVALID_HOST"
