"""When to ask next how far a job is: pure functions of what the earlier answers said."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ("Exponential", "Fixed", "PollPolicy", "Polls", "ProgressAware", "Sample")


class Sample(NamedTuple):
    """What one poll said.

    Attributes:
        elapsed: When, in seconds since the job was submitted, or since the wait began if that is not known.
        done: How many records were processed; None if the answer had no such count.
        total: How many there are; None if the answer had no such count.
    """

    elapsed: float
    done: int | None
    total: int | None


class Polls(NamedTuple):
    """What a policy decides by.

    Attributes:
        number: How many polls there were.
        elapsed: The present, in seconds since the job was submitted, or since the wait began if that is not known.
        samples: The latest polls, at most four, oldest first.
        first: How long the document suggests to wait before the first poll, in seconds.
        longest: How long the document suggests to wait at most, in seconds, where nothing says when the job will end.
        random: A random number from 0 to 1, drawn anew each time.
    """

    number: int
    elapsed: float
    samples: Sequence[Sample]
    first: float
    longest: float
    random: float


class PollPolicy(Protocol):
    """Says how long to wait before the next poll.

    A policy keeps no state, so that one object serves any number of jobs. The wait itself sees to the rest: it ends
    at its deadline, with a last poll there, and never asks earlier than a ``Retry-After`` allows.
    """

    def delay(self, polls: Polls) -> float:
        """Returns how long to wait before the next poll.

        Args:
            polls: What is known.

        Returns:
            Seconds, 0 or more.
        """
        ...


class ProgressAware:
    """Aims the next poll at the end that the counts predict; where they predict nothing, waits ever longer.

    Without counts, or while they stand still, a wait grows with the square root of the time. For jobs of which nothing
    is known, where a minute is as likely as an hour, that balances the number of polls and the lateness. Chance takes
    a part off it, so that many jobs submitted at once are not asked for at once.

    Whatever is predicted, a wait is no longer than ``growth`` times the time so far, and no shorter than the first
    delay that the document suggests.

    Args:
        patience: How long a wait is after one second where nothing is predicted, in seconds. After t seconds it is this
            times the square root of t, but no longer than the document suggests. Twice the patience makes half the
            polls and twice the lateness.
        growth: How many times the time so far a wait is at most.
        jitter: Which part of a wait chance takes off at most where nothing is predicted, from 0 to 1.

    Raises:
        ValueError: A parameter is out of its range.
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

    def delay(self, polls: Polls) -> float:
        """Returns how long to wait before the next poll.

        Args:
            polls: What is known.

        Returns:
            Seconds; 0 only before the first poll, for a job that was submitted some time ago.
        """
        if polls.number == 0:
            return max(polls.first - polls.elapsed, 0.0)
        elapsed = max(polls.elapsed, 0.0)  # a clock may be set back
        end = _predicted_end(polls.samples)
        if end is None:
            wait = self._blind(polls, elapsed) * (1 - self.jitter * polls.random)
        else:
            # A poll too early costs one call and mends the prediction; a poll too late is late. So the first ones aim
            # short of the end, until it is so near that a blind wait would hardly be shorter.
            remaining = end - elapsed
            wait = max(_SHORT * remaining, min(remaining, _NEAR * self._blind(polls, elapsed)))
            wait = min(wait, _TRUST * elapsed, self.growth * elapsed)
        return max(wait, polls.first, _SHORTEST)

    def _blind(self, polls: Polls, elapsed: float) -> float:
        limit = min(self.growth * (elapsed - _still_since(polls.samples)), polls.longest)
        if polls.samples and polls.samples[-1].done == 0 and polls.samples[-1].total:
            return limit  # all of the work is still ahead: the end is not near
        return min(self.patience * math.sqrt(elapsed), limit)


class Exponential:
    """Waits ever longer by a factor, whatever the answers say.

    Args:
        first: How long to wait before the first poll, in seconds.
        longest: How long to wait at most, in seconds.
        factor: How many times as long as the one before a wait is.

    Raises:
        ValueError: A parameter is out of its range.
    """

    __slots__ = ("factor", "first", "longest")

    def __init__(self, *, first: float = 1, longest: float = 60, factor: float = 2) -> None:
        self.first = _more_than(0, "first", first)
        self.longest = _more_than(0, "longest", longest)
        self.factor = _more_than(1, "factor", factor)

    def __repr__(self) -> str:
        return f"Exponential(first={self.first!r}, longest={self.longest!r}, factor={self.factor!r})"

    def delay(self, polls: Polls) -> float:
        """Returns how long to wait before the next poll.

        Args:
            polls: What is known.

        Returns:
            Seconds.
        """
        # Compared by logarithms, since the power of a large number overflows.
        if polls.number * math.log(self.factor) >= math.log(self.longest / self.first):
            return self.longest
        return self.first * self.factor**polls.number


class Fixed:
    """Waits equally long before each poll.

    Args:
        seconds: How long.

    Raises:
        ValueError: It is out of its range.
    """

    __slots__ = ("seconds",)

    def __init__(self, seconds: float) -> None:
        self.seconds = _more_than(0, "seconds", seconds)

    def __repr__(self) -> str:
        return f"Fixed({self.seconds!r})"

    def delay(self, polls: Polls) -> float:  # noqa: ARG002  (the answers do not matter)
        """Returns how long to wait before the next poll.

        Args:
            polls: What is known.

        Returns:
            Seconds, always the same.
        """
        return self.seconds


# Measured with `scripts/bench waiting`: lower ones take more polls, higher ones are late more often.
_SHORT = 0.6
_NEAR = 0.6
_TRUST = 1.5
# In seconds, should the document suggest no first delay.
_SHORTEST = 0.1


def _still_since(samples: Sequence[Sample]) -> float:
    """Returns since when the counts have stood still, as elapsed seconds; 0 if they move or the job has not begun."""
    if not samples or not samples[-1].done:
        return 0.0
    same = [sample.elapsed for sample in samples if sample[1:] == samples[-1][1:]]
    return same[0] if len(same) > 1 else 0.0


def _predicted_end(samples: Sequence[Sample]) -> float | None:
    """Returns when the job ends if it goes on as fast, as elapsed seconds; None if the counts do not move."""
    if not samples:
        return None
    now, done, total = samples[-1]
    if not done or not total or _still_since(samples):
        return None
    points = [(sample.elapsed, sample.done) for sample in samples if sample.done is not None and sample.total == total]
    # A job is scheduled for a while, so its pace is counted from the first sample with progress. If there is but one,
    # the job began at some time between the last sample without progress and this one.
    idle = max((at for at, count in points if count == 0), default=0.0)
    moving = [point for point in points if 0 < point[1] < done]
    then, done_then = moving[0] if moving else ((idle + now) / 2, 0)
    return now + (now - then) * (total - done) / (done - done_then)


def _more_than(limit: float, name: str, value: float) -> float:
    if not limit < value < math.inf:
        raise ValueError(f"{name}: {value!r}: expected a number more than {limit}")
    return value
