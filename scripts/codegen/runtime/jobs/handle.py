"""Handles on jobs: poll, wait for the end, download the result."""

from __future__ import annotations

import json
import logging
import math
import re
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, cast

import httpx

from ..call import build, call_flow
from ..errors import (
    ApiError,
    CompletedImmediately,
    JobFailed,
    JobNotFound,
    JobTimedOut,
    ResultNotReady,
    ResultUnavailable,
    SubmissionUncertain,
    TransportError,
    UnexpectedResponse,
)
from ..flow import Sleep
from ..loader import load_operation
from ..responses import raise_for_error
from ..retries import retry_after
from .polling import PollContext, PollSample, ProgressAware
from .progress import progress_of, value_of
from .results import download

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ..client import BaseClient
    from ..flow import Flow
    from ..operation import Operation, Waiter
    from ..types import Response, ZohoCRMError
    from .polling import PollPolicy
    from .progress import Progress

__all__ = ("AsyncJobHandle", "AsyncJobResult", "JobHandle", "JobResult")

T_co = TypeVar("T_co", covariant=True)
DEFAULT_TIMEOUT = 3600.0
_LOGGER = logging.getLogger("zoho_crm_jobs")
_POLICY: PollPolicy = ProgressAware()
_SAMPLES = 4
_CALLS_BACK = "get_bulk_write_job"
"""The status of the only jobs that have a callback."""
_LAST_POLL = 1.0
"""Seconds before its timeout that a wait polls for the last time, so as to end in time; half of a shorter timeout."""


