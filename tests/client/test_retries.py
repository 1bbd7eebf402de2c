"""Retries: which calls, and when; and what the client makes of faults."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from zoho_crm_jobs import AccessToken, Client, Clock, RetryPolicy, errors
from zoho_crm_jobs.api.mass_update import get_mass_update_status, schedule_mass_update
from zoho_crm_jobs.models import MassUpdateByIds, MassUpdateFields
from zoho_crm_jobs.runtime.retries import is_repeatable, retry_after, was_sent

from tests.support.clients import VirtualClock, client, sync_and_asyncio

if TYPE_CHECKING:
    from collections.abc import Callable

    from zoho_crm_sandbox import Sandbox

NOW = datetime(2026, 1, 1, tzinfo=UTC).timestamp()
ACCOUNT = "738964000002058030"
BODY = MassUpdateByIds(data=[MassUpdateFields.from_dict({"Industry": "Education"})], ids=[ACCOUNT])
JOB: dict[str, Any] = {"job_id": "554023000000506003"}
STEPS = {
    "get_mass_update_status": (get_mass_update_status, JOB),
    "schedule_mass_update": (schedule_mass_update, {"body": BODY}),
}


class TestRetryAfter:
    """``Retry-After`` is a number of seconds or a date."""

    @pytest.mark.parametrize(
        ("value", "seconds"),
        [
            ("0", 0),
            ("7", 7),
            ("120", 120),
            ("9" * 400, float("inf")),
            (format_datetime(datetime.fromtimestamp(NOW + 30, UTC), usegmt=True), 30),
            (format_datetime(datetime.fromtimestamp(NOW - 30, UTC), usegmt=True), 0),
            ("", 0),
            ("-5", 0),
            ("1.5", 0),
            ("soon", 0),
            ("Thu, 99 Jan 2026 00:00:00 GMT", 0),
        ],
    )
    def test_value(self, value: str, seconds: float) -> None:
        assert retry_after(httpx.Headers({"Retry-After": value}), NOW) == seconds

    def test_missing(self) -> None:
        assert retry_after(httpx.Headers(), NOW) == 0


class TestRetryPolicy:
    """The delay is a pure function."""

    @pytest.mark.parametrize(
        ("attempt", "spent", "retry_after", "random", "delay"),
        [
            (1, 0, 0, 1, 0.5),
            (2, 0, 0, 1, 1),
            (3, 0, 0, 1, 2),
            (3, 0, 0, 0, 0),
            (1, 0, 0, 0.5, 0.25),
            (4, 0, 0, 0, None),
            (1, 0, 10, 0, 10),
            (1, 0, 10, 1, 10.5),
            (1, 0, 60, 0, 60),
            (1, 0, 60.1, 0, None),
            (1, 119, 1, 0, 1),
            (1, 119, 1, 1, None),
        ],
    )
    def test_delay(self, attempt: int, spent: float, retry_after: float, random: float, delay: float | None) -> None:
        assert RetryPolicy().delay(attempt, spent, retry_after, random) == delay

    def test_the_delay_stops_growing(self) -> None:
        assert RetryPolicy(attempts=99).delay(50, 0, 0, 1) == 8

    @given(st.integers(1, 20), st.floats(0, 200), st.floats(0, 100), st.floats(0, 1))
    def test_bounds(self, attempt: int, spent: float, retry_after: float, random: float) -> None:
        """A delay is never shorter than ``Retry-After``, beyond the budget, or infinite."""
        policy = RetryPolicy(attempts=10)
        delay = policy.delay(attempt, spent, retry_after, random)
        if delay is not None:
            assert attempt < policy.attempts
            assert retry_after <= delay <= retry_after + policy.max_delay
            assert spent + delay <= policy.budget


GET, POST, TOKEN = (httpx.Request(method, f"https://x/{method}") for method in ("GET", "POST", "POST"))


def failure(kind: type[httpx.RequestError], request: httpx.Request) -> httpx.RequestError:
    """Return an error of httpx."""
    return kind("it failed", request=request)


class TestRepeatable:
    """The decision depends only on the request and its outcome."""

    @pytest.mark.parametrize("status", [200, 202, 204, 400, 401, 403, 404, 408, 409, 451, 499])
    def test_final_responses(self, status: int) -> None:
        assert not is_repeatable(GET, httpx.Response(status))
        assert not is_repeatable(POST, httpx.Response(status))

    @pytest.mark.parametrize("status", [500, 502, 503, 504, 520, 599])
    def test_server_errors(self, status: int) -> None:
        assert is_repeatable(GET, httpx.Response(status))
        assert not is_repeatable(POST, httpx.Response(status))

    def test_too_many_requests(self) -> None:
        """The request had no effect."""
        assert is_repeatable(GET, httpx.Response(429))
        assert is_repeatable(POST, httpx.Response(429))

    @pytest.mark.parametrize("kind", [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout])
    def test_no_connection(self, kind: type[httpx.RequestError]) -> None:
        """Nothing was sent."""
        for request in (GET, POST):
            assert is_repeatable(request, failure(kind, request))
            assert not was_sent(request, failure(kind, request))

    @pytest.mark.parametrize(
        "kind",
        [
            httpx.ReadTimeout,
            httpx.WriteTimeout,
            httpx.ReadError,
            httpx.WriteError,
            httpx.CloseError,
            httpx.RemoteProtocolError,
        ],
    )
    def test_no_response(self, kind: type[httpx.RequestError]) -> None:
        assert is_repeatable(GET, failure(kind, GET))
        assert not is_repeatable(POST, failure(kind, POST))
        assert was_sent(POST, failure(kind, POST))
        # The token request failed, so the request itself was not sent.
        assert is_repeatable(POST, failure(kind, TOKEN))
        assert not was_sent(POST, failure(kind, TOKEN))

    def test_errors_that_are_not_of_the_network(self) -> None:
        for request in (GET, POST):
            assert not is_repeatable(request, failure(httpx.DecodingError, request))
            assert not is_repeatable(request, failure(httpx.TooManyRedirects, request))

    @pytest.mark.parametrize(("status", "again"), [(200, False), (400, False), (429, True), (502, True)])
    def test_no_token(self, status: int, again: bool) -> None:
        """The response is that of the accounts server; the request itself was not sent."""
        error = errors.UnexpectedResponse("create_token", "", httpx.Response(status), POST)
        assert is_repeatable(POST, error) is again
        assert not is_repeatable(POST, errors.DataCenterMismatch("create_token", ""))


@sync_and_asyncio
class TestCalls:
    """Retries of operations, in the sandbox's time."""

    @pytest.mark.parametrize(
        "fault",
        [
            {"kind": "bad_gateway"},
            {"kind": "dropped_connection"},
            {"kind": "response_lost"},
            {"kind": "too_many_requests", "retry_after": 3},
            {"code": "INTERNAL_ERROR"},
            {"body": "", "status": 520},
        ],
        ids=str,
    )
    def test_a_read_is_retried(self, call: Callable[..., Any], sandbox: Sandbox, fault: dict[str, Any]) -> None:
        """Until it succeeds or the attempts are used up."""
        sandbox.inject_fault("get_mass_update_status", **fault, times=3)
        assert call(get_mass_update_status, "Accounts", client=client(sandbox), **JOB).data
        assert sandbox.journal.count("get_mass_update_status") == 4

        sandbox.inject_fault("get_mass_update_status", **fault, times=5)
        with pytest.raises((errors.TransportError, errors.UnexpectedResponse, errors.ApiError)):
            call(get_mass_update_status, "Accounts", client=client(sandbox), **JOB)
        assert sandbox.journal.count("get_mass_update_status") == 8

    @pytest.mark.parametrize("name", STEPS)
    @pytest.mark.parametrize("form", ["seconds", "date"])
    def test_retry_after_is_waited_for(self, call: Callable[..., Any], sandbox: Sandbox, name: str, form: str) -> None:
        """A submission is retried too, because it had no effect."""
        operation, arguments = STEPS[name]
        at = datetime.fromtimestamp(int(sandbox.clock.now()) + 31, UTC).isoformat()
        sandbox.inject_fault(name, kind="too_many_requests", retry_after=30 if form == "seconds" else at)
        crm = client(sandbox)
        assert call(operation, "Accounts", client=crm, **arguments).data
        clock = crm._session.clock
        assert isinstance(clock, VirtualClock)
        assert 30 <= sum(clock.slept) <= 32
        assert sandbox.journal.count(name) == 2

    @pytest.mark.parametrize("name", STEPS)
    def test_a_retry_after_that_is_too_long_is_raised(
        self, call: Callable[..., Any], sandbox: Sandbox, name: str
    ) -> None:
        operation, arguments = STEPS[name]
        sandbox.inject_fault(name, kind="too_many_requests", retry_after=61)
        with pytest.raises(errors.TooManyRequestsError):
            call(operation, "Accounts", client=client(sandbox), **arguments)
        assert sandbox.journal.count(name) == 1

    def test_nothing_is_retried_without_a_policy(self, call: Callable[..., Any], sandbox: Sandbox) -> None:
        sandbox.inject_fault("get_mass_update_status", kind="bad_gateway")
        with pytest.raises(errors.UnexpectedResponse):
            call(get_mass_update_status, "Accounts", client=client(sandbox, retry=None), **JOB)
        assert sandbox.journal.count("get_mass_update_status") == 1

    def test_a_submission_without_a_connection_is_retried(self, call: Callable[..., Any]) -> None:
        """It was not sent, so the error is not SubmissionUncertain."""
        attempts: list[str] = []

        def refuse(request: httpx.Request) -> httpx.Response:
            attempts.append(request.method)
            raise httpx.ConnectError("refused", request=request)

        class Impatient(Clock):
            def sleep(self, seconds: float) -> None:
                assert seconds >= 0

            async def sleep_asyncio(self, seconds: float) -> None:
                self.sleep(seconds)

        transport = httpx.MockTransport(refuse)
        crm = Client(
            AccessToken("t"),
            http_client=httpx.Client(transport=transport),
            async_http_client=httpx.AsyncClient(transport=transport),
            clock=Impatient(),
        )
        with pytest.raises(
            errors.TransportError, match=r"^schedule_mass_update: POST https:.*: ConnectError: refused$"
        ) as caught:
            call(schedule_mass_update, "Accounts", client=crm, body=BODY)
        assert attempts == ["POST"] * 4
        assert not caught.value.sent
        assert isinstance(caught.value.__cause__, httpx.ConnectError)


def test_the_real_clock() -> None:
    """The clock that tests replace sleeps and tells the time."""
    clock = Clock()
    before = clock.monotonic(), clock.time()
    clock.sleep(0.001)
    asyncio.run(clock.sleep_asyncio(0.001))
    assert clock.monotonic() - before[0] >= 0.002
    assert clock.time() > before[1] - 1
    assert 0 <= clock.random() < 1


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
