"""The client's source of time and randomness, in one place so that tests can replace it."""

from __future__ import annotations

import random
import time

__all__ = ("Clock",)


class Clock:
    """The system's time, sleep and random numbers. Tests can pass a subclass to ``Client``."""

    def monotonic(self) -> float:
        """Return seconds that never decrease, for measuring durations."""
        return time.monotonic()

    def time(self) -> float:
        """Return the seconds since 1970, for comparison with dates in responses."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Sleep, blocking the thread.

        Args:
            seconds: The duration, in seconds.
        """
        time.sleep(seconds)

    async def sleep_asyncio(self, seconds: float) -> None:
        """Sleep without blocking.

        Args:
            seconds: The duration, in seconds.
        """
        from asyncio import sleep  # not above, so that programs without asyncio do not load it

        await sleep(seconds)

    def random(self) -> float:
        """Return a random number from 0 to 1."""
        return random.random()  # noqa: S311  (it spreads calls over time, and guards no secret)
