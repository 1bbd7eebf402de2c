"""The property tests find every mutant of the sandbox, each with the check that is meant for it."""

from __future__ import annotations

import contextlib
import io
from typing import TYPE_CHECKING, Any

import pytest
from property_tests import checks
from property_tests.run import Run, execute
from property_tests.sandbox import OwnSandbox

from tests.support.example_requests import ExampleRequests
from tests.support.mutants import MUTANTS, Mutant, MutatedApp

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
    rows = [f"| {mutant.name} | {mutant.check} | {cases} |" for mutant, cases in found_after.items()]
    tables.append("\n".join(["\nMutants:\n", "| mutant | check | cases |", "|---|---|---|", *rows]))


def run_checks(own: OwnSandbox, mutant: Mutant, *options: str) -> Run:
    """Run the property tests where the mutant's defect is."""
    with pytest.MonkeyPatch.context() as patch:
        mutant.patch_sandbox(patch)
        app: Any = MutatedApp(own.sandbox, mutant.change_response)
        run = Run("sandbox", own, app=app, examples=ExampleRequests(own) if mutant.example_requests else None)
        # Without the requests for every documented response, most are missing.
        excluded = ["unsupported_method", *([] if mutant.example_requests else ["full_coverage"])]
        with contextlib.redirect_stdout(io.StringIO()):
            execute(
                run,
                "--generation-deterministic",
                "--no-shrink",
                f"--phases={mutant.phase}",
                f"--include-operation-id={mutant.operation}",
                f"--exclude-checks={','.join(excluded)}",
                *options,
            )
    return run


@pytest.mark.parametrize("mutant", MUTANTS, ids=str)
def test_mutant_is_found_by_its_check(own: OwnSandbox, mutant: Mutant, found_after: dict[Mutant, int]) -> None:
    """A run over all cases, however many fail, shows that the other checks find nothing in the mutant."""
    found = run_checks(own, mutant, *["--continue-on-failure"] * mutant.alone).found
    cases = [one.cases for one in found if one.check == mutant.check]
    names = {one.check for one in found}
    assert cases, f"{mutant.check} did not find it, but {sorted(names)}"
    assert names == {mutant.check} or not mutant.alone
    found_after[mutant] = cases[0]


@pytest.mark.parametrize("check", checks.NAMES)
def test_check_is_needed(check: str) -> None:
    """The test above proves that no other check finds this mutant."""
    assert any(mutant.alone for mutant in MUTANTS if mutant.check == check)


PLACES = sorted({(mutant.operation, mutant.phase, mutant.example_requests) for mutant in MUTANTS})


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_found_in_the_sandbox_itself(own: OwnSandbox, place: tuple[str, str, bool]) -> None:
    """Where the mutants are found, the unchanged sandbox passes."""
    operation, phase, example_requests = place
    unchanged = Mutant("none", "", operation, phase, example_requests=example_requests)
    assert run_checks(own, unchanged).found == []


def test_there_are_many() -> None:
    """At least forty mutants, each with a name of its own."""
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS) >= 40
