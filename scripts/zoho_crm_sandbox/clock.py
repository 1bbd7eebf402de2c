"""The sandbox's clock, the only source of time. Nothing runs in the background."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from zoho_crm_sandbox.validation import END_OF_TIME, InputError, moment, number

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_SCALE = 1_000_000.0


class Clock:
    """A clock that runs at a multiple of the speed of real time.

    At scale 1 it is a real clock, otherwise a scaled one; at 0 it is manual and moves only by ``set`` and ``advance``.

    Args:
        scale: How many seconds pass in a real second.
        start: The initial moment, in ISO 8601 or in seconds since 1970; defaults to the real time.
        elapsed: Returns real seconds. Monotonic, so that a correction of the machine's clock cannot turn a job back.

    Attributes:
        lock: Held while the clock is moved. A sandbox sets its own.
        started_at: The given initial moment; None if that was the real time.

    Raises:
        InputError: The scale or the start is out of bounds.
    """

    def __init__(
        self, scale: float = 1.0, *, start: str | float | None = None, elapsed: Callable[[], float] = time.monotonic
    ) -> None:
        self.lock = threading.RLock()
        self._elapsed = elapsed
        self._on_move: Callable[[], None] | None = None
        self.started_at = None if start is None else moment("start", start)
        shown = time.time() if self.started_at is None else self.started_at
        # One value, so that a thread that reads the clock never sees half of a move.
        self._anchor = (shown, elapsed(), number("scale", scale, minimum=0, maximum=MAX_SCALE))

    @property
    def scale(self) -> float:
        """How many of the clock's seconds pass in a real second."""
        return self._anchor[2]

    @property
    def mode(self) -> str:
        """``real``, ``scaled`` or ``manual``."""
        return {0.0: "manual", 1.0: "real"}.get(self.scale, "scaled")

    def now(self) -> float:
        """Return the moment in seconds since 1970. The clock stands still at the start of the year 9999."""
        shown, origin, scale = self._anchor
        return min(shown + (self._elapsed() - origin) * scale, END_OF_TIME)

    def advance(self, seconds: float) -> None:
        """Move the clock forward.

        Args:
            seconds: How far, 0 or more.

        Raises:
            InputError: It is negative, not a number, or leads beyond the year 9999.
        """
        with self.lock:
            self._show(self.now() + number("advance", seconds, minimum=0, maximum=END_OF_TIME))

    def set(self, at: str | float) -> None:
        """Move the clock to a moment, earlier or later.

        Args:
            at: The moment, in ISO 8601 or in seconds since 1970.

        Raises:
            InputError: It is not a moment from 1970 to 9999.
        """
        with self.lock:
            self._show(moment("set", at))

    def set_scale(self, scale: float) -> None:
        """Go on from now at another speed.

        Args:
            scale: How many seconds pass in a real second; 0 stops the clock.

        Raises:
            InputError: It is negative, not a number, or too large.
        """
        scale = number("scale", scale, minimum=0, maximum=MAX_SCALE)
        with self.lock:
            self._show(self.now(), scale)

    def on_move(self, call: Callable[[], None] | None) -> None:
        """Set the function to call after the clock was moved or its scale changed. If it raises, nothing has changed.

        Args:
            call: The function; None for none.
        """
        self._on_move = call

    def _show(self, seconds: float, scale: float | None = None) -> None:
        if seconds > END_OF_TIME:
            raise InputError("advance", seconds, "a moment before the year 9999")
        before = self._anchor
        self._anchor = (seconds, self._elapsed(), self.scale if scale is None else scale)
        try:
            if self._on_move:
                self._on_move()
        except BaseException:
            self._anchor = before
            raise


def iso(seconds: float) -> str:
    """Return a moment, in seconds since 1970, in ISO 8601 as Zoho writes it: in UTC, without fractions of a second."""
    return datetime.fromtimestamp(int(seconds), UTC).isoformat()
