"""Serves the paths of the document: Zoho's checks in Zoho's order, then the handler, then the answer's headers."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from starlette.requests import ClientDisconnect, Request

from zoho_crm_sandbox.call import MAX_BODY, Call, Response, ZohoError
from zoho_crm_sandbox.contract import ContractError, with_details
from zoho_crm_sandbox.platform import checks, headers
from zoho_crm_sandbox.platform.faults import NO_BODY, NO_FAULT, Fault, RawResponse, drop, wait
from zoho_crm_sandbox.platform.journal import JournalEntry
from zoho_crm_sandbox.state.oauth import ANONYMOUS
from zoho_crm_sandbox.systems import SYSTEMS
from zoho_crm_sandbox.systems.effects import apply_due

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from zoho_crm_sandbox.app import Sandbox
    from zoho_crm_sandbox.contract import Operation
    from zoho_crm_sandbox.state.oauth import Token

log = logging.getLogger("zoho_crm_sandbox")

HANDLERS = {operation_id: handler for system in SYSTEMS for operation_id, handler in system.handlers.items()}

UNKNOWN_PATH = "INVALID_URL_PATTERN"
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


async def _read(request: Request) -> bytes:
    """Reads a body to its end, and keeps no more of it than can be of use."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk[: MAX_BODY + 1 - len(body)]
    return bytes(body)


@dataclass(slots=True)
class _Visit:
    """A request on its way through the checks, and what they have found out about it so far."""

    method: str
    headers: dict[bytes, bytes]
    query: bytes
    now: float
    errors: Operation  # whose errors it is answered
    operations: dict[str, Operation] = field(default_factory=dict)  # at its path
    parameters: dict[str, str] = field(default_factory=dict)  # in its path
    body: bytes = b""
    operation: Operation | None = None
    token: Token | None = None
    fault: Fault = NO_FAULT
    admitted: str | None = None  # the organization, once the call counts as one of it that is under way

    def header(self, name: bytes) -> str:
        return self.headers.get(name, b"").decode("latin-1")


class _Reply(NamedTuple):
    status: int
    headers: dict[bytes, bytes]
    body: bytes