class BaseHandle(Generic[T_co]):
    """What the handles of both clients have in common.

    Attributes:
        operation_id: The operation that returns the job's status.
        parameters: The parameters of that operation that identify the job.
        version: The version of the API that the job was submitted in.
        submitted_at: The time of the submission, in seconds since 1970; None if unknown.
        client: The client that polls.
    """

    __slots__ = ("_operation", "_session", "_waiter", "client", "operation_id", "parameters", "submitted_at", "version")

    _result: ClassVar[type[BaseResult[Any]]]

    def __init__(
        self,
        operation_id: str,
        parameters: Mapping[str, str],
        *,
        client: BaseClient,
        submitted_at: float | None = None,
    ) -> None:
        """Make a handle on a job whose id is known.

        Args:
            operation_id: The operation that returns the job's status, such as ``get_mass_update_status``.
            parameters: The parameters of that operation that identify the job.
            client: The client that polls, in the version of the API that the job was submitted in.
            submitted_at: The time of the submission, in seconds since 1970; None if unknown.

        Raises:
            ValueError: The operation does not return the status of a job, or has other parameters.
        """
        # Set before anything is raised, so that repr works on a half-made object, as in Client.
        self.operation_id = operation_id
        self.parameters = dict(parameters)
        self._operation, self._waiter = _status_operation(operation_id)
        if set(parameters) != set(self._waiter.job):
            given, expected = (", ".join(names) or "none" for names in (parameters, self._waiter.job))
            raise ValueError(f"parameters: {given}: {operation_id} expects {expected}")
        self.parameters = {name: str(parameters[name]) for name in self._waiter.job}
        for name, text in self.parameters.items():
            if text in ("", ".", ".."):
                raise ValueError(f"{name}: {text!r}: expected text that is not empty, '.' or '..'")
        if not re.fullmatch(r"[0-9]{1,19}", self.job_id):
            raise ValueError(f"{self._waiter.job[-1]}: {self.job_id!r}: expected a number of at most 19 digits")
        self.version = client._session.version
        self.submitted_at = submitted_at
        self.client = client
        self._session = client._session

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.operation_id!r}, {self.parameters!r})"

    @property
    def job_id(self) -> str:
        """The id of the job."""
        return self.parameters[self._waiter.job[-1]]

    @property
    def label(self) -> str:
        """The job as errors name it: its id, and the other parameters, such as the module."""
        *places, job_id = self.parameters.values()
        return " of ".join([f"the job {job_id}", *places])

    def to_dict(self) -> dict[str, Any]:
        """Return the handle as JSON data, without secrets, for another process."""
        return {
            "operation_id": self.operation_id,
            "parameters": dict(self.parameters),
            "version": self.version,
            "submitted_at": self.submitted_at,
        }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any], *, client: BaseClient) -> Self:
        """Return the handle that ``to_dict`` wrote.

        Args:
            source: The data from ``to_dict``.
            client: A client of the same organization.

        Returns:
            The handle.

        Raises:
            ValueError: The data is not from ``to_dict``.
        """
        for name, kind, expected in (
            ("operation_id", str, "a string"),
            ("parameters", dict, "an object"),
            ("version", str, "a string"),
            ("submitted_at", (int, float, type(None)), "seconds since 1970 or null"),
        ):
            if name not in source or not isinstance(source[name], kind):
                found = repr(source[name]) if name in source else "nothing"
                raise ValueError(f"{name}: {found}: expected {expected}")
        version = source["version"]
        return cls(
            source["operation_id"],
            source["parameters"],
            client=client if client._session.version == version else client.with_options(version=version),
            submitted_at=source["submitted_at"],
        )

    @classmethod
    def from_callback(cls, body: bytes | str | Mapping[str, Any], *, client: BaseClient) -> Self:
        """Return the job that Zoho posts to the ``callback`` of a bulk write when it has ended.

        Anybody can post to a public URL: take the callback as a hint, and the truth from ``poll``.

        Args:
            body: The body of the request. The job's details, or an object with them in ``data``; its id is in ``id`` or
                ``job_id``.
            client: A client of the same organization.

        Returns:
            The handle of the job.

        Raises:
            ValueError: The body is not that of a callback.
        """
        try:
            source = json.loads(body) if isinstance(body, (bytes, str)) else body
            details = source["data"][0] if isinstance(source.get("data"), list) else source
            job_id = details["id"] if "id" in details else details["job_id"]
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            raise ValueError("body: expected the details of a job, as JSON") from None
        return cls(_CALLS_BACK, {"job_id": str(job_id)}, client=client)

    @classmethod
    def _started(
        cls, operation: Operation, client: BaseClient, arguments: Mapping[str, Any], response: Response[Any]
    ) -> Self:
        """Return a handle on the job that a submission started.

        ``arguments`` are the path and query parameters of the submission. Raise CompletedImmediately if there is no
        job, SubmissionUncertain if a success names none, and the error of the response if it is one.
        """
        raise_for_error(response)
        link = operation.status
        assert link is not None  # noqa: S101  (only called for operations that have one)
        body = response._json
        try:
            parameters = {name: str(value_of(text, body, arguments)) for name, text in link.parameters.items()}
            return cls(link.operation_id, parameters, client=client, submitted_at=client._session.clock.time())
        except LookupError:
            items = body.get("data") if isinstance(body, dict) else None
            if items and isinstance(items, list):
                raise CompletedImmediately(operation.operation_id, response) from None
            reason = "the response names no job"
        except ValueError as error:
            reason = str(error)
        session = client._session
        path = operation.path.format_map({"version": session.version, **arguments})
        request = httpx.Request(operation.method, session.url_of(operation.host) + path)
        unexpected = UnexpectedResponse(operation.operation_id, reason, response, request)
        raise SubmissionUncertain(operation.operation_id, unexpected)

    def poll_flow(self, http: httpx.Client | httpx.AsyncClient, within: float = math.inf) -> Flow[Response[Any]]:
        """Return the flow of a poll, for ``Session.run`` or ``Session.run_asyncio``. ``within`` limits its seconds."""
        request = self._status_request(http, within)
        response = yield from call_flow(self._operation, self._session, request)
        error = response.error
        if isinstance(error, JobNotFound) or (
            isinstance(error, ApiError) and (error.status_code, error.code) in self._waiter.absent
        ):
            raise JobNotFound.of(self, error) from error
        raise_for_error(response)
        return response

    def result_flow(self, http: httpx.Client | httpx.AsyncClient) -> Flow[BaseResult[T_co]]:
        """Return the flow of a poll whose status becomes a result."""
        response = yield from self.poll_flow(http)
        return self._result(self, status=response.parsed, progress=self._progress(response, http))

    def wait_flow(
        self,
        http: httpx.Client | httpx.AsyncClient,
        timeout: float,
        policy: PollPolicy | None = None,
        on_progress: Callable[[Progress], object] | None = None,
        total: int | None = None,
    ) -> Flow[BaseResult[T_co]]:
        """Return the flow of a wait, for ``Session.run`` or ``Session.run_asyncio``."""
        policy, waiter, clock = checked(timeout, policy) or _POLICY, self._waiter, self._session.clock
        begun = clock.monotonic()
        age = 0.0 if self.submitted_at is None else max(0.0, clock.time() - self.submitted_at)
        samples: list[PollSample] = []
        number, retry_delay, now = 0, 0.0, begun
        status: Any = None
        progress: Progress | None = None
        reserve = min(_LAST_POLL, timeout / 2)
        while True:
            context = PollContext(
                number, age + now - begun, samples, waiter.initial_delay, waiter.max_delay, clock.random()
            )
            delay = policy.delay(context)
            if not 0 <= delay < math.inf:
                raise ValueError(f"policy: {policy!r}: expected a finite delay of seconds ≥ 0, found {delay!r}")
            if delay := max(0.0, min(max(delay, retry_delay), timeout + begun - reserve - now)):
                yield Sleep(delay)
            left = timeout + begun - clock.monotonic()
            try:
                response = yield from self.poll_flow(http, left if timeout else math.inf)
            except TransportError as error:
                if (now := clock.monotonic()) - begun < timeout or not timeout:
                    raise
                raise JobTimedOut(self, status=status, progress=progress, waited=now - begun) from error
            number, now, status = number + 1, clock.monotonic(), response.parsed
            progress = self._progress(response, http)
            _LOGGER.info("%s: %s: %s", self.operation_id, self.job_id, progress)
            if on_progress is not None:
                on_progress(progress)
            if progress.state in waiter.success:
                return self._result(self, status=status, progress=progress)
            if progress.ended:
                raise JobFailed(self, status=status, progress=progress)
            if now - begun >= timeout - reserve:
                raise JobTimedOut(self, status=status, progress=progress, waited=now - begun)
            done = _plausible(progress.done)
            known = _plausible(total if progress.total is None else progress.total)
            samples = [*samples[1 - _SAMPLES :], PollSample(age + now - begun, done, known)]
            retry_delay = retry_after(response.headers, clock.time())

    def _status_request(self, http: httpx.Client | httpx.AsyncClient, within: float = math.inf) -> httpx.Request:
        names = [(name, f"{{{name}}}" in self._operation.path) for name in self.parameters]
        return build(
            self._operation,
            self._session,
            http,
            path={name: self.parameters[name] for name, in_path in names if in_path},
            query={name: self.parameters[name] for name, in_path in names if not in_path},
            within=within,
        )

    def _progress(self, response: Response[Any], http: httpx.Client | httpx.AsyncClient) -> Progress:
        """Return the progress that a status reports. Raise UnexpectedResponse if it has no state."""
        try:
            return progress_of(self._waiter, response._json)
        except LookupError:
            request = self._status_request(http)
            raise UnexpectedResponse(self.operation_id, "the status has no state", response, request) from None

    def _download_flow(
        self, http: httpx.Client | httpx.AsyncClient, to: str | os.PathLike[str], timeout: float | None
    ) -> Flow[Path]:
        checked(timeout or 0, None)
        clock, begun = self._session.clock, self._session.clock.monotonic()
        if self._waiter.result is None:
            raise ResultUnavailable(self, "has no result: jobs of this kind have none")
        expression, operation_id = self._waiter.result
        try:
            response = yield from self.poll_flow(http, math.inf if timeout is None else timeout)
        except JobNotFound as error:
            raise ResultUnavailable(self, "does not exist and has no result") from error
        try:
            address = value_of(expression, response._json)
        except LookupError:
            progress = self._progress(response, http)
            if progress.ended:
                raise ResultUnavailable(self, f"ended as {progress} and has no result") from None
            raise ResultNotReady(self, f"is {progress} and has no result yet") from None
        try:
            left = None if timeout is None else max(0.0, begun + timeout - clock.monotonic())
            return (yield from download(operation_id, self.job_id, address, to, self._session, http, left))
        except ApiError as error:
            if error.kind != "not_found":
                raise
            raise ResultUnavailable(self, "has a result that has expired or does not exist") from error


