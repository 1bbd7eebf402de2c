"""The errors that do not depend on an error code. ``errors`` has one for each code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Self

from .types import ZohoCRMError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import httpx

    from .jobs.progress import Progress
    from .types import Response


_LONGEST_PLACES = 200


class RequestLine(NamedTuple):
    """The method and URL of a request, without secrets.

    Attributes:
        method: The HTTP method.
        url: The URL without user and password. Of the query, only ids are shown.
    """

    method: str
    url: str

    def __str__(self) -> str:
        return f"{self.method} {self.url}"

    @classmethod
    def of(cls, request: httpx.Request) -> RequestLine:
        """Return the method and URL of a request.

        Args:
            request: The request.

        Returns:
            Both, without secrets.
        """
        # An id has at most 19 digits; tokens, secrets and codes have dots or letters.
        pairs = [
            f"{name}={value if value.isdecimal() and len(value) <= 19 else '...'}"
            for name, value in request.url.params.multi_items()
        ]
        url = request.url.copy_with(userinfo=b"", query=None, fragment=None)
        return cls(request.method, f"{url}?{'&'.join(pairs)}" if pairs else str(url))


class TransportError(ZohoCRMError):
    """No response arrived: no connection, a timeout, or a response that broke off.

    ``__cause__`` is the error of httpx, without its traceback, whose frames hold what was sent and received.

    Attributes:
        request: The method and URL of the request, without secrets.
        sent: True if the request was sent, or may have been.
        retryable: True if the call can be repeated without taking effect twice.
    """

    def __init__(self, operation_id: str, message: str, *, request: RequestLine, sent: bool) -> None:
        super().__init__(operation_id, f"{request}: {message}")
        self.request = request
        self.sent = sent
        self.retryable = not sent or request.method == "GET"


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


class TokenStoreFailed(ZohoCRMError):  # noqa: N818  (the name says what is wrong)
    """The store of access tokens failed, or another caller held its lock for as long as the call may last.

    Nothing was sent. ``__cause__`` is the error of the store, if there is one.
    """


class CompletedImmediately(ZohoCRMError):  # noqa: N818  (the request was a success)
    """A submission was completed immediately, so there is no job to wait for.

    Attributes:
        response: The response to the submission.
    """

    def __init__(self, operation_id: str, response: Response[Any]) -> None:
        super().__init__(operation_id, f"{response.status_code} completed immediately, there is no job to wait for")
        self.response = response


class _HandleError(ZohoCRMError):
    """An error that may carry the handle of a job."""

    handle: Any = None
    job: dict[str, Any] | None = None

    def __copy__(self) -> Self:
        copied = type(self).__new__(type(self), *self.args)
        copied.__dict__.update(self.__dict__)
        return copied

    def __reduce__(self) -> tuple[Any, ...]:
        make, args, state = super().__reduce__()
        return make, args, {**state, "handle": None}  # the client of a handle holds secrets


class _JobError(_HandleError):
    """An error about a job.

    Attributes:
        handle: The job, a ``JobHandle``, for example to continue with ``error.handle.wait()``. None after pickling,
            because a handle has a client, which holds secrets.
        job: The job as data for ``JobHandle.from_dict``.
    """

    def __init__(self, handle: Any, message: str) -> None:
        super().__init__(handle.operation_id, f"{handle.label} {message}")
        self.handle = handle
        self.job = handle.to_dict()


class _WaitError(_JobError):
    """A wait ended before the job succeeded.

    Attributes:
        status: The last status, typed as that of ``error.handle.wait()``; None if no response arrived.
        progress: The state and counts of the last status; None if no response arrived.
    """

    def __init__(self, handle: Any, message: str, *, status: Any, progress: Progress | None) -> None:
        super().__init__(handle, message)
        self.status = status
        self.progress = progress


class JobFailed(_WaitError):  # noqa: N818  (the outcome of a wait)
    """The job ended in a state that means failure."""

    def __init__(self, handle: Any, *, status: Any, progress: Progress) -> None:
        super().__init__(handle, f"ended as {progress}", status=status, progress=progress)


class JobTimedOut(_WaitError):  # noqa: N818  (the outcome of a wait)
    """The job had not ended when the timeout expired. The job itself continues.

    Attributes:
        waited: The duration of the wait, in seconds.
    """

    def __init__(self, handle: Any, *, status: Any, progress: Progress | None, waited: float) -> None:
        message = f"is {progress or 'in an unknown state'} after {waited:.0f} s"
        super().__init__(handle, message, status=status, progress=progress)
        self.waited = waited


class ResultNotReady(_JobError):  # noqa: N818  (nothing went wrong)
    """The job has no result to download yet."""


class ResultUnavailable(_JobError):  # noqa: N818  (the outcome of a job)
    """The job has no result to download, and will not have one.

    The job failed or does not exist, its result has expired, or jobs of this kind have none.
    """


class InvalidResult(ZohoCRMError):  # noqa: N818  (the name says what is wrong)
    """A downloaded result is not a sound zip archive, and was discarded."""


class _ResponseError(ZohoCRMError):
    """A response that is not a success.

    Attributes:
        request: The method and URL of the request, without secrets.
        status_code: The HTTP status.
        headers: The headers; names are case-insensitive.
        content: The raw body.
    """

    def __init__(
        self,
        operation_id: str,
        message: str,
        response: httpx.Response | Response[Any],
        request: httpx.Request,
    ) -> None:
        super().__init__(operation_id, f"{response.status_code} {message}".strip())
        self.request = RequestLine.of(request)
        self.status_code = response.status_code
        self.headers = response.headers
        self.content = response.content


class UnexpectedResponse(_ResponseError):  # noqa: N818  (the name says it is no error of the API)
    """The response has an undocumented status, or its body is not the documented JSON."""


class ApiError(_ResponseError):
    """An error of the API. Each documented code has a subclass, below the class of its kind.

    Attributes:
        code: The error code.
        message: Zoho's message. Decide by ``code``: the wording differs between pages and versions.
        details: Zoho's details, typed in the subclasses.
        body: The whole error, typed in the subclasses.
        kind: The kind of the code, such as ``conflict``; None for an undocumented code.
        retryable: True if the same call may succeed later without a change: the rate limit was exceeded, Zoho failed,
            or the state that prevents it ends by itself.
        hint: What Zoho's documentation says to do about the error in this operation; None if it says nothing.
    """

    code: str
    message: str
    details: Any
    body: Any
    kind: str | None = None
    retryable: bool = False

    def __init__(
        self,
        operation_id: str,
        response: httpx.Response,
        *,
        code: str,
        message: str,
        details: Any,
        body: Any,
        places: Any = None,
        hint: str | None = None,
    ) -> None:
        """Make an error. ``places`` is the JSON of the details, from which the text shows where the error is."""
        request = RequestLine.of(response.request)
        where = ", ".join(_places(places, request)) or str(request)
        if len(where) > _LONGEST_PLACES:
            where = f"{where[:_LONGEST_PLACES]}..."
        super().__init__(
            operation_id, f"{code}: {message} ({where})" if message else f"{code} ({where})", response, response.request
        )
        self.code = code
        self.message = message
        self.details = details
        self.body = body
        self.hint = hint
        if self.kind is None:  # an undocumented code
            self.retryable = self.status_code == 429 or self.status_code >= 500


class NotFoundError(ApiError):
    """What the request names does not exist."""

    kind = "not_found"


class JobNotFound(NotFoundError, _HandleError):  # noqa: N818  (the outcome of a wait, beside JobFailed)
    """The job does not exist, has expired, or belongs to another user.

    Attributes:
        code: The error code; empty if the response has no body.
        message: Zoho's message; empty if the response has no body.
        handle: The job; None after pickling, and if the operation was called without a handle.
        job: The job as data for ``JobHandle.from_dict``; None if the operation was called without a handle.
    """

    code = ""
    message = ""
    details = None
    body = None
    hint = None

    def __init__(self, operation_id: str, response: httpx.Response) -> None:
        """Make the error of a response without a body."""
        _ResponseError.__init__(self, operation_id, "the job does not exist", response, response.request)

    @classmethod
    def of(cls, handle: Any, error: ApiError) -> Self:
        """Return the error of a job, made from the error that its operation raised."""
        code = f"{error.code}: " if error.code else ""
        text = f"{error.operation_id}: {error.status_code} {code}{handle.label} does not exist ({error.request})"
        made = cls.__new__(cls, text)
        made.__dict__.update(vars(error), handle=handle, job=handle.to_dict())
        return made


def _places(details: Any, request: RequestLine) -> Iterator[str]:
    """Yield what the details of an error say, with the most exact of the places first."""
    if not isinstance(details, dict):
        return
    exact = "json_path" in details
    if exact:
        yield str(details["json_path"])
    for name, value in details.items():
        if name == "json_path" or (exact and name == "api_name"):
            continue
        if name == "resource_path_index":
            yield _segment(value, request)
        elif text := _text(value):
            yield text if name in ("api_name", "param_name", "param") else f"{name}: {text}"


def _segment(index: Any, request: RequestLine) -> str:
    """Return the part of the URL at a position that is counted from the module."""
    segments = request.url.partition("?")[0].partition("/crm/")[2].split("/")[1:]
    known = isinstance(index, int) and 0 <= index < len(segments)
    return repr(segments[index]) if known else f"resource_path_index: {index}"


def _text(value: Any) -> str:
    """Return a value of the details in short."""
    if isinstance(value, dict):
        return str(value.get("json_path") or value.get("api_name") or "")
    if isinstance(value, list):
        return " ".join(filter(None, map(_text, value)))
    return str(value)


def hint_of(resolutions: Mapping[str, Any], operation_id: str, status: int, code: str, message: str) -> str | None:
    """Return the resolution of an error. ``resolutions`` has them by operation, each after status, code and message."""
    found = [entry for entry in resolutions.get(operation_id, ()) if entry[:2] == (status, code)]
    exact = [entry for entry in found if entry[2] is None or entry[2].lower() == message.lower()]
    return str(exact[0][3]) if exact else None