class Api:
    """Everything that the document describes, and the answer to everything that it does not.

    Args:
        sandbox: The sandbox.

    Raises:
        ContractError: The document has an operation that has no handler.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        unknown = sandbox.document.operations.keys() - HANDLERS.keys()
        if unknown:
            names = ", ".join(sorted(unknown))
            raise ContractError(f"no system has a handler for these operations of the document: {names}")
        # Each operation of the api domain declares the platform's errors, so that any stands for all where none is
        # called, or where it is called on the accounts server.
        self._any_operation = next(
            operation for operation in sandbox.document.operations.values() if operation.declares_code(UNKNOWN_PATH)
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one HTTP request, as ASGI has it."""
        method, path, query = scope["method"], scope["path"], scope["query_string"]
        visit = _Visit(method, dict(scope["headers"]), query, self._sandbox.clock.now(), self._any_operation)
        found = self._sandbox.document.find(path)
        if found:
            visit.operations, visit.parameters = found
            operation = visit.operations.get(method)
            try:
                visit.body = await _read(Request(scope, receive)) if operation and operation.takes_body else b""
            except ClientDisconnect:
                return
        try:
            await self._serve(visit, scope, receive, send)
        finally:
            if visit.admitted is not None:
                self._sandbox.limits.leave(visit.admitted)

    async def _serve(self, visit: _Visit, scope: Scope, receive: Receive, send: Send) -> None:
        method, path, query = scope["method"], scope["path"], scope["query_string"]
        with self._sandbox.state.lock:
            apply_due(self._sandbox.state, visit.now)
            reply = self._reply(visit, path)
        operation_id = visit.operation.id if visit.operation else None
        fault = visit.fault
        status = None if fault.lost else reply.status
        self._sandbox.journal.append(
            JournalEntry(method, path, query.decode("latin-1"), operation_id, status, visit.now)
        )
        if fault.delay:
            await wait(scope, fault.delay)
        if fault.lost:
            await drop(scope, receive)
            return
        body = reply.body[: int(len(reply.body) * fault.kept)]
        sent = list(reply.headers.items())
        if reply.status not in NO_BODY:
            sent.append((b"content-length", b"%d" % len(body)))
        await send({"type": "http.response.start", "status": reply.status, "headers": sent})
        await send({"type": "http.response.body", "body": body})

    def _reply(self, visit: _Visit, path: str) -> _Reply:
        try:
            try:
                return self._write(visit, self._answer(visit))
            except ZohoError as refusal:
                return self._refuse(visit, refusal)
        except Exception as error:
            if isinstance(error, ContractError) and self._sandbox.validate_responses:
                raise
            log.exception("%s %s", visit.method, path)
            return self._refuse(visit, ZohoError("INTERNAL_ERROR"))

    def _answer(self, visit: _Visit) -> Response | RawResponse:
        state = self._sandbox.state
        checks.check_host(visit.header(b"host"), visit.operations.values())
        if not visit.operations:
            raise ZohoError(UNKNOWN_PATH)
        # What sends a body to a place that takes none is told so by the operation there that takes one.
        nearest = visit.operations.get("POST" if visit.method in ("PUT", "PATCH") else "GET")
        visit.errors = nearest or next(iter(visit.operations.values()))
        version, module = visit.parameters.get("version"), visit.parameters.get("module_api_name")
        checks.check_version_exists(self._sandbox.document.versions, version)
        operation = visit.operation = visit.operations.get(visit.method)
        if operation is None:
            raise ZohoError("INVALID_REQUEST_METHOD")
        visit.errors = operation
        fault = visit.fault = self._sandbox.faults.take(operation.id)
        if isinstance(fault.instead, ZohoError):
            raise fault.instead.with_traceback(None)  # it may be raised a million times
        if fault.instead:
            return fault.instead
        storage_name, token = "", ANONYMOUS
        if not operation.open:
            token = visit.token = checks.authenticate(visit.header(b"authorization"), state, visit.now)
            self._sandbox.limits.admit(token.organization, operation.id, visit.now)
            visit.admitted = token.organization
            checks.check_scope(operation, module or checks.module_in_body(operation, visit.body), token)
            checks.check_version(operation, version)
            if module:
                storage_name = checks.find_module(operation, module, state.of(token.organization)).storage_name
        parameters = checks.read_parameters(operation, visit.parameters, visit.query, visit.headers)
        call = Call(operation, state, token, visit.now, parameters, storage_name, visit.body, visit.headers)
        return HANDLERS[operation.id](call)

    def _refuse(self, visit: _Visit, refusal: ZohoError) -> _Reply:
        if visit.errors.open and not visit.errors.declares_code(refusal.code):
            visit.errors = self._any_operation  # the accounts server has no words of its own for what is the platform's
        example = visit.errors.error(refusal.code, refusal.status, refusal.case)
        answer = Response(with_details(example.body, refusal.details, refusal.message), example.status, refusal.headers)
        return self._write(visit, answer, refusal.code)

    def _write(self, visit: _Visit, answer: Response | RawResponse, code: str | None = None) -> _Reply:
        if isinstance(answer, RawResponse):
            return _Reply(answer.status, {b"server": b"ZGS", b"content-type": answer.content_type}, answer.body)
        sent = {**headers.usual(answer.status, code, visit.token, visit.now), **answer.headers}
        if visit.token:
            sent |= self._sandbox.limits.headers(visit.token.organization, visit.now)
        body = b""
        if answer.body is None:
            del sent[b"content-type"]
        elif isinstance(answer.body, bytes):
            body = answer.body
        else:
            body = ENCODER.encode(answer.body).encode()
        if self._sandbox.validate_responses:
            visit.errors.check_response(answer.status, sent.get(b"content-type", b"").decode(), answer.body)
        return _Reply(answer.status, sent, body)
