"""Jobs: a handle on one, its progress, and waiting for its end."""

from __future__ import annotations

import contextlib
import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, cast

from ... import _document
from .. import call as _call
from ..call import Sleep
from ..errors import ApiError, JobFailed, JobNotFound, JobTimedOut, NoJob, UnexpectedResponse
from ..retries import retry_after
from . import results as _results
from .polling import Polls, ProgressAware, Sample

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import httpx

    from ..call import Steps
    from ..client import Client
    from ..operation import Operation, Waiter
    from ..types import Response
    from .polling import PollPolicy

__all__ = ("JobHandle", "Progress")

T = TypeVar("T")
DEFAULT_TIMEOUT = 3600.0
_LOGGER = logging.getLogger("zoho_crm_jobs")
_POLICY: PollPolicy = ProgressAware()
_SAMPLES = 4


class Progress(NamedTuple):
    """How far a job is, in the same form for every system.

    Attributes:
        state: The state, as Zoho writes it.
        succeeded: How many records were processed with success; for a bulk write, added or updated.
        failed: How many were not; for a bulk write, skipped.
        total: How many there are; None where the status does not say. A bulk write in progress only says how many it
            has come to.
        ended: Whether the state is one that a job ends in.
    """

    state: str
    succeeded: int | None = None
    failed: int | None = None
    total: int | None = None
    ended: bool = False

    def __str__(self) -> str:
        if self.total is None or self.done is None:
            return self.state
        failed = f" ({self.failed} failed)" if self.failed else ""
        return f"{self.state} {self.done} of {self.total}{failed}"

    @property
    def done(self) -> int | None:
        """How many records were processed, with success or not."""
        return None if self.succeeded is None else self.succeeded + (self.failed or 0)

    @property
    def partly_failed(self) -> bool:
        """Whether the job ended and there are records that it failed to process."""
        return self.ended and bool(self.failed)


