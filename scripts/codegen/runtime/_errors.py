"""What every error has in common. The error of each code is in ``errors``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx


class ZohoCRMError(Exception):
    """The root of all errors.

    Attributes:
        operation_id: The operation that was called.
    """

    def __init__(self, operation_id: str, message: str) -> None:
        super().__init__(f"{operation_id}: {message}")
        self.operation_id = operation_id


class TransportError(ZohoCRMError):
    """No answer came: no connection, a timeout, or an answer that broke off. ``__cause__`` is the error of httpx."""


class _AnswerError(ZohoCRMError):
    """An answer came.

    Attributes:
        status_code: The HTTP status.
        headers: The headers, by name in any case.
        content: The body as it came.
    """

    def __init__(self, operation_id: str, response: httpx.Response, message: str) -> None:
        super().__init__(operation_id, f"{response.status_code} {message}".strip())
        self.status_code = response.status_code
        self.headers = response.headers
        self.content = response.content


class UnexpectedResponse(_AnswerError):  # noqa: N818  (the name says it is no error of the API)
    """The answer has a status that is not documented, or a body that is not the documented JSON."""


class JobNotFound(_AnswerError):  # noqa: N818  (the outcome of a wait, beside JobFailed and JobTimedOut)
    """The answer is empty, which is how the operation says that there is no such job."""


class ApiError(_AnswerError):
    """The answer is an error of the API. Each documented code has a subclass.

    Attributes:
        code: The error code.
        message: What Zoho says. Decide by ``code``, since the wording differs between pages and versions.
        details: What Zoho adds, typed in the subclasses.
        body: The whole error, typed in the subclasses.
    """

    code: str
    message: str
    details: Any
    body: Any

    def __init__(
        self, operation_id: str, response: httpx.Response, *, code: str, message: str, details: Any, body: Any
    ) -> None:
        super().__init__(operation_id, response, f"{code}: {message}" if message else code)
        self.code = code
        self.message = message
        self.details = details
        self.body = body
