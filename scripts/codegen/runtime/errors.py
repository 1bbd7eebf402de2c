"""The errors that do not depend on an error code. ``errors`` has one for each code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .types import ZohoCRMError

if TYPE_CHECKING:
    import httpx

    from .jobs.progress import Progress
    from .types import Response


class TransportError(ZohoCRMError):
    """No response arrived: no connection, a timeout, or a response that broke off.

    ``__cause__`` is the error of httpx, without its traceback, whose frames hold what was sent and received.

    Attributes:
        sent: True if the request was sent, or may have been.
    """

    def __init__(self, operation_id: str, message: str, *, sent: bool) -> None:
        super().__init__(operation_id, message)
        self.sent = sent


class SubmissionUncertain(ZohoCRMError):  # noqa: N818  (uncertainty is not an error)
    """A request that changes data was sent, and may or may not have taken effect. It was not retried.

    Check before you submit again: look at the records that it would have changed, or at the audit log in the settings
    of Zoho CRM. The README lists what else each system shows.

    Attributes:
        cause: The reason: a ``TransportError``, an ``UnexpectedResponse``, or the ``ApiError`` of a failing server.
    """

    def __init__(self, operation_id: str, cause: ZohoCRMError) -> None:
        why = str(cause).removeprefix(f"{operation_id}: ")
        super().__init__(operation_id, f"the request may have taken effect, and was not retried ({why})")
        self.cause = cause
        self.__cause__ = cause


class DataCenterMismatch(ZohoCRMError):  # noqa: N818  (the name says what is wrong)
    """The access token belongs to another data center than the client."""


class CompletedImmediately(ZohoCRMError):  # noqa: N818  (the request was a success)
    """A submission was completed immediately, so there is no job to wait for.

    Attributes:
        response: The response to the submission.
    """

    def __init__(self, operation_id: str, response: Response[Any]) -> None:
        super().__init__(operation_id, f"{response.status_code} completed immediately, there is no job to wait for")
        self.response = response


class _WaitError(ZohoCRMError):
    """A wait ended before the job succeeded.

    Attributes:
        last: The last status, typed.
        progress: The state and counts of the last status.
    """

    def __init__(self, operation_id: str, message: str, *, last: Any, progress: Progress) -> None:
        super().__init__(operation_id, message)
        self.last = last
        self.progress = progress


class JobFailed(_WaitError):  # noqa: N818  (the outcome of a wait)
    """The job ended in a state that means failure."""

    def __init__(self, operation_id: str, job_id: str, *, last: Any, progress: Progress) -> None:
        super().__init__(operation_id, f"the job {job_id} ended as {progress}", last=last, progress=progress)


class JobTimedOut(_WaitError):  # noqa: N818  (the outcome of a wait)
    """The job had not ended when the timeout expired. The job itself continues.

    Attributes:
        waited: The duration of the wait, in seconds.
    """

    def __init__(self, operation_id: str, job_id: str, *, last: Any, progress: Progress, waited: float) -> None:
        message = f"after {waited:.0f} s the job {job_id} is {progress}"
        super().__init__(operation_id, message, last=last, progress=progress)
        self.waited = waited


class ResultNotReady(ZohoCRMError):  # noqa: N818  (nothing went wrong)
    """The job has no result to download, or not yet."""


class InvalidResult(ZohoCRMError):  # noqa: N818  (the name says what is wrong)
    """A downloaded result is not a sound zip archive, and was discarded."""


class _ResponseError(ZohoCRMError):
    """A response that is not a success.

    Attributes:
        status_code: The HTTP status.
        headers: The headers; names are case-insensitive.
        content: The raw body.
    """

    def __init__(self, operation_id: str, message: str, response: httpx.Response | Response[Any]) -> None:
        super().__init__(operation_id, f"{response.status_code} {message}".strip())
        self.status_code = response.status_code
        self.headers = response.headers
        self.content = response.content


class UnexpectedResponse(_ResponseError):  # noqa: N818  (the name says it is no error of the API)
    """The response has an undocumented status, or its body is not the documented JSON."""


class JobNotFound(_ResponseError):  # noqa: N818  (the outcome of a wait, beside JobFailed and JobTimedOut)
    """The job does not exist, has expired, or belongs to another user."""


class ApiError(_ResponseError):
    """An error of the API. Each documented code has a subclass.

    Attributes:
        code: The error code.
        message: Zoho's message. Decide by ``code``: the wording differs between pages and versions.
        details: Zoho's details, typed in the subclasses.
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
