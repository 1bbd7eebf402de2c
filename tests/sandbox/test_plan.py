"""Jobs progress with the clock: a pure function of their plan and of the seconds since they were submitted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zoho_crm_sandbox.plan import (
    COMPLETED,
    FAILED,
    QUEUED,
    RUNNING,
    SCHEDULED,
    SKIPPED,
    SUSPENDED,
    Plan,
    Progress,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zoho_crm_sandbox import Sandbox

REPEATABLE = settings(deadline=None, derandomize=True, database=None)
STATES = st.sampled_from([SCHEDULED, QUEUED, RUNNING, SUSPENDED])
SECONDS = st.floats(min_value=0, max_value=1e6, allow_nan=False)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw any plan."""
    total = draw(st.integers(0, 100_000))
    steps = draw(st.lists(st.tuples(STATES, SECONDS), max_size=5))
    return Plan(total, draw(st.integers(0, total)), tuple(steps), draw(st.sampled_from([COMPLETED, FAILED, SKIPPED])))


@REPEATABLE
@given(plans(), st.lists(st.floats(min_value=-10, max_value=1e7, allow_nan=False), max_size=10))
def test_counts_add_up_and_never_shrink(plan: Plan, moments: list[float]) -> None:
    """The counts are right at any moment, however many moments are skipped."""
    before = Progress("", 0, 0, plan.total)
    for moment in sorted(moments):
        now = plan.progress_at(moment)
        assert now.succeeded + now.failed + now.remaining == plan.total
        assert now.succeeded >= before.succeeded
        assert now.failed >= before.failed
        assert now.remaining >= 0
        before = now


@REPEATABLE
@given(plans())
def test_an_ended_job_has_nothing_left(plan: Plan) -> None:
    """A job ends in its final state, with all its failures and no remaining records."""
    end = plan.progress_at(sum(seconds for _, seconds in plan.steps) + 1e-3)
    assert end == (plan.end, plan.total - plan.failed, plan.failed, 0)


@REPEATABLE
@given(plans())
def test_a_plan_survives_the_database(plan: Plan) -> None:
    """A plan read back from JSON is the same."""
    assert Plan.from_json(plan.to_json()) == plan


def test_many_small_advances_equal_one_large() -> None:
    """Rounding errors of many small advances do not delay a record."""
    assert Plan.of(50).progress_at(sum([0.1] * 250)).succeeded == 30


def test_a_suspended_job_handles_no_records() -> None:
    """Work goes on where it stopped."""
    plan = Plan(50, steps=((RUNNING, 20), (SUSPENDED, 100), (RUNNING, 30)))
    seen = [plan.progress_at(moment)[:2] for moment in (0, 10, 20, 119, 120, 135, 150)]
    assert seen == [
        (RUNNING, 0),
        (RUNNING, 10),
        (SUSPENDED, 20),
        (SUSPENDED, 20),
        (RUNNING, 20),
        (RUNNING, 35),
        (COMPLETED, 50),
    ]


