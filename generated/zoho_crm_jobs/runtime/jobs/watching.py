"""Waiting for many jobs at once."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from functools import partial
from heapq import heappop, heappush
from itertools import chain
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from ..clock import Clock
from ..errors import JobFailed, JobTimedOut
from ..flow import Send, Work
from ..types import ZohoCRMError
from .handle import DEFAULT_TIMEOUT, BaseHandle, BaseResult, checked

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Iterator

    from ..flow import Flow, Outcome, Sleep
    from .handle import AsyncJobHandle, AsyncJobResult, JobHandle, JobResult
    from .polling import PollPolicy
    from .progress import Progress

__all__ = ("watch", "watch_asyncio")

T = TypeVar("T")


class _Watched:
    """A job that is watched, and the outcome of a request to send into its flow next."""

    __slots__ = ("flow", "handle", "received")

    def __init__(self, handle: BaseHandle[Any], flow: Flow[BaseResult[Any]]) -> None:
        self.handle = handle
        self.flow = flow
        self.received: Outcome | None = None

    def advance(self) -> Send | Sleep | BaseResult[Any]:
        """Return the next step of the flow, or the result of the job."""
        try:
            step = self.flow.send(self.received)
            assert not isinstance(step, Work)  # noqa: S101  (a wait has none)
            return step
        except StopIteration as end:
            result: BaseResult[Any] = end.value
            return result
        except (JobFailed, JobTimedOut) as error:
            return self.handle._result(self.handle, status=error.status, progress=error.progress, error=error)
        except ZohoCRMError as error:
            return self.handle._result(self.handle, error=error)


class _Poll(NamedTuple):
    """Send this request now."""

    watched: _Watched
    send: Send


class _WaitUntil(NamedTuple):
    """Do nothing until this moment, in monotonic seconds, or until a response arrives."""

    moment: float


class _Done(NamedTuple):
    """All jobs have a result."""


_UNTIL_RESPONSE = _WaitUntil(float("inf"))


class _Watch:
    """The schedule of a watch: which job to poll, and when. It does no I/O, and takes the time as an argument."""

    def __init__(
        self,
        handles: Iterable[BaseHandle[Any]],
        begin: Callable[[BaseHandle[Any]], Flow[BaseResult[Any]]],
        *,
        concurrency: int,
        per_second: float,
        at_once: int,
    ) -> None:
        for name, value in (("concurrency", concurrency), ("at_once", at_once)):
            if value < 1:
                raise ValueError(f"{name}: {value!r}: expected a number ≥ 1")
        if not per_second > 0:
            raise ValueError(f"per_second: {per_second!r}: expected a number > 0")
        self._handles = iter(handles)
        self._begin = begin
        self._concurrency = concurrency
        self._interval = 1 / per_second
        self._at_once = at_once
        self._due: list[tuple[float, int, _Watched, Send | None]] = []
        self._order = 0
        self._watched = 0
        self._next_poll = float("-inf")
        self._ended: deque[BaseResult[Any]] = deque()
        self.in_flight = 0

    def receive(self, watched: _Watched, received: Outcome, now: float) -> None:
        """Take the outcome of a request."""
        self.in_flight -= 1
        watched.received = received
        self._advance(watched, now)

    def next(self, now: float) -> BaseResult[Any] | _Poll | _WaitUntil | _Done:
        """Return the next action: yield the result of a job, poll, wait, or stop."""
        while True:
            self._admit(now)
            if self._ended:
                return self._ended.popleft()
            if not self._due:
                return _UNTIL_RESPONSE if self.in_flight else _Done()
            due, _, watched, send = self._due[0]
            if send is None:
                if due > now:
                    return _WaitUntil(due)
                heappop(self._due)
                watched.received = None
                self._advance(watched, now)
            elif self.in_flight >= self._concurrency:
                return _UNTIL_RESPONSE
            elif self._next_poll > now:
                return _WaitUntil(self._next_poll)
            else:
                heappop(self._due)
                self.in_flight += 1
                self._next_poll = max(now, self._next_poll) + self._interval
                return _Poll(watched, send)

    def _admit(self, now: float) -> None:
        """Take jobs from the iterable until the window is full."""
        while self._watched < self._at_once and (handle := next(self._handles, None)) is not None:
            self._watched += 1
            self._advance(_Watched(handle, self._begin(handle)), now)

    def _advance(self, watched: _Watched, now: float) -> None:
        step = watched.advance()
        if isinstance(step, BaseResult):
            self._watched -= 1
            self._ended.append(step)
            return
        due, send = (now, step) if isinstance(step, Send) else (now + step.seconds, None)
        self._order += 1
        heappush(self._due, (due, self._order, watched, send))


class _Threads:
    """Threads that send requests. They are daemons, so that no process waits for them at its end.

    Attributes:
        arrived: The outcome of each request.
    """

    def __init__(self, most: int) -> None:
        self.arrived: SimpleQueue[tuple[_Watched, Outcome]] = SimpleQueue()
        self._requests: SimpleQueue[tuple[_Watched, Send] | None] = SimpleQueue()
        self._most = most
        self._threads: list[Thread] = []

    def send(self, watched: _Watched, send: Send) -> None:
        """Let a thread send a request."""
        self._requests.put((watched, send))
        if len(self._threads) < self._most:
            self._threads.append(Thread(target=self._work, name="zoho_crm_jobs", daemon=True))
            self._threads[-1].start()

    def _work(self) -> None:
        while (request := self._requests.get()) is not None:
            watched, send = request
            self.arrived.put((watched, watched.handle._session.send(send)))

    def stop(self) -> None:
        """End each thread as soon as it has the outcome of its request, without waiting for it."""
        for _ in self._threads:
            self._requests.put(None)


def watch(
    handles: Iterable[JobHandle[T]],
    *,
    timeout: float = DEFAULT_TIMEOUT,
    concurrency: int = 5,
    per_second: float = 10.0,
    at_once: int = 10_000,
    policy: PollPolicy | None = None,
    on_progress: Callable[[JobHandle[T], Progress], object] | None = None,
    clock: Clock | None = None,
) -> Iterator[JobResult[T]]:
    """Wait for many jobs and yield the result of each as soon as it is known.

    Every job gets a result, whatever happens to the others: its ``error`` is what ``JobHandle.wait`` would raise. While
    the caller handles a result, no new requests are sent; requests in flight continue. Breaking out of the loop does
    not cancel the jobs.

    Args:
        handles: The jobs.
        timeout: The longest wait for each job, in seconds, ≥ 0.
        concurrency: The maximum number of requests in flight.
        per_second: The maximum number of requests per second.
        at_once: The maximum number of jobs watched at the same time. More are taken from ``handles`` as jobs end.
        policy: The delays between polls. Defaults to ``ProgressAware()``.
        on_progress: A function called with a job and its progress after each poll.
        clock: The source of time. Defaults to that of the first job's client.

    Yields:
        The result of a job.

    Raises:
        ValueError: A number is out of range.
    """
    handles, clock = _with_clock(handles, clock, timeout, policy)
    begin = partial(_begin, False, timeout, policy, on_progress)
    state = _Watch(handles, begin, concurrency=concurrency, per_second=per_second, at_once=at_once)
    threads = _Threads(concurrency)
    try:
        while True:
            match state.next(now := clock.monotonic()):
                case _Done():
                    return
                case BaseResult() as result:
                    yield cast("JobResult[T]", result)
                case _Poll(watched, send):
                    threads.send(watched, send)
                case _WaitUntil(moment) if not state.in_flight:
                    clock.sleep(moment - now)
                case wait:
                    with suppress(Empty):
                        watched, received = threads.arrived.get(timeout=_seconds_until(wait, now))
                        state.receive(watched, received, clock.monotonic())
    finally:
        threads.stop()


async def watch_asyncio(
    handles: Iterable[AsyncJobHandle[T]],
    *,
    timeout: float = DEFAULT_TIMEOUT,
    concurrency: int = 5,
    per_second: float = 10.0,
    at_once: int = 10_000,
    policy: PollPolicy | None = None,
    on_progress: Callable[[AsyncJobHandle[T], Progress], object] | None = None,
    clock: Clock | None = None,
) -> AsyncIterator[AsyncJobResult[T]]:
    """Wait for many jobs as ``watch`` does, without blocking."""
    import asyncio  # not above, so that programs without asyncio do not load it

    handles, clock = _with_clock(handles, clock, timeout, policy)
    begin = partial(_begin, True, timeout, policy, on_progress)
    state = _Watch(handles, begin, concurrency=concurrency, per_second=per_second, at_once=at_once)
    in_flight: dict[asyncio.Task[Outcome], _Watched] = {}
    try:
        while True:
            match state.next(now := clock.monotonic()):
                case _Done():
                    return
                case BaseResult() as result:
                    yield cast("AsyncJobResult[T]", result)
                case _Poll(watched, send):
                    in_flight[asyncio.create_task(watched.handle._session.send_asyncio(send))] = watched
                case _WaitUntil(moment) if not in_flight:
                    await clock.sleep_asyncio(moment - now)
                case wait:
                    done, _ = await asyncio.wait(
                        in_flight, timeout=_seconds_until(wait, now), return_when=asyncio.FIRST_COMPLETED
                    )
                    for task in done:
                        state.receive(in_flight.pop(task), task.result(), clock.monotonic())
    finally:
        for task in in_flight:
            task.cancel()
        await asyncio.gather(*in_flight, return_exceptions=True)


def _with_clock(
    handles: Iterable[Any], clock: Clock | None, timeout: float, policy: PollPolicy | None
) -> tuple[Iterable[Any], Clock]:
    """Return the jobs and the clock of the first one. Raise ValueError for a wrong argument, before any poll."""
    checked(timeout, policy)
    handles = iter(handles)
    first = next(handles, None)
    if first is None:
        return (), clock or Clock()
    return chain([first], handles), clock or first._session.clock


def _begin(
    asynchronous: bool,
    timeout: float,
    policy: PollPolicy | None,
    on_progress: Callable[[Any, Progress], object] | None,
    handle: BaseHandle[Any],
) -> Flow[BaseResult[Any]]:
    http = handle._session.http_asyncio() if asynchronous else handle._session.http()
    return handle.wait_flow(http, timeout, policy, None if on_progress is None else partial(on_progress, handle))


def _seconds_until(wait: _WaitUntil, now: float) -> float | None:
    """Return the timeout of a wait; None if only a response ends it."""
    return None if wait is _UNTIL_RESPONSE else wait.moment - now
