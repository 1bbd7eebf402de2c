"""Planted faults: what goes wrong with the next requests to an operation."""

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
    """An answer that no document declares, such as the HTML of a gateway.

    Attributes:
        status: The HTTP status.
        body: The body.
        content_type: The content type.
    """

    status: int
    body: bytes
    content_type: bytes


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong with a request.

    Attributes:
        instead: What is answered instead of doing what is asked for; None to do that.
        delay: How many real seconds the answer is late.
        kept: How much of the answer's body is sent, from 0 to 1.
        lost: Whether the connection breaks instead of the answer being sent.
    """

    instead: ZohoError | RawResponse | None = None
    delay: float = 0.0
    kept: float = 1.0
    lost: bool = False


NO_FAULT = Fault()
KINDS: dict[str, Fault] = {
    "too_many_requests": NO_FAULT,  # made when planted, like that of slow
    "bad_gateway": Fault(RawResponse(502, BAD_GATEWAY.encode(), b"text/html")),
    "empty_body": Fault(kept=0.0),
    "truncated_json": Fault(kept=0.5),
    "slow": NO_FAULT,
    "dropped_connection": Fault(RawResponse(502, b"", b"text/html"), lost=True),
    "response_lost": Fault(lost=True),
}
"""The faults that have a name."""
OPTIONS = {"too_many_requests": "retry_after", "slow": "seconds"}
"""The kinds that take an option of their own."""


@dataclass(frozen=True, slots=True)
class FaultSchedule:
    """When a fault happens.

    Attributes:
        times: To how many requests; None for 1, or without end if there is a probability.
        probability: To how large a part of the requests, from 0 to 1; None for each of them.
        seed: Which requests those are: the same for the same seed.
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
    """The faults that are planted, for each operation in the order in which they were planted.

    Args:
        document: Says which operations and errors there are.
    """

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
        """Plants an error that the document declares for the operation.

        Args:
            operation_id: The operation.
            code: The error code.
            status: The HTTP status, needed if the operation has the code at several.
            case: What the name of the example ends with, needed if there are several beside the usual one.
            schedule: When it happens.

        Raises:
            InputError: There is no such operation, or no such error there.
        """
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
        """Plants an answer that no document declares.

        Args:
            operation_id: The operation.
            status: The HTTP status.
            body: The body; empty where the status allows none.
            content_type: The content type.
            schedule: When it happens.

        Raises:
            InputError: There is no such operation, or HTTP has no such answer.
        """
        self._operation(operation_id)
        if not isinstance(body, str) or (body and status in NO_BODY):
            raise InputError("body", body, "a text, and an empty one with the status 204 or 304")
        if not text("content_type", content_type).isascii():
            raise InputError("content_type", content_type, "a text in ASCII")
        answer = RawResponse(status, body.encode(errors="replace"), content_type.encode())
        self._add(operation_id, "body", Fault(answer), schedule)

    def inject_kind(
        self,
        operation_id: str,
        kind: str,
        *,
        retry_after: Any = None,
        seconds: Any = None,
        schedule: FaultSchedule = FaultSchedule(),
    ) -> None:
        """Plants a fault that has a name.

        Args:
            operation_id: The operation.
            kind: Its name, one of ``KINDS``.
            retry_after: With ``too_many_requests``, the header: seconds, or a moment in ISO 8601, which is sent as an
                HTTP date; 60 seconds if left out.
            seconds: With ``slow``, how many real seconds the answer is late; 1 if left out.
            schedule: When it happens.

        Raises:
            InputError: There is no such operation or kind, or it does not take the option.
        """
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
        planted = _ActiveFault(name, fault, left, probability, random.Random(seed))  # noqa: S311  (it shall be foreseen)
        self._active.setdefault(operation_id, []).append(planted)

    def take(self, operation_id: str) -> Fault:
        """Returns what goes wrong with a request, and counts it: the first planted fault whose turn it is.

        Args:
            operation_id: The operation that is called.
        """
        planted = self._active.get(operation_id)
        if planted:
            for fault in planted:
                if fault.happens():
                    if fault.left == 0:
                        planted.remove(fault)
                    return fault.fault
        return NO_FAULT

    def listed(self) -> list[dict[str, Any]]:
        """Returns what is still planted: the operation, the error code or kind, how often it will still happen."""
        return [
            {"operation_id": operation_id, "fault": fault.name, "left": fault.left, "probability": fault.probability}
            for operation_id, planted in self._active.items()
            for fault in planted
        ]

    def clear(self) -> None:
        """Forgets all faults."""
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
