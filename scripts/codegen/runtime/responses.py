"""The parser of responses: a model, or the error that the response means, as the document says."""

from __future__ import annotations

import json
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NoReturn

from .codec import DecodeError, either
from .errors import ApiError, JobNotFound, UnexpectedResponse
from .loader import load
from .operation import Reply
from .types import Response, ZohoCRMError

if TYPE_CHECKING:
    import httpx

    from .codec import Decoder
    from .operation import Operation


def raise_for_error(response: Response[Any]) -> Any:
    """Return the model of a success. Raise the error of any other response."""
    if response.error is not None:
        raise response.error
    return response.parsed


def parse_response(operation: Operation, response: httpx.Response, *, streamed: bool = False) -> Response[Any]:
    """Parse a response as the document says. ``streamed`` is True if the body of a success was written to a file.

    Raise UnexpectedResponse if the status is not documented; any other error is in the result.
    """
    status = response.status_code
    reply = Reply() if status in operation.errors else operation.replies.get(status)
    if reply is None:
        raise _unexpected(operation, response, "the status is not documented")
    parsed: Any = None
    error: ZohoCRMError | None = None
    body: Any = None
    content = b"" if streamed and reply.binary else response.content
    try:
        if reply.means_not_found:
            error = JobNotFound(operation.operation_id, response)
        elif reply.binary:
            parsed = content
        elif not reply.no_content:
            body = _load_body(response, reply)
            parsed, error = _parse_body(operation, response, reply, body)
    except DecodeError as mismatch:
        error = _unexpected(operation, response, str(mismatch))
    except Exception as defect:
        error = _unexpected(operation, response, type(defect).__name__)
    return Response(response.status_code, response.headers, content, parsed, error, body)


def _load_body(response: httpx.Response, reply: Reply) -> Any:
    """Return the JSON of a body. Raise DecodeError if the body is not JSON."""
    if not response.content and reply.empty_body_code:
        return {"code": reply.empty_body_code, "details": {}, "message": "", "status": "error"}
    try:
        return json.loads(response.content, parse_constant=_reject_constant)
    except (ValueError, RecursionError):
        raise DecodeError("JSON", "") from None


def _reject_constant(name: str) -> NoReturn:
    """Reject NaN and Infinity, which Python accepts and JSON does not have."""
    raise ValueError(name)


@cache
def _decoder(models: tuple[str, ...]) -> Decoder[Any]:
    """Return a decoder that accepts any of the given models."""
    decoders = [load("models", name).from_dict for name in models]
    return decoders[0] if len(decoders) == 1 else either(*decoders)


def _parse_body(operation: Operation, response: httpx.Response, reply: Reply, body: Any) -> tuple[Any, ApiError | None]:
    """Return the model of a body, None for a single error, and the exception if the body means one."""
    source, where = _error_in(body, reply)
    if source is None:
        if not reply.success:
            raise DecodeError("an error", body)
        return _decoder(reply.success)(body), None
    try:
        error: ApiError = load("errors", "of")(operation.operation_id, response, source)
    except DecodeError as mismatch:
        raise mismatch.at(where) from None
    # The model of a list of errors fits only the codes that the document lists for it.
    models = (reply.error_list_model,) if reply.error_list_model else reply.success
    listed = source is not body and error.code in reply.item_codes
    return (_decoder(models)(body) if listed else None), error


def _error_in(body: Any, reply: Reply) -> tuple[Any, str]:
    """Return the error in a body and its place: the body itself, or the first item of ``data`` if all are errors."""
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
    except ValueError:  # such as 520, which is no standard status
        phrase = ""
    kind = response.headers.get("Content-Type", "no content type")
    size = len(response.content)
    text = f"{phrase} ({kind}, {size} bytes): {reason}".strip()
    return UnexpectedResponse(operation.operation_id, text, response, response.request)
