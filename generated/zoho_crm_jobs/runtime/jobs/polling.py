"""Policies for the delay between polls: pure functions of the earlier polls."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ("Exponential", "Fixed", "PollContext", "PollPolicy", "PollSample", "ProgressAware")


class PollSample(NamedTuple):
    """The counts of one poll.

    Attributes:
        elapsed: The time of the poll, in seconds since the submission, or since the wait began if that is unknown.
        done: The number of records processed; None if unknown.
        total: The number of records in the job; None if unknown.
    """

    elapsed: float
    done: int | None
    total: int | None


class PollContext(NamedTuple):
    """The input of a policy.

    Attributes:
        number: The number of polls so far.
        elapsed: The time now, in seconds since the submission, or since the wait began if that is unknown.
        samples: The latest polls, at most four, oldest first.
        initial_delay: The delay before the first poll that the document suggests, in seconds.
        max_delay: The longest delay that the document suggests, in seconds, if the end cannot be predicted.
        random: A new random number from 0 to 1.
    """

    number: int
    elapsed: float
    samples: Sequence[PollSample]
    initial_delay: float
    max_delay: float
    random: float


class PollPolicy(Protocol):
    """Decides the delay before the next poll.

    A policy keeps no state, so one object serves any number of jobs. The wait itself makes a last poll at its timeout,
    and never polls earlier than ``Retry-After`` allows.
    """

    def delay(self, context: PollContext) -> float:
        """Return the delay before the next poll.

        Args:
            context: The polls so far.

        Returns:
            Seconds, 0 or more.
        """
        ...


class ProgressAware:
    """Polls when the counts predict the end; without a prediction, waits longer each time.

    Without counts, or while they stand still, the delay grows with the square root of the elapsed time. That balances
    the number of polls and the lateness for jobs that may take a minute or an hour. Random jitter shortens the delay,
    so that many jobs submitted together are not polled together.

    A delay is at most ``growth`` times the elapsed time, and at least the first delay that the document suggests.

    Args:
        patience: The delay after one second without a prediction, in seconds, > 0. After t seconds, the delay is this
            times the square root of t, up to the longest delay that the document suggests. Twice the patience makes
            half the polls and twice the lateness.
        growth: The upper limit of a delay, as a multiple of the elapsed time, > 0.
        jitter: The largest fraction of a delay that jitter removes if there is no prediction, from 0 to 1.

    Raises:
        ValueError: A parameter is out of range.
    """

    __slots__ = ("growth", "jitter", "patience")

    def __init__(self, *, patience: float = 7.5, growth: float = 3.0, jitter: float = 0.1) -> None:
        self.patience = _more_than(0, "patience", patience)
        self.growth = _more_than(0, "growth", growth)
        self.jitter = jitter
        if not 0 <= jitter <= 1:
            raise ValueError(f"jitter: {jitter!r}: expected a number from 0 to 1")

    def __repr__(self) -> str:
        return f"ProgressAware(patience={self.patience!r}, growth={self.growth!r}, jitter={self.jitter!r})"

    def delay(self, context: PollContext) -> float:
        """Return the delay in seconds; 0 only before the first poll of a job that was submitted some time ago."""
        if context.number == 0:
            return max(context.initial_delay - context.elapsed, 0.0)
        elapsed = max(context.elapsed, 0.0)  # the clock may have been set back
        end = _predicted_end(context.samples)
        if end is None:
            wait = self._blind(context, elapsed) * (1 - self.jitter * context.random)
        else:
            # An early poll costs one call and improves the prediction, a late one is late: so aim before the end until
            # it is so near that a delay without prediction would hardly be shorter.
            remaining = end - elapsed
            wait = max(_SHORT * remaining, min(remaining, _NEAR * self._blind(context, elapsed)))
            wait = min(wait, _TRUST * elapsed, self.growth * elapsed)
        return max(wait, context.initial_delay, _SHORTEST)

    def _blind(self, context: PollContext, elapsed: float) -> float:
        limit = min(self.growth * (elapsed - _still_since(context.samples)), context.max_delay)
        if context.samples and context.samples[-1].done == 0 and context.samples[-1].total:
            return limit  # all of the work is still ahead: the end is not near
        return min(self.patience * math.sqrt(elapsed), limit)


class Exponential:
    """Multiplies the delay by a factor after each poll, and ignores the counts.

    Args:
        initial_delay: The delay before the first poll, in seconds, > 0.
        max_delay: The longest delay, in seconds, > 0.
        factor: The factor, > 1.

    Raises:
        ValueError: A parameter is out of range.
    """

    __slots__ = ("factor", "initial_delay", "max_delay")

    def __init__(self, *, initial_delay: float = 1, max_delay: float = 60, factor: float = 2) -> None:
        self.initial_delay = _more_than(0, "initial_delay", initial_delay)
        self.max_delay = _more_than(0, "max_delay", max_delay)
        self.factor = _more_than(1, "factor", factor)

    def __repr__(self) -> str:
        return (
            f"Exponential(initial_delay={self.initial_delay!r}, max_delay={self.max_delay!r}, factor={self.factor!r})"
        )

    def delay(self, context: PollContext) -> float:
        """Return the delay in seconds, which grows with the number of polls."""
        # Compares logarithms, because the power of a large number overflows.
        if context.number * math.log(self.factor) >= math.log(self.max_delay / self.initial_delay):
            return self.max_delay
        return self.initial_delay * self.factor**context.number


class Fixed:
    """Polls at a fixed interval.

    Args:
        seconds: The delay before each poll, in seconds, > 0.

    Raises:
        ValueError: The delay is out of range.
    """

    __slots__ = ("seconds",)

    def __init__(self, seconds: float) -> None:
        self.seconds = _more_than(0, "seconds", seconds)

    def __repr__(self) -> str:
        return f"Fixed({self.seconds!r})"

    def delay(self, context: PollContext) -> float:  # noqa: ARG002  (the same for every job)
        """Return the delay in seconds, always the same."""
        return self.seconds


# Measured with `scripts/bench waiting`: lower values take more polls, higher ones are late more often.
_SHORT = 0.6
_NEAR = 0.6
_TRUST = 1.5
# In seconds, in case the document suggests no first delay.
_SHORTEST = 0.1


def _still_since(samples: Sequence[PollSample]) -> float:
    """Return the elapsed time since which the counts stand still; 0 if they move or the job has not begun."""
    if not samples or not samples[-1].done:
        return 0.0
    same = [sample.elapsed for sample in samples if sample[1:] == samples[-1][1:]]
    return same[0] if len(same) > 1 else 0.0


def _predicted_end(samples: Sequence[PollSample]) -> float | None:
    """Return the elapsed time at which the job ends at its present pace; None if the counts stand still."""
    if not samples:
        return None
    now, done, total = samples[-1]
    if not done or not total or _still_since(samples):
        return None
    points = [(sample.elapsed, sample.done) for sample in samples if sample.done is not None and sample.total == total]
    # A job is idle before it begins, so its pace is measured from the first sample with progress. If there is only one,
    # the job began between the last sample without progress and this one.
    idle = max((at for at, count in points if count == 0), default=0.0)
    moving = [point for point in points if 0 < point[1] < done]
    then, done_then = moving[0] if moving else ((idle + now) / 2, 0)
    return now + (now - then) * (total - done) / (done - done_then)


def _more_than(limit: float, name: str, value: float) -> float:
    if not limit < value < math.inf:
        raise ValueError(f"{name}: {value!r}: expected a number > {limit}")
    return value
