"""The details of bulk write jobs: which keys they have in each state, and how each version spells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import httpx
    from zoho_crm_sandbox import Sandbox

PROGRESSING = "4150868000005350005"
FAILING = "4150868000005350007"
SKIPPING = "4150868000005350009"
UPDATED = "4150868000005350011"


def details(zoho: httpx.Client, job: str, version: str = "v8") -> Any:
    """Return the details of a job."""
    return zoho.get(f"/crm/bulk/{version}/write/{job}").json()


def states(job: Any) -> tuple[str, str, str]:
    """Return the state of a job from the three places that have it."""
    return job["status"], job["resource"][0]["status"], job["resource"][0]["code"]


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
