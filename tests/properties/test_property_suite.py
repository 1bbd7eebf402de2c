"""Property tests: whatever is sent, the sandbox answers as the document says, and nothing documented is left out.

``scripts/property-test`` runs the same against any server, and ``scripts/property-test --long`` further.
"""

from __future__ import annotations

import contextlib
import io
from typing import TYPE_CHECKING

import pytest
from property_tests import checks
from property_tests import data as values
from property_tests import reading as answers
from property_tests.coverage import Record
from property_tests.run import SYSTEMS, Run, config, document, execute, lead_lives
from property_tests.sandbox import Inside
from schemathesis.checks import CHECKS
from zoho_crm_sandbox.contract import Document

from tests.support.example_requests import ExampleRequests

if TYPE_CHECKING:
    from collections.abc import Iterator


OPERATIONS = {
    operation["operationId"]: operation for item in document()["paths"].values() for operation in item.values()
}


@pytest.fixture(scope="module")
def inside() -> Iterator[Inside]:
    """The sandbox that is tested, each answer of which it checks itself as well."""
    with Inside() as inside:
        yield inside


@pytest.fixture(scope="module")
def record(tables: list[str]) -> Iterator[Record]:
    """What is seen in all these tests, shown at the end."""
    record = Record()
    yield record
    tables.append(f"\nSeen of the document:\n\n{record.table(document())}")


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_answer_is_documented_and_all_that_is_documented_is_answered(
    inside: Inside, record: Record, system: str
) -> None:
    """In the phases examples, coverage and fuzzing every check holds, that of completeness included."""
    run = Run("sandbox", inside, examples=ExampleRequests(inside), record=record)
    code, output = quietly(run, "--phases=examples,coverage,fuzzing", f"--include-tag={system}")
    assert (code, run.found) == (0, []), output
    assert {name for name, operation in OPERATIONS.items() if operation["tags"] == [system]} <= record.tested


@pytest.mark.parametrize("system", SYSTEMS)
def test_lives(inside: Inside, record: Record, system: str) -> None:
    """Lives that follow the links reach every kind of state, and every check holds in them."""
    run = Run("sandbox", inside, record=record)
    code, output = quietly(run, *lead_lives(system))
    assert (code, run.found) == (0, []), output
    for name, operation in OPERATIONS.items():
        waiter = answers.resolve(document(), operation["responses"].get("200", {})).get("x-waiter")
        for kind in ("pending", "success", "failure") if waiter and operation["tags"] == [system] else ():
            assert run.states[name] & set(waiter[kind]), f"{name} was never {waiter[kind]}"
    if system == "oauth":
        assert run.refused_after_revocation, "no token was used after it was revoked"


def quietly(run: Run, *arguments: str) -> tuple[int, str]:
    """Returns the exit code of a run that finds the same every time, and what it printed."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        code = execute(run, "--generation-deterministic", *arguments)
    return code, output.getvalue()


def test_every_check_is_on() -> None:
    """No check is off but the one that a check of our own replaces."""
    enabled = config().projects.default.checks
    names = CHECKS.get_all_names()

    assert [name for name in names if not enabled.get_by_name(name=name).enabled] == ["unsupported_method"]
    assert set(checks.NAMES) <= set(names)


def test_what_shall_fit_is_right_in_form() -> None:
    """The requests whose parts fit each other are such as the document allows."""
    operations = Document().operations
    for name, (_, *bodies) in values.FITTING.items():
        for body in bodies:
            assert operations[name].violations(body) == [], name
