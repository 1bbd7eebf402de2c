"""Errors that the client raises for the sandbox's faults, and the effects of the submissions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from zoho_crm_jobs import errors
from zoho_crm_jobs.api.mass_update import schedule_mass_update
from zoho_crm_jobs.models import MassUpdateByIds, MassUpdateFields

from tests.support.clients import client, sync_and_asyncio

if TYPE_CHECKING:
    from collections.abc import Callable

    from zoho_crm_sandbox import Sandbox

ACCOUNT = "738964000002058030"
BODY = MassUpdateByIds(data=[MassUpdateFields.from_dict({"Industry": "Education"})], ids=[ACCOUNT])


def industry(sandbox: Sandbox) -> Any:
    """Return the industry of the account that is updated."""
    return (sandbox.state.of("694902309").record("Accounts", ACCOUNT) or {}).get("Industry")


@sync_and_asyncio
@pytest.mark.parametrize(
    ("fault", "cause", "done"),
    [
        ({"kind": "bad_gateway"}, errors.UnexpectedResponse, False),
        ({"kind": "dropped_connection"}, errors.TransportError, False),
        ({"code": "INTERNAL_ERROR"}, errors.InternalError, False),
        ({"body": "", "status": 520}, errors.UnexpectedResponse, False),
        ({"kind": "empty_body"}, errors.UnexpectedResponse, True),
        ({"kind": "truncated_json"}, errors.UnexpectedResponse, True),
        ({"kind": "response_lost"}, errors.TransportError, True),
    ],
    ids=str,
)
def test_a_submission_with_a_fault_is_sent_once(
    call: Callable[..., Any], sandbox: Sandbox, fault: dict[str, Any], cause: type[errors.ZohoCRMError], done: bool
) -> None:
    """The error says whether the submission may have taken effect."""
    before = industry(sandbox)
    sandbox.inject_fault("schedule_mass_update", **fault)
    with pytest.raises(errors.SubmissionUncertain, match="the request may have taken effect") as caught:
        call(schedule_mass_update, "Accounts", client=client(sandbox), body=BODY)

    assert caught.value.operation_id == "schedule_mass_update"
    assert type(caught.value.cause) is cause
    assert caught.value.__cause__ is caught.value.cause
    sandbox.journal.assert_submissions("schedule_mass_update", 1)
    assert industry(sandbox) == ("Education" if done else before)


@sync_and_asyncio
def test_the_headers_of_an_error(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """``Retry-After`` can be read from an error."""
    sandbox.inject_fault("schedule_mass_update", kind="too_many_requests", retry_after=61)
    with pytest.raises(errors.TooManyRequestsError) as caught:
        call(schedule_mass_update, "Accounts", client=client(sandbox), body=BODY)

    assert caught.value.headers["Retry-After"] == "61"
