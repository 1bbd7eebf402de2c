"""Serves the paths of the document: Zoho's checks in Zoho's order, then the handler, then the response's headers."""

from __future__ import annotations

import contextlib
import json
import logging
from dataclasses import dataclass
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

    from zoho_crm_sandbox.clock import Clock
    from zoho_crm_sandbox.contract import Document, Operation
    from zoho_crm_sandbox.platform.faults import Faults
    from zoho_crm_sandbox.platform.journal import Journal
    from zoho_crm_sandbox.platform.limits import Limits
    from zoho_crm_sandbox.state.database import State
    from zoho_crm_sandbox.state.oauth import Token

log = logging.getLogger("zoho_crm_sandbox")

HANDLERS = {operation_id: handler for system in SYSTEMS for operation_id, handler in system.handlers.items()}
UNKNOWN_PATH = "INVALID_URL_PATTERN"
LINE_END = b"\n"
"""The platform's own errors are one byte longer than their JSON, as captured; which byte is inferred."""
UNTRUSTED = {b"content-security-policy": b"sandbox", b"x-content-type-options": b"nosniff"}
"""The headers of an injected body: a browser that shows it runs no script, and gives it an origin of its own."""
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def require_handlers(document: Document) -> None:
    """Raise ContractError if an operation of the document has no handler."""
    unknown = document.operations.keys() - HANDLERS.keys()
    if unknown:
        names = ", ".join(sorted(unknown))
        raise ContractError(f"no system has a handler for these operations of the document: {names}")


@dataclass(frozen=True, slots=True)
class World:
    """The parts of the sandbox that handle a request; ``local`` tells whether it serves only this machine."""

    document: Document
    clock: Clock
    state: State
    faults: Faults
    limits: Limits
    journal: Journal
    validate_responses: bool
    local: bool


class _Request(NamedTuple):
    """A request with the operations at its path by HTTP method, and the parameters in its path."""

    method: str
    path: str
    query: bytes
    headers: dict[bytes, bytes]
    now: float
    operations: dict[str, Operation]
    parameters: dict[str, str]
    body: bytes

    def header(self, name: bytes) -> str:
        return self.headers.get(name, b"").decode("latin-1")


class _Rendered(NamedTuple):
    status: int
    headers: dict[bytes, bytes]
    body: bytes


