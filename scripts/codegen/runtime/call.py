"""The call of an operation: building the request, sending and retrying it, and handing on the parsed response.

A call is a generator (``Flow``) that yields requests and delays and receives their outcomes. It does no input or
output, so ``sync`` and ``asyncio`` share it: ``Session.run`` runs it for one, ``Session.run_asyncio`` for the other.
"""

from __future__ import annotations

import logging
import math
import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import quote, urlencode

import httpx

from .codec import DecodeError, WrongConstantError, encode
from .errors import ApiError, RequestLine, SubmissionUncertain, TransportError, UnexpectedResponse
from .flow import Send, Sleep
from .loader import load
from .responses import parse_response
from .retries import RENEWING, is_repeatable, retry_after, was_sent
from .transport.deadline import limits, seconds_left
from .types import Response, ZohoCRMError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .client import BaseClient, Session
    from .flow import Flow, Outcome
    from .operation import Operation
    from .retries import RetryPolicy

LOGGER = logging.getLogger("zoho_crm_jobs")
LOGGER.addHandler(logging.NullHandler())  # silent unless the program configures logging
_url = lru_cache(maxsize=256)(httpx.URL)  # parsing a URL takes as long as parsing a response, and polls repeat theirs
_pattern = lru_cache(maxsize=None)(re.compile)
_RETRYABLE_FROM = 429
"""The lowest status that may be retried, "too many requests". It proves that nothing happened, whatever the body."""
_SERVER_ERROR = 500


def call(operation: Operation, client: BaseClient, **arguments: Any) -> Response[Any]:
    """Call an operation. ``arguments`` are those of ``build``; errors are those of ``call_flow``."""
    session = client._session
    return session.run(call_flow(operation, session, build(operation, session, session.http(), **arguments)))


async def call_asyncio(operation: Operation, client: BaseClient, **arguments: Any) -> Response[Any]:
    """Call an operation as ``call`` does, without blocking."""
    session = client._session
    request = build(operation, session, session.http_asyncio(), **arguments)
    return await session.run_asyncio(call_flow(operation, session, request))


def organization_of(client: BaseClient) -> str:
    """Return the organization of a client. Raise ValueError if it has none."""
    organization = client._session.organization
    if organization is None:
        raise ValueError(
            "organization: None: expected the organization's id: pass organization= to the client, "
            "or set ZOHO_CRM_ORGANIZATION"
        )
    return organization


def check(operation: Operation, given: Mapping[str, Any], body: Any = None) -> None:
    """Check the parameters and the body of a request. Raise ValueError if one is not as documented."""
    for name, (pattern, words) in operation.patterns.items():
        value = given.get(name)
        if value is not None and not _pattern(pattern).fullmatch(str(value)):
            raise ValueError(f"{name}: {str(value)!r}: expected {words}")
    if body is None:
        return
    sent = encode(body)
    mismatches = []
    for model in operation.bodies:
        try:
            load("models", model).from_dict(sent)
        except DecodeError as mismatch:
            mismatches.append(mismatch)
        else:
            return
    nearest = max(mismatches, key=lambda mismatch: (not isinstance(mismatch, WrongConstantError), len(mismatch.path)))
    found = f"{nearest.found}: " if operation.authenticated else ""  # the others are about secrets
    raise ValueError(f"{nearest.place or 'the body'}: {found}expected {nearest.expected}")


def build(
    operation: Operation,
    session: Session,
    http: httpx.Client | httpx.AsyncClient,
    *,
    path: Mapping[str, Any],
    query: Mapping[str, Any] = MappingProxyType({}),
    headers: Mapping[str, Any] = MappingProxyType({}),
    body: Any = None,
    timeout: float | httpx.Timeout | None = None,
    extra: Mapping[str, str] | None = None,
    within: float = math.inf,
) -> httpx.Request:
    """Build the request of a call.

    Args:
        operation: The operation to call.
        session: The session that provides the URL and the defaults.
        http: The httpx client that will send the request.
        path: The path parameters; ``version`` only if it differs from the client's.
        query: The query parameters.
        headers: The documented header parameters.
        body: The model or JSON object to send; None if there is none.
        timeout: The limit on the call as a whole, in seconds, or on its phases; None uses the client's.
        within: A limit on the call as a whole in addition, in seconds.
        extra: Extra headers, sent in addition to the client's.

    Raises:
        ValueError: The operation does not exist in the client's version, or a path parameter does not fit in a path.
    """
    segments: dict[str, str] = {"version": session.version}
    for name, value in path.items():
        text = str(value)
        if text in ("", ".", ".."):
            raise ValueError(f"{name}: {text!r}: expected text that is not empty, '.' or '..', as part of the path")
        segments[name] = quote(text, safe="")
    version = segments["version"]
    if operation.versions and version not in operation.versions:
        expected = ", ".join(operation.versions)
        raise ValueError(f"version: {version!r}: {operation.operation_id} exists in {expected}")
    url = session.url_of(operation.host) + operation.path.format_map(segments)
    given = {name: str(value) for name, value in query.items() if value is not None}
    merged = session.headers
    if headers or extra:
        merged = merged.copy()
        merged.update({name: str(value) for name, value in headers.items() if value is not None})
        merged.update(extra)
    return http.build_request(
        operation.method,
        _url(f"{url}?{urlencode(given, quote_via=quote)}" if given else url),
        headers=merged,
        extensions={
            **session.extensions(operation.host),
            **limits(session.timeout if timeout is None else timeout, within, session.clock),
        },
        **({} if body is None else {operation.content: encode(body)}),
    )


