"""Keeps a client below the limits that Zoho sets."""

from __future__ import annotations

from contextlib import asynccontextmanager, contextmanager
from threading import Lock, Semaphore
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncIterator, Iterator

    from .clock import Clock

__all__ = ("Ceiling",)


class Ceiling:
    """How many calls a client makes at the same time and in a second. Calls beyond that wait for their turn.

    Zoho allows an organization 5 to 25 calls at the same time, depending on its edition. Calls through ``sync`` and
    calls through ``asyncio`` are each counted for themselves at the same time, and together in a second. A ceiling can
    be shared by several clients.
    """

    def __init__(self, *, concurrency: int = 5, per_second: float = float("inf")) -> None:
        """Takes the numbers.

        Args:
            concurrency: How many calls at the same time.
            per_second: How many calls begin in a second.

        Raises:
            ValueError: One of them lets no call pass.
        """
        # Before anything is raised, so that the repr can be asked for, as in Client.
        self.concurrency = concurrency
        self.per_second = per_second
        if concurrency < 1:
            raise ValueError(f"concurrency: {concurrency!r}: expected 1 or more")
        if not per_second > 0:
            raise ValueError(f"per_second: {per_second!r}: expected more than 0")
        self._slots = Semaphore(concurrency)
        # A semaphore of asyncio belongs to one event loop.
        self._slots_of: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()
        self._lock = Lock()
        self._next = float("-inf")

    def __repr__(self) -> str:
        return f"Ceiling(concurrency={self.concurrency!r}, per_second={self.per_second!r})"

    def turn(self, now: float) -> float:
        """Takes the next turn and returns how many seconds there are until it.

        Args:
            now: The time, in monotonic seconds.
        """
        with self._lock:
            begin = max(now, self._next)
            self._next = begin + 1 / self.per_second
            return begin - now

    @contextmanager
    def hold(self, clock: Clock) -> Iterator[None]:
        """Waits for a turn and holds it.

        Args:
            clock: What waits.
        """
        with self._slots:
            if delay := self.turn(clock.monotonic()):
                clock.sleep(delay)
            yield

    @asynccontextmanager
    async def hold_asyncio(self, clock: Clock) -> AsyncIterator[None]:
        """Waits for a turn and holds it, without blocking.

        Args:
            clock: What waits.
        """
        from asyncio import Semaphore, get_running_loop

        loop = get_running_loop()
        with self._lock:
            slots = self._slots_of.setdefault(loop, Semaphore(self.concurrency))
        async with slots:
            if delay := self.turn(clock.monotonic()):
                await clock.sleep_asyncio(delay)
            yield
