"""Waits for many jobs at once."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from heapq import heappop, heappush
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, NamedTuple

from ..call import Send, Sleep
from ..clock import Clock
from ..errors import JobFailed, JobTimedOut, ZohoCRMError
from .handle import DEFAULT_TIMEOUT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Iterator
    from concurrent.futures import Future

    from ..call import Outcome as Answer
    from ..call import Steps
    from .handle import Finished, JobHandle, Progress
    from .polling import PollPolicy

__all__ = ("Outcome", "watch", "watch_asyncio")


class Outcome(NamedTuple):
    """What became of a job that was watched.

    Attributes:
        handle: The job.
        last: The last status, typed; None if there is none.
        progress: The state and counts that it says; None if there is none.
        error: Why it did not end well, or why that is not known: what ``JobHandle.wait`` raises. None if it did end
            well, perhaps with records that failed: see ``progress``.
    """

    handle: JobHandle[Any]
    last: Any
    progress: Progress | None
    error: ZohoCRMError | None


class _Watched:
    """A job that is watched, and what to tell its wait next."""

    __slots__ = ("answer", "handle", "steps")

    def __init__(self, handle: JobHandle[Any], steps: Steps[Finished]) -> None:
        self.handle = handle
        self.steps = steps
        self.answer: Answer | None = None

    def go_on(self) -> Send | Sleep | Outcome:
        """Returns what the wait needs done next, or what became of it."""
        try:
            return self.steps.send(self.answer)
        except StopIteration as end:
            finished: Finished = end.value
            return Outcome(self.handle, finished.last, finished.progress, None)
        except (JobFailed, JobTimedOut) as error:
            return Outcome(self.handle, error.last, error.progress, error)
        except ZohoCRMError as error:
            return Outcome(self.handle, None, None, error)


class _Watch:
    """Decides what to do next: who is asked, and when. It does nothing itself, and is told the time.

    Whoever is due first is asked first, and of two that are due at the same time the one who has waited longer.
    """

    def __init__(
        self,
        handles: Iterable[JobHandle[Any]],
        begin: Callable[[JobHandle[Any]], Steps[Finished]],
        *,
        concurrency: int,
        per_second: float,
        at_once: int,
    ) -> None:
        for name, value in (("concurrency", concurrency), ("at_once", at_once)):
            if value < 1:
                raise ValueError(f"{name}: {value!r}: expected 1 or more")
        if not per_second > 0:
            raise ValueError(f"per_second: {per_second!r}: expected more than 0")
        self._handles = iter(handles)
        self._begin = begin
        self._concurrency = concurrency
        self._between = 1 / per_second
        self._at_once = at_once
        self._due: list[tuple[float, int, _Watched, Send | None]] = []
        self._order = 0
        self._watched = 0
        self._next_turn = float("-inf")
        self._ended: deque[Outcome] = deque()
        self.asked = 0

    def answered(self, watched: _Watched, answer: Answer, now: float) -> None:
        """Takes an answer."""
        self.asked -= 1
        watched.answer = answer
        self._go_on(watched, now)

    def next(self, now: float) -> Outcome | tuple[_Watched, Send] | float | None:
        """Returns what became of a job, a request to make, or until when there is nothing to do but wait for answers.

        ``None`` says that all is done.
        """
        while True:
            self._admit(now)
            if self._ended:
                return self._ended.popleft()
            if not self._due:
                return float("inf") if self.asked else None
            due, _, watched, send = self._due[0]
            if send is None:
                if due > now:
                    return due
                heappop(self._due)
                watched.answer = None
                self._go_on(watched, now)
            elif self.asked >= self._concurrency:
                return float("inf")
            elif self._next_turn > now:
                return self._next_turn
            else:
                heappop(self._due)
                self.asked += 1
                self._next_turn = max(now, self._next_turn) + self._between
                return watched, send

    def _admit(self, now: float) -> None:
        while self._watched < self._at_once and (handle := next(self._handles, None)) is not None:
            self._watched += 1
            self._go_on(_Watched(handle, self._begin(handle)), now)

    def _go_on(self, watched: _Watched, now: float) -> None:
        step = watched.go_on()
        if isinstance(step, Outcome):
            self._watched -= 1
            self._ended.append(step)
            return
        due, send = (now, step) if isinstance(step, Send) else (now + step.seconds, None)
        self._order += 1
        heappush(self._due, (due, self._order, watched, send))


def watch(
    handles: Iterable[JobHandle[Any]],
    *,
    timeout: float = DEFAULT_TIMEOUT,
    concurrency: int = 5,
    per_second: float = 10.0,
    at_once: int = 10_000,
    policy: PollPolicy | None = None,
    on_progress: Callable[[JobHandle[Any], Progress], object] | None = None,
    clock: Clock | None = None,
) -> Iterator[Outcome]:
    """Waits for many jobs and yields what became of each, in the order in which that is known.

    Whatever happens to one job, every job has its outcome. Nothing is asked while the outcome is looked at, beyond what
    was under way. To stop early does not end the jobs.

    Args:
        handles: The jobs.
        timeout: For how long each is waited for at most, in seconds.
        concurrency: How many are asked at the same time.
        per_second: How many are asked in a second.
        at_once: How many are taken from ``handles`` at once; more of them when others have ended.
        policy: When to ask; ``ProgressAware()`` if left out.
        on_progress: What to call with each answer that says how far a job is.
        clock: What tells the time, for tests; the system's clock if left out.

    Yields:
        What became of a job.

    Raises:
        ValueError: A number is out of bounds.
    """
    clock = clock or Clock()
    begin = partial(_begin, False, timeout, policy, on_progress)
    state = _Watch(handles, begin, concurrency=concurrency, per_second=per_second, at_once=at_once)
    answers: SimpleQueue[tuple[_Watched, Future[Answer]]] = SimpleQueue()
    threads = ThreadPoolExecutor(concurrency, thread_name_prefix="zoho_crm_jobs")
    try:
        while (step := state.next(now := clock.monotonic())) is not None:
            if isinstance(step, Outcome):
                yield step
            elif isinstance(step, tuple):
                watched, send = step
                asked = threads.submit(watched.handle.client.send, send)
                asked.add_done_callback(partial(_put, answers, watched))
            elif state.asked == 0:
                clock.sleep(step - now)
            else:
                with suppress(Empty):
                    watched, answer = answers.get(timeout=None if step == float("inf") else step - now)
                    state.answered(watched, answer.result(), clock.monotonic())
    finally:
        threads.shutdown(wait=False, cancel_futures=True)


async def watch_asyncio(
    handles: Iterable[JobHandle[Any]],
    *,
    timeout: float = DEFAULT_TIMEOUT,
    concurrency: int = 5,
    per_second: float = 10.0,
    at_once: int = 10_000,
    policy: PollPolicy | None = None,
    on_progress: Callable[[JobHandle[Any], Progress], object] | None = None,
    clock: Clock | None = None,
) -> AsyncIterator[Outcome]:
    """Waits for many jobs as ``watch`` does, without blocking."""
    import asyncio

    clock = clock or Clock()
    begin = partial(_begin, True, timeout, policy, on_progress)
    state = _Watch(handles, begin, concurrency=concurrency, per_second=per_second, at_once=at_once)
    asking: dict[asyncio.Task[Answer], _Watched] = {}
    try:
        while (step := state.next(now := clock.monotonic())) is not None:
            if isinstance(step, Outcome):
                yield step
            elif isinstance(step, tuple):
                watched, send = step
                asking[asyncio.create_task(watched.handle.client.send_asyncio(send))] = watched
            elif not asking:
                await clock.sleep_asyncio(step - now)
            else:
                until = None if step == float("inf") else step - now
                done, _ = await asyncio.wait(asking, timeout=until, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    state.answered(asking.pop(task), task.result(), clock.monotonic())
    finally:
        for task in asking:
            task.cancel()
        await asyncio.gather(*asking, return_exceptions=True)


def _begin(
    asynchronous: bool,
    timeout: float,
    policy: PollPolicy | None,
    on_progress: Callable[[JobHandle[Any], Progress], object] | None,
    handle: JobHandle[Any],
) -> Steps[Finished]:
    http = handle.client.http_asyncio() if asynchronous else handle.client.http()
    return handle.waiting(http, timeout, policy, None if on_progress is None else partial(on_progress, handle))


def _put(answers: SimpleQueue[tuple[_Watched, Future[Answer]]], watched: _Watched, answer: Future[Answer]) -> None:
    answers.put((watched, answer))
