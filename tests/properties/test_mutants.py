"""The property tests find every mutant of the sandbox, each with the check that is meant for it."""

from __future__ import annotations

import contextlib
import io
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from property_tests import checks
from property_tests.data import BY_VIEW
from property_tests.run import Run, execute
from property_tests.sandbox import OwnSandbox

from tests.support.example_requests import ExampleRequests
from tests.support.mutants import behavior, exchange
from tests.support.mutants.model import Mutant, MutatedApp

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def own() -> Iterator[OwnSandbox]:
    """Yield the sandbox that the mutants are made from."""
    with OwnSandbox() as own:
        yield own


@pytest.fixture(scope="module")
def found_after(tables: list[str]) -> Iterator[dict[Mutant, int]]:
    """Collect the number of cases that found each mutant, and show it at the end of the run."""
    found_after: dict[Mutant, int] = {}
    yield found_after
    rows = [
        f"| {mutant.name} | {mutant.check} | {cases} | {mutant.not_read_only or 'too'} |"
        for mutant, cases in found_after.items()
    ]
    header = ["| mutant | check | cases | read-only |", "|---|---|---|---|"]
    tables.append("\n".join(["\nMutants:\n", *header, *rows]))


MUTANTS = [*behavior.MUTANTS, *exchange.MUTANTS]
MOMENTS = (2, 1, 1, 1, 7, 0, 8, 0, 20, 0, 0, 0, 4000)
"""Seconds before each read of the job that a run that only reads is given."""


def run_checks(own: OwnSandbox, mutant: Mutant, *options: str) -> Run:
    """Run the property tests where the mutant's defect is."""
    with pytest.MonkeyPatch.context() as patch:
        mutant.patch_sandbox(patch)
        app: Any = MutatedApp(own.sandbox, mutant)
        run = Run("sandbox", own, app=app, examples=ExampleRequests(own) if mutant.example_requests else None)
        # Without the requests for every documented response, most are missing.
        execute_quietly(run, mutant, [] if mutant.example_requests else ["full_coverage"], *options)
    return run


def run_read_only(own: OwnSandbox, mutant: Mutant) -> Run:
    """Run the property tests as against another server that is only read from, which is given a job."""
    own.restart()
    with httpx.Client(transport=own.sandbox.transport(), base_url="http://testserver") as client:
        body = {"data": [{"Industry": "Education"}], "cvid": BY_VIEW[0]}
        headers = {"Authorization": "Zoho-oauthtoken sandbox"}
        response = client.post("/crm/v8/Accounts/actions/mass_update", json=body, headers=headers)
    job = response.json()["data"][0]["details"]["job_id"]
    moments = iter(MOMENTS)

    def before(scope: Any) -> None:
        if scope["query_string"] == f"job_id={job}".encode():
            own.sandbox.clock.advance(next(moments, 0))

    with pytest.MonkeyPatch.context() as patch:
        mutant.patch_sandbox(patch)
        app: Any = MutatedApp(own.sandbox, mutant, before)
        ids = {"module_api_name": ["Accounts"], "job_id": [job]}
        run = Run("sandbox", app=app, ids=ids, read_only=True)
        execute_quietly(
            run,
            mutant,
            [check.__name__ for check in checks.OWN_SANDBOX],
            *["--continue-on-failure"] * (mutant.phase == "examples"),
        )
    return run


def execute_quietly(run: Run, mutant: Mutant, excluded: list[str], *options: str) -> None:
    """Run Schemathesis where the mutant's defect is."""
    with contextlib.redirect_stdout(io.StringIO()):
        execute(
            run,
            "--generation-deterministic",
            "--no-shrink",
            f"--phases={mutant.phase}",
            f"--include-operation-id={mutant.operation}",
            f"--exclude-checks={','.join(['unsupported_method', *excluded])}",
            *options,
        )


@pytest.mark.parametrize("mutant", [mutant for mutant in MUTANTS if mutant.alone or mutant.not_read_only], ids=str)
def test_mutant_is_found_by_its_check(own: OwnSandbox, mutant: Mutant, found_after: dict[Mutant, int]) -> None:
    """A run over all cases, however many fail, shows that the other checks find nothing in the mutant."""
    found = run_checks(own, mutant, *["--continue-on-failure"] * mutant.alone).found
    cases = [one.cases for one in found if one.check == mutant.check]
    names = {one.check for one in found}
    assert cases, f"{mutant.check} did not find it, but {sorted(names)}"
    assert names == {mutant.check} or not mutant.alone
    found_after[mutant] = cases[0]


@pytest.mark.parametrize("mutant", [mutant for mutant in MUTANTS if not mutant.not_read_only], ids=str)
def test_mutant_is_found_by_reading_alone(own: OwnSandbox, mutant: Mutant, found_after: dict[Mutant, int]) -> None:
    """Its check finds it in a server that is only read from; any other run has the same checks and more requests."""
    found = run_read_only(own, mutant).found
    cases = [one.cases for one in found if one.check == mutant.check]
    assert cases, f"{mutant.check} did not find it, but {sorted({one.check for one in found})}"
    found_after.setdefault(mutant, cases[0])


@pytest.mark.parametrize("check", checks.NAMES)
def test_check_is_needed(check: str) -> None:
    """The test above proves that no other check finds this mutant."""
    assert any(mutant.alone for mutant in MUTANTS if mutant.check == check)


PLACES = sorted({(mutant.operation, mutant.phase, mutant.example_requests) for mutant in MUTANTS})
READ = sorted({(mutant.operation, mutant.phase) for mutant in MUTANTS if not mutant.not_read_only})


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_found_in_the_sandbox_itself(own: OwnSandbox, place: tuple[str, str, bool]) -> None:
    """Where the mutants are found, the unchanged sandbox passes."""
    operation, phase, example_requests = place
    unchanged = Mutant("none", "", operation, phase, example_requests=example_requests)
    assert run_checks(own, unchanged).found == []


@pytest.mark.parametrize("place", READ)
def test_nothing_is_found_by_reading_the_sandbox_itself(own: OwnSandbox, place: tuple[str, str]) -> None:
    """Nor where they are found by reading alone."""
    assert run_read_only(own, Mutant("none", "", *place)).found == []


def test_there_are_many() -> None:
    """At least a hundred mutants, each with a name of its own."""
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS) >= 100
