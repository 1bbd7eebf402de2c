"""The nightly job does its work, and says what did not work."""

import pytest
from zoho_crm_sandbox import Sandbox

from tests.programs.nightly import run


@pytest.mark.parametrize(
    ("view", "problem"),
    [
        ("554023000000091515", ""),
        ("554023000000091517", ""),  # has no records
        ("554023000000091525", "COMPLETED 50 of 50 (10 failed)"),
        ("554023000000091521", "NO_PERMISSION"),
        ("554023000000091523", "ended as FAILED"),
        ("554023000000091527", "after 3"),  # still runs after an hour
    ],
)
def test_a_view(zoho_crm_sandbox: Sandbox, view: str, problem: str) -> None:
    problems = list(run(zoho_crm_sandbox.client(), [view]))
    assert (len(problems), problem in "".join(problems)) == (bool(problem), True)


def test_a_lost_response_is_not_repeated(zoho_crm_sandbox: Sandbox) -> None:
    zoho_crm_sandbox.inject_fault("schedule_mass_update", kind="response_lost")
    (problem,) = run(zoho_crm_sandbox.client(), ["554023000000091515"])
    assert "look at an account" in problem
    zoho_crm_sandbox.journal.assert_submissions("schedule_mass_update", 1)
