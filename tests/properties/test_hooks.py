"""What only scenarios and long runs reach in the hooks, checks and data of the property tests, each tried directly."""

from __future__ import annotations

import contextlib
import io
from types import SimpleNamespace
from typing import Any

import pytest
from property_tests import checks, data
from property_tests.run import Run, after_load_schema, execute, stateful_options
from property_tests.sandbox import OwnSandbox


@pytest.mark.parametrize(("tag", "operation"), [("oauth", ""), ("mass_update", "get_mass_update_status")])
def test_scenarios(tag: str, operation: str) -> None:
    """A few scenarios pass, revoke a token, and note the states of jobs."""
    with OwnSandbox() as own, contextlib.redirect_stdout(io.StringIO()) as output:
        run = Run("sandbox", own)
        code = execute(run, "--generation-deterministic", "--max-examples=4", *stateful_options(tag))
    assert (code, run.found) == (0, []), output.getvalue()
    assert bool(run.rejected_after_revocation) == (tag == "oauth")
    assert bool(run.states[operation]) == bool(operation)


def test_other_uses_of_schemathesis_are_left_alone() -> None:
    """Outside a run of this package the hooks change no schema."""
    schema = SimpleNamespace()
    after_load_schema(None, schema)
    assert vars(schema) == {}


def test_wrong_method_of_the_accounts_server() -> None:
    """No source says how it responds, so that any error passes; elsewhere an undocumented one fails."""
    response: Any = SimpleNamespace(status_code=405, content=b"-", headers={})
    raw: dict[str, Any] = {"operationId": "create_token", "security": []}
    operation = SimpleNamespace(method="post", definition=SimpleNamespace(raw=raw))
    case: Any = SimpleNamespace(meta=None, method="PUT", operation=operation)
    checks.documented_code(None, response, case)  # type: ignore[arg-type]  # the check needs no context
    raw["security"] = [{}]
    with pytest.raises(AssertionError, match="expected an error"):
        checks.documented_code(None, response, case)  # type: ignore[arg-type]  # as above


@pytest.mark.parametrize(
    ("given", "put"),
    [
        ({"client_id": "d"}, {"client_id": "1000.CLIENT"}),  # any text is replaced
        ({"client_id": "b"}, {"client_id": "b"}),  # but only half of it
        ({"job_id": "x"}, {"job_id": "x"}),  # no number
        ([{"cvid": "4"}], [{"cvid": "554023000000091515"}]),
    ],
)
def test_known_values(given: Any, put: Any) -> None:
    """Known values replace half of the generated ones; an id that is no number stays wrong."""
    assert data.KnownValues({}).put(given) == put
