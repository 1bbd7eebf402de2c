"""Property tests of the sandbox: every response is documented, and every documented response is sent.

``scripts/property-test`` runs the same tests against any server; ``scripts/property-test --long`` with more cases.
"""

from __future__ import annotations

import contextlib
import io
from typing import TYPE_CHECKING

import pytest
from property_tests import checks
from property_tests.coverage import Coverage
from property_tests.data import REPAIRS
from property_tests.reading import document
from property_tests.run import SETTINGS, Run, execute, stateful_options
from property_tests.sandbox import OwnSandbox
from schemathesis.checks import CHECKS
from schemathesis.config import SchemathesisConfig
from zoho_crm_sandbox.contract import Document

from tests.support.example_requests import ExampleRequests

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def own() -> Iterator[OwnSandbox]:
    """The sandbox under test, which validates its own responses too."""
    with OwnSandbox() as own:
        yield own


@pytest.fixture(scope="module")
def coverage(tables: list[str]) -> Iterator[Coverage]:
    """The coverage of all tests, printed at the end."""
    coverage = Coverage()
    yield coverage
    tables.append(f"\nCoverage of the document:\n\n{coverage.table(document())}")


@pytest.mark.parametrize("tag", document().tags())
def test_responses_and_document_match(own: OwnSandbox, coverage: Coverage, tag: str) -> None:
    """In the phases examples, coverage and fuzzing every check passes, full coverage included."""
    run = Run("sandbox", own, examples=ExampleRequests(own), coverage=coverage)
    code, output = quietly(run, "--phases=examples,coverage,fuzzing", f"--include-tag={tag}")
    assert (code, run.found) == (0, []), output
    assert {operation.id for operation in document().operations(tag)} <= coverage.tested


@pytest.mark.parametrize("tag", document().tags())
def test_scenarios(own: OwnSandbox, coverage: Coverage, tag: str) -> None:
    """In scenarios that follow the links every check passes, and jobs reach every kind of state."""
    run = Run("sandbox", own, coverage=coverage)
    code, output = quietly(run, *stateful_options(tag))
    assert (code, run.found) == (0, []), output
    for operation in document().operations(tag):
        response = document().responses(operation).get("200")
        waiter = response.get("x-waiter") if response else None
        states = [waiter[kind].value for kind in ("pending", "success", "failure")] if waiter else []
        for kind in states:
            assert run.states[operation.id] & set(kind), f"{operation.id} was never {kind}"
    if tag == "oauth":
        assert run.rejected_after_revocation, "no token was used after it was revoked"


def quietly(run: Run, *arguments: str) -> tuple[int, str]:
    """Return the exit code and output of a deterministic run."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        code = execute(run, "--generation-deterministic", *arguments)
    return code, output.getvalue()


def test_every_check_is_enabled() -> None:
    """No check is disabled but the one that a check of our own replaces."""
    enabled = SchemathesisConfig.from_path(SETTINGS).projects.default.checks
    names = CHECKS.get_all_names()

    assert [name for name in names if not enabled.get_by_name(name=name).enabled] == ["unsupported_method"]
    assert set(checks.NAMES) <= set(names)


def test_bodies_of_repairs_are_valid() -> None:
    """The document allows each body."""
    operations = Document().operations
    for name, repair in REPAIRS.items():
        for body in repair.bodies:
            assert operations[name].violations(body) == [], name
