"""How a call is made and its answer understood, the same for every operation.

A call is a generator that yields what it needs done, a request or a delay, and gets what came of it. It does no input
or output itself, so that ``sync`` and ``asyncio`` share all of it and differ in who does what it asks for:
``Client.run`` or ``Client.run_asyncio``.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Generator
from functools import cache, lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, NoReturn, TypeVar
from urllib.parse import quote, urlencode

import httpx

from . import retries
from .codec import DecodeError, either, encode
from .errors import (
    ApiError,
    JobNotFound,
    SubmissionUncertain,
    TransportError,
    UnexpectedResponse,
    ZohoCRMError,
    _AnswerError,
)
from .types import UNSET, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .client import Client
    from .codec import Decoder
    from .operation import Operation, Reply

T = TypeVar("T")
LOGGER = logging.getLogger("zoho_crm_jobs")
LOGGER.addHandler(logging.NullHandler())  # silent unless the program says otherwise
_url = lru_cache(maxsize=256)(httpx.URL)  # to parse one takes as long as to read an answer, and polls repeat theirs
_TROUBLE = 429
"""The lowest status after which a call may be made again."""


class Send(NamedTuple):
    """A request to make.

    Attributes:
        request: The request.
        auth: How to authenticate it, None if it needs no token.
        sink: Where the body of a success goes as it comes; None to keep it in memory.
    """

    request: httpx.Request
    auth: httpx.Auth | None
    sink: BinaryIO | None = None


class Sleep(NamedTuple):
    """A delay.

    Attributes:
        seconds: How long.
    """

    seconds: float


Outcome = httpx.Response | httpx.RequestError | ZohoCRMError
"""What came of a request: an answer, or why there is none."""
Steps = Generator[Send | Sleep, Any, T]
"""Yields what it needs done, is sent the outcome of each request, and returns what it all comes to."""


def call(operation: Operation, client: Client, **arguments: Any) -> Response[Any]:
    """Makes a call.

    Args:
        operation: What to call.
        client: What to call it with.
        **arguments: ``path``, ``query``, ``headers``, ``body``, ``timeout`` and ``extra``, as ``build`` takes them.

    Returns:
        The answer.

    Raises:
        ValueError: An argument is wrong.
        TransportError: No answer came.
        UnexpectedResponse: The answer has a status that is not documented.
        SubmissionUncertain: The same, after a request that may have had its effect.
    """
    return client.run(steps(operation, client, build(operation, client, client.http(), **arguments)))


async def acall(operation: Operation, client: Client, **arguments: Any) -> Response[Any]:
    """Makes a call as ``call`` does, without blocking."""
    request = build(operation, client, client.http_asyncio(), **arguments)
    return await client.run_asyncio(steps(operation, client, request))


def unwrap(response: Response[Any]) -> Any:
    """Returns the body of a success.

    Args:
        response: The answer.

    Returns:
        The model.

    Raises:
        ZohoCRMError: The answer is not a success.
    """
    if response.problem is not None:
        raise response.problem
    return response.parsed


def build(
    operation: Operation,
    client: Client,
    http: httpx.Client | httpx.AsyncClient,
    *,
    path: Mapping[str, Any],
    query: Mapping[str, Any],
    headers: Mapping[str, Any],
    body: Any = UNSET,
    timeout: float | httpx.Timeout | None = None,
    extra: Mapping[str, str] | None = None,
) -> httpx.Request:
    """Makes the request of a call.

    Args:
        operation: What to call.
        client: Where it goes.
        http: What it will be sent with.
        path: The path parameters, the version only if it is not the client's.
        query: The query parameters.
        headers: The header parameters.
        body: The model to send, or ``UNSET``.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        extra: Headers beside the client's.

    Returns:
        The request.

    Raises:
        ValueError: The operation does not have the client's version, or a path parameter cannot be part of a path.
    """
    segments: dict[str, str] = {"version": client.version}
    for name, value in path.items():
        text = str(value)
        if text in ("", ".", ".."):
            raise ValueError(f"{name}: {text!r}: expected text that can be part of a path")
        segments[name] = quote(text, safe="")
    version = segments["version"]
    if operation.versions and version not in operation.versions:
        expected = ", ".join(operation.versions)
        raise ValueError(f"version: {version!r}: {operation.operation_id} has {expected}")
    url = client.url_of(operation.host) + operation.path.format_map(segments)
    given = {name: str(value) for name, value in query.items() if not isinstance(value, Unset)}
    merged = client.headers
    if headers or extra:
        merged = merged.copy()
        merged.update({name: str(value) for name, value in headers.items() if not isinstance(value, Unset)})
        merged.update(extra)
    return http.build_request(
        operation.method,
        _url(f"{url}?{urlencode(given, quote_via=quote)}" if given else url),
        headers=merged,
        timeout=client.timeout if timeout is None else timeout,
        extensions=client.extensions(operation.host),
        **({} if isinstance(body, Unset) else {operation.content: encode(body)}),
    )


def steps(
    operation: Operation, client: Client, request: httpx.Request, sink: BinaryIO | None = None
) -> Steps[Response[Any]]:
    """Makes a call, again where that can do no harm, and understands its answer.

    Args:
        operation: What is called.
        client: What it is called with.
        request: The request, as ``build`` made it.
        sink: Where the body of a success goes as it comes; None to keep it in memory.

    Returns:
        The answer.

    Raises:
        TransportError: No answer came.
        UnexpectedResponse: The answer has a status that is not documented.
        SubmissionUncertain: The same, after a request that may have had its effect.
        ZohoCRMError: There is no token, whatever the reason.
    """
    response = yield from _attempts(operation, client, request, sink)
    try:
        answer = understand(operation, response, streamed=sink is not None)
    except UnexpectedResponse as error:
        judged = _judged(operation, error)
        raise judged from judged.__cause__
    if answer.problem is not None:
        answer.problem = _judged(operation, answer.problem)
    return answer


def _attempts(
    operation: Operation, client: Client, request: httpx.Request, sink: BinaryIO | None
) -> Steps[httpx.Response]:
    send = Send(request, client.auth if operation.authenticated else None, sink)
    begun = client.clock.monotonic()
    attempt = 1
    while True:
        for hook in client.on_request:
            hook(request)
        outcome: Outcome = yield send
        if isinstance(outcome, httpx.Response):
            for look in client.on_response:
                look(outcome)
            if LOGGER.isEnabledFor(logging.INFO):
                spent = client.clock.monotonic() - begun
                LOGGER.info("%s: %d, %.3f s", operation.operation_id, outcome.status_code, spent)
            if outcome.status_code < _TROUBLE:
                return outcome
        delay = None
        if client.retry is not None and retries.repeatable(request, outcome):
            now = client.clock.monotonic()
            headers = getattr(outcome, "headers", httpx.Headers())
            asked = retries.retry_after(headers, client.clock.time())
            delay = client.retry.delay(attempt, now - begun, asked, client.clock.random())
        if delay is None:
            break
        why = outcome.status_code if isinstance(outcome, httpx.Response) else type(outcome).__name__
        LOGGER.info("%s: %s, once more in %.1f s", operation.operation_id, why, delay)
        yield Sleep(delay)
        attempt += 1
        request.headers.pop("Authorization", None)  # which the hooks shall not see, and may have to be another one
    if isinstance(outcome, httpx.Response):
        return outcome
    if isinstance(outcome, ZohoCRMError):
        raise outcome
    sent = retries.was_sent(request, outcome)
    error = TransportError(operation.operation_id, f"{type(outcome).__name__}: {outcome}", sent=sent)
    error.__cause__ = outcome
    _cut(outcome)
    raise _judged(operation, error)


def _cut(error: BaseException | None) -> None:
    """Cuts off where an error was raised, and all errors that it comes from.

    Those are frames of httpx and below, whose variables hold what was sent and received, tokens too, for tools that
    report the variables with the error. What is left, the kinds and messages, says what went wrong.
    """
    if error is not None and error.__traceback__ is not None:
        error.__traceback__ = None
        _cut(error.__cause__)
        _cut(error.__context__)


def _judged(operation: Operation, problem: ZohoCRMError) -> ZohoCRMError:
    """Returns a problem, or if it leaves open whether something happened the error that says so."""
    if operation.method == "GET":
        return problem
    if isinstance(problem, TransportError):
        uncertain = problem.sent
    else:
        refused = isinstance(problem, _AnswerError) and 400 <= problem.status_code < 500
        understood = isinstance(problem, ApiError) and problem.status_code < 400
        uncertain = not (refused or understood)
    return SubmissionUncertain(operation.operation_id, problem) if uncertain else problem


def understand(operation: Operation, response: httpx.Response, *, streamed: bool = False) -> Response[Any]:
    """Reads an answer as the document says.

    Args:
        operation: What was called.
        response: The answer.
        streamed: Whether the body of a success went elsewhere.

    Returns:
        The answer, with its model and what is wrong with it.

    Raises:
        UnexpectedResponse: The status is not documented.
    """
    reply = operation.replies.get(response.status_code)
    if reply is None:
        raise _unexpected(operation, response, "the status is not documented")
    parsed: Any = None
    problem: ZohoCRMError | None = None
    content = b"" if streamed and reply.binary else response.content
    try:
        if reply.means_not_found:
            problem = JobNotFound(operation.operation_id, "there is no such job", response)
        elif reply.binary:
            parsed = content
        elif not reply.no_content:
            parsed, problem = _read(operation, response, reply)
    except DecodeError as error:
        problem = _unexpected(operation, response, str(error))
    return Response(response.status_code, response.headers, content, parsed, problem)


def body_of(content: bytes) -> Any:
    """Returns what a body says.

    Args:
        content: The body.

    Raises:
        DecodeError: It is not JSON.
    """
    try:
        return json.loads(content, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise DecodeError("JSON", "") from None


@cache
def decoder(models: tuple[str, ...]) -> Decoder[Any]:
    """Returns what reads one of several models.

    Args:
        models: Their names.
    """
    from .. import models as package

    decoders = [getattr(package, name).from_dict for name in models]
    return decoders[0] if len(decoders) == 1 else either(*decoders)


def _no_constant(name: str) -> NoReturn:
    """Refuses NaN and Infinity, which Python reads and JSON does not have."""
    raise ValueError(name)


def _read(operation: Operation, response: httpx.Response, reply: Reply) -> tuple[Any, ApiError | None]:
    """Returns the model of a body and, if it is an error, the exception that carries it."""
    if not response.content and reply.empty_body_code:
        body: Any = {"code": reply.empty_body_code, "details": {}, "message": "", "status": "error"}
    else:
        body = body_of(response.content)
    source, where = _error_in(body, reply)
    if source is None:
        if not reply.success:
            raise DecodeError("an error", body)
        return decoder(reply.success)(body), None
    from .. import errors  # not above, so that calls without errors do not load it

    try:
        error = errors.of(operation.operation_id, response, source)
    except DecodeError as wrong:
        raise wrong.at(where) from None
    # A code that is documented, but not here, is a typed error all the same; its model is not one of this answer's.
    if error.code not in reply.codes:
        return None, error
    models = (reply.error_list_model,) if reply.error_list_model else reply.success
    return (decoder(models)(body) if models and source is not body else error.body), error


def _error_in(body: Any, reply: Reply) -> tuple[Any, str]:
    """Returns the error that a body is, or the first one in its ``data`` if nothing else is there, and where it is."""
    if _is_error(body, reply):
        return body, ""
    items = body.get("data") if isinstance(body, dict) else None
    if isinstance(items, list) and items and all(_is_error(item, reply) for item in items):
        return items[0], ".data[0]"
    return None, ""


def _is_error(body: Any, reply: Reply) -> bool:
    if not isinstance(body, dict):
        return False
    return body.get("status") == "error" or (reply.oauth and isinstance(body.get("error"), str))


def _unexpected(operation: Operation, response: httpx.Response, reason: str) -> UnexpectedResponse:
    try:
        phrase = HTTPStatus(response.status_code).phrase
    except ValueError:  # such as 520, which is no status of the standard
        phrase = ""
    kind = response.headers.get("Content-Type", "no content type")
    size = len(response.content)
    return UnexpectedResponse(operation.operation_id, f"{phrase} ({kind}, {size} bytes): {reason}".strip(), response)