class BaseResult(Generic[T_co]):
    """What the results of both clients have in common.

    Attributes:
        handle: The job.
        error: The error that ended the wait, in a result of ``watch``; None if there is none.
    """

    __slots__ = ("_progress", "_status", "error", "handle")

    def __init__(
        self,
        handle: BaseHandle[T_co],
        *,
        status: T_co | None = None,
        progress: Progress | None = None,
        error: ZohoCRMError | None = None,
    ) -> None:
        """Make a result. Without an error it has a status and a progress."""
        self.handle = handle
        self.error = error
        self._status = status
        self._progress = progress

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.handle!r}, {str(self.error or self._progress)!r})"

    @property
    def status(self) -> T_co:
        """The last status, typed. Raises ``error`` if no status arrived."""
        if self._status is None:
            raise cast("ZohoCRMError", self.error)
        return self._status

    @property
    def progress(self) -> Progress:
        """The state and counts of the last status, over all files. Raises ``error`` if no status arrived."""
        if self._progress is None:
            raise cast("ZohoCRMError", self.error)
        return self._progress


class JobResult(BaseResult[T_co]):
    """The status of a job: what ``wait`` and ``poll`` return, and ``watch`` yields.

    Attributes:
        handle: The job.
        status: The last status, typed. In a result of ``watch``, raises ``error`` if no status arrived.
        progress: The state and counts of the last status, over all files; raises ``error`` if no status arrived.
        error: The error that ``JobHandle.wait`` would raise, in a result of ``watch``. None if the job succeeded,
            perhaps with records that failed: see ``progress``.
    """

    __slots__ = ()

    handle: JobHandle[T_co]


