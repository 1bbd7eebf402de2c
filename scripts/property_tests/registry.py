"""The registers of the checks, and helpers that checks share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import schemathesis

from property_tests.reading import definition, error_of, operation_id
from property_tests.run import current

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemathesis import Case, Response
    from schemathesis.checks import CheckFunction

    from property_tests.sandbox import OwnSandbox

ANY_SERVER: list[Callable[..., Any]] = []
"""The checks for any server."""
OWN_SANDBOX: list[Callable[..., Any]] = []
"""The checks that need a sandbox of our own: its clock, its state or its tokens."""


def any_server(check: CheckFunction) -> CheckFunction:
    """Register a check for any server."""
    ANY_SERVER.append(check)
    return schemathesis.check(check)


def own_sandbox(check: CheckFunction) -> CheckFunction:
    """Register a check that needs a sandbox of our own."""
    OWN_SANDBOX.append(check)
    return schemathesis.check(check)


def sandbox() -> OwnSandbox:
    """Return the sandbox of the run."""
    own = current().sandbox
    assert own, "this check needs a sandbox of our own"
    return own


def shown(response: Response) -> str:
    """Return the status and the beginning of the body."""
    return f"{response.status_code} {response.content[:200].decode(errors='replace')}"


def is_first(case: Case[Any], reason: str) -> bool:
    """Tell whether a check probes a documented operation that takes a token for the first time in a run."""
    key = (reason, operation_id(case), str(case.path_parameters.get("module_api_name")))
    if key in current().verified or not definition(case)["security"]:
        return False
    current().verified.add(key)
    return True


def expect_error(response: Response, status: int, code: str, request: str) -> None:
    """Check that a response is an error with a status and a code."""
    found = (response.status_code, (error_of(response) or {}).get("code"))
    assert found == (status, code), f"{request}: expected {status} {code}, got {shown(response)}"
