"""Serves the paths of the document: Zoho's checks in Zoho's order, then the handler, then the answer's headers."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from starlette.requests import ClientDisconnect, Request

from zoho_crm_sandbox import (
    bulk_write,
    convert_lead,
    gate,
    headers,
    inventory_mass_convert,
    mass_change_owner,
    mass_update,
)
from zoho_crm_sandbox.call import Answer, Call, Refusal
from zoho_crm_sandbox.contract import ContractError, with_details
from zoho_crm_sandbox.faults import NO_BODY, RawAnswer
from zoho_crm_sandbox.journal import JournalEntry

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from zoho_crm_sandbox.app import Sandbox
    from zoho_crm_sandbox.call import Handler
    from zoho_crm_sandbox.contract import Operation
    from zoho_crm_sandbox.state import Token

log = logging.getLogger("zoho_crm_sandbox")

HANDLERS: dict[str, Handler] = {
    "get_mass_update_status": mass_update.get_mass_update_status,
    "get_mass_change_owner_status": mass_change_owner.get_mass_change_owner_status,
    "get_inventory_mass_convert_status": inventory_mass_convert.get_inventory_mass_convert_status,
    "get_bulk_write_job": bulk_write.get_bulk_write_job,
    "convert_lead_v2_1": convert_lead.convert_lead_v2_1,
}
"""What answers each operation of the document."""

ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


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
            raise ContractError(f"the sandbox does not know these operations of the document: {sorted(unknown)}")
        # Each operation declares the platform's errors, so that any stands for all where none is called.
        self._any_operation = next(iter(sandbox.document.operations.values()))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one HTTP request, as ASGI has it."""
        method, path, query = scope["method"], scope["path"], scope["query_string"]
        visit = _Visit(method, dict(scope["headers"]), query, self._sandbox.clock.now(), self._any_operation)
        found = self._sandbox.document.find(path)
        if found:
            visit.operations, visit.parameters = found
            operation = visit.operations.get(method)
            try:
                visit.body = await Request(scope, receive).body() if operation and operation.takes_body else b""
            except ClientDisconnect:
                return
        with self._sandbox.state.lock:
            reply = self._reply(visit, path)
        operation_id = visit.operation.id if visit.operation else None
        entry = JournalEntry(method, path, query.decode("latin-1"), operation_id, reply.status, visit.now)
        self._sandbox.journal.append(entry)
        sent = list(reply.headers.items())
        if reply.status not in NO_BODY:
            sent.append((b"content-length", b"%d" % len(reply.body)))
        await send({"type": "http.response.start", "status": reply.status, "headers": sent})
        await send({"type": "http.response.body", "body": reply.body})

    def _reply(self, visit: _Visit, path: str) -> _Reply:
        try:
            try:
                return self._write(visit, self._answer(visit))
            except Refusal as refusal:
                return self._refuse(visit, refusal)
        except Exception as error:
            if isinstance(error, ContractError) and self._sandbox.validate_answers:
                raise
            log.exception("%s %s", visit.method, path)
            return self._refuse(visit, Refusal("INTERNAL_ERROR"))

    def _answer(self, visit: _Visit) -> Answer | RawAnswer:
        state = self._sandbox.state
        gate.check_host(visit.header(b"host"))
        if not visit.operations:
            raise Refusal("INVALID_URL_PATTERN")
        visit.errors = next(iter(visit.operations.values()))
        version, module = visit.parameters.get("version"), visit.parameters.get("module_api_name")
        gate.check_version_exists(version)
        operation = visit.operation = visit.operations.get(visit.method)
        if operation is None:
            raise Refusal("INVALID_REQUEST_METHOD")
        visit.errors = operation
        fault = self._sandbox.faults.take(operation.id)
        if isinstance(fault, Refusal):
            raise fault.with_traceback(None)  # it may be raised a million times
        if fault:
            return fault
        token = visit.token = gate.authenticate(visit.header(b"authorization"), state, visit.now)
        gate.check_scope(operation, module, token)
        gate.check_version(operation, version)
        kept_under = gate.find_module(operation, module, token, state).stands_for if module else ""
        parameters = gate.read_parameters(operation, visit.parameters, visit.query)
        return HANDLERS[operation.id](Call(operation, state, token, visit.now, parameters, kept_under, visit.body))

    def _refuse(self, visit: _Visit, refusal: Refusal) -> _Reply:
        example = visit.errors.error(refusal.code, refusal.status, refusal.case)
        answer = Answer(with_details(example.body, refusal.details), example.status, refusal.headers)
        return self._write(visit, answer, refusal.code)

    def _write(self, visit: _Visit, answer: Answer | RawAnswer, code: str | None = None) -> _Reply:
        if isinstance(answer, RawAnswer):
            return _Reply(answer.status, {b"server": b"ZGS", b"content-type": answer.content_type}, answer.body)
        sent = {**headers.usual(answer.status, code, visit.token, visit.now), **answer.headers}
        body = b""
        if answer.body is None:
            del sent[b"content-type"]
        else:
            body = ENCODER.encode(answer.body).encode()
        if self._sandbox.validate_answers:
            visit.errors.check_answer(answer.status, sent.get(b"content-type", b"").decode(), answer.body)
        return _Reply(answer.status, sent, body)