class AsyncJobResult(BaseResult[T_co]):
    """The status of a job that was submitted with an ``AsyncClient``. It has the attributes of ``JobResult``."""

    __slots__ = ()

    handle: AsyncJobHandle[T_co]


class JobHandle(BaseHandle[T_co]):
    """A job that was submitted. A handle can be stored, and the job waited for by another process.

    Attributes:
        operation_id: The operation that returns the job's status.
        parameters: The parameters of that operation that identify the job.
        version: The version of the API that the job was submitted in.
        submitted_at: The time of the submission, in seconds since 1970; None if unknown.
        client: The client that polls.
    """

    __slots__ = ()

    _result = JobResult

    def poll(self) -> JobResult[T_co]:
        """Return the present status and progress of the job. A job that failed is no error here.

        Returns:
            The result so far; ``progress.ended`` says whether it is final.

        Raises:
            JobNotFound: The job does not exist.
            ZohoCRMError: Any other error of the operation.
        """
        return cast("JobResult[T_co]", self._session.run(self.result_flow(self._session.http())))

    def wait(
        self,
        timeout: float = DEFAULT_TIMEOUT,
        *,
        policy: PollPolicy | None = None,
        on_progress: Callable[[Progress], object] | None = None,
        total: int | None = None,
    ) -> JobResult[T_co]:
        """Wait until the job has ended. Interrupting the wait does not cancel the job.

        Args:
            timeout: The longest wait, in seconds, ≥ 0. The last poll begins a second before, or after half of a shorter
                timeout, and is given up at the timeout. 0 polls once, within the timeout of the client.
            policy: The delays between polls. Defaults to ``ProgressAware()``.
            on_progress: A function called with the progress after each poll.
            total: The number of records in the job, if you know it, such as the rows of the file of a bulk write, whose
                status does not say it. The end is then found sooner, and with fewer polls.

        Returns:
            The result. The job succeeded, perhaps with records that failed: see ``progress``.

        Raises:
            ValueError: The timeout is negative or infinite.
            JobFailed: The job failed as a whole.
            JobTimedOut: The job has not ended within the timeout.
            JobNotFound: The job does not exist.
            ZohoCRMError: The status is unavailable despite retries.
        """
        flow = self.wait_flow(self._session.http(), timeout, policy, on_progress, total)
        return cast("JobResult[T_co]", self._session.run(flow))

    def download(self, to: str | os.PathLike[str], *, timeout: float | None = None) -> Path:
        """Download the result of the job, a zip file, in chunks.

        Args:
            to: The file to write, or a folder, in which the file gets the name that Zoho gave it, which is the job's id
                and ".zip". An existing file is replaced only after the whole result has arrived and was found to be
                sound.
            timeout: The limit on the download as a whole, in seconds, ≥ 0. None limits each of its two calls as the
                client does: pass a longer one for a large result.

        Returns:
            The path of the file.

        Raises:
            ValueError: The timeout is negative or infinite.
            ResultNotReady: The job has not ended, and has no result yet.
            ResultUnavailable: There will be no result: the job failed or does not exist, or its result has expired.
            InvalidResult: The result is no zip file, is damaged, or would extract files outside of its folder.
            ZohoCRMError: The result cannot be fetched.
        """
        return self._session.run(self._download_flow(self._session.http(), to, timeout))


