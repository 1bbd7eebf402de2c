"""Injected faults, which affect the next requests to an operation."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

from zoho_crm_sandbox.call import ZohoError
from zoho_crm_sandbox.contract import ContractError
from zoho_crm_sandbox.validation import InputError, moment, number, text, whole_number

if TYPE_CHECKING:
    from starlette.types import Receive, Scope

    from zoho_crm_sandbox.contract import Document, Operation

ABORT = "zoho_crm_sandbox.abort"
"""The ASGI extension through which a server breaks its connection; ASGI itself has none."""
BLOCKING = "zoho_crm_sandbox.blocking"
"""The ASGI extension of a caller without an event loop, which can only wait by sleeping."""
NO_BODY = (204, 304)
MAX_TIMES = 1_000_000
MAX_SECONDS = 3600.0
BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n"


@dataclass(frozen=True, slots=True)
class RawResponse:
    """A response that no document declares, such as the HTML of a gateway."""

    status: int
    body: bytes
    content_type: bytes


@dataclass(frozen=True, slots=True)
class Fault:
    """The effect of a fault on a request.

    ``instead`` is sent instead of handling the request. ``delay`` is in real seconds. ``kept`` is the share of the body
    that is sent, from 0 to 1. ``lost`` tells whether the connection breaks instead of the response being sent.
    """

    instead: ZohoError | RawResponse | None = None
    delay: float = 0.0
    kept: float = 1.0
    lost: bool = False


NO_FAULT = Fault()
KINDS: dict[str, Fault] = {
    "too_many_requests": NO_FAULT,  # depends on its option, like that of slow
    "bad_gateway": Fault(RawResponse(502, BAD_GATEWAY.encode(), b"text/html")),
    "empty_body": Fault(kept=0.0),
    "truncated_json": Fault(kept=0.5),
    "slow": NO_FAULT,
    "dropped_connection": Fault(RawResponse(502, b"", b"text/html"), lost=True),
    "response_lost": Fault(lost=True),
}
"""The named faults."""
OPTIONS = {"too_many_requests": "retry_after", "slow": "seconds"}
"""The option of the kinds that take one."""


@dataclass(frozen=True, slots=True)
class FaultSchedule:
    """The requests that a fault affects: the same ones for the same ``seed``.

    ``times`` defaults to 1, or to no limit if a ``probability``, from 0 to 1, is given.
    """

    times: int | None = None
    probability: float | None = None
    seed: int = 0


@dataclass(slots=True)
class _ActiveFault:
    name: str
    fault: Fault
    left: int | None
    probability: float
    random: random.Random = field(repr=False)

    def happens(self) -> bool:
        if self.random.random() >= self.probability:
            return False
        if self.left is not None:
            self.left -= 1
        return True


class Faults:
    """The active faults by operation, in the order of their injection."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._active: dict[str, list[_ActiveFault]] = {}

    def inject_error(
        self,
        operation_id: str,
        code: str,
        *,
        status: int | None = None,
        case: str | None = None,
        schedule: FaultSchedule = FaultSchedule(),
    ) -> None:
        """Inject an error that the document declares for the operation, chosen as by ``Operation.error``."""
        fault = Fault(self._error(self._operation(operation_id), code, status, case))
        self._add(operation_id, code, fault, schedule)

    def inject_raw(
        self,
        operation_id: str,
        status: int,
        body: str,
        content_type: str,
        *,
        schedule: FaultSchedule = FaultSchedule(),
    ) -> None:
        """Inject an undocumented response; its body has to be empty where the status allows none."""
        self._operation(operation_id)
        if not isinstance(body, str) or (body and status in NO_BODY):
            raise InputError("body", body, "a text, and an empty one with the status 204 or 304")
        if not text("content_type", content_type).isascii():
            raise InputError("content_type", content_type, "a text in ASCII")
        response = RawResponse(status, body.encode(errors="replace"), content_type.encode())
        self._add(operation_id, "body", Fault(response), schedule)

    def inject_kind(
        self,
        operation_id: str,
        kind: str,
        *,
        retry_after: Any = None,
        seconds: Any = None,
        schedule: FaultSchedule = FaultSchedule(),
    ) -> None:
        """Inject one of ``KINDS``, with its option: ``retry_after`` (default 60 seconds) or ``seconds`` (default 1)."""
        operation = self._operation(operation_id)
        if text("kind", kind) not in KINDS:
            raise InputError("kind", kind, f"one of {', '.join(KINDS)}")
        for name, value in (("retry_after", retry_after), ("seconds", seconds)):
            if value is not None and OPTIONS.get(kind) != name:
                raise InputError(name, value, f"nothing with the kind {kind}")
        fault = KINDS[kind]
        if kind == "too_many_requests":
            headers = {b"retry-after": _retry_after(60 if retry_after is None else retry_after)}
            fault = Fault(self._error(operation, "TOO_MANY_REQUESTS", None, None, headers))
        elif kind == "slow":
            delay = number("seconds", 1 if seconds is None else seconds, minimum=0, maximum=MAX_SECONDS)
            fault = Fault(delay=delay)
        self._add(operation_id, kind, fault, schedule)

    def _operation(self, operation_id: str) -> Operation:
        operation = self._document.operations.get(text("operation_id", operation_id))
        if operation is None:
            raise InputError("operation_id", operation_id, f"one of {', '.join(self._document.operations)}")
        return operation

    def _error(
        self,
        operation: Operation,
        code: str,
        status: int | None,
        case: str | None,
        headers: dict[bytes, bytes] | None = None,
    ) -> ZohoError:
        try:
            operation.error(code, status, case)
        except ContractError as error:
            raise InputError("code", code, f"an error of the operation ({error})") from None
        return ZohoError(code, status=status, case=case, headers=headers)

    def _add(self, operation_id: str, name: str, fault: Fault, schedule: FaultSchedule) -> None:
        left, probability = schedule.times, schedule.probability
        if left is not None or probability is None:
            left = whole_number("times", 1 if left is None else left, minimum=1, maximum=MAX_TIMES)
        probability = number("probability", 1 if probability is None else probability, minimum=0, maximum=1)
        seed = whole_number("seed", schedule.seed, minimum=0, maximum=MAX_TIMES)
        active = _ActiveFault(name, fault, left, probability, random.Random(seed))  # noqa: S311  # it has to be predictable
        self._active.setdefault(operation_id, []).append(active)

    def take(self, operation_id: str) -> Fault:
        """Return the first fault that affects this request to an operation, and count the request."""
        active = self._active.get(operation_id)
        if active:
            for fault in active:
                if fault.happens():
                    if fault.left == 0:
                        active.remove(fault)
                    return fault.fault
        return NO_FAULT

    def listed(self) -> list[dict[str, Any]]:
        """Return the active faults: operation, error code or kind, how many requests are left, and probability."""
        return [
            {"operation_id": operation_id, "fault": fault.name, "left": fault.left, "probability": fault.probability}
            for operation_id, active in self._active.items()
            for fault in active
        ]

    def clear(self) -> None:
        """Remove all faults."""
        self._active.clear()


def _retry_after(value: Any) -> bytes:
    if isinstance(value, str):
        at = datetime.fromtimestamp(moment("retry_after", value), UTC)
        return format_datetime(at, usegmt=True).encode()
    return b"%d" % whole_number("retry_after", value, minimum=0, maximum=MAX_TIMES)


async def wait(scope: Scope, seconds: float) -> None:
    """Let real time pass before the response to a request."""
    if BLOCKING in scope.get("extensions", {}):
        time.sleep(seconds)
    else:
        await asyncio.sleep(seconds)


async def drop(scope: Scope, receive: Receive) -> None:
    """Break the connection of a request; in the same process, raise httpx.ReadError."""
    abort = scope.get("extensions", {}).get(ABORT)
    if abort is None:
        import httpx  # not at the top: a server does without httpx

        raise httpx.ReadError("the connection was dropped by an injected fault")
    abort()
    # If this returned before the client is gone, the server would respond with 500.
    while (await receive())["type"] != "http.disconnect":
        pass