@pytest.fixture
def zoho(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A client with the token that may do everything."""
    headers = {"Authorization": "Zoho-oauthtoken sandbox"}
    with httpx.Client(transport=sandbox.transport(), base_url="https://www.zohoapis.com", headers=headers) as client:
        yield client


COURSES: dict[str, list[tuple[float, tuple[Any, ...]]]] = {
    # seconds since the start: state, succeeded, failed, remaining, total
    "/crm/v8/Leads/actions/mass_update?job_id=3524033000006027001": [
        (0, ("SCHEDULED", 0, 0, 50, 50)),
        (9.9, ("SCHEDULED", 0, 0, 50, 50)),
        (10, ("RUNNING", 0, 0, 50, 50)),
        (25, ("RUNNING", 30, 0, 20, 50)),
        (35, ("COMPLETED", 50, 0, 0, 50)),
        (1e9, ("COMPLETED", 50, 0, 0, 50)),
    ],
    "/crm/v8/Accounts/actions/mass_update?job_id=554023000000506005": [
        (0, ("SCHEDULED", 0, 0, 50, 50)),
        (25, ("RUNNING", 0, 30, 20, 50)),
        (35, ("FAILED", 0, 50, 0, 50)),
    ],
    "/crm/v8/Accounts/actions/mass_update?job_id=554023000000506007": [
        (0, ("QUEUED", 0, 0, 50, 50)),
        (3600 + 15, ("RUNNING", 30, 0, 20, 50)),
        (3600 + 25, ("COMPLETED", 50, 0, 0, 50)),
    ],
    "/crm/v8/Accounts/actions/mass_update?job_id=554023000000506009": [
        (0, ("SUSPENDED", 20, 0, 30, 50)),
        (3600 + 10, ("RUNNING", 30, 0, 20, 50)),
        (3600 + 30, ("COMPLETED", 50, 0, 0, 50)),
    ],
    "/crm/v8/Accounts/actions/mass_update?job_id=554023000000506013": [
        (20, ("RUNNING", 18, 2, 30, 50)),
        (35, ("COMPLETED", 45, 5, 0, 50)),
    ],
    "/crm/v8/Leads/actions/mass_change_owner?job_id=3652397000009565023": [
        (0, ("SCHEDULED", 0, 0, 1000, 1000)),
        (60, ("RUNNING", 495, 5, 500, 1000)),
        (110, ("COMPLETED", 990, 10, 0, 1000)),
    ],
    "/crm/v8/Leads/actions/mass_change_owner?job_id=3652397000009565025": [
        (60, ("RUNNING", 0, 500, 500, 1000)),
        (110, ("FAILED", 0, 1000, 0, 1000)),
    ],
    "/crm/v8/Quotes/actions/mass_convert?job_id=2423488000000626121": [
        (0, ("SCHEDULED", 0, 0, 10, 10)),
        (20, ("IN PROGRESS", 5, 0, 5, 10)),
        (30, ("COMPLETED", 10, 0, 0, 10)),
    ],
    "/crm/v8/Quotes/actions/mass_convert?job_id=2423488000000626123": [
        (20, ("IN PROGRESS", 0, 5, 5, 10)),
        (30, ("FAILED", 0, 10, 0, 10)),
    ],
    "/crm/v8/Sales_Orders/actions/mass_convert?job_id=2423488000000626119": [(0, ("COMPLETED", 10, 0, 0, 10))],
}
KEYS = {
    "mass_update": ("Status", "Updated_Count", "Failed_Count", "Not_Updated_Count", "Total_Count"),
    "mass_change_owner": ("Status", "Updated_Count", "Failed_Count", "Not_Updated_Count", "Total_Count"),
    "mass_convert": ("status", "converted_count", "failed_count", "not_converted_count", "total_count"),
}


@pytest.mark.parametrize("path", COURSES)
def test_the_seeded_jobs_progress(sandbox: Sandbox, zoho: httpx.Client, path: str) -> None:
    """Each seeded job has its documented state and counts at chosen moments."""
    start = sandbox.clock.now()
    for moment, expected in COURSES[path]:
        sandbox.clock.set(start + moment)
        status = zoho.get(path).json()["data"][0]
        assert tuple(status[key] for key in KEYS[path.partition("actions/")[2].partition("?")[0]]) == expected


def test_a_status_can_be_read_for_sixty_days(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """After 60 days a mass change of owner is unknown."""
    path = "/crm/v8/Leads/actions/mass_change_owner?job_id={}"
    assert zoho.get(path.format("3652397000009565029")).status_code == 204
    assert zoho.get(path.format("3652397000009565023")).status_code == 200
    sandbox.clock.advance(60 * 86400)
    assert zoho.get(path.format("3652397000009565023")).status_code == 200
    sandbox.clock.advance(1)
    assert zoho.get(path.format("3652397000009565023")).status_code == 204
    # Nor does it say then that it was of another module.
    assert zoho.get(path.format("3652397000009565027")).status_code == 204


@pytest.mark.parametrize("other", ["554023000000506003", "2423488000000626117", "4150868000005350003"])
def test_a_job_of_another_system_is_unknown(zoho: httpx.Client, other: str) -> None:
    """Job ids are looked up within their system."""
    assert zoho.get(f"/crm/v8/Leads/actions/mass_change_owner?job_id={other}").status_code == 204


def test_a_job_of_another_module_is_unknown(zoho: httpx.Client) -> None:
    """Only a mass change of owner has an error of its own for another module."""
    for path, code in {
        "/crm/v7/Leads/actions/mass_update?job_id=554023000000506003": "NOT_FOUND",
        "/crm/v8/Leads/actions/mass_update?job_id=554023000000506003": "INVALID_DATA",
        "/crm/v8/Sales_Orders/actions/mass_convert?job_id=2423488000000626117": "INVALID_DATA",
        "/crm/v8/Leads/actions/mass_change_owner?job_id=3652397000009565027": "NOT_FOUND",
    }.items():
        assert zoho.get(path).json()["code"] == code