def call_flow(
    operation: Operation, session: Session, request: httpx.Request, sink: BinaryIO | None = None
) -> Flow[Response[Any]]:
    """Send a request, retry it where that is harmless, and parse the response.

    Args:
        operation: The operation that is called.
        session: The session of the client that it is called with.
        request: The request, as ``build`` made it.
        sink: The file that takes the body of a success as it arrives; None keeps the body in memory.

    Raises:
        TransportError: No response arrived.
        UnexpectedResponse: The response has an undocumented status.
        SubmissionUncertain: One of these, after a request that may have taken effect.
        ZohoCRMError: No access token is available, for any reason.
    """
    raw = yield from _attempts(operation, session, request, sink)
    try:
        response = parse_response(operation, raw, streamed=sink is not None)
    except UnexpectedResponse as error:
        marked = _mark_uncertain(operation, error)
        raise marked from marked.__cause__
    if response.error is not None:
        response.error = _mark_uncertain(operation, response.error)
    return response


def _attempts(
    operation: Operation, session: Session, request: httpx.Request, sink: BinaryIO | None
) -> Flow[httpx.Response]:
    """Send a request until it succeeds or the retry policy gives up."""
    send = Send(request, session.auth if operation.authenticated else None, sink)
    clock = session.clock
    begun = clock.monotonic()
    attempt = 1
    while True:
        outcome = yield from _send_once(operation, session, send, begun)
        if isinstance(outcome, httpx.Response) and outcome.status_code < _RETRYABLE_FROM:
            return outcome
        spent = clock.monotonic() - begun
        delay = _retry_delay(
            session.retry, request, outcome, attempt=attempt, spent=spent, now=clock.time(), random=clock.random()
        )
        if delay is None or delay >= seconds_left(request):
            break
        why = outcome.status_code if isinstance(outcome, httpx.Response) else type(outcome).__name__
        LOGGER.info("%s: %s, retry in %.1f s", operation.operation_id, why, delay)
        yield Sleep(delay)
        attempt += 1
        request.extensions.pop(RENEWING, None)
        request.headers.pop("Authorization", None)  # hooks must not see it, and the token may have to be another one
    if isinstance(outcome, httpx.Response):
        return outcome
    raise _to_error(operation, request, outcome)


def _send_once(operation: Operation, session: Session, send: Send, begun: float) -> Flow[Outcome]:
    """Send a request, call the hooks and log the response."""
    for hook in session.on_request:
        hook(send.request)
    outcome: Outcome = yield send
    if isinstance(outcome, httpx.Response):
        for on_response in session.on_response:
            on_response(outcome)
        if LOGGER.isEnabledFor(logging.INFO):
            spent = session.clock.monotonic() - begun
            LOGGER.info("%s: %d, %.3f s", operation.operation_id, outcome.status_code, spent)
    return outcome


def _retry_delay(
    policy: RetryPolicy | None,
    request: httpx.Request,
    outcome: Outcome,
    *,
    attempt: int,
    spent: float,
    now: float,
    random: float,
) -> float | None:
    """Return the seconds before the next attempt; None if there is none."""
    if policy is None or not is_repeatable(request, outcome):
        return None
    headers = getattr(outcome, "headers", httpx.Headers())
    return policy.delay(attempt, spent, retry_after(headers, now), random)


def _to_error(operation: Operation, request: httpx.Request, outcome: Exception) -> ZohoCRMError:
    """Return the error to raise if no response arrived."""
    if isinstance(outcome, ZohoCRMError):
        return outcome
    failed = getattr(outcome, "_request", None) or request  # the token request before it, or the request itself
    error = TransportError(
        operation.operation_id,
        f"{type(outcome).__name__}: {outcome}",
        request=RequestLine.of(failed),
        sent=was_sent(request, outcome),
    )
    error.__cause__ = outcome
    _drop_tracebacks(outcome)
    return _mark_uncertain(operation, error)


def _drop_tracebacks(error: BaseException | None) -> None:
    """Clear the traceback of an exception and of its whole cause and context chain.

    The frames of httpx hold what was sent and received, tokens included, and error reporters show their variables. The
    types and messages that remain say what went wrong.
    """
    if error is not None and error.__traceback__ is not None:
        error.__traceback__ = None
        _drop_tracebacks(error.__cause__)
        _drop_tracebacks(error.__context__)


def _mark_uncertain(operation: Operation, error: ZohoCRMError) -> ZohoCRMError:
    """Wrap an error in ``SubmissionUncertain`` if the request may have taken effect."""
    if operation.method == "GET":
        return error
    if isinstance(error, TransportError):
        uncertain = error.sent
    else:
        documented = isinstance(error, ApiError) and error.status_code < _SERVER_ERROR
        uncertain = not documented and getattr(error, "status_code", None) != _RETRYABLE_FROM
    return SubmissionUncertain(operation.operation_id, error) if uncertain else error