class AsyncJobHandle(BaseHandle[T_co]):
    """A job that was submitted with an ``AsyncClient``. It has the methods of ``JobHandle``, to be awaited."""

    __slots__ = ()

    _result = AsyncJobResult

    async def poll(self) -> AsyncJobResult[T_co]:
        """Return the present status and progress of the job. A job that failed is no error here."""
        flow = self.result_flow(self._session.http_asyncio())
        return cast("AsyncJobResult[T_co]", await self._session.run_asyncio(flow))

    async def wait(
        self,
        timeout: float = DEFAULT_TIMEOUT,
        *,
        policy: PollPolicy | None = None,
        on_progress: Callable[[Progress], object] | None = None,
        total: int | None = None,
    ) -> AsyncJobResult[T_co]:
        """Wait until the job has ended. Cancelling the task does not cancel it."""
        flow = self.wait_flow(self._session.http_asyncio(), timeout, policy, on_progress, total)
        return cast("AsyncJobResult[T_co]", await self._session.run_asyncio(flow))

    async def download(self, to: str | os.PathLike[str], *, timeout: float | None = None) -> Path:
        """Download the result of the job, a zip file, blocking only to write to the file."""
        return await self._session.run_asyncio(self._download_flow(self._session.http_asyncio(), to, timeout))


def _status_operation(operation_id: str) -> tuple[Operation, Waiter]:
    operation = load_operation(operation_id)
    if operation.waiter is None:
        raise ValueError(f"operation_id: {operation_id!r}: expected an operation that returns the status of a job")
    return operation, operation.waiter


def _plausible(count: int | None) -> int | None:
    """Return a count; None if it is so large that no float holds it, which no job reports."""
    return count if count is not None and 0 <= count < 2**53 else None


def checked(timeout: float, policy: PollPolicy | None) -> PollPolicy | None:
    """Return the policy of a wait. Raise ValueError if it is none, or if the timeout is out of range."""
    if not isinstance(timeout, (int, float)) or not 0 <= timeout < math.inf:
        raise ValueError(f"timeout: {timeout!r}: expected a finite number of seconds ≥ 0")
    if policy is not None and not callable(getattr(policy, "delay", None)):
        raise ValueError(f"policy: {policy!r}: expected a PollPolicy, such as ProgressAware()")
    return policy
