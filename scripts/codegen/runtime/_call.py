"""How a call is made and its answer understood, the same for every operation."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import quote

import httpx
from attrs import field, frozen

from ._errors import ApiError, JobNotFound, TransportError, UnexpectedResponse, ZohoCRMError
from ._json import DecodeError, encode
from .types import Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ._json import Decoder
    from .client import Client


@frozen
class Reply:
    """What an answer with one status may be.

    Attributes:
        success: Reads the body of a success; None if the status is for errors only.
        codes: The error codes that the document has for this status.
        oauth: Whether an error is in the form of the accounts server, with its code in ``error``.
        wrapped: Reads a body whose errors are in ``data``, as that of the call or of each record.
        empty: The code that an empty body stands for.
        absent: Whether an answer without a body says that there is no such job.
        nothing: Whether an answer without a body is a success.
        binary: Whether the body of a success is not JSON but bytes.
    """

    success: Decoder[Any] | None = None
    codes: Sequence[str] = ()
    oauth: bool = False
    wrapped: Decoder[Any] | None = None
    empty: str | None = None
    absent: bool = False
    nothing: bool = False
    binary: bool = False


@frozen
class Operation:
    """What the document says of an operation.

    Attributes:
        operation_id: Its name.
        method: Its HTTP method.
        path: Its path, with parameters in braces.
        versions: The versions of the API that have it; empty where the path fixes the version.
        replies: What each documented status means.
        host: Where it is: the variable of its server.
        authenticated: Whether it needs an access token.
        content: How its body is sent: ``json``, ``data`` for a form, ``files`` for a multipart form.
    """

    operation_id: str
    method: str
    path: str
    versions: Sequence[str]
    replies: Mapping[int, Reply] = field(repr=False)
    host: str = "api_domain"
    authenticated: bool = True
    content: str = "json"


def call(operation: Operation, client: Client, **arguments: Any) -> Response[Any]:
    """Makes a call.

    Args:
        operation: What to call.
        client: What to call it with.
        **arguments: ``path``, ``query``, ``headers`` and ``body``, as ``build`` takes them.

    Returns:
        The answer.

    Raises:
        ValueError: An argument is wrong.
        TransportError: No answer came.
        UnexpectedResponse: The answer has a status that is not documented.
    """
    request = build(operation, client, **arguments)
    try:
        response = client.request(**request)
    except httpx.RequestError as error:
        raise _no_answer(operation, error) from error
    return understand(operation, response)


async def acall(operation: Operation, client: Client, **arguments: Any) -> Response[Any]:
    """Makes a call as ``call`` does, without blocking."""
    request = build(operation, client, **arguments)
    try:
        response = await client.arequest(**request)
    except httpx.RequestError as error:
        raise _no_answer(operation, error) from error
    return understand(operation, response)


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
    *,
    path: Mapping[str, Any],
    query: Mapping[str, Any],
    headers: Mapping[str, Any],
    body: Any,
) -> dict[str, Any]:
    """Makes the request of a call.

    Args:
        operation: What to call.
        client: Where it goes.
        path: The path parameters, without the version.
        query: The query parameters.
        headers: The header parameters.
        body: The model to send, or ``UNSET``.

    Returns:
        The request, as ``httpx.Client.request`` takes it.

    Raises:
        ValueError: The operation does not have the client's version, or a path parameter cannot be part of a path.
    """
    segments = {name: str(value) for name, value in path.items()}
    for name, value in segments.items():
        if value in ("", ".", ".."):
            raise ValueError(f"{name}: {value!r}: expected text that can be part of a path")
    if operation.versions:
        if client.version not in operation.versions:
            expected = ", ".join(operation.versions)
            raise ValueError(f"version: {client.version!r}: {operation.operation_id} has {expected}")
        segments["version"] = client.version
    request: dict[str, Any] = {
        "method": operation.method,
        "url": client.url_of(operation.host)
        + operation.path.format_map({name: quote(value, safe="") for name, value in segments.items()}),
        "params": {name: str(value) for name, value in query.items() if not isinstance(value, Unset)},
        "headers": {name: str(value) for name, value in headers.items() if not isinstance(value, Unset)},
    }
    if not isinstance(body, Unset):
        request[operation.content] = encode(body)
    if not operation.authenticated:
        request["auth"] = None
    return request


def understand(operation: Operation, response: httpx.Response) -> Response[Any]:
    """Reads an answer as the document says.

    Args:
        operation: What was called.
        response: The answer.

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
    try:
        if reply.absent:
            problem = JobNotFound(operation.operation_id, response, "there is no such job")
        elif reply.binary:
            parsed = response.content
        elif not reply.nothing:
            parsed, problem = _read(operation, response, reply)
    except DecodeError as error:
        problem = _unexpected(operation, response, str(error))
    return Response(
        status_code=response.status_code,
        headers=response.headers,
        content=response.content,
        parsed=parsed,
        problem=problem,
    )


def _json(response: httpx.Response) -> Any:
    try:
        return response.json(parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise DecodeError("JSON", response.text) from None


def _no_constant(name: str) -> NoReturn:
    """Refuses NaN and Infinity, which Python reads and JSON does not have."""
    raise ValueError(name)


def _read(operation: Operation, response: httpx.Response, reply: Reply) -> tuple[Any, ApiError | None]:
    """Returns the model of a body and, if it is an error, the exception that carries it."""
    if not response.content and reply.empty:
        body: Any = {"code": reply.empty, "details": {}, "message": "", "status": "error"}
    else:
        body = _json(response)
    source, where = _error_in(body, reply)
    if source is None:
        if reply.success is None:
            raise DecodeError("an error", body)
        return reply.success(body), None
    from . import errors  # not above, so that calls without errors do not load it

    try:
        error = errors.of(operation.operation_id, response, source)
    except DecodeError as wrong:
        raise wrong.at(where) from None
    # A code that is documented, but not here, is a typed error all the same; its model is not one of this answer's.
    if error.code not in reply.codes:
        return None, error
    reader = reply.wrapped or reply.success
    return (error.body if source is body or reader is None else reader(body)), error


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
    return UnexpectedResponse(operation.operation_id, response, f"{phrase} ({kind}, {size} bytes): {reason}".strip())


def _no_answer(operation: Operation, error: httpx.RequestError) -> TransportError:
    return TransportError(operation.operation_id, f"{type(error).__name__}: {error}")
