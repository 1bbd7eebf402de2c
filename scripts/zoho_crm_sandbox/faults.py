"""Planted faults: answers that the next requests to an operation get instead of their own."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zoho_crm_sandbox.call import Refusal
from zoho_crm_sandbox.contract import ContractError
from zoho_crm_sandbox.inputs import InputError, text, whole_number

if TYPE_CHECKING:
    from zoho_crm_sandbox.contract import Document, Operation

NO_BODY = (204, 304)


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """An answer that no document declares, such as the HTML of a gateway.

    Attributes:
        status: The HTTP status.
        body: The body.
        content_type: The content type.
    """

    status: int
    body: bytes
    content_type: bytes


@dataclass(slots=True)
class _Fault:
    answer: Refusal | RawAnswer
    times: int


class Faults:
    """The faults that are planted, for each operation in the order in which they were planted.

    Args:
        document: Says which operations and errors there are.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._planted: dict[str, deque[_Fault]] = {}

    def plant_error(
        self, operation_id: str, code: str, *, status: int | None = None, case: str | None = None, times: int = 1
    ) -> None:
        """Plants an error that the document declares for the operation.

        Args:
            operation_id: The operation.
            code: The error code.
            status: The HTTP status, needed if the operation has the code at several.
            case: What the name of the example ends with, needed if there are several beside the usual one.
            times: How many requests get it.

        Raises:
            InputError: There is no such operation, or no such error there.
        """
        try:
            self._operation(operation_id).error(code, status, case)
        except ContractError as error:
            raise InputError("code", code, f"an error of the operation ({error})") from None
        self._plant(operation_id, Refusal(code, status=status, case=case), times)

    def plant_raw(self, operation_id: str, status: int, body: str, content_type: str, *, times: int = 1) -> None:
        """Plants an answer that no document declares.

        Args:
            operation_id: The operation.
            status: The HTTP status.
            body: The body; empty where the status allows none.
            content_type: The content type.
            times: How many requests get it.

        Raises:
            InputError: There is no such operation, or HTTP has no such answer.
        """
        self._operation(operation_id)
        if not isinstance(body, str) or (body and status in NO_BODY):
            raise InputError("body", body, "a text, and an empty one with the status 204 or 304")
        if not text("content_type", content_type).isascii():
            raise InputError("content_type", content_type, "a text in ASCII")
        self._plant(operation_id, RawAnswer(status, body.encode(errors="replace"), content_type.encode()), times)

    def _operation(self, operation_id: str) -> Operation:
        operation = self._document.operations.get(text("operation_id", operation_id))
        if operation is None:
            raise InputError("operation_id", operation_id, f"one of {', '.join(self._document.operations)}")
        return operation

    def _plant(self, operation_id: str, answer: Refusal | RawAnswer, times: int) -> None:
        whole_number("times", times, minimum=1, maximum=1_000_000)
        self._planted.setdefault(operation_id, deque()).append(_Fault(answer, times))

    def take(self, operation_id: str) -> Refusal | RawAnswer | None:
        """Returns the answer that a request gets instead of its own, if there is one, and counts it.

        Args:
            operation_id: The operation that is called.
        """
        planted = self._planted.get(operation_id)
        if not planted:
            return None
        fault = planted[0]
        fault.times -= 1
        if not fault.times:
            planted.popleft()
        return fault.answer

    def clear(self) -> None:
        """Forgets all faults."""
        self._planted.clear()
