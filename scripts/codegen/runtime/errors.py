"""What every error has in common. The error of each code is in ``errors``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx

    from .jobs.handle import Progress
    from .types import Response


class ZohoCRMError(Exception):
    """The root of all errors.

    Attributes:
        operation_id: The operation that was called.
    """

    def __init__(self, operation_id: str, message: str) -> None:
        super().__init__(f"{operation_id}: {message}")
        self.operation_id = operation_id

    def __reduce__(self) -> tuple[Any, ...]:
        # Else it would be made anew out of its message alone, which fails when it comes from another process.
        return type(self).__new__, (type(self), *self.args), self.__dict__


class TransportError(ZohoCRMError):
    """No answer came: no connection, a timeout, or an answer that broke off. ``__cause__`` is the error of httpx.

    It says what went wrong, and no longer where, since the traceback would hold what was sent and received.

    Attributes:
        sent: Whether the request was sent, or may have been.
    """

    def __init__(self, operation_id: str, message: str, *, sent: bool) -> None:
        super().__init__(operation_id, message)
        self.sent = sent


class SubmissionUncertain(ZohoCRMError):  # noqa: N818  (it is no error to have no certainty)
    """A request that changes something was sent, and it is not known whether it did. It was not sent again.

    Look whether it did before it is sent again: at the records that it would have changed, or at the audit log in Zoho
    CRM's settings. The README says for each system what else there is to see.

    Attributes:
        cause: What came instead of an answer that says it: a ``TransportError``, an ``UnexpectedResponse`` or the
            ``ApiError`` of a server that failed.
    """

    def __init__(self, operation_id: str, cause: ZohoCRMError) -> None:
        why = str(cause).removeprefix(f"{operation_id}: ")
        super().__init__(operation_id, f"it may have been carried out, and was not sent again ({why})")
        self.cause = cause
        self.__cause__ = cause


class DataCenterMismatch(ZohoCRMError):  # noqa: N818  (the name says what is wrong)
    """The access token is not for the data center that the client was made for."""


class NoJob(ZohoCRMError):  # noqa: N818  (the request was a success)
    """A submission was carried out at once and so has no job that could be waited for.

    Attributes:
        response: Its answer.
    """

    def __init__(self, operation_id: str, response: Response[Any]) -> None:
        super().__init__(operation_id, f"{response.status_code} it was carried out at once, there is no job")
        self.response = response


class _WaitError(ZohoCRMError):
    """A wait ended without a job that was carried out.

    Attributes:
        last: The last status, typed.
        progress: The state and counts that it says.
    """

    def __init__(self, operation_id: str, message: str, *, last: Any, progress: Progress) -> None:
        super().__init__(operation_id, message)
        self.last = last
        self.progress = progress


class JobFailed(_WaitError):  # noqa: N818  (the outcome of a wait)
    """The job ended without doing its work."""

    def __init__(self, operation_id: str, *, last: Any, progress: Progress) -> None:
        super().__init__(operation_id, f"the job ended as {progress}", last=last, progress=progress)


class JobTimedOut(_WaitError):  # noqa: N818  (the outcome of a wait)
    """The job had not ended when the wait did. It goes on.

    Attributes:
        waited: For how many seconds.
    """

    def __init__(self, operation_id: str, *, last: Any, progress: Progress, waited: float) -> None:
        super().__init__(operation_id, f"after {waited:.0f} s the job is {progress}", last=last, progress=progress)
        self.waited = waited


class NoResult(ZohoCRMError):  # noqa: N818  (nothing went wrong)
    """A job has no result that could be fetched, or not yet."""


class InvalidResult(ZohoCRMError):  # noqa: N818  (the name says what is wrong)
    """What was downloaded as a result is not the archive that it should be. It was not kept."""


class _AnswerError(ZohoCRMError):
    """An answer came.

    Attributes:
        status_code: The HTTP status.
        headers: The headers, by name in any case.
        content: The body as it came.
    """

    def __init__(self, operation_id: str, message: str, response: httpx.Response | Response[Any]) -> None:
        super().__init__(operation_id, f"{response.status_code} {message}".strip())
        self.status_code = response.status_code
        self.headers = response.headers
        self.content = response.content


class UnexpectedResponse(_AnswerError):  # noqa: N818  (the name says it is no error of the API)
    """The answer has a status that is not documented, or a body that is not the documented JSON."""


class JobNotFound(_AnswerError):  # noqa: N818  (the outcome of a wait, beside JobFailed and JobTimedOut)
    """There is no such job: never was, is gone, or belongs to somebody else."""


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
        super().__init__(operation_id, f"{code}: {message}" if message else code, response)
        self.code = code
        self.message = message
        self.details = details
        self.body = body
