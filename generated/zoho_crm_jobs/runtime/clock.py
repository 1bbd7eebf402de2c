"""What the client knows of time, in one place so that it can be replaced."""

from __future__ import annotations

import random
import time

__all__ = ("Clock",)


class Clock:
    """Tells the time, lets it pass, and draws the random part of a delay. A test can give one of its own."""

    def monotonic(self) -> float:
        """Returns seconds that only ever grow, by which everything is measured."""
        return time.monotonic()

    def time(self) -> float:
        """Returns the seconds since 1970, for dates that others wrote."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Waits.

        Args:
            seconds: How long.
        """
        time.sleep(seconds)

    async def sleep_asyncio(self, seconds: float) -> None:
        """Waits without blocking.

        Args:
            seconds: How long.
        """
        from asyncio import sleep

        await sleep(seconds)

    def random(self) -> float:
        """Returns a random number from 0 to 1."""
        return random.random()  # noqa: S311  (it spreads calls over time, and guards no secret)