class JobHandle(Generic[T]):
    """A job that was started. It can be stored, and waited for by another process.

    Attributes:
        operation_id: The operation that tells the job's status.
        parameters: The parameters of that operation that name the job.
        version: The version of the API that the job was started in.
        submitted_at: When, in seconds since 1970; None if that is not known.
        client: What the status is asked with.
    """

    __slots__ = ("_operation", "_waiter", "client", "operation_id", "parameters", "submitted_at", "version")

    def __init__(
        self,
        operation_id: str,
        parameters: Mapping[str, str],
        *,
        client: Client,
        submitted_at: float | None = None,
    ) -> None:
        """Makes a handle on a job whose id is known.

        Args:
            operation_id: The operation that tells the job's status, such as ``get_mass_update_status``.
            parameters: Its parameters that name the job.
            client: What the status is asked with, in the version of the API that it was made for.
            submitted_at: When the job was submitted, in seconds since 1970.

        Raises:
            ValueError: The operation does not tell the status of a job, or has other parameters.
        """
        # Before anything is raised, so that the repr can be asked for, as in Client.
        self.operation_id = operation_id
        self.parameters = dict(parameters)
        self._operation, self._waiter = _status_operation(operation_id)
        if set(parameters) != set(self._waiter.job):
            given, expected = (", ".join(names) or "none" for names in (parameters, self._waiter.job))
            raise ValueError(f"parameters: {given}: {operation_id} has {expected}")
        self.parameters = {name: str(parameters[name]) for name in self._waiter.job}
        self.version = client.version
        self.submitted_at = submitted_at
        self.client = client

    def __repr__(self) -> str:
        return f"JobHandle({self.operation_id!r}, {self.parameters!r})"

    @property
    def waiter(self) -> Waiter:
        """What the document says of waiting for the job."""
        return self._waiter

    @property
    def job_id(self) -> str:
        """The id of the job."""
        return self.parameters[self._waiter.job[-1]]

    def to_dict(self) -> dict[str, Any]:
        """Returns what another process needs to go on with the job, as JSON has it. There is no secret in it."""
        return {
            "operation_id": self.operation_id,
            "parameters": dict(self.parameters),
            "version": self.version,
            "submitted_at": self.submitted_at,
        }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any], *, client: Client) -> JobHandle[T]:
        """Returns the handle that ``to_dict`` wrote.

        Args:
            source: What it wrote.
            client: What the status is asked with, of the same organization.

        Returns:
            The handle.

        Raises:
            ValueError: It wrote something else.
        """
        for name, kind, expected in (
            ("operation_id", str, "a text"),
            ("parameters", dict, "an object"),
            ("version", str, "a text"),
            ("submitted_at", (int, float, type(None)), "seconds since 1970 or null"),
        ):
            if name not in source or not isinstance(source[name], kind):
                found = repr(source[name]) if name in source else "nothing"
                raise ValueError(f"{name}: {found}: expected {expected}")
        version = source["version"]
        return cls(
            source["operation_id"],
            source["parameters"],
            client=client if client.version == version else client.with_options(version=version),
            submitted_at=source["submitted_at"],
        )

    def poll(self) -> T:
        """Returns the status of the job.

        Returns:
            The status, typed.

        Raises:
            JobNotFound: There is no such job.
            ZohoCRMError: What else the operation raises.
        """
        return cast("T", self.client.run(self.polling(self.client.http())).parsed)

    async def poll_asyncio(self) -> T:
        """Returns the status of the job, as ``poll`` does, without blocking."""
        return cast("T", (await self.client.run_asyncio(self.polling(self.client.http_asyncio()))).parsed)

    def wait(
        self,
        timeout: float = DEFAULT_TIMEOUT,
        *,
        policy: PollPolicy | None = None,
        on_progress: Callable[[Progress], object] | None = None,
    ) -> T:
        """Waits until the job has ended. To end the wait does not end the job.

        Args:
            timeout: For how long at most, in seconds.
            policy: When to ask; ``ProgressAware()`` if left out.
            on_progress: What to call with each answer.

        Returns:
            The last status, typed. Records that could not be processed are in its counts.

        Raises:
            ValueError: The time is negative, or without end.
            JobFailed: The job ended without doing its work.
            JobTimedOut: The job has not ended in time.
            JobNotFound: There is no such job.
            ZohoCRMError: The status cannot be told, in spite of retries.
        """
        steps = self.waiting(self.client.http(), timeout, policy, on_progress)
        return cast("T", self.client.run(steps).last)

    async def wait_asyncio(
        self,
        timeout: float = DEFAULT_TIMEOUT,
        *,
        policy: PollPolicy | None = None,
        on_progress: Callable[[Progress], object] | None = None,
    ) -> T:
        """Waits until the job has ended, as ``wait`` does, without blocking. To cancel it does not end the job."""
        steps = self.waiting(self.client.http_asyncio(), timeout, policy, on_progress)
        return cast("T", (await self.client.run_asyncio(steps)).last)

    def download(self, to: str | os.PathLike[str]) -> Path:
        """Fetches the result of the job, a zip file, piece by piece.

        Args:
            to: The file to write, or a folder in which it gets the name that Zoho gave it. What was there is replaced
                once all of the result has come and was found to be good.

        Returns:
            The file.

        Raises:
            NoResult: The job has no result, or not yet.
            InvalidResult: What came is no zip file, is damaged, or has a file in it that would be unpacked elsewhere.
            ZohoCRMError: It cannot be fetched.
        """
        return self.client.run(_results.download(self, self.client.http(), to))

    async def download_asyncio(self, to: str | os.PathLike[str]) -> Path:
        """Fetches the result of the job, as ``download`` does, without blocking but for the writing of the file."""
        return await self.client.run_asyncio(_results.download(self, self.client.http_asyncio(), to))

    def polling(self, http: httpx.Client | httpx.AsyncClient) -> Steps[Response[Any]]:
        """Returns the steps of a poll, for whoever does them.

        Args:
            http: What the status is asked with.
        """
        names = [(name, f"{{{name}}}" in self._operation.path) for name in self.parameters]
        request = _call.build(
            self._operation,
            self.client,
            http,
            path={name: self.parameters[name] for name, in_path in names if in_path},
            query={name: self.parameters[name] for name, in_path in names if not in_path},
            headers={},
        )
        response = yield from _call.steps(self._operation, self.client, request)
        problem = response.problem
        if isinstance(problem, ApiError) and (problem.status_code, problem.code) in self._waiter.absent:
            raise JobNotFound(self.operation_id, f"{problem.code}: there is no such job", response) from problem
        _call.unwrap(response)
        return response

    def waiting(
        self,
        http: httpx.Client | httpx.AsyncClient,
        timeout: float,
        policy: PollPolicy | None = None,
        on_progress: Callable[[Progress], object] | None = None,
    ) -> Steps[Finished]:
        """Returns the steps of a wait, for whoever does them.

        Args:
            http: What the status is asked with.
            timeout: For how long at most, in seconds.
            policy: When to ask; ``ProgressAware()`` if left out.
            on_progress: What to call with each answer.
        """
        if not 0 <= timeout < float("inf"):
            raise ValueError(f"timeout: {timeout!r}: expected seconds, 0 or more and not without end")
        policy, waiter, clock = policy or _POLICY, self._waiter, self.client.clock
        begun = clock.monotonic()
        age = 0.0 if self.submitted_at is None else max(0.0, clock.time() - self.submitted_at)
        samples: list[Sample] = []
        number, asked, now = 0, 0.0, begun
        while True:
            polls = Polls(number, age + now - begun, samples, waiter.initial_delay, waiter.max_delay, clock.random())
            delay = policy.delay(polls)
            if not 0 <= delay < float("inf"):
                raise ValueError(f"policy: {policy!r}: expected a delay of 0 seconds or more, found {delay!r}")
            if delay := min(max(delay, asked), timeout + begun - now):
                yield Sleep(delay)
            response = yield from self.polling(http)
            number, now = number + 1, clock.monotonic()
            try:
                progress = _progress(waiter, _call.body_of(response.content))
            except LookupError:
                raise UnexpectedResponse(self.operation_id, "there is no state in the answer", response) from None
            _LOGGER.info("%s: %s: %s", self.operation_id, self.job_id, progress)
            if on_progress is not None:
                on_progress(progress)
            if progress.state in waiter.success:
                return Finished(response.parsed, progress)
            if progress.ended:
                raise JobFailed(self.operation_id, last=response.parsed, progress=progress)
            if now - begun >= timeout:
                waited = now - begun
                raise JobTimedOut(self.operation_id, last=response.parsed, progress=progress, waited=waited)
            samples = [*samples[1 - _SAMPLES :], Sample(age + now - begun, progress.done, progress.total)]
            asked = retry_after(response.headers, clock.time())


