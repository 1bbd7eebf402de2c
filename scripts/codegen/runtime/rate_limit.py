"""The rate limit that keeps a client below Zoho's limits."""

from __future__ import annotations

import math
from contextlib import asynccontextmanager, contextmanager
from threading import Lock, Semaphore
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import httpx

from .transport.fork import renew_after_fork

if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncIterator, Iterator

    from .clock import Clock

__all__ = ("RateLimit",)


class RateLimit:
    """The maximum number of concurrent calls, and of calls per second. Calls beyond it wait for their turn.

    Zoho allows an organization 5 to 25 concurrent calls, depending on its edition. Calls of the synchronous functions
    and of each event loop have a concurrency limit each; all share the limit per second. Several clients can share a
    rate limit.
    """

    def __init__(self, *, concurrency: int = 5, per_second: float = float("inf")) -> None:
        """Make a rate limit.

        Args:
            concurrency: The maximum number of concurrent calls, ≥ 1.
            per_second: The maximum number of calls that begin in a second, > 0.

        Raises:
            ValueError: A number is out of range.
        """
        # Set before anything is raised, so that repr works on a half-made object, as in Client.
        self.concurrency = concurrency
        self.per_second = per_second
        if concurrency < 1:
            raise ValueError(f"concurrency: {concurrency!r}: expected a number ≥ 1")
        if not per_second > 0:
            raise ValueError(f"per_second: {per_second!r}: expected a number > 0")
        self._next = float("-inf")
        self.after_fork()
        renew_after_fork(self)

    def __repr__(self) -> str:
        return f"RateLimit(concurrency={self.concurrency!r}, per_second={self.per_second!r})"

    def after_fork(self) -> None:
        """Leave the slots to the calls of the parent process."""
        self._slots = Semaphore(self.concurrency)
        # A semaphore of asyncio belongs to one event loop.
        self._slots_of: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()
        self._lock = Lock()

    def turn(self, now: float, within: float = math.inf) -> float:
        """Reserve the next turn and return the seconds until it. ``now`` is in monotonic seconds.

        Raise httpx.PoolTimeout, as for a connection that does not become free, if it is not within so many seconds.
        """
        with self._lock:
            begin = max(now, self._next)
            if begin - now > within:
                raise _too_late()
            self._next = begin + 1 / self.per_second
            return begin - now

    @contextmanager
    def hold(self, clock: Clock, within: float = math.inf) -> Iterator[None]:
        """Wait for a turn and occupy a slot until the block ends. Raise httpx.PoolTimeout as ``turn`` does."""
        if not self._slots.acquire(timeout=None if within == math.inf else within):
            raise _too_late()
        try:
            if delay := self.turn(clock.monotonic(), within):
                clock.sleep(delay)
            yield
        finally:
            self._slots.release()

    @asynccontextmanager
    async def hold_asyncio(self, clock: Clock, within: float = math.inf) -> AsyncIterator[None]:
        """Wait for a turn as ``hold`` does, without blocking."""
        from asyncio import Semaphore, get_running_loop, wait_for

        loop = get_running_loop()
        with self._lock:
            slots = self._slots_of.setdefault(loop, Semaphore(self.concurrency))
        try:
            await wait_for(slots.acquire(), None if within == math.inf else within)
        except TimeoutError:
            raise _too_late() from None
        try:
            if delay := self.turn(clock.monotonic(), within):
                await clock.sleep_asyncio(delay)
            yield
        finally:
            slots.release()


def _too_late() -> httpx.PoolTimeout:
    return httpx.PoolTimeout("the rate limit has no turn within the time of the call")