class Dispatcher:
    """The ASGI app that serves the operations of the document, and errors for all other paths."""

    def __init__(self, world: World) -> None:
        self._world = world
        # Each operation of the API domain declares the platform's errors; this one serves where no operation is called.
        self._any_operation = next(
            operation for operation in world.document.operations.values() if operation.declares(UNKNOWN_PATH)
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one HTTP request."""
        world = self._world
        method, query, now = scope["method"], scope["query_string"], world.clock.now()
        # The vendor's SDKs put a slash before a relative URL of a result.
        path = f"/{scope['path'].lstrip('/')}"
        operations, parameters = world.document.find(path) or ({}, {})
        operation, body = operations.get(method), b""
        if operation and operation.takes_body:
            try:
                body = await _read(Request(scope, receive))
            except ClientDisconnect:
                return
        request = _Request(method, path, query, dict(scope["headers"]), now, operations, parameters, body)
        with contextlib.ExitStack() as admission:
            with world.state.lock:
                called, fault, rendered = self._respond(request, admission)
                status = None if fault.lost else rendered.status
                operation_id = called.id if called else None
                # A query of the accounts server can hold secrets.
                shown = "" if called and called.open else query.decode("latin-1")
                world.journal.append(JournalEntry(method, path, shown, operation_id, status, now))
            await _send(rendered, fault, scope, receive, send)

    def _respond(self, request: _Request, admission: contextlib.ExitStack) -> tuple[Operation | None, Fault, _Rendered]:
        """Return the called operation, if there is one, the injected fault, and the response."""
        operation, error = self._resolve(request)
        if error:
            return None, NO_FAULT, self._render(request, operation, None, error)
        fault, token = self._world.faults.take(operation.id), None
        response: Response | RawResponse | ZohoError
        try:
            try:
                apply_due(self._world.state, request.now)
                if not (fault.instead or operation.open):
                    token = checks.authenticate(request.header(b"authorization"), self._world.state, request.now)
                    self._admit(request, operation, token, admission)
                response = fault.instead or self._handle(request, operation, token or ANONYMOUS)
            except ZohoError as raised:
                response = raised
            rendered = self._render(request, operation, token, response)
        except Exception as failure:
            if isinstance(failure, ContractError) and self._world.validate_responses:
                raise
            log.exception("%s %s", request.method, request.path)
            rendered = self._render(request, operation, token, ZohoError("INTERNAL_ERROR"))
        return operation, fault, rendered

    def _resolve(self, request: _Request) -> tuple[Operation, ZohoError | None]:
        """Return the called operation and None, or an operation that declares the error and the error."""
        errors = self._any_operation
        try:
            browser = b"origin" in request.headers or b"sec-fetch-site" in request.headers
            checks.check_host(request.header(b"host"), request.operations.values(), local=browser and self._world.local)
            if not request.operations:
                raise ZohoError(UNKNOWN_PATH)
            # A method that has a body gets the errors of the operation there that takes one.
            nearest = request.operations.get("POST" if request.method in ("PUT", "PATCH") else "GET")
            errors = nearest or next(iter(request.operations.values()))
            checks.check_version_exists(self._world.document.versions, request.parameters.get("version"))
            if request.method not in request.operations:
                raise ZohoError("INVALID_REQUEST_METHOD")
        except ZohoError as error:
            return errors, error
        return request.operations[request.method], None

    def _admit(self, request: _Request, operation: Operation, token: Token, admission: contextlib.ExitStack) -> None:
        self._world.limits.admit(token.organization, operation.id, request.now)
        admission.callback(self._leave, token.organization)

    def _leave(self, organization: str) -> None:
        with self._world.state.lock:
            self._world.limits.leave(organization)

    def _handle(self, request: _Request, operation: Operation, token: Token) -> Response:
        state, storage_name = self._world.state, ""
        if not operation.open:
            module = request.parameters.get("module_api_name")
            checks.check_scope(operation, module or checks.module_in_body(operation, request.body), token)
            checks.check_version(operation, request.parameters.get("version"))
            if module:
                storage_name = checks.find_module(operation, module, state.of(token.organization)).storage_name
        parameters = checks.read_parameters(operation, request.parameters, request.query, request.headers)
        call = Call(
            operation,
            state,
            token,
            request.now,
            parameters,
            storage_name,
            request.body,
            request.headers,
            request.query.decode("latin-1"),
        )
        return HANDLERS[operation.id](call)

    def _render(
        self, request: _Request, operation: Operation, token: Token | None, response: Response | RawResponse | ZohoError
    ) -> _Rendered:
        if isinstance(response, RawResponse):
            return _Rendered(
                response.status,
                {b"date": headers.date(int(request.now)), b"content-type": response.content_type, **UNTRUSTED},
                response.body,
            )
        code = None
        if isinstance(response, ZohoError):
            code = response.code
            if operation.open and not operation.declares(code):
                operation = self._any_operation  # the accounts server has no texts of its own for the platform's errors
            example = operation.error(code, response.status, response.case)
            error_body = with_details(example.body, response.details, response.message)
            response = Response(error_body, example.status, response.headers)
        usual = headers.usual(operation, response.status, code, token or ANONYMOUS, request.now)
        sent = {**usual, **response.headers}
        if token:
            sent |= self._world.limits.headers(token.organization, request.now)
        body = b""
        if response.body is None:
            del sent[b"content-type"]
        elif isinstance(response.body, bytes):
            body = response.body
        else:
            body = ENCODER.encode(response.body).encode()
            if operation.is_from_platform(code):
                body += LINE_END
        if self._world.validate_responses:
            operation.check_response(response.status, sent.get(b"content-type", b"").decode(), response.body)
            operation.check_headers(
                response.status, {name.decode(): value.decode("latin-1") for name, value in sent.items()}
            )
        return _Rendered(response.status, sent, body)


async def _read(request: Request) -> bytes:
    """Read a body to its end, and keep at most one byte more than the limit."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk[: MAX_BODY + 1 - len(body)]
    return bytes(body)


async def _send(rendered: _Rendered, fault: Fault, scope: Scope, receive: Receive, send: Send) -> None:
    if fault.delay:
        await wait(scope, fault.delay)
    if fault.lost:
        await drop(scope, receive)
        return
    body = rendered.body[: int(len(rendered.body) * fault.kept)]
    sent = list(rendered.headers.items())
    if rendered.status not in NO_BODY:
        sent.append((b"content-length", b"%d" % len(body)))
    await send({"type": "http.response.start", "status": rendered.status, "headers": sent})
    await send({"type": "http.response.body", "body": body})