class Finished(NamedTuple):
    """How a wait ended well.

    Attributes:
        last: The last status, typed.
        progress: The state and counts that it says.
    """

    last: Any
    progress: Progress


def started(
    operation: Operation, client: Client, arguments: Mapping[str, Any], response: Response[Any]
) -> JobHandle[Any]:
    """Returns a handle on the job that a submission started.

    Args:
        operation: The submission.
        client: What it was made with.
        arguments: Its path and query parameters.
        response: Its answer.

    Raises:
        NoJob: It was carried out at once.
        ZohoCRMError: It was not a success.
    """
    _call.unwrap(response)
    link = operation.status
    assert link is not None  # noqa: S101  (or it would not be called)
    body = _call.body_of(response.content)
    try:
        parameters = {name: str(value_of(text, body, arguments)) for name, text in link.parameters.items()}
    except LookupError:
        raise NoJob(operation.operation_id, response) from None
    return JobHandle(link.operation_id, parameters, client=client, submitted_at=client.clock.time())


def operation_of(operation_id: str) -> Operation:
    """Returns an operation by its name.

    Args:
        operation_id: The name.

    Raises:
        ValueError: The document has no such operation.
    """
    if operation_id not in _document.OPERATIONS:
        raise ValueError(f"operation_id: {operation_id!r}: expected one of {', '.join(_document.OPERATIONS)}")
    operation: Operation = import_module(_document.OPERATIONS[operation_id], _document.__package__)._OPERATION
    return operation


def _status_operation(operation_id: str) -> tuple[Operation, Waiter]:
    operation = operation_of(operation_id)
    if operation.waiter is None:
        raise ValueError(f"operation_id: {operation_id!r}: expected an operation that tells the status of a job")
    return operation, operation.waiter


def _progress(waiter: Waiter, body: Any) -> Progress:
    counts: dict[str, int] = {}
    for name, expression in waiter.counts.items():
        with contextlib.suppress(LookupError):
            counts[name] = value_of(expression, body)
    state = str(value_of(waiter.state, body))
    # A bulk write counts what it did to the records, the others whether they did what they should.
    parts = [counts[name] for name in ("succeeded", "added", "updated") if name in counts]
    return Progress(
        state,
        sum(parts) if parts else None,
        counts.get("failed", counts.get("skipped")),
        counts.get("total"),
        state in waiter.success or state in waiter.failure,
    )


def value_of(expression: str, body: Any, arguments: Mapping[str, Any] | None = None) -> Any:
    """Returns what a runtime expression of the document stands for.

    Args:
        expression: The expression.
        body: The body of the answer.
        arguments: The parameters of the request.

    Raises:
        LookupError: Nothing.
    """
    place, _, pointer = expression.partition("#/")
    if place != "$response.body":
        return (arguments or {})[place.rpartition(".")[2]]
    for step in pointer.split("/"):
        try:
            body = body[int(step)] if isinstance(body, list) else body[step]
        except (TypeError, ValueError):
            raise LookupError(expression) from None
    return body
