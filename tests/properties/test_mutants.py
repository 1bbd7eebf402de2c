"""The property tests are tested: each planted fault is found, and by the check that is meant to find it."""

from __future__ import annotations

import contextlib
import io
from typing import TYPE_CHECKING, Any

import pytest
from property_tests import checks
from property_tests.run import Run, execute
from property_tests.sandbox import OwnSandbox

from tests.support.example_requests import Provoked
from tests.support.mutants import FAULTS, Fault, Spoiled

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def own() -> Iterator[OwnSandbox]:
    """The sandbox that the faults are planted in."""
    with OwnSandbox() as own:
        yield own


@pytest.fixture(scope="module")
def caught(tables: list[str]) -> Iterator[dict[Fault, tuple[str, int]]]:
    """Keeps which check found each fault after how many cases, and shows it at the end."""
    found: dict[Fault, tuple[str, int]] = {}
    yield found
    rows = [f"| {fault.name} | {check} | {cases} |" for fault, (check, cases) in found.items()]
    tables.append("\n".join(["\nPlanted faults:\n", "| fault | check | cases |", "|---|---|---|", *rows]))


def hunt(own: OwnSandbox, fault: Fault | None, where: Fault, *without: str) -> Run:
    """Looks for a fault where it can be found, and returns what was found."""
    with pytest.MonkeyPatch.context() as patch:
        app: Any = own.sandbox
        if fault:
            fault.inside(patch)
            app = Spoiled(own.sandbox, fault.on_the_wire)
        run = Run("sandbox", own, app=app, examples=Provoked(own) if where.provoked else None)
        # Without the requests for every documented answer, most are missing.
        excluded = {"unsupported_method", *without} | (set() if where.provoked else {"full_coverage"})
        with contextlib.redirect_stdout(io.StringIO()):
            execute(
                run,
                "--generation-deterministic",
                "--no-shrink",
                f"--phases={where.phase}",
                f"--include-operation-id={where.operation}",
                f"--exclude-checks={','.join(sorted(excluded))}",
            )
    return run


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_fault(own: OwnSandbox, fault: Fault, caught: dict[Fault, tuple[str, int]]) -> None:
    """It is found by the check that is meant to find it."""
    found = hunt(own, fault, fault).found
    cases = [one.cases for one in found if one.check == fault.check]
    assert cases, f"{fault.check} did not find it, but {sorted({one.check for one in found})}"
    caught[fault] = (fault.check, cases[0])


@pytest.mark.parametrize("check", checks.NAMES)
def test_check_is_needed(own: OwnSandbox, check: str) -> None:
    """Without this check one of its faults survives."""
    faults = [fault for fault in FAULTS if fault.check == check]
    assert any(not hunt(own, fault, fault, check).found for fault in faults)


@pytest.mark.parametrize("place", sorted({(fault.operation, fault.phase, fault.provoked) for fault in FAULTS}))
def test_a_sandbox_without_a_fault_stays_green(own: OwnSandbox, place: tuple[str, str, bool]) -> None:
    """Where faults are looked for, nothing is found if there is none."""
    operation, phase, provoked = place
    assert hunt(own, None, Fault("none", "", operation, phase, provoked=provoked)).found == []


def test_there_are_many() -> None:
    """And no two of one name."""
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 40
